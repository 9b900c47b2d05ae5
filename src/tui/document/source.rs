//! The page of a source: what it is, what rests on it, and its text.

use crate::text::plural;
use crate::timeline::{Event, EventIx, Resting, SourceIx, Timeline, ZoneIx};
use crate::tui::glyphs::Glyphs;
use crate::tui::subject::{DocumentIx, Subject};

use super::common::{cited, event_line, quote};
use super::page::Folding;
use super::paragraph::Paragraph;
use super::references::References;
use super::{Ink, Page, source_text};

/// The page of a source, to be searched: what comes after what was folded before, some items of so many bytes.
pub fn source_folded(
    timeline: &Timeline,
    at: SourceIx,
    glyphs: &Glyphs,
    (before, more): (Folding, usize),
) -> Folding {
    write(timeline, at, Page::to_search_on(glyphs, before, more)).folding()
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
    // How long a text is, is kept by itself.
    writer.page.note_end();
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
        let (timeline, source) = (self.timeline, self.at);
        self.page.items(events, |page, _, &at| {
            let line = event_line(timeline, page.glyphs(), page.item(), at);
            let facts = facts(&timeline[at], source);
            page.write(&line.text(facts, Ink::Plain));
        });
    }

    fn delegations(&mut self, delegations: &[(EventIx, usize)]) {
        self.heading("Delegations", delegations.len());
        let timeline = self.timeline;
        self.page.items(delegations, |page, _, &(event, nth)| {
            let Some(part) = timeline[event].participants.get(nth) else {
                return;
            };
            let name = timeline[part.participant].name.shown();
            let item = page.item();
            let item = item.link(name, Ink::Plain, Subject::Participant(part.participant));
            let mut item = event_link(timeline, item.text(" at ", Ink::Dim), event);
            if let Some(head) = part.head {
                let name = timeline[head].name.shown();
                item = item.text(", led by ", Ink::Dim);
                item = item.link(name, Ink::Plain, Subject::Person(head));
            }
            page.write(&item);
        });
    }

    fn documents(&mut self, documents: &[(EventIx, usize)]) {
        self.heading("Documents", documents.len());
        let timeline = self.timeline;
        self.page.items(documents, |page, _, &(event, nth)| {
            let Some(document) = timeline[event].documents.get(nth) else {
                return;
            };
            let to = Subject::Document(DocumentIx { event, nth });
            let item = page.item();
            let item = item.link(document.title.shown(), Ink::Plain, to);
            let dot = page.glyphs().dot;
            let item = item.text(format!("{} {dot} ", document.facts()), Ink::Dim);
            page.write(&event_link(timeline, item, event));
        });
    }

    fn quotes(&mut self, resting: &Resting) {
        self.heading("Quotes", resting.quotes.len());
        let (timeline, none) = (self.timeline, References::default());
        self.page.items(&resting.quotes, |page, nth, &at| {
            if nth > 0 {
                page.gap();
            }
            quote(timeline, &none, page, at, Some(at.event));
        });
    }

    fn zones(&mut self, zones: &[(ZoneIx, Option<usize>)]) {
        self.heading("Zones", zones.len());
        let timeline = self.timeline;
        self.page.items(zones, |page, _, &(at, step)| {
            let zone = &timeline[at];
            let item = page.item();
            let mut item = item.link(zone.name.shown(), Ink::Plain, Subject::Zone(at));
            if let Some(status) = step.and_then(|nth| zone.history.get(nth)) {
                let since = format!(": {} since {}", status.kind.words(), status.date.in_full());
                item = item.text(since, Ink::Dim);
                if let Some(event) = status.event {
                    let dot = format!(" {} ", page.glyphs().dot);
                    item = event_link(timeline, item.text(dot, Ink::Dim), event);
                }
            }
            page.write(&item);
        });
    }

    /// The heading of a section that has something in it.
    fn heading(&mut self, name: &str, count: usize) {
        if count > 0 {
            self.page.heading(&format!("{name} ({count})"));
        }
    }
}

/// What of an event rests on a source, where that is not just the event as a whole.
fn facts(event: &Event, source: SourceIx) -> String {
    let is_named = |sources: &[SourceIx]| sources.contains(&source);
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

/// A link to an event behind what is in `line` already.
fn event_link<'p>(timeline: &Timeline, line: Paragraph<'p>, at: EventIx) -> Paragraph<'p> {
    line.link(
        timeline.label(&timeline[at]),
        Ink::Plain,
        Subject::Event(at),
    )
}
