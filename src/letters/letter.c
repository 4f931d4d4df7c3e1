/* SPDX-License-Identifier: MIT */
#include "src/letters/letter.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/documents/block.h"
#include "src/ground/competition.h"
#include "src/ground/record.h"
#include "src/judging/blind.h"
#include "src/letters/kind.h"
#include "src/letters/name.h"
#include "src/base/notation.h"
#include "src/documents/notation_blocks.h"
#include "src/phases/submission.h"

struct error letter_get(struct context *ctx, struct arena *arena, int64_t id, struct letter *letter)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_letter_get(ctx->db, arena, id, letter);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "letter") : e;
}

struct error letter_find(struct context *ctx, const char *code, int64_t *id)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_letter_find(ctx->db, code, id);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "letter") : e;
}

struct error letter_ids(
	struct context *ctx, const struct letter_filter *filter, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_letter_ids(ctx->db, filter, ids);
}

struct error letter_counts(struct context *ctx, struct letter_counts *counts)
{
	TRY(require(ctx, ACT_READ));
	return store_letter_counts(ctx->db, counts);
}

/* --- Its texts */

const char *letter_subject(const struct letter *l, const char *lang)
{
	return strcmp(lang, "fi") == 0 ? l->subject_fi :
	       strcmp(lang, "sv") == 0 ? l->subject_sv :
					 l->subject_en;
}

const char *letter_body(const struct letter *l, const char *lang)
{
	return strcmp(lang, "fi") == 0 ? l->body_fi :
	       strcmp(lang, "sv") == 0 ? l->body_sv :
					 l->body_en;
}

size_t letter_languages(const struct letter *l, const char *langs[2])
{
	langs[0] = l->leading;
	langs[1] = strcmp(l->leading, "fi") == 0 ? "sv" : "fi";
	return strcmp(l->language, "fi,sv") == 0 ? 2 : 1;
}

bool letter_is_in(const struct letter *l, const char *lang)
{
	const char *langs[2];
	size_t n = letter_languages(l, langs);

	return strcmp(langs[0], lang) == 0 || (n > 1 && strcmp(langs[1], lang) == 0);
}

const char *letter_subjects(struct arena *arena, const struct letter *l)
{
	const char *langs[2];

	return letter_languages(l, langs) == 1 ?
		       letter_subject(l, langs[0]) :
		       arena_printf(arena, "%s / %s", letter_subject(l, langs[0]),
			       letter_subject(l, langs[1]));
}

struct error letter_documents(
	struct context *ctx, struct arena *arena, const struct letter *l, struct documents *out)
{
	const char *langs[2], *before = i18n_lang();
	size_t n = letter_languages(l, langs);
	struct competition competition;

	TRY(require(ctx, ACT_READ));
	TRY(competition_get(ctx, arena, &competition));
	*out = (struct documents){ .about = l->code };
	for (size_t i = 0; i < n; i++) {
		i18n_use(langs[i]);
		struct document *page =
			document_new(out, arena, langs[i], letter_subject(l, langs[i]));
		page->head = document_words(page, competition_name(&competition));
		if (ctx->demo)
			page->notice = document_words(page,
				_("DEMO: an invented competition. This letter is to nobody."));
		notation_blocks(page, letter_body(l, langs[i]));
	}
	i18n_use(before);
	return ok();
}

/* --- Corrected by hand */

static struct error has_gone(const struct letter *l)
{
	enum letter_state state = letter_state_of(l->state);

	return state == LETTER_STATE_MADE || state == LETTER_STATE_CLEARED ?
		       ok() :
		       rule(N_("What has been written or sent is not changed any more. Make a new "
			       "letter."));
}

/* One that failed or came back is corrected: its address was wrong. */
struct error letter_may_change(const struct letter *l)
{
	return letter_state_of(l->state) == LETTER_STATE_FAILED ? ok() : has_gone(l);
}

static bool knows_nothing(void *arg, const char *name)
{
	(void)arg, (void)name;
	return false;
}

