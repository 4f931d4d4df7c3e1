/* SPDX-License-Identifier: MIT
 * Municipalities, organizations, people, partners and accounts. */
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/cli.h"
#include "src/registers/account.h"
#include "src/registers/municipality.h"
#include "src/registers/organization.h"
#include "src/intake/people.h"
#include "src/registers/person.h"

static json_t *municipality_json(const struct municipality *m)
{
	return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:o, s:o, s:s, s:s}", "code", m->code,
		"name_fi", m->name_fi, "name_sv", m->name_sv, "language", m->language, "region_fi",
		m->region_fi, "region_sv", m->region_sv, "valid_from", json_day(m->valid_from),
		"valid_to", json_day(m->valid_to), "successor_fi", m->successor_fi, "successor_sv",
		m->successor_sv);
}

static const struct column municipality_columns[] = {
	{ "code", N_("Code"), SHOW_TEXT, 0 },
	{ "name_fi", N_("In Finnish"), SHOW_TEXT, 0 },
	{ "name_sv", N_("In Swedish"), SHOW_TEXT, 0 },
	{ "region_fi", N_("Region in Finnish"), SHOW_TEXT, 0 },
	{ "region_sv", N_("Region in Swedish"), SHOW_TEXT, 0 },
	{ "language", N_("Languages"), SHOW_TEXT, 0 },
	{ "valid_to", N_("Until"), SHOW_DATE, 0 },
	{ "successor_fi", N_("Now part of"), SHOW_TEXT, 0 },
};

static bool municipality_wanted(struct arena *arena, const struct municipality *m, const char *where)
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
	json_t *list = json_array();
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
	return print_rows(cli, list, municipality_columns, LEN(municipality_columns));
}

static struct error run_municipality_show(struct cli *cli)
{
	struct municipality_names names;
	struct municipality m;
	int64_t id;
	json_t *others = json_array();

	cli->subject = cli->argv[0];
	TRY(municipality_find(&cli->ctx, cli->argv[0], &id));
	TRY(municipality_get(&cli->ctx, &cli->arena, id, &m));
	TRY(municipality_names(&cli->ctx, &cli->arena, id, &names));
	for (size_t i = 0; i < names.n; i++)
		if (strcmp(names.rows[i].kind, "official") != 0)
			json_array_append_new(others, json_string(names.rows[i].name));
	json_t *record = municipality_json(&m);
	json_object_set_new(record, "other_names", others);
	static const struct column columns[] = {
		{ "code", N_("Code"), SHOW_TEXT, 0 },
		{ "name_fi", N_("In Finnish"), SHOW_TEXT, 0 },
		{ "name_sv", N_("In Swedish"), SHOW_TEXT, 0 },
		{ "other_names", N_("Other spellings"), SHOW_LIST, 0 },
		{ "region_fi", N_("Region in Finnish"), SHOW_TEXT, 0 },
		{ "region_sv", N_("Region in Swedish"), SHOW_TEXT, 0 },
		{ "language", N_("Languages"), SHOW_TEXT, 0 },
		{ "valid_from", N_("From"), SHOW_DATE, 0 },
		{ "valid_to", N_("Until"), SHOW_DATE, 0 },
		{ "successor_fi", N_("Now part of"), SHOW_TEXT, 0 },
	};
	return print_record(cli, record, columns, LEN(columns));
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
	print_done(cli, "%s", _("Done."));
	return ok();
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
	print_done(cli, "%s", _("Done."));
	return ok();
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
	{ .name = "list", .options = municipality_list_options,
		.option_count = LEN(municipality_list_options), .run = run_municipality_list,
		.help = N_("Lists the municipalities of today, by name.") },
	{ .name = "show", .operands = "CODE|NAME", .least = 1, .most = 1,
		.run = run_municipality_show,
		.help = N_("Shows one, by its code or any name in either language.") },
	{ .name = "merge", .operands = "CODE|NAME INTO", .least = 2, .most = 2,
		.options = merge_options, .option_count = LEN(merge_options),
		.run = run_municipality_merge,
		.help = N_("Records that a municipality becomes part of another.") },
	{ .name = "name", .operands = "CODE|NAME NEW-NAME", .least = 2, .most = 2,
		.options = name_options, .option_count = LEN(name_options),
		.run = run_municipality_name,
		.help = N_("Gives a municipality a new official name or another spelling.") },
};
const struct noun noun_municipality = { "municipality",
	N_("the register of municipalities: names, regions, mergers"), municipality_verbs,
	LEN(municipality_verbs) };

