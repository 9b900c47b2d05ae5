//! The attendance matrix: who took part in which of the listed events, in which role.
//!
//! Rows are made once for what the filter shows, when they are first asked for. A cell is not kept: an
//! event itself says who took part.

mod frame;

use chrono::Datelike;

use crate::query::Shown;
use crate::text::width;
use crate::timeline::{Attendance, Event, EventIx, Facet, ParticipantIx, RoleIx, Timeline};

use super::glyphs::Glyphs;

pub use frame::{Column, Frame, frame};

/// A participant in a role: what a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Part {
    /// As what.
    pub role: RoleIx,
    /// Who.
    pub participant: ParticipantIx,
}

impl Part {
    /// The part that an attendance is.
    pub const fn of(attendance: &Attendance) -> Self {
        Self {
            role: attendance.role,
            participant: attendance.participant,
        }
    }

    /// What an event says of it; the first entry, if it has several.
    pub fn at(self, event: &Event) -> Option<&Attendance> {
        let mut parts = event.participants.iter();
        parts.find(|part| Self::of(part) == self)
    }
}

/// A row of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// The role of the rows below it, and how many they are.
    Heading(RoleIx, usize),
    /// A participant in that role, and at how many of the listed events.
    Part(Part, usize),
}

impl Row {
    /// The participant in it.
    pub const fn part(self) -> Option<Part> {
        match self {
            Self::Part(part, _) => Some(part),
            Self::Heading(..) => None,
        }
    }

    /// The role of it.
    pub const fn role(self) -> RoleIx {
        match self {
            Self::Heading(role, _) | Self::Part(Part { role, .. }, _) => role,
        }
    }

    /// By which rows are in order: a heading stands before its rows.
    fn key(self) -> (RoleIx, Option<ParticipantIx>) {
        (self.role(), self.part().map(|part| part.participant))
    }
}

/// The columns of the screen that the widest of something takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Widest {
    name: usize,
    code: usize,
    /// The number of an event.
    number: usize,
    /// At how many events a participant was.
    events: usize,
    /// How many participants were at an event.
    participants: usize,
}

/// The rows, and what of them decides how much room things need.
#[derive(Debug, Default)]
pub struct Grid {
    rows: Vec<Row>,
    widest: Widest,
    has_kinds: bool,
}

impl Grid {
    /// An event's number is shown if it has up to four digits: this one and those behind it are left
    /// out.
    const FIRST_LEFT_OUT: u32 = 10_000;

    /// The rows for what a filter shows: by role, then in the order of the files.
    pub fn of(timeline: &Timeline, shown: &Shown, glyphs: &Glyphs) -> Self {
        let rows = rows(timeline, shown);
        let widest = Widest::of(&rows, timeline, shown, glyphs);
        let kinds = timeline.values(Facet::Kind).events().iter();
        let kinds = kinds.filter(|events| events.meet(shown.events().bits()));
        Self {
            rows,
            widest,
            has_kinds: kinds.take(2).count() > 1,
        }
    }

    /// The rows.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Every participant in a role, in the order of the rows.
    pub fn parts(&self) -> impl Iterator<Item = Part> {
        self.rows.iter().filter_map(|row| row.part())
    }

    /// The row that a part stands in.
    pub fn row_of(&self, part: Part) -> Option<usize> {
        let key = (part.role, Some(part.participant));
        self.rows.binary_search_by_key(&key, |row| row.key()).ok()
    }

    /// How many participants there are in a role.
    pub fn count(&self, role: RoleIx) -> usize {
        let at = self.rows.partition_point(|row| row.role() < role);
        match self.rows.get(at) {
            Some(Row::Heading(of, count)) if *of == role => *count,
            _ => 0,
        }
    }

    /// The part itself if it has a row, else the same participant in another role, else the one in whose
    /// place it would stand.
    pub fn nearest(&self, wanted: Part) -> Option<Part> {
        if self.row_of(wanted).is_some() {
            return Some(wanted);
        }
        let same = self.parts().find(|p| p.participant == wanted.participant);
        let behind = || self.parts().find(|part| *part > wanted);
        same.or_else(behind).or_else(|| self.parts().last())
    }

    /// The rows in which an event has a mark.
    pub fn marks(&self, event: &Event) -> impl Iterator<Item = usize> {
        let parts = event.participants.iter().map(Part::of);
        parts.filter_map(|part| self.row_of(part))
    }
}

