/* SPDX-License-Identifier: MIT
 * Files that came with a record. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/cli/fields.h"
#include "src/cli/cli.h"
#include "src/phases/attachment.h"
#include "src/roof/kinds.h"

static struct error find_owner(struct cli *cli, struct found *owner)
{
	cli->subject = cli->argv[0];
	TRY(kinds_find(&cli->ctx, &cli->arena, cli->argv[0], owner));
	cli->subject = NULL;
	return ok();
}

static struct error run_add(struct cli *cli)
{
	struct attachment a = { 0 };
	struct found owner;
	int64_t number;

	TRY(find_owner(cli, &owner));
	cli->subject = cli->argv[1];
	TRY(cli_record_fields(cli, NULL, &a));
	TRY(attachment_add(
		&cli->ctx, owner.kind, owner.id, cli->argv[1], a.name, a.publicity, &number));
	/* TRANSLATORS: the number of an attachment. */
	print_done(cli, _("Added as number %lld."), (long long)number);
	return ok();
}

static const struct column attachment_columns[] = {
	{ "number" },
	{ "name" },
	{ "type" },
	{ "size", N_("Bytes") },
	{ "sha256", N_("Hash"), CELL_TEXT },
	{ "publicity" },
	{ "added" },
	{ "by", N_("By"), CELL_TEXT },
	{ "removed" },
	{ "reason" },
};

static struct error attachment_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct attachments *list = arg;
	const struct attachment *a = &list->rows[id];

	(void)cli;
	row_record(row, a);
	row_put(row, "sha256", cell_text(a->sha256));
	row_put(row, "by", cell_text(a->who));
	return ok();
}

static const struct listing attachment_listing = { attachment_columns, LEN(attachment_columns),
	"number,name,type,size,publicity,added,removed,reason", attachment_row,
	&record_of_attachment };

static struct error run_list(struct cli *cli)
{
	struct attachments list;
	struct found owner;

	TRY(find_owner(cli, &owner));
	TRY(attachment_list(&cli->ctx, &cli->arena, owner.kind, owner.id, &list));
	return print_array(cli, &attachment_listing, &list, list.n);
}

static struct error run_save(struct cli *cli)
{
	struct attachment a;
	struct found owner;
	int64_t number;

	TRY(find_owner(cli, &owner));
	TRY(cli_number(cli, 1, "attachment", &number));
	TRY(attachment_get(&cli->ctx, &cli->arena, owner.kind, owner.id, number, &a));
	const char *path = cli->output != NULL ? cli->output : cli->ctx.over_ssh ? "-" : a.name;
	cli->subject = path;
	TRY(attachment_save(&cli->ctx, owner.kind, owner.id, number, path));
	if (strcmp(path, "-") != 0)
		/* TRANSLATORS: a file's name. */
		print_done(cli, _("Saved as %s."), path);
	return ok();
}

static struct error run_remove(struct cli *cli)
{
	struct found owner;
	int64_t number;

	TRY(find_owner(cli, &owner));
	TRY(cli_number(cli, 1, "attachment", &number));
	TRY(attachment_remove(&cli->ctx, owner.kind, owner.id, number, option_text(cli, "reason")));
	return print_simply(cli);
}

static const struct option_spec add_options[] = {
	{ "publicity", "CODE", N_("undecided, public, partly or secret; undecided unless given") },
	{ "name", "NAME", N_("what the file is called, if it comes on standard input (-)") },
};
static const struct option_spec remove_options[] = {
	{ "reason", "TEXT", N_("the reason") },
};
static const struct verb verbs[] = {
	{ .name = "add",
		.operands = "CODE FILE|-",
		.least = 2,
		.most = 2,
		.options = add_options,
		.option_count = LEN(add_options),
		.record = &record_of_attachment,
		.run = run_add,
		.help = N_(
			"Keeps a file on a record of any kind; at most 20 MB. What has no code is named by its "
			"kind: service:D-5/S-001, negotiation:T-1, phase:solutions, budget:1.") },
	{ .name = "list",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.run = run_list,
		.help = N_("Lists the attachments, removed ones too.") },
	{ .name = "save",
		.operands = "CODE NUMBER",
		.least = 2,
		.most = 2,
		.run = run_save,
		.help = N_(
			"Writes one to a file (-o FILE, else its own name; over SSH to standard output); "
			"never overwrites.") },
	{ .name = "remove",
		.operands = "CODE NUMBER",
		.least = 2,
		.most = 2,
		.options = remove_options,
		.option_count = LEN(remove_options),
		.run = run_remove,
		.help = N_(
			"Removes one with a reason: it goes to no jury, but stays in the record.") },
};
const struct noun noun_attachment = { "attachment", N_("files that came with a record"), verbs,
	LEN(verbs) };
