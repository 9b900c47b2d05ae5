//! The timeline that comes with the program: sound, whole, and in our own words.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "to the lint, only what is marked as a test is one"
)]

use std::collections::{BTreeMap, BTreeSet};

use astana::builtin::{DATA, SEEDS};
use astana::diagnostic::render::render;
use astana::load::{Input, Loaded, load};
use astana::text::{Text, fold};
use astana::timeline::{Event, Form, Id, State, Timeline};

/// The rounds there were.
const ROUNDS: u32 = 22;
/// Who says what in the first seed: the speaker, and how it begins.
const SEED_QUOTES: [(&str, &str); 7] = [
    ("kairat-abdrakhmanov", "Few believed in the success"),
    ("kairat-abdrakhmanov", "We believe that the process"),
    ("bashar-al-jaafari", "only successful platform"),
    ("bashar-al-jaafari", "However, the issue of other countries"),
    ("yahya-al-aridi", "Another matter is detainees"),
    (
        "alexander-lavrentiev",
        "We need to involve armed opposition",
    ),
    ("alexander-lavrentiev", "I must say that the creation"),
];
/// As many words in a row are nobody's own any more.
const COPIED: usize = 12;

fn loaded() -> Loaded {
    load(Input::embedded(DATA, SEEDS))
}

fn timeline() -> Timeline {
    loaded().timeline
}

fn event<'a>(timeline: &'a Timeline, id: &str) -> &'a Event {
    let found = Id::new(id).and_then(|id| timeline.event_named(&id));
    &timeline[found.unwrap_or_else(|| panic!("there is no event `{id}`"))]
}

fn rounds(timeline: &Timeline) -> Vec<&Event> {
    let events = timeline.events().iter();
    events
        .filter(|event| timeline[event.kind].id.as_str() == "round")
        .collect()
}

/// Which participants have a role in an event.
fn in_role<'a>(timeline: &'a Timeline, event: &Event, role: &str) -> BTreeSet<&'a str> {
    let parts = event.participants.iter();
    let parts = parts.filter(|part| timeline[part.role].id.as_str() == role);
    parts
        .map(|part| timeline[part.participant].id.as_str())
        .collect()
}

