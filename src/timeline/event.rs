//! Events: what took place, who took part, what came of it.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Date, EventIx, Id, KindIx, ParticipantIx, PersonIx, PlaceIx, Quote, RoleIx, SourceIx};
use crate::diagnostic::Span;
use crate::text::Text;

/// Something that took place, in the curator's own words.
#[derive(Debug, Clone)]
pub struct Event {
    /// Its id.
    pub id: Id,
    /// Its kind.
    pub kind: KindIx,
    /// Its number within its kind.
    pub number: Option<u32>,
    /// Its full name.
    pub title: Text,
    /// A short name, if the file gives one; see [`super::Timeline::label`].
    pub label: Option<Text>,
    /// When it began.
    pub start: Date,
    /// When it ended, if it took more than `start` says; never before it.
    pub end: Option<Date>,
    /// The city, as it was called then.
    pub city: Option<Text>,
    /// The country.
    pub country: Option<Text>,
    /// The house or hotel.
    pub venue: Option<Text>,
    /// Where it is drawn on a map.
    pub place: Option<PlaceIx>,
    /// What happened, in one to four sentences.
    pub summary: Text,
    /// What was agreed or announced.
    pub outcomes: Box<[Outcome]>,
    /// What it was about: short noun phrases.
    pub topics: Box<[Text]>,
    /// What was announced about the next meeting.
    pub next: Option<Text>,
    /// Events that belong to it.
    pub related: Box<[EventIx]>,
    /// On what the event as a whole rests.
    pub sources: Box<[SourceIx]>,
    /// Who took part.
    pub participants: Box<[Attendance]>,
    /// Where sources disagree or a fact is open.
    pub doubts: Box<[Doubt]>,
    /// Papers adopted or presented.
    pub documents: Box<[Document]>,
    /// What was said, in file order.
    pub quotes: Box<[Quote]>,
    /// Where it is defined.
    pub at: Span,
}

impl Event {
    /// The earliest day it may have begun.
    pub fn first_day(&self) -> NaiveDate {
        self.start.first()
    }

    /// The latest day it may have lasted to.
    pub fn last_day(&self) -> NaiveDate {
        self.end.as_ref().unwrap_or(&self.start).last()
    }

    /// Its end, unless that lies before the start.
    pub(crate) fn sound_end(&self) -> Option<&Date> {
        let end = self.end.as_ref();
        end.filter(|end| end.last() >= self.start.first())
    }

    /// What everything in it rests on, a list a fact: first that of the event as a whole.
    pub fn source_lists(&self) -> impl Iterator<Item = &[SourceIx]> {
        std::iter::once(&*self.sources)
            .chain(self.outcomes.iter().map(|outcome| &*outcome.sources))
            .chain(self.documents.iter().map(|document| &*document.sources))
            .chain(self.participants.iter().map(|part| &*part.sources))
            .chain(self.quotes.iter().map(|quote| &*quote.sources))
            .chain(self.doubts.iter().map(|doubt| &*doubt.sources))
    }

    /// City and country, as they may be shown: "Astana, Kazakhstan"; nothing if neither is known.
    pub fn whereabouts(&self) -> Option<String> {
        let known = [&self.city, &self.country].into_iter().flatten();
        let known: Vec<&str> = known.map(Text::shown).collect();
        (!known.is_empty()).then(|| known.join(", "))
    }

    /// Every source that something in it rests on, once: those of the event as a whole, then the
    /// others as they are first met in its outcomes, documents, participants, quotes and doubts.
    pub fn all_sources(&self) -> Vec<SourceIx> {
        each_once(self.source_lists())
    }
}

/// Every source in some lists, once, in the order in which they are first met.
pub fn each_once<'a>(lists: impl Iterator<Item = &'a [SourceIx]>) -> Vec<SourceIx> {
    let mut known = BTreeSet::new();
    let all = lists.flatten().copied();
    all.filter(|&source| known.insert(source)).collect()
}

impl Document {
    /// What it is, of when, under which number, as it may be shown behind its title: " (joint
    /// statement, 15 September 2017)"; empty if nothing is known.
    pub fn facts(&self) -> String {
        let shown = |text: &Option<Text>| text.as_ref().map(|text| text.shown().to_owned());
        let date = self.date.as_ref().map(Date::in_full);
        let known = [shown(&self.kind), date, shown(&self.symbol)];
        let known: Vec<String> = known.into_iter().flatten().collect();
        if known.is_empty() {
            String::new()
        } else {
            format!(" ({})", known.join(", "))
        }
    }
}

/// Something agreed or announced.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// In own words.
    pub text: Text,
    /// What it rests on; empty where the event's sources stand for it.
    pub sources: Box<[SourceIx]>,
}

/// A participant's part in an event.
#[derive(Debug, Clone)]
pub struct Attendance {
    /// Who.
    pub participant: ParticipantIx,
    /// As what.
    pub role: RoleIx,
    /// Who led the delegation.
    pub head: Option<PersonIx>,
    /// The head's office then, where it is not the one in the person's entry.
    pub head_title: Option<Text>,
    /// What it rests on; empty where the event's sources stand for it.
    pub sources: Box<[SourceIx]>,
    /// Where it is defined.
    pub at: Span,
}

/// A point on which sources disagree, or that is open.
#[derive(Debug, Clone)]
pub struct Doubt {
    /// Which field or fact.
    pub about: Text,
    /// What is known and what is not.
    pub text: Text,
    /// Who says so.
    pub sources: Box<[SourceIx]>,
}

/// A paper adopted or presented at an event.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its title.
    pub title: Text,
    /// What it is: joint statement, memorandum …
    pub kind: Option<Text>,
    /// When it was adopted.
    pub date: Option<Date>,
    /// Its number, as the UN or another body gave it.
    pub symbol: Option<Text>,
    /// Where it can be read; http or https.
    pub url: Option<Text>,
    /// Its provisions, in own words.
    pub points: Box<[Text]>,
    /// What this rests on.
    pub sources: Box<[SourceIx]>,
    /// Where it is defined.
    pub at: Span,
}

#[cfg(test)]
mod tests {
    use super::{Attendance, Event};
    use crate::timeline::Quote;

    #[test]
    fn a_hundred_thousand_events_take_little_room() {
        assert!(size_of::<Event>() <= 320);
        assert!(size_of::<Attendance>() <= 56);
        assert!(size_of::<Quote>() <= 136);
    }
}
