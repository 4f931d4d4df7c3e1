/* SPDX-License-Identifier: MIT
 * The juror's own side: every act on what is theirs, another's, another challenge's, recused and
 * not there, in a round that is open, closed and decided on; and what each act does. */
#define TEST_NAME "juror"
#include "tests/unit/jury_world.h"

#include <sys/stat.h>
#include <unistd.h>

#include "db/verify.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/decision.h"
#include "src/judging/reasons.h"

/* One world for all cells of the table: each runs on a copy of the file in its state. */
static struct world world;
static struct fixture *base;
static char copies[3][200]; /* open, closed, decided */

/* Assignments the cells act on. */
enum object { OWN, OTHERS, ELSEWHERE, RECUSED, NONE, OBJECTS };
static const char *const object_names[OBJECTS] = { "own", "another's", "another challenge's",
	"recused", "none" };
static int64_t drafted[OBJECTS], submitted[OBJECTS], rounds[OBJECTS];

static void enter(struct context *ctx, const char *path, const char *login)
{
	assert_ok(context_open(path, ctx));
	context_use_clock(ctx, fixture_clock);
	assert_ok(context_enter(ctx, login, "SHA256:test"));
}

static const int64_t full[3] = { 8000, 4000, 7000 };

static struct review_input input_of(const int64_t *scores)
{
	return (struct review_input){ scores, 3, "Huomio äöå", "Palaute" };
}

static void keep_copy(const char *name, char path[200])
{
	snprintf(path, 200, "%s/%s.db", base->directory, name);
	assert_ok(db_backup(world.ctx->db, path, NULL, NULL));
}

/* A draft of P-001, a submitted P-003, both complete; recused from P-002 (drafted) and P-004
 * (submitted). */
static void work_as(const char *login)
{
	struct review_input input = input_of(full);
	struct juror_version version;
	struct context ctx;

	enter(&ctx, base->path, login);
	assert_ok(juror_declare(&ctx, world.problems, NULL, 0));
	static const char *const codes[] = { "P-001", "P-002", "P-003", "P-004" };
	for (size_t i = 0; i < LEN(codes); i++) {
		int64_t id = world_assignment(&world, world.problems, login, codes[i]);

		version = (struct juror_version){ 0 };
		assert_ok(juror_save(&ctx, id, &input, NULL, &version));
		if (i >= 2)
			assert_ok(juror_submit(&ctx, id, &input, &version));
		if (i % 2 == 1)
			assert_ok(juror_recuse(&ctx, id, 4, "Olin siellä töissä"));
	}
	context_close(&ctx);
}

/* j1 does not sit here. */
static int64_t add_elsewhere(void)
{
	struct round round = {
		.key = "elsewhere", .kind = "problem", .select_min = -1, .select_max = -1
	};
	struct criterion c = { .key = "impact",
		.weight = 1000,
		.high = 10000,
		.step = 1000,
		.name_fi = "Vaikuttavuus",
		.name_sv = "Effekt" };
	int64_t id;

	assert_ok(round_add(world.ctx, &round, &id));
	assert_ok(round_set_criterion(world.ctx, id, &c, NULL));
	assert_ok(round_seat(world.ctx, id, "j2", true, false));
	assert_ok(round_move(world.ctx, id, ROUND_OPEN, "Testissä heti"));
	return id;
}

static void fill_objects(int64_t elsewhere)
{
	drafted[OWN] = world_assignment(&world, world.problems, "j1", "P-001");
	submitted[OWN] = world_assignment(&world, world.problems, "j1", "P-003");
	drafted[OTHERS] = world_assignment(&world, world.problems, "j2", "P-001");
	submitted[OTHERS] = world_assignment(&world, world.problems, "j2", "P-003");
	drafted[ELSEWHERE] = submitted[ELSEWHERE] =
		world_assignment(&world, elsewhere, "j2", "P-001");
	drafted[RECUSED] = world_assignment(&world, world.problems, "j1", "P-002");
	submitted[RECUSED] = world_assignment(&world, world.problems, "j1", "P-004");
	drafted[NONE] = submitted[NONE] = 999999;
	rounds[OWN] = rounds[OTHERS] = rounds[RECUSED] = world.problems;
	rounds[ELSEWHERE] = elsewhere;
	rounds[NONE] = 999999;
}

static void decide(void)
{
	struct decision decision = {
		.round_id = world.problems, .lang = "fi", .place = "Helsinki", .form = "room"
	};
	struct decision_item rest = { .outcome = "not_selected",
		.reason_fi = "Ei nyt",
		.reason_sv = "Inte nu",
		.reason_en = "Not now",
		.deviation_reason = "Ei nyt" };
	struct same_reasons same;
	struct arena arena = { 0 };
	int64_t id;

	assert_ok(decision_add(world.ctx, &decision, &id));
	assert_ok(decision_set_rest(world.ctx, id, &rest));
	assert_ok(reasons_same(world.ctx, &arena, id, &same));
	assert_ok(reasons_confirm_same(world.ctx, id, same.entrants));
	assert_ok(decision_sign(world.ctx, id, "Ei mitään valittu"));
	arena_clear(&arena);
}

