//! Questions that people ask of the Astana process.

use astana::builtin::{DATA, SEEDS};
use astana::load::{Input, load};
use astana::timeline::Timeline;

use super::shown;

fn process() -> Timeline {
    load(Input::embedded(DATA, SEEDS)).timeline
}

fn ids<'t>(filter: &str, timeline: &'t Timeline) -> Vec<&'t str> {
    let hits = shown(filter, timeline);
    let ids = hits.events().iter().map(|&at| timeline[at].id.as_str());
    ids.collect()
}

#[test]
fn everything_jordan_attended_as_observer_in_2018() {
    let timeline = process();
    assert_eq!(
        ids("participant:jordan/observer year:2018", &timeline),
        ["round-09", "round-10", "round-11"]
    );
}

#[test]
fn who_spoke_about_detainees_before_the_sochi_congress() {
    let timeline = process();
    let hits = shown("topic:detainees date:..2018-01-28", &timeline);
    assert!(hits.quotes().len() >= 10);
    for &quote in hits.quotes() {
        let quote = &timeline[quote];
        assert!(quote.date.first() < "2018-01-29".parse().unwrap());
        assert!(quote.topics.iter().any(|topic| topic.raw() == "detainees"));
    }
}

#[test]
fn rounds_not_held_in_astana() {
    let timeline = process();
    let sochi = ["round-10", "round-15"];
    assert_eq!(ids("kind:round -place:astana", &timeline), sochi);
    assert_eq!(ids("kind:round place:sochi", &timeline), sochi);
}

#[test]
fn events_resting_on_one_source() {
    let timeline = process();
    let one = ids("sources:1", &timeline);
    assert_eq!(one, ids("sources:<2 -sources:0", &timeline));
    assert!(!one.is_empty());
    for &event in shown("sources:1", &timeline).events() {
        assert_eq!(timeline[event].sources.len(), 1);
    }
}

#[test]
fn a_speaker_is_asked_for_by_any_spelling() {
    let timeline = process();
    let lavrentiev = shown("speaker:lavrentiev", &timeline);
    assert!(lavrentiev.quotes().len() > 40);
    for typed in [
        "Лаврентьев",
        "lavrentyev",
        "\"Александр Лаврентьев\"",
        "لافرينتييف",
    ] {
        assert_eq!(
            shown(&format!("speaker:{typed}"), &timeline),
            lavrentiev,
            "{typed}"
        );
    }
    let jaafari = shown("speaker:jaafari", &timeline);
    for typed in ["\"al jaafari\"", "al-jaafari", "Джаафари"] {
        assert_eq!(
            shown(&format!("speaker:{typed}"), &timeline),
            jaafari,
            "{typed}"
        );
    }
}

#[test]
fn what_is_proven_and_what_is_doubtful() {
    let timeline = process();
    assert_eq!(ids("state:verified", &timeline), ["round-06"]);
    assert_eq!(shown("form:direct", &timeline).quotes().len(), 7);
    assert!(ids("kind:round has:doubt", &timeline).len() > 15);
}
