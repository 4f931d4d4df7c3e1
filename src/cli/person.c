/* SPDX-License-Identifier: MIT
 * People and their roles. */

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/import.h"
#include "src/cli/fields.h"
#include "src/cli/whole.h"
#include "src/ground/record.h"
#include "src/registers/merge.h"
#include "src/registers/municipality.h"
#include "src/registers/organization.h"
#include "src/registers/person.h"

static const struct column person_columns[] = {
	{ "id" },
	{ "name" },
	{ "email", N_("E-mail") },
	{ "phone" },
	{ "language" },
	{ "other_names", N_("Other and earlier names"), CELL_LIST },
};

static struct error put_names(struct cli *cli, int64_t id, struct row *row)
{
	struct text_rows names = { 0 };

	TRY(person_names(&cli->ctx, &row->arena, id, &names));
	const char **list = arena_alloc(&row->arena, (names.n + 1) * sizeof(*list));
	for (size_t i = 0; i < names.n; i++)
		list[i] = names.rows[i].text;
	row_put(row, "other_names", cell_list(list, names.n));
	return ok();
}

/* With an `arg` the record is shown by itself, with the names that it had. */
static struct error person_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct person p;

	TRY(person_get(&cli->ctx, &row->arena, id, &p));
	row_record(row, &p);
	return arg == NULL ? ok() : put_names(cli, id, row);
}

static const struct listing person_listing = { person_columns, LEN(person_columns),
	"id,name,language", person_row, &record_of_person };

static struct error run_person_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	struct error e = person_ids(&cli->ctx, &ids);

	return print_listing(cli, &person_listing, NULL, e, &ids);
}

static struct error run_person_show(struct cli *cli)
{
	static const struct listing record = { person_columns, LEN(person_columns),
		"id,name,other_names,email,phone,language", person_row, &record_of_person };
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(person_find(&cli->ctx, cli->argv[0], &id));
	cli->subject = NULL;
	return print_whole(cli, &record, "", KIND_PERSON, id);
}

static struct error run_person_add(struct cli *cli)
{
	struct person p = { .lang = "" };
	int64_t id;

	record_blank(&record_of_person, &p);
	TRY(cli_record_fields(cli, NULL, &p));
	TRY(person_add(&cli->ctx, &p, &id));
	print_done(cli, _("Added as number %lld."), (long long)id);
	return ok();
}

static struct error run_person_edit(struct cli *cli)
{
	struct person p;
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(person_find(&cli->ctx, cli->argv[0], &id));
	TRY(person_get(&cli->ctx, &cli->arena, id, &p));
	cli->subject = NULL;
	TRY(cli_record_fields(cli, NULL, &p));
	TRY(person_update(&cli->ctx, &p));
	return print_simply(cli);
}

static struct error run_person_merge(struct cli *cli)
{
	struct text_rows clashes = { 0 };
	int64_t keep, gone;

	cli->subject = cli->argv[0];
	TRY(person_find(&cli->ctx, cli->argv[0], &keep));
	cli->subject = cli->argv[1];
	TRY(person_find(&cli->ctx, cli->argv[1], &gone));
	TRY(person_merge_clashes(&cli->ctx, &cli->arena, keep, gone, &clashes));
	for (size_t i = 0; i < clashes.n; i++)
		fprintf(stderr, _("Both stand in: %s\n"), clashes.rows[i].text);
	cli->subject = NULL;
	TRY(person_merge(&cli->ctx, keep, gone, option_text(cli, "reason")));
	return print_simply(cli);
}

static struct error run_person_role(struct cli *cli)
{
	struct person_role role = { .kind = "other", .title = "" };
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(person_find(&cli->ctx, cli->argv[0], &role.person_id));
	if (option(cli, "organization") != NULL)
		TRY(organization_find(
			&cli->ctx, option(cli, "organization"), &role.organization_id));
	if (option(cli, "municipality") != NULL)
		TRY(municipality_find(
			&cli->ctx, option(cli, "municipality"), &role.municipality_id));
	TRY(cli_record_fields(cli, NULL, &role));
	TRY(role_add(&cli->ctx, &role, &id));
	return print_simply(cli);
}

static struct error run_person_alias(struct cli *cli)
{
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(person_find(&cli->ctx, cli->argv[0], &id));
	TRY(person_add_name(&cli->ctx, id, cli->argv[1]));
	return print_simply(cli);
}

