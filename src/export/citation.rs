//! Citations as notes in the style of Chicago (The Chicago Manual of Style, 17th edition, ch. 14).

use crate::text::Text;
use crate::timeline::{
    Date, EventIx, Form, QuoteIx, Source, SourceIx, Timeline, each_once, range_in_full,
};

use super::link::address;

/// The note for an event: what it rests on as a whole, else what anything in it rests on.
pub(super) fn event(timeline: &Timeline, at: EventIx) -> Option<String> {
    let event = &timeline[at];
    if event.sources.is_empty() {
        sources(timeline, &event.all_sources())
    } else {
        sources(timeline, &each_once(std::iter::once(&*event.sources)))
    }
}

/// The note for a source.
pub(super) fn source(timeline: &Timeline, at: SourceIx) -> String {
    ended(&note(&timeline[at]))
}

/// The note for a document: its title, what it is, where and when it was made, its number, its address.
pub(super) fn document(timeline: &Timeline, (at, nth): (EventIx, usize)) -> Option<String> {
    let event = &timeline[at];
    let document = event.documents.get(nth)?;
    let made = match &document.date {
        Some(date) => in_style(date),
        None => range_in_full(&event.start, event.end.as_ref()),
    };
    let parts = [
        shown(document.kind.as_ref()),
        event.whereabouts(),
        Some(made),
        shown(document.symbol.as_ref()),
        document.url.as_ref().and_then(address),
    ];
    Some(ended(&joined(None, &document.title, parts)))
}

/// The note for a quote: who is quoted, and in what.
pub(super) fn quote(timeline: &Timeline, at: QuoteIx) -> Option<String> {
    let quote = &timeline[at];
    let speaker = timeline[quote.speaker].name.shown();
    let how = match quote.state.form() {
        Form::Direct => "quoted in",
        Form::Indirect => "reported in",
    };
    let works = sources(timeline, &quote.sources)?;
    Some(format!("{speaker}, {how} {works}"))
}

/// One note for several sources (14.57); nothing for none.
fn sources(timeline: &Timeline, all: &[SourceIx]) -> Option<String> {
    let notes: Vec<String> = all.iter().map(|&at| note(&timeline[at])).collect();
    (!notes.is_empty()).then(|| ended(&notes.join("; ")))
}

/// Author or publisher, title, date, address (14.207); when it was read only where it has no date
/// (14.12).
fn note(source: &Source) -> String {
    let author = shown(source.author.as_ref());
    let publisher = shown(source.publisher.as_ref());
    let (by, publisher) = match author {
        Some(author) => (Some(author), publisher),
        None => (publisher, None),
    };
    let date = match (&source.date, &source.accessed) {
        (Some(date), _) => in_style(date),
        (None, Some(read)) => format!("accessed {}", in_style(read)),
        (None, None) => String::from("n.d."),
    };
    let url = source.url.as_ref().and_then(address);
    joined(by, &source.title, [publisher, Some(date), url])
}

/// The parts of a note, with commas; that behind the title stands within its quotation marks.
fn joined(
    by: Option<String>,
    title: &Text,
    parts: impl IntoIterator<Item = Option<String>>,
) -> String {
    let by = by.map_or_else(String::new, |by| format!("{by}, "));
    let title = within_quotation_marks(title.shown());
    let title = title.trim_end_matches('.');
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("{by}“{title},” {}", parts.join(", "))
}

fn ended(note: &str) -> String {
    let end = if note.ends_with('.') { "" } else { "." };
    format!("{note}{end}")
}

/// Quotation marks within others are single (13.30).
fn within_quotation_marks(title: &str) -> String {
    let mut opens = true;
    let single = |c| match c {
        '“' | '„' | '«' => '‘',
        '”' | '»' => '’',
        '"' => {
            opens = !opens;
            if opens { '’' } else { '‘' }
        }
        _ => c,
    };
    title.chars().map(single).collect()
}

/// A day with the month first, as the style has it (9.35); what is less precise, in the house's words.
fn in_style(date: &Date) -> String {
    if date.is_day() {
        date.first().format("%B %-d, %Y").to_string()
    } else {
        date.in_full()
    }
}

fn shown(text: Option<&Text>) -> Option<String> {
    text.map(|text| text.shown().to_owned())
}

#[cfg(test)]
mod tests {
    use super::{in_style, within_quotation_marks};
    use crate::timeline::Date;

    #[test]
    fn a_day_has_its_month_first_and_what_is_no_day_its_words() {
        for (written, expected) in [
            ("2017-02-03", "February 3, 2017"),
            ("2017-12-30", "December 30, 2017"),
            ("2017-02", "February 2017"),
            ("2017", "2017"),
        ] {
            assert_eq!(in_style(&Date::parse(written).unwrap()), expected);
        }
    }

    #[test]
    fn quotation_marks_in_a_title_are_single() {
        for (title, expected) in [
            ("The \"last\" round", "The ‘last’ round"),
            ("On “peace” and «war»", "On ‘peace’ and ‘war’"),
            ("Iran's", "Iran's"),
        ] {
            assert_eq!(within_quotation_marks(title), expected);
        }
    }
}
