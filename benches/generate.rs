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
pub(crate) struct Numbers(u64);

impl Numbers {
    pub(crate) fn below(&mut self, most: usize) -> usize {
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
    let mut writer = Writer::new();
    writer.frame();
    for at in 0..events {
        writer.event(at);
    }
    writer.toml
}

pub(crate) const PARTICIPANTS: usize = 24;
pub(crate) const PEOPLE: usize = 120;

/// A timeline's text on its way.
pub(crate) struct Writer {
    pub(crate) toml: String,
    pub(crate) numbers: Numbers,
    words: Vec<&'static str>,
}

impl Writer {
    pub(crate) fn new() -> Self {
        Self {
            toml: String::new(),
            numbers: Numbers(7),
            words: WORDS.split_whitespace().collect(),
        }
    }

    pub(crate) fn line(&mut self, line: &str) {
        self.toml.push_str(line);
        self.toml.push('\n');
    }

    pub(crate) fn sentences(&mut self, least: usize, most: usize) -> String {
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

    pub(crate) fn frame(&mut self) {
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
