//! A terminal timeline browser for negotiations: who met whom, what was said, and on which sources
//! it all rests.
//!
//! The modules form rings, and an import only ever points down:
//!
//! | ring | modules | what they are |
//! | --- | --- | --- |
//! | 4 | [`cli`], [`tui::shell`] | terminal, files, environment |
//! | 3 | [`tui::view`], [`tui::theme`], [`tui::picture`] | the app drawn |
//! | 2 | the rest of [`tui`] | what the app is in, and what changes it |
//! | 1 | [`load`], [`query`], [`export`], [`map`], [`builtin`] | functions over texts and timelines |
//! | 0 | [`timeline`], [`diagnostic`], [`text`] | what everything is about |
//!
//! `ARCHITECTURE.md` says more; `tests/tidy.rs` holds the code to it.
#![forbid(unsafe_code)]

pub mod builtin;
pub mod cli;
pub mod diagnostic;
pub mod export;
pub mod load;
pub mod map;
pub mod query;
pub mod text;
pub mod timeline;
pub mod tui;
