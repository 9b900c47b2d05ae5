//! The table of actions: what can be done, what it is called, and which keys do it.
//!
//! Dispatch, the footer, the help and `docs/keys.md` all read this table, and nothing else says
//! which key does what.

/// Where the keys go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Context {
    /// Everywhere, unless a narrower context says otherwise.
    Global,
    /// In the views, with nothing open over them.
    View,
    /// In the participants view, on top of what holds in the views.
    Matrix,
    /// In the picker.
    Picker,
    /// In the line that the filter is typed in.
    QueryLine,
    /// In the line that names where to go.
    GoTo,
    /// In the help.
    Help,
    /// In the list of problems.
    Problems,
    /// In the menu of what can be copied.
    Copy,
    /// While what is searched for is typed.
    Search,
}

impl Context {
    /// Whether what is typed there is text: then only keys without a character are read as keys.
    pub const fn takes_text(self) -> bool {
        matches!(
            self,
            Self::Picker | Self::QueryLine | Self::GoTo | Self::Help | Self::Search
        )
    }

    /// The context whose keys hold there too, but for those that it has itself.
    const fn wider(self) -> Option<Self> {
        match self {
            Self::Global => None,
            Self::Matrix => Some(Self::View),
            _ => Some(Self::Global),
        }
    }

    /// It and the contexts whose keys hold there too, the narrowest first.
    pub fn and_wider(self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |context| context.wider())
    }
}

/// What an action has to do with; the sections of help and manual.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Moving about.
    Move,
    /// Choosing what is shown.
    View,
    /// Choosing which events are shown.
    Filter,
    /// Finding words in what is shown.
    Search,
    /// The program itself.
    Program,
}

impl Group {
    /// All of them, in the order of help and manual.
    pub const ALL: [Self; 5] = [
        Self::Move,
        Self::View,
        Self::Filter,
        Self::Search,
        Self::Program,
    ];

    /// The heading it has.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Move => "Move",
            Self::View => "View",
            Self::Filter => "Filter",
            Self::Search => "Search",
            Self::Program => "Program",
        }
    }
}

/// What the table says of one action.
#[derive(Debug, Clone, Copy)]
pub struct Spec {
    /// The name that configuration binds by.
    pub name: &'static str,
    /// What it has to do with.
    pub group: Group,
    /// One line that says what it does.
    pub help: &'static str,
    /// The word it has in the footer.
    pub hint: &'static str,
    /// The keys that do it, and where.
    pub keys: &'static [(Context, &'static str)],
}

/// Makes the enum, its list and its table: an action cannot exist without a name, a group, a help
/// line and its keys.
macro_rules! actions {
    ($($action:ident = $name:literal, $group:ident, $help:literal, $hint:literal,
        [$($context:ident: $key:literal),* $(,)?];)*) => {
        /// Something a key can do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {
            $(#[doc = $help] $action,)*
        }

        impl Action {
            /// Every action, in the order of help and manual.
            pub const ALL: &'static [Self] = &[$(Self::$action),*];

            /// What the table says of it.
            pub const fn spec(self) -> Spec {
                match self {
                    $(Self::$action => Spec {
                        name: $name,
                        group: Group::$group,
                        help: $help,
                        hint: $hint,
                        keys: &[$((Context::$context, $key)),*],
                    },)*
                }
            }
        }
    };
}

