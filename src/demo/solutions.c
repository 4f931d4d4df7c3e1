/* SPDX-License-Identifier: MIT
 * Autumn 2019 to January 2020: solutions are handed in, masked and judged blind; the jury states,
 * the names are opened, and the contracting entity decides. The scores are invented. */
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/csv.h"
#include "src/demo/jury.h"
#include "src/judging/blind.h"
#include "src/judging/custody.h"
#include "src/judging/decision.h"
#include "src/judging/service.h"
#include "src/judging/standing.h"
#include "src/phases/challenge.h"
#include "src/phases/phase.h"
#include "src/phases/submission.h"
#include "src/phases/team.h"
#include "src/registers/account.h"

/* The columns of data/solutions.csv. */
enum {
	S_TEAM,
	S_TITLE,
	S_BODY,
	S_MASKED_TITLE,
	S_MASKED_BODY,
	S_QUALITY,
	S_OUTCOME,
	S_RECEIVED,
	S_COLUMNS
};

static const char *const challenges[] = { "C-1", "C-2", "C-3" };
static const char *const jurors[] = { "maija", "kaarina", "exempla", "helvi", "oiva", "tapio",
	"niilo" };

/* The further chapters of a proposal: from one of them on, round the end, so that two are alike
 * hardly ever; two proposals fill all the room there is. */
struct proposal {
	struct buffer text;
	const char *lang;
	size_t from, most, seen, taken, characters;
};

static struct error add_chapter(void *arg, const struct csv_row *row)
{
	struct proposal *p = arg;
	size_t length = utf8_length(row->cells[1].text) + 2;

	if (strcmp(row->cells[0].text, p->lang) != 0 || p->seen++ < p->from ||
		p->taken >= p->most || p->characters + length > BODY_MAX)
		return ok();
	p->taken++;
	p->characters += length;
	buffer_printf(&p->text, "\n\n%s", row->cells[1].text);
	return ok();
}

static const char *lang_of(const struct csv_row *row)
{
	const char *team = row->cells[S_TEAM].text;

	return *team == 'G' || strncmp(team, "Stud", 4) == 0 ? "sv" : "fi";
}

static struct error whole_text(
	struct story *story, const struct csv_row *row, const char *summary, const char **text)
{
	size_t team = (size_t)row->line - 2; /* behind the heading */
	bool full = strcmp(row->cells[S_TEAM].text, "Desperado Designs") == 0 ||
		    strcmp(row->cells[S_TEAM].text, "Rapida") == 0;
	struct proposal p = { .lang = lang_of(row),
		.from = full ? 0 : team % 4,
		.most = full ? 100 : 3 + team % 3,
		.characters = utf8_length(summary) };

	buffer_text(&p.text, summary);
	struct error e = csv_each_row(data_demo_chapters, 2, add_chapter, &p);
	*text = arena_text(&story->arena, p.text.text);
	buffer_clear(&p.text);
	return e;
}

static struct error hand_in(void *arg, const struct csv_row *row)
{
	struct story *story = arg;
	const struct csv_cell *c = row->cells;
	struct submission_input input = { .submission = { .kind = "solution",
						  .title = c[S_TITLE].text,
						  .channel = "form",
						  .lang = lang_of(row) } };
	struct moment received;
	int64_t id;

	TRY(whole_text(story, row, c[S_BODY].text, &input.submission.body));
	TRY(team_find(story->ctx, c[S_TEAM].text, &input.submission.team_id));
	TRY(moment_parse(c[S_RECEIVED].text, EDGE_START, &received));
	input.submission.received = received.time;
	return submission_add(story->ctx, &input, &id);
}

/* Who holds the codes, and who stands in: neither records the meeting. */
static const struct new_account holders[] = {
	{ .login = "vaula",
		.name = "Vaula Vartio",
		.role = "custodian",
		.lang = "fi",
		.email = "vaula@toimisto.example" },
	{ .login = "dag",
		.name = "Dag Demoström",
		.role = "custodian",
		.lang = "sv",
		.email = "dag@toimisto.example" },
};

static struct error add_holders(struct story *story)
{
	int64_t id;

	for (size_t i = 0; i < LEN(holders); i++)
		TRY(account_add(story->ctx, &holders[i], &id));
	return ok();
}

struct custody {
	struct story *story;
	int64_t round_id;
};

