/* SPDX-License-Identifier: MIT
 * What stands beside the order of a closed round: who saw what, how firm the order is, how far the
 * jurors agree. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/judging/advice_words.h"

static const char *const kinds[] = {
	[VARIANT_JUROR] = "juror", [VARIANT_CRITERION] = "criterion", [VARIANT_METHOD] = "method"
};

static struct error read_advice(struct cli *cli, struct advice *advice)
{
	struct round r;

	TRY(cli_round(cli, cli->argv[0], &r));
	return advice_make(&cli->ctx, &cli->arena, r.id, advice);
}

/* What is not exact anyway, to four decimals as a score is. */
static struct cell cell_of_points(double value)
{
	return isnan(value) ? cell_null() :
			      cell_ratio((struct ratio){ llround(value * 10000), 10000 }, 4);
}

static struct cell cell_winner(const struct advice *a, size_t item)
{
	return item == NO_WINNER ? cell_null() : cell_text(advice_row(a, item)->submission_code);
}

/* --- robustness --- */

static const char *left_out(const struct advice *a, const struct variant *v)
{
	switch (v->kind) {
	case VARIANT_JUROR:
		return a->jurors[v->left_out].login;
	case VARIANT_CRITERION:
		return a->criteria.rows[v->left_out].key;
	case VARIANT_METHOD:
		return method_code((enum method)v->left_out);
	}
	return "";
}

struct robustness {
	const struct advice *advice;
	const struct firmness *firmness;
};

static const struct column variant_columns[] = {
	{ "kind", N_("Without or by"), CELL_TEXT },
	{ "left_out", N_("What"), CELL_TEXT },
	{ "winner", N_("Winner"), CELL_TEXT },
	{ "selection_changes", N_("Line moves"), CELL_FLAG },
};

static struct error variant_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct robustness *r = arg;
	const struct variant *v = &r->firmness->variants[id];

	(void)cli;
	row_put(row, "kind", cell_text(kinds[v->kind]));
	row_put(row, "left_out", cell_text(left_out(r->advice, v)));
	row_put(row, "winner", cell_winner(r->advice, v->winner));
	row_put(row, "selection_changes", cell_flag(v->selection_changes));
	return ok();
}

static const struct listing variant_listing = { variant_columns, LEN(variant_columns), NULL,
	variant_row };

static const struct column weight_columns[] = {
	{ "criterion", N_("Criterion"), CELL_TEXT },
	{ "flips_at", N_("Weight that changes the winner, %"), CELL_DECIMAL },
};

static struct error weight_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct robustness *r = arg;
	int64_t at = r->firmness->weights[id].winner_at;

	(void)cli;
	row_put(row, "criterion", cell_text(r->advice->criteria.rows[id].key));
	row_put(row, "flips_at", at < 0 ? cell_null() : cell_decimal(at * 100));
	return ok();
}

static const struct listing weight_listing = { weight_columns, LEN(weight_columns), NULL,
	weight_row };

static const struct column robustness_columns[] = {
	{ "round", N_("Round"), CELL_TEXT },
	{ "winner", N_("Winner"), CELL_TEXT },
	{ "variants", N_("Comparisons"), CELL_ROWS },
	{ "weights", N_("Weights"), CELL_ROWS },
	{ "same", N_("Same winner"), CELL_NUMBER },
	{ "of", N_("Of"), CELL_NUMBER },
};

static struct error robustness_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct robustness *r = arg;
	const struct firmness *f = r->firmness;
	size_t weights = f->weights == NULL ? 0 : r->advice->criteria.n;
	struct cell cell;

	(void)id;
	row_put(row, "round", cell_text(r->advice->round.key));
	row_put(row, "winner", cell_winner(r->advice, f->winner));
	TRY(nest_rows(cli, &row->arena, &variant_listing, r, f->n, &cell));
	row_put(row, "variants", cell);
	TRY(nest_rows(cli, &row->arena, &weight_listing, r, weights, &cell));
	row_put(row, "weights", cell);
	row_put(row, "same", cell_number((int64_t)f->same));
	row_put(row, "of", cell_number((int64_t)f->n));
	return ok();
}

static const struct listing robustness_listing = { robustness_columns, LEN(robustness_columns),
	NULL, robustness_row };

