/* SPDX-License-Identifier: MIT */
#include "src/cli/statement.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/decision_content.h"
#include "src/cli/document.h"
#include "src/documents/statement.h"
#include "src/documents/writer.h"
#include "src/judging/decision.h"
#include "src/judging/juror_statement.h"
#include "src/judging/signing.h"
#include "src/judging/tally.h"

struct error run_show_statement(struct cli *cli)
{
	struct document_ask ask = { 0 };

	if (document_writer(cli->format) == NULL)
		return cli_decision_shown(cli);
	TRY(require(&cli->ctx, ACT_READ));
	TRY(document_language(cli, &ask.lang));
	cli->subject = cli->argv[0];
	TRY(statement_kind.find(&cli->ctx, cli->argv[0], &ask.id));
	return print_document(cli, &statement_kind, &ask);
}

struct error run_freeze(struct cli *cli)
{
	char hash[CONTENTS_HASH_SIZE];
	struct decision d;

	TRY(cli_decision(cli, &d));
	TRY(statement_freeze(&cli->ctx, d.id, option(cli, "reason"), statement_text, hash));
	/* TRANSLATORS: a statement's code, and a hash. */
	print_done(cli, _("The text of %s is final: %s"), d.code, hash);
	return ok();
}

/* How far it is: "5/7", and what it lacks. */
static struct error tell_tally(struct cli *cli, int64_t id)
{
	struct tally tally;

	TRY(tally_get(&cli->ctx, &cli->arena, id, &tally));
	/* TRANSLATORS: how many have signed, of how many. */
	print_done(cli, _("Signatures: %lld/%lld"), (long long)tally.signed_by,
		(long long)tally.expected);
	print_done(cli, "%s",
		tally.lacks != NULL ? _(tally.lacks) :
				      _("Signed. It can no longer be changed; another statement "
					"corrects it."));
	return ok();
}

static struct error read_time(struct cli *cli, int64_t *at)
{
	struct moment moment;

	*at = 0;
	if (option(cli, "time") == NULL)
		return ok();
	TRY(moment_parse(option(cli, "time"), EDGE_START, &moment));
	*at = moment.time;
	return ok();
}

static struct error record(struct cli *cli, int64_t id)
{
	struct signing signing = { .how = option(cli, "service") != NULL ? "service" : "paper",
		.where = option_text(cli, "paper"),
		.service = option_text(cli, "service"),
		.level = option_text(cli, "level"),
		.file = option(cli, "file") };

	if (option(cli, "service") != NULL && option(cli, "paper") != NULL)
		return fail(E_INVALID, "how");
	signing.n = option_values(cli, "member", &signing.logins);
	TRY(input_day("date", option_text(cli, "date"), &signing.day));
	TRY(read_time(cli, &signing.at));
	return statement_sign_recorded(&cli->ctx, id, &signing);
}

/* By a juror's own login, which reads nothing but what is its own. */
static struct error sign_as_juror(struct cli *cli)
{
	struct juror_statement statement;

	TRY(juror_statement_find(&cli->ctx, &cli->arena, cli->argv[0], &statement));
	TRY(juror_sign(&cli->ctx, statement.id));
	print_done(cli, "%s", _("You have signed the statement."));
	return ok();
}

struct error run_sign_statement(struct cli *cli)
{
	const char *const *members;
	struct decision d;

	cli->subject = cli->argv[0];
	if (cli->ctx.role == ROLE_JUROR)
		return sign_as_juror(cli);
	TRY(cli_decision(cli, &d));
	if (option_values(cli, "member", &members) == 0 && option(cli, "paper") == NULL &&
		option(cli, "service") == NULL)
		TRY(statement_sign(&cli->ctx, d.id));
	else
		TRY(record(cli, d.id));
	return tell_tally(cli, d.id);
}

struct error run_not_signed(struct cli *cli)
{
	struct decision d;

	TRY(cli_decision(cli, &d));
	TRY(statement_not_signed(
		&cli->ctx, d.id, option_text(cli, "member"), option_text(cli, "reason")));
	return print_simply(cli);
}

static const struct column tally_columns[] = {
	{ "member", N_("Member"), CELL_TEXT },
	{ "chair", N_("Chair"), CELL_FLAG },
	{ "presence", N_("Presence"), CELL_CODE, WORDS_PRESENCE },
	{ "signed", N_("Signed"), CELL_FLAG },
	{ "how" },
	{ "date" },
	{ "reason", N_("Why not signed"), CELL_TEXT, .seen_by = SEEN_BY_OFFICE },
};

static struct error tally_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct tally_row *t = &((const struct tally *)arg)->rows[id];

	(void)cli;
	if (t->signature != NULL)
		row_record(row, t->signature);
	row_put(row, "member", cell_text(t->name));
	row_put(row, "chair", cell_flag(t->chair));
	row_code(row, "presence", t->presence);
	row_put(row, "signed", cell_flag(t->signature != NULL));
	row_put(row, "reason", cell_text(t->reason));
	return ok();
}

static const struct listing tally_listing = { tally_columns, LEN(tally_columns),
	"member,chair,presence,signed,how,date,reason", tally_row, &record_of_jury_signature };

struct error run_signatures(struct cli *cli)
{
	struct tally tally;
	struct decision d;

	TRY(cli_decision(cli, &d));
	TRY(tally_get(&cli->ctx, &cli->arena, d.id, &tally));
	return print_array(cli, &tally_listing, &tally, tally.n);
}

struct error run_frozen(struct cli *cli)
{
	struct frozen_statement frozen;
	struct decision d;

	TRY(cli_decision(cli, &d));
	TRY(statement_frozen(&cli->ctx, &cli->arena, d.id, &frozen));
	return print_exactly(cli, frozen.text);
}

const struct option_spec statement_paper_options[1] = {
	{ "lang", "fi|sv|en", N_("of the document; the statement's own unless given") },
};
const struct option_spec freeze_options[1] = {
	{ "reason", "TEXT", N_("why the number selected is outside the planned range") },
};
const struct option_spec statement_sign_options[7] = {
	{ "member", "LOGIN", N_("a member who signed; may be repeated") },
	{ "paper", "WHERE", N_("where the paper is kept that they signed") },
	{ "service", "NAME", N_("the service of electronic signatures in which they signed") },
	{ "level", NULL, N_("the level of that signature"), WORDS_SIGNING_LEVEL },
	{ "time", "TIME", N_("when it was given in the service; now unless given") },
	{ "file", "FILE", N_("what the service gave: it is kept as an attachment") },
	{ "date", "DATE", N_("the day it was signed; today unless given") },
};
const struct option_spec unsigned_options[2] = {
	{ "member", "LOGIN", N_("the member who has not signed") },
	{ "reason", "TEXT", N_("why not") },
};
