//! The user's editor: which command opens a file at a line.

use std::ffi::OsString;
use std::io::{self, IsTerminal as _};
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, absolute};
use std::process::{Child, Command, ExitStatus, Stdio};

use rustix::fs::{Mode, OFlags, open};

use crate::diagnostic::Position;
use crate::tui::message::Spot;

/// What to say where none is set.
const NONE_SET: &str = "no editor is set; set VISUAL or EDITOR, as in `export EDITOR=nano`";

/// How an editor is told where to go.
enum Style {
    /// `+LINE FILE`
    Plus,
    /// `+LINE:COLUMN FILE`
    PlusColumn,
    /// `+LINE,COLUMN FILE`
    PlusComma,
    /// `FILE:LINE:COLUMN`
    Colons,
    /// `--goto FILE:LINE:COLUMN`
    GoTo,
    /// `--line LINE --column COLUMN FILE`
    Options,
    /// Not at all.
    None,
}

/// The style of an editor, by the name of its program.
fn style(program: &str) -> Style {
    match program {
        "vi" | "vim" | "nvim" | "view" | "gvim" | "mvim" | "ed" | "ex" | "jed" | "joe" | "mg"
        | "ne" | "vis" | "editor" | "sensible-editor" => Style::Plus,
        "emacs" | "emacsclient" | "kak" | "micro" => Style::PlusColumn,
        "kate" | "kwrite" => Style::Options,
        "nano" | "pico" => Style::PlusComma,
        "hx" | "helix" | "subl" | "sublime_text" | "zed" | "zeditor" | "lapce" => Style::Colons,
        "code" | "code-insiders" | "codium" | "vscodium" | "cursor" | "windsurf" => Style::GoTo,
        _ => Style::None,
    }
}

/// The words of the command that opens a file: those of `editor`, taken apart as a shell would, and the
/// file in a word of its own.
///
/// No shell runs, and the file's path is whole, so that no name can be mistaken for an option.
fn words(editor: &str, file: &Path, at: Position) -> Result<Vec<OsString>, String> {
    let Position { line, column } = at;
    let words = shell_words::split(editor);
    let words = words.map_err(|why| format!("the editor `{editor}` cannot be read: {why}"))?;
    let Some(program) = words.first() else {
        return Err(String::from(NONE_SET));
    };
    let program = Path::new(program).file_stem().unwrap_or_default();
    let style = style(&program.to_string_lossy());
    let mut words: Vec<OsString> = words.into_iter().map(OsString::from).collect();
    match style {
        Style::Plus => words.push(format!("+{line}").into()),
        Style::PlusColumn => words.push(format!("+{line}:{column}").into()),
        Style::PlusComma => words.push(format!("+{line},{column}").into()),
        Style::GoTo => words.push("--goto".into()),
        Style::Options => {
            words.extend(["--line".into(), line.to_string().into()]);
            words.extend(["--column".into(), column.to_string().into()]);
        }
        Style::Colons | Style::None => {}
    }
    let mut file = file.as_os_str().to_owned();
    if matches!(style, Style::Colons | Style::GoTo) {
        file.push(format!(":{line}:{column}"));
    }
    words.push(file);
    Ok(words)
}

/// Starts the editor on the terminal; says what is wrong if it does not start.
pub(super) fn start(editor: Option<&str>, spot: &Spot) -> Result<Child, String> {
    let file = absolute(&spot.file).map_err(|why| format!("{}: {why}", spot.file))?;
    let words = words(editor.unwrap_or_default(), &file, spot.at)?;
    let Some((program, arguments)) = words.split_first() else {
        return Err(String::from(NONE_SET));
    };
    let child = keys().and_then(|keys| Command::new(program).args(arguments).stdin(keys).spawn());
    child.map_err(|why| no_start(&program.to_string_lossy(), &why))
}

/// What to say of an editor that does not start.
fn no_start(program: &str, why: &io::Error) -> String {
    let what = match why.kind() {
        io::ErrorKind::NotFound => format!("there is no program `{program}`"),
        io::ErrorKind::PermissionDenied => format!("`{program}` may not be run"),
        _ => format!("`{program}` does not start: {why}"),
    };
    format!("{what}; set VISUAL or EDITOR to your editor")
}

