/* SPDX-License-Identifier: MIT
 * The register of municipalities. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/fields.h"
#include "src/cli/import.h"
#include "src/cli/whole.h"
#include "src/registers/municipality.h"

static bool municipality_wanted(
	struct arena *arena, const struct municipality *m, const char *where)
{
	const char *wanted = utf8_fold(arena, where);
	const char *texts[] = { m->name_fi, m->name_sv, m->region_fi, m->region_sv, m->language };

	for (size_t i = 0; i < LEN(texts); i++)
		if (strstr(utf8_fold(arena, texts[i]), wanted) != NULL)
			return true;
	return *where == '\0';
}

static const struct column municipality_columns[] = {
	{ "code", N_("Code"), CELL_TEXT },
	{ "name_fi", N_("In Finnish") },
	{ "name_sv", N_("In Swedish") },
	{ "language", N_("Languages") },
	{ "region_fi" },
	{ "region_sv" },
	{ "valid_from", N_("From") },
	{ "valid_to", N_("Until") },
	{ "successor_fi" },
	{ "successor_sv" },
	{ "other_names", N_("Other spellings"), CELL_LIST },
	{ "registry_email" },
	{ "registry_post" },
};

static void put_municipality(const struct municipality *m, struct row *row)
{
	row_record(row, m);
	row_put(row, "code", cell_text(m->code));
}

static struct error municipality_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct municipality m;

	(void)arg;
	TRY(municipality_get(&cli->ctx, &row->arena, id, &m));
	row->left_out = !municipality_wanted(&row->arena, &m, option_text(cli, "where"));
	put_municipality(&m, row);
	return ok();
}

/* By itself, with the names that it had. */
static struct error whole_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct municipality_names names;
	struct municipality m;
	size_t n = 0;

	(void)arg;
	TRY(municipality_get(&cli->ctx, &row->arena, id, &m));
	TRY(municipality_names(&cli->ctx, &row->arena, id, &names));
	put_municipality(&m, row);
	const char **others = arena_alloc(&row->arena, (names.n + 1) * sizeof(*others));
	for (size_t i = 0; i < names.n; i++)
		if (strcmp(names.rows[i].kind, "official") != 0)
			others[n++] = names.rows[i].name;
	row_put(row, "other_names", cell_list(others, n));
	return ok();
}

static const struct listing municipality_listing = { municipality_columns,
	LEN(municipality_columns),
	"code,name_fi,name_sv,region_fi,region_sv,language,valid_to,successor_fi", municipality_row,
	&record_of_municipality };
static const struct listing municipality_record = { municipality_columns, LEN(municipality_columns),
	"code,name_fi,name_sv,other_names,region_fi,region_sv,language,valid_from,valid_to,successor_fi,registry_email,registry_post",
	whole_row, &record_of_municipality };

static struct error run_municipality_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	struct error e = municipality_ids(&cli->ctx, MUNICIPALITY_BY_NAME,
		option(cli, "all") != NULL ? 0 : day_of_time(context_now(&cli->ctx)), &ids);

	return print_listing(cli, &municipality_listing, NULL, e, &ids);
}

static struct error run_municipality_show(struct cli *cli)
{
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(municipality_find(&cli->ctx, cli->argv[0], &id));
	return print_whole(cli, &municipality_record, NULL, KIND_MUNICIPALITY, id);
}

static struct error run_municipality_merge(struct cli *cli)
{
	int64_t id, into, day;

	cli->subject = cli->argv[0];
	TRY(municipality_find(&cli->ctx, cli->argv[0], &id));
	cli->subject = cli->argv[1];
	TRY(municipality_find(&cli->ctx, cli->argv[1], &into));
	TRY(input_day("valid_to", option_text(cli, "last-day"), &day));
	if (day == 0)
		return fail(E_REQUIRED, "valid_to");
	TRY(municipality_merge(&cli->ctx, id, day, into));
	return print_simply(cli);
}

static struct error run_municipality_name(struct cli *cli)
{
	const char *lang = option(cli, "lang") != NULL ? option(cli, "lang") : "fi";
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(municipality_find(&cli->ctx, cli->argv[0], &id));
	if (option(cli, "alias") != NULL)
		TRY(municipality_add_alias(&cli->ctx, id, lang, cli->argv[1]));
	else
		TRY(municipality_rename(&cli->ctx, id, lang, cli->argv[1]));
	return print_simply(cli);
}

static struct error run_municipality_edit(struct cli *cli)
{
	struct municipality m;
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(municipality_find(&cli->ctx, cli->argv[0], &id));
	TRY(municipality_get(&cli->ctx, &cli->arena, id, &m));
	cli->subject = NULL;
	TRY(cli_record_fields(cli, NULL, &m));
	TRY(municipality_update(&cli->ctx, &m));
	return print_simply(cli);
}

static const struct option_spec edit_options[] = {
	REGISTRY_OPTIONS,
};
static const struct option_spec municipality_list_options[] = {
	{ "where", "TEXT", N_("only those with this in a name, region or language") },
	{ "all", NULL, N_("also those that have ended") },
};
static const struct option_spec merge_options[] = {
	{ "last-day", "DATE", N_("the last day it is a municipality of its own") },
};
static const struct option_spec name_options[] = {
	{ "lang", "fi|sv", N_("the language of the name") },
	{ "alias", NULL, N_("another spelling, not a new official name") },
};
static const struct verb municipality_verbs[] = {
	{ .name = "list",
		.options = municipality_list_options,
		.option_count = LEN(municipality_list_options),
		.run = run_municipality_list,
		.help = N_("Lists the municipalities of today, by name.") },
	{ .name = "show",
		.operands = "CODE|NAME",
		.least = 1,
		.most = 1,
		.run = run_municipality_show,
		.help = N_("Shows one, by its code or any name in either language.") },
	{ .name = "edit",
		.operands = "CODE|NAME",
		.least = 1,
		.most = 1,
		.options = edit_options,
		.option_count = LEN(edit_options),
		.record = &record_of_municipality,
		.run = run_municipality_edit,
		.help = N_("Says where official letters to it go.") },
	{ .name = "import",
		.operands = "FILE",
		.least = 1,
		.most = 1,
		.options = import_options,
		.option_count = LEN(import_options),
		.run = cli_import,
		.help = N_(
			"Takes the registries' addresses from a workbook or CSV file: municipality "
			"by name or number, e-mail, post address.") },
	{ .name = "merge",
		.operands = "CODE|NAME INTO",
		.least = 2,
		.most = 2,
		.options = merge_options,
		.option_count = LEN(merge_options),
		.run = run_municipality_merge,
		.help = N_("Records that a municipality becomes part of another.") },
	{ .name = "name",
		.operands = "CODE|NAME NEW-NAME",
		.least = 2,
		.most = 2,
		.options = name_options,
		.option_count = LEN(name_options),
		.run = run_municipality_name,
		.help = N_("Gives a municipality a new official name or another spelling.") },
};
const struct noun noun_municipality = { "municipality",
	N_("the register of municipalities: names, regions, mergers"), municipality_verbs,
	LEN(municipality_verbs) };
