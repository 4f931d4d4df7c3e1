/* SPDX-License-Identifier: MIT
 * People from a file: all of them or none. */
#define TEST_NAME "people"
#include "tests/unit/fixture.h"

#include "src/intake/import.h"
#include "src/registers/person.h"

static struct error import(struct fixture *f, const char *text, bool dry, struct import *result)
{
	struct table_options options = { 0 };
	char path[120];

	snprintf(path, sizeof(path), "%s/people.csv", f->directory);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(0, fclose(file));
	struct error e = import_prepare(&f->ctx, "person", path, &options, result);
	int64_t batch;
	return e.code != E_OK || dry ? e : import_commit(&f->ctx, result, false, &batch);
}

static size_t people(struct fixture *f)
{
	struct id_list ids = { 0 };

	assert_ok(person_ids(&f->ctx, &ids));
	size_t n = ids.n;
	id_list_clear(&ids);
	return n - 1; /* without who made the file */
}

static void everybody_comes_in_once(void **state)
{
	static const char text[] = "Nimi;Sähköposti;Puhelin;Kieli\n Aino  Malli "
				   ";aino@example.fi;050 1;\nExempel Provberg;;;sv\n"
				   "Aino Mallinen;AINO@example.fi;;\nexempel provberg;;;sv\n";
	struct fixture *f = *state;
	struct import result;
	struct person p;
	int64_t id = 0;

	assert_ok(import(f, text, true, &result));
	assert_int_equal(2, result.added);
	import_clear(&result);
	assert_int_equal(0, people(f)); /* only tried */
	assert_ok(import(f, text, false, &result));
	assert_int_equal(2, result.added);
	assert_int_equal(2, result.duplicates);
	import_clear(&result);
	assert_int_equal(2, people(f));
	assert_ok(person_find(&f->ctx, "aino@EXAMPLE.fi", &id));
	assert_ok(person_get(&f->ctx, &f->arena, id, &p));
	assert_string_equal("050 1", p.phone);
	assert_string_equal("", p.lang); /* nobody has said which */
	assert_ok(person_find(&f->ctx, "Exempel Provberg", &id));
	assert_ok(person_get(&f->ctx, &f->arena, id, &p));
	assert_string_equal("sv", p.lang);
	assert_ok(import(f, text, false, &result));
	assert_int_equal(0, result.added);
	import_clear(&result);
	assert_int_equal(2, people(f));
	assert_verifies(f);
}

static void one_bad_row_keeps_all_out(void **state)
{
	static const struct {
		const char *row, *field, *reason;
	} bad[] = { { ";a@example.fi;;", "name", "required" }, { "A;a@b;;", "email", "email" },
		{ "A;;;de", "language", "language" }, { "A\033c;;;", "name", "control" },
		{ "A;;", "", "columns" }, { "A;;;;", "", "columns" }, { "A;;;\"fi", "", "quote" } };
	struct fixture *f = *state;
	struct buffer text = { 0 };
	struct import result;

	buffer_text(&text, "Namn;E-post;Telefon;Språk\nHyvä;;;\n");
	for (size_t i = 0; i < LEN(bad); i++)
		buffer_printf(&text, "%s\n", bad[i].row);
	assert_fails(E_RULE, import(f, text.text, false, &result));
	assert_int_equal(LEN(bad), result.refused);
	for (size_t i = 0; i < LEN(bad); i++) {
		const struct sifted_row *row = &result.rows[i + 1];

		assert_int_equal(ROW_REFUSED, row->verdict);
		assert_string_equal(bad[i].field, row->field);
		assert_string_equal(bad[i].reason, row->reason);
		assert_int_equal(i + 3, row->row);
		assert_int_equal(i + 3, row->line);
	}
	import_clear(&result);
	assert_int_equal(0, people(f));
	struct error e = import(f, "E-post;Telefon\na@example.fi;1\n", false, &result);
	assert_int_equal(E_NO_COLUMN, e.code);
	assert_string_equal("name", e.field);
	import_clear(&result);
	buffer_clear(&text);
}

static void jurors_bring_nobody_in(void **state)
{
	struct fixture *f = *state;
	struct import result;
	struct context office = f->ctx, juror;

	fixture_enter(f, "j1", "juror", &juror);
	f->ctx = juror;
	assert_fails(E_DENIED, import(f, "Nimi\nA\n", false, &result));
	import_clear(&result);
	f->ctx = office;
	context_close(&juror);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(everybody_comes_in_once),
		TEST_FILE(one_bad_row_keeps_all_out),
		TEST_FILE(jurors_bring_nobody_in),
	};
	return RUN(tests);
}
