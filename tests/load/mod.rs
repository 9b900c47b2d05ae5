//! The loader as a curator meets it: what is read, what is said of mistakes, what comes of the rest.

mod beginning;
mod codes;
mod confinement;
mod dates;
mod layers;
mod pieces;
mod quotes;
mod reading;
mod recovery;
mod schema;

use astana::diagnostic::render::render;
use astana::diagnostic::{Code, Diagnostic};
use astana::load::{Input, Loaded, load};

/// A small sound timeline: one of everything that an event can refer to, all of it in use.
const BASE: &str = r#"[timeline]
schema = 1
title = "Talks"

[[kind]]
id = "round"
name = "Round"
glyph = "o"

[[role]]
id = "guarantor"
name = "Guarantor"
glyph = "G"

[[participant]]
id = "russia"
name = "Russia"
code = "RUS"
aliases = ["Russian Federation"]

[[person]]
id = "lavrentiev"
name = "Alexander Lavrentiev"
participant = "russia"

[[source]]
id = "report"
title = "A report"
file = "report.txt"

[[place]]
id = "idlib"
name = "Idlib"
lat = 35.93
lon = 36.63

[[event]]
id = "round-01"
kind = "round"
number = 1
title = "First meeting"
start = 2017-01-23
end = 2017-01-24
summary = "They met."
sources = ["report"]
participants = [{ id = "russia", role = "guarantor", head = "lavrentiev" }]
"#;

/// The text of the base's one source.
const REPORT: &str = "The talks have ended.\n\n“We don’t need a pause, we need\npeace,” he said.\n";

/// Loads a text as the file `talks.toml`, with the base's source text.
fn load_text(toml: &str) -> Loaded {
    load(Input::text("talks.toml", toml.to_owned()).with_seeds(&[("report.txt", REPORT)]))
}

/// Loads the base followed by `more`.
fn load_with(more: &str) -> Loaded {
    load_text(&format!("{BASE}\n{more}"))
}

/// All diagnostics as a curator reads them.
fn rendered(loaded: &Loaded) -> String {
    let all = loaded.diagnostics.iter();
    let all: Vec<String> = all.map(|one| render(one, &loaded.files)).collect();
    all.join("\n")
}

/// The codes of all diagnostics, in their order.
fn codes(loaded: &Loaded) -> Vec<Code> {
    loaded.diagnostics.iter().map(|one| one.code).collect()
}

/// The one diagnostic there is.
#[track_caller]
fn only(loaded: &Loaded) -> &Diagnostic {
    assert_eq!(loaded.diagnostics.len(), 1, "{}", rendered(loaded));
    loaded.diagnostics.first().unwrap()
}

/// The ids of the events, oldest first.
fn events(loaded: &Loaded) -> Vec<&str> {
    let events = loaded.timeline.events().iter();
    events.map(|event| event.id.as_str()).collect()
}
