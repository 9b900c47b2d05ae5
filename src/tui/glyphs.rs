//! The characters that are ours: one set of Unicode, one of plain ASCII.

use std::borrow::Cow;

use crate::timeline::{Kind, Role, State, StatusKind};

/// Every character the program draws that does not come from data.
#[derive(Debug, PartialEq, Eq)]
pub struct Glyphs {
    /// Before the selected row.
    pub selected: &'static str,
    /// Above the selected column.
    pub selected_column: &'static str,
    /// Before the view that is shown.
    pub current: &'static str,
    /// Between two panes side by side.
    pub vertical: &'static str,
    /// The same when the second pane has the keys.
    pub vertical_heavy: &'static str,
    /// Between two panes one below the other, and the axis.
    pub horizontal: &'static str,
    /// Between two panes one below the other, when the second has the keys.
    pub horizontal_heavy: &'static str,
    /// Before an item of a list in prose.
    pub bullet: &'static str,
    /// Between parts of a line.
    pub dot: &'static str,
    /// Where a text was cut.
    pub ellipsis: &'static str,
    /// A verified quote.
    pub verified: &'static str,
    /// A refuted quote.
    pub refuted: &'static str,
    /// A quote nothing can be checked against.
    pub unverified: &'static str,
    /// A quote in the curator's words.
    pub reported: &'static str,
    /// Sources disagree.
    pub doubt: &'static str,
    /// Before a direct quote.
    pub quote_open: &'static str,
    /// After a direct quote.
    pub quote_close: &'static str,
    /// Something that can be dropped.
    pub close: &'static str,
    /// A marked entry.
    pub marked: &'static str,
    /// An entry that is not marked.
    pub unmarked: &'static str,
    /// Arrow keys, for hints.
    pub up_down: &'static str,
    /// The same, for the next column and the one before.
    pub left_right: &'static str,
    /// A participant that nobody reported at an event.
    pub missing: &'static str,
    /// What a zone is, in the order of [`StatusKind::ALL`].
    pub statuses: [&'static str; 5],
    /// A town on the map.
    pub town: &'static str,
    /// What borders are drawn with where there is no Braille; nothing where there is.
    pub border: Option<char>,
    /// The left end of the map's scale, its line, its right end.
    pub scale: [&'static str; 3],
    /// On the axis: events that the filter hides.
    pub hidden: &'static str,
    /// Above the axis: where the selected event is.
    pub marker: &'static str,
    /// What may have lasted; what did last is drawn as a heavy rule.
    pub soft: &'static str,
    /// Before a number of earlier events that are out of sight.
    pub earlier: &'static str,
    /// Behind a number of later events that are out of sight.
    pub later: &'static str,
    ascii: bool,
}

/// The default set: all one column wide, none an emoji.
pub const UNICODE: Glyphs = Glyphs {
    selected: "▸",
    selected_column: "▾",
    current: "›",
    vertical: "│",
    vertical_heavy: "┃",
    horizontal: "─",
    horizontal_heavy: "━",
    bullet: "•",
    dot: "·",
    ellipsis: "…",
    verified: "✓",
    refuted: "✗",
    unverified: "?",
    reported: "~",
    doubt: "≠",
    quote_open: "“",
    quote_close: "”",
    close: "×",
    marked: "[×]",
    unmarked: "[ ]",
    up_down: "↑↓",
    left_right: "←→",
    statuses: ["○", "◐", "●", "!", "×"],
    town: "•",
    border: None,
    scale: ["├", "─", "┤"],
    hidden: "·",
    missing: "·",
    marker: "▾",
    soft: "╌",
    earlier: "‹",
    later: "›",
    ascii: false,
};

/// For terminals and fonts without more than ASCII.
pub const ASCII: Glyphs = Glyphs {
    selected: ">",
    selected_column: "v",
    current: ">",
    vertical: "|",
    vertical_heavy: "#",
    horizontal: "-",
    horizontal_heavy: "=",
    bullet: "*",
    dot: "-",
    ellipsis: "...",
    verified: "+",
    refuted: "x",
    unverified: "?",
    reported: "~",
    doubt: "!",
    quote_open: "\"",
    quote_close: "\"",
    close: "x",
    marked: "[x]",
    unmarked: "[ ]",
    up_down: "up/down",
    left_right: "left/right",
    statuses: ["o", "a", "#", "!", "x"],
    town: "*",
    border: Some('.'),
    scale: ["|", "-", "|"],
    hidden: ".",
    missing: ".",
    marker: "V",
    soft: "~",
    earlier: "<",
    later: ">",
    ascii: true,
};

impl Glyphs {
    /// A text with its typographic characters in this set. Letters of any script stay: there is
    /// no plain form of them that would still be the name.
    pub fn set<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if !self.ascii || text.is_ascii() {
            return Cow::Borrowed(text);
        }
        let mut plain = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '–' | '—' | '‐' | '‑' | '−' | '·' => plain.push('-'),
                '…' => plain.push_str("..."),
                '‘' | '’' => plain.push('\''),
                '“' | '”' | '«' | '»' | '„' => plain.push('"'),
                '\u{a0}' | '\u{202f}' => plain.push(' '),
                '\u{2400}'..='\u{2421}' => plain.push('^'),
                '\u{fffd}' => plain.push('?'),
                other => plain.push(other),
            }
        }
        Cow::Owned(plain)
    }

    /// The mark of an event kind: its own, or in plain ASCII its id's first letter.
    pub fn kind<'a>(&self, kind: &'a Kind) -> Cow<'a, str> {
        self.mark(kind.glyph.shown(), kind.id.as_str())
    }

    /// The mark of a role: its own, or in plain ASCII its id's first letter.
    pub fn role<'a>(&self, role: &'a Role) -> Cow<'a, str> {
        self.mark(role.glyph.shown(), role.id.as_str())
    }

    fn mark<'a>(&self, glyph: &'a str, id: &str) -> Cow<'a, str> {
        if self.ascii && !glyph.is_ascii() {
            Cow::Owned(id.chars().take(1).map(|c| c.to_ascii_uppercase()).collect())
        } else {
            Cow::Borrowed(glyph)
        }
    }

    /// The mark of what a zone is.
    pub const fn status(&self, status: StatusKind) -> &'static str {
        let [proposed, agreed, in_force, contested, ended] = self.statuses;
        match status {
            StatusKind::Proposed => proposed,
            StatusKind::Agreed => agreed,
            StatusKind::InForce => in_force,
            StatusKind::Contested => contested,
            StatusKind::Ended => ended,
        }
    }

    /// The mark of a quote's state.
    pub const fn state(&self, state: &State) -> &'static str {
        match state {
            State::Verified(_) => self.verified,
            State::Refuted => self.refuted,
            State::Unverified => self.unverified,
            State::Reported => self.reported,
            State::Pending => self.ellipsis,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ASCII, Glyphs, UNICODE};
    use crate::text::width;

    fn all(glyphs: &Glyphs) -> Vec<&'static str> {
        let single = [
            glyphs.selected,
            glyphs.selected_column,
            glyphs.current,
            glyphs.vertical,
            glyphs.vertical_heavy,
            glyphs.horizontal,
            glyphs.horizontal_heavy,
            glyphs.bullet,
            glyphs.dot,
            glyphs.ellipsis,
            glyphs.verified,
            glyphs.refuted,
            glyphs.unverified,
            glyphs.reported,
            glyphs.doubt,
            glyphs.quote_open,
            glyphs.quote_close,
            glyphs.close,
            glyphs.marked,
            glyphs.unmarked,
            glyphs.hidden,
            glyphs.missing,
            glyphs.marker,
            glyphs.soft,
            glyphs.earlier,
            glyphs.later,
            glyphs.town,
        ];
        let lists = [&single[..], &glyphs.statuses, &glyphs.scale];
        lists.concat()
    }

    #[test]
    fn a12_every_glyph_has_a_plain_form_as_wide_as_it_stands_for() {
        for (unicode, ascii) in all(&UNICODE).into_iter().zip(all(&ASCII)) {
            assert!(ascii.is_ascii(), "{ascii}");
            let longer = if unicode == "…" { 2 } else { 0 };
            assert_eq!(width(unicode) + longer, width(ascii), "{unicode} {ascii}");
        }
    }

    #[test]
    fn a12_typographic_characters_have_a_plain_form_and_letters_stay() {
        assert_eq!(
            ASCII.set("14–15 Sep · “Çavuşoğlu’s”…"),
            "14-15 Sep - \"Çavuşoğlu's\"..."
        );
        assert_eq!(ASCII.set("a␛b\u{fffd}"), "a^b?");
        assert_eq!(UNICODE.set("14–15"), "14–15");
    }
}
