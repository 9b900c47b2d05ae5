//! Which events and which quotes a filter shows.

use astana::builtin::{DATA, SEEDS};
use astana::load::{Input, load};

use super::{shown, talks};

/// The ids of the events that each filter shows.
#[track_caller]
fn show_events(cases: &[(&str, &[&str])]) {
    let timeline = talks();
    for (filter, ids) in cases {
        let hits = shown(filter, &timeline);
        let events = hits.events().iter();
        let found: Vec<&str> = events.map(|&event| timeline[event].id.as_str()).collect();
        assert_eq!(found, *ids, "{filter}");
    }
}

/// The beginnings of the quotes that each filter shows.
#[track_caller]
fn show_quotes(cases: &[(&str, &[&str])]) {
    let timeline = talks();
    for (filter, beginnings) in cases {
        let hits = shown(filter, &timeline);
        let found: Vec<&str> = hits
            .quotes()
            .iter()
            .map(|&quote| timeline[quote].text.raw())
            .collect();
        assert_eq!(found.len(), beginnings.len(), "{filter}: {found:?}");
        for (quote, beginning) in found.iter().zip(*beginnings) {
            assert!(quote.starts_with(beginning), "{filter}: {found:?}");
        }
    }
}

#[test]
fn no_filter_shows_everything() {
    show_events(&[
        ("", &["first", "second", "third"]),
        (" \t ", &["first", "second", "third"]),
    ]);
}

#[test]
fn a_participant_goes_by_id_code_name_and_alias() {
    show_events(&[
        ("participant:usa", &["third"]),
        ("participant:IRQ", &["second"]),
        ("participant:\"United States\"", &["third"]),
        ("participant:America", &["third"]),
        (
            "participant:\"Islamic Republic of Iran\"",
            &["first", "second"],
        ),
    ]);
}

#[test]
fn a_participant_goes_by_a_beginning_that_only_one_has() {
    show_events(&[
        ("participant:tur", &["first", "third"]),
        ("participant:isl", &["first", "second"]),
        ("participant:\"united s\"", &["third"]),
        ("participant:amer", &["third"]),
    ]);
}

#[test]
fn a_whole_name_goes_before_a_beginning() {
    show_events(&[("participant:un", &["second"])]);
}

#[test]
fn case_and_accents_make_no_difference_to_a_name() {
    show_events(&[
        ("participant:TURKIYE", &["first", "third"]),
        ("participant:türkiye", &["first", "third"]),
        ("participant:tu\u{308}rkiye", &["first", "third"]),
        ("participant:irn", &["first", "second"]),
    ]);
}

#[test]
fn a_comma_is_or_a_blank_is_and_a_minus_is_not() {
    show_events(&[
        ("participant:iraq,usa", &["second", "third"]),
        ("participant:iran participant:turkey", &["first"]),
        (
            "participant:iran,usa participant:turkey",
            &["first", "third"],
        ),
        ("-participant:turkey", &["second"]),
        ("-participant:iraq,usa", &["first"]),
        ("participant:turkey -participant:iran", &["third"]),
        ("participant:iraq participant:usa", &[]),
        ("participant:iran -prisoners", &["first"]),
        ("participant:iran participant:iran", &["first", "second"]),
    ]);
}

#[test]
fn words_are_found_in_every_text_of_an_event() {
    show_events(&[
        ("ceasefire", &["first"]),
        ("SHELLING", &["first"]),
        ("sochi", &["third"]),
        ("cankaya", &["second"]),
        ("detainees", &["second"]),
        ("islamic", &["first", "second"]),
        ("irq", &["second"]),
        ("beginning", &["first"]),
        ("onal", &["first"]),
        ("nothing-of-the-kind", &[]),
    ]);
}

#[test]
fn words_apart_may_be_anywhere_and_a_phrase_is_kept_together() {
    show_events(&[
        ("meeting second", &["second"]),
        ("\"second meeting\"", &["second"]),
        ("\"meeting second\"", &[]),
        ("\"agreed on: no\"", &["first"]),
        ("-\"second meeting\" astana", &["first"]),
        ("second\" meeting\"", &["second"]),
    ]);
}

#[test]
fn a_label_is_found_as_it_is_shown() {
    show_events(&[("\"round 2\"", &["second"])]);
}

#[test]
fn a_quote_is_shown_by_whom_it_was_said_for() {
    show_quotes(&[
        ("", &["He said the", "He said that", "He asked"]),
        ("participant:iran", &["He said the"]),
        ("participant:turkey", &["He said that"]),
        ("participant:un", &["He asked"]),
        ("participant:un,turkey", &["He said that", "He asked"]),
        ("-participant:iran", &["He said that", "He asked"]),
        // It took part and said nothing.
        ("participant:iraq", &[]),
    ]);
}

#[test]
fn a_quote_is_found_by_its_own_words_and_its_speakers_names() {
    show_quotes(&[
        ("ceasefire", &["He said the"]),
        ("ansari", &["He said the", "He asked"]),
        ("ÖNAL", &["He said that"]),
        ("\"s. onal\"", &["He said that"]),
        // That is in the event only.
        ("shelling", &[]),
        ("ansari -participant:un", &["He said the"]),
    ]);
}

#[test]
fn a_name_is_found_under_any_spelling_and_script() {
    let timeline = load(Input::embedded(DATA, SEEDS)).timeline;
    let events = |words: &str| shown(words, &timeline).events().len();
    let lavrentiev = events("lavrentiev");
    assert!(lavrentiev > 20);
    for typed in ["Lavrentyev", "Лаврентьев", "لافرينتييف", "LAVRENTIEV"] {
        assert_eq!(events(typed), lavrentiev, "{typed}");
    }
    let jaafari = events("\"al-jaafari\"");
    assert!(jaafari > 5);
    for typed in ["\"al jaafari\"", "الجعفري", "Джаафари"] {
        assert_eq!(events(typed), jaafari, "{typed}");
    }
    assert_eq!(events("Çavuşoğlu"), events("cavusoglu"));
    assert!(events("Чавушоглу") > 0);
}
