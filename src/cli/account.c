/* SPDX-License-Identifier: MIT
 * Who may act in the competition. */

#include "src/base/i18n.h"
#include "src/cli/fields.h"
#include "src/cli/document.h"
#include "src/documents/invitation.h"
#include "src/registers/account.h"
#include "src/registers/key.h"

static const struct column account_columns[] = {
	{ "login" },
	{ "name" },
	{ "email", N_("E-mail") },
	{ "role" },
	{ "language" },
	{ "state" },
};

static struct error account_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct account a;

	(void)arg;
	TRY(account_get(&cli->ctx, &row->arena, id, &a));
	row_record(row, &a);
	return ok();
}

static const struct listing account_listing = { account_columns, LEN(account_columns),
	"login,name,role,language,state", account_row, &record_of_account };

static struct error run_account_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	struct error e = account_ids(&cli->ctx, &ids);

	return print_listing(cli, &account_listing, NULL, e, &ids);
}

static struct error run_account_add(struct cli *cli)
{
	struct account a = { .login = cli->argv[0], .name = cli->argv[0], .lang = "fi" };
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(cli_record_fields(cli, NULL, &a));
	if (a.role == NULL)
		return fail(E_REQUIRED, "role");
	TRY(account_add(
		&cli->ctx, &(struct new_account){ a.login, a.name, a.email, a.role, a.lang }, &id));
	return print_simply(cli);
}

static struct error set_state(struct cli *cli, const char *state)
{
	struct account account;

	cli->subject = cli->argv[0];
	TRY(account_find(&cli->ctx, &cli->arena, cli->argv[0], &account));
	account.state = state;
	TRY(account_update(&cli->ctx, &account));
	return print_simply(cli);
}

static struct error run_account_disable(struct cli *cli)
{
	return set_state(cli, "disabled");
}

static struct error run_account_enable(struct cli *cli)
{
	return set_state(cli, "active");
}

/* What is said of the way in is remembered, so it is given once. */
static struct error take_front_door(struct cli *cli)
{
	struct front_door door;

	if (!cli_gives_fields(cli, NULL, NULL))
		return ok();
	TRY(front_door_get(&cli->ctx, &cli->arena, &door));
	TRY(cli_record_fields(cli, NULL, &door));
	return front_door_set(&cli->ctx, &door);
}

static struct error give_session(struct cli *cli, int64_t account_id)
{
	const char *text;

	TRY(invitation_session(&cli->ctx, &cli->arena, &text));
	TRY(print_exactly(cli, text));
	return document_given(&cli->ctx, &invitation_kind,
		arena_printf(&cli->arena, "account:%lld", (long long)account_id));
}

static struct error run_account_invite(struct cli *cli)
{
	struct account account;
	struct document_ask ask = { 0 };

	TRY(document_language(cli, &ask.lang));
	cli->subject = cli->argv[0];
	TRY(account_find(&cli->ctx, &cli->arena, cli->argv[0], &account));
	cli->subject = NULL;
	TRY(take_front_door(cli));
	ask.id = account.id;
	ask.host_key_count = option_values(cli, "host-key", &ask.host_keys);
	if (option(cli, "putty") == NULL)
		return print_document(cli, &invitation_kind, &ask);
	return give_session(cli, account.id);
}

static const struct option_spec invite_options[] = {
	{ "host", "ADDRESS", N_("where people log in; remembered, as are the next three") },
	{ "port", "NUMBER", N_("the port (22)") },
	{ "user", "NAME", N_("the Unix user people log in as (klash)") },
	{ "contact", "TEXT", N_("whom to ring: a name and a number") },
	{ "address", "TEXT", N_("the controller's address, for the privacy notice; remembered too"),
		.field = "controller_address" },
	{ "officer", "TEXT", N_("the data protection officer: a name and how to reach them"),
		.field = "privacy_officer" },
	{ "retention", "TEXT", N_("for how long what is kept, in a sentence") },
	{ "host-key", "FINGERPRINT",
		N_("the server's fingerprint, if this is not the server; may be repeated") },
	{ "lang", "fi|sv|en", N_("in another language than the account's") },
	{ "putty", NULL, N_("only the session for PuTTY: a file for Windows (.reg)") },
};
static const struct option_spec account_options[] = {
	{ "name", "NAME", N_("the person's name") },
	{ "role", "ROLE", N_("admin, office, custodian, juror or auditor") },
	{ "lang", "fi|sv|en", N_("the language of their screens"), .field = "language" },
	{ "email", "ADDRESS", N_("the e-mail address") },
};
static const struct verb account_verbs[] = {
	{ .name = "list", .run = run_account_list, .help = N_("Lists the accounts.") },
	{ .name = "add",
		.operands = "LOGIN",
		.least = 1,
		.most = 1,
		.options = account_options,
		.option_count = LEN(account_options),
		.record = &record_of_account,
		.run = run_account_add,
		.help = N_("Makes an account. For office staff LOGIN is their Unix user name.") },
	{ .name = "invite",
		.operands = "LOGIN",
		.least = 1,
		.most = 1,
		.options = invite_options,
		.option_count = LEN(invite_options),
		.record = &record_of_front_door,
		.run = run_account_invite,
		.document = "",
		.help = N_(
			"Writes how to get in over SSH: key, server, what to press, whom to ring, privacy "
			"notice.") },
	{ .name = "disable",
		.operands = "LOGIN",
		.least = 1,
		.most = 1,
		.run = run_account_disable,
		.help = N_("Takes an account's rights away.") },
	{ .name = "enable",
		.operands = "LOGIN",
		.least = 1,
		.most = 1,
		.run = run_account_enable,
		.help = N_("Gives them back.") },
};
const struct noun noun_account = { "account", N_("who may act in the competition"), account_verbs,
	LEN(account_verbs) };
