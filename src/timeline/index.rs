//! What searching asks for again and again, made once, when it is first asked for.

use std::sync::OnceLock;
use std::sync::atomic::Ordering;

use crate::text::{Sound, Text, fold, fold_into};

use super::{Event, EventIx, Quote, Timeline};

/// The folded texts of an event, each on a line of its own: no words are found across.
#[derive(Debug)]
pub struct EventText {
    lines: Box<str>,
    /// Where its own text ends, and behind it that of each of its quotes.
    ends: Box<[usize]>,
}

impl EventText {
    pub(super) fn of(timeline: &Timeline, at: EventIx) -> Self {
        let event = &timeline[at];
        let mut lines = Lines::default();
        add_event(&mut lines, timeline, event);
        let mut ends = vec![lines.0.len()];
        for quote in &event.quotes {
            add_quote(&mut lines, timeline, quote);
            ends.push(lines.0.len());
        }
        Self {
            lines: lines.0.into_boxed_str(),
            ends: ends.into_boxed_slice(),
        }
    }

    /// Everything: names, summary, outcomes, delegations, papers, doubts, and its quotes.
    pub fn whole(&self) -> &str {
        &self.lines
    }

    /// Of one of its quotes what was said, on what, by whom.
    pub fn quote(&self, nth: usize) -> &str {
        let range = self.ends.get(nth).zip(self.ends.get(nth + 1));
        let text = range.and_then(|(&start, &end)| self.lines.get(start..end));
        text.unwrap_or_default()
    }
}

impl Timeline {
    /// An event's texts, folded when they are first asked for: folding all of them at once would be
    /// felt.
    #[expect(clippy::indexing_slicing, reason = "a handle points into its timeline")]
    pub fn text(&self, at: EventIx) -> &EventText {
        let texts = self.texts.get_or_init(|| {
            let events = self.parts.events.iter();
            events.map(|_| OnceLock::new()).collect()
        });
        texts[at.index()].get_or_init(|| {
            self.folded.fetch_add(1, Ordering::Relaxed);
            EventText::of(self, at)
        })
    }

    /// Whether those of all events were asked for before.
    pub fn is_all_folded(&self) -> bool {
        self.folded.load(Ordering::Relaxed) >= self.parts.events.len()
    }

    /// Whether an event's texts were asked for before.
    pub fn is_folded(&self, at: EventIx) -> bool {
        let text = self.texts.get().and_then(|texts| texts.get(at.index()));
        text.is_some_and(|text| text.get().is_some())
    }
}

/// All names of a participant or a person, its own first.
#[derive(Debug)]
pub struct Names {
    /// Each folded, and how it sounds.
    pub all: Vec<(String, Sound)>,
}

impl Names {
    /// Those of every participant, and behind them those of every person.
    pub(super) fn of(timeline: &Timeline) -> Vec<Self> {
        let participants = timeline.participants().iter();
        let participants = participants.map(|it| Self::named(&it.name, &it.aliases));
        let people = timeline.people().iter();
        let people = people.map(|it| Self::named(&it.name, &it.aliases));
        participants.chain(people).collect()
    }

    fn named(name: &Text, aliases: &[Text]) -> Self {
        let all = std::iter::once(name).chain(aliases).map(Text::raw);
        Self {
            all: all.map(|name| (fold(name), Sound::of(name))).collect(),
        }
    }
}

/// Texts on their way into one folded text, each on a line of its own.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn add(&mut self, text: &str) {
        fold_into(text, &mut self.0);
        self.0.push('\n');
    }

    fn add_names(&mut self, names: Option<&Names>) {
        for (name, _) in names.into_iter().flat_map(|names| &names.all) {
            self.0.push_str(name);
            self.0.push('\n');
        }
    }

    fn add_all<'a>(&mut self, texts: impl IntoIterator<Item = &'a Text>) {
        for text in texts {
            self.add(text.raw());
        }
    }
}

fn add_event(lines: &mut Lines, timeline: &Timeline, event: &Event) {
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
        lines.add_names(timeline.names_of_participant(part.participant));
        lines.add_all(&part.head_title);
        if let Some(head) = part.head {
            lines.add_names(timeline.names_of_person(head));
        }
    }
}

fn add_quote(lines: &mut Lines, timeline: &Timeline, quote: &Quote) {
    lines.add(quote.text.raw());
    lines.add_all(&quote.topics);
    lines.add_names(timeline.names_of_person(quote.speaker));
}