/* The page that the screen shows, with what it is about on top. */
static struct error print_page(
	struct cli *cli, const struct advice *a, const char *title, const char *body)
{
	return print_text(cli, arena_printf(&cli->arena, "%s: %s\n\n%s\n%s", title, a->round.key,
				       body, advice_page_end(&cli->arena)));
}

static struct error print_firmness(struct cli *cli, const struct robustness *r)
{
	struct buffer page = { 0 };

	firmness_page(r->advice, r->firmness, &page);
	struct error e = print_page(cli, r->advice, _("How firm the order is"), page.text);
	buffer_clear(&page);
	return e;
}

static struct error run_robustness(struct cli *cli)
{
	struct advice advice;
	struct firmness firmness;
	const struct robustness robustness = { &advice, &firmness };

	TRY(read_advice(cli, &advice));
	advice_firmness(&cli->arena, &advice, &firmness);
	switch (cli_reader(cli)) {
	case READ_SHOWN:
		return print_firmness(cli, &robustness);
	case READ_SHEET:
		return print_array(cli, &variant_listing, &robustness, firmness.n);
	case READ_EXACT:
		break;
	}
	return print_one(cli, &robustness_listing, &robustness, 0);
}

/* --- agreement --- */

static const struct column figure_columns[] = {
	{ "figure", N_("Figure"), CELL_TEXT },
	{ "value", N_("Value"), CELL_TEXT },
	{ "submissions", N_("Submissions"), CELL_NUMBER },
	{ "jurors", N_("Jurors"), CELL_NUMBER },
	{ "meaning", N_("Meaning"), CELL_TEXT },
};

static struct error figure_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct agreement_row *r = &((const struct agreement_row *)arg)[id];
	char text[40];

	(void)cli;
	agreement_value(&r->figure, text, sizeof(text));
	row_put(row, "figure", cell_text(agreement_name(r->key)));
	row_put(row, "value", cell_text(arena_text(&row->arena, text)));
	row_put(row, "submissions", cell_number((int64_t)r->figure.items));
	row_put(row, "jurors", cell_number((int64_t)r->figure.jurors));
	row_put(row, "meaning", cell_text(agreement_meaning(r->key)));
	return ok();
}

static const struct listing figure_listing = { figure_columns, LEN(figure_columns), NULL,
	figure_row };

static struct error print_figures(struct cli *cli, const struct agreement *agreement)
{
	struct agreement_row rows[AGREEMENT_ROWS];

	agreement_rows(agreement, rows);
	return print_array(cli, &figure_listing, rows, LEN(rows));
}

/* One record for a program, its members by the figures' keys. */
static const struct column agreement_columns[] = {
	{ "n_submissions", N_("Submissions"), CELL_NUMBER },
	{ "n_jurors", N_("Jurors"), CELL_NUMBER },
	{ "alpha_interval", N_("Figure"), CELL_FIGURE },
	{ "alpha_ordinal", N_("Figure"), CELL_FIGURE },
	{ "icc_2_1", N_("Figure"), CELL_FIGURE },
	{ "icc_2_k", N_("Figure"), CELL_FIGURE },
	{ "kendall_w", N_("Figure"), CELL_FIGURE },
};

static struct error agreement_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct agreement *agreement = arg;
	struct agreement_row rows[AGREEMENT_ROWS];

	(void)cli, (void)id;
	agreement_rows(agreement, rows);
	row_put(row, "n_submissions", cell_number((int64_t)agreement->items));
	row_put(row, "n_jurors", cell_number((int64_t)agreement->jurors));
	for (size_t i = 0; i < AGREEMENT_ROWS; i++)
		row_put(row, rows[i].key,
			rows[i].figure.defined ? cell_figure(rows[i].figure.value) : cell_null());
	return ok();
}

static const struct listing agreement_listing = { agreement_columns, LEN(agreement_columns), NULL,
	agreement_row };

static struct error print_agreement(
	struct cli *cli, const struct advice *advice, const struct agreement *agreement)
{
	struct buffer page = { 0 };

	agreement_lines(advice, agreement, &page);
	struct error e = print_page(cli, advice, _("How far the jurors agree"), page.text);
	buffer_clear(&page);
	return e;
}

static struct error run_agreement(struct cli *cli)
{
	struct advice advice;
	struct agreement agreement;

