/* SPDX-License-Identifier: MIT
 * Files as people really send them: delimited text, character sets, headings. */
#define TEST_NAME "intake"
#include "tests/unit/fixture.h"

#include <sys/stat.h>
#include <unistd.h>

#include "db/base/utf8.h"
#include "src/intake/language.h"
#include "src/intake/kinds.h"
#include "src/intake/table.h"
#include "src/phases/member_text.h"

/* All rows as "[cell|cell]", each with the line it begins on; "!" behind an unterminated one. */
static void assert_rows(const char *bytes, size_t n, char delimiter, const char *wanted)
{
	struct arena arena = { 0 };
	struct buffer shown = { 0 };
	struct csv csv;
	struct csv_row row;

	buffer_text(&shown, "");
	csv_start(&csv, bytes, n, delimiter);
	while (csv_next(&csv, &arena, &row)) {
		buffer_printf(&shown, "%ld[", row.line);
		for (size_t i = 0; i < row.n; i++) {
			buffer_text(&shown, i > 0 ? "|" : "");
			buffer_add(&shown, row.cells[i].text, row.cells[i].n);
		}
		buffer_text(&shown, row.unterminated ? "]!" : "]");
	}
	assert_string_equal(wanted, shown.text);
	buffer_clear(&shown);
	arena_clear(&arena);
}

static void rows_and_cells(void **state)
{
	static const struct {
		const char *text;
		char delimiter;
		const char *rows;
	} cases[] = {
		{ "", ',', "" },
		{ "\n\r\n\r", ',', "" },
		{ "a", ',', "1[a]" },
		{ "a,b\n", ',', "1[a|b]" },
		{ "a,b\nc,d", ',', "1[a|b]2[c|d]" },
		{ "a,b\r\nc,d\r\n", ',', "1[a|b]2[c|d]" },
		{ "a,b\rc,d\r", ',', "1[a|b]2[c|d]" },
		{ "a\r\r\nb", ',', "1[a]3[b]" },
		{ "a\n\n\nb", ',', "1[a]4[b]" },
		{ ",", ',', "1[|]" },
		{ "a,,b,", ',', "1[a||b|]" },
		{ "\"a,b\",c", ',', "1[a,b|c]" },
		{ "\"a\"\"b\"", ',', "1[a\"b]" },
		{ "\"\"", ',', "1[]" },
		{ "\"\"\"\"", ',', "1[\"]" },
		{ "\"a\nb\",c\nd", ',', "1[a\nb|c]3[d]" },
		{ "\"a\r\nb\",c\r\nd", ',', "1[a\r\nb|c]3[d]" },
		{ "\"a\rb\"\rd", ',', "1[a\rb]3[d]" },
		{ "a\"b\",c", ',', "1[a\"b\"|c]" },
		{ "\"a\"b,c", ',', "1[ab|c]" },
		{ " \"a\",b", ',', "1[ \"a\"|b]" },
		{ "a;b,c", ';', "1[a|b,c]" },
		{ "a\tb", '\t', "1[a|b]" },
		{ "a,\"b\nc,d\n", ',', "1[a|b\nc,d\n]!" },
		{ "a\n\"", ',', "1[a]2[]!" },
		{ "\"a\",\"b\"\n", ',', "1[a|b]" },
		{ "a,b,c\nd\ne,f,g,h", ',', "1[a|b|c]2[d]3[e|f|g|h]" },
	};
	static const char with_nul[] = "a\0b,c\nd";

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++)
		assert_rows(
			cases[i].text, strlen(cases[i].text), cases[i].delimiter, cases[i].rows);
	struct arena arena = { 0 };
	struct csv csv;
	struct csv_row row;
	csv_start(&csv, with_nul, sizeof(with_nul) - 1, ',');
	assert_true(csv_next(&csv, &arena, &row));
	assert_int_equal(3, row.cells[0].n);
	assert_memory_equal("a\0b", row.cells[0].text, 4);
	assert_int_equal(5, row.raw_n);
	assert_true(csv_next(&csv, &arena, &row));
	assert_string_equal("d", row.cells[0].text);
	assert_false(csv_next(&csv, &arena, &row));
	arena_clear(&arena);
}