actions! {
    Next = "next", Move, "go to the next row, or scroll down a line", "down",
        [View: "j", Global: "down", Problems: "j", Copy: "j"];
    Previous = "previous", Move, "go to the previous row, or scroll up a line", "up",
        [View: "k", Global: "up", Problems: "k", Copy: "k"];
    PageDown = "page-down", Move, "go a page down", "page",
        [View: "space", Global: "pgdn", Problems: "space"];
    PageUp = "page-up", Move, "go a page up", "page",
        [View: "b", Global: "pgup", Problems: "b"];
    HalfPageDown = "half-page-down", Move, "go half a page down", "half page", [View: "ctrl-d", Problems: "ctrl-d"];
    HalfPageUp = "half-page-up", Move, "go half a page up", "half page", [View: "ctrl-u", Problems: "ctrl-u"];
    First = "first", Move, "go to the first row", "first",
        [View: "g", View: "home", Problems: "g", Problems: "home"];
    Last = "last", Move, "go to the last row", "last",
        [View: "G", View: "end", Problems: "G", Problems: "end"];
    NextYear = "next-year", Move, "go to the next year", "year", [View: "}"];
    PreviousYear = "previous-year", Move, "go to the beginning of this year, or to the year before", "year", [View: "{"];
    Open = "open", Move, "open what is selected, or go into it", "open",
        [Global: "enter", View: "l", View: "right", Problems: "l"];
    Back = "back", Move, "go back one step", "back",
        [Global: "esc", View: "h", View: "left", Problems: "h", Problems: "left"];
    EventNext = "event-next", Move, "go to the next event, a column on", "next event", [Matrix: "l", Matrix: "right"];
    EventPrevious = "event-previous", Move, "go to the previous event, a column back", "previous event", [Matrix: "h", Matrix: "left"];
    NextInThread = "next-in-thread", Move, "go to the next event of this kind, or with what is focused", "next such", [View: "."];
    PreviousInThread = "previous-in-thread", Move, "go to the previous event of this kind, or with what is focused", "previous such", [View: ","];
    GoTo = "go-to", Move, "go to a date, a number or an id", "go to", [View: "t"];
    PlaceBefore = "place-before", Move, "go back to where you were before", "where you were", [View: "alt-left", View: "ctrl-o"];
    PlaceAfter = "place-after", Move, "go forward again", "forward", [View: "alt-right"];
    NextPane = "next-pane", Move, "go to the next pane", "pane", [View: "tab"];
    PreviousPane = "previous-pane", Move, "go to the previous pane", "pane", [View: "shift-tab"];

    ViewTimeline = "view-timeline", View, "show the timeline", "timeline", [View: "1"];
    ViewQuotes = "view-quotes", View, "show the quotes, by speaker", "quotes", [View: "2"];
    ViewParticipants = "view-participants", View, "show who took part in which event", "participants", [View: "3"];
    ViewSources = "view-sources", View, "show the sources, and what rests on each", "sources", [View: "4"];
    ViewZones = "view-zones", View, "show the zones on a map, as they stood", "zones", [View: "5"];
    Sort = "sort", View, "sort the sources: by date, by publisher, by how much rests on them", "sort", [View: "s"];

    Layout = "layout", View, "arrange the panes: beside, below, one at a time", "layout", [View: "v"];
    Mouse = "mouse", View, "switch the mouse on or off", "mouse", [Global: "f2"];
    ZoomIn = "zoom-in", View, "zoom the axis in, about the selected event", "zoom in", [View: "+", View: "=", View: "z"];
    ZoomOut = "zoom-out", View, "zoom the axis out", "zoom out", [View: "-", View: "Z"];
    ZoomFit = "zoom-fit", View, "show the whole span on the axis", "whole span", [View: "0"];
    PanLeft = "pan-left", View, "move the zoomed axis into the past", "earlier", [View: "<"];
    PanRight = "pan-right", View, "move the zoomed axis into the future", "later", [View: ">"];
    Lanes = "lanes", View, "draw the axis as lanes, one for each kind of event, or as one row", "lanes", [View: "L"];

    FilterParticipants = "filter-participants", Filter, "choose participants: only their events are shown", "participants", [View: "p"];
    FilterFacets = "filter-facets", Filter, "choose values of any field: topics, places, years, sources …", "filter", [View: "f"];
    FilterEdit = "filter-edit", Filter, "type the filter", "type filter", [View: "&"];
    FilterOnly = "filter-only", Filter, "show only what has this: a kind, place, topic, participant or speaker", "only this", [View: "@"];
    FilterNot = "filter-not", Filter, "show nothing that has this", "not this", [View: "!"];
    PickerMark = "picker-mark", Filter, "mark the row, or take the mark off", "mark", [Picker: "space"];
    PickerAnyAll = "picker-any-all", Filter, "switch between any of the marked and all of them", "any/all", [Picker: "tab"];
    Complete = "complete", Filter, "complete what is typed; again for the next possibility", "complete", [QueryLine: "tab"];
    CompleteBack = "complete-back", Filter, "go back to the possibility before", "complete", [QueryLine: "shift-tab"];
    FilterDropLast = "filter-drop-last", Filter, "drop the last part of the filter", "drop filter", [View: "backspace"];
    FilterClear = "filter-clear", Filter, "drop the whole filter", "all", [View: "X"];
    FilterUndo = "filter-undo", Filter, "bring the filter back as it was before", "undo", [View: "u"];

    Search = "search", Search, "search in what is listed and its details, as you type", "search", [View: "/"];
    SearchNext = "search-next", Search, "go to the next hit; in a source without a search, to the next passage that is quoted", "next hit", [View: "n", View: "f3", Search: "f3"];
    SearchPrevious = "search-previous", Search, "go to the hit before, or to the passage before", "hit before",
        [View: "N", View: "shift-f3", Search: "shift-f3"];
    SearchThis = "search-this", Search, "search for the name of what is selected", "search name", [View: "*"];

    Help = "help", Program, "show every key; type to find one, Enter does it", "all keys",
        [View: "?", Global: "f1", Problems: "?"];
    Problems = "problems", Program, "list what is wrong with the timeline's files", "problems", [View: "E"];
    Copy = "copy", Program, "copy this: as text, id, command, URL, citation, Markdown, BibTeX or CSL-JSON", "copy",
        [View: "y", Copy: "y"];
    OpenUrl = "open-url", Program, "open the address of this in the browser, or show it where there is none", "open URL", [View: "o"];
    Edit = "edit", Program, "open your editor at the line that defines this", "edit", [View: "e", Problems: "e"];
    Reload = "reload", Program, "read the timeline's files again", "reload", [View: "r", Global: "f5"];
    Redraw = "redraw", Program, "draw the screen anew", "redraw", [Global: "ctrl-l"];
    Suspend = "suspend", Program, "go back to the shell until `fg`", "suspend", [Global: "ctrl-z"];
    Close = "close", Program, "close what is open; the program, if nothing is", "quit",
        [View: "q", Problems: "q", Copy: "q"];
    Quit = "quit", Program, "leave the program at once", "quit", [View: "Q", Global: "ctrl-c", Problems: "Q", Copy: "Q"];
}
