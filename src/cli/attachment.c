/* SPDX-License-Identifier: MIT
 * Files that came with a submission. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/phases/attachment.h"

static struct error find_owner(struct cli *cli, int64_t *id)
{
	cli->subject = cli->argv[0];
	TRY(attachment_owner(&cli->ctx, cli->argv[0], id));
	cli->subject = NULL;
	return ok();
}

static struct error run_add(struct cli *cli)
{
	int64_t owner, number;

	TRY(find_owner(cli, &owner));
	cli->subject = cli->argv[1];
	TRY(attachment_add(&cli->ctx, owner, cli->argv[1], option(cli, "name"),
		option(cli, "publicity"), &number));
	/* TRANSLATORS: the number of an attachment. */
	print_done(cli, _("Added as number %lld."), (long long)number);
	return ok();
}

static struct error run_list(struct cli *cli)
{
	static const struct column columns[] = {
		{ "number", N_("Number"), CELL_NUMBER },
		{ "name", N_("Name"), CELL_TEXT },
		{ "type", N_("Type"), CELL_TEXT },
		{ "size", N_("Bytes"), CELL_NUMBER },
		{ "publicity", N_("Publicity"), CELL_CODE, WORDS_PUBLICITY },
		{ "added", N_("Added"), CELL_MOMENT },
		{ "removed", N_("Removed"), CELL_MOMENT },
		{ "reason", N_("Reason"), CELL_TEXT },
	};
	struct attachments list;
	json_auto_t *rows = json_array();
	int64_t owner;

	TRY(find_owner(cli, &owner));
	TRY(attachment_list(&cli->ctx, &cli->arena, owner, &list));
	for (size_t i = 0; i < list.n; i++) {
		const struct attachment *a = &list.rows[i];

		json_array_append_new(rows,
			json_pack("{s:I, s:s, s:s, s:I, s:s, s:s, s:o, s:s, s:o, s:s}", "number",
				(json_int_t)a->number, "name", a->name, "type", a->media, "size",
				(json_int_t)a->size, "sha256", a->sha256, "publicity", a->publicity,
				"added", json_time(a->added), "by", a->who, "removed",
				a->removed == 0 ? json_null() : json_time(a->removed), "reason",
				a->reason));
	}
	return print_rows(cli, json_take(&rows), columns, LEN(columns));
}

static struct error run_save(struct cli *cli)
{
	struct attachment a;
	int64_t owner, number;

	TRY(find_owner(cli, &owner));
	TRY(cli_number(cli, 1, "attachment", &number));
	TRY(attachment_get(&cli->ctx, &cli->arena, owner, number, &a));
	const char *path = cli->output != NULL ? cli->output : cli->ctx.over_ssh ? "-" : a.name;
	cli->subject = path;
	TRY(attachment_save(&cli->ctx, owner, number, path));
	if (strcmp(path, "-") != 0)
		/* TRANSLATORS: a file's name. */
		print_done(cli, _("Saved as %s."), path);
	return ok();
}

static struct error run_remove(struct cli *cli)
{
	int64_t owner, number;

	TRY(find_owner(cli, &owner));
	TRY(cli_number(cli, 1, "attachment", &number));
	TRY(attachment_remove(&cli->ctx, owner, number, option_text(cli, "reason")));
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
		.run = run_add,
		.help = N_(
			"Keeps a file with a problem, an application or a solution; at most 20 MB.") },
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
const struct noun noun_attachment = { "attachment", N_("files that came with a submission"), verbs,
	LEN(verbs) };
