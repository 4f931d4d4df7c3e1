/* SPDX-License-Identifier: MIT */
#include "src/judging/correcting.h"

#include "db/store/service.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/registers/regime.h"

struct error correcting_check(struct context *ctx, struct arena *arena, const struct correcting *c,
	const struct decision *of)
{
	struct complaint complaint;
	struct decision about;

	if (decision_kind_of(of->kind) == DECISION_KIND_STATEMENT)
		return ok();
	if (c->kind == NULL || *c->kind == '\0')
		return fail(E_REQUIRED, "correction_kind");
	TRY(input_code("correction_kind", WORDS_CORRECTION, c->kind));
	if (c->complaint_id == 0)
		return ok();
	TRY(store_complaint_get(ctx->db, arena, c->complaint_id, &complaint));
	TRY(store_decision_get(ctx->db, arena, complaint.decision_id, &about));
	if (about.round_id != of->round_id)
		return rule(N_("That complaint is about a decision on another round."));
	return ok();
}

/* By which section it is corrected, as the regime's row says. */
static const char *section_of(const struct regime *r, const char *kind)
{
	switch (correction_kind_of(kind)) {
	case CORRECTION_CLERICAL:
		return r->clerical_section;
	case CORRECTION_FACTUAL:
		return r->factual_section;
	case CORRECTION_REQUEST:
		return r->correction_section;
	case CORRECTION_COURT:
		return r->appeal_section;
	case CORRECTION_UNKNOWN:
		break;
	}
	return "";
}

/* The regime's own remedy has a name. */
static const char *kind_words(const struct regime *r, const char *kind)
{
	const char *name =
		correction_kind_of(kind) == CORRECTION_REQUEST ? regime_correction(r, NULL) : "";

	return *name != '\0' ? name : text_word(WORDS_CORRECTION, kind);
}

static const char *target(struct arena *arena, const struct decision *d)
{
	return *d->corrects_number == '\0' ?
		       d->corrects_code :
		       arena_printf(arena, "%s (%s)", d->corrects_code, d->corrects_number);
}

struct error correcting_words(
	struct context *ctx, struct arena *arena, const struct decision *d, const char **words)
{
	struct regime r;

	*words = "";
	if (d->corrects == 0)
		return ok();
	TRY(regime_of(ctx, arena, d->regime_id, &r));
	const char *section = section_of(&r, d->correction_kind);
	if (*d->correction_kind == '\0')
		/* TRANSLATORS: a statement's code. */
		*words = arena_printf(arena, _("Corrects %s."), target(arena, d));
	else if (*section == '\0')
		/* TRANSLATORS: a decision's code with its number; the kind of correction. */
		*words = arena_printf(arena, _("Corrects decision %s: %s."), target(arena, d),
			kind_words(&r, d->correction_kind));
	else
		/* TRANSLATORS: a decision's code with its number; the kind of correction; a section
		 * of a law. */
		*words = arena_printf(arena, _("Corrects decision %s: %s (%s)."), target(arena, d),
			kind_words(&r, d->correction_kind), section);
	return ok();
}

struct error correcting_number(struct context *ctx, const struct decision *d)
{
	int64_t other;

	if (decision_kind_of(d->kind) == DECISION_KIND_STATEMENT || *d->case_number == '\0')
		return ok();
	struct error e = store_decision_number_taken(ctx->db, d->case_number, d->id, &other);
	if (e.code == E_NOT_FOUND)
		return ok();
	TRY(e);
	return rule(N_("Another decision has that number already: a decision has a number of its "
		       "own."));
}
