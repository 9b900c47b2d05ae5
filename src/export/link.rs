//! Addresses as they may stand in an export.

use std::fmt::Write as _;

use crate::text::Text;
use crate::timeline::{EventIx, SourceIx, Timeline};

/// An address that a reader may follow: http or https, in printable ASCII, everything else and what
/// has a meaning of its own around addresses percent-encoded (RFC 3986 §2.1). Nothing if it is not
/// such an address.
pub(super) fn address(url: &Text) -> Option<String> {
    let url = url.raw();
    let (scheme, rest) = url.split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    if !matches!(scheme.as_str(), "http" | "https") || rest.is_empty() {
        return None;
    }
    let mut written = format!("{scheme}://");
    for byte in rest.bytes() {
        let is_plain = byte.is_ascii_graphic()
            && !matches!(
                byte,
                b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}'
            );
        if is_plain {
            written.push(char::from(byte));
        } else {
            write!(written, "%{byte:02X}").ok()?;
        }
    }
    Some(written)
}

/// The address of the first of these sources that has one.
pub(super) fn first_address(timeline: &Timeline, sources: &[SourceIx]) -> Option<String> {
    let mut urls = sources.iter().filter_map(|&at| timeline[at].url.as_ref());
    urls.find_map(address)
}

/// The key of an event's document in a bibliography: not the id of any source, since ids have no
/// colon.
pub(super) fn document_key(timeline: &Timeline, event: EventIx, at: usize) -> String {
    format!("{}:document-{}", timeline[event].id, at + 1)
}

#[cfg(test)]
mod tests {
    use super::address;
    use crate::text::{Lines, Text};

    #[test]
    fn an_address_is_printable_ascii_of_the_web() {
        for (url, expected) in [
            (
                "https://example.org/a?b=c&d=%20#e",
                Some("https://example.org/a?b=c&d=%20#e"),
            ),
            ("HTTP://example.org", Some("http://example.org")),
            (
                "https://example.org/\"><x>",
                Some("https://example.org/%22%3E%3Cx%3E"),
            ),
            (
                "https://example.org/{a}\\",
                Some("https://example.org/%7Ba%7D%5C"),
            ),
            ("https://example.org/Ж", Some("https://example.org/%D0%96")),
            (
                "https://example.org/\u{202e}\u{1b}",
                Some("https://example.org/%E2%80%AE%1B"),
            ),
            ("javascript://alert(1)", None),
            ("data:text/html,x", None),
            ("https://", None),
        ] {
            let url = Text::new(url, Lines::One);
            assert_eq!(address(&url).as_deref(), expected);
        }
    }
}
