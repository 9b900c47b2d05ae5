//! What stands behind the events: zones, who said what, sources.

use crate::text::Text;
use crate::timeline::{ParticipantIx, PersonIx, QuoteIx, Status, StatusKind, Zone};

use super::{AUTO, Page, anchor, language_tag};

impl Page<'_> {
    /// The zones and what became of them.
    pub(super) fn zones(&mut self) {
        let zones: Vec<&Zone> = self.selection.zones().collect();
        if zones.is_empty() {
            return;
        }
        self.markup
            .ours("<section class=\"back\" id=\"zones\">\n<h2>Zones</h2>\n");
        for zone in zones {
            self.markup.ours("<div class=\"zone\">\n<h3>");
            self.markup.element_of("bdi", &[], zone.name.shown());
            self.cite(&zone.sources);
            self.markup.ours("</h3>\n<ul>\n");
            for area in &zone.area {
                self.markup.element_of("li", AUTO, area.shown());
            }
            self.markup.ours("</ul>\n<ul>\n");
            for status in &zone.history {
                self.status(status);
            }
            self.markup.ours("</ul>\n</div>\n");
        }
        self.markup.ours("</section>\n");
    }

    fn status(&mut self, status: &Status) {
        self.markup.ours("<li>");
        let kind = match status.kind {
            StatusKind::InForce => "in force",
            kind => kind.name(),
        };
        let head = format!("{}: {kind}", status.date.in_full());
        self.markup.element_of("strong", &[], &head);
        if let Some(event) = status.event {
            self.markup.text(" · ");
            self.event_link(event);
        }
        let note = status.note.as_ref().map(Text::shown).unwrap_or_default();
        if !note.is_empty() {
            self.markup.text(". ");
        }
        self.cited(note, &status.sources);
        self.markup.ours("</li>\n");
    }

    /// Who said what, by participant and speaker.
    pub(super) fn speakers(&mut self) {
        let timeline = self.timeline;
        let events = self.selection.events().iter();
        let quotes: Vec<QuoteIx> = events.flat_map(|&at| timeline.quotes_of(at)).collect();
        if quotes.is_empty() {
            return;
        }
        self.markup
            .ours("<section class=\"back\" id=\"speakers\">\n<h2>Who said what</h2>\n");
        let participants = (0..timeline.participants().len()).map(ParticipantIx::new);
        for participant in participants.map(Some).chain([None]) {
            let said_for =
                |at: &&QuoteIx| timeline.quote_participant(&timeline[**at]) == participant;
            let quotes: Vec<QuoteIx> = quotes.iter().filter(said_for).copied().collect();
            if quotes.is_empty() {
                continue;
            }
            let name =
                participant.map_or("For nobody in particular", |at| timeline[at].name.shown());
            self.markup.element_of("h3", AUTO, name);
            self.markup.ours("\n<ul>\n");
            for person in (0..timeline.people().len()).map(PersonIx::new) {
                self.speaker(person, &quotes);
            }
            self.markup.ours("</ul>\n");
        }
        self.markup.ours("</section>\n");
    }

    fn speaker(&mut self, person: PersonIx, quotes: &[QuoteIx]) {
        let timeline = self.timeline;
        let theirs = quotes.iter().filter(|&&at| timeline[at].speaker == person);
        let mut theirs = theirs.peekable();
        if theirs.peek().is_none() {
            return;
        }
        self.markup.ours("<li>");
        self.markup
            .element_of("bdi", &[], timeline[person].name.shown());
        for (nth, &at) in theirs.enumerate() {
            self.markup.text(if nth == 0 { ": " } else { "; " });
            let target = format!("#{}", self.quote_anchor(at));
            let date = timeline[at].date.in_full();
            self.markup.element_of("a", &[("href", &target)], &date);
        }
        self.markup.ours("</li>\n");
    }

    /// The sources, in the order of their numbers.
    pub(super) fn source_list(&mut self) {
        if self.sources.is_empty() {
            return;
        }
        self.markup
            .ours("<section class=\"back\" id=\"sources\">\n<h2>Sources</h2>\n<ol>\n");
        for at in self.sources.clone() {
            let source = &self.timeline[at];
            let id = anchor("source", source.id.as_str());
            self.markup.open("li", &[("id", &id)]);
            for (text, end) in [(&source.author, ". "), (&source.publisher, ". ")] {
                if let Some(text) = text {
                    self.markup.element_of("bdi", &[], text.shown());
                    self.markup.text(end);
                }
            }
            let language = source.language.as_ref().and_then(language_tag);
            let mut attributes = vec![("dir", "auto")];
            attributes.extend(language.map(|tag| ("lang", tag)));
            self.markup
                .element_of("cite", &attributes, source.title.shown());
            if let Some(date) = &source.date {
                self.markup.text(&format!(", {}", date.in_full()));
            }
            self.markup.text(". ");
            if let Some(url) = &source.url {
                self.link_out(url);
            }
            if let Some(accessed) = &source.accessed {
                let accessed = format!(" (accessed {})", accessed.in_full());
                self.markup
                    .element_of("span", &[("class", "quiet")], &accessed);
            }
            self.markup.ours("</li>\n");
        }
        self.markup.ours("</ol>\n</section>\n");
    }
}
