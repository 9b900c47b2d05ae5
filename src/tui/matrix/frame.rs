//! How the matrix stands on the screen: which lines are above and below it, and which columns are in
//! sight.

use ratatui::layout::Rect;

use crate::query::EventSet;
use crate::text::width;
use crate::timeline::{EventIx, Timeline};
use crate::tui::app::App;
use crate::tui::layout::areas;

use super::{Grid, year};

/// From this width on participants have their names, under it their codes.
const NAMES_FROM: u16 = 60;
/// Columns of names where there are more events than there is room for.
const NAMES: usize = 24;
/// Columns of what stands for names on narrow screens.
const CODES: usize = 8;
/// Columns between the mark of the selected row and the edge, both taken.
const MARK: usize = 2;

/// Where everything is. What is not shown has no height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// The years, above the first column of each.
    pub years: Rect,
    /// The marks of the events' kinds.
    pub kinds: Rect,
    /// The events' numbers: in one line, or a digit in each.
    pub numbers: Rect,
    /// The rows.
    pub rows: Rect,
    /// How many took part in each event: in one line, or a digit in each.
    pub totals: Rect,
    /// Between that and what the cell says.
    pub rule: Rect,
    /// What the selected cell says.
    pub cell: Rect,
    /// Columns of a participant's name.
    pub names: usize,
    /// Whether codes stand for names.
    pub by_code: bool,
    /// Columns of how many events a participant was at.
    pub events: usize,
    track: Track,
}

/// A column of the matrix: an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// The event.
    pub event: EventIx,
    /// Its first cell in a line of the view; it is blank, or a mark.
    pub left: usize,
    /// The year, if this is its first column in sight.
    pub year: Option<i32>,
}

/// Where the columns are: how far from the left edge they begin and end, and how wide one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Track {
    begin: usize,
    column: usize,
    end: usize,
}

impl Track {
    /// The columns in sight from `left` on. The first column of a year leaves room for the label of
    /// the year before; the first of all is in sight whatever room there is.
    fn columns(self, timeline: &Timeline, events: &EventSet, left: usize) -> Vec<Column> {
        let mut columns: Vec<Column> = Vec::new();
        let (mut next, mut label_ends, mut shown) = (self.begin, self.begin, None);
        let first = events.get(left);
        for event in first.into_iter().flat_map(|first| events.since(first)) {
            let begins = year(&timeline[event]);
            let is_first = shown != Some(begins);
            let column = Column {
                event,
                left: if is_first { next.max(label_ends) } else { next },
                year: is_first.then_some(begins),
            };
            if !columns.is_empty() && self.end_of(column) > self.end {
                break;
            }
            columns.push(column);
            next = column.left + self.column;
            if is_first {
                (label_ends, shown) = (self.end_of(column), Some(begins));
            }
        }
        columns
    }

    /// If all events are in sight at once, how much room they leave.
    fn left_over(self, timeline: &Timeline, events: &EventSet) -> Option<usize> {
        let room = self.end.saturating_sub(self.begin);
        if events.len().saturating_mul(self.column) > room {
            return None;
        }
        let columns = self.columns(timeline, events, 0);
        let ends = columns.iter().map(|column| self.end_of(*column)).max();
        let left = self.end.checked_sub(ends.unwrap_or(self.begin))?;
        (columns.len() == events.len()).then_some(left)
    }

    /// Where a column and its year's label end.
    fn end_of(self, column: Column) -> usize {
        // The label begins behind the blank.
        let label = column.year.map_or(0, |year| 1 + width(&year.to_string()));
        column.left + self.column.max(label)
    }

