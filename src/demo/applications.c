/* SPDX-License-Identifier: MIT
 * April to June 2019: teams apply, three panels review, nine teams go on. Names of three teams are
 * those of the real competition; everything else about them, and all other teams, are invented. */
#include <stdlib.h>
#include <string.h>

#include "src/demo/jury.h"
#include "src/judging/decision.h"
#include "src/judging/service.h"
#include "src/judging/standing.h"
#include "src/phases/application.h"
#include "src/phases/challenge.h"
#include "src/phases/note.h"
#include "src/phases/phase.h"
#include "src/registers/organization.h"

enum { DEMO_MEMBERS = 8 };

/* The columns of data/teams.csv. */
enum {
	T_CHALLENGE,
	T_NAME,
	T_KIND,
	T_ORGANIZATION,
	T_MEMBERS,
	T_LANG,
	T_TITLE,
	T_BODY,
	T_QUALITY,
	T_OUTCOME,
	T_RECEIVED,
	T_COLUMNS
};

static struct error find_organization(struct story *story, const char *name, int64_t *id)
{
	struct organization organization = { .name_fi = name,
		.name_sv = name,
		.business_id = "",
		.kind = strstr(name, " ry") != NULL ? "association" : "company" };

	*id = 0;
	return *name == '\0' ? ok() : organization_add(story->ctx, &organization, id);
}

static size_t split_members(
	struct story *story, const char *text, const char *team, struct member_input *members)
{
	char *rest = arena_text(&story->arena, text), *name;
	size_t n = 0;

	while (n < DEMO_MEMBERS && (name = strtok_r(rest, ";", &rest)) != NULL)
		members[n++] = (struct member_input){
			.name = name, .email = story_address(story, name, team), .consent = true
		};
	return n;
}

static struct error add_application(void *arg, const struct csv_row *row)
{
	struct story *story = arg;
	const struct csv_cell *c = row->cells;
	struct member_input members[DEMO_MEMBERS];
	struct application_input input = { .members = members,
		.team = { .name = c[T_NAME].text, .kind = c[T_KIND].text },
		.submission = { .title = c[T_TITLE].text,
			.body = c[T_BODY].text,
			.lang = c[T_LANG].text,
			.channel = "form" } };
	struct moment received;
	int64_t id;

	TRY(challenge_find(story->ctx, c[T_CHALLENGE].text, &input.team.challenge_id));
	TRY(find_organization(story, c[T_ORGANIZATION].text, &input.team.organization_id));
	TRY(moment_parse(c[T_RECEIVED].text, EDGE_START, &received));
	input.submission.received = received.time;
	input.n = split_members(story, c[T_MEMBERS].text, c[T_NAME].text, members);
	input.submission.contact_name = members[0].name;
	input.submission.contact_email = members[0].email;
	input.submission.contact_phone = story_phone(story, row->line + 200);
	return application_add(story->ctx, &input, &id);
}

/* What the chapter knows of one submission of a round. */
struct known {
	struct jury *jury;
	const char *outcome;
	int64_t item_id; /* 0: only note the qualities */
};

static struct error note_quality(void *arg, const struct csv_row *row)
{
	struct known *known = arg;
	struct jury *jury = known->jury;

	for (size_t i = 0; i < jury->assignments.n; i++)
		if (strcmp(jury->assignments.rows[i].title, row->cells[T_TITLE].text) == 0)
			jury->quality[i / jury->members.n] =
				strtoll(row->cells[T_QUALITY].text, NULL, 10);
	return ok();
}

/* Equal in everything, on both sides of the line: the panel had to say which goes on. */
static const char *const twins[] = { "Grannhjälp på kartan", "Aloitteet laatikosta" };
static const char twins_in[] = "applications-C-2";

static struct error review_round(struct jury *jury)
{
	struct known known = { .jury = jury };

	if (strcmp(jury->key, twins_in) == 0)
		memcpy(jury->twins, twins, sizeof(twins));
	TRY(jury_prepare(jury));
	TRY(csv_each_row(data_demo_teams, T_COLUMNS, note_quality, &known));
	return jury_review(jury, 0, jury->members.n);
}

static struct error open_panel(
	struct story *story, const char *challenge, struct jury *jury, const char *key)
{
	static const char *const panel[] = { "oiva", "exempla", "tapio", "niilo" };
	struct round round = {
		.key = key, .kind = "application", .select_min = -1, .select_max = -1, .ties = ""
	};

	TRY(challenge_find(story->ctx, challenge, &round.challenge_id));
	TRY(round_add(story->ctx, &round, &jury->round_id));
	TRY(rules_define(story->ctx, jury->round_id, data_demo_application_rules));
	TRY(round_lock(story->ctx, jury->round_id, "Hankintailmoitus 11.4.2019"));
	for (size_t i = 0; i < LEN(panel); i++)
		TRY(round_seat(story->ctx, jury->round_id, panel[i], i == 0, false));
	TRY(story_open_round(story, jury->round_id));
	for (size_t i = 0; i < LEN(panel); i++)
		TRY(declaration_enter(story->ctx, jury->round_id, panel[i], NULL, 0,
			"Allekirjoitetut lomakkeet 5.6.2019"));
	return ok();
}

