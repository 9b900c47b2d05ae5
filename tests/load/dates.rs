//! Dates under fire: at the edges of the calendar, with times and offsets, the wrong way round.

use astana::diagnostic::Code;
use astana::query::{Query, shown};
use astana::timeline::{Date, Timeline};
use astana::tui::axis::{Beside, Index, Lane, Scale, Shown, columns, labels, number};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::{codes, events, load_text, load_with, only, rendered};

fn event(id: &str, dates: &str) -> String {
    format!(
        "[[event]]\nid = \"{id}\"\nkind = \"round\"\ntitle = \"{id}\"\n{dates}\nsummary = \"s\"\nsources = [\"report\"]\n"
    )
}

/// The first and the last day of the event `e` with these dates.
fn days(dates: &str) -> (String, String) {
    let loaded = load_with(&event("e", dates));
    assert_eq!(codes(&loaded), [], "{}", rendered(&loaded));
    let events = loaded.timeline.events().iter();
    let event = events.into_iter().find(|event| event.id.as_str() == "e");
    let event = event.unwrap();
    (event.first_day().to_string(), event.last_day().to_string())
}

#[track_caller]
fn assert_drawn(timeline: &Timeline) {
    let index = Index::of(timeline);
    let hits = shown(timeline, &Query::default());
    let shown = Shown::of(&index, hits.events());
    for width in 1..200 {
        let scale = Scale::new(index.whole().unwrap(), width);
        let columns = columns(timeline, Lane::all(&index, &shown), scale, None);
        assert_eq!(columns.len(), width);
        let shown: usize = columns.iter().map(|column| column.shown).sum();
        assert_eq!(shown, timeline.events().len());
        let labels = labels(scale, &Beside::default());
        assert!(labels.len() <= width / 2 + 1, "{width}: {labels:?}");
    }
}

#[test]
fn d1_the_first_and_the_last_year_are_years_like_others() {
    for (dates, first, last) in [
        ("start = 0000-01-01", "0000-01-01", "0000-01-01"),
        ("start = \"0001\"", "0001-01-01", "0001-12-31"),
        ("start = 9999-12-31", "9999-12-31", "9999-12-31"),
        (
            "start = 0000-01-01\nend = 9999-12-31",
            "0000-01-01",
            "9999-12-31",
        ),
    ] {
        assert_eq!(days(dates), (first.to_owned(), last.to_owned()), "{dates}");
        assert_drawn(&load_with(&event("e", dates)).timeline);
    }
    for year in ["-0044", "Y170000002", "10000"] {
        let loaded = load_with(&event("e", &format!("start = \"{year}\"")));
        assert!(
            codes(&loaded).contains(&Code::BadDate),
            "{}",
            rendered(&loaded)
        );
    }
}

#[test]
fn d2_a_day_that_the_calendar_has_not_is_an_error_in_its_place() {
    for date in [
        "2023-02-29",
        "1900-02-29",
        "2023-04-31",
        "2023-00-01",
        "2023-13-01",
        "2023-01-00",
        "2023-01-32",
        "\"2023-02-29\"",
        "\"2023-13\"",
        "\"2023-04-31\"",
    ] {
        let loaded = load_with(&event("e", &format!("start = {date}")));
        let errors: Vec<Code> = codes(&loaded);
        assert!(
            matches!(errors.as_slice(), [Code::Syntax | Code::BadDate]),
            "{date}: {}",
            rendered(&loaded)
        );
        assert!(
            rendered(&loaded).contains(&format!("start = {date}")),
            "{}",
            rendered(&loaded)
        );
        assert_eq!(events(&loaded), ["round-01"]);
    }
    assert_eq!(days("start = 2000-02-29").0, "2000-02-29");
}

#[test]
fn d3_a_leap_second_belongs_to_its_day() {
    assert_eq!(days("start = 2016-12-31T23:59:60Z").0, "2016-12-31");
}

#[test]
fn d4_a_day_is_that_of_the_written_offset() {
    for time in [
        "2017-09-14T23:30:00+14:00",
        "2017-09-14T00:10:00-12:00",
        "2017-09-14T23:59:59Z",
        "2017-09-14T00:00:00",
    ] {
        assert_eq!(days(&format!("start = {time}")).0, "2017-09-14", "{time}");
    }
}

#[test]
fn d5_a_time_alone_or_no_date_at_all_is_an_error_that_names_the_key() {
    for (dates, code) in [
        ("start = 07:32:00", Code::BadDate),
        ("start = 2017", Code::WrongType),
        ("start = true", Code::WrongType),
        ("", Code::MissingKey),
    ] {
        let loaded = load_with(&event("e", dates));
        let diagnostic = only(&loaded);
        assert_eq!(diagnostic.code, code, "{}", rendered(&loaded));
        assert!(rendered(&loaded).contains("start"), "{}", rendered(&loaded));
    }
}

#[test]
fn d6_an_event_that_ends_before_it_starts_is_shown_as_far_as_it_is_sound() {
    let loaded = load_with(&event("e", "start = 2018-02-01\nend = 2018-01-01"));
    assert_eq!(only(&loaded).code, Code::EndBeforeStart);
    let event = loaded.timeline.events().last().unwrap();
    assert_eq!((event.id.as_str(), event.end.is_none()), ("e", true));
    assert_eq!(event.first_day(), event.last_day());
    assert_drawn(&loaded.timeline);
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    let all = (Date::MAX - Date::MIN).num_days().unsigned_abs();
    (0..=all).prop_map(|days| Date::MIN.checked_add_days(Days::new(days)).unwrap())
}

proptest! {
    #[test]
    fn d8_any_days_are_drawn_in_order_and_inside_the_axis(
        mut days in prop::collection::vec(any_day(), 1..6),
        width in 1..300_usize,
    ) {
        days.sort();
        let one = |(at, day): (usize, &NaiveDate)| event(&format!("e{at}"), &format!("start = {day}"));
        let all: String = days.iter().enumerate().map(one).collect();
        let head = super::BASE.split("[[event]]").next().unwrap();
        let loaded = load_text(&format!("{head}{all}"));
        prop_assert_eq!(loaded.timeline.events().len(), days.len());
        let scale = Scale::new(Index::of(&loaded.timeline).whole().unwrap(), width);
        let places: Vec<Option<usize>> = days.iter().map(|&day| scale.place(number(day))).collect();
        prop_assert!(places.is_sorted() && places.iter().all(Option::is_some));
        let labels = labels(scale, &Beside::default());
        let apart = labels.windows(2).all(|pair| pair[1].column > pair[0].column + pair[0].text.len());
        prop_assert!(apart, "{:?}", labels);
    }
}
