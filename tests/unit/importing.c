/* SPDX-License-Identifier: MIT
 * Importing problems: judged first, saved whole or not at all, decided, corrected, and taken back
 * as one. */
#define TEST_NAME "importing"
#include "tests/unit/fixture.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "db/base/utf8.h"
#include "src/base/daytime.h"
#include "src/intake/import.h"
#include "src/roof/lookup.h"
#include "src/phases/note.h"

#define HEADING "Kunta;Otsikko;Kuvaus;Lähetetty;Teema\n"

static void write_file(struct fixture *f, const char *text, char path[120])
{
	snprintf(path, 120, "%s/problems.csv", f->directory);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(0, fclose(file));
}

static void prepare(struct fixture *f, const char *text, struct import *import)
{
	struct table_options options = { 0 };
	char path[120];

	write_file(f, text, path);
	assert_ok(import_prepare(&f->ctx, "problem", path, &options, import));
}

static struct error commit(struct fixture *f, const char *text, bool partial, int64_t *batch)
{
	struct import import;

	prepare(f, text, &import);
	struct error e = import_commit(&f->ctx, &import, partial, batch);
	import_clear(&import);
	return e;
}

static int64_t problems(struct fixture *f)
{
	struct submission_counts c;

	assert_ok(submission_count(&f->ctx, "problem", &c));
	return c.all;
}

static size_t waiting(struct fixture *f, const char *verdict)
{
	struct id_list ids = { 0 };

	assert_ok(import_waiting(&f->ctx, verdict, &ids));
	size_t n = ids.n;
	id_list_clear(&ids);
	return n;
}

static struct submission problem(struct fixture *f, const char *code)
{
	struct submission s = { 0 };
	int64_t id;

	assert_ok(submission_find(&f->ctx, "problem", code, &id));
	assert_ok(submission_get(&f->ctx, &f->arena, id, &s));
	return s;
}

static struct import_row row_of(struct fixture *f, int64_t batch, int64_t row)
{
	struct import_row found = { 0 };
	int64_t id;

	assert_ok(import_row_find(&f->ctx, batch, row, &id));
	assert_ok(import_row_get(&f->ctx, &f->arena, id, &found));
	return found;
}

static int64_t log_head(struct fixture *f)
{
	return outside_number(f->path, "SELECT max(seq) FROM log");
}

static void plan_closing(struct fixture *f, const char *when)
{
	struct moment moment;

	assert_ok(moment_parse(when, EDGE_END, &moment));
	assert_ok(phase_plan(&f->ctx, "problems", PHASE_CLOSES, &moment, ""));
}

/* One row each; every refused one names its column and reason. */
static const struct {
	const char *row, *reason, *field;
	enum verdict verdict;
} judged[] = {
	{ "Vaasa;Hyvä;;1.9.2018 8.00;", "", "", ROW_ADD },
	{ "Vaasa;;;1.9.2018 8.00;", "required", "title", ROW_REFUSED },
	{ "Vaasa;\u00A0;;1.9.2018 8.00;", "required", "title", ROW_REFUSED },
	{ ";A;;1.9.2018 8.00;", "required", "municipality", ROW_REFUSED },
	{ "Atlantis;A;;1.9.2018 8.00;", "municipality_unknown", "municipality", ROW_REFUSED },
	{ "Jalasjärvi;A;;1.9.2018 8.00;", "municipality_ended", "municipality", ROW_REFUSED },
	{ "Vaasan kaupunki;A;;1.9.2018 8.00;", "municipality_uncertain", "municipality", ROW_HELD },
	{ "Vaasa;A;;31.2.2018;", "date", "received", ROW_REFUSED },
	{ "Vaasa;A\033[2J;;1.9.2018 8.00;", "control", "title", ROW_REFUSED },
	{ "Vaasa;A;a\u202Eb;1.9.2018 8.00;", "bidi", "description", ROW_REFUSED },
	{ "Vaasa\u200B;A;;1.9.2018 8.00;", "invisible", "municipality", ROW_REFUSED },
	{ "Vaasa;A;a\xE4;1.9.2018 8.00;", "utf8", "description", ROW_REFUSED },
	{ "Vaasa;A;;", "columns", "", ROW_REFUSED },
	{ "Vaasa;A;;;;", "columns", "", ROW_REFUSED },
	{ "Vaasa;Hyvä;;1.9.2018 8.00;", "same_row", "", ROW_DUPLICATE },
	{ "Vaasa;HYVÄ;;1.9.2018 8.00;", "probable_duplicate", "title", ROW_HELD },
	{ "Vaasa;Hyvä;Toinen teksti;1.9.2018 8.00;", "new_version", "title", ROW_HELD },
	{ "Turku;Hyvä;;1.9.2018 8.00;", "", "", ROW_ADD },
	{ "Vaasa;\"Loppu", "quote", "", ROW_REFUSED },
};

