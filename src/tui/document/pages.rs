//! The pages of participants, people, documents and topics, and which page a subject has.

use std::ops::Range;

use crate::text::{Lines, Text, plural, show};
use crate::timeline::{Attendance, EventIx, ParticipantIx, PersonIx, QuoteIx, RoleIx, Timeline};
use crate::tui::subject::{DocumentIx, Subject};

use super::common::{event_line, quote, rests_on, sources};
use super::lists::Lists;
use super::offices::Office;
use super::paragraph::Paragraph;
use super::references::References;
use super::{Ink, Page, Setting, Sheet, Sought, event, source, zones};

/// The page of a subject, wrapped.
pub fn page(timeline: &Timeline, of: &Subject, setting: Setting<'_>) -> Sheet {
    write(timeline, of, Page::new(setting))
}

/// The page down to the end of what is in sight, and few lines more; lines above it say nothing.
pub fn page_in_sight(
    timeline: &Timeline,
    of: &Subject,
    sight: Range<usize>,
    setting: Setting<'_>,
) -> Sheet {
    write(timeline, of, Page::in_sight(sight, setting))
}

/// The page's links, its hits and its length: those of [`page`], but lines say nothing, since to fill them takes
/// long. What is far before what is sought is left out, and what is below the line `until`.
pub fn page_outline(
    timeline: &Timeline,
    of: &Subject,
    (sought, until): (Sought, usize),
    setting: Setting<'_>,
) -> Sheet {
    write(timeline, of, Page::outline(sought, until, setting))
}

/// Whether a page is so long that it is to be counted while nothing else happens, and was not yet.
pub fn is_uncounted(of: &Subject, setting: &Setting<'_>) -> bool {
    next_step(of, setting).is_some()
}

/// Counts some more of such a page.
pub fn page_count_on(timeline: &Timeline, of: &Subject, setting: Setting<'_>) {
    if let Some(until) = next_step(of, &setting) {
        page_outline(timeline, of, (Sought::End, until), setting);
    }
}

fn next_step(of: &Subject, setting: &Setting<'_>) -> Option<usize> {
    setting.lengths?.milestones.next_step(of, setting)
}

fn write(timeline: &Timeline, of: &Subject, page: Page<'_>) -> Sheet {
    let page = page.about(of);
    match of {
        Subject::Event(at) => event::write(timeline, *at, page).sheet(),
        Subject::Quote(at) | Subject::Passage(at) => event::write(timeline, at.event, page).sheet(),
        Subject::Participant(at) => participant(timeline, *at, page),
        Subject::Person(at) => person(timeline, *at, page),
        Subject::Document(at) => document(timeline, *at, page),
        Subject::Topic(topic) => subject_matter(timeline, topic, page),
        Subject::Source(at) => source::write(timeline, *at, page).sheet(),
        Subject::Zone(_) => zones::write(timeline, None, page).sheet(),
        Subject::Zones(at) => zones::write(timeline, Some(*at), page).sheet(),
    }
}

/// A participant's part in an event, with the event.
type Part<'t> = (EventIx, &'t Attendance);

/// Writes a page that draws on several events.
struct Writer<'t, 'p> {
    timeline: &'t Timeline,
    references: References,
    page: Page<'p>,
}

fn participant(timeline: &Timeline, at: ParticipantIx, page: Page<'_>) -> Sheet {
    let participant = &timeline[at];
    let lists = page.lists(|| Lists::of_participant(timeline, at));
    let mut writer = Writer::new(timeline, page);
    let facts = [participant.kind.as_ref(), participant.code.as_ref()];
    writer.head(participant.name.shown(), facts, &participant.aliases);
    writer.attended(at, &lists.attended);
    writer.led_by(&lists.heads);
    writer.said(&lists.said);
    writer.finish()
}

fn person(timeline: &Timeline, at: PersonIx, page: Page<'_>) -> Sheet {
    let person = &timeline[at];
    let lists = page.lists(|| Lists::of_person(timeline, at));
    let mut writer = Writer::new(timeline, page);
    writer.head(person.name.shown(), [None, None], &person.aliases);
    writer.offices(at, &lists.offices);
    writer.led(at, &lists);
    writer.said(&lists.said);
    writer.finish()
}

