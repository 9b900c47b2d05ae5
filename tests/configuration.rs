//! The configuration: what it sets, and what is left when something in it is wrong.

use astana::diagnostic::render::render;
use astana::diagnostic::{At, Code, Diagnostic, Files};
use astana::text::Bidi;
use astana::tui::config::{self, Colours};
use astana::tui::keymap::{Action, Context, Keymap, Lookup, home};
use astana::tui::split::Arrangement;
use proptest::prelude::{Strategy, prop, proptest};

/// What a text sets, and what is wrong in it.
fn read(toml: &str) -> (Keymap, Vec<Diagnostic>) {
    let mut files = Files::default();
    let file = files.add("config.toml", toml.to_owned());
    let (config, problems) = config::read(toml, file);
    (config.keymap, problems)
}

/// What the entries of `[keys]` set, if nothing is wrong in them.
#[track_caller]
fn keys(entries: &str) -> Keymap {
    let (keymap, problems) = read(&format!("[keys]\n{entries}\n"));
    assert_eq!(problems, []);
    keymap
}

fn codes(problems: &[Diagnostic]) -> Vec<Code> {
    problems.iter().map(|problem| problem.code).collect()
}

#[track_caller]
fn assert_does(keymap: &Keymap, context: Context, key: &str, action: Option<Action>) {
    let meaning = action.map_or(Lookup::Unbound, Lookup::Act);
    let found = keymap.look_up(context, key.parse().unwrap());
    assert_eq!(found, meaning, "{key} in {context:?}");
}

#[test]
fn an_empty_configuration_changes_nothing() {
    for toml in ["", "# nothing\n", "[keys]\n"] {
        let (keymap, problems) = read(toml);
        assert_eq!(problems, []);
        for &action in Action::ALL {
            let default = Keymap::default().keys(action, Context::View);
            assert_eq!(keymap.keys(action, Context::View), default, "{action:?}");
        }
    }
}

#[test]
fn an_action_has_in_the_views_the_keys_it_is_given_and_no_others() {
    let keymap = keys("next = [\"m\", \"f7\"]\nopen = \"x\"");
    for (key, action) in [
        ("m", Some(Action::Next)),
        ("f7", Some(Action::Next)),
        ("x", Some(Action::Open)),
        ("j", None),
        ("down", None),
        ("enter", None),
        ("k", Some(Action::Previous)),
    ] {
        assert_does(&keymap, Context::View, key, action);
    }
}

#[test]
fn what_opens_over_the_views_keeps_its_keys() {
    let keymap = keys("next = \"m\"\nclose = \"w\"\nback = []");
    for (context, key, action) in [
        (Context::Problems, "j", Some(Action::Next)),
        (Context::Problems, "q", Some(Action::Close)),
        (Context::Problems, "m", None),
        (Context::Picker, "down", Some(Action::Next)),
        (Context::Picker, "esc", Some(Action::Back)),
    ] {
        assert_does(&keymap, context, key, action);
    }
}

#[test]
fn an_action_that_is_bound_everywhere_only_is_rebound_everywhere() {
    let keymap = keys("redraw = [\"f7\", \"x\"]");
    for context in [Context::View, Context::Picker, Context::Problems] {
        assert_does(&keymap, context, "f7", Some(Action::Redraw));
        assert_does(&keymap, context, "ctrl-l", None);
    }
    // Where text is typed a letter is text all the same.
    let typed = keymap.look_up(Context::Picker, "x".parse().unwrap());
    assert_eq!(typed, Lookup::Text("x".parse().unwrap()));
    let shown = keymap.keys(Action::Redraw, Context::Picker);
    assert_eq!(shown, ["f7".parse().unwrap()]);
}

#[test]
fn an_empty_list_leaves_an_action_without_keys() {
    let keymap = keys("help = []");
    assert_does(&keymap, Context::View, "?", None);
    assert_does(&keymap, Context::View, "f1", None);
    assert_eq!(keymap.keys(Action::Help, Context::View), []);
}

#[test]
fn two_actions_change_places() {
    let keymap = keys("next = \"k\"\nprevious = \"j\"\nopen = \"down\"");
    assert_does(&keymap, Context::View, "k", Some(Action::Next));
    assert_does(&keymap, Context::View, "j", Some(Action::Previous));
    assert_does(&keymap, Context::View, "down", Some(Action::Open));
}

