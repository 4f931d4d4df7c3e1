/* SPDX-License-Identifier: MIT
 * How a decision's matter came to it: by which notices and procedure, at which value beside the
 * thresholds of the notice's day (procurement act 1397/2016, 25 and 26 §), until when entries were
 * taken and how many came. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/base/text.h"
#include "src/documents/decision_paper.h"
#include "src/phases/challenge.h"
#include "src/phases/late.h"
#include "src/phases/phase.h"
#include "src/phases/threshold.h"

static const char *money(const struct paper *paper, int64_t cents)
{
	char text[60];

	money_text(cents, text, sizeof(text));
	return arena_text(paper->arena, text);
}

static struct error put_threshold(const struct paper *paper, struct facts *facts,
	const struct challenge *challenge, const char *kind, const char *label)
{
	struct threshold_row row;
	int64_t day = challenge->notice != 0 ? challenge->notice : paper->d.day;
	struct error e =
		threshold_on(paper->ctx, paper->arena, kind, challenge->procurement, day, &row);

	if (e.code == E_NOT_FOUND)
		return ok();
	TRY(e);
	paper_fact(facts, label,
		arena_printf(paper->arena, "%s (%s)", money(paper, row.amount), row.source));
	return ok();
}

static struct error put_value(const struct paper *paper, struct facts *facts)
{
	struct challenge challenge;

	if (paper->content.value != 0)
		paper_fact(facts, text_word(WORDS_FIELD, "contest_value"),
			money(paper, paper->content.value));
	if (paper->round.challenge_id == 0)
		return ok();
	TRY(challenge_get(paper->ctx, paper->arena, paper->round.challenge_id, &challenge));
	if (challenge.notice != 0)
		paper_fact(facts, text_word(WORDS_FIELD, "notice_day"),
			paper_day(paper, challenge.notice));
	TRY(put_threshold(
		paper, facts, &challenge, "national", C_("document", "National threshold")));
	return put_threshold(paper, facts, &challenge, "eu", C_("document", "EU threshold"));
}

static const char *count(const struct paper *paper, size_t n)
{
	return arena_printf(paper->arena, "%zu", n);
}

/* Until when, what came, and of it what was compared. */
static struct error put_entries(const struct paper *paper, struct facts *facts)
{
	struct id_list late = { 0 };
	size_t compared = 0, n = paper->items.n;
	int64_t deadline;
	char when[80];

	TRY(deadline_of_kind(paper->ctx, paper->round.kind, &deadline));
	TRY(late_undecided(paper->ctx, paper->round.kind, paper->round.challenge_id, &late));
	for (size_t i = 0; i < n; i++)
		compared += paper->items.rows[i].id != 0 ? 1 : 0;
	if (deadline != 0) {
		text_time(deadline, when, sizeof(when));
		paper_fact(facts, C_("document", "Entries by"), arena_text(paper->arena, when));
	}
	paper_fact(facts, C_("document", "Entries received"), count(paper, n + late.n));
	if (late.n > 0)
		paper_fact(facts, C_("document", "Late, not taken in"), count(paper, late.n));
	paper_fact(facts, C_("document", "Entries compared"), count(paper, compared));
	id_list_clear(&late);
	return ok();
}

struct error paper_account(const struct paper *paper)
{
	struct facts facts = { .n = 0 };

	paper_fact(&facts, text_word(WORDS_FIELD, "notices"), paper->content.notices);
	paper_fact(&facts, text_word(WORDS_DECISION_PART, "procedure"),
		paper_written(paper, "procedure"));
	TRY(put_value(paper, &facts));
	if (strcmp(paper->d.lang, i18n_lang()) == 0)
		paper_fact(&facts, text_word(WORDS_FIELD, "regime_reason"), paper->d.regime_reason);
	TRY(put_entries(paper, &facts));
	paper_facts(paper, C_("document", "Account of the matter"), &facts);
	return ok();
}
