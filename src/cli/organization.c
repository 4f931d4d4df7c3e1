/* SPDX-License-Identifier: MIT
 * Organizations: companies, associations, joint authorities, counties. */

#include <stdio.h>

#include "src/base/i18n.h"
#include "src/cli/fields.h"
#include "src/cli/import.h"
#include "src/cli/whole.h"
#include "src/ground/record.h"
#include "src/registers/merge.h"
#include "src/registers/organization.h"

static const struct column organization_columns[] = {
	{ "id" },
	{ "kind" },
	{ "name_fi", N_("In Finnish") },
	{ "name_sv", N_("In Swedish") },
	{ "business_id" },
	{ "valid_from", N_("From") },
	{ "valid_to", N_("Until") },
	{ "other_names", N_("Other spellings"), CELL_LIST },
	{ "registry_email" },
	{ "registry_post" },
};

static struct error put_names(struct cli *cli, int64_t id, struct row *row)
{
	struct text_rows names = { 0 };

	TRY(organization_names(&cli->ctx, &row->arena, id, &names));
	const char **list = arena_alloc(&row->arena, (names.n + 1) * sizeof(*list));
	for (size_t i = 0; i < names.n; i++)
		list[i] = names.rows[i].text;
	row_put(row, "other_names", cell_list(list, names.n));
	return ok();
}

/* With an `arg` the record is shown by itself, with the names that it had. */
static struct error organization_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct organization o;

	TRY(organization_get(&cli->ctx, &row->arena, id, &o));
	row_record(row, &o);
	return arg == NULL ? ok() : put_names(cli, id, row);
}

static const struct listing organization_listing = { organization_columns,
	LEN(organization_columns), "id,name_fi,name_sv,kind,business_id", organization_row,
	&record_of_organization };

static struct error run_organization_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	struct error e = organization_ids(&cli->ctx, option(cli, "kind"), &ids);

	return print_listing(cli, &organization_listing, NULL, e, &ids);
}

static struct error run_organization_add(struct cli *cli)
{
	struct organization o = { .kind = "other" };
	int64_t id;

	record_blank(&record_of_organization, &o);
	TRY(cli_record_fields(cli, NULL, &o));
	TRY(organization_add(&cli->ctx, &o, &id));
	/* TRANSLATORS: %lld is the number of a record. */
	print_done(cli, _("Added as number %lld."), (long long)id);
	return ok();
}

static struct error run_organization_show(struct cli *cli)
{
	static const struct listing record = { organization_columns, LEN(organization_columns),
		"id,name_fi,name_sv,other_names,kind,business_id,registry_email,registry_post",
		organization_row, &record_of_organization };
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(organization_find(&cli->ctx, cli->argv[0], &id));
	cli->subject = NULL;
	return print_whole(cli, &record, "", KIND_ORGANIZATION, id);
}

static struct error run_organization_alias(struct cli *cli)
{
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(organization_find(&cli->ctx, cli->argv[0], &id));
	TRY(organization_add_name(&cli->ctx, id, cli->argv[1]));
	return print_simply(cli);
}

static struct error run_organization_edit(struct cli *cli)
{
	struct organization o;
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(organization_find(&cli->ctx, cli->argv[0], &id));
	TRY(organization_get(&cli->ctx, &cli->arena, id, &o));
	cli->subject = NULL;
	TRY(cli_record_fields(cli, NULL, &o));
	TRY(organization_update(&cli->ctx, &o));
	return print_simply(cli);
}

static struct error run_organization_merge(struct cli *cli)
{
	struct text_rows clashes = { 0 };
	int64_t keep, gone;

	cli->subject = cli->argv[0];
	TRY(organization_find(&cli->ctx, cli->argv[0], &keep));
	cli->subject = cli->argv[1];
	TRY(organization_find(&cli->ctx, cli->argv[1], &gone));
	TRY(organization_merge_clashes(&cli->ctx, &cli->arena, keep, gone, &clashes));
	for (size_t i = 0; i < clashes.n; i++)
		fprintf(stderr, _("Both stand in: %s\n"), clashes.rows[i].text);
	cli->subject = NULL;
	TRY(organization_merge(&cli->ctx, keep, gone, option_text(cli, "reason")));
	return print_simply(cli);
}

static const struct option_spec merge_options[] = {
	{ "reason", "TEXT", N_("how it is known that they are the same") },
};
static const struct option_spec organization_options[] = {
	{ "kind", "KIND", N_("company, association, joint_authority, county, public or other") },
	{ "name-fi", "NAME", N_("in Finnish") },
	{ "name-sv", "NAME", N_("in Swedish; the same as in Finnish unless given") },
	{ "business-id", "ID", N_("the business ID (1234567-8)") },
	REGISTRY_OPTIONS,
};
static const struct verb organization_verbs[] = {
	{ .name = "list",
		.options = organization_options,
		.option_count = 1,
		.run = run_organization_list,
		.help = N_("Lists organizations by name.") },
	{ .name = "merge",
		.operands = "NAME|ID OTHER",
		.least = 2,
		.most = 2,
		.options = merge_options,
		.option_count = LEN(merge_options),
		.run = run_organization_merge,
		.help = N_("The other record becomes the first: both are the same organization.") },
	{ .name = "show",
		.operands = "NAME|ID",
		.least = 1,
		.most = 1,
		.run = run_organization_show,
		.help = N_("Shows one.") },
	{ .name = "add",
		.options = organization_options,
		.option_count = LEN(organization_options),
		.record = &record_of_organization,
		.run = run_organization_add,
		.help = N_("Adds an organization.") },
	{ .name = "edit",
		.operands = "NAME|ID",
		.least = 1,
		.most = 1,
		.options = organization_options,
		.option_count = LEN(organization_options),
		.record = &record_of_organization,
		.run = run_organization_edit,
		.help = N_("Changes what is given.") },
	{ .name = "import",
		.operands = "FILE",
		.least = 1,
		.most = 1,
		.options = import_options,
		.option_count = LEN(import_options),
		.run = cli_import,
		.help = N_(
			"Takes the registries' addresses from a workbook or CSV file: organization "
			"by name or business ID, e-mail, post address.") },
	{ .name = "alias",
		.operands = "NAME SPELLING",
		.least = 2,
		.most = 2,
		.run = run_organization_alias,
		.help = N_("Adds another spelling by which it is found.") },
};
const struct noun noun_organization = { "organization",
	N_("companies, associations, joint authorities, counties"), organization_verbs,
	LEN(organization_verbs) };
