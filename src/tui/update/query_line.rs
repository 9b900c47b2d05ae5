//! The line in which the filter is typed: it filters as one types, and completes.

use tui_input::Input;

use crate::query::{Completion, Field, Mistake, Query, complete, is_known, look, parse};
use crate::timeline::{EventIx, Timeline};
use crate::tui::app::{App, Overlay, QueryLine};
use crate::tui::keymap::Action;

use super::places;

/// How much text is looked through in a step, in bytes: some milliseconds.
const STEP: usize = 3_000_000;
/// How many times longer it takes to fold a text.
const FOLD: usize = 16;

/// Opens the line with the filter there is.
pub(super) fn open(app: &mut App) {
    let mut text = app.query.to_string();
    if !text.is_empty() {
        text.push(' ');
    }
    app.overlays.push(Overlay::QueryLine(QueryLine {
        input: Input::new(text),
        began: places::here(app),
        completed: None,
        recalled: None,
        read: 0,
        is_accepted: false,
    }));
}

/// What is wrong with the line as it stands.
pub fn mistakes(app: &App, line: &QueryLine) -> Vec<Mistake> {
    parse(line.input.value(), &app.timeline).1
}

/// What the line could go on as at its cursor.
pub fn completions(app: &App, line: &QueryLine) -> Vec<Completion> {
    let input = line
        .completed
        .as_ref()
        .map_or(&line.input, |(input, _)| input);
    let text = input.value();
    let cursor = text.char_indices().nth(input.cursor());
    let cursor = cursor.map_or(text.len(), |(at, _)| at);
    let start = text.get(..cursor).map_or(0, last_word);
    // What is being typed does not count for how much its values would show.
    let rest = [text.get(..start), text.get(cursor..)].map(Option::unwrap_or_default);
    let (rest, _) = parse(&rest.concat(), &app.timeline);
    complete(text, cursor, &rest, &app.timeline)
}

/// After each change: filters by what is typed, unless it cannot be read.
pub(super) fn typed(app: &mut App) {
    let Some(Overlay::QueryLine(line)) = app.overlays.last_mut() else {
        return;
    };
    line.completed = None;
    line.recalled = None;
    try_line(app);
}

/// Filters by what is typed, unless it cannot be read, or its words have still to be looked for.
fn try_line(app: &mut App) {
    let Some(Overlay::QueryLine(line)) = app.overlays.last() else {
        return;
    };
    let (query, mistakes) = parse(without_half_a_field(line.input.value()), &app.timeline);
    if mistakes.is_empty() && look(&app.timeline, &query, STEP) {
        app.try_query(query);
    }
}

/// Whether texts are still to be read: words are looked for in them.
pub(super) fn is_reading(app: &App, line: &QueryLine) -> bool {
    !app.timeline.is_all_folded() || is_waiting(app, line)
}

/// Whether the filter as it is typed waits for its words to be found.
pub fn is_waiting(app: &App, line: &QueryLine) -> bool {
    let (query, mistakes) = parse(without_half_a_field(line.input.value()), &app.timeline);
    line.is_accepted || (mistakes.is_empty() && !is_known(&app.timeline, &query))
}

/// Looks on for the words that are typed, and filters once they are found; else reads some more of the
/// texts, in which some will be looked for.
pub(super) fn read_on(app: &mut App) {
    let Some(Overlay::QueryLine(line)) = app.overlays.last() else {
        return;
    };
    if line.is_accepted {
        accept(app, STEP);
    } else if is_waiting(app, line) {
        try_line(app);
    } else if let Some(Overlay::QueryLine(line)) = app.overlays.last_mut() {
        fold_more(&app.timeline, &mut line.read);
    }
}

/// Folds the texts from an event on.
fn fold_more(timeline: &Timeline, from: &mut usize) {
    let mut left = Some(STEP / FOLD);
    while let Some(budget) = left.filter(|_| *from < timeline.events().len()) {
        let event = EventIx::new(*from);
        *from += 1;
        let cost = if timeline.is_folded(event) {
            1
        } else {
            timeline.text(event).whole().len()
        };
        left = budget.checked_sub(cost);
    }
}

/// Where the last word of a text begins: behind its last blank.
fn last_word(text: &str) -> usize {
    let blank = text.char_indices().rev().find(|(_, c)| c.is_whitespace());
    blank.map_or(0, |(at, c)| at + c.len_utf8())
}

