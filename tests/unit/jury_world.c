/* SPDX-License-Identifier: MIT */
#include "tests/unit/jury_world.h"

#include "db/search.h"
#include "db/store/challenge.h"
#include "src/judging/blind.h"
#include "src/phases/application.h"
#include "src/phases/attachment.h"
#include "src/registers/account.h"
#include "src/registers/municipality.h"

const char *const world_teams[WORLD_SUBMISSIONS] = { "Esimerkkitiimi", "Kokeilijat",
	"Mallinaapurit", "Desperado Designs" };

static const char *const titles[WORLD_SUBMISSIONS] = { "Kylätalojen yhteinen kalenteri",
	"Talkoopankki", "Naapuriapu kartalla", "Osallistuvan budjetin työkalu" };

static const char *login_of(const struct world *w, int number)
{
	return number == 1 ? w->login : arena_printf(w->arena, "j%d", number);
}

static void add_problems(struct world *w)
{
	struct id_list municipalities = { 0 };

	assert_ok(municipality_ids(w->ctx, MUNICIPALITY_BY_CODE, 0, &municipalities));
	for (size_t i = 0; i < WORLD_SUBMISSIONS; i++) {
		struct submission_input input = {
			.submission = { .kind = "problem",
				.municipality_id = municipalities.ids[i],
				.title = arena_printf(w->arena, "Ongelma %zu", i + 1),
				.body = "Palvelu ei tavoita kaikkia.\n\nBussi käy kahdesti "
					"viikossa." }
		};
		int64_t id;

		assert_ok(submission_add(w->ctx, &input, &id));
	}
	id_list_clear(&municipalities);
}

static int64_t add_challenge(struct world *w)
{
	struct challenge challenge = { .number = 1,
		.code = "C-1",
		.title_fi = "Yhdessä kylillä",
		.title_sv = "Tillsammans i byarna",
		.title_en = "",
		.text_fi = "",
		.text_sv = "" };
	int64_t id, problem;

	assert_ok(submission_find(w->ctx, "problem", "P-001", &problem));
	assert_ok(db_begin(w->ctx->db));
	challenge.pilot_id = 1;
	struct error e = store_challenge_add(w->ctx->db, &challenge, &id);
	if (e.code == E_OK)
		e = search_index(w->ctx->db, SEARCH_CHALLENGE, id);
	assert_ok(db_end(w->ctx->db, e, "challenge.add", "C-1"));
	return id;
}

static void add_team(struct world *w, int64_t challenge_id, size_t i)
{
	struct member_input members[2] = {
		{ .name = arena_printf(w->arena, "Aune Tekaistu-%zu", i), .email = "" },
		{ .name = arena_printf(w->arena, "Bo Påhittad-%zu", i),
			.email = arena_printf(w->arena, "bo%zu@tiimi.example", i) },
	};
	struct application_input application = {
		.team = { .name = world_teams[i], .kind = "startup", .challenge_id = challenge_id },
		.members = members,
		.n = LEN(members),
		.submission = { .title = "Hakemus", .body = "Haemme." }
	};
	struct submission_input solution = {
		.submission = { .kind = "solution", .title = titles[i], .body = w->body }
	};
	struct submission s;
	int64_t id;

	assert_ok(application_add(w->ctx, &application, &id));
	assert_ok(submission_get(w->ctx, w->arena, id, &s));
	assert_ok(db_begin(w->ctx->db));
	assert_ok(db_end(w->ctx->db, store_team_set_state(w->ctx->db, s.team_id, "selected"),
		"team.promote", ""));
	solution.submission.team_id = s.team_id;
	assert_ok(submission_add(w->ctx, &solution, &id));
	world_attach(w->ctx, w->f, id, arena_printf(w->arena, "%s.txt", world_teams[i]), titles[i]);
}

static void add_criterion(struct world *w, int64_t round, const char *key, int64_t weight,
	const char *fi, const char *sv, const char *en)
{
	struct criterion c = { .key = key,
		.weight = weight,
		.high = 10000,
		.step = 1000,
		.name_fi = fi,
		.name_sv = sv,
		.name_en = en };

	assert_ok(round_set_criterion(w->ctx, round, &c, NULL));
}

int64_t world_plan(struct world *w, const struct round *round)
{
	int64_t id;

	assert_ok(round_add(w->ctx, round, &id));
	add_criterion(w, id, "impact", 40000, "Vaikuttavuus", "Effekt", "Impact");
	add_criterion(
		w, id, "novelty", 30000, "Innovatiivisuus", "Innovativitet", "Innovativeness");
	add_criterion(w, id, "scaling", 30000, "Skaalautuvuus", "Skalbarhet", "Scalability");
	for (int i = 1; i <= WORLD_JURORS; i++)
		assert_ok(round_seat(w->ctx, id, login_of(w, i), i == 1, false));
	return id;
}

