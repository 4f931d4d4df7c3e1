/* SPDX-License-Identifier: MIT
 * Full text search by word and beginning of word; letters with and without accents match each
 * other. Words are not stemmed: "kuntien" does not find "kunta". */
#pragma once

#include "db/db.h"

/* The numbers are part of the file: search_source in db/schema/90-search.sql has the same. */
enum search_kind {
	SEARCH_SUBMISSION = 1,
	SEARCH_MUNICIPALITY = 2,
	SEARCH_ORGANIZATION = 3,
	SEARCH_PERSON = 4,
	SEARCH_CHALLENGE = 5,
	SEARCH_NOTE = 6,
	SEARCH_TEAM = 7,
	SEARCH_SESSION = 8,
	SEARCH_QUESTION = 9,
	SEARCH_CONTRACT = 10,
	SEARCH_COMPLAINT = 11,
};

struct search_hit {
	enum search_kind kind;
	int64_t id;
};

struct search_hits {
	struct search_hit *hits;
	size_t n;
};

/* Notes, in the transaction that changes it, that a record has other words, and so have the records
 * that show its name (an applicant's submissions, a person's teams and sessions). */
struct error search_index(struct db *db, enum search_kind kind, int64_t id);
/* The same of a record that is deleted. */
struct error search_remove(struct db *db, enum search_kind kind, int64_t id);
/* At the transaction's end: what was noted goes into the index as it is then, or out of it. The
 * index keeps no copy of the words, so what goes out is told to it as it went in. */
struct error search_write(struct db *db);
/* The best hits for what somebody typed, into the arena; nothing for an empty text. */
struct error search_find(struct db *db, struct arena *arena, const char *typed, int64_t limit,
	struct search_hits *hits);
/* Ids of one kind whose shown words (head) match; for the search inside a list. */
struct error search_in_list(
	struct db *db, enum search_kind kind, const char *typed, struct id_list *ids);
/* Ids of one kind that match anywhere; for filters. */
struct error search_anywhere(
	struct db *db, enum search_kind kind, const char *typed, struct id_list *ids);