	TRY(read_advice(cli, &advice));
	advice_agreement(&cli->arena, &advice, &agreement);
	switch (cli_reader(cli)) {
	case READ_SHOWN:
		return print_agreement(cli, &advice, &agreement);
	case READ_SHEET:
		return print_figures(cli, &agreement);
	case READ_EXACT:
		break;
	}
	return print_one(cli, &agreement_listing, &agreement, 0);
}

/* --- advice: who saw what --- */

static const struct column submission_columns[] = {
	{ "rank", N_("Rank"), CELL_NUMBER },
	{ "code", N_("Code"), CELL_TEXT },
	{ "title", N_("Title"), CELL_TEXT },
	{ "score", N_("Score"), CELL_RATIO },
	{ "reviews", N_("Reviews"), CELL_NUMBER },
	{ "spread", N_("Spread"), CELL_RATIO },
	{ "divided", N_("Divided"), CELL_RATIO },
	{ "divided_on", N_("Most on"), CELL_TEXT },
	{ "adjusted", N_("Adjusted"), CELL_RATIO },
	{ "adjusted_rank", N_("Rank then"), CELL_NUMBER },
	{ "scores", N_("Each juror's score"), CELL_RECORD },
};
#define SUBMISSION_SHOWN "rank,code,score,spread,divided,divided_on,adjusted,adjusted_rank"

/* What each juror's weighted score is, a column a juror, by login: a record inside of the row, and
 * where the form has none, columns beside the others. */
struct scored {
	const struct advice *advice;
	const struct column *jurors;
};

static struct cell score_of(const struct advice *a, size_t item, size_t juror)
{
	int64_t value = cells_at(&a->cells, item, juror);

	return cell_ratio((struct ratio){ value, value == CELL_NONE ? 0 : a->cells.unit }, 4);
}

static struct cell scores_cell(struct arena *arena, const struct scored *scored, size_t item)
{
	size_t n = scored->advice->cells.jurors;
	struct nested *scores = nested_new(arena, scored->jurors, n, 1);
	struct row row = nested_add(scores);

	for (size_t j = 0; j < n; j++)
		row.cells[j] = score_of(scored->advice, item, j);
	return cell_record(scores);
}

static struct error submission_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct scored *scored = arg;
	const struct advice *a = scored->advice;
	const struct standing_row *s = &a->standing.rows[id];
	const struct ranked *r = &s->ranked;
	const struct place *place = &a->places[r->item];
	double divided = advice_divided(a, r->item);
	struct division on;

	(void)cli;
	row_put(row, "rank", r->enough ? cell_number(r->rank) : cell_null());
	row_put(row, "code", cell_text(s->submission_code));
	row_put(row, "title", cell_text(s->item.title));
	row_put(row, "score", r->enough ? cell_ratio(r->score, 4) : cell_null());
	row_put(row, "reviews", cell_number((int64_t)r->reviews));
	row_put(row, "spread", cell_ratio(r->spread, 4));
	row_put(row, "divided", divided < 0 ? cell_null() : cell_of_points(divided));
	row_put(row, "divided_on",
		advice_divided_on(a, r->item, &on) ? cell_text(a->criteria.rows[on.criterion].key) :
						     cell_null());
	row_put(row, "adjusted",
		place->rank > 0 ? cell_of_points(a->severity.items[r->item]) : cell_null());
	row_put(row, "adjusted_rank", place->rank > 0 ? cell_number(place->rank) : cell_null());
	row_put(row, "scores", scores_cell(&row->arena, scored, r->item));
	return ok();
}

static const struct listing submission_listing = { submission_columns, LEN(submission_columns),
	SUBMISSION_SHOWN, submission_row };

/* With the jurors' columns at its end. */
static struct error beside_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct scored *scored = arg;
	size_t item = scored->advice->standing.rows[id].ranked.item;

	TRY(submission_row(cli, arg, id, row));
	for (size_t j = 0; j < scored->advice->cells.jurors; j++)
		row->cells[LEN(submission_columns) + j] = score_of(scored->advice, item, j);
	return ok();
}

static struct listing beside_listing(struct arena *arena, const struct scored *scored)
{
	size_t jurors = scored->advice->cells.jurors, n = LEN(submission_columns) + jurors;
	struct column *all = arena_alloc(arena, n * sizeof(*all));
	const char *shown = SUBMISSION_SHOWN;

