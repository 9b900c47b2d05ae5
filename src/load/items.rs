//! The schema's tables, one function each: which keys they have, and which of them they need.

use toml::de::DeValue;

use crate::diagnostic::{Code, Span};
use crate::text::{Lines, Text, has_hidden_controls};
use crate::timeline::{
    AnsiColor, Attendance, Date, Document, Doubt, Event, Form, Id, KindIx, Meta, Outcome, Quote,
    State, StatusKind,
};

use super::fields::{Fields, Located, Reading, not_a_table, type_name};
use super::raw::{
    RawEvent, RawKind, RawMeta, RawParticipant, RawPerson, RawPlace, RawRole, RawSource, RawStatus,
    RawZone, Unsettled,
};

use Lines::{Many, One};

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
            history,
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

/// An event, whatever it lacks: who wrote it wants to know at once what is wrong with the rest.
#[expect(
    clippy::unnecessary_wraps,
    reason = "items of other tables can be lost, and all are read in one way"
)]
pub(super) fn event(mut fields: Fields<'_, '_>) -> Read<RawEvent> {
    let at = fields.span();
    let id = fields.id();
    let kind = fields.required_handle("kind");
    let title = fields.required_text("title", One);
    let start = fields.required_date("start");
    let end = fields.date("end");
    let summary = fields.required_text("summary", Many);
    let has_all =
        id.is_some() && kind.is_some() && title.is_some() && start.is_some() && summary.is_some();
    let meant = fields.take_meant_id();
    let id = id.unwrap_or_else(|| unnamed(meant, at));
    let start = start.or_else(|| end.clone()).unwrap_or_else(|| no_day(at));
    let number = fields.number("number");
    let unsettled = Unsettled {
        is_whole: has_all,
        has_kind: kind.is_some(),
        start_at: start.span.start,
        end_at: end.as_ref().map_or(0, |end| end.span.start),
        number_at: number.as_ref().map_or(0, |number| number.span.start),
        first_reference: 0,
    };
    let event = Event {
        id: id.value,
        kind: kind.unwrap_or(KindIx::new(0)),
        number: number.map(|number| number.value),
        title: title.unwrap_or_default(),
        label: fields.text("label", One),
        start: start.value,
        end: end.map(|end| end.value),
        city: fields.text("city", One),
        country: fields.text("country", One),
        venue: fields.text("venue", One),
        place: fields.handle("place"),
        summary: summary.unwrap_or_default(),
        topics: fields.texts("topics"),
        next: fields.text("next", Many),
        related: fields.handles("related"),
        sources: fields.expected_sources(),
        outcomes: Vec::new(),
        participants: Vec::new(),
        doubts: Vec::new(),
        documents: Vec::new(),
        quotes: Vec::new(),
        at: id.span,
    };
    let event = with_parts(event, &mut fields);
    fields.finish();
    Ok(RawEvent { event, unsettled })
}

/// What stands for the id of an event that has none.
fn unnamed(meant: Option<Id>, span: Span) -> Located<Id> {
    let nobody = || Id::new("unnamed").expect("lower-case letters are an id");
    let value = meant.unwrap_or_else(nobody);
    Located { value, span }
}

/// What stands for the start of an event that has none.
const fn no_day(span: Span) -> Located<Date> {
    let value = Date::day(Date::MIN);
    Located { value, span }
}

/// The event with the tables that stand under it.
fn with_parts(event: Event, fields: &mut Fields<'_, '_>) -> Event {
    let participant = "a participant's entry";
    let when = event.sound_end().unwrap_or(&event.start).clone();
    let quote = |fields: Fields<'_, '_>| quote(fields, &when);
    Event {
        outcomes: fields.tables("outcomes", "an outcome", outcome, outcome_text),
        participants: fields.tables("participants", participant, attendance, not_a_table),
        doubts: fields.tables("doubt", "a doubt", doubt, not_a_table),
        documents: fields.tables("document", "a document", document, not_a_table),
        quotes: fields.tables("quote", "a quote", quote, not_a_table),
        ..event
    }
}

fn outcome(mut fields: Fields<'_, '_>) -> Option<Outcome> {
    let text = fields.required_text("text", Many);
    let sources = fields.handles("sources");
    fields.finish();
    Some(Outcome {
        text: text?,
        sources,
    })
}

/// An outcome written as a mere string.
fn outcome_text(reading: &mut Reading, found: &Located<DeValue<'_>>) -> Option<Outcome> {
    let DeValue::String(text) = &found.value else {
        let message = format!(
            "an outcome is a string or a table with `text`, not {}",
            type_name(&found.value)
        );
        reading.piece.report(Code::WrongType, found.span, message);
        return None;
    };
    if has_hidden_controls(text) {
        let message = "this outcome holds characters that control a terminal or turn text round";
        reading
            .piece
            .report(Code::ControlCharacters, found.span, message);
    }
    let text = Text::of(&reading.whole, text, Many);
    (!text.raw().trim().is_empty()).then_some(Outcome {
        text,
        sources: Vec::new(),
    })
}

fn attendance(mut fields: Fields<'_, '_>) -> Option<Attendance> {
    let at = fields.span();
    let participant = fields.required_handle("id");
    let role = fields.required_handle("role");
    let head = fields.handle("head");
    let head_title = fields.text("head_title", One);
    let sources = fields.handles("sources");
    fields.finish();
    Some(Attendance {
        participant: participant?,
        role: role?,
        head,
        head_title,
        sources,
        at,
    })
}

fn doubt(mut fields: Fields<'_, '_>) -> Option<Doubt> {
    let about = fields.required_text("about", One);
    let text = fields.required_text("text", Many);
    let sources = fields.handles("sources");
    fields.finish();
    Some(Doubt {
        about: about?,
        text: text?,
        sources,
    })
}

fn document(mut fields: Fields<'_, '_>) -> Option<Document> {
    let at = fields.span();
    let title = fields.required_text("title", One);
    let kind = fields.text("kind", One);
    let date = fields.date("date").map(|date| date.value);
    let symbol = fields.text("symbol", One);
    let url = fields.url("url");
    let points = fields.texts("points");
    let sources = fields.handles("sources");
    fields.finish();
    Some(Document {
        title: title?,
        kind,
        date,
        symbol,
        url,
        points,
        sources,
        at,
    })
}

/// A quote; `when` is the day of one that has none of its own.
fn quote(mut fields: Fields<'_, '_>, when: &Date) -> Option<Quote> {
    let speaker = fields.required_handle("speaker");
    let form = fields.required_choice("form", &["direct", "indirect"], |name| match name {
        "direct" => Some(Form::Direct),
        "indirect" => Some(Form::Indirect),
        _ => None,
    });
    let at = fields.value_span("text").unwrap_or_else(|| fields.span());
    let text = fields.required_text("text", Many);
    let sources = fields.required_handles("sources");
    let date = fields.date("date").map(|date| date.value);
    let participant = fields.handle("participant");
    let title = fields.text("title", One);
    let topics = fields.texts("topics");
    fields.finish();
    Some(Quote {
        speaker: speaker?,
        state: match form? {
            Form::Direct => State::Unverified,
            Form::Indirect => State::Reported,
        },
        text: text?,
        sources: sources?,
        date: date.unwrap_or_else(|| when.clone()),
        participant,
        title,
        topics,
        at,
    })
}
