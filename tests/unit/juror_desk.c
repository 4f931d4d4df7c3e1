/* SPDX-License-Identifier: MIT */
#include "tests/unit/juror_desk.h"

#include "db/verify.h"

int desk_setup(void **state)
{
	struct desk *d = calloc(1, sizeof(*d));
	void *fixture;

	if (fixture_setup(&fixture) != 0)
		return -1;
	world_make(&d->world, fixture);
	world_enter(&d->world, "j1", &d->juror);
	*state = d;
	return 0;
}

/* Whatever was done, the file is sound. */
int desk_teardown(void **state)
{
	struct desk *d = *state;
	void *fixture = d->world.f;
	struct verdict verdict;

	assert_ok(verify_file(d->world.ctx->db, 0, "", &verdict));
	if (!verdict.good && !d->touched)
		stop_test("%s: %s %lld", verdict.fault, verdict.table, (long long)verdict.row);
	context_close(&d->juror);
	free(d);
	return fixture_teardown(&fixture);
}

const int64_t full[3] = { 8000, 4000, 7000 };

struct review_input input_with(const int64_t *scores, const char *notes)
{
	return (struct review_input){ scores, 3, notes, "Palaute" };
}

struct juror_item read_item(struct desk *d, struct context *ctx, int64_t id)
{
	struct criteria criteria;
	struct juror_item item;

	assert_ok(juror_item(ctx, d->world.arena, id, &criteria, &item));
	return item;
}

struct juror_items read_items(struct desk *d, struct context *ctx, int64_t round)
{
	struct juror_items items;

	assert_ok(juror_items(ctx, d->world.arena, round, &items));
	return items;
}

struct juror_round read_round(struct desk *d, struct context *ctx, int64_t id)
{
	struct juror_round round;

	assert_ok(juror_round(ctx, d->world.arena, id, &round));
	return round;
}

void desk_declare_none(struct desk *d)
{
	assert_ok(juror_declare(&d->juror, d->world.problems, NULL, 0));
	assert_ok(juror_declare(&d->juror, d->world.solutions, NULL, 0));
}

int64_t mine(struct desk *d, const char *code)
{
	return world_assignment(&d->world, d->world.problems, "j1", code);
}

int64_t blind(struct desk *d, size_t team)
{
	return world_assignment(&d->world, d->world.solutions, "j1", d->world.codes[team]);
}

struct juror_applicants applicants_of(struct desk *d, int64_t round)
{
	struct juror_applicants applicants;

	assert_ok(juror_applicants(&d->juror, d->world.arena, round, &applicants));
	return applicants;
}

const struct juror_applicant *named(const struct juror_applicants *applicants, const char *name)
{
	for (size_t i = 0; i < applicants->n; i++)
		if (strcmp(applicants->rows[i].name, name) == 0)
			return &applicants->rows[i];
	stop_test("no applicant %s", name);
	return NULL;
}
