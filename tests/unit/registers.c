/* SPDX-License-Identifier: MIT
 * People with their roles, organizations, partners and accounts, each with its times. */
#define TEST_NAME "registers"
#include "tests/unit/fixture.h"

#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/roof/lookup.h"
#include "src/phases/submission.h"
#include "src/registers/account.h"
#include "src/registers/organization.h"
#include "src/registers/person.h"

static int64_t add_person(struct fixture *f, const char *name, const char *email)
{
	struct person person = { .name = name, .email = email, .lang = "fi" };
	int64_t id = 0;

	assert_ok(person_add(&f->ctx, &person, &id));
	return id;
}

static int64_t add_organization(struct fixture *f, const char *kind, const char *fi, const char *sv)
{
	struct organization o = { .kind = kind, .name_fi = fi, .name_sv = sv };
	int64_t id = 0;

	assert_ok(organization_add(&f->ctx, &o, &id));
	return id;
}

static bool finds(struct fixture *f, const char *words, enum kind kind, int64_t id)
{
	struct founds founds;

	assert_ok(lookup(&f->ctx, &f->arena, words, 100, &founds));
	for (size_t i = 0; i < founds.n; i++)
		if (founds.rows[i].kind == kind && founds.rows[i].id == id)
			return true;
	return false;
}

static void counties_are_there_from_the_start(void **state)
{
	struct fixture *f = *state;
	struct id_list ids = { 0 };
	struct organization first, o;
	int64_t id;

	assert_ok(organization_ids(&f->ctx, "county", &ids));
	assert_int_equal(21, ids.n);
	assert_ok(organization_get(&f->ctx, &f->arena, ids.ids[0], &first));
	assert_string_equal("Etelä-Karjalan hyvinvointialue", first.name_fi);
	id_list_clear(&ids);
	i18n_use("sv");
	assert_ok(organization_ids(&f->ctx, "county", &ids));
	assert_ok(organization_get(&f->ctx, &f->arena, ids.ids[0], &first));
	assert_string_equal("Birkalands välfärdsområde", organization_name(&first));
	i18n_use("en");
	id_list_clear(&ids);
	assert_ok(organization_find(&f->ctx, "Birkalands välfärdsområde", &id));
	assert_ok(organization_get(&f->ctx, &f->arena, id, &o));
	assert_string_equal("Pirkanmaan hyvinvointialue", o.name_fi);
	assert_int_equal(day_of_civil(2023, 1, 1), o.valid_from);
	assert_true(finds(f, "pirkanmaan hyv", KIND_ORGANIZATION, id));
}

static void organizations_have_two_names_and_more(void **state)
{
	struct fixture *f = *state;
	int64_t id = add_organization(f, "joint_authority", "Kuuden kunnan kuntayhtymä", "");
	int64_t other, found = 0;
	struct organization o, twin = { .kind = "company", .name_fi = "Toinen Oy" };
	struct text_rows names;

	assert_ok(organization_get(&f->ctx, &f->arena, id, &o));
	assert_string_equal("Kuuden kunnan kuntayhtymä", o.name_sv);
	o.name_sv = "Samkommunen för sex kommuner";
	o.business_id = "1234567-1";
	assert_ok(organization_update(&f->ctx, &o));
	assert_fails(E_STALE, organization_update(&f->ctx, &o)); /* read before the change */
	assert_ok(organization_find(&f->ctx, "1234567-1", &found));
	assert_int_equal(id, found);
	twin.business_id = "1234567-1";
	struct error e = organization_add(&f->ctx, &twin, &other);
	assert_int_equal(E_EXISTS, e.code);
	assert_string_equal("business_id", e.field);
	assert_ok(organization_add_name(&f->ctx, id, "KKKY"));
	assert_fails(E_EXISTS, organization_add_name(&f->ctx, id, "KKKY"));
	assert_ok(organization_find(&f->ctx, "KKKY", &found));
	assert_ok(organization_names(&f->ctx, &f->arena, id, &names));
	assert_int_equal(1, names.n);
	assert_true(finds(f, "sex kommuner", KIND_ORGANIZATION, id));
	assert_true(finds(f, "kkky", KIND_ORGANIZATION, id));
	add_organization(f, "other", "KKKY", "");
	assert_fails(E_RULE, organization_find(&f->ctx, "KKKY", &found));
	assert_fails(E_NOT_FOUND, organization_find(&f->ctx, "Ei ole", &found));
	assert_fails(E_REQUIRED,
		organization_add(&f->ctx, &(struct organization){ .kind = "other" }, &other));
	twin.kind = "ltd";
	assert_fails(E_INVALID, organization_add(&f->ctx, &twin, &other));
	assert_verifies(f);
}

