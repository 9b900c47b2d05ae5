//! Reading the timeline anew: the reader stays where they are.

use std::sync::Arc;

use crate::diagnostic::{Counts, Diagnostic, Severity};
use crate::timeline::{Id, Timeline};
use crate::tui::app::{App, Choice, Gone, Overlay, Place, View};
use crate::tui::axis;
use crate::tui::keymap::Action;
use crate::tui::moved::Moved;
use crate::tui::search::{self, Bookmark};

use super::in_sight::InSight;
use super::ready::Ready;
use super::{hint, scroll};

/// Takes what came of reading the files again.
///
/// While they have errors the last sound timeline stays, and the errors are listed: a file is broken
/// for as long as it takes to write a line.
pub fn reload(app: &mut App, ready: impl Into<Ready>) {
    let Ready { loaded, axis } = ready.into();
    app.loading = None;
    let errors = Counts::of(&loaded.diagnostics).errors;
    let files = Arc::new(loaded.files);
    let was_behind = !Arc::ptr_eq(&app.files, &app.defined_in);
    let keeps = errors > 0 && (app.is_sound || loaded.timeline.events().is_empty());
    app.diagnostics = loaded.diagnostics;
    app.files = Arc::clone(&files);
    if keeps {
        app.notice = Some(behind(app));
    } else {
        app.is_sound = errors == 0;
        app.defined_in = files;
        replace(app, loaded.timeline, axis);
        app.is_whole = true;
        if let Some((memory, wanted)) = app.awaited.take() {
            memory.recall(app, wanted);
        }
        if app.awaits_reload {
            app.notice = Some(String::from("reloaded"));
        } else if was_behind {
            app.notice = None;
        }
    }
    app.awaits_reload = false;
    close_what_is_gone(app);
    scroll::settle(app);
}

/// Takes more of a timeline that is being read for the first time.
pub fn read_on(app: &mut App, part: impl Into<Ready>) {
    let Ready { loaded: part, axis } = part.into();
    let files = Arc::new(part.files);
    app.diagnostics = part.diagnostics;
    app.files = Arc::clone(&files);
    app.defined_in = files;
    replace(app, part.timeline, axis);
    scroll::settle(app);
}

/// What to say while the files have errors: the first of them, with its place, since it is the one that
/// was just made as a rule.
fn behind(app: &App) -> String {
    let more = hint(app, Action::Problems, "says more");
    let shown = format!("the last sound state is shown{more}");
    let is_error = |it: &&Diagnostic| it.severity() == Severity::Error;
    let Some(first) = app.diagnostics.iter().find(is_error) else {
        return shown;
    };
    let name = app.files.name(first.at.file());
    let line = app.files.line(first.at);
    let line = line.map_or_else(String::new, |line| format!(":{line}"));
    format!("{name}{line}: {}; {shown}", first.message)
}

/// Puts another state of the timeline in the place of the one there is.
fn replace(app: &mut App, timeline: Timeline, axis: axis::Index) {
    let timeline = Arc::new(timeline);
    let old = Arc::clone(&app.timeline);
    let moved = Moved::between(&old, &timeline);
    let chosen = app.events.chosen.map(|event| &old[event].id);
    let here = Bookmark::of(app).moved(&moved);
    let in_sight = InSight::of(app);
    let search = app.search.take();
    for places in [&mut app.places.before, &mut app.places.after] {
        for Place { mark, .. } in places.iter_mut() {
            *mark = mark.clone().moved(&moved);
        }
    }
    app.overlays.retain_mut(|overlay| match overlay {
        Overlay::Picker(picker) => match &mut picker.choice {
            Choice::OfEvent { event, .. } => {
                let there = moved.event(*event);
                *event = there.unwrap_or(*event);
                there.is_some()
            }
            Choice::Any { .. } => true,
        },
        Overlay::Search(prompt) => {
            prompt.began = prompt.began.clone().moved(&moved);
            prompt.before = None;
            true
        }
        _ => true,
    });
    app.index = search::Index::default();
    app.replace_timeline(timeline, axis);
    here.restore(app);
    give_back(app, chosen);
    in_sight.keep(app);
    app.search = search.and_then(|search| search.anew(&app.timeline));
    if !app.view.is_of(&app.timeline) {
        app.view = View::Timeline;
    }
}

/// An event that is gone is remembered for as long as the one that stands in for it is selected: cut
/// out of one file and saved, it comes back when it is put into another.
fn give_back(app: &mut App, chosen: Option<&Id>) {
    let gone = app.events.gone.take();
    let gone = gone.filter(|gone| Some(&gone.instead) == chosen);
    let id = gone.as_ref().map(|gone| &gone.id).or(chosen);
    let there = id.and_then(|id| app.timeline.event_named(id));
    if there.is_some() {
        app.events.chosen = there;
    } else if let (Some(id), Some(instead)) = (id, app.events.chosen) {
        app.events.gone = Some(Gone {
            id: id.clone(),
            instead: app.timeline[instead].id.clone(),
        });
    }
}

/// Nothing that is open lists what is not there any more.
fn close_what_is_gone(app: &mut App) {
    let count = app.diagnostics.len();
    app.overlays.retain_mut(|overlay| match overlay {
        Overlay::Problems(problems) => {
            problems.selected = problems.selected.min(count.saturating_sub(1));
            count > 0
        }
        _ => true,
    });
}
