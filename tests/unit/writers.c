/* SPDX-License-Identifier: MIT
 * Cells as people, spreadsheets and programs get them, and the forms that rows are written in. */
#define TEST_NAME "writers"
#include "tests/unit/fixture.h"

#include <stdlib.h>

#include "src/base/i18n.h"
#include "src/export/gate.h"
#include "src/export/listing.h"

#define NBSP "\302\240"
#define MARK "\357\273\277"

static const struct heading headings[] = {
	{ "code", "Koodi", CELL_TEXT },
	{ "net", "Netto", CELL_MONEY },
	{ "share", "Osuus", CELL_SHARE },
};

/* What a writer makes of these rows. */
static char *written(const struct writer *writer, bool exact, struct cell (*rows)[3], size_t n)
{
	char *text = NULL;
	size_t size = 0;
	struct writing w = { .out = open_memstream(&text, &size),
		.exact = exact,
		.headings = headings,
		.n = LEN(headings) };

	writer->begin(&w);
	for (size_t i = 0; writer->measure != NULL && i < n; i++)
		writer->measure(&w, rows[i]);
	for (; w.rows < n; w.rows++)
		writer->row(&w, rows[w.rows]);
	assert_ok(writer->end(&w, ok()));
	fclose(w.out);
	arena_clear(&w.kept);
	return text;
}

static void assert_written(const struct writer *writer, bool exact, const char *wanted)
{
	struct cell rows[][3] = {
		{ cell_text("=1+1"), cell_money(-123450), cell_share(4, 7) },
		{ cell_text("a\"b\nc\033"), cell_null(), cell_none() },
	};
	char *text = written(writer, exact, rows, LEN(rows));

	assert_string_equal(text, wanted);
	free(text);
}

static void a_table_is_aligned_and_harmless(void **state)
{
	(void)state;
	i18n_use("fi");
	assert_written(&table_writer, false,
		"Koodi         Netto  Osuus\n"
		"=1+1    −1" NBSP "234,50" NBSP "€  4/7\n"
		"a\"b c\357\277\275               –\n");
}

static void a_spreadsheet_counts_and_takes_nothing_for_a_formula_or_a_day(void **state)
{
	(void)state;
	i18n_use("fi");
	assert_written(&csv_writer, false,
		MARK
		"Koodi;Netto;Osuus\r\n'=1+1;-1234,50;4, yhteensä 7\r\n\"a\"\"b\nc\033\";;\r\n");
}

static void a_program_gets_it_as_it_is(void **state)
{
	(void)state;
	i18n_use("fi");
	assert_written(&csv_writer, true,
		"code,net,share\r\n=1+1,-1234.50,4/7\r\n\"a\"\"b\nc\033\",,\r\n");
}

static void json_is_streamed_as_one_list(void **state)
{
	(void)state;
	assert_written(&json_writer, false,
		"[\n {\n  \"code\": \"=1+1\",\n  \"net\": \"-1234.50\",\n  \"share\": {\n   \"part\": 4,\n"
		"   \"of\": 7\n  }\n },\n"
		" {\n  \"code\": \"a\\\"b\\nc\\u001B\",\n  \"net\": null,\n  \"share\": null\n }\n]\n");
	char *none = written(&json_writer, false, NULL, 0);
	assert_string_equal(none, "[]\n");
	free(none);
}

/* The same as of a value that was built before it was written. */
static void json_has_every_letter_as_a_library_writes_it(void **state)
{
	static const char text[] = "\\ / \b\f\n\r\t\001\037\177 ä € 𝄞 \"";
	struct cell rows[][3] = { { cell_text(text), { .kind = CELL_UNSET }, cell_flag(true) } };
	char *list = written(&json_writer, false, rows, 1);
	json_t *built = json_string(text);
	char *wanted = json_dumps(built, JSON_ENCODE_ANY);

	(void)state;
	assert_non_null(strstr(list, wanted));
	assert_non_null(strstr(list, "\"share\": true"));
	free(list);
	free(wanted);
	json_decref(built);
}

static void what_is_no_utf_8_does_not_break_a_list(void **state)
{
	struct cell rows[][3] = { { cell_text("a\377b\342\202"), cell_null(), cell_null() } };
	char *text = written(&json_writer, false, rows, 1);

	(void)state;
	assert_non_null(strstr(text, "\"a\357\277\275b\357\277\275\357\277\275\""));
	free(text);
}

static void what_is_not_there_is_not_told(void **state)
{
	struct cell rows[][3] = { { cell_text("A"), { .kind = CELL_UNSET }, cell_null() } };
	char *text = written(&json_writer, false, rows, 1);

	(void)state;
	assert_string_equal(text, "[\n {\n  \"code\": \"A\",\n  \"share\": null\n }\n]\n");
	free(text);
}

