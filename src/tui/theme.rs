//! How inks look: the only file that names a colour.
//!
//! The default uses the terminal's own foreground and background, bold, dim and reverse, and of the
//! six middle ANSI colours those that are readable on light and dark alike: nothing is painted
//! behind text, and no state rests on a colour.

use ratatui::style::{Color, Modifier, Style};

use crate::timeline::AnsiColor;

use super::document::Ink;

/// What colours there are to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Palette {
    /// For a background that is not known.
    Auto,
    /// For a light background.
    Light,
    /// For a dark background.
    Dark,
    /// Without any colour.
    Mono,
}

/// One style per use.
#[derive(Debug, Clone)]
pub struct Theme {
    palette: Palette,
    provenance: Style,
    good: Style,
    bad: Style,
    warning: Style,
}

impl Theme {
    /// The theme of a palette.
    pub const fn new(palette: Palette) -> Self {
        let plain = Style::new();
        let dim = plain.add_modifier(Modifier::DIM);
        let bold = plain.add_modifier(Modifier::BOLD);
        match palette {
            Palette::Mono => Self {
                palette,
                provenance: dim,
                good: bold,
                bad: bold,
                warning: bold,
            },
            Palette::Auto => Self {
                palette,
                provenance: plain.fg(Color::Cyan),
                good: plain.fg(Color::Green),
                bad: bold.fg(Color::Red),
                warning: plain.fg(Color::Magenta),
            },
            Palette::Light => Self {
                palette,
                provenance: plain.fg(Color::Blue),
                good: plain.fg(Color::Green),
                bad: bold.fg(Color::Red),
                warning: plain.fg(Color::Magenta),
            },
            Palette::Dark => Self {
                palette,
                provenance: plain.fg(Color::Cyan),
                good: plain.fg(Color::Green),
                bad: bold.fg(Color::Red),
                warning: plain.fg(Color::Yellow),
            },
        }
    }

    /// The style of an ink.
    pub const fn style(&self, ink: Ink) -> Style {
        match ink {
            Ink::Plain | Ink::Verbatim => Style::new(),
            Ink::Strong | Ink::Heading | Ink::Key => Style::new().add_modifier(Modifier::BOLD),
            Ink::Cursor | Ink::Focused => Self::selection(),
            Ink::Dim => Style::new().add_modifier(Modifier::DIM),
            Ink::Provenance => self.provenance,
            Ink::Good => self.good,
            Ink::Bad => self.bad,
            Ink::Warning => self.warning,
            Ink::Kind(color) => self.kind(color),
            Ink::Passage => self.good.add_modifier(Modifier::UNDERLINED),
            Ink::Hit => Style::new().add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
            Ink::CurrentHit => Style::new().add_modifier(Modifier::BOLD.union(Modifier::REVERSED)),
        }
    }

    /// What is laid over a selected row: reverse works with any colours, and without.
    pub const fn selection() -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// What is laid over a selected row of a pane that does not have the keys.
    pub const fn selection_elsewhere() -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    const fn kind(&self, color: Option<AnsiColor>) -> Style {
        match (self.palette, color) {
            (Palette::Mono, _) | (_, None) => Style::new(),
            (palette, Some(color)) => Style::new().fg(readable(palette, color)),
        }
    }
}

/// The name of a style's foreground among the eight ANSI colours; none for the terminal's own.
pub const fn colour_name(style: Style) -> Option<&'static str> {
    Some(match style.fg {
        Some(Color::Black) => "black",
        Some(Color::Red) => "red",
        Some(Color::Green) => "green",
        Some(Color::Yellow) => "yellow",
        Some(Color::Blue) => "blue",
        Some(Color::Magenta) => "magenta",
        Some(Color::Cyan) => "cyan",
        Some(Color::White) => "white",
        _ => return None,
    })
}

/// A colour from data, as one of the six middle colours that the palette can show.
const fn readable(palette: Palette, color: AnsiColor) -> Color {
    match (color.number() % 8, palette) {
        (1, _) => Color::Red,
        (2, _) => Color::Green,
        (3, Palette::Dark) => Color::Yellow,
        (3 | 5, _) => Color::Magenta,
        (4 | 6, Palette::Dark | Palette::Auto) => Color::Cyan,
        (4 | 6, _) => Color::Blue,
        // Black and white are one of them invisible on any background.
        _ => Color::Reset,
    }
}
