//! What a message changes: the only code that changes the app.
//!
//! Knows nothing of terminals and does no I/O: what is to be done outside comes back as an
//! [`Effect`].

mod axis;
mod copy;
mod detail;
mod edit;
mod filter;
mod follow;
mod go_to;
mod help;
mod in_sight;
mod mouse;
mod participants;
mod permalink;
mod picker;
mod places;
mod problems;
mod query_line;
mod quotes;
mod ready;
mod reload;
mod scroll;
mod search;
mod sources;
mod subject;
mod thread;
mod timeline;
mod work;
mod zones;

use tui_input::{Input, InputRequest};

use crate::timeline::Facet;

use super::app::{App, Focus, Overlay, View};
use super::keymap::{Action, Chord, Key, Lookup};
use super::layout::areas;
use super::message::{Effect, Msg};
use super::reading::Reading;
use super::search::Goal;

pub use axis::axis_event_at;
pub use go_to::{day, event_on, target};
pub use help::fitting_actions;
pub use picker::{Entry, entries, is_reading};
pub use query_line::{completions, is_waiting, mistakes};
pub use ready::Ready;
pub use reload::{read_on, reload};
pub use work::is_left as is_work_left;

/// The longest text that a paste adds to a line that is typed, in characters.
const LONGEST_PASTE: usize = 4096;

/// Applies a message to the app; what should happen outside it, if anything.
pub fn update(app: &mut App, msg: Msg) -> Option<Effect> {
    let is_of_reader = matches!(msg, Msg::Key(_) | Msg::Pasted(_) | Msg::Mouse(_));
    if matches!(
        msg,
        Msg::Key(_) | Msg::Do(_) | Msg::Pasted(_) | Msg::Mouse(_)
    ) {
        query_line::finish(app);
    }
    let effect = match msg {
        Msg::Key(chord) => key(app, chord),
        Msg::Do(action) => act(app, action),
        Msg::Pasted(text) => {
            paste(app, &text);
            None
        }
        Msg::Mouse(deed) => mouse::take(app, deed),
        Msg::Resized(size) => {
            search::keeping_in_sight(app, |app| app.size = size);
            None
        }
        Msg::Loading(percent) => {
            app.loading = Some(percent);
            None
        }
        Msg::Told(text) => {
            app.notice = Some(text);
            None
        }
        Msg::Idle => {
            work::go_on(app);
            None
        }
    };
    // Who only leaves has not gone anywhere else.
    if is_of_reader && effect != Some(Effect::Quit) {
        app.awaited = None;
    }
    axis::settle(app);
    scroll::settle(app);
    effect
}

fn key(app: &mut App, chord: Chord) -> Option<Effect> {
    app.notice = None;
    match app.settings.keymap.look_up(app.context(), chord) {
        Lookup::Act(action) => act(app, action),
        Lookup::Text(chord) => {
            edit(app, chord);
            None
        }
        Lookup::Unbound => {
            let help = hint(app, Action::Help, "shows every key");
            app.notice = Some(format!("`{chord}` does nothing here{help}"));
            None
        }
    }
}

/// What an action's key would do, to be added to a notice; nothing if it has none here.
fn hint(app: &App, action: Action, what: &str) -> String {
    let keys = app.settings.keymap.keys(action, app.context());
    keys.first()
        .map_or_else(String::new, |key| format!("; {key} {what}"))
}

/// Does an action, whichever way it was chosen: by its key or from the help.
fn act(app: &mut App, action: Action) -> Option<Effect> {
    match action {
        Action::Quit => return Some(Effect::Quit),
        Action::Suspend => return Some(Effect::Suspend),
        Action::Redraw => return Some(Effect::Redraw),
        Action::Reload => return edit::reload(app),
        Action::Edit => return edit::open(app),
        Action::OpenUrl if app.overlays.is_empty() => return copy::open_url(app),
        Action::Mouse => return Some(mouse::switch(app)),
        Action::Close => return close(app),
        Action::Back if !app.overlays.is_empty() => leave(app),
        Action::Help if matches!(app.overlays.last(), Some(Overlay::Help(_))) => {
            app.overlays.pop();
        }
        Action::Help => help::open(app),
        _ => match app.overlays.last_mut() {
            Some(Overlay::Picker(_)) => picker::act(app, action),
            Some(Overlay::QueryLine(_)) => query_line::act(app, action),
            Some(Overlay::GoTo(_)) => go_to::act(app, action),
            Some(Overlay::Help(_)) => return help::act(app, action),
            Some(Overlay::Problems(_)) => return problems::act(app, action),
            Some(Overlay::Copy(_)) => return copy::act(app, action),
            Some(Overlay::Search(_)) => search::act(app, action),
            None => in_view(app, action),
        },
    }
    None
}