static void every_kind_of_cell_has_its_words(void **state)
{
	static const char *const list[] = { "a", "b" };
	const struct {
		struct cell cell;
		const char *shown, *sheet, *exact;
	} rows[] = {
		{ cell_code(WORDS_LANGUAGE, "sv"), "ruotsi", "ruotsi", "sv" },
		{ cell_number(-5), "-5", "-5", "-5" },
		{ cell_decimal(7500), "7,5", "7,5", "7.5" },
		{ cell_ratio((struct ratio){ 2, 3 }, 4), "0,6667", "0,6667", "0.6667" },
		{ cell_ratio((struct ratio){ 0, 0 }, 4), "", "", "" },
		{ cell_day(day_of_civil(2018, 10, 31)), "31.10.2018", "31.10.2018", "2018-10-31" },
		{ cell_day(0), "", "", "" },
		{ cell_else(cell_day(0), "–"), "–", "", "" },
		{ cell_flag(true), "kyllä", "kyllä", "true" },
		{ cell_texts("suomi", "svenska", NULL), "suomi", "suomi", "suomi" },
		{ cell_list(list, 2), "a, b", "a, b", "a, b" },
		{ cell_shown(cell_number(12), "jaettu 12."), "jaettu 12.", "12", "12" },
	};
	struct arena arena = { 0 };

	(void)state;
	i18n_use("fi");
	for (size_t i = 0; i < LEN(rows); i++) {
		assert_string_equal(cell_words(&arena, &rows[i].cell, READ_SHOWN), rows[i].shown);
		assert_string_equal(cell_words(&arena, &rows[i].cell, READ_SHEET), rows[i].sheet);
		assert_string_equal(cell_words(&arena, &rows[i].cell, READ_EXACT), rows[i].exact);
	}
	arena_clear(&arena);
}

static const struct column columns[] = {
	{ "code", "", CELL_TEXT },
	{ "title", "", CELL_TEXT, .seen_by = SEEN_BY_JURY },
	{ "contact", "", CELL_TEXT, .seen_by = SEEN_BY_CONTACT },
	{ "contact_email", "", CELL_TEXT, .seen_by = SEEN_BY_CONTACT },
	{ "phone", "", CELL_TEXT, .seen_by = SEEN_BY_CONTACT },
	{ "body", "", CELL_TEXT, .of_record = true },
	{ "hours", "", CELL_TEXT, .for_people = true },
};

static const char *chosen(
	struct arena *arena, const char *names, const char *shown, enum reader reader, bool record)
{
	const char *text = "";
	struct choice choice;
	struct error e =
		columns_choose(arena, columns, LEN(columns), names, shown, reader, record, &choice);

	if (e.code != E_OK)
		return arena_printf(arena, "no %s", choice.unknown);
	for (size_t i = 0; i < choice.n; i++)
		text = arena_printf(
			arena, "%s%s%s", text, i > 0 ? "," : "", columns[choice.at[i]].name);
	return text;
}

static void columns_are_chosen_by_name_and_contacts_only_so(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	assert_string_equal(chosen(&arena, NULL, "title,code", READ_SHOWN, false), "title,code");
	assert_string_equal(chosen(&arena, NULL, "title,code", READ_EXACT, false), "code,title");
	assert_string_equal(chosen(&arena, NULL, NULL, READ_SHOWN, false), "code,title,hours");
	assert_string_equal(chosen(&arena, NULL, "code", READ_EXACT, true),
		"code,title,contact,contact_email,phone,body");
	assert_string_equal(chosen(&arena, "body,code,body", NULL, READ_SHOWN, false), "body,code");
	assert_string_equal(chosen(&arena, "code,contact_*", NULL, READ_SHOWN, false),
		"code,contact,contact_email,phone");
	assert_string_equal(chosen(&arena, "code,cod", NULL, READ_SHOWN, false), "no cod");
	assert_string_equal(chosen(&arena, "", NULL, READ_SHOWN, false), "no ");
	assert_string_equal(chosen(&arena, "code,", NULL, READ_SHOWN, false), "no ");
	assert_string_equal(chosen(&arena, "x*", NULL, READ_SHOWN, false), "no x*");
	arena_clear(&arena);
}

