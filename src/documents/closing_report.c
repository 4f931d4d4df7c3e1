/* SPDX-License-Identifier: MIT
 * The closing report: the whole competition from its records in fourteen chapters, with what its
 * trust rests on behind it. It names winners and nobody else who took part, and counts where it
 * could tell of persons. Figures stand in tables: they are read aloud and copied. */
#include "src/documents/closing_report.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/papers.h"
#include "src/ground/kind.h"

static struct error (*const chapters[])(struct scribe *w) = {
	closing_summary,
	closing_organizers,
	closing_timetable,
	closing_participation,
	closing_evaluation,
	closing_mentoring,
	closing_results,
	closing_complaints,
	closing_money,
	closing_procurement,
	closing_adoption,
	closing_deviations,
	closing_publicity,
	closing_archiving,
	closing_annexes,
};

static struct error write(struct scribe *w, const struct document_ask *ask, struct documents *out)
{
	(void)ask;
	TRY(scribe_begin(w, out, C_("document", "Closing report")));
	out->about = kind_rows[KIND_COMPETITION].noun;
	w->page->day = scribe_day(w, day_of_time(context_now(w->ctx)));
	for (size_t i = 0; i < LEN(chapters); i++)
		TRY(chapters[i](w));
	return ok();
}

/* Its money is told by those who may see it: the report is the office's. */
static struct error make(struct context *ctx, struct arena *arena, const struct document_ask *ask,
	struct documents *out)
{
	TRY(require(ctx, ACT_MONEY));
	return scribe_in(ctx, arena, ask, out, write);
}

/* There is one competition in a file. */
static struct error find(struct context *ctx, const char *code, int64_t *id)
{
	(void)ctx;
	*id = 0;
	return strcmp(code, kind_rows[KIND_COMPETITION].noun) == 0 ? ok() :
								     fail(E_NOT_FOUND, "record");
}

const struct document_kind closing_report_kind = {
	.noun = "closing-report",
	.word = NC_("document", "Closing report"),
	.of = "competition",
	.find = find,
	.make = make,
};
