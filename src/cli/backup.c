/* SPDX-License-Identifier: MIT
 * Copies of the competition while people work: one file, the bytes of one, or a folder of them. */
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db/store/custody.h"
#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/export/disclosure.h"
#include "src/ground/copies.h"
#include "src/registers/person.h"

static bool owns_file(struct cli *cli)
{
	struct stat status;

	return stat(cli_path(cli), &status) == 0 && status.st_uid == geteuid();
}

/* Who owns the file needs no account to copy it: the Unix user of the front door, by whom a machine
 * does it at night, has none. */
struct error cli_enter_to_copy(struct cli *cli)
{
	struct error e = cli_enter(cli);

	if (e.code == E_NO_ACCOUNT && cli->key == NULL && owns_file(cli))
		return context_open(cli_path(cli), &cli->ctx);
	TRY(e);
	e = require(&cli->ctx, ACT_BACKUP);
	if (e.code == E_OK)
		e = context_may_open(&cli->ctx, cli->argv[0]);
	if (e.code != E_OK)
		context_close(&cli->ctx);
	return e;
}

/* On the machine whoever copies can read the file; over SSH all of it leaves: with every name and
 * address, so that it is written down before, and not while a jury's papers have codes. */
static struct error let_leave(struct cli *cli)
{
	struct disclosure all = { .list = "backup", .data = "*", .filter = "" };
	struct id_list people = { 0 };
	bool sealed;
	int64_t id;

	if (!cli->ctx.over_ssh)
		return ok();
	TRY(require(&cli->ctx, ACT_BACKUP_OUT));
	TRY(store_sealed_any(cli->ctx.db, &sealed));
	if (sealed)
		return rule(
			N_("The names of a round are sealed until it is opened, and a copy has "
			   "them: until then none leaves over SSH. The server goes on making its "
			   "own."));
	TRY(person_ids(&cli->ctx, &people));
	all.persons = (int64_t)people.n;
	id_list_clear(&people);
	return disclosure_record(&cli->ctx, &all, &id);
}

static struct error write_bytes(struct cli *cli)
{
	if (isatty(STDOUT_FILENO) == 1)
		return rule(
			N_("A copy is of no use on a terminal: name a file, or lead the output to "
			   "one: klash backup - > FILE."));
	TRY(let_leave(cli));
	return db_backup_to(cli->ctx.db, stdout);
}

static struct error write_file(struct cli *cli)
{
	TRY(db_backup(cli->ctx.db, cli->argv[0], NULL, NULL));
	/* TRANSLATORS: %s is a file's path. */
	print_done(cli, _("Copied to %s, readable only by you."), cli->argv[0]);
	return ok();
}

/* The checkpoint goes out too: whoever keeps what the machine prints has an anchor. */
static struct error add_to_folder(struct cli *cli)
{
	struct copies_made made;
	struct keep keep;

	TRY(keep_parse(option(cli, "keep"), &keep));
	TRY(copies_add(&cli->ctx, &cli->arena, cli->argv[0], &keep, &made));
	if (made.same) {
		/* TRANSLATORS: %s is a file's path. */
		print_done(cli, _("Nothing has changed since %s."), made.path);
		return ok();
	}
	/* TRANSLATORS: %s is a file's path; how many copies there are now, and how many were
	 * removed. */
	print_done(cli, _("Copied to %s and verified. Copies kept: %d, removed: %d."), made.path,
		made.kept, made.removed);
	return print_text(cli, made.checkpoint);
}

static struct error run_backup(struct cli *cli)
{
	cli->subject = cli_path(cli);
	TRY(cli_enter_to_copy(cli));
	cli->subject = cli->argv[0];
	struct error e = option(cli, "keep") != NULL    ? add_to_folder(cli) :
			 strcmp(cli->argv[0], "-") == 0 ? write_bytes(cli) :
							  write_file(cli);
	context_close(&cli->ctx);
	return e;
}

static const struct option_spec backup_options[] = {
	{ "keep", "TIMES",
		N_("FILE is a directory of copies: one more, if anything has changed, and the last of "
		   "each hour, day and month stays, such as 24h,30d,12m") },
};
static const struct verb backup_verb[] = { { .operands = "FILE",
	.least = 1,
	.most = 1,
	.options = backup_options,
	.option_count = LEN(backup_options),
	.run = run_backup,
	.without_file = true,
	.streams = true,
	.help = N_("Copies the competition while people work in it; - is standard output.") } };
const struct noun noun_backup = { "backup", N_("copy the competition while people work"),
	backup_verb, 1 };
