//! The mouse, as the app knows it.

use ratatui::layout::Position;

/// Something done with the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// Where it points.
    pub at: Position,
    /// What was done.
    pub deed: Deed,
}

/// What can be done with a mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Its left button was pressed.
    Press,
    /// It was moved with the left button held.
    Drag,
    /// The left button was let go.
    Release,
    /// Its wheel was turned towards the user.
    WheelDown,
    /// Its wheel was turned away from the user.
    WheelUp,
}

/// The state of the mouse.
///
/// It is off by default: while it is on, the terminal's own way of selecting text does not work.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hand {
    /// Whether the terminal is asked to report it.
    pub is_on: bool,
    /// Whether it holds the divider.
    pub holds_divider: bool,
}
