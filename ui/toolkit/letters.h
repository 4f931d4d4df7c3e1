/* SPDX-License-Identifier: MIT
 * Letters that mean the same on every screen of the office. A command's keys name them from here;
 * a capital is always one of them, so that what is safe on one screen is never dangerous on
 * another. The other small letters open or note what is a screen's own. Jurors, who see none of
 * these screens, have their own. */
#pragma once

#include <stddef.h>

#include "ui/toolkit/key.h"

/* One line a letter: its name in the code, the key, what it does everywhere. */
#define LETTERS(X) \
	X(NEW, 'n', N_("Something new: adds, makes, begins")) \
	X(EDIT, 'e', N_("Edits, or fills in, what is selected")) \
	X(NOTE, 'c', N_("Notes a contact: a call, a letter, a visit")) \
	X(EXPORT, 'x', N_("Saves what is shown in a file")) \
	X(FILTER, 'f', N_("Shows some rows only")) \
	X(SORT, 's', N_("Sorts the rows")) \
	X(GO, 'g', N_("Goes to a list by its name")) \
	X(YOU, 'u', N_("You and your language")) \
	X(LEAVE, 'q', N_("Leaves the program")) \
	X(ADMIT, 'A', N_("Admits what came late")) \
	X(PROJECT, 'B', N_("Shows only what everybody in the room may see")) \
	X(CORRECT, 'C', N_("Corrects, or changes, what is in force")) \
	X(REMOVE, 'D', N_("Takes one off: a row, a key, a member")) \
	X(PAGE, 'E', N_("Makes a page for everybody")) \
	X(FILES, 'F', N_("Attachments")) \
	X(REST, 'G', N_("All the rest at once")) \
	X(SETTLE, 'H', N_("Makes it final: approves, locks, releases, signs")) \
	X(INELIGIBLE, 'I', N_("Excludes as ineligible")) \
	X(PASS, 'J', N_("Leaves it as it is, with the reason")) \
	X(LETTERS, 'K', N_("Letters")) \
	X(SEND, 'L', N_("Sends")) \
	X(MEETING, 'M', N_("Holds the meeting")) \
	X(NAMES, 'N', N_("Who is named in public")) \
	X(OPEN_NAMES, 'O', N_("Opens the names behind the codes")) \
	X(PAPERS, 'P', N_("Papers: documents to print or save")) \
	X(TOOK_BACK, 'Q', N_("The team took back what it sent")) \
	X(RESTORE, 'R', N_("Restores or opens again")) \
	X(SENDER, 'S', N_("Who the sender of letters is")) \
	X(CONTACTS, 'T', N_("Contacts noted so far")) \
	X(TAKE_BACK, 'U', N_("Takes back what was recorded by mistake")) \
	X(VOTE, 'V', N_("Records a vote")) \
	X(WITHDRAW, 'W', N_("Who takes part withdraws")) \
	X(CALL_OFF, 'X', N_("It comes to nothing: cancelled, refused, given up")) \
	X(DISSENT, 'Y', N_("Records a dissenting opinion")) \
	X(RESTRICT, 'Z', N_("Restricts the use of a person's data"))

#define X(name, key, meaning) K_##name = (key),
enum { LETTERS(X) };
#undef X

struct key_meaning {
	int key;
	const char *meaning; /* N_() */
};

/* As many as *n, in the order of the table. */
const struct key_meaning *key_meanings(size_t *n);