/* Nothing is left to be filled in: a letter says what it says. */
static struct error check_text(
	struct arena *arena, const struct letter *l, const char *lang, const char **field)
{
	const char *subject = letter_subject(l, lang), *body = letter_body(l, lang);
	const char *left = notation_unknown(arena, subject, knows_nothing, NULL);

	if (*subject == '\0')
		return fail(E_REQUIRED, "subject");
	if (*body == '\0')
		return fail(E_REQUIRED, "text");
	if (left == NULL)
		left = notation_unknown(arena, body, knows_nothing, NULL);
	if (left == NULL)
		return ok();
	if (field != NULL)
		*field = left;
	return rule(
		N_("A field is left in the text. Write what it should say; a backslash before { "
		   "keeps it as it is."));
}

/* Between the release and the opening of the names of the round that judges what it is about. */
static struct error check_names(
	struct context *ctx, struct arena *arena, const struct letter *l, const char **field)
{
	struct submission s;
	struct letter_names names;
	const char *langs[2];

	if (l->submission_id == 0)
		return ok();
	TRY(store_submission_get(ctx->db, arena, l->submission_id, &s));
	if (submission_kind_of(s.kind) != SUBMISSION_KIND_SOLUTION || *l->decision != '\0')
		return ok();
	TRY(letter_names_read(ctx, arena, &names));
	for (size_t n = letter_languages(l, langs), i = 0; i < n; i++) {
		const char *name = letter_names_find(&names, l, langs[i]);

		if (name == NULL)
			continue;
		if (field != NULL)
			*field = name;
		return rule(
			N_("A letter to who takes part in a blind round names nobody of the jury "
			   "or of a team."));
	}
	return ok();
}

struct error letter_edit(
	struct context *ctx, struct arena *arena, const struct letter *in, const char **field)
{
	struct letter l = *in;
	const char *langs[2];

	TRY(require(ctx, ACT_LETTER));
	TRY(letter_may_change(&l));
	TRY(record_clean(arena, &record_of_letter, &l, IN_EDIT));
	if (letter_channel_of(l.channel) == LETTER_CHANNEL_EMAIL)
		TRY(input_email(arena, "address", l.to_address, &l.to_address));
	for (size_t n = letter_languages(&l, langs), i = 0; i < n; i++)
		TRY(check_text(arena, &l, langs[i], field));
	TRY(check_names(ctx, arena, &l, field));
	l.edited = true;
	TRY(context_begin(ctx));
	return context_end(ctx, store_letter_rewrite(ctx->db, &l), "letter.edit", l.code);
}

/* --- Given up */

static struct error removal_blocked(struct context *ctx, struct arena *arena, const struct act *act,
	int64_t id, const char **why)
{
	struct letter l;

	(void)act;
	TRY(letter_get(ctx, arena, id, &l));
	if (has_gone(&l).code != E_OK)
		*why = has_gone(&l).field;
	return ok();
}

static struct error remove_letter(
	struct context *ctx, const struct act *act, int64_t id, const struct answers *answers)
{
	struct arena arena = { 0 };
	struct letter l = { .code = "" };

	(void)answers;
	TRY(require(ctx, act->action));
	TRY(context_begin(ctx));
	struct error e = letter_get(ctx, &arena, id, &l);
	if (e.code == E_OK)
		e = has_gone(&l);
	if (e.code == E_OK)
		e = store_letter_detach(ctx->db, id);
	if (e.code == E_OK)
		e = store_letter_remove(ctx->db, id, l.v);
	e = context_end(ctx, e, act->log, l.code);
	arena_clear(&arena);
	return e;
}

const struct act letter_removal = { .verb = "remove",
	.log = "letter.remove",
	.told = N_("%s gave a letter up: %s."),
	.action = ACT_LETTER,
	.help = N_("Gives a letter up that has not gone out. It can be made again."),
	.title = NC_("title", "Give the letter up"),
	.question = N_("Give the letter up? It can be made again."),
	.many = N_("Give %lu letters up?"),
	.button = NC_("button", "Give up"),
	.done = N_("Given up."),
	.blocked = removal_blocked,
	.run = remove_letter };
