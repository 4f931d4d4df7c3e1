/* SPDX-License-Identifier: MIT
 * Of an index without contents FTS5 itself checks little, and it needs the right to write for it.
 * So the layout is read here: a segment is a run of leaves, each leaf on which a term begins has an
 * entry in search_idx, and all of them hang from one record. What the words are: verify_words.c. */
#include "db/verify_search.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/arena.h"
#include "db/verify_words.h"

enum { RECORD_TOTALS = 1, RECORD_LAYOUT = 10, SEGMENT_SHIFT = 37 };

struct reader {
	const uint8_t *start, *at, *end;
	bool bad; /* it ended too early */
};

struct layout {
	sqlite3_stmt *block, *entries, *rows;
	int64_t row_count;         /* of search_data, as far as they belong to a segment */
	struct buffer first, last; /* terms of the leaf that was read; last also of those before */
	struct buffer *beginnings; /* terms of the index of beginnings, each ended by a NUL */
	int64_t pending;           /* bytes about a document that go on in the next leaf */
};

static struct reader reader_of(sqlite3_stmt *row, int column)
{
	const uint8_t *bytes = sqlite3_column_blob(row, column);

	return (struct reader){ bytes, bytes,
		bytes == NULL ? NULL : bytes + sqlite3_column_bytes(row, column), bytes == NULL };
}

/* Seven bits a byte, the highest first; the last byte has its top bit clear. None of ours has nine.
 */
static int64_t read_varint(struct reader *r)
{
	int64_t value = 0;

	for (int i = 0; i < 8 && r->at < r->end; i++) {
		value = value << 7 | (*r->at & 0x7F);
		if ((*r->at++ & 0x80) == 0)
			return value;
	}
	r->bad = true;
	return 0;
}

static bool ended(const struct reader *r)
{
	return !r->bad && r->at == r->end;
}

/* Terms of the index of words begin with '0', those of that of beginnings with '1'. */
static void note_beginning(struct layout *l)
{
	const char *at = l->beginnings->text, *end = at + l->beginnings->length;

	if (l->last.length < 2 || l->last.text[0] != '1')
		return;
	for (; at < end; at += strlen(at) + 1)
		if (strcmp(at, l->last.text + 1) == 0)
			return;
	buffer_add(l->beginnings, l->last.text + 1, l->last.length - 1);
	buffer_add(l->beginnings, "", 1);
}

/* `keep` bytes of the term before, then the new ones. */
static void read_term(struct layout *l, struct reader *r, bool full)
{
	int64_t keep = full ? 0 : read_varint(r), n = read_varint(r);

	if (r->bad || keep > (int64_t)l->last.length || n > r->end - r->at) {
		r->bad = true;
		return;
	}
	l->last.length = (size_t)keep;
	buffer_add(&l->last, r->at, (size_t)n);
	if (full) {
		l->first.length = 0;
		buffer_add(&l->first, r->at, (size_t)n);
	}
	r->at += n;
	note_beginning(l);
}

static int compare(const void *a, size_t a_n, const struct buffer *b)
{
	size_t n = a_n < b->length ? a_n : b->length;
	int order = n == 0 ? 0 : memcmp(a, b->text, n);

	return order != 0 ? order : (a_n > b->length) - (a_n < b->length);
}

/* What leads to the leaf lies behind all terms before it and not behind its own first one. Its
 * lowest bit says whether there is a list of where a long run of documents goes on. */
static bool leads_here(struct layout *l, int64_t page, const struct buffer *before)
{
	if (sqlite3_step(l->entries) != SQLITE_ROW ||
		sqlite3_column_type(l->entries, 1) != SQLITE_INTEGER)
		return false;
	const void *key = sqlite3_column_blob(l->entries, 0);
	size_t n = (size_t)sqlite3_column_bytes(l->entries, 0);

	return sqlite3_column_int64(l->entries, 1) ==
		       (page << 1 | sqlite3_column_int64(l->entries, 2)) &&
	       compare(key, n, &l->first) <= 0 &&
	       (before->length == 0 || compare(key, n, before) > 0);
}

