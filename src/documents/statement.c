/* SPDX-License-Identifier: MIT
 * The jury's statement: a draft as it stands now; a final one as it was frozen, with those who have
 * signed it, and the hash that they signed. */
#include "src/documents/statement.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/frozen.h"
#include "src/ground/competition.h"
#include "src/judging/reasons.h"
#include "src/judging/tally.h"

static struct error read_stated(struct stated *s, int64_t id)
{
	struct context *ctx = s->ctx;
	int64_t meeting;

	TRY(decision_get(ctx, s->arena, id, &s->d));
	if (decision_kind_of(s->d.kind) != DECISION_KIND_STATEMENT)
		return fail(E_NOT_FOUND, "statement");
	TRY(round_get(ctx, s->arena, s->d.round_id, &s->round));
	TRY(decision_items(ctx, s->arena, id, &s->items));
	TRY(round_members(ctx, s->arena, s->d.round_id, &s->members));
	TRY(standing_make(ctx, s->arena, s->d.round_id, NULL, &s->standing));
	points_make(s->arena, &s->standing, &s->items, &s->points);
	struct error e = store_meeting_of_decision(ctx->db, id, &meeting);
	if (e.code == E_NOT_FOUND)
		return ok();
	TRY(e);
	return meeting_read(ctx, s->arena, meeting, &s->meeting);
}

/* In the language in use. */
static struct error write_stated(struct stated *s, struct documents *out)
{
	s->page = document_new(out, s->arena, i18n_lang(),
		/* TRANSLATORS: the title of a document; %s is its code. */
		arena_printf(s->arena, C_("document", "Statement of the jury %s"), s->d.code));
	TRY(stated_grounds(s));
	return stated_conclusion(s);
}

/* Nobody is given half of its reasons: its own language, and each that has all of them. */
static struct error write_language(
	struct stated *s, const char *lang, bool own, struct documents *out)
{
	const char *missing;

	TRY(reasons_missing(s->ctx, s->arena, s->d.id, lang, &missing));
	if (!own && *missing != '\0')
		return ok();
	i18n_use(lang);
	return write_stated(s, out);
}

struct error statement_text(struct context *ctx, struct arena *arena, int64_t id, const char **text)
{
	static const char *const languages[] = { "fi", "sv", "en" };
	struct stated s = { .ctx = ctx, .arena = arena };
	struct documents all = { 0 };
	const char *before = i18n_lang();

	struct error e = read_stated(&s, id);
	for (size_t i = 0; e.code == E_OK && i < LEN(languages); i++)
		e = write_language(&s, languages[i], strcmp(languages[i], s.d.lang) == 0, &all);
	i18n_use(before);
	return e.code == E_OK ? frozen_write(arena, &all, text) : e;
}

static const char *day_text(struct arena *arena, int64_t day)
{
	char text[60];

	text_day(day, text, sizeof(text));
	return arena_text(arena, text);
}

/* How a member signed, or why not; NULL: there is room for a hand. */
static const char *signing_words(struct arena *arena, const struct tally_row *row)
{
	const struct jury_signature *s = row->signature;

	if (s == NULL)
		return *row->reason == '\0' ? NULL :
					      /* TRANSLATORS: why a member has not signed. */
					      arena_printf(
						      arena, C_("document", "has not signed: %s"), row->reason);
	switch (signing_way_of(s->how)) {
	case SIGNING_SERVICE:
		return arena_printf(arena, "%s, %s (%s, %s)", day_text(arena, s->day),
			text_word(WORDS_SIGNING, s->how), s->service,
			text_word(WORDS_SIGNING_LEVEL, s->level));
	case SIGNING_PAPER:
		return arena_printf(arena, "%s, %s (%s)", day_text(arena, s->day),
			text_word(WORDS_SIGNING, s->how), s->place);
	case SIGNING_OWN:
	case SIGNING_NONE:
	case SIGNING_UNKNOWN:
		break;
	}
	return arena_printf(
		arena, "%s, %s", day_text(arena, s->day), text_word(WORDS_SIGNING, s->how));
}

/* 12: all who judged or were there, a line each. */
static struct error put_signatures(struct stated *s)
{
	struct tally tally;

