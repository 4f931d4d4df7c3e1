/* SPDX-License-Identifier: MIT
 * status and phase: the plan, and where the competition stands. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/competition.h"
#include "src/desk.h"
#include "src/phases/challenge.h"
#include "src/phases/mentoring.h"
#include "src/phases/submission.h"

static json_t *phase_json(const struct phase *p)
{
	return json_pack("{s:s, s:s, s:o, s:o}", "phase", p->key, "state", p->state, "opens",
		json_moment(p->opens, p->opens_precision), "closes",
		json_moment(p->closes, p->closes_precision));
}

static struct error phases_json(struct cli *cli, json_t *list)
{
	struct phases phases;

	TRY(phase_list(&cli->ctx, &cli->arena, &phases));
	for (size_t i = 0; i < phases.n; i++)
		json_array_append_new(list, phase_json(&phases.rows[i]));
	return ok();
}

static struct error counts_json(struct cli *cli, json_t *counts)
{
	struct submission_counts problems;
	struct session_counts sessions;
	struct id_list challenges = { 0 };

	TRY(submission_count(&cli->ctx, "problem", &problems));
	TRY(challenge_ids(&cli->ctx, &challenges));
	json_object_set_new(counts, "problems", json_integer(problems.counted));
	json_object_set_new(counts, "municipalities", json_integer(problems.municipalities));
	json_object_set_new(counts, "municipalities_with_coapplicants",
		json_integer(problems.with_coapplicants));
	json_object_set_new(counts, "challenges", json_integer((json_int_t)challenges.n));
	id_list_clear(&challenges);
	/* Phases 2 to 5 count as they come. */
	static const char *const later[] = { "applications", "teams", "sessions", "solutions",
		"winners" };
	for (size_t i = 0; i < LEN(later); i++)
		json_object_set_new(counts, later[i], json_integer(0));
	TRY(session_counts(&cli->ctx, &sessions));
	json_object_set_new(counts, "sessions", json_integer(sessions.planned + sessions.held));
	return ok();
}

static struct error todo_json(struct cli *cli, json_t *list)
{
	struct todos todos;

	TRY(desk_todos(&cli->ctx, &cli->arena, &todos));
	for (size_t i = 0; i < todos.n; i++)
		json_array_append_new(list,
			json_pack("{s:s, s:s, s:s}", "what", todos.rows[i].what, "code",
				todos.rows[i].code, "text", todos.rows[i].text));
	return ok();
}

static void print_counts(struct cli *cli, const json_t *counts)
{
	unsigned long problems =
		(unsigned long)json_integer_value(json_object_get(counts, "problems"));
	unsigned long municipalities =
		(unsigned long)json_integer_value(json_object_get(counts, "municipalities"));
	unsigned long with = (unsigned long)json_integer_value(
		json_object_get(counts, "municipalities_with_coapplicants"));
	unsigned long challenges =
		(unsigned long)json_integer_value(json_object_get(counts, "challenges"));

	fprintf(cli->out, ngettext("%lu problem", "%lu problems", problems), problems);
	fputs(" · ", cli->out);
	fprintf(cli->out, ngettext("%lu municipality", "%lu municipalities", municipalities),
		municipalities);
	fprintf(cli->out, _(" (including co-applicants %lu)"), with);
	fputs(" · ", cli->out);
	fprintf(cli->out, ngettext("%lu challenge", "%lu challenges", challenges), challenges);
	fputs("\n\n", cli->out);
}

static struct error print_status(struct cli *cli, const struct competition *competition,
	json_t *phases, const json_t *counts, const json_t *todo)
{
	static const struct column columns[] = {
		{ "phase", N_("Phase"), SHOW_WORD, WORDS_PHASE },
		{ "state", N_("State"), SHOW_WORD, WORDS_PHASE_STATE },
		{ "opens", N_("Opens"), SHOW_TIME, 0 },
		{ "closes", N_("Closes"), SHOW_TIME, 0 },
	};
	size_t i;
	json_t *item;

	fprintf(cli->out, "%s%s\n\n", competition_name(competition),
		cli->ctx.demo ? _(" (demo, invented material)") : "");
	print_counts(cli, counts);
	TRY(print_rows(cli, json_incref(phases), columns, LEN(columns)));
	fprintf(cli->out, "\n%s\n", _("To do"));
	json_array_foreach(todo, i, item)
		fprintf(cli->out, "  %s\n", json_string_value(json_object_get(item, "text")));
	if (json_array_size(todo) == 0)
		fprintf(cli->out, "  %s\n", _("Nothing waits."));
	return ok();
}

static struct error run_status(struct cli *cli)
{
	struct competition c;
	json_t *phases = json_array(), *counts = json_object(), *todo = json_array();
	struct error e = competition_get(&cli->ctx, &cli->arena, &c);

