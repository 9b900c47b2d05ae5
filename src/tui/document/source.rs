//! The page of a source: what it is, what rests on it, and its text.

use crate::text::{Folded, plural};
use crate::timeline::{EventIx, Resting, SourceIx, Timeline, ZoneIx};
use crate::tui::glyphs::Glyphs;
use crate::tui::subject::{DocumentIx, Subject};

use super::common::{cited, event_line, quote};
use super::paragraph::Paragraph;
use super::references::References;
use super::{Ink, Page, source_text};

/// The page of a source, to be searched.
pub fn source_folded(timeline: &Timeline, at: SourceIx, glyphs: &Glyphs) -> Folded {
    write(timeline, at, Page::to_search(glyphs)).folded()
}

pub(super) fn write<'a>(timeline: &Timeline, at: SourceIx, page: Page<'a>) -> Page<'a> {
    let mut writer = Writer { timeline, at, page };
    writer.head();
    if let Some(resting) = timeline.resting().get(at.index()) {
        writer.counts(resting);
        writer.events(&resting.events);
        writer.delegations(&resting.delegations);
        writer.documents(&resting.documents);
        writer.quotes(resting);
        writer.zones(&resting.zones);
    }
    source_text::write(timeline, at, &mut writer.page);
    writer.page
}

struct Writer<'t, 'p> {
    timeline: &'t Timeline,
    at: SourceIx,
    page: Page<'p>,
}

impl Writer<'_, '_> {
    fn head(&mut self) {
        let source = &self.timeline[self.at];
        let cited = cited(self.timeline, self.at);
        let cited = cited.iter().map(|text| (text.as_str(), Ink::Strong));
        self.page.paragraph(0, 0, &cited.collect::<Vec<_>>());
        let author = source.author.as_ref();
        let language = source.language.as_ref();
        let accessed = source.accessed.as_ref();
        let facts = [
            author.map(|author| format!("by {}", author.shown())),
            language.map(|language| format!("language: {}", language.shown())),
            accessed.map(|date| format!("looked up {}", date.in_full())),
        ];
        let facts = facts.iter().flatten().map(String::as_str);
        self.page.facts(Ink::Plain, facts);
        if let Some(url) = &source.url {
            self.page.address(0, url.shown(), Ink::Provenance);
        }
    }

    /// How much of what rests on it, and whether its text is at hand.
    fn counts(&mut self, resting: &Resting) {
        let counts = [
            (resting.events.len(), "event"),
            (resting.delegations.len(), "delegation"),
            (resting.documents.len(), "document"),
            (resting.quotes.len(), "quote"),
            (resting.zones.len(), "zone fact"),
        ];
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        let counts: Vec<String> = counts.map(|(count, noun)| plural(count, noun)).collect();
        let mut line = if counts.is_empty() {
            String::from("Nothing in this timeline rests on it")
        } else {
            format!("On it rest {}", counts.join(", "))
        };
        if self.timeline[self.at].text.is_some() {
            let dot = self.page.glyphs().dot;
            line = format!("{line} {dot} its text is below");
        }
        self.page.paragraph(0, 0, &[(&line, Ink::Dim)]);
    }

    fn events(&mut self, events: &[EventIx]) {
        self.heading("Events", events.len());
        for &at in events {
            if self.page.is_full() {
                return;
            }
            let item = self.page.item();
            let line = event_line(self.timeline, self.page.glyphs(), item, at);
            let facts = self.facts(at);
            self.page.write(&line.text(facts, Ink::Plain));
        }
    }

    /// What of an event rests on it, where that is not just the event as a whole.
    fn facts(&self, at: EventIx) -> String {
        let event = &self.timeline[at];
        let is_named = |sources: &[SourceIx]| sources.contains(&self.at);
        let outcomes = event.outcomes.iter();
        let outcomes = outcomes.filter(|outcome| is_named(&outcome.sources));
        let doubts = event.doubts.iter();
        let doubts = doubts.filter(|doubt| is_named(&doubt.sources));
        let parts = [(outcomes.count(), "outcome"), (doubts.count(), "doubt")];
        let parts = parts.into_iter().filter(|(count, _)| *count > 0);
        let mut parts: Vec<String> = parts.map(|(count, noun)| plural(count, noun)).collect();
        if parts.is_empty() {
            return String::new();
        }
        if is_named(&event.sources) {
            parts.insert(0, String::from("as a whole"));
        }
        format!(": {}", parts.join(", "))
    }

    fn delegations(&mut self, delegations: &[(EventIx, usize)]) {
        self.heading("Delegations", delegations.len());
        for &(event, nth) in delegations {
            if self.page.is_full() {
                return;
            }
            let Some(part) = self.timeline[event].participants.get(nth) else {
                continue;
            };
            let name = self.timeline[part.participant].name.shown();
            let item = self.page.item();
            let item = item.link(name, Ink::Plain, Subject::Participant(part.participant));
            let mut item = self.event(item.text(" at ", Ink::Dim), event);
            if let Some(head) = part.head {
                let name = self.timeline[head].name.shown();
                item = item.text(", led by ", Ink::Dim);
                item = item.link(name, Ink::Plain, Subject::Person(head));
            }
            self.page.write(&item);
        }
    }

    fn documents(&mut self, documents: &[(EventIx, usize)]) {
        self.heading("Documents", documents.len());
        for &(event, nth) in documents {
            if self.page.is_full() {
                return;
            }
            let Some(document) = self.timeline[event].documents.get(nth) else {
                continue;
            };
            let to = Subject::Document(DocumentIx { event, nth });
            let item = self.page.item();
            let item = item.link(document.title.shown(), Ink::Plain, to);
            let dot = self.page.glyphs().dot;
            let item = item.text(format!("{} {dot} ", document.facts()), Ink::Dim);
            let item = self.event(item, event);
            self.page.write(&item);
        }
    }

    fn quotes(&mut self, resting: &Resting) {
        self.heading("Quotes", resting.quotes.len());
        let none = References::default();
        for (nth, &at) in resting.quotes.iter().enumerate() {
            if self.page.is_full() {
                return;
            }
            if nth > 0 {
                self.page.gap();
            }
            quote(self.timeline, &none, &mut self.page, at, Some(at.event));
        }
    }

    fn zones(&mut self, zones: &[(ZoneIx, Option<usize>)]) {
        self.heading("Zones", zones.len());
        for &(at, step) in zones {
            let zone = &self.timeline[at];
            let item = self.page.item();
            let mut item = item.link(zone.name.shown(), Ink::Plain, Subject::Zone(at));
            if let Some(status) = step.and_then(|nth| zone.history.get(nth)) {
                let since = format!(": {} since {}", status.kind.words(), status.date.in_full());
                item = item.text(since, Ink::Dim);
                if let Some(event) = status.event {
                    let dot = format!(" {} ", self.page.glyphs().dot);
                    item = self.event(item.text(dot, Ink::Dim), event);
                }
            }
            self.page.write(&item);
        }
    }

    fn event<'b>(&self, line: Paragraph<'b>, at: EventIx) -> Paragraph<'b> {
        let label = self.timeline.label(&self.timeline[at]);
        line.link(label, Ink::Plain, Subject::Event(at))
    }

    /// The heading of a section that has something in it.
    fn heading(&mut self, name: &str, count: usize) {
        if count > 0 {
            self.page.heading(&format!("{name} ({count})"));
        }
    }
}
