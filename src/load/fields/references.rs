//! References: names in tables that are read once, places in the text in events.

use crate::diagnostic::Code;
use crate::load::tree::{Node, Value};
use crate::timeline::Handle;

use super::{Fields, Located, Reference};

impl<'t> Fields<'t, '_> {
    /// A reference that may be missing.
    pub(in crate::load) fn reference(&mut self, key: &'static str) -> Option<Reference> {
        let found = self.take(key)?;
        let found = self.string(key, "an id", found)?;
        let (value, span) = (found.value.into_owned(), found.span);
        Some(Located { value, span })
    }

    /// The same in an event: see [`super::Reading::references`].
    pub(in crate::load) fn handle<H: Handle>(&mut self, key: &'static str) -> Option<H> {
        let found = self.take(key)?;
        self.refer(key, found)
    }

    /// A reference in an event that must be there.
    pub(in crate::load) fn required_handle<H: Handle>(&mut self, key: &'static str) -> Option<H> {
        let found = self.require(key)?;
        self.refer(key, found)
    }

    fn refer<H: Handle>(&mut self, key: &'static str, found: Node<'t>) -> Option<H> {
        let found = self.string(key, "an id", found)?;
        Some(self.reading.refer(found.span))
    }

    /// References, none if the key is missing.
    pub(in crate::load) fn references(&mut self, key: &'static str) -> Vec<Reference> {
        self.strings(key, "ids", |_, found| {
            let (value, span) = (found.value.into_owned(), found.span);
            Some(Located { value, span })
        })
    }

    /// References that must be there, at least one.
    pub(in crate::load) fn required_references(
        &mut self,
        key: &'static str,
    ) -> Option<Vec<Reference>> {
        if self.has_items(key) {
            return Some(self.references(key));
        }
        drop(self.take(key));
        self.missing(key)
    }

    /// References in an event: see [`super::Reading::references`].
    pub(in crate::load) fn handles<H: Handle>(&mut self, key: &'static str) -> Box<[H]> {
        let handles = self.strings(key, "ids", |reading, found| Some(reading.refer(found.span)));
        handles.into()
    }

    /// References in an event that must be there, at least one.
    pub(in crate::load) fn required_handles<H: Handle>(
        &mut self,
        key: &'static str,
    ) -> Option<Box<[H]>> {
        if self.has_items(key) {
            return Some(self.handles(key));
        }
        drop(self.take(key));
        self.missing(key)
    }

    /// The sources of something that should have some: it is a warning if there are none.
    pub(in crate::load) fn expected_sources<H: Handle>(&mut self) -> Box<[H]> {
        if !self.has_items("sources") {
            let message = format!("{} should have `sources`: on what does it rest?", self.what);
            let at = self.named_at;
            self.reading.piece.report(Code::NoSources, at, message);
        }
        self.handles("sources")
    }

    /// Whether a list stands under a key, or anything that is wrong there, but no empty list.
    fn has_items(&self, key: &str) -> bool {
        let value = self.left.value(key);
        value.is_some_and(|it| !matches!(&it.value, Value::Array(items) if items.is_empty()))
    }
}
