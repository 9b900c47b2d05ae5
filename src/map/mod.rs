//! Maps: the borders that the program comes with, and the part of the world that a timeline's zones
//! stand in.
//!
//! Knows nothing of screens: what is drawn where is for `tui::view::map`.

mod borders;
mod frame;

pub use borders::{Border, Borders, crossing};
pub use frame::{Frame, KM_PER_DEGREE};

/// A point: degrees east and degrees north, in the order of RFC 7946.
pub type Position = [f64; 2];
