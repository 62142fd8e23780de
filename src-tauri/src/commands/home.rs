//! What the page asks before a map is open: what to begin with, what Home lists, and the settings.

use crate::clock;
use crate::commands::document::{away, open_file};
use crate::here::Here;
use crate::language::{self, language};
use crate::log;
use crate::problem::{Problem, Told, Weight};
use crate::recent::found;
use crate::session::{OpenMap, file_name, untitled};
use crate::settings::{self, Settings};
use crate::showing::place;
use crate::windows;
use journey::{Id, PathKind, template::Template};
use serde::Serialize;
use serde_json::Value;
use store::DraftKind;

/// What the window starts with.
#[derive(Serialize)]
pub struct Start {
    settings: Settings,
    open: Option<OpenMap>,
    unnamed: bool,
    /// The computer's own language, with its region.
    language: String,
    /// The program's own version.
    version: &'static str,
}

/// What came about before the page listened.
#[derive(Serialize)]
pub struct Meanwhile {
    notices: Vec<Told>,
    open: Option<OpenMap>,
}

/// What Home lists.
#[derive(Serialize)]
pub struct HomeLists {
    templates: Vec<TemplateEntry>,
    recent: Vec<RecentEntry>,
    drafts: Vec<DraftEntry>,
}

#[derive(Serialize)]
struct TemplateEntry {
    name: &'static str,
    title: String,
    stages: Vec<String>,
    line: String,
    /// Heights −1…+1.
    curve: Vec<f64>,
    /// The revisit that the preview draws, as places in `stages`.
    #[serde(rename = "loop")]
    revisit: Option<(usize, usize)>,
}

#[derive(Serialize)]
struct RecentEntry {
    token: String,
    name: String,
    when: String,
    missing: bool,
    curve: Vec<f64>,
}

#[derive(Serialize)]
struct DraftEntry {
    token: String,
    name: String,
    when: String,
    kind: &'static str,
}

/// What to begin with: the settings, and the map of the command line. A file that cannot be opened leaves the window
/// on Home with a notice.
#[tauri::command]
pub fn start(shell: Here) -> Start {
    let settings = shell.settings().clone();
    let beginning = shell.pane().beginning();
    // The page asks again when it is loaded anew; what is open then stays open.
    let mut open = shell.session().as_ref().map(|session| session.open_map());
    if open.is_none()
        && let Some(file) = beginning.file
    {
        match open_file(&shell, &file) {
            Ok(map) => open = map.map(|map| seen(&shell, beginning.seen).unwrap_or(map)),
            Err(problem) => shell.tell(Told { problem, kind: Weight::Error }),
        }
    }
    Start {
        settings,
        open,
        unnamed: beginning.unnamed,
        language: language::of_computer(),
        version: env!("CARGO_PKG_VERSION"),
    }
}

/// The page listens from now on. What there was to tell it, and the map that a second start of the program may have
/// brought here, came too early for it.
#[tauri::command]
pub fn listening(shell: Here) -> Meanwhile {
    let notices = shell.untold();
    Meanwhile { notices, open: shell.session().as_ref().map(|session| session.open_map()) }
}

/// Goes to where somebody was in a file the last time.
fn seen(shell: &Here, seen: Option<(Id, Option<Value>)>) -> Option<OpenMap> {
    let (map, place) = seen?;
    let went = shell.with(|open| {
        open.show_map(map)?;
        open.set_place(place);
        Ok(open.open_map())
    });
    // A map that is gone since is no loss: the first one shows.
    went.ok()
}

/// Templates, the files that were open before, and work that no file holds.
#[tauri::command]
pub async fn home(shell: Here) -> Result<HomeLists, Problem> {
    // A file may lie on a stick or in a folder of the network, which may take its time to answer.
    away(shell, lists).await
}

fn lists(shell: &Here) -> Result<HomeLists, Problem> {
    let drafts = shell.store()?.drafts();
    let remembered = shell.recent().list().to_vec();
    let recent = found(remembered);
    Ok(HomeLists {
        templates: Template::ALL.iter().map(template_entry).collect(),
        recent: recent
            .into_iter()
            .map(|file| RecentEntry {
                name: file_name(&file.recent.path),
                when: clock::rfc3339(file.when),
                missing: file.missing,
                curve: file.recent.curve,
                token: file.recent.token,
            })
            .collect(),
        drafts: drafts
            .into_iter()
            .map(|draft| DraftEntry {
                name: match (&draft.path, draft.title.trim()) {
                    (Some(path), _) => file_name(path),
                    (None, "") => untitled(),
                    (None, title) => title.to_owned(),
                },
                token: draft.token,
                when: clock::rfc3339(draft.at),
                kind: match draft.kind {
                    DraftKind::Draft => "draft",
                    DraftKind::Recovered => "recovered",
                },
            })
            .collect(),
    })
}

