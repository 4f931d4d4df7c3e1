/* SPDX-License-Identifier: MIT */
#include "tests/unit/winners.h"

#include "db/store/challenge.h"
#include "db/search.h"
#include "db/store/team.h"
#include "db/verify.h"
#include "src/phases/contract.h"
#include "src/phases/procurement.h"
#include "src/registers/municipality.h"

static void insert_team(struct fixture *f, int number, const char *state, int64_t *id)
{
	char title[40], challenge_code[16], team_code[16], name[40];
	struct challenge challenge = { .number = number,
		.code = challenge_code,
		.title_fi = title,
		.title_sv = title,
		.title_en = "",
		.text_fi = "",
		.text_sv = "" };
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

void assert_intact(struct fixture *f)
{
	struct verdict verdict;

	assert_ok(verify_file(f->ctx.db, 0, "", &verdict));
	if (!verdict.good)
		stop_test(
			"%s in %s row %lld", verdict.fault, verdict.table, (long long)verdict.row);
}

struct error add_contract(struct fixture *f, int64_t team, int64_t net, int64_t *id)
{
	struct contract c = { .team_id = team, .net = net, .vat = 240 };

	return contract_add(&f->ctx, &c, id);
}

int64_t new_contract(struct fixture *f, int64_t team, int64_t net)
{
	int64_t id = 0;

	assert_ok(add_contract(f, team, net, &id));
	return id;
}

struct error add_payment(struct fixture *f, int64_t contract, int64_t net, int64_t *id)
{
	struct payment p = { .contract_id = contract, .net = net, .vat = 240, .text = "Erä" };

	return payment_add(&f->ctx, &p, id);
}

int64_t new_payment(struct fixture *f, int64_t contract, int64_t net)
{
	int64_t id = 0;

	assert_ok(add_payment(f, contract, net, &id));
	return id;
}

int64_t negotiating(struct fixture *f)
{
	int64_t team = make_team(f, 1, "winner");

	decide_ceiling(f, 1000000 * EUR);
	assert_ok(negotiation_start(&f->ctx, team, 0, ""));
	return team;
}
