//! What can happen to the app, and what the app can ask for.

use ratatui::layout::Size;

use crate::diagnostic::Position;

use super::keymap::{Action, Chord};
use super::mouse::Mouse;

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    /// A key was pressed.
    Key(Chord),
    /// An action was chosen by another way than its key.
    Do(Action),
    /// Text was pasted.
    Pasted(String),
    /// Something was done with the mouse.
    Mouse(Mouse),
    /// The terminal has this size now.
    Resized(Size),
    /// Nothing else has happened: what takes longer than a key may can go on for a moment.
    Idle,
    /// The files are being read, and it takes a while: so much is done, in per cent.
    Loading(u8),
    /// Something the user should know went wrong, or well, outside the app.
    Told(String),
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The file, as the user would name it.
    pub file: String,
    /// Line and column.
    pub at: Position,
}

/// Something the app wants done outside itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Leave the program.
    Quit,
    /// Give the terminal back to the shell until the program is continued.
    Suspend,
    /// Have the terminal report the mouse, or no longer.
    Mouse(bool),
    /// Read the timeline's files again.
    Reload,
    /// Open a file in the user's editor.
    Edit(Spot),
    /// Copy a text, by whatever way there is.
    Copy(String),
    /// Open an address of the web in the browser.
    OpenUrl(String),
    /// Draw everything anew, whatever the terminal shows.
    Redraw,
}