/// The text without a word at its end that may still become a field: while `speaker:` is being typed,
/// nobody looks for "speak".
fn without_half_a_field(text: &str) -> &str {
    let start = last_word(text);
    let (rest, word) = text.split_at(start);
    let word = word.trim_start_matches(['-', '!']).to_lowercase();
    let is_half = Field::ALL
        .iter()
        .any(|field| field.name().starts_with(&word));
    if is_half { rest } else { text }
}

/// The filter that is typed, if it can be read.
fn read(app: &App) -> Option<Query> {
    let Some(Overlay::QueryLine(line)) = app.overlays.last() else {
        return None;
    };
    let (query, mistakes) = parse(line.input.value(), &app.timeline);
    mistakes.is_empty().then_some(query)
}

/// Does an action in the line.
pub(super) fn act(app: &mut App, action: Action) {
    match action {
        Action::Open => accept(app, STEP),
        Action::Complete => put_completion(app, 1),
        Action::CompleteBack => put_completion(app, -1),
        Action::Previous => recall(app, 1),
        Action::Next => recall(app, -1),
        _ => {}
    }
}

/// Keeps the filter that is typed: at once, or once it is known where its words occur.
fn accept(app: &mut App, bytes: usize) {
    let Some(query) = read(app) else {
        if let Some(Overlay::QueryLine(line)) = app.overlays.last_mut() {
            line.is_accepted = false;
        }
        app.notice = Some(String::from(
            "this cannot be read yet: mend what is marked, or Esc",
        ));
        return;
    };
    if !look(&app.timeline, &query, bytes) {
        if let Some(Overlay::QueryLine(line)) = app.overlays.last_mut() {
            line.is_accepted = true;
        }
        return;
    }
    if let Some(Overlay::QueryLine(line)) = app.overlays.pop() {
        let text = query.to_string();
        app.typed_queries.retain(|other| *other != text);
        app.typed_queries.extend((!text.is_empty()).then_some(text));
        let before = line.began.query.clone();
        places::keep(app, line.began);
        app.try_query(query);
        app.keep_query(before);
    }
}

/// Whoever is this fast goes on from what they accepted: it does not wait any longer.
pub(super) fn finish(app: &mut App) {
    if let Some(Overlay::QueryLine(line)) = app.overlays.last()
        && line.is_accepted
    {
        accept(app, usize::MAX);
    }
}

/// Puts the next or the previous completion in.
fn put_completion(app: &mut App, step: isize) {
    let Some(Overlay::QueryLine(line)) = app.overlays.last() else {
        return;
    };
    let offered = completions(app, line);
    let (from, at) = match &line.completed {
        None => (
            line.input.clone(),
            if step > 0 {
                0
            } else {
                offered.len().saturating_sub(1)
            },
        ),
        Some((from, at)) => {
            let count = offered.len().max(1);
            (
                from.clone(),
                at.checked_add_signed(step).unwrap_or(count - 1) % count,
            )
        }
    };
    let Some(completion) = offered.get(at) else {
        app.notice = Some(String::from("nothing completes this"));
        return;
    };
    let input = with(&from, completion);
    if let Some(Overlay::QueryLine(line)) = app.overlays.last_mut() {
        line.input = input;
        line.completed = Some((from, at));
    }
    try_line(app);
}

/// The line with a completion in its place, and the cursor behind it.
fn with(from: &Input, completion: &Completion) -> Input {
    let text = from.value();
    let before = text.get(..completion.span.start).unwrap_or_default();
    let after = text.get(completion.span.end..).unwrap_or_default();
    let cursor = before.chars().count() + completion.text.chars().count();
    Input::new(format!("{before}{}{after}", completion.text)).with_cursor(cursor)
}

/// Shows an earlier line, or a later one.
fn recall(app: &mut App, step: isize) {
    let count = app.typed_queries.len();
    let Some(Overlay::QueryLine(line)) = app.overlays.last_mut() else {
        return;
    };
    let to = match line.recalled {
        None if step > 0 => Some(0),
        None => None,
        Some(at) => at
            .checked_add_signed(step)
            .map(|at| at.min(count.saturating_sub(1))),
    };
    let text = match to {
        Some(at) => count
            .checked_sub(at + 1)
            .and_then(|at| app.typed_queries.get(at))
            .cloned(),
        None => Some(line.began.query.to_string()),
    };
    let Some(text) = text else {
        app.notice = Some(String::from("no filter was typed before"));
        return;
    };
    line.input = Input::new(text);
    line.completed = None;
    line.recalled = to;
    try_line(app);
}
