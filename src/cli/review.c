/* SPDX-License-Identifier: MIT
 * Reviews: lists, one with its texts, importing, exporting. */

#include <string.h>

#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/cli/import.h"
#include "src/cli/document.h"
#include "src/documents/score_sheet.h"
#include "src/judging/abstention.h"
#include "src/judging/receipt.h"
#include "src/judging/review.h"
#include "src/judging/review_columns.h"
#include "src/intake/review_import.h"
#include "src/ground/sides.h"
#include "src/registers/account.h"

/* By the criteria's keys. */
static struct cell scores_cell(struct arena *arena, const struct scores *scores)
{
	struct column *columns = arena_alloc(arena, (scores->n + 1) * sizeof(*columns));

	for (size_t i = 0; i < scores->n; i++)
		columns[i] =
			(struct column){ scores->rows[i].key, scores->rows[i].key, CELL_DECIMAL };
	struct nested *nested = nested_new(arena, columns, scores->n, 1);
	struct row row = nested_add(nested);
	for (size_t i = 0; i < scores->n; i++)
		row.cells[i] = cell_decimal(scores->rows[i].value);
	return cell_record(nested);
}

static const char *review_state(const struct assignment *a)
{
	if (a->barred > 0)
		return "barred";
	if (a->abstained)
		return "abstained";
	if (a->review_id != 0)
		return "submitted";
	return a->draft_saved != 0 ? "draft" : "none";
}

static const char *abstained_reason(const struct abstentions *list, const struct assignment *a)
{
	for (size_t i = 0; a->abstained && i < list->n; i++)
		if (list->rows[i].assignment_id == a->id)
			return list->rows[i].reason;
	return "";
}

/* Code, juror and state are joined and computed: only what is left are fields. */
static const struct column listed_columns[] = {
	{ "submission", N_("Submission"), CELL_TEXT },
	{ "juror", N_("User name"), CELL_TEXT },
	{ "name", N_("Juror"), CELL_TEXT },
	{ "state", N_("State"), CELL_CODE, WORDS_REVIEW_STATE },
	{ "submitted" },
	{ "late" },
	{ "counts", N_("Counts"), CELL_FLAG },
	{ "entered_on_behalf", N_("On behalf"), CELL_FLAG },
	{ "reason", N_("Reason"), CELL_TEXT },
	{ "confirmed" },
	{ "scores", N_("Scores"), CELL_RECORD },
};

struct reviewed {
	struct assignments list;
	struct abstentions passed;
};

static struct error review_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct reviewed *reviewed = arg;
	const struct assignment *a = &reviewed->list.rows[id];
	struct scores scores = { 0 };

	if (a->review_id != 0)
		TRY(review_scores(&cli->ctx, &row->arena, a->review_id, &scores));
	row_record(row, a);
	row_put(row, "submission", cell_text(a->code));
	row_put(row, "juror", cell_text(a->login));
	row_put(row, "name", cell_text(a->juror));
	row_code(row, "state", review_state(a));
	row_put(row, "counts",
		cell_flag(a->review_id != 0 && a->barred == 0 && !a->set_aside && !a->gone));
	row_put(row, "entered_on_behalf", cell_flag(a->entered));
	row_put(row, "reason", cell_text(abstained_reason(&reviewed->passed, a)));
	row_put(row, "scores", scores_cell(&row->arena, &scores));
	return ok();
}

static const struct listing review_listing = { listed_columns, LEN(listed_columns),
	"submission,name,state,submitted,late,entered_on_behalf,confirmed,reason", review_row,
	&record_of_assignment };

static struct error run_review_list(struct cli *cli)
{
	struct reviewed reviewed;
	struct round r;

	TRY(require(&cli->ctx, ACT_READ));
	TRY(cli_round(cli, cli->argv[0], &r));
	TRY(assignment_list(&cli->ctx, &cli->arena, r.id, 0, 0, &reviewed.list));
	TRY(abstention_list(&cli->ctx, &cli->arena, r.id, &reviewed.passed));
	return print_array(cli, &review_listing, &reviewed, reviewed.list.n);
}

