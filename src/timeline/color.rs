//! The colours that a kind of event can have.

/// One of the 16 ANSI colours, by name; what it looks like is the terminal's choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnsiColor(u8);

impl AnsiColor {
    /// The names, in ANSI order.
    pub const NAMES: [&'static str; 16] = [
        "black",
        "red",
        "green",
        "yellow",
        "blue",
        "magenta",
        "cyan",
        "white",
        "bright-black",
        "bright-red",
        "bright-green",
        "bright-yellow",
        "bright-blue",
        "bright-magenta",
        "bright-cyan",
        "bright-white",
    ];

    /// The colour of that name.
    pub fn named(name: &str) -> Option<Self> {
        let at = Self::NAMES.iter().position(|&known| known == name)?;
        u8::try_from(at).ok().map(Self)
    }

    /// Its name.
    #[expect(clippy::indexing_slicing, reason = "it is the place of a name")]
    pub const fn name(self) -> &'static str {
        Self::NAMES[self.0 as usize]
    }

    /// Its number, 0 to 15.
    pub const fn number(self) -> u8 {
        self.0
    }
}