/* What an organization sent, or takes part in, is found by its names, also by one given later. */
static void submissions_are_found_by_their_organizations(void **state)
{
	struct fixture *f = *state;
	int64_t lead = add_organization(f, "joint_authority", "Vesilaitos", "");
	int64_t other = add_organization(f, "county", "Saariston hyvinvointialue", "Skärgårdens");
	struct applicant also = { .organization_id = other };
	struct submission_input input = {
		{ .kind = "problem", .title = "Verkosto vuotaa", .organization_id = lead }, &also, 1
	};
	struct organization o;
	int64_t id;

	assert_ok(submission_add(&f->ctx, &input, &id));
	assert_true(finds(f, "vesilaitos", KIND_PROBLEM, id));
	assert_true(finds(f, "skärgårdens", KIND_PROBLEM, id));
	assert_ok(organization_get(&f->ctx, &f->arena, lead, &o));
	o.name_fi = "Vesiyhtymä";
	assert_ok(organization_update(&f->ctx, &o));
	assert_ok(organization_get(&f->ctx, &f->arena, other, &o));
	o.name_fi = "Merenkurkun hyvinvointialue";
	assert_ok(organization_update(&f->ctx, &o));
	assert_true(finds(f, "vesiyhtymä", KIND_PROBLEM, id));
	assert_true(finds(f, "merenkurkun", KIND_PROBLEM, id));
	assert_false(finds(f, "saariston", KIND_PROBLEM, id));
	assert_verifies(f);
}

static void partners_come_and_go(void **state)
{
	struct fixture *f = *state;
	int64_t owner = add_organization(f, "association", "Omistaja ry", ""), id, ended;
	struct partner p = {
		.organization_id = owner, .kind = "owner", .valid_from = day_of_civil(2018, 1, 1)
	};
	struct id_list ids = { 0 };

	assert_ok(partner_add(&f->ctx, &p, &id));
	p.kind = "financier";
	p.valid_to = day_of_civil(2017, 12, 31);
	struct error e = partner_add(&f->ctx, &p, &ended);
	assert_int_equal(E_INVALID, e.code);
	assert_string_equal("valid_to", e.field);
	p.valid_to = 0;
	assert_ok(partner_add(&f->ctx, &p, &ended));
	e = partner_end(&f->ctx, ended, day_of_civil(2017, 12, 31));
	assert_int_equal(E_INVALID, e.code);
	assert_string_equal("valid_to", e.field);
	assert_ok(partner_end(&f->ctx, ended, day_of_civil(2018, 12, 31)));
	assert_fails(E_NOT_FOUND, partner_end(&f->ctx, 99999, day_of_civil(2018, 12, 31)));
	static const struct {
		int year, month, day;
		size_t n;
	} days[] = { { 2017, 12, 31, 0 }, { 2018, 1, 1, 2 }, { 2018, 12, 31, 2 },
		{ 2019, 1, 1, 1 } };
	for (size_t i = 0; i < LEN(days); i++) {
		assert_ok(partner_ids(
			&f->ctx, day_of_civil(days[i].year, days[i].month, days[i].day), &ids));
		assert_int_equal(days[i].n, ids.n);
		id_list_clear(&ids);
	}
	assert_ok(partner_ids(&f->ctx, 0, &ids)); /* ever */
	assert_int_equal(2, ids.n);
	id_list_clear(&ids);
	p.kind = "friend";
	assert_fails(E_INVALID, partner_add(&f->ctx, &p, &id));
}