static struct error find_assignment(
	struct cli *cli, struct round *r, const char *login, int64_t *assignment)
{
	struct account account;
	int64_t item, member;

	TRY(cli_round(cli, cli->argv[0], r));
	cli->subject = cli->argv[1];
	TRY(item_find(&cli->ctx, r->id, cli->argv[1], &item));
	cli->subject = login;
	TRY(account_find(&cli->ctx, &cli->arena, login, &account));
	struct error e = store_member_find(cli->ctx.db, r->id, account.id, &member);
	if (e.code == E_OK)
		e = store_assignment_find(cli->ctx.db, item, member, assignment);
	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "juror") : e;
}

static const struct column revision_columns[] = {
	{ "revision" },
	{ "state" },
	{ "submitted", N_("Submitted") },
	{ "taken_back", N_("Taken back") },
	{ "entered_by" },
	{ "source" },
	{ "confirmed", N_("Confirmed by the juror") },
	{ "displaced_by" },
	{ "displaced_reason", N_("Reason") },
	{ "notes" },
	{ "feedback" },
	{ "scores", N_("Scores"), CELL_RECORD },
};

static struct error revision_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct reviews *history = arg;
	const struct review *v = &history->rows[id];
	struct scores scores;

	TRY(review_scores(&cli->ctx, &row->arena, v->id, &scores));
	row_record(row, v);
	row_put(row, "scores", scores_cell(&row->arena, &scores));
	return ok();
}

static const struct listing revision_listing = { revision_columns, LEN(revision_columns),
	"revision,state,submitted,entered_by,confirmed,displaced_by,displaced_reason,notes,feedback",
	revision_row, &record_of_review };

static struct error run_review_show(struct cli *cli)
{
	struct reviews history;
	struct round r;
	int64_t assignment;

	TRY(require(&cli->ctx, ACT_READ));
	TRY(find_assignment(cli, &r, cli->argv[2], &assignment));
	TRY(review_history(&cli->ctx, &cli->arena, assignment, &history));
	return print_array(cli, &revision_listing, &history, history.n);
}

/* A receipt is computed from the review, and no row of any table. */
static const struct column receipt_columns[] = {
	{ "receipt", N_("Receipt"), CELL_TEXT },
	{ "state", N_("State"), CELL_CODE, WORDS_RECEIPT },
	{ "submission", N_("Submission"), CELL_TEXT },
	{ "submitted", N_("Submitted"), CELL_MOMENT },
};

static struct error receipt_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct receipt *receipt = arg;

	(void)cli, (void)id;
	row_put(row, "receipt", cell_text(receipt->receipt));
	row_code(row, "state", receipt->state);
	row_put(row, "submission", cell_text(receipt->code));
	row_put(row, "submitted", cell_time(receipt->submitted));
	return ok();
}

static const struct listing receipt_listing = { receipt_columns, LEN(receipt_columns), NULL,
	receipt_row };

static struct error one_receipt(struct cli *cli, const struct round *r)
{
	struct receipt receipt;

	TRY(receipt_find(&cli->ctx, &cli->arena, r->id, cli->argv[1], &receipt));
	return print_one(cli, &receipt_listing, &receipt, 0);
}

/* Without names, codes or times: for who holds one to find it. */
static const struct column receipts_columns[] = {
	{ "receipt", N_("Receipt"), CELL_TEXT },
	{ "state", N_("State"), CELL_CODE, WORDS_RECEIPT },
};

static struct error receipts_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct receipts *list = arg;

	(void)cli;
	row_put(row, "receipt", cell_text(list->rows[id].receipt));
	row_code(row, "state", list->rows[id].state);
	return ok();
}

static const struct listing receipts_listing = { receipts_columns, LEN(receipts_columns),
	"receipt,state", receipts_row };

static struct error run_review_receipts(struct cli *cli)
{
	struct receipts receipts;
	struct round r;

	TRY(require(&cli->ctx, ACT_READ));
	TRY(cli_round(cli, cli->argv[0], &r));
	if (cli->argc > 1)
		return one_receipt(cli, &r);
	TRY(receipt_list(&cli->ctx, &cli->arena, r.id, &receipts));
	return print_array(cli, &receipts_listing, &receipts, receipts.n);
}

