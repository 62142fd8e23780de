//! `font://NAME` and `image://HASH`: the very bytes that the Scene was laid out with. `page://TOKEN/PAGE/WIDTH`: a page
//! of an export in pixels.

use crate::here::Here;
use crate::shell::Shell;
use layout::Scene;
use std::borrow::Cow;
use tauri::http::{Request, Response, StatusCode, header};

type Answer = Response<Cow<'static, [u8]>>;

/// The name that a request asks for: `font://localhost/NAME` on Linux and macOS, `http://font.localhost/NAME` on
/// Windows.
fn name(request: &Request<Vec<u8>>) -> &str {
    request.uri().path().trim_start_matches('/')
}

/// A face of the Scene.
pub fn font(scene: Option<&Scene>, request: &Request<Vec<u8>>) -> Answer {
    let face = scene.and_then(|scene| scene.fonts.iter().find(|face| face.name == name(request)));
    match face.map(|face| face.data.bytes()).filter(|bytes| !bytes.is_empty()) {
        Some(bytes) => answer(bytes.to_vec(), media_type_of_font(bytes)),
        None => not_there(),
    }
}

/// An image of the open document, as large as a screen needs it.
pub fn image(here: &Here, request: &Request<Vec<u8>>) -> Answer {
    let hash = name(request);
    // The lock is held for as long as it takes to find the bytes, not while a preview is made.
    let found = here.session().as_ref().and_then(|open| {
        let document = open.document();
        let image = document.images.values().find(|image| image.hash == hash)?;
        Some((image.media_type.clone(), document.blobs.get(hash)?.clone()))
    });
    match found {
        Some((media_type, bytes)) => {
            let shown = here.pictures().shown(hash, &media_type, &bytes);
            answer(shown.1.clone(), &shown.0)
        }
        None => not_there(),
    }
}

/// A page of an export as a PNG.
pub fn page(shell: &Shell, request: &Request<Vec<u8>>) -> Answer {
    let mut parts = name(request).split('/').map(|part| part.parse::<u64>().ok());
    let (Some(Some(token)), Some(Some(page)), Some(Some(width))) = (parts.next(), parts.next(), parts.next())
    else {
        return not_there();
    };
    let width = u32::try_from(width).unwrap_or(u32::MAX);
    match shell.showing().sets.picture(token, page as usize, width) {
        Ok(Some(bytes)) => answer(bytes.to_vec(), "image/png"),
        Ok(None) | Err(_) => not_there(),
    }
}

fn media_type_of_font(bytes: &[u8]) -> &'static str {
    match bytes.get(..4) {
        Some(b"OTTO") => "font/otf",
        Some(b"ttcf") => "font/collection",
        _ => "font/ttf",
    }
}

/// The name of a face and of a picture is made of its content, so an answer holds for ever. The page has an origin of
/// another scheme, and a font needs its leave.
fn answer(bytes: Vec<u8>, media_type: &str) -> Answer {
    Response::builder()
        .header(header::CONTENT_TYPE, media_type)
        .header(header::CACHE_CONTROL, "max-age=31536000, immutable")
        .header(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .body(Cow::Owned(bytes))
        .unwrap_or_else(|_| not_there())
}

fn not_there() -> Answer {
    let mut answer = Response::new(Cow::Borrowed(&[][..]));
    *answer.status_mut() = StatusCode::NOT_FOUND;
    answer
}
