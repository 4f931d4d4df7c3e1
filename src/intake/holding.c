/* SPDX-License-Identifier: MIT */
#include "src/intake/holding.h"

#include <stdbool.h>
#include <stdio.h>

#include "db/base/watch.h"
#include "src/base/i18n.h"

/* Measured: so many are saved in less than three seconds. */
enum { UNNOTICED_ROWS = 5000 };

/* Is it worth a word? */
static bool holding_matters(size_t rows)
{
	return rows > UNNOTICED_ROWS;
}

void holding_words(size_t rows, char *out, size_t size)
{
	snprintf(out, size,
		/* TRANSLATORS: always thousands of rows. */
		_("Saving %zu rows takes a while, and until it is done what others save waits: "
		  "best when nobody else is working."),
		rows);
}

void holding_tell(size_t rows)
{
	if (holding_matters(rows))
		watch_holding(rows);
}

const char *holding_asked(struct arena *arena, const char *question, size_t rows)
{
	char words[400];

	if (!holding_matters(rows))
		return question;
	holding_words(rows, words, sizeof(words));
	return arena_printf(arena, "%s %s", question, words);
}
