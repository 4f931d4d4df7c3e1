/* SPDX-License-Identifier: MIT
 * What goes to the sender of the jury's feedback. */
#include "src/judging/feedback.h"

#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/ground/sides.h"
#include "src/judging/custody.h"

/* "Maija (juror)": what was found in a text of any language, each once. */
static struct error warnings_of(
	struct cli *cli, struct arena *arena, const struct feedback_item *item, struct cell *cell)
{
	const char *const texts[] = { item->feedback.text_fi, item->feedback.text_sv,
		item->feedback.text_en };
	struct findings found[LEN(texts)];
	size_t n = 0, all = 0;

	for (size_t i = 0; i < LEN(texts); i++) {
		TRY(feedback_findings(&cli->ctx, arena, item, texts[i], &found[i]));
		all += found[i].n;
	}
	const char **words = arena_alloc(arena, (all + 1) * sizeof(*words));
	for (size_t i = 0; i < LEN(texts); i++)
		for (size_t k = 0; k < found[i].n; k++)
			words[n++] = finding_words(arena, &found[i].rows[k]);
	*cell = cell_list(words, n);
	return ok();
}

static struct cell said_cell(struct arena *arena, const struct feedback_said_list *said)
{
	const char **texts = arena_alloc(arena, (said->n + 1) * sizeof(*texts));

	for (size_t i = 0; i < said->n; i++)
		texts[i] = said->rows[i].text;
	return cell_list(texts, said->n);
}

/* The item, and what was found in the text, are of no table. */
static const struct column feedback_columns[] = {
	{ "code", N_("Code"), CELL_TEXT },
	{ "title", N_("Title"), CELL_TEXT, .seen_by = SEEN_BY_JURY },
	{ "language", N_("Language"), CELL_CODE, WORDS_LANGUAGE, SEEN_BY_JURY },
	{ "jurors", N_("Jurors' texts"), CELL_NUMBER },
	{ "said", N_("What jurors wrote"), CELL_LIST, .seen_by = SEEN_BY_OFFICE },
	{ "text", N_("Feedback"), CELL_TEXTS, .seen_by = SEEN_BY_OFFICE },
	{ "written", N_("Written"), CELL_FLAG },
	{ "cleared" },
	{ "cleared_by" },
	{ "warnings", N_("To be looked at"), CELL_LIST },
};

static struct error feedback_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct feedback_item item;
	struct cell warnings;

	(void)arg;
	TRY(feedback_get(&cli->ctx, &row->arena, id, &item));
	TRY(warnings_of(cli, &row->arena, &item, &warnings));
	row_record(row, &item.feedback);
	row_put(row, "code", cell_text(item.item.code));
	row_put(row, "title", cell_text(item.item.title));
	row_code(row, "language", item.item.lang);
	row_put(row, "jurors", cell_number((int64_t)item.said.n));
	row_put(row, "said", said_cell(&row->arena, &item.said));
	row_put(row, "text",
		cell_texts(item.feedback.text_fi, item.feedback.text_sv, item.feedback.text_en));
	row_put(row, "written", cell_flag(feedback_is_written(&item.feedback)));
	row_put(row, "warnings", warnings);
	row->side = SIDE_JURY;
	row->sealed_by = sides_sealed(&cli->ctx, item.round.id) ? item.round.id : 0;
	return ok();
}

static const struct listing feedback_listing = { feedback_columns, LEN(feedback_columns),
	"code,title,language,jurors,written,cleared,warnings", feedback_row, &record_of_feedback };
static const struct listing feedback_record = { feedback_columns, LEN(feedback_columns),
	"code,title,language,text,cleared,cleared_by,warnings", feedback_row, &record_of_feedback };

static const struct column said_columns[] = {
	{ "number", N_("Juror"), CELL_NUMBER },
	{ "text", N_("Text"), CELL_TEXT },
};

static struct error said_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct feedback_said_list *said = arg;

	(void)cli;
	row_put(row, "number", cell_number(id + 1));
	row_put(row, "text", cell_text(said->rows[id].text));
	return ok();
}

static const struct listing said_listing = { said_columns, LEN(said_columns), NULL, said_row };

static struct error print_progress(struct cli *cli, int64_t round_id)
{
	struct feedback_progress progress;

	if (cli_reader(cli) != READ_SHOWN)
		return ok();
	TRY(feedback_progress(&cli->ctx, round_id, &progress));
	/* TRANSLATORS: of the texts with feedback; the second number is of all. */
	print_done(cli, _("%lld of %lld cleared"), (long long)progress.cleared,
		(long long)progress.all);
	return ok();
}

static struct error run_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	struct round r;

	TRY(require(&cli->ctx, ACT_READ));
	TRY(cli_round(cli, cli->argv[0], &r));
	struct error e = feedback_ids(&cli->ctx, r.id, &ids);
	TRY(print_listing(cli, &feedback_listing, NULL, e, &ids));
	TRY(print_progress(cli, r.id));
	if (feedback_blocked(&r) != NULL)
		fprintf(stderr, "%s\n", _(feedback_blocked(&r)));
	if (sides_sealed(&cli->ctx, r.id))
		fprintf(stderr, "%s\n", sides_reason(&cli->ctx, &cli->arena, r.id));
	return ok();
}

static struct error find_feedback(struct cli *cli, const char *code, int64_t *item_id)
{
	struct round r;

	TRY(cli_round(cli, cli->argv[0], &r));
	cli->subject = code;
	return item_find(&cli->ctx, r.id, code, item_id);
}

