/* SPDX-License-Identifier: MIT
 * The minutes of the negotiation with a winner: on what decision it rests, by which procedure, what
 * was done and when, what comes next, where the value stands by the thresholds, how the checks of
 * the supplier stand, and what was agreed (act on public procurement 1397/2016, 40, 123 and 124 §;
 * directive 2014/24/EU, article 84(2): the progress of a procedure is documented). */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/papers.h"
#include "src/documents/scribe.h"
#include "src/judging/decision.h"
#include "src/phases/challenge.h"
#include "src/phases/contract.h"
#include "src/phases/note.h"
#include "src/phases/procurement.h"
#include "src/phases/standstill.h"
#include "src/phases/supplier.h"
#include "src/phases/team.h"

static struct error put_parties(struct scribe *w, const struct negotiation *n)
{
	struct challenge challenge;
	struct standstill standstill;
	struct decision d;

	TRY(challenge_get(w->ctx, w->arena, n->challenge_id, &challenge));
	TRY(standstill_get(w->ctx, w->arena, n->team_id, &standstill));
	scribe_fact(w, text_word(WORDS_FIELD, "challenge"),
		arena_printf(w->arena, "%s %s", challenge.code, challenge_title(&challenge, NULL)));
	scribe_fact(w, text_word(WORDS_FIELD, "team"),
		arena_printf(w->arena, "%s %s", n->team_code, n->team_name));
	if (standstill.decision_id != 0) {
		TRY(decision_get(w->ctx, w->arena, standstill.decision_id, &d));
		scribe_fact(w, C_("document", "Decision it rests on"),
			*d.case_number == '\0' ?
				d.code :
				arena_printf(w->arena, "%s (%s)", d.code, d.case_number));
	}
	scribe_fact(w, C_("document", "State"), text_word(WORDS_NEGOTIATION_STATE, n->state));
	scribe_fact(w, C_("document", "Begun"), scribe_day(w, n->started));
	scribe_fact(w, C_("document", "Procedure and its ground"), n->procedure);
	scribe_fact(
		w, C_("document", "Standstill"), standstill_words(w->ctx, w->arena, &standstill));
	scribe_facts(w, NULL);
	return ok();
}

static struct error put_course(struct scribe *w, const struct negotiation *n)
{
	struct negotiation_acts acts;
	struct scribe_table t = { 0 };

	TRY(negotiation_acts(w->ctx, w->arena, n->id, &acts));
	scribe_column(&t, C_("document", "Date"), false);
	scribe_column(&t, C_("document", "What"), false);
	scribe_column(&t, C_("document", "Reason"), false);
	scribe_column(&t, C_("document", "Recorded by"), false);
	for (size_t i = 0; i < acts.n; i++) {
		const char **cells = scribe_row(w, &t);

		cells[0] = scribe_day(w, acts.rows[i].day);
		cells[1] = strcmp(acts.rows[i].act, "start") == 0 ?
				   C_("talks", "begun") :
				   text_word(WORDS_NEGOTIATION_STATE, acts.rows[i].act);
		cells[2] = acts.rows[i].reason;
		cells[3] = acts.rows[i].by;
	}
	document_heading(w->page, C_("document", "Course of the negotiation"));
	scribe_table(w, &t, NULL, C_("document", "not recorded"));
	return ok();
}

/* What was said with whom, as the office noted it on the team. */
static struct error put_talks(struct scribe *w, const struct negotiation *n)
{
	struct id_list ids = { 0 };
	struct scribe_table t = { 0 };
	struct error e = note_ids(w->ctx, n->team_code, &ids);

	scribe_column(&t, C_("document", "Time"), false);
	scribe_column(&t, C_("document", "With whom"), false);
	scribe_column(&t, C_("document", "What was said"), false);
	for (size_t i = ids.n; e.code == E_OK && i > 0; i--) {
		struct note note;

		e = note_get(w->ctx, w->arena, ids.ids[i - 1], &note);
		if (e.code != E_OK || day_of_time(note.at) < n->started)
			continue;
		const char **cells = scribe_row(w, &t);

		cells[0] = scribe_time(w, note.at);
		cells[1] = note.who;
		cells[2] = note.text;
	}
	id_list_clear(&ids);
	TRY(e);
	document_heading(w->page, C_("document", "Talks"));
	scribe_table(w, &t, NULL, C_("document", "not recorded"));
	return ok();
}

static struct error put_value(struct scribe *w, const struct negotiation *n)
{
	struct thresholds list;
	struct scribe_table t = { 0 };

