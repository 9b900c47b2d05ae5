
use builtin;
use str;

set edit:completion:arg-completer[astana] = {|@words|
    fn spaces {|n|
        builtin:repeat $n ' ' | str:join ''
    }
    fn cand {|text desc|
        edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
    }
    var command = 'astana'
    for word $words[1..-1] {
        if (str:has-prefix $word '-') {
            break
        }
        set command = $command';'$word
    }
    var completions = [
        &'astana'= {
            cand --seeds 'The folder of the source texts of every PATH [default: seeds in or beside it]'
            cand -f 'Show only what fits, for instance ''participant:iran,turkey'''
            cand --filter 'Show only what fits, for instance ''participant:iran,turkey'''
            cand --theme 'Colours: for a light or a dark background, or none; text that is printed has none anyway'
            cand --event 'Start at the event with this id, for instance round-06'
            cand --date 'Start at what went on then or came next, for instance 2017-09 or ''15 sep 2017'''
            cand --view 'Start in this view'
            cand --builtin 'Lay every PATH over the Astana process'
            cand --ascii 'Draw lines and marks with plain characters'
            cand --no-state 'Neither begin where you left this timeline last, nor remember where you leave it'
            cand -h 'Print help'
            cand --help 'Print help'
            cand -V 'Print version'
            cand --version 'Print version'
            cand list 'Print the events, one a line'
            cand show 'Print one event whole'
            cand quotes 'Print what was said, in the order of dates'
            cand check 'Say what is wrong with a timeline, where, and what would be right'
            cand export 'Write the timeline as a page, a calendar, a table, a bibliography …'
            cand init 'Make files to start from: a small timeline with comments, or the Astana process'
            cand render 'Draw one screen of the program without a terminal, as text or as a picture'
            cand stats 'Count events, participants, quotes and sources'
            cand config 'Print a configuration that explains itself, or check yours'
            cand completions 'Print what makes a shell complete commands, options and their values'
            cand man 'Print the manual page of the program, or of one of its commands'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'astana;list'= {
            cand --seeds 'The folder of the source texts of every PATH [default: seeds in or beside it]'
            cand -f 'Show only what fits, for instance ''participant:iran,turkey'''
            cand --filter 'Show only what fits, for instance ''participant:iran,turkey'''
            cand --format 'How to write them'
            cand --theme 'Colours: for a light or a dark background, or none; text that is printed has none anyway'
            cand --builtin 'Lay every PATH over the Astana process'
            cand --ascii 'Draw lines and marks with plain characters'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'astana;show'= {
            cand --seeds 'The folder of the source texts of every PATH [default: seeds in or beside it]'
            cand --format 'How to write it'
            cand --theme 'Colours: for a light or a dark background, or none; text that is printed has none anyway'
            cand --builtin 'Lay every PATH over the Astana process'
            cand --ascii 'Draw lines and marks with plain characters'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'astana;quotes'= {
            cand --seeds 'The folder of the source texts of every PATH [default: seeds in or beside it]'
            cand -f 'Show only what fits, for instance ''participant:iran,turkey'''
            cand --filter 'Show only what fits, for instance ''participant:iran,turkey'''
            cand --format 'How to write them'
            cand --theme 'Colours: for a light or a dark background, or none; text that is printed has none anyway'
            cand --builtin 'Lay every PATH over the Astana process'
            cand --ascii 'Draw lines and marks with plain characters'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'astana;check'= {
            cand --seeds 'The folder of the source texts of every PATH [default: seeds in or beside it]'
            cand --format 'How to write it'
            cand --theme 'Colours: for a light or a dark background, or none; text that is printed has none anyway'
            cand --builtin 'Lay every PATH over the Astana process'
            cand --strict 'Fail on warnings too, and warn of direct quotes that no source text proves'
            cand --ascii 'Draw lines and marks with plain characters'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'astana;export'= {
            cand --seeds 'The folder of the source texts of every PATH [default: seeds in or beside it]'
            cand -f 'Show only what fits, for instance ''participant:iran,turkey'''
            cand --filter 'Show only what fits, for instance ''participant:iran,turkey'''
            cand -o 'Write to this file [default: stdout, as is -]'
            cand --output 'Write to this file [default: stdout, as is -]'
            cand --table 'The table that csv writes [default: events]'
            cand --builtin 'Lay every PATH over the Astana process'
            cand --force 'Replace the file if it is there'
            cand --raw 'In csv, put no apostrophe before a cell that a spreadsheet would compute'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'astana;init'= {
            cand --from-builtin 'Write the Astana process, with its source texts'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'astana;render'= {
            cand --seeds 'The folder of the source texts of every PATH [default: seeds in or beside it]'
            cand -f 'Show only what fits, for instance ''participant:iran,turkey'''
            cand --filter 'Show only what fits, for instance ''participant:iran,turkey'''
            cand --event 'Start at the event with this id, for instance round-06'
            cand --date 'Start at what went on then or came next, for instance 2017-09 or ''15 sep 2017'''
            cand --view 'Start in this view'
            cand --size 'Columns and rows of the screen, at most 1000x500'
            cand --keys 'Keys to press first, with blanks between them'
            cand --format 'How to write it'
            cand --theme 'Colours: for a light or a dark background, or none; text that is printed has none anyway'
            cand --builtin 'Lay every PATH over the Astana process'
            cand --ascii 'Draw lines and marks with plain characters'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'astana;stats'= {
            cand --seeds 'The folder of the source texts of every PATH [default: seeds in or beside it]'
            cand --format 'How to write them'
            cand --theme 'Colours: for a light or a dark background, or none; text that is printed has none anyway'
            cand --builtin 'Lay every PATH over the Astana process'
            cand --ascii 'Draw lines and marks with plain characters'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'astana;config'= {
            cand --check 'Say what is wrong in your configuration; the exit status is 1 if something is'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'astana;completions'= {
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'astana;man'= {
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'astana;help'= {
            cand list 'Print the events, one a line'
            cand show 'Print one event whole'
            cand quotes 'Print what was said, in the order of dates'
            cand check 'Say what is wrong with a timeline, where, and what would be right'
            cand export 'Write the timeline as a page, a calendar, a table, a bibliography …'
            cand init 'Make files to start from: a small timeline with comments, or the Astana process'
            cand render 'Draw one screen of the program without a terminal, as text or as a picture'
            cand stats 'Count events, participants, quotes and sources'
            cand config 'Print a configuration that explains itself, or check yours'
            cand completions 'Print what makes a shell complete commands, options and their values'
            cand man 'Print the manual page of the program, or of one of its commands'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'astana;help;list'= {
        }
        &'astana;help;show'= {
        }
        &'astana;help;quotes'= {
        }
        &'astana;help;check'= {
        }
        &'astana;help;export'= {
        }
        &'astana;help;init'= {
        }
        &'astana;help;render'= {
        }
        &'astana;help;stats'= {
        }
        &'astana;help;config'= {
        }
        &'astana;help;completions'= {
        }
        &'astana;help;man'= {
        }
        &'astana;help;help'= {
        }
    ]
    $completions[$command]
}
