//! `astana render`: one screen of the program, without a terminal.

use std::io::{self, Write};
use std::process::ExitCode;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::export::svg;
use crate::text::{Lines, show};
use crate::tui::app::{App, Settings};
use crate::tui::glyphs::{ASCII, UNICODE};
use crate::tui::keymap::{Chord, Key, Keymap};
use crate::tui::message::{Effect, Msg};
use crate::tui::picture;
use crate::tui::theme::{Palette, Theme};
use crate::tui::update::{is_work_left, update};
use crate::tui::view::view;

use super::args::{PictureFormat, Render, ThemeName};
use super::input::load_and_choose;
use super::{Failure, USAGE, browse, print};

/// Prints the screen that is asked for.
///
/// Neither configuration nor environment are asked: the same command draws the same screen.
pub(super) fn print(request: &Render) -> Result<ExitCode, Failure> {
    let palette = match request.look.theme {
        None | Some(ThemeName::Auto) => Palette::Auto,
        Some(ThemeName::Light) => Palette::Light,
        Some(ThemeName::Dark) => Palette::Dark,
        Some(ThemeName::Mono) => Palette::Mono,
    };
    let app = app(request)?;
    let area = Rect::from((Position::ORIGIN, app.size));
    let mut frame = Buffer::empty(area);
    view(&app, &Theme::new(palette), &mut frame);
    print::data(|out| match request.format {
        PictureFormat::Text => write_text(out, &frame),
        PictureFormat::Svg => svg::write(out, &picture::picture(&frame, palette)),
    })
}

fn write_text(out: &mut impl Write, frame: &Buffer) -> io::Result<()> {
    for line in picture::lines(frame) {
        writeln!(out, "{}", show(&line, Lines::One))?;
    }
    Ok(())
}

/// The program as the keys leave it, with everything done that it does between keys.
fn app(request: &Render) -> Result<App, Failure> {
    let (loaded, query) = load_and_choose(&request.source, &request.choice)?;
    let Render { begin, choice, .. } = request;
    let given = browse::Given::of(begin, choice, query, &loaded.timeline)?;
    let settings = Settings {
        glyphs: if request.look.ascii { &ASCII } else { &UNICODE },
        keymap: Keymap::default(),
        origin: browse::origin(&request.source),
        ..Settings::default()
    };
    let mut app = App::new(loaded, settings);
    browse::begin(&mut app, &given);
    update(&mut app, Msg::Resized(request.size));
    for chord in request.keys.split_whitespace().flat_map(chords) {
        match update(&mut app, Msg::Key(chord)) {
            None | Some(Effect::Redraw | Effect::Mouse(_)) => finish_work(&mut app),
            Some(_) => {
                let message = format!("`{chord}` leads out of the screen that is to be drawn");
                return Err(Failure::new(USAGE, message));
            }
        }
    }
    finish_work(&mut app);
    Ok(app)
}

/// A key by its name, or the letters of a word that is none.
fn chords(word: &str) -> Vec<Chord> {
    word.parse::<Chord>().map_or_else(
        |_| word.chars().map(|c| Chord::from(Key::Char(c))).collect(),
        |chord| vec![chord],
    )
}

fn finish_work(app: &mut App) {
    while is_work_left(app) {
        update(app, Msg::Idle);
    }
}
