/* SPDX-License-Identifier: MIT */
#include "src/documents/award_report.h"

#include <string.h>

#include "db/store/decision.h"
#include "db/store/team.h"
#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/base/text.h"
#include "src/ground/competition.h"
#include "src/judging/decision.h"
#include "src/judging/review.h"
#include "src/judging/round_name.h"
#include "src/judging/service.h"
#include "src/phases/challenge.h"
#include "src/phases/contract_terms.h"
#include "src/phases/notice.h"
#include "src/phases/procurement.h"
#include "src/phases/standstill.h"
#include "src/phases/submission.h"
#include "src/phases/team.h"

enum { ROOM = 32 };

static const struct {
	const char *chapter, *heading;
} headings[] = {
	{ "subject", NC_("report", "The procurement") },
	{ "notices", NC_("report", "Notices") },
	{ "entrants", NC_("report", "Entrants and the reasons of the choice") },
	{ "conflicts", NC_("report", "Conflicts of interest") },
	{ "complaints", NC_("report", "Complaints") },
	{ "contracts", NC_("report", "Contracts") },
};

struct writing_report {
	struct context *ctx;
	struct arena *arena;
	struct report_facts *facts;
	const char *chapter;
};

const char *award_report_heading(const char *chapter)
{
	for (size_t i = 0; i < LEN(headings); i++)
		if (strcmp(headings[i].chapter, chapter) == 0)
			return i18n_lookup("report", headings[i].heading);
	return "";
}

static void add(struct writing_report *w, const char *key, const char *label, const char *value)
{
	struct report_facts *facts = w->facts;

	if (*value == '\0')
		return;
	if (facts->n == facts->room) {
		struct report_fact *wider =
			arena_alloc(w->arena, (facts->room + ROOM) * sizeof(*wider));

		if (facts->n > 0)
			memcpy(wider, facts->rows, facts->n * sizeof(*wider));
		facts->rows = wider;
		facts->room += ROOM;
	}
	facts->rows[facts->n++] = (struct report_fact){ w->chapter, key,
		arena_text(w->arena, label), arena_text(w->arena, value) };
}

static const char *money(struct arena *arena, int64_t cents)
{
	char text[60];

	money_text(cents, text, sizeof(text));
	return arena_text(arena, text);
}

static const char *day_of(struct arena *arena, int64_t day)
{
	char text[40];

	if (day == 0)
		return "–";
	text_day(day, text, sizeof(text));
	return arena_text(arena, text);
}

static struct error add_thresholds(struct writing_report *w, int64_t challenge_id)
{
	struct thresholds list;

	TRY(challenge_thresholds(w->ctx, w->arena, challenge_id, &list));
	if (list.value > 0)
		add(w, "value", text_word(WORDS_FIELD, "contest_value"),
			money(w->arena, list.value));
	for (size_t i = 0; i < list.n; i++)
		if (list.rows[i].past)
			add(w, "threshold", text_word(WORDS_THRESHOLD_KIND, list.rows[i].kind),
				arena_printf(w->arena, "%s (%s)",
					money(w->arena, list.rows[i].limit), list.rows[i].source));
	return ok();
}

static struct error add_subject(struct writing_report *w, const struct challenge *c)
{
	struct competition competition;

	w->chapter = "subject";
	TRY(competition_get(w->ctx, w->arena, &competition));
	add(w, "competition", text_word(WORDS_FIELD, "competition"),
		competition_name(&competition));
	add(w, "challenge", text_word(WORDS_FIELD, "challenge"),
		arena_printf(w->arena, "%s %s", c->code, challenge_title(c, NULL)));
	add(w, "object", text_word(WORDS_FIELD, "procurement_object"),
		text_word(WORDS_PROCUREMENT_KIND, c->procurement));
	if (c->notice != 0)
		add(w, "notice_day", text_word(WORDS_FIELD, "notice_day"),
			day_of(w->arena, c->notice));
	return add_thresholds(w, c->id);
}

static struct error add_notices(struct writing_report *w, int64_t challenge_id)
{
	struct id_list ids = { 0 };
	struct error e = store_notice_of_challenge(w->ctx->db, challenge_id, &ids);

	w->chapter = "notices";
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct notice n;

		e = notice_get(w->ctx, w->arena, ids.ids[i], &n);
		if (e.code == E_OK)
			/* TRANSLATORS: a notice's number, the days it was sent and published. */
			add(w, n.kind, text_word(WORDS_NOTICE_KIND, n.kind),
				arena_printf(w->arena, _("%s, sent %s, published %s"),
					*n.register_number == '\0' ? n.code : n.register_number,
					day_of(w->arena, n.sent), day_of(w->arena, n.published)));
	}
	id_list_clear(&ids);
	return e;
}

/* Whose it is, what became of it and why, of every item of the decision. */
static struct error add_entrant(struct writing_report *w, const struct decision_item *item)
{
	struct submission s;
	struct team team;

