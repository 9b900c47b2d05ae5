//! The axis as lanes: which kind of event has which row.

use crate::timeline::{EventIx, KindIx, Timeline};

use super::columns::{Column, columns};
use super::index::{Index, Lane, Shown};
use super::span::Scale;

/// What a row of the lanes shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// The events of a kind.
    Kind(KindIx),
    /// Those of all kinds that have no row of their own.
    Others(Vec<KindIx>),
}

impl Row {
    /// The kinds in it.
    pub fn kinds(&self) -> &[KindIx] {
        match self {
            Self::Kind(kind) => std::slice::from_ref(kind),
            Self::Others(kinds) => kinds,
        }
    }

    /// Its columns: those of its kinds laid over each other.
    pub fn columns(
        &self,
        timeline: &Timeline,
        (index, shown): (&Index, &Shown),
        scale: Scale,
        selected: Option<EventIx>,
    ) -> Vec<Column> {
        let mut row: Vec<Column> = vec![Column::default(); scale.width()];
        for kind in self.kinds() {
            let lane = Lane::of(*kind, index, shown);
            let its = columns(timeline, lane, scale, selected);
            for (column, other) in row.iter_mut().zip(its) {
                *column = over(*column, other);
            }
        }
        row
    }
}

/// What a column shows when two kinds have it.
fn over(one: Column, other: Column) -> Column {
    let shown = one.shown + other.shown;
    let first = [one.first, other.first];
    Column {
        shown,
        hidden: one.hidden + other.hidden,
        first: first.into_iter().flatten().min(),
        selected: one.selected || other.selected,
        bar: one.bar.or(other.bar).filter(|_| shown == 0),
    }
}

/// The rows of the lanes where there is room for so many: the kinds that have events, in the order
/// of the file.
///
/// Where there are more, those of which the filter shows events have the first claim, in the order of
/// the file, and the last row has all the others together: nothing is left out.
pub fn rows(index: &Index, shown: &Shown, room: usize) -> Vec<Row> {
    let kinds: Vec<KindIx> = index.kinds().collect();
    if kinds.len() <= room {
        return kinds.into_iter().map(Row::Kind).collect();
    }
    let own = room.saturating_sub(1);
    let (listed, unlisted): (Vec<KindIx>, Vec<KindIx>) = kinds
        .iter()
        .partition(|kind| shown.count(**kind, index) > 0);
    let mut chosen: Vec<KindIx> = listed.into_iter().chain(unlisted).take(own).collect();
    chosen.sort_unstable();
    let others = kinds.into_iter().filter(|kind| !chosen.contains(kind));
    let others = Row::Others(others.collect());
    chosen
        .into_iter()
        .map(Row::Kind)
        .chain([others])
        .take(room)
        .collect()
}
