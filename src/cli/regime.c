/* SPDX-License-Identifier: MIT
 * Regimes of correction and appeal: dated rows with their source, and what their instructions name.
 */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/fields.h"
#include "src/registers/regime.h"

static const struct column columns[] = {
	{ "code" },
	{ "since" },
	{ "name", N_("Name"), CELL_TEXTS },
	{ "correction", N_("Correction"), CELL_TEXTS },
	{ "correction_days" },
	{ "correction_section" },
	{ "appeal", N_("Appeal"), CELL_TEXTS },
	{ "appeal_days" },
	{ "appeal_section" },
	{ "email_days" },
	{ "letter_days" },
	{ "etendering_days" },
	{ "suomifi_days" },
	{ "hand_days" },
	{ "service_section" },
	{ "consent" },
	{ "holds" },
	{ "who", N_("Who may"), CELL_TEXTS },
	{ "clerical_section" },
	{ "factual_section" },
	{ "source" },
	{ "decisions" },
	{ "instruction", N_("Instruction"), CELL_TEXTS, .of_record = true },
	{ "settings", N_("Settings"), CELL_ROWS },
};

static const struct column setting_columns[] = {
	{ "name" },
	{ "since" },
	{ "value", N_("Value"), CELL_TEXTS },
	{ "source" },
};

static struct error setting_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct regime_setting *s = &((const struct regime_settings *)arg)->rows[id];

	(void)cli;
	row_record(row, s);
	row_put(row, "value", cell_texts(s->value_fi, s->value_sv, s->value_en));
	return ok();
}

static const struct listing setting_listing = { setting_columns, LEN(setting_columns),
	"name,since,value,source", setting_row, &record_of_regime_setting };

static struct error regime_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct regime_settings settings;
	struct regime r;
	struct cell cell;

	(void)arg;
	TRY(regime_get(&cli->ctx, &row->arena, id, &r));
	TRY(regime_settings(&cli->ctx, &row->arena, r.code, 0, &settings));
	row_record(row, &r);
	row_put(row, "name", cell_texts(r.name_fi, r.name_sv, r.name_en));
	row_put(row, "correction", cell_texts(r.correction_fi, r.correction_sv, r.correction_en));
	row_put(row, "appeal", cell_texts(r.appeal_fi, r.appeal_sv, r.appeal_en));
	row_put(row, "who", cell_texts(r.who_fi, r.who_sv, r.who_en));
	row_put(row, "instruction",
		cell_texts(r.instruction_fi, r.instruction_sv, r.instruction_en));
	TRY(nest_rows(cli, &row->arena, &setting_listing, &settings, settings.n, &cell));
	row_put(row, "settings", cell);
	return ok();
}

static const struct listing listing = { columns, LEN(columns),
	"code,since,correction,correction_days,appeal,appeal_days,source", regime_row,
	&record_of_regime };

static struct error run_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	struct error e = regime_ids(&cli->ctx, &ids);

	return print_listing(cli, &listing, NULL, e, &ids);
}

static struct error run_show(struct cli *cli)
{
	struct regime_settings settings;
	int64_t id, day;

	TRY(require(&cli->ctx, ACT_READ));
	TRY(input_day("date", option_text(cli, "date"), &day));
	if (day == 0)
		day = day_of_time(context_now(&cli->ctx));
	cli->subject = cli->argv[0];
	TRY(regime_find(&cli->ctx, cli->argv[0], day, &id));
	TRY(print_one(cli, &listing, NULL, id));
	if (cli_reader(cli) != READ_SHOWN)
		return ok();
	TRY(regime_settings(&cli->ctx, &cli->arena, cli->argv[0], 0, &settings));
	return settings.n == 0 ? ok() :
				 print_below(cli, NULL, &setting_listing, &settings, settings.n);
}

static struct error run_add(struct cli *cli)
{
	struct regime r;
	int64_t id;

	TRY(require(&cli->ctx, ACT_PLAN));
	cli->subject = cli->argv[0];
	TRY(regime_begin(&cli->ctx, &cli->arena, cli->argv[0], &r));
	TRY(cli_record_fields(cli, NULL, &r));
	r.code = cli->argv[0];
	TRY(regime_add(&cli->ctx, &r, &id));
	return print_simply(cli);
}

static struct error run_set(struct cli *cli)
{
	struct regime_setting s = { .regime = cli->argv[0], .name = cli->argv[1] };

	cli->subject = cli->argv[0];
	TRY(cli_record_fields(cli, NULL, &s));
	s.regime = cli->argv[0];
	s.name = cli->argv[1];
	TRY(regime_set(&cli->ctx, &s));
	return print_simply(cli);
}

static const struct option_spec show_options[] = {
	{ "date", "DATE", N_("as it is in force on that day; today unless given") },
};
static const struct verb verbs[] = {
	{ .name = "list",
		.run = run_list,
		.help = N_(
			"Lists the regimes of correction and appeal: remedies, days and source.") },
	{ .name = "show",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.options = show_options,
		.option_count = LEN(show_options),
		.run = run_show,
		.help = N_("Shows one with its instruction and what the instruction names.") },
	{ .name = "add",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.record = &record_of_regime,
		.in = IN_ADD,
		.run = run_add,
		.help = N_(
			"Adds a regime, or what is another in one there is from a day on; what is "
			"not given stays as it was. Decisions made before keep the row they were "
			"made under.") },
	{ .name = "set",
		.operands = "CODE NAME",
		.least = 2,
		.most = 2,
		.record = &record_of_regime_setting,
		.in = IN_ADD,
		.run = run_set,
		.help = N_(
			"Sets what the instruction names from a day on: body, address, visiting, "
			"email, hours, court, court_address or court_fee.") },
};
const struct noun noun_regime = { "regime",
	N_("by which law decisions are corrected and appealed against"), verbs, LEN(verbs) };
