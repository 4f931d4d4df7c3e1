/* SPDX-License-Identifier: MIT
 * The competition's partners over time. */

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/cli.h"
#include "src/registers/organization.h"

static const struct column partner_columns[] = {
	{ "id", N_("Number"), CELL_NUMBER },
	{ "name", N_("Name"), CELL_TEXTS },
	{ "kind", N_("Kind"), CELL_CODE, WORDS_PARTNER_KIND },
	{ "from", N_("From"), CELL_DAY },
	{ "to", N_("Until"), CELL_DAY },
};

static struct error partner_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct partner p;

	(void)arg;
	TRY(partner_get(&cli->ctx, &row->arena, id, &p));
	row_put(row, "id", cell_number(p.id));
	row_put(row, "name", cell_texts(p.name_fi, p.name_sv, p.name_fi));
	row_code(row, "kind", p.kind);
	row_put(row, "from", cell_day(p.valid_from));
	row_put(row, "to", cell_day(p.valid_to));
	return ok();
}

static const struct listing partner_listing = { partner_columns, LEN(partner_columns),
	"id,name,kind,from,to", partner_row };

static struct error run_partner_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	int64_t day;

	TRY(input_day("date", option_text(cli, "on"), &day));
	struct error e = partner_ids(&cli->ctx, day, &ids);
	return print_listing(cli, &partner_listing, NULL, e, &ids);
}

static struct error run_partner_add(struct cli *cli)
{
	struct partner p = { .kind = option(cli, "kind") == NULL ? "partner" :
								   option(cli, "kind") };
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(organization_find(&cli->ctx, cli->argv[0], &p.organization_id));
	TRY(input_day("valid_from", option_text(cli, "from"), &p.valid_from));
	TRY(input_day("valid_to", option_text(cli, "to"), &p.valid_to));
	TRY(partner_add(&cli->ctx, &p, &id));
	print_done(cli, _("Added as number %lld."), (long long)id);
	return ok();
}

static const struct option_spec partner_options[] = {
	{ "kind", "KIND", N_("owner, financier or partner") },
	{ "from", "DATE", N_("from when") },
	{ "to", "DATE", N_("until when") },
};
static const struct option_spec on_option[] = {
	{ "on", "DATE", N_("as of that day") },
};
static const struct verb partner_verbs[] = {
	{ .name = "list",
		.options = on_option,
		.option_count = 1,
		.run = run_partner_list,
		.help = N_("Lists partners with their times.") },
	{ .name = "add",
		.operands = "ORGANIZATION",
		.least = 1,
		.most = 1,
		.options = partner_options,
		.option_count = LEN(partner_options),
		.run = run_partner_add,
		.help = N_("Makes an organization a partner.") },
};
const struct noun noun_partner = { "partner", N_("the competition's partners over time"),
	partner_verbs, LEN(partner_verbs) };
