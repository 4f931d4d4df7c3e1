/* SPDX-License-Identifier: MIT */
#include "tests/unit/winners.h"

#include "db/store/challenge.h"
#include "db/search.h"
#include "db/store/team.h"
#include "src/phases/procurement.h"
#include "src/registers/municipality.h"

static void insert_team(struct fixture *f, int number, const char *state, int64_t *id)
{
	char title[40], challenge_code[16], team_code[16], name[40];
	struct challenge challenge = { .number = number, .code = challenge_code, .title_fi = title,
		.title_sv = title, .title_en = "", .text_fi = "", .text_sv = "" };
	struct team team = { .number = number, .code = team_code, .name = name, .kind = "company" };

	snprintf(title, sizeof(title), "Haaste %d", number);
	snprintf(challenge_code, sizeof(challenge_code), "C-%d", number);
	snprintf(team_code, sizeof(team_code), "T-%d", number);
	snprintf(name, sizeof(name), "Tiimi %d", number);
	assert_ok(municipality_find(&f->ctx, "Janakkala", &challenge.pilot_id));
	assert_ok(store_challenge_add(f->ctx.db, &challenge, &team.challenge_id));
	assert_ok(search_index(f->ctx.db, SEARCH_CHALLENGE, team.challenge_id));
	assert_ok(store_team_add(f->ctx.db, &team, id));
	assert_ok(store_team_set_state(f->ctx.db, *id, state));
	assert_ok(search_index(f->ctx.db, SEARCH_TEAM, *id));
}

int64_t make_team(struct fixture *f, int number, const char *state)
{
	int64_t id = 0;

	assert_ok(context_begin(&f->ctx));
	insert_team(f, number, state, &id);
	assert_ok(context_end(&f->ctx, ok(), "team.edit", "T"));
	return id;
}

void decide_ceiling(struct fixture *f, int64_t cents)
{
	struct budget_decision d = { .ceiling = cents, .reason = "Testin päätös" };
	int64_t id;

	assert_ok(budget_decide(&f->ctx, &d, &id));
}
