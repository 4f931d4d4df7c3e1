/* SPDX-License-Identifier: MIT
 * A round's history: its rules as locked and corrected, and what was done with a reason. */
#include <stdio.h>
#include <string.h>

#include "db/base/vocabulary.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/round.h"
#include "ui/office/place.h"

static struct error add_versions(
	struct context *ctx, struct arena *arena, int64_t round_id, struct page *page)
{
	struct rules_versions versions;

	TRY(round_rules_versions(ctx, arena, round_id, &versions));
	for (size_t i = 0; i < versions.n; i++) {
		const struct rules_version *v = &versions.rows[i];
		struct wordings changed = { 0 };
		char when[80];

		text_time(v->locked, when, sizeof(when));
		page_heading(page, arena_printf(arena, _("Rules, version %lld: %s"),
					   (long long)v->number, when));
		page_field(page, C_("label", "Notice"), v->notice);
		page_value(page, ctx, &record_of_rules_version, v, "reason");
		page_field(page, C_("label", "Hash"), v->hash);
		if (i > 0)
			rules_compare(arena, versions.rows[i - 1].text, v->text, &changed);
		for (size_t c = 0; c < changed.n; c++)
			page_printf(page, changed.rows[c].what, "%s %s %s", changed.rows[c].before,
				term_glyph(GLYPH_RIGHT), changed.rows[c].after);
	}
	return ok();
}

static const char *member_name(const struct members *members, int64_t id)
{
	for (size_t i = 0; i < members->n; i++)
		if (members->rows[i].id == id)
			return members->rows[i].name;
	return "";
}

/* Who was excused or replaced, and why. */
static struct error add_panel(
	struct context *ctx, struct arena *arena, int64_t round_id, struct page *page)
{
	struct members members;
	bool headed = false;

	TRY(round_members(ctx, arena, round_id, &members));
	for (size_t i = 0; i < members.n; i++) {
		const struct member *m = &members.rows[i];
		const char *by = m->replaced_by == 0 ? "" : member_name(&members, m->replaced_by);

		if (member_state_of(m->state) == MEMBER_STATE_ACTIVE)
			continue;
		if (!headed)
			page_heading(page, _("Changes of the panel"));
		headed = true;
		page_printf(page, m->name, "%s%s%s%s. %s", text_word(WORDS_MEMBER_STATE, m->state),
			*by == '\0' ? "" : " (", by, *by == '\0' ? "" : ")", m->reason);
	}
	return ok();
}

/* So that who asks can deal the same again. */
static struct error add_dealing(
	struct context *ctx, struct arena *arena, int64_t round_id, struct page *page)
{
	struct round round;
	struct draw_seed seed;
	char when[80] = "";

	TRY(round_get(ctx, arena, round_id, &round));
	if (round.per_submission == 0)
		return ok();
	page_heading(page, _("Dealing of the reviews"));
	page_value(page, ctx, &record_of_round, &round, "per_submission");
	struct error e = round_seed(ctx, arena, round_id, &seed);
	if (e.code == E_NOT_FOUND) {
		page_field(
			page, text_word(WORDS_FIELD, "seed"), _("shown when the names are opened"));
		return ok();
	}
	TRY(e);
	text_time(seed.at, when, sizeof(when));
	/* TRANSLATORS: a number, and when it was written down. */
	page_printf(page, text_word(WORDS_FIELD, "seed"), _("%lld, written down %s"),
		(long long)seed.value, when);
	return ok();
}

static struct error history_page(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *name, size_t size)
{
	struct round_acts acts;

	snprintf(name, size, "%s", C_("title", "History"));
	TRY(add_versions(ctx, arena, id, page));
	TRY(add_dealing(ctx, arena, id, page));
	TRY(add_panel(ctx, arena, id, page));
	TRY(round_acts(ctx, arena, id, &acts));
	if (acts.n > 0)
		page_heading(page, _("What was done although something was missing"));
	for (size_t i = 0; i < acts.n; i++) {
		char when[80];

		text_time(acts.rows[i].at, when, sizeof(when));
		page_printf(page, when, "%s: %s", text_word(WORDS_ROUND_ACT, acts.rows[i].act),
			acts.rows[i].reason);
	}
	return ok();
}

const struct place_row history_place = {
	.fill = history_page,
};
