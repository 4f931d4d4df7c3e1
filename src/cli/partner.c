/* SPDX-License-Identifier: MIT
 * The competition's partners over time. */

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/fields.h"
#include "src/registers/organization.h"

static const struct column partner_columns[] = {
	{ "id" },
	{ "name", N_("Name"), CELL_TEXTS },
	{ "kind" },
	{ "from", N_("From") },
	{ "to", N_("Until") },
};

static struct error partner_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct partner p;

	(void)arg;
	TRY(partner_get(&cli->ctx, &row->arena, id, &p));
	row_record(row, &p);
	row_put(row, "name", cell_texts(p.name_fi, p.name_sv, p.name_fi));
	return ok();
}

static const struct listing partner_listing = { partner_columns, LEN(partner_columns),
	"id,name,kind,from,to", partner_row, &record_of_partner };

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
	struct partner p = { .kind = "partner" };
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(organization_find(&cli->ctx, cli->argv[0], &p.organization_id));
	TRY(cli_record_fields(cli, NULL, &p));
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
		.record = &record_of_partner,
		.run = run_partner_add,
		.help = N_("Makes an organization a partner.") },
};
const struct noun noun_partner = { "partner", N_("the competition's partners over time"),
	partner_verbs, LEN(partner_verbs) };
