/* SPDX-License-Identifier: MIT */
#include "src/judging/blind.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "db/store/blind.h"
#include "src/base/i18n.h"
#include "src/base/documents.h"
#include "src/base/input.h"
#include "src/judging/change.h"
#include "src/judging/custody.h"
#include "src/judging/pack.h"
#include "src/ground/sides.h"
#include "src/judging/traces.h"
#include "src/phases/attachment.h"
#include "src/phases/submission.h"

bool blind_hides(struct context *ctx, int64_t round_id)
{
	return sides_sealed(ctx, round_id);
}

/* The custodian's work, in a transaction. */
static struct error change_blind(
	struct context *ctx, int64_t round_id, const char *verb, round_change change, void *arg)
{
	TRY(custody_require(ctx, round_id));
	return change_round_as(ctx, ACT_READ, round_id, verb, change, arg);
}

/* Until the release; and again for what was admitted between it and the opening. */
static struct error refuse_released(struct context *ctx, const struct round *round)
{
	int64_t missing;
	bool released;

	if (!round->blind)
		return rule(N_("The round is not blind: there is nothing to mask or open."));
	TRY(blind_happened(ctx, round->id, "release", &released));
	TRY(store_blind_missing(ctx->db, round->id, &missing));
	if (round_state_of(round->state) == ROUND_STATE_PLANNED && (!released || missing > 0))
		return ok();
	return rule(N_("The texts have been released to the jury and no longer change."));
}

/* Until the release an item's code is the submission's own, so that the custodian knows what is
 * what. */
static struct error add_copy(struct context *ctx, struct arena *arena, const struct round *round,
	int64_t submission_id, int64_t position)
{
	struct submission s;
	int64_t id;

	TRY(store_submission_get(ctx->db, arena, submission_id, &s));
	struct item item = { .round_id = round->id,
		.submission_id = s.id,
		.code = s.code,
		.position = position,
		.applicant_fi = "",
		.applicant_sv = "",
		.title = s.title,
		.body = s.body,
		.lang = s.lang };
	return store_item_add(ctx->db, &item, &id);
}

/* Leaves of `list` what `ids` does not have. */
static void drop_known(struct id_list *list, int64_t id)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->n; i++)
		if (list->ids[i] != id)
			list->ids[kept++] = list->ids[i];
	list->n = kept;
}

static struct error drop_gone(struct context *ctx, int64_t round_id)
{
	struct id_list gone = { 0 };
	struct error e = store_blind_gone(ctx->db, round_id, &gone);

	for (size_t i = 0; e.code == E_OK && i < gone.n; i++)
		e = store_item_delete(ctx->db, gone.ids[i]);
	id_list_clear(&gone);
	return e;
}

static struct error prepare_items(
	struct context *ctx, struct arena *arena, const struct round *round, struct id_list *fresh)
{
	struct id_list items = { 0 };
	struct error e = store_item_ids(ctx->db, round->id, &items);
	int64_t position = (int64_t)items.n;

	for (size_t i = 0; e.code == E_OK && i < items.n; i++) {
		struct item item;

		e = store_item_get(ctx->db, arena, items.ids[i], &item);
		if (e.code == E_OK)
			drop_known(fresh, item.submission_id);
	}
	for (size_t i = 0; e.code == E_OK && i < fresh->n; i++)
		e = add_copy(ctx, arena, round, fresh->ids[i], ++position);
	id_list_clear(&items);
	return e;
}

static struct error prepare(
	struct context *ctx, struct arena *arena, const struct round *round, void *arg)
{
	struct id_list ids = { 0 };

	(void)arg;
	TRY(refuse_released(ctx, round));
	TRY(drop_gone(ctx, round->id));
	struct error e = store_round_candidates(ctx->db, round->kind, round->challenge_id, &ids);
	if (e.code == E_OK)
		e = prepare_items(ctx, arena, round, &ids);
	id_list_clear(&ids);
	return e;
}

struct error blind_prepare(struct context *ctx, int64_t round_id)
{
	return change_blind(ctx, round_id, "blind.prepare", prepare, NULL);
}

static bool is_released(const struct item *item)
{
	return strncmp(item->code, "K-", 2) == 0;
}

struct masking {
	int64_t item_id;
	const char *title, *body;
};