/// Closes the topmost overlay without doing what it is for.
fn leave(app: &mut App) {
    match app.overlays.pop() {
        Some(Overlay::QueryLine(line)) => app.try_query(line.began.query),
        Some(Overlay::Search(prompt)) => search::cancel(app, prompt),
        _ => {}
    }
}

fn close(app: &mut App) -> Option<Effect> {
    if app.overlays.is_empty() {
        return Some(Effect::Quit);
    }
    leave(app);
    None
}

fn in_view(app: &mut App, action: Action) {
    if !matches!(action, Action::SearchNext | Action::SearchPrevious) {
        search::drop_goals(app);
    }
    match action {
        Action::ViewTimeline => show(app, View::Timeline),
        Action::ViewQuotes => show(app, View::Quotes),
        Action::ViewParticipants => show(app, View::Participants),
        Action::ViewSources => show(app, View::Sources),
        Action::ViewZones => show(app, View::Zones),
        Action::NextPane | Action::PreviousPane | Action::Layout if !app.view.has_detail() => {
            app.notice = Some(String::from("this view has no other pane"));
        }
        Action::NextPane | Action::PreviousPane => app.focus = other(app.focus),
        Action::Back if search::end(app) => {}
        Action::Back => back(app),
        Action::Search => search::open(app),
        Action::SearchNext if sources::step(app, true) => {}
        Action::SearchNext => search::step(app, Goal::Next),
        Action::SearchPrevious if sources::step(app, false) => {}
        Action::SearchPrevious => search::step(app, Goal::Previous),
        Action::SearchThis => search::this(app),
        Action::FilterParticipants => picker::open(app, &[Facet::Participant]),
        Action::FilterFacets => picker::open(app, &Facet::ALL),
        Action::FilterEdit => query_line::open(app),
        Action::FilterOnly => filter::by_this(app, false),
        Action::FilterNot => filter::by_this(app, true),
        Action::GoTo => go_to::open(app),
        Action::PlaceBefore => places::back(app),
        Action::PlaceAfter => places::forward(app),
        Action::NextInThread => thread::go(app, true),
        Action::PreviousInThread => thread::go(app, false),
        Action::FilterDropLast => filter::drop_last(app),
        Action::FilterClear => filter::clear(app),
        Action::FilterUndo => filter::undo(app),
        Action::Problems => problems::open(app),
        Action::Copy => copy::open(app),
        Action::Layout => arrange(app),
        Action::ZoomIn
        | Action::ZoomOut
        | Action::ZoomFit
        | Action::PanLeft
        | Action::PanRight
        | Action::Lanes => axis::act(app, action),
        Action::Sort => sources::sort(app),
        _ => match app.view {
            View::Timeline => timeline::act(app, action),
            View::Quotes => quotes::act(app, action),
            View::Participants => participants::act(app, action),
            View::Sources => sources::act(app, action),
            View::Zones => zones::act(app, action),
        },
    }
}

/// Arranges the panes in the next way that has room.
fn arrange(app: &mut App) {
    let Some(areas) = areas(app) else {
        return;
    };
    search::keeping_in_sight(app, |app| {
        let next = app.split.choose_next(areas.body.as_size());
        app.notice = Some(match next {
            Some(arrangement) => format!("layout: {}", arrangement.name()),
            None => String::from("there is room for one pane only"),
        });
    });
}

/// Shows a view; the selection goes along, so that the view opens where the reader is.
fn show(app: &mut App, view: View) {
    if app.view == view {
        return;
    }
    if !view.is_of(&app.timeline) {
        let name = view.name().to_lowercase();
        app.notice = Some(if app.is_whole {
            format!("this timeline has no {name}")
        } else {
            format!("the {name} are not read yet")
        });
        return;
    }
    places::remember(app);
    app.view = view;
    app.focus = Focus::List;
    if view == View::Quotes {
        quotes::enter(app);
    }
    if view == View::Sources {
        sources::enter(app);
    }
}

