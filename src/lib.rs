//! A terminal timeline browser for negotiations: who met whom, what was said, and on which sources
//! it all rests.
#![forbid(unsafe_code)]

pub mod builtin;
pub mod diagnostic;
pub mod load;
pub mod query;
pub mod text;
pub mod timeline;
pub mod tui;
