//! What the axis costs to draw: by its width, not by the number of events.

use std::hint::black_box;

use astana::diagnostic::{Files, Span};
use astana::query::{Query, shown};
use astana::text::{Lines, Text};
use astana::timeline::{Date, Event, Id, Kind, KindIx, Meta, Parts, Timeline};
use astana::tui::axis::{Beside, Index, Lane, Scale, Shown, columns, labels, rows};
use chrono::{Days, NaiveDate};
use criterion::{Criterion, criterion_group, criterion_main};

const SIZES: [usize; 2] = [10_000, 1_000_000];
const WIDTH: usize = 200;
const KINDS: usize = 10;

/// So many events of ten kinds in 300 years, every tenth a month long.
fn timeline(events: usize) -> Timeline {
    let at = Span::new(Files::default().add(String::new(), String::new()), 0..0);
    let text = |text: &str| Text::new(text, Lines::One);
    let id = |text: &str| Id::new(text).expect("kebab-case");
    let kinds = (0..KINDS).map(|kind| Kind {
        id: id(&format!("kind-{kind}")),
        name: text("Kind"),
        plural: text("Kinds"),
        glyph: text("●"),
        color: None,
        at,
    });
    let begin = NaiveDate::from_ymd_opt(1700, 1, 1).expect("a day of the calendar");
    let day = |day: u64| Date::day(begin.checked_add_days(Days::new(day)).expect("before 9999"));
    let events = (0..events).map(|nth| {
        let start = nth as u64 * 110_000 / events as u64;
        Event {
            id: id(&format!("event-{nth}")),
            kind: KindIx::new(nth % KINDS),
            number: None,
            title: text("Meeting"),
            label: None,
            start: day(start),
            end: (nth % 10 == 0).then(|| day(start + 30)),
            city: None,
            country: None,
            venue: None,
            place: None,
            summary: text("They met."),
            outcomes: Box::default(),
            topics: Box::default(),
            next: None,
            related: Box::default(),
            sources: Box::default(),
            participants: Box::default(),
            doubts: Box::default(),
            documents: Box::default(),
            quotes: Box::default(),
            at,
        }
    });
    Timeline::new(Parts {
        meta: Meta::default(),
        kinds: kinds.collect(),
        events: events.collect(),
        ..Parts::default()
    })
}

fn drawing(c: &mut Criterion) {
    let mut group = c.benchmark_group("axis");
    for events in SIZES {
        let timeline = timeline(events);
        let hits = shown(&timeline, &Query::default());
        let index = Index::of(&timeline);
        let shown = Shown::of(&index, hits.events());
        let scale = Scale::new(index.whole().expect("there are events"), WIDTH);
        let selected = hits.events().get(events / 2);
        group.bench_function(format!("row/{events}"), |b| {
            b.iter(|| {
                let lane = Lane::all(&index, &shown);
                black_box(labels(scale, &Beside::default()));
                black_box(columns(&timeline, lane, scale, selected))
            });
        });
        group.bench_function(format!("lanes/{events}"), |b| {
            b.iter(|| {
                for row in rows(&index, &shown, KINDS) {
                    black_box(row.columns(&timeline, (&index, &shown), scale, selected));
                }
            });
        });
        group.sample_size(10);
        group.bench_function(format!("filter/{events}"), |b| {
            b.iter(|| {
                let shown = Shown::of(&index, hits.events());
                black_box(Lane::all(&index, &shown).longest(events))
            });
        });
        group.bench_function(format!("open/{events}"), |b| {
            b.iter(|| black_box(Index::of(&timeline)));
        });
    }
}

criterion_group!(benches, drawing);
criterion_main!(benches);
