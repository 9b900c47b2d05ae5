//! One thing in the forms in which it can be copied.
//!
//! A copied text is pasted into shells and editors: nothing of it can be a control or turn the order of
//! what is around it, since it is made of what may be shown.

use std::io;

use crate::text::Text;
use crate::timeline::{EventIx, Form as Words, QuoteIx, SourceIx, State, Timeline, range_in_full};

use super::link::first_address;
use super::works::Works;
use super::{bibtex, citation, csl, link, markdown, named};

/// A form in which something is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// In plain words.
    Text,
    /// The id that it has in its file.
    Id,
    /// The command line that shows it.
    Command,
    /// Its address on the web.
    Url,
    /// A note in the style of Chicago.
    Citation,
    /// Markdown.
    Markdown,
    /// BibTeX, an entry a work.
    Bibtex,
    /// CSL-JSON, an item a work.
    Csl,
}

impl Form {
    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Id => "id",
            Self::Command => "command",
            Self::Url => "URL",
            Self::Citation => "citation",
            Self::Markdown => "Markdown",
            Self::Bibtex => "BibTeX",
            Self::Csl => "CSL-JSON",
        }
    }
}

/// What there is to cite.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// An event.
    Event(EventIx),
    /// A document: its event, and its place among the event's documents, from 0.
    Document(EventIx, usize),
    /// A source.
    Source(SourceIx),
    /// A quote.
    Quote(QuoteIx),
}

impl Item {
    /// It in plain words.
    pub fn text(self, timeline: &Timeline) -> String {
        match self {
            Self::Event(at) => event_text(timeline, at),
            Self::Document(at, nth) => {
                let document = timeline[at].documents.get(nth);
                document.map_or_else(String::new, |document| {
                    format!("{}{}", document.title.shown(), document.facts())
                })
            }
            Self::Source(at) => timeline[at].title.shown().to_owned(),
            Self::Quote(at) => quote_text(timeline, at),
        }
    }

    /// Its address, http or https and in ASCII: its own, else that of the first of its sources that has
    /// one; of a verified quote, that of the source it stands in.
    pub fn url(self, timeline: &Timeline) -> Option<String> {
        match self {
            Self::Event(at) => first_address(timeline, &timeline[at].all_sources()),
            Self::Document(at, nth) => {
                let document = timeline[at].documents.get(nth)?;
                let own = document.url.as_ref().and_then(link::address);
                own.or_else(|| first_address(timeline, &document.sources))
            }
            Self::Source(at) => first_address(timeline, &[at]),
            Self::Quote(at) => {
                let quote = &timeline[at];
                let proof = match &quote.state {
                    State::Verified(passage) => first_address(timeline, &[passage.source]),
                    _ => None,
                };
                proof.or_else(|| first_address(timeline, &quote.sources))
            }
        }
    }

    /// It in the forms in which it is cited; those that it does not have are left out.
    pub fn cited(self, timeline: &Timeline) -> Vec<(Form, String)> {
        let works = self.works(timeline);
        let has_works = !works.sources.is_empty() || !works.documents.is_empty();
        let bibtex = || written(|out| bibtex::works(out, timeline, &works));
        let csl = || written(|out| csl::works(out, timeline, &works));
        let forms = [
            (Form::Citation, self.citation(timeline)),
            (Form::Markdown, self.markdown(timeline)),
            (Form::Bibtex, has_works.then(bibtex).flatten()),
            (Form::Csl, has_works.then(csl).flatten()),
        ];
        let known = forms.into_iter();
        known
            .filter_map(|(form, text)| Some((form, text?)))
            .collect()
    }

    fn citation(self, timeline: &Timeline) -> Option<String> {
        match self {
            Self::Event(at) => citation::event(timeline, at),
            Self::Document(at, nth) => citation::document(timeline, (at, nth)),
            Self::Source(at) => Some(citation::source(timeline, at)),
            Self::Quote(at) => citation::quote(timeline, at),
        }
    }

    fn markdown(self, timeline: &Timeline) -> Option<String> {
        match self {
            Self::Event(at) => written(|out| markdown::event(out, timeline, at)),
            Self::Document(at, nth) => {
                let document = timeline[at].documents.get(nth)?;
                written(|out| markdown::document(out, timeline, document))
            }
            Self::Source(at) => written(|out| markdown::source(out, timeline, at)),
            Self::Quote(at) => written(|out| markdown::quote(out, timeline, at)),
        }
    }

    /// What a bibliography has of it: of an event all that it rests on, and its documents.
    fn works(self, timeline: &Timeline) -> Works {
        match self {
            Self::Event(at) => Works {
                sources: timeline[at].all_sources(),
                documents: (0..timeline[at].documents.len())
                    .map(|nth| (at, nth))
                    .collect(),
            },
            Self::Document(at, nth) => Works {
                documents: vec![(at, nth)],
                ..Works::default()
            },
            Self::Source(at) => Works {
                sources: vec![at],
                ..Works::default()
            },
            Self::Quote(at) => Works {
                sources: timeline[at].sources.to_vec(),
                ..Works::default()
            },
        }
    }
}

/// The address of the first of these sources that has one, see [`Item::url`].
pub fn url_of(timeline: &Timeline, sources: &[SourceIx]) -> Option<String> {
    first_address(timeline, sources)
}

/// Name, dates and place, summary.
fn event_text(timeline: &Timeline, at: EventIx) -> String {
    let event = &timeline[at];
    let name = named(timeline, event);
    let dates = range_in_full(&event.start, event.end.as_ref());
    let when: Vec<String> = std::iter::once(dates).chain(event.whereabouts()).collect();
    let summary = event.summary.shown();
    format!("{name}\n{}\n\n{summary}", when.join(", "))
}

/// The words, and whose they are, of when.
fn quote_text(timeline: &Timeline, at: QuoteIx) -> String {
    let quote = &timeline[at];
    let text = quote.text.shown();
    let words = match quote.state.form() {
        Words::Direct => format!("“{text}”"),
        Words::Indirect => text.to_owned(),
    };
    let speaker = timeline[quote.speaker].name.shown();
    let title = timeline.quote_title(quote).map(Text::shown);
    let date = quote.date.in_full();
    let by: Vec<&str> = [Some(speaker), title, Some(&date)]
        .into_iter()
        .flatten()
        .collect();
    format!("{words} ({})", by.join(", "))
}

/// What is written, without blanks and lines at its end; nothing if it could not be.
fn written(write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> Option<String> {
    let mut out = Vec::new();
    write(&mut out).ok()?;
    let text = String::from_utf8(out).ok()?;
    Some(text.trim_end().to_owned())
}