fn document(timeline: &Timeline, at: DocumentIx, page: Page<'_>) -> Sheet {
    let Some(document) = at.of(timeline) else {
        return page.sheet();
    };
    let rests_on = rests_on(&document.sources, &timeline[at.event]);
    let mut writer = Writer {
        timeline,
        references: References::to(std::iter::once(rests_on)),
        page,
    };
    let page = &mut writer.page;
    page.paragraph(0, 0, &[(document.title.shown(), Ink::Strong)]);
    let facts = document.facts();
    let facts = facts
        .strip_prefix(" (")
        .and_then(|facts| facts.strip_suffix(')'));
    let line = Paragraph::new(0, 0).text(facts.unwrap_or_default(), Ink::Plain);
    page.write(&line.mark(&writer.references, rests_on));
    if let Some(url) = &document.url {
        page.address(0, url.shown(), Ink::Provenance);
    }
    page.gap();
    let glyphs = page.glyphs();
    let line = Paragraph::new(0, 2).text("From: ", Ink::Dim);
    page.write(&event_line(timeline, glyphs, line, at.event));
    if !document.points.is_empty() {
        page.heading("What it says");
    }
    for point in &document.points {
        let item = page.item().text(point.shown(), Ink::Plain);
        page.write(&item);
    }
    writer.finish()
}

/// The page of a topic: the events and quotes that are about it.
fn subject_matter(timeline: &Timeline, topic: &str, page: Page<'_>) -> Sheet {
    let lists = page.lists(|| Lists::of_topic(timeline, topic));
    let mut writer = Writer::new(timeline, page);
    let page = &mut writer.page;
    page.paragraph(0, 0, &[(&show(topic, Lines::One), Ink::Strong)]);
    page.paragraph(0, 0, &[("topic", Ink::Dim)]);
    if !lists.events.is_empty() {
        page.heading(&format!("Events ({})", lists.events.len()));
    }
    page.items(&lists.events, |page, _, &event| {
        let line = event_line(timeline, page.glyphs(), Paragraph::new(0, 2), event);
        page.write(&line);
    });
    writer.said(&lists.said);
    writer.finish()
}

impl<'t, 'p> Writer<'t, 'p> {
    fn new(timeline: &'t Timeline, page: Page<'p>) -> Self {
        Self {
            timeline,
            references: page.references(),
            page,
        }
    }

    /// The name, what is known beside it, and other names.
    fn head(&mut self, name: &str, facts: [Option<&Text>; 2], aliases: &[Text]) {
        self.page.paragraph(0, 0, &[(name, Ink::Strong)]);
        let facts = facts.into_iter().flatten().map(Text::shown);
        self.page.facts(Ink::Plain, facts);
        if !aliases.is_empty() {
            let aliases: Vec<&str> = aliases.iter().map(Text::shown).collect();
            let aliases = aliases.join(", ");
            let runs = [("Also written: ", Ink::Dim), (aliases.as_str(), Ink::Dim)];
            self.page.paragraph(0, 2, &runs);
        }
    }

    /// The events that a participant attended, by role.
    fn attended(&mut self, at: ParticipantIx, attended: &[(RoleIx, Vec<EventIx>)]) {
        for (role, events) in attended {
            let glyph = format!("{} ", self.page.glyphs().role(&self.timeline[*role]));
            let times = format!(" at {}", events.len());
            let heading = [&glyph, self.timeline[*role].name.shown(), &times];
            self.page.gap();
            self.page
                .paragraph(0, 0, &heading.map(|text| (text, Ink::Heading)));
            let (timeline, references) = (self.timeline, &self.references);
            self.page.items(events, |page, _, &event| {
                let parts = timeline[event].participants.iter();
                for part in parts.filter(|part| part.participant == at && part.role == *role) {
                    attendance(timeline, references, page, (event, part));
                }
            });
        }
    }

