/* SPDX-License-Identifier: MIT
 * The competition's partners over time. */

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/cli.h"
#include "src/registers/organization.h"

static struct error run_partner_list(struct cli *cli)
{
	static const struct column columns[] = {
		{ "id", N_("Number"), SHOW_NUMBER, 0 },
		{ "name", N_("Name"), SHOW_NAMES, 0 },
		{ "kind", N_("Kind"), SHOW_WORD, WORDS_PARTNER_KIND },
		{ "from", N_("From"), SHOW_DATE, 0 },
		{ "to", N_("Until"), SHOW_DATE, 0 },
	};
	struct id_list ids = { 0 };
	int64_t day;
	json_auto_t *list = json_array();

	TRY(input_day("date", option_text(cli, "on"), &day));
	struct error e = partner_ids(&cli->ctx, day, &ids);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct partner p;

		e = partner_get(&cli->ctx, &cli->arena, ids.ids[i], &p);
		if (e.code == E_OK)
			json_array_append_new(
				list, json_pack("{s:I, s:o, s:s, s:o, s:o}", "id", (json_int_t)p.id,
					      "name", json_names(p.name_fi, p.name_sv, p.name_fi),
					      "kind", p.kind, "from", json_day(p.valid_from), "to",
					      json_day(p.valid_to)));
	}
	id_list_clear(&ids);
	TRY(e);
	return print_rows(cli, json_take(&list), columns, LEN(columns));
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
