/* SPDX-License-Identifier: MIT
 * What the office does for a juror: entering, sheets, attachments, and what the juror sees of it.
 */
#define TEST_NAME "juror_office"
#include "tests/unit/juror_desk.h"

#include "src/documents/score_sheet.h"
#include "src/documents/writer.h"
#include "src/documents/document.h"
#include "src/phases/attachment.h"
#include "src/phases/submission.h"

static void the_office_s_hand_shows(void **state)
{
	struct desk *d = *state;
	struct review_input input = input_with(full, "Puhelimessa");

	desk_declare_none(d);
	int64_t id = mine(d, "P-001");
	assert_ok(review_submit(d->world.ctx, d->world.problems, id, &input, "Puhelin"));
	struct juror_item item = read_item(d, &d->juror, id);
	assert_int_equal(item.state, JUROR_SUBMITTED);
	assert_true(item.entered);
	assert_string_equal(juror_office(&d->juror), "Olli Esimerkki");
}

static int64_t unconfirmed_of(struct desk *d, const char *login)
{
	struct members members;

	assert_ok(round_members(d->world.ctx, d->world.arena, d->world.problems, &members));
	for (size_t i = 0; i < members.n; i++)
		if (strcmp(members.rows[i].login, login) == 0)
			return members.rows[i].unconfirmed;
	stop_test("%s is not on the panel", login);
	return 0;
}

static struct juror_seen enter(struct desk *d, const char *code, const char *notes)
{
	struct review_input input = input_with(full, notes);
	int64_t id = mine(d, code);

	assert_ok(review_submit(d->world.ctx, d->world.problems, id, &input, "Puhelin"));
	return (struct juror_seen){ id, read_item(d, &d->juror, id).version.revision };
}

static void what_the_office_enters_its_juror_confirms(void **state)
{
	struct desk *d = *state;
	struct juror_version version = { 0 };
	struct review_input input = input_with(full, "Oma");

	desk_declare_none(d);
	int64_t own = mine(d, "P-002");
	assert_ok(juror_submit(&d->juror, own, &input, &version));
	assert_refused(E_RULE, "nothing to confirm",
		juror_confirm(&d->juror, d->world.problems,
			&(struct juror_seen){ own, version.revision }, 1));
	struct juror_seen old = enter(d, "P-001", "Ensin");
	struct juror_seen seen[2] = { enter(d, "P-001", "Sitten"), enter(d, "P-003", "Toinen") };
	assert_int_equal(unconfirmed_of(d, "j1"), 2);
	/* Seen before the office entered something else: nothing is confirmed. */
	struct juror_seen mixed[2] = { seen[1], old };
	assert_fails(E_STALE, juror_confirm(&d->juror, d->world.problems, mixed, 2));
	assert_int_equal(unconfirmed_of(d, "j1"), 2);
	d->juror.on_behalf = true;
	assert_refused(E_RULE, "--as", juror_confirm(&d->juror, d->world.problems, seen, 1));
	d->juror.on_behalf = false;
	assert_ok(juror_confirm(&d->juror, d->world.problems, seen, 1));
	assert_int_equal(unconfirmed_of(d, "j1"), 1);
	assert_true(read_item(d, &d->juror, seen[0].assignment_id).confirmed > 0);
	assert_refused(
		E_RULE, "nothing to confirm", juror_confirm(&d->juror, d->world.problems, seen, 1));
	/* Nobody else can: what is not theirs is not there. */
	struct context other;
	world_enter(&d->world, "j2", &other);
	assert_ok(juror_declare(&other, d->world.problems, NULL, 0));
	assert_fails(E_NOT_FOUND, juror_confirm(&other, d->world.problems, seen + 1, 1));
	context_close(&other);
	/* To object is to take it back: then it is the juror's own again. */
	version = read_item(d, &d->juror, seen[1].assignment_id).version;
	assert_ok(juror_take_back(&d->juror, seen[1].assignment_id, &version));
	assert_ok(juror_submit(&d->juror, seen[1].assignment_id, &input, &version));
	assert_false(read_item(d, &d->juror, seen[1].assignment_id).entered);
	assert_int_equal(unconfirmed_of(d, "j1"), 0);
}

static struct error make_sheet(
	struct context *ctx, struct desk *d, int64_t round, struct documents *out)
{
	return score_sheet_kind.make(
		ctx, d->world.arena, &(struct document_ask){ .id = round, .who = "j1" }, out);
}

