/* SPDX-License-Identifier: MIT */
#include "tests/unit/fixture.h"

#include <dirent.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db/verify.h"
#include "src/base/daytime.h"
#include "src/base/documents.h"
#include "src/base/i18n.h"
#include "src/phases/submission.h"
#include "src/registers/account.h"

int64_t fixture_now;

int64_t fixture_clock(void)
{
	return fixture_now;
}

static void open_as_office(struct fixture *f)
{
	assert_ok(context_open(f->path, &f->ctx));
	context_use_clock(&f->ctx, fixture_clock);
	assert_ok(context_enter(&f->ctx, "office", "uid 1000"));
}

void fixture_languages(void)
{
	i18n_start();
	i18n_catalogs(getenv("KLASH_CATALOGS"), "");
	documents_at(getenv("KLASH_DOCUMENTS"));
	i18n_use("en");
	daytime_start();
}

static void make_competition(const char *path)
{
	struct setup setup = { .name_fi = "Klash 2018–2020",
		.name_sv = "Klash 2018–2020",
		.login = "office",
		.person = "Olli Esimerkki",
		.lang = "fi" };

	assert_ok(competition_make(path, &setup, NULL, NULL));
}

/* The registers take a while to fill: every test after a program's first gets a copy of its file.
 */
static void copy_competition(const char *path)
{
	static struct buffer first;
	char block[1 << 16];
	FILE *file;

	if (first.length > 0) {
		file = fopen(path, "w");
		assert_non_null(file);
		assert_int_equal(first.length, fwrite(first.text, 1, first.length, file));
		assert_int_equal(0, fclose(file));
		assert_int_equal(0, chmod(path, 0600));
		return;
	}
	make_competition(path);
	file = fopen(path, "r");
	assert_non_null(file);
	for (size_t n; (n = fread(block, 1, sizeof(block), file)) > 0;)
		buffer_add(&first, block, n);
	assert_int_equal(0, fclose(file));
}

int fixture_setup(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));

	fixture_languages();
	fixture_now = at("2018-10-01T12:00:00");
	snprintf(f->directory, sizeof(f->directory), "/tmp/klash-test-XXXXXX");
	assert_non_null(mkdtemp(f->directory));
	snprintf(f->path, sizeof(f->path), "%s/k.db", f->directory);
	copy_competition(f->path);
	open_as_office(f);
	*state = f;
	return 0;
}

static void remove_directory(const char *path)
{
	DIR *directory = opendir(path);
	char name[512];

	for (struct dirent *entry; directory != NULL && (entry = readdir(directory)) != NULL;) {
		snprintf(name, sizeof(name), "%s/%s", path, entry->d_name);
		if (entry->d_name[0] != '.')
			unlink(name);
	}
	closedir(directory);
	rmdir(path);
}

int fixture_teardown(void **state)
{
	struct fixture *f = *state;

	context_close(&f->ctx);
	arena_clear(&f->arena);
	remove_directory(f->directory);
	free(f);
	return 0;
}

void fixture_enter(struct fixture *f, const char *login, const char *role, struct context *ctx)
{
	struct new_account account = { login, login, "", role, "fi" };
	int64_t id;

	assert_ok(account_add(&f->ctx, &account, &id));
	assert_ok(context_open(f->path, ctx));
	context_use_clock(ctx, fixture_clock);
	assert_ok(context_enter(ctx, login, "uid 1001"));
}

void fixture_reopen(struct fixture *f)
{
	context_close(&f->ctx);
	open_as_office(f);
}

int64_t municipality_of(struct fixture *f, const char *name)
{
	int64_t id = 0;

	assert_ok(municipality_find(&f->ctx, name, &id));
	return id;
}

int64_t problem_from(struct fixture *f, const char *municipality, const char *title)
{
	struct submission_input input = { .submission = { .kind = "problem",
						  .title = title,
						  .municipality_id =
							  municipality_of(f, municipality) } };
	int64_t id = 0;

	assert_ok(submission_add(&f->ctx, &input, &id));
	return id;
}

void assert_verifies(struct fixture *f)
{
	struct verdict verdict;

	assert_ok(verify_file(f->ctx.db, 0, "", &verdict));
	if (!verdict.good)
		stop_test("%s: table %s, row %lld", verdict.fault, verdict.table,
			(long long)verdict.row);
}

int64_t at(const char *text)
{
	struct moment moment;

	assert_ok(moment_parse(text, EDGE_START, &moment));
	return moment.time;
}

static sqlite3 *open_outside(const char *path)
{
	sqlite3 *sqlite;

	assert_int_equal(sqlite3_open(path, &sqlite), SQLITE_OK);
	sqlite3_busy_timeout(sqlite, 2000);
	return sqlite;
}

char *outside_refusal(const char *path, const char *sql)
{
	sqlite3 *sqlite = open_outside(path);
	char *message = NULL, *kept = NULL;

	if (sqlite3_exec(sqlite, sql, NULL, NULL, &message) != SQLITE_OK)
		kept = strdup(message);
	sqlite3_free(message);
	sqlite3_close(sqlite);
	return kept;
}

void outside(const char *path, const char *sql)
{
	char *message = outside_refusal(path, sql);

	if (message != NULL)
		stop_test("%s: %s", sql, message);
}

int64_t outside_number(const char *path, const char *sql)
{
	sqlite3 *sqlite = open_outside(path);
	sqlite3_stmt *statement;

	assert_int_equal(sqlite3_prepare_v2(sqlite, sql, -1, &statement, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
	int64_t number = sqlite3_column_int64(statement, 0);
	sqlite3_finalize(statement);
	sqlite3_close(sqlite);
	return number;
}

void check_refusal(struct error e, enum errcode code, const char *words, const char *file, int line)
{
	const char *field = e.field == NULL ? "" : e.field;
	bool whole = code != E_RULE && code != E_REASON;

	if (e.code == code && (whole ? strcmp(field, words) == 0 : strstr(field, words) != NULL))
		return;
	print_error("wanted: refusal %d (%s); got %d (%s)\n", (int)code, words, (int)e.code, field);
	_fail(file, line);
}
