/* SPDX-License-Identifier: MIT
 * The plan meets reality and both are kept: dates planned, planned again and reached; phases moved
 * on. */
#define TEST_NAME "plan"
#include "tests/unit/fixture.h"

#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/phases/phase.h"

static struct phase get(struct fixture *f, const char *key)
{
	struct phase phase = { 0 };

	assert_ok(phase_get(&f->ctx, &f->arena, key, &phase));
	return phase;
}

static struct error plan(struct context *ctx, const char *key, enum phase_edge edge,
	const char *when, const char *reason)
{
	struct moment moment;

	assert_ok(moment_parse(when, edge == PHASE_OPENS ? EDGE_START : EDGE_END, &moment));
	return phase_plan(ctx, key, edge, &moment, reason);
}

static int64_t milestone_of(struct fixture *f, const char *phase, const char *key)
{
	struct milestones list;

	assert_ok(milestone_list(&f->ctx, &f->arena, get(f, phase).id, &list));
	for (size_t i = 0; i < list.n; i++)
		if (strcmp(list.rows[i].key, key) == 0)
			return list.rows[i].id;
	stop_test("%s has no %s", phase, key);
	return 0;
}

static void six_phases_wait_from_the_start(void **state)
{
	static const char *const keys[] = { "problems", "applications", "mentoring", "solutions",
		"results", "procurement" };
	struct fixture *f = *state;
	struct phases phases;

	assert_ok(phase_list(&f->ctx, &f->arena, &phases));
	assert_int_equal(LEN(keys), phases.n);
	for (size_t i = 0; i < phases.n; i++) {
		assert_string_equal(keys[i], phases.rows[i].key);
		assert_string_equal("planned", phases.rows[i].state);
		assert_int_equal(0, phases.rows[i].opens);
	}
	struct phase phase;
	struct error e = phase_get(&f->ctx, &f->arena, "party", &phase);
	assert_int_equal(E_NOT_FOUND, e.code);
	assert_string_equal("phase", e.field);
}

/* The earlier plan stays, with who, when and why. */
static void plans_are_kept(void **state)
{
	struct fixture *f = *state;
	struct milestone_plans plans;

	assert_ok(plan(&f->ctx, "solutions", PHASE_OPENS, "syksy 2019", ""));
	assert_int_equal(at("2019-09-01T00:00"), get(f, "solutions").opens);
	assert_string_equal("season", get(f, "solutions").opens_precision);
	fixture_now = at("2019-08-01T10:00");
	assert_ok(plan(&f->ctx, "solutions", PHASE_OPENS, "24.9.2019", " Tila vaihtui "));
	assert_int_equal(at("2019-09-24T00:00"), get(f, "solutions").opens);
	assert_string_equal("day", get(f, "solutions").opens_precision);
	assert_ok(milestone_history(
		&f->ctx, &f->arena, milestone_of(f, "solutions", "opens"), &plans));
	assert_int_equal(2, plans.n);
	const struct milestone_plan *old =
		&plans.rows[plans.rows[0].planned == at("2019-09-24T00:00")];
	const struct milestone_plan *new = &plans.rows[old == &plans.rows[0]];
	assert_int_equal(at("2019-09-01T00:00"), old->planned);
	assert_int_equal(at("2018-10-01T12:00"), old->made);
	assert_string_equal("season", old->precision);
	assert_int_equal(at("2019-09-24T00:00"), new->planned);
	assert_int_equal(fixture_now, new->made);
	assert_string_equal("Tila vaihtui", new->reason);
	assert_string_equal("Olli Esimerkki", new->who);
	assert_verifies(f);
}