	TRY(submission_get(w->ctx, w->arena, item->submission_id, &s));
	TRY(team_get(w->ctx, w->arena, s.team_id, &team));
	add(w, item->outcome, text_word(WORDS_OUTCOME, item->outcome),
		arena_printf(w->arena, "%s %s: %s", s.code, team.name,
			i18n_pick(item->reason_fi, item->reason_sv, item->reason_en, NULL)));
	return ok();
}

static struct error add_complaints(struct writing_report *w, int64_t decision_id)
{
	struct id_list ids = { 0 };
	struct error e = complaint_ids(w->ctx, decision_id, &ids);

	w->chapter = "complaints";
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct complaint c;

		e = complaint_get(w->ctx, w->arena, ids.ids[i], &c);
		if (e.code == E_OK)
			add(w, c.code, c.code,
				arena_printf(w->arena, "%s, %s %s",
					text_word(WORDS_COMPLAINT_KIND, c.kind),
					day_of(w->arena, c.received),
					*c.outcome == '\0' ?
						"" :
						text_word(WORDS_COMPLAINT_OUTCOME, c.outcome)));
	}
	id_list_clear(&ids);
	return e;
}

static struct error add_decision(struct writing_report *w, int64_t decision_id)
{
	struct decision d;
	struct decision_items items;

	w->chapter = "entrants";
	TRY(decision_get(w->ctx, w->arena, decision_id, &d));
	add(w, "decision", text_word(WORDS_FIELD, "decision"),
		arena_printf(w->arena, "%s %s, %s %s", d.code, d.case_number,
			day_of(w->arena, d.day), d.decider));
	TRY(store_decision_items(w->ctx->db, w->arena, decision_id, &items));
	for (size_t i = 0; i < items.n; i++)
		if (*items.rows[i].outcome != '\0')
			TRY(add_entrant(w, &items.rows[i]));
	return ok();
}

/* What was found and what was done about it (directive 2014/24/EU, article 84(1)(i)): who took no
 * part in what. What a juror knows by a code only stands beside no entrant. */
static struct error add_conflict(
	struct writing_report *w, const struct round *round, const struct conflict *c)
{
	bool whole = c->by_code || *c->code == '\0';
	const char *round_words;

	TRY(round_name(w->ctx, w->arena, round, &round_words));
	add(w, "conflict", c->name,
		/* TRANSLATORS: a round; what it is about, or all of it; the ground; what became of
		 * it. */
		arena_printf(w->arena, _("%s, %s: %s (28 § 1 mom. %lld). %s"), round_words,
			whole ? C_("document", "all") : c->code,
			text_word(
				WORDS_GROUND, arena_printf(w->arena, "%lld", (long long)c->ground)),
			(long long)c->ground,
			conflict_bars(c) ? _("Barred from taking part.") :
					   text_word(WORDS_CONFLICT_STATE, c->state)));
	return ok();
}

static struct error add_conflicts_of(
	struct writing_report *w, int64_t round_id, int64_t challenge_id, bool *any)
{
	struct conflicts list;
	struct round round;

	TRY(round_get(w->ctx, w->arena, round_id, &round));
	if (round.challenge_id != challenge_id)
		return ok();
	TRY(conflict_list(w->ctx, w->arena, round_id, &list));
	for (size_t i = 0; i < list.n; i++)
		TRY(add_conflict(w, &round, &list.rows[i]));
	*any = *any || list.n > 0;
	return ok();
}

static struct error add_conflicts(struct writing_report *w, int64_t challenge_id)
{
	struct id_list ids = { 0 };
	bool any = false;
	struct error e = round_ids(w->ctx, NULL, &ids);

	w->chapter = "conflicts";
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = add_conflicts_of(w, ids.ids[i], challenge_id, &any);
	if (e.code == E_OK && !any)
		add(w, "none", award_report_heading("conflicts"), _("None was declared or found."));
	id_list_clear(&ids);
	return e;
}

static struct error add_contract(struct writing_report *w, int64_t id)
{
	struct contract_change change;
	struct contract c;
	struct exception exception = { .name = "" };

	TRY(contract_get(w->ctx, w->arena, id, &c));
	add(w, "contract", text_word(WORDS_FIELD, "contract"),
		arena_printf(w->arena, "%s %s, %s, %s", c.code, day_of(w->arena, c.day),
			money(w->arena, c.net), text_word(WORDS_CONTRACT_STATE, c.state)));
	add(w, "party", text_word(WORDS_FIELD, "party"), contract_party(w->arena, &c));
	if (*c.exception != '\0' && exception_find(w->arena, c.exception, &exception).code == E_OK)
		add(w, "exception", text_word(WORDS_FIELD, "exception"),
			arena_printf(w->arena, "%s: %s", exception.name, c.exception_reason));
	add(w, "subcontracting", text_word(WORDS_FIELD, "subcontracting"), c.subcontracting);
	add(w, "unchecked", text_word(WORDS_FIELD, "unchecked"), c.unchecked);
	TRY(contract_change_get(w->ctx, w->arena, &c, &change));
	if (c.changes != 0)
		add(w, "change", text_word(WORDS_FIELD, "changes"),
			arena_printf(w->arena, "%s: %s. %s %s", c.changes_code,
				text_word(WORDS_CHANGE_GROUND, c.change_ground), c.change_reason,
				contract_change_words(w->arena, &change)));
	return ok();
}

