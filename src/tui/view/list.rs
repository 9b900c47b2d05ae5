//! The list of events.

use chrono::Datelike;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::text::{elide, plural, width};
use crate::timeline::{Event, EventIx, range_in_year};
use crate::tui::app::{App, Focus};
use crate::tui::document::{Ink, Inked, Line, runs_width};
use crate::tui::rows::EventRow;
use crate::tui::theme::Theme;

use super::empty;
use super::paint::Paint;
use super::search::marked;

/// Columns of the dates: the longest are such as "30 Oct – 1 Nov".
const DATES: usize = 14;
/// The same where the label would else have no room: "23–24 Jan".
const FEW_DATES: usize = 9;
/// From this width on there is room for both.
const WIDE_FROM: u16 = 34;
/// Columns of the label where others follow it.
const LABEL: usize = 8;
/// Columns of the city.
const CITY: usize = 10;
/// Columns of the participants' codes.
const CODES: usize = 14;
/// Columns of how well the event is supported.
const SUPPORT: usize = 9;

/// Draws the list; its first line always says which year the rows below belong to.
pub(super) fn draw(app: &App, area: Rect, paint: &mut Paint<'_>) {
    if app.hits.events().is_empty() {
        empty::draw(
            app,
            "this timeline has no events",
            "no event fits the filter",
            area,
            paint,
        );
        return;
    }
    let selected = app.selected_event();
    for (at, row) in area.rows().enumerate() {
        match app.event_row(app.events.top + at) {
            Some(EventRow::Event(event)) if at == 0 && area.height > 1 => {
                draw_year(app.timeline[event].first_day().year(), row, paint);
            }
            Some(EventRow::Year(year)) => draw_year(year, row, paint),
            Some(EventRow::Event(event)) => {
                draw_event(app, event, row, paint);
                if selected == Some(event) {
                    paint.lay(row, selection(app));
                }
            }
            None => break,
        }
    }
}

/// The style of the selected row: it says whether the list has the keys.
pub(super) fn selection(app: &App) -> Style {
    match app.focus {
        Focus::List => Theme::selection(),
        Focus::Detail => Theme::selection_elsewhere(),
    }
}

fn draw_year(year: i32, row: Rect, paint: &mut Paint<'_>) {
    paint.line(row, &Line::new(1, year.to_string(), Ink::Heading));
}

fn draw_event(app: &App, at: EventIx, row: Rect, paint: &mut Paint<'_>) {
    let event = &app.timeline[at];
    let kind = &app.timeline[event.kind];
    let glyphs = app.settings.glyphs;
    let mark = if app.selected_event() == Some(at) {
        glyphs.selected
    } else {
        " "
    };
    let dates = range_in_year(&event.start, event.end.as_ref());
    let columns = if row.width < WIDE_FROM {
        FEW_DATES
    } else {
        DATES
    };
    let dates = glyphs.set(&dates);
    let dates = elide(&dates, columns, glyphs.ellipsis);
    let left = columns.saturating_sub(width(&dates));
    let first = vec![
        (format!("{mark} {:left$}{dates} ", ""), Ink::Plain),
        (glyphs.kind(kind).into_owned(), Ink::Kind(kind.color)),
        (String::from(" "), Ink::Plain),
    ];
    let room = usize::from(row.width).saturating_sub(runs_width(&first) + 1);
    let mut parts = vec![first];
    parts.extend(facts(app, event, room));
    paint.line(row, &Line::row(0, parts));
}

/// A column of the list: how wide it is, what stands in it, and in which ink all but its hits is.
type Cell = (usize, Vec<Inked>, Ink);

/// Label, city, codes and support, as many of them as there is room for. A label too long for its
/// column takes the room of what follows.
fn facts(app: &App, event: &Event, room: usize) -> Vec<Vec<Inked>> {
    let glyphs = app.settings.glyphs;
    let mut cells = optional_cells(app, event, room);
    let label = app.timeline.label(event);
    let label = glyphs.set(&label);
    let taken: usize = cells.iter().map(|(columns, ..)| columns + 1).sum();
    let mut columns = room.saturating_sub(taken);
    while width(&label) > columns && !cells.is_empty() {
        columns += cells.remove(0).0 + 1;
    }
    let label = elide(&label, columns, glyphs.ellipsis);
    let mut parts = vec![padded(marked(app, &label, Ink::Plain), columns, Ink::Plain)];
    for (columns, text, ink) in cells {
        parts.push(vec![(String::from(" "), ink)]);
        parts.push(padded(text, columns, ink));
    }
    parts
}

fn padded(mut runs: Vec<Inked>, columns: usize, ink: Ink) -> Vec<Inked> {
    let gap = columns.saturating_sub(runs_width(&runs));
    runs.push((" ".repeat(gap), ink));
    runs
}

/// What stands behind the label, in this order; who took part is left out last, since it tells most.
fn optional_cells(app: &App, event: &Event, room: usize) -> Vec<Cell> {
    let mut free = room.saturating_sub(LABEL);
    let mut fits = |columns: usize| {
        let fits = columns < free;
        free -= if fits { columns + 1 } else { 0 };
        fits
    };
    let (has_codes, has_city, has_support) = (fits(CODES), fits(CITY), fits(SUPPORT));
    let mut cells = Vec::new();
    if has_city {
        let glyphs = app.settings.glyphs;
        let city = event.city.as_ref().map_or("", |city| city.shown());
        let city = elide(&glyphs.set(city), CITY, glyphs.ellipsis).into_owned();
        cells.push((CITY, marked(app, &city, Ink::Plain), Ink::Plain));
    }
    if has_codes {
        let codes = codes(app, event, CODES);
        cells.push((CODES, vec![(codes, Ink::Dim)], Ink::Dim));
    }
    if has_support {
        let (text, ink) = support(app, event);
        cells.push((SUPPORT, vec![(text, ink)], ink));
    }
    cells
}

/// The codes of those who took part, in the order of their roles; the others are counted.
fn codes(app: &App, event: &Event, columns: usize) -> String {
    let mut parts: Vec<_> = event.participants.iter().collect();
    parts.sort_by_key(|part| part.role);
    let codes = parts
        .iter()
        .filter_map(|part| app.timeline[part.participant].code.as_ref());
    let mut codes: Vec<&str> = codes.map(crate::text::Text::shown).collect();
    codes.dedup();
    let mut text = String::new();
    for (at, code) in codes.iter().enumerate() {
        let rest = parts.len() - at - 1;
        let more = if rest == 0 {
            0
        } else {
            format!(" +{rest}").len()
        };
        if width(&text) + width(code) + more > columns {
            return format!("{text}+{}", rest + 1);
        }
        text.push_str(code);
        text.push(' ');
    }
    text.trim_end().to_owned()
}

/// How many sources the event has, and whether they disagree.
fn support(app: &App, event: &Event) -> (String, Ink) {
    let doubt = if event.doubts.is_empty() {
        " "
    } else {
        app.settings.glyphs.doubt
    };
    let ink = if event.sources.len() < 2 {
        Ink::Warning
    } else {
        Ink::Dim
    };
    (format!("{:>3} src {doubt}", event.sources.len()), ink)
}

/// The place of the selected event among those shown: "6/14".
pub(super) fn place(app: &App) -> String {
    let events = app.hits.events();
    match app.selected_event() {
        Some(event) => {
            let at = events.rank(event) + 1;
            format!("{at}/{}", events.len())
        }
        None => plural(0, "event"),
    }
}
