//! The sources view: the list of sources, with how much rests on each.

use std::borrow::Cow;

use ratatui::layout::Rect;

use crate::text::{Text, elide, width};
use crate::timeline::Source;
use crate::tui::app::App;
use crate::tui::document::{Ink, Inked, Line};
use crate::tui::rows::{Order, SourceRow};

use super::empty;
use super::list::selection;
use super::paint::Paint;
use super::search::marked;

/// Columns of the selection's mark.
const MARK: usize = 2;
/// Columns of a date: "2017-09-15".
const DATE: usize = 10;
/// The same where there is no room for more than the year.
const YEAR: usize = 4;
/// Columns of the publisher, and where there is more room.
const PUBLISHER: [usize; 2] = [12, 18];
/// Columns of the language.
const LANGUAGE: usize = 5;
/// Columns of a count.
const COUNT: usize = 4;
/// Columns of all counts together.
const TOTAL: usize = 6;
/// Fewer columns of a title than this say little; more make room for a wider publisher.
const TITLE: [usize; 2] = [18, 32];

/// From this width on the keys leave room for the order; the heading has it in bold anyway.
const ORDER_FROM: usize = 60;

/// Which columns there is room for.
struct Columns {
    date: usize,
    publisher: usize,
    title: usize,
    language: usize,
    /// Whether what rests on a source is counted kind by kind.
    detailed: bool,
}

