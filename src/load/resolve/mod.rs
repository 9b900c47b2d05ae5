//! Resolving: ids to handles. What leads nowhere is reported and left out.

mod events;
mod ids;

use std::collections::HashSet;

use crate::diagnostic::{Code, Diagnostic, Files, Severity, Span};
use crate::text::{Lines, Text};
use crate::timeline::{
    EventIx, Handle, Id, Kind, KindIx, Participant, ParticipantIx, Parts, Person, PersonIx, Place,
    PlaceIx, Role, RoleIx, Source, SourceIx, Status, Zone,
};

use super::checks::{self, Likeness};
use super::fields::Reference;
use super::layers::Layers;
use super::names::as_id;
use super::raw::{Raw, RawSource, RawZone};
use super::verify::Verifier;
use events::kept;
use ids::Ids;

/// So many unknown references get a suggestion; a file with more has another problem.
const MOST_SUGGESTIONS: usize = 200;

/// Resolves everything; `problems` gets what leads nowhere and what looks wrong.
pub(super) fn resolve(
    mut raw: Raw,
    layers: &Layers,
    files: &Files,
    problems: &mut Vec<Diagnostic>,
) -> Parts {
    let meta = checks::meta(std::mem::take(&mut raw.metas), files, layers, problems);
    checks::codes(&mut raw.participants, problems);
    let mut events = std::mem::take(&mut raw.events);
    let mut resolver = Resolver::new(&mut raw, files, problems);
    if layers.is_beginning {
        resolver.suggestions = MOST_SUGGESTIONS;
    }
    let fates = resolver.find_events(&mut events);
    let mut parts = Parts {
        meta,
        ..Parts::default()
    };
    parts.kinds = raw.kinds.into_iter().map(kind).collect();
    parts.roles = raw.roles.into_iter().map(role).collect();
    parts.participants = raw.participants.into_iter().map(participant).collect();
    parts.places = raw.places.into_iter().map(place).collect();
    parts.people = raw
        .people
        .into_iter()
        .map(|raw| resolver.person(raw))
        .collect();
    parts.sources = raw
        .sources
        .into_iter()
        .map(|raw| resolver.source(raw, layers))
        .collect();
    parts.zones = raw
        .zones
        .into_iter()
        .filter_map(|raw| resolver.zone(raw))
        .collect();
    let mut verifier = Verifier::new(&parts.sources);
    let likeness = Likeness::default();
    let alike = resolver.events(&mut events, &fates, (&mut verifier, &likeness));
    drop(verifier);
    parts.events = kept(events, &fates);
    resolver.report_unused(&parts);
    drop(resolver);
    checks::twins(&parts.events, (&likeness, alike), problems);
    parts
}

fn kind(raw: super::raw::RawKind) -> Kind {
    let plural = raw.plural.unwrap_or_else(|| plural(&raw.name));
    let (id, at) = (raw.id.value, raw.id.span);
    Kind {
        id,
        name: raw.name,
        plural,
        glyph: raw.glyph,
        color: raw.color,
        at,
    }
}

fn role(raw: super::raw::RawRole) -> Role {
    let plural = plural(&raw.name);
    Role {
        id: raw.id.value,
        name: raw.name,
        plural,
        glyph: raw.glyph,
        at: raw.id.span,
    }
}

/// The regular English plural: what the schema has no key for.
fn plural(name: &Text) -> Text {
    let name = name.raw();
    let plural = match name.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if name.ends_with(['s', 'x']) || name.ends_with("ch") => format!("{name}es"),
        _ => format!("{name}s"),
    };
    Text::new(&plural, Lines::One)
}

fn participant(raw: super::raw::RawParticipant) -> Participant {
    let (id, at) = (raw.id.value, raw.id.span);
    Participant {
        id,
        name: raw.name,
        code: raw.code.map(|code| code.value),
        kind: raw.kind,
        aliases: raw.aliases,
        at,
    }
}

fn place(raw: super::raw::RawPlace) -> Place {
    Place {
        id: raw.id.value,
        name: raw.name,
        lat: raw.lat,
        lon: raw.lon,
        at: raw.id.span,
    }
}

struct Resolver<'p> {
    files: &'p Files,
    problems: &'p mut Vec<Diagnostic>,
    kinds: Ids,
    roles: Ids,
    participants: Ids,
    people: Ids,
    sources: Ids,
    places: Ids,
    events: Ids,
    broken: HashSet<Id>,
    suggestions: usize,
}

/// Handles, with the table of the ids that lead to them.
trait Leads: Handle {
    fn table<'r>(resolver: &'r Resolver<'_>) -> &'r Ids;
}

macro_rules! leads {
    ($($handle:ident: $table:ident),* $(,)?) => {
        $(
            impl Leads for $handle {
                fn table<'r>(resolver: &'r Resolver<'_>) -> &'r Ids {
                    &resolver.$table
                }
            }
        )*
    };
}

leads! {
    EventIx: events,
    KindIx: kinds,
    RoleIx: roles,
    ParticipantIx: participants,
    PersonIx: people,
    SourceIx: sources,
    PlaceIx: places,
}

