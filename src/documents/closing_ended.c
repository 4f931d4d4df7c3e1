/* SPDX-License-Identifier: MIT
 * In the closing report: money, procurement, what was taken into use, what went otherwise than
 * planned, requests for information, what is to be archived, and what all of it can be proved by.
 */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/closing_report.h"
#include "src/ground/checkpoint.h"
#include "src/judging/decision.h"
#include "src/judging/round.h"
#include "src/judging/round_name.h"
#include "src/phases/adoption.h"
#include "src/phases/notice.h"
#include "src/phases/phase.h"
#include "src/phases/procurement.h"
#include "src/phases/contract.h"
#include "src/phases/request.h"

/* --- 9 */

static struct error put_ceilings(struct scribe *w)
{
	struct id_list ids = { 0 };
	struct scribe_table t = { 0 };
	struct error e = budget_decision_ids(w->ctx, &ids);

	scribe_column(&t, C_("document", "Date"), false);
	scribe_column(&t, C_("document", "At most"), true);
	scribe_column(&t, C_("document", "Reason"), false);
	for (size_t i = ids.n; e.code == E_OK && i > 0; i--) {
		struct budget_decision d;

		e = budget_decision_get(w->ctx, w->arena, ids.ids[i - 1], &d);
		if (e.code != E_OK)
			break;
		const char **cells = scribe_row(w, &t);

		cells[0] = scribe_day(w, d.day);
		cells[1] = scribe_money(w, d.ceiling);
		cells[2] = d.reason;
	}
	id_list_clear(&ids);
	TRY(e);
	scribe_table(w, &t, C_("document", "Decisions on the ceiling"),
		C_("document", "No budget has been decided."));
	return ok();
}

/* What the office keeps elsewhere: a line to write it upon. */
static void put_line_for(struct scribe *w, const char *text)
{
	document_add(w->page, &(struct block){ .kind = BLOCK_PARAGRAPH, .text = text, .lines = 1 });
}

struct error closing_money(struct scribe *w)
{
	struct budget budget;

	TRY(budget_get(w->ctx, &budget));
	document_heading(w->page, C_("document", "Money, without VAT"));
	TRY(put_ceilings(w));
	scribe_fact(w, C_("document", "Committed"), scribe_money(w, budget.committed));
	scribe_fact(w, C_("document", "Paid"), scribe_money(w, budget.paid));
	scribe_fact(w, C_("document", "Left to commit"), scribe_money(w, budget_left(&budget)));
	scribe_facts(w, NULL);
	put_line_for(w, C_("document", "Aid granted:"));
	return ok();
}

/* --- 10 */

static struct error put_notices(struct scribe *w)
{
	struct id_list ids = { 0 };
	struct scribe_table t = { 0 };
	struct error e = notice_ids(w->ctx, &ids);

	scribe_column(&t, C_("document", "Notice"), false);
	scribe_column(&t, C_("document", "Number of the notice"), false);
	scribe_column(&t, C_("document", "Challenge"), false);
	scribe_column(&t, C_("document", "Sent"), false);
	scribe_column(&t, C_("document", "Published"), false);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct notice n;

		e = notice_get(w->ctx, w->arena, ids.ids[i], &n);
		if (e.code != E_OK)
			break;
		const char **cells = scribe_row(w, &t);

		cells[0] = text_word(WORDS_NOTICE_KIND, n.kind);
		cells[1] = *n.register_number == '\0' ? n.code : n.register_number;
		cells[2] = n.challenge_code;
		cells[3] = scribe_day(w, n.sent);
		cells[4] = scribe_day(w, n.published);
	}
	id_list_clear(&ids);
	TRY(e);
	scribe_table(w, &t, C_("document", "Notices"), C_("document", "No notice is recorded."));
	return ok();
}

static struct error put_contracts(struct scribe *w)
{
	struct id_list ids = { 0 };
	struct scribe_table t = { 0 };
	struct error e = contract_ids(w->ctx, 0, &ids);

	scribe_column(&t, C_("document", "Contract"), false);
	scribe_column(&t, C_("document", "Team"), false);
	scribe_column(&t, C_("document", "Procedure"), false);
	scribe_column(&t, C_("document", "Date"), false);
	scribe_column(&t, C_("document", "Without VAT"), true);
	scribe_column(&t, C_("document", "State"), false);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct contract c;
		struct negotiation n;

		e = contract_get(w->ctx, w->arena, ids.ids[i], &c);
		if (e.code == E_OK)
			e = negotiation_get(w->ctx, w->arena, c.team_id, &n);
		if (e.code != E_OK)
			break;
		const char **cells = scribe_row(w, &t);

		cells[0] = c.code;
		cells[1] = c.team_name;
		cells[2] = n.procedure;
		cells[3] = scribe_day(w, c.day);
		cells[4] = scribe_money(w, c.net);
		cells[5] = text_word(WORDS_CONTRACT_STATE, c.state);
	}
	id_list_clear(&ids);
	TRY(e);
	scribe_table(
		w, &t, C_("document", "Contracts"), C_("document", "No contract has been made."));
	return ok();
}

