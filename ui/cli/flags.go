package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"hadir/ui/lang"
)

// flagFailure puts a wrong flag in words.
func flagFailure(c *cobra.Command, err error) error {
	help := c.CommandPath() + " --help"
	var unknown *pflag.NotExistError
	var lonely *pflag.ValueRequiredError
	var wrong *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		return fail(exitUsage, "cli.unknown-flag", "flag", "-"+unknown.GetSpecifiedShortnames(), "help", help).because(err)
	case errors.As(err, &unknown):
		return fail(exitUsage, "cli.unknown-flag", "flag", "--"+unknown.GetSpecifiedName(), "help", help).because(err)
	case errors.As(err, &lonely):
		return fail(exitUsage, "cli.flag-needs", "flag", "--"+lonely.GetFlag().Name).because(err)
	case errors.As(err, &wrong):
		return badValue(wrong.GetFlag().Name, wrong.GetValue()).because(err)
	}
	return fail(exitUsage, "cli.bad-flag", "help", help).because(err)
}

// badValue says that a flag's value cannot be used.
func badValue(flag, value string) *failure {
	return fail(exitUsage, "cli.bad-value", "flag", "--"+flag, "value", value)
}

// badChoice says that a flag's value is none of those that there are.
func badChoice[T ~string](flag, value string, choices []T) *failure {
	words := make([]string, len(choices))
	for i, c := range choices {
		words[i] = string(c)
	}
	return fail(exitUsage, "cli.bad-choice", "flag", "--"+flag, "value", value, "choices", strings.Join(words, ", "))
}

// choiceOf is the choice that a word names: by its code, which scripts use, or as the screens call it in the language that is on.
func choiceOf[T ~string](l *lang.Lang, word string, choices []T, words func(T) lang.Key) (chosen T, ok bool) {
	for _, c := range choices {
		if strings.EqualFold(word, string(c)) || strings.EqualFold(word, l.Say(words(c))) {
			return c, true
		}
	}
	return chosen, false
}

// sayHelpFlags gives every command its flag for help in the language that is on; cobra would add its own in English.
func (a *app) sayHelpFlags(c *cobra.Command) {
	c.Flags().BoolP("help", "h", false, a.lang.Say("cli.flag-help"))
	if c.Version != "" {
		c.Flags().Bool("version", false, a.lang.Say("cli.flag-version"))
	}
	for _, child := range c.Commands() {
		a.sayHelpFlags(child)
	}
}
