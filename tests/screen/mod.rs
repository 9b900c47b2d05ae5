//! Keys in, screen out.

mod configuration;
mod filter;
mod harness;
mod hostile;
mod looks;
mod moving;
mod properties;
mod quotes;

pub(crate) use harness::{Screen, THREE_ROUNDS};