static int make_world(void **state)
{
	void *fixture;

	(void)state;
	assert_int_equal(fixture_setup(&fixture), 0);
	base = fixture;
	world_make(&world, base);
	int64_t elsewhere = add_elsewhere();
	work_as("j1");
	work_as("j2");
	fill_objects(elsewhere);
	keep_copy("open", copies[0]);
	assert_ok(round_move(world.ctx, world.problems, ROUND_CLOSE, "Aika loppui"));
	assert_ok(round_move(world.ctx, elsewhere, ROUND_CLOSE, "Aika loppui"));
	keep_copy("closed", copies[1]);
	decide();
	keep_copy("decided", copies[2]);
	return 0;
}

static int drop_world(void **state)
{
	void *fixture = base;

	(void)state;
	return fixture_teardown(&fixture);
}

/* The acts, each on an assignment or on a round. */
static struct error act_read(struct context *ctx, int64_t id)
{
	struct criteria criteria;
	struct juror_item item;

	return juror_item(ctx, &base->arena, id, &criteria, &item);
}

static struct juror_version version_of(struct context *ctx, int64_t id)
{
	struct criteria criteria;
	struct juror_item item = { 0 };

	return juror_item(ctx, &base->arena, id, &criteria, &item).code == E_OK ?
		       item.version :
		       (struct juror_version){ 0 };
}

static struct error act_save(struct context *ctx, int64_t id)
{
	static const int64_t partly[3] = { 1000, -1, 2000 };
	struct review_input input = input_of(partly);
	struct juror_version version = version_of(ctx, id);

	return juror_save(ctx, id, &input, NULL, &version);
}

static struct error act_submit(struct context *ctx, int64_t id)
{
	struct review_input input = input_of(full);
	struct juror_version version = version_of(ctx, id);

	return juror_submit(ctx, id, &input, &version);
}

static struct error act_take_back(struct context *ctx, int64_t id)
{
	struct juror_version version = version_of(ctx, id);

	return juror_take_back(ctx, id, &version);
}

static struct error act_recuse(struct context *ctx, int64_t id)
{
	return juror_recuse(ctx, id, 1, "");
}

static struct error act_recognize(struct context *ctx, int64_t id)
{
	return juror_recognize(ctx, id, "Tunnistin");
}

static struct error act_round(struct context *ctx, int64_t id)
{
	struct juror_round round;

	return juror_round(ctx, &base->arena, id, &round);
}

static struct error act_items(struct context *ctx, int64_t id)
{
	struct juror_items items;

	return juror_items(ctx, &base->arena, id, &items);
}

static struct error act_applicants(struct context *ctx, int64_t id)
{
	struct juror_applicants applicants;

	return juror_applicants(ctx, &base->arena, id, &applicants);
}

static struct error act_declare(struct context *ctx, int64_t id)
{
	return juror_declare(ctx, id, NULL, 0);
}

static struct error act_submit_all(struct context *ctx, int64_t id)
{
	size_t n;

	return juror_submit_all(ctx, id, &n);
}

enum { OPEN_STATE, CLOSED_STATE, DECIDED_STATE };

/* What a cell expects: "" is success, "-" is "no such submission" or "no such round"; else part of
 * the sentence of the refusal. In the order own, another's, elsewhere, recused, none. */
struct row {
	const char *name;
	struct error (*act)(struct context *ctx, int64_t id);
	const int64_t *objects;
	const char *open[OBJECTS], *over[OBJECTS];
};

#define CLOSED "The round is closed"
#define BARRED "bars you from this submission"
#define DECLARED "You have declared already"