fn template_entry(template: &Template) -> TemplateEntry {
    let revisit = template.paths.iter().find(|path| path.0 == PathKind::Revisit);
    TemplateEntry {
        name: template.key,
        title: template.name(language()),
        stages: template.stage_names(language()),
        line: template.line(language()),
        curve: template.curve.iter().map(|value| value / 2.0).collect(),
        revisit: revisit.map(|(_, from, to)| (from - 1, to - 1)),
    }
}

/// Takes a file off the list of recent ones; the file stays.
#[tauri::command]
pub fn forget_recent(shell: Here, token: String) {
    shell.recent().forget(&token);
}

/// Takes a draft off the list; it can be brought back.
#[tauri::command]
pub fn set_draft_aside(shell: Here, token: String) -> Result<(), Problem> {
    Ok(shell.store()?.set_draft_aside(&token)?)
}

/// Puts a draft back on the list.
#[tauri::command]
pub fn bring_draft_back(shell: Here, token: String) -> Result<(), Problem> {
    Ok(shell.store()?.bring_draft_back(&token)?)
}

/// What the program is built from: name, version and licence of each part, as `docs/licences.md` lists them.
#[tauri::command]
pub fn licences() -> Vec<[&'static str; 3]> {
    const LIST: &str = include_str!("../../../docs/licences.md");
    let rows = LIST.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    rows.skip(1)
        .filter_map(|row| {
            let mut cells = row.split('|').map(str::trim);
            Some([cells.next()?, cells.next()?, cells.next()?])
        })
        .collect()
}

/// The texts of the terms that a part of the program comes under, as the part brings them; empty where it brings none.
#[tauri::command]
pub fn licence_text(part: &str) -> String {
    const TEXTS: &str = include_str!("../../../docs/licence-texts.txt");
    let all = TEXTS.split("\n======== ").skip(1).filter_map(|section| section.split_once("\n\n"));
    let own = all.filter(|(parts, _)| parts.split(" · ").any(|one| one == part));
    own.map(|(_, text)| text.trim()).collect::<Vec<_>>().join("\n\n")
}

/// Shows the log in the desktop's own program for files.
#[tauri::command]
pub async fn show_log(shell: Here) -> Result<(), Problem> {
    away(shell, |_| {
        log::written();
        let file = log::file().filter(|file| file.exists()).ok_or_else(|| Problem::said("log.none", &[]))?;
        place::reveal(&file)
    })
    .await
}

/// Notes a mistake of the page: what kind it is, and by which way the page came there. Its words may be those of a map
/// and are not sent.
#[tauri::command]
pub fn page_failed(kind: &str, way: &str) {
    /// More than any way that helps.
    const LONGEST: usize = 4000;
    let way: String = way.chars().take(LONGEST).collect();
    log::failed(format!("{kind} on the page\n{way}"));
}

/// Fills the screen with the window, or gives it its frame back.
#[tauri::command]
pub fn full_screen(shell: Here) -> Result<(), Problem> {
    windows::toggle_full_screen(shell.app(), shell.label()).map_err(|error| not_filled(&error))
}

/// Fills the screen with the window, or ends that; whether it filled it before.
#[tauri::command]
pub fn fill_screen(shell: Here, on: bool) -> Result<bool, Problem> {
    windows::fill_screen(shell.app(), shell.label(), on).map_err(|error| not_filled(&error))
}

fn not_filled(error: &tauri::Error) -> Problem {
    Problem::said("window.full_screen", &[error])
}

/// Keeps the settings.
#[tauri::command]
pub fn set_settings(shell: Here, settings: Settings) -> Result<(), Problem> {
    windows::scale(shell.app(), settings.scale());
    language::follow(&settings.language);
    shell.settings().clone_from(&settings);
    shell.emit_to_others("settings", &settings);
    let kept = settings::path().ok_or_else(|| std::io::ErrorKind::NotFound.into());
    kept.and_then(|path| settings.write(&path))
        .map_err(|error: std::io::Error| Problem::said("window.settings_not_kept", &[&error]))
}

#[cfg(test)]
mod tests {
    use super::{licence_text, licences};

    #[test]
    fn almost_every_part_has_its_text_and_all_name_their_terms() {
        let parts = licences();
        let without = parts
            .iter()
            .filter(|[name, version, _]| licence_text(format!("{name} {version}").trim()).is_empty());
        // Parts of larger projects leave theirs to the project.
        assert!(without.count() * 10 < parts.len());
        assert!(parts.iter().all(|[.., licence]| !licence.is_empty()));
        assert!(licence_text("Twemoji (drawings)").contains("Attribution 4.0 International"));
        assert!(licence_text("Inter 4").contains("SIL OPEN FONT LICENSE"));
        assert_eq!(licence_text("no such part"), "");
    }
}
