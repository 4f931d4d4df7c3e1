/* SPDX-License-Identifier: MIT */
#include "src/intake/headings.h"

#include <sodium.h>
#include <string.h>

#include "db/base/utf8.h"

/* "2. jäsen" and "jäsen 2" without their numbers. */
static const char *unnumbered(struct arena *arena, const char *folded)
{
	char *text = arena_text(arena, folded), *out = text;

	for (const char *c = text; *c != '\0'; c++)
		if (strchr("0123456789.:#", *c) == NULL)
			*out++ = *c;
	*out = '\0';
	return utf8_fold(arena, text);
}

static void cut_back(char *text, const char *signs)
{
	size_t n = strlen(text);

	while (n > 0 && strchr(signs, text[n - 1]) != NULL)
		text[--n] = '\0';
}

/* "1. Ongelman otsikko*", "Kuvaus (enintään 2000 merkkiä):" without what forms put around a name.
 */
static const char *bare(struct arena *arena, const char *folded)
{
	char *text = arena_text(arena, folded);
	size_t number = strspn(text, "0123456789");

	if (number > 0 && (text[number] == '.' || text[number] == ')'))
		text += number + 1;
	text += strspn(text, " *");
	cut_back(text, " *:?.");
	size_t n = strlen(text);
	char *open = n > 0 && text[n - 1] == ')' ? strrchr(text, '(') : NULL;
	if (open != NULL && open != text) {
		*open = '\0';
		cut_back(text, " *:?.");
	}
	return text;
}

static bool is_listed(const char *names, const char *word)
{
	size_t n = strlen(word);

	for (const char *at = names; n > 0 && at != NULL; at = strchr(at, '|')) {
		at += *at == '|' ? 1 : 0;
		if (strncmp(at, word, n) == 0 && (at[n] == '|' || at[n] == '\0'))
			return true;
	}
	return false;
}

/* Does the heading, or one part of a bilingual one ("Kunta / Kommun"), name the field? */
static bool heading_names(struct arena *arena, const char *folded, const char *names)
{
	if (is_listed(names, folded))
		return true;
	char *parts = arena_text(arena, folded);
	for (char *part; (part = strsep(&parts, "/")) != NULL;)
		if (is_listed(names, bare(arena, utf8_clean(arena, part, TEXT_LINE))))
			return true;
	return false;
}

static bool is_field(struct arena *arena, const struct table_field *field, const char *folded)
{
	if (field->code == NULL)
		return false;
	if (field->many)
		folded = unnumbered(arena, folded);
	return strcmp(field->code, folded) == 0 || heading_names(arena, folded, field->headings);
}

/* Is it one of the names and then something else: "Kuvaus, enintään 2000 merkkiä"? */
static bool begins_with_name(const struct table_field *field, const char *folded)
{
	if (field->code == NULL || field->many)
		return false;
	for (const char *at = field->headings; at != NULL; at = strchr(at, '|')) {
		at += *at == '|' ? 1 : 0;
		size_t n = strcspn(at, "|");

		if (n > 0 && strncmp(at, folded, n) == 0 && folded[n] != '\0' &&
			strchr(" ,:;-(", folded[n]) != NULL)
			return true;
	}
	return false;
}

bool headings_many(const struct table *table, size_t field)
{
	return field == table->field_count || table->fields[field].many;
}

static void take(struct table *table, size_t column, size_t field)
{
	if (field < table->field_count &&
		(headings_many(table, field) || table_column(table, field) == 0))
		table->field_of[column] = field; /* of two alike the first one wins */
}

static size_t find_field(struct table *table, const char *heading)
{
	size_t f = 0;

	while (f < table->field_count && !is_field(&table->arena, &table->fields[f], heading))
		f++;
	return f;
}

/* A field that no column is for certain is the one column's whose heading begins with its name; of
 * several none. */
static void guess_column(struct table *table, size_t field)
{
	size_t found = table->columns, n = 0;

	for (size_t c = 0; c < table->columns; c++) {
		const char *folded = utf8_fold(&table->arena, table->headings[c]);

		if (table->field_of[c] != table->field_count ||
			!begins_with_name(&table->fields[field], bare(&table->arena, folded)))
			continue;
		found = c;
		n++;
	}
	if (n != 1)
		return;
	table->field_of[found] = field;
	table->guessed[found] = true;
}

void headings_recognize(struct table *table, const struct csv_row *heading)
{
	struct arena *arena = &table->arena;

	table->columns = heading->n;
	table->headings = arena_alloc(arena, (heading->n + 1) * sizeof(*table->headings));
	table->field_of = arena_alloc(arena, (heading->n + 1) * sizeof(*table->field_of));
	table->guessed = arena_alloc(arena, (heading->n + 1) * sizeof(*table->guessed));
	for (size_t c = 0; c < heading->n; c++) {
		const struct csv_cell *cell = &heading->cells[c];
		bool good = utf8_check(cell->text, cell->n) == TEXT_GOOD;

		table->headings[c] = good ? utf8_clean(arena, cell->text, TEXT_LINE) : "";
		table->field_of[c] = table->field_count;
	}
	for (size_t c = 0; c < heading->n; c++)
		take(table, c, find_field(table, utf8_fold(arena, table->headings[c])));
	for (size_t c = 0; c < heading->n; c++)
		if (table->field_of[c] == table->field_count)
			take(table, c,
				find_field(
					table, bare(arena, utf8_fold(arena, table->headings[c]))));
	for (size_t f = 0; f < table->field_count; f++)
		if (table_column(table, f) == 0)
			guess_column(table, f);
}

bool headings_complete(const struct table *table)
{
	for (size_t f = 0; f < table->field_count; f++)
		if (table->fields[f].required && table_column(table, f) == 0)
			return false;
	return true;
}

size_t headings_known(const struct table *table)
{
	size_t n = 0;

	for (size_t f = 0; f < table->field_count; f++)
		n += table_column(table, f) != 0 ? 1 : 0;
	return n;
}

void headings_digest(struct table *table)
{
	unsigned char digest[crypto_hash_sha256_BYTES];
	struct buffer all = { 0 };

	buffer_text(&all, "");
	for (size_t c = 0; c < table->columns; c++)
		buffer_printf(&all, "%s\n", utf8_fold(&table->arena, table->headings[c]));
	crypto_hash_sha256(digest, (const unsigned char *)all.text, all.length);
	sodium_bin2hex(table->form, sizeof(table->form), digest, sizeof(digest));
	buffer_clear(&all);
}
