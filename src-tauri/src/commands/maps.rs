//! The maps of a file: which one is shown, and another one beside them. All other changes to them are Edits.

use crate::here::Here;
use crate::kept;
use crate::problem::Problem;
use crate::session::{Done, OpenMap};
use crate::windows;
use journey::template::{self, Template};
use journey::{Id, NewIds};

/// Shows another map of the file.
#[tauri::command]
pub fn show_map(shell: Here, map: Id) -> Result<OpenMap, Problem> {
    let told = shell.with(|open| {
        let told = open.show_map(map)?;
        windows::check_spelling(shell.app(), shell.label(), open.language());
        Ok(told)
    })?;
    kept::write(&shell);
    Ok(told)
}

/// Puts a map behind the others and shows it: that of a template, or a blank one; as the map of a stage, which then
/// leads to it, where one is named.
#[tauri::command]
pub fn add_map(shell: Here, template: Option<String>, stage: Option<Id>) -> Result<Done, Problem> {
    let template = template.map(|name| Template::find(&name).ok_or_else(|| no_such_template(&name)));
    let template = template.transpose()?;
    shell.change(|open| {
        let language = open.language().to_owned();
        let made = |ids: &mut dyn NewIds| match template {
            Some(template) => template.document(ids, &language),
            None => template::blank(ids, &language),
        };
        open.add_map(made, stage)
    })
}

/// There is no template of that name.
pub fn no_such_template(name: &str) -> Problem {
    Problem::said("window.no_such_template", &[&name])
}