/// What is counted: the word above it, and how many there are.
type Count = (&'static str, fn(&SourceRow) -> usize);

/// Draws the list under its heading.
pub(super) fn draw(app: &App, area: Rect, paint: &mut Paint<'_>) {
    if app.source_rows().is_empty() {
        empty::draw(
            app,
            "this timeline has no sources",
            "nothing that fits the filter rests on a source",
            area,
            paint,
        );
        return;
    }
    let columns = Columns::of(app, usize::from(area.width));
    let mut rows = area.rows();
    if area.height > 1
        && let Some(row) = rows.next()
    {
        paint.line(row, &Line::of(MARK, columns.heading(app)));
    }
    let selected = app.selected_source();
    for (source, row) in app.source_rows().iter().skip(app.sources.top).zip(rows) {
        let is_selected = selected == Some(source.source);
        let mark = if is_selected {
            app.settings.glyphs.selected
        } else {
            " "
        };
        let mut parts = vec![vec![(format!("{mark} "), Ink::Plain)]];
        parts.extend(columns.row(app, source));
        paint.line(row, &Line::row(0, parts));
        if is_selected {
            paint.lay(row, selection(app));
        }
    }
}

impl Columns {
    /// As many as `width` has room for: the language goes first, then the kinds of facts, then the
    /// publisher, then all of the date but its year.
    fn of(app: &App, width: usize) -> Self {
        let counts = counts(app).len() * COUNT;
        let ([narrow, wide], [least, much]) = (PUBLISHER, TITLE);
        // Date, publisher, language, counts, and the least of the title.
        let choices = [
            [DATE, wide, LANGUAGE, counts, much],
            [DATE, narrow, LANGUAGE, counts, least],
            [DATE, narrow, 0, counts, least],
            [DATE, narrow, 0, TOTAL, least],
            [DATE, 0, 0, TOTAL, least],
            [YEAR, 0, 0, TOTAL, 0],
        ];
        let taken = |[date, publisher, language, counts, _]: [usize; 5]| {
            let publisher = if publisher > 0 { publisher + 1 } else { 0 };
            MARK + date + 1 + publisher + language + counts + 1
        };
        let [.., narrowest] = choices;
        let mut fitting = choices.into_iter();
        let choice = fitting.find(|choice| taken(*choice) + choice[4] <= width);
        let choice = choice.unwrap_or(narrowest);
        let [date, publisher, language, counted, _] = choice;
        Self {
            date,
            publisher,
            title: width.saturating_sub(taken(choice)),
            language,
            detailed: counted == counts,
        }
    }

    /// The words above the columns, that of the order in bold.
    fn heading(&self, app: &App) -> Vec<Inked> {
        let order = app.source_rows.order();
        let ink = |is_order: bool| if is_order { Ink::Heading } else { Ink::Dim };
        let mut runs = vec![(cell("date", self.date), ink(order == Order::Date))];
        if self.publisher > 0 {
            let word = format!(" {}", cell("publisher", self.publisher));
            runs.push((word, ink(order == Order::Publisher)));
        }
        runs.push((format!(" {}", cell("title", self.title)), Ink::Dim));
        if self.language > 0 {
            runs.push((cell(" lang", self.language), Ink::Dim));
        }
        let weight = ink(order == Order::Weight);
        if self.detailed {
            let words = counts(app).into_iter();
            runs.extend(words.map(|(word, _)| (format!("{word:>COUNT$}"), weight)));
        } else {
            runs.push((format!("{:>TOTAL$}", "facts"), weight));
        }
        runs
    }

    fn row(&self, app: &App, row: &SourceRow) -> Vec<Vec<Inked>> {
        let source = &app.timeline[row.source];
        let blank = || vec![(String::from(" "), Ink::Plain)];
        let date = cell(&date(app, source, self.date), self.date);
        let mut parts = vec![vec![(date, Ink::Dim)]];
        if self.publisher > 0 {
            let publisher = source.publisher.as_ref().map_or("", Text::shown);
            parts.push(blank());
            parts.push(text(app, publisher, self.publisher, Ink::Dim));
        }
        parts.push(blank());
        parts.push(text(app, source.title.shown(), self.title, Ink::Plain));
        if self.language > 0 {
            let language = source.language.as_ref().map_or("", Text::shown);
            parts.push(blank());
            parts.push(text(app, language, self.language - 1, Ink::Dim));
        }
        parts.push(self.counts(app, row));
        parts
    }

    /// How many facts rest on a source; that none does is said in words.
    fn counts(&self, app: &App, row: &SourceRow) -> Vec<Inked> {
        let counts = counts(app);
        if row.facts() == 0 {
            let columns = if self.detailed {
                counts.len() * COUNT
            } else {
                TOTAL
            };
            let word = if columns > "unused".len() {
                "unused"
            } else {
                "none"
            };
            return vec![(format!("{word:>columns$}"), Ink::Warning)];
        }
        if !self.detailed {
            return vec![(format!("{:>TOTAL$}", row.facts()), Ink::Plain)];
        }
        let counts = counts.into_iter().map(|(word, count)| {
            let is_proof = word == app.settings.glyphs.verified;
            let ink = if is_proof { Ink::Good } else { Ink::Plain };
            match count(row) {
                0 => (" ".repeat(COUNT), ink),
                count => (format!("{count:>COUNT$}"), ink),
            }
        });
        counts.collect()
    }
}

/// What is counted: zones only where a timeline has some.
fn counts(app: &App) -> Vec<Count> {
    let mut counts: Vec<Count> = vec![
        ("ev", |row| row.events),
        ("del", |row| row.delegations),
        ("doc", |row| row.documents),
        ("zn", |row| row.zones),
        ("q", |row| row.quotes),
        (app.settings.glyphs.verified, |row| row.verified),
    ];
    counts.retain(|(word, _)| *word != "zn" || !app.timeline.zones().is_empty());
    counts
}

/// The date as it is written, or its year.
fn date(app: &App, source: &Source, columns: usize) -> String {
    let Some(date) = &source.date else {
        return String::new();
    };
    let written = date.edtf();
    if columns < DATE {
        return date.first().format("%Y").to_string();
    }
    let written = app.settings.glyphs.set(&written).into_owned();
    elide(&written, columns, app.settings.glyphs.ellipsis).into_owned()
}

/// A text in so many columns, with what is searched for highlighted.
fn text(app: &App, text: &str, columns: usize, ink: Ink) -> Vec<Inked> {
    let glyphs = app.settings.glyphs;
    let text = glyphs.set(text);
    let text = elide(&text, columns, glyphs.ellipsis);
    let gap = columns.saturating_sub(width(&text));
    let mut runs = marked(app, &text, ink);
    runs.push((" ".repeat(gap), ink));
    runs
}

/// A word of ours in so many columns.
fn cell(word: &str, columns: usize) -> String {
    let word: Cow<'_, str> = elide(word, columns, "");
    format!("{word:columns$}")
}

/// The place of the selected source in the list, and where a line of `columns` has room for it, what
/// the list is sorted by: "by date 3/17".
pub(super) fn place(app: &App, columns: usize) -> String {
    let rows = app.source_rows().len();
    let row = app.selected_source().and_then(|at| app.source_row(at));
    let Some(row) = row else {
        return String::new();
    };
    let place = format!("{}/{rows}", row + 1);
    if columns < ORDER_FROM {
        return place;
    }
    format!("{} {place}", app.source_rows.order().name())
}
