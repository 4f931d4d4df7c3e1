/* SPDX-License-Identifier: MIT
 * Which municipality is meant? Exact names (in either language, former ones, aliases) and codes are
 * sure; genitives, two names at once, missing zeros and slips of the pen are offered, never
 * guessed. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/set.h"
#include "src/registers/municipality.h"

struct entry {
	const char *folded;
	int64_t id, valid_from, valid_to;
};

struct municipality_index {
	struct arena arena;
	struct entry *entries;
	size_t n;
	struct set by_name; /* folded name or code to the first entry of it */
};

static void add_entry(struct municipality_index *index, const char *text, const struct entry *times)
{
	struct entry *entry = &index->entries[index->n];

	*entry = *times;
	entry->folded = utf8_fold(&index->arena, text);
	(void)set_add(&index->by_name, entry->folded, (int64_t)index->n++);
}

/* Codes and validity of every municipality first, then one entry a name. */
static struct error fill(struct context *ctx, struct municipality_index *index)
{
	struct id_list ids = { 0 };
	struct municipality_names names;
	struct error e = store_municipality_ids_by_code(ctx->db, 0, &ids);

	if (e.code == E_OK)
		e = store_municipality_names(ctx->db, &index->arena, 0, &names);
	if (e.code == E_OK)
		index->entries =
			arena_alloc(&index->arena, (ids.n + names.n + 1) * sizeof(*index->entries));
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct municipality m;

		e = store_municipality_get(ctx->db, &index->arena, ids.ids[i], 0, &m);
		if (e.code != E_OK)
			break;
		struct entry times = { NULL, m.id, m.valid_from, m.valid_to };
		add_entry(index, m.code, &times);
		for (size_t k = 0; k < names.n; k++)
			if (names.rows[k].municipality_id == m.id)
				add_entry(index, names.rows[k].name, &times);
	}
	id_list_clear(&ids);
	return e;
}

struct error municipality_index_new(struct context *ctx, struct municipality_index **out)
{
	struct municipality_index *index = xmalloc(sizeof(*index));

	*index = (struct municipality_index){ 0 };
	struct error e = fill(ctx, index);
	if (e.code != E_OK)
		municipality_index_free(index);
	else
		*out = index;
	return e;
}

void municipality_index_free(struct municipality_index *index)
{
	if (index == NULL)
		return;
	set_clear(&index->by_name);
	arena_clear(&index->arena);
	free(index);
}

static const struct entry *exact(const struct municipality_index *index, const char *folded)
{
	int64_t at;

	return set_find(&index->by_name, folded, &at) ? &index->entries[at] : NULL;
}

/* "49" for "049". */
static const struct entry *short_code(const struct municipality_index *index, const char *folded)
{
	char code[8];
	size_t n = strlen(folded);

	if (n == 0 || n > 2 || !isdigit((unsigned char)folded[0]) ||
		(n == 2 && !isdigit((unsigned char)folded[1])))
		return NULL;
	snprintf(code, sizeof(code), "%.*s%s", (int)(3 - n), "00", folded);
	return exact(index, code);
}

/* "Helsinki/Helsingfors": both parts must mean the same one. */
static const struct entry *both_names(
	const struct municipality_index *index, struct arena *arena, const char *folded)
{
	const char *split = strpbrk(folded, "/,");

	if (split == NULL)
		return NULL;
	const char *first =
		utf8_clean(arena, arena_bytes(arena, folded, (size_t)(split - folded)), TEXT_LINE);
	const char *second = utf8_clean(arena, split + 1, TEXT_LINE);
	const struct entry *a = exact(index, first), *b = exact(index, second);

	return a != NULL && b != NULL && a->id == b->id ? a : NULL;
}

/* "Hämeenlinnan kaupunki" to "Hämeenlinnan"; NULL if it has no such word. */
static char *without_kind(struct arena *arena, const char *folded)
{
	static const char *const kinds[] = {
		" kaupunki",
		" kunta",
		" stad",
		" kommun",
		"n kaupunki",
		"n kunta",
	};
	size_t n = strlen(folded);

	for (size_t i = LEN(kinds); i-- > 0;) {
		size_t suffix = strlen(kinds[i]);

		if (n > suffix && strcmp(folded + n - suffix, kinds[i]) == 0)
			return arena_bytes(arena, folded, n - suffix);
	}
	return NULL;
}

