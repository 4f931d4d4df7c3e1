/* SPDX-License-Identifier: MIT
 * Paired worlds: two competitions that differ in one secret only, and the same juror pressing the
 * same keys in both. Every byte that reaches the terminal, and every refusal, must be the same.
 * PAIRS (60; 20 under sanitizers, which make each several times as slow) and SEED make it longer
 * or another. */
#define TEST_NAME "worlds"
#include "tests/unit/jury_world.h"

#include <curses.h>
#include <sys/stat.h>
#include <unistd.h>

#include "src/base/dice.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/document.h"
#include "src/documents/score_sheet.h"
#include "src/documents/writer.h"
#include "src/judging/review.h"
#include "src/phases/note.h"
#include "src/phases/submission.h"
#include "src/phases/team.h"
#include "src/registers/account.h"
#include "src/registers/person.h"
#include "ui/jury/jury.h"

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif

#ifdef SANITIZED
enum { PAIRS = 20 };
#else
enum { PAIRS = 60 };
#endif

enum { KEYS = 90, ROWS = 24, COLUMNS = 80, WITHIN_A_KEY_MS = 100 };

static struct world world;
static struct fixture *base;
static uint64_t dice;

static size_t roll(size_t sides)
{
	return (size_t)(dice_roll(&dice) % sides);
}

static void office_enter(const char *path, struct context *ctx)
{
	assert_ok(context_open(path, ctx));
	context_use_clock(ctx, fixture_clock);
	assert_ok(context_enter(ctx, "office", "uid 1000"));
}

static void juror_enter(const char *path, const char *login, struct context *ctx)
{
	assert_ok(context_open(path, ctx));
	context_use_clock(ctx, fixture_clock);
	assert_ok(context_enter(ctx, login, "SHA256:test"));
}

/* Secrets: what somebody else did. Each may be done before the session or while it runs. */
static void other_reviews(const char *path, bool submits, bool all)
{
	struct context ctx;
	struct juror_items items;
	struct arena arena = { 0 };
	int64_t scores[3] = { (int64_t)roll(11) * 1000, (int64_t)roll(11) * 1000,
		(int64_t)roll(11) * 1000 };
	struct review_input input = { scores, 3, "Muiden huomio", "Muiden palaute" };

	juror_enter(path, "j2", &ctx);
	assert_ok(juror_items(&ctx, &arena, world.solutions, &items));
	for (size_t i = 0; i < items.n; i++) {
		struct juror_version version = items.rows[i].version;

		if (items.rows[i].state != JUROR_NONE && items.rows[i].state != JUROR_DRAFT)
			continue;
		if (submits)
			assert_ok(juror_submit(&ctx, items.rows[i].paper.id, &input, &version));
		else
			assert_ok(juror_save(&ctx, items.rows[i].paper.id, &input, NULL, &version));
		if (!all)
			break;
	}
	context_close(&ctx);
	arena_clear(&arena);
}

static void secret_scores(const char *path)
{
	other_reviews(path, true, false);
}

static void secret_drafts(const char *path)
{
	other_reviews(path, false, false);
}

static void secret_finished(const char *path)
{
	other_reviews(path, true, true);
}

static void secret_conflict(const char *path)
{
	struct context ctx;
	struct juror_applicants applicants;
	struct arena arena = { 0 };

	juror_enter(path, "j3", &ctx);
	assert_ok(juror_applicants(&ctx, &arena, world.solutions, &applicants));
	struct juror_interest interest = { &applicants.rows[roll(applicants.n)],
		1 + (int64_t)roll(7), "Syy" };
	assert_ok(juror_declare(&ctx, world.solutions, &interest, 1));
	context_close(&ctx);
	arena_clear(&arena);
}

static void secret_recognition(const char *path)
{
	struct context ctx;
	struct juror_items items;
	struct arena arena = { 0 };

	juror_enter(path, "j2", &ctx);
	assert_ok(juror_items(&ctx, &arena, world.solutions, &items));
	assert_ok(juror_recognize(&ctx, items.rows[roll(items.n)].paper.id, "Tunnistin"));
	context_close(&ctx);
	arena_clear(&arena);
}

