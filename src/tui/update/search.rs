//! Searching: what is typed, the way from hit to hit, and the way back.

use crate::tui::app::{App, Focus, Overlay};
use crate::tui::detail::{self, page_height};
use crate::tui::document::{Column, Sheet, Sought, Spot};
use crate::tui::keymap::Action;
use crate::tui::layout::areas;
use crate::tui::search::{
    Bookmark, Found, Goal, Hit, Item, Prompt, Rank, Reached, Search, count_more, current, here,
    setting,
};

use super::scroll::settle;
use super::{hint, places, quotes, sources, subject, timeline};

/// Opens the prompt.
pub(super) fn open(app: &mut App) {
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
    add_goal(app, Goal::First);
    go_on(app);
}

/// Does an action while the prompt is open.
pub(super) fn act(app: &mut App, action: Action) {
    match action {
        Action::Open => accept(app),
        Action::Next | Action::SearchNext => step(app, Goal::Next),
        Action::Previous | Action::SearchPrevious => step(app, Goal::Previous),
        _ => {}
    }
}

/// Closes the prompt and stays at the hit, if there is one, or still goes there once it is found;
/// where the search began is a place to go back to.
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
        app.search = search;
        add_goal(app, Goal::First);
        go_on(app);
    } else {
        app.notice = Some(String::from("nothing that has a name is selected"));
    }
}

fn add_goal(app: &mut App, goal: Goal) {
    if let Some(search) = &mut app.search {
        search.goals.push_back(goal);
    }
}

/// Does something else than to go where the reader wanted to go.
pub(super) fn drop_goals(app: &mut App) {
    if let Some(search) = &mut app.search {
        search.goals.clear();
    }
}

/// Goes to the hit behind the one the reader is at or before it, else to the nearest.
pub(super) fn step(app: &mut App, goal: Goal) {
    if app.search.is_some() {
        add_goal(app, goal);
        pursue(app);
    } else {
        let help = hint(app, Action::Search, "begins one");
        app.notice = Some(format!("there is no search{help}"));
    }
}

/// Whether hits are still to be counted.
pub(super) fn is_counting(app: &App) -> bool {
    Found::of(app).total().is_none()
}

/// Counts some more hits, and goes where the reader wants to go if they lead there.
pub(super) fn go_on(app: &mut App) {
    count_more(app);
    pursue(app);
}

/// Goes where the reader wants to go, unless hits must be counted first.
fn pursue(app: &mut App) {
    while let Some(goal) = next_goal(app) {
        let (reached, is_round) = look(app, goal);
        match reached {
            Reached::Uncounted => return,
            Reached::Nothing => no_hits(app, goal),
            Reached::Hit(hit) => {
                // Where a prompt is open, its own place is the one to go back to.
                if goal == Goal::First && app.overlays.is_empty() {
                    places::remember(app);
                }
                go(app, hit);
                // The next goal begins at what is in sight then.
                settle(app);
                if is_round {
                    let end = if goal == Goal::Previous { "end" } else { "top" };
                    app.notice = Some(format!("search: from the {end} again"));
                }
            }
        }
        if let Some(search) = &mut app.search {
            search.goals.pop_front();
        }
    }
}

fn next_goal(app: &App) -> Option<Goal> {
    app.search.as_ref()?.goals.front().copied()
}

/// Says that there is nowhere to go; that a word typed is nowhere, the prompt says itself.
fn no_hits(app: &mut App, goal: Goal) {
    if let Some(search) = app.search.as_ref().filter(|_| goal != Goal::First) {
        app.notice = Some(format!("search: no hits for {}", search.text()));
    }
}

/// Where the next hit is in the direction in which the reader wants to go, and whether the way leads
/// round an end of the list.
fn look(app: &App, goal: Goal) -> (Reached, bool) {
    let found = Found::of(app);
    let at = current(app).filter(|_| goal != Goal::First);
    let at = at.and_then(|hit| Some((found.rank(hit)?, hit.nth + usize::from(goal == Goal::Next))));
    let from = at.or_else(|| here(app)).unwrap_or_default();
    let (straight, round) = if goal == Goal::Previous {
        let end: Rank = (usize::MAX, usize::MAX);
        (found.last_before(from), found.last_before((end, 0)))
    } else {
        (found.first_from(from), found.first_from(((0, 0), 0)))
    };
    if straight == Reached::Nothing {
        (round, true)
    } else {
        (straight, false)
    }
}

/// Goes to a hit and brings it into sight; where only one pane fits, it is the one it stands in.
fn go(app: &mut App, hit: Hit) {
    match hit.item {
        Item::Event(event) => timeline::choose(app, event),
        Item::Quote(quote) => quotes::choose(app, Some(quote)),
        Item::Part(part) => app.matrix.row = Some(part),
        Item::Source(source) => sources::choose(app, source),
        Item::Zones(_) => {}
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
    if is_in_sight(app) != Some(false) {
        return;
    }
    let above = page_height(app) / 3;
    match place(app) {
        Some(Place::InDocument(line)) => {
            if let Some(reading) = detail::reading_mut(app) {
                reading.scroll = line.saturating_sub(above);
            }
        }
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
    let page = page_height(app);
    Some(match place(app)? {
        Place::InDocument(line) => {
            let top = detail::reading(app).map_or(0, |reading| reading.scroll);
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
    /// On that line of a document.
    InDocument(usize),
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
        Item::Part(_) => return None,
        Item::Event(_) | Item::Source(_) | Item::Zones(_) => {
            let line = |sheet: &Sheet| sheet.hit(hit.nth);
            let near = detail::sheet_in_reach(app).as_ref().and_then(line);
            let line = near.or_else(|| line(&detail::sheet(app, Sought::Hit(hit.nth))?));
            return line.map(Place::InDocument);
        }
        Item::Speaker(_) => 0,
        Item::Quote(_) => column.selected(),
    };
    let sheet = column.block(block);
    if block > 0 && sheet.lines.len() <= page_height(app) {
        return None;
    }
    let line = sheet.hits.get(hit.nth).copied();
    line.map(|line| Place::InQuotes(Spot { block, line }))
}
