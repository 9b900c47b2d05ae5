//! The one sanitiser: what of a text may reach a screen.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// Whether line breaks are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    /// No: a line break is shown as a blank.
    One,
    /// Yes, as LF.
    Many,
}

/// Marks that a cluster may hold; more are cut off.
const MOST_MARKS: usize = 8;
/// What stands for something that cannot be shown.
const REPLACEMENT: char = '\u{fffd}';
/// What a mark without a base is put on.
const DOTTED_CIRCLE: char = '\u{25cc}';

/// A text as it may be shown, wherever it goes: no control character, nothing that changes the
/// direction of writing, nothing invisible.
///
/// C0 and DEL become their pictures (`␛`), C1, bidi controls, noncharacters and private use become
/// U+FFFD, a tab becomes a blank; zero-width characters and fillers go, except joiners and
/// variation selectors inside a cluster; at most eight marks stay on a letter, and a mark at the
/// beginning gets a dotted circle to stand on. Showing what was shown changes nothing. The result
/// is at most three times as long as the text, and three bytes.
pub fn show(text: &str, lines: Lines) -> Cow<'_, str> {
    if is_simple(text) || is_shown_as_it_is(text, lines) {
        return Cow::Borrowed(text);
    }
    let harmless: String = normalised_breaks(text, lines)
        .chars()
        .filter_map(harmless)
        .collect();
    Cow::Owned(with_sound_clusters(&harmless))
}

/// Whether a text holds control characters other than tab and line breaks, or bidi controls: what
/// a curator should know of, since it is never meant.
pub fn has_hidden_controls(text: &str) -> bool {
    !is_simple(text) && text.chars().any(is_hidden_control)
}

/// Whether a text is one line of letters, digits and punctuation as most are, which are composed and shown as they
/// are. ASCII is looked at many bytes at a time.
pub(super) fn is_simple(text: &str) -> bool {
    let mut rest = behind_ascii(text);
    while let Some(c) = rest.chars().next() {
        if !is_simple_char(c) {
            return false;
        }
        rest = behind_ascii(rest.get(c.len_utf8()..).unwrap_or_default());
    }
    true
}

/// What stands behind the printable ASCII that a text begins with.
fn behind_ascii(text: &str) -> &str {
    let plain = |byte: &u8| matches!(byte, b' '..=b'~');
    let pieces = text.as_bytes().chunks(32);
    let pieces = pieces.take_while(|piece| piece.iter().fold(true, |all, byte| all & plain(byte)));
    let whole = pieces.map(<[u8]>::len).sum();
    let rest = text.get(whole..).unwrap_or_default();
    let end = rest.bytes().position(|byte| !plain(&byte));
    end.and_then(|end| rest.get(end..)).unwrap_or_default()
}

/// Letters and punctuation of Latin, Greek and Cyrillic that are one character each.
pub(super) const fn is_simple_char(c: char) -> bool {
    matches!(
        c,
        ' '..='~'
            | '\u{a1}'..='\u{ac}'
            | '\u{ae}'..='\u{2ff}'
            | '\u{388}'..='\u{482}'
            | '\u{48a}'..='\u{52f}'
            | '\u{2010}'..='\u{2027}'
            | '\u{2030}'..='\u{205e}'
    )
}

/// Whether a character is such a control character.
pub fn is_hidden_control(c: char) -> bool {
    (c.is_control() && !matches!(c, '\t' | '\n' | '\r')) || is_bidi_control(c)
}

/// Most text of any script: nothing to replace, and no cluster to look into.
fn is_shown_as_it_is(text: &str, lines: Lines) -> bool {
    let simple = |c: char| {
        !(is_combining_mark(c) || is_joiner(c))
            && harmless(c) == Some(c)
            && !(is_break(c) && (lines == Lines::One || c != '\n'))
    };
    text.chars().all(simple)
}

fn normalised_breaks(text: &str, lines: Lines) -> Cow<'_, str> {
    if !text.contains(is_break) {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n");
    let to = match lines {
        Lines::One => " ",
        Lines::Many => "\n",
    };
    Cow::Owned(text.replace(is_break, to))
}

const fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

const fn is_bidi_control(c: char) -> bool {
    matches!(
        c,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

/// Joiners and variation selectors: they shape the cluster they are in.
const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// The character to show for `c`, if any.
fn harmless(c: char) -> Option<char> {
    match c {
        '\n' => Some(c),
        '\t' => Some(' '),
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)),
        '\u{7f}' => Some('\u{2421}'),
        '\u{80}'..='\u{9f}' => Some(REPLACEMENT),
        _ if is_bidi_control(c) => Some(REPLACEMENT),
        // Zero-width, soft hyphen, grapheme joiner, Mongolian separator, tags, fillers.
        '\u{200b}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206a}'..='\u{206f}'
        | '\u{feff}'
        | '\u{ad}'
        | '\u{34f}'
        | '\u{180b}'..='\u{180f}'
        | '\u{e0000}'..='\u{e007f}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{3164}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{1d173}'..='\u{1d17a}' => None,
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => Some(REPLACEMENT),
        _ if is_noncharacter(c) => Some(REPLACEMENT),
        other => Some(other),
    }
}

const fn is_noncharacter(c: char) -> bool {
    let code = c as u32;
    code & 0xfffe == 0xfffe || matches!(code, 0xfdd0..=0xfdef)
}

/// Cuts heaps of marks, puts lone marks on a circle, and drops joiners that join nothing.
fn with_sound_clusters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for cluster in text.graphemes(true) {
        let mut marks = 0;
        let bare = cluster
            .chars()
            .all(|c| is_combining_mark(c) || is_joiner(c));
        if bare && cluster.chars().any(is_combining_mark) {
            // A mark of a newer Unicode than the segmentation's stands alone behind its circle.
            if !out.ends_with(DOTTED_CIRCLE) {
                out.push(DOTTED_CIRCLE);
            }
        } else if bare {
            continue;
        }
        let letter = cluster
            .chars()
            .next()
            .is_some_and(|c| !c.is_ascii_punctuation() && c != ' ');
        for c in cluster.chars() {
            marks += usize::from(is_combining_mark(c) || is_joiner(c));
            if marks <= MOST_MARKS && (letter || !is_joiner(c) || c == '\u{fe0f}') {
                out.push(c);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use unicode_normalization::char::canonical_combining_class;
    use unicode_normalization::{IsNormalized, is_nfc_quick};

    use super::{
        Lines, has_hidden_controls, is_bidi_control, is_shown_as_it_is, is_simple, is_simple_char,
        show,
    };

    #[test]
    fn a1_a2_a3_every_control_character_has_a_harmless_form() {
        for code in (0..0x20).chain(0x7f..0xa0) {
            let c = char::from_u32(code).unwrap();
            let text = format!("a{c}b");
            for lines in [Lines::One, Lines::Many] {
                let shown = show(&text, lines);
                let kept = c == '\n' && lines == Lines::Many;
                assert!(
                    kept || !shown.contains(char::is_control) || shown.contains('\n'),
                    "{code:x}"
                );
                let expected = match c {
                    '\t' => "a b".to_owned(),
                    '\n' | '\r' | '\u{85}' if lines == Lines::One => "a b".to_owned(),
                    '\n' | '\r' | '\u{85}' => "a\nb".to_owned(),
                    '\u{7f}' => "a␡b".to_owned(),
                    '\u{80}'.. => "a\u{fffd}b".to_owned(),
                    _ => format!("a{}b", char::from_u32(0x2400 + code).unwrap()),
                };
                assert_eq!(shown, expected, "{code:x}");
            }
        }
    }

    #[test]
    fn what_is_simple_is_composed_and_needs_no_looking_into() {
        for c in ('\0'..=char::MAX).filter(|c| is_simple_char(*c)) {
            let text = String::from(c);
            assert!(
                is_simple(&text) && is_shown_as_it_is(&text, Lines::One),
                "{c:?}"
            );
            assert_eq!(is_nfc_quick(text.chars()), IsNormalized::Yes, "{c:?}");
            assert_eq!(canonical_combining_class(c), 0, "{c:?}");
        }
        for long in [
            "a".repeat(100),
            "я – “é” ".repeat(20),
            format!("{}é", "a".repeat(64)),
        ] {
            assert!(is_simple(&long));
            for strange in ['\n', '\u{301}', '\u{200b}', '文', '\u{ad}'] {
                assert!(
                    !is_simple(&format!("{long}{strange}"))
                        && !is_simple(&format!("{strange}{long}"))
                );
            }
        }
    }

    #[test]
    fn a3_a_line_ends_once_however_it_was_written() {
        assert_eq!(show("a\r\nb\rc\u{2028}d", Lines::Many), "a\nb\nc\nd");
        assert_eq!(show("a\r\nb", Lines::One), "a b");
    }

    #[test]
    fn a4_all_twelve_bidi_controls_are_seen() {
        let all: Vec<char> = ('\0'..=char::MAX).filter(|c| is_bidi_control(*c)).collect();
        assert_eq!(all.len(), 12);
        for c in all {
            assert_eq!(show(&format!("a{c}b"), Lines::One), "a\u{fffd}b");
            assert!(has_hidden_controls(&format!("a{c}b")));
        }
    }

    #[test]
    fn a6_what_is_invisible_is_dropped_unless_it_shapes_a_cluster() {
        for hidden in [
            "\u{200b}",
            "\u{feff}",
            "\u{ad}",
            "\u{2060}",
            "\u{e0041}",
            "\u{3164}",
            "\u{115f}",
        ] {
            assert_eq!(show(&format!("a{hidden}b"), Lines::One), "ab", "{hidden:?}");
        }
        for kept in [
            "👨\u{200d}👩\u{200d}👧",
            "❤\u{fe0f}",
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
        ] {
            assert_eq!(show(kept, Lines::One), kept);
        }
        assert_eq!(show("\u{200d}a", Lines::One), "a");
    }

    #[test]
    fn a7_a_letter_keeps_at_most_eight_marks() {
        let shown = show(&format!("a{}b", "\u{301}".repeat(5000)), Lines::One).into_owned();
        assert_eq!(shown.chars().count(), 10, "{shown}");
    }

    #[test]
    fn a8_a_mark_without_a_letter_gets_a_circle() {
        assert_eq!(show("\u{301}a", Lines::One), "\u{25cc}\u{301}a");
        assert_eq!(show("a\n\u{301}", Lines::Many), "a\n\u{25cc}\u{301}");
    }

    #[test]
    fn a_mark_that_only_one_table_knows_is_put_on_one_circle() {
        for text in ["\u{10ef0}", "\u{10ef0}\u{10ef0}", "a\u{10ef0}"] {
            let once = show(text, Lines::One).into_owned();
            assert_eq!(show(&once, Lines::One), once);
        }
    }

    #[test]
    fn text_of_every_script_is_shown_as_it_is() {
        for text in [
            "Лаврентьев",
            "Çavuşoğlu",
            "السلام عليكم",
            "文字",
            "שלום",
            "ที่",
            "\u{25cf} –",
        ] {
            assert_eq!(show(text, Lines::One), text);
        }
    }

    proptest! {
        #[test]
        fn showing_is_harmless_settled_and_bounded(text in "(\\PC|\\p{C}|\\p{M}|[a-z \u{1b}\r\n]){0,40}") {
            for lines in [Lines::One, Lines::Many] {
                let once = show(&text, lines).into_owned();
                prop_assert!(!once.chars().any(|c| (c.is_control() && c != '\n') || is_bidi_control(c)));
                prop_assert!(lines == Lines::Many || !once.contains('\n'));
                prop_assert_eq!(show(&once, lines), once.as_str());
                prop_assert!(once.len() <= 3 * text.len() + 3);
            }
        }
    }
}
