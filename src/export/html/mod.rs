//! One page of HTML that needs nothing but itself: to read, to print, to send.
//!
//! It is a document first: all of it is there without a script. The script lets a reader filter by
//! participant, search and go on by key. A content security policy forbids every request and every
//! script and style but the two of ours, which it knows by their hashes.

mod axis;
mod event;
mod index;

use std::collections::HashMap;
use std::io::{self, Write};

use crate::text::Text;
use crate::timeline::{EventIx, SourceIx, Timeline, range_in_year};

use super::Selection;
use super::link::address;
use super::markup::Markup;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// The policy: see <https://www.w3.org/TR/CSP3/>. The hashes are those of [`STYLE`] and [`SCRIPT`],
/// which a test compares.
const POLICY: &str = "default-src 'none'; \
    style-src 'sha256-z0DBPiMxRmeJ9/TWL9ai/c9Isw4RFeLBd2tS++B29BA='; \
    script-src 'sha256-RApykv0/iGlvfbO4gn2PvBaX9td5oL6yLidrMlvgB9g='; \
    base-uri 'none'; form-action 'none'";

/// Writes the page.
pub fn write(out: &mut impl Write, selection: &Selection<'_>) -> io::Result<()> {
    let sources = selection.sources();
    let numbered = sources.iter().enumerate();
    let mut page = Page {
        selection,
        timeline: selection.timeline(),
        numbers: numbered.map(|(at, &source)| (source, at + 1)).collect(),
        sources,
        markup: Markup::default(),
    };
    page.document();
    out.write_all(page.markup.finish().as_bytes())
}

/// The page in the making.
struct Page<'a> {
    selection: &'a Selection<'a>,
    timeline: &'a Timeline,
    /// Those that anything rests on, in the order of their numbers.
    sources: Vec<SourceIx>,
    /// Their numbers, from 1.
    numbers: HashMap<SourceIx, usize>,
    markup: Markup,
}

