//! The last line: a notice, which may take some more, or the keys that matter now.

use ratatui::layout::Rect;

use crate::text::width;
use crate::timeline::State;
use crate::tui::app::{App, Choice, Focus, Overlay, Picker, View};
use crate::tui::document::{Ink, Inked, Line};
use crate::tui::keymap::{Action, Chord, Key};
use crate::tui::layout::notice_lines;

use super::paint::Paint;
use super::{list, search, sources};

/// Draws the notice if there is one, else as many hints as fit, and how far the reader is in the
/// search, or else in the list.
pub(super) fn draw(app: &App, area: Rect, paint: &mut Paint<'_>) {
    let columns = usize::from(area.width);
    let place = match (&app.search, app.view) {
        _ if !app.overlays.is_empty() => Vec::new(),
        (Some(searched), _) => search::standing(app, searched, columns),
        (None, View::Timeline | View::Participants) if app.notice.is_none() => {
            vec![list::place(app)]
        }
        (None, View::Sources) if app.notice.is_none() => vec![sources::place(app, columns)],
        (None, _) => Vec::new(),
    };
    let taken: usize = place.iter().map(|text| width(text)).sum();
    let mut left = columns.saturating_sub(taken + 1);
    let lines = notice_lines(app);
    let last = match lines.split_last() {
        None => Line::row(1, fitting(hints(app), left.saturating_sub(2))),
        Some((last, before)) => {
            for (row, text) in area.rows().zip(before) {
                paint.line(row, &Line::new(1, text.clone(), Ink::Strong));
            }
            if lines.len() > 1 || width(last) + 3 > left {
                left = columns;
            }
            Line::new(1, last.clone(), Ink::Strong)
        }
    };
    let Some(row) = area.rows().next_back() else {
        return;
    };
    paint.line(row, &last);
    if left < columns {
        let place = place.into_iter().map(|text| vec![(text, Ink::Plain)]);
        paint.line(row, &Line::row(left, place));
    }
}

/// Keys and the word for what they do.
type Hint = (String, String);

/// As many hints as fit into `room`; the last one, the way to all the others, always.
fn fitting(mut hints: Vec<Hint>, room: usize) -> Vec<Vec<Inked>> {
    hints.retain(|(keys, _)| !keys.is_empty());
    let last = hints.pop();
    let mut parts: Vec<Vec<Inked>> = Vec::new();
    let mut used = 0;
    let reserved = last
        .as_ref()
        .map_or(0, |(keys, word)| width(keys) + width(word) + 1);
    for (keys, word) in hints {
        let need = width(&keys) + width(&word) + 3;
        if used + need + reserved > room {
            break;
        }
        used += need;
        parts.push(vec![(keys, Ink::Key)]);
        parts.push(vec![(format!(" {word}  "), Ink::Dim)]);
    }
    if let Some((keys, word)) = last {
        parts.push(vec![(keys, Ink::Key)]);
        parts.push(vec![(format!(" {word}"), Ink::Dim)]);
    }
    parts
}

/// What can be done now, the likeliest first, the way to all keys last.
fn hints(app: &App) -> Vec<Hint> {
    match app.overlays.last() {
        None => hints_in_view(app),
        Some(Overlay::Picker(picker)) => hints_in_picker(app, picker),
        Some(Overlay::QueryLine(_)) => vec![
            hint(app, Action::Complete),
            arrows(app, "earlier filters"),
            hint_as(app, Action::Back, "as it was"),
            hint_as(app, Action::Open, "keep"),
        ],
        Some(Overlay::GoTo(_)) => vec![
            hint_as(app, Action::Back, "close"),
            hint_as(app, Action::Open, "go"),
        ],
        Some(Overlay::Help(_)) => vec![
            typing("find"),
            arrows(app, "row"),
            hint_as(app, Action::Back, "close"),
            hint_as(app, Action::Open, "do it"),
        ],
        Some(Overlay::Problems(_)) => vec![
            arrows(app, "row"),
            hint_as(app, Action::Open, "edit there"),
            hint_as(app, Action::Close, "close"),
            hint(app, Action::Help),
        ],
        Some(Overlay::Copy(_)) => vec![
            arrows(app, "form"),
            hint_as(app, Action::Back, "close"),
            hint_as(app, Action::Open, "copy"),
        ],
        Some(Overlay::Search(_)) => vec![
            arrows(app, "hit"),
            hint_as(app, Action::Open, "keep"),
            hint_as(app, Action::Back, "go back"),
        ],
    }
}

