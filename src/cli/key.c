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

static const struct column key_columns[] = {
	{ "login" },
	{ "name" },
	{ "fingerprint", N_("Fingerprint") },
	{ "type" },
	{ "comment" },
	{ "added", N_("Added") },
	{ "revoked" },
};

static struct error key_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct account_key k;

	(void)arg;
	TRY(key_get(&cli->ctx, &row->arena, id, &k));
	row_record(row, &k);
	return ok();
}

static const struct listing key_listing = { key_columns, LEN(key_columns),
	"login,name,fingerprint,type,comment,added,revoked", key_row, &record_of_account_key };

static struct error run_key_list(struct cli *cli)
{
	struct account account = { 0 };
	struct id_list ids = { 0 };

	if (cli->argc == 1) {
		cli->subject = cli->argv[0];
		TRY(account_find(&cli->ctx, &cli->arena, cli->argv[0], &account));
	}
	struct error e = key_ids(&cli->ctx, account.id, &ids);
	return print_listing(cli, &key_listing, NULL, e, &ids);
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
