//! Typed places in a timeline's lists.

/// Makes handle types: a handle cannot be mistaken for one of another list.
macro_rules! handles {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        $(
            $(#[$doc])*
            ///
            /// Valid for the timeline that it came from, and cheap to copy; what must survive a
            /// reload is the item's id.
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(u32);

            impl $name {
                /// The handle of the item at `index` of its list.
                ///
                /// A list has fewer than 2^32 items: its text is limited to far less.
                pub fn new(index: usize) -> Self {
                    Self(u32::try_from(index).unwrap_or(u32::MAX))
                }

                /// The item's index in its list.
                pub const fn index(self) -> usize {
                    self.0 as usize
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
