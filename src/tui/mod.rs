//! The terminal program: what it is in ([`app`]), what changes it ([`update`]), how it is drawn
//! ([`view`]), and what runs it in a terminal ([`shell`]).

pub mod app;
pub mod axis;
pub mod config;
pub mod detail;
pub mod document;
pub mod glyphs;
pub mod heading;
pub mod keymap;
pub mod layout;
pub mod matrix;
pub mod memory;
pub mod message;
pub mod mouse;
pub mod moved;
pub mod overlay;
pub mod picture;
pub mod reading;
pub mod rows;
pub mod search;
pub mod shell;
pub mod split;
pub mod subject;
pub mod theme;
pub mod update;
pub mod view;
pub mod views;
