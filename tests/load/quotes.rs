//! What a direct quote must prove.

use astana::diagnostic::Code;
use astana::load::{Input, Loaded, load};
use astana::timeline::{Passage, Quote, State};
use proptest::prelude::*;

use super::{BASE, codes, only, rendered};

const TEXT: &str = "Talks end.\n\n“We don’t need a pause — we need\npeace,” he said. Nobody\u{a0}objected.\n\n\
                    Asked about Idlib he said: “It is too early. It will come.”\n";

/// The base with another source text and a quote of its speaker.
fn load_quote(form: &str, text: &str, sources: &str) -> Loaded {
    let text = text.replace('"', "\\\"").replace('\n', "\\n");
    let quote = format!(
        "\n[[event.quote]]\nspeaker = \"lavrentiev\"\nform = \"{form}\"\ntext = \"{text}\"\nsources = {sources}\n"
    );
    let toml = format!(
        "{BASE}{quote}\n[[source]]\nid = \"paper\"\ntitle = \"A paper\"\n\n[[event]]\nid = \"other\"\n\
         kind = \"round\"\ntitle = \"Other\"\nstart = 2018-01-01\nsummary = \"s\"\nsources = [\"paper\"]\n"
    );
    load(Input::text("talks.toml", toml).with_seeds(&[("report.txt", TEXT)]))
}

fn quote(loaded: &Loaded) -> &Quote {
    let event = loaded.timeline.events().first().unwrap();
    event.quotes.first().unwrap()
}

#[track_caller]
fn passage(loaded: &Loaded) -> &Passage {
    let State::Verified(passage) = &quote(loaded).state else {
        unreachable!("not verified: {}", rendered(loaded));
    };
    passage
}

#[test]
fn e4_words_are_found_however_they_are_typeset() {
    for text in [
        "We don't need a pause - we need peace",
        "We don’t need a pause – we need\npeace,”",
        "Nobody objected.",
        "“It is too early.",
        "\"It is too early. It will come.\"",
    ] {
        let loaded = load_quote("direct", text, "[\"report\"]");
        assert_eq!(codes(&loaded), [], "{}", rendered(&loaded));
        passage(&loaded);
    }
}

#[test]
fn a_passage_leads_to_the_words_and_to_their_line() {
    let loaded = load_quote(
        "direct",
        "need a pause - we need peace",
        "[\"paper\", \"report\"]",
    );
    let passage = passage(&loaded);
    assert_eq!(loaded.timeline[passage.source].id.as_str(), "report");
    assert_eq!(passage.line, 3);
    let [part] = &*passage.parts else {
        unreachable!("{passage:?}");
    };
    assert_eq!(
        TEXT.get(part.clone()).unwrap(),
        "need a pause — we need\npeace"
    );
}

#[test]
fn the_parts_round_an_omission_are_each_led_to() {
    for omission in ["[…]", "[...]"] {
        let text = format!("We don't need {omission} It will come.");
        let loaded = load_quote("direct", &text, "[\"report\"]");
        let parts = passage(&loaded)
            .parts
            .iter()
            .map(|part| TEXT.get(part.clone()).unwrap());
        assert_eq!(
            parts.collect::<Vec<_>>(),
            ["We don’t need", "It will come."]
        );
    }
    let wrong_order = load_quote("direct", "It will come. […] We don't need", "[\"report\"]");
    assert_eq!(codes(&wrong_order), [Code::RefutedQuote]);
}

#[test]
fn what_is_not_in_the_text_is_refuted_with_the_closest_passage() {
    let loaded = load_quote(
        "direct",
        "We do not need a pause, we need peace",
        "[\"report\"]",
    );
    assert_eq!(quote(&loaded).state, State::Refuted);
    let problem = only(&loaded);
    assert_eq!(problem.code, Code::RefutedQuote);
    let help = problem.help.as_deref().unwrap();
    assert!(
        help.contains("on line 3") && help.contains("need a pause — we need"),
        "{help}"
    );
}

#[test]
fn e6_a_letter_that_only_looks_right_is_wrong() {
    let loaded = load_quote("direct", "We need pe\u{430}ce", "[\"report\"]");
    assert_eq!(codes(&loaded), [Code::RefutedQuote]);
}