/* A term's documents, up to `until`: of each its number, and how many bytes tell where in it the
 * term is, doubled. Those bytes may go on in the next leaf. */
static void skip_documents(struct layout *l, struct reader *r, const uint8_t *until)
{
	r->end = until;
	while (!r->bad && r->at < until) {
		int64_t n = until - r->at;

		if (l->pending == 0) {
			(void)read_varint(r);
			l->pending = read_varint(r) >> 1;
			continue;
		}
		n = l->pending < n ? l->pending : n;
		r->at += n;
		l->pending -= n;
	}
}

/* A leaf's bytes 3 and 4 say where its terms' places are listed, each as the distance from the one
 * before. The terms must be just there, because only looking a word up goes by that list. */
static bool check_terms(struct layout *l, struct reader leaf, bool *any)
{
	ptrdiff_t n = leaf.end - leaf.start,
		  list = n < 4 ? n + 1 : leaf.start[2] << 8 | leaf.start[3];

	if (list < 4 || list > n)
		return false;
	struct reader places = { leaf.start, leaf.start + list, leaf.end, false };
	int64_t at = 0;
	leaf.at = leaf.start + 4;
	*any = places.at < places.end;
	for (bool full = true; places.at < places.end; full = false) {
		at += read_varint(&places);
		if (places.bad || at < leaf.at - leaf.start || at >= list)
			return false;
		skip_documents(l, &leaf, leaf.start + at);
		leaf.end = leaf.start + list;
		leaf.bad = leaf.bad || l->pending != 0;
		read_term(l, &leaf, full);
	}
	skip_documents(l, &leaf, leaf.start + list);
	return !leaf.bad;
}

/* No term begins on a leaf in the midst of a very common term's documents; it needs no entry. */
static bool check_page(struct layout *l, struct reader leaf, int64_t page)
{
	struct buffer before = { 0 };
	bool any = false;

	buffer_add(&before, l->last.text == NULL ? "" : l->last.text, l->last.length);
	bool good = check_terms(l, leaf, &any) && (!any || leads_here(l, page, &before));
	buffer_clear(&before);
	return good;
}

static bool check_leaf(struct layout *l, int64_t segment, int64_t page)
{
	sqlite3_bind_int64(l->block, 1, (segment << SEGMENT_SHIFT) + page);
	bool good =
		sqlite3_step(l->block) == SQLITE_ROW && check_page(l, reader_of(l->block, 0), page);
	sqlite3_reset(l->block);
	return good;
}

/* Its leaves are there and no other; besides them only the lists of where a long run of documents
 * goes on. A segment that has been merged whole stays, as from leaf 0 to 0, until all beside it
 * have been. */
static bool count_rows(struct layout *l, int64_t segment, int64_t first, int64_t last)
{
	sqlite3_bind_int64(l->rows, 1, segment << SEGMENT_SHIFT);
	sqlite3_bind_int64(l->rows, 2, ((segment + 1) << SEGMENT_SHIFT) - 1);
	sqlite3_bind_int64(l->rows, 3, last);
	bool good = sqlite3_step(l->rows) == SQLITE_ROW &&
		    (last == 0 || sqlite3_column_int64(l->rows, 1) == last - first + 1);
	l->row_count += sqlite3_column_int64(l->rows, 0);
	sqlite3_reset(l->rows);
	return good;
}

/* Merging may leave entries of leaves before the first. */
static bool check_segment(struct layout *l, int64_t segment, int64_t first, int64_t last)
{
	bool gone = first == 0 && last == 0, some = first >= 1 && last >= first;
	bool good = (gone || some) && segment >= 1 && segment < 1 << 16 &&
		    count_rows(l, segment, first, last);

	if (gone)
		return good;
	l->last.length = 0;
	l->pending = 0;
	sqlite3_bind_int64(l->entries, 1, segment);
	sqlite3_bind_int64(l->entries, 2, first);
	for (int64_t page = first; good && page <= last; page++)
		good = check_leaf(l, segment, page);
	good = good && l->pending == 0 && sqlite3_step(l->entries) == SQLITE_DONE;
	sqlite3_reset(l->entries);
	return good;
}

