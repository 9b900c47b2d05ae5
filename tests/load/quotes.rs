//! What a direct quote must prove.

use astana::diagnostic::Code;
use astana::load::{Input, Loaded, load};
use astana::timeline::{Passage, Quote, State};

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
    let [part] = passage.parts.as_slice() else {
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