static void long_cells_and_wide_rows(void **state)
{
	struct arena arena = { 0 };
	struct buffer file = { 0 };
	struct csv csv;
	struct csv_row row;

	(void)state;
	buffer_text(&file, "\"");
	for (int i = 0; i < 20000; i++)
		buffer_text(&file, i % 80 == 79 ? "\n" : "ä");
	buffer_text(&file, "\"");
	for (int i = 0; i < 300; i++)
		buffer_printf(&file, ",%d", i);
	csv_start(&csv, file.text, file.length, ',');
	assert_true(csv_next(&csv, &arena, &row));
	assert_int_equal(301, row.n);
	assert_int_equal(20000, utf8_length(row.cells[0].text));
	for (int i = 0; i < 300; i++)
		assert_int_equal(i, atol(row.cells[i + 1].text));
	assert_false(csv_next(&csv, &arena, &row));
	arena_clear(&arena);
	buffer_clear(&file);
}

static void separators_are_guessed(void **state)
{
	static const struct {
		const char *text;
		char delimiter;
	} cases[] = {
		{ "Kunta,Otsikko\nVaasa,A\n", ',' },
		{ "Kunta;Otsikko\nVaasa;A, B ja C\nTurku;D\n", ';' },
		{ "Kunta\tOtsikko\nVaasa\tA, B; C\n", '\t' },
		{ "Kunta;Otsikko;Kuvaus\nVaasa;1,5;2,5\n", ';' },
		{ "\"Kunta, kommun\";\"Otsikko\"\n\"Vaasa\";\"a,b\"\n", ';' },
		{ "Kunta;Otsikko (lyhyt, selkeä);Kuvaus\nVaasa;a, b;c\nTurku;d;e\n", ';' },
		{ "Kunta;Otsikko, a, b\nVaasa;A\nTurku;B\n", ';' },
		{ "Kunta\nVaasa\n", ',' },
		{ "", ',' },
		{ "Kunta;Otsikko\r\nVaasa;\"a\r\nb,c\"\r\n", ';' },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++)
		if (csv_guess_delimiter(cases[i].text, strlen(cases[i].text)) != cases[i].delimiter)
			stop_test("%s", cases[i].text);
}

static const struct {
	const char *bytes, *asked, *text, *charset;
	bool guessed;
} sets[] = {
	{ "Åbo €", NULL, "Åbo €", "UTF-8", false },
	{ "\xEF\xBB\xBFÅbo", NULL, "Åbo", "UTF-8", false },
	{ "\xEF\xBB\xBFÅbo", "UTF-8", "Åbo", "UTF-8", false },
	{ "abc", NULL, "abc", "UTF-8", false },
	{ "\xC5"
	  "bo \x80 \x96",
		NULL, "Åbo € –", "WINDOWS-1252", true },
	{ "\xC5"
	  "bo \x81x",
		NULL, "Åbo \xFFx", "WINDOWS-1252", true },
	{ "\xC5"
	  "bo \xA4",
		"ISO-8859-15", "Åbo €", "ISO-8859-15", false },
	{ "\xC5"
	  "bo \xA4",
		"iso-8859-1", "Åbo ¤", "iso-8859-1", false },
	{ "\xEF\xBB\xBF\xC5"
	  "bo",
		NULL,
		"\xC5"
		"bo",
		"UTF-8", false }, /* it says what it is */
	{ "\x8F"
	  "bo",
		"MACINTOSH", "èbo", "MACINTOSH", false },
};

static void character_sets(void **state)
{
	static const char little[] = "\xFF\xFE\xC5\0b\0o\0\x20\xAC", big[] = "\xFE\xFF\0\xC5\0b\0o";
	struct arena arena = { 0 };
	struct decoded d;

	(void)state;
	for (size_t i = 0; i < LEN(sets); i++) {
		assert_ok(charset_decode(
			&arena, sets[i].bytes, strlen(sets[i].bytes), sets[i].asked, &d));
		assert_int_equal(strlen(sets[i].text), d.n);
		assert_memory_equal(sets[i].text, d.text, d.n);
		assert_string_equal(sets[i].charset, d.charset);
		assert_int_equal(sets[i].guessed, d.guessed);
	}
	assert_ok(charset_decode(&arena, little, 8, NULL, &d));
	assert_string_equal("Åbo", d.text);
	assert_string_equal("UTF-16LE", d.charset);
	assert_ok(charset_decode(
		&arena, little, 7, NULL, &d)); /* cut off in the middle of a letter */
	assert_string_equal("Åb\xFF", d.text);
	assert_ok(charset_decode(&arena, big, 8, "UTF-16", &d));
	assert_string_equal("Åbo", d.text);
	assert_ok(charset_decode(&arena,
		"\xFF\xFE\0\xD8"
		"a\0",
		6, NULL, &d)); /* half of a pair */
	assert_string_equal("\xFF"
			    "a",
		d.text);
	struct error e = charset_decode(&arena, "abc", 3, "KLINGON-8", &d);
	assert_int_equal(E_INVALID, e.code);
	assert_string_equal("charset", e.field);
	arena_clear(&arena);
}

