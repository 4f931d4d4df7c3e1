/* SPDX-License-Identifier: MIT */
#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/roof/journal.h"

static struct error run_list(struct cli *cli)
{
	static const struct column columns[] = {
		{ "seq", N_("Number"), CELL_NUMBER },
		{ "time", N_("When"), CELL_MOMENT },
		{ "sentence", N_("What"), CELL_TEXT },
	};
	struct id_list ids = { 0 };
	json_auto_t *list = json_array();
	struct error e = journal_ids(&cli->ctx, option(cli, "of"), &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct log_entry entry;

		e = journal_get(&cli->ctx, &cli->arena, ids.ids[i], &entry);
		if (e.code == E_OK)
			json_array_append_new(list,
				json_pack("{s:I, s:o, s:s, s:s, s:s, s:s, s:s, s:s}", "seq",
					(json_int_t)entry.seq, "time", json_time(entry.time), "who",
					entry.who, "what", entry.verb, "of", entry.object, "hash",
					entry.hash, "via", entry.via, "sentence",
					journal_sentence(&cli->ctx, &cli->arena, &entry)));
	}
	id_list_clear(&ids);
	TRY(e);
	return print_rows(cli, json_take(&list), columns, LEN(columns));
}

static const struct option_spec options[] = {
	{ "of", "CODE", N_("only about this record") },
};
static const struct verb verbs[] = {
	{ .name = "list",
		.options = options,
		.option_count = 1,
		.run = run_list,
		.help = N_("Lists what was done, newest first.") },
};
const struct noun noun_log = { "log", N_("who did what, and when"), verbs, 1 };