static size_t smallest(size_t a, size_t b, size_t c)
{
	size_t least = a < b ? a : b;

	return least < c ? least : c;
}

enum { NAME_MAX_LETTERS = 40, SLIPS_MAX = 2 };

/* Levenshtein's distance in letters; anything long counts as far. */
static size_t slips(const char *a, const char *b)
{
	size_t row[NAME_MAX_LETTERS + 1], columns = utf8_length(b);
	uint32_t from, to;

	if (columns > NAME_MAX_LETTERS || utf8_length(a) > NAME_MAX_LETTERS)
		return SIZE_MAX;
	for (size_t i = 0; i <= columns; i++)
		row[i] = i;
	for (size_t line = 1; *a != '\0'; line++) {
		size_t diagonal = row[0];
		const char *at = b;

		a += utf8_decode(a, &from);
		row[0] = line;
		for (size_t i = 1; i <= columns; i++) {
			size_t above = row[i];

			at += utf8_decode(at, &to);
			row[i] = smallest(
				above + 1, row[i - 1] + 1, diagonal + (from == to ? 0 : 1));
			diagonal = above;
		}
	}
	return row[columns];
}

/* The one nearest name, if it is near and no other municipality is as near. */
static const struct entry *nearest(const struct municipality_index *index, const char *folded)
{
	size_t least = SLIPS_MAX + 1, letters = utf8_length(folded);
	const struct entry *found = NULL;
	bool shared = false;

	if (letters < 4)
		return NULL;
	for (size_t i = 0; i < index->n; i++) {
		const struct entry *entry = &index->entries[i];
		size_t distance = slips(folded, entry->folded);

		if (distance > least || isdigit((unsigned char)entry->folded[0]))
			continue;
		if (distance < least)
			shared = false;
		else if (found != NULL && found->id != entry->id)
			shared = true;
		if (distance < least)
			found = entry;
		least = distance;
	}
	return shared || least * 4 > letters ? NULL : found;
}

/* What people in the place itself write for it: offered, not taken. */
static const struct entry *abbreviated(
	const struct municipality_index *index, struct arena *arena, const char *folded)
{
	static const char *const short_names[][2] = { { "hki", "helsinki" }, { "h:ki", "helsinki" },
		{ "hfors", "helsingfors" }, { "h:fors", "helsingfors" }, { "tre", "tampere" },
		{ "tku", "turku" }, { "jkl", "jyväskylä" }, { "hml", "hämeenlinna" },
		{ "lpr", "lappeenranta" }, { "kla", "kokkola" }, { "jns", "joensuu" },
		{ "rvn", "rovaniemi" }, { "roi", "rovaniemi" }, { "hna", "hamina" },
		{ "mli", "mikkeli" }, { "sjk", "seinäjoki" }, { "hvka", "hyvinkää" },
		{ "nmj", "nurmijärvi" }, { "rma", "rauma" } };
	char *bare = arena_text(arena, folded);
	size_t n = strlen(bare);

	if (n > 0 && bare[n - 1] == '.')
		bare[n - 1] = '\0';
	for (size_t i = 0; i < LEN(short_names); i++)
		if (strcmp(short_names[i][0], bare) == 0)
			return exact(index, short_names[i][1]);
	return NULL;
}

static const struct entry *uncertain(
	const struct municipality_index *index, struct arena *arena, const char *folded)
{
	const struct entry *entry = short_code(index, folded);

	if (entry == NULL)
		entry = both_names(index, arena, folded);
	if (entry == NULL)
		entry = abbreviated(index, arena, folded);
	const char *bare = without_kind(arena, folded);
	if (entry == NULL && bare != NULL)
		entry = exact(index, bare);
	return entry != NULL ? entry : nearest(index, bare == NULL ? folded : bare);
}

/* Takes three digits ("091", as Statistics Finland numbers municipalities, or "KU091", as it marks
 * them) out of the text; false if there are none or several. */
