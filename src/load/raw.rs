//! Items as they stand in the files: references are texts, and nothing has been compared.

use crate::diagnostic::{Diagnostic, Span};
use crate::text::Text;
use crate::timeline::{AnsiColor, Date, Form, Id, Meta, StatusKind};

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
    pub(super) events: Vec<RawEvent>,
    /// Tables that the schema does not know.
    pub(super) unknown: Vec<Diagnostic>,
    /// The ids of items that were left out: who refers to one makes no mistake of their own.
    pub(super) broken: Vec<Id>,
}

impl Raw {
    /// Adds what was read after this.
    pub(super) fn append(&mut self, mut later: Self) {
        self.metas.append(&mut later.metas);
        self.kinds.append(&mut later.kinds);
        self.roles.append(&mut later.roles);
        self.participants.append(&mut later.participants);
        self.people.append(&mut later.people);
        self.sources.append(&mut later.sources);
        self.places.append(&mut later.places);
        self.zones.append(&mut later.zones);
        self.events.append(&mut later.events);
        self.broken.append(&mut later.broken);
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

#[derive(Debug)]
pub(super) struct RawEvent {
    /// Whether it has all that it needs; else it is left out, once the rest was looked at, and
    /// something stands for what is missing.
    pub(super) is_whole: bool,
    pub(super) id: Located<Id>,
    pub(super) kind: Option<Reference>,
    pub(super) number: Option<Located<u32>>,
    pub(super) title: Text,
    pub(super) label: Option<Text>,
    pub(super) start: Located<Date>,
    pub(super) end: Option<Located<Date>>,
    pub(super) city: Option<Text>,
    pub(super) country: Option<Text>,
    pub(super) venue: Option<Text>,
    pub(super) place: Option<Reference>,
    pub(super) summary: Text,
    pub(super) topics: Vec<Text>,
    pub(super) next: Option<Text>,
    pub(super) related: Vec<Reference>,
    pub(super) sources: Vec<Reference>,
    pub(super) parts: RawParts,
}

/// The tables that stand under an event.
#[derive(Debug)]
pub(super) struct RawParts {
    pub(super) outcomes: Vec<RawOutcome>,
    pub(super) participants: Vec<RawAttendance>,
    pub(super) doubts: Vec<RawDoubt>,
    pub(super) documents: Vec<RawDocument>,
    pub(super) quotes: Vec<RawQuote>,
}

#[derive(Debug)]
pub(super) struct RawOutcome {
    pub(super) text: Text,
    pub(super) sources: Vec<Reference>,
}

#[derive(Debug)]
pub(super) struct RawAttendance {
    pub(super) participant: Reference,
    pub(super) role: Reference,
    pub(super) head: Option<Reference>,
    pub(super) head_title: Option<Text>,
    pub(super) sources: Vec<Reference>,
    pub(super) at: Span,
}

#[derive(Debug)]
pub(super) struct RawDoubt {
    pub(super) about: Text,
    pub(super) text: Text,
    pub(super) sources: Vec<Reference>,
}

#[derive(Debug)]
pub(super) struct RawDocument {
    pub(super) title: Text,
    pub(super) kind: Option<Text>,
    pub(super) date: Option<Date>,
    pub(super) symbol: Option<Text>,
    pub(super) url: Option<Text>,
    pub(super) points: Vec<Text>,
    pub(super) sources: Vec<Reference>,
    pub(super) at: Span,
}

#[derive(Debug)]
pub(super) struct RawQuote {
    pub(super) speaker: Reference,
    pub(super) form: Form,
    pub(super) text: Located<Text>,
    pub(super) sources: Vec<Reference>,
    pub(super) date: Option<Located<Date>>,
    pub(super) participant: Option<Reference>,
    pub(super) title: Option<Text>,
    pub(super) topics: Vec<Text>,
}
