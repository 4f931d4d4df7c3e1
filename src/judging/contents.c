/* SPDX-License-Identifier: MIT */
#include "src/judging/contents.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/ground/competition.h"
#include "src/ground/record.h"
#include "src/judging/draft.h"
#include "src/judging/round.h"

static struct error decisions_own(struct error e)
{
	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "decision") : e;
}

struct error contents_get(
	struct context *ctx, struct arena *arena, int64_t id, struct decision_content *content)
{
	TRY(require(ctx, ACT_READ));
	return decisions_own(store_content_get(ctx->db, arena, id, content));
}

static struct error update(
	struct context *ctx, struct arena *arena, const struct decision *d, const void *arg)
{
	struct decision_content content = *(const struct decision_content *)arg;

	content.decision_id = d->id;
	TRY(record_clean(arena, &record_of_decision_content, &content, IN_EDIT));
	if (content.value < 0)
		return fail(E_INVALID, "value");
	return store_content_update(ctx->db, &content);
}

struct error contents_update(struct context *ctx, const struct decision_content *content)
{
	return change_draft(ctx, content->decision_id, "decision.content", update, content);
}

/* What is written of a part, or nothing. */
static struct decision_text text_of(const struct decision_texts *written, const char *part)
{
	for (size_t i = 0; i < written->n; i++)
		if (strcmp(written->rows[i].part, part) == 0)
			return written->rows[i];
	return (struct decision_text){ part, "", "", "" };
}

static struct error read_texts(
	struct context *ctx, struct arena *arena, int64_t id, struct decision_texts *texts)
{
	struct decision_texts written;
	const char *part;

	TRY(store_decision_texts(ctx->db, arena, id, &written));
	for (texts->n = 0; text_code(WORDS_DECISION_PART, texts->n) != NULL;)
		texts->n++;
	texts->rows = arena_alloc(arena, texts->n * sizeof(*texts->rows));
	for (size_t i = 0; (part = text_code(WORDS_DECISION_PART, i)) != NULL; i++)
		texts->rows[i] = text_of(&written, part);
	return ok();
}

struct error contents_texts(
	struct context *ctx, struct arena *arena, int64_t id, struct decision_texts *texts)
{
	TRY(require(ctx, ACT_READ));
	return read_texts(ctx, arena, id, texts);
}

static struct error set_text(
	struct context *ctx, struct arena *arena, const struct decision *d, const void *arg)
{
	struct decision_text text = *(const struct decision_text *)arg;
	struct decision_content content;

	TRY(decisions_own(store_content_get(ctx->db, arena, d->id, &content)));
	TRY(record_clean(arena, &record_of_decision_text, &text, IN_EDIT | IN_REQUIRED));
	return store_decision_text_put(ctx->db, d->id, &text);
}

struct error contents_set_text(struct context *ctx, int64_t id, const struct decision_text *text)
{
	return change_draft(ctx, id, "decision.text", set_text, text);
}

static const char *in_language(const char *lang, const char *fi, const char *sv, const char *en)
{
	if (strcmp(lang, "sv") == 0)
		return sv;
	return strcmp(lang, "en") == 0 ? en : fi;
}

const char *contents_text_in(const struct decision_text *text, const char *lang)
{
	return in_language(lang, text->text_fi, text->text_sv, text->text_en);
}

const char *contents_reason_in(const struct decision_item *item, const char *lang)
{
	return in_language(lang, item->reason_fi, item->reason_sv, item->reason_en);
}

/* Which part must be written, in the language of the decision. */
static const struct {
	const char *part, *sentence;
} needed[] = {
	{ "authority",
		N_("Write on what ground the decider has the authority: rules of administration or a "
		   "delegation.") },
	{ "procedure", N_("Write the procedure and on what ground it was chosen.") },
	{ "follows",
		N_("Write what follows from the decision: what those selected are invited to, and that "
		   "it is no contract.") },
	{ "provisions", N_("Write which provisions were applied.") },
};

static void lack(struct lacks *lacks, bool is, const char *sentence)
{
	if (is && lacks->n < LEN(lacks->lines))
		lacks->lines[lacks->n++] = sentence;
}

static void find_lacks(const struct decision *d, const struct decision_content *c,
	const struct decision_texts *texts, struct lacks *lacks)
{
	lack(lacks, *d->case_number == '\0', N_("Write the decision's own number."));
	lack(lacks, *d->decider == '\0', N_("Write who decides: the body or the officeholder."));
	lack(lacks, *c->entity == '\0',
		N_("Write the contracting entity: its name, business ID and address."));
	lack(lacks,
		*c->contact_name == '\0' ||
			(*c->contact_phone == '\0' && *c->contact_email == '\0'),
		N_("Write who tells more about the decision: name, and telephone or e-mail."));
	lack(lacks, *c->notices == '\0',
		N_("Write which notices the decision refers to, with their numbers and dates."));
	lack(lacks, c->value == 0, N_("Write the estimated value of the contest."));
	for (size_t i = 0; i < LEN(needed); i++) {
		struct decision_text text = text_of(texts, needed[i].part);

		lack(lacks, *contents_text_in(&text, d->lang) == '\0', needed[i].sentence);
	}
}

struct error contents_lacks(
	struct context *ctx, struct arena *arena, const struct decision *d, struct lacks *lacks)
{
	struct competition competition;
	struct decision_content content;
	struct decision_texts texts;
	struct round round;

	*lacks = (struct lacks){ .n = 0 };
	TRY(round_get(ctx, arena, d->round_id, &round));
	if (submission_kind_of(round.kind) == SUBMISSION_KIND_PROBLEM)
		return ok();
	TRY(competition_get(ctx, arena, &competition));
	lacks->binding = legal_profile_of(competition.legal_profile) == LEGAL_PROFILE_AUTHORITY;
	TRY(decisions_own(store_content_get(ctx->db, arena, d->id, &content)));
	TRY(read_texts(ctx, arena, d->id, &texts));
	find_lacks(d, &content, &texts, lacks);
	return ok();
}

struct error contents_begin(struct context *ctx, int64_t id, const struct decision *d)
{
	int64_t from = d->corrects;

	if (decision_kind_of(d->kind) != DECISION_KIND_DECISION)
		return ok();
	struct error e = from != 0 ? ok() : store_content_before(ctx->db, id, &from);
	TRY(e.code == E_NOT_FOUND ? ok() : e);
	TRY(store_content_begin(ctx->db, id, from));
	return store_reasons_begin(ctx->db, id, d->corrects);
}
