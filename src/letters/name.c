/* SPDX-License-Identifier: MIT */
#include "src/letters/name.h"

#include <string.h>

#include "src/judging/traces.h"
#include "src/letters/letter.h"

struct error letter_names_read(struct context *ctx, struct arena *arena, struct letter_names *names)
{
	names->arena = arena;
	return store_letter_guarded_names(ctx->db, arena, &names->names);
}

const char *letter_names_find(
	const struct letter_names *names, const struct letter *letter, const char *lang)
{
	const struct item item = {
		.code = "", .title = letter_subject(letter, lang), .body = letter_body(letter, lang)
	};
	struct findings found = { 0 };

	traces_find(names->arena, &item, &names->names, &found);
	for (size_t i = 0; i < found.n; i++)
		if (strcmp(found.rows[i].kind, "member") == 0)
			return found.rows[i].text;
	return NULL;
}
