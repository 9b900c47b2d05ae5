//! Filters as they are typed: what they show, how they are written back, and what is said of those
//! that cannot be read.

#![expect(
    clippy::panic,
    clippy::string_slice,
    reason = "to the lint, only what is marked as a test is one"
)]

mod completing;
mod each;
mod fields;
mod manual;
mod mistakes;
mod questions;
mod round_trip;
mod showing;

use astana::load::{Input, load};
use astana::query::{Hits, parse, select};
use astana::timeline::Timeline;

/// Two countries that begin alike, two more that share a word with each other, and a speaker who
/// changes sides.
const TALKS: &str = r#"
timeline = { schema = 1, title = "Talks" }
kind = [{ id = "round", name = "Round", plural = "Rounds", glyph = "o" }]
role = [{ id = "observer", name = "Observer", glyph = "O" }]
participant = [
  { id = "iran", name = "Iran", code = "IRN", aliases = ["Islamic Republic of Iran"] },
  { id = "iraq", name = "Iraq", code = "IRQ" },
  { id = "turkey", name = "Turkey", code = "TUR", aliases = ["Türkiye", "Republic of Turkey"] },
  { id = "un", name = "United Nations", code = "UN" },
  { id = "usa", name = "United States", aliases = ["America"] },
]
person = [
  { id = "ansari", name = "Hossein Ansari", participant = "iran" },
  { id = "onal", name = "Sedat Önal", participant = "turkey", aliases = ["S. Onal"] },
]
source = [{ id = "gazette", publisher = "The Gazette", title = "Talks end", date = 2017-02-03 }]

[[event]]
id = "first"
kind = "round"
number = 1
title = "First meeting"
start = 2017-01-23
city = "Astana"
summary = "A ceasefire was agreed on: no shelling by night."
sources = ["gazette"]
participants = [{ id = "iran", role = "observer", head = "ansari" }, { id = "turkey", role = "observer" }]

[[event.quote]]
speaker = "ansari"
form = "indirect"
text = "He said the ceasefire holds."
sources = ["gazette"]

[[event.quote]]
speaker = "onal"
form = "indirect"
text = "He said that this was a beginning."
sources = ["gazette"]

[[event]]
id = "second"
kind = "round"
number = 2
title = "Second meeting"
start = 2017-03-15
city = "Astana"
venue = "Çankaya Hall"
summary = "Prisoners were spoken about."
topics = ["detainees"]
sources = ["gazette"]
participants = [{ id = "iran", role = "observer" }, { id = "iraq", role = "observer" }, { id = "un", role = "observer" }]

[[event.quote]]
speaker = "ansari"
participant = "un"
form = "indirect"
text = "He asked, for the United Nations, for lists."
sources = ["gazette"]

[[event]]
id = "third"
kind = "round"
number = 3
title = "Third meeting"
start = 2018-05-14
city = "Sochi"
topics = ["a, \"strange\" topic/with: all"]
summary = "Nobody came from abroad."
sources = ["gazette"]
participants = [{ id = "turkey", role = "observer" }, { id = "usa", role = "observer" }]
"#;

fn talks() -> Timeline {
    let loaded = load(Input::text("talks.toml", TALKS.to_owned()));
    assert_eq!(
        loaded.diagnostics,
        [],
        "the timeline of these tests is sound"
    );
    loaded.timeline
}

/// What a filter without mistakes shows.
#[track_caller]
fn shown(filter: &str, timeline: &Timeline) -> Hits {
    let (query, mistakes) = parse(filter, timeline);
    assert_eq!(mistakes, [], "{filter}");
    select(timeline, &query)
}