static struct error mask(
	struct context *ctx, struct arena *arena, const struct round *round, void *arg)
{
	const struct masking *masking = arg;
	const char *title, *body;

	struct item item;

	TRY(store_item_get(ctx->db, arena, masking->item_id, &item));
	/* What came in after the release is masked like the others were. */
	if (!round->blind || round_state_of(round->state) != ROUND_STATE_PLANNED)
		TRY(refuse_released(ctx, round));
	if (is_released(&item))
		return rule(N_("The texts have been released to the jury and no longer change."));
	TRY(input_line(arena, "title", masking->title, TITLE_MAX, true, &title));
	TRY(input_lines(arena, "description", masking->body, BODY_MAX, false, &body));
	return store_item_update(ctx->db, masking->item_id, title, body);
}

struct error blind_mask(struct context *ctx, int64_t item_id, const char *title, const char *body)
{
	struct masking masking = { item_id, title, body };
	struct arena arena = { 0 };
	struct item item;

	if (!may(ctx->role, ACT_READ))
		return require(ctx, ACT_BLIND);
	struct error e = store_item_get(ctx->db, &arena, item_id, &item);
	if (e.code == E_OK)
		e = change_blind(ctx, item.round_id, "blind.mask", mask, &masking);
	else if (e.code == E_NOT_FOUND)
		TRY(custody_require(ctx, 0));
	arena_clear(&arena);
	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "submission") : e;
}

/* What the file says: plain text as it stands, documents as their programs would show and describe
 * them. NULL: it cannot be searched. */
static struct error words_of_file(struct context *ctx, struct arena *arena,
	const struct attachment *a, const char **words, bool *unseen)
{
	struct blob content = { 0 };
	struct buffer said = { 0 };

	*words = NULL;
	*unseen = false;
	TRY(store_attachment_content(ctx->db, arena, a->id, &content));
	if (attachment_is_text(a->media)) {
		*words = content.bytes;
		return ok();
	}
	struct error e = documents_say(a->media, content.bytes, content.n, &said, unseen);
	if (e.code == E_OK)
		*words = arena_text(arena, said.text == NULL ? "" : said.text);
	buffer_clear(&said);
	return e.code == E_NOT_FOUND ? ok() : e;
}

/* The name it came with, and what it says. */
static struct error check_files(struct context *ctx, struct arena *arena, const struct item *item,
	const struct names *names, struct findings *findings)
{
	struct attachments list;

	TRY(store_attachments(ctx->db, arena, "submission", item->submission_id, &list));
	for (size_t i = 0; i < list.n; i++) {
		const struct attachment *a = &list.rows[i];
		const char *words;
		bool unseen;

		if (a->removed != 0)
			continue;
		TRY(words_of_file(ctx, arena, a, &words, &unseen));
		traces_find_file(arena, item, a->name, words, names, findings);
		if (unseen)
			traces_add_unseen(arena, item, a->name, findings);
	}
	return ok();
}

const char *finding_words(struct arena *arena, const struct finding *f)
{
	return arena_printf(arena, "%s (%s)", f->text, text_word(WORDS_FINDING, f->kind));
}

struct error blind_check(struct context *ctx, struct arena *arena, int64_t round_id,
	int64_t item_id, struct findings *findings)
{
	struct id_list items = { 0 };

	TRY(custody_require(ctx, round_id));
	*findings = (struct findings){ 0 };
	struct error e = store_item_ids(ctx->db, round_id, &items);
	for (size_t i = 0; e.code == E_OK && i < items.n; i++) {
		struct item item;
		struct names names;

		if (item_id != 0 && items.ids[i] != item_id)
			continue;
		e = store_item_get(ctx->db, arena, items.ids[i], &item);
		if (e.code == E_OK)
			e = store_blind_names(ctx->db, arena, item.submission_id, &names);
		if (e.code == E_OK)
			traces_find(arena, &item, &names, findings);
		if (e.code == E_OK)
			e = check_files(ctx, arena, &item, &names, findings);
	}
	id_list_clear(&items);
	for (size_t i = 0; i < findings->n; i++)
		findings->open += findings->rows[i].in_name ? 0 : 1;
	return e;
}

