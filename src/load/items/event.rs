//! Events and the tables that stand under them. They are read as they are kept, but for what they
//! refer to, which is looked up later.

use crate::diagnostic::{Code, Span};
use crate::load::fields::{Fields, Located, Reading, not_a_table};
use crate::load::raw::{RawEvent, Unsettled};
use crate::load::tree::{Node, Value};
use crate::text::{Lines, Text, has_hidden_controls};
use crate::timeline::{
    Attendance, Date, Document, Doubt, Event, Form, Id, KindIx, Outcome, Quote, State,
};

use super::Read;

use Lines::{Many, One};

/// An event, whatever it lacks: who wrote it wants to know at once what is wrong with the rest.
#[expect(
    clippy::unnecessary_wraps,
    reason = "items of other tables can be lost, and all are read in one way"
)]
pub(in crate::load) fn event(mut fields: Fields<'_, '_>) -> Read<RawEvent> {
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
        kind: kind.unwrap_or_else(|| KindIx::new(0)),
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
        topics: fields.texts("topics").into(),
        next: fields.text("next", Many),
        related: fields.handles("related"),
        sources: fields.expected_sources(),
        outcomes: Box::default(),
        participants: Box::default(),
        doubts: Box::default(),
        documents: Box::default(),
        quotes: Box::default(),
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
fn outcome_text(reading: &mut Reading, found: &Node<'_>) -> Option<Outcome> {
    let Value::String(text) = &found.value else {
        let message = format!(
            "an outcome is a string or a table with `text`, not {}",
            found.value.type_name()
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
        sources: Box::default(),
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
    let points = fields.texts("points").into();
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
    let topics = fields.texts("topics").into();
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