static struct error run_show(struct cli *cli)
{
	struct feedback_item item;
	int64_t id;

	TRY(require(&cli->ctx, ACT_READ));
	TRY(find_feedback(cli, cli->argv[1], &id));
	TRY(feedback_get(&cli->ctx, &cli->arena, id, &item));
	TRY(print_one(cli, &feedback_record, NULL, id));
	return print_below(cli, N_("What jurors wrote"), &said_listing, &item.said, item.said.n);
}

/* A hint, after the fact: it is no result. */
static struct error warn(struct cli *cli, int64_t item_id)
{
	struct feedback_item item;
	struct cell warnings;

	TRY(feedback_get(&cli->ctx, &cli->arena, item_id, &item));
	TRY(warnings_of(cli, &cli->arena, &item, &warnings));
	if (warnings.n > 0)
		/* TRANSLATORS: a submission's code; names, addresses and scores in the text. */
		fprintf(stderr, _("%s: look at this before it goes out: %s\n"), item.item.code,
			cell_words(&cli->arena, &warnings, READ_SHOWN));
	return ok();
}

static struct error run_set(struct cli *cli)
{
	int64_t id;

	if (option(cli, "text") == NULL)
		return fail(E_REQUIRED, "feedback");
	if (option(cli, "lang") == NULL)
		return fail(E_REQUIRED, "language");
	TRY(find_feedback(cli, cli->argv[1], &id));
	TRY(feedback_set(
		&cli->ctx, id, option(cli, "lang"), option(cli, "text"), FEEDBACK_ANY_VERSION));
	TRY(print_simply(cli));
	return warn(cli, id);
}

static struct error run_take(struct cli *cli)
{
	struct feedback_item item;
	int64_t id, number;

	TRY(cli_number(cli, 2, "juror", &number));
	TRY(find_feedback(cli, cli->argv[1], &id));
	TRY(feedback_get(&cli->ctx, &cli->arena, id, &item));
	const char *lang = option(cli, "lang") == NULL ? item.item.lang : option(cli, "lang");
	TRY(feedback_take(&cli->ctx, id, number, lang, FEEDBACK_ANY_VERSION));
	TRY(print_simply(cli));
	return warn(cli, id);
}

static struct error clear_all(struct cli *cli, const int64_t *ids)
{
	bool back = option(cli, "withdraw") != NULL;
	struct error e = ok();

	for (int i = 1; e.code == E_OK && i < cli->argc; i++) {
		cli->subject = cli->argv[i];
		e = back ? feedback_unclear(&cli->ctx, ids[i], FEEDBACK_ANY_VERSION) :
			   feedback_clear(&cli->ctx, ids[i], FEEDBACK_ANY_VERSION);
	}
	return e;
}

/* All of them or none. */
static struct error run_clear(struct cli *cli)
{
	int64_t *ids = arena_alloc(&cli->arena, (size_t)cli->argc * sizeof(*ids));
	struct round r;

	for (int i = 1; i < cli->argc; i++)
		TRY(find_feedback(cli, cli->argv[i], &ids[i]));
	TRY(context_begin_series(&cli->ctx));
	TRY(context_end_series(&cli->ctx, clear_all(cli, ids)));
	TRY(cli_round(cli, cli->argv[0], &r));
	TRY(print_progress(cli, r.id));
	for (int i = 1; i < cli->argc && option(cli, "withdraw") == NULL; i++)
		TRY(warn(cli, ids[i]));
	return ok();
}

static const struct option_spec set_options[] = {
	{ "lang", "LANG", N_("the language that the text is in"), WORDS_LANGUAGE },
	{ "text", "TEXT", N_("the text; an empty one takes it away") },
};
static const struct option_spec take_options[] = {
	{ "lang", "LANG", N_("into the text of that language; otherwise the submission's own"),
		WORDS_LANGUAGE },
};
static const struct option_spec clear_options[] = {
	{ "withdraw", NULL, N_("takes the clearing back") },
};
static const struct verb verbs[] = {
	{ .name = "list",
		.operands = "KEY",
		.least = 1,
		.most = 1,
		.run = run_list,
		.help = N_(
			"Lists a round's submissions with what goes to their senders, whether it "
			"is cleared, and what should be looked at before: names and scores.") },
	{ .name = "show",
		.operands = "KEY CODE",
		.least = 2,
		.most = 2,
		.run = run_show,
		.help = N_(
			"Shows what goes to one sender, and what the jurors wrote, by number.") },
	{ .name = "set",
		.operands = "KEY CODE",
		.least = 2,
		.most = 2,
		.options = set_options,
		.option_count = LEN(set_options),
		.run = run_set,
		.help = N_("Writes what goes to a sender in one language; what was cleared is not "
			   "cleared any more.") },
	{ .name = "take",
		.operands = "KEY CODE NUMBER",
		.least = 3,
		.most = 3,
		.options = take_options,
		.option_count = LEN(take_options),
		.run = run_take,
		.help = N_(
			"Takes over what the juror of that number wrote, as the last paragraph.") },
	{ .name = "clear",
		.operands = "KEY CODE...",
		.least = 2,
		.most = -1,
		.options = clear_options,
		.option_count = LEN(clear_options),
		.run = run_clear,
		.help = N_("Clears texts that were read and can go, all of them or none.") },
};
const struct noun noun_feedback = { "feedback", N_("what the jury says to each sender"), verbs,
	LEN(verbs) };
