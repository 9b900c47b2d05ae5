//! Items as they stand in the files: references are texts, and nothing has been compared.

use crate::diagnostic::Diagnostic;
use crate::text::Text;
use crate::timeline::{AnsiColor, Date, Event, Id, Meta, StatusKind};

use super::fields::{Located, Reference};

/// Everything that could be read, table by table, in file order.
#[derive(Debug, Default)]
pub(super) struct Raw {
    pub(super) metas: Vec<Located<RawMeta>>,
    pub(super) kinds: Vec<RawKind>,
    pub(super) roles: Vec<RawRole>,
    pub(super) participants: Vec<RawParticipant>,
    pub(super) people: Vec<RawPerson>,
    pub(super) sources: Vec<RawSource>,
    pub(super) places: Vec<RawPlace>,
    pub(super) zones: Vec<RawZone>,
    pub(super) events: RawEvents,
    /// Tables that the schema does not know.
    pub(super) unknown: Vec<Diagnostic>,
    /// The ids of items that were left out: who refers to one makes no mistake of their own.
    pub(super) broken: Vec<Id>,
}

impl Raw {
    /// Adds what was read after this.
    pub(super) fn append(&mut self, later: Self) {
        append(&mut self.metas, later.metas);
        append(&mut self.kinds, later.kinds);
        append(&mut self.roles, later.roles);
        append(&mut self.participants, later.participants);
        append(&mut self.people, later.people);
        append(&mut self.sources, later.sources);
        append(&mut self.places, later.places);
        append(&mut self.zones, later.zones);
        self.events.append(later.events);
        append(&mut self.unknown, later.unknown);
        append(&mut self.broken, later.broken);
    }
}

#[derive(Debug)]
pub(super) struct RawMeta {
    pub(super) schema: Option<Located<u32>>,
    pub(super) meta: Meta,
}

#[derive(Debug)]
pub(super) struct RawKind {
    pub(super) id: Located<Id>,
    pub(super) name: Text,
    pub(super) plural: Option<Text>,
    pub(super) glyph: Text,
    pub(super) color: Option<AnsiColor>,
}

#[derive(Debug)]
pub(super) struct RawRole {
    pub(super) id: Located<Id>,
    pub(super) name: Text,
    pub(super) glyph: Text,
}

#[derive(Debug)]
pub(super) struct RawParticipant {
    pub(super) id: Located<Id>,
    pub(super) name: Text,
    pub(super) code: Option<Located<Text>>,
    pub(super) kind: Option<Text>,
    pub(super) aliases: Vec<Text>,
}

#[derive(Debug)]
pub(super) struct RawPerson {
    pub(super) id: Located<Id>,
    pub(super) name: Text,
    pub(super) aliases: Vec<Text>,
    pub(super) participant: Option<Reference>,
    pub(super) title: Option<Text>,
}

#[derive(Debug)]
pub(super) struct RawSource {
    pub(super) id: Located<Id>,
    pub(super) title: Text,
    pub(super) publisher: Option<Text>,
    pub(super) author: Option<Text>,
    pub(super) date: Option<Date>,
    pub(super) accessed: Option<Date>,
    pub(super) url: Option<Text>,
    pub(super) language: Option<Text>,
    pub(super) file: Option<Located<String>>,
}

#[derive(Debug)]
pub(super) struct RawPlace {
    pub(super) id: Located<Id>,
    pub(super) name: Text,
    pub(super) lat: f64,
    pub(super) lon: f64,
}

#[derive(Debug)]
pub(super) struct RawZone {
    pub(super) id: Located<Id>,
    pub(super) name: Text,
    pub(super) area: Vec<Text>,
    pub(super) places: Vec<Reference>,
    pub(super) sources: Vec<Reference>,
    pub(super) history: Vec<RawStatus>,
}

#[derive(Debug)]
pub(super) struct RawStatus {
    pub(super) date: Located<Date>,
    pub(super) status: StatusKind,
    pub(super) event: Option<Reference>,
    pub(super) note: Option<Text>,
    pub(super) sources: Vec<Reference>,
}

/// An event whose handles are places in a list of references, which are not looked up yet.
#[derive(Debug)]
pub(super) struct RawEvent {
    pub(super) event: Event,
    pub(super) unsettled: Unsettled,
}

/// What is to be known of an event until it is looked into; places are bytes of its file.
#[derive(Debug)]
pub(super) struct Unsettled {
    /// Whether it has all that it needs; else it is left out, once the rest was looked at, and
    /// something stands for what is missing.
    pub(super) is_whole: bool,
    pub(super) has_kind: bool,
    pub(super) start_at: u32,
    /// Where its end stands, if it has one.
    pub(super) end_at: u32,
    /// Where its number stands, if it has one.
    pub(super) number_at: u32,
    /// What its handles count from in [`RawEvents::references`].
    pub(super) first_reference: u32,
}

/// Events on their way: as they are kept in the end, so that there are never two of each.
#[derive(Debug, Default)]
pub(super) struct RawEvents {
    pub(super) list: Vec<Event>,
    /// One for each event.
    pub(super) unsettled: Vec<Unsettled>,
    /// Where events refer to something.
    pub(super) references: Vec<u32>,
}

impl RawEvents {
    /// Events of a piece, whose references were added before.
    pub(super) fn add(&mut self, events: Vec<RawEvent>) {
        for raw in events {
            self.list.push(raw.event);
            self.unsettled.push(raw.unsettled);
        }
    }

    fn append(&mut self, mut later: Self) {
        let before = u32::try_from(self.references.len()).unwrap_or(u32::MAX);
        for unsettled in &mut later.unsettled {
            unsettled.first_reference = unsettled.first_reference.saturating_add(before);
        }
        append(&mut self.list, later.list);
        append(&mut self.unsettled, later.unsettled);
        append(&mut self.references, later.references);
    }
}

/// Adds a list to another; to an empty one without moving anything.
fn append<T>(list: &mut Vec<T>, mut later: Vec<T>) {
    if list.is_empty() {
        *list = later;
    } else {
        list.append(&mut later);
    }
}
