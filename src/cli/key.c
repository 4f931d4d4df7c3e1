/* SPDX-License-Identifier: MIT
 * SSH keys: whose they are, and what sshd is told about them. */
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/registers/account.h"
#include "src/registers/key.h"

static struct error run_key_add(struct cli *cli)
{
	struct pubkey key;
	char *bytes;
	size_t n;

	cli->subject = cli->argv[1];
	TRY(read_bytes(cli, cli->argv[1], &bytes, &n));
	cli->subject = cli->argv[0];
	TRY(key_add(&cli->ctx, cli->argv[0], bytes, n, &key));
	/* TRANSLATORS: a user name, a kind of key, a fingerprint. */
	print_done(cli, _("%s: added %s %s"), cli->argv[0], key.type, key.fingerprint);
	return ok();
}

static struct error list_key(struct cli *cli, json_t *list, int64_t id)
{
	struct account_key k;

	TRY(key_get(&cli->ctx, &cli->arena, id, &k));
	json_array_append_new(list,
		json_pack("{s:s, s:s, s:s, s:s, s:s, s:o, s:o}", "login", k.login, "name", k.name,
			"fingerprint", k.fingerprint, "type", k.type, "comment", k.comment, "added",
			json_time(k.added), "revoked", json_time(k.revoked)));
	return ok();
}

static struct error run_key_list(struct cli *cli)
{
	static const struct column columns[] = {
		{ "login", N_("User name"), CELL_TEXT },
		{ "name", N_("Name"), CELL_TEXT },
		{ "fingerprint", N_("Fingerprint"), CELL_TEXT },
		{ "type", N_("Type"), CELL_TEXT },
		{ "comment", N_("Comment"), CELL_TEXT },
		{ "added", N_("Added"), CELL_MOMENT },
		{ "revoked", N_("Revoked"), CELL_MOMENT },
	};
	struct account account = { 0 };
	struct id_list ids = { 0 };

	if (cli->argc == 1) {
		cli->subject = cli->argv[0];
		TRY(account_find(&cli->ctx, &cli->arena, cli->argv[0], &account));
	}
	TRY(key_ids(&cli->ctx, account.id, &ids));
	json_auto_t *list = json_array();
	struct error e = ok();
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = list_key(cli, list, ids.ids[i]);
	id_list_clear(&ids);
	TRY(e);
	return print_rows(cli, json_take(&list), columns, LEN(columns));
}

static struct error run_key_revoke(struct cli *cli)
{
	cli->subject = cli->argv[0];
	TRY(key_revoke(&cli->ctx, cli->argv[0]));
	print_done(cli, "%s",
		_("Revoked: nobody gets in with this key any more, and who is in by it saves "
		  "nothing more."));
	return ok();
}

static const struct verb key_verbs[] = {
	{ .name = "add",
		.operands = "LOGIN FILE-or--",
		.least = 2,
		.most = 2,
		.run = run_key_add,
		.help = N_("Gives an account an SSH public key: one line TYPE BASE64 [COMMENT], or "
			   "PuTTYgen's file.") },
	{ .name = "list",
		.operands = "[LOGIN]",
		.most = 1,
		.run = run_key_list,
		.help = N_("Lists the keys, with their fingerprints.") },
	{ .name = "revoke",
		.operands = "FINGERPRINT",
		.least = 1,
		.most = 1,
		.run = run_key_revoke,
		.help = N_("Takes a key back, at once and for good.") },
};
const struct noun noun_key = { "key", N_("SSH keys: how accounts get in from elsewhere"), key_verbs,
	LEN(key_verbs) };

/* sshd waits for this at each login: it opens the file to read and does nothing else. */
static struct error run_authorized_keys(struct cli *cli)
{
	const char *fingerprint = cli->argc == 2 ? cli->argv[1] : NULL, *lines;

	cli->subject = cli_path(cli);
	TRY(context_open(cli_path(cli), &cli->ctx));
	struct error e = key_authorized(&cli->ctx, &cli->arena, cli->argv[0], fingerprint, &lines);
	context_close(&cli->ctx);
	TRY(e);
	return print_exactly(cli, lines);
}

static const struct verb authorized_keys_verb[] = { { .operands = "USER [FINGERPRINT]",
	.least = 1,
	.most = 2,
	.run = run_authorized_keys,
	.without_file = true,
	.help = N_("Prints what sshd's AuthorizedKeysCommand asks for: a line a live key, for the "
		   "Unix user "
		   "who owns the file.") } };
const struct noun noun_authorized_keys = { "authorized-keys", N_("the keys, as sshd asks for them"),
	authorized_keys_verb, 1 };
