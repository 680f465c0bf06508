// Package roster turns an invited list, as an office sends it, into changes of an event: which column means what, which rows
// are guests, what each cell says, and what importing the list would do, row by row and with a reason for each. It sees
// tables of cells, not files: reading those is the business of package exchange. It decides nothing that a person has to decide.
package roster
