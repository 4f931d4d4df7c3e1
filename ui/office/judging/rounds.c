/* SPDX-License-Identifier: MIT
 * Which round is meant, where each challenge has its own. */
#include "ui/office/judging/rounds.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/judging/decision.h"
#include "src/judging/round.h"
#include "src/phases/challenge.h"
#include "ui/office/judging/round_form.h"
#include "ui/office/mentoring/mentoring_pick.h"
#include "ui/office/place.h"

/* The newest round of the kind and challenge; 0 if there is none. */
static struct error newest(struct context *ctx, const char *kind, int64_t challenge_id, int64_t *id)
{
	struct id_list rounds = { 0 };
	struct arena arena = { 0 };
	struct error e = round_ids(ctx, kind, &rounds);

	*id = 0;
	for (size_t i = 0; e.code == E_OK && i < rounds.n; i++) {
		struct round r;

		e = round_get(ctx, &arena, rounds.ids[i], &r);
		if (e.code == E_OK && (challenge_id == 0 || r.challenge_id == challenge_id))
			*id = r.id;
	}
	arena_clear(&arena);
	id_list_clear(&rounds);
	return e;
}

/* The only challenge, or the one that is chosen; 0 if cancelled or there is none. */
static int64_t which_challenge(struct ui *ui, int64_t near)
{
	struct id_list ids = { 0 };
	int64_t only = 0;
	struct error e = challenge_ids(ui->ctx, &ids);

	if (e.code == E_OK && ids.n == 0)
		e = rule(N_("There is no challenge yet."));
	if (e.code == E_OK && ids.n == 1)
		only = ids.ids[0];
	id_list_clear(&ids);
	if (e.code != E_OK) {
		ui_complain(ui, e);
		return 0;
	}
	int64_t chosen = only != 0 ? only : choose_challenge(ui, _("Challenge"), NULL, near);
	return chosen > 0 ? chosen : 0;
}

int64_t choose_round(struct ui *ui, const char *kind, int64_t challenge_id, int64_t near, bool make)
{
	int64_t id = 0;

	if (submission_kind_of(kind) != SUBMISSION_KIND_PROBLEM && challenge_id == 0) {
		challenge_id = which_challenge(ui, near);
		if (challenge_id == 0)
			return 0;
	}
	struct error e = newest(ui->ctx, kind, challenge_id, &id);
	if (e.code == E_OK && id == 0 && !make)
		e = rule(N_("First the reviews: key a makes the round."));
	if (e.code != E_OK)
		ui_complain(ui, e);
	else if (id == 0)
		round_form(ui, kind, challenge_id, &id);
	return id;
}

void open_round_of_kind(struct ui *ui, const char *kind, int64_t challenge_id, int64_t near)
{
	int64_t id = choose_round(ui, kind, challenge_id, near, true);

	if (id != 0)
		place_open(ui, PLACE_ROUND, id);
}

void open_decision_of_round(struct ui *ui, int64_t round_id, const char *kind)
{
	place_open_at(ui, PLACE_DECISION,
		&(struct target){ .kind = KIND_ROUND, .id = round_id, .text = kind });
}

void open_conclusion(struct ui *ui, int64_t round_id)
{
	struct arena arena = { 0 };
	struct round r = { .kind = "" };
	bool stated = false;
	struct error e = round_get(ui->ctx, &arena, round_id, &r);

	if (e.code == E_OK && submission_kind_of(r.kind) == SUBMISSION_KIND_SOLUTION)
		e = decision_is_stated(ui->ctx, round_id, &stated);
	const char *kind = submission_kind_of(r.kind) == SUBMISSION_KIND_SOLUTION && !stated ?
				   "statement" :
				   "decision";
	arena_clear(&arena);
	if (e.code == E_OK)
		open_decision_of_round(ui, round_id, kind);
	else
		ui_complain(ui, e);
}
