//! How much of a timeline is read before the rest.

use std::collections::HashMap;
use std::path::Path;

/// How much is read of a timeline to begin with: of files whose names differ only in their digits, which hold more of
/// the same, the first ones, so many bytes of them together. Of any other file as many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// So many.
    pub bytes: usize,
    /// Whether, where no event stands in that, as much is read from the first one on.
    pub seeks_event: bool,
}

impl Share {
    /// What is read one after the other until that is all there is. Each share is many times the one before: going
    /// over the same text again costs little of what the rest takes.
    pub const ALL: [Self; 3] = [Self::of(64 << 10), Self::of(1 << 20), Self::of(8 << 20)];

    /// So many bytes.
    pub const fn of(bytes: usize) -> Self {
        Self {
            bytes,
            seeks_event: false,
        }
    }

    /// The same with as much from the first event on, where none stands in it.
    #[must_use]
    pub const fn seeking_event(self) -> Self {
        Self {
            seeks_event: true,
            ..self
        }
    }
}

/// What is left of a share for each file, in the order in which they are read.
#[derive(Debug)]
pub(super) struct Shared {
    share: Share,
    /// Whether an event is still looked for: until then every file has a share of its own.
    seeks_event: bool,
    /// By names without digits.
    read: HashMap<Vec<u8>, usize>,
}

impl Shared {
    pub(super) fn new(share: Share) -> Self {
        Self {
            share,
            seeks_event: share.seeks_event,
            read: HashMap::new(),
        }
    }

    /// Whether an event is still looked for.
    pub(super) const fn seeks_event(&self) -> bool {
        self.seeks_event
    }

    /// An event was found.
    pub(super) const fn found_event(&mut self) {
        self.seeks_event = false;
    }

    /// How many bytes of this file are in the share.
    pub(super) fn left(&self, file: &Path) -> usize {
        if self.seeks_event {
            return self.share.bytes;
        }
        let read = self.read.get(&without_digits(file));
        self.share.bytes.saturating_sub(read.copied().unwrap_or(0))
    }

    /// So many bytes of this file were read.
    pub(super) fn take(&mut self, file: &Path, bytes: usize) {
        let read = self.read.entry(without_digits(file)).or_default();
        *read = read.saturating_add(bytes);
    }
}

fn without_digits(path: &Path) -> Vec<u8> {
    let mut name = path.as_os_str().as_encoded_bytes().to_vec();
    name.retain(|byte| !byte.is_ascii_digit());
    name
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Share, Shared};

    #[test]
    fn files_that_are_numbered_share_what_any_other_has_for_itself() {
        let mut shared = Shared::new(Share::of(100));
        let left = [
            ("1.toml", 40),
            ("2.toml", 40),
            ("a-1.toml", 100),
            ("3.toml", 40),
            ("a-02.toml", 7),
            ("4.toml", 7),
            ("2017/a.toml", 90),
            ("a/2017.toml", 3),
            ("2018/a.toml", 90),
        ]
        .map(|(file, bytes)| {
            let file = Path::new(file);
            let left = shared.left(file);
            shared.take(file, bytes.min(left));
            left
        });
        assert_eq!(left, [100, 60, 100, 20, 0, 0, 100, 100, 10]);
    }
}