	TRY(negotiation_thresholds(w->ctx, w->arena, n, &list));
	scribe_column(&t, C_("document", "Threshold"), false);
	scribe_column(&t, C_("document", "Amount"), true);
	scribe_column(&t, C_("document", "Source"), false);
	scribe_column(&t, C_("document", "Reached"), false);
	for (size_t i = 0; i < list.n; i++) {
		const char **cells = scribe_row(w, &t);

		cells[0] = text_word(WORDS_THRESHOLD_KIND, list.rows[i].kind);
		cells[1] = scribe_money(w, list.rows[i].limit);
		cells[2] = list.rows[i].source;
		cells[3] = list.rows[i].past ? C_("document", "yes") : C_("document", "nearly");
	}
	document_heading(w->page, C_("document", "Value and thresholds"));
	if (n->estimate != 0)
		scribe_fact(
			w, C_("document", "Estimate, without VAT"), scribe_money(w, n->estimate));
	scribe_fact(w, C_("document", "Committed, without VAT"), scribe_money(w, n->committed));
	scribe_facts(w, NULL);
	scribe_table(w, &t, NULL, C_("document", "No threshold is near."));
	return ok();
}

static struct error put_checks(struct scribe *w, const struct negotiation *n)
{
	struct supplier_standing s;
	struct scribe_table t = { 0 };

	TRY(supplier_standing(w->ctx, w->arena, n->team_id, day_of_time(context_now(w->ctx)), &s));
	scribe_column(&t, C_("document", "Check of the supplier"), false);
	scribe_column(&t, C_("document", "State"), false);
	scribe_column(&t, C_("document", "Date"), false);
	scribe_column(&t, C_("document", "Source"), false);
	for (size_t i = 0; i < LEN(s.rows); i++) {
		const char **cells = scribe_row(w, &t);

		cells[0] = text_word(WORDS_SUPPLIER_CHECK, s.rows[i].kind);
		cells[1] = text_word(WORDS_CHECK_STANDING, s.rows[i].standing);
		if (s.rows[i].newest.id != 0) {
			cells[2] = scribe_day(w, s.rows[i].newest.day);
			cells[3] = s.rows[i].newest.source;
		}
	}
	document_heading(w->page, C_("document", "Checks of the supplier"));
	scribe_table(w, &t, NULL, NULL);
	return ok();
}

/* What came of it. */
static struct error put_contracts(struct scribe *w, const struct negotiation *n)
{
	struct id_list ids = { 0 };
	struct scribe_table t = { 0 };
	struct error e = contract_ids(w->ctx, n->team_id, &ids);

	scribe_column(&t, C_("column", "Code"), false);
	scribe_column(&t, C_("document", "Date"), false);
	scribe_column(&t, C_("document", "Without VAT"), true);
	scribe_column(&t, C_("document", "State"), false);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct contract c;

		e = contract_get(w->ctx, w->arena, ids.ids[i], &c);
		if (e.code != E_OK)
			break;
		const char **cells = scribe_row(w, &t);

		cells[0] = c.code;
		cells[1] = scribe_day(w, c.day);
		cells[2] = scribe_money(w, c.net);
		cells[3] = text_word(WORDS_CONTRACT_STATE, c.state);
	}
	id_list_clear(&ids);
	TRY(e);
	document_heading(w->page, C_("document", "Outcome"));
	scribe_table(w, &t, NULL, C_("document", "No contract has been made."));
	scribe_fact(w, C_("document", "Next step"), n->next_step);
	scribe_fact(w, C_("document", "Due"), scribe_day(w, n->due));
	scribe_facts(w, NULL);
	return ok();
}

static void put_signatures(struct scribe *w, const struct negotiation *n)
{
	const struct signature rows[] = {
		{ C_("document", "Date"), C_("document", "Signature"),
			C_("document", "For the contracting entity") },
		{ C_("document", "Date"), C_("document", "Signature"), n->team_name },
	};

	document_heading(w->page, C_("document", "Signatures"));
	document_add(w->page,
		&(struct block){ .kind = BLOCK_SIGNATURES, .signatures = rows, .n = LEN(rows) });
}

static struct error write(struct scribe *w, const struct document_ask *ask, struct documents *out)
{
	struct negotiation n;

	TRY(negotiation_get(w->ctx, w->arena, ask->id, &n));
	if (n.id == 0)
		return rule(N_("Nothing has been negotiated with this team yet."));
	TRY(scribe_begin(w, out,
		/* TRANSLATORS: the title of minutes; a team's name. */
		arena_printf(
			w->arena, C_("document", "Minutes of the negotiation: %s"), n.team_name)));
	out->about = n.team_code;
	TRY(put_parties(w, &n));
	TRY(put_course(w, &n));
	TRY(put_talks(w, &n));
	TRY(put_value(w, &n));
	TRY(put_checks(w, &n));
	TRY(put_contracts(w, &n));
	put_signatures(w, &n);
	return ok();
}

static struct error make(struct context *ctx, struct arena *arena, const struct document_ask *ask,
	struct documents *out)
{
	TRY(require(ctx, ACT_MONEY));
	return scribe_in(ctx, arena, ask, out, write);
}

static struct error find(struct context *ctx, const char *code, int64_t *id)
{
	return team_find(ctx, code, id);
}

const struct document_kind negotiation_minutes_kind = {
	.noun = "negotiation",
	.word = NC_("document", "Minutes of the negotiation"),
	.of = "negotiation",
	.find = find,
	.make = make,
};
