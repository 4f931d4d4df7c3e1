/* SPDX-License-Identifier: MIT
 * What stands around a contract: figures of the law, notices, checks, the jury's fitness. */
#include "tests/unit/full_parts.h"

#include "db/store/threshold.h"
#include "src/judging/fitness.h"
#include "src/phases/contract.h"
#include "src/phases/notice.h"
#include "src/phases/supplier.h"
#include "src/phases/threshold.h"

static void write_figures(struct full *full)
{
	const struct threshold_row row = { .kind = "national",
		.object = "works",
		.starts = full_day("2019-01-01"),
		.amount = 15000000,
		.source = "Testin lähde" };
	int64_t id;

	ACT(threshold_add(full->ctx, &row, &id));
}

static void write_notices(struct full *full)
{
	struct notice n = { .kind = "award", .text = MARK " ilmoitus" };
	struct id_list contracts = { 0 };
	int64_t id;

	assert_ok(contract_ids(full->ctx, full->teams[0], &contracts));
	n.contract_id = contracts.ids[contracts.n - 1];
	id_list_clear(&contracts);
	ACT(notice_add(full->ctx, &n, &id));
	assert_ok(notice_get(full->ctx, &full->f->arena, id, &n));
	n.sent = full_day("2018-01-15");
	n.text = MARK " lähti";
	ACT(notice_update(full->ctx, &n));
}

static void look_into(struct full *full)
{
	const struct supplier_check check = { .team_id = full->teams[1],
		.kind = "tax_debt",
		.outcome = "found",
		.source = MARK " rekisteri",
		.found = MARK " maksamatta" };
	int64_t id;

	ACT(supplier_check_add(full->ctx, &check, &id));
}

static void know_jurors(struct full *full)
{
	struct juror_fitness fitness = {
		.independent = "yes", .qualified = "yes", .note = MARK " tutkinto"
	};
	struct members members;

	assert_ok(round_members(full->ctx, &full->f->arena, full->round, &members));
	ACT(juror_fitness_set(full->ctx, full->round, members.rows[0].login, &fitness));
	fitness.qualified = "no";
	ACT(juror_fitness_set(full->ctx, full->round, members.rows[0].login, &fitness));
	ACT(round_qualification_set(full->ctx, full->round, "tutkinto"));
}

void full_contract(struct full *full)
{
	write_figures(full);
	write_notices(full);
	look_into(full);
	know_jurors(full);
}
