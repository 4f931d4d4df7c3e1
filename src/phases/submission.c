/* SPDX-License-Identifier: MIT */
#include "src/phases/submission.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/search.h"
#include "db/store/code.h"
#include "src/base/i18n.h"
#include "src/ground/record.h"
#include "src/ground/sides.h"
#include "src/phases/application.h"
#include "src/phases/late.h"

static const struct {
	const char *kind;
	char letter;
	const char *add, *edit, *replace;
} kinds[] = {
	{ "problem", 'P', "problem.add", "problem.edit", "problem.replace" },
	{ "application", 'A', "application.add", "application.edit", "application.replace" },
	{ "solution", 'S', "solution.add", "solution.edit", "solution.replace" },
};

static size_t kind_index(const char *kind)
{
	size_t i = 0;

	while (i < LEN(kinds) - 1 && strcmp(kinds[i].kind, kind) != 0)
		i++;
	return i;
}

struct error submission_clean(struct context *ctx, struct arena *arena, struct submission *s)
{
	if (s->lang == NULL || *s->lang == '\0')
		s->lang = "fi";
	if (s->channel == NULL || *s->channel == '\0')
		s->channel = "other";
	if (s->received == 0)
		s->received = context_now(ctx);
	TRY(record_clean(arena, &record_of_submission, s, IN_ADD | IN_IMPORT));
	if (submission_kind_of(s->kind) == SUBMISSION_KIND_PROBLEM && s->municipality_id == 0 &&
		s->organization_id == 0)
		return fail(E_REQUIRED, "municipality");
	if (submission_kind_of(s->kind) != SUBMISSION_KIND_PROBLEM && s->team_id == 0)
		return fail(E_REQUIRED, "team");
	s->fingerprint = submission_fingerprint(arena, s);
	return ok();
}

static void hash_text(crypto_hash_sha256_state *state, const char *text)
{
	/* The NUL goes in too: it separates the fields. */
	crypto_hash_sha256_update(state, (const unsigned char *)text, strlen(text) + 1);
}

const char *submission_fingerprint(struct arena *arena, const struct submission *s)
{
	crypto_hash_sha256_state state;
	unsigned char digest[crypto_hash_sha256_BYTES];
	char applicant[64];
	char *hex = arena_alloc(arena, sizeof(digest) * 2 + 1);

	snprintf(applicant, sizeof(applicant), "%lld/%lld/%lld", (long long)s->municipality_id,
		(long long)s->organization_id, (long long)s->team_id);
	crypto_hash_sha256_init(&state);
	hash_text(&state, applicant);
	hash_text(&state, s->title);
	hash_text(&state, s->body);
	hash_text(&state, s->contact_name);
	hash_text(&state, s->contact_email);
	crypto_hash_sha256_final(&state, digest);
	return sodium_bin2hex(hex, sizeof(digest) * 2 + 1, digest, sizeof(digest));
}

static struct error mark_late(struct context *ctx, struct submission *s)
{
	int64_t deadline;

	TRY(deadline_of_kind(ctx, s->kind, &deadline));
	s->late = deadline != 0 && s->received > deadline;
	return ok();
}

static struct error refuse_twin(struct context *ctx, const struct submission *s)
{
	int64_t twin;
	struct error e = store_submission_by_fingerprint(ctx->db, s->kind, s->fingerprint, &twin);

	if (e.code == E_NOT_FOUND || (e.code == E_OK && twin == s->id))
		return ok();
	TRY(e);
	/* Whose text it is would be told by the refusal. */
	if (sides_sealed_by(ctx, &(struct submission){ .id = twin, .kind = s->kind }) != 0)
		return ok();
	return rule(N_("Exactly the same has already been recorded."));
}

