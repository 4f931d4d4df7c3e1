/* SPDX-License-Identifier: MIT */
#include "src/documents/instruction.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/notation.h"
#include "src/base/text.h"
#include "src/documents/document.h"
#include "src/documents/notation_blocks.h"
#include "src/ground/competition.h"
#include "src/ground/kind.h"
#include "src/judging/regime_choice.h"
#include "src/judging/decision.h"
#include "src/judging/service.h"
#include "src/registers/clocks.h"

/* What is filled in. */
struct filled {
	struct arena *arena;
	struct decision decision;
	struct regime regime;
	struct regime_settings settings;
	struct service service; /* without a channel: of nobody's */
	struct clocks clocks;
};

static const char *number(const struct filled *f, int64_t n)
{
	return arena_printf(f->arena, "%lld", (long long)n);
}

static const char *day(const struct filled *f, int64_t when)
{
	char text[40];

	if (when == 0)
		return "";
	text_day(when, text, sizeof(text));
	return arena_text(f->arena, text);
}

/* When what was sent counts as received: the end of a sentence. */
static const char *when(const struct filled *f, int64_t days)
{
	if (days == 0)
		return _("the day on which it was sent, unless shown otherwise.");
	return arena_printf(f->arena,
		ngettext("after %lld day, unless shown otherwise.",
			"after %lld days, unless shown otherwise.", (unsigned long)days),
		(long long)days);
}

/* Where there is no English, the Finnish; nothing stands in for the Swedish. */
static const char *in_language(const char *fi, const char *sv, const char *en)
{
	const char *lang = i18n_lang();

	if (strcmp(lang, "sv") == 0)
		return sv;
	return strcmp(lang, "en") == 0 && *en != '\0' ? en : fi;
}

static const char *setting(const struct filled *f, const char *name)
{
	for (size_t i = 0; i < f->settings.n; i++) {
		const struct regime_setting *s = &f->settings.rows[i];

		if (strcmp(s->name, name) == 0)
			return in_language(s->value_fi, s->value_sv, s->value_en);
	}
	return "";
}

static const char *value(void *arg, const char *name)
{
	const struct filled *f = arg;
	const struct regime *r = &f->regime;

	switch (instruction_field_of(name)) {
	case INSTRUCTION_WHO:
		return in_language(r->who_fi, r->who_sv, r->who_en);
	case INSTRUCTION_CORRECTION:
		return regime_correction(r, NULL);
	case INSTRUCTION_CORRECTION_DAYS:
		return number(f, r->correction_days);
	case INSTRUCTION_CORRECTION_SECTION:
		return r->correction_section;
	case INSTRUCTION_CORRECTION_LAST:
		return day(f, f->clocks.correction);
	case INSTRUCTION_APPEAL:
		return regime_appeal(r, NULL);
	case INSTRUCTION_APPEAL_DAYS:
		return number(f, r->appeal_days);
	case INSTRUCTION_APPEAL_SECTION:
		return r->appeal_section;
	case INSTRUCTION_APPEAL_LAST:
		return day(f, f->clocks.appeal);
	case INSTRUCTION_SERVICE_SECTION:
		return r->service_section;
	case INSTRUCTION_LETTER_DAYS:
		return number(f, r->letter_days);
	case INSTRUCTION_EMAIL_WHEN:
		return when(f, r->email_days);
	case INSTRUCTION_ETENDERING_WHEN:
		return when(f, r->etendering_days);
	case INSTRUCTION_SUOMIFI_WHEN:
		return when(f, r->suomifi_days);
	case INSTRUCTION_SENT:
		return day(f, f->service.sent);
	case INSTRUCTION_SERVED:
		return day(f, f->service.deemed);
	case INSTRUCTION_GROUND:
		return regime_ground(&f->decision);
	case INSTRUCTION_FIELD_COUNT:
		break;
	}
	return setting(f, name);
}

static struct error find_service(
	struct context *ctx, struct filled *f, const struct instruction_ask *ask)
{
	struct services services;

	f->service = (struct service){ .channel = "" };
	if (ask->submission_id == 0)
		return ok();
	TRY(service_list(ctx, f->arena, ask->decision_id, &services));
	for (size_t i = 0; i < services.n; i++)
		if (services.rows[i].submission_id == ask->submission_id)
			f->service = services.rows[i];
	f->clocks = clocks_of(&f->regime, f->service.deemed);
	return ok();
}