/// What to say of an editor that ended; nothing if all went well.
pub(super) fn outcome(status: ExitStatus) -> Option<String> {
    if status.success() {
        return None;
    }
    let how = match (status.code(), status.signal()) {
        (Some(code), _) => format!("with exit status {code}"),
        (None, Some(signal)) => format!("by signal {signal}"),
        (None, None) => format!("with {status}"),
    };
    Some(format!("the editor ended {how}"))
}

/// Where the editor reads keys: a timeline may have been piped into stdin.
fn keys() -> io::Result<Stdio> {
    if io::stdin().is_terminal() {
        return Ok(Stdio::inherit());
    }
    let terminal = open("/dev/tty", OFlags::RDWR | OFlags::CLOEXEC, Mode::empty())?;
    Ok(Stdio::from(terminal))
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};
    use std::os::unix::process::ExitStatusExt as _;
    use std::path::Path;
    use std::process::ExitStatus;

    use super::{NONE_SET, no_start, outcome, words};
    use crate::diagnostic::Position;

    fn command(editor: &str) -> Vec<String> {
        let at = Position { line: 7, column: 3 };
        let words = words(editor, Path::new("/talks/-a b.toml"), at).unwrap();
        words
            .into_iter()
            .map(|word| word.into_string().unwrap())
            .collect()
    }

    #[test]
    fn f6_each_editor_is_told_the_line_in_its_own_way() {
        let file = "/talks/-a b.toml";
        for editor in ["vi", "vim", "nvim", "/usr/bin/vim.basic", "sensible-editor"] {
            assert_eq!(command(editor)[1..], ["+7", file]);
        }
        assert_eq!(command("nano")[1..], ["+7,3", file]);
        for editor in ["emacs", "kak"] {
            assert_eq!(command(editor)[1..], ["+7:3", file]);
        }
        for editor in ["hx", "subl", "zed"] {
            assert_eq!(command(editor)[1..], [format!("{file}:7:3")]);
        }
        assert_eq!(command("code")[1..], ["--goto", "/talks/-a b.toml:7:3"]);
        assert_eq!(command("kate")[1..], ["--line", "7", "--column", "3", file]);
        assert_eq!(command("my-editor")[1..], [file]);
    }

    #[test]
    fn f6_an_editor_with_arguments_is_taken_apart_as_a_shell_would() {
        assert_eq!(
            command("'/opt/my editors/vim' -c \"set nu\" -R")[..4],
            ["/opt/my editors/vim", "-c", "set nu", "-R"]
        );
        assert_eq!(
            command("emacsclient -t; rm x")[..4],
            ["emacsclient", "-t;", "rm", "x"]
        );
        let at = Position { line: 1, column: 1 };
        assert!(words("vim 'x", Path::new("/a"), at).is_err());
    }

    #[test]
    fn f7_without_an_editor_it_is_said_how_to_set_one() {
        let at = Position { line: 1, column: 1 };
        for editor in ["", "  "] {
            let said = words(editor, Path::new("/a"), at).unwrap_err();
            assert_eq!(said, NONE_SET);
        }
    }

    #[test]
    fn f7_an_editor_that_is_not_there_is_told_in_plain_words() {
        let said = |kind: ErrorKind| no_start("talks", &Error::from(kind));
        assert_eq!(
            said(ErrorKind::NotFound),
            "there is no program `talks`; set VISUAL or EDITOR to your editor"
        );
        let denied = said(ErrorKind::PermissionDenied);
        assert!(denied.starts_with("`talks` may not be run; "), "{denied}");
    }

    #[test]
    fn how_an_editor_failed_is_said_without_jargon() {
        assert_eq!(outcome(ExitStatus::from_raw(0)), None);
        let said = |raw| outcome(ExitStatus::from_raw(raw)).unwrap();
        assert_eq!(said(3 << 8), "the editor ended with exit status 3");
        assert_eq!(said(9), "the editor ended by signal 9");
    }
}