static void a_phase_closes_after_it_opens(void **state)
{
	struct fixture *f = *state;

	assert_ok(plan(&f->ctx, "problems", PHASE_CLOSES, "31.10.2018 23.59", ""));
	assert_int_equal(at("2018-10-31T23:59:59"), get(f, "problems").closes);
	assert_fails(E_RULE, plan(&f->ctx, "problems", PHASE_OPENS, "1.11.2018", ""));
	assert_ok(plan(&f->ctx, "problems", PHASE_OPENS, "16.8.2018", ""));
	assert_fails(E_RULE, plan(&f->ctx, "problems", PHASE_CLOSES, "15.8.2018", ""));
	assert_int_equal(at("2018-10-31T23:59:59"), get(f, "problems").closes);
	assert_fails(E_NOT_FOUND, plan(&f->ctx, "party", PHASE_OPENS, "16.8.2018", ""));
	int64_t deadline = 1;
	assert_ok(deadline_of_kind(&f->ctx, "problem", &deadline));
	assert_int_equal(at("2018-10-31T23:59:59"), deadline);
	assert_ok(deadline_of_kind(&f->ctx, "application", &deadline));
	assert_int_equal(0, deadline);
	/* Phases may overlap. */
	assert_ok(plan(&f->ctx, "applications", PHASE_OPENS, "1.10.2018", ""));
}

static void moving_on_lists_what_is_missing(void **state)
{
	struct fixture *f = *state;
	struct checklist list;
	struct phase_acts acts;

	assert_fails(E_RULE, phase_move(&f->ctx, "problems", PHASE_CLOSE, "Syy"));
	assert_fails(E_RULE, phase_move(&f->ctx, "problems", PHASE_DECIDE, "Syy"));
	assert_fails(E_RULE, phase_move(&f->ctx, "problems", PHASE_REOPEN, "Syy"));
	assert_ok(phase_check(&f->ctx, "problems", PHASE_OPEN, &list));
	assert_int_equal(1, list.n);
	struct error e = phase_move(&f->ctx, "problems", PHASE_OPEN, " ");
	assert_int_equal(E_REASON, e.code);
	assert_string_equal(list.missing[0], e.field);
	assert_ok(phase_move(&f->ctx, "problems", PHASE_OPEN, "Päättyminen sovitaan myöhemmin"));
	assert_string_equal("open", get(f, "problems").state);
	assert_int_equal(fixture_now, get(f, "problems").opened);
	assert_fails(E_RULE, phase_move(&f->ctx, "problems", PHASE_OPEN, "Syy"));
	assert_ok(plan(&f->ctx, "problems", PHASE_CLOSES, "31.10.2018", ""));
	assert_fails(E_REASON, phase_move(&f->ctx, "problems", PHASE_CLOSE, "")); /* too early */
	fixture_now = at("2018-10-31T23:59:59");
	assert_ok(phase_move(&f->ctx, "problems", PHASE_CLOSE, ""));
	assert_int_equal(fixture_now, get(f, "problems").closed_at);
	assert_fails(E_REASON, phase_move(&f->ctx, "problems", PHASE_DECIDE, ""));
	assert_fails(E_REASON, phase_move(&f->ctx, "problems", PHASE_REOPEN, ""));
	assert_ok(phase_move(&f->ctx, "problems", PHASE_REOPEN, "Häiriö"));
	assert_string_equal("open", get(f, "problems").state);
	assert_int_equal(0, get(f, "problems").closed_at);
	assert_ok(store_phase_acts(f->ctx.db, &f->arena, get(f, "problems").id, &acts));
	assert_int_equal(3, acts.n);
	assert_string_equal("open", acts.rows[0].act);
	assert_string_equal(list.missing[0], acts.rows[0].missing);
	assert_string_equal("Päättyminen sovitaan myöhemmin", acts.rows[0].reason);
	assert_string_equal("", acts.rows[1].missing);
	assert_string_equal("Häiriö", acts.rows[2].reason);
	assert_verifies(f);
}

