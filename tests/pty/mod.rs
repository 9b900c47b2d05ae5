//! The real program on a real pseudo-terminal: what only a terminal and a kernel can show.
//!
//! Nothing here sleeps to be on the safe side: every step waits for what it needs, and fails with
//! the screen if it does not come. The tests read `/proc`, hence Linux.
#![cfg(target_os = "linux")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "to the lint, only what is marked as a test is one"
)]

mod configuration;
mod copying;
mod ending;
#[cfg(debug_assertions)]
mod faults;
mod frames;
mod input;
mod keyboards;
mod keys;
mod mouse;
mod process;
mod program;
mod size;
mod starting;
mod state;
mod stopping;
mod terminal;
mod watching;