struct error submission_insert(struct context *ctx, struct submission *s,
	const struct applicant *coapplicants, size_t n, int64_t *id)
{
	char code[16];

	TRY(store_code_next(ctx->db, s->kind, &s->number));
	snprintf(code, sizeof(code), "%c-%03d", kinds[kind_index(s->kind)].letter, (int)s->number);
	s->code = code;
	s->state = "received";
	struct error e = store_submission_add(ctx->db, s, id);
	s->code = NULL;
	TRY(e);
	if (n > 0)
		TRY(store_co_applicants_set(ctx->db, *id, coapplicants, n));
	return search_index(ctx->db, SEARCH_SUBMISSION, *id);
}

/* An applicant named twice, or the lead among the others, is a slip worth telling. */
static struct error check_coapplicants(const struct submission_input *input)
{
	for (size_t i = 0; i < input->n; i++) {
		const struct applicant *a = &input->coapplicants[i];

		if (a->municipality_id == input->submission.municipality_id &&
			a->organization_id == input->submission.organization_id)
			return rule(N_("The lead applicant cannot be a co-applicant as well."));
		for (size_t k = 0; k < i; k++)
			if (input->coapplicants[k].municipality_id == a->municipality_id &&
				input->coapplicants[k].organization_id == a->organization_id)
				return fail(E_EXISTS, "coapplicants");
	}
	return ok();
}

static struct error code_of(struct context *ctx, int64_t id, char code[16])
{
	struct arena arena = { 0 };
	struct submission s;
	struct error e = store_submission_get(ctx->db, &arena, id, &s);

	if (e.code == E_OK)
		snprintf(code, 16, "%s", s.code);
	arena_clear(&arena);
	return e;
}

struct error submission_enter(
	struct context *ctx, const struct submission_input *cleaned, char code[16], int64_t *id)
{
	struct arena arena = { 0 };
	struct submission s = cleaned->submission;
	struct error e = refuse_twin(ctx, &s);

	if (e.code == E_OK && s.team_id != 0)
		e = application_fit(ctx, &arena, &s);
	if (e.code == E_OK)
		e = mark_late(ctx, &s);
	if (e.code == E_OK)
		e = submission_insert(ctx, &s, cleaned->coapplicants, cleaned->n, id);
	if (e.code == E_OK)
		e = code_of(ctx, *id, code);
	arena_clear(&arena);
	return e;
}

struct error submission_add(struct context *ctx, const struct submission_input *input, int64_t *id)
{
	struct arena arena = { 0 };
	struct submission s = input->submission;
	char code[16] = "";

	TRY(require(ctx, ACT_SUBMISSION));
	s.id = 0;
	struct error e = submission_clean(ctx, &arena, &s);
	if (e.code == E_OK)
		e = check_coapplicants(input);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		struct submission_input cleaned = { s, input->coapplicants, input->n };

		e = submission_enter(ctx, &cleaned, code, id);
		e = context_end(ctx, e, kinds[kind_index(s.kind)].add, code);
	}
	arena_clear(&arena);
	return e;
}

static struct error correct(
	struct context *ctx, struct submission *s, const struct submission_input *input)
{
	struct arena arena = { 0 };
	struct submission before;
	struct error e = submission_get(ctx, &arena, s->id, &before);

	if (e.code == E_OK && before.v != s->v)
		e = fail(E_STALE, NULL);
	if (e.code == E_OK)
		e = refuse_twin(ctx, s);
	if (e.code == E_OK) {
		s->version = before.version;
		s->batch_id = before.batch_id;
		/* A person's admission of a late one outlives corrections of the record. */
		s->late = before.late;
		if (s->received != before.received)
			e = mark_late(ctx, s);
	}
	if (e.code == E_OK)
		e = late_changed(ctx, &before, s->late, input->reason);
	if (e.code == E_OK)
		e = store_submission_update(ctx->db, s);
	if (e.code == E_OK)
		e = store_co_applicants_set(ctx->db, s->id, input->coapplicants, input->n);
	if (e.code == E_OK)
		e = search_index(ctx->db, SEARCH_SUBMISSION, s->id);
	arena_clear(&arena);
	return e;
}

