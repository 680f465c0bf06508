// Command pictures takes the pictures that the README shows: it builds the program, sits before it on a terminal of 80x24,
// presses keys as an officer would, and draws what the terminal then shows as SVG, beside this file.
//
//	go run ./ui/pictures
//
// Nothing on a picture is made up here but the invited list that is imported, list.csv. Two runs differ in the clock alone.
// How the program looks is ui/theme's to say; the terminal's sixteen colours, which its owner chooses, are chosen here.
package main
