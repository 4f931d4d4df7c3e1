/* SPDX-License-Identifier: MIT
 * What happens around the juror whose real session a test drives: making the file, and what office
 * and others do meanwhile. Usage: world_tool make FILE LOGIN [long] | close FILE | excuse FILE
 * LOGIN | disable FILE LOGIN | other FILE | verify FILE */
#define TEST_NAME "world_tool"
#include "tests/unit/jury_world.h"

#include <time.h>
#include <unistd.h>

#include "db/verify.h"
#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/registers/account.h"

/* Ten thousand characters that begin and end with words of their own. */
static const char *long_text(struct arena *arena)
{
	struct buffer text = { 0 };

	buffer_text(&text, "Alkusana. ");
	while (text.length < 9900)
		buffer_printf(&text, "Kohta %zu: kylätalo avataan yhteisellä koodilla.%s",
			text.length, text.length % 7 == 0 ? "\n\n" : " ");
	buffer_text(&text, "Loppusana.");
	const char *copy = arena_text(arena, text.text);
	buffer_clear(&text);
	return copy;
}

static void make(const char *path, const char *login, bool is_long)
{
	void *fixture;
	struct world world;
	struct db *copy;
	char part[300];

	assert_int_equal(fixture_setup(&fixture), 0);
	struct fixture *f = fixture;
	fixture_now = time(NULL);
	world_make_for(&world, f, login, is_long ? long_text(&f->arena) : NULL);
	snprintf(part, sizeof(part), "%s/part.db", f->directory);
	assert_ok(db_backup(f->ctx.db, part, NULL, NULL));
	assert_ok(db_open(part, &copy));
	assert_ok(db_restore(copy, path));
	db_close(copy);
	fixture_teardown(&fixture);
}

static int64_t round_named(struct context *ctx, const char *key)
{
	int64_t id;

	assert_ok(round_find(ctx, key, &id));
	return id;
}

static void close_rounds(struct context *ctx)
{
	assert_ok(round_move(ctx, round_named(ctx, "problems"), ROUND_CLOSE, "Aika loppui"));
	assert_ok(round_move(ctx, round_named(ctx, "solutions-C-1"), ROUND_CLOSE, "Aika loppui"));
}

static void disable(struct context *ctx, const char *login)
{
	struct arena arena = { 0 };
	struct account account;

	assert_ok(account_find(ctx, &arena, login, &account));
	account.state = "disabled";
	assert_ok(account_update(ctx, &account));
	arena_clear(&arena);
}

/* Another juror declares, reviews and submits. */
static void other(const char *path)
{
	struct context ctx;
	struct arena arena = { 0 };
	struct juror_items items;
	struct juror_round_list rounds;
	int64_t scores[3] = { 3000, 4000, 5000 };
	struct review_input input = { scores, 3, "Muiden huomio", "" };

	assert_ok(context_open(path, &ctx));
	assert_ok(context_enter(&ctx, "j2", "SHA256:other"));
	assert_ok(juror_rounds(&ctx, &arena, &rounds));
	for (size_t i = 0; i < rounds.n; i++) {
		if (rounds.rows[i].declared == 0)
			assert_ok(juror_declare(&ctx, rounds.rows[i].id, NULL, 0));
		assert_ok(juror_items(&ctx, &arena, rounds.rows[i].id, &items));
		for (size_t k = 0; k < items.n; k++) {
			struct juror_version version = items.rows[k].version;

			if (items.rows[k].state == JUROR_SUBMITTED)
				assert_ok(juror_take_back(&ctx, items.rows[k].paper.id, &version));
			assert_ok(juror_submit(&ctx, items.rows[k].paper.id, &input, &version));
		}
	}
	context_close(&ctx);
	arena_clear(&arena);
}

static int verify(const char *path)
{
	struct db *db;
	struct verdict verdict;

	assert_ok(db_open(path, &db));
	assert_ok(verify_file(db, 0, "", &verdict));
	db_close(db);
	if (!verdict.good)
		fprintf(stderr, "%s: %s %lld\n", verdict.fault, verdict.table,
			(long long)verdict.row);
	return verdict.good ? 0 : 1;
}

static int as_office(int argc, char **argv)
{
	struct context ctx;

	assert_ok(context_open(argv[2], &ctx));
	assert_ok(context_enter(&ctx, "office", "uid 1000"));
	if (strcmp(argv[1], "close") == 0)
		close_rounds(&ctx);
	else if (strcmp(argv[1], "excuse") == 0 && argc > 3)
		assert_ok(round_excuse(
			&ctx, round_named(&ctx, "solutions-C-1"), argv[3], "Sairastui"));
	else if (strcmp(argv[1], "disable") == 0 && argc > 3)
		disable(&ctx, argv[3]);
	context_close(&ctx);
	return 0;
}

int main(int argc, char **argv)
{
	i18n_start();
	daytime_start();
	if (argc < 3)
		return 2;
	if (strcmp(argv[1], "make") == 0 && argc > 3)
		return make(argv[2], argv[3], argc > 4), 0;
	if (strcmp(argv[1], "other") == 0)
		return other(argv[2]), 0;
	if (strcmp(argv[1], "verify") == 0)
		return verify(argv[2]);
	return as_office(argc, argv);
}