	TRY(tally_get(s->ctx, s->arena, s->d.id, &tally));
	struct signature *rows = arena_alloc(s->arena, (tally.n + 1) * sizeof(*rows));
	for (size_t i = 0; i < tally.n; i++)
		rows[i] = (struct signature){ .day = C_("document", "Date"),
			.hand = C_("document", "Signature"),
			.name = tally.rows[i].name,
			.role = tally.rows[i].chair ? C_("document", "chair") : NULL,
			.done = signing_words(s->arena, &tally.rows[i]) };
	document_heading(s->page, C_("document", "Signatures"));
	document_add(s->page,
		&(struct block){ .kind = BLOCK_SIGNATURES, .signatures = rows, .n = tally.n });
	return ok();
}

/* 13: what was signed can be told from anything else. */
static void put_hash(const struct stated *s, const struct frozen_statement *frozen)
{
	s->page->hash = document_words(s->page, frozen->hash);
	s->page->hash_use = document_words(s->page,
		/* TRANSLATORS: %s: a statement's code. */
		arena_printf(s->arena,
			_("The hash is the SHA-256 of the frozen text that the members signed: whoever "
			  "has that text (klash statement frozen %s) computes the same, and any other "
			  "text gives another."),
			s->d.code));
}

static struct error add_frozen(
	struct stated *s, const struct frozen_statement *frozen, struct documents *out)
{
	struct error e = frozen_read(s->arena, frozen->text, i18n_lang(), out, &s->page);

	if (e.code == E_NOT_FOUND)
		return rule(N_("The statement was not frozen in that language: some of its reasons "
			       "were not written in it."));
	TRY(e);
	TRY(put_signatures(s));
	put_hash(s, frozen);
	return ok();
}

static struct error add_draft(struct stated *s, struct documents *out)
{
	const char *missing;

	TRY(reasons_missing(s->ctx, s->arena, s->d.id, i18n_lang(), &missing));
	if (*missing != '\0' && strcmp(i18n_lang(), s->d.lang) != 0)
		return rule(arena_printf(s->arena,
			/* TRANSLATORS: "fi" or "sv", and codes of submissions. */
			_("The statement cannot be printed in this language (%s) before the "
			  "reasons of these are written in it: %s."),
			i18n_lang(), missing));
	return write_stated(s, out);
}

static struct error make_page(struct stated *s, struct documents *out)
{
	struct frozen_statement frozen;
	struct competition c;

	TRY(competition_get(s->ctx, s->arena, &c));
	struct error e = statement_frozen(s->ctx, s->arena, s->d.id, &frozen);
	bool draft = e.code == E_NOT_FOUND;
	TRY(draft ? add_draft(s, out) : e.code == E_OK ? add_frozen(s, &frozen, out) : e);
	s->page->head = document_words(s->page, competition_name(&c));
	s->page->name = document_words(s->page, C_("document", "Statement of the jury"));
	s->page->number = document_words(s->page, s->d.code);
	s->page->day = document_words(s->page, day_text(s->arena, s->d.day));
	if (s->ctx->demo)
		s->page->notice =
			document_words(s->page, _("This is a demo: everything in it is invented."));
	else if (draft)
		s->page->notice = document_words(
			s->page, _("This is a draft: the jury has not signed anything yet."));
	out->about = s->d.code;
	return ok();
}

static struct error make(struct context *ctx, struct arena *arena, const struct document_ask *ask,
	struct documents *out)
{
	struct stated s = { .ctx = ctx, .arena = arena };
	const char *before = i18n_lang();

	TRY(require(ctx, ACT_READ));
	TRY(read_stated(&s, ask->id));
	i18n_use(ask->lang == NULL ? s.d.lang : ask->lang);
	struct error e = make_page(&s, out);
	i18n_use(before);
	return e;
}

static struct error find(struct context *ctx, const char *code, int64_t *id)
{
	struct error e = decision_find(ctx, code, id);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "statement") : e;
}

static struct error is_final(struct context *ctx, int64_t id)
{
	return decision_must_be_signed(
		ctx, id, N_("The statement has not been signed by all it needs."));
}

const struct document_kind statement_kind = {
	.noun = "statement",
	.word = NC_("document", "Statement of the jury"),
	.of = "statement",
	.final = is_final,
	.find = find,
	.make = make,
};
