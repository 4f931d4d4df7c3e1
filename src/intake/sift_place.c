/* SPDX-License-Identifier: MIT
 * Judging which municipality or organization a problem is from: by its name, by a number beside it,
 * by both. What is not certain is offered, never guessed. */
#include <string.h>

#include "db/base/utf8.h"
#include "src/intake/sift.h"
#include "src/registers/organization.h"

enum { SEVERAL_MAX = 8 };

static struct arena *arena_of(struct sifting *j)
{
	return &j->import->table.arena;
}

static void add_name(struct sifting *j, const char *name, int64_t id)
{
	const char *folded = utf8_fold(arena_of(j), name);
	int64_t known;

	if (*folded == '\0' || set_add(&j->organizations, folded, id))
		return;
	/* A name of two organizations is nobody's. */
	if (set_find(&j->organizations, folded, &known) && known != id)
		(void)set_add(
			&j->organizations, arena_printf(arena_of(j), "several:%s", folded), 0);
}

static struct error load_organization(struct sifting *j, int64_t id)
{
	struct organization o;
	struct text_rows names;

	TRY(organization_get(j->ctx, arena_of(j), id, &o));
	TRY(organization_names(j->ctx, arena_of(j), id, &names));
	add_name(j, o.name_fi, id);
	add_name(j, o.name_sv, id);
	add_name(j, o.business_id, id);
	for (size_t i = 0; i < names.n; i++)
		add_name(j, names.rows[i].text, id);
	return ok();
}

struct error sift_places_load(struct sifting *j)
{
	struct id_list ids = { 0 };

	TRY(municipality_index_new(j->ctx, &j->municipalities));
	struct error e = organization_ids(j->ctx, NULL, &ids);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = load_organization(j, ids.ids[i]);
	id_list_clear(&ids);
	return e;
}

void sift_places_clear(struct sifting *j)
{
	municipality_index_free(j->municipalities);
	j->municipalities = NULL;
	set_clear(&j->organizations);
}

/* By any of its names; 0 if none or several have it. */
static int64_t find_organization(struct sifting *j, const char *text)
{
	const char *folded = utf8_fold(arena_of(j), text);
	int64_t id, several;

	if (!set_find(&j->organizations, folded, &id) ||
		set_find(&j->organizations, arena_printf(arena_of(j), "several:%s", folded),
			&several))
		return 0;
	return id;
}

static const char *code_of(struct sifting *j, int64_t municipality_id)
{
	struct municipality municipality;

	if (municipality_get(j->ctx, arena_of(j), municipality_id, &municipality).code != E_OK)
		return "";
	return municipality.code;
}

/* What an ended municipality had become by that day; the register's successions have no circles,
 * and a chain of them is short. */
static const char *successor_code(struct sifting *j, int64_t municipality_id, int64_t day)
{
	struct municipality m = { .successor_id = municipality_id };

	for (int i = 0; i < 10 && m.successor_id != 0; i++) {
		if (municipality_get(j->ctx, arena_of(j), m.successor_id, &m).code != E_OK)
			return "";
		if (day >= m.valid_from && (m.valid_to == 0 || day <= m.valid_to))
			return m.code;
	}
	return "";
}

/* Nothing has that name: are several meant, who cannot share a row? */
static void refuse_unknown(struct sifting *j, struct sifted_row *row, const char *text)
{
	int64_t ids[SEVERAL_MAX];
	size_t n = municipality_several(j->municipalities, text, ids, SEVERAL_MAX);
	struct buffer codes = { 0 };

	sift_refuse(j, row, n > 1 ? "municipality_several" : "municipality_unknown",
		FIELD_MUNICIPALITY);
	buffer_text(&codes, "");
	for (size_t i = 0; i < n; i++)
		buffer_printf(&codes, "%s%s", i > 0 ? "," : "", code_of(j, ids[i]));
	row->candidate = arena_text(arena_of(j), codes.text);
	buffer_clear(&codes);
}

/* What the number beside it makes of a name's match. */
static enum match by_number(struct sifting *j, struct sifted_row *row, const char *number,
	int64_t day, enum match match, int64_t *id)
{
	int64_t numbered = 0;
	enum match found = municipality_match_code(j->municipalities, number, day, &numbered);

	if (found != MATCH_SURE && found != MATCH_ENDED)
		return match;
	if ((match == MATCH_SURE || match == MATCH_ENDED) && *id != numbered) {
		sift_hold(j, row, "municipality_clash", FIELD_MUNICIPALITY_CODE);
		row->candidate =
			arena_printf(arena_of(j), "%s,%s", code_of(j, *id), code_of(j, numbered));
		return match;
	}
	*id = numbered;
	return found;
}

static bool take(
	struct sifting *j, struct sifted_row *row, enum match match, int64_t id, const char *text)
{
	int64_t day = day_of_time(row->submission.received);

	switch (match) {
	case MATCH_SURE:
		row->submission.municipality_id = id;
		return true;
	case MATCH_NONE:
		row->submission.organization_id = find_organization(j, text);
		if (row->submission.organization_id != 0)
			return true;
		refuse_unknown(j, row, text);
		return false;
	case MATCH_ENDED:
		sift_refuse(j, row, "municipality_ended", FIELD_MUNICIPALITY);
		row->candidate = successor_code(j, id, day);
		return false;
	case MATCH_UNCERTAIN:
		row->submission.organization_id = find_organization(j, text);
		if (row->submission.organization_id != 0)
			return true;
		row->submission.municipality_id = id;
		if (row->verdict != ROW_HELD)
			row->candidate = code_of(j, id);
		sift_hold(j, row, "municipality_uncertain", FIELD_MUNICIPALITY);
		return true;
	}
	return false;
}

bool sift_place(struct sifting *j, struct sifted_row *row, const char *const *texts)
{
	const char *text = texts[FIELD_MUNICIPALITY], *number = texts[FIELD_MUNICIPALITY_CODE];
	int64_t id = 0, day = day_of_time(row->submission.received);
	enum match match =
		*text == '\0' ? MATCH_NONE : municipality_match(j->municipalities, text, day, &id);

	if (*number != '\0')
		match = by_number(j, row, number, day, match, &id);
	return take(j, row, match, id, *text == '\0' ? number : text);
}