#[test]
fn the_keys_of_one_view_are_rebound_there_and_what_holds_in_all_views_comes_back() {
    let keymap = keys("event-next = [\"w\", \"l\"]\nevent-previous = []");
    for (context, key, action) in [
        (Context::Matrix, "w", Some(Action::EventNext)),
        (Context::Matrix, "l", Some(Action::EventNext)),
        (Context::Matrix, "right", Some(Action::Open)),
        (Context::Matrix, "left", Some(Action::Back)),
        (Context::View, "w", None),
        (Context::View, "l", Some(Action::Open)),
    ] {
        assert_does(&keymap, context, key, action);
    }
    assert_eq!(keymap.keys(Action::Back, Context::Matrix).len(), 3);
}

#[test]
fn a_key_does_one_thing_in_one_view_too_unless_the_program_says_otherwise() {
    for (entries, taken_by) in [
        ("event-next = \"n\"", "`search-next`"),
        ("event-next = \"left\"", "`event-previous`"),
        ("event-next = \"down\"", "`next`"),
        ("open = \"enter\"\nnext = \"l\"", "`event-next`"),
        ("redraw = \"w\"\nevent-next = \"w\"", "`redraw`"),
        ("event-next = \"w\"\nredraw = \"w\"", "`event-next`"),
    ] {
        let (_, problems) = read(&format!("[keys]\n{entries}\n"));
        assert_eq!(codes(&problems), [Code::KeyTaken], "{entries}");
        assert!(problems[0].message.contains(taken_by), "{:?}", problems[0]);
    }
    let keymap = keys("open = [\"enter\", \"right\"]\nnext = \"l\"\nevent-next = \"right\"");
    assert_does(&keymap, Context::Matrix, "l", Some(Action::Next));
    assert_does(&keymap, Context::Matrix, "right", Some(Action::EventNext));
}

#[test]
fn a_key_of_another_script_is_bound_before_it_is_read_by_its_place() {
    let keymap = keys("last = \"о\"\nnext = \"m\"");
    assert_does(&keymap, Context::View, "о", Some(Action::Last));
    assert_does(&keymap, Context::View, "ь", Some(Action::Next));
}

#[test]
fn what_is_sound_beside_a_mistake_is_used() {
    let (keymap, problems) = read(
        "[keys]\nnext = [\"m\", \"nope\", 3]\nfly = \"w\"\nfirst = w\nlast = \"9\"\n[colours]\nx = 1\n",
    );
    let said = codes(&problems);
    for code in [
        Code::NotAKey,
        Code::WrongType,
        Code::UnknownAction,
        Code::Syntax,
        Code::UnknownKey,
    ] {
        assert!(said.contains(&code), "{code:?} in {said:?}");
    }
    assert_does(&keymap, Context::View, "m", Some(Action::Next));
    assert_does(&keymap, Context::View, "9", Some(Action::Last));
}

#[test]
fn an_action_of_whose_keys_none_can_be_had_keeps_its_own() {
    let (keymap, problems) = read("[keys]\nnext = \"nope\"\nlast = [\"g\"]\n");
    assert_eq!(codes(&problems), [Code::NotAKey, Code::KeyTaken]);
    for (key, action) in [
        ("j", Action::Next),
        ("down", Action::Next),
        ("G", Action::Last),
        ("g", Action::First),
    ] {
        assert_does(&keymap, Context::View, key, Some(action));
    }
}

#[test]
fn g2_of_two_actions_on_a_key_the_first_in_the_file_has_it_and_both_places_are_told() {
    let toml = "[keys]\nprevious = \"x\"\nnext = [\"m\", \"x\"]\n";
    let (keymap, problems) = read(toml);
    assert_does(&keymap, Context::View, "x", Some(Action::Previous));
    assert_does(&keymap, Context::View, "m", Some(Action::Next));
    let [problem] = problems.as_slice() else {
        unreachable!("{problems:?}")
    };
    assert_eq!(problem.code, Code::KeyTaken);
    assert!(problem.message.contains("`next`") && problem.message.contains("`previous`"));
    let (At::Text(here), [(there, _)]) = (problem.at, problem.labels.as_slice()) else {
        unreachable!("{problem:?}")
    };
    assert_eq!(&toml[here.range()], "\"x\"");
    assert_eq!(&toml[there.range()], "\"x\"");
    assert!(there.start < here.start);
}

#[test]
fn a_key_twice_for_one_action_is_no_mistake() {
    let keymap = keys("next = [\"m\", \"m\", \"down\"]");
    assert_eq!(keymap.keys(Action::Next, Context::View).len(), 2);
}

