/* SPDX-License-Identifier: MIT */
#include "db/search.h"

#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "db/internal.h"

/* The number of a record's row in the index. */
static int64_t rowid_of(enum search_kind kind, int64_t id)
{
	return id * 32 + kind;
}

static struct error put(struct db *db, enum search_kind kind, int64_t id)
{
	if (!db->in_transaction)
		return fail(E_DB, "search");
	id_list_add(&db->searched, rowid_of(kind, id));
	return ok();
}

static struct error put_all(struct db *db, enum search_kind kind, enum query of, int64_t id)
{
	struct id_list ids = { 0 };
	struct error e = db_ids(db, of, ARGS(I64("id", id)), &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = put(db, kind, ids.ids[i]);
	id_list_clear(&ids);
	return e;
}

/* What shows the name of a record is found by its new one too. */
static const struct {
	enum search_kind named, shows;
	enum query ids;
} shown[] = {
	{ SEARCH_MUNICIPALITY, SEARCH_SUBMISSION, Q_SEARCH_OF_MUNICIPALITY },
	{ SEARCH_ORGANIZATION, SEARCH_SUBMISSION, Q_SEARCH_OF_ORGANIZATION },
	{ SEARCH_ORGANIZATION, SEARCH_TEAM, Q_SEARCH_TEAMS_OF_ORGANIZATION },
	{ SEARCH_PERSON, SEARCH_TEAM, Q_SEARCH_TEAMS_OF_PERSON },
	{ SEARCH_PERSON, SEARCH_SESSION, Q_SEARCH_SESSIONS_OF_PERSON },
	{ SEARCH_TEAM, SEARCH_CONTRACT, Q_SEARCH_CONTRACTS_OF_TEAM },
};

struct error search_index(struct db *db, enum search_kind kind, int64_t id)
{
	TRY(put(db, kind, id));
	for (size_t i = 0; i < LEN(shown); i++)
		if (shown[i].named == kind)
			TRY(put_all(db, shown[i].shows, shown[i].ids, id));
	return ok();
}

struct error search_remove(struct db *db, enum search_kind kind, int64_t id)
{
	return put(db, kind, id);
}

struct words {
	const char *head, *body;
};

static const struct field words_fields[] = {
	{ COLUMN(struct words, head) },
	{ COLUMN(struct words, body) },
};
const struct record record_of_words = RECORD(words);

/* NULL members: there is no such record. */
static struct error read_words(
	struct db *db, struct arena *arena, int64_t rowid, struct words *words)
{
	struct error e = db_row(db, Q_SEARCH_WORDS,
		ARGS(I64("kind", rowid & 31), I64("ref", rowid >> 5)), arena, words);

	if (e.code != E_NOT_FOUND)
		return e;
	*words = (struct words){ 0 };
	return ok();
}

static bool same_words(const struct words *a, const struct words *b)
{
	return b->head != NULL && strcmp(a->head, b->head) == 0 && strcmp(a->body, b->body) == 0;
}

/* What the index holds is what the record said before this transaction: only another connection
 * sees that. */
static struct error take_out(struct db *db, struct db **before, struct arena *arena, int64_t rowid,
	const struct words *now, bool *stays)
{
	struct words was;
	int64_t there = 0;

	TRY(db_number(db, Q_SEARCH_HAS, ARGS(I64("rowid", rowid)), &there));
	if (there == 0)
		return ok();
	if (*before == NULL) {
		TRY(db_stands(db));
		TRY(db_open(db->path, before));
	}
	TRY(read_words(*before, arena, rowid, &was));
	if (was.head == NULL)
		return fail(E_CORRUPT, NULL);
	*stays = same_words(&was, now);
	if (*stays)
		return ok();
	return db_run(db, Q_SEARCH_DROP,
		ARGS(I64("rowid", rowid), TXT("head", was.head), TXT("body", was.body)));
}

static struct error write_one(struct db *db, struct db **before, struct arena *arena, int64_t rowid)
{
	struct words now;
	bool stays = false;

	TRY(read_words(db, arena, rowid, &now));
	TRY(take_out(db, before, arena, rowid, &now, &stays));
	if (stays || now.head == NULL)
		return ok();
	return db_run(db, Q_SEARCH_PUT,
		ARGS(I64("rowid", rowid), TXT("head", now.head), TXT("body", now.body)));
}

static int by_rowid(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

struct error search_write(struct db *db)
{
	struct id_list *ids = &db->searched;
	struct db *before = NULL;
	struct arena arena = { 0 };
	struct error e = ok();

	if (ids->n > 1)
		qsort(ids->ids, ids->n, sizeof(*ids->ids), by_rowid);
	for (size_t i = 0; e.code == E_OK && i < ids->n; i++) {
		if (i > 0 && ids->ids[i] == ids->ids[i - 1])
			continue;
		e = write_one(db, &before, &arena, ids->ids[i]);
		arena_clear(&arena);
	}
	db_close(before);
	return e;
}

/* Every word typed becomes a quoted prefix, so that nothing in it is FTS5 syntax. Returns NULL if
 * there is no word. */
static char *match_query(struct arena *arena, const char *typed, const char *column)
{
	struct buffer query = { 0 };
	char *words = utf8_fold(arena, typed);

	for (char *word = words; *word != '\0';) {
		size_t n = strcspn(word, " ");

		if (n > 0) {
			buffer_text(&query, query.length == 0 ? column : " AND ");
			buffer_text(&query,
				query.length == strlen(column) && *column != '\0' ? "(\"" : "\"");
			for (size_t i = 0; i < n; i++)
				buffer_add(&query, word[i] == '"' ? "\"\"" : word + i,
					word[i] == '"' ? 2 : 1);
			buffer_text(&query, "\"*");
		}
		word += n;
		word += strspn(word, " ");
	}
	if (query.length == 0)
		return NULL;
	if (*column != '\0')
		buffer_text(&query, ")");
	char *text = arena_text(arena, query.text);
	buffer_clear(&query);
	return text;
}

struct error search_find(struct db *db, struct arena *arena, const char *typed, int64_t limit,
	struct search_hits *hits)
{
	struct id_list rowids = { 0 };
	char *query = match_query(arena, typed, "");

	*hits = (struct search_hits){ 0 };
	if (query == NULL)
		return ok();
	struct error e =
		db_ids(db, Q_SEARCH_ALL, ARGS(TXT("query", query), I64("limit", limit)), &rowids);
	if (e.code == E_OK) {
		hits->hits = arena_alloc(arena, (rowids.n + 1) * sizeof(*hits->hits));
		hits->n = rowids.n;
		for (size_t i = 0; i < rowids.n; i++)
			hits->hits[i] = (struct search_hit){ (enum search_kind)(rowids.ids[i] & 31),
				rowids.ids[i] >> 5 };
	}
	id_list_clear(&rowids);
	return e;
}

static struct error find_ids(struct db *db, enum search_kind kind, const char *typed,
	const char *column, struct id_list *ids)
{
	struct arena arena = { 0 };
	char *query = match_query(&arena, typed, column);
	struct error e = query == NULL ? ok() :
					 db_ids(db, Q_SEARCH_KIND,
						 ARGS(TXT("query", query), I64("kind", kind)), ids);

	arena_clear(&arena);
	return e;
}

struct error search_in_list(
	struct db *db, enum search_kind kind, const char *typed, struct id_list *ids)
{
	return find_ids(db, kind, typed, "head : ", ids);
}

struct error search_anywhere(
	struct db *db, enum search_kind kind, const char *typed, struct id_list *ids)
{
	return find_ids(db, kind, typed, "", ids);
}
