//! The axis as functions: the same as counting event by event, whatever the events, the stretch of
//! time and the width.

mod zoom;

use astana::load::{Input, load};
use astana::query;
use astana::timeline::{EventIx, Timeline};
use astana::tui::axis::{
    Bar, Beside, Index, Lane, Row, Scale, Shown, Window, columns, event_at, labels, rows,
};
use proptest::prelude::*;

const HEAD: &str = r#"
[timeline]
schema = 1
title = "Talks"

[[source]]
id = "gazette"
publisher = "The Gazette"
title = "Talks"
"#;

const KINDS: usize = 4;

/// Events with these dates, of [`KINDS`] kinds in turn.
fn toml(dates: &[String]) -> String {
    let kind = |kind: usize| {
        format!("[[kind]]\nid = \"kind-{kind}\"\nname = \"Kind {kind}\"\nglyph = \"●\"\n")
    };
    let event = |(at, dates): (usize, &String)| {
        let kind = at % KINDS;
        format!(
            "[[event]]\nid = \"event-{at}\"\nkind = \"kind-{kind}\"\ntitle = \"Event {at}\"\n{dates}\n\
             summary = \"s\"\nsources = [\"gazette\"]\n"
        )
    };
    let kinds = (0..KINDS).map(kind);
    let events = dates.iter().enumerate().map(event);
    let pieces = std::iter::once(HEAD.to_owned()).chain(kinds).chain(events);
    pieces.collect()
}

fn timeline(dates: &[String]) -> Timeline {
    let loaded = load(Input::text("talks.toml", toml(dates)));
    assert_eq!(loaded.timeline.events().len(), dates.len(), "{dates:?}");
    loaded.timeline
}

/// Dates as curators write them, in years that cannot be taken for days: near each other or far apart, days and less, ranges, open ends.
fn dates() -> impl Strategy<Value = String> {
    let year = prop_oneof![3 => 2016..2020_u32, 1 => 200..9999_u32];
    (year, 1..13_u32, 1..29_u32, 0..12_usize, 0..400_u32).prop_map(
        |(year, month, day, form, long)| {
            let end = (year + long / 100).min(9999);
            match form {
                0 => format!("start = \"{year:04}\""),
                1 => format!("start = \"{year:04}-{month:02}\""),
                2 => format!("start = \"{year:04}-{month:02}-{day:02}~\""),
                3 => format!("start = \"{year:04}-{month:02}/..\""),
                4 => format!("start = \"../{year:04}-{month:02}\""),
                5 | 6 => format!("start = {year:04}-{month:02}-{day:02}\nend = {end:04}-12-30"),
                7 => format!("start = \"{year:04}-{month:02}?\"\nend = \"{end:04}-12~\""),
                _ => format!("start = {year:04}-{month:02}-{day:02}"),
            }
        },
    )
}

/// A timeline, what is shown of it, a stretch of it, a width, and which shown event is selected.
#[derive(Debug)]
struct Case {
    timeline: Timeline,
    index: Index,
    hits: query::Shown,
    shown: Shown,
    scale: Scale,
    selected: Option<EventIx>,
}

fn case() -> impl Strategy<Value = Case> {
    let filter = prop::sample::select(vec![
        "",
        "kind:kind-1,kind-2",
        "-kind:kind-0",
        "date:2018..",
    ]);
    let dates = prop::collection::vec(dates(), 1..40);
    let steps = prop::collection::vec((0..40_usize, any::<bool>()), 0..5);
    (
        dates,
        filter,
        steps,
        1..200_usize,
        any::<prop::sample::Index>(),
    )
        .prop_map(|(dates, filter, steps, width, selected)| {
            let timeline = timeline(&dates);
            let index = Index::of(&timeline);
            let hits = query::shown(&timeline, &query::parse(filter, &timeline).0);
            let shown = Shown::of(&index, hits.events());
            let window = window(&index, &steps, width);
            let listed = hits.events().len();
            let selected = (listed > 0).then(|| selected.index(listed));
            let selected = selected.and_then(|at| hits.events().get(at));
            Case {
                scale: Scale::new(window, width),
                timeline,
                index,
                hits,
                shown,
                selected,
            }
        })
}

/// The window after zooming in about events, and panning.
fn window(index: &Index, steps: &[(usize, bool)], width: usize) -> Window {
    let whole = index.whole().unwrap();
    steps.iter().fold(whole, |window, &(event, forward)| {
        let about = Some(index.days(EventIx::new(event)).0);
        let zoomed = window
            .closer()
            .map(|length| window.zoomed(length, about, width));
        zoomed.unwrap_or(window).panned(forward).within(whole)
    })
}

