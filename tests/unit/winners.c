/* SPDX-License-Identifier: MIT */
#include "tests/unit/winners.h"

#include "src/registers/regime.h"

#include "db/store/challenge.h"
#include "db/search.h"
#include "db/store/decision.h"
#include "db/store/round.h"
#include "db/store/service.h"
#include "db/store/submission.h"
#include "db/store/team.h"
#include "db/verify.h"
#include "src/base/daytime.h"
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

static void insert_solution(struct fixture *f, int number, int64_t team_id, int64_t *id)
{
	struct submission s = { .kind = "solution",
		.number = number,
		.team_id = team_id,
		.theme_text = "",
		.lang = "fi",
		.title = "Ratkaisu",
		.body = "Kuvaus",
		.contact_name = "",
		.contact_email = "",
		.contact_phone = "",
		.received = fixture_now,
		.channel = "email",
		.state = "selected",
		.case_number = "" };
	struct team team;

	s.code = arena_printf(&f->arena, "S-%03d", number);
	s.fingerprint = s.code;
	assert_ok(store_team_get(f->ctx.db, &f->arena, team_id, &team));
	s.challenge_id = team.challenge_id;
	assert_ok(store_submission_add(f->ctx.db, &s, id));
	assert_ok(search_index(f->ctx.db, SEARCH_SUBMISSION, *id));
}

static void insert_item(struct fixture *f, int number, int64_t submission_id, struct item *item)
{
	struct round round = { .kind = "solution",
		.method = "mean",
		.ties = "",
		.min_reviews = 1,
		.quorum = 1,
		.select_min = -1,
		.select_max = -1,
		.conflict_scope = "challenge" };

	round.key = arena_printf(&f->arena, "r-%d", number);
	*item = (struct item){ .submission_id = submission_id,
		.code = arena_printf(&f->arena, "S-%03d", number),
		.position = 1,
		.applicant_fi = "",
		.applicant_sv = "",
		.title = "Ratkaisu",
		.body = "Kuvaus",
		.lang = "fi" };
	assert_ok(store_round_add(f->ctx.db, &round, &item->round_id));
	assert_ok(store_item_add(f->ctx.db, item, &item->id));
}

/* It has been served so long ago that nobody can complain any more. */
static void decide_on(struct fixture *f, int number, int64_t team_id, const char *outcome)
{
	int64_t submission, id, day = day_of_time(fixture_now) - 40 * DAY_SECONDS;
	struct decision_item said = { .outcome = outcome,
		.reason_fi = "",
		.reason_sv = "",
		.reason_en = "",
		.deviation_reason = "" };
	struct item item;

	insert_solution(f, number, team_id, &submission);
	insert_item(f, number, submission, &item);
	struct decision d = { .kind = "decision",
		.number = number,
		.code = arena_printf(&f->arena, "D-%d", number),
		.round_id = item.round_id,
		.lang = "fi",
		.day = day,
		.place = "Helsinki",
		.form = "room",
		.range_reason = "",
		.tie_reason = "",
		.case_number = "",
		.decider = "",
		.regime_reason = "",
		.no_appeal_ground = "",
		.correction_kind = "",
		.correction_reason = "" };
	said.item_id = item.id;
	assert_ok(regime_find(&f->ctx, "hankinta", d.day, &d.regime_id));
	assert_ok(store_decision_add(f->ctx.db, &d, &id));
	assert_ok(store_decision_item_put(f->ctx.db, id, &said));
	assert_ok(store_decision_sign(f->ctx.db, id, fixture_now, f->ctx.account.id));
	assert_ok(store_service_put(f->ctx.db, id, submission,
		&(struct service){ .channel = "email", .sent = day, .deemed = day, .proof = "" }));
}

int64_t make_team(struct fixture *f, int number, const char *state)
{
	int64_t id = 0;

	assert_ok(context_begin(&f->ctx));
	insert_team(f, number, state, &id);
	decide_on(f, number, id, strcmp(state, "winner") == 0 ? "selected" : "not_selected");
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
	struct contract c = {
		.team_id = team, .net = net, .vat = 240, .persons = A_PARTY, .unchecked = NO_CHECKS
	};

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
