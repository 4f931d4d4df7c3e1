/* SPDX-License-Identifier: MIT */
#include "src/registers/municipality.h"

#include <stdlib.h>
#include <string.h>

#include "db/search.h"
#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/ground/record.h"

struct error municipality_get(
	struct context *ctx, struct arena *arena, int64_t id, struct municipality *municipality)
{
	struct error e = store_municipality_get(
		ctx->db, arena, id, day_of_time(context_now(ctx)), municipality);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "municipality") : e;
}

struct error municipality_names(
	struct context *ctx, struct arena *arena, int64_t id, struct municipality_names *names)
{
	return store_municipality_names(ctx->db, arena, id, names);
}

struct error municipality_regions(
	struct context *ctx, struct arena *arena, int64_t id, struct municipality_regions *regions)
{
	return store_municipality_regions(ctx->db, arena, id, regions);
}

struct error municipality_ids(
	struct context *ctx, enum municipality_sort sort, int64_t day, struct id_list *ids)
{
	const char *lang = strcmp(i18n_lang(), "sv") == 0 ? "sv" : "fi";

	TRY(require(ctx, ACT_READ));
	return sort == MUNICIPALITY_BY_CODE ? store_municipality_ids_by_code(ctx->db, day, ids) :
					      store_municipality_ids(ctx->db, lang, day, ids);
}

const char *municipality_name(const struct municipality *municipality)
{
	return strcmp(i18n_lang(), "sv") == 0 ? municipality->name_sv : municipality->name_fi;
}

/* "fi+sv" in the register; the Sámi languages are those of the Sámi homeland. */
const char *municipality_languages(struct arena *arena, const struct municipality *municipality)
{
	static const struct {
		const char *code, *name;
	} languages[] = {
		{ "fi", NC_("language", "Finnish") },
		{ "sv", NC_("language", "Swedish") },
		{ "se", NC_("language", "Northern Sámi") },
		{ "smn", NC_("language", "Inari Sámi") },
		{ "sms", NC_("language", "Skolt Sámi") },
	};
	struct buffer text = { 0 };
	char *rest = arena_text(arena, municipality->language), *code;

	buffer_text(&text, "");
	while ((code = strsep(&rest, "+")) != NULL)
		for (size_t i = 0; i < LEN(languages); i++)
			if (strcmp(languages[i].code, code) == 0)
				buffer_printf(&text, "%s%s", text.length > 0 ? ", " : "",
					i18n_lookup("language", languages[i].name));
	const char *names = arena_text(arena, text.text);
	buffer_clear(&text);
	return names;
}

const char *municipality_shown(
	const struct context *ctx, struct arena *arena, const struct municipality *municipality)
{
	const char *name = municipality_name(municipality);
	bool ended = municipality->valid_to != 0 &&
		     municipality->valid_to < day_of_time(context_now(ctx));
	const char *now = strcmp(i18n_lang(), "sv") == 0 ? municipality->successor_sv :
							   municipality->successor_fi;

	if (!ended || *now == '\0')
		return arena_text(arena, name);
	/* TRANSLATORS: a municipality that was merged into another: "Valtimo (now Nurmes)". */
	return arena_printf(arena, _("%s (now %s)"), name, now);
}

static struct error reindex(struct context *ctx, int64_t id)
{
	return search_index(ctx->db, SEARCH_MUNICIPALITY, id);
}

static struct error merge(struct context *ctx, int64_t id, int64_t last_day, int64_t successor_id)
{
	struct arena arena = { 0 };
	struct municipality ended, heir;
	struct error e = municipality_get(ctx, &arena, id, &ended);

	if (e.code == E_OK)
		e = municipality_get(ctx, &arena, successor_id, &heir);
	if (e.code == E_OK && (id == successor_id || last_day < ended.valid_from))
		e = fail(E_INVALID, "successor");
	if (e.code == E_OK && heir.valid_to != 0 && heir.valid_to <= last_day)
		e = rule(N_("The municipality it would be merged into has ended before that day."));
	if (e.code == E_OK)
		e = store_municipality_end(ctx->db, id, last_day, successor_id);
	arena_clear(&arena);
	return e;
}

static struct error code_of(struct context *ctx, int64_t id, char code[8])
{
	struct arena arena = { 0 };
	struct municipality municipality;
	struct error e = municipality_get(ctx, &arena, id, &municipality);

	if (e.code == E_OK)
		memcpy(code, municipality.code, 4);
	arena_clear(&arena);
	return e;
}

struct error municipality_merge(
	struct context *ctx, int64_t id, int64_t last_day, int64_t successor_id)
{
	char code[8] = "";

	TRY(require(ctx, ACT_REGISTER));
	TRY(context_begin(ctx));
	struct error e = merge(ctx, id, last_day, successor_id);
	if (e.code == E_OK)
		e = code_of(ctx, id, code);
	return context_end(ctx, e, "municipality.merge", code);
}

struct error municipality_update(struct context *ctx, const struct municipality *in)
{
	struct arena arena = { 0 };
	struct municipality m = *in;
	char code[8] = "";

	TRY(require(ctx, ACT_REGISTER));
	struct error e = record_clean(&arena, &record_of_municipality, &m, IN_EDIT);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = store_municipality_update(ctx->db, &m);
		if (e.code == E_OK)
			e = code_of(ctx, m.id, code);
		e = context_end(ctx, e, "municipality.edit", code);
	}
	arena_clear(&arena);
	return e;
}

static struct error name_it(
	struct context *ctx, int64_t id, const char *lang, const char *kind, const char *name)
{
	struct municipality_name row = { id, lang, kind, name };

	if (strcmp(kind, "official") == 0)
		TRY(store_municipality_name_retire(ctx->db, id, lang));
	TRY(store_municipality_name_add(ctx->db, &row));
	return reindex(ctx, id);
}

static struct error add_name(struct context *ctx, int64_t id, const char *lang, const char *kind,
	const char *name, const char *verb)
{
	struct arena arena = { 0 };
	const char *clean = NULL;
	char code[8] = "";

	TRY(require(ctx, ACT_REGISTER));
	struct error e = input_line(&arena, "name", name, FIELD_MAX, true, &clean);
	if (e.code == E_OK && strcmp(lang, "fi") != 0 && strcmp(lang, "sv") != 0)
		e = fail(E_INVALID, "language");
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = name_it(ctx, id, lang, kind, clean);
		if (e.code == E_OK)
			e = code_of(ctx, id, code);
		e = context_end(ctx, e, verb, code);
	}
	arena_clear(&arena);
	return e;
}

struct error municipality_rename(
	struct context *ctx, int64_t id, const char *lang, const char *name)
{
	return add_name(ctx, id, lang, "official", name, "municipality.rename");
}

struct error municipality_add_alias(
	struct context *ctx, int64_t id, const char *lang, const char *name)
{
	return add_name(ctx, id, lang, "alias", name, "municipality.alias");
}
