/* SPDX-License-Identifier: MIT
 * Finland's municipalities 2018-2026 with both names, aliases, regions over time and successors.
 * The register ships with the program; an office adds the mergers and names of later years itself.
 */
#pragma once

#include "db/store/municipality.h"
#include "src/ground/context.h"

/* Fills a new file's register. Inside a transaction. */
struct error municipality_load_register(struct db *db);

struct error municipality_get(
	struct context *ctx, struct arena *arena, int64_t id, struct municipality *municipality);
struct error municipality_names(
	struct context *ctx, struct arena *arena, int64_t id, struct municipality_names *names);
struct error municipality_regions(
	struct context *ctx, struct arena *arena, int64_t id, struct municipality_regions *regions);

enum municipality_sort { MUNICIPALITY_BY_NAME, MUNICIPALITY_BY_CODE };
/* Those in force on the day; day 0: all there ever were. Names sort in the language in use. */
struct error municipality_ids(
	struct context *ctx, enum municipality_sort sort, int64_t day, struct id_list *ids);

/* "Finnish, Swedish": its languages in the language in use, that of the majority first. */
const char *municipality_languages(struct arena *arena, const struct municipality *municipality);
/* The official name in the language in use; one that has ended says what it is now:
 * "Valtimo (nyk. Nurmes)". Into the arena. */
const char *municipality_shown(
	const struct context *ctx, struct arena *arena, const struct municipality *municipality);
/* The name alone. */
const char *municipality_name(const struct municipality *municipality);

/* The registry's addresses of the municipality with that id and version: E_STALE if somebody else
 * has saved it since, E_INVALID for what is no e-mail address. */
struct error municipality_update(struct context *ctx, const struct municipality *municipality);
/* The merging of a municipality into another on a day (the last one it exists). */
struct error municipality_merge(
	struct context *ctx, int64_t id, int64_t last_day, int64_t successor_id);
/* A new official name in one language; the old one stays as a former one. */
struct error municipality_rename(
	struct context *ctx, int64_t id, const char *lang, const char *name);
struct error municipality_add_alias(
	struct context *ctx, int64_t id, const char *lang, const char *name);

/* Recognizing a municipality in what somebody wrote. */
enum match {
	MATCH_NONE,
	MATCH_SURE,
	MATCH_ENDED,     /* sure, but it was none on that day */
	MATCH_UNCERTAIN, /* `id` is an offer for a person to accept */
};

struct municipality_index;
struct error municipality_index_new(struct context *ctx, struct municipality_index **index);
void municipality_index_free(struct municipality_index *index);
/* By any name in either language, or the three-digit code. `id` is 0 for MATCH_NONE. */
enum match municipality_match(
	const struct municipality_index *index, const char *text, int64_t day, int64_t *id);
/* A number of a column that holds nothing else: 47 is 047 there. */
enum match municipality_match_code(
	const struct municipality_index *index, const char *text, int64_t day, int64_t *id);
/* Those that a text names when it names several ("Tampere ja Nokia"); 0 if any part of it is none.
 */
size_t municipality_several(
	const struct municipality_index *index, const char *text, int64_t *ids, size_t most);
/* One name or code, for commands and forms: E_NOT_FOUND unless it is sure; an ended one is found.
 */
struct error municipality_find(struct context *ctx, const char *text, int64_t *id);