static void milestones_are_planned_and_happen(void **state)
{
	struct fixture *f = *state;
	struct moment planned, day;
	struct milestones list;
	struct milestone m;
	int64_t id = 0;

	assert_ok(moment_parse("syksy 2018", EDGE_START, &planned));
	assert_ok(moment_parse("11.12.2018", EDGE_START, &day));
	assert_fails(E_REQUIRED, milestone_add(&f->ctx, "problems", "", "Möte", &planned));
	assert_fails(E_NOT_FOUND, milestone_add(&f->ctx, "party", "Kokous", "Möte", &planned));
	assert_ok(milestone_add(&f->ctx, "problems", "Kokous", "Möte", &planned));
	assert_ok(milestone_list(&f->ctx, &f->arena, get(f, "problems").id, &list));
	assert_int_equal(3, list.n);
	for (size_t i = 0; i < list.n; i++)
		if (strcmp(list.rows[i].name_fi, "Kokous") == 0)
			id = list.rows[i].id;
	assert_fails(E_REQUIRED, milestone_replan(&f->ctx, id, &day, " "));
	assert_ok(milestone_replan(&f->ctx, id, &day, "Sali varattu"));
	assert_ok(milestone_get(&f->ctx, &f->arena, id, &m));
	assert_int_equal(day.time, m.planned);
	assert_int_equal(2, m.plans);
	assert_int_equal(0, m.actual);
	i18n_use("sv");
	assert_string_equal("Möte", milestone_name(&m));
	i18n_use("fi");
	assert_string_equal("Kokous", milestone_name(&m));
	i18n_use("en");
	assert_ok(milestone_reached(&f->ctx, id, &day));
	assert_ok(milestone_get(&f->ctx, &f->arena, id, &m));
	assert_int_equal(day.time, m.actual);
	assert_string_equal("day", m.actual_precision);
	assert_fails(E_NOT_FOUND, milestone_get(&f->ctx, &f->arena, 99999, &m));
}

static void themes_go_by_any_name(void **state)
{
	static const char *const names[] = { "wellbeing", "Hyvinvointi", " VÄLFÄRD ", "wellBeing" };
	struct fixture *f = *state;
	struct themes themes;

	assert_ok(theme_list(&f->ctx, &f->arena, &themes));
	for (size_t i = 0; i < LEN(names); i++)
		assert_int_equal(themes.rows[0].id, theme_recognize(&themes, names[i]));
	assert_int_equal(themes.rows[1].id, theme_recognize(&themes, "Miljö"));
	assert_int_equal(0, theme_recognize(&themes, ""));
	assert_int_equal(0, theme_recognize(&themes, "Hyvinvoint"));
}

static void only_the_office_plans(void **state)
{
	static const char *const roles[] = { "custodian", "juror", "auditor" };
	struct fixture *f = *state;
	struct moment day;

	assert_ok(moment_parse("11.12.2018", EDGE_START, &day));
	for (size_t i = 0; i < LEN(roles); i++) {
		struct context ctx;

		fixture_enter(f, roles[i], roles[i], &ctx);
		assert_fails(E_DENIED, plan(&ctx, "problems", PHASE_OPENS, "16.8.2018", ""));
		assert_fails(E_DENIED, phase_move(&ctx, "problems", PHASE_OPEN, "Syy"));
		assert_fails(E_DENIED, milestone_add(&ctx, "problems", "a", "b", &day));
		assert_fails(E_DENIED, milestone_replan(&ctx, 1, &day, "Syy"));
		assert_fails(E_DENIED, milestone_reached(&ctx, 1, &day));
		context_close(&ctx);
	}
	assert_int_equal(0, get(f, "problems").opens);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(six_phases_wait_from_the_start),
		TEST_FILE(plans_are_kept),
		TEST_FILE(a_phase_closes_after_it_opens),
		TEST_FILE(moving_on_lists_what_is_missing),
		TEST_FILE(milestones_are_planned_and_happen),
		TEST_FILE(themes_go_by_any_name),
		TEST_FILE(only_the_office_plans),
	};
	return RUN(tests);
}
