//! Showing a map as pages: previews, exports, and where they went.

use super::ThemeName;
use super::document::away;
use crate::clipboard;
use crate::clock;
use crate::dialogs;
use crate::here::Here;
use crate::log;
use crate::problem::Problem;
use crate::session::file_name;
use crate::showing::files::{self, Files, Made};
use crate::showing::pages::{Legible, art, legible, spoken, subjects};
use crate::showing::sets::Set;
use crate::showing::wish::{Format, View, Wish};
use crate::showing::{Snapshot, Stop, deck, picture, place, print};
use journey::{Id, insight};
use layout::{NodeKey, PageView, Part};
use render::export::Step;
use render::png::{Extent, PngOptions};
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// As many pixels are drawn only to learn how large their file is.
const MOST_WEIGHED: f64 = 30e6;
/// How much of a text is shown before it leaves.
const SHOWN_TEXT: usize = 40_000;

/// What a wish comes to, as the page is told.
#[derive(Serialize)]
pub struct Shown {
    /// Stands for the pages.
    token: u64,
    pages: Vec<ShownPage>,
    legible: Option<Legible>,
    /// The beginning of a text, which has no pages.
    text: Option<String>,
    /// The file or folder as it will be called unless a person says otherwise.
    file_name: String,
    /// The headline of a deck's overview; none for what has none.
    headline: Option<Headline>,
}

/// What stands above a deck's overview.
#[derive(Serialize)]
struct Headline {
    /// What somebody wrote; empty for nothing.
    own: String,
    /// What stands there while nobody wrote anything.
    generated: String,
}

/// A page, as the page of the window is told.
#[derive(Serialize)]
struct ShownPage {
    title: String,
    part: Option<Part>,
    /// The paper in mm, where there is one.
    paper: Option<Sides>,
    /// What people call the paper, where it has a name.
    paper_name: Option<String>,
    /// The drawing in its own units.
    size: Sides,
    /// Where the drawing lies on the page, in parts of its sides.
    art: [f64; 4],
    background: String,
    words: Vec<String>,
    stage: Option<Id>,
}

/// Width and height.
#[derive(Serialize)]
struct Sides {
    w: f64,
    h: f64,
}

/// How far an export is.
#[derive(Clone, Serialize)]
struct Progress {
    /// The page that is being drawn, counted from 0.
    page: usize,
    of: usize,
}

/// What an export came to.
#[derive(Serialize)]
pub struct Exported {
    file_name: String,
    /// The name of the folder that it lies in.
    folder: String,
    warnings: Vec<String>,
}

/// The pages under a wish, laid out but for their pictures; those are asked for by `page://TOKEN/PAGE/WIDTH`.
#[tauri::command]
pub async fn preview(shell: Here, wish: Wish, strong: bool) -> Result<Shown, Problem> {
    away(shell, move |shell| {
        let set = set(shell, &wish, strong)?;
        shown(&set, &wish)
    })
    .await
}

/// The set of a wish for the map as it is now.
fn set(shell: &Here, wish: &Wish, strong: bool) -> Result<Arc<Set>, Problem> {
    let sets = &shell.showing().sets;
    let stamp = shell.with(|open| Ok(open.stamp()))?;
    match sets.known(stamp, wish, strong) {
        Some(known) => Ok(known),
        None => sets.set(shell.with(|open| Ok(Snapshot::of(open)))?, wish, strong),
    }
}

