/* SPDX-License-Identifier: MIT */
#include "src/judging/review_columns.h"

#include <string.h>

#include "db/base/utf8.h"

static const struct table_field fixed[COLUMN_FIXED] = {
	[COLUMN_JUROR] = { "juror", "jäsen|tuomariston jäsen|arvioija|jurymedlem|bedömare", false },
	[COLUMN_SUBMISSION] = { "submission",
		"koodi|tunnus|kod|code|ehdotus|förslag|bidrag|ongelma|problem|ratkaisu", true },
	[COLUMN_NOTES] = { "notes", "huomiot|muistiinpanot|anteckningar", false },
	[COLUMN_FEEDBACK] = { "feedback", "palaute|respons", false },
	[COLUMN_STATE] = { "state", "tila|status", false },
};
/* On a sheet to be read by people, not by us. */
static const char unread[] = "otsikko|rubrik|title|hakija|kunta|sökande|applicant";

static bool is_one_of(const char *words, const char *word)
{
	size_t n = strlen(word);

	for (const char *at = words; at != NULL; at = strchr(at, '|')) {
		at += *at == '|' ? 1 : 0;
		if (strncmp(at, word, n) == 0 && (at[n] == '|' || at[n] == '\0'))
			return true;
	}
	return false;
}

bool review_word_taken(struct arena *arena, const char *word)
{
	const char *folded = utf8_fold(arena, word);

	for (size_t i = 0; i < LEN(fixed); i++)
		if (strcmp(fixed[i].code, folded) == 0 || is_one_of(fixed[i].headings, folded))
			return true;
	return is_one_of(unread, folded);
}

static bool has_name(struct arena *arena, const struct criterion *c, const char *folded)
{
	const char *names[] = { c->key, c->name_fi, c->name_sv, c->name_en };

	for (size_t i = 0; i < LEN(names); i++)
		if (strcmp(utf8_fold(arena, names[i]), folded) == 0)
			return true;
	return false;
}

/* Does the name alone tell the criterion? */
static bool is_own(
	struct arena *arena, const struct criteria *criteria, size_t i, const char *folded)
{
	if (*folded == '\0' || strchr(folded, '|') != NULL || review_word_taken(arena, folded))
		return false;
	for (size_t k = 0; k < criteria->n; k++)
		if (k != i && has_name(arena, &criteria->rows[k], folded))
			return false;
	return true;
}

static const char *with_key(struct arena *arena, const struct criterion *c, const char *name)
{
	return arena_printf(arena, "%s [%s]", name, c->key);
}

static const char *all_headings(struct arena *arena, const struct criteria *criteria, size_t i)
{
	const struct criterion *c = &criteria->rows[i];
	const char *names[] = { c->name_fi, c->name_sv, c->name_en };
	const char *all = utf8_fold(arena, c->key);

	for (size_t k = 0; k < LEN(names); k++) {
		const char *folded = utf8_fold(arena, names[k]);

		if (is_own(arena, criteria, i, folded))
			all = arena_printf(arena, "%s|%s", all, folded);
		if (*folded != '\0' && strchr(folded, '|') == NULL)
			all = arena_printf(arena, "%s|%s", all,
				utf8_fold(arena, with_key(arena, c, names[k])));
	}
	return all;
}

struct table_field *review_columns(struct arena *arena, const struct criteria *criteria)
{
	struct table_field *fields =
		arena_alloc(arena, (COLUMN_FIXED + criteria->n) * sizeof(*fields));

	memcpy(fields, fixed, sizeof(fixed));
	for (size_t i = 0; i < criteria->n; i++)
		fields[COLUMN_FIXED + i] = (struct table_field){ criteria->rows[i].key,
			all_headings(arena, criteria, i), true };
	return fields;
}

const char *review_heading(struct arena *arena, const struct criteria *criteria, size_t i)
{
	const struct criterion *c = &criteria->rows[i];
	const char *name = criterion_name(c);

	if (is_own(arena, criteria, i, utf8_fold(arena, name)))
		return name;
	return strchr(name, '|') == NULL ? with_key(arena, c, name) : c->key;
}