#[test]
fn c17_nothing_at_all_is_wrong_with_it() {
    let loaded = loaded();
    let found = loaded.diagnostics.iter().map(|d| render(d, &loaded.files));
    let found: Vec<String> = found.collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_round_is_there_once_and_in_order() {
    let timeline = timeline();
    let numbers = rounds(&timeline).into_iter().map(|round| round.number);
    let numbers: Vec<_> = numbers.collect();
    assert_eq!(numbers, (1..=ROUNDS).map(Some).collect::<Vec<_>>());
    for round in rounds(&timeline) {
        let id = format!("round-{:02}", round.number.unwrap());
        assert_eq!(round.id.as_str(), id);
    }
}

#[test]
fn every_round_has_what_a_reader_looks_for_first() {
    let timeline = timeline();
    for round in rounds(&timeline) {
        let id = &round.id;
        let guarantors = in_role(&timeline, round, "guarantor");
        assert_eq!(
            guarantors,
            BTreeSet::from(["iran", "russia", "turkey"]),
            "{id}"
        );
        assert!(
            round.city.is_some() && round.country.is_some(),
            "{id}: no city"
        );
        assert!(round.place.is_some(), "{id}: no place on the map");
        assert!(!round.summary.raw().trim().is_empty(), "{id}: no summary");
        assert!(!round.outcomes.is_empty(), "{id}: no outcome");
        assert!(!round.topics.is_empty(), "{id}: no topic");
        let publishers = round.sources.iter().filter_map(|&source| {
            let publisher = timeline[source].publisher.as_ref();
            publisher.map(Text::raw)
        });
        let publishers: BTreeSet<&str> = publishers.collect();
        assert!(publishers.len() >= 2, "{id}: only {publishers:?}");
        assert!(
            round.start.is_day() && round.end.is_some(),
            "{id}: no known days"
        );
    }
}

#[test]
fn every_kind_of_event_is_there_from_the_first_declaration_to_the_fall_of_the_government() {
    let timeline = timeline();
    for (at, kind) in timeline.kinds().iter().enumerate() {
        let mut events = timeline.events().iter();
        assert!(
            events.any(|event| event.kind.index() == at),
            "no {}",
            kind.id
        );
    }
    let ids: Vec<&str> = timeline
        .events()
        .iter()
        .map(|event| event.id.as_str())
        .collect();
    assert_eq!(ids.first(), Some(&"moscow-declaration-2016-12-20"));
    assert_eq!(ids.last(), Some(&"assad-fall-2024-12-08"));
}

#[test]
fn every_round_leads_to_its_neighbours_and_to_what_is_not_a_round() {
    let timeline = timeline();
    let rounds = rounds(&timeline);
    for (before, after) in rounds.iter().zip(rounds.iter().skip(1)) {
        for (from, to) in [(before, after), (after, before)] {
            let mut related = from.related.iter().map(|&event| &timeline[event].id);
            assert!(related.any(|id| *id == to.id), "{} to {}", from.id, to.id);
        }
    }
    for round in rounds {
        let mut related = round.related.iter().map(|&event| timeline[event].kind);
        assert!(related.any(|kind| kind != round.kind), "{}", round.id);
    }
}

#[test]
fn every_event_has_a_short_name_of_its_own() {
    let timeline = timeline();
    let mut seen = BTreeSet::new();
    for event in timeline.events() {
        let label = timeline.label(event);
        assert!(label.chars().count() <= 34, "{}: {label}", event.id);
        assert!(seen.insert(label), "{}: its label stands twice", event.id);
    }
}

#[test]
fn every_fact_names_its_sources() {
    let timeline = timeline();
    for event in timeline.events() {
        let outcomes = event
            .outcomes
            .iter()
            .map(|it| ("outcome", &it.text, &it.sources));
        let papers = event
            .documents
            .iter()
            .map(|it| ("document", &it.title, &it.sources));
        let quotes = event
            .quotes
            .iter()
            .map(|it| ("quote", &it.text, &it.sources));
        let parts = event
            .participants
            .iter()
            .map(|it| ("participant", &timeline[it.participant].name, &it.sources));
        // That nobody says something is said by nobody.
        let gap = |text: &str| text.starts_with("No source") || text.starts_with("No page");
        let doubts = event.doubts.iter().filter(|it| !gap(it.text.raw()));
        let doubts = doubts.map(|it| ("doubt", &it.text, &it.sources));
        for (what, text, sources) in outcomes
            .chain(papers)
            .chain(quotes)
            .chain(parts)
            .chain(doubts)
        {
            assert!(
                !sources.is_empty(),
                "{}: {what} without a source: {}",
                event.id,
                text.raw()
            );
        }
    }
}

#[test]
fn every_step_of_a_zone_names_its_sources() {
    let timeline = timeline();
    for zone in timeline.zones() {
        assert!(!zone.sources.is_empty(), "{}", zone.id);
        for status in &zone.history {
            assert!(
                !status.sources.is_empty(),
                "{}: {}",
                zone.id,
                status.date.edtf()
            );
        }
    }
}

#[test]
fn no_person_goes_by_two_ids() {
    let timeline = timeline();
    let mut seen: BTreeMap<String, &Id> = BTreeMap::new();
    for person in timeline.people() {
        for name in std::iter::once(&person.name).chain(&person.aliases) {
            let before = seen.insert(fold(name.raw()), &person.id);
            assert!(
                before.is_none_or(|before| *before == person.id),
                "{} and {before:?} are both {}",
                person.id,
                name.raw()
            );
        }
    }
}

#[test]
fn round_6_has_all_there_can_be() {
    let timeline = timeline();
    let round = event(&timeline, "round-06");
    assert_eq!(round.start.edtf(), "2017-09-14");
    assert_eq!(round.end.as_ref().unwrap().edtf(), "2017-09-15");
    assert_eq!(round.city.as_ref().unwrap().raw(), "Astana");
    assert!(round.venue.is_some() && round.next.is_some());
    assert!(!round.related.is_empty() && !round.doubts.is_empty());
    for role in ["guarantor", "conflict-party", "observer", "host"] {
        assert!(!in_role(&timeline, round, role).is_empty(), "no {role}");
    }
    assert!(in_role(&timeline, round, "observer").is_superset(&BTreeSet::from(["jordan", "usa"])));
    for part in &round.participants {
        let id = &timeline[part.participant].id;
        let known = part.head.is_some() && part.head_title.is_some();
        let open = round
            .doubts
            .iter()
            .any(|doubt| doubt.about.raw() == id.as_str());
        assert!(known || open, "{id} has no head, and nothing says why");
    }
    assert!(!round.documents.is_empty());
    for paper in &round.documents {
        assert!(!paper.points.is_empty(), "{:?} has no points", paper.title);
    }
    let forms = round.quotes.iter().map(|quote| quote.state.form());
    let forms: Vec<Form> = forms.collect();
    assert!(forms.contains(&Form::Direct) && forms.contains(&Form::Indirect));
}

#[test]
fn every_quotation_of_the_seed_is_a_verified_quote_of_its_speaker() {
    let timeline = timeline();
    let round = event(&timeline, "round-06");
    let quotations = quotations(SEEDS.first().unwrap().1);
    assert_eq!(quotations.len(), SEED_QUOTES.len(), "{quotations:?}");
    for (quotation, (speaker, beginning)) in quotations.iter().zip(SEED_QUOTES) {
        assert!(quotation.starts_with(beginning), "{quotation}");
        let quote = round
            .quotes
            .iter()
            .find(|quote| quote.text.raw() == *quotation);
        let quote = quote.unwrap_or_else(|| panic!("not in the data: {quotation}"));
        assert_eq!(timeline[quote.speaker].id.as_str(), speaker, "{quotation}");
        let State::Verified(passage) = &quote.state else {
            panic!("{}: {quotation}", quote.state.name());
        };
        assert_eq!(
            timeline[passage.source].text.as_deref(),
            Some(SEEDS.first().unwrap().1)
        );
    }
}

#[test]
fn every_direct_quote_is_verified() {
    let timeline = timeline();
    for quote in timeline.events().iter().flat_map(|event| &event.quotes) {
        let state = &quote.state;
        let sound = matches!(state, State::Verified(_) | State::Reported);
        assert!(sound, "{}: {}", state.name(), quote.text.raw());
    }
}

/// What stands between quotation marks; the comma before the closing one is the article's.
fn quotations(text: &str) -> Vec<&str> {
    let opened = text.split('“').skip(1);
    let quoted = opened.map(|rest| rest.split_once('”').unwrap().0);
    quoted.map(|words| words.trim_end_matches(',')).collect()
}

#[test]
fn the_memorandum_is_there() {
    let timeline = timeline();
    let memorandum = event(&timeline, "memorandum-2017-05-04");
    assert_eq!(timeline[memorandum.kind].id.as_str(), "agreement");
    assert_eq!(memorandum.start.edtf(), "2017-05-04");
    let names: BTreeSet<&str> = memorandum
        .participants
        .iter()
        .map(|part| timeline[part.participant].id.as_str())
        .collect();
    assert!(
        names.is_superset(&BTreeSet::from(["iran", "russia", "turkey"])),
        "{names:?}"
    );
    assert!(
        memorandum
            .documents
            .iter()
            .any(|paper| !paper.points.is_empty())
    );
}

#[test]
fn each_of_the_four_zones_has_a_history_in_order() {
    let timeline = timeline();
    assert_eq!(timeline.zones().len(), 4);
    for zone in timeline.zones() {
        let id = &zone.id;
        assert!(zone.history.len() > 1, "{id}");
        assert!(
            zone.history.is_sorted_by_key(|status| status.date.first()),
            "{id}"
        );
        assert!(
            zone.history.iter().all(|status| !status.sources.is_empty()),
            "{id}"
        );
        assert!(!zone.places.is_empty() && !zone.area.is_empty(), "{id}");
    }
}

#[test]
fn topics_are_few_enough_to_choose_from() {
    let timeline = timeline();
    let events = timeline.events().iter();
    let topics = events.flat_map(|event| {
        let quoted = event.quotes.iter().flat_map(|quote| &quote.topics);
        event.topics.iter().chain(quoted).map(Text::raw)
    });
    let topics: BTreeSet<&str> = topics.collect();
    assert!(topics.len() <= 40, "{}: {topics:?}", topics.len());
    let folded: BTreeSet<String> = topics.iter().map(|topic| fold(topic)).collect();
    assert_eq!(
        folded.len(),
        topics.len(),
        "two spellings of one topic: {topics:?}"
    );
}

#[test]
fn nothing_but_direct_quotes_is_copied_from_a_seed() {
    let seeds: Vec<Vec<String>> = SEEDS.iter().map(|(_, text)| words(text)).collect();
    let copied: BTreeSet<&[String]> = seeds.iter().flat_map(|seed| seed.windows(COPIED)).collect();
    for (name, text) in DATA {
        let mut texts = Vec::new();
        let table: toml::Table = text.parse().unwrap();
        collect(&toml::Value::Table(table), &mut texts);
        for text in texts {
            let words = words(&text);
            let found = words.windows(COPIED).find(|piece| copied.contains(piece));
            assert_eq!(found, None, "{name}: {text}");
        }
    }
}

fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// Every text in a value but those of direct quotes.
fn collect(value: &toml::Value, texts: &mut Vec<String>) {
    match value {
        toml::Value::String(text) => texts.push(text.clone()),
        toml::Value::Array(values) => values.iter().for_each(|value| collect(value, texts)),
        toml::Value::Table(table) => {
            let direct = table.get("form").and_then(toml::Value::as_str) == Some("direct");
            let own = table.iter().filter(|(key, _)| !(direct && *key == "text"));
            own.for_each(|(_, value)| collect(value, texts));
        }
        _ => {}
    }
}
