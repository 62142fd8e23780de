//! Pictures that people bring: from a file, from the clipboard, dropped on the window. Each is looked at and waits here
//! until the page says where it goes; the file's own bytes are kept.

use crate::clock;
use crate::problem::Problem;
use journey::Image;
use render::intake::{self, Examined, NotTaken};
use serde::Serialize;
use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// How many wait at most; the page takes each at once.
const MOST_WAITING: usize = 8;

/// The extensions that a file dialog offers.
pub const EXTENSIONS: &[&str] = &["png", "jpg", "jpeg", "webp", "gif", "svg"];

/// A picture that waits for its place, as the page is told.
#[derive(Clone, Debug, Serialize)]
pub struct Brought {
    /// Stands for it.
    token: String,
    /// What it is called: the file's name without its extension, or empty.
    name: String,
}

/// A picture that waits for its place.
struct Waiting {
    token: String,
    examined: Examined,
    bytes: Vec<u8>,
}

/// A picture as a screen shows it: its media type and bytes.
pub type Shown = Arc<(String, Vec<u8>)>;

/// What waits, and the previews that were made.
#[derive(Default)]
pub struct Pictures {
    waiting: Mutex<Vec<Waiting>>,
    previews: Mutex<HashMap<String, Shown>>,
}

impl Pictures {
    /// Looks at a file and lets it wait.
    ///
    /// # Errors
    /// Where it cannot be read, or is not to be taken in.
    pub fn bring_file(&self, path: &Path) -> Result<Brought, Problem> {
        let unreadable = |error: std::io::Error| Problem::said("picture.unreadable", &[&error]);
        // A file that is far too large is not even read.
        let size = std::fs::metadata(path).map_err(unreadable)?.len();
        if size > Image::MOST_BYTES as u64 {
            return Err(refused(&NotTaken::TooBig { found: size, most: Image::MOST_BYTES as u64 }));
        }
        let bytes = std::fs::read(path).map_err(unreadable)?;
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        self.bring(bytes, name)
    }

    /// Looks at the pixels of a clipboard and lets them wait as a PNG file.
    ///
    /// # Errors
    /// As [`Pictures::bring_file`].
    pub fn bring_pixels(&self, width: u32, height: u32, pixels: Vec<u8>) -> Result<Brought, Problem> {
        let bytes = intake::png_of_pixels(width, height, pixels)
            .map_err(|reason| refused(&NotTaken::Broken(reason)))?;
        self.bring(bytes, String::new())
    }

    fn bring(&self, bytes: Vec<u8>, name: String) -> Result<Brought, Problem> {
        let examined = intake::examine(&bytes, Image::MOST_BYTES).map_err(|reason| refused(&reason))?;
        let token = clock::new_id().to_string();
        let mut waiting = held(&self.waiting);
        if waiting.len() >= MOST_WAITING {
            waiting.remove(0);
        }
        waiting.push(Waiting { token: token.clone(), examined, bytes });
        Ok(Brought { token, name })
    }

    /// Takes a picture that waits: the image that it becomes, and its bytes.
    ///
    /// # Errors
    /// Where it no longer waits.
    pub fn take(&self, token: &str, id: journey::Id) -> Result<(Image, Vec<u8>), Problem> {
        let mut waiting = held(&self.waiting);
        let at = waiting
            .iter()
            .position(|one| one.token == token)
            .ok_or_else(|| Problem::said("picture.gone", &[]))?;
        let Waiting { examined, bytes, .. } = waiting.remove(at);
        let image = Image {
            id,
            hash: store::sha256(&bytes),
            media_type: examined.media_type.to_owned(),
            width: examined.width,
            height: examined.height,
            ..Image::default()
        };
        Ok((image, bytes))
    }

