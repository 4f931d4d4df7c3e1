/* SPDX-License-Identifier: MIT */
#include "src/documents/frozen.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static json_t *texts_of(const char *const *cells, size_t n)
{
	json_t *all = json_array();

	for (size_t i = 0; i < n; i++)
		json_array_append_new(all, json_string(cells[i]));
	return all;
}

static json_t *facts_of(const struct block *b)
{
	json_t *all = json_array();

	for (size_t i = 0; i < b->n; i++)
		json_array_append_new(
			all, json_pack("[s,s]", b->facts[i].label, b->facts[i].value));
	return all;
}

static json_t *columns_of(const struct block *b)
{
	json_t *all = json_array();

	for (size_t i = 0; i < b->n; i++)
		json_array_append_new(
			all, json_pack("[s,b]", b->columns[i].title, b->columns[i].number));
	return all;
}

static json_t *rows_of(const struct block *b)
{
	json_t *all = json_array();

	for (size_t i = 0; i < b->row_count; i++)
		json_array_append_new(all, texts_of(&b->cells[i * b->n], b->n));
	return all;
}

static json_t *block_json(const struct block *b)
{
	switch (b->kind) {
	case BLOCK_HEADING:
		return json_pack("{s:s,s:i}", "heading", b->text, "level", b->level);
	case BLOCK_PARAGRAPH:
		return json_pack("{s:s}", "paragraph", b->text);
	case BLOCK_LIST:
		return json_pack("{s:o}", "list", texts_of(b->cells, b->n));
	case BLOCK_FACTS:
		return json_pack("{s:o}", "facts", facts_of(b));
	case BLOCK_TABLE:
		return json_pack("{s:s,s:o,s:o}", "table", b->text, "columns", columns_of(b),
			"rows", rows_of(b));
	case BLOCK_LITERAL:
	case BLOCK_BOXES:
	case BLOCK_TICK:
	case BLOCK_SIGNATURES:
		break;
	}
	return NULL;
}

static json_t *document_json(const struct document *d)
{
	json_t *blocks = json_array();

	for (size_t i = 0; i < d->n; i++)
		json_array_append_new(blocks, block_json(&d->blocks[i]));
	return json_pack("{s:s,s:o}", "title", d->title, "blocks", blocks);
}

struct error frozen_write(struct arena *arena, const struct documents *documents, const char **text)
{
	json_t *all = json_object();
	size_t blocks = 0, kept = 0;

	for (size_t i = 0; i < documents->n; i++) {
		json_t *one = document_json(&documents->rows[i]);

		blocks += documents->rows[i].n;
		kept += json_array_size(json_object_get(one, "blocks"));
		json_object_set_new(all, documents->rows[i].lang, one);
	}
	char *dumped = json_dumps(all, JSON_COMPACT);
	json_decref(all);
	/* A block that cannot be kept would be missing from what is signed. */
	if (dumped == NULL || blocks != kept) {
		free(dumped);
		return fail(E_INVALID, "text");
	}
	*text = arena_text(arena, dumped);
	free(dumped);
	return ok();
}

static const char *text_in(const json_t *value)
{
	const char *text = json_string_value(value);

	return text == NULL ? "" : text;
}

static const char **cells_from(struct arena *arena, const json_t *array, size_t n)
{
	const char **cells = arena_alloc(arena, (n + 1) * sizeof(*cells));

	for (size_t i = 0; i < n; i++)
		cells[i] = text_in(json_array_get(array, i));
	return cells;
}

static void add_facts(struct document *d, const json_t *array)
{
	size_t n = json_array_size(array);
	struct fact *facts = arena_alloc(d->arena, (n + 1) * sizeof(*facts));

	for (size_t i = 0; i < n; i++) {
		const json_t *pair = json_array_get(array, i);

		facts[i] = (struct fact){ .label = text_in(json_array_get(pair, 0)),
			.value = text_in(json_array_get(pair, 1)) };
	}
	document_facts(d, facts, n);
}

static void add_table(struct document *d, const json_t *one)
{
	const json_t *titles = json_object_get(one, "columns"),
		     *rows = json_object_get(one, "rows");
	size_t n = json_array_size(titles), row_count = json_array_size(rows);
	struct table_column *columns = arena_alloc(d->arena, (n + 1) * sizeof(*columns));
	const char **cells = arena_alloc(d->arena, (n * row_count + 1) * sizeof(*cells));

	for (size_t i = 0; i < n; i++) {
		const json_t *pair = json_array_get(titles, i);

		columns[i] = (struct table_column){ text_in(json_array_get(pair, 0)),
			json_is_true(json_array_get(pair, 1)) };
	}
	for (size_t r = 0; r < row_count; r++)
		for (size_t c = 0; c < n; c++)
			cells[r * n + c] = text_in(json_array_get(json_array_get(rows, r), c));
	document_add(d, &(struct block){ .kind = BLOCK_TABLE,
				.columns = columns,
				.n = n,
				.cells = cells,
				.row_count = row_count,
				.text = text_in(json_object_get(one, "table")) });
}

static void add_block(struct document *d, const json_t *one)
{
	const json_t *list = json_object_get(one, "list");

	if (json_object_get(one, "heading") != NULL) {
		document_add(
			d, &(struct block){ .kind = BLOCK_HEADING,
				   .level = (int)json_integer_value(json_object_get(one, "level")),
				   .text = text_in(json_object_get(one, "heading")) });
	} else if (json_object_get(one, "paragraph") != NULL) {
		document_paragraph(d, text_in(json_object_get(one, "paragraph")));
	} else if (list != NULL) {
		size_t n = json_array_size(list);

		document_add(d, &(struct block){ .kind = BLOCK_LIST,
					.cells = cells_from(d->arena, list, n),
					.n = n });
	} else if (json_object_get(one, "facts") != NULL) {
		add_facts(d, json_object_get(one, "facts"));
	} else if (json_object_get(one, "table") != NULL) {
		add_table(d, one);
	}
}

/* What is added is copied (block.h), so the JSON can go. */
struct error frozen_read(struct arena *arena, const char *text, const char *lang,
	struct documents *out, struct document **document)
{
	json_t *all = json_loads(text, 0, NULL);
	const json_t *one = json_object_get(all, lang), *blocks = json_object_get(one, "blocks");
	struct error e = all == NULL ? fail(E_CORRUPT, NULL) :
			 one == NULL ? fail(E_NOT_FOUND, "language") :
				       ok();

	if (e.code == E_OK) {
		*document = document_new(out, arena, lang, text_in(json_object_get(one, "title")));
		for (size_t i = 0; i < json_array_size(blocks); i++)
			add_block(*document, json_array_get(blocks, i));
	}
	json_decref(all);
	return e;
}
