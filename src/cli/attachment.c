/* SPDX-License-Identifier: MIT
 * Files that came with a record. */
#include <string.h>

#include "src/base/i18n.h"
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
	struct found owner;
	int64_t number;

	TRY(find_owner(cli, &owner));
	cli->subject = cli->argv[1];
	TRY(attachment_add(&cli->ctx, owner.kind, owner.id, cli->argv[1], option(cli, "name"),
		option(cli, "publicity"), &number));
	/* TRANSLATORS: the number of an attachment. */
	print_done(cli, _("Added as number %lld."), (long long)number);
	return ok();
}

static struct error run_list(struct cli *cli)
{
	static const struct column columns[] = {
		{ "number", N_("Number"), SHOW_NUMBER, 0 },
		{ "name", N_("Name"), SHOW_TEXT, 0 },
		{ "type", N_("Type"), SHOW_TEXT, 0 },
		{ "size", N_("Bytes"), SHOW_NUMBER, 0 },
		{ "publicity", N_("Publicity"), SHOW_WORD, WORDS_PUBLICITY },
		{ "added", N_("Added"), SHOW_TIME, 0 },
		{ "removed", N_("Removed"), SHOW_TIME, 0 },
		{ "reason", N_("Reason"), SHOW_TEXT, 0 },
	};
	struct attachments list;
	json_auto_t *rows = json_array();
	struct found owner;

	TRY(find_owner(cli, &owner));
	TRY(attachment_list(&cli->ctx, &cli->arena, owner.kind, owner.id, &list));
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
const struct noun noun_attachment = { "attachment", N_("files that came with a record"), verbs,
	LEN(verbs) };