static json_t *organization_json(const struct organization *o)
{
	return json_pack("{s:I, s:s, s:s, s:s, s:s, s:o, s:o}", "id", (json_int_t)o->id, "kind",
		o->kind, "name_fi", o->name_fi, "name_sv", o->name_sv, "business_id",
		o->business_id, "valid_from", json_day(o->valid_from), "valid_to",
		json_day(o->valid_to));
}

static const struct column organization_columns[] = {
	{ "id", N_("Number"), SHOW_NUMBER, 0 },
	{ "name_fi", N_("In Finnish"), SHOW_TEXT, 0 },
	{ "name_sv", N_("In Swedish"), SHOW_TEXT, 0 },
	{ "kind", N_("Kind"), SHOW_WORD, WORDS_ORGANIZATION_KIND },
	{ "business_id", N_("Business ID"), SHOW_TEXT, 0 },
};

static struct error run_organization_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	json_t *list = json_array();
	struct error e = organization_ids(&cli->ctx, option(cli, "kind"), &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct organization o;

		e = organization_get(&cli->ctx, &cli->arena, ids.ids[i], &o);
		if (e.code == E_OK)
			json_array_append_new(list, organization_json(&o));
	}
	id_list_clear(&ids);
	TRY(e);
	return print_rows(cli, list, organization_columns, LEN(organization_columns));
}

static struct error run_organization_add(struct cli *cli)
{
	struct organization o = { .kind = option(cli, "kind") == NULL ? "other" : option(cli, "kind"),
		.name_fi = option_text(cli, "name-fi"), .name_sv = option_text(cli, "name-sv"),
		.business_id = option_text(cli, "business-id") };
	int64_t id;

	TRY(organization_add(&cli->ctx, &o, &id));
	/* TRANSLATORS: %lld is the number of a record. */
	print_done(cli, _("Added as number %lld."), (long long)id);
	return ok();
}

static struct error run_organization_show(struct cli *cli)
{
	struct organization o;
	struct text_rows names;
	int64_t id;
	json_t *others = json_array();

	cli->subject = cli->argv[0];
	TRY(organization_find(&cli->ctx, cli->argv[0], &id));
	TRY(organization_get(&cli->ctx, &cli->arena, id, &o));
	TRY(organization_names(&cli->ctx, &cli->arena, id, &names));
	for (size_t i = 0; i < names.n; i++)
		json_array_append_new(others, json_string(names.rows[i].text));
	json_t *record = organization_json(&o);
	json_object_set_new(record, "other_names", others);
	static const struct column columns[] = {
		{ "id", N_("Number"), SHOW_NUMBER, 0 },
		{ "name_fi", N_("In Finnish"), SHOW_TEXT, 0 },
		{ "name_sv", N_("In Swedish"), SHOW_TEXT, 0 },
		{ "other_names", N_("Other spellings"), SHOW_LIST, 0 },
		{ "kind", N_("Kind"), SHOW_WORD, WORDS_ORGANIZATION_KIND },
		{ "business_id", N_("Business ID"), SHOW_TEXT, 0 },
	};
	return print_record(cli, record, columns, LEN(columns));
}

static struct error run_organization_alias(struct cli *cli)
{
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(organization_find(&cli->ctx, cli->argv[0], &id));
	TRY(organization_add_name(&cli->ctx, id, cli->argv[1]));
	print_done(cli, "%s", _("Done."));
	return ok();
}

