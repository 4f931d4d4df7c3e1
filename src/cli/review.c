/* SPDX-License-Identifier: MIT
 * Reviews: lists, one with its texts, importing, exporting. */

#include <string.h>

#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/cli/document.h"
#include "src/documents/score_sheet.h"
#include "src/judging/abstention.h"
#include "src/judging/receipt.h"
#include "src/judging/review.h"
#include "src/judging/review_columns.h"
#include "src/judging/review_import.h"
#include "src/judging/sides.h"
#include "src/registers/account.h"

static json_t *scores_json(struct arena *arena, const struct scores *scores)
{
	json_t *object = json_object();

	for (size_t i = 0; i < scores->n; i++) {
		char text[32];

		thousandths_format(scores->rows[i].value, text, sizeof(text));
		json_object_set_new(
			object, scores->rows[i].key, json_string(arena_text(arena, text)));
	}
	return object;
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

static struct error reviews_json(struct cli *cli, const struct round *r, json_t *rows)
{
	struct assignments list;
	struct abstentions passed;

	TRY(assignment_list(&cli->ctx, &cli->arena, r->id, 0, 0, &list));
	TRY(abstention_list(&cli->ctx, &cli->arena, r->id, &passed));
	for (size_t i = 0; i < list.n; i++) {
		const struct assignment *a = &list.rows[i];
		struct scores scores = { 0 };

		if (a->review_id != 0)
			TRY(review_scores(&cli->ctx, &cli->arena, a->review_id, &scores));
		json_array_append_new(rows,
			json_pack("{s:s, s:s, s:s, s:s, s:o, s:b, s:b, s:b, s:s, s:o, s:o}",
				"submission", a->code, "juror", a->login, "name", a->juror, "state",
				review_state(a), "submitted", json_time(a->submitted), "late",
				a->late, "counts",
				a->review_id != 0 && a->barred == 0 && !a->set_aside && !a->gone,
				"entered_on_behalf", a->entered, "reason",
				abstained_reason(&passed, a), "confirmed", json_time(a->confirmed),
				"scores", scores_json(&cli->arena, &scores)));
	}
	return ok();
}

static struct error run_review_list(struct cli *cli)
{
	static const struct column columns[] = {
		{ "submission", N_("Submission"), SHOW_TEXT, 0 },
		{ "name", N_("Juror"), SHOW_TEXT, 0 },
		{ "state", N_("State"), SHOW_WORD, WORDS_REVIEW_STATE },
		{ "submitted", N_("Submitted"), SHOW_TIME, 0 },
		{ "late", N_("Late"), SHOW_BOOL, 0 },
		{ "entered_on_behalf", N_("On behalf"), SHOW_BOOL, 0 },
		{ "confirmed", N_("Confirmed by the juror"), SHOW_TIME, 0 },
		{ "reason", N_("Reason"), SHOW_TEXT, 0 },
	};
	struct round r;
	json_auto_t *rows = json_array();

	TRY(require(&cli->ctx, ACT_READ));
	TRY(cli_round(cli, cli->argv[0], &r));
	TRY(reviews_json(cli, &r, rows));
	return print_rows(cli, json_take(&rows), columns, LEN(columns));
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

static struct error run_review_show(struct cli *cli)
{
	static const struct column columns[] = {
		{ "revision", N_("Revision"), SHOW_NUMBER, 0 },
		{ "state", N_("State"), SHOW_WORD, WORDS_REVIEW_STATE },
		{ "submitted", N_("Submitted"), SHOW_TIME, 0 },
		{ "entered_by", N_("Entered by"), SHOW_TEXT, 0 },
		{ "confirmed", N_("Confirmed by the juror"), SHOW_TIME, 0 },
		{ "displaced_by", N_("Displaced by"), SHOW_TEXT, 0 },
		{ "displaced_reason", N_("Reason"), SHOW_TEXT, 0 },
		{ "notes", N_("Notes"), SHOW_TEXT, 0 },
		{ "feedback", N_("Feedback"), SHOW_TEXT, 0 },
	};
	struct reviews history;
	struct round r;
	int64_t assignment;
	json_auto_t *rows = json_array();

	TRY(require(&cli->ctx, ACT_READ));
	TRY(find_assignment(cli, &r, cli->argv[2], &assignment));
	TRY(review_history(&cli->ctx, &cli->arena, assignment, &history));
	for (size_t i = 0; i < history.n; i++) {
		const struct review *v = &history.rows[i];
		struct scores scores;

		TRY(review_scores(&cli->ctx, &cli->arena, v->id, &scores));
		json_array_append_new(rows,
			json_pack("{s:I, s:s, s:o, s:o, s:s, s:s, s:o, s:s, s:s, s:s, s:s, s:o}",
				"revision", (json_int_t)v->revision, "state", v->state, "submitted",
				json_time(v->submitted), "taken_back", json_time(v->taken_back),
				"entered_by", v->entered_by, "source", v->source, "confirmed",
				json_time(v->confirmed), "displaced_by", v->displaced_by,
				"displaced_reason", v->displaced_reason, "notes", v->notes,
				"feedback", v->feedback, "scores",
				scores_json(&cli->arena, &scores)));
	}
	return print_rows(cli, json_take(&rows), columns, LEN(columns));
}

static struct error one_receipt(struct cli *cli, const struct round *r)
{
	static const struct column columns[] = {
		{ "receipt", N_("Receipt"), SHOW_TEXT, 0 },
		{ "state", N_("State"), SHOW_WORD, WORDS_RECEIPT },
		{ "submission", N_("Submission"), SHOW_TEXT, 0 },
		{ "submitted", N_("Submitted"), SHOW_TIME, 0 },
	};
	struct receipt receipt;

	TRY(receipt_find(&cli->ctx, &cli->arena, r->id, cli->argv[1], &receipt));
	return print_record(cli,
		json_pack("{s:s, s:s, s:s, s:o}", "receipt", receipt.receipt, "state",
			receipt.state, "submission", receipt.code, "submitted",
			json_time(receipt.submitted)),
		columns, LEN(columns));
}

/* Without names, codes or times: for who holds one to find it. */
static struct error run_review_receipts(struct cli *cli)
{
	static const struct column columns[] = {
		{ "receipt", N_("Receipt"), SHOW_TEXT, 0 },
		{ "state", N_("State"), SHOW_WORD, WORDS_RECEIPT },
	};
	struct receipts receipts;
	struct round r;
	json_auto_t *rows = json_array();

	TRY(require(&cli->ctx, ACT_READ));
	TRY(cli_round(cli, cli->argv[0], &r));
	if (cli->argc > 1)
		return one_receipt(cli, &r);
	TRY(receipt_list(&cli->ctx, &cli->arena, r.id, &receipts));
	for (size_t i = 0; i < receipts.n; i++)
		json_array_append_new(
			rows, json_pack("{s:s, s:s}", "receipt", receipts.rows[i].receipt, "state",
				      receipts.rows[i].state));
	return print_rows(cli, json_take(&rows), columns, LEN(columns));
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
	struct table_options options = { option(cli, "charset"), option(cli, "delimiter"), NULL,
		0 };
	struct review_import result;
	struct round r;

	options.map_count = option_values(cli, "map", &options.maps);
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
	return e;
}

/* As they are, though not all of them need be there yet. */
static json_t *draft_scores(const struct criteria *criteria, const struct review_content *content)
{
	json_t *object = json_object();
	char text[32];

	for (size_t i = 0; i < criteria->n; i++) {
		thousandths_format(content->scores[i], text, sizeof(text));
		if (content->scores[i] >= 0)
			json_object_set_new(object, criteria->rows[i].key, json_string(text));
	}
	return object;
}

/* The reason stands where a review has its notes, as the import takes it. */
static struct error export_abstained(
	struct cli *cli, const struct round *r, const struct assignment *a, json_t *rows)
{
	struct abstentions passed;

	TRY(abstention_list(&cli->ctx, &cli->arena, r->id, &passed));
	json_array_append_new(rows, json_pack("{s:s, s:s, s:s, s:s, s:s}", "juror", a->login,
					    "submission", a->code, "state", "abstained", "notes",
					    abstained_reason(&passed, a), "feedback", ""));
	return ok();
}

/* What was submitted, else the draft; nothing where the juror has not begun or may not review. */
static struct error export_row(struct cli *cli, const struct round *r,
	const struct criteria *criteria, const struct assignment *a, json_t *rows)
{
	struct review_content content;
	struct reviews history;
	struct scores scores;
	bool draft = a->review_id == 0;

	if (a->abstained && a->barred == 0)
		return export_abstained(cli, r, a, rows);
	if (a->barred > 0 || (draft && a->draft_saved == 0))
		return ok();
	TRY(review_content(&cli->ctx, &cli->arena, r->id, a->id, &content));
	TRY(review_history(&cli->ctx, &cli->arena, a->id, &history));
	TRY(review_scores(&cli->ctx, &cli->arena, a->review_id, &scores));
	json_auto_t *row = json_pack("{s:s, s:s, s:s, s:s, s:s}", "juror", a->login, "submission",
		a->code, "state", review_state(a), "notes",
		draft ? content.notes : history.rows[0].notes, "feedback",
		draft ? content.feedback : history.rows[0].feedback);
	json_object_update_new(
		row, draft ? draft_scores(criteria, &content) : scores_json(&cli->arena, &scores));
	json_array_append(rows, row);
	return ok();
}

/* One row a review, a column a criterion: what `review import` takes. */
static struct error run_review_export(struct cli *cli)
{
	struct assignments list;
	struct criteria criteria;
	struct round r;
	json_auto_t *rows = json_array();

	TRY(require(&cli->ctx, ACT_EXPORT));
	TRY(cli_round(cli, cli->argv[0], &r));
	TRY(round_criteria(&cli->ctx, &cli->arena, r.id, &criteria));
	TRY(assignment_list(&cli->ctx, &cli->arena, r.id, 0, 0, &list));
	for (size_t i = 0; i < list.n; i++)
		TRY(export_row(cli, &r, &criteria, &list.rows[i], rows));
	size_t n = criteria.n;
	struct column *columns = arena_alloc(&cli->arena, (n + 5) * sizeof(*columns));
	columns[0] = (struct column){ "juror", N_("Juror"), SHOW_TEXT, 0 };
	columns[1] = (struct column){ "submission", N_("Submission"), SHOW_TEXT, 0 };
	columns[2] = (struct column){ "state", N_("State"), SHOW_WORD, WORDS_REVIEW_STATE };
	for (size_t c = 0; c < n; c++)
		columns[3 + c] = (struct column){ criteria.rows[c].key,
			review_heading(&cli->arena, &criteria, c), SHOW_NUMBER, 0 };
	columns[3 + n] = (struct column){ "notes", N_("Notes"), SHOW_TEXT, 0 };
	columns[4 + n] = (struct column){ "feedback", N_("Feedback"), SHOW_TEXT, 0 };
	return print_rows(cli, json_take(&rows), columns, n + 5);
}

static struct error give_csv_sheet(struct cli *cli, int64_t round_id)
{
	const char *text;

	TRY(score_sheet_csv(&cli->ctx, &cli->arena, round_id, cli->argv[1], &text));
	TRY(print_exactly(cli, text));
	return score_sheet_given(&cli->ctx, round_id);
}

/* A sheet for a spreadsheet program is one juror's; on paper all can be printed at once. */
static struct error run_review_sheet(struct cli *cli)
{
	struct document_ask ask = { .who = cli->argc > 1 ? cli->argv[1] : NULL };
	bool csv = strcmp(cli->format, "csv") == 0;
	struct round r;

	TRY(cli_round(cli, cli->argv[0], &r));
	if (ask.who == NULL && csv)
		return fail(E_REQUIRED, "juror");
	ask.id = r.id;
	cli->subject = ask.who;
	if (!csv)
		return print_document(cli, &score_sheet_kind, &ask);
	return give_csv_sheet(cli, r.id);
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
	{ "charset", "NAME",
		N_("the file's character set, as iconv names it; guessed unless given") },
	{ "delimiter", "CHAR", N_("what stands between the fields: a character or \"tab\"") },
	{ "map", "COLUMN=FIELD", N_("a heading or column number is this field; may be repeated") },
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
		.document = "csv",
		.help = N_(
			"Makes score sheets for who reviews on paper or in a spreadsheet: --format "
			"text or html, or csv for one juror; `review import` takes the latter back.") },
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
