//! A text of Markdown in the making.

use std::collections::HashSet;
use std::io::{self, Write};

use pulldown_cmark::{CowStr, Event as Piece, HeadingLevel, LinkType, Options, Tag};
use pulldown_cmark_to_cmark::cmark;

use crate::text::Text;
use crate::timeline::{
    Attendance, Document, Event, EventIx, Form, Quote, SourceIx, Timeline, range_in_full,
};

/// How the parts of an event are headed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sections {
    /// By headings: the event is the whole text.
    Headings,
    /// By a line in bold: the event has a heading among others.
    Strong,
}

/// A text in the making.
pub(super) struct Page<'a> {
    timeline: &'a Timeline,
    pieces: Vec<Piece<'a>>,
    /// What was cited, in the order in which it was first.
    cited: Vec<SourceIx>,
    /// The same, to be asked.
    known: HashSet<SourceIx>,
}

impl<'a> Page<'a> {
    pub(super) fn new(timeline: &'a Timeline) -> Self {
        Self {
            timeline,
            pieces: Vec::new(),
            cited: Vec::new(),
            known: HashSet::new(),
        }
    }

    /// All there is of an event but its name, dates and place.
    pub(super) fn event(&mut self, event: &'a Event, sections: Sections) {
        let timeline = self.timeline;
        self.paragraph(|page| {
            page.text(event.summary.shown());
            page.cite(&event.sources);
        });
        self.section("Outcomes", sections, &event.outcomes, |page, outcome| {
            page.text(outcome.text.shown());
            page.cite(&outcome.sources);
        });
        self.section("Documents", sections, &event.documents, Self::document);
        self.section(
            "Participants",
            sections,
            &event.participants,
            Self::participant,
        );
        self.section("Quotes", sections, &event.quotes, |page, quote| {
            page.quote(quote, None);
        });
        let doubts = "Sources disagree, or do not say";
        self.section(doubts, sections, &event.doubts, |page, doubt| {
            page.strong(doubt.about.shown());
            page.text(format!(": {}", doubt.text.shown()));
            page.cite(&doubt.sources);
        });
        let next = event.next.as_slice();
        self.section("Announced as next", sections, next, |page, next| {
            page.text(next.shown());
        });
        self.section("Related", sections, &event.related, |page, &related| {
            let related = &timeline[related];
            let dates = range_in_full(&related.start, related.end.as_ref());
            page.text(format!("{} ({dates})", timeline.label(related)));
        });
    }

    fn within(&mut self, tag: Tag<'a>, write: impl FnOnce(&mut Self)) {
        let end = tag.to_end();
        self.pieces.push(Piece::Start(tag));
        write(self);
        self.pieces.push(Piece::End(end));
    }

    pub(super) fn text(&mut self, text: impl Into<CowStr<'a>>) {
        self.pieces.push(Piece::Text(text.into()));
    }

    pub(super) fn strong(&mut self, text: impl Into<CowStr<'a>>) {
        self.within(Tag::Strong, |page| page.text(text));
    }

    /// A link that shows its address: between `<` and `>`, unless it holds what would end that.
    fn link(&mut self, url: &'a str) {
        let is_plain = !url.contains(|c: char| matches!(c, '<' | '>' | '\\') || c.is_whitespace());
        let link_type = if is_plain {
            LinkType::Autolink
        } else {
            LinkType::Inline
        };
        let tag = Tag::Link {
            link_type,
            dest_url: url.into(),
            title: CowStr::Borrowed(""),
            id: CowStr::Borrowed(""),
        };
        self.within(tag, |page| page.text(url));
    }

    pub(super) fn paragraph(&mut self, write: impl FnOnce(&mut Self)) {
        self.within(Tag::Paragraph, write);
    }

    pub(super) fn heading(&mut self, level: HeadingLevel, text: impl Into<CowStr<'a>>) {
        let tag = Tag::Heading {
            level,
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        };
        self.within(tag, |page| page.text(text));
    }

