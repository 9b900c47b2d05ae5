//! Typed places in a timeline's lists.

use std::num::NonZeroU32;

/// Places in a list of a timeline.
pub trait Handle: Copy {
    /// The handle of the item at `index` of its list.
    fn at(index: usize) -> Self;

    /// The item's index in its list.
    fn place(self) -> usize;
}

/// Makes handle types: a handle cannot be mistaken for one of another list.
macro_rules! handles {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        $(
            $(#[$doc])*
            ///
            /// Valid for the timeline that it came from, and cheap to copy; what must survive a
            /// reload is the item's id.
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            // One more than the index: so a handle that may be missing takes no more room.
            pub struct $name(NonZeroU32);

            impl $name {
                /// The handle of the item at `index` of its list.
                ///
                /// A list has fewer than 2^32 items: its text is limited to far less.
                pub fn new(index: usize) -> Self {
                    let number = u32::try_from(index).ok();
                    let number = number.and_then(|index| NonZeroU32::MIN.checked_add(index));
                    Self(number.unwrap_or(NonZeroU32::MAX))
                }

                /// The item's index in its list.
                pub const fn index(self) -> usize {
                    self.0.get() as usize - 1
                }
            }

            impl Handle for $name {
                fn at(index: usize) -> Self {
                    Self::new(index)
                }

                fn place(self) -> usize {
                    self.index()
                }
            }
        )*
    };
}

handles! {
    /// An event.
    EventIx;
    /// An event kind.
    KindIx;
    /// A role.
    RoleIx;
    /// A participant.
    ParticipantIx;
    /// A person.
    PersonIx;
    /// A source.
    SourceIx;
    /// A place.
    PlaceIx;
    /// A zone.
    ZoneIx;
}

/// A quote: its event, and its place among the event's quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuoteIx {
    /// The event it stands under.
    pub event: EventIx,
    /// Its place among that event's quotes, from 0.
    pub nth: u32,
}
