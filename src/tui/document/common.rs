//! What every document says in the same way: a quote's words and state, a source in a line.

use std::borrow::Cow;

use crate::timeline::{
    Date, Event, EventIx, Form, Quote, QuoteIx, SourceIx, State, Timeline, range_in_full,
};
use crate::tui::glyphs::Glyphs;
use crate::tui::subject::Subject;

use super::paragraph::Paragraph;
use super::references::References;
use super::{Ink, Page};

/// What was said: the speaker's words in quotation marks, a report without.
pub(super) fn words<'q>(quote: &'q Quote, glyphs: &Glyphs) -> Cow<'q, str> {
    let words = quote.text.shown();
    match quote.state.form() {
        Form::Direct => format!("{}{words}{}", glyphs.quote_open, glyphs.quote_close).into(),
        Form::Indirect => words.into(),
    }
}

/// A source in a line: publisher, date, title, and what stands between them.
pub(super) fn cited(timeline: &Timeline, source: SourceIx) -> Vec<String> {
    let source = &timeline[source];
    let publisher = source
        .publisher
        .as_ref()
        .map(|publisher| publisher.shown().to_owned());
    let date = source.date.as_ref().map(Date::in_full);
    let mut cited = Vec::new();
    for part in publisher.into_iter().chain(date) {
        if !cited.is_empty() {
            cited.push(String::from(", "));
        }
        cited.push(part);
    }
    if !cited.is_empty() {
        cited.push(String::from(". "));
    }
    cited.push(source.title.shown().to_owned());
    cited
}

/// The word for a quote's state.
pub(super) const fn state_word(quote: &Quote) -> &'static str {
    quote.state.name()
}

/// The ink of a quote's state.
pub(super) const fn state_ink(quote: &Quote) -> Ink {
    match quote.state {
        State::Verified(_) => Ink::Good,
        State::Refuted => Ink::Bad,
        State::Unverified => Ink::Warning,
        State::Reported | State::Pending => Ink::Dim,
    }
}

/// What a fact rests on: its own sources, or those of its event.
pub(super) const fn rests_on<'t>(own: &'t [SourceIx], event: &'t Event) -> &'t [SourceIx] {
    if own.is_empty() { &event.sources } else { own }
}

/// Another event and its dates, behind what is in `line` already.
pub(super) fn event_line<'p>(
    timeline: &Timeline,
    glyphs: &Glyphs,
    line: Paragraph<'p>,
    at: EventIx,
) -> Paragraph<'p> {
    let event = &timeline[at];
    let dates = range_in_full(&event.start, event.end.as_ref());
    line.link(timeline.label(event), Ink::Plain, Subject::Event(at))
        .text(format!(" {} {dates}", glyphs.dot), Ink::Dim)
}

/// A quote with who said it, for whom and when; `from` is the event it is from where the page does not
/// say.
pub(super) fn quote(
    timeline: &Timeline,
    references: &References,
    page: &mut Page<'_>,
    at: QuoteIx,
    from: Option<EventIx>,
) {
    let quote = &timeline[at];
    let dot = format!(" {} ", page.glyphs().dot);
    let words = words(quote, page.glyphs());
    let state = format!("{} ", page.glyphs().state(&quote.state));
    let said = Paragraph::new(0, 2).text(state, state_ink(quote));
    page.write(&said.text(words, Ink::Plain));
    let name = timeline[quote.speaker].name.shown();
    let mut who = Paragraph::new(2, 2).link(name, Ink::Dim, Subject::Person(quote.speaker));
    if let Some(at) = timeline.quote_participant(quote) {
        let said_for = timeline[at].name.shown();
        if said_for != name {
            let to = Subject::Participant(at);
            who = who.text(", ", Ink::Dim).link(said_for, Ink::Dim, to);
        }
    }
    who = who.text(format!("{dot}{}", quote.date.in_full()), Ink::Dim);
    if let Some(event) = from {
        let label = timeline.label(&timeline[event]);
        let to = Subject::Event(event);
        who = who.text(dot.clone(), Ink::Dim).link(label, Ink::Dim, to);
    }
    who = who.text(dot, Ink::Dim);
    who = match quote.state {
        State::Verified(_) => who.link(state_word(quote), Ink::Dim, Subject::Passage(at)),
        _ => who.text(state_word(quote), Ink::Dim),
    };
    page.write(&who.mark(references, &quote.sources));
}

/// The numbered sources.
pub(super) fn sources(timeline: &Timeline, references: &References, page: &mut Page<'_>) {
    let sources = references.sources();
    if sources.is_empty() {
        return;
    }
    page.heading("Sources");
    let hang = sources.len().to_string().len() + 3;
    page.items(&sources, |page, at, &source| {
        let number = format!("[{}]", at + 1);
        let mut line = Paragraph::new(0, hang).text(format!("{number:<hang$}"), Ink::Provenance);
        for (nth, text) in cited(timeline, source).into_iter().enumerate() {
            let to = Subject::Source(source);
            line = if nth == 0 {
                line.link(text, Ink::Plain, to)
            } else {
                line.more(text, Ink::Plain, to)
            };
        }
        page.write(&line);
        if let Some(url) = &timeline[source].url {
            page.address(hang, url.shown(), Ink::Dim);
        }
    });
}