static struct error run_review_abstain(struct cli *cli)
{
	struct round r;
	int64_t assignment;

	if (option(cli, "juror") == NULL)
		return fail(E_REQUIRED, "juror");
	TRY(find_assignment(cli, &r, option(cli, "juror"), &assignment));
	if (option(cli, "withdraw") != NULL)
		TRY(abstention_withdraw(&cli->ctx, r.id, assignment));
	else
		TRY(abstention_add(&cli->ctx, r.id, assignment, option_text(cli, "reason"),
			option_text(cli, "source")));
	return print_simply(cli);
}

static struct error run_review_take_back(struct cli *cli)
{
	struct round r;
	int64_t assignment;

	TRY(find_assignment(cli, &r, cli->argv[2], &assignment));
	TRY(review_take_back(&cli->ctx, r.id, assignment));
	return print_simply(cli);
}

static const char *fault_field(const char *field)
{
	return text_word(WORDS_FIELD, field);
}

static void print_fault(const struct review_fault *fault)
{
	if (fault->row == 0)
		fprintf(stderr, _("line %ld: %s: %s\n"), fault->line, fault_field(fault->field),
			_(fault->sentence));
	else
		fprintf(stderr, _("row %ld, line %ld: %s: %s\n"), fault->row, fault->line,
			fault_field(fault->field), _(fault->sentence));
}

static void print_held(const struct review_held *held)
{
	char words[400];

	review_held_words(held, words, sizeof(words));
	/* TRANSLATORS: of a file; the last is a sentence. */
	fprintf(stderr, _("row %ld, line %ld: held: %s\n"), held->row, held->line, words);
}

static struct error run_review_import(struct cli *cli)
{
	char sheets[SHEETS_SIZE];
	struct table_options options = read_table_options(cli, sheets);
	struct review_import result;
	struct round r;

	if (option(cli, "round") == NULL)
		return fail(E_REQUIRED, "round");
	TRY(cli_round(cli, option(cli, "round"), &r));
	cli->subject = cli->argv[0];
	struct error e = review_import(&cli->ctx, r.id, cli->argv[0], &options,
		option(cli, "declared"),
		option(cli, "over-juror") == NULL ? NULL : option_text(cli, "reason"), &result);
	for (size_t i = 0; i < result.refused; i++)
		print_fault(&result.faults[i]);
	for (size_t i = 0; i < result.held; i++)
		print_held(&result.holds[i]);
	if (e.code == E_OK && result.declared != NULL)
		/* TRANSLATORS: a juror's name. */
		print_done(cli,
			ngettext("%s declared %zu conflict on the sheet",
				"%s declared %zu conflicts on the sheet", result.conflicts),
			result.declared, result.conflicts);
	if (e.code == E_OK && result.barred > 0)
		print_done(cli,
			ngettext("%zu row left out: the sheet declares a conflict",
				"%zu rows left out: the sheet declares a conflict", result.barred),
			result.barred);
	if (e.code == E_OK || e.code == E_RULE)
		print_done(cli, _("%zu added, %zu to be corrected, %zu duplicate, %zu held"),
			e.code == E_OK ? result.added + result.drafts : 0, result.refused,
			result.duplicates, result.held);
	review_import_clear(&result);
	return table_complain(e, sheets);
}

/* What is exported: a row a review, a column a criterion, as `review import` takes them. */
struct exported {
	const struct round *round;
	const struct criteria *criteria;
	const struct assignments *list;
	const struct abstentions *passed;
};

/* The columns beside the criteria's, which come behind them. */
enum { BESIDE_SCORES = 5 };

static void put_scores(struct row *row, const struct scores *scores)
{
	for (size_t i = 0; i < scores->n; i++)
		row_put(row, scores->rows[i].key, cell_decimal(scores->rows[i].value));
}

/* As they are, though not all of them need be there yet. */
static struct error put_draft(
	struct cli *cli, const struct exported *x, const struct assignment *a, struct row *row)
{
	struct review_content content;

