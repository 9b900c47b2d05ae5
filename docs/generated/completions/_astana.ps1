
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'astana' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'astana'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'astana' {
            [CompletionResult]::new('--seeds', '--seeds', [CompletionResultType]::ParameterName, 'The folder of the source texts of every PATH [default: seeds in or beside it]')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Show only what fits, for instance ''participant:iran,turkey''')
            [CompletionResult]::new('--filter', '--filter', [CompletionResultType]::ParameterName, 'Show only what fits, for instance ''participant:iran,turkey''')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours: for a light or a dark background, or none; text that is printed has none anyway')
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Start at the event with this id, for instance round-06')
            [CompletionResult]::new('--date', '--date', [CompletionResultType]::ParameterName, 'Start at what went on then or came next, for instance 2017-09 or ''15 sep 2017''')
            [CompletionResult]::new('--view', '--view', [CompletionResultType]::ParameterName, 'Start in this view')
            [CompletionResult]::new('--builtin', '--builtin', [CompletionResultType]::ParameterName, 'Lay every PATH over the Astana process')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw lines and marks with plain characters')
            [CompletionResult]::new('--no-state', '--no-state', [CompletionResultType]::ParameterName, 'Neither begin where you left this timeline last, nor remember where you leave it')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Print the events, one a line')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Print one event whole')
            [CompletionResult]::new('quotes', 'quotes', [CompletionResultType]::ParameterValue, 'Print what was said, in the order of dates')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Say what is wrong with a timeline, where, and what would be right')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write the timeline as a page, a calendar, a table, a bibliography …')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Make files to start from: a small timeline with comments, or the Astana process')
            [CompletionResult]::new('render', 'render', [CompletionResultType]::ParameterValue, 'Draw one screen of the program without a terminal, as text or as a picture')
            [CompletionResult]::new('stats', 'stats', [CompletionResultType]::ParameterValue, 'Count events, participants, quotes and sources')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Print a configuration that explains itself, or check yours')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print what makes a shell complete commands, options and their values')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual page of the program, or of one of its commands')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'astana;list' {
            [CompletionResult]::new('--seeds', '--seeds', [CompletionResultType]::ParameterName, 'The folder of the source texts of every PATH [default: seeds in or beside it]')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Show only what fits, for instance ''participant:iran,turkey''')
            [CompletionResult]::new('--filter', '--filter', [CompletionResultType]::ParameterName, 'Show only what fits, for instance ''participant:iran,turkey''')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to write them')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours: for a light or a dark background, or none; text that is printed has none anyway')
            [CompletionResult]::new('--builtin', '--builtin', [CompletionResultType]::ParameterName, 'Lay every PATH over the Astana process')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw lines and marks with plain characters')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'astana;show' {
            [CompletionResult]::new('--seeds', '--seeds', [CompletionResultType]::ParameterName, 'The folder of the source texts of every PATH [default: seeds in or beside it]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to write it')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours: for a light or a dark background, or none; text that is printed has none anyway')
            [CompletionResult]::new('--builtin', '--builtin', [CompletionResultType]::ParameterName, 'Lay every PATH over the Astana process')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw lines and marks with plain characters')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'astana;quotes' {
            [CompletionResult]::new('--seeds', '--seeds', [CompletionResultType]::ParameterName, 'The folder of the source texts of every PATH [default: seeds in or beside it]')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Show only what fits, for instance ''participant:iran,turkey''')
            [CompletionResult]::new('--filter', '--filter', [CompletionResultType]::ParameterName, 'Show only what fits, for instance ''participant:iran,turkey''')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to write them')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours: for a light or a dark background, or none; text that is printed has none anyway')
            [CompletionResult]::new('--builtin', '--builtin', [CompletionResultType]::ParameterName, 'Lay every PATH over the Astana process')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw lines and marks with plain characters')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'astana;check' {
            [CompletionResult]::new('--seeds', '--seeds', [CompletionResultType]::ParameterName, 'The folder of the source texts of every PATH [default: seeds in or beside it]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to write it')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours: for a light or a dark background, or none; text that is printed has none anyway')
            [CompletionResult]::new('--builtin', '--builtin', [CompletionResultType]::ParameterName, 'Lay every PATH over the Astana process')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Fail on warnings too, and warn of direct quotes that no source text proves')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw lines and marks with plain characters')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'astana;export' {
            [CompletionResult]::new('--seeds', '--seeds', [CompletionResultType]::ParameterName, 'The folder of the source texts of every PATH [default: seeds in or beside it]')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Show only what fits, for instance ''participant:iran,turkey''')
            [CompletionResult]::new('--filter', '--filter', [CompletionResultType]::ParameterName, 'Show only what fits, for instance ''participant:iran,turkey''')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to this file [default: stdout, as is -]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to this file [default: stdout, as is -]')
            [CompletionResult]::new('--table', '--table', [CompletionResultType]::ParameterName, 'The table that csv writes [default: events]')
            [CompletionResult]::new('--builtin', '--builtin', [CompletionResultType]::ParameterName, 'Lay every PATH over the Astana process')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file if it is there')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'In csv, put no apostrophe before a cell that a spreadsheet would compute')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'astana;init' {
            [CompletionResult]::new('--from-builtin', '--from-builtin', [CompletionResultType]::ParameterName, 'Write the Astana process, with its source texts')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'astana;render' {
            [CompletionResult]::new('--seeds', '--seeds', [CompletionResultType]::ParameterName, 'The folder of the source texts of every PATH [default: seeds in or beside it]')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Show only what fits, for instance ''participant:iran,turkey''')
            [CompletionResult]::new('--filter', '--filter', [CompletionResultType]::ParameterName, 'Show only what fits, for instance ''participant:iran,turkey''')
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Start at the event with this id, for instance round-06')
            [CompletionResult]::new('--date', '--date', [CompletionResultType]::ParameterName, 'Start at what went on then or came next, for instance 2017-09 or ''15 sep 2017''')
            [CompletionResult]::new('--view', '--view', [CompletionResultType]::ParameterName, 'Start in this view')
            [CompletionResult]::new('--size', '--size', [CompletionResultType]::ParameterName, 'Columns and rows of the screen, at most 1000x500')
            [CompletionResult]::new('--keys', '--keys', [CompletionResultType]::ParameterName, 'Keys to press first, with blanks between them')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to write it')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours: for a light or a dark background, or none; text that is printed has none anyway')
            [CompletionResult]::new('--builtin', '--builtin', [CompletionResultType]::ParameterName, 'Lay every PATH over the Astana process')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw lines and marks with plain characters')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'astana;stats' {
            [CompletionResult]::new('--seeds', '--seeds', [CompletionResultType]::ParameterName, 'The folder of the source texts of every PATH [default: seeds in or beside it]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to write them')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours: for a light or a dark background, or none; text that is printed has none anyway')
            [CompletionResult]::new('--builtin', '--builtin', [CompletionResultType]::ParameterName, 'Lay every PATH over the Astana process')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw lines and marks with plain characters')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'astana;config' {
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Say what is wrong in your configuration; the exit status is 1 if something is')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'astana;completions' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'astana;man' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'astana;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Print the events, one a line')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Print one event whole')
            [CompletionResult]::new('quotes', 'quotes', [CompletionResultType]::ParameterValue, 'Print what was said, in the order of dates')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Say what is wrong with a timeline, where, and what would be right')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write the timeline as a page, a calendar, a table, a bibliography …')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Make files to start from: a small timeline with comments, or the Astana process')
            [CompletionResult]::new('render', 'render', [CompletionResultType]::ParameterValue, 'Draw one screen of the program without a terminal, as text or as a picture')
            [CompletionResult]::new('stats', 'stats', [CompletionResultType]::ParameterValue, 'Count events, participants, quotes and sources')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Print a configuration that explains itself, or check yours')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print what makes a shell complete commands, options and their values')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual page of the program, or of one of its commands')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'astana;help;list' {
            break
        }
        'astana;help;show' {
            break
        }
        'astana;help;quotes' {
            break
        }
        'astana;help;check' {
            break
        }
        'astana;help;export' {
            break
        }
        'astana;help;init' {
            break
        }
        'astana;help;render' {
            break
        }
        'astana;help;stats' {
            break
        }
        'astana;help;config' {
            break
        }
        'astana;help;completions' {
            break
        }
        'astana;help;man' {
            break
        }
        'astana;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
