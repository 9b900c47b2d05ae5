//! What the environment says of the terminal.

use std::env::{var, var_os};
use std::ffi::OsString;
use std::io::stdout;
use std::path::PathBuf;

use etcetera::base_strategy::{BaseStrategy, Xdg};
use terminal_size::{Width, terminal_size_of};

use crate::tui::config::Colours;
use crate::tui::glyphs::{ASCII, Glyphs, UNICODE};
use crate::tui::layout::TEXT_WIDTH;
use crate::tui::theme::Palette;

use super::args::ThemeName;

/// The configuration, from the folder of all programs' configurations.
const CONFIG: &str = "astana/config.toml";

/// What is remembered, from the folder of all programs' states.
const STATE: &str = "astana/state.json";

/// Prose is not squeezed into fewer columns.
const LEAST_COLUMNS: usize = 20;

/// Where the configuration stands, if there is one: by the rules of XDG on every system. Nothing if
/// no folder can be told, or only one that depends on where the program was started.
pub(super) fn config_file() -> Option<PathBuf> {
    let folder = Xdg::new().ok()?.config_dir();
    folder.is_absolute().then(|| folder.join(CONFIG))
}

/// Where is kept what one session leaves to the next: by the rules of XDG on every system. Nothing if no
/// folder can be told, or only one in a home that is not there.
pub(super) fn state_file() -> Option<PathBuf> {
    let folders = Xdg::new().ok()?;
    let (home, folder) = (folders.home_dir(), folders.state_dir()?);
    let has_place = folder.is_absolute() && (!folder.starts_with(home) || home.is_dir());
    has_place.then(|| folder.join(STATE))
}

/// The command that edits a file, as the user has set it for programs with a screen, else for any.
pub(super) fn editor() -> Option<String> {
    let set = |name| var(name).ok().filter(|editor| !editor.trim().is_empty());
    set("VISUAL").or_else(|| set("EDITOR"))
}

/// Whether the terminal says that it cannot move its cursor.
pub(super) fn terminal_is_dumb() -> bool {
    var_os("TERM").is_some_and(|term| term == "dumb")
}

/// The palette to use: what the command line asks for, else the configuration, else none where `NO_COLOR` says so
/// (<https://no-color.org>), else what `COLORFGBG` tells of the background.
///
/// The terminal is not asked: the default is readable on any background, and a terminal that
/// answers late or never would hold up the first screen.
pub(super) fn palette(theme: Option<ThemeName>, configured: Colours) -> Palette {
    let no_color = var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let colours = theme.map_or(configured, |theme| match theme {
        ThemeName::Auto => Colours::Auto,
        ThemeName::Light => Colours::Light,
        ThemeName::Dark => Colours::Dark,
        ThemeName::Mono => Colours::Mono,
    });
    match colours {
        Colours::Light => Palette::Light,
        Colours::Dark => Palette::Dark,
        Colours::Mono => Palette::Mono,
        Colours::Auto if no_color => Palette::Mono,
        Colours::Auto => background(var_os("COLORFGBG")),
    }
}

/// `COLORFGBG` is `foreground;background` in ANSI numbers, sometimes with a part between them.
fn background(variable: Option<OsString>) -> Palette {
    let text = variable
        .and_then(|value| value.into_string().ok())
        .unwrap_or_default();
    match text
        .rsplit(';')
        .next()
        .and_then(|number| number.parse::<u8>().ok())
    {
        Some(0..=6 | 8) => Palette::Dark,
        Some(7 | 9..=15) => Palette::Light,
        _ => Palette::Auto,
    }
}

/// The characters to draw with: plain ones if asked for, or if the locale names a character set
/// other than UTF-8.
pub(super) fn glyphs(ascii: bool) -> &'static Glyphs {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .filter_map(var_os);
    let locale = locale
        .filter_map(|value| value.into_string().ok())
        .find(|value| !value.is_empty());
    if ascii || locale.is_some_and(|locale| is_other_charset(&locale)) {
        &ASCII
    } else {
        &UNICODE
    }
}

/// The columns of the terminal that stdout is; nothing if it is none.
pub(super) fn terminal_columns() -> Option<usize> {
    terminal_size_of(stdout()).map(|(Width(columns), _)| usize::from(columns))
}

/// The columns that prose is wrapped to: those of the terminal, or else what `COLUMNS` says, and no
/// more than are good to read.
pub(super) fn text_columns() -> usize {
    let said = || var("COLUMNS").ok()?.parse().ok();
    let most = usize::from(TEXT_WIDTH);
    terminal_columns()
        .or_else(said)
        .unwrap_or(most)
        .clamp(LEAST_COLUMNS, most)
}

fn is_other_charset(locale: &str) -> bool {
    let charset = locale
        .split_once('.')
        .map(|(_, charset)| charset.to_lowercase());
    charset.is_some_and(|charset| !matches!(charset.as_str(), "utf-8" | "utf8"))
}

#[cfg(test)]
mod tests {
    use super::{background, is_other_charset};
    use crate::tui::theme::Palette;

    #[test]
    fn the_background_is_the_last_number() {
        for (text, palette) in [
            ("15;0", Palette::Dark),
            ("0;default;15", Palette::Light),
            ("0;7", Palette::Light),
            ("", Palette::Auto),
            ("default;default", Palette::Auto),
        ] {
            assert_eq!(background(Some(text.into())), palette, "{text}");
        }
    }

    #[test]
    fn only_a_locale_that_names_another_character_set_is_no_utf_8() {
        for (locale, other) in [
            ("C.UTF-8", false),
            ("en_US.utf8", false),
            ("C", false),
            ("ru_RU.KOI8-R", true),
        ] {
            assert_eq!(is_other_charset(locale), other, "{locale}");
        }
    }
}