struct error closing_procurement(struct scribe *w)
{
	document_heading(w->page, C_("document", "Procurement"));
	TRY(put_notices(w));
	return put_contracts(w);
}

/* --- 11 */

/* How many municipalities stand where with a team's solution. */
static struct error add_adoptions(struct scribe *w, struct scribe_table *t, int64_t team_id)
{
	struct id_list ids = { 0 };
	struct error e = adoption_ids(w->ctx, ADOPTION_BY_STATE, team_id, &ids);
	int64_t counts[8] = { 0 };
	struct adoption a = { .team_name = "" };
	const char *code;

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		e = adoption_get(w->ctx, w->arena, ids.ids[i], &a);
		for (size_t k = 0; e.code == E_OK && k < LEN(counts) &&
				   (code = text_code(WORDS_ADOPTION_STATE, k)) != NULL;
			k++)
			counts[k] += strcmp(code, a.state) == 0 ? 1 : 0;
	}
	if (e.code == E_OK && ids.n > 0) {
		const char **cells = scribe_row(w, t);

		cells[0] = a.team_name;
		for (size_t k = 0; k + 1 < t->n && k < LEN(counts); k++)
			cells[k + 1] = scribe_number(w, counts[k]);
	}
	id_list_clear(&ids);
	return e;
}

struct error closing_adoption(struct scribe *w)
{
	struct id_list teams = { 0 };
	struct scribe_table t = { 0 };
	const char *code;
	int64_t n;

	scribe_column(&t, C_("document", "Solution of"), false);
	for (size_t k = 0; (code = text_code(WORDS_ADOPTION_STATE, k)) != NULL; k++)
		scribe_column(&t, text_word(WORDS_ADOPTION_STATE, code), true);
	struct error e = adoption_teams(w->ctx, &teams);
	for (size_t i = 0; e.code == E_OK && i < teams.n; i++)
		e = add_adoptions(w, &t, teams.ids[i]);
	id_list_clear(&teams);
	TRY(e);
	TRY(adoption_municipalities(w->ctx, &n));
	document_heading(w->page, C_("document", "Taken into use"));
	scribe_table(w, &t, C_("document", "Municipalities by solution"),
		C_("document", "not recorded"));
	scribe_fact(w, C_("document", "Municipalities that pilot or use a solution"),
		scribe_number(w, n));
	scribe_facts(w, NULL);
	return ok();
}

/* --- 12 */

static void add_deviation(struct scribe *w, struct scribe_table *t, const char *where,
	const char *when, const char *reason)
{
	if (*reason == '\0')
		return;
	const char **cells = scribe_row(w, t);

	cells[0] = where;
	cells[1] = when;
	cells[2] = reason;
}

/* Dates that were planned anew. */
static struct error add_replanned(
	struct scribe *w, struct scribe_table *t, const struct phase *phase)
{
	struct milestones milestones;
	struct milestone_plans plans;

	TRY(milestone_list(w->ctx, w->arena, phase->id, &milestones));
	for (size_t i = 0; i < milestones.n; i++) {
		TRY(milestone_history(w->ctx, w->arena, milestones.rows[i].id, &plans));
		for (size_t k = 0; k < plans.n; k++)
			add_deviation(w, t,
				arena_printf(w->arena, "%s: %s", text_word(WORDS_PHASE, phase->key),
					milestone_name(&milestones.rows[i])),
				scribe_day(w, day_of_time(plans.rows[k].made)),
				plans.rows[k].reason);
	}
	return ok();
}

/* What a phase was moved on without. */
static struct error add_moved(struct scribe *w, struct scribe_table *t, const struct phase *phase)
{
	struct phase_acts acts;

	TRY(store_phase_acts(w->ctx->db, w->arena, phase->id, &acts));
	for (size_t i = 0; i < acts.n; i++)
		add_deviation(w, t, text_word(WORDS_PHASE, phase->key),
			scribe_day(w, day_of_time(acts.rows[i].at)), acts.rows[i].reason);
	return ok();
}

static struct error add_decided(struct scribe *w, struct scribe_table *t)
{
	struct id_list ids = { 0 };
	struct error e = decision_ids(w->ctx, 0, "decision", &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct decision d;

		e = decision_get(w->ctx, w->arena, ids.ids[i], &d);
		if (e.code != E_OK)
			break;
		add_deviation(w, t, d.code, scribe_day(w, d.day), d.range_reason);
		add_deviation(w, t, d.code, scribe_day(w, d.day), d.tie_reason);
		add_deviation(w, t, d.code, scribe_day(w, d.day), d.correction_reason);
	}
	id_list_clear(&ids);
	return e;
}

struct error closing_deviations(struct scribe *w)
{
	struct phases phases;
	struct scribe_table t = { 0 };

