package cli

import (
	"strings"

	"github.com/spf13/cobra"
)

// help explains a command: what it does, how it is called, its parts and its flags.
func (a *app) help(c *cobra.Command) {
	say(a.Out, c.Short)
	if c.Long != "" {
		say(a.Out, "", c.Long)
	}
	say(a.Out, "", a.lang.Say("cli.usage"), "  "+usageLine(c))
	if parts := parts(c); len(parts) > 0 {
		say(a.Out, "", a.lang.Say("cli.commands"))
		columns(a.Out, parts)
	}
	if own := strings.TrimRight(c.LocalNonPersistentFlags().FlagUsages(), "\n"); own != "" {
		say(a.Out, "", a.lang.Say("cli.flags"), own)
	}
	global := c.InheritedFlags()
	if !c.HasParent() {
		global = c.PersistentFlags()
	}
	say(a.Out, "", a.lang.Say("cli.global-flags"), strings.TrimRight(global.FlagUsages(), "\n"))
}

// usageLine is how a command is called; one that has parts says so.
func usageLine(c *cobra.Command) string {
	if c.HasAvailableSubCommands() && !c.HasParent() {
		return c.CommandPath() + " [COMMAND]"
	}
	return c.CommandPath() + strings.TrimPrefix(c.Use, c.Name())
}

func parts(c *cobra.Command) [][]string {
	var rows [][]string
	for _, child := range c.Commands() {
		if child.IsAvailableCommand() {
			rows = append(rows, []string{"  " + child.Name(), child.Short})
		}
	}
	return rows
}

// helpCommand is "hadir help COMMAND", for those who expect it.
func (a *app) helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use: "help [COMMAND]", Short: a.lang.Say("cli.help"), Hidden: true,
		RunE: func(_ *cobra.Command, args []string) error {
			c, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return unknownCommand(c, strings.Join(rest, " "))
			}
			a.help(c)
			return nil
		},
	}
}

// completion prints the script with which a shell completes commands and flags.
func (a *app) completion() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use: "completion " + strings.Join(shells, "|"), Short: a.lang.Say("cli.completion"), Args: between(1, 1), ValidArgs: shells,
		RunE: func(c *cobra.Command, args []string) error {
			root := c.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(a.Out, true)
			case "zsh":
				return root.GenZshCompletion(a.Out)
			case "fish":
				return root.GenFishCompletion(a.Out, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(a.Out)
			}
			return fail(exitUsage, "cli.unknown-shell", "word", args[0], "choices", strings.Join(shells, ", "))
		},
	}
}