static void one_person_has_one_record(void **state)
{
	struct fixture *f = *state;
	int64_t id = add_person(f, " Aino  Malli", "Aino.Malli@Kunta.example.fi"), found = 0;
	struct person p;
	char number[20];

	assert_ok(person_get(&f->ctx, &f->arena, id, &p));
	p.phone = "050 123 4567";
	p.lang = "sv";
	assert_ok(person_update(&f->ctx, &p));
	assert_fails(E_STALE, person_update(&f->ctx, &p));
	assert_ok(person_add_name(&f->ctx, id, "Aino Esimerkki"));
	snprintf(number, sizeof(number), "%lld", (long long)id);
	const char *const ways[] = { "Aino Esimerkki", "Aino.Malli@Kunta.example.fi",
		"aino.malli@kunta.example.fi", number };
	for (size_t i = 0; i < LEN(ways); i++) {
		assert_ok(person_find(&f->ctx, ways[i], &found));
		assert_int_equal(id, found);
	}
	assert_true(finds(f, "esimerkki aino", KIND_PERSON, id));
	assert_true(finds(f, "050 123", KIND_PERSON, id));
	add_person(f, "Aino Esimerkki", "");
	assert_fails(E_RULE, person_find(&f->ctx, "Aino Esimerkki", &found));
	assert_fails(E_NOT_FOUND, person_find(&f->ctx, "Ei Ketään", &found));
	assert_fails(E_NOT_FOUND, person_find(&f->ctx, "12x", &found));
	assert_fails(E_NOT_FOUND, person_find(&f->ctx, "", &found));
	assert_verifies(f);
}

static void people_are_checked(void **state)
{
	static const struct {
		struct person person;
		enum errcode code;
		const char *field;
	} cases[] = {
		{ { .name = "  ", .lang = "fi" }, E_REQUIRED, "name" },
		{ { .name = "A", .email = "a@b", .lang = "fi" }, E_INVALID, "email" },
		{ { .name = "A", .lang = "de" }, E_INVALID, "language" },
		{ { .name = "A\033[2J", .lang = "fi" }, E_RULE, NULL },
		{ { .name = "A", .phone = "05\u202E0", .lang = "fi" }, E_RULE, NULL },
	};
	struct fixture *f = *state;
	struct id_list ids = { 0 };
	int64_t id;

	for (size_t i = 0; i < LEN(cases); i++) {
		struct error e = person_add(&f->ctx, &cases[i].person, &id);

		assert_int_equal(cases[i].code, e.code);
		if (cases[i].field != NULL)
			assert_string_equal(cases[i].field, e.field);
	}
	assert_ok(person_ids(&f->ctx, &ids));
	assert_int_equal(1, ids.n); /* who made the file */
	id_list_clear(&ids);
}

/* A new manager does not rewrite the old one. */
static void roles_have_a_from_and_a_to(void **state)
{
	struct fixture *f = *state;
	int64_t before = add_person(f, "Entinen Malli", ""),
		after = add_person(f, "Uusi Malli", "");
	int64_t owner = add_organization(f, "association", "Omistaja ry", ""), first, second;
	struct person_role role = { .person_id = before,
		.organization_id = owner,
		.kind = "manager",
		.title = "projektipäällikkö",
		.valid_from = day_of_civil(2018, 8, 1) };
	struct person_roles roles;

	assert_ok(role_add(&f->ctx, &role, &first));
	assert_fails(E_INVALID, role_end(&f->ctx, before, first, day_of_civil(2018, 7, 31)));
	assert_ok(role_end(&f->ctx, before, first, day_of_civil(2019, 3, 31)));
	assert_fails(E_NOT_FOUND, role_end(&f->ctx, before, 99999, day_of_civil(2019, 3, 31)));
	role.person_id = after;
	role.valid_from = day_of_civil(2019, 4, 1);
	assert_ok(role_add(&f->ctx, &role, &second));
	assert_ok(roles_of(&f->ctx, &f->arena, ROLES_OF_ORGANIZATION, owner, &roles));
	assert_int_equal(2, roles.n);
	assert_string_equal("Entinen Malli", roles.rows[0].person_name);
	assert_int_equal(day_of_civil(2019, 3, 31), roles.rows[0].valid_to);
	assert_string_equal("Uusi Malli", roles.rows[1].person_name);
	assert_int_equal(0, roles.rows[1].valid_to);
	role.kind = "contact";
	role.organization_id = 0;
	role.municipality_id = municipality_of(f, "Vaasa");
	assert_ok(role_add(&f->ctx, &role, &second));
	assert_ok(
		roles_of(&f->ctx, &f->arena, ROLES_OF_MUNICIPALITY, role.municipality_id, &roles));
	assert_int_equal(1, roles.n);
	assert_ok(roles_of(&f->ctx, &f->arena, ROLES_OF_PERSON, after, &roles));
	assert_int_equal(2, roles.n);
	role.valid_to = day_of_civil(2019, 3, 31);
	struct error e = role_add(&f->ctx, &role, &second);
	assert_int_equal(E_INVALID, e.code);
	assert_string_equal("valid_to", e.field);
	role.kind = "king";
	assert_fails(E_INVALID, role_add(&f->ctx, &role, &second));
}

