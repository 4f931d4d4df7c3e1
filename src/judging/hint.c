/* SPDX-License-Identifier: MIT */
#include "src/judging/hint.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/text.h"
#include "src/judging/review.h"
#include "src/phases/mentoring.h"

/* Anybody may have an address there: sharing it says nothing. */
static const char *const public_domains[] = { "gmail.com", "googlemail.com", "outlook.com",
	"hotmail.com", "hotmail.fi", "live.com", "live.fi", "msn.com", "yahoo.com", "yahoo.fi",
	"ymail.com", "icloud.com", "me.com", "mac.com", "proton.me", "protonmail.com", "pm.me",
	"gmx.com", "gmx.net", "mail.com", "tutanota.com", "luukku.com", "kolumbus.fi",
	"elisanet.fi", "saunalahti.fi", "welho.com", "pp.inet.fi", "inet.fi", "surffi.fi", "sci.fi",
	"netti.fi", "suomi24.fi", "telia.com", "ebaana.net", "multi.fi", "kaisanet.fi", "phnet.fi",
	"dnainternet.net", "nic.fi" };

static bool is_public(const char *domain)
{
	for (size_t i = 0; i < LEN(public_domains); i++)
		if (strcmp(public_domains[i], domain) == 0)
			return true;
	return false;
}

/* The query gives candidates; what counts as mentoring and as an own domain is said here. */
static struct error holds(struct context *ctx, const struct hint *hint, bool *yes)
{
	*yes = true;
	if (hint_kind_of(hint->kind) == HINT_DOMAIN)
		*yes = !is_public(hint->detail);
	else if (hint_kind_of(hint->kind) == HINT_MENTORED)
		return mentoring_has_mentored(ctx, hint->person_id, hint->team_id, yes);
	return ok();
}

struct error hint_list(
	struct context *ctx, struct arena *arena, int64_t round_id, struct hints *hints)
{
	size_t n = 0;

	TRY(require(ctx, ACT_READ));
	TRY(store_hints(
		ctx->db, arena, round_id, day_of_time(context_now(ctx)), i18n_lang(), hints));
	for (size_t i = 0; i < hints->n; i++) {
		const struct hint *before = n > 0 ? &hints->rows[n - 1] : NULL;
		struct hint *hint = &hints->rows[i];
		bool yes;

		TRY(holds(ctx, hint, &yes));
		/* Two things shared are one hint. */
		if (yes && before != NULL && before->member_id == hint->member_id &&
			before->submission_id == hint->submission_id &&
			strcmp(before->kind, hint->kind) == 0)
			hints->rows[n - 1].detail =
				arena_printf(arena, "%s, %s", before->detail, hint->detail);
		else if (yes)
			hints->rows[n++] = *hint;
	}
	hints->n = n;
	return ok();
}

const char *hint_name(struct arena *arena, const struct hint *hint)
{
	return arena_printf(arena, "%s/%s/%s", hint->login,
		hint->submission_id == 0 ? "-" : hint->code, hint->kind);
}

bool hint_is_risk(const struct hint *hint)
{
	return hint_kind_of(hint->kind) == HINT_MENTORED || hint_kind_of(hint->kind) == HINT_PANEL;
}

const char *hint_words(struct arena *arena, const struct hint *hint)
{
	const char *kind = text_word(WORDS_HINT, hint->kind);

	return *hint->detail == '\0' ? kind : arena_printf(arena, "%s: %s", kind, hint->detail);
}

struct hint_act {
	const char *name, *state, *reason;
	int64_t ground; /* 0: set aside */
};

static struct error find_hint(struct context *ctx, struct arena *arena, int64_t round_id,
	const char *name, struct hint *hint)
{
	struct hints hints;

	TRY(hint_list(ctx, arena, round_id, &hints));
	for (size_t i = 0; i < hints.n; i++) {
		if (strcmp(hint_name(arena, &hints.rows[i]), name) != 0)
			continue;
		*hint = hints.rows[i];
		return ok();
	}
	return fail(E_NOT_FOUND, "hint");
}

static struct error record_doubt(struct context *ctx, struct arena *arena, int64_t round_id,
	const struct hint *hint, const struct hint_act *act)
{
	struct recorded_conflict doubt = { .doubtful = true,
		.source = arena_printf(arena, "hint:%s", hint->kind),
		.conflict = { .submission_id = hint->submission_id,
			.ground = act->ground,
			.reason = act->reason } };

	return conflict_insert(ctx, round_id, hint->member_id, &doubt);
}

static struct error decide(
	struct context *ctx, struct arena *arena, int64_t round_id, const struct hint_act *act)
{
	struct hint hint;

	TRY(find_hint(ctx, arena, round_id, act->name, &hint));
	if (hint_state_of(hint.state) == HINT_STATE_TAKEN)
		return rule(N_("This hint has been taken up already; the panel decides on it."));
	TRY(input_lines(arena, "reason", act->reason, REASON_MAX, true, &hint.reason));
	hint.state = act->state;
	hint.at = context_now(ctx);
	TRY(store_hint_put(ctx->db, &hint, ctx->account.id));
	return act->ground == 0 ? ok() : record_doubt(ctx, arena, round_id, &hint, act);
}

static struct error act_on(struct context *ctx, int64_t round_id, const struct hint_act *act)
{
	struct arena arena = { 0 };
	struct round round;
	struct reference object = { "" };

	TRY(require_self(ctx, ACT_REVIEW_ENTER));
	struct error e = round_get(ctx, &arena, round_id, &round);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		object = reference_key(KIND_ROUND, round.key);
		e = context_end(ctx, decide(ctx, &arena, round_id, act),
			act->ground == 0 ? "hint.set_aside" : "hint.take", object.text);
	}
	arena_clear(&arena);
	return e;
}

struct error hint_take(
	struct context *ctx, int64_t round_id, const char *name, int64_t ground, const char *reason)
{
	if (ground < 1 || ground > 7)
		return fail(E_INVALID, "ground");
	return act_on(ctx, round_id, &(struct hint_act){ name, "taken", reason, ground });
}

struct error hint_set_aside(
	struct context *ctx, int64_t round_id, const char *name, const char *reason)
{
	return act_on(ctx, round_id, &(struct hint_act){ name, "set_aside", reason, 0 });
}
