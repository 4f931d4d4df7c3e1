/* SPDX-License-Identifier: MIT
 * A list longer than what is read of it at first: it is whole as soon as it must be. */
#include "tests/unit/fixture.h"
#define TEST_NAME "long"

#include "src/phases/submission.h"
#include "ui/office/office.h"
#include "ui/office/place.h"
#include "ui/toolkit/list.h"

enum { BEGINNING = 1000, ALL = 1003, SHOWN = 20 };

struct scene {
	struct ui ui;
	struct screen *screen;
	struct list *list;
};

/* From outside, all at once: the titles run against the numbers. */
static void fill(struct fixture *f)
{
	char sql[700];

	snprintf(sql, sizeof(sql),
		"WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < %d) "
		"INSERT INTO submission (kind, number, code, municipality_id, lang, title, title_key, body, "
		"received, channel, late, state, fingerprint) "
		"SELECT 'problem', i, 'P-' || i, %lld, 'fi', %d - i, CAST(printf('%%04d', %d - i) AS BLOB), "
		"'', %lld, 'form', 0, 'received', i FROM n",
		ALL, (long long)municipality_of(f, "Vaasa"), ALL, ALL, (long long)fixture_now);
	outside(f->path, sql);
}

static void begin(struct scene *s, struct fixture *f)
{
	fill(f);
	*s = (struct scene){ .ui = { .ctx = &f->ctx, .places = &office_places } };
	s->screen = place_screen(&s->ui, PLACE_PROBLEMS, &(struct target){ 0 });
	s->list = &((struct list_screen *)s->screen)->list;
	assert_ok(s->screen->ops->load(s->screen, &f->ctx));
	list_layout(s->screen, (struct rect){ 0, 0, SHOWN, 80 });
}

static void end(struct scene *s)
{
	s->screen->ops->close(s->screen);
	free(s->screen);
}

static void read_in_part(const struct scene *s)
{
	assert_int_equal(BEGINNING, s->list->ids.n);
	assert_int_equal(ALL, s->list->cursor.count);
	assert_non_null(s->screen->rest);
}

static void read_whole(const struct scene *s)
{
	assert_int_equal(ALL, s->list->ids.n);
	assert_int_equal(ALL, s->list->cursor.count);
	assert_null(s->screen->rest);
}

static void the_rest_is_read_when_nothing_else_is_to_do(void **state)
{
	struct fixture *f = *state;
	struct scene s;

	begin(&s, f);
	read_in_part(&s);
	assert_true(list_key(&s.ui, s.screen, K_PAGE_DOWN));
	int64_t selected = list_selected(s.screen);
	read_in_part(&s);
	assert_ok(s.screen->rest(s.screen, &f->ctx));
	read_whole(&s);
	assert_int_equal(selected, list_selected(s.screen));
	/* Afterwards it is read again with what is selected in it. */
	assert_true(list_key(&s.ui, s.screen, K_END));
	selected = list_selected(s.screen);
	assert_ok(s.screen->ops->load(s.screen, &f->ctx));
	read_whole(&s);
	assert_int_equal(selected, list_selected(s.screen));
	end(&s);
}

static void what_needs_the_rest_reads_it(void **state)
{
	struct fixture *f = *state;
	struct scene s;

	begin(&s, f);
	assert_true(list_key(&s.ui, s.screen, K_END));
	read_whole(&s);
	assert_int_equal(s.list->ids.ids[ALL - 1], list_selected(s.screen));
	s.list->descending = true;
	assert_ok(s.screen->ops->load(s.screen, &f->ctx));
	read_whole(&s);
	assert_int_equal(s.list->ids.ids[0], list_selected(s.screen));
	s.list->descending = false;
	assert_ok(s.screen->ops->load(s.screen, &f->ctx));
	read_whole(&s);
	assert_true(list_key(&s.ui, s.screen, K_HOME));
	assert_ok(s.screen->ops->load(s.screen, &f->ctx));
	read_in_part(&s);
	list_search(&s.ui, s.screen);
	read_whole(&s);
	end(&s);
}

/* Who stands on the first row sees the beginning of the new order, who has moved keeps the record.
 */
static void sorting_keeps_what_was_gone_to(void **state)
{
	struct fixture *f = *state;
	struct scene s;

	begin(&s, f);
	int64_t oldest = list_selected(s.screen);
	s.list->sort = SUBMISSIONS_BY_TITLE;
	s.list->to_top = true;
	assert_ok(s.screen->ops->load(s.screen, &f->ctx));
	read_in_part(&s);
	assert_int_equal(0, s.list->cursor.selected);
	assert_int_not_equal(oldest, list_selected(s.screen));
	list_select(s.screen, s.list->ids.ids[1]);
	int64_t moved_to = list_selected(s.screen);
	s.list->sort = SUBMISSIONS_BY_NUMBER;
	assert_ok(s.screen->ops->load(s.screen, &f->ctx));
	read_whole(&s);
	assert_int_equal(moved_to, list_selected(s.screen));
	assert_int_equal(ALL - 2, s.list->cursor.selected);
	end(&s);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST_FILE(the_rest_is_read_when_nothing_else_is_to_do),
		TEST_FILE(what_needs_the_rest_reads_it),
		TEST_FILE(sorting_keeps_what_was_gone_to),
	};

	return RUN(tests);
}
