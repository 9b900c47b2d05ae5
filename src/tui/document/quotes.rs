//! A speaker's quotes.

use crate::timeline::{Passage, QuoteIx, State, Timeline};
use crate::tui::app::App;
use crate::tui::glyphs::Glyphs;
use crate::tui::rows::Speaker;

use super::common::{cited, state_ink, state_word, words};
use super::{Ink, Line, Page};

/// A quote with its lines, the last of them blank.
#[derive(Debug, Clone)]
pub struct QuoteBlock {
    /// Which quote.
    pub quote: QuoteIx,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// A speaker's name, for whom they speak, and their office.
pub fn speaker(timeline: &Timeline, at: Speaker, glyphs: &Glyphs, width: usize) -> Vec<Line> {
    let mut page = Page::new(glyphs, width);
    let person = &timeline[at.person];
    page.paragraph(0, 0, &[(person.name.shown(), Ink::Strong)]);
    let said_for = at.participant.map(|at| timeline[at].name.shown());
    let office = person.title.as_ref().map(crate::text::Text::shown);
    let facts: Vec<&str> = said_for.into_iter().chain(office).collect();
    if !facts.is_empty() {
        let facts = facts.join(&format!(" {} ", glyphs.dot));
        page.paragraph(0, 0, &[(&facts, Ink::Dim)]);
    }
    page.lines
}

/// The selected speaker's head and quotes, wrapped to `width` columns.
///
/// Quotes are set two columns in, where the mark of the selected one stands.
pub fn quotes(app: &App, width: usize) -> (Vec<Line>, Vec<QuoteBlock>) {
    let (timeline, glyphs) = (&app.timeline, app.settings.glyphs);
    let mut head = Vec::new();
    if let Some(selected) = app.selected_speaker() {
        head = speaker(timeline, selected, glyphs, width);
        head.push(Line::default());
    }
    let blocks = app.speaker_quotes().into_iter().map(|at| QuoteBlock {
        quote: at,
        lines: quote(timeline, at, glyphs, width),
    });
    (head, blocks.collect())
}

/// How many lines head and quotes have together.
pub fn height(head: &[Line], blocks: &[QuoteBlock]) -> usize {
    head.len() + blocks.iter().map(|block| block.lines.len()).sum::<usize>()
}

/// A quote under its speaker's name: when and where, the words, what they rest on; two columns in,
/// with a blank line at its end.
pub fn quote(timeline: &Timeline, at: QuoteIx, glyphs: &Glyphs, width: usize) -> Vec<Line> {
    let quote = &timeline[at];
    let mut page = Page::new(glyphs, width);
    let when = quote.date.in_full();
    let label = timeline.label(&timeline[at.event]);
    let when = format!("{when} {} {label} {} ", glyphs.dot, glyphs.dot);
    let state = format!("{} {}", glyphs.state(&quote.state), state_word(quote));
    page.paragraph(2, 2, &[(&when, Ink::Dim), (&state, state_ink(quote))]);
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
        let cited = format!("{}{line}", cited(timeline, source));
        page.paragraph(2, 2, &[(&cited, Ink::Provenance)]);
    }
    page.gap();
    page.lines
}
