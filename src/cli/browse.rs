//! Browsing: the app in the terminal.

use std::path::Path;
use std::process::ExitCode;

use chrono::NaiveDate;

use crate::diagnostic::Origin;
use crate::load::Loaded;
use crate::query::Query;
use crate::timeline::{EventIx, Id, Timeline};
use crate::tui::app::{App, Settings};
use crate::tui::keymap::Action;
use crate::tui::message::Msg;
use crate::tui::shell::{self, Fault, Outside};
use crate::tui::theme::Theme;
use crate::tui::update::{day, event_on, update};

use super::args::{Cli, Source, ViewName};
use super::input::{Layers, folders};
use super::{FAULT, Failure, USAGE, config, environment};

/// Runs the program in the terminal until it is left.
pub(super) fn run(
    mut loaded: Loaded,
    query: Query,
    start: Option<Start>,
    cli: &Cli,
    layers: Layers,
) -> Result<ExitCode, Failure> {
    let glyphs = environment::glyphs(cli.look.ascii);
    let theme = Theme::new(environment::palette(cli.look.theme));
    let (config, notice) = config::load(&mut loaded);
    let desktop = environment::desktop();
    let mut app = App::new(
        loaded,
        Settings {
            glyphs,
            keymap: config.keymap,
            origin: origin(&cli.source),
            reopened_by: reopened_by(&cli.source),
            has_browser: desktop.browser.is_some(),
        },
    );
    app.set_query(query);
    app.queries_before.clear();
    let event = match start {
        Some(Start::At(event)) => Some(event),
        Some(Start::On(day)) => event_on(&app, day),
        None => None,
    };
    app.events.chosen = event.or(app.events.chosen);
    update(&mut app, Msg::Do(action(cli.view)));
    app.notice = notice.or(app.notice);
    let outside = Outside {
        editor: environment::editor(),
        desktop,
        origin: files(&cli.source, layers),
        fault: fault(),
    };
    match shell::run(app, &theme, outside) {
        Ok(ending) => Ok(ExitCode::from(ending.exit_status())),
        Err(error) => Err(Failure::new(USAGE, error.to_string())),
    }
}

/// Where the timeline is from: files, if any layer is.
fn origin(source: &Source) -> Origin {
    if source.on_disk().next().is_some() {
        Origin::File
    } else if source.has_stdin() {
        Origin::Stdin
    } else {
        Origin::Program
    }
}

/// The words that open the same timeline again; none for what was piped in, or if a name is no text.
fn reopened_by(source: &Source) -> Option<Vec<String>> {
    // What begins like an option would not be read as a path.
    let word = |path: &Path| {
        let path = path.to_str()?;
        let here = if path.starts_with('-') { "./" } else { "" };
        Some(format!("{here}{path}"))
    };
    let mut words = Vec::new();
    if source.builtin {
        words.push(String::from("--builtin"));
    }
    if let Some(seeds) = &source.seeds {
        words.extend([String::from("--seeds"), word(seeds)?]);
    }
    for path in &source.paths {
        words.push(word(path).filter(|path| path != "./-")?);
    }
    Some(words)
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

/// Where the command line says to start.
#[derive(Debug, Clone, Copy)]
pub(super) enum Start {
    /// At an event.
    At(EventIx),
    /// On a day.
    On(NaiveDate),
}

impl Start {
    /// What the arguments say, if they do.
    pub(super) fn of(cli: &Cli, timeline: &Timeline) -> Result<Option<Self>, Failure> {
        if let Some(id) = &cli.event {
            return event(timeline, id).map(|event| Some(Self::At(event)));
        }
        let Some(date) = &cli.date else {
            return Ok(None);
        };
        let found = day(date).map(Self::On);
        found.map(Some).ok_or_else(|| {
            let right = "try 2017, 2018-05, 2017-09-15 or '15 sep 2017'";
            Failure::new(USAGE, format!("`{date}` is no date; {right}"))
        })
    }
}

/// The action that shows a view.
const fn action(view: ViewName) -> Action {
    match view {
        ViewName::Timeline => Action::ViewTimeline,
        ViewName::Quotes => Action::ViewQuotes,
        ViewName::Participants => Action::ViewParticipants,
        ViewName::Sources => Action::ViewSources,
        ViewName::Zones => Action::ViewZones,
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
