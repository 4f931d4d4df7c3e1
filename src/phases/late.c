/* SPDX-License-Identifier: MIT */
#include "src/phases/late.h"

#include <string.h>

#include "db/search.h"
#include "src/base/i18n.h"

enum { CODES_SHOWN = 12 };

bool late_must_wait(const struct submission *before, const struct submission *fresh)
{
	return fresh->late &&
	       (!before->late || submission_state_of(before->state) == SUBMISSION_STATE_ADMITTED);
}

struct error late_keep(struct context *ctx, int64_t id, const struct submission *fresh)
{
	int64_t number;

	TRY(store_submission_next_version(ctx->db, id, &number));
	return store_submission_add_waiting(ctx->db, id, number, fresh);
}

struct error late_admit(struct context *ctx, struct arena *arena, const struct submission *s)
{
	struct submission_versions versions;

	TRY(store_submission_versions(ctx->db, arena, s->id, &versions));
	for (size_t i = 0; i < versions.n; i++) {
		const struct submission_version *v = &versions.rows[i];

		if (v->number != s->waiting)
			continue;
		TRY(store_submission_keep_version(ctx->db, s->id));
		TRY(store_submission_restore_version(ctx->db, s->id, v->number, v->title));
		TRY(store_submission_wait_no_more(ctx->db, s->id));
		return search_index(ctx->db, SEARCH_SUBMISSION, s->id);
	}
	return fail(E_NOT_FOUND, "submission");
}

struct error late_changed(
	struct context *ctx, const struct submission *before, bool late, const char *reason)
{
	if (late == before->late)
		return ok();
	if (reason == NULL || *reason == '\0')
		return fail(E_REASON,
			before->late ?
				N_("By this time of arrival it came in time and is reviewed: that needs a "
				   "reason.") :
				N_("By this time of arrival it came late and is not reviewed: that needs "
				   "a reason."));
	return store_submission_act_add(ctx->db, before->id,
		&(struct submission_act){
			"arrival", context_now(ctx), before->state, reason, NULL, "" },
		ctx->account.id);
}

struct error late_undecided(
	struct context *ctx, const char *kind, int64_t challenge_id, struct id_list *ids)
{
	return store_submission_undecided_ids(ctx->db, kind, challenge_id, ids);
}

struct error late_left_out(
	struct context *ctx, const char *kind, int64_t challenge_id, struct id_list *ids)
{
	return store_submission_left_out(ctx->db, kind, challenge_id, ids);
}

static bool late_is_left_out(struct context *ctx, const struct submission *s)
{
	struct id_list ids = { 0 };
	struct error e = store_submission_left_out(ctx->db, s->kind, s->challenge_id, &ids);
	bool found = e.code == E_OK && id_list_find(&ids, s->id) != (size_t)-1;

	id_list_clear(&ids);
	return found;
}

struct error submission_codes(
	struct context *ctx, struct arena *arena, const struct id_list *ids, const char **codes)
{
	struct buffer text = { 0 };
	struct error e = ok();

	buffer_text(&text, "");
	for (size_t i = 0; e.code == E_OK && i < ids->n && i < CODES_SHOWN; i++) {
		struct submission s;

		e = store_submission_get(ctx->db, arena, ids->ids[i], &s);
		if (e.code == E_OK)
			buffer_printf(&text, "%s%s", i > 0 ? ", " : "", s.code);
	}
	if (ids->n > CODES_SHOWN)
		buffer_text(&text, " …");
	*codes = arena_text(arena, text.text);
	buffer_clear(&text);
	return e;
}

const char *late_standing(struct context *ctx, const struct submission *s)
{
	if (s->waiting != 0)
		return N_(
			"It came after the deadline. The version that was in before stays in review "
			"until this one is admitted.");
	if (s->late && submission_state_of(s->state) == SUBMISSION_STATE_RECEIVED)
		return N_(
			"It came after the deadline: it is kept out of review until it is admitted.");
	if (late_is_left_out(ctx, s))
		return N_(
			"The round has been opened already: this one is not in it. Make a round that "
			"takes it, or state why it is not judged.");
	return NULL;
}
