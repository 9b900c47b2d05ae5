//! Timelines of any length, always the same, with events as large as curated ones are.

use std::fmt::Write;

/// Words that events are told in, some of them with what typesetting and languages bring along.
const WORDS: &str = "the the the of of and and to in in on a that with for by from at their was were \
    delegations guarantors ceasefire talks round meeting statement agreed agreement detainees exchange \
    lists humanitarian access zones de-escalation observers mediators envoy opposition government \
    capital ministers deputy technical experts working group committee constitution elections \
    sovereignty unity territorial integrity resolution council nations united special representative \
    process political settlement violence reduction monitoring mechanism trilateral violations \
    reported confirmed announced postponed next date venue hotel palace plenary bilateral \
    consultations preparation document draft map border crossing province city countryside \
    reconstruction refugees return mines clearance aid convoy hospital school water power \
    ’not’ “joint” side’s — – São Nur-Sultan Çavuşoğlu Лаврентьев… regime terrorist organisations \
    foreign fighters withdrawal forces police military security intelligence heads state summit";

/// Numbers that look random and are always the same.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let high = usize::try_from(self.0 >> 33).unwrap_or(0);
        high % most
    }

    fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }
}

/// A timeline of `events` events in the schema's TOML: each with three to five sentences of summary,
/// four to eight participants, three to six quotes, and sources of its own.
pub(crate) fn timeline(events: usize) -> String {
    let mut writer = Writer {
        toml: String::new(),
        numbers: Numbers(7),
        words: WORDS.split_whitespace().collect(),
    };
    writer.frame();
    for at in 0..events {
        writer.event(at);
    }
    writer.toml
}

/// The same with events as short as most are that are counted by the million, about 740 bytes each: one
/// sentence, three participants, a quote, and one of few sources. In pieces of `PIECE` events: a text
/// of all of them would be in memory twice.
pub(crate) fn lean(events: usize) -> impl Iterator<Item = String> {
    let mut numbers = Numbers(7);
    (0..events.max(1)).step_by(PIECE).map(move |from| {
        let mut writer = Writer {
            toml: String::new(),
            numbers: Numbers(numbers.0),
            words: WORDS.split_whitespace().collect(),
        };
        if from == 0 {
            writer.frame();
            writer.frame_of_lean();
        }
        for at in from..events.min(from + PIECE) {
            writer.lean_event(at);
        }
        numbers = writer.numbers;
        writer.toml
    })
}

/// How many lean events are in one text.
const PIECE: usize = 50_000;
/// How many sources they have between them.
const SOURCES: usize = 300;
/// Kinds, in lane order.
const KINDS: [&str; 4] = ["round", "summit", "visit", "call"];

const PARTICIPANTS: usize = 24;
const PEOPLE: usize = 120;

struct Writer {
    toml: String,
    numbers: Numbers,
    words: Vec<&'static str>,
}

impl Writer {
    fn line(&mut self, line: &str) {
        self.toml.push_str(line);
        self.toml.push('\n');
    }

    fn sentences(&mut self, least: usize, most: usize) -> String {
        let mut text = String::new();
        for _ in 0..self.numbers.between(least, most) {
            for at in 0..self.numbers.between(12, 24) {
                let word = self.words.get(self.numbers.below(self.words.len()));
                text.push_str(if at == 0 { "The " } else { " " });
                text.push_str(word.copied().unwrap_or_default());
            }
            text.push_str(". ");
        }
        text.trim_end().to_owned()
    }

    fn frame(&mut self) {
        self.line("[timeline]\nschema = 1\ntitle = \"Talks\"");
        self.line("[[kind]]\nid = \"round\"\nname = \"Round\"\nglyph = \"●\"");
        self.line("[[role]]\nid = \"guest\"\nname = \"Guest\"\nglyph = \"G\"");
        for at in 0..PARTICIPANTS {
            let (first, second) = (letter(at), letter(at + 7));
            self.line(&format!(
                "[[participant]]\nid = \"party-{at}\"\nname = \"{first}{second}{first}ia {at}\"\n\
                 code = \"{first}{second}{at}\"\naliases = [\"Republic of {first}{second}{first}ia {at}\"]"
            ));
        }
        for at in 0..PEOPLE {
            let (first, second) = (letter(at), letter(at * 5 + 3));
            self.line(&format!(
                "[[person]]\nid = \"person-{at}\"\nname = \"{first}ard {second}emirov{at}\"\n\
                 aliases = [\"{first}ard {second}emirow{at}\"]\ntitle = \"Deputy Minister of Foreign Affairs\"\n\
                 participant = \"party-{}\"",
                at % PARTICIPANTS
            ));
        }
    }

