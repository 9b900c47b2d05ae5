//! The quotes view: speakers, and what the selected one said.

use ratatui::layout::Rect;

use crate::text::{elide, width};
use crate::tui::app::{App, Focus};
use crate::tui::document::{Column, Ink, Line};
use crate::tui::rows::{Speaker, SpeakerRow};
use crate::tui::search::setting;

use super::detail::draw_lines;
use super::empty;
use super::list::selection;
use super::paint::Paint;
use super::search::marked;

/// Draws the speakers under those they speak for; the first line always says for whom.
pub(super) fn draw_speakers(app: &App, area: Rect, paint: &mut Paint<'_>) {
    if app.speaker_rows().is_empty() {
        empty::draw(
            app,
            "this timeline has no quotes",
            "no quote fits the filter",
            area,
            paint,
        );
        return;
    }
    for (at, row) in area.rows().enumerate() {
        match app.speaker_rows().get(app.quotes.top + at) {
            Some(SpeakerRow::Heading(participant)) => {
                draw_heading(app, *participant, row, paint);
            }
            Some(SpeakerRow::Speaker { speaker, .. }) if at == 0 && area.height > 1 => {
                draw_heading(app, speaker.participant, row, paint);
            }
            Some(SpeakerRow::Speaker {
                speaker,
                quotes,
                verified,
            }) => {
                draw_speaker(app, *speaker, (*quotes, *verified), row, paint);
            }
            None => break,
        }
    }
}

fn draw_heading(
    app: &App,
    participant: Option<crate::timeline::ParticipantIx>,
    row: Rect,
    paint: &mut Paint<'_>,
) {
    let name = participant.map_or("for nobody named", |at| app.timeline[at].name.shown());
    paint.line(row, &Line::of(1, marked(app, name, Ink::Heading)));
}

fn draw_speaker(
    app: &App,
    speaker: Speaker,
    (quotes, verified): (usize, usize),
    row: Rect,
    paint: &mut Paint<'_>,
) {
    let glyphs = app.settings.glyphs;
    let is_selected = app.selected_speaker() == Some(speaker);
    let mark = if is_selected { glyphs.selected } else { " " };
    let proven = if verified > 0 {
        format!("{} {verified:>2}", glyphs.verified)
    } else {
        String::new()
    };
    let counts = format!("{quotes:>4}  {proven:<4}");
    let columns = usize::from(row.width).saturating_sub(width(&counts) + 4);
    let name = glyphs.set(app.person_name(speaker.person)).into_owned();
    let name = elide(&name, columns, glyphs.ellipsis);
    let gap = columns.saturating_sub(width(&name));
    let counts_ink = if verified > 0 { Ink::Good } else { Ink::Dim };
    let parts = [
        vec![(format!("{mark} "), Ink::Plain)],
        marked(app, &name, Ink::Plain),
        vec![(format!("{:gap$} ", ""), Ink::Plain), (counts, counts_ink)],
    ];
    paint.line(row, &Line::row(0, parts));
    if is_selected {
        paint.lay(row, selection(app));
    }
}

/// Draws the selected speaker's quotes, with a mark along the selected one.
pub(super) fn draw_quotes(app: &App, area: Rect, paint: &mut Paint<'_>) {
    let mut column = Column::of(app, setting(app));
    let top = column.top();
    let selected = column.selected();
    let mut lines = Vec::new();
    for block in top.block..column.blocks() {
        let is_selected = block == selected && app.focus == Focus::Detail;
        let of_block = column.block(block).lines.into_iter().enumerate();
        lines.extend(of_block.map(|(at, line)| {
            if is_selected && at == 0 {
                with_mark(line, app)
            } else {
                line
            }
        }));
        if lines.len() >= top.line + usize::from(area.height) {
            break;
        }
    }
    draw_lines(lines.get(top.line..).unwrap_or_default(), area, paint);
}

/// The line with the mark of the selection in its margin, and its words in bold.
fn with_mark(mut line: Line, app: &App) -> Line {
    for (_, ink) in &mut line.runs {
        if *ink == Ink::Dim {
            *ink = Ink::Strong;
        }
    }
    let mark = format!("{} ", app.settings.glyphs.selected);
    line.behind(0, (mark, Ink::Strong))
}
