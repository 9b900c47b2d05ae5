//! What is sent to the terminal.

use super::program::Program;
use crate::screen::THREE_ROUNDS;

/// The most bytes of a frame that moves the cursor.
const MOVE: usize = 2048;

#[test]
fn moving_by_an_event_sends_at_most_two_kilobytes() {
    let words = "The delegations met again and spoke of detainees, lists and the ceasefire; ";
    let meetings = (0..20).map(|at| {
        format!(
            "\n[[event]]\nid = \"meeting-{at}\"\nkind = \"round\"\ntitle = \"Meeting {at} of the delegations\"\n\
             start = 2019-01-{:02}\ncity = \"Astana\"\nsummary = \"{}they agreed on {at}.\"\nsources = [\"herald\"]\n\
             topics = [\"ceasefire\", \"topic {at}\"]\n\
             participants = [{{ id = \"iran\", role = \"guarantor\" }}, {{ id = \"jordan\", role = \"observer\" }}]\n",
            at + 1,
            words.repeat(at % 3 + 1),
        )
    });
    let toml = format!("{THREE_ROUNDS}{}", meetings.collect::<String>());
    let (mut program, _folder) = Program::over(&toml, 120, 36);
    program.wait_until_drawn();
    for at in 0..20 {
        let (sent, frames) = (program.written().len(), program.frames());
        program.keys("j");
        program.wait_until("a frame", |it| it.frames() > frames);
        let bytes = program.written().len() - sent;
        assert!(bytes <= MOVE, "move {at}: {bytes} bytes");
    }
}