static struct error mask_one(void *arg, const struct csv_row *row)
{
	struct custody *custody = arg;
	const struct csv_cell *c = row->cells;
	struct arena *arena = &custody->story->arena;
	struct team team;
	struct submission s;
	const char *text;
	int64_t id;

	if (c[S_MASKED_BODY].text[0] == '\0')
		return ok();
	TRY(team_find(custody->story->ctx, c[S_TEAM].text, &id));
	TRY(team_get(custody->story->ctx, arena, id, &team));
	TRY(submission_get(custody->story->ctx, arena, team.solution_id, &s));
	struct error e = store_item_find(custody->story->ctx->db, custody->round_id, s.code, &id);
	if (e.code == E_NOT_FOUND)
		return ok(); /* of another challenge */
	TRY(e);
	TRY(whole_text(custody->story, row, c[S_MASKED_BODY].text, &text));
	return blind_mask(custody->story->ctx, id, c[S_MASKED_TITLE].text, text);
}

static const char *key_of(struct story *story, const char *challenge)
{
	return arena_printf(&story->arena, "solutions-%s", challenge);
}

static struct error open_blind(struct story *story, const char *challenge)
{
	struct round round = { .key = key_of(story, challenge),
		.kind = "solution",
		.blind = true,
		.select_min = -1,
		.select_max = -1,
		.ties = "" };
	struct custody custody = { .story = story };
	struct moment closes;

	TRY(challenge_find(story->ctx, challenge, &round.challenge_id));
	TRY(moment_parse("2019-12-13T16:00", EDGE_END, &closes));
	round.closes = closes.time;
	TRY(round_add(story->ctx, &round, &custody.round_id));
	TRY(rules_define(story->ctx, custody.round_id, data_demo_solution_rules));
	TRY(round_lock(story->ctx, custody.round_id, "Hankintailmoitus 11.4.2019"));
	for (size_t i = 0; i < LEN(jurors); i++)
		TRY(round_seat(story->ctx, custody.round_id, jurors[i], i == 0, false));
	TRY(custody_name(story->ctx, custody.round_id, "vaula", "dag", ""));
	TRY(story_as(story, "vaula"));
	TRY(blind_prepare(story->ctx, custody.round_id));
	TRY(csv_each_row(data_demo_solutions, S_COLUMNS, mask_one, &custody));
	TRY(blind_release(
		story->ctx, custody.round_id, "Luettu läpi; jäljelle jäi yleisiä sanoja."));
	TRY(story_as(story, NULL));
	TRY(story_open_round(story, custody.round_id));
	for (size_t i = 0; i < LEN(jurors); i++)
		TRY(declaration_enter(story->ctx, custody.round_id, jurors[i], NULL, 0,
			"Allekirjoitetut lomakkeet 2.12.2019"));
	return ok();
}

struct known {
	struct jury *jury;
};

/* The jury knows a solution by its masked title; the demo's titles are all different. */
static struct error note_quality(void *arg, const struct csv_row *row)
{
	struct jury *jury = ((struct known *)arg)->jury;

	for (size_t i = 0; i < jury->assignments.n; i++)
		if (strcmp(jury->assignments.rows[i].title, row->cells[S_TITLE].text) == 0)
			jury->quality[i / jury->members.n] =
				strtoll(row->cells[S_QUALITY].text, NULL, 10);
	return ok();
}

static struct error review(struct story *story, const char *challenge, size_t from, size_t to)
{
	struct jury jury = { .story = story, .key = key_of(story, challenge) };
	struct known known = { &jury };

	/* Two have no line at home. */
	if (strcmp(challenge, "C-1") == 0) {
		jury.confirms = "oiva";
		jury.waits = "helvi";
		jury.paper_source = "Pisteytyslomake paperilla 10.12.2019";
	}
	TRY(round_find(story->ctx, jury.key, &jury.round_id));
	TRY(jury_prepare(&jury));
	TRY(csv_each_row(data_demo_solutions, S_COLUMNS, note_quality, &known));
	return jury_review(&jury, from, to);
}

/* December 2019 became January 2020, and then a day. */
static struct error replan_results(struct story *story, const char *when, const char *reason)
{
	struct milestones list;
	struct moment moment;
	struct phase phase;

	TRY(moment_parse(when, EDGE_END, &moment));
	TRY(phase_plan(story->ctx, "results", PHASE_CLOSES, &moment, reason));
	TRY(phase_get(story->ctx, &story->arena, "results", &phase));
	TRY(milestone_list(story->ctx, &story->arena, phase.id, &list));
	for (size_t i = 0; i < list.n; i++)
		if (strcmp(list.rows[i].name_fi, "Voittajien julkistaminen") == 0)
			return milestone_replan(story->ctx, list.rows[i].id, &moment, reason);
	return fail(E_NOT_FOUND, "milestone");
}

