//! The schema's tables, one function each: which keys they have, and which of them they need.

mod event;

use crate::text::{Lines, Text};
use crate::timeline::{AnsiColor, Id, Meta, StatusKind};

use super::fields::{Fields, Located, not_a_table};
use super::raw::{
    RawKind, RawMeta, RawParticipant, RawPerson, RawPlace, RawRole, RawSource, RawStatus, RawZone,
};

use Lines::{Many, One};
pub(super) use event::event;

/// An item, or the id of one that had to be left out.
pub(super) type Read<T> = Result<T, Option<Id>>;

pub(super) fn meta(mut fields: Fields<'_, '_>) -> Located<RawMeta> {
    let span = fields.span();
    let schema = fields.number("schema");
    let title = fields.required_text("title", One);
    let meta = Meta {
        title: title.unwrap_or_default(),
        summary: fields.text("summary", Many),
        language: fields.text("language", One),
        updated: fields.date("updated").map(|date| date.value),
    };
    fields.finish();
    Located {
        value: RawMeta { schema, meta },
        span,
    }
}

/// Ends the reading of an item: it is sound if all it needs is there.
fn ended<T>(id: Option<&Located<Id>>, mut fields: Fields<'_, '_>, item: Option<T>) -> Read<T> {
    let meant = fields.take_meant_id();
    fields.finish();
    item.ok_or_else(|| id.map(|id| id.value.clone()).or(meant))
}

/// What stands for a mark that cannot be used: the id's first letter, as in plain characters. Else
/// a mark would cost all events of its kind.
fn initial(id: Option<&Located<Id>>) -> Option<Text> {
    let first = id?.value.as_str().chars().next()?;
    Some(Text::new(&first.to_uppercase().to_string(), One))
}

pub(super) fn kind(mut fields: Fields<'_, '_>) -> Read<RawKind> {
    let id = fields.id();
    let name = fields.required_text("name", One);
    let plural = fields.text("plural", One);
    let glyph = fields.required_mark("glyph", 1);
    let color = fields.choice("color", &AnsiColor::NAMES, AnsiColor::named);
    let item = (|| {
        Some(RawKind {
            id: id.clone()?,
            name: name?,
            plural,
            glyph: glyph.or_else(|| initial(id.as_ref()))?,
            color,
        })
    })();
    ended(id.as_ref(), fields, item)
}

pub(super) fn role(mut fields: Fields<'_, '_>) -> Read<RawRole> {
    let id = fields.id();
    let name = fields.required_text("name", One);
    let glyph = fields.required_mark("glyph", 1);
    let item = (|| {
        Some(RawRole {
            id: id.clone()?,
            name: name?,
            glyph: glyph.or_else(|| initial(id.as_ref()))?,
        })
    })();
    ended(id.as_ref(), fields, item)
}

pub(super) fn participant(mut fields: Fields<'_, '_>) -> Read<RawParticipant> {
    let id = fields.id();
    let name = fields.required_text("name", One);
    let code_at = fields.value_span("code");
    let code = fields.mark("code", 4);
    let code = code
        .zip(code_at)
        .map(|(value, span)| Located { value, span });
    let kind = fields.text("kind", One);
    let aliases = fields.texts("aliases");
    let item = (|| {
        Some(RawParticipant {
            id: id.clone()?,
            name: name?,
            code,
            kind,
            aliases,
        })
    })();
    ended(id.as_ref(), fields, item)
}

pub(super) fn person(mut fields: Fields<'_, '_>) -> Read<RawPerson> {
    let id = fields.id();
    let name = fields.required_text("name", One);
    let aliases = fields.texts("aliases");
    let participant = fields.reference("participant");
    let title = fields.text("title", One);
    let item = (|| {
        Some(RawPerson {
            id: id.clone()?,
            name: name?,
            aliases,
            participant,
            title,
        })
    })();
    ended(id.as_ref(), fields, item)
}

pub(super) fn source(mut fields: Fields<'_, '_>) -> Read<RawSource> {
    let id = fields.id();
    let title = fields.required_text("title", One);
    let publisher = fields.text("publisher", One);
    let author = fields.text("author", One);
    let date = fields.date("date").map(|date| date.value);
    let accessed = fields.date("accessed").map(|date| date.value);
    let url = fields.url("url");
    let language = fields.text("language", One);
    let file = fields.reference("file");
    let item = (|| {
        let (id, title) = (id.clone()?, title?);
        Some(RawSource {
            id,
            title,
            publisher,
            author,
            date,
            accessed,
            url,
            language,
            file,
        })
    })();
    ended(id.as_ref(), fields, item)
}

pub(super) fn place(mut fields: Fields<'_, '_>) -> Read<RawPlace> {
    let id = fields.id();
    let name = fields.required_text("name", One);
    let lat = fields.degrees("lat", 90.0);
    let lon = fields.degrees("lon", 180.0);
    let item = (|| {
        Some(RawPlace {
            id: id.clone()?,
            name: name?,
            lat: lat?,
            lon: lon?,
        })
    })();
    ended(id.as_ref(), fields, item)
}

pub(super) fn zone(mut fields: Fields<'_, '_>) -> Read<RawZone> {
    let id = fields.id();
    let name = fields.required_text("name", One);
    let area = fields.texts("area");
    let places = fields.required_references("places");
    let sources = fields.references("sources");
    let history = fields.tables("status", "a zone's status", status, not_a_table);
    let item = (|| {
        Some(RawZone {
            id: id.clone()?,
            name: name?,
            area,
            places: places?,
            sources,
            history: history.into(),
        })
    })();
    ended(id.as_ref(), fields, item)
}

fn status(mut fields: Fields<'_, '_>) -> Option<RawStatus> {
    let date = fields.required_date("date");
    let status = fields.required_choice(
        "status",
        &StatusKind::ALL.map(StatusKind::name),
        StatusKind::named,
    );
    let event = fields.reference("event");
    let note = fields.text("note", Many);
    let sources = fields.references("sources");
    fields.finish();
    Some(RawStatus {
        date: date?,
        status: status?,
        event,
        note,
        sources,
    })
}