	TRY(review_content(&cli->ctx, &row->arena, x->round->id, a->id, &content));
	for (size_t i = 0; i < x->criteria->n; i++)
		if (content.scores[i] >= 0)
			row->cells[BESIDE_SCORES + i] = cell_decimal(content.scores[i]);
	row_put(row, "notes", cell_text(content.notes));
	row_put(row, "feedback", cell_text(content.feedback));
	return ok();
}

static struct error put_submitted(struct cli *cli, const struct assignment *a, struct row *row)
{
	struct reviews history;
	struct scores scores;

	TRY(review_history(&cli->ctx, &row->arena, a->id, &history));
	TRY(review_scores(&cli->ctx, &row->arena, a->review_id, &scores));
	put_scores(row, &scores);
	row_put(row, "notes", cell_text(history.rows[0].notes));
	row_put(row, "feedback", cell_text(history.rows[0].feedback));
	return ok();
}

/* What was submitted, else the draft; nothing where the juror has not begun or may not review. The
 * reason of an abstention stands where a review has its notes, as the import takes it. */
static struct error export_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct exported *x = arg;
	const struct assignment *a = &x->list->rows[id];

	row->left_out =
		a->barred > 0 || (!a->abstained && a->review_id == 0 && a->draft_saved == 0);
	if (row->left_out)
		return ok();
	row_put(row, "juror", cell_text(a->login));
	row_put(row, "submission", cell_text(a->code));
	row_code(row, "state", review_state(a));
	if (!a->abstained)
		return a->review_id == 0 ? put_draft(cli, x, a, row) : put_submitted(cli, a, row);
	row_put(row, "notes", cell_text(abstained_reason(x->passed, a)));
	row_put(row, "feedback", cell_text(""));
	return ok();
}

/* People read the texts behind the scores. */
static struct listing export_listing(struct arena *arena, const struct criteria *criteria)
{
	const struct column beside[BESIDE_SCORES] = {
		{ "juror", N_("Juror"), CELL_TEXT },
		{ "submission", N_("Submission"), CELL_TEXT },
		{ "state", N_("State"), CELL_CODE, WORDS_REVIEW_STATE },
		{ "notes", N_("Notes"), CELL_TEXT },
		{ "feedback", N_("Feedback"), CELL_TEXT },
	};
	size_t n = criteria->n + BESIDE_SCORES;
	struct column *columns = arena_alloc(arena, n * sizeof(*columns));
	const char *shown = "juror,submission,state";

	memcpy(columns, beside, sizeof(beside));
	for (size_t c = 0; c < criteria->n; c++) {
		const char *key = criteria->rows[c].key;

		columns[BESIDE_SCORES + c] =
			(struct column){ key, review_heading(arena, criteria, c), CELL_DECIMAL };
		shown = arena_printf(arena, "%s,%s", shown, key);
	}
	shown = arena_printf(arena, "%s,notes,feedback", shown);
	return (struct listing){ columns, n, shown, export_row };
}

static struct error run_review_export(struct cli *cli)
{
	struct assignments list;
	struct abstentions passed;
	struct criteria criteria;
	struct round r;

	TRY(require(&cli->ctx, ACT_EXPORT));
	TRY(cli_round(cli, cli->argv[0], &r));
	TRY(round_criteria(&cli->ctx, &cli->arena, r.id, &criteria));
	TRY(assignment_list(&cli->ctx, &cli->arena, r.id, 0, 0, &list));
	TRY(abstention_list(&cli->ctx, &cli->arena, r.id, &passed));
	const struct exported exported = { &r, &criteria, &list, &passed };
	const struct listing listing = export_listing(&cli->arena, &criteria);
	return print_array(cli, &listing, &exported, list.n);
}

static struct error give_csv_sheet(struct cli *cli, int64_t round_id)
{
	const char *text;

	TRY(score_sheet_csv(&cli->ctx, &cli->arena, round_id, cli->argv[1], &text));
	TRY(print_exactly(cli, text));
	return score_sheet_given(&cli->ctx, round_id);
}

static struct error write_book(struct cli *cli, void *arg)
{
	fflush(cli->out);
	return score_sheet_xlsx(
		&cli->ctx, &cli->arena, *(const int64_t *)arg, cli->argv[1], fileno(cli->out));
}

