//! The page of a source: what it is.

use crate::timeline::{SourceIx, Timeline};

use super::common::cited;
use super::{Ink, Page};

pub(super) fn write<'a>(timeline: &Timeline, at: SourceIx, mut page: Page<'a>) -> Page<'a> {
    page.paragraph(0, 0, &[(&cited(timeline, at), Ink::Strong)]);
    if let Some(url) = &timeline[at].url {
        page.address(0, url.shown(), Ink::Provenance);
    }
    page
}
