/* SPDX-License-Identifier: MIT
 * The ranking of a round. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/judging/blind.h"
#include "src/ground/sides.h"
#include "src/judging/custody.h"
#include "src/judging/standing.h"
#include "src/judging/tie_words.h"

static json_t *rank_json(const struct standing_row *row, bool blind)
{
	const struct ranked *r = &row->ranked;

	return json_pack("{s:o, s:s, s:o, s:s, s:o, s:o, s:o, s:I, s:b, s:b}", "rank",
		r->enough ? json_integer(r->rank) : json_null(), "code", row->submission_code,
		"alias", blind ? json_string(row->item.code) : json_null(), "title",
		row->item.title, "score", r->enough ? json_ratio(r->score) : json_null(), "median",
		json_ratio(r->median), "spread", json_ratio(r->spread), "reviews",
		(json_int_t)r->reviews, "enough", r->enough, "tied", r->tied);
}

/* The first note stands apart from the table. */
static void set_apart(struct cli *cli, bool *noted)
{
	if (!*noted)
		print_done(cli, "%s", "");
	*noted = true;
}

/* Below the table: by which notice the rules are locked, and how ties were decided. */
static struct error print_notes(
	struct cli *cli, const struct round *r, const struct standing *standing)
{
	struct tie_words words;

	if (strcmp(cli->format, "table") != 0)
		return ok();
	bool noted = false;
	if (*r->notice != '\0') {
		set_apart(cli, &noted);
		print_done(cli, _("Rules locked by notice: %s"), r->notice);
	}
	for (size_t i = 0; i < standing->n; i++) {
		TRY(tie_tell(&cli->ctx, &cli->arena, standing, r, i, &words));
		for (size_t l = 0; l < words.n; l++) {
			set_apart(cli, &noted);
			/* TRANSLATORS: a code and a sentence. */
			print_done(cli, _("%s: %s"), standing->rows[i].item.code, words.lines[l]);
		}
	}
	return ok();
}

/* A blind round has its codes; whose they are stands beside only for who holds them. */
static struct error print_ranking(
	struct cli *cli, const struct round *r, json_t *rows, bool codes_only)
{
	static const struct column shown[] = {
		{ "title", N_("Title"), CELL_TEXT },
		{ "score", N_("Score"), CELL_NUMBER },
		{ "median", N_("Median"), CELL_NUMBER },
		{ "spread", N_("Spread"), CELL_NUMBER },
		{ "reviews", N_("Reviews"), CELL_NUMBER },
		{ "tied", N_("Shared"), CELL_FLAG },
	};
	struct column columns[LEN(shown) + 3] = { { "rank", N_("Rank"), CELL_NUMBER } };
	size_t n = 1;

	if (r->blind)
		columns[n++] = (struct column){ "alias", N_("Code"), CELL_TEXT };
	if (!codes_only)
		columns[n++] = (struct column){ "code", r->blind ? N_("Submission") : N_("Code"),
			CELL_TEXT };
	memcpy(columns + n, shown, sizeof(shown));
	return print_rows(cli, rows, columns, n + LEN(shown));
}

static struct error run_rank(struct cli *cli)
{
	struct standing standing;
	struct round r;
	json_auto_t *rows = json_array();

	TRY(cli_round(cli, cli->argv[0], &r));
	bool hidden = blind_hides(&cli->ctx, r.id);
	TRY(standing_make(&cli->ctx, &cli->arena, r.id, option(cli, "method"), &standing));
	TRY(standing_show(&cli->ctx, r.id));
	for (size_t i = 0; i < standing.n; i++)
		json_array_append_new(rows, rank_json(&standing.rows[i], r.blind));
	if (strcmp(cli->format, "json") != 0) {
		TRY(print_ranking(cli, &r, json_take(&rows), hidden));
		TRY(print_notes(cli, &r, &standing));
		if (hidden)
			fprintf(stderr, "%s\n", sides_reason(&cli->ctx, &cli->arena, r.id));
		return ok();
	}
	return print_record(cli,
		json_pack("{s:s, s:s, s:o}", "round", r.key, "method",
			option(cli, "method") == NULL ? r.method : option(cli, "method"), "rows",
			json_take(&rows)),
		NULL, 0);
}

static const struct option_spec method_option[] = {
	{ "method", "METHOD", N_("as it would be by mean, median, trimmed or borda") },
};
static const struct verb rank_verb[] = {
	{ .operands = "KEY",
		.least = 1,
		.most = 1,
		.options = method_option,
		.option_count = 1,
		.run = run_rank,
		.help = N_("Ranks a round by its locked method.") },
};
const struct noun noun_rank = { "rank", N_("the ranking of a round"), rank_verb, 1 };
