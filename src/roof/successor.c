/* SPDX-License-Identifier: MIT */
#include "src/roof/successor.h"

#include <string.h>

#include "db/store/plan.h"
#include "src/judging/round.h"
#include "src/phases/phase.h"
#include "src/phases/range.h"
#include "src/registers/regime.h"
#include "src/phases/threshold.h"

struct handover {
	struct context *from;
	struct arena *arena;
};

static struct error copy_ranges(struct context *to, const struct handover *over)
{
	struct ranges ranges;

	TRY(store_ranges(over->from->db, over->arena, &ranges));
	for (size_t i = 0; i < ranges.n; i++)
		TRY(range_set(to, &ranges.rows[i]));
	return ok();
}

/* The themes of the earlier one that a new competition does not have by itself. */
static struct error copy_themes(struct context *to, const struct handover *over)
{
	struct themes themes, present;

	TRY(store_themes(over->from->db, over->arena, &themes));
	TRY(store_themes(to->db, over->arena, &present));
	TRY(context_begin(to));
	struct error e = ok();
	for (size_t i = 0; e.code == E_OK && i < themes.n; i++) {
		bool there = false;
		int64_t id;

		for (size_t k = 0; k < present.n; k++)
			there = there || strcmp(themes.rows[i].key, present.rows[k].key) == 0;
		if (!there)
			e = store_theme_add(to->db, &themes.rows[i], &id);
	}
	return context_end(to, e, "competition.succeed", "");
}

/* The rows and addresses that the earlier office has added: a court does not move with the
 * competition. */
static struct error copy_regimes(struct context *to, const struct handover *over)
{
	struct id_list ids = { 0 };
	struct error e = store_regime_ids(over->from->db, &ids);

	if (e.code == E_OK)
		e = context_begin(to);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct regime_settings settings;
		struct regime r;
		int64_t id;

		e = store_regime_get(over->from->db, over->arena, ids.ids[i], &r);
		if (e.code == E_OK)
			e = store_regime_add(to->db, &r, &id);
		e = e.code == E_EXISTS ? ok() : e;
		if (e.code == E_OK)
			e = store_regime_settings(
				over->from->db, over->arena, r.code, 0, &settings);
		for (size_t k = 0; e.code == E_OK && k < settings.n; k++)
			e = store_regime_setting_put(to->db, &settings.rows[k]);
	}
	id_list_clear(&ids);
	return context_end(to, e, "competition.succeed", "");
}

/* Figures of the law that the earlier office has added. */
static struct error copy_thresholds(struct context *to, const struct handover *over)
{
	TRY(context_begin(to));
	return context_end(
		to, threshold_copy(over->from->db, to->db, over->arena), "competition.succeed", "");
}

static struct error copy_milestones(struct context *to, const struct handover *over)
{
	struct phases phases;

	TRY(store_phases(over->from->db, over->arena, NULL, &phases));
	TRY(context_begin(to));
	struct error e = ok();
	for (size_t p = 0; e.code == E_OK && p < phases.n; p++) {
		struct milestones list;
		struct phase phase;
		int64_t id;

		e = store_milestones(over->from->db, over->arena, phases.rows[p].id, &list);
		if (e.code == E_OK)
			e = phase_get(to, over->arena, phases.rows[p].key, &phase);
		for (size_t i = 0; e.code == E_OK && i < list.n; i++)
			if (*list.rows[i].key == '\0')
				e = store_milestone_add(to->db,
					&(struct milestone){ .phase_id = phase.id,
						.key = "",
						.name_fi = list.rows[i].name_fi,
						.name_sv = list.rows[i].name_sv },
					&id);
	}
	return context_end(to, e, "competition.succeed", "");
}

static struct error copy_round(
	struct context *to, const struct handover *over, const struct round *r)
{
	struct round fresh = { .key = r->key,
		.kind = r->kind,
		.blind = r->blind,
		.ties = "",
		.select_min = -1,
		.select_max = -1 };
	char *rules;
	int64_t id;

	TRY(rules_text(over->from, over->arena, r->id, &rules));
	TRY(round_add(to, &fresh, &id));
	return rules_define(to, id, rules);
}

static struct error copy_rounds(struct context *to, const struct handover *over)
{
	struct id_list ids = { 0 };
	struct error e = round_ids(over->from, NULL, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct round round;

		e = round_get(over->from, over->arena, ids.ids[i], &round);
		if (e.code == E_OK && round.challenge_id == 0)
			e = copy_round(to, over, &round);
	}
	id_list_clear(&ids);
	return e;
}

static struct error hand_over(struct context *to, void *arg)
{
	const struct handover *over = arg;

	TRY(copy_ranges(to, over));
	TRY(copy_thresholds(to, over));
	TRY(copy_themes(to, over));
	TRY(copy_regimes(to, over));
	TRY(copy_milestones(to, over));
	return copy_rounds(to, over);
}

static const char *given_or(const char *given, const char *earlier)
{
	return given == NULL || *given == '\0' ? earlier : given;
}

struct error successor_make(const char *path, struct setup *setup, const char *from)
{
	struct arena arena = { 0 };
	struct context earlier;
	struct competition c;

	TRY(context_open(from, &earlier));
	struct handover over = { &earlier, &arena };
	struct error e = context_enter(&earlier, setup->login, "init");
	if (e.code == E_OK)
		e = competition_get(&earlier, &arena, &c);
	if (e.code == E_OK) {
		setup->profile = setup->profile != NULL ? setup->profile : c.legal_profile;
		setup->name_fi = given_or(setup->name_fi, c.name_fi);
		setup->name_sv = given_or(setup->name_sv, c.name_sv);
		setup->name_en = given_or(setup->name_en, c.name_en);
		e = competition_make(path, setup, hand_over, &over);
	}
	context_close(&earlier);
	arena_clear(&arena);
	return e;
}
