//! The axis: when what kind of event was, at a glance.
//!
//! Drawn in units of a thousandth of its width; the contents lead to the same places for those who
//! do not see it.

use chrono::{Datelike, NaiveDate};

use crate::text::elide;
use crate::timeline::{Date, Event, range_in_full};

use super::{Page, anchor};

/// Where time begins and ends.
const LEFT: i64 = 170;
const RIGHT: i64 = 990;
/// The height of a lane, and of the years above.
const LANE: i64 = 22;
/// The least width of a year's number.
const LEAST_YEAR: i64 = 44;
/// The most years that are written.
const MOST_YEARS: i32 = 20;

/// The days that are drawn.
struct Scale {
    first: NaiveDate,
    last: NaiveDate,
}

impl Scale {
    /// From the first day of the first month to the last day of all; nothing without events.
    fn of<'e>(events: impl Iterator<Item = &'e Event>) -> Option<Self> {
        let spans: Vec<(NaiveDate, NaiveDate)> = events.map(days).collect();
        Some(Self {
            first: spans.iter().map(|span| span.0).min()?.with_day(1)?,
            last: spans.iter().map(|span| span.1).max()?,
        })
    }

    fn x(&self, day: NaiveDate) -> i64 {
        let all = (self.last - self.first).num_days().max(1);
        LEFT + (RIGHT - LEFT) * (day - self.first).num_days() / all
    }

    /// The years to write: few enough to be read.
    fn years(&self) -> impl Iterator<Item = NaiveDate> {
        let (first, last) = (self.first.year(), self.last.year());
        let step = [1, 2, 5, 10, 20, 50, 100, 200, 500]
            .into_iter()
            .find(|step| (last - first) / step < MOST_YEARS)
            .unwrap_or(1000);
        let written = (first..=last).filter(move |year| year % step == 0);
        let begins = written.filter_map(|year| NaiveDate::from_ymd_opt(year, 1, 1));
        // A year that has begun before is written if there is room until the next.
        let next = NaiveDate::from_ymd_opt(first + 1, 1, 1);
        let is_short = next.is_some_and(|next| self.x(next) - LEFT < LEAST_YEAR);
        begins.filter_map(move |day| match day {
            day if day >= self.first => Some(day),
            _ if is_short && first < last => None,
            _ => Some(self.first),
        })
    }
}

/// The days of an event that are drawn; an open end is where it is known to have been last.
fn days(event: &Event) -> (NaiveDate, NaiveDate) {
    let (first, last) = (event.first_day(), event.last_day());
    match (first == Date::MIN, last == Date::MAX) {
        (true, false) => (last, last),
        (false, true) => (first, first),
        _ => (first, last),
    }
}

impl Page<'_> {
    pub(super) fn axis(&mut self) {
        let timeline = self.timeline;
        let events = self.selection.events();
        let Some(scale) = Scale::of(events.iter().map(|&at| &timeline[at])) else {
            return;
        };
        let lanes: Vec<usize> = (0..timeline.kinds().len())
            .filter(|&kind| events.iter().any(|&at| timeline[at].kind.index() == kind))
            .collect();
        let height = LANE * i64::try_from(lanes.len() + 1).unwrap_or(1);
        let view_box = format!("0 0 1000 {height}");
        self.markup
            .ours("<div class=\"axis\" aria-hidden=\"true\">\n");
        self.markup.open("svg", &[("viewBox", &view_box)]);
        self.markup.ours("\n");
        for year in scale.years() {
            self.year(scale.x(year), height, year.year());
        }
        for (lane, kind) in lanes.into_iter().enumerate() {
            let y = LANE * i64::try_from(lane + 1).unwrap_or(1);
            self.lane(&scale, y, kind);
        }
        self.markup.ours("</svg>\n</div>\n");
    }

    fn year(&mut self, x: i64, height: i64, year: i32) {
        let (at, height) = (x.to_string(), height.to_string());
        let line = [
            ("x1", at.as_str()),
            ("x2", &at),
            ("y1", "0"),
            ("y2", &height),
        ];
        self.markup.element("line", &line, |_| {});
        let beside = (x + 4).to_string();
        let text = [("x", beside.as_str()), ("y", "13")];
        self.markup.element_of("text", &text, &year.to_string());
        self.markup.ours("\n");
    }

    fn lane(&mut self, scale: &Scale, y: i64, kind: usize) {
        let timeline = self.timeline;
        let Some(name) = timeline.kinds().get(kind).map(|kind| kind.plural.shown()) else {
            return;
        };
        let base = (y + 15).to_string();
        self.markup
            .element_of("text", &[("x", "0"), ("y", &base)], &elide(name, 24, "…"));
        self.markup.ours("\n");
        let events = self.selection.events().iter().map(|&at| &timeline[at]);
        for event in events.filter(|event| event.kind.index() == kind) {
            self.mark(scale, y, event);
        }
    }

    fn mark(&mut self, scale: &Scale, y: i64, event: &Event) {
        let (from, to) = days(event);
        let (from, to) = (scale.x(from), scale.x(to));
        let dates = range_in_full(&event.start, event.end.as_ref());
        let title = format!("{}, {dates}", self.timeline.label(event));
        let target = format!("#{}", anchor("event", event.id.as_str()));
        let attributes = [("href", target.as_str()), ("tabindex", "-1")];
        let (x, top, width) = (
            (from - 4).to_string(),
            (y + 7).to_string(),
            (to - from + 8).to_string(),
        );
        self.markup.element("a", &attributes, |markup| {
            markup.element_of("title", &[], &title);
            let rect = [
                ("x", x.as_str()),
                ("y", &top),
                ("width", &width),
                ("height", "8"),
                ("rx", "4"),
            ];
            markup.element("rect", &rect, |_| {});
        });
        self.markup.ours("\n");
    }
}