static const struct option_spec organization_options[] = {
	{ "kind", "KIND", N_("company, association, joint_authority, county, public or other") },
	{ "name-fi", "NAME", N_("in Finnish") },
	{ "name-sv", "NAME", N_("in Swedish; the same as in Finnish unless given") },
	{ "business-id", "ID", N_("the business ID (1234567-8)") },
};
static const struct verb organization_verbs[] = {
	{ .name = "list", .options = organization_options, .option_count = 1,
		.run = run_organization_list, .help = N_("Lists organizations by name.") },
	{ .name = "show", .operands = "NAME|ID", .least = 1, .most = 1,
		.run = run_organization_show, .help = N_("Shows one.") },
	{ .name = "add", .options = organization_options,
		.option_count = LEN(organization_options), .run = run_organization_add,
		.help = N_("Adds an organization.") },
	{ .name = "alias", .operands = "NAME SPELLING", .least = 2, .most = 2,
		.run = run_organization_alias,
		.help = N_("Adds another spelling by which it is found.") },
};
const struct noun noun_organization = { "organization",
	N_("companies, associations, joint authorities, counties"), organization_verbs,
	LEN(organization_verbs) };

static json_t *person_json(const struct person *p)
{
	return json_pack("{s:I, s:s, s:s, s:s, s:s}", "id", (json_int_t)p->id, "name", p->name,
		"email", p->email, "phone", p->phone, "language", p->lang);
}

static const struct column person_columns[] = {
	{ "id", N_("Number"), SHOW_NUMBER, 0 },
	{ "name", N_("Name"), SHOW_TEXT, 0 },
	{ "email", N_("E-mail"), SHOW_TEXT, 0 },
	{ "phone", N_("Telephone"), SHOW_TEXT, 0 },
	{ "language", N_("Language"), SHOW_WORD, WORDS_LANGUAGE },
};

static struct error run_person_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	json_t *list = json_array();
	struct error e = person_ids(&cli->ctx, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct person p;

		e = person_get(&cli->ctx, &cli->arena, ids.ids[i], &p);
		if (e.code == E_OK)
			json_array_append_new(list, person_json(&p));
	}
	id_list_clear(&ids);
	TRY(e);
	return print_rows(cli, list, person_columns, LEN(person_columns));
}

static struct error run_person_show(struct cli *cli)
{
	struct person p;
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(person_find(&cli->ctx, cli->argv[0], &id));
	TRY(person_get(&cli->ctx, &cli->arena, id, &p));
	return print_record(cli, person_json(&p), person_columns, LEN(person_columns));
}

static struct error run_person_add(struct cli *cli)
{
	struct person p = { .name = option_text(cli, "name"), .email = option_text(cli, "email"),
		.phone = option_text(cli, "phone"),
		.lang = option(cli, "lang") == NULL ? "fi" : option(cli, "lang") };
	int64_t id;

	TRY(person_add(&cli->ctx, &p, &id));
	print_done(cli, _("Added as number %lld."), (long long)id);
	return ok();
}

static struct error run_person_role(struct cli *cli)
{
	struct person_role role = { .kind = option(cli, "kind") == NULL ? "other" :
									 option(cli, "kind"),
		.title = option_text(cli, "title") };
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(person_find(&cli->ctx, cli->argv[0], &role.person_id));
	if (option(cli, "organization") != NULL)
		TRY(organization_find(
			&cli->ctx, option(cli, "organization"), &role.organization_id));
	if (option(cli, "municipality") != NULL)
		TRY(municipality_find(
			&cli->ctx, option(cli, "municipality"), &role.municipality_id));
	TRY(input_day("valid_from", option_text(cli, "from"), &role.valid_from));
	TRY(input_day("valid_to", option_text(cli, "to"), &role.valid_to));
	TRY(role_add(&cli->ctx, &role, &id));
	print_done(cli, "%s", _("Done."));
	return ok();
}

static struct error run_person_import(struct cli *cli)
{
	struct people_import result;
	struct table_options options = { option(cli, "charset"), option(cli, "delimiter"), NULL, 0 };

	options.map_count = option_values(cli, "map", &options.maps);
	cli->subject = cli->argv[0];
	struct error e = people_import(
		&cli->ctx, cli->argv[0], &options, option(cli, "dry-run") != NULL, &result);
	for (size_t i = 0; i < result.refused; i++)
		/* TRANSLATORS: a row's number, its line in the file, a field's name, a reason. */
		fprintf(stderr, _("row %ld, line %ld: %s: %s\n"), result.faults[i].row,
			result.faults[i].line, text_word(WORDS_FIELD, result.faults[i].field),
			text_word(WORDS_IMPORT_REASON, result.faults[i].reason));
	if (e.code == E_OK)
		print_done(cli, _("%zu added, %zu to be corrected, %zu duplicate, %zu held"),
			result.added, result.refused, result.duplicates, (size_t)0);
	people_import_clear(&result);
	return e;
}