static struct error give_book(struct cli *cli, int64_t round_id)
{
	TRY(print_stream(cli, write_book, &round_id));
	return score_sheet_given(&cli->ctx, round_id);
}

/* A sheet for a spreadsheet program is one juror's; on paper all can be printed at once. */
static struct error run_review_sheet(struct cli *cli)
{
	struct document_ask ask = { .who = cli->argc > 1 ? cli->argv[1] : NULL };
	bool csv = strcmp(cli->format, "csv") == 0, xlsx = strcmp(cli->format, "xlsx") == 0;
	struct round r;

	TRY(cli_round(cli, cli->argv[0], &r));
	if (ask.who == NULL && (csv || xlsx))
		return fail(E_REQUIRED, "juror");
	ask.id = r.id;
	cli->subject = ask.who;
	if (csv)
		return give_csv_sheet(cli, r.id);
	return xlsx ? give_book(cli, r.id) : print_document(cli, &score_sheet_kind, &ask);
}

static const struct option_spec review_import_options[] = {
	{ "round", "KEY", N_("the round") },
	{ "declared", "SOURCE",
		N_("where the signed declarations of \"none\" are, for jurors who have "
		   "not declared") },
	{ "over-juror", NULL,
		N_("take rows also where the juror has written a review or a draft; what was there "
		   "stays in the history") },
	{ "reason", "TEXT", N_("why they take the juror's place") },
	TABLE_OPTIONS,
};
static const struct option_spec abstain_options[] = {
	{ "juror", "LOGIN", N_("the juror on whose behalf it is recorded") },
	{ "reason", "TEXT", N_("the reason") },
	{ "source", "TEXT", N_("who told it, and where it is written") },
	{ "withdraw", NULL, N_("takes it back, until the round is closed") },
};
static const struct verb review_verbs[] = {
	{ .name = "list",
		.operands = "KEY",
		.least = 1,
		.most = 1,
		.run = run_review_list,
		.help = N_("Lists the reviews of a round.") },
	{ .name = "show",
		.operands = "KEY CODE LOGIN",
		.least = 3,
		.most = 3,
		.run = run_review_show,
		.help = N_("Shows one juror's review of one submission with its history.") },
	{ .name = "receipts",
		.operands = "KEY [RECEIPT]",
		.least = 1,
		.most = 2,
		.run = run_review_receipts,
		.help = N_("Lists the receipts of a round without names, or tells whether one "
			   "stands: a juror's review as it is now, replaced or taken back.") },
	{ .name = "import",
		.operands = "FILE",
		.least = 1,
		.most = 1,
		.options = review_import_options,
		.option_count = LEN(review_import_options),
		.run = run_review_import,
		.help = N_(
			"Imports reviews: a score sheet that was filled in, or columns juror, submission, "
			"one a criterion, notes, feedback, state.") },
	{ .name = "export",
		.operands = "KEY",
		.least = 1,
		.most = 1,
		.run = run_review_export,
		.help = N_("Exports the scores in the same form.") },
	{ .name = "sheet",
		.operands = "KEY [JUROR]",
		.least = 1,
		.most = 2,
		.run = run_review_sheet,
		.document = "csv|xlsx",
		.help = N_(
			"Makes score sheets for who reviews on paper or in a spreadsheet: --format "
			"text or html, or csv or xlsx for one juror; `review import` takes these two back.") },
	{ .name = "abstain",
		.operands = "KEY CODE",
		.least = 2,
		.most = 2,
		.options = abstain_options,
		.option_count = LEN(abstain_options),
		.run = run_review_abstain,
		.help = N_("Records that a juror abstains from one submission; where all of a "
			   "challenge is compared, none of that juror's reviews count then.") },
	{ .name = "take-back",
		.operands = "KEY CODE LOGIN",
		.least = 3,
		.most = 3,
		.run = run_review_take_back,
		.help = N_("Takes a submitted review back on the juror's behalf.") },
};
const struct noun noun_review = { "review", N_("reviews: listing, importing, exporting"),
	review_verbs, LEN(review_verbs) };
