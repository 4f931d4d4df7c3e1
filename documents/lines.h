/* SPDX-License-Identifier: MIT
 * What klash and klash-documents say to each other: lines of fields with a tab between, in UTF-8. A
 * field begins with a letter that says what it is; a backslash stands before what would end it.
 *
 *	S 1|0 name     a sheet: is it visible? what it is called
 *	W name         what is to be written next goes to a sheet of that name; without it to one
 *	A field ...    a row above the headings, such as a title
 *	H field ...    headings of the rows that are to be written
 *	L n max title message
 *	               the cells of column n (from 0) are to be filled in: so many characters, with
 *	               words that show beside the cell
 *	V n title message field ...
 *	               the same, and one of the fields is to be chosen
 *	R n field ...  a row: its number as the sheet has it, its cells from the first column on
 *	.              that was all
 *
 * Documents are said in these instead, with the same full stop at the end; texts without a letter:
 *
 *	M seconds      the moment that the file says it was made at (UTC)
 *	D lang title   a document, on pages of its own
 *	K name text    what stands around it (paper.c has the names)
 *	B kind flags level depth lines lang number text below
 *	               a block: H heading, P paragraph, L literal, I list, F facts, B boxes, T
 *table, K tick, S signatures; flags c close, x boxed, n numbered I text         an item of the list
 *	F label value lang
 *	               a fact, or a box
 *	C 1|0 title    a column of the table; are there numbers in it?
 *	T field ...    a row of it
 *	G day hand name role done
 *	               a signature
 *
 * Cells: "" nothing, "t" a text, "n" a number with a decimal point, "m" an amount of euros, "b" 1
 *or 0, "d" a moment (2018-10-31T14:05:00, the clock's time with no zone), "D" the same where no
 *clock time is shown, "c" a clock time alone, "e" what a formula gave instead of a value. */
#pragma once

#include <stddef.h>
#include <stdio.h>

/* What klash-documents ends with if it could not; the words for it are klash's. */
enum line_fault {
	FAULT_NONE,
	FAULT_PACKED = 64, /* no archive, or one that is damaged */
	FAULT_LOCKED,      /* with a password */
	FAULT_WORKBOOK,    /* an archive, but no workbook of this kind */
	FAULT_DAMAGED,     /* a part of it cannot be read */
	FAULT_LARGE,       /* more than is taken */
	FAULT_SHEET,       /* no sheet of that name */
	FAULT_TEXT,        /* a text longer than a cell of a workbook can be */
	FAULT_INPUT,       /* klash's own lines are none, or end before their end */
	FAULT_OUTPUT,      /* what was written did not arrive */
	FAULT_FONT,        /* the fonts of documents are not installed */
};

/* A field: the tab before it, what it is ('\0': no letter), its text with what must be guarded.
 * Returns how many bytes that was. */
size_t line_field(FILE *out, char what, const char *text);

/* The next field of a line, unguarded in place; NULL behind the last. *rest is what follows. */
char *line_next(char **rest);
