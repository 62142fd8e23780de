//! Siblings: the records among which an order counts, and how to find them without looking at everything each time.

use crate::{Document, Id, Order, RecordId, Table, Zone};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Records that are siblings. Those without an order of their own are siblings because no two of them may be equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// The maps of the document.
    Maps,
    /// The cast of a map.
    Cast(Id),
    /// The stages of a map.
    Stages(Id),
    /// The steps of a stage.
    Steps(Id),
    /// The lanes of a zone of a map.
    Lanes(Id, Zone),
    /// The cards of a lane that begin in a stage.
    Cards {
        /// The lane.
        lane: Id,
        /// The stage.
        stage: Id,
    },
    /// The gaps after a stage.
    Gaps(Id),
    /// The paths of a map.
    Paths(Id),
    /// The answers of an opportunity; they have no order.
    Answers(Id),
    /// The actions of a map.
    Actions(Id),
    /// The involvements in a stage; they have no order.
    Involvements(Id),
    /// The approvals of a stage or a card.
    Approvals(RecordId),
    /// The rounds of a map.
    Rounds(Id),
}

/// The members of a family in order, ties by id.
pub(crate) type Members = BTreeSet<(Order, Id)>;

macro_rules! families {
    ($($table:ident $records:ident $record:ident => $family:pat, $value:expr, $order:expr, $ordered:tt;)*) => {
        impl Family {
            /// The table of its members.
            pub const fn table(self) -> Table {
                match self { $($family => Table::$table,)* }
            }
        }

        /// The family of a record and its place in it; none for tables whose records stand alone.
        pub(crate) fn of(document: &Document, record: RecordId) -> Option<(Family, Order)> {
            match record.table {
                $(Table::$table => document.$records.get(&record.id).map(|$record| ($value, $order)),)*
                Table::Team | Table::Tag | Table::Image | Table::Person | Table::Evidence | Table::Feeling
                | Table::Comment | Table::Dismissal | Table::Version => None,
            }
        }

        /// The members of a family, by looking at its whole table.
        fn find(document: &Document, family: Family) -> Members {
            match family.table() {
                $(Table::$table => document.$records.values()
                    .filter(|$record| { let _ = $record; $value == family })
                    .map(|$record| ($order, $record.id))
                    .collect(),)*
                _ => Members::new(),
            }
        }

        /// Gives a record another order; nothing where its table has none.
        pub(crate) fn set_order(document: &mut Document, table: Table, id: Id, order: Order) {
            match table {
                $(Table::$table => if let Some(record) = document.$records.get_mut(&id) {
                    families!(@set $ordered record order);
                },)*
                _ => {}
            }
        }
    };
    (@set ordered $record:ident $order:ident) => { $record.order = $order };
    (@set alone $record:ident $order:ident) => { let _ = ($record, $order); };
}

families! {
    Map maps map => Family::Maps, Family::Maps, map.order.clone(), ordered;
    Cast cast cast => Family::Cast(_), Family::Cast(cast.map), cast.order.clone(), ordered;
    Stage stages stage => Family::Stages(_), Family::Stages(stage.map), stage.order.clone(), ordered;
    Step steps step => Family::Steps(_), Family::Steps(step.stage), step.order.clone(), ordered;
    Lane lanes lane => Family::Lanes(..), Family::Lanes(lane.map, lane.zone), lane.order.clone(), ordered;
    Card cards card => Family::Cards { .. }, Family::Cards { lane: card.lane, stage: card.stage }, card.order.clone(), ordered;
    Gap gaps gap => Family::Gaps(_), Family::Gaps(gap.stage), gap.order.clone(), ordered;
    Path paths path => Family::Paths(_), Family::Paths(path.map), path.order.clone(), ordered;
    Answer answers answer => Family::Answers(_), Family::Answers(answer.opportunity), Order::default(), alone;
    Action actions action => Family::Actions(_), Family::Actions(action.map), action.order.clone(), ordered;
    Involvement involvements involvement => Family::Involvements(_), Family::Involvements(involvement.stage), Order::default(), alone;
    Approval approvals approval => Family::Approvals(_), Family::Approvals(approval.about), approval.order.clone(), ordered;
    Round rounds round => Family::Rounds(_), Family::Rounds(round.map), round.order.clone(), ordered;
}

/// How many families of a table are looked for one by one before the whole table is sorted into families at once:
/// one edit looks at one or two, a paste of ten thousand lines at thousands.
const ONE_BY_ONE: u8 = 4;

/// The families that a draft has asked for.
#[derive(Default)]
pub(crate) struct Families {
    found: HashMap<Family, Members>,
    looked: HashMap<Table, u8>,
    whole: HashSet<Table>,
}

impl Families {
    /// Whether anything of this table has to be kept true.
    pub(crate) fn knows(&self, table: Table) -> bool {
        self.looked.contains_key(&table)
    }

    /// The members of a family.
    pub(crate) fn members(&mut self, document: &Document, family: Family) -> &Members {
        let table = family.table();
        if !self.whole.contains(&table) && !self.found.contains_key(&family) {
            let looked = self.looked.entry(table).or_default();
            *looked += 1;
            if *looked > ONE_BY_ONE {
                self.whole.insert(table);
                self.found.retain(|family, _| family.table() != table);
                for id in document.ids(table) {
                    self.moved(id, None, of(document, RecordId::new(table, id)));
                }
            } else {
                self.found.insert(family, find(document, family));
            }
        }
        self.found.entry(family).or_default()
    }

    /// A record went from one place to another.
    pub(crate) fn moved(&mut self, id: Id, from: Option<(Family, Order)>, to: Option<(Family, Order)>) {
        if from == to {
            return;
        }
        if let Some((family, order)) = from
            && let Some(members) = self.found.get_mut(&family)
        {
            members.remove(&(order, id));
        }
        if let Some((family, order)) = to {
            if self.whole.contains(&family.table()) {
                self.found.entry(family).or_default().insert((order, id));
            } else if let Some(members) = self.found.get_mut(&family) {
                members.insert((order, id));
            }
        }
    }
}
