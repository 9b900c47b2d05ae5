//! What is selected: it follows from what the reader chose and from what the filter leaves.

use crate::timeline::{EventIx, QuoteIx, SourceIx};
use crate::tui::matrix::{Grid, Part};
use crate::tui::rows::{EventRow, SourceRow, Speaker, SpeakerRow};

use super::App;

impl App {
    /// The selected event: the chosen one, or the one nearest to it in time if the filter hides it.
    pub fn selected_event(&self) -> Option<EventIx> {
        match self.events.chosen {
            Some(chosen) => self.hits.nearest(chosen, &self.timeline),
            None => self.hits.events().first(),
        }
    }

    /// The selected speaker: the chosen one, else the one who spoke at the selected event, else the
    /// first.
    pub fn selected_speaker(&self) -> Option<Speaker> {
        let shown = |speaker: &Speaker| self.speaker_row(*speaker).is_some();
        let chosen = self.quotes.chosen.filter(shown);
        chosen
            .or_else(|| self.speaker_at_selected_event())
            .or_else(|| {
                let mut rows = self.speaker_rows().iter();
                rows.find_map(|row| row.speaker())
            })
    }

    fn speaker_at_selected_event(&self) -> Option<Speaker> {
        let event = self.selected_event()?;
        let at = self.hits.first_quote_of(event, &self.timeline)?;
        Some(Speaker::of(&self.timeline, at))
    }

    /// The rows of the list of speakers.
    pub fn speaker_rows(&self) -> &[SpeakerRow] {
        self.quotes.rows.get(&self.timeline, &self.hits)
    }

    /// What a speaker said that the filter leaves, by date.
    pub fn said_by(&self, speaker: Speaker) -> &[QuoteIx] {
        self.quotes.rows.said(speaker, &self.timeline, &self.hits)
    }

    /// The row a speaker stands in.
    pub fn speaker_row(&self, wanted: Speaker) -> Option<usize> {
        let mut rows = self.speaker_rows().iter();
        rows.position(|row| row.speaker() == Some(wanted))
    }

    /// The selected speaker's quotes that the filter leaves, by date.
    pub fn speaker_quotes(&self) -> &[QuoteIx] {
        let speaker = self.selected_speaker();
        speaker.map_or(&[], |speaker| self.said_by(speaker))
    }

    /// The selected quote among [`App::speaker_quotes`]: the chosen one, else the first from the
    /// selected event, else the first.
    pub fn selected_quote(&self) -> Option<QuoteIx> {
        let quotes = self.speaker_quotes();
        let chosen = self.quotes.quote.filter(|quote| quotes.contains(quote));
        chosen.or_else(|| {
            let event = self.selected_event();
            quotes
                .iter()
                .find(|quote| Some(quote.event) == event)
                .or_else(|| quotes.first())
                .copied()
        })
    }

    /// A row of the list of events.
    pub fn event_row(&self, row: usize) -> Option<EventRow> {
        self.events.rows.get(row, self.hits.events())
    }

    /// The rows of the participants view.
    pub fn grid(&self) -> &Grid {
        self.grid
            .get_or_init(|| Grid::of(&self.timeline, &self.hits, self.settings.glyphs))
    }

    /// The selected participant in a role: the chosen one, or if the filter hides it the nearest; else
    /// the first.
    pub fn selected_part(&self) -> Option<Part> {
        match self.matrix.row {
            Some(chosen) => self.grid().nearest(chosen),
            None => self.grid().parts().next(),
        }
    }

    /// The sources that are listed.
    pub fn source_rows(&self) -> &[SourceRow] {
        let filtered = !self.query.is_empty();
        self.source_rows.get(&self.timeline, &self.hits, filtered)
    }

    /// The row a source stands in.
    pub fn source_row(&self, wanted: SourceIx) -> Option<usize> {
        let mut rows = self.source_rows().iter();
        rows.position(|row| row.source == wanted)
    }

    /// The selected source: the chosen one, else the first on which the selected event rests, else the
    /// first that is listed.
    pub fn selected_source(&self) -> Option<SourceIx> {
        let is_listed = |source: &SourceIx| self.source_row(*source).is_some();
        let chosen = self.sources.chosen.filter(is_listed);
        chosen
            .or_else(|| {
                let event = self.selected_event()?;
                let mut sources = self.timeline[event].source_lists().flatten().copied();
                sources.find(is_listed)
            })
            .or_else(|| self.source_rows().first().map(|row| row.source))
    }
}