static const struct option_spec person_options[] = {
	{ "name", "NAME", N_("first name and last name") },
	{ "email", "ADDRESS", N_("the e-mail address") },
	{ "phone", "NUMBER", N_("the telephone number") },
	{ "lang", "fi|sv|en", N_("the language of letters to them") },
};
static const struct option_spec role_options[] = {
	{ "kind", "KIND", N_("contact, manager, juror, expert, mentor or other") },
	{ "title", "TEXT", N_("the title") },
	{ "organization", "NAME", N_("where") },
	{ "municipality", "NAME", N_("or in which municipality") },
	{ "from", "DATE", N_("from when") },
	{ "to", "DATE", N_("until when") },
};
static const struct option_spec table_options[] = {
	{ "charset", "NAME", N_("the file's character set, as iconv names it; guessed unless given") },
	{ "delimiter", "CHAR", N_("what stands between the fields: a character or \"tab\"") },
	{ "map", "COLUMN=FIELD", N_("a heading or column number is this field; may be repeated") },
	{ "dry-run", NULL, N_("only say what would happen") },
};
static const struct verb person_verbs[] = {
	{ .name = "list", .run = run_person_list, .help = N_("Lists people by name.") },
	{ .name = "show", .operands = "NAME|EMAIL|NUMBER", .least = 1, .most = 1,
		.run = run_person_show, .help = N_("Shows one.") },
	{ .name = "add", .options = person_options, .option_count = LEN(person_options),
		.run = run_person_add, .help = N_("Adds a person.") },
	{ .name = "role", .operands = "NAME|NUMBER", .least = 1, .most = 1, .options = role_options,
		.option_count = LEN(role_options), .run = run_person_role,
		.help = N_("Gives a person a role for a time.") },
	{ .name = "import", .operands = "FILE", .least = 1, .most = 1, .options = table_options,
		.option_count = LEN(table_options), .run = run_person_import,
		.help = N_("Adds people from a CSV or TSV file: name, e-mail, telephone, language.") },
};
const struct noun noun_person = { "person", N_("people and their roles"), person_verbs,
	LEN(person_verbs) };

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
	json_t *list = json_array();

	TRY(input_day("date", option_text(cli, "on"), &day));
	struct error e = partner_ids(&cli->ctx, day, &ids);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct partner p;

		e = partner_get(&cli->ctx, &cli->arena, ids.ids[i], &p);
		if (e.code == E_OK)
			json_array_append_new(list,
				json_pack("{s:I, s:o, s:s, s:o, s:o}", "id", (json_int_t)p.id, "name",
					json_names(p.name_fi, p.name_sv, p.name_fi), "kind", p.kind,
					"from", json_day(p.valid_from), "to", json_day(p.valid_to)));
	}
	id_list_clear(&ids);
	TRY(e);
	return print_rows(cli, list, columns, LEN(columns));
}

static struct error run_partner_add(struct cli *cli)
{
	struct partner p = { .kind = option(cli, "kind") == NULL ? "partner" : option(cli, "kind") };
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(organization_find(&cli->ctx, cli->argv[0], &p.organization_id));
	TRY(input_day("valid_from", option_text(cli, "from"), &p.valid_from));
	TRY(input_day("valid_to", option_text(cli, "to"), &p.valid_to));
	TRY(partner_add(&cli->ctx, &p, &id));
	print_done(cli, _("Added as number %lld."), (long long)id);
	return ok();
}

static struct error run_partner_end(struct cli *cli)
{
	char *end;
	int64_t day, id = strtoll(cli->argv[0], &end, 10);

