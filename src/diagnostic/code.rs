//! The table of diagnostic codes: the only place that lists them.

/// How bad a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something is wrong and was left out.
    Error,
    /// Something is probably not meant.
    Warning,
    /// Something to know.
    Note,
}

impl Severity {
    /// The word shown for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// Makes the enum, its list, its texts: a code cannot exist without a number and a meaning.
macro_rules! codes {
    ($($name:ident = $text:literal, $severity:ident, $meaning:literal;)*) => {
        /// A kind of diagnostic; its text (`E006`) is stable.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $meaning] $name,)*
        }

        impl Code {
            /// Every code, in order.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The stable text: `E` error, `W` warning, `N` note, and three digits.
            pub const fn text(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// How bad it is.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }

            /// Whether only the configuration can have it, and no timeline.
            pub const fn is_of_configuration(self) -> bool {
                matches!(
                    self,
                    Self::UnknownAction | Self::NotAKey | Self::KeyTaken | Self::KeyToLeave
                )
            }

            /// What it means, in a few words.
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$name => $meaning,)* }
            }

            /// Its row in the tables of the manual, in Markdown.
            pub fn row(self) -> String {
                let severity = self.severity().name();
                format!("| {} | {severity} | {} |\n", self.text(), self.meaning())
            }
        }
    };
}

codes! {
    Syntax            = "E001", Error, "the text is not TOML";
    MissingKey        = "E002", Error, "a required key is missing";
    WrongType         = "E003", Error, "a value has the wrong type";
    SchemaVersion     = "E004", Error, "the schema version is unknown";
    Duplicate         = "E005", Error, "an id, code or number stands twice";
    UnknownReference  = "E006", Error, "a reference leads nowhere";
    EndBeforeStart    = "E007", Error, "an event ends before it starts";
    BadDate           = "E008", Error, "a date cannot be read";
    RefutedQuote      = "E009", Error, "a direct quote is not in its source's text";
    Unreadable        = "E010", Error, "a file or directory cannot be read";
    NotUtf8           = "E011", Error, "a file is not UTF-8 text";
    TooLarge          = "E012", Error, "a file or timeline is over its limit";
    OutsideSeeds      = "E013", Error, "a source's file lies outside the seeds folder";
    TimelineTable     = "E014", Error, "the timeline table is missing or stands twice";
    NotAList          = "E015", Error, "a table should be a list of tables";
    BadId             = "E016", Error, "an id is not kebab-case";
    BadValue          = "E017", Error, "a value is none of those allowed";
    EmptyText         = "E018", Error, "a required text is empty";
    UnknownAction     = "E020", Error, "no action that can be bound has this name";
    NotAKey           = "E021", Error, "a text names no key";
    KeyTaken          = "E022", Error, "two actions are on one key";
    KeyToLeave        = "E023", Error, "the key that always leaves the program is bound";
    UnknownKey        = "W001", Warning, "a key is not in the schema";
    NoSources         = "W002", Warning, "an event has no sources";
    Unused            = "W003", Warning, "nothing refers to this";
    StatusOrder       = "W004", Warning, "a zone's history is out of order";
    QuoteFarFromEvent = "W005", Warning, "a quote is dated far from its event";
    TwinEvents        = "W006", Warning, "two events have the same kind, start and title";
    ControlCharacters = "W007", Warning, "a text holds control or direction-changing characters";
    UnverifiedQuote   = "N001", Note, "no source text to check a direct quote against";
}