struct error demo_solutions(struct story *story)
{
	struct moment when;

	TRY(story_at(story, "2019-10-23T09:00"));
	TRY(moment_parse("2019-11-29", EDGE_END, &when));
	TRY(phase_plan(story->ctx, "solutions", PHASE_CLOSES, &when, "Määräaika täsmennettiin."));
	TRY(replan_results(story, "2020-01", "Tuomaristo tarvitsee aikaa tammikuuhun."));
	TRY(add_holders(story));
	return phase_move(story->ctx, "solutions", PHASE_OPEN, "");
}

struct error demo_blind(struct story *story)
{
	TRY(story_at(story, "2019-11-30T09:30"));
	TRY(csv_each_row(data_demo_solutions, S_COLUMNS, hand_in, story));
	TRY(demo_attached(story));
	TRY(phase_move(story->ctx, "solutions", PHASE_CLOSE, ""));
	TRY(story_at(story, "2019-12-02T10:00"));
	for (size_t i = 0; i < LEN(challenges); i++)
		TRY(open_blind(story, challenges[i]));
	TRY(demo_asked_blind(story));
	TRY(demo_dialogue(story));
	TRY(story_at(story, "2019-12-10T15:20"));
	TRY(review(story, "C-1", 0, 5));
	TRY(review(story, "C-2", 0, 3));
	TRY(review(story, "C-3", 0, LEN(jurors)));
	return demo_recognized(story);
}

struct statement {
	struct story *story;
	int64_t id;
	struct decision_items items;
};

static struct error state_one(void *arg, const struct csv_row *row)
{
	const struct statement *statement = arg;
	const char *outcome = row->cells[S_OUTCOME].text;
	bool best = item_outcome_of(outcome) == OUTCOME_SELECTED;
	struct decision_item item = { .outcome = outcome,
		.reason_en = "",
		.deviation_reason = "",
		.reason_fi =
			best ? "Vaikutus on osoitettu kokeilussa, ja ratkaisu sopii kaikkiin kuntiin." :
			       "Ansiokas ratkaisu, joka jäi vertailussa voittajan taakse.",
		.reason_sv =
			best ? "Effekten har visats i försöket, och lösningen passar alla kommuner." :
			       "En förtjänstfull lösning som placerade sig efter vinnaren." };

	for (size_t i = 0; i < statement->items.n; i++)
		if (strcmp(statement->items.rows[i].title, row->cells[S_TITLE].text) == 0)
			item.item_id = statement->items.rows[i].item_id;
	return item.item_id == 0 ? ok() :
				   decision_set_item(statement->story->ctx, statement->id, &item);
}

/* The draft of the round, or what has become of it. */
static struct error find_statement(struct story *story, int64_t round_id, struct decision *d)
{
	struct id_list ids = { 0 };
	struct error e = decision_ids(story->ctx, round_id, "statement", &ids);
	int64_t id = ids.n > 0 ? ids.ids[0] : 0;

	id_list_clear(&ids);
	*d = (struct decision){ 0 };
	TRY(e);
	return id == 0 ? ok() : decision_get(story->ctx, &story->arena, id, d);
}

static struct error begin_statement(struct story *story, int64_t round_id, int64_t *id)
{
	struct statement statement = { .story = story };
	struct decision d = { .kind = "statement",
		.round_id = round_id,
		.lang = "fi",
		.place = "Kuntatalo, Helsinki",
		.form = "room",
		.range_reason = "",
		.tie_reason = "",
		.correction_reason = "",
		.case_number = "",
		.decider = "" };

	TRY(decision_add(story->ctx, &d, &statement.id));
	TRY(decision_items(story->ctx, &story->arena, statement.id, &statement.items));
	*id = statement.id;
	return csv_each_row(data_demo_solutions, S_COLUMNS, state_one, &statement);
}

/* On the first challenge the jury has stated, and five of seven have signed. */
static struct error state_first(struct story *story)
{
	int64_t round_id, id;

	TRY(round_find(story->ctx, key_of(story, "C-1"), &round_id));
	TRY(begin_statement(story, round_id, &id));
	return demo_sign_some(story, id);
}