#[test]
fn g2_whatever_is_bound_ctrl_c_leaves_the_program() {
    let (keymap, problems) = read("[keys]\nquit = []\nclose = []\nredraw = [\"ctrl-с\", \"f7\"]\n");
    assert_eq!(codes(&problems), [Code::KeyToLeave]);
    for context in [Context::View, Context::Picker, Context::Problems] {
        assert_does(&keymap, context, "ctrl-c", Some(Action::Quit));
        assert_does(&keymap, context, "ctrl-с", Some(Action::Quit));
    }
}

#[test]
fn every_action_of_the_views_can_be_given_any_key_that_is_free() {
    for &action in Action::ALL.iter().filter(|action| home(**action).is_some()) {
        let keymap = keys(&format!("{} = \"alt-f9\"", action.spec().name));
        assert_does(&keymap, Context::Matrix, "alt-f9", Some(action));
    }
}

/// A text of what configurations are made of, in any order.
fn jumble() -> impl Strategy<Value = String> {
    let parts = vec![
        "[keys]\n",
        "[[keys]]\n",
        "next",
        "quit",
        "redraw",
        "picker-mark",
        " = ",
        "\"j\"",
        "\"ctrl-c\"",
        "\"ж\"",
        "[",
        "]",
        ", ",
        "\n",
        "\"",
        "{",
        "}",
        "1",
        ".",
    ];
    let part = prop::sample::select(parts);
    prop::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn g2_whatever_stands_in_it_the_program_can_be_left_and_places_are_in_the_text(toml in jumble()) {
        let (keymap, problems) = read(&toml);
        assert_does(&keymap, Context::View, "ctrl-c", Some(Action::Quit));
        for problem in problems {
            if let At::Text(span) = problem.at {
                assert!(toml.get(span.range()).is_some(), "{problem:?}");
            }
        }
    }
}

/// What a text sets besides keys, and what is wrong in it as it is shown.
fn settings(toml: &str) -> (config::Config, String) {
    let mut files = Files::default();
    let file = files.add("config.toml", toml.to_owned());
    let (config, problems) = config::read(toml, file);
    let said = problems.iter().map(|problem| render(problem, &files));
    (config, said.collect::<Vec<_>>().join("\n"))
}

#[test]
fn colours_mouse_characters_arrangement_and_direction_are_what_is_set() {
    let toml = "theme = \"dark\"\nmouse = true\nascii = true\nlayout = \"below\"\nbidi = \"app\"\n";
    let (config, said) = settings(toml);
    assert_eq!(said, "");
    assert_eq!(config.theme, Colours::Dark);
    assert!(config.mouse && config.ascii);
    assert_eq!(config.layout, Some(Arrangement::Below));
    assert_eq!(config.bidi, Bidi::App);
    let toml = "theme = \"auto\"\nlayout = \"auto\"\nmouse = false\nbidi = \"terminal\"\n";
    let (config, said) = settings(toml);
    assert_eq!(said, "");
    assert_eq!(config.bidi, Bidi::Terminal);
    assert_eq!((config.theme, config.layout), (Colours::Auto, None));
    assert!(!config.mouse && !config.ascii);
}

#[test]
fn a_mistake_in_a_setting_is_told_in_its_place_with_what_would_be_right() {
    let toml = "theme = \"darc\"\nlayout = 3\nmouse = \"yes\"\nascii = 1\nmuose = true\nkeys = 1\nbidi = \"apps\"\n";
    let (config, said) = settings(toml);
    assert_eq!((config.theme, config.layout), (Colours::Auto, None));
    insta::assert_snapshot!(said);
}

#[test]
fn the_example_sets_nothing_and_all_that_it_offers_is_sound() {
    let example = config::example();
    let (_, said) = settings(&example);
    assert_eq!(said, "");
    let offers = |line: &&str| line.starts_with('#') && !line.starts_with("# ");
    assert!(example.lines().filter(offers).count() > Action::ALL.len() / 2);
    let all = example.lines().map(|line| match line.strip_prefix('#') {
        Some(setting) if offers(&line) => setting,
        _ => line,
    });
    let all: Vec<&str> = all.collect();
    let (config, said) = settings(&all.join("\n"));
    assert_eq!(said, "");
    assert_eq!((config.theme, config.layout), (Colours::Auto, None));
    assert!(!config.mouse && !config.ascii);
    assert_eq!(config.bidi, Bidi::Terminal);
    for &action in Action::ALL {
        for context in [Context::View, Context::Matrix] {
            let default = Keymap::default().keys(action, context);
            let mut set = config.keymap.keys(action, context);
            set.sort_unstable_by_key(|key| default.iter().position(|it| it == key));
            assert_eq!(set, default, "{action:?} in {context:?}");
        }
    }
}
