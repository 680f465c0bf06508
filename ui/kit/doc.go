// Package kit owns the widgets of the program and the rules of their geometry: list, table, field, form, grid, question,
// status line, help and palette; and the three things that stand between keys and the world: the outbox for writes, the
// draft saver, and the recogniser of scanned codes. It knows no event, guest or note, imports no store, and its widgets do
// no I/O: what has to be written or looked up arrives as a function and leaves as a command.
//
// A widget is a plain struct behind a pointer:
//
//	Update(msg tea.Msg) tea.Cmd          keys, pastes, mouse; mouse positions count from the widget's own top left
//	View(w, h int) string                exactly h lines, none wider than w-1: the screen's last column stays empty
//	Cursor() (x, y int, ok bool)         where the real cursor belongs after the last View, from the top left
//
// Widgets draw for one goroutine, the program's. Only Outbox and Draft are touched by others, and say so.
//
// Every word that comes from outside passes text.Safe before it is drawn; widgets do that themselves.
package kit