	if (e.code == E_OK)
		e = phases_json(cli, phases);
	if (e.code == E_OK)
		e = counts_json(cli, counts);
	if (e.code == E_OK)
		e = todo_json(cli, todo);
	if (e.code == E_OK && strcmp(cli->format, "json") == 0)
		e = print_record(cli,
			json_pack("{s:{s:o}, s:O, s:O, s:O}", "competition", "name",
				json_names(c.name_fi, c.name_sv, c.name_en), "phases", phases,
				"counts", counts, "to_do", todo),
			NULL, 0);
	else if (e.code == E_OK)
		e = print_status(cli, &c, phases, counts, todo);
	json_decref(phases);
	json_decref(counts);
	json_decref(todo);
	return e;
}

static const struct verb status_verb[] = { { .run = run_status,
	.help = N_("Shows the phases, the counts and what waits to be done.") } };
const struct noun noun_status = { "status", N_("phases, counts, what is to be done"), status_verb,
	1 };

static struct error run_list(struct cli *cli)
{
	static const struct column columns[] = {
		{ "phase", N_("Phase"), SHOW_WORD, WORDS_PHASE },
		{ "state", N_("State"), SHOW_WORD, WORDS_PHASE_STATE },
		{ "opens", N_("Opens"), SHOW_TIME, 0 },
		{ "closes", N_("Closes"), SHOW_TIME, 0 },
	};
	json_t *list = json_array();

	TRY(phases_json(cli, list));
	return print_rows(cli, list, columns, LEN(columns));
}

static struct error plan_edge(
	struct cli *cli, const char *name, enum phase_edge edge, const char *key)
{
	const char *text = option(cli, name);
	struct moment moment;
	char shown[80];

	if (text == NULL)
		return ok();
	struct error e =
		moment_parse(text, edge == PHASE_OPENS ? EDGE_START : EDGE_END, &moment);
	if (e.code == E_INVALID)
		e.field = name;
	TRY(e);
	TRY(phase_plan(&cli->ctx, key, edge, &moment, option_text(cli, "reason")));
	text_time_exact(moment.time, shown, sizeof(shown));
	/* TRANSLATORS: "Opens" or "Closes", and a time. */
	print_done(cli, _("%s: %s"), text_word(WORDS_FIELD, name), shown);
	return ok();
}

static struct error run_set(struct cli *cli)
{
	cli->subject = cli->argv[0];
	if (option(cli, "opens") == NULL && option(cli, "closes") == NULL)
		return fail(E_REQUIRED, "date");
	TRY(plan_edge(cli, "opens", PHASE_OPENS, cli->argv[0]));
	return plan_edge(cli, "closes", PHASE_CLOSES, cli->argv[0]);
}

static struct error move(struct cli *cli, enum phase_act_kind act)
{
	struct checklist list;

	cli->subject = cli->argv[0];
	struct error e = phase_move(&cli->ctx, cli->argv[0], act, option_text(cli, "reason"));
	if (e.code == E_REASON) {
		TRY(phase_check(&cli->ctx, cli->argv[0], act, &list));
		print_missing(&list);
	}
	TRY(e);
	return print_simply(cli);
}

static struct error run_open(struct cli *cli)
{
	return move(cli, PHASE_OPEN);
}

static struct error run_close(struct cli *cli)
{
	return move(cli, PHASE_CLOSE);
}

static struct error run_decide(struct cli *cli)
{
	return move(cli, PHASE_DECIDE);
}

static struct error run_reopen(struct cli *cli)
{
	return move(cli, PHASE_REOPEN);
}

static const struct option_spec set_options[] = {
	{ "opens", "DATE", N_("when it opens: 2018-08-16, 16.8.2018, 2018-08, \"autumn 2018\"") },
	{ "closes", "TIME", N_("when it closes: 31.10.2018 is its last second, \"31.10.2018 klo "
			       "23.59\" too") },
	{ "reason", "TEXT", N_("why the plan changes") },
};
static const struct option_spec reason_option[] = {
	{ "reason", "TEXT", N_("why, although something is missing") },
};
static const struct verb phase_verbs[] = {
	{ .name = "list", .run = run_list, .help = N_("Lists the phases.") },
	{ .name = "set", .operands = "PHASE", .least = 1, .most = 1, .options = set_options,
		.option_count = LEN(set_options), .run = run_set,
		.help = N_("Plans or re-plans the dates of a phase.") },
	{ .name = "open", .operands = "PHASE", .least = 1, .most = 1, .options = reason_option,
		.option_count = 1, .run = run_open, .help = N_("Opens a planned phase.") },
	{ .name = "close", .operands = "PHASE", .least = 1, .most = 1, .options = reason_option,
		.option_count = 1, .run = run_close, .help = N_("Closes an open phase.") },
	{ .name = "decide", .operands = "PHASE", .least = 1, .most = 1, .options = reason_option,
		.option_count = 1, .run = run_decide,
		.help = N_("Marks a closed phase as decided.") },
	{ .name = "reopen", .operands = "PHASE", .least = 1, .most = 1, .options = reason_option,
		.option_count = 1, .run = run_reopen, .help = N_("Opens a closed phase again.") },
};
const struct noun noun_phase = { "phase", N_("the six phases: dates, opening, closing"), phase_verbs,
	LEN(phase_verbs) };