static void secret_team(const char *path)
{
	struct context ctx;
	struct arena arena = { 0 };
	struct team team;
	int64_t id;

	office_enter(path, &ctx);
	assert_ok(team_find(&ctx, world_teams[roll(WORLD_SUBMISSIONS)], &id));
	assert_ok(team_get(&ctx, &arena, id, &team));
	team.name = arena_printf(&arena, "Aivan toinen nimi %zu", roll(1000));
	assert_ok(team_update(&ctx, &team));
	context_close(&ctx);
	arena_clear(&arena);
}

static void secret_member(const char *path)
{
	struct context ctx;
	struct member_input member = { .name = "Uusi Keksitty", .email = "" };
	int64_t id;

	office_enter(path, &ctx);
	assert_ok(team_find(&ctx, world_teams[roll(WORLD_SUBMISSIONS)], &id));
	assert_ok(team_member_add(&ctx, id, &member, 0, "Vahvistus"));
	context_close(&ctx);
}

static void secret_excused(const char *path)
{
	struct context ctx;

	office_enter(path, &ctx);
	assert_ok(round_excuse(&ctx, world.solutions, "j2", "Sairastui"));
	context_close(&ctx);
}

/* About the very juror: it bars nobody, and only the panel decides on it. */
static void secret_doubt(const char *path)
{
	struct context ctx;
	struct submission solution;
	struct arena arena = { 0 };
	struct id_list ids = { 0 };

	office_enter(path, &ctx);
	assert_ok(round_submissions(&ctx, world.solutions, &ids));
	assert_ok(submission_get(&ctx, &arena, ids.ids[roll(ids.n)], &solution));
	struct recorded_conflict doubt = { .doubtful = true,
		.source = "Puhelin",
		.conflict = { .submission_id = solution.id,
			.ground = 1 + (int64_t)roll(7),
			.reason = "Kuultu toiselta" } };
	assert_ok(conflict_add(&ctx, world.solutions, "j1", &doubt));
	context_close(&ctx);
	id_list_clear(&ids);
	arena_clear(&arena);
}

static void secret_account(const char *path)
{
	struct context ctx;
	struct new_account account = { "j7", "Uusi Jäsen", "", "juror", "sv" };
	int64_t id;

	office_enter(path, &ctx);
	assert_ok(account_add(&ctx, &account, &id));
	context_close(&ctx);
}

/* The pack was fixed at the release: what comes later is not for the jury. */
static void secret_attachment(const char *path)
{
	struct context ctx;
	int64_t id;

	office_enter(path, &ctx);
	assert_ok(submission_find(&ctx, "solution", "S-001", &id));
	world_attach(&ctx, base, id, "Esimerkkitiimi myöhässä.txt", "Myöhässä");
	context_close(&ctx);
}

static const struct {
	const char *name;
	void (*does)(const char *path);
} secrets[] = {
	{ "another's score", secret_scores },
	{ "another's draft", secret_drafts },
	{ "how many have finished", secret_finished },
	{ "another's conflict", secret_conflict },
	{ "another's recognition", secret_recognition },
	{ "a team's name", secret_team },
	{ "a team's member", secret_member },
	{ "another excused", secret_excused },
	{ "a doubt about the juror", secret_doubt },
	{ "a new account", secret_account },
	{ "a late attachment", secret_attachment },
};

/* One session: keys by number, the same in both worlds. */
struct session {
	char path[120], bytes[120];
	const int *keys;
	size_t at, secret_at; /* secret_at: before which key it happens; KEYS + 1: never */
	size_t secret;
	uint64_t secret_dice;
};

static int read_key(void *arg, int timeout_ms)
{
	struct session *s = arg;

	if (timeout_ms <= WITHIN_A_KEY_MS)
		return -1;
	if (s->at == s->secret_at) {
		uint64_t kept = dice;

		dice = s->secret_dice;
		secrets[s->secret].does(s->path);
		dice = kept;
		s->secret_at = KEYS + 1;
	}
	return s->at < KEYS ? s->keys[s->at++] : -2;
}

