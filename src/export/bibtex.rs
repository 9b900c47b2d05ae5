//! BibTeX as biblatex reads it: an entry a source and a document.
//!
//! The fields are those of the biblatex manual, §2.1 and §2.2.

use std::io::{self, Write};

use crate::text::Text;
use crate::timeline::{Date, EventIx, Source, SourceIx, Timeline};

use super::Selection;
use super::link::{address, document_key};
use super::works::Works;

/// Writes the sources that the events rest on, and their documents.
pub fn write(out: &mut impl Write, selection: &Selection<'_>) -> io::Result<()> {
    works(out, selection.timeline(), &selection.works())
}

/// Writes these works.
pub(super) fn works(out: &mut impl Write, timeline: &Timeline, works: &Works) -> io::Result<()> {
    for &at in &works.sources {
        source(out, timeline, at)?;
    }
    for &at in &works.documents {
        document(out, timeline, at)?;
    }
    Ok(())
}

/// Writes one entry; fields without a value are left out.
fn entry(
    out: &mut impl Write,
    kind: &str,
    key: &str,
    fields: &[(&str, Option<String>)],
) -> io::Result<()> {
    writeln!(out, "@{kind}{{{key},")?;
    for (name, value) in fields {
        if let Some(value) = value {
            writeln!(out, "  {name} = {{{value}}},")?;
        }
    }
    writeln!(out, "}}\n")
}

fn source(out: &mut impl Write, timeline: &Timeline, at: SourceIx) -> io::Result<()> {
    let source = &timeline[at];
    let url = source.url.as_ref().and_then(address);
    let kind = if url.is_some() { "online" } else { "misc" };
    let fields = [
        ("title", Some(kept(&source.title))),
        ("author", source.author.as_ref().map(kept)),
        ("organization", source.publisher.as_ref().map(kept)),
        ("date", source.date.as_ref().map(date)),
        ("url", url),
        ("urldate", source.accessed.as_ref().map(date)),
        ("langid", language(source)),
    ];
    entry(out, kind, source.id.as_str(), &fields)
}

fn document(
    out: &mut impl Write,
    timeline: &Timeline,
    (event, nth): (EventIx, usize),
) -> io::Result<()> {
    let Some(document) = timeline[event].documents.get(nth) else {
        return Ok(());
    };
    let url = document.url.as_ref().and_then(address);
    let fields = [
        ("title", Some(kept(&document.title))),
        ("type", document.kind.as_ref().map(kept)),
        ("number", document.symbol.as_ref().map(kept)),
        ("date", document.date.as_ref().map(date)),
        ("eventtitle", Some(kept(&timeline[event].title))),
        ("venue", timeline[event].whereabouts().map(|it| braced(&it))),
        ("url", url),
    ];
    entry(out, "report", &document_key(timeline, event, nth), &fields)
}

/// A text whose capitals are kept and which is no list of names.
fn kept(text: &Text) -> String {
    braced(text.shown())
}

fn braced(text: &str) -> String {
    format!("{{{}}}", escaped(text))
}

/// A text for LaTeX: no command, no comment, no math.
///
/// Braces are written as commands, since even behind a backslash they must balance in the file.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        // Two of these would be drawn as another character.
        if c == before && matches!(c, '-' | '\'' | '`') {
            escaped.push_str("{}");
        }
        before = c;
        match c {
            '&' | '%' | '$' | '#' | '_' => escaped.extend(['\\', c]),
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '\\' => escaped.push_str("\\textbackslash{}"),
            '\n' => escaped.push(' '),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// A date as biblatex reads it: EDTF of levels 0 and 1 (manual §2.3.8), else from the first to the
/// last day that it may mean.
fn date(date: &Date) -> String {
    let written = date.edtf();
    if written.split('/').all(is_simple) && written.matches('/').count() <= 1 {
        return written.into_owned();
    }
    let day = |day: chrono::NaiveDate| day.format("%Y-%m-%d").to_string();
    match (date.first(), date.last()) {
        (Date::MIN, last) => format!("/{}", day(last)),
        (first, Date::MAX) => format!("{}/", day(first)),
        (first, last) if first == last => day(first),
        (first, last) => format!("{}/{}", day(first), day(last)),
    }
}

/// A year, month or day, with at most one mark at its end; open and unknown ends of an interval.
fn is_simple(part: &str) -> bool {
    if matches!(part, "" | "..") {
        return true;
    }
    let bare = part.strip_suffix(['?', '~', '%']).unwrap_or(part);
    let mut fields = bare.split('-');
    let has = |field: Option<&str>, length: usize| {
        field.is_none_or(|field| {
            let mut all = field.bytes();
            field.len() == length && all.all(|b| b.is_ascii_digit() || b == b'X')
        })
    };
    let (year, month, day) = (fields.next(), fields.next(), fields.next());
    has(year, 4) && has(month, 2) && has(day, 2) && fields.next().is_none()
}

/// The name that babel has for a source's language.
fn language(source: &Source) -> Option<String> {
    let tag = source.language.as_ref()?.raw();
    let name = match tag.split('-').next()? {
        "ar" => "arabic",
        "de" => "german",
        "en" => "english",
        "es" => "spanish",
        "fa" => "persian",
        "fr" => "french",
        "he" => "hebrew",
        "it" => "italian",
        "kk" => "kazakh",
        "ku" => "kurdish",
        "ru" => "russian",
        "tr" => "turkish",
        "uk" => "ukrainian",
        _ => return None,
    };
    Some(String::from(name))
}

#[cfg(test)]
mod tests {
    use super::{date, escaped};
    use crate::timeline::Date;

    #[test]
    fn what_latex_would_read_is_escaped() {
        assert_eq!(
            escaped("\\input{x} 5% & $x_1^2$ ~ #"),
            "\\textbackslash{}input\\textbraceleft{}x\\textbraceright{} 5\\% \\& \
             \\$x\\_1\\textasciicircum{}2\\$ \\textasciitilde{} \\#"
        );
        assert_eq!(escaped("a--b ''c''"), "a-{}-b '{}'c'{}'");
    }

    #[test]
    fn dates_that_biblatex_reads_are_as_written_and_others_are_days() {
        for (written, expected) in [
            ("2017-09-14", "2017-09-14"),
            ("2017-09~", "2017-09~"),
            ("2017-09-XX", "2017-09-XX"),
            ("2017-09-14/2017-09-15", "2017-09-14/2017-09-15"),
            ("2017-09/..", "2017-09/.."),
            ("[2017-09-14,2017-10-30]", "2017-09-14/2017-10-30"),
            ("{2017-09,2017-11}", "2017-09-01/2017-11-30"),
            ("2017-09-14T10:00:00", "2017-09-14"),
        ] {
            assert_eq!(date(&Date::parse(written).unwrap()), expected, "{written}");
        }
    }
}