/* Letters and digits that are not taken for one another when read aloud or on paper. */
static void make_code(char code[8])
{
	static const char letters[] = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

	memcpy(code, "K-", 2);
	for (int i = 2; i < 5; i++)
		code[i] = letters[randombytes_uniform(sizeof(letters) - 1)];
	code[5] = '\0';
}

struct error blind_give_code(
	struct context *ctx, struct arena *arena, int64_t item_id, int64_t position)
{
	struct item item;
	char code[8];
	struct error e = store_item_get(ctx->db, arena, item_id, &item);

	if (e.code != E_OK || is_released(&item))
		return e;
	/* Another item may have it already. */
	for (int tries = 0; tries < 50; tries++) {
		make_code(code);
		e = store_item_release(ctx->db, item_id, code, position, context_now(ctx));
		if (e.code != E_EXISTS)
			break;
	}
	return e.code == E_OK ? pack_name_files(ctx, arena, item_id, item.submission_id, code) : e;
}

static void shuffle(struct id_list *ids)
{
	for (size_t i = ids->n; i > 1; i--) {
		size_t k = randombytes_uniform((uint32_t)i);
		int64_t id = ids->ids[i - 1];

		ids->ids[i - 1] = ids->ids[k];
		ids->ids[k] = id;
	}
}

static struct error give_codes(struct context *ctx, struct arena *arena, int64_t round_id)
{
	struct id_list items = { 0 };
	struct error e = store_item_ids(ctx->db, round_id, &items);

	if (e.code == E_OK && items.n == 0)
		e = rule(N_("There is nothing to release: prepare the texts first."));
	shuffle(&items);
	for (size_t i = 0; e.code == E_OK && i < items.n; i++)
		e = blind_give_code(ctx, arena, items.ids[i], (int64_t)i + 1);
	id_list_clear(&items);
	return e;
}

/* There must be something that has no code yet. */
static struct error refuse_second_release(
	struct context *ctx, struct arena *arena, const struct round *round)
{
	struct id_list items = { 0 };
	bool fresh = false;

	if (!round->blind || round_state_of(round->state) != ROUND_STATE_PLANNED)
		return refuse_released(ctx, round);
	struct error e = store_item_ids(ctx->db, round->id, &items);
	for (size_t i = 0; e.code == E_OK && i < items.n; i++) {
		struct item item;

		e = store_item_get(ctx->db, arena, items.ids[i], &item);
		fresh = fresh || (e.code == E_OK && !is_released(&item));
	}
	bool none = items.n == 0;
	id_list_clear(&items);
	if (e.code != E_OK || fresh || none)
		return e;
	return rule(N_("The texts have been released to the jury and no longer change."));
}

static struct error release(
	struct context *ctx, struct arena *arena, const struct round *round, void *arg)
{
	struct findings findings;
	const char *reason;
	int64_t missing;

	TRY(input_lines(arena, "reason", *(const char *const *)arg, REASON_MAX, false, &reason));
	TRY(store_blind_missing(ctx->db, round->id, &missing));
	if (missing > 0)
		return rule(
			N_("A submission that takes part is not among the texts yet: prepare them "
			   "again."));
	TRY(refuse_second_release(ctx, arena, round));
	TRY(blind_check(ctx, arena, round->id, 0, &findings));
	if (findings.open > 0 && *reason == '\0')
		return fail(
			E_REASON, N_("The texts still have words that may give a team away: mask "
				     "them, or write why they may stay."));
	TRY(give_codes(ctx, arena, round->id));
	TRY(custody_begin(ctx, round->id));
	return store_blind_act_add(
		ctx->db, round->id, "release", context_now(ctx), ctx->account.id, reason);
}

struct error blind_release(struct context *ctx, int64_t round_id, const char *reason)
{
	TRY(custody_require(ctx, round_id));
	TRY(require_self(ctx, ACT_READ));
	return change_blind(ctx, round_id, "blind.release", release, &reason);
}

struct error blind_ready(struct context *ctx, const struct round *round)
{
	bool released;
	int64_t missing;

	TRY(blind_happened(ctx, round->id, "release", &released));
	if (!released)
		return rule(N_("The custodian has not released the texts: a blind round opens with "
			       "masked texts and codes."));
	TRY(store_blind_missing(ctx->db, round->id, &missing));
	if (missing > 0)
		return rule(N_(
			"A submission was admitted after the release: mask and release it too."));
	return drop_gone(ctx, round->id);
}
