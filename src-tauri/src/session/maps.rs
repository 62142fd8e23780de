//! The maps of the open file: which one is shown, further ones, and states that have a name.

use super::{Session, next_stamp, stamp};
use crate::clock;
use crate::problem::Problem;
use crate::told::{Done, OpenMap};
use journey::{Document, Edit, Id, NewIds, Table, beside};

impl Session {
    /// Shows another map of the file.
    ///
    /// # Errors
    /// Where it is not there.
    pub fn show_map(&mut self, map: Id) -> Result<OpenMap, Problem> {
        if !self.document().maps.contains_key(&map) {
            return Err(Problem::said("window.no_such_map", &[]));
        }
        if map != self.map {
            self.map = map;
            self.stamp = next_stamp();
        }
        Ok(self.open_map())
    }

    /// Puts the map of a template, or a blank one, behind the others and shows it. Made for a stage, it is called like
    /// it, and the stage leads to it.
    ///
    /// # Errors
    /// As [`Session::apply`].
    pub fn add_map(
        &mut self,
        from: impl FnOnce(&mut dyn NewIds) -> Document,
        stage: Option<Id>,
    ) -> Result<Done, Problem> {
        let mut made = from(&mut clock::new_ids());
        let language = self.language().to_owned();
        let title =
            stage.and_then(|stage| self.document().stages.get(&stage)).map(|stage| stage.name.clone());
        for map in made.maps.values_mut() {
            map.language.clone_from(&language);
            map.title = title.clone().unwrap_or(std::mem::take(&mut map.title));
        }
        let adding = beside::adding(&made);
        let link = stage.zip(made.maps.keys().next());
        let link = link.map(|(stage, map)| Edit::set(Table::Stage, stage, "linked_map", map.to_string()));
        let label = Some(adding.label(self.document()));
        self.apply(&Edit::Together { label, edits: std::iter::once(adding).chain(link).collect() })
    }

    /// Gives the map as it is now a name.
    ///
    /// # Errors
    /// As [`Session::apply`].
    pub fn name_version(&mut self, name: &str) -> Result<Done, Problem> {
        let change = self.document.name_version(clock::new_id(), name, stamp())?;
        self.done(&change, None)
    }

    /// Goes back to a version, and keeps what is there today as another one. False where its state is not at hand.
    ///
    /// # Errors
    /// As [`Session::apply`].
    pub fn go_back(&mut self, version: Id, kept: &str) -> Result<bool, Problem> {
        let gone = self.document.go_back(version, (clock::new_id(), kept), stamp())?.is_some();
        self.stay(None);
        // The page asks for the whole Scene.
        self.view = None;
        Ok(gone)
    }
}