static const struct row rows[] = {
	{ "read", act_read, drafted, { "", "-", "-", "", "-" }, { "", "-", "-", "", "-" } },
	{ "save", act_save, drafted, { "", "-", "-", BARRED, "-" },
		{ CLOSED, "-", "-", CLOSED, "-" } },
	{ "save over a submitted one", act_save, submitted,
		{ "has been submitted", "-", "-", BARRED, "-" },
		{ CLOSED, "-", "-", CLOSED, "-" } },
	{ "submit", act_submit, drafted, { "", "-", "-", BARRED, "-" },
		{ CLOSED, "-", "-", CLOSED, "-" } },
	{ "submit again", act_submit, submitted, { "has been submitted", "-", "-", BARRED, "-" },
		{ CLOSED, "-", "-", CLOSED, "-" } },
	{ "take back", act_take_back, submitted, { "", "-", "-", BARRED, "-" },
		{ CLOSED, "-", "-", CLOSED, "-" } },
	{ "take back a draft", act_take_back, drafted,
		{ "no submitted review", "-", "-", BARRED, "-" },
		{ CLOSED, "-", "-", CLOSED, "-" } },
	{ "recuse", act_recuse, drafted, { "", "-", "-", BARRED, "-" },
		{ CLOSED, "-", "-", CLOSED, "-" } },
	{ "return", juror_return, drafted, { "Nothing bars you", "-", "-", "", "-" },
		{ CLOSED, "-", "-", CLOSED, "-" } },
	{ "recognize", act_recognize, drafted, { "Names are known", "-", "-", BARRED, "-" },
		{ CLOSED, "-", "-", CLOSED, "-" } },
	{ "unrecognize", juror_unrecognize, drafted, { "not noted", "-", "-", BARRED, "-" },
		{ CLOSED, "-", "-", CLOSED, "-" } },
	{ "see the round", act_round, rounds, { "", "", "-", "", "-" }, { "", "", "-", "", "-" } },
	{ "list", act_items, rounds, { "", "", "-", "", "-" }, { "", "", "-", "", "-" } },
	{ "applicants", act_applicants, rounds, { DECLARED, DECLARED, "-", DECLARED, "-" },
		{ DECLARED, DECLARED, "-", DECLARED, "-" } },
	{ "declare", act_declare, rounds, { DECLARED, DECLARED, "-", DECLARED, "-" },
		{ DECLARED, DECLARED, "-", DECLARED, "-" } },
	{ "undeclare", juror_undeclare, rounds,
		{ "You have seen the submissions", "You have seen the submissions", "-",
			"You have seen the submissions", "-" },
		{ CLOSED, CLOSED, "-", CLOSED, "-" } },
	{ "submit all", act_submit_all, rounds, { "", "", "-", "", "-" },
		{ CLOSED, CLOSED, "-", CLOSED, "-" } },
	{ "return to the round", juror_return_whole, rounds,
		{ "Nothing bars you from this round", "Nothing bars you from this round", "-",
			"Nothing bars you from this round", "-" },
		{ CLOSED, CLOSED, "-", CLOSED, "-" } },
};

static void copy_file(const char *from, const char *to)
{
	static char bytes[1 << 16];
	FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
	size_t n;

	assert_true(in != NULL && out != NULL);
	assert_int_equal(fchmod(fileno(out), 0600), 0);
	while ((n = fread(bytes, 1, sizeof(bytes), in)) > 0)
		assert_int_equal(fwrite(bytes, 1, n, out), n);
	fclose(in);
	fclose(out);
}

static bool as_expected(struct error e, const char *wanted)
{
	if (*wanted == '\0')
		return e.code == E_OK;
	if (strcmp(wanted, "-") == 0)
		return e.code == E_NOT_FOUND;
	return e.code == E_RULE && e.field != NULL && strstr(e.field, wanted) != NULL;
}

/* The words a juror reads; what is not theirs must read as what is not there. */
static void check_words(const struct row *row, struct error e, const char *none_words[3])
{
	static const char *const langs[] = { "fi", "sv", "en" };
	char words[400];

	for (size_t l = 0; l < LEN(langs); l++) {
		i18n_use(langs[l]);
		text_error(e, words, sizeof(words));
		if (none_words[l] == NULL)
			none_words[l] = arena_text(&base->arena, words);
		else if (strcmp(none_words[l], words) != 0)
			stop_test("%s: \"%s\" is not \"%s\"", row->name, words, none_words[l]);
	}
	i18n_use("en");
}

static void check_cell(
	const struct row *row, int state, enum object object, const char *none_words[3])
{
	const char *wanted = state == OPEN_STATE ? row->open[object] : row->over[object];
	char path[120];
	struct context ctx;

	snprintf(path, sizeof(path), "%s/cell.db", base->directory);
	copy_file(copies[state], path);
	enter(&ctx, path, "j1");
	struct error e = row->act(&ctx, row->objects[object]);
	if (!as_expected(e, wanted))
		stop_test("%s, %s, state %d: wanted \"%s\", got %d (%s)", row->name,
			object_names[object], state, wanted, (int)e.code,
			e.field == NULL ? "" : e.field);
	if (strcmp(wanted, "-") == 0)
		check_words(row, e, none_words);
	context_close(&ctx);
	unlink(path);
}

static void every_cell(void **state)
{
	size_t cells = 0;

	(void)state;
	for (size_t r = 0; r < LEN(rows); r++)
		for (int s = OPEN_STATE; s <= DECIDED_STATE; s++) {
			const char *none_words[3] = { 0 };

			for (int o = 0; o < OBJECTS; o++) {
				check_cell(&rows[r], s, (enum object)o, none_words);
				cells++;
			}
		}
	assert_int_equal(cells, LEN(rows) * 3 * OBJECTS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_cell, make_world, drop_world),
	};
	return RUN(tests);
}