	cli->subject = cli->argv[0];
	if (*end != '\0')
		return fail(E_INVALID, "partner");
	TRY(input_day("valid_to", option_text(cli, "to"), &day));
	if (day == 0)
		return fail(E_REQUIRED, "valid_to");
	TRY(partner_end(&cli->ctx, id, day));
	print_done(cli, "%s", _("Done."));
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
	{ .name = "list", .options = on_option, .option_count = 1, .run = run_partner_list,
		.help = N_("Lists partners with their times.") },
	{ .name = "add", .operands = "ORGANIZATION", .least = 1, .most = 1,
		.options = partner_options, .option_count = LEN(partner_options),
		.run = run_partner_add, .help = N_("Makes an organization a partner.") },
	{ .name = "end", .operands = "NUMBER", .least = 1, .most = 1, .options = partner_options + 2,
		.option_count = 1, .run = run_partner_end, .help = N_("Ends a partnership.") },
};
const struct noun noun_partner = { "partner", N_("the competition's partners over time"),
	partner_verbs, LEN(partner_verbs) };

static struct error run_account_list(struct cli *cli)
{
	static const struct column columns[] = {
		{ "login", N_("User name"), SHOW_TEXT, 0 },
		{ "name", N_("Name"), SHOW_TEXT, 0 },
		{ "role", N_("Role"), SHOW_WORD, WORDS_ROLE },
		{ "language", N_("Language"), SHOW_WORD, WORDS_LANGUAGE },
		{ "state", N_("State"), SHOW_WORD, WORDS_ACCOUNT_STATE },
	};
	struct id_list ids = { 0 };
	json_t *list = json_array();
	struct error e = account_ids(&cli->ctx, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct account a;

		e = account_get(&cli->ctx, &cli->arena, ids.ids[i], &a);
		if (e.code == E_OK)
			json_array_append_new(list,
				json_pack("{s:s, s:s, s:s, s:s, s:s, s:s}", "login", a.login, "name",
					a.name, "email", a.email, "role", a.role, "language", a.lang,
					"state", a.state));
	}
	id_list_clear(&ids);
	TRY(e);
	return print_rows(cli, list, columns, LEN(columns));
}

static struct error run_account_add(struct cli *cli)
{
	struct new_account account = { cli->argv[0], option(cli, "name"), option_text(cli, "email"),
		option(cli, "role"), option(cli, "lang") == NULL ? "fi" : option(cli, "lang") };
	int64_t id;

	cli->subject = cli->argv[0];
	if (account.name == NULL)
		account.name = account.login;
	if (account.role == NULL)
		return fail(E_REQUIRED, "role");
	TRY(account_add(&cli->ctx, &account, &id));
	print_done(cli, "%s", _("Done."));
	return ok();
}

static struct error set_state(struct cli *cli, const char *state)
{
	struct account account;

	cli->subject = cli->argv[0];
	TRY(account_find(&cli->ctx, &cli->arena, cli->argv[0], &account));
	account.state = state;
	TRY(account_update(&cli->ctx, &account));
	print_done(cli, "%s", _("Done."));
	return ok();
}

static struct error run_account_disable(struct cli *cli)
{
	return set_state(cli, "disabled");
}

static struct error run_account_enable(struct cli *cli)
{
	return set_state(cli, "active");
}

static const struct option_spec account_options[] = {
	{ "name", "NAME", N_("the person's name") },
	{ "role", "ROLE", N_("admin, office, custodian, juror or auditor") },
	{ "lang", "fi|sv|en", N_("the language of their screens") },
	{ "email", "ADDRESS", N_("the e-mail address") },
};
static const struct verb account_verbs[] = {
	{ .name = "list", .run = run_account_list, .help = N_("Lists the accounts.") },
	{ .name = "add", .operands = "LOGIN", .least = 1, .most = 1, .options = account_options,
		.option_count = LEN(account_options), .run = run_account_add,
		.help = N_("Makes an account. For office staff LOGIN is their Unix user name.") },
	{ .name = "disable", .operands = "LOGIN", .least = 1, .most = 1,
		.run = run_account_disable, .help = N_("Takes an account's rights away.") },
	{ .name = "enable", .operands = "LOGIN", .least = 1, .most = 1, .run = run_account_enable,
		.help = N_("Gives them back.") },
};
const struct noun noun_account = { "account", N_("who may act in the competition"), account_verbs,
	LEN(account_verbs) };