/* Keys that lead somewhere: scoring, typing, reading, submitting, searching, help, pauses. */
static void choose_keys(int keys[KEYS])
{
	static const int common[] = { '\r', '\r', '\r', KEY_DOWN, KEY_DOWN, KEY_UP, '8', '1', '0',
		'4', 'k', 'p', 'a', 'e', 0xC3, 0xA4, ' ', 27, 27, 'v', 'n', 'b', 'o', 't', 'A', '/',
		'K', 'i', '?', 'w', 'e', -1, -1, -1, KEY_NPAGE, '\t', 'l', CTRL_KEY('S'),
		KEY_BACKSPACE, KEY_HOME, CTRL_KEY('Z') };

	for (size_t i = 0; i < KEYS; i++) {
		keys[i] = common[roll(LEN(common))];
		if (keys[i] == 0xC3 && i + 1 < KEYS)
			keys[++i] = 0xA4;
		else if (keys[i] == 0xA4 || keys[i] == 0xC3)
			keys[i] = -1;
	}
}

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

static void remove_file(const char *path)
{
	static const char *const endings[] = { "", "-wal", "-shm", "-lock" };
	char name[140];

	for (size_t i = 0; i < LEN(endings); i++) {
		snprintf(name, sizeof(name), "%s%s", path, endings[i]);
		unlink(name);
	}
}

static void run_session(struct session *s)
{
	struct context ctx;

	juror_enter(s->path, "j1", &ctx);
	struct ui ui = { .ctx = &ctx, .places = &jury_places };
	i18n_use("fi");
	assert_int_equal(term_start_hidden(fopen(s->bytes, "w+"), "xterm-256color", ROWS, COLUMNS,
				 read_key, s),
		TERM_GOOD);
	ui_main(&ui);
	term_end();
	i18n_use("en");
	context_close(&ctx);
}

static char *read_bytes(const char *path, size_t *n)
{
	FILE *in = fopen(path, "rb");
	struct buffer bytes = { 0 };
	char part[4096];
	size_t got;

	assert_non_null(in);
	buffer_text(&bytes, "");
	while ((got = fread(part, 1, sizeof(part), in)) > 0)
		buffer_add(&bytes, part, got);
	fclose(in);
	*n = bytes.length;
	return bytes.text;
}

/* Refusals by the core for what is not the juror's: the words, over ids of others and of nothing.
 */
static char *refusals(const char *path)
{
	struct context ctx;
	struct buffer text = { 0 };
	int64_t scores[3] = { 1000, 1000, 1000 };
	struct review_input input = { scores, 3, "", "" };

	juror_enter(path, "j1", &ctx);
	for (int64_t id = 1; id < 60; id++) {
		struct juror_version version = { 0 };
		struct juror_items items;
		struct arena arena = { 0 };
		char words[300];

		text_error(juror_save(&ctx, id, &input, NULL, &version), words, sizeof(words));
		buffer_printf(&text, "%s\n", words);
		text_error(juror_recuse(&ctx, id + 1000, 1, ""), words, sizeof(words));
		buffer_printf(&text, "%s\n", words);
		text_error(juror_items(&ctx, &arena, id, &items), words, sizeof(words));
		buffer_printf(&text, "%s %zu\n", words, items.n);
		arena_clear(&arena);
	}
	context_close(&ctx);
	return text.text;
}

static struct error make_sheet(struct context *ctx, struct arena *arena, bool blind, bool csv,
	struct buffer *out, const char **text)
{
	struct documents sheets = { 0 };
	const struct document_ask ask = { .id = blind ? world.solutions : world.problems,
		.who = "j1" };

	if (csv)
		return score_sheet_csv(ctx, arena, ask.id, ask.who, text);
	TRY(score_sheet_kind.make(ctx, arena, &ask, &sheets));
	document_write_text(&sheets, out);
	document_write_html(&sheets, out);
	*text = out->text;
	return ok();
}

/* The sheets that the office would print for this juror: in the blind round by code, in the other
 * by names. */