static struct error add_contracts(struct writing_report *w, int64_t team_id)
{
	struct id_list ids = { 0 };
	struct negotiation n;

	w->chapter = "contracts";
	TRY(negotiation_get(w->ctx, w->arena, team_id, &n));
	add(w, "procedure", text_word(WORDS_FIELD, "procedure"), n.procedure);
	struct error e = contract_ids(w->ctx, team_id, &ids);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = add_contract(w, ids.ids[i]);
	id_list_clear(&ids);
	return e;
}

/* The decision in force on any of its teams: they were decided on together. */
static struct error find_decision(
	struct context *ctx, const struct id_list *teams, int64_t *decision_id)
{
	*decision_id = 0;
	for (size_t i = 0; *decision_id == 0 && i < teams->n; i++) {
		struct error e =
			store_team_decision(ctx->db, teams->ids[i], "solution", decision_id);

		if (e.code != E_OK && e.code != E_NOT_FOUND)
			return e;
	}
	return *decision_id != 0 ?
		       ok() :
		       rule(N_("There is no report yet: it is made when the decision on the "
			       "solutions has been approved."));
}

static struct error write_all(
	struct writing_report *w, const struct challenge *c, const struct id_list *teams)
{
	int64_t decision_id;

	TRY(find_decision(w->ctx, teams, &decision_id));
	TRY(add_subject(w, c));
	TRY(add_notices(w, c->id));
	TRY(add_decision(w, decision_id));
	TRY(add_conflicts(w, c->id));
	TRY(add_complaints(w, decision_id));
	for (size_t i = 0; i < teams->n; i++) {
		struct team team;

		TRY(team_get(w->ctx, w->arena, teams->ids[i], &team));
		if (team_state_of(team.state) == TEAM_STATE_WINNER ||
			team_state_of(team.state) == TEAM_STATE_DECLINED)
			TRY(add_contracts(w, team.id));
	}
	return ok();
}

struct error award_report_facts(
	struct context *ctx, struct arena *arena, int64_t challenge_id, struct report_facts *facts)
{
	struct writing_report w = { ctx, arena, facts, "" };
	struct id_list teams = { 0 };
	struct challenge c;

	*facts = (struct report_facts){ 0 };
	TRY(require(ctx, ACT_MONEY));
	TRY(challenge_get(ctx, arena, challenge_id, &c));
	struct error e = team_ids(ctx, challenge_id, NULL, &teams);
	if (e.code == E_OK)
		e = write_all(&w, &c, &teams);
	id_list_clear(&teams);
	return e;
}

static void write_blocks(
	struct document *page, struct arena *arena, const struct report_facts *facts)
{
	for (size_t i = 0, n; i < facts->n; i += n) {
		struct fact *rows = arena_alloc(arena, facts->n * sizeof(*rows));

		for (n = 0; i + n < facts->n &&
			    strcmp(facts->rows[i + n].chapter, facts->rows[i].chapter) == 0;
			n++)
			rows[n] = (struct fact){ .label = facts->rows[i + n].label,
				.value = facts->rows[i + n].value };
		document_heading(page, award_report_heading(facts->rows[i].chapter));
		document_facts(page, rows, n);
	}
}

static struct error write_report(struct context *ctx, struct arena *arena,
	const struct document_ask *ask, struct documents *out)
{
	struct report_facts facts;
	struct challenge c;

	TRY(award_report_facts(ctx, arena, ask->id, &facts));
	TRY(challenge_get(ctx, arena, ask->id, &c));
	struct document *page = document_new(out, arena, i18n_lang(),
		/* TRANSLATORS: the title of a report; a challenge's code and title. */
		arena_printf(arena, _("Report on the procurement: %s %s"), c.code,
			challenge_title(&c, NULL)));
	if (ctx->demo)
		page->notice =
			document_words(page, _("This is a demo: everything in it is invented."));
	out->about = arena_text(arena, c.code);
	write_blocks(page, arena, &facts);
	return ok();
}

static struct error make(struct context *ctx, struct arena *arena, const struct document_ask *ask,
	struct documents *out)
{
	const char *before = i18n_lang();

	i18n_use(ask->lang != NULL ? ask->lang : before);
	struct error e = write_report(ctx, arena, ask, out);
	i18n_use(before);
	return e;
}

static struct error find(struct context *ctx, const char *code, int64_t *id)
{
	return challenge_find(ctx, code, id);
}

const struct document_kind award_report_kind = {
	.noun = "award-report",
	.word = NC_("document", "Report on the procurement"),
	.of = "challenge",
	.find = find,
	.make = make,
};