fn hints_in_picker(app: &App, picker: &Picker) -> Vec<Hint> {
    let mut hints = vec![typing("narrow"), arrows(app, "row")];
    let open = match picker.choice {
        Choice::Any { .. } => {
            hints.push(hint(app, Action::PickerMark));
            hints.push(hint(app, Action::PickerAnyAll));
            "apply"
        }
        Choice::OfEvent { not: true, .. } => "not this",
        Choice::OfEvent { not: false, .. } => "only this",
    };
    hints.push(hint_as(app, Action::Back, "close"));
    hints.push(hint_as(app, Action::Open, open));
    hints
}

fn hints_in_view(app: &App) -> Vec<Hint> {
    let mut hints = if app.search.is_some() {
        hints_in_search(app)
    } else {
        hints_in_pane(app)
    };
    if app.counts().errors > 0 {
        hints.push(hint(app, Action::Problems));
    }
    if !app.query.is_empty() {
        hints.push(hint(app, Action::FilterDropLast));
        hints.push(hint(app, Action::FilterClear));
    }
    if app.axis.sight.window.is_some() {
        hints.push(hint(app, Action::ZoomFit));
    }
    hints.extend([
        hint(app, Action::FilterParticipants),
        hint(app, Action::FilterFacets),
        hint(app, Action::Search),
    ]);
    if app.focus == Focus::List {
        let other = match app.view {
            View::Timeline => Action::ViewQuotes,
            _ => Action::ViewTimeline,
        };
        hints.push(hint(app, other));
    }
    if app.view.has_detail() {
        hints.push(hint(app, Action::NextPane));
    }
    hints.extend([hint(app, Action::Close), hint(app, Action::Help)]);
    hints
}

fn hints_in_search(app: &App) -> Vec<Hint> {
    vec![
        hint(app, Action::SearchNext),
        hint(app, Action::SearchPrevious),
        hint_as(app, Action::Back, "end search"),
        arrows(app, row_name(app)),
    ]
}

/// What the arrows go along.
const fn row_name(app: &App) -> &'static str {
    match (app.view, app.focus) {
        (View::Timeline | View::Zones, Focus::List) => "event",
        (View::Quotes, Focus::List) => "speaker",
        (View::Quotes, Focus::Detail) => "quote",
        (View::Participants, _) => "row",
        (View::Sources, Focus::List) => "source",
        (View::Timeline | View::Sources | View::Zones, Focus::Detail) => "link",
    }
}

/// What can be done in the pane that has the keys; in a detail, the way out comes before what can be
/// done from anywhere.
fn hints_in_pane(app: &App) -> Vec<Hint> {
    let back = |word| hint_as(app, Action::Back, word);
    let open = |word| hint_as(app, Action::Open, word);
    let mut hints = vec![arrows(app, row_name(app))];
    hints.extend(match (app.view, app.focus) {
        (View::Timeline, Focus::List) => vec![open("detail")],
        (View::Timeline, Focus::Detail) if app.events.page.is_some() => {
            vec![open("follow"), back("its event")]
        }
        (View::Timeline, Focus::Detail) => vec![open("follow"), back("list")],
        (View::Quotes, Focus::List) => vec![open("quotes")],
        (View::Quotes, Focus::Detail) => vec![open(leads_to(app)), back("speakers")],
        (View::Participants, _) => vec![across(app), open("open")],
        (View::Sources, Focus::List) => vec![open("facts"), hint(app, Action::Sort)],
        (View::Sources, Focus::Detail) => vec![open("follow"), back("sources")],
        (View::Zones, Focus::List) => vec![open("history")],
        (View::Zones, Focus::Detail) => vec![open("follow"), back("map")],
    });
    if app.view == View::Sources && app.focus == Focus::Detail && has_passages(app) {
        hints.push(hint_as(app, Action::SearchNext, "next passage"));
    }
    hints
}

