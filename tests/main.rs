//! The tests of the program as its users meet it, in one binary.

#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "a test that meets what it does not expect has failed, and a panic says where"
)]

mod axis;
mod cli;
mod configuration;
mod docs;
mod export;
mod keyboards;
mod load;
mod map;
mod pty;
mod query;
mod screen;
mod shipped_data;
mod tidy;