fn shown(set: &Set, wish: &Wish) -> Result<Shown, Problem> {
    let name = if files::is_folder(wish, &set.pages) {
        dialogs::folder_name(&set.from.title)
    } else {
        dialogs::file_name(&set.from.title, wish.format.kind().extension)
    };
    let mut told = Shown {
        token: set.token,
        pages: Vec::new(),
        legible: None,
        text: None,
        file_name: name,
        headline: headline(set, wish),
    };
    if wish.format.is_text() {
        let made = files::make(&set.from, wish, &set.pages, &Stop::default(), &|_| {})?;
        if let Files::One(bytes) = made.files {
            told.text = Some(String::from_utf8_lossy(&bytes).chars().take(SHOWN_TEXT).collect());
        }
        return Ok(told);
    }
    told.legible = legible(&set.pages, wish);
    let is_picture = wish.format.is_picture();
    let page = |(page, (part, stage)): (PageView<'_>, (Option<Part>, Option<Id>))| {
        let art = art(&page, wish.format);
        // A picture has no margins, so what has some on paper has no paper as a picture.
        let has_paper = !is_picture || (wish.view != View::Canvas && page.margin_mm <= 0.0);
        let paper = Some(page.paper).filter(|_| has_paper);
        ShownPage {
            title: page.title.to_owned(),
            part,
            paper: paper.map(|paper| Sides { w: paper.w_mm, h: paper.h_mm }),
            paper_name: paper.filter(|paper| paper.name().is_some()).map(|paper| paper.to_string()),
            size: Sides { w: page.scene.size.w, h: page.scene.size.h },
            art: [art.x, art.y, art.w, art.h],
            background: page.scene.background.to_css(),
            // A whole map is read in the window itself.
            words: if part.is_some() { spoken(page.scene) } else { Vec::new() },
            stage,
        }
    };
    told.pages = set.pages.each().into_iter().zip(subjects(&set.pages)).map(page).collect();
    Ok(told)
}

fn headline(set: &Set, wish: &Wish) -> Option<Headline> {
    let from = &set.from;
    let map = from.document.maps.get(&from.map)?;
    let has_overview = wish.view == View::Slides && !wish.without.contains(&Part::Overview);
    let options = wish.options(from.map, false);
    has_overview.then(|| Headline {
        own: map.headline.clone(),
        generated: insight::generated_headline(&from.document, from.map, options.language_for(map)),
    })
}

/// How many bytes the export has, made for this once; none where making it takes too long to do it twice.
#[tauri::command]
pub async fn weigh(shell: Here, wish: Wish) -> Result<Option<usize>, Problem> {
    away(shell, move |shell| {
        let set = set(shell, &wish, false)?;
        if files::pixels(&set.pages, &wish) > MOST_WEIGHED {
            return Ok(None);
        }
        let stop = shell.showing().weigh();
        Ok(Some(files::make(&set.from, &wish, &set.pages, &stop, &|_| {})?.files.size()))
    })
    .await
}

/// Asks for a place and writes the export there; none where the person changed their mind.
#[tauri::command]
pub async fn export(shell: Here, wish: Wish) -> Result<Option<Exported>, Problem> {
    let (title, folder, document) = shell.with(|open| {
        let folder = open.path().and_then(Path::parent).map(Path::to_owned);
        Ok((open.title(), folder, open.document().id))
    })?;
    // The next one most likely goes beside the last one.
    let last = shell.showing().last().of(document).and_then(|last| last.path.parent().map(Path::to_owned));
    let folder = last.filter(|folder| folder.is_dir()).or(folder);
    let asked = wish.clone();
    let pictures = away(shell.clone(), move |shell| {
        Ok(asked.format.is_picture() && files::is_folder(&asked, &set(shell, &asked, false)?.pages))
    })
    .await?;
    let path = place::ask(&shell, &wish, &title, folder.as_deref(), pictures).await;
    let Some(path) = path else { return Ok(None) };
    written(shell.clone(), wish, path).await.map(Some)
}

/// Writes the last export of this map once more, to where it went; none where there was none.
#[tauri::command]
pub async fn repeat_export(shell: Here) -> Result<Option<Exported>, Problem> {
    let document = shell.with(|open| Ok(open.document().id))?;
    let Some(last) = shell.showing().last().of(document).cloned() else { return Ok(None) };
    if last.was_changed() {
        return Err(Problem::said("export.changed", &[&file_name(&last.path)]));
    }
    if last.into {
        return refreshed(shell.clone(), last.wish, last.path).await.map(Some);
    }
    written(shell.clone(), last.wish, last.path).await.map(Some)
}

/// Asks for a deck and puts the slides into it; none where the person changed their mind.
#[tauri::command]
pub async fn export_into(shell: Here, wish: Wish) -> Result<Option<Exported>, Problem> {
    let kind = Format::Pptx.kind();
    let Some(path) = dialogs::open(&shell, "dialog.into_deck", &[kind]).await else {
        return Ok(None);
    };
    refreshed(shell.clone(), wish, path).await.map(Some)
}

