//! A speaker's quotes.

use crate::text::Folded;
use crate::timeline::{Passage, QuoteIx, State, Timeline};
use crate::tui::glyphs::Glyphs;
use crate::tui::rows::Speaker;

use super::common::{cited, state_ink, state_word, words};
use super::{Ink, Page, Setting, Sheet};

/// A speaker's name, for whom they speak, and their office.
pub fn speaker(timeline: &Timeline, at: Speaker, setting: Setting<'_>) -> Sheet {
    write_speaker(timeline, at, Page::new(setting)).sheet()
}

/// The same, to be searched.
pub fn speaker_folded(timeline: &Timeline, at: Speaker, glyphs: &Glyphs) -> Folded {
    write_speaker(timeline, at, Page::to_search(glyphs)).folded()
}

fn write_speaker<'a>(timeline: &Timeline, at: Speaker, mut page: Page<'a>) -> Page<'a> {
    let person = &timeline[at.person];
    page.paragraph(0, 0, &[(person.name.shown(), Ink::Strong)]);
    let said_for = at.participant.map(|at| timeline[at].name.shown());
    let office = person.title.as_ref().map(crate::text::Text::shown);
    page.facts(Ink::Dim, said_for.into_iter().chain(office));
    page
}

/// A quote under its speaker's name: when and where, the words, what they rest on; two columns in,
/// with a blank line at its end.
pub fn quote(timeline: &Timeline, at: QuoteIx, setting: Setting<'_>) -> Sheet {
    write_quote(timeline, at, Page::new(setting)).sheet()
}

/// The same, to be searched.
pub fn quote_folded(timeline: &Timeline, at: QuoteIx, glyphs: &Glyphs) -> Folded {
    write_quote(timeline, at, Page::to_search(glyphs)).folded()
}

fn write_quote<'a>(timeline: &Timeline, at: QuoteIx, mut page: Page<'a>) -> Page<'a> {
    let glyphs = page.glyphs();
    let quote = &timeline[at];
    let when = quote.date.in_full();
    let label = timeline.label(&timeline[at.event]);
    let dot = format!(" {} ", glyphs.dot);
    let state = format!("{} {}", glyphs.state(&quote.state), state_word(quote));
    let when = [&when, &dot, &label, &dot].map(|text| (text.as_str(), Ink::Dim));
    let mut head = when.to_vec();
    head.push((&state, state_ink(quote)));
    page.paragraph(2, 2, &head);
    page.paragraph(2, 0, &[(&words(quote, glyphs), Ink::Plain)]);
    if let Some(title) = &quote.title {
        page.paragraph(2, 2, &[("as ", Ink::Dim), (title.shown(), Ink::Dim)]);
    }
    if !quote.topics.is_empty() {
        let topics: Vec<&str> = quote.topics.iter().map(crate::text::Text::shown).collect();
        page.paragraph(
            2,
            2,
            &[("Topics: ", Ink::Dim), (&topics.join(", "), Ink::Dim)],
        );
    }
    for &source in &quote.sources {
        let line = match &quote.state {
            State::Verified(Passage {
                source: proven,
                line,
                ..
            }) if *proven == source => {
                format!(", line {line}")
            }
            _ => String::new(),
        };
        let mut cited = cited(timeline, source);
        cited.push(line);
        let cited = cited.iter().map(|text| (text.as_str(), Ink::Provenance));
        page.paragraph(2, 2, &cited.collect::<Vec<_>>());
    }
    page.gap();
    page
}
