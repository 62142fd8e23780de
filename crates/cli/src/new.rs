//! `journey templates` and `journey new`.

use crate::arguments::New;
use crate::language::{language, said};
use crate::outcome::{Outcome, Problem};
use crate::source::{self, new_ids};
use journey::Template;

/// Prints the names of the templates, one a line.
pub(crate) fn templates() -> Outcome {
    let names: Vec<String> = Template::ALL.iter().map(|template| template.name(language())).collect();
    source::print(&(names.join("\n") + "\n"))
}

/// Makes a new map file.
pub(crate) fn new(arguments: &New) -> Outcome {
    source::expect_journey(&arguments.out)?;
    let mut ids = new_ids();
    let document = if arguments.from.sample {
        journey::sample_in(&mut ids, language())
    } else if let Some(name) = &arguments.from.template {
        let known = Template::ALL
            .iter()
            .map(|template| said("canvas.quote", &[&template.name(language())]))
            .collect::<Vec<_>>()
            .join(", ");
        let unknown = || Problem::Usage(said("cli.no-template", &[name, &known]));
        Template::find(name).ok_or_else(unknown)?.document(&mut ids, language())
    } else {
        journey::blank(&mut ids, language())
    };
    source::write_journey(&document, &arguments.out, arguments.force)
}
