//! Searching: what is typed, the way from hit to hit, and the way back.

use crate::tui::app::{App, Focus, Overlay, View};
use crate::tui::detail::{self, page_height};
use crate::tui::document;
use crate::tui::keymap::Action;
use crate::tui::layout::areas;
use crate::tui::search::{Bookmark, Found, Hit, Item, Prompt, Search, current, here, setting};

use super::scroll::quote_blocks;
use super::{hint, places, quotes, subject, timeline};

/// Opens the prompt; what is searched is made ready now, and no key has to wait for it.
pub(super) fn open(app: &mut App) {
    app.index.open(app.view, &app.timeline, app.settings.glyphs);
    app.timeline.index();
    let before = app.search.take().map(Box::new);
    app.overlays.push(Overlay::Search(Prompt {
        input: tui_input::Input::default(),
        began: Bookmark::of(app),
        before,
    }));
}

/// Searches for what is typed now, from where the search began.
///
/// Where there is no hit, that is where the reader is: it makes no difference what was typed
/// before.
pub(super) fn typed(app: &mut App) {
    let Some(Overlay::Search(prompt)) = app.overlays.last() else {
        return;
    };
    let began = prompt.began.clone();
    app.search = Search::typed(prompt.input.value(), &app.timeline);
    began.restore(app);
    go_to_first(app);
}

/// Does an action while the prompt is open.
pub(super) fn act(app: &mut App, action: Action) {
    match action {
        Action::Open => accept(app),
        Action::Next | Action::SearchNext => step(app, true),
        Action::Previous | Action::SearchPrevious => step(app, false),
        _ => {}
    }
}

/// Closes the prompt and stays at the hit, if there is one; where the search began is a place to go
/// back to.
fn accept(app: &mut App) {
    let Some(Overlay::Search(prompt)) = app.overlays.pop() else {
        return;
    };
    let gone_to = current(app).map(|_| Bookmark::of(app));
    prompt.began.restore(app);
    if let Some(gone_to) = gone_to {
        places::remember(app);
        gone_to.restore(app);
    }
}

/// Goes back to where the search began that was typed.
pub(super) fn cancel(app: &mut App, prompt: Prompt) {
    prompt.began.restore(app);
    app.search = prompt.before.map(|before| *before);
}

/// Ends the search; whether there was one.
pub(super) fn end(app: &mut App) -> bool {
    app.search.take().is_some()
}

/// Searches for the name of what is selected.
pub(super) fn this(app: &mut App) {
    let name = subject::at_hand(app).map(|subject| subject.name(&app.timeline));
    let search = name.and_then(|name| Search::name(&name, &app.timeline));
    if search.is_some() {
        places::remember(app);
        app.search = search;
        go_to_first(app);
    } else {
        app.notice = Some(String::from("nothing that has a name is selected"));
    }
}

/// Goes to the first hit from where the reader is, round by the top if there is none behind.
fn go_to_first(app: &mut App) {
    let found = Found::of(app);
    if found.total() == 0 {
        return;
    }
    let from = here(app).map_or(0, |here| found.before(here));
    go_to_number(app, &found, from);
}

/// Goes to the hit behind the one the reader is at or before it, else to the nearest.
pub(super) fn step(app: &mut App, forward: bool) {
    let Some(search) = &app.search else {
        let help = hint(app, Action::Search, "begins one");
        app.notice = Some(format!("there is no search{help}"));
        return;
    };
    let found = Found::of(app);
    let total = found.total();
    if total == 0 {
        app.notice = Some(format!("search: no hits for {}", search.text()));
        return;
    }
    let at = current(app).and_then(|hit| found.number(hit));
    let behind = match at {
        Some(at) => at + usize::from(forward),
        None => here(app).map_or(0, |here| found.before(here)),
    };
    if forward {
        go_to_number(app, &found, behind);
    } else if let Some(before) = behind.checked_sub(1) {
        go_to_number(app, &found, before);
    } else {
        go_to_number(app, &found, total - 1);
        app.notice = Some(String::from("search: from the end again"));
    }
}

/// Goes to the hit before which there are `number`: to the first, if that many are all.
fn go_to_number(app: &mut App, found: &Found, number: usize) {
    if let Some(hit) = found.hit(number) {
        go(app, hit);
    } else if let Some(first) = found.hit(0) {
        go(app, first);
        app.notice = Some(String::from("search: from the top again"));
    }
}

/// Goes to a hit and brings it into sight; where only one pane fits, it is the one it stands in.
fn go(app: &mut App, hit: Hit) {
    match hit.item {
        Item::Event(event) => timeline::choose(app, event),
        Item::Quote(quote) => quotes::choose(app, Some(quote)),
        Item::Part(part) => app.matrix.row = Some(part),
        Item::Speaker(speaker) => {
            app.quotes.chosen = Some(speaker);
            quotes::choose(app, app.speaker_quotes().first().copied());
        }
    }
    if let Some(search) = &mut app.search {
        search.gone_to = Some(hit);
    }
    if app.view.has_detail() && areas(app).is_some_and(|areas| areas.detail.is_none()) {
        app.focus = Focus::Detail;
    }
    reveal(app);
}

/// Scrolls the hit the reader is at into sight, with some lines above it.
fn reveal(app: &mut App) {
    let page = page_height(app);
    let Some(line) = current(app).and_then(|hit| line(app, hit)) else {
        return;
    };
    if !is_within(line, scroll(app), page) {
        let scroll = line.saturating_sub(page / 3);
        match app.view {
            View::Quotes => app.quotes.scroll = scroll,
            _ => {
                if let Some(reading) = detail::reading_mut(app) {
                    reading.scroll = scroll;
                }
            }
        }
    }
}

/// Changes the screen, and keeps the hit the reader is at in sight if it was.
pub(super) fn keeping_in_sight(app: &mut App, change: impl FnOnce(&mut App)) {
    let line = current(app).and_then(|hit| line(app, hit));
    let was_in_sight = line.is_some_and(|line| is_within(line, scroll(app), page_height(app)));
    change(app);
    if was_in_sight {
        reveal(app);
    }
}

/// Whether a line and the next, on which a hit may go on, are in sight.
const fn is_within(line: usize, scroll: usize, page: usize) -> bool {
    scroll <= line && (line + 1 < scroll + page || (page == 1 && line == scroll))
}

fn scroll(app: &App) -> usize {
    detail::reading(app).map_or(app.quotes.scroll, |reading| reading.scroll)
}

/// The line of the detail pane on which a hit begins; none for one in a quote that fits into the
/// pane, since a selected quote is brought into sight anyway.
fn line(app: &App, hit: Hit) -> Option<usize> {
    let setting = setting(app);
    match hit.item {
        Item::Part(_) => None,
        Item::Event(event) => {
            let sheet = document::event(&app.timeline, event, setting);
            sheet.hits.get(hit.nth).copied()
        }
        Item::Speaker(speaker) => {
            let sheet = document::speaker(&app.timeline, speaker, setting);
            sheet.hits.get(hit.nth).copied()
        }
        Item::Quote(quote) => {
            let sheet = document::quote(&app.timeline, quote, setting);
            if sheet.lines.len() <= page_height(app) {
                return None;
            }
            let (head, blocks) = quote_blocks(app);
            let before = blocks.iter().take_while(|block| block.quote != quote);
            let above = head + before.map(|block| block.lines.len()).sum::<usize>();
            sheet.hits.get(hit.nth).map(|line| above + line)
        }
    }
}