impl Case {
    fn lane(&self) -> Lane<'_> {
        Lane::all(&self.index, &self.shown)
    }

    /// The columns that an event begins and ends in.
    fn ends(&self, event: EventIx) -> (i64, i64) {
        let (first, last) = self.index.days(event);
        (self.scale.column(first), self.scale.column(last))
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn columns_say_what_counting_each_event_says(case in case()) {
        let columns = columns(&case.timeline, case.lane(), case.scale, case.selected);
        prop_assert_eq!(columns.len(), case.scale.width());
        for (at, column) in (0..).zip(&columns) {
            let here: Vec<EventIx> = case.timeline.event_handles()
                .filter(|event| case.ends(*event).0 == at)
                .collect();
            let (shown, hidden): (Vec<EventIx>, Vec<EventIx>) =
                here.into_iter().partition(|event| case.hits.shows(*event));
            prop_assert_eq!((column.shown, column.hidden), (shown.len(), hidden.len()));
            prop_assert_eq!(column.first, shown.first().copied());
            let selected = case.selected.is_some_and(|event| shown.contains(&event));
            prop_assert_eq!(column.selected, selected);
        }
    }

    #[test]
    fn a_bar_stands_where_an_event_lasts_and_none_begins(case in case()) {
        let columns = columns(&case.timeline, case.lane(), case.scale, case.selected);
        for (at, column) in (0..).zip(&columns) {
            let lasts = |event: &EventIx| {
                let (first, last) = case.ends(*event);
                first < at && at <= last
            };
            let lasting: Vec<EventIx> =
                case.hits.events().iter().filter(lasts).collect();
            match column.bar {
                Some(_) if column.shown > 0 => prop_assert!(false, "a bar over an event"),
                // The sign of a doubtful end may stand just beside it.
                Some(Bar { event, is_soft }) => {
                    let (first, last) = case.ends(event);
                    let beside = is_soft && (at == first - 1 || at == last + 1);
                    prop_assert!(lasts(&event) || beside);
                    if let Some(selected) = case.selected.filter(lasts) {
                        prop_assert_eq!(event, selected);
                    }
                }
                None => prop_assert!(column.shown > 0 || lasting.is_empty(), "{:?}", lasting),
            }
        }
    }

    #[test]
    fn labels_touch_neither_each_other_nor_what_stands_beside_them(
        case in case(),
        marker in prop::option::of(0..200_usize),
        (left, right) in (0..9_usize, 0..9_usize),
    ) {
        let beside = Beside { marker, left, right };
        let labels = labels(case.scale, &beside);
        let mut free = left;
        for label in &labels {
            prop_assert!(label.column >= free, "{:?}", labels);
            let end = label.column + label.text.len();
            prop_assert!(!marker.is_some_and(|marker| (label.column..end).contains(&marker)));
            prop_assert!(end <= case.scale.width().saturating_sub(right), "{:?}", labels);
            free = end + 1;
        }
    }

    #[test]
    fn the_year_can_be_read_wherever_there_is_room_for_it(
        case in case(),
        marker in 0..200_usize,
        (left, right) in (0..5_usize, 0..5_usize),
    ) {
        let marker = (marker < case.scale.width()).then_some(marker);
        let beside = Beside { marker, left, right };
        let labels = labels(case.scale, &beside);
        let says_year = labels.iter().any(|label| {
            label.text.chars().all(|c| c.is_ascii_digit())
                && (label.text.len() == 4 || label.text.parse::<u32>().unwrap() > 31)
                || label.text.len() > 4
                || label.text == "0"
        });
        prop_assert!(says_year || case.scale.width() < 28, "{:?} {:?}", case.scale, labels);
    }

    #[test]
    fn a_column_leads_to_the_nearest_event(case in case()) {
        let columns = columns(&case.timeline, case.lane(), case.scale, case.selected);
        let begun: Vec<i64> = (0..).zip(&columns).filter(|it| it.1.shown > 0).map(|it| it.0).collect();
        for (at, column) in (0_i64..).zip(&columns) {
            let place = usize::try_from(at).unwrap();
            let found = event_at(&case.timeline, case.lane(), case.scale, place, case.selected);
            let Some(event) = found else {
                prop_assert!(begun.is_empty() && column.bar.is_none());
                continue;
            };
            prop_assert!(case.hits.shows(event));
            let (first, _) = case.ends(event);
            if let Some(bar) = column.bar {
                prop_assert_eq!(bar.event, event);
            } else {
                let nearest = begun.iter().map(|it| it.abs_diff(at)).min();
                prop_assert_eq!(Some(first.abs_diff(at)), nearest);
            }
            if column.selected {
                prop_assert_eq!(Some(event), case.selected);
            }
        }
    }

    #[test]
    fn lanes_leave_no_event_out(case in case(), room in 1..6_usize) {
        let rows = rows(&case.index, &case.shown, room);
        prop_assert!(rows.len() <= room);
        let kinds: Vec<usize> = rows.iter().flat_map(Row::kinds).map(|kind| kind.index()).collect();
        let mut sorted = kinds.clone();
        sorted.sort_unstable();
        sorted.dedup();
        prop_assert_eq!(sorted.len(), kinds.len());
        let own = rows.iter().filter(|row| matches!(row, Row::Kind(_)));
        prop_assert!(own.map(|row| row.kinds()[0].index()).is_sorted());
        let all = columns(&case.timeline, case.lane(), case.scale, case.selected);
        let of_rows: Vec<_> = rows.iter()
            .map(|row| row.columns(&case.timeline, (&case.index, &case.shown), case.scale, case.selected))
            .collect();
        for (at, column) in all.iter().enumerate() {
            let shown: usize = of_rows.iter().map(|row| row[at].shown).sum();
            let hidden: usize = of_rows.iter().map(|row| row[at].hidden).sum();
            prop_assert_eq!((shown, hidden), (column.shown, column.hidden));
            let first = of_rows.iter().filter_map(|row| row[at].first).min();
            prop_assert_eq!(first, column.first);
            prop_assert_eq!(of_rows.iter().filter(|row| row[at].selected).count(), usize::from(column.selected));
        }
    }
}
