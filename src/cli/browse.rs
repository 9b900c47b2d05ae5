//! Browsing: the app in the terminal.

use std::process::ExitCode;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::diagnostic::Origin;
use crate::load::{Loaded, Progress, Share};
use crate::query::Query;
use crate::timeline::{EventIx, Id, Timeline};
use crate::tui::app::{App, Settings, View};
use crate::tui::memory::{Memory, Wanted};
use crate::tui::message::Msg;
use crate::tui::shell::{self, Ending, Fault, Outside};
use crate::tui::theme::Theme;
use crate::tui::update::{day, event_on, update};

use super::args::{Begin, Choice, Cli, Source, ViewName};
use super::input::{Layers, choose, folders};
use super::state::State;
use super::{FAULT, Failure, USAGE, config, environment};

/// Opens the timeline in the terminal: its beginning first, if nothing is asked for that needs the whole.
pub(super) fn open(cli: &Cli, layers: Layers) -> Result<ExitCode, Failure> {
    let state = if cli.no_state {
        None
    } else {
        State::of(&cli.source)
    };
    let memory = state.as_ref().and_then(State::recall);
    if let Some((loaded, shares)) = first_screen(cli, &layers, memory.as_ref()) {
        let session = Session {
            given: Given::view(cli.begin.view),
            app: App::beginning,
            loaded,
            shares,
            memory,
            state,
        };
        return session.run(cli, layers);
    }
    let (loaded, query) = choose(layers.load(&Progress::default()), &cli.choice)?;
    let session = Session {
        given: Given::of(&cli.begin, &cli.choice, query, &loaded.timeline)?,
        app: App::new,
        loaded,
        shares: Vec::new(),
        memory,
        state,
    };
    session.run(cli, layers)
}

/// The beginning of the timeline, and the shares to load before the whole. Nothing if the whole is needed: to find an
/// event or a day, to show zones, or to filter, which is quick where there is not more than a share.
fn first_screen(
    cli: &Cli,
    layers: &Layers,
    memory: Option<&Memory>,
) -> Option<(Loaded, Vec<Share>)> {
    let begin = &cli.begin;
    let needs_event = begin.event.is_some() || begin.date.is_some();
    if cli.choice.filter.is_some() || needs_event || begin.view == Some(ViewName::Zones) {
        return None;
    }
    let around = memory.and_then(|memory| memory.event.as_deref());
    let (loaded, is_cut) = layers.first_screen(around)?;
    if memory.is_some_and(|memory| !memory.filter.is_empty()) && !is_cut {
        return None;
    }
    let later = Share::ALL.into_iter().skip(1).filter(|_| is_cut);
    Some((loaded, later.collect()))
}

/// What the program runs with.
struct Session {
    loaded: Loaded,
    /// Makes the app of what is loaded: the beginning or the whole.
    app: fn(Loaded, Settings) -> App,
    /// What to load before the whole.
    shares: Vec<Share>,
    given: Given,
    memory: Option<Memory>,
    state: Option<State>,
}

impl Session {
    /// Runs the program in the terminal until it is left.
    fn run(mut self, cli: &Cli, layers: Layers) -> Result<ExitCode, Failure> {
        let (config, notice) = config::load(&mut self.loaded);
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
        let mut app = (self.app)(self.loaded, settings);
        app.mouse.is_on = config.mouse;
        app.split.choose(config.layout);
        if let Some(memory) = self.memory {
            resume(&mut app, &memory, &self.given);
        }
        begin(&mut app, &self.given);
        app.notice = notice.or(app.notice);
        let outside = Outside {
            editor: environment::editor(),
            desktop,
            origin: origin_of_whole(&cli.source, layers, self.shares, app.is_whole),
            fault: fault(),
        };
        let ending = shell::run(&mut app, &theme, outside)
            .map_err(|error| Failure::new(USAGE, error.to_string()))?;
        // Who leaves before the place of the last time was found is still there.
        if let (Ending::Quit, Some(state), None) = (&ending, self.state, &app.awaited) {
            state.keep(&Memory::of(&app), config.layout);
        }
        // The process ends here: the system takes back a large timeline at once, item by item it takes long.
        std::mem::forget(app);
        Ok(ExitCode::from(ending.exit_status()))
    }
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

/// Goes to where the reader left the timeline, but for what the command line says; as far as that is there already.
fn resume(app: &mut App, memory: &Memory, given: &Given) {
    let mut wanted = Wanted {
        view: given.view.is_none(),
        event: given.start.is_none(),
        filter: given.query.is_none(),
    };
    if !app.is_whole {
        app.awaited = Some((memory.clone(), wanted));
        // What the filter says is known once all names are.
        wanted.filter = false;
    }
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

/// Where the rest of the timeline is read from, and the timeline anew; none if there is no rest and it cannot change.
fn origin_of_whole(
    source: &Source,
    layers: Layers,
    shares: Vec<Share>,
    is_whole: bool,
) -> Option<shell::Origin> {
    let is_on_disk = source.on_disk().next().is_some();
    if is_whole && !is_on_disk {
        return None;
    }
    let watched = source.clone();
    let layers = Arc::new(layers);
    let of_part = Arc::clone(&layers);
    Some(shell::Origin {
        shares,
        part: Box::new(move |share| {
            let mut part = of_part.part(share)?;
            config::load(&mut part);
            Some(part)
        }),
        load: Box::new(move |progress| {
            let mut loaded = layers.load(progress);
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
    /// No more than a view, if that.
    const fn view(view: Option<ViewName>) -> Self {
        Self {
            query: None,
            start: None,
            view,
        }
    }

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
