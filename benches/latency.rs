//! How much work each key is until its frame is drawn, at the median, at the 99th percentile and at most:
//! `cargo bench --bench latency -- 100000 [part of a row's name]`.
//!
//! Beside them stands what the key took for the first time, and how long the steps are that go on
//! between keys after it: the longest of them, and all of them together. What is measured is the time
//! of the processor: other programs make no difference.

#![expect(clippy::print_stdout, reason = "it is there to print")]

mod generate;
mod lean;
mod reader;

use std::time::Duration;

use astana::load::{Input, load};
use astana::tui::keymap::Chord;
use astana::tui::message::Msg;
use astana::tui::update::{is_work_left, update};
use reader::Reader;
use rustix::time::{ClockId, clock_gettime};

/// From so many events on they are lean: a million of the others does not fit into memory.
const LEAN_FROM: usize = 50_000;
/// How often a row's keys are pressed, all of them together.
const PRESSES: usize = 200;
/// What is not quick is pressed less often.
const LONGEST: Duration = Duration::from_secs(4);
/// Steps are followed for so long after each key.
const FOLLOWED: Duration = Duration::from_secs(20);

/// What is pressed: before, again and again, and at the end. A word is typed letter by letter.
const ROWS: &[[&str; 4]] = &[
    ["move", "", "j j j k j", ""],
    ["page", "g", "pgdn pgdn pgdn pgup", ""],
    ["ends", "", "G g", ""],
    ["year", "", "} } {", ""],
    ["thread", "", ". . ,", ""],
    ["zoom", "", "+ + + + - - 0", ""],
    ["pan", "+ +", "> > <", "0"],
    ["lanes", "", "L", "g"],
    ["detail", "g", "enter down pgdn G g esc", "esc"],
    [
        "follow",
        "g",
        "enter down down down enter esc esc j",
        "esc esc",
    ],
    [
        "follow to a participant",
        "1 g",
        "enter down down down down down down down down enter esc esc j",
        "esc esc 1",
    ],
    [
        "page of a topic",
        "1 j g enter down down down down enter",
        "G pgup g pgdn",
        "esc esc 1",
    ],
    [
        "page of a participant",
        "1 j g enter down down down down down down down enter",
        "G pgup g pgdn",
        "esc esc 1",
    ],
    [
        "search on a page",
        "1 j g enter down down down down down down down enter",
        "/ person enter n n N esc",
        "esc esc 1",
    ],
    ["places", "", "alt-left alt-left alt-right", "1"],
    ["quotes", "1 g", "2 1", "1"],
    ["quotes move", "2", "j j G g pgdn", "1"],
    ["quotes detail", "2 g tab", "j j G g pgdn", "esc 1"],
    ["participants", "1 g", "3 1", "1"],
    ["participants move", "3", "j l l G g }", "1"],
    ["sources", "1 g", "4 1", "1"],
    ["sources move", "4", "j j pgdn G g", "1"],
    ["sources sort", "4", "s", "1"],
    ["sources detail", "4 g tab", "j pgdn G g", "esc 1"],
    ["zones", "1 g", "5 1", "1"],
    ["zones move", "5", "j", "1"],
    ["picker p", "", "p b a esc", ""],
    ["picker p apply", "", "p down enter X", ""],
    ["picker f", "", "f b a esc", ""],
    ["picker f apply", "", "f 9 enter X", ""],
    ["only this", "g", "@ enter u", ""],
    ["filter quotes", "2", "p enter X", "1"],
    ["filter participants", "3", "p enter X", "1"],
    ["filter sources", "4", "p enter X", "1"],
    ["query values", "", "& kind:round enter X", ""],
    ["query words", "", "& detainees enter X", ""],
    ["search", "", "/ detainees enter n n N esc", ""],
    ["search rare", "", "/ zzzz esc", ""],
    ["search ends", "/ detainees enter", "G n g N n", "esc"],
    ["search quotes", "2", "/ detainees enter n n N esc", "1"],
    ["search sources", "4", "/ the enter n n N esc", "1"],
    ["search participants", "3", "/ bfb enter n n N esc", "1"],
];

/// The time that this thread has had.
struct Instant(Duration);

