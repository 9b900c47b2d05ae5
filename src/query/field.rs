//! The table of fields: what a term can name before its colon.

use crate::timeline::Facet;

/// A field of the query language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// One whose values have names.
    Of(Facet),
    /// When: days that overlap a range.
    Date,
    /// On how many sources it rests.
    Sources,
    /// What it has.
    Has,
}

impl Field {
    /// All of them, in the order of the manual.
    pub const ALL: [Self; 14] = [
        Self::Of(Facet::Participant),
        Self::Of(Facet::Role),
        Self::Of(Facet::Speaker),
        Self::Of(Facet::Kind),
        Self::Of(Facet::Topic),
        Self::Of(Facet::Place),
        Self::Of(Facet::Year),
        Self::Date,
        Self::Of(Facet::Source),
        Self::Sources,
        Self::Of(Facet::Zone),
        Self::Of(Facet::Form),
        Self::Of(Facet::State),
        Self::Has,
    ];

    /// How it is written.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Of(Facet::Participant) => "participant",
            Self::Of(Facet::Role) => "role",
            Self::Of(Facet::Speaker) => "speaker",
            Self::Of(Facet::Kind) => "kind",
            Self::Of(Facet::Topic) => "topic",
            Self::Of(Facet::Place) => "place",
            Self::Of(Facet::Year) => "year",
            Self::Date => "date",
            Self::Of(Facet::Source) => "source",
            Self::Sources => "sources",
            Self::Of(Facet::Zone) => "zone",
            Self::Of(Facet::Form) => "form",
            Self::Of(Facet::State) => "state",
            Self::Has => "has",
        }
    }

    /// What its value is, and an example.
    pub const fn example(self) -> &'static str {
        match self {
            Self::Of(Facet::Participant) => {
                "participant:iran,turkey or participant:jordan/observer"
            }
            Self::Of(Facet::Role) => "role:observer",
            Self::Of(Facet::Speaker) => "speaker:lavrentiev",
            Self::Of(Facet::Kind) => "kind:round",
            Self::Of(Facet::Topic) => "topic:detainees",
            Self::Of(Facet::Place) => "place:sochi",
            Self::Of(Facet::Year) => "year:2017 or year:2017..2019",
            Self::Date => "date:2017-05..2018-01, date:..2017 or date:2018-03..",
            Self::Of(Facet::Source) => "source:tass",
            Self::Sources => "sources:<2 or sources:3",
            Self::Of(Facet::Zone) => "zone:idlib",
            Self::Of(Facet::Form) => "form:direct",
            Self::Of(Facet::State) => "state:verified",
            Self::Has => "has:doubt",
        }
    }

    /// The field of that name, whatever its case.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        Self::ALL.into_iter().find(|field| field.name() == name)
    }
}
