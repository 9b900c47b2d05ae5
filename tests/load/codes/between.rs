//! Mistakes between tables: what leads nowhere, stands twice, or does not fit together.

use astana::diagnostic::Code;

use super::Mistake;

/// They follow the sound base.
pub(super) const AFTER_BASE: &[Mistake] = &[
    (
        Code::Duplicate,
        "an_id_that_stands_twice",
        r#"
[[place]]
id = "idlib"
name = "Homs"
lat = 34.7
lon = 36.7
"#,
    ),
    (
        Code::Duplicate,
        "a_code_that_stands_twice",
        r#"
[[participant]]
id = "rus"
name = "Rus"
code = "RUS"

[[person]]
id = "oleg"
name = "Oleg"
participant = "rus"

[[event.quote]]
speaker = "oleg"
form = "indirect"
text = "He came."
sources = ["report"]
"#,
    ),
    (
        Code::Duplicate,
        "a_number_that_stands_twice",
        r#"
[[event]]
id = "round-02"
kind = "round"
number = 1
title = "Second"
start = 2017-02-16
summary = "Again."
sources = ["report"]
"#,
    ),
    (
        Code::UnknownReference,
        "a_misspelt_participant",
        r#"
[[event.quote]]
speaker = "lavrentiev"
participant = "rusia"
form = "indirect"
text = "He was content."
sources = ["report"]
"#,
    ),
    (
        Code::UnknownReference,
        "a_source_that_is_nowhere",
        r#"
[[event.document]]
title = "Statement"
sources = ["communique"]
"#,
    ),
    (
        Code::EndBeforeStart,
        "an_event_that_ends_before_it_starts",
        r#"
[[event]]
id = "round-02"
kind = "round"
title = "Second"
start = 2017-02-16
end = 2017-02-15
summary = "Again."
sources = ["report"]
"#,
    ),
    (
        Code::RefutedQuote,
        "a_quote_that_is_nearly_there",
        r#"
[[event.quote]]
speaker = "lavrentiev"
form = "direct"
text = "We don't want a pause, we need peace"
sources = ["report"]
"#,
    ),
    (
        Code::RefutedQuote,
        "a_quote_that_is_nowhere",
        r#"
[[event.quote]]
speaker = "lavrentiev"
form = "direct"
text = "Everybody is satisfied"
sources = ["report"]
"#,
    ),
    (
        Code::Unreadable,
        "a_source_text_that_is_missing",
        r#"
[[source]]
id = "other"
title = "Other"
file = "other.txt"

[[event.document]]
title = "Statement"
sources = ["other"]
"#,
    ),
    (
        Code::OutsideSeeds,
        "a_source_text_outside_the_folder",
        r#"
[[source]]
id = "other"
title = "Other"
file = "../other.txt"

[[event.document]]
title = "Statement"
sources = ["other"]
"#,
    ),
    (
        Code::NoSources,
        "an_event_without_sources",
        r#"
[[event]]
id = "round-02"
kind = "round"
title = "Second"
start = 2017-02-16
summary = "Again."
"#,
    ),
    (
        Code::Unused,
        "a_person_that_nothing_refers_to",
        r#"
[[person]]
id = "jaafari"
name = "Bashar Jaafari"
"#,
    ),
    (
        Code::StatusOrder,
        "a_history_that_goes_back",
        r#"
[[zone]]
id = "idlib"
name = "Idlib"
places = ["idlib"]
[[zone.status]]
date = 2017-05-04
status = "agreed"
[[zone.status]]
date = 2017-05-03
status = "proposed"
"#,
    ),
    (
        Code::QuoteFarFromEvent,
        "a_quote_of_another_year",
        r#"
[[event.quote]]
speaker = "lavrentiev"
form = "indirect"
text = "He was content."
date = 2018-01-24
sources = ["report"]
"#,
    ),
    (
        Code::TwinEvents,
        "the_same_event_again",
        r#"
[[event]]
id = "meeting-01"
kind = "round"
title = "First meeting"
start = 2017-01-23
summary = "They met."
sources = ["report"]
"#,
    ),
    (
        Code::UnverifiedQuote,
        "a_quote_without_a_text_to_check",
        r#"
[[source]]
id = "paper"
title = "Printed"

[[event.quote]]
speaker = "lavrentiev"
form = "direct"
text = "Peace"
sources = ["paper"]
"#,
    ),
];