static void write_file(const char *path, const char *bytes, size_t n)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(n, fwrite(bytes, 1, n, file));
	assert_int_equal(0, fclose(file));
}

static struct error read_problems(
	const char *path, const struct table_options *options, struct table *table)
{
	static struct arena arena; /* as long as any table */
	size_t n;
	const struct table_field *fields = import_columns(&arena, import_kind("problem"), &n);

	return table_read(path, options, fields, n, table);
}

/* The field with that code; none: how many there are. */
static size_t named(const struct table *table, const char *code)
{
	size_t f = 0;

	while (f < table->field_count &&
		(table->fields[f].code == NULL || strcmp(table->fields[f].code, code) != 0))
		f++;
	return f;
}

static struct error read_table(struct fixture *f, const char *text, const char *const *maps,
	size_t map_count, struct table *table)
{
	static const char *const without[] = { "description" };
	struct table_options options = {
		.maps = maps, .map_count = map_count, .without = without, .without_count = 1
	};
	char path[120];

	snprintf(path, sizeof(path), "%s/table.csv", f->directory);
	write_file(path, text, strlen(text));
	return read_problems(path, &options, table);
}

static void headings_in_three_languages(void **state)
{
	static const char *const headings[] = { "Kunta;Ongelman otsikko;Kuvaus;Sähköposti\n",
		"KOMMUN;Rubrik;Beskrivning;E-post\n",
		"municipality;title;description;contact_email\n",
		"\" Kunta / Kommun \";\"Otsikko / Rubrik\";Kuvaus/Beskrivning;E-mail\n",
		"kunta;otsikko;kuvaus;Sa\u0308hko\u0308posti\n" };
	struct fixture *f = *state;
	struct table table;

	for (size_t i = 0; i < LEN(headings); i++) {
		assert_ok(read_table(f, headings[i], NULL, 0, &table));
		assert_int_equal(1, table_column(&table, FIELD_MUNICIPALITY));
		assert_int_equal(2, table_column(&table, FIELD_TITLE));
		assert_int_equal(3, table_column(&table, FIELD_DESCRIPTION));
		assert_int_equal(4, table_column(&table, FIELD_EMAIL));
		assert_int_equal(0, table_column(&table, named(&table, "contact_phone")));
		table_clear(&table);
	}
	/* Of two alike the first counts. */
	assert_ok(read_table(f, "Kunta;Otsikko;Otsikko\nVaasa;A;B\n", NULL, 0, &table));
	assert_string_equal("A", table_cell(&table, &table.rows[0], FIELD_TITLE)->text);
	assert_null(table_cell(&table, &table.rows[0], named(&table, "contact_phone")));
	assert_int_equal(table.field_count, table.field_of[2]); /* so that people are told */
	table_clear(&table);
	struct error e = read_table(f, "Kunta;Nimike\nVaasa;A\n", NULL, 0, &table);
	assert_int_equal(E_NO_COLUMN, e.code);
	assert_string_equal("title", e.field);
}

static void columns_can_be_named(void **state)
{
	static const char *const good[] = { "Nimike=title", "2=contact", "Huom=-" };
	static const struct {
		const char *map;
		enum errcode code;
	} bad[] = { { "Nimike", E_INVALID }, { "Nimike=nimike", E_INVALID },
		{ "0=title", E_NOT_FOUND }, { "9=title", E_NOT_FOUND },
		{ "Otsikko=title", E_NOT_FOUND }, { "1x=title", E_NOT_FOUND } };
	struct fixture *f = *state;
	struct table table;

	assert_ok(read_table(f, "Kunta;Huom;Nimike\nVaasa;x;A\n", good, 1, &table));
	assert_int_equal(3, table_column(&table, FIELD_TITLE));
	table_clear(&table);
	assert_ok(read_table(f, "Kunta;Huom;Nimike\nVaasa;x;A\n", good, LEN(good), &table));
	assert_int_equal(
		0, table_column(&table, named(&table, "contact"))); /* the last word counts */
	table_clear(&table);
	for (size_t i = 0; i < LEN(bad); i++) {
		const char *map = bad[i].map;
		struct error e = read_table(f, "Kunta;Huom;Nimike\n", &map, 1, &table);

		if (e.code != bad[i].code)
			stop_test("%s: %d", map, (int)e.code);
		assert_string_equal("column", e.field);
	}
}

