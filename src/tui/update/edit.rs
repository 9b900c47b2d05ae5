//! The way to the files: to the line that defines something, and to what they say by now.

use crate::diagnostic::{At, Files, Origin, Position};
use crate::tui::app::{App, Overlay};
use crate::tui::message::{Effect, Spot};
use crate::tui::subject::Subject;

use super::subject;

/// Opens the editor at the selected problem, or where what is at hand is defined.
pub(super) fn open(app: &mut App) -> Option<Effect> {
    let (files, at) = if let Some(Overlay::Problems(problems)) = app.overlays.last() {
        let problem = app.diagnostics.get(problems.selected)?;
        (&app.files, problem.at)
    } else {
        let Some(at) = subject::at_hand(app).and_then(|at| definition(app, &at)) else {
            app.notice = Some(String::from(
                "nothing that is defined in a file is selected",
            ));
            return None;
        };
        (&app.defined_in, at)
    };
    if let Some(why) = why_not(files.origin(at.file())) {
        app.notice = Some(String::from(why));
        return None;
    }
    Some(Effect::Edit(spot(files, at)))
}

/// Has the files read again.
pub(super) fn reload(app: &mut App) -> Option<Effect> {
    match app.settings.origin {
        Origin::File => {
            app.awaits_reload = true;
            Some(Effect::Reload)
        }
        Origin::Program => {
            app.notice = Some(String::from("this timeline is part of the program"));
            None
        }
        Origin::Stdin => {
            app.notice = Some(String::from("what was piped in cannot be read again"));
            None
        }
    }
}

const fn why_not(origin: Origin) -> Option<&'static str> {
    match origin {
        Origin::File => None,
        Origin::Program => {
            Some("built in, not a file: `astana init DIR --from-builtin` makes files of it")
        }
        Origin::Stdin => Some("what was piped in is no file; save it and open that"),
    }
}

fn spot(files: &Files, at: At) -> Spot {
    let position = match at {
        At::File(_) => Position { line: 1, column: 1 },
        At::Text(span) => files.position(span.file, span.range().start),
    };
    Spot {
        file: files.name(at.file()).to_owned(),
        at: position,
    }
}

/// Where something is defined; a topic where it is first used.
fn definition(app: &App, subject: &Subject) -> Option<At> {
    let timeline = &app.timeline;
    let span = match subject {
        Subject::Event(at) | Subject::Zones(at) => timeline[*at].at,
        Subject::Participant(at) => timeline[*at].at,
        Subject::Person(at) => timeline[*at].at,
        Subject::Document(at) => at.of(timeline)?.at,
        Subject::Source(at) => timeline[*at].at,
        Subject::Quote(at) | Subject::Passage(at) => timeline[*at].at,
        Subject::Zone(at) => timeline[*at].at,
        Subject::Topic(_) => {
            let mut events = timeline.event_handles();
            let first = events.find(|&event| subject.is_part_of(event, timeline))?;
            timeline[first].at
        }
    };
    Some(span.into())
}
