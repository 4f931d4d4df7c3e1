/* SPDX-License-Identifier: MIT
 * The register of municipalities. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/cli.h"
#include "src/registers/municipality.h"

static json_t *municipality_json(const struct municipality *m)
{
	return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:o, s:o, s:s, s:s}", "code", m->code,
		"name_fi", m->name_fi, "name_sv", m->name_sv, "language", m->language, "region_fi",
		m->region_fi, "region_sv", m->region_sv, "valid_from", json_day(m->valid_from),
		"valid_to", json_day(m->valid_to), "successor_fi", m->successor_fi, "successor_sv",
		m->successor_sv);
}

static const struct column municipality_columns[] = {
	{ "code", N_("Code"), CELL_TEXT },
	{ "name_fi", N_("In Finnish"), CELL_TEXT },
	{ "name_sv", N_("In Swedish"), CELL_TEXT },
	{ "region_fi", N_("Region in Finnish"), CELL_TEXT },
	{ "region_sv", N_("Region in Swedish"), CELL_TEXT },
	{ "language", N_("Languages"), CELL_TEXT },
	{ "valid_to", N_("Until"), CELL_DAY },
	{ "successor_fi", N_("Now part of"), CELL_TEXT },
};

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

static struct error run_municipality_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	json_auto_t *list = json_array();
	struct error e = municipality_ids(&cli->ctx, MUNICIPALITY_BY_NAME,
		option(cli, "all") != NULL ? 0 : day_of_time(context_now(&cli->ctx)), &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct municipality m;

		e = municipality_get(&cli->ctx, &cli->arena, ids.ids[i], &m);
		if (e.code == E_OK &&
			municipality_wanted(&cli->arena, &m, option_text(cli, "where")))
			json_array_append_new(list, municipality_json(&m));
	}
	id_list_clear(&ids);
	TRY(e);
	return print_rows(cli, json_take(&list), municipality_columns, LEN(municipality_columns));
}

static struct error run_municipality_show(struct cli *cli)
{
	struct municipality_names names;
	struct municipality m;
	int64_t id;
	json_auto_t *others = json_array();

	cli->subject = cli->argv[0];
	TRY(municipality_find(&cli->ctx, cli->argv[0], &id));
	TRY(municipality_get(&cli->ctx, &cli->arena, id, &m));
	TRY(municipality_names(&cli->ctx, &cli->arena, id, &names));
	for (size_t i = 0; i < names.n; i++)
		if (strcmp(names.rows[i].kind, "official") != 0)
			json_array_append_new(others, json_string(names.rows[i].name));
	json_auto_t *record = municipality_json(&m);
	json_object_set(record, "other_names", others);
	static const struct column columns[] = {
		{ "code", N_("Code"), CELL_TEXT },
		{ "name_fi", N_("In Finnish"), CELL_TEXT },
		{ "name_sv", N_("In Swedish"), CELL_TEXT },
		{ "other_names", N_("Other spellings"), CELL_LIST },
		{ "region_fi", N_("Region in Finnish"), CELL_TEXT },
		{ "region_sv", N_("Region in Swedish"), CELL_TEXT },
		{ "language", N_("Languages"), CELL_TEXT },
		{ "valid_from", N_("From"), CELL_DAY },
		{ "valid_to", N_("Until"), CELL_DAY },
		{ "successor_fi", N_("Now part of"), CELL_TEXT },
	};
	return print_record(cli, json_take(&record), columns, LEN(columns));
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
