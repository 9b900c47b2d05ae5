//! What the page of a participant, a person or a topic lists: it is gone through once, since it may be hundreds of
//! thousands of events and quotes.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::rc::Rc;

use crate::text::fold;
use crate::timeline::{
    EventIx, Facet, Members, ParticipantIx, PersonIx, QuoteIx, RoleIx, Timeline,
};
use crate::tui::subject::Subject;

use super::offices::{Office, offices};

/// What a page lists.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// The events that a participant attended, by role.
    pub(super) attended: Vec<(RoleIx, Vec<EventIx>)>,
    /// Who led its delegations, and how many, the one first who led most.
    pub(super) heads: Vec<(PersonIx, usize)>,
    /// The events at which a person led a delegation, or which are about a topic.
    pub(super) events: Vec<EventIx>,
    /// How many delegations a person led.
    pub(super) times_led: usize,
    /// The offices that a person held.
    pub(super) offices: Vec<Office>,
    /// The quotes, by date.
    pub(super) said: Vec<QuoteIx>,
}

/// The lists of the page that was read last.
#[derive(Debug, Default)]
pub(super) struct Kept(RefCell<Option<(Subject, Rc<Lists>)>>);

impl Kept {
    /// The lists of a page, made unless they are those that are kept.
    pub(super) fn of(&self, subject: &Subject, make: impl FnOnce() -> Lists) -> Rc<Lists> {
        let mut kept = self.0.borrow_mut();
        match &*kept {
            Some((of, lists)) if of == subject => Rc::clone(lists),
            _ => {
                let lists = Rc::new(make());
                *kept = Some((subject.clone(), Rc::clone(&lists)));
                lists
            }
        }
    }
}

impl Lists {
    pub(super) fn of_participant(timeline: &Timeline, at: ParticipantIx) -> Self {
        let attending = timeline.attending();
        let roles = (0..timeline.roles().len()).map(RoleIx::new);
        let attended = roles.filter_map(|role| Some((role, events(attending.in_role(role, at)?))));
        let heads = attending.led().filter(|(of, ..)| *of == at);
        let mut heads: Vec<_> = heads.map(|(_, head, times)| (head, times)).collect();
        heads.sort_by_key(|&(head, times)| (Reverse(times), head));
        let having = timeline.values(Facet::Participant).quotes();
        Self {
            attended: attended.collect(),
            heads,
            said: said(timeline, having.and_then(|all| all.get(at.index()))),
            ..Self::default()
        }
    }

    pub(super) fn of_person(timeline: &Timeline, at: PersonIx) -> Self {
        let attending = timeline.attending();
        let led = attending.led().filter(|(_, head, _)| *head == at);
        let having = timeline.values(Facet::Speaker).quotes();
        let said = said(timeline, having.and_then(|all| all.get(at.index())));
        let events = attending.led_by(at).map(events).unwrap_or_default();
        Self {
            times_led: led.map(|(.., times)| times).sum(),
            offices: offices(timeline, at, &events, &said),
            events,
            said,
            ..Self::default()
        }
    }

    pub(super) fn of_topic(timeline: &Timeline, topic: &str) -> Self {
        // A field's values are alike if they are folded.
        let (having, folded) = (timeline.values(Facet::Topic), fold(topic));
        let place = having.all().iter().position(|it| fold(&it.key) == folded);
        let about = place.and_then(|place| having.events().get(place));
        let quotes = place.and_then(|place| having.quotes()?.get(place));
        Self {
            events: about.map(events).unwrap_or_default(),
            said: said(timeline, quotes),
            ..Self::default()
        }
    }
}

fn events(members: &Members) -> Vec<EventIx> {
    members.iter().map(EventIx::new).collect()
}

/// Some quotes, by date.
fn said(timeline: &Timeline, quotes: Option<&Members>) -> Vec<QuoteIx> {
    let quotes = quotes.into_iter().flat_map(Members::iter);
    timeline.in_order_of_date(quotes)
}