/* Four bytes that count changes of configuration (we make none), the numbers of levels and segments
 * and of leaves ever written; for each level how many of its segments are being merged and how many
 * it has; for each segment its number and its first and last leaf. */
static bool check_levels(struct layout *l, struct reader r)
{
	if (r.end - r.start < 4 || memcmp(r.start, "\0\0\0\0", 4) != 0)
		return false;
	r.at += 4;
	int64_t levels = read_varint(&r), segments = read_varint(&r);
	(void)read_varint(&r);
	for (int64_t level = 0; level < levels && !r.bad; level++) {
		(void)read_varint(&r);
		for (int64_t n = read_varint(&r); n > 0 && !r.bad; n--, segments--) {
			int64_t segment = read_varint(&r), first = read_varint(&r),
				last = read_varint(&r);

			if (!check_segment(l, segment, first, last))
				return false;
		}
	}
	return ended(&r) && segments == 0;
}

static bool check_records(sqlite3 *copy, struct layout *l)
{
	sqlite3_stmt *records = NULL;
	bool good = true;
	int64_t n = 0;

	sqlite3_prepare_v2(copy,
		"SELECT id, block, (SELECT count(*) FROM search_data), "
		"(SELECT count(*) FROM search_idx WHERE segid NOT IN (SELECT id >> 37 FROM "
		"search_data)) "
		"FROM search_data WHERE id IN (1, 10)",
		-1, &records, NULL);
	for (; good && records != NULL && sqlite3_step(records) == SQLITE_ROW; n++) {
		bool totals = sqlite3_column_int64(records, 0) == RECORD_TOTALS;

		good = totals || check_levels(l, reader_of(records, 1));
		good = good && sqlite3_column_int64(records, 3) == 0 &&
		       (totals || sqlite3_column_int64(records, 2) == l->row_count + 2);
	}
	sqlite3_finalize(records);
	return good && n == 2;
}

static bool same_layout(sqlite3 *copy, struct buffer *beginnings)
{
	struct layout l = { .beginnings = beginnings };

	sqlite3_prepare_v2(copy, "SELECT block FROM search_data WHERE id = ?1", -1, &l.block, NULL);
	sqlite3_prepare_v2(copy,
		"SELECT term, pgno, EXISTS (SELECT 1 FROM search_data d WHERE d.id = (?1 << 37) + (1 << "
		"36) + (pgno >> 1)) FROM search_idx WHERE segid = ?1 AND "
		"(pgno >> 1 >= ?2 OR typeof(pgno) <> 'integer') ORDER BY term",
		-1, &l.entries, NULL);
	sqlite3_prepare_v2(copy,
		"SELECT count(*), sum(id >> 36 & 1 = 0 OR id & 0x7FFFFFFF > ?3) FROM search_data "
		"WHERE id BETWEEN ?1 AND ?2",
		-1, &l.rows, NULL);
	bool good =
		l.block != NULL && l.entries != NULL && l.rows != NULL && check_records(copy, &l);
	sqlite3_finalize(l.block);
	sqlite3_finalize(l.entries);
	sqlite3_finalize(l.rows);
	buffer_clear(&l.first);
	buffer_clear(&l.last);
	return good;
}

bool verify_search(sqlite3 *sqlite)
{
	struct buffer beginnings = { 0 };

	buffer_text(&beginnings, "");
	bool good = same_layout(sqlite, &beginnings) &&
		    verify_words(sqlite, beginnings.text, beginnings.length);
	buffer_clear(&beginnings);
	return good;
}
