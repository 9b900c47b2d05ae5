//! The detail of an event.

use crate::text::Folded;
use crate::timeline::{
    Attendance, Document, Event, EventIx, Quote, SourceIx, Timeline, range_in_full,
};

use super::common::{cited, state_ink, state_word, words};
use super::references::References;
use super::{Ink, Line, Page, Setting, Sheet};
use crate::tui::glyphs::Glyphs;

/// The event whole, wrapped.
pub fn event(timeline: &Timeline, at: EventIx, setting: Setting<'_>) -> Sheet {
    write(timeline, at, Page::new(setting)).sheet()
}

/// The event's beginning: at least its first `most` lines, and few more.
pub fn event_beginning(
    timeline: &Timeline,
    at: EventIx,
    most: usize,
    setting: Setting<'_>,
) -> Sheet {
    write(timeline, at, Page::of_at_most(most, setting)).sheet()
}

/// The event whole, as it is printed: addresses are not broken.
pub fn event_on_paper(timeline: &Timeline, at: EventIx, setting: Setting<'_>) -> Vec<Line> {
    write(timeline, at, Page::on_paper(setting)).sheet().lines
}

/// The event whole, to be searched: a line for each paragraph.
pub fn event_folded(timeline: &Timeline, at: EventIx, glyphs: &Glyphs) -> Folded {
    write(timeline, at, Page::to_search(glyphs)).folded()
}

fn write<'a>(timeline: &Timeline, at: EventIx, page: Page<'a>) -> Page<'a> {
    let event = &timeline[at];
    let references = References::of(event);
    let mut writer = Writer {
        timeline,
        event,
        references,
        page,
    };
    writer.head();
    writer.outcomes();
    writer.documents();
    writer.participants();
    writer.quotes();
    writer.doubts();
    writer.next_and_related();
    writer.sources();
    writer.page
}

struct Writer<'t, 'p> {
    timeline: &'t Timeline,
    event: &'t Event,
    references: References,
    page: Page<'p>,
}

impl Writer<'_, '_> {
    fn head(&mut self) {
        let (event, dot) = (self.event, self.page.glyphs().dot);
        let label = self.timeline.label(event);
        let title = event.title.shown();
        if label == title {
            self.page.paragraph(0, 0, &[(title, Ink::Strong)]);
        } else {
            let rest = format!(" {dot} {title}");
            self.page
                .paragraph(0, 0, &[(&label, Ink::Strong), (&rest, Ink::Strong)]);
        }
        let mut line = vec![range_in_full(&event.start, event.end.as_ref())];
        line.extend(event.whereabouts());
        line.extend(event.venue.as_ref().map(|venue| venue.shown().to_owned()));
        self.page
            .paragraph(0, 0, &[(&line.join(&format!(" {dot} ")), Ink::Plain)]);
        self.page.gap();
        let mark = self.references.mark(&event.sources);
        self.page.paragraph(
            0,
            0,
            &[
                (event.summary.shown(), Ink::Plain),
                (&mark, Ink::Provenance),
            ],
        );
        if !event.topics.is_empty() {
            let topics: Vec<&str> = event.topics.iter().map(crate::text::Text::shown).collect();
            self.page.gap();
            self.page.paragraph(
                0,
                2,
                &[("Topics: ", Ink::Dim), (&topics.join(", "), Ink::Dim)],
            );
        }
    }

    fn outcomes(&mut self) {
        if !self.event.outcomes.is_empty() {
            self.page.heading("Outcomes");
        }
        for outcome in &self.event.outcomes {
            let mark = self.references.mark(&outcome.sources);
            self.page
                .item(&[(outcome.text.shown(), Ink::Plain), (&mark, Ink::Provenance)]);
        }
    }

    fn documents(&mut self) {
        if !self.event.documents.is_empty() {
            self.page.heading("Documents");
        }
        for document in &self.event.documents {
            self.document(document);
        }
    }