impl Page<'_> {
    fn document(&mut self) {
        let language = self.timeline.meta().language.as_ref();
        let language = language.and_then(language_tag).unwrap_or("en");
        self.markup.ours("<!DOCTYPE html>\n");
        self.markup.open("html", &[("lang", language)]);
        self.head();
        self.markup.ours("\n<body>\n");
        self.markup
            .ours("<a class=\"skip\" href=\"#timeline\">To the events</a>\n");
        self.top();
        self.axis();
        self.controls();
        self.markup.ours("<div class=\"page\">\n");
        self.contents();
        self.events();
        self.markup.ours("</div>\n");
        self.zones();
        self.speakers();
        self.source_list();
        self.foot();
        self.markup.ours("<script>");
        self.markup.ours(SCRIPT);
        self.markup.ours("</script>\n</body>\n</html>\n");
    }

    fn head(&mut self) {
        self.markup.ours("\n<head>\n<meta charset=\"utf-8\">\n");
        let policy = [
            ("http-equiv", "Content-Security-Policy"),
            ("content", POLICY),
        ];
        self.markup.open("meta", &policy);
        self.markup.ours(
            "\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n",
        );
        let version = concat!("astana ", env!("CARGO_PKG_VERSION"));
        let generator = [("name", "generator"), ("content", version)];
        self.markup.open("meta", &generator);
        self.markup.ours("\n");
        self.markup.element_of("title", &[], self.selection.title());
        self.markup.ours("\n<style>");
        self.markup.ours(STYLE);
        self.markup.ours("</style>\n</head>");
    }

    fn top(&mut self) {
        self.markup.ours("<header class=\"top\">\n");
        self.markup.element_of("h1", AUTO, self.selection.title());
        if let Some(summary) = self.selection.summary() {
            self.markup.element_of("p", AUTO, summary);
        }
        let updated = self.timeline.meta().updated.as_ref();
        let updated = updated.map(|date| format!("last revised {}", date.in_full()));
        let scope: Vec<String> = std::iter::once(self.selection.scope())
            .chain(updated)
            .collect();
        self.markup
            .element_of("p", &[("class", "scope")], &scope.join(" · "));
        self.markup.ours("\n</header>\n");
    }

    /// What only works with the script, which shows it.
    fn controls(&mut self) {
        self.markup.ours(
            "<div class=\"controls\" role=\"search\" hidden>\n\
             <input type=\"search\" id=\"search\" placeholder=\"Search\" aria-label=\"Search\" \
             autocomplete=\"off\">\n\
             <details class=\"who\" id=\"who\"><summary>Participants</summary><div>\n",
        );
        for (at, participant) in self.timeline.participants().iter().enumerate() {
            let takes_part = |event: &&EventIx| {
                let mut parts = self.timeline[**event].participants.iter();
                parts.any(|part| part.participant.index() == at)
            };
            let count = self.selection.events().iter().filter(takes_part).count();
            if count > 0 {
                self.participant_box(participant.id.as_str(), &participant.name, count);
            }
        }
        self.markup.ours(
            "</div></details>\n\
             <output id=\"count\" aria-live=\"polite\"></output>\n\
             <button type=\"button\" id=\"clear\">Show all</button>\n\
             <button type=\"button\" id=\"help\">Keys</button>\n</div>\n",
        );
    }

    fn participant_box(&mut self, id: &str, name: &Text, count: usize) {
        self.markup.element("label", &[], |markup| {
            markup.open("input", &[("type", "checkbox"), ("value", id)]);
            markup.text(" ");
            markup.element_of("bdi", &[], name.shown());
            markup.text(" ");
            markup.element_of("span", &[], &count.to_string());
        });
        self.markup.ours("\n");
    }

    /// The list of events, each a link to it.
    fn contents(&mut self) {
        self.markup
            .ours("<nav class=\"events\" aria-label=\"Events\">\n");
        for (year, events) in self.selection.years() {
            self.markup.ours("<section>\n");
            self.markup.element_of("h3", &[], &year.to_string());
            self.markup.ours("<ol>\n");
            for &at in events {
                let event = &self.timeline[at];
                let dates = range_in_year(&event.start, event.end.as_ref());
                let label = self.timeline.label(event);
                let target = format!("#{}", anchor("event", event.id.as_str()));
                self.markup.ours("<li>");
                self.markup.element("a", &[("href", &target)], |markup| {
                    markup.element_of("span", &[], &dates);
                    markup.element("span", &[], |markup| {
                        markup.element_of("bdi", &[], &label);
                        if !event.doubts.is_empty() {
                            markup.ours(
                                "&nbsp;<span title=\"sources disagree, or do not say\">≠</span>",
                            );
                        }
                    });
                });
                self.markup.ours("</li>\n");
            }
            self.markup.ours("</ol>\n</section>\n");
        }
        self.markup.ours("</nav>\n");
    }

    fn foot(&mut self) {
        self.markup.ours(
            "<footer>\n<p>Direct quotes stand in quotation marks. <span class=\"verified\">Verified</span> \
             ones were found word for word in the text of a source, <span class=\"refuted\">refuted</span> ones \
             in none of the texts there are; <span class=\"unverified\">unverified</span> ones have no text to check \
             against. What is reported stands in the curator’s words.</p>\n",
        );
        self.markup.element_of(
            "p",
            &[],
            concat!("Written by astana ", env!("CARGO_PKG_VERSION"), "."),
        );
        self.markup.ours(
            "\n</footer>\n<dialog id=\"keys\" aria-label=\"Keys\">\n<h2>Keys</h2>\n<dl>\
             <dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>the next event, the one before</dd>\
             <dt><kbd>/</kbd></dt><dd>search; Enter goes to the first hit</dd>\
             <dt><kbd>p</kbd></dt><dd>choose participants</dd>\
             <dt><kbd>x</kbd></dt><dd>show all events again</dd>\
             <dt><kbd>Esc</kbd></dt><dd>out of what is open</dd>\
             <dt><kbd>?</kbd></dt><dd>these keys</dd></dl>\n\
             <button type=\"button\" id=\"close\">Close</button>\n</dialog>\n",
        );
    }

    /// References to what was just written rests on, by number.
    fn cite(&mut self, sources: &[SourceIx]) {
        let timeline = self.timeline;
        let number = |source: &SourceIx| Some((*self.numbers.get(source)?, *source));
        let mut cited: Vec<(usize, SourceIx)> = sources.iter().filter_map(number).collect();
        cited.sort_unstable();
        if cited.is_empty() {
            return;
        }
        self.markup.element("sup", &[], |markup| {
            for (at, (number, source)) in cited.into_iter().enumerate() {
                let source = &timeline[source];
                let target = format!("#{}", anchor("source", source.id.as_str()));
                let publisher = source.publisher.as_ref().map(Text::shown);
                let title: Vec<&str> = publisher
                    .into_iter()
                    .chain([source.title.shown()])
                    .collect();
                if at > 0 {
                    markup.text(" ");
                }
                let attributes = [("href", target.as_str()), ("title", &title.join(": "))];
                markup.element_of("a", &attributes, &number.to_string());
            }
        });
    }

    /// A link out of the page that shows where it leads.
    fn link_out(&mut self, url: &Text) {
        match address(url) {
            Some(target) => {
                let attributes = [
                    ("class", "url"),
                    ("href", target.as_str()),
                    ("rel", "noopener noreferrer"),
                ];
                self.markup.element_of("a", &attributes, url.shown());
            }
            None => self.markup.text(url.shown()),
        }
    }
}

/// The direction of a text is that of its first letter.
const AUTO: &[(&str, &str)] = &[("dir", "auto")];

/// The name of a place in the page; what kind of place it is keeps it from being one of ours.
fn anchor(kind: &str, id: &str) -> String {
    format!("{kind}-{id}")
}

/// A language, if it looks like a tag of BCP 47.
fn language_tag(language: &Text) -> Option<&str> {
    let tag = language.raw();
    let is_tag = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    tag.split('-').all(is_tag).then_some(tag)
}
