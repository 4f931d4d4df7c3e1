/* SPDX-License-Identifier: MIT
 * Several questions in a box: each is answered by one key, a digit or the first letter of the
 * answer's word, and the next one follows. Nothing is kept here: every answer is given at once to
 * who asks. */
#pragma once

#include "ui/toolkit/ui.h"

struct ask_row {
	const char *text, *more; /* the question, and what stands under it in full; "" for none */
	const char *answer;      /* its word; "": none yet */
	enum style style;        /* of the answer */
};

struct ask_each {
	const char *title;
	const char *const *words; /* the possible answers, in the language in use */
	int n;
	void *arg;
	/* The questions as they are now, one at least; they stay as they are until it is called
	 * again. */
	size_t (*rows)(void *arg, const struct ask_row **rows);
	/* An answer by its number among the words; -1: it is taken back. */
	void (*answer)(struct ui *ui, void *arg, size_t row, int word);
	/* A remark on an answered one. */
	void (*remark)(struct ui *ui, void *arg, size_t row);
};

/* Begins at the first that has no answer; ends with the last answer, Enter or Esc. */
void ui_ask_each(struct ui *ui, const struct ask_each *each);