static void what_is_no_table_is_refused(void **state)
{
	static const struct {
		const char *bytes;
		size_t n;
	} files[] = { { "", 0 }, { "PK\3\4....", 8 }, { "\xD0\xCF\x11\xE0....", 8 } };
	struct fixture *f = *state;
	struct table_options options = { 0 };
	struct table table;
	char path[120];

	snprintf(path, sizeof(path), "%s/table.csv", f->directory);
	for (size_t i = 0; i < LEN(files); i++) {
		write_file(path, files[i].bytes, files[i].n);
		assert_fails(E_RULE, read_problems(path, &options, &table));
	}
	write_file(path, "Kunta;Otsikko\n", 14);
	options.delimiter = ";;";
	struct error e = read_problems(path, &options, &table);
	assert_int_equal(E_INVALID, e.code);
	assert_string_equal("delimiter", e.field);
	options.delimiter = "\"";
	assert_fails(E_INVALID, read_problems(path, &options, &table));
	options = (struct table_options){ .charset = "KLINGON-8" };
	assert_fails(E_INVALID, read_problems(path, &options, &table));
	options.charset = NULL;
	assert_fails(E_INVALID, table_read(f->directory, &options, import_kind("problem")->fields,
					FIELD_COUNT, &table));
	unlink(path);
	assert_fails(E_NOT_FOUND, read_problems(path, &options, &table));
}

/* File systems allow any bytes in a name; what is stored and shown must be text. */
static void file_names_are_text_too(void **state)
{
	struct fixture *f = *state;
	struct table_options options = { 0 };
	struct table table;
	char path[120];

	snprintf(path, sizeof(path), "%s/p\xE4iv\033[2J\u202Ex.csv", f->directory);
	write_file(path, "Kunta;Otsikko;Kuvaus\n", 21);
	assert_ok(read_problems(path, &options, &table));
	assert_string_equal("p\uFFFDiv\uFFFD[2J\uFFFDx.csv", table.file);
	table_clear(&table);
}

/* What forms, spreadsheets and people put around a table. */
static const struct {
	const char *text;
	long heading; /* its row, as a spreadsheet numbers it */
	size_t rows;
	long first, line; /* of the first row */
} tables[] = {
	{ "sep=;\r\nKunta;Otsikko;Kuvaus\r\nVaasa;A;B\r\n", 1, 1, 2, 3 },
	{ "\"sep=;\"\nKunta;Otsikko;Kuvaus\nVaasa;A;B\n", 1, 1, 2, 3 },
	{ "SEP=\t\nKunta\tOtsikko\tKuvaus\nVaasa\tA;B;C;D\tB\n", 1, 1, 2, 3 },
	{ "\xEF\xBB\xBFsep=,\nKunta,Otsikko,Kuvaus\nVaasa,A,B;C;D\n", 1, 1, 2, 3 },
	{ "Kunta;Otsikko;Kuvaus\nVaasa;A;B\n;;\n ; ;\u00A0\n", 1, 1, 2, 2 },
	{ "Kuntien ongelmat 2026;;\n;;\nKunta;Otsikko;Kuvaus\nVaasa;A;B\n", 3, 1, 4, 4 },
	{ "Kuntien ongelmat 2026\n\n\nKunta;Otsikko;Kuvaus\nVaasa;A;B\nTurku;C;D\n", 4, 2, 5, 5 },
	{ "Raportti\nKunta;Otsikko;Kuvaus\nVaasa;A;B\nTurku;C;D\nLähde: lomake\n", 2, 3, 3, 3 },
	{ "Kunta;Otsikko;Kuvaus\nVaasa;A;\"B\nC\nD\"\nTurku;E;F\n", 1, 2, 2, 2 },
	{ ";;;\n;Kunta;Otsikko;Kuvaus\n;Vaasa;A;B\n", 2, 1, 3, 3 },
};

