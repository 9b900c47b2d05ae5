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
use crate::tui::shell::{Desktop, Encoding, Multiplexer, Program};
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

/// What the session offers outside the terminal.
pub(super) fn desktop() -> Desktop {
    let is_set = |name: &str| var_os(name).is_some_and(|value| !value.is_empty());
    desktop_of(is_set, cfg!(target_os = "macos"))
}

/// The same, by what is set in the environment.
///
/// Over ssh the clipboard and the browser of this machine are not those of whoever sits at the other
/// end: the terminal is, and a browser that was set for the session.
fn desktop_of(is_set: impl Fn(&str) -> bool, is_mac: bool) -> Desktop {
    let is_remote = is_set("SSH_TTY") || is_set("SSH_CONNECTION");
    let is_windows = is_set("WSL_DISTRO_NAME");
    let has_screen = is_set("WAYLAND_DISPLAY") || is_set("DISPLAY");
    let ways = [
        (is_set("WAYLAND_DISPLAY"), WAYLAND),
        (is_set("DISPLAY"), X11),
        (is_mac, MAC),
        (is_windows, WINDOWS),
    ];
    let fitting = ways.into_iter().filter(|(fits, _)| *fits && !is_remote);
    let browser = match is_set("BROWSER") {
        true if is_mac => Some("open"),
        true => Some("xdg-open"),
        false if is_remote => None,
        false if is_mac => Some("open"),
        false if is_windows => Some("wslview"),
        false => has_screen.then_some("xdg-open"),
    };
    Desktop {
        clipboard: fitting
            .flat_map(|(_, programs)| programs)
            .copied()
            .collect(),
        multiplexer: match (is_set("TMUX"), is_set("STY")) {
            (true, _) => Multiplexer::Tmux,
            (false, true) => Multiplexer::Screen,
            (false, false) => Multiplexer::None,
        },
        browser,
    }
}

const fn program(name: &'static str, arguments: &'static [&'static str]) -> Program {
    Program {
        name,
        arguments,
        encoding: Encoding::Utf8,
    }
}

/// Told the type, since it would be guessed from the text: what is JSON could be pasted nowhere.
const WAYLAND: &[Program] = &[program("wl-copy", &["--type", "text/plain"])];

const X11: &[Program] = &[
    program("xclip", &["-selection", "clipboard"]),
    program("xsel", &["-ib"]),
];

const MAC: &[Program] = &[program("pbcopy", &[])];

const WINDOWS: &[Program] = &[Program {
    name: "clip.exe",
    arguments: &[],
    encoding: Encoding::Utf16,
}];

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
    use super::{background, desktop_of, is_other_charset};
    use crate::tui::shell::Multiplexer;
    use crate::tui::theme::Palette;

    #[test]
    fn the_ways_to_copy_and_to_open_are_those_of_the_session() {
        let all = "xclip xsel";
        for (set, is_mac, clipboard, browser) in [
            ("WAYLAND_DISPLAY", false, "wl-copy", Some("xdg-open")),
            ("DISPLAY", false, all, Some("xdg-open")),
            ("WSL_DISTRO_NAME", false, "clip.exe", Some("wslview")),
            ("", true, "pbcopy", Some("open")),
            ("", false, "", None),
            ("DISPLAY SSH_TTY", false, "", None),
            ("SSH_CONNECTION", true, "", None),
            ("SSH_TTY BROWSER", false, "", Some("xdg-open")),
        ] {
            let is_set = |name: &str| set.split(' ').any(|it| it == name);
            let desktop = desktop_of(is_set, is_mac);
            let names: Vec<&str> = desktop.clipboard.iter().map(|it| it.name).collect();
            assert_eq!(names.join(" "), clipboard, "{set}");
            assert_eq!(desktop.browser, browser, "{set}");
        }
    }

    #[test]
    fn f11_tmux_and_screen_are_known_by_their_variables_only() {
        for (set, multiplexer) in [
            ("TMUX", Multiplexer::Tmux),
            ("STY", Multiplexer::Screen),
            ("TERM", Multiplexer::None),
        ] {
            assert_eq!(
                desktop_of(|name| name == set, false).multiplexer,
                multiplexer
            );
        }
    }

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
