//! What opening costs: the first frame, in this process and on a terminal beside a bare program; and loading the
//! whole, beside one tree of it all.
//!
//! The bare program is this one: started with [`BARE`] it draws one line with ratatui and waits.

mod generate;

use std::hint::black_box;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use astana::builtin;
use astana::load::{Input, Share, first_screen, load};
use astana::tui::app::{App, Settings};
use astana::tui::message::Msg;
use astana::tui::theme::{Palette, Theme};
use astana::tui::update::update;
use astana::tui::view::view;
use criterion::{Criterion, criterion_group};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::widgets::Paragraph;

/// The argument that makes a bare program of this one.
const BARE: &str = "--bare-program";
/// What the bare program draws.
const WORD: &str = "Timeline";

fn builtin() -> Input {
    Input::embedded(builtin::DATA, builtin::SEEDS)
}

fn generated(toml: &str) -> Input {
    Input::text("talks.toml", toml.to_owned())
}

/// The first frame from texts that are there, without the terminal.
fn first_frame(c: &mut Criterion) {
    let mut group = c.benchmark_group("first frame");
    group.bench_function("embedded", |b| b.iter(|| frame(builtin())));
    for events in [75, 10_000, 100_000] {
        let toml = generate::timeline(events);
        // As much of it as is read to begin with, without the copy that reading makes.
        let end = toml.get(..64 * 1024).map_or(toml.len(), str::len);
        let beginning = toml.get(..end).unwrap_or(&toml);
        group.bench_function(events.to_string(), |b| {
            b.iter(|| frame(generated(beginning)));
        });
    }
}

fn frame(input: Input) {
    let loaded = first_screen(black_box(input), Share::ALL[0], None).expect("there are events");
    let mut app = App::beginning(loaded, Settings::default());
    update(&mut app, Msg::Resized(Size::new(120, 36)));
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 36));
    view(&app, &Theme::new(Palette::Auto), &mut buffer);
    black_box(buffer);
}

/// The first frame on a terminal, from starting the process on.
fn on_a_terminal(c: &mut Criterion) {
    let mut group = c.benchmark_group("on a terminal");
    group.sample_size(20);
    let bare = std::env::current_exe().expect("this program has a path");
    group.bench_function("bare ratatui program", |b| {
        b.iter_custom(|times| (0..times).map(|_| shown(&bare, &[BARE.into()])).sum());
    });
    let astana = PathBuf::from(env!("CARGO_BIN_EXE_astana"));
    group.bench_function("embedded", |b| {
        b.iter_custom(|times| (0..times).map(|_| shown(&astana, &[])).sum());
    });
    for events in [75, 10_000, 100_000] {
        let path = written(events);
        group.bench_function(events.to_string(), |b| {
            b.iter_custom(|times| {
                (0..times)
                    .map(|_| shown(&astana, std::slice::from_ref(&path)))
                    .sum()
            });
        });
    }
}

/// A file with so many events, below cargo's folder for such things.
fn written(events: usize) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{events}.toml"));
    std::fs::write(&path, generate::timeline(events)).expect("the folder can be written to");
    path
}

/// How long it takes a program until its first frame is there.
fn shown(program: &PathBuf, arguments: &[PathBuf]) -> Duration {
    let size = PtySize {
        rows: 36,
        cols: 120,
        ..PtySize::default()
    };
    let pair = native_pty_system()
        .openpty(size)
        .expect("there are terminals");
    let mut command = CommandBuilder::new(program);
    command.args(arguments);
    command.env("TERM", "xterm-256color");
    command.env("LANG", "C.UTF-8");
    command.env("XDG_STATE_HOME", "/dev/null");
    command.env("XDG_CONFIG_HOME", "/nowhere");
    let mut screen = pair
        .master
        .try_clone_reader()
        .expect("the terminal can be read");
    let begin = Instant::now();
    let mut child = pair
        .slave
        .spawn_command(command)
        .expect("the program starts");
    let mut seen: Vec<u8> = Vec::new();
    let mut chunk = [0; 16 * 1024];
    while !seen.windows(WORD.len()).any(|part| part == WORD.as_bytes()) {
        let length = screen.read(&mut chunk).expect("the program draws");
        seen.extend(chunk.iter().take(length));
    }
    let time = begin.elapsed();
    child.kill().expect("it was running");
    child.wait().expect("it has ended");
    time
}

/// Draws one line and waits to be ended.
fn bare() {
    let mut terminal = ratatui::init();
    let drawn = terminal.draw(|frame| frame.render_widget(Paragraph::new(WORD), frame.area()));
    drawn.expect("there is a terminal");
    std::thread::sleep(Duration::from_mins(1));
}

fn whole(c: &mut Criterion) {
    let mut group = c.benchmark_group("load");
    group.sample_size(10);
    group.bench_function("embedded", |b| b.iter(|| load(builtin())));
    for events in [75, 10_000, 100_000] {
        let toml = generate::timeline(events);
        group.bench_function(format!("{events} in pieces"), |b| {
            b.iter_with_large_drop(|| load(generated(&toml)));
        });
        group.bench_function(format!("{events} as one tree"), |b| {
            b.iter_with_large_drop(|| toml::from_str::<toml::Table>(&toml));
        });
        print_ratio(events, &toml);
    }
}

/// Prints how the two ways compare, one after the other in the same breath.
fn print_ratio(events: usize, toml: &str) {
    let timed = |work: &dyn Fn()| {
        let begin = Instant::now();
        work();
        begin.elapsed().as_secs_f64()
    };
    let pieces = timed(&|| std::mem::forget(black_box(load(generated(toml)))));
    let tree = timed(&|| std::mem::forget(black_box(toml::from_str::<toml::Table>(toml))));
    let mut out = std::io::stdout();
    writeln!(
        out,
        "load/{events}: in pieces {:.3} of one tree's time",
        pieces / tree
    )
    .ok();
}

criterion_group!(benches, first_frame, on_a_terminal, whole);

fn main() {
    if std::env::args().any(|argument| argument == BARE) {
        return bare();
    }
    benches();
    Criterion::default().configure_from_args().final_summary();
}
