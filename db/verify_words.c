/* SPDX-License-Identifier: MIT */
#include "db/verify_words.h"

#include <assert.h>
#include <sodium.h>
#include <stdint.h>
#include <string.h>

#include "db/base/arena.h"
#include "db/base/error.h"

enum { COLUMNS = 2, RECORD_TOTALS = 1 };

/* All that an index consists of. */
struct sums {
	uint64_t places;     /* of words */
	uint64_t beginnings; /* places of words by how they begin */
	uint64_t sizes;      /* how many words each document has */
	uint64_t documents, words[COLUMNS];
};

struct words {
	sqlite3 *sqlite;
	fts5_api *fts5;
	unsigned char key[crypto_shorthash_KEYBYTES];
	struct sums said, found; /* by the records; in the index */
	struct buffer bytes;     /* of what is hashed */
	int64_t document;        /* of the text that is read */
	int64_t column, place;
	const char *beginning; /* that is looked for */
	size_t beginning_n;
};

static uint64_t keyed(
	struct words *w, const void *bytes, size_t n, const int64_t *numbers, size_t k)
{
	uint64_t sum;

	w->bytes.length = 0;
	buffer_add(&w->bytes, numbers, k * sizeof(*numbers));
	buffer_add(&w->bytes, bytes, n);
	crypto_shorthash((unsigned char *)&sum, (const unsigned char *)w->bytes.text,
		w->bytes.length, w->key);
	return sum;
}

static uint64_t keyed_place(struct words *w, const char *word, size_t n, int64_t document,
	int64_t column, int64_t place)
{
	return keyed(w, word, n, (const int64_t[]){ document, column, place }, 3);
}

/* Bytes of the first letter. */
static size_t first_letter(const char *word, size_t n)
{
	size_t at = 1;

	while (at < n && (word[at] & 0xC0) == 0x80)
		at++;
	return at;
}

static int on_word(void *arg, int flags, const char *word, int n, int start, int end)
{
	struct words *w = arg;

	(void)flags;
	(void)start;
	(void)end;
	if (n > 0) {
		w->said.places += keyed_place(w, word, (size_t)n, w->document, w->column, w->place);
		w->said.beginnings += keyed_place(
			w, word, first_letter(word, (size_t)n), w->document, w->column, w->place);
	}
	w->place++;
	return SQLITE_OK;
}

/* Seven bits a byte, the highest first, as FTS5 writes them; no text has 2^28 words. */
static size_t put_varint(uint64_t number, uint8_t *out)
{
	size_t n = 0;

	for (int shift = 21; shift >= 0; shift -= 7)
		if (n > 0 || shift == 0 || number >> shift != 0)
			out[n++] = (uint8_t)((number >> shift & 0x7F) | (shift > 0 ? 0x80 : 0));
	return n;
}

struct tokenizer {
	fts5_tokenizer methods;
	Fts5Tokenizer *of;
};

static int read_text(struct words *w, struct tokenizer *t, sqlite3_stmt *row)
{
	uint8_t sizes[COLUMNS * 4];
	size_t n = 0;

	w->document = sqlite3_column_int64(row, 0);
	for (int column = 0; column < COLUMNS; column++) {
		const char *text = (const char *)sqlite3_column_text(row, column + 1);

		w->column = column;
		w->place = 0;
		int rc = t->methods.xTokenize(t->of, w, FTS5_TOKENIZE_DOCUMENT,
			text == NULL ? "" : text, sqlite3_column_bytes(row, column + 1), on_word);
		if (rc != SQLITE_OK)
			return rc;
		n += put_varint((uint64_t)w->place, sizes + n);
		w->said.words[column] += (uint64_t)w->place;
	}
	w->said.sizes += keyed(w, sizes, n, &w->document, 1);
	w->said.documents++;
	return SQLITE_OK;
}

static bool read_records(struct words *w, struct tokenizer *t)
{
	sqlite3_stmt *rows = NULL;
	int rc = sqlite3_prepare_v2(w->sqlite,
		"SELECT ref * 32 + kind, head, body FROM search_source", -1, &rows, NULL);

	while (rc == SQLITE_OK && (rc = sqlite3_step(rows)) == SQLITE_ROW)
		rc = read_text(w, t, rows);
	sqlite3_finalize(rows);
	return rc == SQLITE_DONE;
}

/* The same as in the schema. */
static bool sum_records(struct words *w)
{
	const char *options[] = { "remove_diacritics", "2" };
	struct tokenizer t = { 0 };
	void *arg = NULL;

	if (w->fts5->xFindTokenizer(w->fts5, "unicode61", &arg, &t.methods) != SQLITE_OK ||
		t.methods.xCreate(arg, options, LEN(options), &t.of) != SQLITE_OK)
		return false;
	bool good = read_records(w, &t);
	t.methods.xDelete(t.of);
	return good;
}