    /// The least `left` from which the event at `at` is in sight.
    fn lowest(self, timeline: &Timeline, events: &EventSet, at: usize) -> usize {
        let room = self.end.saturating_sub(self.begin);
        let (mut low, mut high) = (at.saturating_sub(room / self.column.max(1)), at);
        while low < high {
            let middle = low + (high - low) / 2;
            let seen = self.columns(timeline, events, middle).len();
            if middle + seen > at {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        high
    }
}

impl Frame {
    /// The columns in sight, from the event at `left` on.
    pub fn columns(&self, app: &App, left: usize) -> Vec<Column> {
        let events = app.hits.events();
        self.track.columns(&app.timeline, events, left)
    }

    /// The columns of the screen that an event takes, with the blank before it.
    pub const fn column(&self) -> usize {
        self.track.column
    }

    /// The first event in sight, so that the one at `at` is in sight too and there is no room left
    /// behind the last one.
    pub fn left(&self, app: &App, left: usize, at: usize) -> usize {
        let (timeline, events) = (&app.timeline, app.hits.events());
        let last = events.len().saturating_sub(1);
        let end = self.track.lowest(timeline, events, last);
        let lowest = self.track.lowest(timeline, events, at);
        left.min(end).clamp(lowest, at.max(lowest))
    }
}

/// The frame for the app's size; none if the view is not shown or has no room.
pub fn frame(app: &App) -> Option<Frame> {
    let body = areas(app)?.list?;
    let grid = app.grid();
    let across = Across::of(app, grid, body.width);
    let is_stacked = across.track.column < Across::flat(grid);
    let lines = if is_stacked {
        (grid.widest.number.max(1), grid.widest.participants)
    } else {
        (1, 1)
    };
    let down = Down::of(usize::from(body.height), lines, grid.has_kinds);
    let mut rest = body;
    let mut next = |height: usize| {
        let height = u16::try_from(height).unwrap_or(u16::MAX).min(rest.height);
        let area = Rect { height, ..rest };
        rest.y += height;
        rest.height -= height;
        area
    };
    let (years, kinds) = (next(down.years), next(down.kinds));
    let numbers = next(down.numbers);
    let rows = next(down.rows.min(grid.rows.len().max(1)));
    let totals = next(down.totals);
    // What the cell says stays in its place however many rows there are.
    next(down.rows.saturating_sub(grid.rows.len().max(1)));
    let (rule, cell) = (next(down.rule), next(down.cell));
    Some(Frame {
        years,
        kinds,
        numbers,
        rows,
        totals,
        rule,
        cell,
        names: across.names,
        by_code: across.by_code,
        events: grid.widest.events,
        track: across.track,
    })
}

/// What stands beside what.
struct Across {
    names: usize,
    by_code: bool,
    track: Track,
}

impl Across {
    /// Numbers beside each other if all events fit so, else one digit above the other; what room is
    /// left then have the names.
    fn of(app: &App, grid: &Grid, width: u16) -> Self {
        let (narrow, width) = (width < NAMES_FROM, usize::from(width));
        let (timeline, events) = (&app.timeline, app.hits.events());
        let beside = MARK + 1 + grid.widest.events;
        let track = |names: usize, column: usize| Track {
            begin: beside + names,
            column,
            end: width,
        };
        let left_over = |names, column| track(names, column).left_over(timeline, events);
        let names = grid.widest.name.min(NAMES);
        let by_code = narrow && left_over(names, 2).is_none();
        let (least, most) = if by_code {
            let codes = grid.widest.code.min(CODES);
            (codes, codes)
        } else {
            (names, grid.widest.name)
        };
        let flat = Self::flat(grid);
        let (column, more) = match left_over(least, flat) {
            Some(more) => (flat, more),
            None => (2, left_over(least, 2).unwrap_or(0)),
        };
        let names = most.min(least + more);
        Self {
            names,
            by_code,
            track: track(names, column),
        }
    }

    /// How wide a column is whose numbers stand in one line.
    fn flat(grid: &Grid) -> usize {
        grid.widest.number.max(grid.widest.participants).max(1) + 1
    }
}

/// How many lines everything has.
#[derive(Default)]
struct Down {
    years: usize,
    kinds: usize,
    numbers: usize,
    rows: usize,
    totals: usize,
    rule: usize,
    cell: usize,
}

impl Down {
    /// The most important first, as long as rows are left. `lines` are those of the events' numbers and
    /// of the totals.
    fn of(height: usize, lines: (usize, usize), has_kinds: bool) -> Self {
        let mut down = Self {
            rows: height,
            ..Self::default()
        };
        let (numbers, totals) = lines;
        let some = 4.max(height / 3);
        let mut take = |lines: usize, rows_left: usize| {
            let fits = down.rows >= lines + rows_left;
            let lines = if fits { lines } else { 0 };
            down.rows -= lines;
            lines
        };
        let mut cell = take(1, 1);
        let numbers = take(numbers, 1);
        let years = take(1, 3);
        let kinds = take(usize::from(has_kinds), some);
        cell += take(1, some);
        let totals = take(totals, some);
        cell += take(1, some);
        let rule = take(1, some);
        Self {
            years,
            kinds,
            numbers,
            totals,
            rule,
            cell,
            ..down
        }
    }
}
