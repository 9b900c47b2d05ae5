//! What every document says in the same way: a quote's words and state, a source in a line.

use crate::timeline::{Date, Form, Quote, SourceIx, State, Timeline};
use crate::tui::glyphs::Glyphs;

use super::Ink;

/// What was said: the speaker's words in quotation marks, a report without.
pub(super) fn words(quote: &Quote, glyphs: &Glyphs) -> String {
    match quote.state.form() {
        Form::Direct => format!(
            "{}{}{}",
            glyphs.quote_open,
            quote.text.shown(),
            glyphs.quote_close
        ),
        Form::Indirect => quote.text.shown().to_owned(),
    }
}

/// A source in a line: publisher, date, title.
pub(super) fn cited(timeline: &Timeline, source: SourceIx) -> String {
    let source = &timeline[source];
    let publisher = source
        .publisher
        .as_ref()
        .map(|publisher| publisher.shown().to_owned());
    let date = source.date.as_ref().map(Date::in_full);
    let origin: Vec<String> = publisher.into_iter().chain(date).collect();
    let title = source.title.shown();
    if origin.is_empty() {
        title.to_owned()
    } else {
        format!("{}. {title}", origin.join(", "))
    }
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
        State::Reported => Ink::Dim,
    }
}