void world_release(struct world *w, int64_t round)
{
	assert_ok(blind_prepare(w->ctx, round));
	assert_ok(blind_release(w->ctx, round, "Keksittyjä"));
}

int64_t world_round(struct world *w, const struct round *round)
{
	int64_t id = world_plan(w, round);

	if (round->blind)
		world_release(w, id);
	assert_ok(round_move(w->ctx, id, ROUND_OPEN, "Testissä heti"));
	return id;
}

static void add_jurors(struct world *w)
{
	static const char *const names[] = { "Maija Malli", "Oiva Esimerkki", "Kaarina Kuvitelma" };

	for (int i = 1; i <= WORLD_JURORS; i++) {
		struct new_account account = { login_of(w, i), names[i - 1], "", "juror", "fi" };
		int64_t id;

		assert_ok(account_add(w->ctx, &account, &id));
	}
}

void world_attach(struct context *ctx, const struct fixture *f, int64_t submission_id,
	const char *name, const char *text)
{
	char path[120];
	int64_t number;

	snprintf(path, sizeof(path), "%s/attached", f->directory);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(0, fclose(file));
	assert_ok(attachment_add(ctx, KIND_PROBLEM, submission_id, path, name, NULL, &number));
	assert_int_equal(0, remove(path));
}

void world_make(struct world *w, struct fixture *f)
{
	world_make_for(w, f, "j1", NULL);
}

void world_make_for(struct world *w, struct fixture *f, const char *login, const char *body)
{
	static const char text[] =
		"Ratkaisu kokoaa tilat, varaukset ja avaimet yhteen kalenteriin.\n\n"
		"Varaus tehdään linkillä tai puhelimella.";

	*w = (struct world){ .f = f,
		.ctx = &f->ctx,
		.arena = &f->arena,
		.login = login,
		.body = body == NULL ? text : body };
	add_problems(w);
	add_jurors(w);
	int64_t challenge = add_challenge(w);
	for (size_t i = 0; i < WORLD_SUBMISSIONS; i++)
		add_team(w, challenge, i);
	w->challenge = challenge;
	struct round problems = { .key = "problems",
		.kind = "problem",
		.select_min = -1,
		.select_max = -1,
		.closes = fixture_now + 14 * DAY_SECONDS };
	struct round solutions = { .key = "solutions-C-1",
		.kind = "solution",
		.challenge_id = challenge,
		.blind = true,
		.select_min = -1,
		.select_max = -1,
		.closes = fixture_now + 14 * DAY_SECONDS };
	w->problems = world_round(w, &problems);
	w->solutions = world_round(w, &solutions);
	for (size_t i = 0; i < WORLD_SUBMISSIONS; i++)
		w->codes[i] = world_code(w, w->solutions, world_teams[i]);
}

void world_enter(const struct world *w, const char *login, struct context *ctx)
{
	assert_ok(context_open(w->f->path, ctx));
	context_use_clock(ctx, fixture_clock);
	assert_ok(context_enter(ctx, login, "SHA256:test"));
}

int64_t world_assignment(const struct world *w, int64_t round, const char *login, const char *code)
{
	return outside_number(
		w->f->path, arena_printf(w->arena,
				    "SELECT x.id FROM assignment x JOIN panel_member m ON m.id = "
				    "x.panel_member_id "
				    "JOIN account a ON a.id = m.account_id JOIN round_item i ON "
				    "i.id = x.round_item_id "
				    "WHERE m.round_id = %lld AND a.login = '%s' AND i.code = '%s'",
				    (long long)round, login, code));
}

const char *world_code(const struct world *w, int64_t round, const char *team)
{
	struct id_list items = { 0 };
	struct item item;
	struct submission s;
	const char *code = NULL;

	assert_ok(round_items(w->ctx, round, &items));
	for (size_t i = 0; i < items.n; i++) {
		assert_ok(item_get(w->ctx, w->arena, items.ids[i], &item));
		assert_ok(submission_get(w->ctx, w->arena, item.submission_id, &s));
		if (strcmp(submission_applicant(w->ctx, w->arena, &s), team) == 0)
			code = item.code;
	}
	id_list_clear(&items);
	assert_non_null(code);
	return code;
}
