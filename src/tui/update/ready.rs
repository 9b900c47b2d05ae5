//! What was loaded, ready to be shown.

use crate::load::Loaded;
use crate::tui::axis;

/// What was loaded, with what of it takes longer to make than a key may: made where it was loaded, beside the loop.
#[derive(Debug)]
pub struct Ready {
    pub(super) loaded: Loaded,
    pub(super) axis: axis::Index,
}

impl From<Loaded> for Ready {
    fn from(loaded: Loaded) -> Self {
        let timeline = &loaded.timeline;
        // Where each id stands is found when the first is asked for.
        if let Some(event) = timeline.events().first() {
            timeline.event_named(&event.id);
        }
        let axis = axis::Index::of(timeline);
        Self { loaded, axis }
    }
}