static bool sum_places(struct words *w)
{
	static const char sql[] = "SELECT term, doc, col = 'body', offset FROM places";
	sqlite3_stmt *rows = NULL;
	int rc = sqlite3_exec(w->sqlite,
		"CREATE VIRTUAL TABLE temp.places USING fts5vocab (main, search, instance)", NULL,
		NULL, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_prepare_v2(w->sqlite, sql, -1, &rows, NULL);
	while (rc == SQLITE_OK && sqlite3_step(rows) == SQLITE_ROW)
		w->found.places += keyed_place(w, (const char *)sqlite3_column_text(rows, 0),
			(size_t)sqlite3_column_bytes(rows, 0), sqlite3_column_int64(rows, 1),
			sqlite3_column_int64(rows, 2), sqlite3_column_int64(rows, 3));
	bool good = sqlite3_finalize(rows) == SQLITE_OK && rc == SQLITE_OK;
	sqlite3_exec(w->sqlite, "DROP TABLE temp.places", NULL, NULL, NULL);
	return good;
}

/* An auxiliary function of FTS5: every place in a document of what was looked for. */
static void add_places(const Fts5ExtensionApi *api, Fts5Context *fts, sqlite3_context *result,
	int n, sqlite3_value **values)
{
	struct words *w = api->xUserData(fts);
	int count = 0, phrase, column, place, rc = api->xInstCount(fts, &count);

	(void)n;
	(void)values;
	for (int i = 0; rc == SQLITE_OK && i < count; i++) {
		rc = api->xInst(fts, i, &phrase, &column, &place);
		w->found.beginnings += keyed_place(
			w, w->beginning, w->beginning_n, api->xRowid(fts), column, place);
	}
	if (rc != SQLITE_OK)
		sqlite3_result_error_code(result, rc);
}

static bool sum_beginning(struct words *w, sqlite3_stmt *rows)
{
	struct buffer query = { 0 };

	buffer_printf(&query, "\"%s\"*", w->beginning);
	sqlite3_bind_text(rows, 1, query.text, -1, SQLITE_STATIC);
	int rc;
	while ((rc = sqlite3_step(rows)) == SQLITE_ROW)
		continue;
	sqlite3_reset(rows);
	buffer_clear(&query);
	return rc == SQLITE_DONE;
}

/* Words of one letter's beginning are found by an index of their own. */
static bool sum_beginnings(struct words *w, const char *beginnings, size_t n)
{
	sqlite3_stmt *rows = NULL;
	bool good =
		w->fts5->xCreateFunction(w->fts5, "add_places", w, add_places, NULL) == SQLITE_OK &&
		sqlite3_prepare_v2(w->sqlite,
			"SELECT add_places(search) FROM search WHERE search MATCH ?1", -1, &rows,
			NULL) == SQLITE_OK;

	for (const char *at = beginnings; good && at < beginnings + n; at += strlen(at) + 1) {
		w->beginning = at;
		w->beginning_n = strlen(at);
		good = sum_beginning(w, rows);
	}
	sqlite3_finalize(rows);
	return good;
}

static bool sum_sizes(struct words *w)
{
	sqlite3_stmt *rows = NULL;
	int rc =
		sqlite3_prepare_v2(w->sqlite, "SELECT id, sz FROM search_docsize", -1, &rows, NULL);

	while (rc == SQLITE_OK && sqlite3_step(rows) == SQLITE_ROW) {
		int64_t document = sqlite3_column_int64(rows, 0);

		w->found.sizes += keyed(w, sqlite3_column_blob(rows, 1),
			(size_t)sqlite3_column_bytes(rows, 1), &document, 1);
	}
	return sqlite3_finalize(rows) == SQLITE_OK && rc == SQLITE_OK;
}

/* The numbers of documents and of words in each column. */
static bool same_totals(struct words *w)
{
	uint64_t numbers[1 + COLUMNS] = { w->said.documents, w->said.words[0], w->said.words[1] };
	struct buffer record = { 0 };
	sqlite3_stmt *row = NULL;

	for (size_t i = 0; i < LEN(numbers); i++) {
		uint8_t bytes[4];

		buffer_add(&record, bytes, put_varint(numbers[i], bytes));
	}
	sqlite3_prepare_v2(
		w->sqlite, "SELECT block FROM search_data WHERE id = ?1", -1, &row, NULL);
	sqlite3_bind_int64(row, 1, RECORD_TOTALS);
	bool same = sqlite3_step(row) == SQLITE_ROW &&
		    (size_t)sqlite3_column_bytes(row, 0) == record.length &&
		    memcmp(sqlite3_column_blob(row, 0), record.text, record.length) == 0;
	sqlite3_finalize(row);
	buffer_clear(&record);
	return same;
}

static bool find_fts5(struct words *w)
{
	sqlite3_stmt *statement = NULL;

	if (sqlite3_prepare_v2(w->sqlite, "SELECT fts5(?1)", -1, &statement, NULL) != SQLITE_OK)
		return false;
	sqlite3_bind_pointer(statement, 1, (void *)&w->fts5, "fts5_api_ptr", NULL);
	sqlite3_step(statement);
	sqlite3_finalize(statement);
	return w->fts5 != NULL;
}

bool verify_words(sqlite3 *sqlite, const char *beginnings, size_t n)
{
	struct words w = { .sqlite = sqlite };

	crypto_shorthash_keygen(w.key);
	bool good = find_fts5(&w) && sum_records(&w) && sum_places(&w) && sum_sizes(&w) &&
		    sum_beginnings(&w, beginnings, n) && same_totals(&w) &&
		    w.said.places == w.found.places && w.said.beginnings == w.found.beginnings &&
		    w.said.sizes == w.found.sizes;
	buffer_clear(&w.bytes);
	return good;
}
