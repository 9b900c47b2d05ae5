//! Mistakes inside one table: in its TOML, its keys, its values.

use astana::diagnostic::Code;

use super::Mistake;

/// They follow the sound base.
pub(super) const AFTER_BASE: &[Mistake] = &[
    (
        Code::Syntax,
        "an_unclosed_string",
        r#"
[[place]]
id = "homs
name = "Homs"
lat = 34.7
lon = 36.7
"#,
    ),
    (
        Code::Syntax,
        "a_key_without_a_value",
        r#"
[[place]]
id = "homs"
name =
lat = 34.7
lon = 36.7
"#,
    ),
    (
        Code::Syntax,
        "a_key_that_stands_twice",
        r#"
[[place]]
id = "homs"
name = "Homs"
name = "Hims"
lat = 34.7
lon = 36.7
"#,
    ),
    (
        Code::Syntax,
        "a_day_that_the_calendar_has_not",
        r#"
[[event]]
id = "round-02"
kind = "round"
title = "Second"
start = 2017-02-30
"#,
    ),
    (
        Code::MissingKey,
        "an_event_without_a_start",
        r#"
[[event]]
id = "round-02"
kind = "round"
title = "Second"
summary = "Again."
sources = ["report"]
"#,
    ),
    (
        Code::MissingKey,
        "an_item_without_an_id",
        r#"
[[place]]
name = "Homs"
lat = 34.7
lon = 36.7
"#,
    ),
    (
        Code::MissingKey,
        "a_quote_without_sources",
        r#"
[[event.quote]]
speaker = "lavrentiev"
form = "indirect"
text = "He was content."
"#,
    ),
    (
        Code::MissingKey,
        "a_participant_in_line_without_a_role",
        r#"
[[event]]
id = "round-02"
kind = "round"
title = "Second"
start = 2017-02-16
summary = "Again."
sources = ["report"]
participants = [
  { id = "russia", role = "guarantor" },
  { id = "russia" },
]
"#,
    ),
    (
        Code::MissingKey,
        "a_zone_without_places",
        r#"
[[zone]]
id = "idlib"
name = "Idlib"
"#,
    ),
    (
        Code::WrongType,
        "a_number_in_quotation_marks",
        r#"
[[place]]
id = "homs"
name = "Homs"
lat = "34.7"
lon = 36.7
"#,
    ),
    (
        Code::WrongType,
        "a_string_for_a_list",
        r#"
[[event.document]]
title = "Statement"
sources = "report"
"#,
    ),
    (
        Code::WrongType,
        "a_number_for_a_date",
        r#"
[[event.document]]
title = "Statement"
date = 2017
"#,
    ),
    (
        Code::BadDate,
        "a_date_in_words",
        r#"
[[event.document]]
title = "Statement"
date = "October 2017"
"#,
    ),
    (
        Code::BadDate,
        "a_month_that_the_calendar_has_not",
        r#"
[[event.document]]
title = "Statement"
date = "2017-13"
"#,
    ),
    (
        Code::BadDate,
        "a_time_without_a_date",
        r#"
[[event.document]]
title = "Statement"
date = 17:30:00
"#,
    ),
    (
        Code::NotAList,
        "a_sub_table_in_single_brackets",
        r#"
[event.document]
title = "Statement"
"#,
    ),
    (
        Code::BadId,
        "an_id_in_capitals",
        r#"
[[place]]
id = "Deir_ez Zor"
name = "Deir ez-Zor"
lat = 35.3
lon = 40.1
"#,
    ),
    (
        Code::BadValue,
        "a_misspelt_choice",
        r#"
[[event.quote]]
speaker = "lavrentiev"
form = "indrect"
text = "He was content."
sources = ["report"]
"#,
    ),
    (
        Code::BadValue,
        "a_latitude_beyond_the_pole",
        r#"
[[place]]
id = "homs"
name = "Homs"
lat = 134.7
lon = 36.7
"#,
    ),
    (
        Code::BadValue,
        "a_glyph_of_two_columns",
        r#"
[[role]]
id = "observer"
name = "Observer"
glyph = "見"
"#,
    ),
    (
        Code::BadValue,
        "an_address_that_is_not_of_the_web",
        r#"
[[event.document]]
title = "Statement"
url = "javascript:alert(1)"
"#,
    ),
    (
        Code::BadValue,
        "a_number_below_zero",
        r#"
[[event]]
id = "round-02"
kind = "round"
number = -2
title = "Second"
start = 2017-02-16
summary = "Again."
sources = ["report"]
"#,
    ),
    (
        Code::EmptyText,
        "a_blank_title",
        r#"
[[event.document]]
title = " "
"#,
    ),
    (
        Code::UnknownKey,
        "a_misspelt_key",
        r#"
[[event.document]]
title = "Statement"
simbol = "S/2017/1"
"#,
    ),
    (
        Code::UnknownKey,
        "a_key_like_none",
        r#"
[[event.doubt]]
about = "venue"
text = "Two are named."
xyz = 1
"#,
    ),
    (
        Code::UnknownKey,
        "a_table_that_is_not_in_the_schema",
        r#"
[[participants]]
id = "iran"
name = "Iran"
"#,
    ),
    (
        Code::ControlCharacters,
        "a_text_that_turns_itself_round",
        "[[event.document]]\ntitle = \"State\u{202e}tnem\\u001b[31m\"\n",
    ),
];
