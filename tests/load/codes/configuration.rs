//! Mistakes of the configuration: each a whole file.

use astana::diagnostic::Code;

use super::Mistake;

pub(super) const CONFIGURATIONS: &[Mistake] = &[
    (
        Code::Syntax,
        "a_key_without_quotation_marks",
        "[keys]\nnext = n\nprevious = \"i\"\n",
    ),
    (
        Code::WrongType,
        "a_number_for_a_key",
        "[keys]\nview-quotes = 9\n",
    ),
    (
        Code::WrongType,
        "a_table_of_keys_in_double_brackets",
        "[[keys]]\nnext = \"m\"\n",
    ),
    (
        Code::UnknownKey,
        "a_misspelt_table_of_the_configuration",
        "[key]\nnext = \"m\"\n",
    ),
    (
        Code::UnknownKey,
        "a_table_that_the_configuration_has_not",
        "[colours]\nquote = \"red\"\n",
    ),
    (
        Code::UnknownAction,
        "a_misspelt_action",
        "[keys]\nnext = \"m\"\nprevius = \"e\"\n",
    ),
    (
        Code::UnknownAction,
        "an_action_like_none",
        "[keys]\nexplode = \"m\"\n",
    ),
    (
        Code::UnknownAction,
        "an_action_of_the_picker",
        "[keys]\npicker-mark = \"m\"\n",
    ),
    (
        Code::NotAKey,
        "a_key_in_another_notation",
        "[keys]\nnext = [\"m\", \"<C-n>\"]\n",
    ),
    (
        Code::NotAKey,
        "a_key_that_is_another_to_a_terminal",
        "[keys]\nnext = \"ctrl-i\"\n",
    ),
    (
        Code::KeyTaken,
        "a_key_for_two_actions",
        "[keys]\nnext = [\"m\", \"down\"]\n\n# The other one\npage-down = [\"space\", \"m\"]\n",
    ),
    (
        Code::KeyTaken,
        "a_key_of_an_action_that_keeps_its_keys",
        "[keys]\npage-down = [\"pgdn\", \"j\"]\n",
    ),
    (
        Code::KeyTaken,
        "a_key_that_lists_need",
        "[keys]\nnext = \"m\"\nredraw = \"down\"\n",
    ),
    (
        Code::KeyToLeave,
        "the_key_that_leaves_the_program",
        "[keys]\nredraw = [\"ctrl-r\", \"ctrl-c\"]\n",
    ),
];