static void logins_are_as_unix_has_them(void **state)
{
	static const char *const good[] = { "aino", "a.malli", "_malli-2", "A2",
		"x123456789012345678901234567890" };
	static const char *const bad[] = { "2aino", "-aino", "ai no", "äino", "aino;rm", "ai\nno",
		"a/b", "x12345678901234567890123456789012" };
	struct fixture *f = *state;
	struct new_account a = { .name = "Aino Malli", .role = "office", .lang = "fi" };
	int64_t id;

	for (size_t i = 0; i < LEN(good); i++) {
		a.login = good[i];
		assert_ok(account_add(&f->ctx, &a, &id));
	}
	for (size_t i = 0; i < LEN(bad); i++) {
		a.login = bad[i];
		assert_fails(E_INVALID, account_add(&f->ctx, &a, &id));
	}
	a.login = "";
	assert_fails(E_REQUIRED, account_add(&f->ctx, &a, &id));
	a.login = "aino";
	struct error e = account_add(&f->ctx, &a, &id);
	assert_int_equal(E_EXISTS, e.code);
	assert_string_equal("login", e.field);
	a.login = "uusi";
	a.role = "boss";
	assert_fails(E_INVALID, account_add(&f->ctx, &a, &id));
	a.role = "office";
	a.lang = "de";
	assert_fails(E_INVALID, account_add(&f->ctx, &a, &id));
}

static void accounts_share_a_person(void **state)
{
	struct fixture *f = *state;
	struct new_account a = { "aino", "Aino Malli", "aino@example.fi", "office", "fi" };
	struct account first, second;
	int64_t id, other;

	assert_ok(account_add(&f->ctx, &a, &id));
	a.login = "aino.juror";
	a.email = "Aino@Example.fi";
	a.role = "juror";
	assert_ok(account_add(&f->ctx, &a, &other));
	assert_ok(account_get(&f->ctx, &f->arena, id, &first));
	assert_ok(account_get(&f->ctx, &f->arena, other, &second));
	assert_int_equal(first.person_id, second.person_id);
	assert_ok(account_recognize(&f->ctx, &f->arena, "aino", &second));
	assert_int_equal(id, second.id);
	assert_fails(E_NOT_FOUND,
		account_recognize(&f->ctx, &f->arena, "Aino Malli", &second)); /* two */
	assert_fails(E_NOT_FOUND, account_recognize(&f->ctx, &f->arena, "", &second));
	assert_ok(account_add(&f->ctx,
		&(struct new_account){ "virpi", "Virpi Esimerkki", "", "juror", "sv" }, &id));
	assert_ok(account_recognize(&f->ctx, &f->arena, "VIRPI esimerkki", &second));
	assert_int_equal(id, second.id);
}

