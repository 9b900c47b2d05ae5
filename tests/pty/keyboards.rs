//! A keyboard that is set to another script.

use super::program::Program;

#[test]
fn cyrillic_letters_are_keys_by_their_place_and_text_where_text_is_typed() {
    let mut program = Program::start();
    program.wait_until_shown(" 1/");
    // On the keys j, j and k.
    program.send("оо".as_bytes());
    program.wait_until_shown(" 3/");
    program.send("л".as_bytes());
    program.wait_until_shown(" 2/");
    // Ctrl-D, as terminals tell it that tell keys apart.
    program.send(b"\x1b[1074;5u");
    program.wait_until("half a page", |program| {
        program.screen(|screen| !screen.contents().contains(" 2/"))
    });
    // On the key p; what follows is text, though its letters are on keys as well.
    program.send("з".as_bytes());
    program.wait_until_shown("Participants:");
    program.send("оЙл".as_bytes());
    program.wait_until_shown("Participants: оЙл");
    program.keys("esc");
    program.wait_until_drawn();
    // On Q.
    program.send("Й".as_bytes());
    assert_eq!(program.exit_status(), 0);
    program.assert_given_back();
}
