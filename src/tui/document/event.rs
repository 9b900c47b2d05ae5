//! The detail of an event.

use crate::text::Folded;
use crate::timeline::{
    Attendance, Document, Event, EventIx, Status, Timeline, ZoneIx, range_in_full,
};

use super::common::{event_line, quote, sources};
use super::paragraph::Paragraph;
use super::references::References;
use super::{Ink, Line, Page, Setting, Sheet};
use crate::tui::glyphs::Glyphs;
use crate::tui::subject::{DocumentIx, Subject};

/// The event whole, wrapped.
pub fn event(timeline: &Timeline, at: EventIx, setting: Setting<'_>) -> Sheet {
    write(timeline, at, Page::new(setting)).sheet()
}

/// The event whole, as it is printed: addresses are not broken.
pub fn event_on_paper(timeline: &Timeline, at: EventIx, setting: Setting<'_>) -> Vec<Line> {
    write(timeline, at, Page::on_paper(setting)).sheet().lines
}

/// The event whole, to be searched: a line for each paragraph.
pub fn event_folded(timeline: &Timeline, at: EventIx, glyphs: &Glyphs) -> Folded {
    write(timeline, at, Page::to_search(glyphs)).folded()
}

pub(super) fn write<'a>(timeline: &Timeline, at: EventIx, page: Page<'a>) -> Page<'a> {
    let event = &timeline[at];
    let zones: Vec<(ZoneIx, &Status)> = timeline.zone_history(at).collect();
    let of_zones = zones.iter().map(|(_, status)| &*status.sources);
    let references = References::of(event, of_zones);
    let mut writer = Writer {
        timeline,
        at,
        event,
        zones,
        references,
        page,
    };
    writer.head();
    writer.outcomes();
    writer.zones();
    writer.documents();
    writer.participants();
    writer.quotes();
    writer.doubts();
    writer.next();
    writer.related();
    sources(timeline, &writer.references, &mut writer.page);
    writer.page
}

struct Writer<'t, 'p> {
    timeline: &'t Timeline,
    at: EventIx,
    event: &'t Event,
    /// What became of zones by it.
    zones: Vec<(ZoneIx, &'t Status)>,
    references: References,
    page: Page<'p>,
}

impl Writer<'_, '_> {
    fn head(&mut self) {
        let (event, dot) = (self.event, self.page.glyphs().dot);
        let label = self.timeline.label(event);
        let title = event.title.shown();
        let mut name = Paragraph::new(0, 0).text(&label, Ink::Strong);
        if label != title {
            name = name.text(format!(" {dot} "), Ink::Strong);
            name = name.text(title, Ink::Strong);
        }
        self.page.write(&name);
        let mut line = vec![range_in_full(&event.start, event.end.as_ref())];
        line.extend(event.whereabouts());
        line.extend(event.venue.as_ref().map(|venue| venue.shown().to_owned()));
        self.page.facts(Ink::Plain, line.iter().map(String::as_str));
        self.neighbours();
        self.page.gap();
        let summary = Paragraph::new(0, 0).text(event.summary.shown(), Ink::Plain);
        self.page
            .write(&summary.mark(&self.references, &event.sources));
        if !event.topics.is_empty() {
            let topics = event.topics.iter();
            let topics =
                topics.map(|topic| (topic.shown(), Subject::Topic(topic.raw().to_owned())));
            let line = Paragraph::new(0, 2).text("Topics: ", Ink::Dim);
            self.page.gap();
            self.page.write(&line.links(Ink::Dim, topics));
        }
    }

    /// How long after the last event of its kind it was, and how long before the next.
    fn neighbours(&mut self) {
        let dot = self.page.glyphs().dot;
        let (before, after) = self.timeline.neighbours(self.at);
        let mut line = Paragraph::new(0, 0);
        for (neighbour, word) in [(before, "after"), (after, "before")] {
            let Some(neighbour) = neighbour else {
                continue;
            };
            if !line.pieces.is_empty() {
                line = line.text(format!(" {dot} "), Ink::Dim);
            }
            let other = &self.timeline[neighbour];
            let days = if word == "after" {
                days_between(other, self.event)
            } else {
                days_between(self.event, other)
            };
            let label = self.timeline.label(other);
            line = line.text(format!("{days} {word} "), Ink::Dim).link(
                label,
                Ink::Dim,
                Subject::Event(neighbour),
            );
        }
        if !line.pieces.is_empty() {
            self.page.write(&line);
        }
    }

    fn outcomes(&mut self) {
        if !self.event.outcomes.is_empty() {
            self.page.heading("Outcomes");
        }
        for outcome in &self.event.outcomes {
            let item = self.page.item().text(outcome.text.shown(), Ink::Plain);
            self.page
                .write(&item.mark(&self.references, &outcome.sources));
        }
    }

    fn zones(&mut self) {
        if !self.zones.is_empty() {
            self.page.heading("Zones");
        }
        for (zone, status) in &self.zones {
            let name = self.timeline[*zone].name.shown();
            let item = self
                .page
                .item()
                .link(name, Ink::Strong, Subject::Zone(*zone));
            let since = format!(": {} since {}", status.kind.words(), status.date.in_full());
            let item = item.text(since, Ink::Plain);
            self.page
                .write(&item.mark(&self.references, &status.sources));
        }
    }

