/* SPDX-License-Identifier: MIT */
#include "src/export/listing.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/export/addresses.h"
#include "src/export/field_cell.h"
#include "src/export/gate.h"
#include "src/ground/record.h"

/* The field that stands for a reference; NULL: none does. */
static const struct field *showing(const struct record *record, const struct field *reference)
{
	for (size_t i = 0; i < record->n; i++)
		if (record->fields[i].shows != NULL &&
			strcmp(record->fields[i].shows, reference->name) == 0)
			return &record->fields[i];
	return NULL;
}

static void take(struct column *column, const struct record *record)
{
	const struct field *named = record_named(record, column->name), *field = named;

	if (named == NULL)
		return;
	if (column->seen_by == SEEN_BY_EVERYBODY)
		column->seen_by = named->seen_by;
	if (named->meaning == MEANS_REF)
		field = showing(record, named);
	if (column->kind != CELL_UNSET || field == NULL)
		return;
	column->field = field;
	column->reference = field == named ? NULL : named;
	column->kind = field == named ? field_cell_kind(field) : CELL_TEXT;
	column->words = column->words == WORDS_NONE ? field->words : column->words;
}

static bool is_named(const struct column *columns, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(columns[i].name, name) == 0)
			return true;
	return false;
}

const struct column *columns_over(
	struct arena *arena, const struct record *record, const struct column *columns, size_t *n)
{
	if (record == NULL)
		return columns;
	struct column *whole = arena_alloc(arena, (*n + record->n + 1) * sizeof(*whole));
	size_t own = *n;

	memcpy(whole, columns, own * sizeof(*whole));
	for (size_t i = 0; i < record->n; i++)
		if ((record->fields[i].in & IN_LIST) != 0 &&
			!is_named(columns, own, record->fields[i].name))
			whole[(*n)++] = (struct column){ .name = record->fields[i].name };
	for (size_t i = 0; i < *n; i++) {
		take(&whole[i], record);
		assert(whole[i].kind != CELL_UNSET);
		assert(whole[i].title != NULL || whole[i].field != NULL);
	}
	return whole;
}

const char *column_title(const struct column *column)
{
	const struct field *field = column->reference != NULL ? column->reference : column->field;

	return column->title == NULL ? i18n_lookup("field", field->word) : _(column->title);
}

static struct cell cell_from(const struct column *column, const void *from)
{
	struct cell cell;

	if (column->reference == NULL)
		cell = field_cell(column->field, from);
	else if (column->reference->none && field_number(column->reference, from) == 0)
		cell = cell_null();
	else
		cell = cell_text(field_text(column->field, from));
	if (cell.kind == CELL_CODE)
		cell.words = column->words;
	return cell;
}

void row_record(struct row *row, const void *from)
{
	for (size_t i = 0; i < row->n; i++)
		if (row->columns[i].field != NULL)
			row->cells[i] = cell_from(&row->columns[i], from);
}

void row_begin(struct row *row, const struct column *columns, size_t n)
{
	*row = (struct row){
		.columns = columns, .n = n, .cells = xmalloc((n + 1) * sizeof(struct cell))
	};
	memset(row->cells, 0, (n + 1) * sizeof(struct cell));
}

void row_clear(struct row *row)
{
	for (size_t i = 0; i < row->n; i++)
		json_decref(row->cells[i].parts);
	memset(row->cells, 0, row->n * sizeof(row->cells[0]));
	arena_clear(&row->arena);
	row->left_out = false;
	row->sealed_by = 0;
	row->side = SIDE_SENDER;
}

void row_end(struct row *row)
{
	row_clear(row);
	free(row->cells);
}

static size_t column_at(const struct column *columns, size_t n, const char *name)
{
	size_t i = 0;

	while (i < n && strcmp(columns[i].name, name) != 0)
		i++;
	return i;
}

void row_put(struct row *row, const char *name, struct cell cell)
{
	size_t i = column_at(row->columns, row->n, name);

	assert(i < row->n);
	row->cells[i] = cell;
}

void row_code(struct row *row, const char *name, const char *code)
{
	size_t i = column_at(row->columns, row->n, name);

	assert(i < row->n && row->columns[i].kind == CELL_CODE);
	row->cells[i] = cell_code(row->columns[i].words, code);
}

void row_gate(struct context *ctx, struct row *row)
{
	for (size_t i = 0; i < row->n; i++)
		gate_cell(ctx, row->columns[i].seen_by, row->side, row->sealed_by, &row->cells[i]);
}