#[test]
fn without_a_text_a_quote_is_unverified_which_is_a_note() {
    let loaded = load_quote("direct", "Anything at all", "[\"paper\"]");
    assert_eq!(quote(&loaded).state, State::Unverified);
    assert_eq!(only(&loaded).code, Code::UnverifiedQuote);
}

#[test]
fn a_report_needs_no_proof() {
    let loaded = load_quote("indirect", "He wanted peace.", "[\"report\"]");
    assert_eq!(quote(&loaded).state, State::Reported);
    assert_eq!(codes(&loaded), []);
}

#[test]
fn e5_a_quote_without_words_is_an_error_and_never_proven() {
    for text in ["", "  "] {
        let loaded = load_quote("direct", text, "[\"report\"]");
        assert_eq!(codes(&loaded), [Code::EmptyText], "{text:?}");
        assert!(loaded.timeline.events().first().unwrap().quotes.is_empty());
    }
    let loaded = load_quote("direct", "[…]", "[\"report\"]");
    assert_eq!(quote(&loaded).state, State::Refuted);
}

#[test]
fn e8_what_is_compared_is_what_was_written_not_what_is_shown() {
    // The text holds no such characters, whatever their pictures look like.
    let loaded = load_quote("direct", "we need\u{202e}peace", "[\"report\"]");
    assert_eq!(
        codes(&loaded),
        [Code::RefutedQuote, Code::ControlCharacters]
    );
    assert_eq!(quote(&loaded).text.shown(), "we need\u{fffd}peace");
}

#[test]
fn e7_a_verdict_is_of_the_text_there_is_now() {
    let folder = tempfile::tempdir().unwrap();
    crate::docs::schema_example(folder.path());
    let verdict = || {
        let loaded = load(astana::load::read(folder.path(), None));
        quote(&loaded).state.name()
    };
    assert_eq!(verdict(), "verified");
    let text = folder.path().join("seeds/gazette.txt");
    let other = std::fs::read_to_string(&text)
        .unwrap()
        .replace("border", "bridge");
    std::fs::write(&text, other).unwrap();
    assert_eq!(verdict(), "refuted");
    std::fs::remove_file(&text).unwrap();
    assert_eq!(verdict(), "unverified");
}

#[test]
fn e12_a_source_that_stands_twice_or_nowhere_is_an_error_that_names_it() {
    let twice = super::load_with("[[source]]\nid = \"report\"\ntitle = \"Another\"\n");
    assert_eq!(only(&twice).code, Code::Duplicate);
    assert!(
        only(&twice).message.contains("`report`"),
        "{}",
        rendered(&twice)
    );
    let nowhere = load_quote("direct", "peace", "[\"reprot\"]");
    assert!(
        codes(&nowhere).contains(&Code::UnknownReference),
        "{}",
        rendered(&nowhere)
    );
    assert!(
        rendered(&nowhere).contains("did you mean `report`?"),
        "{}",
        rendered(&nowhere)
    );
}

proptest! {
    /// Texts of letters, marks, wide glyphs, typographic signs and line breaks: what a byte offset
    /// taken for that of a character would cut in two.
    #[test]
    fn e11_any_passage_is_found_and_led_to_on_character_boundaries(
        text in "[a-céж中e\u{301}’“”–\u{a0}\u{ad} \\n]{1,60}",
        cut in (0..60_usize, 1..20_usize),
    ) {
        let piece: String = text.chars().skip(cut.0).take(cut.1).collect();
        prop_assume!(piece.contains(|c: char| c.is_alphanumeric()));
        // A mark that is parted from its letter is another letter.
        prop_assume!(!piece.starts_with('\u{301}'));
        prop_assume!(text.chars().nth(cut.0 + cut.1) != Some('\u{301}'));
        let text: &'static str = Box::leak(text.into_boxed_str());
        let seeds: &'static [(&str, &str)] = Box::leak(Box::new([("report.txt", text)]));
        let quote_text = piece.replace('\n', "\\n");
        let toml = format!(
            "{BASE}\n[[event.quote]]\nspeaker = \"lavrentiev\"\nform = \"direct\"\ntext = \"{quote_text}\"\nsources = [\"report\"]\n"
        );
        let loaded = load(Input::text("talks.toml", toml).with_seeds(seeds));
        let passage = passage(&loaded);
        for part in &passage.parts {
            prop_assert!(text.get(part.clone()).is_some_and(|found| !found.is_empty()), "{part:?}");
        }
    }
}
