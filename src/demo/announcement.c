/* SPDX-License-Identifier: MIT
 * August 2018: partners, jury, dates as they were announced, the first phase open. */
#include <string.h>

#include "src/base/daytime.h"
#include "src/demo/story.h"
#include "src/base/csv.h"
#include "src/judging/round.h"
#include "src/phases/phase.h"
#include "src/registers/account.h"
#include "src/registers/organization.h"
#include "src/registers/person.h"

static struct error add_partner(void *arg, const struct csv_row *row)
{
	struct story *story = arg;
	struct organization organization = { .name_fi = row->cells[0].text,
		.name_sv = row->cells[1].text,
		.kind = row->cells[2].text,
		.business_id = "" };
	struct partner partner = { .kind = row->cells[3].text };
	int64_t id;

	TRY(organization_add(story->ctx, &organization, &partner.organization_id));
	TRY(day_parse("2018-08-16", &partner.valid_from));
	return partner_add(story->ctx, &partner, &id);
}

static struct error add_phone(struct story *story, int64_t person_id)
{
	struct person person;

	TRY(person_get(story->ctx, &story->arena, person_id, &person));
	person.phone = story_phone(story, 300 + person_id);
	return person_update(story->ctx, &person);
}

static struct error add_juror(void *arg, const struct csv_row *row)
{
	struct story *story = arg;
	struct new_account account = { .login = row->cells[0].text,
		.name = row->cells[1].text,
		.role = "juror",
		.lang = row->cells[2].text };
	struct person_role role = { .kind = "juror", .title = "" };
	struct account made;
	int64_t id;

	account.email = arena_printf(&story->arena, "%s@tuomaristo.example", account.login);
	TRY(account_add(story->ctx, &account, &id));
	TRY(account_get(story->ctx, &story->arena, id, &made));
	TRY(add_phone(story, made.person_id));
	role.person_id = made.person_id;
	TRY(organization_find(story->ctx, row->cells[3].text, &role.organization_id));
	TRY(day_parse("2018-08-16", &role.valid_from));
	return role_add(story->ctx, &role, &id);
}

/* The second person of the office, for what nobody settles alone, and who looks on. */
static struct error add_colleagues(struct story *story)
{
	static const struct new_account colleagues[] = {
		{ .login = "veera",
			.name = "Veera Esimerkki",
			.email = "veera@kansliet.example",
			.role = "office",
			.lang = "sv" },
		{ .login = "tarmo",
			.name = "Tarmo Tarkka",
			.email = "tarmo@tarkastus.example",
			.role = "auditor",
			.lang = "fi" },
	};
	struct account made;
	int64_t id;

	for (size_t i = 0; i < LEN(colleagues); i++) {
		TRY(account_add(story->ctx, &colleagues[i], &id));
		TRY(account_get(story->ctx, &story->arena, id, &made));
		TRY(add_phone(story, made.person_id));
	}
	return ok();
}

static const struct {
	const char *phase;
	enum phase_edge edge;
	const char *when;
} dates[] = {
	{ "problems", PHASE_OPENS, "2018-08-16" },
	{ "problems", PHASE_CLOSES, "2018-10-31" },
	{ "applications", PHASE_OPENS, "2019-01-15" },
	{ "mentoring", PHASE_OPENS, "2019-09" },
	{ "solutions", PHASE_CLOSES, "2019-11" },
	{ "results", PHASE_CLOSES, "2019-12" },
};

static struct error announce_dates(struct story *story)
{
	struct moment when;

	for (size_t i = 0; i < LEN(dates); i++) {
		enum edge edge = dates[i].edge == PHASE_OPENS ? EDGE_START : EDGE_END;

		TRY(moment_parse(dates[i].when, edge, &when));
		TRY(phase_plan(story->ctx, dates[i].phase, dates[i].edge, &when, ""));
	}
	TRY(moment_parse("2018-12", EDGE_END, &when));
	TRY(milestone_add(story->ctx, "problems", "Haasteet valittu", "Utmaningarna valda", &when));
	TRY(moment_parse("2019-12", EDGE_END, &when));
	return milestone_add(
		story->ctx, "results", "Voittajien julkistaminen", "Vinnarna offentliggörs", &when);
}

/* The rules are locked with the announcement, before anybody has sent anything. */
static struct error announce_rules(struct story *story)
{
	struct round round = {
		.key = "problems", .kind = "problem", .select_min = -1, .select_max = -1, .ties = ""
	};
	int64_t id;

	TRY(round_add(story->ctx, &round, &id));
	TRY(rules_define(story->ctx, id, data_demo_problem_rules));
	return round_lock(story->ctx, id, "Klash 16.8.2018");
}

struct error demo_announcement(struct story *story)
{
	TRY(story_at(story, "2018-08-13T10:15"));
	TRY(csv_each_row(data_demo_partners, 4, add_partner, story));
	TRY(story_at(story, "2018-08-14T13:40"));
	TRY(csv_each_row(data_demo_jurors, 4, add_juror, story));
	TRY(add_colleagues(story));
	TRY(story_at(story, "2018-08-15T15:05"));
	TRY(announce_dates(story));
	TRY(announce_rules(story));
	TRY(demo_questions(story));
	TRY(story_at(story, "2018-08-16T08:45"));
	TRY(demo_budget(story));
	TRY(demo_regimes(story));
	TRY(story_at(story, "2018-08-16T09:00"));
	return phase_move(story->ctx, "problems", PHASE_OPEN, "");
}
