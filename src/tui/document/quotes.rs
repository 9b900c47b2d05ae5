//! A speaker's quotes.

use crate::text::Folded;
use crate::timeline::{Passage, QuoteIx, State, Timeline};
use crate::tui::app::App;
use crate::tui::glyphs::Glyphs;
use crate::tui::rows::Speaker;
use crate::tui::search::{self, Item};

use super::common::{cited, state_ink, state_word, words};
use super::{Ink, Line, Page, Setting, Sheet};

/// A quote with its lines, the last of them blank.
#[derive(Debug, Clone)]
pub struct QuoteBlock {
    /// Which quote.
    pub quote: QuoteIx,
    /// Its lines.
    pub lines: Vec<Line>,
    /// For each hit in it the line on which it begins.
    pub hits: Vec<usize>,
}

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
    let facts: Vec<&str> = said_for.into_iter().chain(office).collect();
    if !facts.is_empty() {
        let facts = facts.join(&format!(" {} ", page.glyphs().dot));
        page.paragraph(0, 0, &[(&facts, Ink::Dim)]);
    }
    page
}

/// The selected speaker's head and quotes; what is searched for is highlighted if `setting` has it,
/// and then the hit the reader is at too.
///
/// Quotes are set two columns in, where the mark of the selected one stands.
pub fn quotes(app: &App, setting: Setting<'_>) -> (Sheet, Vec<QuoteBlock>) {
    let timeline = &app.timeline;
    let current = setting.forms.and_then(|_| search::current(app));
    let setting = |item: Item| Setting {
        current: current.filter(|hit| hit.item == item).map(|hit| hit.nth),
        ..setting
    };
    let mut head = Sheet::default();
    if let Some(selected) = app.selected_speaker() {
        head = speaker(timeline, selected, setting(Item::Speaker(selected)));
        head.lines.push(Line::default());
    }
    let blocks = app.speaker_quotes().iter().map(|&at| {
        let Sheet { lines, hits, .. } = quote(timeline, at, setting(Item::Quote(at)));
        QuoteBlock {
            quote: at,
            lines,
            hits,
        }
    });
    (head, blocks.collect())
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
    page
}
