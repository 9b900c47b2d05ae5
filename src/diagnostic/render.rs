//! A diagnostic as text: where, what, the lines it is about, and what would be right.
//!
//! The excerpt is drawn by `annotate-snippets`. Everything from files is made harmless before, with
//! the marks under the right characters, and long lines are cut round the place.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::text::{Lines, clip, show, width};

use super::{At, Counts, Diagnostic, Files, Severity, Span};

/// Columns of a line that are shown on either side of a place, where there is room.
const CONTEXT: usize = 56;
/// The room for a line where nothing else sets a limit: a long place, with what is on its sides.
const ROOM: usize = 4 * CONTEXT;
/// The least room in which a place can be made out.
const LEAST_ROOM: usize = 12;
/// Bytes of a line on either side of a place that are looked at: more than can be shown.
const MOST_BYTES: usize = 4096;
/// The most lines of a place that are shown.
const MOST_LINES: usize = 3;

/// A diagnostic in plain text. The first line begins with `path:line:column`, by which editors
/// jump; the text ends with a line feed.
pub fn render(diagnostic: &Diagnostic, files: &Files) -> String {
    render_as(diagnostic.severity(), diagnostic, files, None)
}

/// The same with source lines that fit into so many columns, with the marks below them: an excerpt
/// that is broken says nothing. Sentences are not broken.
pub fn render_within(columns: usize, diagnostic: &Diagnostic, files: &Files) -> String {
    render_as(diagnostic.severity(), diagnostic, files, Some(columns))
}

/// The same for somebody to whom it is as bad as `severity`.
pub fn render_as(
    severity: Severity,
    diagnostic: &Diagnostic,
    files: &Files,
    columns: Option<usize>,
) -> String {
    let message = show(&diagnostic.message, Lines::One);
    let code = diagnostic.code.text();
    let place = place(diagnostic.at, files);
    let mut text = format!("{place}: {}[{code}]: {message}\n", severity.name());
    if let At::Text(span) = diagnostic.at {
        let mut marks = vec![Mark {
            span,
            label: String::new(),
            kind: AnnotationKind::Primary,
        }];
        for (span, label) in &diagnostic.labels {
            let label = show(label, Lines::One).into_owned();
            marks.push(Mark {
                span: *span,
                label,
                kind: AnnotationKind::Context,
            });
        }
        text.push_str(&excerpts(severity, &marks, files, columns));
    }
    push_help(&mut text, diagnostic.help.as_deref());
    text
}

/// The same for a mistake in a text that is no file: a query, for instance.
pub fn excerpt(
    message: &str,
    name: &str,
    text: &str,
    place: Range<usize>,
    help: Option<&str>,
) -> String {
    let mut files = Files::default();
    let file = files.add(name, text.to_owned());
    let mark = Mark {
        span: Span::new(file, place),
        label: String::new(),
        kind: AnnotationKind::Primary,
    };
    let mut said = format!("{name}: {}\n", show(message, Lines::One));
    said.push_str(&excerpts(Severity::Error, &[mark], &files, None));
    push_help(&mut said, help);
    said
}

