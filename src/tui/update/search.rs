//! Searching: what is typed, the way from hit to hit, and the way back.

use crate::tui::app::{App, Focus, Overlay, View};
use crate::tui::document::{self, Column, Spot};
use crate::tui::keymap::Action;
use crate::tui::layout::areas;
use crate::tui::search::{Bookmark, Found, Hit, Item, Prompt, Search, current, here, setting};

use super::scroll::detail_page;
use super::{hint, places, quotes, timeline};

/// Opens the prompt; what is searched is made ready now.
pub(super) fn open(app: &mut App) {
    app.index.open(app.view, &app.timeline, app.settings.glyphs);
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
    let began = prompt.began;
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
    let name = match app.view {
        View::Timeline => app
            .selected_event()
            .map(|event| app.timeline.label(&app.timeline[event])),
        View::Quotes => app
            .selected_speaker()
            .map(|speaker| app.person_name(speaker.person).to_owned()),
    };
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
        Item::Speaker(speaker) => {
            app.quotes.chosen = Some(speaker);
            quotes::choose(app, app.speaker_quotes().first().copied());
        }
    }
    if let Some(search) = &mut app.search {
        search.gone_to = Some(hit);
    }
    if areas(app).is_some_and(|areas| areas.detail.is_none()) {
        app.focus = Focus::Detail;
    }
    reveal(app);
}

/// Scrolls the hit the reader is at into sight, with some lines above it.
fn reveal(app: &mut App) {
    if is_in_sight(app) != Some(false) {
        return;
    }
    let above = detail_page(app) / 3;
    match place(app) {
        Some(Place::InEvent(line)) => app.events.scroll = line.saturating_sub(above),
        Some(Place::InQuotes(spot)) => {
            let mut column = Column::of(app, setting(app));
            let top = column.above(spot, above);
            app.quotes.scroll = column.scroll(top);
        }
        None => {}
    }
}

/// Changes the screen, and keeps the hit the reader is at in sight if it was.
pub(super) fn keeping_in_sight(app: &mut App, change: impl FnOnce(&mut App)) {
    let was_in_sight = is_in_sight(app) == Some(true);
    change(app);
    if was_in_sight {
        reveal(app);
    }
}

/// Whether the line on which the current hit begins is in sight, and the next, on which it may go
/// on; nothing if that makes no difference.
fn is_in_sight(app: &App) -> Option<bool> {
    let page = detail_page(app);
    Some(match place(app)? {
        Place::InEvent(line) => {
            let top = app.events.scroll;
            top <= line && (line + 1 < top + page || (page == 1 && line == top))
        }
        Place::InQuotes(spot) => {
            let mut column = Column::of(app, setting(app));
            let top = column.top();
            let (next, end) = (column.below(spot, 1), column.below(top, page));
            top <= spot && (next < end || (page == 1 && spot == top))
        }
    })
}

/// Where in the detail pane a hit begins.
enum Place {
    /// On that line of an event's detail.
    InEvent(usize),
    /// On that line of a speaker's quotes.
    InQuotes(Spot),
}

/// Where the hit begins that the reader is at; nothing for one in a quote that fits into the pane,
/// since a selected quote is brought into sight anyway.
fn place(app: &App) -> Option<Place> {
    let hit = current(app)?;
    let setting = setting(app);
    let column = Column::of(app, setting);
    let block = match hit.item {
        Item::Event(event) => {
            let sheet = document::event(&app.timeline, event, setting);
            return sheet.hits.get(hit.nth).copied().map(Place::InEvent);
        }
        Item::Speaker(_) => 0,
        Item::Quote(_) => column.selected(),
    };
    let sheet = column.block(block);
    if block > 0 && sheet.lines.len() <= detail_page(app) {
        return None;
    }
    let line = sheet.hits.get(hit.nth).copied();
    line.map(|line| Place::InQuotes(Spot { block, line }))
}