static void every_row_gets_its_verdict(void **state)
{
	struct fixture *f = *state;
	struct buffer text = { 0 };
	struct import import;

	/* The mark says UTF-8: one bad row is refused, not the file read as something else. */
	buffer_text(&text, "\xEF\xBB\xBF" HEADING);
	for (size_t i = 0; i < LEN(judged); i++)
		buffer_printf(&text, "%s\n", judged[i].row);
	prepare(f, text.text, &import);
	assert_int_equal(LEN(judged), import.n);
	for (size_t i = 0; i < LEN(judged); i++) {
		const struct sifted_row *row = &import.rows[i];

		if (row->verdict != judged[i].verdict ||
			strcmp(row->reason, judged[i].reason) != 0 ||
			strcmp(row->field, judged[i].field) != 0)
			stop_test("row %zu: %d %s %s", i + 1, (int)row->verdict, row->reason,
				row->field);
		assert_int_equal(i + 2, row->row); /* as a spreadsheet numbers it */
		assert_int_equal(i + 2, row->line);
		assert_int_equal(*row->field != '\0', row->column != 0);
	}
	assert_string_equal("905", import.rows[6].candidate);
	assert_string_equal("301", import.rows[5].candidate); /* what it became */
	assert_string_equal("row 3, line 3, column 2 (Title): to be corrected: is missing",
		import_row_text(&f->ctx, &f->arena, &import, &import.rows[1]));
	assert_non_null(strstr(
		import_row_text(&f->ctx, &f->arena, &import, &import.rows[16]), "; compare row 2"));
	assert_non_null(
		strstr(import_row_text(&f->ctx, &f->arena, &import, &import.rows[12]), "(4)"));
	assert_non_null(strstr(import_row_text(&f->ctx, &f->arena, &import, &import.rows[6]),
		"“Vaasan kaupunki”; is it Vaasa (905)?"));
	import_clear(&import);
	buffer_clear(&text);
}

static void too_long_is_refused_and_kept(void **state)
{
	struct fixture *f = *state;
	struct buffer text = { 0 };
	int64_t batch = 0;

	buffer_text(&text, HEADING "Vaasa;Pitkä;");
	for (int i = 0; i < 20000; i++)
		buffer_text(&text, "ä");
	buffer_text(&text, ";;\n");
	assert_ok(commit(f, text.text, true, &batch));
	assert_int_equal(0, problems(f));
	struct import_row row = row_of(f, batch, 2);
	assert_string_equal("too_long", row.reason);
	assert_string_equal("description", row.field);
	assert_int_equal(20000, utf8_length(import_row_cell(&f->arena, &row, "description")));
	buffer_clear(&text);
	assert_verifies(f);
}