static bool take_code(char *text, char code[4])
{
	size_t found = 0;

	for (char *at = text; *at != '\0';) {
		size_t digits = strspn(at, "0123456789");

		if (digits == 0) {
			at++;
			continue;
		}
		if (digits != 3 || ++found > 1)
			return false;
		memcpy(code, at, 3);
		code[3] = '\0';
		memset(at, ' ', 3);
		bool marked = at - text >= 2 && strncmp(at - 2, "ku", 2) == 0 &&
			      (at - text == 2 || at[-3] == ' ');
		if (marked)
			memset(at - 2, ' ', 2);
		at += digits;
	}
	return found == 1;
}

/* "091 Helsinki", "Helsinki (091)", "KU091", ="091": sure if code and name agree, else the code's
 * is offered. NULL if there is no code beside something else. */
static const struct entry *coded(const struct municipality_index *index, struct arena *arena,
	const char *folded, enum match *match)
{
	char *name = arena_text(arena, folded), code[4];

	if (!take_code(name, code))
		return NULL;
	const struct entry *entry = exact(index, code);
	for (char *at = name; *at != '\0'; at++)
		if (strchr("()[],;:-=\"'", *at) != NULL)
			*at = ' ';
	const char *rest = utf8_fold(arena, name);
	if (entry == NULL)
		return NULL;
	const struct entry *named = exact(index, rest);
	if (named == NULL && *rest != '\0')
		named = uncertain(index, arena, rest);
	*match = *rest == '\0' || (named != NULL && named->id == entry->id) ? MATCH_SURE :
									      MATCH_UNCERTAIN;
	return entry;
}

size_t municipality_several(
	const struct municipality_index *index, const char *text, int64_t *ids, size_t most)
{
	static const char *const joins[] = { " ja ", " och ", " and ", " & ", " + ", ",", ";", "/",
		"\n" };
	struct arena arena = { 0 };
	char *rest = utf8_fold(&arena, text);
	size_t n = 0;

	for (size_t i = 0; i < LEN(joins); i++)
		for (char *at; (at = strstr(rest, joins[i])) != NULL;) {
			memset(at, ' ', strlen(joins[i]));
			*at = '|';
		}
	for (char *part; (part = strsep(&rest, "|")) != NULL && n < most;) {
		const char *folded = utf8_fold(&arena, part);
		const struct entry *entry = exact(index, folded);

		if (entry == NULL && *folded != '\0')
			entry = uncertain(index, &arena, folded);
		if (entry == NULL) {
			n = 0;
			break;
		}
		ids[n++] = entry->id;
	}
	arena_clear(&arena);
	return n > 1 ? n : 0;
}

enum match municipality_match(
	const struct municipality_index *index, const char *text, int64_t day, int64_t *id)
{
	struct arena arena = { 0 };
	const char *folded = utf8_fold(&arena, text);
	const struct entry *entry = exact(index, folded);
	enum match match = MATCH_SURE;

	if (entry == NULL)
		entry = coded(index, &arena, folded, &match);
	if (entry == NULL) {
		match = MATCH_UNCERTAIN;
		entry = uncertain(index, &arena, folded);
	}
	arena_clear(&arena);
	*id = entry == NULL ? 0 : entry->id;
	if (entry == NULL)
		return MATCH_NONE;
	bool in_force =
		day >= entry->valid_from && (entry->valid_to == 0 || day <= entry->valid_to);
	if (match == MATCH_SURE && !in_force)
		return MATCH_ENDED;
	return match;
}

enum match municipality_match_code(
	const struct municipality_index *index, const char *text, int64_t day, int64_t *id)
{
	struct arena arena = { 0 };
	const struct entry *entry = short_code(index, utf8_fold(&arena, text));
	enum match match = MATCH_SURE;

	arena_clear(&arena);
	if (entry == NULL)
		return municipality_match(index, text, day, id);
	*id = entry->id;
	if (day < entry->valid_from || (entry->valid_to != 0 && day > entry->valid_to))
		match = MATCH_ENDED;
	return match;
}

struct error municipality_find(struct context *ctx, const char *text, int64_t *id)
{
	struct municipality_index *index;

	TRY(municipality_index_new(ctx, &index));
	enum match match = municipality_match(index, text, 0, id);
	municipality_index_free(index);
	return match == MATCH_SURE || match == MATCH_ENDED ? ok() :
							     fail(E_NOT_FOUND, "municipality");
}