async fn refreshed(shell: Here, wish: Wish, path: PathBuf) -> Result<Exported, Problem> {
    away(shell, move |shell| {
        let showing = shell.showing();
        let stop = showing.begin();
        // A page that is gone hears nothing.
        shell.emit("progress", Progress { page: 0, of: 1 });
        let lay_out = |shell: &Here, wish: &Wish| set(shell, wish, false);
        let (set, warnings) = deck::refresh(shell, &wish, &path, &stop, lay_out)?;
        showing.last().remember(set.from.document.id, &wish, &path, true);
        Ok(exported(&path, warnings))
    })
    .await
}

fn exported(path: &Path, warnings: Vec<String>) -> Exported {
    log::done(format!("exported {} with {} warnings", log::of_file(path), warnings.len()));
    let folder = path.parent().map(file_name).unwrap_or_default();
    Exported { file_name: file_name(path), folder, warnings }
}

async fn written(shell: Here, wish: Wish, path: PathBuf) -> Result<Exported, Problem> {
    away(shell, move |shell| {
        let showing = shell.showing();
        let stop = showing.begin();
        let set = set(shell, &wish, false)?;
        let tell = |step: Step| {
            // A page that is gone hears nothing.
            shell.emit("progress", Progress { page: step.page, of: step.of });
        };
        let Made { files, warnings } = files::make(&set.from, &wish, &set.pages, &stop, &tell)?;
        place::put(&path, &files)?;
        showing.last().remember(set.from.document.id, &wish, &path, false);
        Ok(exported(&path, warnings.into_iter().collect()))
    })
    .await
}

/// Prints the pages through the system's own dialog; false where the person changed their mind.
#[tauri::command]
pub async fn print(shell: Here, wish: Wish) -> Result<bool, Problem> {
    away(shell, move |shell| {
        let wish = Wish { format: Format::Pdf, ..wish };
        let set = set(shell, &wish, false)?;
        let made = files::make(&set.from, &wish, &set.pages, &Stop::default(), &|_| {})?;
        let Files::One(bytes) = made.files else { return Err(Problem::internal()) };
        // Nobody else reads what is printed.
        let folder = dirs::runtime_dir().unwrap_or_else(std::env::temp_dir);
        let file = folder.join(format!("desire-path-{}.pdf", clock::new_id()));
        store::write_atomically(&file, &bytes, false)?;
        let outcome = print::print(shell, &file, &set.from.title, &wish);
        // Handed over, it is no longer needed; a viewer that was started by another system still reads it.
        if cfg!(target_os = "linux") {
            let _ = std::fs::remove_file(&file);
        }
        let sent = outcome.told()?;
        log::done(if sent { "printed" } else { "printing was cancelled" });
        Ok(sent)
    })
    .await
}

/// Puts a picture of nodes on the clipboard, twice as sharp as the screen at 100 %; of the whole map for none. How wide
/// and high it is, in pixels.
#[tauri::command]
pub async fn copy_picture(
    shell: Here,
    keys: Vec<NodeKey>,
    theme: ThemeName,
    strong: bool,
) -> Result<(u32, u32), Problem> {
    away(shell, move |shell| {
        let wish = Wish { view: View::Canvas, format: Format::Png, theme, ..Wish::default() };
        let set = set(shell, &wish, strong)?;
        let pages = set.pages.each();
        let Some(page) = pages.first() else { return Err(Problem::internal()) };
        let scene = picture::of_selection(page.scene, &keys);
        let options = PngOptions { extent: Extent::Scale(2.0), ..PngOptions::default() };
        let size = render::png::pixels(&scene, &options)?;
        let mut bytes = Vec::new();
        render::png::write(&scene, &options, &mut bytes)?;
        clipboard::put_picture(shell.app(), bytes)?;
        Ok(size)
    })
    .await
}

/// Stops the export that is running; nothing of it is written.
#[tauri::command]
pub fn cancel_export(shell: Here) {
    shell.showing().stop();
}

/// Shows the last export of this map in the desktop's own program for files.
#[tauri::command]
pub async fn show_in_folder(shell: Here) -> Result<(), Problem> {
    away(shell, |shell| {
        let document = shell.with(|open| Ok(open.document().id))?;
        let path = shell.showing().last().of(document).map(|last| last.path.clone());
        path.map_or(Ok(()), |path| place::reveal(&path))
    })
    .await
}
