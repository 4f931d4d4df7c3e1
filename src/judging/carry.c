/* SPDX-License-Identifier: MIT
 * What happens to a submission after its round was released reaches the jury's side by its
 * custodian's hand only. */
#include <string.h>

#include "db/store/attachment.h"
#include "db/store/blind.h"
#include "db/store/decision.h"
#include "db/store/review.h"
#include "db/store/submission.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/judging/blind.h"
#include "src/judging/change.h"
#include "src/judging/custody.h"
#include "src/judging/pack.h"

struct error blind_to_carry(
	struct context *ctx, struct arena *arena, int64_t round_id, struct carries *carries)
{
	*carries = (struct carries){ 0 };
	if (!custody_holds(ctx, round_id))
		return ok();
	return store_to_carry(ctx->db, arena, round_id, carries);
}

struct carrying {
	const char *code, *title, *body, *reason;
};

static bool is(const struct carry *c, const char *what)
{
	return strcmp(c->what, what) == 0;
}

static struct error find(struct context *ctx, struct arena *arena, int64_t round_id,
	const char *code, struct carry *found)
{
	struct carries all;

	TRY(store_to_carry(ctx->db, arena, round_id, &all));
	for (size_t i = 0; i < all.n; i++)
		if (strcmp(all.rows[i].code, code) == 0 ||
			strcmp(all.rows[i].item_code, code) == 0) {
			*found = all.rows[i];
			return ok();
		}
	return rule(N_("Nothing of that code waits to be carried over."));
}

static struct error refuse_stated(struct context *ctx, const struct round *round)
{
	int64_t n;

	TRY(store_decision_count_signed_of(ctx->db, round->id, &n));
	return n == 0 ? ok() :
			rule(N_("The text of the jury's statement is final: the names are opened "
				"once it is signed."));
}

/* Those that are there now, those that came since the last. */
static struct error carry_files(struct context *ctx, struct arena *arena, const struct item *item)
{
	TRY(store_given_files_clear(ctx->db, item->id));
	return pack_name_files(ctx, arena, item->id, item->submission_id, item->code);
}

static struct error carry_item(struct context *ctx, struct arena *arena, const struct round *round,
	const struct carry *c, const struct carrying *in)
{
	struct submission s;
	struct item item;
	bool left = is(c, "left"), fresh = in->body != NULL && !left;
	const char *title, *body;

	TRY(store_item_get(ctx->db, arena, c->item_id, &item));
	TRY(store_submission_get(ctx->db, arena, c->submission_id, &s));
	if (fresh && round_state_of(round->state) == ROUND_STATE_CLOSED)
		return rule(
			N_("The round is closed: its reviews are of the text that the jury has. "
			   "Put the new one aside."));
	TRY(input_line(arena, "title", fresh && in->title != NULL ? in->title : item.title,
		TITLE_MAX, true, &title));
	TRY(input_lines(
		arena, "description", fresh ? in->body : item.body, BODY_MAX, false, &body));
	TRY(store_item_carry(ctx->db, item.id, left ? "out" : "in", title, body,
		fresh ? s.lang : item.lang, context_now(ctx)));
	return left ? ok() : carry_files(ctx, arena, &item);
}

static struct error assign_all(struct context *ctx, struct arena *arena, const struct round *round,
	int64_t item_id, int64_t position)
{
	struct members members;
	struct id_list ids = { 0 };
	struct error e = store_members(ctx->db, arena, round->id, &members);

	if (e.code == E_OK)
		reviewing_members(&members, &ids);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = store_assignment_add(ctx->db, item_id, ids.ids[i], position);
	id_list_clear(&ids);
	return e;
}

/* Admitted after the release: one more for the jury, the last in order. */
static struct error carry_new(struct context *ctx, struct arena *arena, const struct round *round,
	const struct carry *c, const struct carrying *in)
{
	struct id_list items = { 0 };
	struct submission s;
	int64_t id;

	if (round_state_of(round->state) == ROUND_STATE_CLOSED)
		return rule(N_("The round is closed: it takes in nothing more."));
	if (in->title == NULL || in->body == NULL)
		return rule(N_("It is new to the jury: give the masked title and text."));
	TRY(store_submission_get(ctx->db, arena, c->submission_id, &s));
	TRY(store_item_ids(ctx->db, round->id, &items));
	int64_t position = (int64_t)items.n + 1;
	id_list_clear(&items);
	struct item item = { .round_id = round->id,
		.submission_id = s.id,
		.code = s.code,
		.position = position,
		.applicant_fi = "",
		.applicant_sv = "",
		.lang = s.lang };
	TRY(input_line(arena, "title", in->title, TITLE_MAX, true, &item.title));
	TRY(input_lines(arena, "description", in->body, BODY_MAX, true, &item.body));
	TRY(store_item_add(ctx->db, &item, &id));
	TRY(blind_give_code(ctx, arena, id, position));
	return round_state_of(round->state) == ROUND_STATE_OPEN ?
		       assign_all(ctx, arena, round, id, position) :
		       ok();
}

static struct error carry(
	struct context *ctx, struct arena *arena, const struct round *round, void *arg)
{
	struct carrying in = *(const struct carrying *)arg;
	struct carry c;

	TRY(custody_require(ctx, round->id));
	TRY(input_lines(arena, "reason", in.reason, REASON_MAX, true, &in.reason));
	TRY(refuse_stated(ctx, round));
	TRY(find(ctx, arena, round->id, in.code, &c));
	TRY(is(&c, "admitted") ? carry_new(ctx, arena, round, &c, &in) :
				 carry_item(ctx, arena, round, &c, &in));
	return store_blind_act_add(
		ctx->db, round->id, "carry", context_now(ctx), ctx->account.id, in.reason);
}

struct error blind_carry(struct context *ctx, int64_t round_id, const char *code, const char *title,
	const char *body, const char *reason)
{
	struct carrying in = { code, title, body, reason };

	TRY(custody_require(ctx, round_id));
	TRY(require_self(ctx, ACT_READ));
	return change_round_as(ctx, ACT_READ, round_id, "blind.carry", carry, &in);
}