const fn other(focus: Focus) -> Focus {
    match focus {
        Focus::List => Focus::Detail,
        Focus::Detail => Focus::List,
    }
}

fn back(app: &mut App) {
    match (app.focus, app.view) {
        (Focus::Detail, View::Timeline) if app.events.page.is_some() => {
            app.events.page = None;
            app.events.reading = Reading::default();
        }
        (Focus::Detail, _) => app.focus = Focus::List,
        (Focus::List, View::Timeline) => {}
        (Focus::List, _) => show(app, View::Timeline),
    }
}

/// Edits the line that is typed in the topmost overlay.
fn edit(app: &mut App, chord: Chord) {
    if let (Some(request), Some(input)) = (edit_request(chord), input(app)) {
        input.handle(request);
        narrowed(app);
    }
}

fn paste(app: &mut App, text: &str) {
    let Some(input) = input(app) else {
        let help = hint(app, Action::Help, "opens such a place");
        app.notice = Some(format!("text can be pasted where text is typed{help}"));
        return;
    };
    for c in text.chars().filter(|c| !c.is_control()).take(LONGEST_PASTE) {
        input.handle(InputRequest::InsertChar(c));
    }
    narrowed(app);
}

/// The line that is typed, if text is taken.
fn input(app: &mut App) -> Option<&mut Input> {
    match app.overlays.last_mut() {
        Some(Overlay::Picker(picker)) => Some(&mut picker.input),
        Some(Overlay::QueryLine(line)) => Some(&mut line.input),
        Some(Overlay::GoTo(line)) => Some(&mut line.input),
        Some(Overlay::Help(help)) => Some(&mut help.input),
        Some(Overlay::Search(prompt)) => Some(&mut prompt.input),
        _ => None,
    }
}

/// Selects the best of what the typed text leaves.
fn narrowed(app: &mut App) {
    match app.overlays.last_mut() {
        Some(Overlay::Picker(picker)) => picker.selected = 0,
        Some(Overlay::Help(help)) => help.selected = 0,
        Some(Overlay::Search(_)) => search::typed(app),
        Some(Overlay::QueryLine(_)) => query_line::typed(app),
        _ => {}
    }
}

const fn edit_request(chord: Chord) -> Option<InputRequest> {
    Some(match (chord.ctrl, chord.key) {
        (true, Key::Char('a')) | (_, Key::Home) => InputRequest::GoToStart,
        (true, Key::Char('e')) | (_, Key::End) => InputRequest::GoToEnd,
        (true, Key::Char('u')) => InputRequest::DeleteLine,
        (true, Key::Char('w')) => InputRequest::DeletePrevWord,
        (true, Key::Char('k')) => InputRequest::DeleteTillEnd,
        (true, Key::Left) => InputRequest::GoToPrevWord,
        (true, Key::Right) => InputRequest::GoToNextWord,
        (_, Key::Left) => InputRequest::GoToPrevChar,
        (_, Key::Right) => InputRequest::GoToNextChar,
        (_, Key::Backspace) => InputRequest::DeletePrevChar,
        (_, Key::Delete) => InputRequest::DeleteNextChar,
        _ => match chord.typed() {
            Some(c) => InputRequest::InsertChar(c),
            None => return None,
        },
    })
}

/// Moves a place in a list of `len` rows as an action says; nothing for actions that do not move.
fn moved(at: usize, len: usize, page: usize, action: Action) -> Option<usize> {
    let last = len.saturating_sub(1);
    let to = match action {
        Action::Next => at.saturating_add(1),
        Action::Previous => at.saturating_sub(1),
        Action::PageDown => at.saturating_add(page.max(1)),
        Action::PageUp => at.saturating_sub(page.max(1)),
        Action::HalfPageDown => at.saturating_add((page / 2).max(1)),
        Action::HalfPageUp => at.saturating_sub((page / 2).max(1)),
        Action::First => 0,
        Action::Last => last,
        _ => return None,
    };
    Some(to.min(last))
}
