//! Browsing: the app in the terminal.

use std::process::ExitCode;

use chrono::NaiveDate;

use crate::diagnostic::Origin;
use crate::load::Loaded;
use crate::query::Query;
use crate::timeline::{EventIx, Id, Timeline};
use crate::tui::app::{App, Settings, View};
use crate::tui::memory::{Memory, Wanted};
use crate::tui::message::Msg;
use crate::tui::shell::{self, Ending, Fault, Outside};
use crate::tui::theme::Theme;
use crate::tui::update::{day, event_on, update};

use super::args::{Begin, Choice, Cli, Source, ViewName};
use super::input::{Layers, folders};
use super::state::State;
use super::{FAULT, Failure, USAGE, config, environment};

/// Runs the program in the terminal until it is left.
pub(super) fn run(
    mut loaded: Loaded,
    given: &Given,
    cli: &Cli,
    layers: Layers,
) -> Result<ExitCode, Failure> {
    let (config, notice) = config::load(&mut loaded);
    let theme = Theme::new(environment::palette(cli.look.theme, config.theme));
    let desktop = environment::desktop();
    let settings = Settings {
        glyphs: environment::glyphs(cli.look.ascii || config.ascii),
        bidi: config.bidi,
        keymap: config.keymap,
        origin: origin(&cli.source),
        reopened_by: cli.source.reopened_by(),
        has_browser: desktop.browser.is_some(),
    };
    let mut app = App::new(loaded, settings);
    app.mouse.is_on = config.mouse;
    app.split.choose(config.layout);
    let state = if cli.no_state {
        None
    } else {
        State::of(&cli.source)
    };
    if let Some(memory) = state.as_ref().and_then(State::recall) {
        resume(&mut app, &memory, given);
    }
    begin(&mut app, given);
    app.notice = notice.or(app.notice);
    let outside = Outside {
        editor: environment::editor(),
        desktop,
        origin: files(&cli.source, layers),
        fault: fault(),
    };
    let ending = shell::run(&mut app, &theme, outside)
        .map_err(|error| Failure::new(USAGE, error.to_string()))?;
    if let (Ending::Quit, Some(state)) = (&ending, state) {
        state.keep(&Memory::of(&app), config.layout);
    }
    Ok(ExitCode::from(ending.exit_status()))
}

/// Goes to where the command line says to begin.
pub(super) fn begin(app: &mut App, given: &Given) {
    if let Some(query) = &given.query {
        app.set_query(query.clone());
        app.queries_before.clear();
    }
    let event = match given.start {
        Some(Start::At(event)) => Some(event),
        Some(Start::On(day)) => event_on(app, day),
        None => None,
    };
    app.events.chosen = event.or(app.events.chosen);
    if let Some(name) = given.view {
        update(app, Msg::Do(view(name).action()));
    }
}

/// Goes to where the reader left the timeline, but for what the command line says.
fn resume(app: &mut App, memory: &Memory, given: &Given) {
    let wanted = Wanted {
        view: given.view.is_none(),
        event: given.start.is_none(),
        filter: given.query.is_none(),
    };
    memory.recall(app, wanted);
    // A filter from another day must not hide the event that is asked for.
    if let Some(Start::At(event)) = given.start
        && wanted.filter
        && !app.hits.events().contains(&event)
    {
        app.set_query(Query::default());
        app.queries_before.clear();
    }
}

/// Where the timeline is from: files, if any layer is.
pub(super) fn origin(source: &Source) -> Origin {
    if source.on_disk().next().is_some() {
        Origin::File
    } else if source.has_stdin() {
        Origin::Stdin
    } else {
        Origin::Program
    }
}

/// The timeline's files, if it has any.
fn files(source: &Source, layers: Layers) -> Option<shell::Origin> {
    source.on_disk().next()?;
    let watched = source.clone();
    Some(shell::Origin {
        load: Box::new(move || {
            let mut loaded = layers.load();
            // What is wrong in the configuration is listed with the rest.
            config::load(&mut loaded);
            loaded
        }),
        folders: Box::new(move || folders(&watched)),
    })
}

/// What the command line says of where to begin.
#[derive(Debug)]
pub(super) struct Given {
    /// The filter.
    query: Option<Query>,
    /// The event or day.
    start: Option<Start>,
    /// The view.
    view: Option<ViewName>,
}

impl Given {
    /// What the arguments say; `query` is their filter, as it was read.
    pub(super) fn of(
        begin: &Begin,
        choice: &Choice,
        query: Query,
        timeline: &Timeline,
    ) -> Result<Self, Failure> {
        Ok(Self {
            query: choice.filter.is_some().then_some(query),
            start: Start::of(begin, timeline)?,
            view: begin.view,
        })
    }
}

/// Where the command line says to start.
#[derive(Debug, Clone, Copy)]
enum Start {
    /// At an event.
    At(EventIx),
    /// On a day.
    On(NaiveDate),
}

impl Start {
    /// What the arguments say, if they do.
    fn of(begin: &Begin, timeline: &Timeline) -> Result<Option<Self>, Failure> {
        if let Some(id) = &begin.event {
            return event(timeline, id).map(|event| Some(Self::At(event)));
        }
        let Some(date) = &begin.date else {
            return Ok(None);
        };
        let found = day(date).map(Self::On);
        found.map(Some).ok_or_else(|| {
            let right = "try 2017, 2018-05, 2017-09-15 or '15 sep 2017'";
            Failure::new(USAGE, format!("`{date}` is no date; {right}"))
        })
    }
}

/// The view of a name.
const fn view(name: ViewName) -> View {
    match name {
        ViewName::Timeline => View::Timeline,
        ViewName::Quotes => View::Quotes,
        ViewName::Participants => View::Participants,
        ViewName::Sources => View::Sources,
        ViewName::Zones => View::Zones,
    }
}

/// The event that the command line names.
pub(super) fn event(timeline: &Timeline, id: &str) -> Result<EventIx, Failure> {
    let found = Id::new(id).and_then(|id| timeline.event_named(&id));
    found.ok_or_else(|| {
        let hint = match nearest(timeline, id) {
            Some(near) => format!("did you mean `{near}`?"),
            None => String::from("`astana list` shows the ids"),
        };
        Failure::new(FAULT, format!("there is no event `{id}`; {hint}"))
    })
}

fn nearest<'a>(timeline: &'a Timeline, id: &str) -> Option<&'a Id> {
    // From the last to the first: of equals, `max_by` takes the last.
    let ids = timeline.events().iter().rev().map(|event| &event.id);
    let scored = ids.map(|known| (strsim::jaro_winkler(known.as_str(), id), known));
    scored
        .filter(|(score, _)| *score > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, id)| id)
}

/// What a test wants to see go wrong; nothing in a release.
fn fault() -> Option<Fault> {
    let wanted = if cfg!(debug_assertions) {
        std::env::var("ASTANA_FAULT").ok()
    } else {
        None
    };
    wanted.and_then(|name| name.parse().ok())
}