    /// Who led a participant's delegations, and how often.
    fn led_by(&mut self, heads: &[(PersonIx, usize)]) {
        if !heads.is_empty() {
            self.page.heading("Heads of delegation");
        }
        let timeline = self.timeline;
        self.page.items(heads, |page, _, &(head, times)| {
            let name = timeline[head].name.shown();
            let line = Paragraph::new(0, 2).link(name, Ink::Plain, Subject::Person(head));
            let times = format!(" {} {}", page.glyphs().dot, plural(times, "event"));
            page.write(&line.text(times, Ink::Dim));
        });
    }

    /// The delegations somebody led.
    fn led(&mut self, head: PersonIx, lists: &Lists) {
        if lists.events.is_empty() {
            return;
        }
        self.page
            .heading(&format!("Delegations led ({})", lists.times_led));
        let (timeline, references) = (self.timeline, &self.references);
        self.page.items(&lists.events, |page, _, &at| {
            let parts = timeline[at].participants.iter();
            for part in parts.filter(|part| part.head == Some(head)) {
                delegation(timeline, references, page, (at, part));
            }
        });
    }

    /// The offices somebody held, each with the first and the last day it is known for.
    fn offices(&mut self, person: PersonIx, offices: &[Office]) {
        let person = &self.timeline[person];
        if let Some(at) = person.participant {
            let name = self.timeline[at].name.shown();
            let line = Paragraph::new(0, 2).link(name, Ink::Plain, Subject::Participant(at));
            self.page.write(&line);
        }
        let known = person.title.as_ref().map(Text::shown);
        let unused = known.filter(|known| offices.iter().all(|office| office.title != *known));
        if offices.is_empty() && unused.is_none() {
            return;
        }
        self.page.heading("Offices");
        for office in offices {
            let days = [office.first, office.last].map(|at| self.timeline[at].start.in_full());
            let span = match days {
                [first, last] if first == last => first,
                [first, last] => format!("{first} to {last}"),
            };
            let item = self.page.item().text(office.title.as_str(), Ink::Plain);
            let span = format!(" {} {span}", self.page.glyphs().dot);
            let item = item.text(span, Ink::Dim);
            self.page
                .write(&item.mark(&self.references, &office.sources));
        }
        if let Some(title) = unused {
            let item = self.page.item().text(title, Ink::Plain);
            self.page.write(&item);
        }
    }

    /// Everything somebody said, oldest first.
    fn said(&mut self, said: &[QuoteIx]) {
        if !said.is_empty() {
            self.page.heading(&format!("Said ({})", said.len()));
        }
        let (timeline, references) = (self.timeline, &self.references);
        self.page.items(said, |page, nth, &at| {
            if nth > 0 {
                page.gap();
            }
            quote(timeline, references, page, at, Some(at.event));
        });
    }

    fn finish(mut self) -> Sheet {
        sources(self.timeline, &self.references, &mut self.page);
        self.page.sheet()
    }
}

/// A line on a part in an event.
fn attendance(
    timeline: &Timeline,
    references: &References,
    page: &mut Page<'_>,
    (at, part): Part<'_>,
) {
    let glyphs = page.glyphs();
    let mut line = event_line(timeline, glyphs, Paragraph::new(0, 2), at);
    if let Some(head) = part.head {
        let name = timeline[head].name.shown();
        let dot = format!(" {} ", glyphs.dot);
        line = line
            .text(dot, Ink::Dim)
            .link(name, Ink::Plain, Subject::Person(head));
    }
    let sources = rests_on(&part.sources, &timeline[at]);
    page.write(&line.mark(references, sources));
}

/// A line on a delegation that somebody led.
fn delegation(
    timeline: &Timeline,
    references: &References,
    page: &mut Page<'_>,
    (at, part): Part<'_>,
) {
    let glyphs = page.glyphs();
    let name = timeline[part.participant].name.shown();
    let role = timeline[part.role].name.shown().to_lowercase();
    let line = event_line(timeline, glyphs, Paragraph::new(0, 2), at)
        .text(format!(" {} ", glyphs.dot), Ink::Dim)
        .link(name, Ink::Plain, Subject::Participant(part.participant))
        .text(format!(", {role}"), Ink::Dim);
    let sources = rests_on(&part.sources, &timeline[at]);
    page.write(&line.mark(references, sources));
}
