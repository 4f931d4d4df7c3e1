/* SPDX-License-Identifier: MIT
 * The log of requests for information. */
#include "src/phases/request.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/fields.h"
#include "src/registers/account.h"
#include "src/roof/kinds.h"

static const struct column columns[] = {
	{ "code" },
	{ "state", N_("State"), CELL_CODE, WORDS_REQUEST_STATE },
	{ "due" },
	{ "received" },
	{ "channel" },
	{ "requester" },
	{ "standing" },
	{ "text" },
	{ "object" },
	{ "extent" },
	{ "handler" },
	{ "answered" },
	{ "given" },
	{ "withheld" },
	{ "clause" },
	{ "fee" },
	{ "purpose" },
	{ "refused" },
	{ "reason" },
	{ "decision_day" },
	{ "decision_number" },
};

static struct error row_of(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct info_request r;

	(void)arg;
	TRY(request_get(&cli->ctx, &row->arena, id, &r));
	row_record(row, &r);
	row_code(row, "state", request_state(&cli->ctx, &r));
	return ok();
}

static const struct listing listing = { columns, LEN(columns),
	"code,state,due,received,requester,text,object,handler", row_of, &record_of_info_request };
static const struct listing one = { columns, LEN(columns), NULL, row_of, &record_of_info_request };

static struct error run_list(struct cli *cli)
{
	struct info_request_filter filter = { .state = option(cli, "state") };
	struct reference about = { "" };
	struct id_list ids = { 0 };

	if (filter.state != NULL)
		TRY(input_code("state", WORDS_REQUEST_STATE, filter.state));
	if (cli->argc > 0) {
		cli->subject = cli->argv[0];
		TRY(kinds_name(&cli->ctx, cli->argv[0], &about));
		filter.object = about.text;
	}
	struct error e = request_ids(&cli->ctx, REQUESTS_BY_DUE, &filter, &ids);
	return print_listing(cli, &listing, NULL, e, &ids);
}

static struct error find(struct cli *cli, struct info_request *r)
{
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(request_find(&cli->ctx, cli->argv[0], &id));
	TRY(request_get(&cli->ctx, &cli->arena, id, r));
	cli->subject = NULL;
	return ok();
}

static struct error run_show(struct cli *cli)
{
	struct info_request r;

	TRY(find(cli, &r));
	return print_one(cli, &one, NULL, r.id);
}

static struct error read_handler(struct cli *cli, struct info_request *r)
{
	struct account account;

	if (option(cli, "handler") == NULL)
		return ok();
	cli->subject = option(cli, "handler");
	TRY(account_find(&cli->ctx, &cli->arena, option(cli, "handler"), &account));
	cli->subject = NULL;
	r->handler_id = account.id;
	return ok();
}

static struct error run_add(struct cli *cli)
{
	struct info_request r = { .channel = "email", .standing = "outsider", .extent = "plain" };
	int64_t id;

	TRY(cli_record_fields(cli, NULL, &r));
	TRY(read_handler(cli, &r));
	TRY(request_add(&cli->ctx, &r, kinds_name, &id));
	TRY(request_get(&cli->ctx, &cli->arena, id, &r));
	print_done(cli, "%s", r.code);
	return ok();
}

static struct error run_edit(struct cli *cli)
{
	struct info_request r;

	TRY(find(cli, &r));
	TRY(cli_record_fields(cli, NULL, &r));
	TRY(read_handler(cli, &r));
	TRY(request_update(&cli->ctx, &r, kinds_name));
	return print_simply(cli);
}

static struct error run_answer(struct cli *cli)
{
	struct info_request r;

	TRY(find(cli, &r));
	TRY(cli_record_fields(cli, NULL, &r));
	TRY(request_answer(&cli->ctx, &r));
	return print_simply(cli);
}

static const struct option_spec list_options[] = {
	{ "state", "STATE", N_("only those in this state"), WORDS_REQUEST_STATE },
};
static const struct option_spec request_options[] = {
	{ "text", "TEXT", N_("what is asked for") },
	{ "requester", "NAME", N_("who asks, if they say so") },
	{ "standing", "WHO", N_("an outsider, or a party to the matter"), WORDS_REQUESTER },
	{ "object", "CODE", N_("the record that it concerns") },
	{ "extent", "HOW", N_("how much of it is given"), WORDS_EXTENT },
	{ "received", "DATE", N_("when it arrived; today unless given") },
	{ "channel", "CHANNEL", N_("how it came in"), WORDS_REQUEST_CHANNEL },
	{ "handler", "LOGIN", N_("who handles it; you unless given"), .field = "" },
};
static const struct option_spec answer_options[] = {
	{ "given", "HOW", N_("in which form it was given"), WORDS_GIVEN },
	{ "answered", "DATE", N_("when; today unless given") },
	{ "withheld", "TEXT", N_("what was withheld of it") },
	{ "clause", "TEXT", N_("the clause by which it was") },
	{ "fee", "AMOUNT", N_("the fee") },
	{ "purpose", "TEXT", N_("personal data was given: what for, and on what ground") },
};
static const struct verb verbs[] = {
	{ .name = "list",
		.operands = "[CODE]",
		.least = 0,
		.most = 1,
		.options = list_options,
		.option_count = LEN(list_options),
		.run = run_list,
		.help = N_("Lists requests for information, what waits first; or those that "
			   "concern a record.") },
	{ .name = "show",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.run = run_show,
		.help = N_("Shows one.") },
	{ .name = "add",
		.options = request_options,
		.option_count = LEN(request_options),
		.record = &record_of_info_request,
		.run = run_add,
		.help = N_("Records a request for information and prints its code; the last day "
			   "for its answer follows.") },
	{ .name = "edit",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.options = request_options,
		.option_count = LEN(request_options),
		.record = &record_of_info_request,
		.run = run_edit,
		.help = N_("Corrects what was asked, until it is answered or refused.") },
	{ .name = "answer",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.options = answer_options,
		.option_count = LEN(answer_options),
		.record = &record_of_info_request,
		.run = run_answer,
		.help = N_("Records how it was given, and what was withheld by which clause.") },
};
const struct noun noun_request = { "request", N_("requests for information, and their last days"),
	verbs, LEN(verbs) };
