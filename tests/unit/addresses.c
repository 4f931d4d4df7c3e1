/* SPDX-License-Identifier: MIT
 * Addresses of registries from a file: known municipalities and organizations get them, nobody is
 * made, and whoever is not known for certain is named by row. */
#define TEST_NAME "addresses"
#include "tests/unit/fixture.h"

#include "src/intake/import.h"
#include "src/registers/organization.h"

static struct error prepare(
	struct fixture *f, const char *kind, const char *text, struct import *import)
{
	char path[120];

	snprintf(path, sizeof(path), "%s/addresses.csv", f->directory);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(0, fclose(file));
	return import_prepare(&f->ctx, kind, path, &(struct table_options){ 0 }, import);
}

static void import(struct fixture *f, const char *kind, const char *text, bool partial)
{
	struct import import;
	int64_t batch;

	assert_ok(prepare(f, kind, text, &import));
	assert_ok(import_commit(&f->ctx, &import, partial, &batch));
	assert_int_equal(0, batch);
	import_clear(&import);
}

static void has(struct fixture *f, const char *name, const char *email, const char *post)
{
	struct municipality m;
	int64_t id;

	assert_ok(municipality_find(&f->ctx, name, &id));
	assert_ok(municipality_get(&f->ctx, &f->arena, id, &m));
	assert_string_equal(email, m.registry_email);
	assert_string_equal(post, m.registry_post);
}

static void a_municipality_is_known_by_name_and_number(void **state)
{
	struct fixture *f = *state;

	import(f, "municipality",
		"Kuntanumero;Kunta;Kirjaamon sähköposti;Katuosoite;Postinumero;Postitoimipaikka\n"
		"837;Tampere;kirjaamo@tampere.example;PL 487;33101;TAMPERE\n"
		";Åbo;registrator@abo.example;;;\n"
		"49;;kirjaamo@espoo.example;PL 1;02070;ESPOO\n",
		false);
	has(f, "Tampere", "kirjaamo@tampere.example", "PL 487\n33101 TAMPERE");
	has(f, "Turku", "registrator@abo.example", "");
	has(f, "049", "kirjaamo@espoo.example", "PL 1\n02070 ESPOO");
	/* An empty cell leaves what is there. */
	import(f, "municipality", "Kommun;Postadress\nÅbo;PB 355\nTammerfors;\n", true);
	has(f, "Turku", "registrator@abo.example", "PB 355");
	has(f, "Tampere", "kirjaamo@tampere.example", "PL 487\n33101 TAMPERE");
	assert_verifies(f);
}

static void who_is_not_certain_is_named_by_row(void **state)
{
	static const struct {
		const char *row, *reason, *candidate;
	} bad[] = {
		{ ";Olematon;a@b.example", "municipality_unknown", "" },
		{ ";Hämeenlinnan kaupunki;a@b.example", "municipality_uncertain", "109" },
		{ "837;Turku;a@b.example", "municipality_clash", "" },
		{ ";Jalasjärvi;a@b.example", "municipality_over", "" },
		{ ";Kotka;ei osoite", "email", "" },
		{ ";Kotka;mailto:k@kotka.example", "email", "k@kotka.example" },
		{ ";Kotka;", "required", "" },
		{ ";;a@b.example", "required", "" },
		{ ";Turku;toinen@abo.example", "twice", "" },
	};
	struct fixture *f = *state;
	struct buffer text = { 0 };
	struct import import;
	int64_t batch;

	buffer_text(&text, "Kuntanumero;Kunta;Sähköposti\n;Åbo;registrator@abo.example\n");
	for (size_t i = 0; i < LEN(bad); i++)
		buffer_printf(&text, "%s\n", bad[i].row);
	assert_ok(prepare(f, "municipality", text.text, &import));
	assert_int_equal(1, import.added);
	assert_int_equal(LEN(bad), import.refused);
	for (size_t i = 0; i < LEN(bad); i++) {
		assert_string_equal(bad[i].reason, import.rows[i + 1].reason);
		assert_string_equal(bad[i].candidate, import.rows[i + 1].candidate);
		assert_int_equal(i + 3, import.rows[i + 1].row);
	}
	assert_fails(E_RULE, import_commit(&f->ctx, &import, false, &batch));
	has(f, "Turku", "", "");
	assert_ok(import_commit(&f->ctx, &import, true, &batch));
	has(f, "Turku", "registrator@abo.example", "");
	import_clear(&import);
	assert_ok(prepare(
		f, "municipality", "Kunta;Sähköposti\nÅbo;registrator@abo.example\n", &import));
	assert_int_equal(1, import.duplicates);
	import_clear(&import);
	buffer_clear(&text);
}

static void rows_are_put_right_before(void **state)
{
	struct fixture *f = *state;
	struct import import;
	int64_t batch;

	assert_ok(prepare(f, "municipality",
		"Kunta;Sähköposti\nHesa;kirjaamo@helsinki.example\nOlematon;x@y.example\n",
		&import));
	assert_ok(import_answer(&import, 1, ANSWER_SKIP));
	assert_ok(import_amend(&f->ctx, &import, 0, 1, "091"));
	assert_int_equal(ROW_ADD, import.rows[0].verdict);
	assert_true(import.rows[0].amended);
	assert_int_equal(ANSWER_SKIP, import.rows[1].answer);
	assert_ok(import_commit(&f->ctx, &import, false, &batch));
	has(f, "Helsinki", "kirjaamo@helsinki.example", "");
	import_clear(&import);
	assert_verifies(f);
}

static void organizations_are_not_made(void **state)
{
	struct organization o = {
		.kind = "company", .name_fi = "Malli Oy", .business_id = "1234567-1"
	};
	struct fixture *f = *state;
	struct import import;
	int64_t id, batch;

	assert_ok(organization_add(&f->ctx, &o, &id));
	assert_ok(prepare(f, "organization",
		"Y-tunnus;Kirjaamo;Postiosoite\n1234567-1;kirjaamo@malli.example;\"Kirjaamo\nPL 5\"\n"
		"7654321-0;x@malli.example;\n",
		&import));
	assert_string_equal("organization_unknown", import.rows[1].reason);
	assert_ok(import_commit(&f->ctx, &import, true, &batch));
	import_clear(&import);
	assert_ok(organization_get(&f->ctx, &f->arena, id, &o));
	assert_string_equal("kirjaamo@malli.example", o.registry_email);
	assert_string_equal("Kirjaamo\nPL 5", o.registry_post);
	assert_verifies(f);
}

static void one_is_changed_by_itself(void **state)
{
	struct fixture *f = *state;
	struct municipality m;
	int64_t id;

	assert_ok(municipality_find(&f->ctx, "Kemi", &id));
	assert_ok(municipality_get(&f->ctx, &f->arena, id, &m));
	m.registry_email = "ei osoite";
	assert_fails(E_INVALID, municipality_update(&f->ctx, &m));
	m.registry_email = " kirjaamo@kemi.example ";
	m.registry_post = "PL 1";
	assert_ok(municipality_update(&f->ctx, &m));
	has(f, "Kemi", "kirjaamo@kemi.example", "PL 1");
	assert_fails(E_STALE, municipality_update(&f->ctx, &m));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(a_municipality_is_known_by_name_and_number),
		TEST_FILE(who_is_not_certain_is_named_by_row),
		TEST_FILE(rows_are_put_right_before),
		TEST_FILE(organizations_are_not_made),
		TEST_FILE(one_is_changed_by_itself),
	};
	return RUN(tests);
}
