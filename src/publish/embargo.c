/* SPDX-License-Identifier: MIT */
#include "src/publish/embargo.h"

#include <string.h>

#include "src/judging/blind.h"
#include "src/judging/decision.h"
#include "src/judging/round.h"
#include "src/judging/service.h"

/* May the names behind the codes be told? */
static struct error names_open(struct web *web, const struct round *r, bool *open)
{
	enum blind_stage stage;

	TRY(blind_stage(web->ctx, r->id, &stage));
	*open = stage == BLIND_NOT || stage == BLIND_OPENED;
	return ok();
}

/* Approved, and no approved one has taken its place. */
static struct error is_in_force(struct web *web, const struct decision *d, bool *yes)
{
	struct decision next;

	*yes = decision_state_of(d->state) == DECISION_STATE_SIGNED;
	if (!*yes || d->corrected_by == 0)
		return ok();
	TRY(decision_get(web->ctx, web->arena, d->corrected_by, &next));
	*yes = decision_state_of(next.state) != DECISION_STATE_SIGNED;
	return ok();
}

static struct error find_decision(struct web *web, struct told *told)
{
	struct id_list ids = { 0 };
	struct error e = decision_ids(web->ctx, told->round_id, "decision", &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct decision d;
		bool yes = false;

		e = decision_get(web->ctx, web->arena, ids.ids[i], &d);
		if (e.code == E_OK)
			e = is_in_force(web, &d, &yes);
		if (e.code == E_OK && yes)
			told->d = d;
	}
	id_list_clear(&ids);
	return e;
}

/* Entrants of a contest learn it from the organizer, not from the web. */
static struct error is_served(struct web *web, const struct told *told, bool *served)
{
	int64_t missing;

	TRY(service_missing(web->ctx, told->d.id, &missing));
	*served = missing == 0;
	return ok();
}

static struct error find_round(
	struct web *web, const char *kind, int64_t challenge_id, struct round *found)
{
	struct id_list ids = { 0 };
	struct error e = round_ids(web->ctx, kind, &ids);

	*found = (struct round){ .id = 0 };
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct round r;

		e = round_get(web->ctx, web->arena, ids.ids[i], &r);
		if (e.code == E_OK && r.challenge_id == challenge_id)
			*found = r;
	}
	id_list_clear(&ids);
	return e;
}

struct error web_told(struct web *web, const char *kind, int64_t challenge_id, struct told *told)
{
	struct round r;
	bool open, served = true;

	*told = (struct told){ .open = false };
	TRY(find_round(web, kind, challenge_id, &r));
	told->round_id = r.id;
	if (r.id == 0)
		return ok();
	TRY(names_open(web, &r, &open));
	TRY(find_decision(web, told));
	if (told->d.id != 0 && submission_kind_of(kind) == SUBMISSION_KIND_SOLUTION)
		TRY(is_served(web, told, &served));
	told->open = open && told->d.id != 0 && served;
	return ok();
}

struct error web_rounds(struct web *web, const char *kind, struct id_list *ids)
{
	struct id_list all = { 0 };
	struct error e = round_ids(web->ctx, kind, &all);

	for (size_t i = 0; e.code == E_OK && i < all.n; i++) {
		struct round r;

		e = round_get(web->ctx, web->arena, all.ids[i], &r);
		if (e.code == E_OK && r.locked != 0)
			id_list_add(ids, r.id);
	}
	id_list_clear(&all);
	return e;
}