    fn document(&mut self, document: &Document) {
        let facts = document.facts();
        let mark = self.references.mark(&document.sources);
        self.page.paragraph(
            0,
            2,
            &[
                (document.title.shown(), Ink::Strong),
                (&facts, Ink::Dim),
                (&mark, Ink::Provenance),
            ],
        );
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
        let head = part.head.map(|head| &self.timeline[head]);
        let title = self.timeline.head_title(part);
        let mut led = head.map_or_else(String::new, |head| {
            format!(" {} {}", self.page.glyphs().dot, head.name.shown())
        });
        if let Some(title) = title {
            led.push_str(if led.is_empty() { ": " } else { ", " });
            led.push_str(title.shown());
        }
        let mark = self.references.mark(&part.sources);
        self.page.paragraph(
            2,
            2,
            &[
                (name, Ink::Strong),
                (&led, Ink::Plain),
                (&mark, Ink::Provenance),
            ],
        );
    }

    fn quotes(&mut self) {
        let count = self.event.quotes.len();
        if count > 0 {
            self.page.heading(&format!("Quotes ({count})"));
        }
        for (at, quote) in self.event.quotes.iter().enumerate() {
            if at > 0 {
                self.page.gap();
            }
            self.quote(quote);
        }
    }

    fn quote(&mut self, quote: &Quote) {
        let words = words(quote, self.page.glyphs());
        let ink = state_ink(quote);
        let state = format!("{} ", self.page.glyphs().state(&quote.state));
        self.page
            .paragraph(0, 2, &[(&state, ink), (&words, Ink::Plain)]);
        let said_for = self.timeline.quote_participant(quote);
        let said_for = said_for.map(|participant| self.timeline[participant].name.shown());
        let name = self.timeline[quote.speaker].name.shown();
        let mut who = vec![match said_for {
            Some(said_for) if said_for != name => format!("{name}, {said_for}"),
            _ => name.to_owned(),
        }];
        who.push(quote.date.in_full());
        who.push(state_word(quote).to_owned());
        let who = who.join(&format!(" {} ", self.page.glyphs().dot));
        let mark = self.references.mark(&quote.sources);
        self.page
            .paragraph(2, 2, &[(&who, Ink::Dim), (&mark, Ink::Provenance)]);
    }

    fn doubts(&mut self) {
        if !self.event.doubts.is_empty() {
            self.page.heading("Sources disagree, or do not say");
        }
        for doubt in &self.event.doubts {
            let sign = format!("{} ", self.page.glyphs().doubt);
            let about = format!("{}: ", doubt.about.shown());
            let mark = self.references.mark(&doubt.sources);
            let text = doubt.text.shown();
            self.page.paragraph(
                0,
                2,
                &[
                    (&sign, Ink::Warning),
                    (&about, Ink::Strong),
                    (text, Ink::Plain),
                    (&mark, Ink::Provenance),
                ],
            );
        }
    }

    fn next_and_related(&mut self) {
        if let Some(next) = &self.event.next {
            self.page.heading("Announced as next");
            self.page.paragraph(0, 0, &[(next.shown(), Ink::Plain)]);
        }
        if !self.event.related.is_empty() {
            self.page.heading("Related");
        }
        for &related in &self.event.related {
            let related = &self.timeline[related];
            let label = self.timeline.label(related);
            let dates = format!(
                " {} {}",
                self.page.glyphs().dot,
                range_in_full(&related.start, related.end.as_ref())
            );
            self.page.item(&[(&label, Ink::Plain), (&dates, Ink::Dim)]);
        }
    }

    fn sources(&mut self) {
        if self.references.sources().is_empty() {
            return;
        }
        self.page.heading("Sources");
        let sources: Vec<SourceIx> = self.references.sources().to_vec();
        let hang = sources.len().to_string().len() + 3;
        for (at, &source) in sources.iter().enumerate() {
            let number = format!("[{}]", at + 1);
            let number = format!("{number:<hang$}");
            let cited = cited(self.timeline, source);
            self.page
                .paragraph(0, hang, &[(&number, Ink::Provenance), (&cited, Ink::Plain)]);
            if let Some(url) = &self.timeline[source].url {
                self.page.address(hang, url.shown(), Ink::Dim);
            }
        }
    }
}