	memcpy(all, submission_columns, sizeof(submission_columns));
	for (size_t j = 0; j < jurors; j++) {
		all[LEN(submission_columns) + j] = scored->jurors[j];
		shown = arena_printf(arena, "%s,%s", shown, scored->jurors[j].name);
	}
	return (struct listing){ all, n, shown, beside_row };
}

static const struct column juror_columns[] = {
	{ "juror", N_("Juror"), CELL_TEXT },
	{ "name", N_("Name"), CELL_TEXT },
	{ "reviews", N_("Reviews"), CELL_NUMBER },
	{ "severity", N_("Kind (+) or strict (−)"), CELL_RATIO },
};

static struct error juror_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct advice *a = arg;
	const struct advice_juror *juror = &a->jurors[id];

	(void)cli;
	row_put(row, "juror", cell_text(juror->login));
	row_put(row, "name", cell_text(juror->name));
	row_put(row, "reviews", cell_number((int64_t)juror->reviews));
	row_put(row, "severity",
		a->severity.defined ? cell_of_points(a->severity.jurors[id]) : cell_null());
	return ok();
}

static const struct listing juror_listing = { juror_columns, LEN(juror_columns), NULL, juror_row };

static const struct column advice_columns[] = {
	{ "round", N_("Round"), CELL_TEXT },
	{ "submissions", N_("Submissions"), CELL_ROWS },
	{ "jurors", N_("Jurors"), CELL_ROWS },
};

static struct error advice_row_of(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct scored *scored = arg;
	const struct advice *a = scored->advice;
	struct cell cell;

	(void)id;
	row_put(row, "round", cell_text(a->round.key));
	TRY(nest_rows(cli, &row->arena, &submission_listing, scored, a->standing.n, &cell));
	row_put(row, "submissions", cell);
	TRY(nest_rows(cli, &row->arena, &juror_listing, a, a->cells.jurors, &cell));
	row_put(row, "jurors", cell);
	return ok();
}

static const struct listing advice_listing = { advice_columns, LEN(advice_columns), "round",
	advice_row_of };

static const struct column *score_columns(struct arena *arena, const struct advice *a)
{
	struct column *columns = arena_alloc(arena, (a->cells.jurors + 1) * sizeof(*columns));

	for (size_t j = 0; j < a->cells.jurors; j++)
		columns[j] = (struct column){ a->jurors[j].login, a->jurors[j].login, CELL_RATIO };
	return columns;
}

static struct error run_advice(struct cli *cli)
{
	struct advice a;

	TRY(read_advice(cli, &a));
	const struct scored scored = { &a, score_columns(&cli->arena, &a) };
	const struct listing beside = beside_listing(&cli->arena, &scored);
	if (cli_reader(cli) == READ_SHEET)
		return print_array(cli, &beside, &scored, a.standing.n);
	TRY(print_one(cli, &advice_listing, &scored, 0));
	TRY(print_below(cli, N_("Each juror's weighted score of each submission"), &beside, &scored,
		a.standing.n));
	return print_below(cli, N_("Jurors"), &juror_listing, &a, a.cells.jurors);
}

static const struct verb advice_verbs[] = {
	{ NULL, "KEY", 1, 1, NULL, 0, run_advice,
		N_("Who saw what in a closed round and how each juror scored it, where they are "
		   "divided, who is kind and who strict, and the order without that."),
		false, false },
};
const struct noun noun_advice = {
	"advice",
	N_("who saw what, and where the jurors are divided"),
	advice_verbs,
	LEN(advice_verbs),
};

static const struct verb robustness_verbs[] = {
	{ NULL, "KEY", 1, 1, NULL, 0, run_robustness,
		N_("How firm the order of a closed round is: without each juror and each criterion, "
		   "by each other method, and how far a weight must move until it changes."),
		false, false },
};
const struct noun noun_robustness = {
	"robustness",
	N_("how firm the order is"),
	robustness_verbs,
	LEN(robustness_verbs),
};

static const struct verb agreement_verbs[] = {
	{ NULL, "KEY", 1, 1, NULL, 0, run_agreement,
		N_("How far the jurors of a closed round agree: Krippendorff's alpha, ICC and "
		   "Kendall's W, each with how many submissions and jurors it is over."),
		false, false },
};
const struct noun noun_agreement = {
	"agreement",
	N_("how far the jurors agree"),
	agreement_verbs,
	LEN(agreement_verbs),
};
