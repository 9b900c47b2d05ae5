//! Resolving events and what stands under them, in their place: there are never two of an event.

use std::thread;

use crate::diagnostic::{Diagnostic, FileId};
use crate::load::again;
use crate::load::checks::{self, Likeness, Numbers};
use crate::load::raw::{RawEvents, Unsettled};
use crate::load::verify::Verifier;
use crate::timeline::{Attendance, Event, Quote, SourceIx, State};

use super::{Ids, Leads, Resolver};

/// Fewer events than these are not worth a thread.
const FEWEST_EVENTS: usize = 1024;

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
        let mut numbers = Numbers::of(events.list.len());
        let mut twins = Vec::new();
        for (at, event) in events.list.iter_mut().enumerate() {
            let Some(unsettled) = events.unsettled.get(at) else {
                break;
            };
            let references = References::of(event, unsettled, &events.references);
            let kind_at = references.places.get(event.kind.index()).copied();
            let has_kind = unsettled.has_kind && self.lead(&mut event.kind, references);
            if has_kind && let Some(kind_at) = kind_at {
                numbers.take(event, (unsettled, kind_at), self.files, self.problems);
            }
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

    /// Lets the handles in all events lead to what they refer to: first of those that are kept, whose likeness is
    /// answered.
    pub(super) fn events(
        &mut self,
        events: &mut RawEvents,
        fates: &[Fate],
        (verifier, likeness): (&mut Verifier<'_>, &Likeness),
    ) -> Vec<u64> {
        let mut alike = Vec::new();
        for looked_at in [Fate::Kept, Fate::LeftOut] {
            for led in side_by_side(self, events, (fates, looked_at), likeness) {
                if looked_at == Fate::Kept {
                    alike.extend(led.alike);
                }
                self.tell(led.unknown);
                self.problems.extend(led.problems);
                for at in led.to_verify {
                    let event = events.list.get_mut(at).zip(events.unsettled.get(at));
                    if let Some((event, unsettled)) = event {
                        let references = References::of(event, unsettled, &events.references);
                        self.quotes(&mut event.quotes, references, verifier);
                        if looked_at == Fate::Kept {
                            checks::quotes_within_reach(event, self.problems);
                        }
                    }
                }
            }
        }
        alike
    }

    /// Resolves quotes and verifies the direct ones, whose sources' texts are made ready once.
    fn quotes(
        &mut self,
        quotes: &mut Box<[Quote]>,
        references: References<'_>,
        verifier: &mut Verifier<'_>,
    ) {
        let mut problems = Vec::new();
        let mut leader = Leader::of(self);
        retain(quotes, |quote| {
            let has_speaker = leader.quote(quote, references);
            let rests_on_something = !quote.sources.is_empty();
            if rests_on_something && quote.state != State::Reported {
                quote.state = verifier.verify(quote, &mut problems);
            }
            rests_on_something && has_speaker
        });
        let unknown = leader.led.unknown;
        self.tell(unknown);
        self.problems.append(&mut problems);
    }

    /// Lets a handle lead to what it refers to, and reports at once if that is not there.
    fn lead<H: Leads>(&mut self, handle: &mut H, references: References<'_>) -> bool {
        let mut leader = Leader::of(self);
        let is_there = leader.lead(handle, references);
        let unknown = leader.led.unknown;
        self.tell(unknown);
        is_there
    }

    /// Reports references that lead nowhere.
    fn tell(&mut self, unknown: Vec<Unknown>) {
        let files = self.files;
        for Unknown { table, file, place } in unknown {
            let name = again::string(files, file, place);
            let span = || again::span(files, file, place);
            let found = self.look_up(table, &name, span);
            debug_assert!(found.is_none(), "it was looked up before");
        }
    }
}

/// The table that something was looked up in.
type TableOf = for<'r, 'p> fn(&'r Resolver<'p>) -> &'r Ids;

/// A reference that leads nowhere.
struct Unknown {
    table: TableOf,
    file: FileId,
    place: u32,
}

/// What came of a stretch of events.
#[derive(Default)]
struct Led {
    unknown: Vec<Unknown>,
    problems: Vec<Diagnostic>,
    /// The places of events whose quotes are left, since one of them is to be verified.
    to_verify: Vec<usize>,
    /// The likeness of the events.
    alike: Vec<u64>,
}

/// How many of these events a thread resolves.
fn stretch(events: usize) -> usize {
    if events <= FEWEST_EVENTS {
        // How many processors there are takes longer to find out.
        return FEWEST_EVENTS;
    }
    let threads = thread::available_parallelism().map_or(1, usize::from);
    events.div_ceil(threads).max(FEWEST_EVENTS)
}

/// Resolves the events with a certain fate, a stretch of them on each thread; what came of the stretches, in order.
fn side_by_side(
    resolver: &Resolver<'_>,
    events: &mut RawEvents,
    (fates, looked_at): (&[Fate], Fate),
    likeness: &Likeness,
) -> Vec<Led> {
    let length = stretch(events.list.len());
    let places = &events.references;
    let stretches = events.list.chunks_mut(length);
    let stretches = stretches.zip(events.unsettled.chunks(length));
    let stretches = stretches.zip(fates.chunks(length)).enumerate();
    let mut stretches = stretches.map(|(nth, ((events, unsettled), fates))| {
        move || {
            let mut leader = Leader::of(resolver);
            let all = events.iter_mut().zip(unsettled).zip(fates).enumerate();
            for (at, ((event, unsettled), _)) in all.filter(|(_, (_, fate))| **fate == looked_at) {
                let references = References::of(event, unsettled, places);
                leader.event(event, (nth * length + at, unsettled), references);
                if looked_at == Fate::Kept {
                    leader.look_at(event, likeness);
                }
            }
            leader.led
        }
    });
    // The first one is for this thread, which would only wait.
    let Some(mut first) = stretches.next() else {
        return Vec::new();
    };
    // A panic in one of them is a mistake of the program: it goes on here.
    thread::scope(|scope| {
        let others: Vec<_> = stretches.map(|stretch| scope.spawn(stretch)).collect();
        let mut led = vec![first()];
        for other in others {
            match other.join() {
                Ok(other) => led.push(other),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        led
    })
}

/// Whether one of its quotes is direct.
fn is_to_verify(event: &Event) -> bool {
    let mut quotes = event.quotes.iter();
    quotes.any(|quote| quote.state != State::Reported)
}

/// Lets handles lead to what they refer to, and keeps in mind what leads nowhere.
struct Leader<'r, 'p> {
    resolver: &'r Resolver<'p>,
    led: Led,
}

impl<'r, 'p> Leader<'r, 'p> {
    fn of(resolver: &'r Resolver<'p>) -> Self {
        Self {
            resolver,
            led: Led::default(),
        }
    }

    fn event(
        &mut self,
        event: &mut Event,
        (at, unsettled): (usize, &Unsettled),
        references: References<'_>,
    ) {
        checks::end(
            event,
            unsettled,
            self.resolver.files,
            &mut self.led.problems,
        );
        if is_to_verify(event) {
            self.led.to_verify.push(at);
        } else {
            let quotes = &mut event.quotes;
            retain(quotes, |quote| {
                self.quote(quote, references) && !quote.sources.is_empty()
            });
        }
        self.lead_if_any(&mut event.place, references);
        for outcome in &mut event.outcomes {
            self.lead_to_sources(&mut outcome.sources, references);
        }
        retain(&mut event.related, |other| self.lead(other, references));
        self.lead_to_sources(&mut event.sources, references);
        retain(&mut event.participants, |part| {
            self.attendance(part, references)
        });
        for doubt in &mut event.doubts {
            self.lead_to_sources(&mut doubt.sources, references);
        }
        for document in &mut event.documents {
            self.lead_to_sources(&mut document.sources, references);
        }
    }

    /// Says what looks wrong with an event that is resolved, but for quotes that are not verified yet.
    fn look_at(&mut self, event: &Event, likeness: &Likeness) {
        self.led.alike.push(likeness.of(event));
        if !is_to_verify(event) {
            checks::quotes_within_reach(event, &mut self.led.problems);
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

    /// Whether the quote's speaker is known.
    fn quote(&mut self, quote: &mut Quote, references: References<'_>) -> bool {
        let has_speaker = self.lead(&mut quote.speaker, references);
        self.lead_if_any(&mut quote.participant, references);
        self.lead_to_sources(&mut quote.sources, references);
        has_speaker
    }

    /// Lets a handle lead to what it refers to, if that is there.
    fn lead<H: Leads>(&mut self, handle: &mut H, references: References<'_>) -> bool {
        let file = references.file;
        let Some(&place) = references.places.get(handle.place()) else {
            return false;
        };
        let name = again::string(self.resolver.files, file, place);
        let found = H::table(self.resolver).find(&name);
        match found {
            Some(at) => *handle = H::at(at),
            None => self.led.unknown.push(Unknown {
                table: H::table,
                file,
                place,
            }),
        }
        found.is_some()
    }

    fn lead_if_any<H: Leads>(&mut self, handle: &mut Option<H>, references: References<'_>) {
        if let Some(inner) = handle
            && !self.lead(inner, references)
        {
            *handle = None;
        }
    }

    /// The same for sources, each of which is named once.
    fn lead_to_sources(&mut self, sources: &mut Box<[SourceIx]>, references: References<'_>) {
        let mut once: Vec<SourceIx> = Vec::new();
        let is_only_one = sources.len() == 1;
        retain(sources, |source| {
            let is_there = self.lead(source, references);
            if is_only_one {
                return is_there;
            }
            let is_new = is_there && !once.contains(source);
            once.extend(is_new.then_some(*source));
            is_new
        });
    }
}

/// Leaves of a list what fits.
fn retain<T>(list: &mut Box<[T]>, fits: impl FnMut(&mut T) -> bool) {
    let mut left = std::mem::take(list).into_vec();
    left.retain_mut(fits);
    *list = left.into();
}