struct nested *nested_new(struct arena *arena, const struct column *columns, size_t n, size_t most)
{
	struct nested *nested = arena_alloc(arena, sizeof(*nested));

	*nested = (struct nested){ .columns = columns,
		.n = n,
		.cells = arena_alloc(arena, (most * n + 1) * sizeof(*nested->cells)),
		.most = most };
	return nested;
}

struct row nested_add(struct nested *nested)
{
	assert(nested->rows < nested->most);
	return (struct row){ .columns = nested->columns,
		.n = nested->n,
		.cells = nested->cells + nested->n * nested->rows++ };
}

static const char ASKED[] = "contact_";

static bool matches(const struct column *column, const char *pattern, size_t n)
{
	if (n == 0 || pattern[n - 1] != '*')
		return strlen(column->name) == n && memcmp(column->name, pattern, n) == 0;
	if (n == sizeof(ASKED) && memcmp(pattern, ASKED, n - 1) == 0 &&
		column->seen_by == SEEN_BY_CONTACT)
		return true;
	return strncmp(column->name, pattern, n - 1) == 0;
}

static bool is_chosen(const struct choice *choice, size_t column)
{
	for (size_t i = 0; i < choice->n; i++)
		if (choice->at[i] == column)
			return true;
	return false;
}

static bool choose(const struct column *columns, size_t n, const char *name, size_t length,
	struct choice *choice)
{
	bool found = false;

	for (size_t i = 0; i < n; i++) {
		if (!matches(&columns[i], name, length))
			continue;
		found = true;
		if (!is_chosen(choice, i))
			choice->at[choice->n++] = i;
	}
	return found;
}

static struct error choose_named(struct arena *arena, const struct column *columns, size_t n,
	const char *names, struct choice *choice)
{
	for (;;) {
		size_t length = strcspn(names, ",");

		if (!choose(columns, n, names, length, choice)) {
			choice->unknown = arena_bytes(arena, names, length);
			return fail(E_INVALID, "columns");
		}
		if (names[length] == '\0')
			return ok();
		names += length + 1;
	}
}

static bool is_default(const struct column *column, enum reader reader, bool record)
{
	if (!record && (column->seen_by == SEEN_BY_CONTACT || column->of_record))
		return false;
	return reader != READ_EXACT || !column->for_people;
}

struct error columns_choose(struct arena *arena, const struct column *columns, size_t n,
	const char *names, const char *shown, enum reader reader, bool record,
	struct choice *choice)
{
	*choice = (struct choice){ .at = arena_alloc(arena, (n + 1) * sizeof(*choice->at)) };
	if (names == NULL && reader != READ_EXACT)
		names = shown;
	if (names != NULL)
		return choose_named(arena, columns, n, names, choice);
	for (size_t i = 0; i < n; i++)
		if (is_default(&columns[i], reader, record))
			choice->at[choice->n++] = i;
	return ok();
}

struct error columns_of_addresses(
	struct arena *arena, const struct column *columns, size_t n, struct choice *choice)
{
	const char **names = arena_alloc(arena, (n + 1) * sizeof(*names));

	*choice = (struct choice){ .at = arena_alloc(arena, (n + 1) * sizeof(*choice->at)) };
	for (size_t i = 0; i < n; i++)
		names[i] = columns[i].name;
	const struct address_places at = address_places(names, n);
	if (at.email == n)
		return rule(address_lack);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || i == at.name || i == at.email || i == at.language)
			choice->at[choice->n++] = i;
	return ok();
}

const char *columns_known(struct arena *arena, const struct column *columns, size_t n)
{
	const char *names = "";

	for (size_t i = 0; i < n; i++)
		names = arena_printf(arena, "%s%s%s", names, i > 0 ? ", " : "", columns[i].name);
	return names;
}

const char *columns_disclosed(
	struct arena *arena, const struct column *columns, const struct choice *choice)
{
	const char *names = "";

	for (size_t i = 0; i < choice->n; i++)
		if (columns[choice->at[i]].seen_by == SEEN_BY_CONTACT)
			names = arena_printf(arena, "%s%s%s", names, *names != '\0' ? "," : "",
				columns[choice->at[i]].name);
	return names;
}

bool row_discloses(const struct row *row, const struct choice *choice)
{
	for (size_t i = 0; i < choice->n; i++)
		if (row->columns[choice->at[i]].seen_by == SEEN_BY_CONTACT &&
			!cell_is_empty(&row->cells[choice->at[i]]))
			return true;
	return false;
}
