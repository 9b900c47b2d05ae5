//! What searching asks for again and again, made once, when it is first asked for.

use crate::text::{Sound, Text, fold};

use super::{Event, Participant, Person, Quote, Timeline};

/// The folded texts and names of a timeline.
#[derive(Debug)]
pub struct Index {
    events: Vec<EventText>,
    names: Vec<Names>,
}

/// The folded texts of an event.
#[derive(Debug)]
pub struct EventText {
    /// All but its quotes: names, summary, outcomes, delegations, papers, doubts.
    pub own: Box<str>,
    /// Those of its quotes, in their order: what was said, on what, by whom.
    pub quotes: Vec<Box<str>>,
}

/// All names of a participant or a person, its own first.
#[derive(Debug)]
pub struct Names {
    /// Each folded, and how it sounds.
    pub all: Vec<(String, Sound)>,
}

impl Index {
    pub(super) fn of(timeline: &Timeline) -> Self {
        let events = timeline.events().iter();
        let participants = timeline.participants().iter().map(participant_names);
        let people = timeline.people().iter().map(person_names);
        Self {
            events: events.map(|event| EventText::of(timeline, event)).collect(),
            names: participants.chain(people).map(Names::of).collect(),
        }
    }

    /// The texts of every event, in their order.
    pub fn events(&self) -> &[EventText] {
        &self.events
    }

    /// The names of every participant and every person.
    pub fn names(&self) -> &[Names] {
        &self.names
    }
}

impl EventText {
    fn of(timeline: &Timeline, event: &Event) -> Self {
        let quotes = event.quotes.iter();
        let quotes = quotes.map(|quote| quote_text(timeline, quote));
        Self {
            own: event_text(timeline, event).into_boxed_str(),
            quotes: quotes.map(String::into_boxed_str).collect(),
        }
    }
}

impl Names {
    fn of(names: Vec<&str>) -> Self {
        let all = names.into_iter().map(|name| (fold(name), Sound::of(name)));
        Self { all: all.collect() }
    }
}

fn participant_names(participant: &Participant) -> Vec<&str> {
    let aliases = participant.aliases.iter().map(Text::raw);
    std::iter::once(participant.name.raw())
        .chain(aliases)
        .collect()
}

fn person_names(person: &Person) -> Vec<&str> {
    let aliases = person.aliases.iter().map(Text::raw);
    std::iter::once(person.name.raw()).chain(aliases).collect()
}

/// Texts on their way into one folded text, each on a line of its own: no words are found across.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn add(&mut self, text: &str) {
        self.0.push_str(&fold(text));
        self.0.push('\n');
    }

    fn add_names(&mut self, names: Vec<&str>) {
        for name in names {
            self.add(name);
        }
    }

    fn add_all<'a>(&mut self, texts: impl IntoIterator<Item = &'a Text>) {
        for text in texts {
            self.add(text.raw());
        }
    }
}

fn event_text(timeline: &Timeline, event: &Event) -> String {
    let mut lines = Lines::default();
    lines.add(&timeline.label(event));
    lines.add_all([&event.title, &event.summary]);
    let place = [&event.city, &event.country, &event.venue];
    lines.add_all(place.into_iter().flatten());
    lines.add_all(&event.next);
    lines.add_all(&event.topics);
    lines.add_all(event.outcomes.iter().map(|outcome| &outcome.text));
    for doubt in &event.doubts {
        lines.add_all([&doubt.about, &doubt.text]);
    }
    for document in &event.documents {
        lines.add_all([&document.title]);
        lines.add_all(&document.points);
    }
    for part in &event.participants {
        let participant = &timeline[part.participant];
        lines.add(participant.id.as_str());
        lines.add_all(&participant.code);
        lines.add_names(participant_names(participant));
        lines.add_all(&part.head_title);
        if let Some(head) = part.head {
            lines.add_names(person_names(&timeline[head]));
        }
    }
    lines.0
}

fn quote_text(timeline: &Timeline, quote: &Quote) -> String {
    let mut lines = Lines::default();
    lines.add(quote.text.raw());
    lines.add_all(&quote.topics);
    lines.add_names(person_names(&timeline[quote.speaker]));
    lines.0
}