struct error demo_judged(struct story *story)
{
	int64_t id;

	TRY(story_at(story, "2019-12-12T11:00"));
	TRY(review(story, "C-1", 5, LEN(jurors)));
	TRY(review(story, "C-2", 3, LEN(jurors)));
	TRY(demo_answered_blind(story));
	TRY(story_at(story, "2019-12-13T16:05"));
	for (size_t i = 0; i < LEN(challenges); i++) {
		TRY(round_find(story->ctx, key_of(story, challenges[i]), &id));
		TRY(round_move(story->ctx, id, ROUND_CLOSE, ""));
		TRY(standing_show(story->ctx, id));
	}
	TRY(phase_move(story->ctx, "solutions", PHASE_DECIDE, ""));
	TRY(story_at(story, "2019-12-16T09:00"));
	TRY(phase_move(story->ctx, "results", PHASE_OPEN, ""));
	TRY(state_first(story));
	return demo_meeting(story);
}

static struct error state(struct story *story, int64_t round_id)
{
	struct decision d;

	TRY(find_statement(story, round_id, &d));
	int64_t id = d.id;
	if (id == 0)
		TRY(begin_statement(story, round_id, &id));
	if (d.state == NULL || decision_state_of(d.state) == DECISION_STATE_DRAFT)
		TRY(demo_sign_some(story, id));
	TRY(demo_sign_rest(story, id));
	return demo_open_names(story, round_id);
}

static struct error decide(struct story *story, int64_t round_id, int64_t number)
{
	struct decision d = { .kind = "decision",
		.round_id = round_id,
		.lang = "fi",
		.place = "Helsinki",
		.form = "room",
		.range_reason = "",
		.tie_reason = "",
		.correction_reason = "",
		.decider = "Hallitus (esimerkki)",
		.regime = "hankinta",
		.regime_reason =
			"Järjestäjä noudattaa hankintalain muutoksenhakua, koska kilpailun "
			"perusteella voidaan tehdä hankintoja." };
	struct services services;
	int64_t id, day;

	d.case_number = arena_printf(&story->arena, "%lld/2020", (long long)number);
	TRY(decision_add(story->ctx, &d, &id));
	TRY(demo_decision(story, id));
	TRY(decision_sign(story->ctx, id, NULL));
	TRY(day_parse("2020-01-20", &day));
	TRY(service_list(story->ctx, &story->arena, id, &services));
	for (size_t i = 0; i < services.n; i++)
		TRY(service_add(story->ctx, id, services.rows[i].submission_id,
			&(struct service){ .channel = "email", .sent = day }));
	return ok();
}

static struct error announce(struct story *story)
{
	struct milestones list;
	struct moment actual;
	struct phase phase;

	TRY(story_at(story, "2020-01-23T18:00"));
	TRY(moment_parse("2020-01-23", EDGE_START, &actual));
	TRY(phase_get(story->ctx, &story->arena, "results", &phase));
	TRY(milestone_list(story->ctx, &story->arena, phase.id, &list));
	for (size_t i = 0; i < list.n; i++)
		if (strcmp(list.rows[i].name_fi, "Voittajien julkistaminen") == 0)
			TRY(milestone_reached(story->ctx, list.rows[i].id, &actual));
	TRY(story_at(story, "2020-01-24T08:30"));
	TRY(phase_move(story->ctx, "results", PHASE_CLOSE, ""));
	TRY(phase_move(story->ctx, "results", PHASE_DECIDE, ""));
	TRY(story_at(story, "2020-02-04T08:30"));
	return phase_move(story->ctx, "procurement", PHASE_OPEN, "");
}

struct error demo_results(struct story *story)
{
	int64_t id;

	TRY(demo_meeting_ends(story));
	TRY(story_at(story, "2020-01-07T10:00"));
	TRY(replan_results(story, "2020-01-23", "Julkistuspäivä vahvistettiin."));
	TRY(story_at(story, "2020-01-09T13:00"));
	for (size_t i = 0; i < LEN(challenges); i++) {
		TRY(round_find(story->ctx, key_of(story, challenges[i]), &id));
		TRY(state(story, id));
	}
	TRY(story_at(story, "2020-01-20T10:00"));
	for (size_t i = 0; i < LEN(challenges); i++) {
		TRY(round_find(story->ctx, key_of(story, challenges[i]), &id));
		TRY(decide(story, id, (int64_t)i + 4));
	}
	TRY(announce(story));
	return demo_notices(story);
}