    fn frame_of_lean(&mut self) {
        for kind in KINDS.iter().skip(1) {
            let (first, rest) = kind.split_at(1);
            let name = first.to_uppercase() + rest;
            self.line(&format!(
                "[[kind]]\nid = \"{kind}\"\nname = \"{name}\"\nglyph = \"◆\""
            ));
        }
        for at in 0..SOURCES {
            let title = self.sentences(1, 1);
            self.line(&format!(
                "[[source]]\nid = \"source-{at}\"\npublisher = \"Gazette {}\"\ntitle = \"{title}\"\n\
                 date = {}-01-01\nurl = \"https://example.org/talks/{at}\"",
                at % 40,
                1700 + at
            ));
        }
        for (at, lat) in [36, 34, 33].into_iter().enumerate() {
            self.line(&format!(
                "[[place]]\nid = \"place-{at}\"\nname = \"Place {at}\"\nlat = {lat}.0\nlon = 36.5\n\
                 [[zone]]\nid = \"zone-{at}\"\nname = \"Zone {at}\"\nplaces = [\"place-{at}\"]\n\
                 sources = [\"source-{at}\"]\n[[zone.status]]\ndate = 1700-0{}-01\n\
                 status = \"proposed\"\nevent = \"event-{at}\"\nsources = [\"source-{at}\"]",
                at + 1
            ));
        }
    }

    fn lean_event(&mut self, at: usize) {
        let (year, month, day) = (1700 + at / 336, at / 28 % 12 + 1, at % 28 + 1);
        let (kind, source) = (self.numbers.below(KINDS.len()), self.numbers.below(SOURCES));
        let kind = KINDS.get(kind).copied().unwrap_or_default();
        let summary = self.sentences(1, 1);
        let topic = self.numbers.below(50);
        let first = self.numbers.below(PARTICIPANTS);
        let participants = (0..3).map(|nth| {
            let party = (first + nth * 5) % PARTICIPANTS;
            let head = party + PARTICIPANTS * self.numbers.below(PEOPLE / PARTICIPANTS);
            format!("{{ id = \"party-{party}\", role = \"guest\", head = \"person-{head}\" }}")
        });
        let participants: Vec<String> = participants.collect();
        let (text, speaker) = (self.sentences(1, 1), self.numbers.below(PEOPLE));
        self.line(&format!(
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

    fn event(&mut self, at: usize) {
        let sources: Vec<String> = (0..self.numbers.between(2, 4))
            .map(|nth| format!("source-{at}-{nth}"))
            .collect();
        let (year, month, day) = (1700 + at / 336, at / 28 % 12 + 1, at % 28 + 1);
        for source in &sources {
            let title = self.sentences(1, 1);
            self.line(&format!(
                "[[source]]\nid = \"{source}\"\npublisher = \"The Gazette\"\ntitle = \"{title}\"\n\
                 date = {year}-{month:02}-{day:02}\nurl = \"https://example.org/talks/{source}\""
            ));
        }
        let summary = self.sentences(3, 5);
        let outcome = self.sentences(1, 1);
        self.line(&format!(
            "[[event]]\nid = \"event-{at}\"\nkind = \"round\"\nnumber = {}\ntitle = \"Meeting {at}\"\n\
             start = {year}-{month:02}-{day:02}\ncity = \"Astana\"\ncountry = \"Kazakhstan\"\n\
             summary = \"{summary}\"\noutcomes = [\"{outcome}\"]\ntopics = [\"ceasefire\", \"detainees\"]\n\
             sources = [\"{}\"]",
            at + 1,
            sources.join("\", \"")
        ));
        let mut participants = String::new();
        let first = self.numbers.below(PARTICIPANTS);
        for nth in 0..self.numbers.between(4, 8) {
            let party = (first + nth) % PARTICIPANTS;
            let head = party + PARTICIPANTS * self.numbers.below(PEOPLE / PARTICIPANTS);
            let part = format!(
                "{{ id = \"party-{party}\", role = \"guest\", head = \"person-{head}\" }}, "
            );
            participants.push_str(&part);
        }
        self.line(&format!("participants = [{participants}]"));
        for _ in 0..self.numbers.between(3, 6) {
            let text = self.sentences(1, 2);
            let speaker = self.numbers.below(PEOPLE);
            let _ = writeln!(
                self.toml,
                "[[event.quote]]\nspeaker = \"person-{speaker}\"\nform = \"indirect\"\n\
                 text = \"{text}\"\nsources = [\"source-{at}-0\"]"
            );
        }
    }
}

fn letter(at: usize) -> char {
    "BDFGKLMNPRSTVZ".chars().cycle().nth(at).unwrap_or('B')
}