fn rows(timeline: &Timeline, shown: &Shown) -> Vec<Row> {
    let parts = timeline.attending().iter();
    let parts = parts.map(|((role, participant), events)| {
        let part = Part { role, participant };
        Row::Part(part, events.count_in(shown.events().bits()))
    });
    let parts: Vec<Row> = parts
        .filter(|row| !matches!(row, Row::Part(_, 0)))
        .collect();
    let mut rows = Vec::new();
    for of_role in parts.chunk_by(|a, b| a.role() == b.role()) {
        let heading = of_role.first().map(|row| row.role());
        rows.extend(heading.map(|role| Row::Heading(role, of_role.len())));
        rows.extend_from_slice(of_role);
    }
    rows
}

impl Widest {
    fn of(rows: &[Row], timeline: &Timeline, shown: &Shown, glyphs: &Glyphs) -> Self {
        let mut widest = Self::default();
        for row in rows {
            if let Row::Part(part, events) = row {
                let name = name(timeline, part.participant, false);
                let code = name_width(self::name(timeline, part.participant, true), glyphs);
                widest.name = widest.name.max(name_width(name, glyphs));
                widest.code = widest.code.max(code);
                widest.events = widest.events.max(digits(*events));
            }
        }
        let digest = timeline.digest();
        let (mut number, mut participants) = (None, None);
        for at in shown.events().iter().map(EventIx::index) {
            let shown = digest.numbers.get(at).copied().flatten();
            number = number.max(shown.filter(|number| *number < Grid::FIRST_LEFT_OUT));
            participants = participants.max(digest.participants.get(at));
        }
        widest.number = number.map_or(0, |number| number.to_string().len());
        widest.participants = participants.map_or(0, |most| most.to_string().len());
        widest
    }
}

fn name_width(name: &str, glyphs: &Glyphs) -> usize {
    width(&glyphs.set(name))
}

/// How many digits a count has.
fn digits(count: usize) -> usize {
    count.to_string().len()
}

/// What a participant is called in the matrix: by name, or if it has one by its code.
pub fn name(timeline: &Timeline, at: ParticipantIx, by_code: bool) -> &str {
    let participant = &timeline[at];
    let code = participant.code.as_ref().filter(|_| by_code);
    code.unwrap_or(&participant.name).shown()
}

/// An event's number as it stands above its column; none if it has none or one of too many digits.
pub fn shown_number(event: &Event) -> Option<String> {
    let number = event.number.filter(|number| *number < Grid::FIRST_LEFT_OUT);
    number.map(|number| number.to_string())
}

/// How many participants were at an event, in whatever roles.
pub fn participants(event: &Event) -> usize {
    let all = event.participants.iter().map(|part| part.participant);
    let mut all: Vec<ParticipantIx> = all.collect();
    all.sort_unstable();
    all.dedup();
    all.len()
}

/// The year an event began in.
fn year(event: &Event) -> i32 {
    event.first_day().year()
}

#[cfg(test)]
mod tests {
    use super::{Grid, Part, Row};
    use crate::query::{Query, shown};
    use crate::timeline::{ParticipantIx, RoleIx, Timeline};
    use crate::tui::glyphs::UNICODE;

    fn part(role: usize, participant: usize) -> Part {
        Part {
            role: RoleIx::new(role),
            participant: ParticipantIx::new(participant),
        }
    }

    fn grid(parts: &[(usize, usize)]) -> Grid {
        let mut rows = Vec::new();
        for &(role, participant) in parts {
            let part = part(role, participant);
            if rows.last().map(|row: &Row| row.role()) != Some(part.role) {
                rows.push(Row::Heading(part.role, 1));
            }
            rows.push(Row::Part(part, 1));
        }
        Grid {
            rows,
            ..Grid::default()
        }
    }

    #[test]
    fn a_timeline_without_events_has_no_rows() {
        let timeline = Timeline::default();
        let shown = shown(&timeline, &Query::default());
        let grid = Grid::of(&timeline, &shown, &UNICODE);
        assert_eq!(grid.rows(), []);
        assert_eq!(grid.nearest(part(0, 0)), None);
    }

    #[test]
    fn a_part_without_a_row_is_the_same_participant_in_another_role_or_else_a_neighbour() {
        let grid = grid(&[(0, 1), (0, 4), (2, 3)]);
        for (wanted, nearest) in [
            (part(0, 4), part(0, 4)),
            (part(1, 1), part(0, 1)),
            (part(0, 3), part(2, 3)),
            (part(0, 2), part(0, 4)),
            (part(1, 0), part(2, 3)),
            (part(3, 9), part(2, 3)),
        ] {
            assert_eq!(grid.nearest(wanted), Some(nearest), "{wanted:?}");
        }
    }
}