static void a_sealed_round_keeps_its_sides_apart(void **state)
{
	struct context ctx = { .role = ROLE_OFFICE };

	(void)state;
	assert_true(gate_may_see(&ctx, SEEN_BY_JURY, SIDE_SENDER, 0));
	assert_false(gate_may_see(&ctx, SEEN_BY_JURY, SIDE_SENDER, 1));
	assert_true(gate_may_see(&ctx, SEEN_BY_JURY, SIDE_JURY, 1));
	assert_false(gate_may_see(&ctx, SEEN_BY_SENDER, SIDE_JURY, 1));
	assert_true(gate_may_see(&ctx, SEEN_BY_SENDER, SIDE_SENDER, 1));
	assert_false(gate_may_see(&ctx, SEEN_BY_CONTACT, SIDE_JURY, 1));
	assert_false(gate_may_see(&ctx, SEEN_BY_CUSTODIAN, SIDE_SENDER, 1));
	ctx.role = ROLE_JUROR;
	assert_true(gate_may_see(&ctx, SEEN_BY_EVERYBODY, SIDE_JURY, 1));
	assert_false(gate_may_see(&ctx, SEEN_BY_OFFICE, SIDE_JURY, 0));
	assert_false(gate_may_see(&ctx, SEEN_BY_CONTACT, SIDE_JURY, 0));
}

struct odd {
	const char *name, *team_code;
	int64_t team_id, starts, cents, day;
};

static const struct field odd_fields[] = {
	{ COLUMN(struct odd, name), .name = "name", .word = "N", .meaning = MEANS_LINE,
		.seen_by = SEEN_BY_SENDER },
	{ COLUMN_OR_NONE(struct odd, team_id), .name = "team", .word = "T", .meaning = MEANS_REF },
	{ COLUMN(struct odd, team_code), .shows = "team" },
	{ COLUMN(struct odd, starts), .name = "starts", .word = "S", .meaning = MEANS_MINUTES },
	{ COLUMN_OR_NONE(struct odd, cents), .name = "net", .word = "M", .meaning = MEANS_MONEY },
	{ COLUMN(struct odd, day), .name = "day", .word = "D", .meaning = MEANS_DAY },
};
static const struct record record_of_odd = RECORD(odd);

/* All that a field knows; what is written here wins, and what is computed stays free. */
static void columns_over_a_record_need_no_more_than_a_name(void **state)
{
	static const struct column plain[] = { { "day", "Other" }, { "net" }, { "team" },
		{ "name" }, { "starts" }, { "twice", "Twice", CELL_NUMBER } };
	static const struct odd odd = { "A", "T-1", 7, 570, 0, 0 },
				none = { "A", "?", 0, -1, 1, 1 };
	struct context ctx = { .role = ROLE_OFFICE };
	struct arena arena = { 0 };
	struct row row;
	size_t n = LEN(plain);
	const struct column *whole = columns_over(&arena, &record_of_odd, plain, &n);

	(void)state;
	assert_string_equal(column_title(&whole[0]), "Other");
	assert_string_equal(column_title(&whole[2]), "T");
	row_begin(&row, whole, LEN(plain));
	row_record(&row, &odd);
	assert_int_equal(row.cells[0].kind, CELL_NULL);
	assert_int_equal(row.cells[1].kind, CELL_NULL);
	assert_string_equal(cell_words(&arena, &row.cells[2], READ_EXACT), "T-1");
	assert_string_equal(cell_words(&arena, &row.cells[4], READ_EXACT), "09:30");
	assert_int_equal(row.cells[5].kind, CELL_UNSET);
	row.side = SIDE_JURY;
	row.sealed_by = 1;
	row_gate(&ctx, &row);
	assert_int_equal(row.cells[3].kind, CELL_NULL);
	row_record(&row, &none);
	assert_int_equal(row.cells[1].kind, CELL_MONEY);
	assert_int_equal(row.cells[2].kind, CELL_NULL);
	assert_int_equal(row.cells[4].kind, CELL_NULL);
	row_end(&row);
	arena_clear(&arena);
}

static void formats_are_those_of_the_table(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < writer_count; i++)
		assert_ptr_equal(writer_find(writers[i]->name), writers[i]);
	assert_null(writer_find("text"));
	assert_string_equal(writer_names(&arena), "table|csv|json|xlsx|addresses|address-list");
	arena_clear(&arena);
}

static int with_catalogs(void **state)
{
	(void)state;
	i18n_start();
	i18n_catalogs(getenv("KLASH_CATALOGS"), "");
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_table_is_aligned_and_harmless),
		TEST(a_spreadsheet_counts_and_takes_nothing_for_a_formula_or_a_day),
		TEST(a_program_gets_it_as_it_is),
		TEST(json_is_streamed_as_one_list),
		TEST(json_has_every_letter_as_a_library_writes_it),
		TEST(what_is_no_utf_8_does_not_break_a_list),
		TEST(what_is_not_there_is_not_told),
		TEST(every_kind_of_cell_has_its_words),
		TEST(columns_are_chosen_by_name_and_contacts_only_so),
		TEST(a_sealed_round_keeps_its_sides_apart),
		TEST(columns_over_a_record_need_no_more_than_a_name),
		TEST(formats_are_those_of_the_table),
	};
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name(TEST_NAME, tests, with_catalogs, NULL);
}