/// Whether a quote is found in the text of the selected source.
fn has_passages(app: &App) -> bool {
    let source = app.selected_source();
    source.is_some_and(|source| app.timeline.passages(source).next().is_some())
}

/// What the selected quote leads to.
fn leads_to(app: &App) -> &'static str {
    match app.selected_quote().map(|quote| &app.timeline[quote].state) {
        Some(State::Verified(_)) => "its source",
        _ => "its event",
    }
}

/// An action's key with the word that the table of actions has for it.
fn hint(app: &App, action: Action) -> Hint {
    hint_as(app, action, action.spec().hint)
}

/// The same with another word, where what an action does depends on the place.
fn hint_as(app: &App, action: Action, word: &str) -> Hint {
    (key(app, action), word.to_owned())
}

/// How to move: by the arrows, or by other keys if those have been set.
fn arrows(app: &App, word: &str) -> Hint {
    let ways = [(Action::Next, Key::Down), (Action::Previous, Key::Up)];
    (
        either(app, ways, app.settings.glyphs.up_down),
        word.to_owned(),
    )
}

/// How to move from column to column.
fn across(app: &App) -> Hint {
    let ways = [
        (Action::EventPrevious, Key::Left),
        (Action::EventNext, Key::Right),
    ];
    let keys = either(app, ways, app.settings.glyphs.left_right);
    (keys, String::from("event"))
}

/// The sign for two arrow keys if they do two actions, else the keys that do them.
fn either(app: &App, ways: [(Action, Key); 2], arrows: &str) -> String {
    let has = |(action, key): (Action, Key)| {
        let keys = app.settings.keymap.keys(action, app.context());
        keys.contains(&Chord::from(key))
    };
    if ways.into_iter().all(has) {
        return arrows.to_owned();
    }
    let keys = ways.map(|(action, _)| key(app, action));
    keys.join(" ").trim().to_owned()
}

fn typing(word: &str) -> Hint {
    (String::from("type"), word.to_owned())
}

/// The key that does an action here, as it is printed on the key: Enter, Esc or Tab where one of
/// them does it, since they are found at once, else the letter.
pub(super) fn key(app: &App, action: Action) -> String {
    let keys = app.settings.keymap.keys(action, app.context());
    let plain = |key: Key| keys.iter().find(|chord| **chord == Chord::from(key));
    let named = [Key::Enter, Key::Esc, Key::Tab].into_iter().find_map(plain);
    let letter = keys.iter().find(|chord| chord.typed().is_some());
    named
        .or(letter)
        .or_else(|| keys.first())
        .copied()
        .map(printed)
        .unwrap_or_default()
}

/// A key as it is printed on keyboards: `Enter`, `Ctrl-D`, `p`.
pub(super) fn printed(chord: Chord) -> String {
    let name = chord.to_string();
    let words = name.split_inclusive('-').map(|word| {
        let mut chars = word.chars();
        match chars.next() {
            Some(first) if word.trim_end_matches('-').chars().count() > 1 => {
                first.to_uppercase().chain(chars).collect::<String>()
            }
            _ if chord.ctrl => word.to_uppercase(),
            _ => word.to_owned(),
        }
    });
    match name.as_str() {
        "pgup" => String::from("PgUp"),
        "pgdn" => String::from("PgDn"),
        _ => words.collect(),
    }
}