static char *sheets(const char *path)
{
	struct context ctx;
	struct arena arena = { 0 };
	struct buffer text = { 0 };

	office_enter(path, &ctx);
	for (int i = 0; i < 4; i++) {
		struct buffer out = { 0 };
		const char *sheet = "", *words;
		struct error e = make_sheet(&ctx, &arena, i < 2, i % 2 == 1, &out, &sheet);

		words = e.code == E_OK ? sheet : e.field;
		assert_true(e.code == E_OK || e.code == E_RULE);
		buffer_printf(&text, "%s\n", words);
		for (size_t t = 0; i < 2 && t < WORLD_SUBMISSIONS; t++)
			assert_null(strstr(words, world_teams[t]));
		buffer_clear(&out);
	}
	context_close(&ctx);
	arena_clear(&arena);
	return text.text;
}

static void check_same(const struct session *a, const struct session *b, uint64_t seed)
{
	size_t n = 0, m = 0;
	char *x = read_bytes(a->bytes, &n), *y = read_bytes(b->bytes, &m);

	if (n != m || memcmp(x, y, n) != 0)
		stop_test("seed %llu: %s can be told from %zu and %zu bytes",
			(unsigned long long)seed, secrets[b->secret].name, n, m);
	assert_true(n > 2000); /* there was something to see */
	free(x);
	free(y);
	x = refusals(a->path);
	y = refusals(b->path);
	assert_string_equal(x, y);
	free(x);
	free(y);
	x = sheets(a->path);
	y = sheets(b->path);
	assert_string_equal(x, y);
	free(x);
	free(y);
}

static void run_pair(uint64_t seed)
{
	struct session a = { .secret_at = KEYS + 1 }, b;
	int keys[KEYS];

	dice = seed;
	choose_keys(keys);
	a.keys = keys;
	a.secret = roll(LEN(secrets));
	a.secret_dice = seed * 7919 + 1;
	b = a;
	b.secret_at = roll(3) == 0 ? roll(KEYS) : 0;
	snprintf(a.path, sizeof(a.path), "%s/a.db", base->directory);
	snprintf(b.path, sizeof(b.path), "%s/b.db", base->directory);
	snprintf(a.bytes, sizeof(a.bytes), "%s/a.out", base->directory);
	snprintf(b.bytes, sizeof(b.bytes), "%s/b.out", base->directory);
	char template[120];
	snprintf(template, sizeof(template), "%s/template.db", base->directory);
	copy_file(template, a.path);
	copy_file(template, b.path);
	run_session(&a);
	run_session(&b);
	check_same(&a, &b, seed);
	remove_file(a.path);
	remove_file(b.path);
	unlink(a.bytes);
	unlink(b.bytes);
}

static int make(void **state)
{
	void *fixture;
	char template[120];

	(void)state;
	setenv("TERM", "xterm-256color", 1);
	assert_int_equal(fixture_setup(&fixture), 0);
	base = fixture;
	world_make(&world, base);
	for (int i = 1; i <= 2; i++) {
		struct context ctx;

		juror_enter(base->path, i == 1 ? "j1" : "j2", &ctx);
		assert_ok(juror_declare(&ctx, world.solutions, NULL, 0));
		if (i == 1)
			assert_ok(juror_declare(&ctx, world.problems, NULL, 0));
		context_close(&ctx);
	}
	snprintf(template, sizeof(template), "%s/template.db", base->directory);
	assert_ok(db_backup(world.ctx->db, template, NULL, NULL));
	return 0;
}

static int drop(void **state)
{
	void *fixture = base;

	(void)state;
	return fixture_teardown(&fixture);
}

static long number_of(const char *name, long otherwise)
{
	const char *value = getenv(name);

	return value == NULL || *value == '\0' ? otherwise : strtol(value, NULL, 10);
}

static void nothing_tells_of_others(void **state)
{
	long pairs = number_of("PAIRS", PAIRS), first = number_of("SEED", 1);

	(void)state;
	for (long i = 0; i < pairs; i++)
		run_pair((uint64_t)(first + i));
	print_message("# %ld pairs\n", pairs);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(nothing_tells_of_others, make, drop),
	};
	return RUN(tests);
}
