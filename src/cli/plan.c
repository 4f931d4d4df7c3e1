/* SPDX-License-Identifier: MIT
 * status and phase: the plan, and where the competition stands. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/ground/competition.h"
#include "src/desk/desk.h"
#include "src/documents/situation.h"
#include "src/phases/figure.h"

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

/* By the keys of WORDS_FIGURE, in the order of the phases. */
static const struct column count_columns[] = {
	{ "problems", N_("Problems"), CELL_NUMBER },
	{ "municipalities", N_("Municipalities"), CELL_NUMBER },
	{ "municipalities_with_coapplicants", N_("Municipalities including co-applicants"),
		CELL_NUMBER },
	{ "challenges", N_("Challenges"), CELL_NUMBER },
	{ "applications", N_("Applications"), CELL_NUMBER },
	{ "teams", N_("Teams"), CELL_NUMBER },
	{ "sessions", N_("Sessions"), CELL_NUMBER },
	{ "solutions", N_("Solutions"), CELL_NUMBER },
	{ "winners", N_("Winners"), CELL_NUMBER },
};

/* Where the competition stands. */
struct status {
	struct competition competition;
	struct phases phases;
	struct nested *counts;
	struct todos todos;
};

static struct error read_counts(struct cli *cli, struct nested **counts)
{
	*counts = nested_new(&cli->arena, count_columns, LEN(count_columns), 1);
	struct row row = nested_add(*counts);
	for (size_t i = 0; i < LEN(count_columns); i++) {
		int64_t n;

		TRY(figure_count(&cli->ctx, count_columns[i].name, &n));
		row_put(&row, count_columns[i].name, cell_number(n));
	}
	return ok();
}

static struct error read_status(struct cli *cli, struct status *status)
{
	TRY(competition_get(&cli->ctx, &cli->arena, &status->competition));
	TRY(phase_list(&cli->ctx, &cli->arena, &status->phases));
	TRY(read_counts(cli, &status->counts));
	return desk_todos(&cli->ctx, &cli->arena, &status->todos);
}

static const struct column todo_columns[] = {
	{ "what", N_("What"), CELL_TEXT },
	{ "code", N_("Code"), CELL_TEXT },
	{ "text", N_("To do"), CELL_TEXT },
};

static struct error todo_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct todo *todo = &((const struct todos *)arg)->rows[id];

	(void)cli;
	row_put(row, "what", cell_text(todo->what));
	row_put(row, "code", cell_text(todo->code));
	row_put(row, "text", cell_text(todo->text));
	return ok();
}

static const struct listing todo_listing = { todo_columns, LEN(todo_columns), NULL, todo_row };

static const struct column name_columns[] = { { "name", N_("Name"), CELL_TEXTS } };

static struct cell competition_cell(struct arena *arena, const struct competition *c)
{
	struct nested *names = nested_new(arena, name_columns, LEN(name_columns), 1);
	struct row row = nested_add(names);

	row_put(&row, "name", cell_texts(c->name_fi, c->name_sv, c->name_en));
	return cell_record(names);
}

static const struct column status_columns[] = {
	{ "competition", N_("Competition"), CELL_RECORD },
	{ "phases", N_("Phases"), CELL_ROWS },
	{ "counts", N_("Counts"), CELL_RECORD },
	{ "to_do", N_("To do"), CELL_ROWS },
};

static struct error status_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct status *s = arg;
	struct cell phases, todos;

	(void)id;
	TRY(nest_rows(cli, &row->arena, &phase_listing, &s->phases, s->phases.n, &phases));
	TRY(nest_rows(cli, &row->arena, &todo_listing, &s->todos, s->todos.n, &todos));
	row_put(row, "competition", competition_cell(&row->arena, &s->competition));
	row_put(row, "phases", phases);
	row_put(row, "counts", cell_record(s->counts));
	row_put(row, "to_do", todos);
	return ok();
}

static const struct listing status_listing = { status_columns, LEN(status_columns), NULL,
	status_row };

static unsigned long count_of(const struct nested *counts, const char *key)
{
	size_t i = 0;

	while (strcmp(counts->columns[i].name, key) != 0)
		i++;
	return (unsigned long)counts->cells[i].number;
}

/* Those that there are none of yet are left out. */
static void print_more(struct cli *cli, const char *format, unsigned long n)
{
	if (n == 0)
		return;
	fputs(" · ", cli->out);
	fprintf(cli->out, format, n);
}

static void print_counts(struct cli *cli, const struct nested *counts)
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

static struct error print_status(struct cli *cli, const struct status *s)
{
	fprintf(cli->out, "%s%s\n\n", competition_name(&s->competition),
		cli->ctx.demo ? _(" (demo, invented material)") : "");
	print_counts(cli, s->counts);
	TRY(print_array(cli, &phase_listing, &s->phases, s->phases.n));
	fprintf(cli->out, "\n%s\n", _("To do"));
	for (size_t i = 0; i < s->todos.n; i++)
		fprintf(cli->out, "  %s\n", s->todos.rows[i].text);
	if (s->todos.n == 0)
		fprintf(cli->out, "  %s\n", _("Nothing waits."));
	return ok();
}

static struct error print_sheet(struct cli *cli)
{
	const char *text;

	TRY(situation_text(&cli->ctx, &cli->arena, &text));
	return print_text(cli, text);
}

static struct error run_status(struct cli *cli)
{
	struct status status = { 0 };

	if (option(cli, "sheet") != NULL)
		return print_sheet(cli);
	TRY(read_status(cli, &status));
	switch (cli_reader(cli)) {
	case READ_SHOWN:
	case READ_TYPED: /* of forms */
		return print_status(cli, &status);
	case READ_SHEET:
		return print_array(cli, &phase_listing, &status.phases, status.phases.n);
	case READ_EXACT:
		break;
	}
	return print_one(cli, &status_listing, &status, 0);
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