static const char *sheet_of(struct desk *d, int64_t round)
{
	struct documents sheets = { 0 };
	struct buffer out = { 0 };

	assert_ok(make_sheet(d->world.ctx, d, round, &sheets));
	document_write_text(&sheets, &out);
	const char *text = arena_text(d->world.arena, out.text);
	buffer_clear(&out);
	return text;
}

/* Of the blind round's codes and its teams' names, how many stand on it. */
static size_t held(const char *text, const char *const *words)
{
	size_t n = 0;

	for (size_t i = 0; i < WORLD_SUBMISSIONS; i++)
		n += strstr(text, words[i]) != NULL ? 1 : 0;
	return n;
}

static void a_sheet_has_what_its_juror_sees(void **state)
{
	struct desk *d = *state;
	const char *text = sheet_of(d, d->world.solutions), *at;
	struct documents none = { 0 };

	assert_int_equal(held(text, world_teams), WORLD_SUBMISSIONS);
	assert_int_equal(held(text, d->world.codes), 0);
	desk_declare_none(d);
	text = at = sheet_of(d, d->world.solutions);
	assert_int_equal(held(text, world_teams), 0);
	struct juror_items items = read_items(d, &d->juror, d->world.solutions);
	assert_int_equal(items.n, WORLD_SUBMISSIONS);
	for (size_t i = 0; i < items.n; i++) {
		at = strstr(at, items.rows[i].paper.code);
		assert_non_null(at); /* in the order of the juror's own screen */
	}
	/* What is barred is not there; who is barred from all of it gets none. */
	assert_ok(juror_recuse(&d->juror, mine(d, "P-002"), 2, ""));
	assert_null(strstr(sheet_of(d, d->world.problems), "P-002  "));
	assert_ok(juror_recuse(&d->juror, blind(d, 0), 2, ""));
	assert_refused(
		E_RULE, "disqualified", make_sheet(d->world.ctx, d, d->world.solutions, &none));
	assert_ok(round_excuse(d->world.ctx, d->world.problems, "j1", "Sairastui"));
	assert_refused(E_RULE, "excused", make_sheet(d->world.ctx, d, d->world.problems, &none));
	/* Nor does a juror print another's. */
	assert_fails(E_DENIED, make_sheet(&d->juror, d, d->world.problems, &none));
	assert_fails(E_DENIED,
		score_sheet_csv(&d->juror, d->world.arena, d->world.problems, "j1", &text));
}

static void a_closed_round_can_still_be_confirmed(void **state)
{
	struct desk *d = *state;

	desk_declare_none(d);
	struct juror_seen seen = enter(d, "P-001", "Puhelimessa");
	assert_ok(round_move(d->world.ctx, d->world.problems, ROUND_CLOSE, "Aika loppui"));
	assert_ok(juror_confirm(&d->juror, d->world.problems, &seen, 1));
	assert_int_equal(unconfirmed_of(d, "j1"), 0);
}

/* By the code alone, and only what was there when the texts were released. */
static void attachments_have_the_code_s_name(void **state)
{
	struct desk *d = *state;
	struct arena *arena = d->world.arena;
	int64_t solution;

	desk_declare_none(d);
	assert_ok(submission_find(d->world.ctx, "solution", "S-001", &solution));
	int64_t id = outside_number(d->world.f->path,
		"SELECT x.id FROM assignment x JOIN round_item i ON i.id = x.round_item_id JOIN "
		"submission s "
		"ON s.id = i.submission_id JOIN panel_member m ON m.id = x.panel_member_id JOIN "
		"account a "
		"ON a.id = m.account_id WHERE s.code = 'S-001' AND a.login = 'j1'");
	struct juror_item item = read_item(d, &d->juror, id);
	const char *expected = arena_printf(arena, "%s-1.txt", item.paper.code);
	assert_int_equal(1, item.paper.files);
	assert_string_equal(expected, item.files);
	world_attach(d->world.ctx, d->world.f, solution, "late.txt", "Myöhässä");
	assert_string_equal(expected, read_item(d, &d->juror, id).files);
	assert_ok(attachment_remove(d->world.ctx, KIND_SOLUTION, solution, 1, "Nimi kannessa"));
	item = read_item(d, &d->juror, id);
	assert_int_equal(0, item.paper.files);
	assert_string_equal("", item.files);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_DESK(the_office_s_hand_shows),
		TEST_DESK(what_the_office_enters_its_juror_confirms),
		TEST_DESK(a_closed_round_can_still_be_confirmed),
		TEST_DESK(a_sheet_has_what_its_juror_sees),
		TEST_DESK(attachments_have_the_code_s_name),
	};
	return RUN(tests);
}
