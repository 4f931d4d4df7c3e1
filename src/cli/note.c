/* SPDX-License-Identifier: MIT
 * Contact notes. */

#include "src/base/i18n.h"
#include "src/cli/fields.h"
#include "src/phases/note.h"
#include "src/roof/kinds.h"

static struct error run_note_add(struct cli *cli)
{
	struct note note = { .object = cli->argv[0], .who = "", .text = "" };
	int64_t id;

	TRY(cli_record_fields(cli, NULL, &note));
	TRY(note_add(&cli->ctx, &note, kinds_name, &id));
	print_done(cli, _("Added as number %lld."), (long long)id);
	return ok();
}

static const struct column note_columns[] = {
	{ "id" },
	{ "of", N_("About") },
	{ "time" },
	{ "who" },
	{ "text" },
	{ "due" },
	{ "done" },
	{ "by" },
};

static struct error note_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct note n;

	(void)arg;
	TRY(note_get(&cli->ctx, &row->arena, id, &n));
	row_record(row, &n);
	return ok();
}

static const struct listing note_listing = { note_columns, LEN(note_columns),
	"id,of,time,who,text,due,done", note_row, &record_of_note };

static struct error run_note_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	struct error e = note_ids(&cli->ctx, cli->argc > 0 ? cli->argv[0] : NULL, &ids);

	return print_listing(cli, &note_listing, NULL, e, &ids);
}

static struct error run_note_edit(struct cli *cli)
{
	struct note note;
	int64_t id;

	TRY(cli_number(cli, 0, "note", &id));
	cli->subject = cli->argv[0];
	TRY(note_get(&cli->ctx, &cli->arena, id, &note));
	TRY(cli_record_fields(cli, NULL, &note));
	TRY(note_update(&cli->ctx, &note));
	return print_simply(cli);
}

static const struct option_spec note_options[] = {
	{ "text", "TEXT", N_("what was said") },
	{ "who", "NAME", N_("with whom") },
	{ "due", "DATE", N_("until when something was promised") },
};
static const struct verb note_verbs[] = {
	{ .name = "add",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.options = note_options,
		.option_count = LEN(note_options),
		.record = &record_of_note,
		.run = run_note_add,
		.help = N_("Writes down a contact about a record.") },
	{ .name = "edit",
		.operands = "NUMBER",
		.least = 1,
		.most = 1,
		.options = note_options,
		.option_count = LEN(note_options),
		.record = &record_of_note,
		.run = run_note_edit,
		.help = N_("Changes what is given.") },
	{ .name = "list",
		.operands = "[CODE]",
		.least = 0,
		.most = 1,
		.run = run_note_list,
		.help = N_("Lists contact notes, newest first.") },
};
const struct noun noun_note = { "note", N_("contact notes: who called, what was promised"),
	note_verbs, LEN(note_verbs) };