impl Instant {
    fn now() -> Self {
        let now = clock_gettime(ClockId::ThreadCPUTime);
        let (seconds, rest) = (u64::try_from(now.tv_sec), u32::try_from(now.tv_nsec));
        Self(Duration::new(
            seconds.unwrap_or_default(),
            rest.unwrap_or_default(),
        ))
    }

    fn elapsed(&self) -> Duration {
        Self::now().0.saturating_sub(self.0)
    }
}

/// How long keys took, and the steps behind them.
#[derive(Default)]
struct Times {
    keys: Vec<Duration>,
    slowest: (Duration, String),
    longest_step: Duration,
    steps: Duration,
}

impl Reader {
    fn new(events: usize) -> Self {
        let begin = Instant::now();
        let loaded = if events < LEAN_FROM {
            load(Input::text("talks.toml", generate::timeline(events)))
        } else {
            let texts = lean::timeline(events).enumerate();
            load(Input::layered(texts.map(|(nth, text)| {
                Input::text(format!("talks-{nth}.toml"), text)
            })))
        };
        assert_eq!(loaded.timeline.events().len(), events);
        println!("{events} events, loaded in {}", shown(begin.elapsed()));
        let begin = Instant::now();
        let mut reader = Self::of(loaded, (120, 36));
        let opened = begin.elapsed();
        let drawn = reader.send(Msg::Idle);
        println!("opened in {}, first frame {}", shown(opened), shown(drawn));
        reader
    }

    /// How long the processor works until the screen answers a message.
    fn send(&mut self, msg: Msg) -> Duration {
        let begin = Instant::now();
        self.see(msg);
        begin.elapsed()
    }

    fn press(&mut self, keys: &[Chord], times: &mut Times) {
        for key in keys {
            let took = self.send(Msg::Key(*key));
            if took > times.slowest.0 {
                times.slowest = (took, key.to_string());
            }
            times.keys.push(took);
            let mut here = Duration::ZERO;
            while is_work_left(&self.app) && here < FOLLOWED {
                let begin = Instant::now();
                update(&mut self.app, Msg::Idle);
                let step = begin.elapsed();
                here += step;
                times.longest_step = times.longest_step.max(step);
            }
            times.steps += here;
        }
    }
}

fn chords(keys: &str) -> Vec<Chord> {
    let words = keys.split_whitespace();
    let chords = words.flat_map(|word| match word.parse() {
        Ok(chord) => vec![chord],
        Err(_) => word
            .chars()
            .map(|letter| letter.to_string().parse().expect("a letter is a key"))
            .collect(),
    });
    chords.collect()
}

fn shown(time: Duration) -> String {
    format!("{:.2}", time.as_secs_f64() * 1000.0)
}

fn report(name: &str, mut times: Times) {
    let first = times.keys.first().copied().unwrap_or_default();
    times.keys.sort_unstable();
    let at = |part: usize| times.keys.get(times.keys.len() * part / 100);
    let at = |part: usize| shown(at(part).copied().unwrap_or_default());
    let (most, key) = times.slowest;
    println!(
        "{name:20} {:>8} {:>8} {:>8} {:>8} {key:9} {:>8} {:>8}",
        shown(first),
        at(50),
        at(99),
        shown(most),
        shown(times.longest_step),
        shown(times.steps),
    );
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let events = arguments.iter().find_map(|it| it.parse::<usize>().ok());
    let mut names = arguments.iter();
    let wanted = names.find(|it| !it.starts_with('-') && it.parse::<usize>().is_err());
    let mut reader = Reader::new(events.unwrap_or(10_000));
    println!(
        "{:20} {:>8} {:>8} {:>8} {:>8} {:9} {:>8} {:>8}",
        "milliseconds", "first", "p50", "p99", "most", "", "step", "steps"
    );
    for [name, before, keys, behind] in ROWS {
        if wanted.is_some_and(|wanted| !name.contains(wanted.as_str())) {
            continue;
        }
        reader.press(&chords(before), &mut Times::default());
        let mut times = Times::default();
        let begin = Instant::now();
        while times.keys.len() < PRESSES && begin.elapsed() < LONGEST {
            reader.press(&chords(keys), &mut times);
        }
        reader.press(&chords(behind), &mut Times::default());
        report(name, times);
    }
}