struct error submission_update(struct context *ctx, const struct submission_input *input)
{
	struct arena arena = { 0 };
	struct submission s = input->submission;

	TRY(require(ctx, ACT_SUBMISSION));
	struct error e = sides_keep_hidden(ctx, &arena, &s, false);
	if (e.code == E_OK)
		e = submission_clean(ctx, &arena, &s);
	if (e.code == E_OK)
		e = check_coapplicants(input);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK)
		e = context_end(ctx, correct(ctx, &s, input), kinds[kind_index(s.kind)].edit,
			input->submission.code);
	arena_clear(&arena);
	return e;
}

/* What is there now is kept; a late version that waited is overtaken. */
static struct error take_version(
	struct context *ctx, const struct submission *before, struct submission *fresh)
{
	TRY(store_submission_keep_version(ctx->db, before->id));
	TRY(store_submission_wait_no_more(ctx->db, before->id));
	TRY(store_submission_next_version(ctx->db, before->id, &fresh->version));
	fresh->id = before->id;
	fresh->v = before->v;
	if (*fresh->case_number == '\0')
		fresh->case_number = before->case_number;
	TRY(store_submission_update(ctx->db, fresh));
	return search_index(ctx->db, SEARCH_SUBMISSION, before->id);
}

static struct error may_be_replaced(const struct submission *before)
{
	enum submission_state state = submission_state_of(before->state);

	if (state == SUBMISSION_STATE_JOINED)
		return rule(N_("It has been joined to another problem: the new version belongs to "
			       "that one."));
	if (state != SUBMISSION_STATE_RECEIVED && state != SUBMISSION_STATE_ADMITTED)
		return rule(N_("It has been decided on, withdrawn or excluded; a new version "
			       "cannot replace it any more."));
	return ok();
}

struct error submission_overwrite(struct context *ctx, int64_t id, struct submission *fresh)
{
	struct arena arena = { 0 };
	struct submission before;
	struct error e = submission_get(ctx, &arena, id, &before);

	if (e.code == E_OK)
		e = may_be_replaced(&before);
	if (e.code == E_OK)
		e = mark_late(ctx, fresh);
	if (e.code == E_OK)
		e = late_must_wait(&before, fresh) ? late_keep(ctx, id, fresh) :
						     take_version(ctx, &before, fresh);
	arena_clear(&arena);
	return e;
}

/* In time, it stands for what arrived then: neither when that was nor whether it was late changes.
 */
static struct error complete(struct context *ctx, const struct submission *before,
	struct submission *fresh, bool in_time)
{
	TRY(may_be_replaced(before));
	TRY(refuse_twin(ctx, fresh));
	fresh->late = in_time ? before->late : true;
	if (!in_time && late_must_wait(before, fresh)) {
		TRY(store_submission_next_version(ctx->db, before->id, &fresh->version));
		return late_keep(ctx, before->id, fresh);
	}
	if (in_time)
		fresh->received = before->received;
	return take_version(ctx, before, fresh);
}

struct error submission_complete(
	struct context *ctx, struct arena *arena, struct submission *fresh, bool in_time)
{
	struct submission before;

	TRY(sides_keep_hidden(ctx, arena, fresh, true));
	TRY(submission_clean(ctx, arena, fresh));
	TRY(submission_get(ctx, arena, fresh->id, &before));
	return complete(ctx, &before, fresh, in_time);
}

struct error submission_replace(struct context *ctx, const struct submission_input *input)
{
	struct arena arena = { 0 };
	struct submission s = input->submission;

	TRY(require(ctx, ACT_SUBMISSION));
	struct error e = sides_keep_hidden(ctx, &arena, &s, true);
	if (e.code == E_OK)
		e = submission_clean(ctx, &arena, &s);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = refuse_twin(ctx, &s);
		if (e.code == E_OK)
			e = submission_overwrite(ctx, s.id, &s);
		e = context_end(ctx, e, kinds[kind_index(s.kind)].replace, input->submission.code);
	}
	arena_clear(&arena);
	return e;
}
