//! The events, each whole.

use crate::text::Text;
use crate::timeline::{
    Attendance, Document, Event, EventIx, Form, Quote, QuoteIx, SourceIx, State, range_in_full,
};

use super::{AUTO, Page, anchor};

impl Page<'_> {
    /// The events under their years.
    pub(super) fn events(&mut self) {
        self.markup.ours("<main id=\"timeline\">\n");
        for (year, events) in self.selection.years() {
            self.markup.ours("<section class=\"year\">\n");
            self.markup.element_of("h2", &[], &year.to_string());
            self.markup.ours("\n");
            for &at in events {
                self.event(at);
            }
            self.markup.ours("</section>\n");
        }
        self.markup.ours("</main>\n");
    }

    fn event(&mut self, at: EventIx) {
        let timeline = self.timeline;
        let event = &timeline[at];
        let participants = event.participants.iter();
        let participants = participants.map(|part| timeline[part.participant].id.as_str());
        let participants: Vec<&str> = participants.collect();
        let attributes = [
            ("class", "event"),
            ("id", &anchor("event", event.id.as_str())),
            ("data-participants", &participants.join(" ")),
            ("tabindex", "-1"),
        ];
        self.markup.open("article", &attributes);
        self.markup.ours("\n");
        self.event_head(event);
        self.markup.open("p", &[]);
        self.cited(event.summary.shown(), &event.sources);
        self.markup.ours("</p>\n");
        self.topics(event);
        self.list("Outcomes", &event.outcomes, |page, outcome| {
            page.cited(outcome.text.shown(), &outcome.sources);
        });
        self.list("Documents", &event.documents, Page::document_item);
        self.participants(event);
        if !event.quotes.is_empty() {
            self.heading("Quotes");
        }
        for quote in timeline.quotes_of(at) {
            self.quote(quote);
        }
        self.doubts(event);
        self.list("Announced as next", event.next.as_slice(), |page, next| {
            page.markup.element_of("span", AUTO, next.shown());
        });
        self.list("Related", &event.related, |page, &related| {
            page.event_link(related);
        });
        self.markup.ours("</article>\n");
    }

    fn event_head(&mut self, event: &Event) {
        let timeline = self.timeline;
        let (label, title) = (timeline.label(event), event.title.shown());
        let dates = range_in_full(&event.start, event.end.as_ref());
        let kind = timeline[event.kind].name.shown();
        let day = event.start.edtf();
        let target = format!("#{}", anchor("event", event.id.as_str()));
        self.markup.element("p", &[("class", "when")], |markup| {
            if event.start.is_day() {
                markup.element_of("time", &[("datetime", &day)], &dates);
            } else {
                markup.text(&dates);
            }
            if !label.starts_with(kind) {
                markup.text(" · ");
                markup.element_of("bdi", &[], kind);
            }
        });
        self.markup.element("h3", AUTO, |markup| {
            markup.element_of("a", &[("href", &target)], &label);
            if label != title {
                markup.text(" · ");
                markup.element_of("bdi", &[], title);
            }
        });
        let venue = event.venue.as_ref().map(|venue| venue.shown().to_owned());
        let place: Vec<String> = event.whereabouts().into_iter().chain(venue).collect();
        if !place.is_empty() {
            let attributes = [("class", "where"), ("dir", "auto")];
            self.markup.element_of("p", &attributes, &place.join(" · "));
        }
        self.markup.ours("\n");
    }

    fn topics(&mut self, event: &Event) {
        let topics: Vec<&str> = event.topics.iter().map(Text::shown).collect();
        if !topics.is_empty() {
            let attributes = [("class", "quiet"), ("dir", "auto")];
            self.markup
                .element_of("p", &attributes, &topics.join(" · "));
        }
        self.markup.ours("\n");
    }

    fn heading(&mut self, title: &str) {
        self.markup.element_of("h4", &[], title);
        self.markup.ours("\n");
    }

    /// A list under its title, unless there is nothing to list.
    fn list<T>(&mut self, title: &str, items: &[T], write: impl Fn(&mut Self, &T)) {
        if items.is_empty() {
            return;
        }
        self.heading(title);
        self.markup.ours("<ul>\n");
        for item in items {
            self.markup.ours("<li>");
            write(self, item);
            self.markup.ours("</li>\n");
        }
        self.markup.ours("</ul>\n");
    }

    fn document_item(&mut self, document: &Document) {
        self.markup.element("span", AUTO, |markup| {
            markup.element_of("em", &[], document.title.shown());
            markup.text(&document.facts());
        });
        self.cite(&document.sources);
        if let Some(url) = &document.url {
            self.markup.ours("<br>");
            self.link_out(url);
        }
        if !document.points.is_empty() {
            self.markup.ours("<ul>");
            for point in &document.points {
                self.markup.element_of("li", AUTO, point.shown());
            }
            self.markup.ours("</ul>");
        }
    }

    /// Who took part, under their roles.
    fn participants(&mut self, event: &Event) {
        let timeline = self.timeline;
        if !event.participants.is_empty() {
            self.heading("Participants");
        }
        for (role, described) in timeline.roles().iter().enumerate() {
            let parts = event.participants.iter();
            let mut parts = parts.filter(|part| part.role.index() == role).peekable();
            if parts.peek().is_none() {
                continue;
            }
            self.markup.ours("<ul class=\"people\">\n");
            let attributes = [("class", "quiet"), ("dir", "auto")];
            self.markup
                .element_of("li", &attributes, described.plural.shown());
            for part in parts {
                self.participant(part);
            }
            self.markup.ours("</ul>\n");
        }
    }

    fn participant(&mut self, part: &Attendance) {
        let timeline = self.timeline;
        let head = part.head.map(|head| &timeline[head].name);
        let led: Vec<&Text> = head.into_iter().chain(timeline.head_title(part)).collect();
        self.markup.ours("<li>");
        self.markup
            .element_of("bdi", &[], timeline[part.participant].name.shown());
        for (at, text) in led.into_iter().enumerate() {
            self.markup.text(if at == 0 { ": " } else { ", " });
            self.markup.element_of("bdi", &[], text.shown());
        }
        self.cite(&part.sources);
        self.markup.ours("</li>\n");
    }

    fn quote(&mut self, at: QuoteIx) {
        let timeline = self.timeline;
        let quote = &timeline[at];
        let (class, words) = match quote.state.form() {
            Form::Direct => ("direct", format!("“{}”", quote.text.shown())),
            Form::Indirect => ("indirect", quote.text.shown().to_owned()),
        };
        let attributes = [("class", class), ("id", &self.quote_anchor(at))];
        self.markup.open("figure", &attributes);
        self.markup.element_of("blockquote", AUTO, &words);
        self.markup.ours("\n<figcaption>");
        self.said_by(quote);
        self.markup.text(" · ");
        let state = [("class", "state"), ("title", &self.state_title(quote))];
        self.markup.element("span", &state, |markup| {
            let name = quote.state.name();
            markup.element_of("span", &[("class", name)], name);
        });
        self.cite(&quote.sources);
        self.markup.ours("</figcaption>\n</figure>\n");
    }

    /// Who said it, in which office, for whom, when.
    fn said_by(&mut self, quote: &Quote) {
        let timeline = self.timeline;
        let name = &timeline[quote.speaker].name;
        let said_for = timeline.quote_participant(quote);
        let title = timeline.quote_title(quote);
        // "Minister of Foreign Affairs of Kazakhstan" says for whom.
        let is_said = |text: &Text| {
            text == name || title.is_some_and(|title| title.shown().contains(text.shown()))
        };
        let said_for = said_for
            .map(|at| &timeline[at].name)
            .filter(|text| !is_said(text));
        self.markup.element("strong", &[], |markup| {
            markup.element_of("bdi", &[], name.shown());
        });
        for text in title.into_iter().chain(said_for) {
            self.markup.text(", ");
            self.markup.element_of("bdi", &[], text.shown());
        }
        self.markup.text(&format!(" · {}", quote.date.in_full()));
    }

    fn state_title(&self, quote: &Quote) -> String {
        match &quote.state {
            State::Verified(passage) => format!(
                "found word for word in {}, line {}",
                self.timeline[passage.source].id, passage.line
            ),
            State::Refuted => String::from("in none of the texts of its sources"),
            State::Unverified => String::from("no source has a text to check against"),
            State::Reported => String::from("in the curator’s words"),
            State::Pending => String::from("not checked yet"),
        }
    }

    fn doubts(&mut self, event: &Event) {
        if event.doubts.is_empty() {
            return;
        }
        self.markup.ours("<aside class=\"doubts\">\n");
        self.list(
            "Sources disagree, or do not say",
            &event.doubts,
            |page, doubt| {
                page.markup.element("span", AUTO, |markup| {
                    markup.element_of("strong", &[], doubt.about.shown());
                    markup.text(&format!(": {}", doubt.text.shown()));
                });
                page.cite(&doubt.sources);
            },
        );
        self.markup.ours("</aside>\n");
    }

    /// The name of an event, and a link to it if it is on the page.
    pub(super) fn event_link(&mut self, at: EventIx) {
        let event = &self.timeline[at];
        let label = self.timeline.label(event);
        if self.selection.has(at) {
            let target = format!("#{}", anchor("event", event.id.as_str()));
            self.markup.element("a", &[("href", &target)], |markup| {
                markup.element_of("bdi", &[], &label);
            });
        } else {
            self.markup.element_of("bdi", &[], &label);
        }
        let dates = range_in_full(&event.start, event.end.as_ref());
        self.markup.text(&format!(", {dates}"));
    }

    pub(super) fn quote_anchor(&self, at: QuoteIx) -> String {
        let id = self.timeline[at.event].id.as_str();
        anchor("quote", &format!("{id}-{}", at.nth + 1))
    }

    /// A text with what it rests on.
    pub(super) fn cited(&mut self, text: &str, sources: &[SourceIx]) {
        self.markup.element_of("span", AUTO, text);
        self.cite(sources);
    }
}
