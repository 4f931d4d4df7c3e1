/* SPDX-License-Identifier: MIT
 * Contact notes. */

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/cli.h"
#include "src/phases/note.h"

static struct error run_note_add(struct cli *cli)
{
	struct note note = { .object = cli->argv[0],
		.who = option_text(cli, "who"),
		.text = option_text(cli, "text") };
	int64_t id;

	TRY(input_day("due", option_text(cli, "due"), &note.due));
	TRY(note_add(&cli->ctx, &note, &id));
	print_done(cli, _("Added as number %lld."), (long long)id);
	return ok();
}

static struct error run_note_list(struct cli *cli)
{
	static const struct column columns[] = {
		{ "id", N_("Number"), SHOW_NUMBER, 0 },
		{ "of", N_("About"), SHOW_TEXT, 0 },
		{ "time", N_("When"), SHOW_TIME, 0 },
		{ "who", N_("With whom"), SHOW_TEXT, 0 },
		{ "text", N_("Text"), SHOW_TEXT, 0 },
		{ "due", N_("Promised until"), SHOW_DATE, 0 },
		{ "done", N_("Kept"), SHOW_DATE, 0 },
	};
	struct id_list ids = { 0 };
	json_auto_t *list = json_array();
	struct error e = note_ids(&cli->ctx, cli->argc > 0 ? cli->argv[0] : NULL, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct note n;

		e = note_get(&cli->ctx, &cli->arena, ids.ids[i], &n);
		if (e.code == E_OK)
			json_array_append_new(list,
				json_pack("{s:I, s:s, s:o, s:s, s:s, s:o, s:o, s:s}", "id",
					(json_int_t)n.id, "of", n.object, "time", json_time(n.at),
					"who", n.who, "text", n.text, "due", json_day(n.due),
					"done", json_day(n.done), "by", n.by));
	}
	id_list_clear(&ids);
	TRY(e);
	return print_rows(cli, json_take(&list), columns, LEN(columns));
}

static struct error run_note_edit(struct cli *cli)
{
	struct note note;
	int64_t id;

	TRY(cli_number(cli, 0, "note", &id));
	cli->subject = cli->argv[0];
	TRY(note_get(&cli->ctx, &cli->arena, id, &note));
	if (option(cli, "who") != NULL)
		note.who = option(cli, "who");
	if (option(cli, "text") != NULL)
		note.text = option(cli, "text");
	if (option(cli, "due") != NULL)
		TRY(input_day("due", option(cli, "due"), &note.due));
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
		.run = run_note_add,
		.help = N_("Writes down a contact about a record.") },
	{ .name = "edit",
		.operands = "NUMBER",
		.least = 1,
		.most = 1,
		.options = note_options,
		.option_count = LEN(note_options),
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
