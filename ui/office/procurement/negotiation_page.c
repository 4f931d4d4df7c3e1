/* SPDX-License-Identifier: MIT
 * Everything recorded about a negotiation, as lines: beside the list of winners. */
#include "ui/office/procurement/negotiation_page.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/base/text.h"
#include "src/phases/contract.h"
#include "src/phases/standstill.h"
#include "ui/office/record.h"

static const char *one_threshold(struct arena *arena, const struct threshold *t)
{
	bool national = threshold_kind_of(t->kind) == THRESHOLD_KIND_NATIONAL;
	char limit[60];
	const char *sentence;

	money_text_short(t->limit, limit, sizeof(limit));
	/* TRANSLATORS: after an estimated value; %s is the threshold of the procurement act. */
	if (t->past)
		sentence = national ? _("at least the national threshold %s") :
				      _("at least the EU threshold %s");
	else
		/* TRANSLATORS: after an estimated value; %s is the threshold of the procurement
		 * act. */
		sentence = national ? _("near the national threshold %s") :
				      _("near the EU threshold %s");
	return arena_printf(arena, sentence, limit);
}

const char *threshold_words(
	struct context *ctx, struct arena *arena, const struct negotiation *negotiation)
{
	struct thresholds list;

	if (negotiation_thresholds(ctx, arena, negotiation, &list).code != E_OK || list.n == 0)
		return "";
	const struct threshold *highest = &list.rows[list.n - 1];
	for (size_t i = 0; i < list.n; i++)
		if (list.rows[i].past)
			highest = &list.rows[i];
	const char *words = one_threshold(arena, highest);
	return highest->together ?
		       /* TRANSLATORS: "at least the threshold ..."; counted with the other
			  teams of the challenge. */
		       arena_printf(
			       arena, _("%s together with the challenge's other talks"), words) :
		       words;
}

static struct error add_acts(
	struct context *ctx, struct arena *arena, int64_t id, struct page *page)
{
	struct negotiation_acts acts;

	if (id == 0)
		return ok();
	TRY(negotiation_acts(ctx, arena, id, &acts));
	if (acts.n > 0)
		page_heading(page, _("The course of the talks"));
	for (size_t i = 0; i < acts.n; i++) {
		const struct negotiation_act *a = &acts.rows[i];
		char day[40];

		text_day(a->day, day, sizeof(day));
		page_printf(page, day, "%s (%s)%s%s",
			strcmp(a->act, "start") == 0 ? C_("talks", "begun") :
						       text_word(WORDS_NEGOTIATION_STATE, a->act),
			a->by, *a->reason != '\0' ? ": " : "", a->reason);
	}
	return ok();
}

static struct error add_contracts(
	struct context *ctx, struct arena *arena, int64_t team_id, struct page *page)
{
	struct id_list ids = { 0 };
	struct error e = contract_ids(ctx, team_id, &ids);

	if (e.code == E_OK && ids.n > 0)
		page_heading(page, C_("title", "Contracts"));
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct contract c;
		char net[60], day[40];

		e = contract_get(ctx, arena, ids.ids[i], &c);
		if (e.code != E_OK)
			break;
		money_text(c.net, net, sizeof(net));
		text_day(c.day, day, sizeof(day));
		page_printf(page, c.code, "%s, %s, %s", day, net,
			text_word(WORDS_CONTRACT_STATE, c.state));
	}
	id_list_clear(&ids);
	return e;
}

struct error negotiation_page(
	struct context *ctx, struct arena *arena, int64_t team_id, struct page *page)
{
	struct standstill standstill;
	struct negotiation n;
	char text[80];

	TRY(negotiation_get(ctx, arena, team_id, &n));
	page_styled(page, n.team_code, STYLE_TITLE, n.team_name);
	page_value(page, ctx, &record_of_negotiation, &n, "challenge");
	page_field(page, C_("label", "Negotiation"), text_word(WORDS_NEGOTIATION_STATE, n.state));
	page_value(page, ctx, &record_of_negotiation, &n, "next_step");
	if (n.due != 0) {
		text_due(n.due, day_of_time(context_now(ctx)), text, sizeof(text));
		page_field(page, _("Due"), text);
	}
	if (n.estimate >= 0) {
		money_text(n.estimate, text, sizeof(text));
		const char *threshold = threshold_words(ctx, arena, &n);
		page_styled(page, text_word(WORDS_FIELD, "estimate"),
			*threshold != '\0' ? STYLE_HEADING : STYLE_PLAIN,
			arena_printf(
				arena, "%s%s%s", text, *threshold != '\0' ? ", " : "", threshold));
	}
	page_value(page, ctx, &record_of_negotiation, &n, "procedure");
	TRY(standstill_get(ctx, arena, team_id, &standstill));
	page_text(page, standstill_words(ctx, arena, &standstill));
	page_value(page, ctx, &record_of_negotiation, &n, "committed");
	page_value(page, ctx, &record_of_negotiation, &n, "paid");
	TRY(add_contracts(ctx, arena, team_id, page));
	TRY(add_acts(ctx, arena, n.id, page));
	return page_notes(ctx, arena, n.team_code, page);
}