    pub(super) fn list<T>(&mut self, items: &'a [T], write: impl Fn(&mut Self, &'a T)) {
        self.within(Tag::List(None), |page| {
            for item in items {
                page.within(Tag::Item, |page| write(page, item));
            }
        });
    }

    /// A list under its title, unless there is nothing to list.
    fn section<T>(
        &mut self,
        title: &'a str,
        sections: Sections,
        items: &'a [T],
        write: impl Fn(&mut Self, &'a T),
    ) {
        if items.is_empty() {
            return;
        }
        match sections {
            Sections::Headings => self.heading(HeadingLevel::H2, title),
            Sections::Strong => self.paragraph(|page| page.strong(title)),
        }
        self.list(items, write);
    }

    /// References to what was just written rests on.
    pub(super) fn cite(&mut self, sources: &[SourceIx]) {
        for source in sources {
            let id = self.timeline[*source].id.as_str();
            self.pieces.push(Piece::FootnoteReference(id.into()));
            if self.known.insert(*source) {
                self.cited.push(*source);
            }
        }
    }

    pub(super) fn document(&mut self, document: &'a Document) {
        self.strong(document.title.shown());
        self.text(document.facts());
        if let Some(url) = &document.url {
            self.text(" ");
            self.link(url.shown());
        }
        self.cite(&document.sources);
        if !document.points.is_empty() {
            self.list(&document.points, |page, point| page.text(point.shown()));
        }
    }

    fn participant(&mut self, part: &'a Attendance) {
        let timeline = self.timeline;
        self.strong(timeline[part.participant].name.shown());
        self.text(format!(
            ", {}",
            timeline[part.role].name.shown().to_lowercase()
        ));
        let head = part.head.map(|head| &timeline[head]);
        let title = timeline.head_title(part);
        let led: Vec<&str> = head
            .map(|head| &head.name)
            .into_iter()
            .chain(title)
            .map(Text::shown)
            .collect();
        if !led.is_empty() {
            self.text(format!(": {}", led.join(", ")));
        }
        self.cite(&part.sources);
    }

    /// A quote: who, in which office, when, what; and at which event, if that is not clear.
    pub(super) fn quote(&mut self, quote: &'a Quote, event: Option<EventIx>) {
        let timeline = self.timeline;
        self.strong(timeline[quote.speaker].name.shown());
        if let Some(title) = timeline.quote_title(quote) {
            self.text(format!(" ({})", title.shown()));
        }
        self.text(format!(", {}", quote.date.in_full()));
        if let Some(event) = event {
            self.text(format!(", {}", timeline.label(&timeline[event])));
        }
        let text = quote.text.shown();
        match quote.state.form() {
            Form::Direct => self.text(format!(": “{text}” ({})", quote.state.name())),
            Form::Indirect => self.text(format!(": {text}")),
        }
        self.cite(&quote.sources);
    }

    /// Writes the page, and under it the sources that were cited.
    pub(super) fn finish(mut self, out: &mut impl Write) -> io::Result<()> {
        for at in std::mem::take(&mut self.cited) {
            let source = &self.timeline[at];
            let tag = Tag::FootnoteDefinition(source.id.as_str().into());
            self.within(tag, |page| page.paragraph(|page| page.source(at)));
        }
        let mut text = String::new();
        cmark(self.pieces.iter(), &mut text, Options::all()).map_err(io::Error::other)?;
        writeln!(out, "{}", text.trim_end())
    }

    /// Publisher, title, date, address, and when it was read there.
    pub(super) fn source(&mut self, at: SourceIx) {
        let source = &self.timeline[at];
        if let Some(publisher) = &source.publisher {
            self.text(format!("{}, ", publisher.shown()));
        }
        self.text(format!("“{}”", source.title.shown()));
        if let Some(date) = &source.date {
            self.text(format!(", {}", date.in_full()));
        }
        self.text(".");
        if let Some(url) = &source.url {
            self.text(" ");
            self.link(url.shown());
        }
        if let Some(accessed) = &source.accessed {
            self.text(format!(" (accessed {})", accessed.in_full()));
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event as Piece, Options, Parser, Tag};

    use super::Page;
    use crate::text::{Lines, show};
    use crate::timeline::Timeline;

    fn written(write: impl FnOnce(&mut Page<'_>)) -> String {
        let timeline = Timeline::default();
        let mut page = Page::new(&timeline);
        page.paragraph(write);
        let mut out = Vec::new();
        page.finish(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    /// What a reader of Markdown makes of a page: its text, and the addresses of its links.
    fn read(page: &str) -> (String, Vec<String>) {
        let (mut text, mut links) = (String::new(), Vec::new());
        for piece in Parser::new_ext(page, Options::ENABLE_FOOTNOTES | Options::ENABLE_TABLES) {
            match piece {
                Piece::Text(piece) => text.push_str(&piece),
                Piece::Start(Tag::Link { dest_url, .. }) => links.push(dest_url.to_string()),
                Piece::Start(Tag::Paragraph) | Piece::End(_) => {}
                other => panic!("{other:?} in {page:?}"),
            }
        }
        (text, links)
    }

    #[test]
    fn f17_what_would_be_markup_is_text() {
        for text in [
            "# *a* _b_ `c` <script>x</script> [d](e) | f",
            "1. one",
            "> q",
            "[^1]: x",
            "&amp; \\",
        ] {
            assert_eq!(read(&written(|page| page.text(text))).0, text);
        }
    }

    #[test]
    fn an_address_is_a_link_to_itself_and_nothing_else() {
        for url in [
            "https://example.org/a_b_c?d=e&f=%20",
            "https://example.org/<script>",
            "https://example.org/a b",
            "https://example.org/(a)](b",
        ] {
            let page = written(|page| page.link(url));
            assert_eq!(
                read(&page),
                (url.to_owned(), vec![url.to_owned()]),
                "{page}"
            );
        }
    }

    proptest! {
        #[test]
        fn f17_no_text_at_all_becomes_markup(text in "[ -~äЖ…“”\\n]{1,30}") {
            let text = show(text.trim(), Lines::One).into_owned();
            prop_assume!(!text.is_empty());
            let page = written(|page| page.text(text.clone()));
            prop_assert_eq!(read(&page).0, text, "{}", page);
        }
    }
}
