/* SPDX-License-Identifier: MIT
 * Notices in the public register of procurements. */
#include "src/phases/notice.h"

#include "src/base/i18n.h"
#include "src/cli/fields.h"
#include "src/cli/mentoring.h"
#include "src/ground/record.h"
#include "src/phases/contract.h"

static const struct column columns[] = {
	{ "code" },
	{ "kind" },
	{ "state", N_("State"), CELL_CODE, WORDS_NOTICE_STATE },
	{ "challenge" },
	{ "contract" },
	{ "register_number" },
	{ "due" },
	{ "sent" },
	{ "published" },
	{ "link" },
	{ "text" },
};

static struct error row_of(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct notice n;

	(void)arg;
	TRY(notice_get(&cli->ctx, &row->arena, id, &n));
	row_record(row, &n);
	row_code(row, "state", notice_state(&cli->ctx, &n));
	return ok();
}

static const struct listing listing = { columns, LEN(columns),
	"code,kind,state,challenge,contract,register_number,due,sent,published", row_of,
	&record_of_notice };
static const struct listing one = { columns, LEN(columns), NULL, row_of, &record_of_notice };

static struct error run_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	struct error e = notice_ids(&cli->ctx, &ids);

	return print_listing(cli, &listing, NULL, e, &ids);
}

static struct error find(struct cli *cli, struct notice *n)
{
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(notice_find(&cli->ctx, cli->argv[0], &id));
	TRY(notice_get(&cli->ctx, &cli->arena, id, n));
	cli->subject = NULL;
	return ok();
}

static struct error run_show(struct cli *cli)
{
	struct notice n;

	TRY(find(cli, &n));
	return print_one(cli, &one, NULL, n.id);
}

/* What was given, over what is there; "" takes a challenge or contract away. */
static struct error read_fields(struct cli *cli, struct notice *n)
{
	TRY(cli_record_fields(cli, NULL, n));
	TRY(cli_challenge(cli, &n->challenge_id));
	cli->subject = option(cli, "contract");
	if (cli->subject != NULL) {
		n->contract_id = 0;
		if (*cli->subject != '\0')
			TRY(contract_find(&cli->ctx, cli->subject, &n->contract_id));
	}
	cli->subject = NULL;
	return ok();
}

static struct error run_add(struct cli *cli)
{
	struct notice n = { .id = 0 };
	int64_t id;

	record_blank(&record_of_notice, &n);
	TRY(read_fields(cli, &n));
	TRY(notice_add(&cli->ctx, &n, &id));
	TRY(notice_get(&cli->ctx, &cli->arena, id, &n));
	print_done(cli, "%s", n.code);
	return ok();
}

static struct error run_edit(struct cli *cli)
{
	struct notice n;

	TRY(find(cli, &n));
	TRY(read_fields(cli, &n));
	TRY(notice_update(&cli->ctx, &n));
	return print_simply(cli);
}

static const struct option_spec options[] = {
	{ "kind", "", N_("what it tells of; needed"), .codes = WORDS_NOTICE_KIND },
	{ "challenge", "CODE", N_("whose contest it is about"), .field = "" },
	{ "contract", "CODE", N_("which contract it is about; needed of an award"), .field = "" },
	{ "register-number", "TEXT", N_("its number in the register of notices") },
	{ "due", "DATE",
		N_("the day until which it is to be sent; counted from the contract or the "
		   "decision unless given") },
	{ "sent", "DATE", N_("the day it was sent") },
	{ "published", "DATE", N_("the day it was published") },
	{ "link", "TEXT", N_("where it can be read") },
	{ "text", "TEXT", N_("more about it") },
};
static const struct verb verbs[] = {
	{ .name = "list",
		.run = run_list,
		.help = N_("Lists the public notices, those to be sent first.") },
	{ .name = "show",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.run = run_show,
		.help = N_("Shows one.") },
	{ .name = "add",
		.options = options,
		.option_count = LEN(options),
		.record = &record_of_notice,
		.run = run_add,
		.help = N_("Writes down one that was or is to be sent, and prints its code.") },
	{ .name = "edit",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.options = options + 1,
		.option_count = LEN(options) - 1,
		.record = &record_of_notice,
		.run = run_edit,
		.help = N_("Changes one: its number, its days, where it can be read.") },
};
const struct noun noun_notice = { "notice", N_("public notices of the procurement"), verbs,
	LEN(verbs) };
