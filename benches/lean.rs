//! Timelines of any length with short events, for as many as memory has room for.

use super::generate::{PARTICIPANTS, PEOPLE, Writer};

/// A timeline of `events` events as short as those are that are counted by the million, about 740 bytes each: one
/// sentence, three participants, a quote, and one of few sources. In pieces of `PIECE` events: a text
/// of all of them would be in memory twice.
pub(crate) fn timeline(events: usize) -> impl Iterator<Item = String> {
    let mut writer = Writer::new();
    (0..events.max(1)).step_by(PIECE).map(move |from| {
        if from == 0 {
            writer.frame();
            frame(&mut writer);
        }
        for at in from..events.min(from + PIECE) {
            event(&mut writer, at);
        }
        std::mem::take(&mut writer.toml)
    })
}

/// How many lean events are in one text.
const PIECE: usize = 50_000;
/// How many sources they have between them.
const SOURCES: usize = 300;
/// Kinds, in lane order.
const KINDS: [&str; 4] = ["round", "summit", "visit", "call"];

fn frame(writer: &mut Writer) {
    for kind in KINDS.iter().skip(1) {
        let (first, rest) = kind.split_at(1);
        let name = first.to_uppercase() + rest;
        writer.line(&format!(
            "[[kind]]\nid = \"{kind}\"\nname = \"{name}\"\nglyph = \"◆\""
        ));
    }
    for at in 0..SOURCES {
        let title = writer.sentences(1, 1);
        writer.line(&format!(
            "[[source]]\nid = \"source-{at}\"\npublisher = \"Gazette {}\"\ntitle = \"{title}\"\n\
             date = {}-01-01\nurl = \"https://example.org/talks/{at}\"",
            at % 40,
            1700 + at
        ));
    }
    for (at, lat) in [36, 34, 33].into_iter().enumerate() {
        writer.line(&format!(
            "[[place]]\nid = \"place-{at}\"\nname = \"Place {at}\"\nlat = {lat}.0\nlon = 36.5\n\
             [[zone]]\nid = \"zone-{at}\"\nname = \"Zone {at}\"\nplaces = [\"place-{at}\"]\n\
             sources = [\"source-{at}\"]\n[[zone.status]]\ndate = 1700-0{}-01\n\
             status = \"proposed\"\nevent = \"event-{at}\"\nsources = [\"source-{at}\"]",
            at + 1
        ));
    }
}

fn event(writer: &mut Writer, at: usize) {
    let (year, month, day) = (1700 + at / 336, at / 28 % 12 + 1, at % 28 + 1);
    let (kind, source) = (
        writer.numbers.below(KINDS.len()),
        writer.numbers.below(SOURCES),
    );
    let kind = KINDS.get(kind).copied().unwrap_or_default();
    let summary = writer.sentences(1, 1);
    let topic = writer.numbers.below(50);
    let first = writer.numbers.below(PARTICIPANTS);
    let participants = (0..3).map(|nth| {
        let party = (first + nth * 5) % PARTICIPANTS;
        let head = party + PARTICIPANTS * writer.numbers.below(PEOPLE / PARTICIPANTS);
        format!("{{ id = \"party-{party}\", role = \"guest\", head = \"person-{head}\" }}")
    });
    let participants: Vec<String> = participants.collect();
    let (text, speaker) = (writer.sentences(1, 1), writer.numbers.below(PEOPLE));
    writer.line(&format!(
        "[[event]]\nid = \"event-{at}\"\nkind = \"{kind}\"\nnumber = {}\ntitle = \"Meeting {at}\"\n\
         start = {year}-{month:02}-{day:02}\ncity = \"City {}\"\ncountry = \"Kazakhstan\"\n\
         summary = \"{summary}\"\ntopics = [\"topic {topic}\", \"ceasefire\"]\n\
         sources = [\"source-{source}\"]\nparticipants = [{}]\n[[event.quote]]\n\
         speaker = \"person-{speaker}\"\nform = \"indirect\"\ntext = \"{text}\"\n\
         sources = [\"source-{source}\"]",
        at + 1,
        topic % 20,
        participants.join(", ")
    ));
}