static void all_or_nothing(void **state)
{
	struct fixture *f = *state;
	const char *mixed = HEADING "Vaasa;Hyvä;;1.9.2018 8.00;\nAtlantis;Huono;;1.9.2018 8.00;\n";
	int64_t batch = 1, head = log_head(f);

	assert_fails(E_RULE, commit(f, mixed, false, &batch));
	assert_int_equal(0, batch);
	assert_int_equal(0, problems(f));
	assert_int_equal(0, waiting(f, NULL));
	assert_int_equal(head, log_head(f));
	assert_ok(commit(f, mixed, true, &batch));
	assert_int_equal(1, problems(f));
	assert_int_equal(1, waiting(f, "refused"));
	assert_int_equal(head + 1, log_head(f));
	/* Once more adds nothing, and nothing waits twice. */
	assert_ok(commit(f, mixed, true, &batch));
	assert_int_equal(0, batch);
	assert_int_equal(1, problems(f));
	assert_int_equal(1, waiting(f, NULL));
	assert_int_equal(head + 1, log_head(f));
	assert_ok(commit(f, HEADING "Atlantis;Huono;;1.9.2018 8.00;\nTurku;Uusi;;1.9.2018 8.00;\n",
		true, &batch));
	assert_int_equal(2, problems(f));
	assert_int_equal(1, waiting(f, NULL));
	assert_verifies(f);
}

static void late_rows_come_in_marked(void **state)
{
	struct fixture *f = *state;
	int64_t batch = 0;
	struct import import;
	const char *text =
		HEADING "Vaasa;Ajoissa;;31.10.2018 23.59.59;\nVaasa;Myöhässä;;1.11.2018 0.00.00;\n"
			"Vaasa;Kahdesti;;28.10.2018 3.30;\n";

	plan_closing(f, "31.10.2018 23.59");
	prepare(f, text, &import);
	assert_int_equal(3, import.added);
	assert_int_equal(1, import.late);
	import_clear(&import);
	assert_ok(commit(f, text, false, &batch));
	assert_false(problem(f, "P-001").late);
	assert_true(problem(f, "P-002").late);
	assert_true(problem(f, "P-003").received_ambiguous);
	/* Of a file that says nothing about arrivals, now; an empty cell is asked about. */
	assert_ok(commit(f, "Kunta;Otsikko;Kuvaus\nVaasa;Nyt;\n", false, &batch));
	assert_int_equal(fixture_now, problem(f, "P-004").received);
	/* A row that waits keeps the time at which it came, whatever is wrong with it. */
	assert_ok(
		commit(f, HEADING "Atlantis;Väärin;;31.10.2018 12.00;\nVaasa;;;31.10.2018 13.00;\n",
			true, &batch));
	assert_int_equal(at("2018-10-31T12:00"), row_of(f, batch, 2).received);
	assert_int_equal(at("2018-10-31T13:00"), row_of(f, batch, 3).received);
}

static const char held_rows[] =
	HEADING "Vaasan kaupunki;A;Teksti;1.9.2018 8.00;\nVaasa;HYVÄ;;1.9.2018 8.00;\n"
		"Vaasa;Hyvä;Uusi;1.9.2018 8.00;Ympäristö\nAtlantis;B;;2.9.2018 8.00;\n";

