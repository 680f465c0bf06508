package cli

import (
	"context"
	"strconv"

	"github.com/spf13/cobra"

	"hadir/model"
	money "hadir/model/number"
	"hadir/model/text"
	"hadir/ui/filing"
)

// payment is the commands about what guests are paid.
func (a *app) payment() *cobra.Command {
	all := &cobra.Command{
		Use: "all EVENT --amount A [--purpose P]", Short: a.lang.Say("cli.payment-all"), Args: between(1, 1), RunE: a.withDesk(payAll),
	}
	all.Flags().String("amount", "", a.lang.Say("cli.flag-amount"))
	all.Flags().String("purpose", "", a.lang.Say("cli.flag-purpose"))
	one := &cobra.Command{
		Use: "one EVENT WORDS... [--amount A] [--grade G]", Short: a.lang.Say("cli.payment-one"), Long: a.lang.Say("cli.words-long"),
		Args: between(2, -1), RunE: a.withDesk(payOne),
	}
	one.Flags().String("amount", "", a.lang.Say("cli.flag-amount"))
	one.Flags().String("grade", "", a.lang.Say("cli.flag-grade"))
	list := &cobra.Command{
		Use: "list EVENT [--session N]", Short: a.lang.Say("cli.payment-list"), Args: between(1, 1), RunE: a.withDesk(listPayments),
	}
	for _, c := range []*cobra.Command{one, list} {
		a.sessionFlag(c)
	}
	return a.family("payment", "cli.payment", all, one, list)
}

// paid is one payment in JSON.
type paid struct {
	Person   model.ID `json:"person"`
	Name     string   `json:"name"`   // who signs for it: of a guest who was represented, the deputy
	Amount   int64    `json:"amount"` // rupiah; 0: nobody has typed it
	Grade    string   `json:"grade"`
	Received bool     `json:"received"`
}

func payAll(ctx context.Context, d *desk, c *cobra.Command, args []string) error {
	values, err := amountOf(c, model.EventAmount)
	if err != nil {
		return err
	}
	if purpose, ok := given(c, "purpose"); ok {
		values[model.EventPayment], _ = text.Line(purpose)
	}
	if len(values) == 0 {
		return fail(exitUsage, "cli.wording-none", "usage", usageLine(c))
	}
	key, err := eventRecord(ctx, d, args)
	if err != nil {
		return err
	}
	if err := d.pay(ctx, key, values); err != nil {
		return err
	}
	return d.print(created{key.ID}, func() { d.tell("pay.saved") })
}

func payOne(ctx context.Context, d *desk, c *cobra.Command, args []string) error {
	values, err := amountOf(c, model.GuestPay)
	if err != nil {
		return err
	}
	if grade, ok := given(c, "grade"); ok {
		values[model.GuestGrade], _ = text.Line(grade)
	}
	if len(values) == 0 {
		return fail(exitUsage, "cli.wording-none", "usage", usageLine(c))
	}
	h, g, err := d.seated(ctx, c, args)
	if err != nil {
		return err
	}
	if err := d.pay(ctx, model.GuestKey(h.Event.ID, g.ID), values); err != nil {
		return err
	}
	return d.print(created{g.ID}, func() { d.tell("cli.paid", "who", who(g)) })
}

// amountOf is the register of an amount that the flags write; an empty amount empties it.
func amountOf(c *cobra.Command, register string) (map[string]string, error) {
	values := make(map[string]string)
	typed, ok := given(c, "amount")
	if !ok {
		return values, nil
	}
	n, good := filing.Rupiah(typed)
	switch {
	case typed == "":
		values[register] = ""
	case !good:
		return nil, fail(exitUsage, "pay.bad-amount")
	default:
		values[register] = strconv.FormatInt(n, 10)
	}
	return values, nil
}

func (d *desk) pay(ctx context.Context, key model.Key, values map[string]string) error {
	r, err := d.store.Record(ctx, key)
	if err != nil {
		return err
	}
	changes := d.Act(model.VerbPay).Edit(r, values)
	if len(changes) == 0 {
		return nil
	}
	return d.apply(ctx, changes)
}

func listPayments(ctx context.Context, d *desk, c *cobra.Command, args []string) error {
	h, err := d.hall(ctx, c, args[0])
	if err != nil {
		return err
	}
	out, rows, sum := []paid{}, [][]string{}, int64(0)
	for i := range h.Len() {
		g := h.At(i)
		s := h.Seat(g.ID)
		if g.Removed || !s.Came() {
			continue
		}
		x := paid{g.ID, g.FullName(), h.Event.Papers.Amount, g.Grade, g.Paid != ""}
		if n, ok := filing.Rupiah(g.Pay); ok {
			x.Amount = n
		}
		if s.State == model.StateRepresented {
			x.Name = s.Deputy.Name
		}
		sum += x.Amount
		out = append(out, x)
		words := d.Say("pay.gap")
		if x.Amount > 0 {
			words = money.Rupiah(x.Amount)
		}
		rows = append(rows, []string{x.Name, x.Grade, words})
	}
	return d.print(out, func() {
		if len(out) == 0 {
			d.tell("pay.none")
			return
		}
		columns(d.out, append(rows, []string{d.Say("paper.sum"), "", money.Rupiah(sum)}))
	})
}
