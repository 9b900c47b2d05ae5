//! The terminal program: what it is in ([`app`]), what changes it ([`update`]), how it is drawn
//! ([`view`]).

pub mod app;
pub mod axis;
pub mod document;
pub mod glyphs;
pub mod keymap;
pub mod layout;
pub mod message;
pub mod rows;
pub mod theme;
pub mod update;
pub mod view;