    /// How a screen shows an image: as it is where it is small, else a smaller one that is made once.
    pub fn shown(&self, hash: &str, media_type: &str, bytes: &[u8]) -> Shown {
        if let Some(made) = held(&self.previews).get(hash) {
            return made.clone();
        }
        // What cannot be made smaller is shown as it is: the web view decides.
        let small = intake::preview(media_type, bytes).ok().flatten();
        let shown: Shown = Arc::new(match small {
            Some((media_type, small)) => (media_type.to_owned(), small),
            None => return Arc::new((media_type.to_owned(), bytes.to_vec())),
        });
        held(&self.previews).insert(hash.to_owned(), shown.clone());
        shown
    }
}

fn held<T>(lock: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Why a picture is not taken in, for people. Nothing was changed.
fn refused(reason: &NotTaken) -> Problem {
    match reason {
        NotTaken::TooBig { found, most } => {
            Problem::said("picture.too_big", &[&found.div_ceil(1 << 20), &(most >> 20)])
        }
        NotTaken::TooManyPixels => Problem::said("picture.too_many_pixels", &[]),
        NotTaken::Unknown => Problem::said("picture.unknown", &[]),
        NotTaken::Broken(_) => Problem::said("picture.broken", &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::Pictures;
    use journey::Id;

    fn folder() -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("pictures-{}", crate::clock::new_id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        folder
    }

    #[test]
    fn what_is_no_picture_is_refused_in_one_sentence_with_a_code() {
        let (pictures, folder) = (Pictures::default(), folder());
        let large = folder.join("large.png");
        // Two hundred megabytes of nothing: the file has holes, so that it takes no room.
        std::fs::File::create(&large).and_then(|file| file.set_len(200 << 20)).expect("a large file");
        let unknown = folder.join("words.png");
        std::fs::write(&unknown, "only words").expect("a file");
        let broken = folder.join("broken.png");
        std::fs::write(&broken, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").expect("a file");
        let found = [&large, &unknown, &broken, &folder.join("none.png")]
            .map(|path| pictures.bring_file(path).expect_err("it is refused"));
        assert_eq!(
            found.each_ref().map(|problem| &*problem.code),
            ["picture.too_big", "picture.unknown", "picture.broken", "picture.unreadable"]
        );
        assert_eq!(found[0].sentence, "The picture is too large: 200 MB, up to 50 MB fit.");
        for problem in &found {
            assert!(
                problem.sentence.ends_with('.') && problem.sentence.matches(". ").count() == 0,
                "{problem:?}"
            );
            assert!(!problem.next_step.contains('/'), "no path is told: {problem:?}");
        }
        std::fs::remove_dir_all(folder).expect("it goes");
    }

    #[test]
    fn a_picture_waits_once_and_keeps_its_bytes() {
        let (pictures, folder) = (Pictures::default(), folder());
        let path = folder.join("A drawing.svg");
        let bytes = br#"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>"#;
        std::fs::write(&path, bytes).expect("a file");
        let brought = pictures.bring_file(&path).expect("it is taken in");
        assert_eq!(brought.name, "A drawing");
        let (image, kept) = pictures.take(&brought.token, Id::from_u128(1)).expect("it waits");
        assert_eq!((kept.as_slice(), image.width, image.height), (&bytes[..], 40, 30));
        assert_eq!((&*image.media_type, image.hash), ("image/svg+xml", store::sha256(bytes)));
        assert_eq!(pictures.take(&brought.token, Id::from_u128(2)).expect_err("taken").code, "picture.gone");
        std::fs::remove_dir_all(folder).expect("it goes");
    }

    #[test]
    fn pixels_of_a_clipboard_become_a_picture() {
        let pictures = Pictures::default();
        let brought = pictures.bring_pixels(2, 1, vec![255; 8]).expect("it is taken in");
        let (image, bytes) = pictures.take(&brought.token, Id::from_u128(1)).expect("it waits");
        assert_eq!((&*image.media_type, image.width, image.height), ("image/png", 2, 1));
        assert_eq!(*pictures.shown(&image.hash, &image.media_type, &bytes), ("image/png".to_owned(), bytes));
        assert_eq!(pictures.bring_pixels(2, 2, vec![0; 3]).expect_err("too few").code, "picture.broken");
    }
}
