// Package promise finds where an answer promises something: "nanti kami cek", "akan kami sampaikan minggu depan", "we'll send it by
// Friday". What it finds is only ever offered: it is careful rather than complete. A rule ("akan dikenai sanksi"), a condition
// ("jika berangkat, kami ..."), what was done already and what is done every month are no promises.
//
// It keeps no clock and stores nothing. Words are looked up in closed lists, in Indonesian and in English; days are read by
// package date.
package promise
