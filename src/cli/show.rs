//! `astana show`: one event whole.

use std::process::ExitCode;

use crate::export::{EventDetail, json, markdown};
use crate::timeline::{EventIx, Timeline};
use crate::tui::document::{self, Setting};

use super::args::{DetailFormat, Look};
use super::{Failure, environment, print};

/// Prints an event.
pub(super) fn print(
    timeline: &Timeline,
    event: EventIx,
    format: DetailFormat,
    look: &Look,
) -> Result<ExitCode, Failure> {
    print::data(|out| match format {
        DetailFormat::Text => {
            let glyphs = environment::glyphs(look.ascii);
            let setting = Setting::plain(glyphs, environment::text_columns());
            let lines = document::event_on_paper(timeline, event, setting);
            print::lines(out, &lines)
        }
        DetailFormat::Json => json::write(out, &EventDetail::of(timeline, event)),
        DetailFormat::Md => markdown::event(out, timeline, event),
    })
}