/* The one role of that kind that has not ended. */
static struct error find_role(struct cli *cli, int64_t person_id, int64_t *id)
{
	const char *kind = option(cli, "kind");
	struct person_roles roles;
	int64_t today = day_of_time(context_now(&cli->ctx));

	*id = 0;
	TRY(roles_of(&cli->ctx, &cli->arena, ROLES_OF_PERSON, person_id, &roles));
	for (size_t i = 0; i < roles.n; i++) {
		const struct person_role *role = &roles.rows[i];

		if ((kind != NULL && strcmp(role->kind, kind) != 0) ||
			(role->valid_to != 0 && role->valid_to < today))
			continue;
		if (*id != 0)
			return rule(N_(
				"The person has several roles: say by --kind which of them ends."));
		*id = role->id;
	}
	return *id == 0 ? rule(N_("The person has no such role.")) : ok();
}

static struct error run_person_role_end(struct cli *cli)
{
	int64_t person, role, day;

	cli->subject = cli->argv[0];
	TRY(person_find(&cli->ctx, cli->argv[0], &person));
	TRY(find_role(cli, person, &role));
	TRY(input_day("valid_to", option_text(cli, "to"), &day));
	if (day == 0)
		return fail(E_REQUIRED, "valid_to");
	TRY(role_end(&cli->ctx, person, role, day));
	return print_simply(cli);
}

static const struct option_spec person_options[] = {
	{ "name", "NAME", N_("first name and last name") },
	{ "email", "ADDRESS", N_("the e-mail address") },
	{ "phone", "NUMBER", N_("the telephone number") },
	{ "lang", "fi|sv|en", N_("the language of letters to them"), .field = "language" },
};
static const struct option_spec role_options[] = {
	{ "kind", "KIND", N_("contact, manager, juror, expert, mentor or other") },
	{ "title", "TEXT", N_("the title") },
	{ "organization", "NAME", N_("where") },
	{ "municipality", "NAME", N_("or in which municipality") },
	{ "from", "DATE", N_("from when") },
	{ "to", "DATE", N_("until when") },
};
static const struct option_spec role_end_options[] = {
	{ "kind", "KIND", N_("which role, where there are several") },
	{ "to", "DATE", N_("the last day") },
};
static const struct option_spec merge_options[] = {
	{ "reason", "TEXT", N_("how it is known that they are the same") },
};
static const struct verb person_verbs[] = {
	{ .name = "list", .run = run_person_list, .help = N_("Lists people by name.") },
	{ .name = "show",
		.operands = "NAME|EMAIL|NUMBER",
		.least = 1,
		.most = 1,
		.run = run_person_show,
		.help = N_("Shows one.") },
	{ .name = "add",
		.options = person_options,
		.option_count = LEN(person_options),
		.record = &record_of_person,
		.run = run_person_add,
		.help = N_("Adds a person.") },
	{ .name = "edit",
		.operands = "NAME|EMAIL|NUMBER",
		.least = 1,
		.most = 1,
		.options = person_options,
		.option_count = LEN(person_options),
		.record = &record_of_person,
		.run = run_person_edit,
		.help = N_("Changes what is given; what was signed keeps the earlier name.") },
	{ .name = "merge",
		.operands = "NAME|NUMBER OTHER",
		.least = 2,
		.most = 2,
		.options = merge_options,
		.option_count = LEN(merge_options),
		.run = run_person_merge,
		.help = N_("The other record becomes the first: both are the same person.") },
	{ .name = "role",
		.operands = "NAME|NUMBER",
		.least = 1,
		.most = 1,
		.options = role_options,
		.option_count = LEN(role_options),
		.record = &record_of_person_role,
		.run = run_person_role,
		.help = N_("Gives a person a role for a time.") },
	{ .name = "role-end",
		.operands = "NAME|NUMBER",
		.least = 1,
		.most = 1,
		.options = role_end_options,
		.option_count = LEN(role_end_options),
		.run = run_person_role_end,
		.help = N_("A role ends.") },
	{ .name = "alias",
		.operands = "NAME|NUMBER SPELLING",
		.least = 2,
		.most = 2,
		.run = run_person_alias,
		.help = N_("Adds another spelling of the name.") },
	{ .name = "import",
		.operands = "FILE",
		.least = 1,
		.most = 1,
		.options = import_options,
		.option_count = LEN(import_options),
		.run = cli_import,
		.help = N_("Adds people from a workbook or CSV file: name, e-mail, telephone, "
			   "language.") },
};
const struct noun noun_person = { "person", N_("people and their roles"), person_verbs,
	LEN(person_verbs) };