static void tables_with_things_around_them(void **state)
{
	struct fixture *f = *state;
	struct table table;

	for (size_t i = 0; i < LEN(tables); i++) {
		assert_ok(read_table(f, tables[i].text, NULL, 0, &table));
		if (table.heading_row != tables[i].heading || table.n != tables[i].rows ||
			table.rows[0].row != tables[i].first ||
			table.rows[0].line != tables[i].line)
			stop_test("%s: heading %ld, %zu rows, first %ld on line %ld",
				tables[i].text, table.heading_row, table.n, table.rows[0].row,
				table.rows[0].line);
		assert_string_equal(
			"Vaasa", table_cell(&table, &table.rows[0], FIELD_MUNICIPALITY)->text);
		table_clear(&table);
	}
	/* The line belongs to the row that begins there, the row is what a spreadsheet shows. */
	assert_ok(read_table(f, tables[8].text, NULL, 0, &table));
	assert_int_equal(3, table.rows[1].row);
	assert_int_equal(5, table.rows[1].line);
	table_clear(&table);
}

static void the_heading_can_be_said(void **state)
{
	struct fixture *f = *state;
	struct table_options options = { .heading_row = 3 };
	struct table table;
	char path[120];
	const char *text = "Kunta;Otsikko;Kuvaus\nvanhat;otsikot;ei\nKommun;Rubrik;Beskrivning\n"
			   "Vaasa;A;B\n";

	snprintf(path, sizeof(path), "%s/table.csv", f->directory);
	write_file(path, text, strlen(text));
	assert_ok(read_problems(path, &options, &table));
	assert_int_equal(1, table.n);
	assert_string_equal("Kommun", table.headings[0]);
	table_clear(&table);
	options.heading_row = 9;
	struct error e = read_problems(path, &options, &table);
	assert_int_equal(E_NOT_FOUND, e.code);
	assert_string_equal("heading_row", e.field);
}

static void headings_with_additions(void **state)
{
	static const struct {
		const char *heading;
		const char *code; /* "": not recognized */
		bool guessed;
	} cases[] = {
		{ "Kuvaus (enintään 2000 merkkiä)", "description", false },
		{ "Kuvaus:", "description", false },
		{ "3. Ongelman kuvaus *", "description", false },
		{ "2) Kuvaus", "description", false },
		{ "* Beskrivning", "description", false },
		{ "Kuvaus / Beskrivning (max. 2000)", "description", false },
		{ "Kuvaus, enintään 2000 merkkiä", "description", true },
		{ "Kuvaus enintään 2000 merkkiä", "description", true },
		{ "Puhelin: työ", "contact_phone", true },
		{ "Kuntaliitos", "", false },
		{ "Kuvausten määrä", "", false },
		{ "(Kuvaus)", "", false },
		{ "Kuntanumero", "municipality_code", false },
		{ "ID", "form_row", false },
		{ "Vastaajan numero", "form_row", false },
	};
	struct fixture *f = *state;
	struct table table;
	char text[200];

	for (size_t i = 0; i < LEN(cases); i++) {
		snprintf(text, sizeof(text), "Kunta;Otsikko;%s\nVaasa;A;B\n", cases[i].heading);
		assert_ok(read_table(f, text, NULL, 0, &table));
		if (table.field_of[2] != named(&table, cases[i].code) ||
			table.guessed[2] != cases[i].guessed)
			stop_test("%s: %zu", cases[i].heading, table.field_of[2]);
		table_clear(&table);
	}
	/* Of two that only begin so, neither; what is certain goes before what begins so. */
	assert_ok(read_table(f, "Kunta;Otsikko;Kuvaus lyhyesti;Kuvaus pitkästi\nVaasa;A;B;C\n",
		NULL, 0, &table));
	assert_int_equal(0, table_column(&table, FIELD_DESCRIPTION));
	table_clear(&table);
	assert_ok(read_table(
		f, "Kunta;Otsikko;Kuvaus lyhyesti;Kuvaus\nVaasa;A;B;C\n", NULL, 0, &table));
	assert_int_equal(4, table_column(&table, FIELD_DESCRIPTION));
	table_clear(&table);
}

