//! Keys in, screen out.

mod asking;
mod axis;
mod beginning;
mod bidi;
mod configuration;
mod copying;
mod curating;
mod filter;
mod going;
mod harness;
mod hits;
mod hostile;
mod layout;
mod links;
mod long_pages;
mod looks;
mod mouse;
mod moving;
mod participants;
mod pauses;
mod properties;
mod quotes;
mod search;
mod sources;
mod zones;

pub(crate) use harness::{Screen, THREE_ROUNDS};
