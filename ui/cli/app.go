package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"hadir/ui/lang"
)

// app is one run of the command line.
type app struct {
	Process
	lang  *lang.Lang
	flags globals

	passing  bool   // what is opened is thrown away at the end
	onScreen bool   // the command shows the program: what it has to ask, it asks there
	fresh    string // the passphrase that a session has just chosen, for the next one; "": none
	asking   *asker // asks for the passphrase of the database that is being opened
}

// globals are the flags that every command has.
type globals struct {
	db, lang, officer, desk string
	passphrase              string // the file that holds it
	newPassphrase           string // the file that holds the one that is to hold
	json                    bool
}

// near is how many letters a mistyped command may be away from the one that is suggested.
const near = 2

// command is the tree of all commands, in the language that is on.
func (a *app) command() *cobra.Command {
	root := &cobra.Command{
		Use: "hadir", Short: a.lang.Say("cli.hadir"), Args: a.noCommand, RunE: a.withScreen(showHome),
		SilenceErrors: true, SilenceUsage: true, Version: version(), SuggestionsMinimumDistance: near,
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetFlagErrorFunc(flagFailure)
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { a.help(c) })
	root.SetVersionTemplate("hadir {{.Version}}\n")
	root.SetOut(a.Out)
	root.SetErr(a.Err)
	root.SetArgs(a.Args)
	a.globalFlags(root)
	root.AddCommand(
		a.demo(), a.door(), a.event(), a.importList(), a.roster(), a.checkin(), a.walkin(), a.state(), a.undo(), a.history(),
		a.agenda(), a.role(), a.file(),
		a.office(), a.letter(), a.deed(), a.payment(),
		a.papers(), a.present(), a.recap(), a.export(),
		a.verify(), a.copies(), a.rescue(), a.backup(), a.restore(), a.seal(), a.unseal(), a.purge(),
		a.search(), a.reindex(), a.archive(), a.stats(),
		a.room(), a.ask(), a.questionCommands(), a.answer(), a.questions(),
		a.board(), a.action(), a.actions(), a.completion(),
	)
	root.SetHelpCommand(a.helpCommand(root))
	a.sayHelpFlags(root)
	return root
}

func (a *app) globalFlags(root *cobra.Command) {
	flags := root.PersistentFlags()
	flags.StringVar(&a.flags.db, "db", "", a.lang.Say("cli.flag-db"))
	flags.StringVar(&a.flags.lang, "lang", "", a.lang.Say("cli.flag-lang"))
	flags.StringVar(&a.flags.officer, "officer", "", a.lang.Say("cli.flag-officer"))
	flags.StringVar(&a.flags.desk, "desk", "", a.lang.Say("cli.flag-desk"))
	flags.StringVar(&a.flags.passphrase, "passphrase-file", "", a.lang.Say("seal.flag-file"))
	flags.BoolVar(&a.flags.json, "json", false, a.lang.Say("cli.flag-json"))
	root.PersistentPreRunE = func(*cobra.Command, []string) error {
		if l := a.flags.lang; l != "" && l != lang.Indonesian && l != lang.English {
			return fail(exitUsage, "cli.bad-lang", "value", l)
		}
		return nil
	}
}

// asked is the language that the arguments or the environment ask for. It has to be known before the commands are made,
// since their help is in it; an argument that is no language is judged later.
func asked(args []string, getenv func(string) string) string {
	for i, arg := range args {
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			return value
		}
		if arg == "--lang" && i+1 < len(args) {
			return args[i+1]
		}
		if arg == "--" {
			break
		}
	}
	return getenv("HADIR_LANG")
}

// noCommand refuses words after "hadir" that are no command.
func (a *app) noCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return unknownCommand(c, args[0])
}

// unknownCommand says that a command has no such part, and which there are.
func unknownCommand(c *cobra.Command, word string) error {
	f := fail(exitUsage, "cli.unknown-command", "word", word, "help", c.CommandPath()+" --help")
	if near := c.SuggestionsFor(word); len(near) > 0 {
		f.what = lang.Of("cli.unknown-command-near", "word", word, "near", c.CommandPath()+" "+near[0])
	}
	return f
}

// family is a command that is nothing without one of its parts: role add, role list. Cobra would answer a missing or mistyped part
// with the help and success; a script has to hear that it asked for nothing.
func (a *app) family(name string, short lang.Key, parts ...*cobra.Command) *cobra.Command {
	c := &cobra.Command{
		Use: name + " COMMAND", Short: a.lang.Say(short), Args: cobra.ArbitraryArgs, SuggestionsMinimumDistance: near,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(c, args[0])
			}
			return fail(exitUsage, "cli.too-few", "usage", usageLine(c))
		},
	}
	c.AddCommand(parts...)
	return c
}

// between accepts that many arguments; the usage line says which they are.
func between(low, high int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch {
		case len(args) < low:
			return fail(exitUsage, "cli.too-few", "usage", usageLine(c))
		case high >= 0 && len(args) > high:
			return fail(exitUsage, "cli.too-many", "word", args[high], "usage", usageLine(c))
		}
		return nil
	}
}