    fn documents(&mut self) {
        if !self.event.documents.is_empty() {
            self.page.heading("Documents");
        }
        for (nth, document) in self.event.documents.iter().enumerate() {
            let at = DocumentIx {
                event: self.at,
                nth,
            };
            self.document(document, at);
        }
    }

    fn document(&mut self, document: &Document, at: DocumentIx) {
        let title = document.title.shown();
        let head = Paragraph::new(0, 2)
            .link(title, Ink::Strong, Subject::Document(at))
            .text(document.facts(), Ink::Dim)
            .mark(&self.references, &document.sources);
        self.page.write(&head);
        if let Some(url) = &document.url {
            self.page.address(2, url.shown(), Ink::Provenance);
        }
        for point in &document.points {
            let dash = format!("{} ", self.page.glyphs().dot);
            self.page
                .paragraph(2, 2, &[(&dash, Ink::Dim), (point.shown(), Ink::Plain)]);
        }
    }

    fn participants(&mut self) {
        if !self.event.participants.is_empty() {
            self.page.heading("Participants");
        }
        for (at, role) in self.timeline.roles().iter().enumerate() {
            let mut parts = self
                .event
                .participants
                .iter()
                .filter(|p| p.role.index() == at)
                .peekable();
            if parts.peek().is_some() {
                let glyph = format!("{} ", self.page.glyphs().role(role));
                self.page
                    .paragraph(0, 0, &[(&glyph, Ink::Dim), (role.plural.shown(), Ink::Dim)]);
            }
            for part in parts {
                self.participant(part);
            }
        }
    }

    fn participant(&mut self, part: &Attendance) {
        let name = self.timeline[part.participant].name.shown();
        let title = self.timeline.head_title(part);
        let mut line =
            Paragraph::new(2, 2).link(name, Ink::Strong, Subject::Participant(part.participant));
        if let Some(at) = part.head {
            line = line
                .text(format!(" {} ", self.page.glyphs().dot), Ink::Plain)
                .link(
                    self.timeline[at].name.shown(),
                    Ink::Plain,
                    Subject::Person(at),
                );
        }
        if let Some(title) = title {
            let between = if part.head.is_some() { ", " } else { ": " };
            line = line.text(between, Ink::Plain);
            line = line.text(title.shown(), Ink::Plain);
        }
        self.page.write(&line.mark(&self.references, &part.sources));
    }

    fn quotes(&mut self) {
        let count = self.event.quotes.len();
        if count > 0 {
            self.page.heading(&format!("Quotes ({count})"));
        }
        for (nth, at) in self.timeline.quotes_of(self.at).enumerate() {
            if nth > 0 {
                self.page.gap();
            }
            quote(self.timeline, &self.references, &mut self.page, at, None);
        }
    }

    fn doubts(&mut self) {
        if !self.event.doubts.is_empty() {
            self.page.heading("Sources disagree, or do not say");
        }
        for doubt in &self.event.doubts {
            let doubted = Paragraph::new(0, 2)
                .text(format!("{} ", self.page.glyphs().doubt), Ink::Warning)
                .text(doubt.about.shown(), Ink::Strong)
                .text(": ", Ink::Strong)
                .text(doubt.text.shown(), Ink::Plain);
            self.page
                .write(&doubted.mark(&self.references, &doubt.sources));
        }
    }

    /// What was announced as the next event, and what came.
    fn next(&mut self) {
        let Some(next) = &self.event.next else {
            return;
        };
        self.page.heading("Announced as next");
        let announced = Paragraph::new(0, 0).text(next.shown(), Ink::Plain);
        self.page
            .write(&announced.mark(&self.references, &self.event.sources));
        let (before, came) = self.timeline.neighbours(self.at);
        let came = if let Some(came) = came {
            let line = Paragraph::new(0, 2).text("What came: ", Ink::Dim);
            event_line(self.timeline, self.page.glyphs(), line, came)
        } else if before.is_some() {
            let kind = self.timeline[self.event.kind].name.shown().to_lowercase();
            let none = format!("What came: no later {kind} in this timeline");
            Paragraph::new(0, 2).text(none, Ink::Dim)
        } else {
            // The only one of its kind has no other to come.
            return;
        };
        self.page.write(&came);
    }

    fn related(&mut self) {
        if !self.event.related.is_empty() {
            self.page.heading("Related");
        }
        for &related in &self.event.related {
            let glyphs = self.page.glyphs();
            let line = event_line(self.timeline, glyphs, self.page.item(), related);
            self.page.write(&line);
        }
    }
}

/// How many days lie between the end of one event and the beginning of the next, as exactly as their
/// dates are known.
fn days_between(before: &Event, after: &Event) -> String {
    let end = before.end.as_ref().unwrap_or(&before.start);
    let least = (after.start.first() - end.last()).num_days().max(0);
    let most = (after.start.last() - end.first()).num_days().max(0);
    match (least, most) {
        (0, 0) => String::from("no day"),
        (1, 1) => String::from("1 day"),
        (least, most) if least == most => format!("{most} days"),
        (0, most) => format!("at most {most} days"),
        (least, most) => format!("{least} to {most} days"),
    }
}
