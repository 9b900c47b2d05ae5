//! What is read of one text before the rest: its beginning, and if no event stands there, as much from its first
//! event on.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;

use memchr::memmem::Finder;

use super::tables::{tables, whole_tables};

/// How an event begins, as good as always.
const EVENT: &[u8] = b"\n[[event]]";
/// So much is gone through at once, in bytes.
const STRETCH: usize = 256 * 1024;

/// What can be read at any place.
pub(super) trait Readable {
    /// Reads what stands from a byte on, as much of it as comes at once.
    fn read_at(&self, bytes: &mut [u8], at: u64) -> io::Result<usize>;
}

impl Readable for File {
    fn read_at(&self, bytes: &mut [u8], at: u64) -> io::Result<usize> {
        FileExt::read_at(self, bytes, at)
    }
}

impl Readable for &[u8] {
    fn read_at(&self, bytes: &mut [u8], at: u64) -> io::Result<usize> {
        let at = usize::try_from(at).unwrap_or(usize::MAX);
        let rest = self.get(at..).unwrap_or_default();
        let count = rest.len().min(bytes.len());
        for (to, from) in bytes.iter_mut().zip(rest) {
            *to = *from;
        }
        Ok(count)
    }
}

/// The beginning of a regular file, see [`excerpt`].
pub(super) fn of_file(file: &File, limit: usize, seeks: bool) -> io::Result<(String, bool)> {
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    excerpt(file, metadata.len(), (limit, seeks))
}

/// The beginning of a text of this size, of at most `limit` bytes, and whether there is more of it; what is cut off
/// ends with a whole table. If it `seeks` and no event stands there, as much is read from the first one on.
pub(super) fn excerpt(
    text: &impl Readable,
    size: u64,
    (limit, seeks): (usize, bool),
) -> io::Result<(String, bool)> {
    let (mut beginning, is_cut) = stretch(text, 0..size, limit)?;
    if let Some(rest) = beginning.strip_prefix('\u{feff}') {
        beginning = rest.to_owned();
    }
    if is_cut
        && seeks
        && !has_event(&beginning)
        && let Some(event) = first_event(text)?
    {
        let (events, _) = stretch(text, event..size, limit)?;
        beginning.push_str(&events);
    }
    Ok((beginning, is_cut))
}

/// Whether an event stands in a text.
pub(super) fn has_event(text: &str) -> bool {
    tables(text).any(|table| table.name == "event")
}

/// What stands at the beginning of a range, of at most `limit` bytes and up to a whole table, and whether there is more.
fn stretch(
    text: &impl Readable,
    range: std::ops::Range<u64>,
    limit: usize,
) -> io::Result<(String, bool)> {
    let size = usize::try_from(range.end.saturating_sub(range.start)).unwrap_or(usize::MAX);
    let mut bytes = vec![0; size.min(limit)];
    let read = read(text, &mut bytes, range.start)?;
    bytes.truncate(read);
    let is_cut = size > limit;
    let stretch = String::from_utf8(bytes).or_else(|error| {
        let end = error.utf8_error().valid_up_to();
        let mut bytes = error.into_bytes();
        if is_cut {
            // The cut may have gone through a character.
            bytes.truncate(end);
        }
        String::from_utf8(bytes)
    });
    let mut stretch = stretch.map_err(io::Error::other)?;
    if is_cut {
        stretch.truncate(whole_tables(&stretch).len());
    }
    Ok((stretch, is_cut))
}

/// Fills `bytes` with what stands from a byte on, as far as there is something.
fn read(text: &impl Readable, bytes: &mut [u8], at: u64) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = bytes.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match text.read_at(rest, at + filled as u64) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// Where the header of the first event stands.
fn first_event(text: &impl Readable) -> io::Result<Option<u64>> {
    let finder = Finder::new(EVENT);
    let mut bytes = vec![0; STRETCH];
    let mut at = 0;
    loop {
        let count = read(text, &mut bytes, at)?;
        let found = finder.find(bytes.get(..count).unwrap_or_default());
        if let Some(found) = found {
            return Ok(Some(at + found as u64 + 1));
        }
        if count < STRETCH {
            return Ok(None);
        }
        // It may stand in two stretches.
        at += (STRETCH - EVENT.len()) as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::{EVENT, STRETCH, excerpt};

    fn of(text: &str, limit: usize, seeks: bool) -> (String, bool) {
        excerpt(&text.as_bytes(), text.len() as u64, (limit, seeks)).unwrap()
    }

    #[test]
    fn what_is_cut_off_ends_with_a_whole_table_and_a_whole_character() {
        let text = "\u{feff}[timeline]\ntitle = \"ё\"\n[[event]]\nid = \"ёё\"\n[[event]]\n";
        let without_mark = text.strip_prefix('\u{feff}').unwrap();
        assert_eq!(
            of(text, text.len(), false),
            (without_mark.to_owned(), false)
        );
        for limit in 40..text.len() {
            let (beginning, is_cut) = of(text, limit, false);
            assert!(is_cut);
            assert!(without_mark.starts_with(&beginning), "{beginning}");
            assert!(beginning.ends_with('\n'), "{beginning}");
        }
    }

    #[test]
    fn the_first_event_is_found_wherever_it_stands() {
        let head = "[timeline]\ntitle = \"Talks\"\n";
        let event = "[[event]]\nid = \"a\"\n";
        for padding in STRETCH - EVENT.len() - head.len() - 40..STRETCH + 40 {
            let filler = format!("[[source]]\n#{}\n", "-".repeat(padding));
            let text = format!("{head}{filler}{event}[[event]]\nsummary = \"{head}\"\n");
            let limit = head.len() + event.len();
            assert_eq!(of(&text, limit, true), (format!("{head}{event}"), true));
            assert_eq!(of(&text, limit, false), (head.to_owned(), true));
        }
    }

    #[test]
    fn a_text_without_events_is_read_to_its_limit() {
        let text = "[timeline]\n[[source]]\n".repeat(STRETCH / 10);
        let (beginning, is_cut) = of(&text, 40, true);
        assert!(is_cut && beginning.starts_with("[timeline]\n[[source]]\n"));
    }
}