/// How many there are of each severity: "2 errors, 1 warning"; "no problems" for none.
pub fn summary(counts: Counts) -> String {
    let parts = [
        (counts.errors, "error"),
        (counts.warnings, "warning"),
        (counts.notes, "note"),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts
        .map(|(count, name)| format!("{count} {name}{}", if count == 1 { "" } else { "s" }))
        .collect();
    if parts.is_empty() {
        String::from("no problems")
    } else {
        parts.join(", ")
    }
}

fn push_help(text: &mut String, help: Option<&str>) {
    if let Some(help) = help {
        text.push_str("  = help: ");
        text.push_str(&show(help, Lines::One));
        text.push('\n');
    }
}

/// `path:line:column`, or the path alone where there is no text.
fn place(at: At, files: &Files) -> String {
    let name = show(files.name(at.file()), Lines::One).into_owned();
    match at {
        At::File(_) => name,
        At::Text(span) => {
            let position = files.position(span.file, span.range().start);
            format!("{name}:{}:{}", position.line, position.column)
        }
    }
}

/// A place to mark, and what to write beside it.
struct Mark {
    span: Span,
    label: String,
    kind: AnnotationKind,
}

fn excerpts(severity: Severity, marks: &[Mark], files: &Files, columns: Option<usize>) -> String {
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let mut group = Group::with_level(level);
    let first = marks.first().map(|mark| mark.span.file);
    let room = columns.map_or(ROOM, |columns| room(columns, marks, files));
    for mark in marks {
        let lines = Excerpt::of(mark.span, files, room);
        let mut snippet = Snippet::source(lines.text)
            .line_start(lines.first_line)
            .fold(false);
        if first != Some(mark.span.file) || mark.kind == AnnotationKind::Context {
            snippet = snippet.path(show(files.name(mark.span.file), Lines::One).into_owned());
        }
        let annotation = mark.kind.span(lines.mark);
        let label = (!mark.label.is_empty()).then(|| mark.label.clone());
        group = group.element(snippet.annotation(annotation.label(label)));
    }
    let mut drawn = Renderer::plain().render(&[group]);
    drawn.push('\n');
    drawn
}

/// What `columns` leave for a line beside its number.
fn room(columns: usize, marks: &[Mark], files: &Files) -> usize {
    let ends = marks.iter().map(|mark| {
        let end = files.position(mark.span.file, mark.span.range().end);
        end.line.to_string().len()
    });
    let number = ends.max().unwrap_or_default();
    let gutter = number + " | ".len();
    columns.saturating_sub(gutter).clamp(LEAST_ROOM, ROOM)
}

/// The lines a span is in, made harmless, with the place the span has in them.
struct Excerpt {
    text: String,
    mark: Range<usize>,
    first_line: usize,
}

impl Excerpt {
    fn of(span: Span, files: &Files, room: usize) -> Self {
        let whole = files.text(span.file);
        let range = on_boundaries(whole, span.range());
        let (before, rest) = whole.split_at(range.start);
        let (inside, after) = rest.split_at(range.len());
        let before = last_bytes(before, MOST_BYTES);
        let before = before.rsplit('\n').next().unwrap_or_default();
        let inside = first_lines(inside.trim_end());
        let after = if inside.contains('\n') {
            ""
        } else {
            first_bytes(after, MOST_BYTES).lines().next().unwrap_or("")
        };
        let led = width(&show(before, Lines::One)).min(room / 4);
        let inside = show_cut(inside, (room - led).min(2 * CONTEXT));
        let taken = inside.lines().map(width).max().unwrap_or_default();
        let (before, after) = sides(before, after, room.saturating_sub(taken));
        let mark = before.len()..before.len() + inside.len();
        let first_line = files.position(span.file, range.start).line;
        Self {
            text: format!("{before}{inside}{after}"),
            mark,
            first_line,
        }
    }
}

/// The range, moved to where characters begin if it lies inside some.
fn on_boundaries(text: &str, range: Range<usize>) -> Range<usize> {
    let floor = |at: usize| {
        (0..=at.min(text.len()))
            .rev()
            .find(|&at| text.is_char_boundary(at))
    };
    let start = floor(range.start).unwrap_or(0);
    start..floor(range.end).unwrap_or(0).max(start)
}

/// At most the first `most` bytes of a text.
fn first_bytes(text: &str, most: usize) -> &str {
    text.split_at(on_boundaries(text, most..most).start).0
}

/// At most about the last `most` bytes of a text.
fn last_bytes(text: &str, most: usize) -> &str {
    let start = text.len().saturating_sub(most);
    text.split_at(on_boundaries(text, start..start).start).1
}

fn first_lines(text: &str) -> &str {
    let end = text
        .match_indices('\n')
        .nth(MOST_LINES - 1)
        .map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}

/// What stands on either side of a place, each cut to half of `room` or what the other leaves of it.
fn sides(before: &str, after: &str, room: usize) -> (String, String) {
    let (before, after) = (show(before, Lines::One), show(after, Lines::One));
    let most = room.saturating_sub(width(&after)).max(room / 2);
    let before = tail(&before, most.min(CONTEXT));
    let most = room.saturating_sub(width(&before));
    let after = cut(&after, most.min(CONTEXT));
    (before, after)
}

/// Lines made harmless, each cut if it is long.
fn show_cut(text: &str, columns: usize) -> String {
    let shown = show(text, Lines::Many);
    let lines: Vec<String> = shown.lines().map(|line| cut(line, columns)).collect();
    lines.join("\n")
}

/// The beginning of a line, with a mark where it goes on.
fn cut(line: &str, columns: usize) -> String {
    if width(line) <= columns {
        return line.to_owned();
    }
    match columns.checked_sub(1) {
        Some(columns) => format!("{}…", clip(line, columns)),
        None => String::new(),
    }
}

/// The end of a line, with a mark where it began before.
fn tail(line: &str, columns: usize) -> String {
    if width(line) <= columns {
        return line.to_owned();
    }
    let Some(columns) = columns.checked_sub(1) else {
        return String::new();
    };
    let skipped = clip(line, width(line).saturating_sub(columns)).len();
    format!("…{}", line.get(skipped..).unwrap_or_default())
}