/* A description is not left out by mistake. */
static void what_would_leave_records_empty_is_asked(void **state)
{
	static const char *const without[] = { "description" }, *const wrong[] = { "municipality" };
	struct fixture *f = *state;
	struct table_options options = { 0 };
	struct table table;
	char path[120];

	snprintf(path, sizeof(path), "%s/table.csv", f->directory);
	write_file(path, "Kunta;Otsikko;Selitys\nVaasa;A;B\n", 32);
	struct error e = read_problems(path, &options, &table);
	assert_int_equal(E_NO_COLUMN, e.code);
	assert_string_equal("description", e.field);
	assert_int_equal(1, e.low);
	options.without = without;
	options.without_count = 1;
	assert_ok(read_problems(path, &options, &table));
	table_clear(&table);
	options.without = wrong;
	e = read_problems(path, &options, &table);
	assert_int_equal(E_INVALID, e.code);
	assert_string_equal("without", e.field);
}

static void people_in_one_cell(void **state)
{
	static const struct {
		const char *text, *lines; /* with '|' for line ends */
	} cases[] = {
		{ "A A, B B, C C", "A A|B B|C C" },
		{ "A A; B B; C C", "A A|B B|C C" },
		{ "A A\nB B\nC C", "A A|B B|C C" },
		{ "Maija M <m@a.example>; \"Mallikas, Matti\" <k@a.example>; Cher <c@a.example>",
			"Maija M <m@a.example>|Matti Mallikas <k@a.example>|Cher <c@a.example>" },
		{ "\"Mallikas, Matti\" <k@a.example>, \"Malli, Maija Liisa\" <m@a.example>",
			"Matti Mallikas <k@a.example>|Maija Liisa Malli <m@a.example>" },
		{ "Mallikas, Matti <k@a.example>", "Matti Mallikas <k@a.example>" },
		{ "Mallikas, Matti <k@a.example>, Cher <c@a.example>",
			"Matti Mallikas <k@a.example>|Cher <c@a.example>" },
		{ "\"Matti Mallikas\" <k@a.example>", "Matti Mallikas <k@a.example>" },
		{ "Maija M m@a.example, Matti M k@a.example",
			"Maija M m@a.example|Matti M k@a.example" },
		{ "Mallikas, Matti", "Mallikas, Matti" }, /* one, or two? */
		{ "Cher, Madonna, Prince", "Cher|Madonna|Prince" },
		{ "\"Mallikas, Matti\"", "Matti Mallikas" },
		{ "Örjan Ö (o@a.example)", "Örjan Ö (o@a.example)" },
		{ "", "" },
		{ "A A\n\nC C", "A A||C C" },
		{ "\"auki <a@a.example>\nB B", "auki <a@a.example>|B B" },
	};
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		char *lines = arena_text(&arena, members_lines(&arena, cases[i].text));

		for (char *at; (at = strchr(lines, '\n')) != NULL;)
			*at = '|';
		if (strcmp(lines, cases[i].lines) != 0)
			stop_test("%s: %s", cases[i].text, lines);
	}
	assert_string_equal(
		"a@a.example\nb@b.example", addresses_lines(&arena, "a@a.example, b@b.example"));
	arena_clear(&arena);
}

static void languages_are_told_by_small_words(void **state)
{
	(void)state;
	assert_string_equal("fi", language_guess("Kunnan tie on huono ja se ei kulje", "sv"));
	assert_string_equal(
		"sv", language_guess("Vägen är dålig och det finns inte en buss", "fi"));
	assert_string_equal("sv", language_guess("Vaasa 2018", "sv"));
	assert_string_equal("fi", language_guess("", "fi"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(rows_and_cells),
		TEST(long_cells_and_wide_rows),
		TEST(separators_are_guessed),
		TEST(character_sets),
		TEST_FILE(headings_in_three_languages),
		TEST_FILE(columns_can_be_named),
		TEST_FILE(what_is_no_table_is_refused),
		TEST_FILE(file_names_are_text_too),
		TEST_FILE(tables_with_things_around_them),
		TEST_FILE(the_heading_can_be_said),
		TEST_FILE(headings_with_additions),
		TEST_FILE(what_would_leave_records_empty_is_asked),
		TEST(people_in_one_cell),
		TEST(languages_are_told_by_small_words),
	};
	return RUN(tests);
}
