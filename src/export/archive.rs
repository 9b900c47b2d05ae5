//! A timeline as one record: its events whole, and everything that they refer to by id.

use std::borrow::Cow;

use serde::Serialize;

use crate::text::Text;
use crate::timeline::{
    AnsiColor, Date, Kind, Participant, Person, Place, Role, Source, Status, Timeline, Zone,
};

use super::record::{ids, raw, raws};
use super::{EventDetail, Selection};

/// What is exported, with nothing left out but where in a file it was written.
///
/// Events are those that fit the filter; kinds, roles, participants, people and places are all of the
/// timeline's, sources and zones those that belong to the events.
#[derive(Debug, Serialize)]
pub struct Archive<'a> {
    timeline: MetaRecord<'a>,
    /// The filter, null if everything is there.
    filter: Option<&'a str>,
    kinds: Vec<KindRecord<'a>>,
    roles: Vec<RoleRecord<'a>>,
    participants: Vec<ParticipantRecord<'a>>,
    people: Vec<PersonRecord<'a>>,
    places: Vec<PlaceRecord<'a>>,
    events: Vec<EventDetail<'a>>,
    zones: Vec<ZoneRecord<'a>>,
    sources: Vec<SourceRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct MetaRecord<'a> {
    title: &'a str,
    summary: Option<&'a str>,
    language: Option<&'a str>,
    updated: Option<Cow<'a, str>>,
}

#[derive(Debug, Serialize)]
struct KindRecord<'a> {
    id: &'a str,
    name: &'a str,
    plural: &'a str,
    glyph: &'a str,
    color: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct RoleRecord<'a> {
    id: &'a str,
    name: &'a str,
    glyph: &'a str,
}

#[derive(Debug, Serialize)]
struct ParticipantRecord<'a> {
    id: &'a str,
    name: &'a str,
    code: Option<&'a str>,
    kind: Option<&'a str>,
    aliases: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct PersonRecord<'a> {
    id: &'a str,
    name: &'a str,
    aliases: Vec<&'a str>,
    participant: Option<&'a str>,
    title: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct PlaceRecord<'a> {
    id: &'a str,
    name: &'a str,
    lat: f64,
    lon: f64,
}

#[derive(Debug, Serialize)]
struct ZoneRecord<'a> {
    id: &'a str,
    name: &'a str,
    area: Vec<&'a str>,
    places: Vec<&'a str>,
    sources: Vec<&'a str>,
    status: Vec<StatusRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct StatusRecord<'a> {
    date: Cow<'a, str>,
    status: &'static str,
    event: Option<&'a str>,
    note: Option<&'a str>,
    sources: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct SourceRecord<'a> {
    id: &'a str,
    title: &'a str,
    publisher: Option<&'a str>,
    author: Option<&'a str>,
    date: Option<Cow<'a, str>>,
    accessed: Option<Cow<'a, str>>,
    url: Option<&'a str>,
    language: Option<&'a str>,
}

impl<'a> Archive<'a> {
    /// The record of a selection.
    pub fn of(selection: &'a Selection<'a>) -> Self {
        let timeline = selection.timeline();
        let meta = timeline.meta();
        let events = selection.events().iter();
        let sources = selection.sources().into_iter();
        let (kinds, roles) = (timeline.kinds(), timeline.roles());
        let (participants, people) = (timeline.participants(), timeline.people());
        Self {
            timeline: MetaRecord {
                title: meta.title.raw(),
                summary: raw(meta.summary.as_ref()),
                language: raw(meta.language.as_ref()),
                updated: meta.updated.as_ref().map(Date::edtf),
            },
            filter: selection.filter(),
            kinds: kinds.iter().map(KindRecord::of).collect(),
            roles: roles.iter().map(RoleRecord::of).collect(),
            participants: participants.iter().map(ParticipantRecord::of).collect(),
            people: people
                .iter()
                .map(|it| PersonRecord::of(timeline, it))
                .collect(),
            places: timeline.places().iter().map(PlaceRecord::of).collect(),
            events: events.map(|&at| EventDetail::of(timeline, at)).collect(),
            zones: selection
                .zones()
                .map(|zone| ZoneRecord::of(timeline, zone))
                .collect(),
            sources: sources.map(|at| SourceRecord::of(&timeline[at])).collect(),
        }
    }
}

impl<'a> KindRecord<'a> {
    fn of(kind: &'a Kind) -> Self {
        Self {
            id: kind.id.as_str(),
            name: kind.name.raw(),
            plural: kind.plural.raw(),
            glyph: kind.glyph.raw(),
            color: kind.color.map(AnsiColor::name),
        }
    }
}

impl<'a> RoleRecord<'a> {
    fn of(role: &'a Role) -> Self {
        Self {
            id: role.id.as_str(),
            name: role.name.raw(),
            glyph: role.glyph.raw(),
        }
    }
}

impl<'a> ParticipantRecord<'a> {
    fn of(participant: &'a Participant) -> Self {
        Self {
            id: participant.id.as_str(),
            name: participant.name.raw(),
            code: raw(participant.code.as_ref()),
            kind: raw(participant.kind.as_ref()),
            aliases: raws(&participant.aliases),
        }
    }
}

impl<'a> PersonRecord<'a> {
    fn of(timeline: &'a Timeline, person: &'a Person) -> Self {
        Self {
            id: person.id.as_str(),
            name: person.name.raw(),
            aliases: raws(&person.aliases),
            participant: person.participant.map(|at| timeline[at].id.as_str()),
            title: person.title.as_ref().map(Text::raw),
        }
    }
}

impl<'a> PlaceRecord<'a> {
    fn of(place: &'a Place) -> Self {
        Self {
            id: place.id.as_str(),
            name: place.name.raw(),
            lat: place.lat,
            lon: place.lon,
        }
    }
}

impl<'a> ZoneRecord<'a> {
    fn of(timeline: &'a Timeline, zone: &'a Zone) -> Self {
        let places = zone.places.iter();
        let status = |status: &'a Status| StatusRecord {
            date: status.date.edtf(),
            status: status.kind.name(),
            event: status.event.map(|at| timeline[at].id.as_str()),
            note: raw(status.note.as_ref()),
            sources: ids(timeline, &status.sources),
        };
        Self {
            id: zone.id.as_str(),
            name: zone.name.raw(),
            area: raws(&zone.area),
            places: places.map(|&at| timeline[at].id.as_str()).collect(),
            sources: ids(timeline, &zone.sources),
            status: zone.history.iter().map(status).collect(),
        }
    }
}

impl<'a> SourceRecord<'a> {
    fn of(source: &'a Source) -> Self {
        Self {
            id: source.id.as_str(),
            title: source.title.raw(),
            publisher: raw(source.publisher.as_ref()),
            author: raw(source.author.as_ref()),
            date: source.date.as_ref().map(Date::edtf),
            accessed: source.accessed.as_ref().map(Date::edtf),
            url: raw(source.url.as_ref()),
            language: raw(source.language.as_ref()),
        }
    }
}