static void a_person_decides_on_held_rows(void **state)
{
	struct fixture *f = *state;
	int64_t batch = 0;

	problem_from(f, "Vaasa", "Hyvä");
	assert_ok(commit(f, held_rows, true, &batch));
	assert_int_equal(3, waiting(f, "held"));
	int64_t uncertain = row_of(f, batch, 2).id, twin = row_of(f, batch, 3).id;
	int64_t version = row_of(f, batch, 4).id, refused = row_of(f, batch, 5).id;
	assert_fails(E_RULE, import_decide(&f->ctx, uncertain, "new"));
	assert_fails(E_NOT_FOUND, import_decide(&f->ctx, uncertain, "Atlantis"));
	assert_ok(import_decide(&f->ctx, uncertain, "905"));
	assert_string_equal("A", problem(f, "P-002").title);
	assert_string_equal("Teksti", problem(f, "P-002").body);
	assert_fails(E_RULE, import_decide(&f->ctx, uncertain, "905")); /* dealt with */
	assert_fails(E_RULE, import_decide(&f->ctx, twin, "905"));
	assert_ok(import_decide(&f->ctx, twin, "skip"));
	assert_fails(E_NOT_FOUND, import_decide(&f->ctx, version, "P-999"));
	assert_ok(import_decide(&f->ctx, version, "P-001"));
	assert_string_equal("Uusi", problem(f, "P-001").body);
	assert_int_equal(2, problem(f, "P-001").version);
	assert_fails(E_RULE, import_decide(&f->ctx, refused, "905"));
	assert_fails(E_NOT_FOUND, import_decide(&f->ctx, 99999, "skip"));
	assert_int_equal(1, waiting(f, NULL));
	struct application_input right;
	struct import_row row = row_of(f, batch, 5);
	int64_t id = 0;
	assert_ok(import_row_record(&f->ctx, &f->arena, &row, &right));
	assert_string_equal("B", right.submission.title);
	assert_fails(E_REQUIRED, import_correct(&f->ctx, refused, &right, &id));
	right.submission.municipality_id = municipality_of(f, "Turku");
	right.submission.received = 0; /* when it came stays as it was */
	assert_ok(import_correct(&f->ctx, refused, &right, &id));
	assert_string_equal("P-003", problem(f, "P-003").code);
	assert_int_equal(at("2018-09-02T08:00"), problem(f, "P-003").received);
	assert_fails(E_RULE, import_correct(&f->ctx, refused, &right, &id));
	assert_int_equal(0, waiting(f, NULL));
	assert_int_equal(3, problems(f));
	/* The file once more: every row of it is known by now. */
	assert_ok(commit(f, held_rows, true, &batch));
	assert_int_equal(0, batch);
	assert_verifies(f);
}

static bool is_found(struct fixture *f, const char *words)
{
	struct founds founds;

	assert_ok(lookup(&f->ctx, &f->arena, words, 10, &founds));
	return founds.n > 0;
}

/* Undone as one: what it added is gone, what it replaced is back with all it was. */
static void an_import_is_taken_back(void **state)
{
	struct fixture *f = *state;
	const char *text = HEADING
		"Turku;Ensitulokas;;1.9.2018 8.00;\nVaasa;Hyvä;Uusi kuvaus;1.9.2018 8.00;Ympäristö\nAtlantis;Huono;;1.9.2018 8.00;\n";
	struct submission_input input = { .submission = { .kind = "problem",
						  .title = "Hyvä",
						  .body = "Vanha kuvaus",
						  .lang = "sv",
						  .municipality_id =
							  municipality_of(f, "Vaasa") } };
	struct themes themes;
	struct import_batch info;
	int64_t batch = 0, id = 0;

	assert_ok(theme_list(&f->ctx, &f->arena, &themes));
	input.submission.theme_id = themes.rows[0].id;
	assert_ok(submission_add(&f->ctx, &input, &id));
	struct submission before = problem(f, "P-001");
	assert_ok(commit(f, text, true, &batch));
	assert_ok(import_decide(&f->ctx, row_of(f, batch, 3).id, "P-001"));
	assert_int_equal(themes.rows[1].id, problem(f, "P-001").theme_id);
	assert_true(is_found(f, "ensitulokas"));
	assert_ok(import_undo(&f->ctx, batch));
	assert_int_equal(1, problems(f));
	assert_int_equal(0, waiting(f, NULL));
	struct submission after = problem(f, "P-001");
	assert_string_equal("Vanha kuvaus", after.body);
	assert_string_equal("sv", after.lang);
	assert_int_equal(before.theme_id, after.theme_id);
	assert_int_equal(before.municipality_id, after.municipality_id);
	assert_int_equal(before.received, after.received);
	assert_string_equal(before.fingerprint, after.fingerprint);
	assert_int_equal(1, after.version);
	assert_false(is_found(f, "ensitulokas"));
	assert_true(is_found(f, "vanha kuvaus"));
	assert_fails(E_RULE, import_undo(&f->ctx, batch));
	assert_fails(E_NOT_FOUND, import_undo(&f->ctx, 99999));
	assert_ok(import_batch_get(&f->ctx, &f->arena, batch, &info));
	assert_int_equal(fixture_now, info.undone);
	/* Taken back by mistake: it can come in again. */
	assert_ok(commit(f, text, true, &batch));
	assert_int_equal(2, problems(f));
	assert_int_equal(2, waiting(f, NULL));
	assert_verifies(f);
}