	TRY(phase_list(w->ctx, w->arena, &phases));
	scribe_column(&t, C_("document", "What"), false);
	scribe_column(&t, C_("document", "Date"), false);
	scribe_column(&t, C_("document", "Reason"), false);
	for (size_t i = 0; i < phases.n; i++) {
		TRY(add_replanned(w, &t, &phases.rows[i]));
		TRY(add_moved(w, &t, &phases.rows[i]));
	}
	TRY(add_decided(w, &t));
	document_heading(w->page, C_("document", "Deviations and lessons"));
	scribe_table(w, &t, C_("document", "Otherwise than planned, with the reason"),
		C_("document", "None is recorded."));
	document_add(w->page, &(struct block){ .kind = BLOCK_PARAGRAPH,
				      .text = C_("document", "Lessons for the next time:"),
				      .lines = 6 });
	return ok();
}

/* --- 13 */

struct error closing_publicity(struct scribe *w)
{
	struct id_list ids = { 0 };
	struct scribe_table t = { 0 };
	const char *code;

	scribe_column(&t, C_("document", "Requests for information"), false);
	scribe_column(&t, C_("document", "Number"), true);
	for (size_t k = 0; (code = text_code(WORDS_REQUEST_STATE, k)) != NULL; k++) {
		const struct info_request_filter filter = { .state = code };
		struct error e = request_ids(w->ctx, REQUESTS_BY_NUMBER, &filter, &ids);
		size_t n = ids.n;

		id_list_clear(&ids);
		ids = (struct id_list){ 0 };
		TRY(e);
		if (n == 0)
			continue;
		const char **cells = scribe_row(w, &t);

		cells[0] = text_word(WORDS_REQUEST_STATE, code);
		cells[1] = scribe_number(w, (int64_t)n);
	}
	document_heading(w->page, C_("document", "Data protection and publicity"));
	scribe_table(w, &t, NULL, C_("document", "Nobody has asked for information."));
	put_line_for(w, C_("document", "Breaches of personal data:"));
	return ok();
}

/* --- 14 */

/* What there is to be archived: the office fills in where and how long, by its own plan. */
static const char *const archived[] = {
	NC_("archived", "The competition's file, with its log"),
	NC_("archived", "Submissions that were selected, with their attachments"),
	NC_("archived", "Submissions that were not selected"),
	NC_("archived", "Rules, declarations of interest and reviews"),
	NC_("archived", "Minutes, statements and decisions, signed"),
	NC_("archived", "Contracts and payments"),
	NC_("archived", "Letters and requests for information"),
};

struct error closing_archiving(struct scribe *w)
{
	struct scribe_table t = { 0 };

	scribe_column(&t, C_("document", "What"), false);
	scribe_column(&t, C_("document", "Where"), false);
	scribe_column(&t, C_("document", "Until"), false);
	for (size_t i = 0; i < LEN(archived); i++) {
		const char **cells = scribe_row(w, &t);

		cells[0] = i18n_lookup("archived", archived[i]);
		cells[1] = cells[2] = "____________";
	}
	document_heading(w->page, C_("document", "Archiving"));
	scribe_table(w, &t, C_("document", "To be filled in by the organizer's plan for archiving"),
		NULL);
	return ok();
}

/* --- Annexes */

static struct error put_rules(struct scribe *w)
{
	struct id_list ids = { 0 };
	struct scribe_table t = { 0 };
	struct error e = round_ids(w->ctx, NULL, &ids);

	scribe_column(&t, C_("document", "Round"), false);
	scribe_column(&t, C_("document", "Version"), true);
	scribe_column(&t, C_("document", "Hash (SHA-256)"), false);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct round round;

		e = round_get(w->ctx, w->arena, ids.ids[i], &round);
		if (e.code != E_OK || round.locked == 0)
			continue;
		const char **cells = scribe_row(w, &t);

		e = round_name(w->ctx, w->arena, &round, &cells[0]);
		cells[1] = scribe_number(w, round.rules_version);
		cells[2] = round.rules_hash;
	}
	id_list_clear(&ids);
	TRY(e);
	scribe_table(w, &t, C_("document", "Locked rules"), NULL);
	return ok();
}

struct error closing_annexes(struct scribe *w)
{
	struct checkpoint checkpoint;

	TRY(checkpoint_make(w->ctx, &checkpoint));
	scribe_fact(w, C_("document", "Entries of the log"), scribe_number(w, checkpoint.seq));
	scribe_fact(w, C_("document", "Head of the log (SHA-256)"), checkpoint.hash);
	scribe_fact(w, C_("document", "Time"), scribe_time(w, checkpoint.time));
	scribe_facts(w, C_("document", "Annexes"));
	document_paragraph(w->page,
		_("Whoever has this page can check that the log of the competition up to that "
		  "entry is the one that this report was made of."));
	return put_rules(w);
}