static const char *instruction_in(const struct regime *r)
{
	return in_language(r->instruction_fi, r->instruction_sv, r->instruction_en);
}

/* In the language in use. */
static struct error fill(struct context *ctx, struct arena *arena,
	const struct instruction_ask *ask, const char **text)
{
	struct filled f = { .arena = arena };
	struct notation_values values = { value, &f };
	struct notation_trouble trouble;

	TRY(require(ctx, ACT_READ));
	TRY(decision_get(ctx, arena, ask->decision_id, &f.decision));
	if (f.decision.regime_id == 0)
		return rule(N_("A statement is not appealed against; the decision after it is."));
	TRY(regime_get(ctx, arena, f.decision.regime_id, &f.regime));
	TRY(regime_settings(ctx, arena, f.regime.code, f.decision.day, &f.settings));
	TRY(find_service(ctx, &f, ask));
	if (*instruction_in(&f.regime) == '\0')
		return rule(
			N_("The regime of the decision has no instruction: write it with regime "
			   "add, or on the page of the regime."));
	*text = notation_fill(arena, instruction_in(&f.regime), &values, &trouble);
	return *text != NULL ?
		       ok() :
		       rule(N_("The instruction names something that nobody has set, such as "
			       "the court or its address: the page of the regime shows what is "
			       "missing, and regime set adds it."));
}

struct error instruction_text(struct context *ctx, struct arena *arena,
	const struct instruction_ask *ask, const char **text)
{
	const char *before = i18n_lang();

	i18n_use(ask->lang);
	struct error e = fill(ctx, arena, ask, text);
	i18n_use(before);
	return e;
}

struct error instruction_add(
	struct context *ctx, struct document *document, const struct instruction_ask *ask)
{
	const char *text;

	TRY(instruction_text(ctx, document->arena, ask, &text));
	notation_blocks(document, text);
	return ok();
}

/* The entrant whose days it says. */
static struct error find_entrant(struct context *ctx, struct arena *arena, int64_t decision_id,
	const char *code, int64_t *id)
{
	struct services services;

	*id = 0;
	if (code == NULL)
		return ok();
	TRY(service_list(ctx, arena, decision_id, &services));
	for (size_t i = 0; i < services.n; i++)
		if (strcmp(services.rows[i].code, code) == 0)
			*id = services.rows[i].submission_id;
	return *id != 0 ? ok() : fail(E_NOT_FOUND, "submission");
}

static struct error write_page(struct context *ctx, struct arena *arena,
	const struct document_ask *ask, struct documents *out)
{
	struct instruction_ask of = { .decision_id = ask->id, .lang = i18n_lang() };
	struct competition competition;
	struct decision d;

	TRY(decision_get(ctx, arena, ask->id, &d));
	TRY(competition_get(ctx, arena, &competition));
	TRY(find_entrant(ctx, arena, ask->id, ask->who, &of.submission_id));
	struct document *page = document_new(out, arena, of.lang,
		*d.case_number == '\0' ?
			/* TRANSLATORS: a decision's code. */
			arena_printf(arena, _("How to seek a change in decision %s"), d.code) :
			/* TRANSLATORS: a decision's code and its number. */
			arena_printf(arena, _("How to seek a change in decision %s (%s)"), d.code,
				d.case_number));
	page->head = document_words(page, competition_name(&competition));
	if (ctx->demo)
		page->notice =
			document_words(page, _("This is a demo: everything in it is invented."));
	out->about = d.code;
	return instruction_add(ctx, page, &of);
}

static struct error make(struct context *ctx, struct arena *arena, const struct document_ask *ask,
	struct documents *out)
{
	const char *before = i18n_lang();

	TRY(require(ctx, ACT_READ));
	i18n_use(ask->lang != NULL ? ask->lang : before);
	struct error e = write_page(ctx, arena, ask, out);
	i18n_use(before);
	return e;
}

static struct error find(struct context *ctx, const char *code, int64_t *id)
{
	return decision_find(ctx, code, id);
}

const struct document_kind instruction_kind = {
	.noun = "instruction",
	.word = NC_("document", "Instruction for appeal"),
	.of = "decision",
	.find = find,
	.make = make,
};
