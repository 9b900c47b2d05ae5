//! How far loading has come.

use std::sync::atomic::{AtomicUsize, Ordering};

/// How much of a timeline was parsed, for whoever watches from another thread.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicUsize,
    all: AtomicUsize,
}

impl Progress {
    /// Says how much there is, in bytes.
    pub(super) fn begin(&self, all: usize) {
        self.all.store(all, Ordering::Relaxed);
    }

    /// Says that so many bytes more are done.
    pub(super) fn add(&self, bytes: usize) {
        self.done.fetch_add(bytes, Ordering::Relaxed);
    }

    /// The share that is done, in per cent; never all, since there is more to do than to parse.
    pub fn percent(&self) -> u8 {
        let (done, all) = (
            self.done.load(Ordering::Relaxed),
            self.all.load(Ordering::Relaxed),
        );
        let percent = done.saturating_mul(100).checked_div(all).unwrap_or(0);
        u8::try_from(percent).unwrap_or(99).min(99)
    }
}

#[cfg(test)]
mod tests {
    use super::Progress;

    #[test]
    fn progress_is_told_in_per_cent_and_never_all() {
        let progress = Progress::default();
        assert_eq!(progress.percent(), 0);
        progress.begin(200);
        progress.add(50);
        assert_eq!(progress.percent(), 25);
        progress.add(150);
        assert_eq!(progress.percent(), 99);
    }
}