static void work_on_its_rows_stays(void **state)
{
	struct fixture *f = *state;
	int64_t edited = 0, acted = 0, noted = 0, judged_on = 0, note = 0;

	assert_ok(commit(f, HEADING "Turku;A;;1.9.2018 8.00;\n", false, &edited));
	assert_ok(commit(f, HEADING "Turku;B;;1.9.2018 8.00;\n", false, &acted));
	assert_ok(commit(f, HEADING "Turku;C;;1.9.2018 8.00;\n", false, &noted));
	assert_ok(commit(f, HEADING "Atlantis;D;;1.9.2018 8.00;\n", true, &judged_on));
	struct submission_input input = { .submission = problem(f, "P-001") };
	input.submission.case_number = "1/2018";
	assert_ok(submission_update(&f->ctx, &input));
	assert_ok(submission_act(&f->ctx, problem(f, "P-002").id, SUBMISSION_WITHDRAW, ""));
	assert_ok(note_add(
		&f->ctx, &(struct note){ .object = "P-003", .text = "Soitti" }, kinds_name, &note));
	input.submission = (struct submission){
		.kind = "problem", .title = "D", .municipality_id = municipality_of(f, "Turku")
	};
	assert_ok(import_correct(&f->ctx, row_of(f, judged_on, 2).id,
		&(struct application_input){ .submission = input.submission }, &note));
	outside(f->path,
		"INSERT INTO round (id, key, kind, blind, conflict_scope) VALUES "
		"(1, 'r', 'problem', 0, 'submission'); INSERT INTO round_item (round_id, "
		"submission_id, "
		"code, position, applicant_fi, applicant_sv, title, body, lang) "
		"SELECT 1, id, code, 1, '', '', '', '', 'fi' FROM submission WHERE code = 'P-004'");
	assert_fails(E_RULE, import_undo(&f->ctx, edited));
	assert_fails(E_RULE, import_undo(&f->ctx, acted));
	assert_fails(E_RULE, import_undo(&f->ctx, noted));
	assert_fails(E_RULE, import_undo(&f->ctx, judged_on));
	assert_int_equal(4, problems(f));
}

/* Between looking and saving somebody else may have written: it is judged anew. */
static void what_changed_meanwhile_is_seen(void **state)
{
	struct fixture *f = *state;
	struct import import;
	struct context other;
	int64_t batch = 7, id;

	prepare(f, HEADING "Vaasa;Sama;;1.9.2018 8.00;\n", &import);
	fixture_enter(f, "virpi", "office", &other);
	struct submission_input input = { .submission = { .kind = "problem",
						  .title = "Sama",
						  .municipality_id =
							  municipality_of(f, "Vaasa") } };
	assert_ok(submission_add(&other, &input, &id));
	int64_t head = log_head(f);
	assert_ok(import_commit(&f->ctx, &import, false, &batch));
	assert_int_equal(0, import.added);
	assert_int_equal(1, import.duplicates);
	assert_int_equal(0, batch);
	assert_int_equal(head, log_head(f));
	assert_int_equal(1, problems(f));
	import_clear(&import);
	prepare(f, HEADING "Vaasa;Toinen;;1.9.2018 8.00;\n", &import);
	input.submission.title = "TOINEN";
	assert_ok(submission_add(&other, &input, &id));
	assert_fails(E_RULE, import_commit(&f->ctx, &import, false, &batch));
	assert_int_equal(1, import.held);
	assert_int_equal(2, problems(f));
	import_clear(&import);
	context_close(&other);
}

