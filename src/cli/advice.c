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

/* What is not exact anyway, to four decimals as a score is; null where there is none. */
static json_t *decimal_json(double value)
{
	long long number = llround(fabs(value) * 10000);
	char text[40];

	if (isnan(value))
		return json_null();
	snprintf(text, sizeof(text), "%s%lld.%04lld", value < 0 && number > 0 ? "-" : "",
		number / 10000, number % 10000);
	return json_string(text);
}

static json_t *winner_json(const struct advice *a, size_t item)
{
	return item == NO_WINNER ? json_null() : json_string(advice_row(a, item)->submission_code);
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

static json_t *variants_json(const struct advice *a, const struct firmness *f)
{
	json_t *rows = json_array();

	for (size_t i = 0; i < f->n; i++) {
		const struct variant *v = &f->variants[i];

		json_array_append_new(
			rows, json_pack("{s:s, s:s, s:o, s:b}", "kind", kinds[v->kind], "left_out",
				      left_out(a, v), "winner", winner_json(a, v->winner),
				      "selection_changes", v->selection_changes));
	}
	return rows;
}

static json_t *weights_json(const struct advice *a, const struct firmness *f)
{
	json_t *rows = json_array();

	for (size_t c = 0; f->weights != NULL && c < a->criteria.n; c++) {
		char share[40];

		thousandths_format(f->weights[c].winner_at * 100, share, sizeof(share));
		json_array_append_new(rows,
			json_pack("{s:s, s:o}", "criterion", a->criteria.rows[c].key, "flips_at",
				f->weights[c].winner_at < 0 ? json_null() : json_string(share)));
	}
	return rows;
}

static json_t *robustness_json(const struct advice *a, const struct firmness *f)
{
	return json_pack("{s:s, s:o, s:o, s:o, s:I, s:I}", "round", a->round.key, "winner",
		winner_json(a, f->winner), "variants", variants_json(a, f), "weights",
		weights_json(a, f), "same", (json_int_t)f->same, "of", (json_int_t)f->n);
}

/* The page that the screen shows, with what it is about on top. */
static struct error print_page(
	struct cli *cli, const struct advice *a, const char *title, const char *body)
{
	return print_text(cli, arena_printf(&cli->arena, "%s: %s\n\n%s\n%s", title, a->round.key,
				       body, advice_page_end(&cli->arena)));
}

static struct error run_robustness(struct cli *cli)
{
	static const struct column columns[] = {
		{ "kind", N_("Without or by"), CELL_TEXT },
		{ "left_out", N_("What"), CELL_TEXT },
		{ "winner", N_("Winner"), CELL_TEXT },
		{ "selection_changes", N_("Line moves"), CELL_FLAG },
	};
	struct advice advice;
	struct firmness firmness;
	struct buffer page = { 0 };

	TRY(read_advice(cli, &advice));
	advice_firmness(&cli->arena, &advice, &firmness);
	if (strcmp(cli->format, "json") == 0)
		return print_record(cli, robustness_json(&advice, &firmness), NULL, 0);
	if (strcmp(cli->format, "csv") == 0)
		return print_rows(cli, variants_json(&advice, &firmness), columns, LEN(columns));
	firmness_page(&advice, &firmness, &page);
	struct error e = print_page(cli, &advice, _("How firm the order is"), page.text);
	buffer_clear(&page);
	return e;
}

/* --- agreement --- */

static json_t *figure_json(const struct figure *figure)
{
	return figure->defined ? json_real(round(figure->value * 10000) / 10000) : json_null();
}

static json_t *figures_json(const struct agreement *agreement)
{
	struct agreement_row rows[AGREEMENT_ROWS];
	json_t *all = json_array();

	agreement_rows(agreement, rows);
	for (size_t i = 0; i < AGREEMENT_ROWS; i++) {
		char text[40];

		agreement_value(&rows[i].figure, text, sizeof(text));
		json_array_append_new(all, json_pack("{s:s, s:s, s:I, s:I, s:s}", "figure",
						   agreement_name(rows[i].key), "value", text,
						   "submissions", (json_int_t)rows[i].figure.items,
						   "jurors", (json_int_t)rows[i].figure.jurors,
						   "meaning", agreement_meaning(rows[i].key)));
	}
	return all;
}

static json_t *agreement_json(const struct agreement *agreement)
{
	struct agreement_row rows[AGREEMENT_ROWS];
	json_t *record = json_pack("{s:I, s:I}", "n_submissions", (json_int_t)agreement->items,
		"n_jurors", (json_int_t)agreement->jurors);

	agreement_rows(agreement, rows);
	for (size_t i = 0; i < AGREEMENT_ROWS; i++)
		json_object_set_new(record, rows[i].key, figure_json(&rows[i].figure));
	return record;
}

static struct error run_agreement(struct cli *cli)
{
	static const struct column columns[] = {
		{ "figure", N_("Figure"), CELL_TEXT },
		{ "value", N_("Value"), CELL_TEXT },
		{ "submissions", N_("Submissions"), CELL_NUMBER },
		{ "jurors", N_("Jurors"), CELL_NUMBER },
		{ "meaning", N_("Meaning"), CELL_TEXT },
	};
	struct advice advice;
	struct agreement agreement;
	struct buffer page = { 0 };

	TRY(read_advice(cli, &advice));
	advice_agreement(&cli->arena, &advice, &agreement);
	if (strcmp(cli->format, "json") == 0)
		return print_record(cli, agreement_json(&agreement), NULL, 0);
	if (strcmp(cli->format, "csv") == 0)
		return print_rows(cli, figures_json(&agreement), columns, LEN(columns));
	agreement_lines(&advice, &agreement, &page);
	struct error e = print_page(cli, &advice, _("How far the jurors agree"), page.text);
	buffer_clear(&page);
	return e;
}

/* --- advice: who saw what --- */

static json_t *scores_json(const struct advice *a, size_t item)
{
	json_t *scores = json_object();

	for (size_t j = 0; j < a->cells.jurors; j++) {
		int64_t value = cells_at(&a->cells, item, j);

		json_object_set_new(scores, a->jurors[j].login,
			json_ratio(
				(struct ratio){ value, value == CELL_NONE ? 0 : a->cells.unit }));
	}
	return scores;
}

static json_t *submission_json(const struct advice *a, const struct standing_row *row)
{
	const struct ranked *r = &row->ranked;
	const struct place *place = &a->places[r->item];
	double divided = advice_divided(a, r->item);
	struct division on;
	bool is_divided = advice_divided_on(a, r->item, &on);

	return json_pack("{s:o, s:s, s:s, s:o, s:I, s:o, s:o, s:o, s:o, s:o, s:o}", "rank",
		r->enough ? json_integer(r->rank) : json_null(), "code", row->submission_code,
		"title", row->item.title, "score", r->enough ? json_ratio(r->score) : json_null(),
		"reviews", (json_int_t)r->reviews, "spread", json_ratio(r->spread), "divided",
		divided < 0 ? json_null() : decimal_json(divided), "divided_on",
		is_divided ? json_string(a->criteria.rows[on.criterion].key) : json_null(),
		"adjusted",
		place->rank > 0 ? decimal_json(a->severity.items[r->item]) : json_null(),
		"adjusted_rank", place->rank > 0 ? json_integer(place->rank) : json_null(),
		"scores", scores_json(a, r->item));
}

static json_t *submissions_json(const struct advice *a)
{
	json_t *rows = json_array();

	for (size_t i = 0; i < a->standing.n; i++)
		json_array_append_new(rows, submission_json(a, &a->standing.rows[i]));
	return rows;
}

static json_t *jurors_json(const struct advice *a)
{
	json_t *rows = json_array();

	for (size_t j = 0; j < a->cells.jurors; j++)
		json_array_append_new(
			rows, json_pack("{s:s, s:s, s:I, s:o}", "juror", a->jurors[j].login, "name",
				      a->jurors[j].name, "reviews",
				      (json_int_t)a->jurors[j].reviews, "severity",
				      a->severity.defined ? decimal_json(a->severity.jurors[j]) :
							    json_null()));
	return rows;
}

/* A juror's scores stand in a column of their own, also where the form has no objects. */
static json_t *with_scores_beside(json_t *rows)
{
	size_t i;
	json_t *row;

	json_array_foreach(rows, i, row)
	{
		json_object_update(row, json_object_get(row, "scores"));
		json_object_del(row, "scores");
	}
	return rows;
}

static const struct column submission_columns[] = {
	{ "rank", N_("Rank"), CELL_NUMBER },
	{ "code", N_("Code"), CELL_TEXT },
	{ "score", N_("Score"), CELL_NUMBER },
	{ "spread", N_("Spread"), CELL_NUMBER },
	{ "divided", N_("Divided"), CELL_NUMBER },
	{ "divided_on", N_("Most on"), CELL_TEXT },
	{ "adjusted", N_("Adjusted"), CELL_NUMBER },
	{ "adjusted_rank", N_("Rank then"), CELL_NUMBER },
};

/* And one a juror, by login. */
static struct column *all_columns(struct arena *arena, const struct advice *a, size_t *n)
{
	*n = LEN(submission_columns) + a->cells.jurors;
	struct column *all = arena_alloc(arena, *n * sizeof(*all));
	memcpy(all, submission_columns, sizeof(submission_columns));
	for (size_t j = 0; j < a->cells.jurors; j++)
		all[LEN(submission_columns) + j] =
			(struct column){ a->jurors[j].login, a->jurors[j].login, CELL_NUMBER };
	return all;
}

static struct error run_advice(struct cli *cli)
{
	static const struct column juror_columns[] = {
		{ "juror", N_("Juror"), CELL_TEXT },
		{ "name", N_("Name"), CELL_TEXT },
		{ "reviews", N_("Reviews"), CELL_NUMBER },
		{ "severity", N_("Kind (+) or strict (−)"), CELL_NUMBER },
	};
	static const struct column columns[] = { { "round", N_("Round"), CELL_TEXT } };
	struct advice a;
	size_t n;

	TRY(read_advice(cli, &a));
	const struct column *all = all_columns(&cli->arena, &a, &n);
	if (strcmp(cli->format, "csv") == 0)
		return print_rows(cli, with_scores_beside(submissions_json(&a)), all, n);
	json_t *submissions = submissions_json(&a), *jurors = jurors_json(&a);
	if (strcmp(cli->format, "json") != 0)
		with_scores_beside(submissions);
	const struct table_part parts[] = {
		{ N_("Each juror's weighted score of each submission"), submissions, all, n },
		{ N_("Jurors"), jurors, juror_columns, LEN(juror_columns) },
	};
	return print_with_tables(cli,
		json_pack("{s:s, s:o, s:o}", "round", a.round.key, "submissions", submissions,
			"jurors", jurors),
		columns, LEN(columns), parts, LEN(parts));
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
