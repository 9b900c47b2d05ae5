# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_astana_global_optspecs
    string join \n builtin seeds= f/filter= theme= ascii event= date= view= no-state h/help V/version
end

function __fish_astana_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_astana_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_astana_using_subcommand
    set -l cmd (__fish_astana_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c astana -n "__fish_astana_needs_command" -l seeds -d 'The folder of the source texts of every PATH [default: seeds in or beside it]' -r -F
complete -c astana -n "__fish_astana_needs_command" -s f -l filter -d 'Show only what fits, for instance \'participant:iran,turkey\'' -r
complete -c astana -n "__fish_astana_needs_command" -l theme -d 'Colours: for a light or a dark background, or none; text that is printed has none anyway' -r -f -a "auto\t''
light\t''
dark\t''
mono\t''"
complete -c astana -n "__fish_astana_needs_command" -l event -d 'Start at the event with this id, for instance round-06' -r
complete -c astana -n "__fish_astana_needs_command" -l date -d 'Start at what went on then or came next, for instance 2017-09 or \'15 sep 2017\'' -r
complete -c astana -n "__fish_astana_needs_command" -l view -d 'Start in this view' -r -f -a "timeline\t''
quotes\t''
participants\t''
sources\t''
zones\t''"
complete -c astana -n "__fish_astana_needs_command" -l builtin -d 'Lay every PATH over the Astana process'
complete -c astana -n "__fish_astana_needs_command" -l ascii -d 'Draw lines and marks with plain characters'
complete -c astana -n "__fish_astana_needs_command" -l no-state -d 'Neither begin where you left this timeline last, nor remember where you leave it'
complete -c astana -n "__fish_astana_needs_command" -s h -l help -d 'Print help'
complete -c astana -n "__fish_astana_needs_command" -s V -l version -d 'Print version'
complete -c astana -n "__fish_astana_needs_command" -a "list" -d 'Print the events, one a line'
complete -c astana -n "__fish_astana_needs_command" -a "show" -d 'Print one event whole'
complete -c astana -n "__fish_astana_needs_command" -a "quotes" -d 'Print what was said, in the order of dates'
complete -c astana -n "__fish_astana_needs_command" -a "check" -d 'Say what is wrong with a timeline, where, and what would be right'
complete -c astana -n "__fish_astana_needs_command" -a "export" -d 'Write the timeline as a page, a calendar, a table, a bibliography …'
complete -c astana -n "__fish_astana_needs_command" -a "init" -d 'Make files to start from: a small timeline with comments, or the Astana process'
complete -c astana -n "__fish_astana_needs_command" -a "render" -d 'Draw one screen of the program without a terminal, as text or as a picture'
complete -c astana -n "__fish_astana_needs_command" -a "stats" -d 'Count events, participants, quotes and sources'
complete -c astana -n "__fish_astana_needs_command" -a "config" -d 'Print a configuration that explains itself, or check yours'
complete -c astana -n "__fish_astana_needs_command" -a "completions" -d 'Print what makes a shell complete commands, options and their values'
complete -c astana -n "__fish_astana_needs_command" -a "man" -d 'Print the manual page of the program, or of one of its commands'
complete -c astana -n "__fish_astana_needs_command" -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c astana -n "__fish_astana_using_subcommand list" -l seeds -d 'The folder of the source texts of every PATH [default: seeds in or beside it]' -r -F
complete -c astana -n "__fish_astana_using_subcommand list" -s f -l filter -d 'Show only what fits, for instance \'participant:iran,turkey\'' -r
complete -c astana -n "__fish_astana_using_subcommand list" -l format -d 'How to write them' -r -f -a "text\t''
json\t''
csv\t''
md\t''"
complete -c astana -n "__fish_astana_using_subcommand list" -l theme -d 'Colours: for a light or a dark background, or none; text that is printed has none anyway' -r -f -a "auto\t''
light\t''
dark\t''
mono\t''"
complete -c astana -n "__fish_astana_using_subcommand list" -l builtin -d 'Lay every PATH over the Astana process'
complete -c astana -n "__fish_astana_using_subcommand list" -l ascii -d 'Draw lines and marks with plain characters'
complete -c astana -n "__fish_astana_using_subcommand list" -s h -l help -d 'Print help'
complete -c astana -n "__fish_astana_using_subcommand show" -l seeds -d 'The folder of the source texts of every PATH [default: seeds in or beside it]' -r -F
complete -c astana -n "__fish_astana_using_subcommand show" -l format -d 'How to write it' -r -f -a "text\t''
json\t''
md\t''"
complete -c astana -n "__fish_astana_using_subcommand show" -l theme -d 'Colours: for a light or a dark background, or none; text that is printed has none anyway' -r -f -a "auto\t''
light\t''
dark\t''
mono\t''"
complete -c astana -n "__fish_astana_using_subcommand show" -l builtin -d 'Lay every PATH over the Astana process'
complete -c astana -n "__fish_astana_using_subcommand show" -l ascii -d 'Draw lines and marks with plain characters'
complete -c astana -n "__fish_astana_using_subcommand show" -s h -l help -d 'Print help'
complete -c astana -n "__fish_astana_using_subcommand quotes" -l seeds -d 'The folder of the source texts of every PATH [default: seeds in or beside it]' -r -F
complete -c astana -n "__fish_astana_using_subcommand quotes" -s f -l filter -d 'Show only what fits, for instance \'participant:iran,turkey\'' -r
complete -c astana -n "__fish_astana_using_subcommand quotes" -l format -d 'How to write them' -r -f -a "text\t''
json\t''
csv\t''
md\t''"
complete -c astana -n "__fish_astana_using_subcommand quotes" -l theme -d 'Colours: for a light or a dark background, or none; text that is printed has none anyway' -r -f -a "auto\t''
light\t''
dark\t''
mono\t''"
complete -c astana -n "__fish_astana_using_subcommand quotes" -l builtin -d 'Lay every PATH over the Astana process'
complete -c astana -n "__fish_astana_using_subcommand quotes" -l ascii -d 'Draw lines and marks with plain characters'
complete -c astana -n "__fish_astana_using_subcommand quotes" -s h -l help -d 'Print help'
complete -c astana -n "__fish_astana_using_subcommand check" -l seeds -d 'The folder of the source texts of every PATH [default: seeds in or beside it]' -r -F
complete -c astana -n "__fish_astana_using_subcommand check" -l format -d 'How to write it' -r -f -a "text\t''
json\t''"
complete -c astana -n "__fish_astana_using_subcommand check" -l theme -d 'Colours: for a light or a dark background, or none; text that is printed has none anyway' -r -f -a "auto\t''
light\t''
dark\t''
mono\t''"
complete -c astana -n "__fish_astana_using_subcommand check" -l builtin -d 'Lay every PATH over the Astana process'
complete -c astana -n "__fish_astana_using_subcommand check" -l strict -d 'Fail on warnings too, and warn of direct quotes that no source text proves'
complete -c astana -n "__fish_astana_using_subcommand check" -l ascii -d 'Draw lines and marks with plain characters'
complete -c astana -n "__fish_astana_using_subcommand check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c astana -n "__fish_astana_using_subcommand export" -l seeds -d 'The folder of the source texts of every PATH [default: seeds in or beside it]' -r -F
complete -c astana -n "__fish_astana_using_subcommand export" -s f -l filter -d 'Show only what fits, for instance \'participant:iran,turkey\'' -r
complete -c astana -n "__fish_astana_using_subcommand export" -s o -l output -d 'Write to this file [default: stdout, as is -]' -r -F
complete -c astana -n "__fish_astana_using_subcommand export" -l table -d 'The table that csv writes [default: events]' -r -f -a "events\t''
participants\t''
quotes\t''
documents\t''
sources\t''"
complete -c astana -n "__fish_astana_using_subcommand export" -l builtin -d 'Lay every PATH over the Astana process'
complete -c astana -n "__fish_astana_using_subcommand export" -l force -d 'Replace the file if it is there'
complete -c astana -n "__fish_astana_using_subcommand export" -l raw -d 'In csv, put no apostrophe before a cell that a spreadsheet would compute'
complete -c astana -n "__fish_astana_using_subcommand export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c astana -n "__fish_astana_using_subcommand init" -l from-builtin -d 'Write the Astana process, with its source texts'
complete -c astana -n "__fish_astana_using_subcommand init" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c astana -n "__fish_astana_using_subcommand render" -l seeds -d 'The folder of the source texts of every PATH [default: seeds in or beside it]' -r -F
complete -c astana -n "__fish_astana_using_subcommand render" -s f -l filter -d 'Show only what fits, for instance \'participant:iran,turkey\'' -r
complete -c astana -n "__fish_astana_using_subcommand render" -l event -d 'Start at the event with this id, for instance round-06' -r
complete -c astana -n "__fish_astana_using_subcommand render" -l date -d 'Start at what went on then or came next, for instance 2017-09 or \'15 sep 2017\'' -r
complete -c astana -n "__fish_astana_using_subcommand render" -l view -d 'Start in this view' -r -f -a "timeline\t''
quotes\t''
participants\t''
sources\t''
zones\t''"
complete -c astana -n "__fish_astana_using_subcommand render" -l size -d 'Columns and rows of the screen, at most 1000x500' -r
complete -c astana -n "__fish_astana_using_subcommand render" -l keys -d 'Keys to press first, with blanks between them' -r
complete -c astana -n "__fish_astana_using_subcommand render" -l format -d 'How to write it' -r -f -a "text\t'What its cells say'
svg\t'A picture for a page'"
complete -c astana -n "__fish_astana_using_subcommand render" -l theme -d 'Colours: for a light or a dark background, or none; text that is printed has none anyway' -r -f -a "auto\t''
light\t''
dark\t''
mono\t''"
complete -c astana -n "__fish_astana_using_subcommand render" -l builtin -d 'Lay every PATH over the Astana process'
complete -c astana -n "__fish_astana_using_subcommand render" -l ascii -d 'Draw lines and marks with plain characters'
complete -c astana -n "__fish_astana_using_subcommand render" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c astana -n "__fish_astana_using_subcommand stats" -l seeds -d 'The folder of the source texts of every PATH [default: seeds in or beside it]' -r -F
complete -c astana -n "__fish_astana_using_subcommand stats" -l format -d 'How to write them' -r -f -a "text\t''
json\t''"
complete -c astana -n "__fish_astana_using_subcommand stats" -l theme -d 'Colours: for a light or a dark background, or none; text that is printed has none anyway' -r -f -a "auto\t''
light\t''
dark\t''
mono\t''"
complete -c astana -n "__fish_astana_using_subcommand stats" -l builtin -d 'Lay every PATH over the Astana process'
complete -c astana -n "__fish_astana_using_subcommand stats" -l ascii -d 'Draw lines and marks with plain characters'
complete -c astana -n "__fish_astana_using_subcommand stats" -s h -l help -d 'Print help'
complete -c astana -n "__fish_astana_using_subcommand config" -l check -d 'Say what is wrong in your configuration; the exit status is 1 if something is'
complete -c astana -n "__fish_astana_using_subcommand config" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c astana -n "__fish_astana_using_subcommand completions" -s h -l help -d 'Print help'
complete -c astana -n "__fish_astana_using_subcommand man" -s h -l help -d 'Print help'
complete -c astana -n "__fish_astana_using_subcommand help; and not __fish_seen_subcommand_from list show quotes check export init render stats config completions man help" -f -a "list" -d 'Print the events, one a line'
complete -c astana -n "__fish_astana_using_subcommand help; and not __fish_seen_subcommand_from list show quotes check export init render stats config completions man help" -f -a "show" -d 'Print one event whole'
complete -c astana -n "__fish_astana_using_subcommand help; and not __fish_seen_subcommand_from list show quotes check export init render stats config completions man help" -f -a "quotes" -d 'Print what was said, in the order of dates'
complete -c astana -n "__fish_astana_using_subcommand help; and not __fish_seen_subcommand_from list show quotes check export init render stats config completions man help" -f -a "check" -d 'Say what is wrong with a timeline, where, and what would be right'
complete -c astana -n "__fish_astana_using_subcommand help; and not __fish_seen_subcommand_from list show quotes check export init render stats config completions man help" -f -a "export" -d 'Write the timeline as a page, a calendar, a table, a bibliography …'
complete -c astana -n "__fish_astana_using_subcommand help; and not __fish_seen_subcommand_from list show quotes check export init render stats config completions man help" -f -a "init" -d 'Make files to start from: a small timeline with comments, or the Astana process'
complete -c astana -n "__fish_astana_using_subcommand help; and not __fish_seen_subcommand_from list show quotes check export init render stats config completions man help" -f -a "render" -d 'Draw one screen of the program without a terminal, as text or as a picture'
complete -c astana -n "__fish_astana_using_subcommand help; and not __fish_seen_subcommand_from list show quotes check export init render stats config completions man help" -f -a "stats" -d 'Count events, participants, quotes and sources'
complete -c astana -n "__fish_astana_using_subcommand help; and not __fish_seen_subcommand_from list show quotes check export init render stats config completions man help" -f -a "config" -d 'Print a configuration that explains itself, or check yours'
complete -c astana -n "__fish_astana_using_subcommand help; and not __fish_seen_subcommand_from list show quotes check export init render stats config completions man help" -f -a "completions" -d 'Print what makes a shell complete commands, options and their values'
complete -c astana -n "__fish_astana_using_subcommand help; and not __fish_seen_subcommand_from list show quotes check export init render stats config completions man help" -f -a "man" -d 'Print the manual page of the program, or of one of its commands'
complete -c astana -n "__fish_astana_using_subcommand help; and not __fish_seen_subcommand_from list show quotes check export init render stats config completions man help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