static void importing_is_the_offices(void **state)
{
	static const struct {
		const char *role;
		enum errcode write, read;
	} roles[] = { { "custodian", E_OK, E_OK }, { "juror", E_DENIED, E_DENIED },
		{ "auditor", E_DENIED, E_OK } };
	struct fixture *f = *state;
	struct table_options options = { 0 };
	char path[120];
	int64_t batch = 0;

	assert_ok(commit(f, HEADING "Atlantis;A;;1.9.2018 8.00;\n", true, &batch));
	write_file(f, HEADING "Vaasa;A;;1.9.2018 8.00;\n", path);
	for (size_t i = 0; i < LEN(roles); i++) {
		struct context ctx;
		struct import import = { 0 };
		struct import_batch info;
		struct import_row row;
		struct id_list ids = { 0 };

		fixture_enter(f, roles[i].role, roles[i].role, &ctx);
		assert_fails(
			roles[i].write, import_prepare(&ctx, "problem", path, &options, &import));
		import_clear(&import);
		assert_fails(roles[i].read, import_batches(&ctx, &ids));
		assert_fails(roles[i].read, import_waiting(&ctx, NULL, &ids));
		assert_fails(roles[i].read, import_batch_get(&ctx, &f->arena, batch, &info));
		assert_fails(roles[i].read, import_row_get(&ctx, &f->arena, 1, &row));
		id_list_clear(&ids);
		context_close(&ctx);
	}
}

enum { OTHERS = 5 };

/* Somebody else who saves whenever the import could be interrupted: while it asks what the time is
 * and does not hold the turn. */
static struct {
	struct context ctx;
	char lock[160];
	int saved;
} busy;

static int64_t clock_beside_others(void)
{
	int fd = open(busy.lock, O_RDWR | O_CLOEXEC);
	bool free_now = fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0;

	if (fd >= 0)
		close(fd);
	if (free_now && busy.saved < OTHERS) {
		struct note note = { .object = "091", .who = "", .text = "t" };
		int64_t id;

		busy.saved++;
		assert_ok(note_add(&busy.ctx, &note, kinds_name, &id));
	}
	return fixture_clock();
}

/* It is judged anew only while nobody else can save, so once at most. */
static void others_who_save_do_not_keep_an_import_waiting(void **state)
{
	struct fixture *f = *state;
	struct import import;
	int64_t batch = 0;

	prepare(f, HEADING "Vaasa;Sama;;1.9.2018 8.00;\n", &import);
	fixture_enter(f, "virpi", "office", &busy.ctx);
	snprintf(busy.lock, sizeof(busy.lock), "%s-lock", f->path);
	context_use_clock(&f->ctx, clock_beside_others);
	(void)clock_beside_others();
	assert_int_equal(1, busy.saved); /* so that the judgement does not hold */
	assert_ok(import_commit(&f->ctx, &import, false, &batch));
	assert_int_equal(1, busy.saved);
	assert_true(batch > 0);
	assert_int_equal(1, problems(f));
	import_clear(&import);
	context_use_clock(&f->ctx, fixture_clock);
	context_close(&busy.ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(every_row_gets_its_verdict),
		TEST_FILE(too_long_is_refused_and_kept),
		TEST_FILE(all_or_nothing),
		TEST_FILE(late_rows_come_in_marked),
		TEST_FILE(a_person_decides_on_held_rows),
		TEST_FILE(an_import_is_taken_back),
		TEST_FILE(work_on_its_rows_stays),
		TEST_FILE(what_changed_meanwhile_is_seen),
		TEST_FILE(others_who_save_do_not_keep_an_import_waiting),
		TEST_FILE(importing_is_the_offices),
	};
	return RUN(tests);
}
