/* SPDX-License-Identifier: MIT
 * Who may act in the competition. */

#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/registers/account.h"

static struct error run_account_list(struct cli *cli)
{
	static const struct column columns[] = {
		{ "login", N_("User name"), SHOW_TEXT, 0 },
		{ "name", N_("Name"), SHOW_TEXT, 0 },
		{ "role", N_("Role"), SHOW_WORD, WORDS_ROLE },
		{ "language", N_("Language"), SHOW_WORD, WORDS_LANGUAGE },
		{ "state", N_("State"), SHOW_WORD, WORDS_ACCOUNT_STATE },
	};
	struct id_list ids = { 0 };
	json_t *list = json_array();
	struct error e = account_ids(&cli->ctx, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct account a;

		e = account_get(&cli->ctx, &cli->arena, ids.ids[i], &a);
		if (e.code == E_OK)
			json_array_append_new(list,
				json_pack("{s:s, s:s, s:s, s:s, s:s, s:s}", "login", a.login, "name",
					a.name, "email", a.email, "role", a.role, "language", a.lang,
					"state", a.state));
	}
	id_list_clear(&ids);
	TRY(e);
	return print_rows(cli, list, columns, LEN(columns));
}

static struct error run_account_add(struct cli *cli)
{
	struct new_account account = { cli->argv[0], option(cli, "name"), option_text(cli, "email"),
		option(cli, "role"), option(cli, "lang") == NULL ? "fi" : option(cli, "lang") };
	int64_t id;

	cli->subject = cli->argv[0];
	if (account.name == NULL)
		account.name = account.login;
	if (account.role == NULL)
		return fail(E_REQUIRED, "role");
	TRY(account_add(&cli->ctx, &account, &id));
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

static const struct option_spec account_options[] = {
	{ "name", "NAME", N_("the person's name") },
	{ "role", "ROLE", N_("admin, office, custodian, juror or auditor") },
	{ "lang", "fi|sv|en", N_("the language of their screens") },
	{ "email", "ADDRESS", N_("the e-mail address") },
};
static const struct verb account_verbs[] = {
	{ .name = "list", .run = run_account_list, .help = N_("Lists the accounts.") },
	{ .name = "add", .operands = "LOGIN", .least = 1, .most = 1, .options = account_options,
		.option_count = LEN(account_options), .run = run_account_add,
		.help = N_("Makes an account. For office staff LOGIN is their Unix user name.") },
	{ .name = "disable", .operands = "LOGIN", .least = 1, .most = 1,
		.run = run_account_disable, .help = N_("Takes an account's rights away.") },
	{ .name = "enable", .operands = "LOGIN", .least = 1, .most = 1, .run = run_account_enable,
		.help = N_("Gives them back.") },
};
const struct noun noun_account = { "account", N_("who may act in the competition"), account_verbs,
	LEN(account_verbs) };
