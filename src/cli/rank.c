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

/* A blind round has its codes; whose they are stands beside only for who holds them. */
#define RANKED_COLUMNS(code_title) \
	{ "rank", N_("Rank"), CELL_NUMBER }, { "code", code_title, CELL_TEXT }, \
		{ "alias", N_("Code"), CELL_TEXT }, { "title", N_("Title"), CELL_TEXT }, \
		{ "score", N_("Score"), CELL_RATIO }, { "median", N_("Median"), CELL_RATIO }, \
		{ "spread", N_("Spread"), CELL_RATIO }, { "reviews", N_("Reviews"), CELL_NUMBER }, \
		{ "enough", N_("Enough reviews"), CELL_FLAG }, \
	{ \
		"tied", N_("Shared"), CELL_FLAG \
	}
#define RANKED_SHOWN "title,score,median,spread,reviews,tied"

static const struct column open_columns[] = { RANKED_COLUMNS(N_("Code")) };
static const struct column blind_columns[] = { RANKED_COLUMNS(N_("Submission")) };

/* What a ranking is about, and by which method it was made. */
struct ranking_asked {
	const struct round *round;
	const char *method;
	const struct standing *standing;
};

static struct error ranked_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct ranking_asked *asked = arg;
	const struct standing_row *s = &asked->standing->rows[id];
	const struct ranked *r = &s->ranked;

	(void)cli;
	row_put(row, "rank", r->enough ? cell_number(r->rank) : cell_null());
	row_put(row, "code", cell_text(s->submission_code));
	row_put(row, "alias", asked->round->blind ? cell_text(s->item.code) : cell_null());
	row_put(row, "title", cell_text(s->item.title));
	row_put(row, "score", r->enough ? cell_ratio(r->score, 4) : cell_null());
	row_put(row, "median", cell_ratio(r->median, 4));
	row_put(row, "spread", cell_ratio(r->spread, 4));
	row_put(row, "reviews", cell_number((int64_t)r->reviews));
	row_put(row, "enough", cell_flag(r->enough));
	row_put(row, "tied", cell_flag(r->tied));
	return ok();
}

static const struct listing open_listing = { open_columns, LEN(open_columns),
	"rank,code," RANKED_SHOWN, ranked_row };
static const struct listing blind_listing = { blind_columns, LEN(blind_columns),
	"rank,alias,code," RANKED_SHOWN, ranked_row };
static const struct listing hidden_listing = { blind_columns, LEN(blind_columns),
	"rank,alias," RANKED_SHOWN, ranked_row };

static const struct column ranking_columns[] = {
	{ "round", N_("Round"), CELL_TEXT },
	{ "method", N_("Ranking method"), CELL_CODE, WORDS_METHOD },
	{ "rows", N_("Ranking"), CELL_ROWS },
};

static struct error ranking_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct ranking_asked *asked = arg;
	struct cell rows;

	(void)id;
	TRY(nest_rows(cli, &row->arena, &open_listing, asked, asked->standing->n, &rows));
	row_put(row, "round", cell_text(asked->round->key));
	row_code(row, "method", asked->method);
	row_put(row, "rows", rows);
	return ok();
}

static const struct listing ranking_listing = { ranking_columns, LEN(ranking_columns), NULL,
	ranking_row };

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

	if (cli_reader(cli) != READ_SHOWN)
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

static struct error run_rank(struct cli *cli)
{
	struct standing standing;
	struct round r;

	TRY(cli_round(cli, cli->argv[0], &r));
	bool hidden = blind_hides(&cli->ctx, r.id);
	const char *method = option(cli, "method") == NULL ? r.method : option(cli, "method");
	const struct ranking_asked asked = { &r, method, &standing };
	TRY(standing_make(&cli->ctx, &cli->arena, r.id, option(cli, "method"), &standing));
	TRY(standing_show(&cli->ctx, r.id));
	if (cli_reader(cli) == READ_EXACT)
		return print_one(cli, &ranking_listing, &asked, r.id);
	const struct listing *listing = hidden ? &hidden_listing : &blind_listing;
	TRY(print_array(cli, r.blind ? listing : &open_listing, &asked, standing.n));
	TRY(print_notes(cli, &r, &standing));
	if (hidden)
		fprintf(stderr, "%s\n", sides_reason(&cli->ctx, &cli->arena, r.id));
	return ok();
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
