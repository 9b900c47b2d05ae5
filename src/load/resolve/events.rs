//! Resolving events and what stands under them, in their place: there are never two of an event.

use crate::diagnostic::FileId;
use crate::load::again;
use crate::load::checks;
use crate::load::raw::{RawEvents, Unsettled};
use crate::load::verify::Verifier;
use crate::timeline::{Attendance, Event, Quote, SourceIx, State};

use super::{Ids, Leads, Resolver};

/// What becomes of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It becomes part of the timeline.
    Kept,
    /// It does not, but is looked at like the others.
    LeftOut,
    /// Another one has its id.
    Twin,
}

/// The events that are kept, in their order.
pub(super) fn kept(events: RawEvents, fates: &[Fate]) -> Vec<Event> {
    let mut events = events.list;
    if fates.iter().any(|fate| *fate != Fate::Kept) {
        let mut fates = fates.iter();
        events.retain(|_| fates.next() == Some(&Fate::Kept));
    }
    events.shrink_to_fit();
    events
}

/// What the handles of an event refer to.
#[derive(Clone, Copy)]
struct References<'e> {
    file: FileId,
    /// Those of this event, and behind them those of the next ones.
    places: &'e [u32],
}

impl<'e> References<'e> {
    fn of(event: &Event, unsettled: &Unsettled, places: &'e [u32]) -> Self {
        let places = places.get(unsettled.first_reference as usize..);
        Self {
            file: event.at.file,
            places: places.unwrap_or_default(),
        }
    }
}

impl Resolver<'_> {
    /// Says what becomes of each event, and numbers those that are kept.
    pub(super) fn find_events(&mut self, events: &mut RawEvents) -> Vec<Fate> {
        let mut fates = Vec::with_capacity(events.list.len());
        let mut ids = Ids::none("event", events.list.len());
        let mut twins = Vec::new();
        for (at, event) in events.list.iter_mut().enumerate() {
            let Some(unsettled) = events.unsettled.get(at) else {
                break;
            };
            let references = References::of(event, unsettled, &events.references);
            let has_kind = unsettled.has_kind && self.lead(&mut event.kind, references);
            fates.push(if unsettled.is_whole && has_kind {
                match ids.add(&event.id) {
                    Ok(()) => Fate::Kept,
                    Err(first) => {
                        twins.push((at, first));
                        Fate::Twin
                    }
                }
            } else {
                self.broken.insert(event.id.clone());
                Fate::LeftOut
            });
        }
        if !twins.is_empty() {
            let kept = events.list.iter().zip(&fates);
            let kept = kept.filter(|(_, fate)| **fate == Fate::Kept);
            let kept: Vec<&Event> = kept.map(|(event, _)| event).collect();
            let twins = twins.iter();
            let twins = twins.filter_map(|&(twin, first)| {
                let (twin, first) = (events.list.get(twin)?, kept.get(first)?);
                Some(ids.told_twice(&twin.id, twin.at, first.at))
            });
            self.problems.extend(twins);
        }
        self.events = ids;
        fates
    }

    /// Lets the handles in all events lead to what they refer to: first of those that are kept.
    pub(super) fn events(
        &mut self,
        events: &mut RawEvents,
        fates: &[Fate],
        verifier: &mut Verifier<'_>,
    ) {
        for looked_at in [Fate::Kept, Fate::LeftOut] {
            let all = events.list.iter_mut().zip(&events.unsettled).zip(fates);
            for ((event, unsettled), _) in all.filter(|(_, fate)| **fate == looked_at) {
                self.event(event, unsettled, &events.references, verifier);
            }
        }
    }

    fn event(
        &mut self,
        event: &mut Event,
        unsettled: &Unsettled,
        references: &[u32],
        verifier: &mut Verifier<'_>,
    ) {
        let references = References::of(event, unsettled, references);
        checks::end(event, unsettled, self.files, self.problems);
        let quotes = &mut event.quotes;
        quotes.retain_mut(|quote| self.quote(quote, references, verifier));
        self.lead_if_any(&mut event.place, references);
        for outcome in &mut event.outcomes {
            self.lead_to_sources(&mut outcome.sources, references);
        }
        let related = &mut event.related;
        related.retain_mut(|other| self.lead(other, references));
        self.lead_to_sources(&mut event.sources, references);
        let participants = &mut event.participants;
        participants.retain_mut(|part| self.attendance(part, references));
        for doubt in &mut event.doubts {
            self.lead_to_sources(&mut doubt.sources, references);
        }
        for document in &mut event.documents {
            self.lead_to_sources(&mut document.sources, references);
        }
    }

    /// Whether who took part, and as what, is known.
    fn attendance(&mut self, part: &mut Attendance, references: References<'_>) -> bool {
        let has_participant = self.lead(&mut part.participant, references);
        let has_role = self.lead(&mut part.role, references);
        self.lead_if_any(&mut part.head, references);
        self.lead_to_sources(&mut part.sources, references);
        has_participant && has_role
    }

    /// Whether the quote rests on something and its speaker is known.
    fn quote(
        &mut self,
        quote: &mut Quote,
        references: References<'_>,
        verifier: &mut Verifier<'_>,
    ) -> bool {
        let has_speaker = self.lead(&mut quote.speaker, references);
        self.lead_if_any(&mut quote.participant, references);
        self.lead_to_sources(&mut quote.sources, references);
        if quote.sources.is_empty() {
            return false;
        }
        if quote.state != State::Reported {
            quote.state = verifier.verify(quote, self.problems);
        }
        has_speaker
    }

    /// Lets a handle lead to what it refers to, if that is there.
    fn lead<H: Leads>(&mut self, handle: &mut H, references: References<'_>) -> bool {
        let (files, file) = (self.files, references.file);
        let Some(&place) = references.places.get(handle.place()) else {
            return false;
        };
        let name = again::string(files, file, place);
        let span = || again::span(files, file, place);
        let found = self.look_up(H::table, &name, span).map(H::at);
        found.inspect(|found| *handle = *found).is_some()
    }

    fn lead_if_any<H: Leads>(&mut self, handle: &mut Option<H>, references: References<'_>) {
        if let Some(inner) = handle
            && !self.lead(inner, references)
        {
            *handle = None;
        }
    }

    /// The same for sources, each of which is named once.
    fn lead_to_sources(&mut self, sources: &mut Vec<SourceIx>, references: References<'_>) {
        sources.retain_mut(|source| self.lead(source, references));
        if sources.len() > 1 {
            let mut once: Vec<SourceIx> = Vec::with_capacity(sources.len());
            for source in sources.iter() {
                once.extend((!once.contains(source)).then_some(source));
            }
            *sources = once;
        }
    }
}