impl<'p> Resolver<'p> {
    fn new(raw: &mut Raw, files: &'p Files, problems: &'p mut Vec<Diagnostic>) -> Self {
        let kinds = Ids::of("kind", &mut raw.kinds, |kind| &kind.id, problems);
        let roles = Ids::of("role", &mut raw.roles, |role| &role.id, problems);
        let mut participants = Ids::of(
            "participant",
            &mut raw.participants,
            |participant| &participant.id,
            problems,
        );
        for participant in &raw.participants {
            let code = participant.code.as_ref().map(|code| &code.value);
            let names = std::iter::once(&participant.name).chain(code);
            participants.named(&participant.id.value, names.chain(&participant.aliases));
        }
        let mut people = Ids::of("person", &mut raw.people, |person| &person.id, problems);
        for person in &raw.people {
            people.named(
                &person.id.value,
                std::iter::once(&person.name).chain(&person.aliases),
            );
        }
        let sources = Ids::of("source", &mut raw.sources, |source| &source.id, problems);
        let places = Ids::of("place", &mut raw.places, |place| &place.id, problems);
        drop(Ids::of("zone", &mut raw.zones, |zone| &zone.id, problems));
        let broken = std::mem::take(&mut raw.broken).into_iter().collect();
        Self {
            files,
            problems,
            kinds,
            roles,
            participants,
            people,
            sources,
            places,
            events: Ids::none("event", 0),
            broken,
            suggestions: 0,
        }
    }

    /// The place in its table that a reference leads to.
    fn look_up(
        &mut self,
        table: impl Fn(&Self) -> &Ids,
        name: &str,
        span: impl FnOnce() -> Span,
    ) -> Option<usize> {
        let ids = table(self);
        if let Some(at) = ids.find(name) {
            return Some(at);
        }
        let what = ids.what;
        // What it leads to is reported already.
        if as_id(name).is_some_and(|id| self.broken.contains(&id)) {
            return None;
        }
        self.suggestions += 1;
        let near = if self.suggestions > MOST_SUGGESTIONS {
            None
        } else {
            table(self).suggestion(name)
        };
        let message = format!("unknown {what} `{name}`");
        let diagnostic = Diagnostic::new(Code::UnknownReference, span(), message);
        self.problems.push(match near {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None => diagnostic.help(format!("define it with this id in a table [[{what}]]")),
        });
        None
    }

    /// The handle that a reference leads to.
    fn handle<H: Leads>(&mut self, reference: &Reference) -> Option<H> {
        self.look_up(H::table, &reference.value, || reference.span)
            .map(H::at)
    }

    fn source_handles(&mut self, references: &[Reference]) -> Vec<SourceIx> {
        let mut handles = Vec::with_capacity(references.len());
        for reference in references {
            let handle = self.handle(reference);
            handles.extend(handle.filter(|handle| !handles.contains(handle)));
        }
        handles
    }

    fn person(&mut self, raw: super::raw::RawPerson) -> Person {
        let participant = raw
            .participant
            .and_then(|reference| self.handle(&reference));
        let (id, at) = (raw.id.value, raw.id.span);
        Person {
            id,
            name: raw.name,
            aliases: raw.aliases,
            participant,
            title: raw.title,
            at,
        }
    }

    fn source(&mut self, raw: RawSource, layers: &Layers) -> Source {
        let text = raw.file.and_then(|file| match layers.source_text(&file) {
            Ok(text) => Some(text),
            Err((code, message)) => {
                let message = format!("`{}`: {message}", file.value);
                let diagnostic = Diagnostic::new(code, file.span, message);
                self.problems.push(match code {
                    Code::OutsideSeeds => {
                        diagnostic.help("give the path of a file in that folder, relative to it")
                    }
                    _ => diagnostic,
                });
                None
            }
        });
        Source {
            id: raw.id.value,
            title: raw.title,
            publisher: raw.publisher,
            author: raw.author,
            date: raw.date,
            accessed: raw.accessed,
            url: raw.url,
            language: raw.language,
            text,
            at: raw.id.span,
        }
    }

    fn zone(&mut self, raw: RawZone) -> Option<Zone> {
        let places: Vec<PlaceIx> = raw
            .places
            .iter()
            .filter_map(|reference| self.handle(reference))
            .collect();
        checks::status_order(&raw.history, self.problems);
        let sources = self.source_handles(&raw.sources);
        let history = raw.history.into_iter().map(|status| Status {
            date: status.date.value,
            kind: status.status,
            event: status.event.and_then(|reference| self.handle(&reference)),
            note: status.note,
            sources: self.source_handles(&status.sources),
        });
        let history = history.collect();
        let (id, at) = (raw.id.value, raw.id.span);
        (!places.is_empty()).then_some(Zone {
            id,
            name: raw.name,
            area: raw.area,
            places,
            sources,
            history,
            at,
        })
    }

    /// Participants, people and sources that nothing refers to; what was left out may have, so
    /// nothing is said while there are errors.
    fn report_unused(&mut self, parts: &Parts) {
        let is_error = |problem: &Diagnostic| problem.severity() == Severity::Error;
        if self.problems.iter().any(is_error) {
            return;
        }
        let participants = parts.participants.iter().map(|item| (&item.id, item.at));
        let people = parts.people.iter().map(|item| (&item.id, item.at));
        let sources = parts.sources.iter().map(|item| (&item.id, item.at));
        let tables = [
            (&self.participants, participants.collect::<Vec<_>>()),
            (&self.people, people.collect()),
            (&self.sources, sources.collect()),
        ];
        for (ids, items) in tables {
            for ((id, at), used) in items.into_iter().zip(ids.used()) {
                if !used {
                    let message = format!("nothing refers to the {} `{id}`", ids.what);
                    let diagnostic = Diagnostic::new(Code::Unused, at, message);
                    self.problems
                        .push(diagnostic.help("refer to it, or take it out"));
                }
            }
        }
    }
}