struct meeting {
	struct story *story;
	const struct jury *jury;
	int64_t decision_id;
};

static struct error decide_team(void *arg, const struct csv_row *row)
{
	const struct meeting *meeting = arg;
	const char *outcome = row->cells[T_OUTCOME].text;
	bool going_on = item_outcome_of(outcome) == OUTCOME_SELECTED;
	struct decision_item item = { .outcome = outcome,
		.reason_en = "",
		.deviation_reason = "",
		.reason_fi = going_on ?
				     "Idea vastaa haasteeseen, ja tiimillä on taidot kokeiluun." :
				     "Hakemus jäi vertailussa valittujen taakse.",
		.reason_sv =
			going_on ?
				"Idén svarar på utmaningen, och teamet har kunnande för försöket." :
				"Ansökan placerade sig efter de valda i jämförelsen." };

	for (size_t i = 0; i < meeting->jury->assignments.n; i++)
		if (strcmp(meeting->jury->assignments.rows[i].title, row->cells[T_TITLE].text) == 0)
			item.item_id = meeting->jury->assignments.rows[i].item_id;
	return item.item_id == 0 ?
		       ok() :
		       decision_set_item(meeting->story->ctx, meeting->decision_id, &item);
}

static struct error decide(struct story *story, const struct jury *jury)
{
	struct meeting meeting = { .story = story, .jury = jury };
	struct decision decision = { .round_id = jury->round_id,
		.lang = "fi",
		.place = "Kuntatalo, Helsinki",
		.form = "room",
		.range_reason = "",
		.tie_reason =
			strcmp(jury->key, twins_in) != 0 ?
				"" :
				"Pisteet olivat kaikilta osin samat. Grannhjälpen oli jo kokeillut ideaa "
				"kahden kunnan kanssa.",
		.correction_reason = "",
		.case_number = arena_printf(&story->arena, "4%s/2019", strrchr(jury->key, '-') + 1),
		.regime = "hankinta",
		.regime_reason =
			"Järjestäjä noudattaa hankintalain muutoksenhakua, koska kilpailun "
			"perusteella voidaan tehdä hankintoja.",
		.decider = "Hallitus (esimerkki)" };

	TRY(decision_add(story->ctx, &decision, &meeting.decision_id));
	TRY(csv_each_row(data_demo_teams, T_COLUMNS, decide_team, &meeting));
	TRY(demo_decision(story, meeting.decision_id));
	return decision_sign(story->ctx, meeting.decision_id, NULL);
}

/* By e-mail on the day of the announcement; the reserve by letter. */
static struct error serve(struct story *story, int64_t decision_id)
{
	struct services services;
	int64_t day;

	TRY(day_parse("2019-06-19", &day));
	TRY(service_list(story->ctx, &story->arena, decision_id, &services));
	for (size_t i = 0; i < services.n; i++) {
		bool reserve = item_outcome_of(services.rows[i].outcome) == OUTCOME_RESERVE;
		struct service how = { .channel = reserve ? "letter" : "email", .sent = day };

		TRY(service_add(story->ctx, decision_id, services.rows[i].submission_id, &how));
	}
	return ok();
}

static struct error serve_all(struct story *story)
{
	struct id_list ids = { 0 };
	struct error e = decision_ids(story->ctx, 0, "decision", &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct decision d;

		e = decision_get(story->ctx, &story->arena, ids.ids[i], &d);
		if (e.code == E_OK && strncmp(d.round_key, "applications-", 13) == 0)
			e = serve(story, d.id);
	}
	id_list_clear(&ids);
	return e;
}

static struct error judge(struct story *story, const char *challenge)
{
	const char *key = arena_printf(&story->arena, "applications-%s", challenge);
	struct jury jury = { .story = story, .key = key };

	TRY(story_at(story, "2019-06-05T10:00"));
	TRY(open_panel(story, challenge, &jury, key));
	TRY(story_at(story, "2019-06-12T14:30"));
	TRY(review_round(&jury));
	TRY(story_at(story, "2019-06-14T16:00"));
	TRY(round_move(story->ctx, jury.round_id, ROUND_CLOSE, ""));
	TRY(standing_show(story->ctx, jury.round_id));
	TRY(story_at(story, "2019-06-18T13:00"));
	return decide(story, &jury);
}

/* What was promised in April has been kept. */
static struct error keep_promises(struct story *story)
{
	struct id_list ids = { 0 };
	struct error e = note_due_ids(story->ctx, 0, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = note_done(story->ctx, ids.ids[i]);
	id_list_clear(&ids);
	return e;
}

struct error demo_applications(struct story *story)
{
	TRY(story_at(story, "2019-05-02T14:00"));
	TRY(keep_promises(story));
	TRY(demo_letter_again(story));
	TRY(story_at(story, "2019-06-03T09:10"));
	TRY(csv_each_row(data_demo_teams, T_COLUMNS, add_application, story));
	TRY(phase_move(story->ctx, "applications", PHASE_CLOSE, ""));
	TRY(judge(story, "C-1"));
	TRY(judge(story, "C-2"));
	TRY(judge(story, "C-3"));
	TRY(story_at(story, "2019-06-19T10:00"));
	TRY(serve_all(story));
	return phase_move(story->ctx, "applications", PHASE_DECIDE, "");
}