static void the_last_administrator_stays(void **state)
{
	struct fixture *f = *state;
	struct account office, second;
	struct context ctx;

	assert_ok(account_find(&f->ctx, &f->arena, "office", &office));
	struct account changed = office;
	changed.role = "office";
	assert_fails(E_RULE, account_update(&f->ctx, &changed));
	changed = office;
	changed.state = "disabled";
	assert_fails(E_RULE, account_update(&f->ctx, &changed));
	fixture_enter(f, "second", "admin", &ctx);
	assert_ok(account_update(&f->ctx, &changed));
	assert_fails(E_STALE, account_update(&ctx, &changed));
	assert_fails(E_NO_ACCOUNT, context_enter(&f->ctx, "office", "uid 1000"));
	assert_fails(E_NO_ACCOUNT, context_enter(&f->ctx, "nobody", "uid 1000"));
	assert_ok(account_find(&ctx, &f->arena, "second", &second));
	second.role = "auditor";
	assert_fails(E_RULE, account_update(&ctx, &second)); /* the other one is disabled */
	second.role = "nonsense";
	assert_fails(E_INVALID, account_update(&ctx, &second));
	context_close(&ctx);
}

static void everybody_chooses_their_own_language(void **state)
{
	struct fixture *f = *state;
	struct account a;
	struct context ctx;

	fixture_enter(f, "j1", "juror", &ctx);
	assert_ok(account_set_language(&ctx, "sv"));
	assert_string_equal("sv", ctx.account.lang);
	assert_fails(E_INVALID, account_set_language(&ctx, "de"));
	assert_ok(account_find(&f->ctx, &f->arena, "j1", &a));
	assert_string_equal("sv", a.lang);
	a.role = "admin";
	assert_fails(E_DENIED, account_update(&ctx, &a));
	int64_t id;
	assert_fails(E_DENIED,
		account_add(&ctx, &(struct new_account){ "x", "X", "", "admin", "fi" }, &id));
	context_close(&ctx);
}

static void jurors_keep_no_registers(void **state)
{
	struct fixture *f = *state;
	struct person person = { .name = "Uusi", .lang = "fi" };
	struct organization o = { .kind = "other", .name_fi = "Uusi" };
	struct partner partner = { .kind = "partner" };
	struct person_role role = { .kind = "other" };
	static const char *const roles[] = { "juror", "auditor" };

	for (size_t i = 0; i < LEN(roles); i++) {
		struct context ctx;
		struct id_list ids = { 0 };
		int64_t id;
		enum errcode read = i == 0 ? E_DENIED : E_OK;

		fixture_enter(f, roles[i], roles[i], &ctx);
		assert_fails(E_DENIED, person_add(&ctx, &person, &id));
		assert_fails(E_DENIED, person_update(&ctx, &person));
		assert_fails(E_DENIED, person_add_name(&ctx, 1, "x"));
		assert_fails(E_DENIED, role_add(&ctx, &role, &id));
		assert_fails(E_DENIED, role_end(&ctx, 1, 1, 0));
		assert_fails(E_DENIED, organization_add(&ctx, &o, &id));
		assert_fails(E_DENIED, organization_update(&ctx, &o));
		assert_fails(E_DENIED, organization_add_name(&ctx, 1, "x"));
		assert_fails(E_DENIED, partner_add(&ctx, &partner, &id));
		assert_fails(E_DENIED, partner_end(&ctx, 1, 0));
		assert_fails(read, person_ids(&ctx, &ids));
		assert_fails(read, organization_ids(&ctx, NULL, &ids));
		assert_fails(read, partner_ids(&ctx, 0, &ids));
		assert_fails(read, account_ids(&ctx, &ids));
		id_list_clear(&ids);
		context_close(&ctx);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(counties_are_there_from_the_start),
		TEST_FILE(organizations_have_two_names_and_more),
		TEST_FILE(submissions_are_found_by_their_organizations),
		TEST_FILE(partners_come_and_go),
		TEST_FILE(one_person_has_one_record),
		TEST_FILE(people_are_checked),
		TEST_FILE(roles_have_a_from_and_a_to),
		TEST_FILE(logins_are_as_unix_has_them),
		TEST_FILE(accounts_share_a_person),
		TEST_FILE(the_last_administrator_stays),
		TEST_FILE(everybody_chooses_their_own_language),
		TEST_FILE(jurors_keep_no_registers),
	};
	return RUN(tests);
}
