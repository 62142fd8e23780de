//! A folder of numbered pictures, written whole or not at all.

use crate::language::{language, said};
use crate::outcome::{Outcome, Problem};
use std::path::Path;

/// Refuses, before any work, to replace what nobody said may go: a file, or a folder that is not one of ours.
pub(crate) fn expect_free(out: &Path, force: bool) -> Outcome {
    let Ok(found) = out.symlink_metadata() else { return Ok(()) };
    if !force {
        return Err(Problem::Usage(said("cli.exists", &[&out.display()])));
    }
    if found.is_dir() && !store::holds_pictures_only(out) {
        return Err(Problem::Usage(said("cli.more-than-pictures", &[&out.display()])));
    }
    Ok(())
}

/// Writes the files into a folder that then takes the place of OUT.
pub(crate) fn write(files: &[(String, Vec<u8>)], out: &Path, force: bool) -> Outcome {
    expect_free(out, force)?;
    store::write_pictures(out, files, force).map_err(|error| Problem::Failed(error.sentence(language())))
}
