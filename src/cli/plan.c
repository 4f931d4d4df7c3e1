/* SPDX-License-Identifier: MIT
 * status and phase: the plan, and where the competition stands. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/ground/competition.h"
#include "src/desk/desk.h"
#include "src/roof/sheet.h"
#include "src/phases/figure.h"

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
	static const char *const keys[] = { "problems", "municipalities",
		"municipalities_with_coapplicants", "challenges", "applications", "teams",
		"sessions", "solutions", "winners" };

	for (size_t i = 0; i < LEN(keys); i++) {
		int64_t n;

		TRY(figure_count(&cli->ctx, keys[i], &n));
		json_object_set_new(counts, keys[i], json_integer(n));
	}
	return ok();
}

static struct error todo_json(struct cli *cli, json_t *list)
{
	struct todos todos;

	TRY(desk_todos(&cli->ctx, &cli->arena, &todos));
	for (size_t i = 0; i < todos.n; i++)
		json_array_append_new(
			list, json_pack("{s:s, s:s, s:s}", "what", todos.rows[i].what, "code",
				      todos.rows[i].code, "text", todos.rows[i].text));
	return ok();
}

static unsigned long count_of(const json_t *counts, const char *key)
{
	return (unsigned long)json_integer_value(json_object_get(counts, key));
}

/* Those that there are none of yet are left out. */
static void print_more(struct cli *cli, const char *format, unsigned long n)
{
	if (n == 0)
		return;
	fputs(" · ", cli->out);
	fprintf(cli->out, format, n);
}

static void print_counts(struct cli *cli, const json_t *counts)
{
	unsigned long problems = count_of(counts, "problems"),
		      municipalities = count_of(counts, "municipalities"),
		      challenges = count_of(counts, "challenges"),
		      teams = count_of(counts, "teams"), sessions = count_of(counts, "sessions"),
		      solutions = count_of(counts, "solutions"),
		      winners = count_of(counts, "winners");

	fprintf(cli->out, ngettext("%lu problem", "%lu problems", problems), problems);
	fputs(" · ", cli->out);
	fprintf(cli->out, ngettext("%lu municipality", "%lu municipalities", municipalities),
		municipalities);
	fprintf(cli->out, _(" (including co-applicants %lu)"),
		count_of(counts, "municipalities_with_coapplicants"));
	print_more(cli, ngettext("%lu challenge", "%lu challenges", challenges), challenges);
	print_more(cli, ngettext("%lu team", "%lu teams", teams), teams);
	print_more(cli, ngettext("%lu mentoring session", "%lu mentoring sessions", sessions),
		sessions);
	print_more(cli, ngettext("%lu solution", "%lu solutions", solutions), solutions);
	print_more(cli, ngettext("%lu winner", "%lu winners", winners), winners);
	fputs("\n\n", cli->out);
}

static struct error print_status(struct cli *cli, const struct competition *competition,
	json_t *phases, const json_t *counts, const json_t *todo)
{
	static const struct column columns[] = {
		{ "phase", N_("Phase"), CELL_CODE, WORDS_PHASE },
		{ "state", N_("State"), CELL_CODE, WORDS_PHASE_STATE },
		{ "opens", N_("Opens"), CELL_MOMENT },
		{ "closes", N_("Closes"), CELL_MOMENT },
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

static struct error print_sheet(struct cli *cli)
{
	struct buffer text = { 0 };
	struct error e = sheet_write(&cli->ctx, &text);

	if (e.code == E_OK)
		e = print_text(cli, text.text);
	buffer_clear(&text);
	return e;
}

static struct error run_status(struct cli *cli)
{
	if (option(cli, "sheet") != NULL)
		return print_sheet(cli);
	struct competition c;
	json_auto_t *phases = json_array(), *counts = json_object(), *todo = json_array();
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
	return e;
}

static const struct option_spec status_options[] = {
	{ "sheet", NULL, N_("a one-page situation sheet for the board") },
};
static const struct verb status_verb[] = { { .options = status_options,
	.option_count = LEN(status_options),
	.run = run_status,
	.help = N_("Shows the phases, the counts and what waits to be done.") } };
const struct noun noun_status = { "status", N_("phases, counts, what is to be done"), status_verb,
	1 };

static const struct column phase_columns[] = {
	{ "phase" },
	{ "state" },
	{ "opens", N_("Opens"), CELL_MOMENT },
	{ "closes", N_("Closes"), CELL_MOMENT },
};

static struct error phase_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct phases *phases = arg;
	const struct phase *p = &phases->rows[id];

	(void)cli;
	row_record(row, p);
	row_put(row, "opens", cell_moment(p->opens, precision_of_code(p->opens_precision)));
	row_put(row, "closes", cell_moment(p->closes, precision_of_code(p->closes_precision)));
	return ok();
}

static const struct listing phase_listing = { phase_columns, LEN(phase_columns), NULL, phase_row,
	&record_of_phase };

static struct error run_list(struct cli *cli)
{
	struct phases phases;

	TRY(phase_list(&cli->ctx, &cli->arena, &phases));
	return print_array(cli, &phase_listing, &phases, phases.n);
}

static struct error read_edge(
	struct cli *cli, const char *name, enum edge edge, struct moment *moment)
{
	const char *text = option(cli, name);
	struct error e = text == NULL ? ok() : moment_parse(text, edge, moment);

	if (e.code == E_INVALID)
		e.field = name;
	return e;
}

static void print_edge(struct cli *cli, const char *name, const struct moment *moment)
{
	char shown[80];

	text_time_exact(moment->time, shown, sizeof(shown));
	/* TRANSLATORS: "Opens" or "Closes", and a time. */
	print_done(cli, _("%s: %s"), text_word(WORDS_FIELD, name), shown);
}

static struct error run_set(struct cli *cli)
{
	struct moment opens, closes;
	bool has_opens = option(cli, "opens") != NULL, has_closes = option(cli, "closes") != NULL;

	cli->subject = cli->argv[0];
	if (!has_opens && !has_closes)
		return fail(E_REQUIRED, "date");
	TRY(read_edge(cli, "opens", EDGE_START, &opens));
	TRY(read_edge(cli, "closes", EDGE_END, &closes));
	TRY(phase_plan_both(&cli->ctx, cli->argv[0], has_opens ? &opens : NULL,
		has_closes ? &closes : NULL, option_text(cli, "reason")));
	if (has_opens)
		print_edge(cli, "opens", &opens);
	if (has_closes)
		print_edge(cli, "closes", &closes);
	return ok();
}

static const struct option_spec set_options[] = {
	{ "opens", "DATE", N_("when it opens: 2018-08-16, 16.8.2018, 2018-08, \"autumn 2018\"") },
	{ "closes", "TIME",
		N_("when it closes: 31.10.2018 is its last second, \"31.10.2018 klo "
		   "23.59\" too") },
	{ "reason", "TEXT", N_("why the plan changes") },
};
static const struct verb phase_verbs[] = {
	{ .name = "list", .run = run_list, .help = N_("Lists the phases.") },
	{ .name = "set",
		.operands = "PHASE",
		.least = 1,
		.most = 1,
		.options = set_options,
		.option_count = LEN(set_options),
		.run = run_set,
		.help = N_("Plans or re-plans the dates of a phase.") },
};
const struct noun noun_phase = { "phase", N_("the six phases: dates, opening, closing"),
	phase_verbs, LEN(phase_verbs) };
