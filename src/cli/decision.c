/* SPDX-License-Identifier: MIT
 * What is concluded on a round: the jury's statement and the decision. */
#include <assert.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/fields.h"
#include "src/ground/checkpoint.h"
#include "src/cli/cli.h"
#include "src/cli/decision_content.h"
#include "src/cli/round_show.h"
#include "src/cli/statement.h"
#include "src/judging/regime_choice.h"
#include "src/judging/decision.h"
#include "src/judging/custody.h"
#include "src/judging/service.h"
#include "src/judging/signing.h"
#include "src/judging/stating.h"
#include "src/ground/sides.h"
#include "src/phases/team.h"
#include "src/registers/clocks.h"

struct error cli_decision(struct cli *cli, struct decision *d)
{
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(decision_find(&cli->ctx, cli->argv[0], &id));
	TRY(decision_get(&cli->ctx, &cli->arena, id, d));
	return strcmp(d->kind, cli->noun->name) == 0 ? ok() : fail(E_NOT_FOUND, cli->noun->name);
}

static void warn_recorder(struct cli *cli, int64_t round_id)
{
	const char *warning = custody_recorder_warning(&cli->ctx, round_id);

	if (warning != NULL)
		fprintf(stderr, "%s\n", warning);
}

static struct error run_add(struct cli *cli)
{
	struct decision d = { .kind = cli->noun->name,
		.lang = "fi",
		.form = "room",
		.regime = option_text(cli, "regime") };
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(round_find(&cli->ctx, cli->argv[0], &d.round_id));
	TRY(cli_record_fields(cli, NULL, &d));
	TRY(decision_add(&cli->ctx, &d, &id));
	TRY(decision_get(&cli->ctx, &cli->arena, id, &d));
	print_done(cli, "%s", d.code);
	warn_recorder(cli, d.round_id);
	return ok();
}

static struct error run_edit(struct cli *cli)
{
	struct decision d;

	TRY(cli_decision(cli, &d));
	TRY(cli_record_fields(cli, NULL, &d));
	if (option(cli, "regime") != NULL) {
		d.regime = option(cli, "regime");
		d.regime_id = 0;
	}
	TRY(decision_update(&cli->ctx, &d));
	warn_recorder(cli, d.round_id);
	return print_simply(cli);
}

/* "select" is what the manual says; "selected" is what is stored. */
static const char *outcome_of(const char *text)
{
	return strcmp(text, "select") == 0 ? "selected" : text;
}

static struct error run_item(struct cli *cli)
{
	struct decision_item item = { .outcome = "",
		.reason_fi = "",
		.reason_sv = "",
		.reason_en = "",
		.deviation_reason = "" };
	struct decision d;

	TRY(cli_decision(cli, &d));
	TRY(cli_record_fields(cli, NULL, &item));
	item.outcome = outcome_of(item.outcome);
	if (option(cli, "rest") != NULL) {
		TRY(decision_set_rest(&cli->ctx, d.id, &item));
		return print_simply(cli);
	}
	if (cli->argc < 2)
		return fail(E_REQUIRED, "submission");
	size_t n = (size_t)cli->argc - 1;
	struct decision_item *items = arena_alloc(&cli->arena, n * sizeof(*items));
	for (size_t i = 0; i < n; i++) {
		cli->subject = cli->argv[i + 1];
		items[i] = item;
		TRY(item_find(&cli->ctx, d.round_id, cli->subject, &items[i].item_id));
	}
	cli->subject = d.code;
	TRY(decision_set_items(&cli->ctx, d.id, items, n));
	return print_simply(cli);
}

static struct error find_member(
	struct cli *cli, const struct members *members, const char *login, int64_t *id)
{
	cli->subject = login;
	for (size_t i = 0; i < members->n; i++) {
		if (strcmp(members->rows[i].login, login) != 0)
			continue;
		*id = members->rows[i].id;
		return ok();
	}
	return fail(E_NOT_FOUND, "juror");
}

static struct error run_present(struct cli *cli)
{
	struct members members;
	struct decision d;
	size_t n = (size_t)cli->argc - 2;
	struct attendance *rows = arena_alloc(&cli->arena, (n + 1) * sizeof(*rows));

	TRY(cli_decision(cli, &d));
	TRY(round_members(&cli->ctx, &cli->arena, d.round_id, &members));
	for (size_t i = 0; i < n; i++) {
		rows[i].presence = cli->argv[1];
		TRY(find_member(cli, &members, cli->argv[i + 2], &rows[i].member_id));
	}
	cli->subject = d.code;
	TRY(decision_set_presences(&cli->ctx, d.id, rows, n));
	return print_simply(cli);
}

static void list_blockers(struct cli *cli, int64_t id)
{
	struct review_of_decision review;

	if (decision_review(&cli->ctx, id, &review).code != E_OK)
		return;
	if (review.untranslated > 0)
		fprintf(stderr,
			ngettext("%lld reason is not in both Finnish and Swedish; that blocks only "
				 "what is printed in the missing language\n",
				"%lld reasons are not in both Finnish and Swedish; that blocks only "
				"what is printed in the missing language\n",
				(unsigned long)review.untranslated),
			(long long)review.untranslated);
}

static struct error run_sign(struct cli *cli)
{
	struct decision d;

	TRY(cli_decision(cli, &d));
	list_blockers(cli, d.id);
	TRY(tell_lacks(cli, &d));
	TRY(decision_sign(&cli->ctx, d.id, option(cli, "reason")));
	print_done(cli, "%s",
		_("Approved. It can no longer be changed; another decision corrects it."));
	return ok();
}

static struct error run_correct(struct cli *cli)
{
	struct decision d;
	int64_t id;

	TRY(cli_decision(cli, &d));
	struct correcting correcting = { .kind = option_text(cli, "kind"),
		.reason = option_text(cli, "reason") };
	if (option(cli, "complaint") != NULL) {
		cli->subject = option(cli, "complaint");
		TRY(complaint_find(&cli->ctx, cli->subject, &correcting.complaint_id));
		cli->subject = d.code;
	}
	TRY(decision_correct(&cli->ctx, d.id, &correcting, &id));
	TRY(decision_get(&cli->ctx, &cli->arena, id, &d));
	print_done(cli, "%s", d.code);
	return ok();
}

/* A statement has what a decision has; only the words for how far it is are others. */
/* Language and appeal are given as their codes, to people too. */
/* clang-format off */
#define DECIDING_COLUMNS(states, signed_on) \
	{ "code" }, \
	{ "round", N_("Round"), CELL_TEXT }, \
	{ "state", .words = states }, \
	{ "date" }, \
	{ "place" }, \
	{ "form" }, \
	{ "language", N_("Language"), CELL_TEXT }, \
	{ "signed", signed_on }, \
	{ "signed_by" }, \
	{ "number", N_("Case number"), CELL_TEXT }, \
	{ "decider" }, \
	{ "regime", N_("Correction and appeal by"), CELL_TEXT }, \
	{ "remedies", N_("Remedies"), CELL_TEXT }, \
	{ "regime_reason" }, \
	{ "offered", N_("Offered by profile and value"), CELL_TEXT }, \
	{ "no_appeal_ground", N_("Why there is no appeal"), .of_record = true }, \
	{ "corrects", N_("Corrects"), CELL_TEXT }, \
	{ "correction_kind" }, \
	{ "complaint" }, \
	{ "signatures", N_("Signatures"), CELL_ROWS }, \
	{ "hash", N_("Hash of the frozen text"), CELL_TEXT }, \
	{ "checkpoint", N_("Checkpoint of the signing"), CELL_TEXT }, \
	{ "range_reason", N_("Why outside the planned range"), .of_record = true }, \
	{ "tie_reason", N_("Why the order of equals"), .of_record = true }, \
	{ "check", N_("Check"), CELL_RECORD }, \
	{ "items", N_("Items"), CELL_ROWS }, \
	{ "custodians", N_("Custodians of the codes"), CELL_ROWS }, \
	CONTENT_COLUMNS
/* clang-format on */

static const struct column decision_columns[] = { DECIDING_COLUMNS(
	WORDS_DECISION_STATE, N_("Approved")) };
static const struct column statement_columns[] = { DECIDING_COLUMNS(
	WORDS_STATEMENT_STATE, N_("Signed on")) };

static const struct column *columns_of(const struct cli *cli)
{
	static_assert(LEN(statement_columns) == LEN(decision_columns), "one count for both");
	return strcmp(cli->noun->name, "statement") == 0 ? statement_columns : decision_columns;
}

static struct error put_decision(struct cli *cli, const struct decision *d, struct row *row)
{
	struct regime regime;
	struct regime_offer offer = { .why = "" };
	const char *corrects;

	TRY(regime_of(&cli->ctx, &row->arena, d->regime_id, &regime));
	if (d->regime_id != 0)
		TRY(regime_offered(&cli->ctx, &row->arena, d->round_id, &offer));
	TRY(correcting_words(&cli->ctx, &row->arena, d, &corrects));
	row_record(row, d);
	row_put(row, "regime", cell_text(d->regime));
	row_put(row, "offered", cell_text(offer.why));
	row_put(row, "remedies", cell_text(regime_remedies(&row->arena, &regime, NULL)));
	row_put(row, "corrects", cell_text(corrects));
	row_put(row, "round", cell_text(d->round_key));
	row_put(row, "language", cell_text(d->lang));
	row_put(row, "number", cell_text(d->case_number));
	return ok();
}

static struct error decision_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct decision d;

	(void)arg;
	TRY(decision_get(&cli->ctx, &row->arena, id, &d));
	return put_decision(cli, &d, row);
}

static struct listing listing_of(const struct cli *cli,
	struct error (*row)(struct cli *cli, const void *arg, int64_t id, struct row *row))
{
	return (struct listing){ columns_of(cli), LEN(decision_columns),
		"code,round,date,place,form,state,signed,signed_by", row, &record_of_decision };
}

static struct error run_list(struct cli *cli)
{
	const struct listing listing = listing_of(cli, decision_row);
	struct id_list ids = { 0 };
	struct error e = decision_ids(&cli->ctx, 0, cli->noun->name, &ids);

	return print_listing(cli, &listing, NULL, e, &ids);
}

static const struct column item_columns[] = {
	{ "code" },
	{ "title" },
	{ "outcome" },
	{ "reason", N_("Reasons"), CELL_TEXTS },
	{ "deviation_reason", N_("Why not by the ranking") },
};

static struct error item_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct decision_item *i = &((const struct decision_items *)arg)->rows[id];

	(void)cli;
	row_record(row, i);
	row_put(row, "reason", cell_texts(i->reason_fi, i->reason_sv, i->reason_en));
	return ok();
}

static const struct listing item_listing = { item_columns, LEN(item_columns),
	"code,title,outcome,reason", item_row, &record_of_decision_item };

static struct cell check_cell(struct arena *arena, const struct review_of_decision *r)
{
	static const struct column columns[] = {
		{ "selected", N_("Selected"), CELL_NUMBER },
		{ "reserve", N_("In reserve"), CELL_NUMBER },
		{ "not_selected", N_("Not selected"), CELL_NUMBER },
		{ "undecided", N_("Undecided"), CELL_NUMBER },
		{ "untranslated", N_("Untranslated"), CELL_NUMBER },
		{ "outside_range", N_("Outside the range"), CELL_FLAG },
		{ "blocked_by", N_("What is in the way"), CELL_TEXT },
	};
	struct nested *check = nested_new(arena, columns, LEN(columns), 1);
	struct row row = nested_add(check);

	row_put(&row, "selected", cell_number((int64_t)r->selected));
	row_put(&row, "reserve", cell_number((int64_t)r->reserve));
	row_put(&row, "not_selected", cell_number((int64_t)r->not_selected));
	row_put(&row, "undecided", cell_number((int64_t)r->undecided));
	row_put(&row, "untranslated", cell_number((int64_t)r->untranslated));
	row_put(&row, "outside_range", cell_flag(r->outside_range));
	row_put(&row, "blocked_by", r->blocker == NULL ? cell_null() : cell_text(_(r->blocker)));
	return cell_record(check);
}

static const struct column signature_columns[] = {
	{ "member" },
	{ "chair", N_("Chair"), CELL_FLAG },
	{ "how" },
	{ "where" },
	{ "service" },
	{ "level" },
	{ "time" },
	{ "attachment", N_("File"), CELL_TEXT },
	{ "reason" },
	{ "date" },
	{ "recorded_by", N_("Recorded by"), CELL_TEXT },
};

static struct error signature_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct jury_signature *s = &((const struct jury_signatures *)arg)->rows[id];

	(void)cli;
	row_record(row, s);
	row_put(row, "chair", cell_flag(s->chair));
	row_put(row, "attachment", cell_text(s->file));
	row_put(row, "recorded_by", cell_text(s->recorded_by));
	return ok();
}

static const struct listing signature_listing = { signature_columns, LEN(signature_columns),
	"member,how,where,service,level,date,reason,recorded_by", signature_row,
	&record_of_jury_signature };

/* NULL where it was not signed. */
static struct error find_checkpoint(struct cli *cli, const struct decision *d, const char **line)
{
	char text[CHECKPOINT_LINE_SIZE];
	struct checkpoint checkpoint;
	struct error e = checkpoint_of_signing(&cli->ctx, d->code, &checkpoint);

	*line = NULL;
	if (e.code != E_OK)
		return e.code == E_NOT_FOUND ? ok() : e;
	checkpoint_line(&checkpoint, text);
	*line = arena_text(&cli->arena, text);
	return ok();
}

/* All there is to one. */
struct whole {
	struct decision d;
	struct decision_items items;
	struct review_of_decision review;
	struct jury_signatures signatures;
	struct custodians custodians;
	const char *checkpoint; /* NULL: there is none */
	const char *corrects;   /* a sentence; "" */
	const char *hash;       /* of a statement's frozen text; NULL: it is none, or a draft */
};

static struct error find_hash(struct cli *cli, struct whole *whole)
{
	struct frozen_statement frozen;
	struct error e = statement_frozen(&cli->ctx, &cli->arena, whole->d.id, &frozen);

	whole->hash = e.code == E_OK ? frozen.hash : NULL;
	return e.code == E_NOT_FOUND ? ok() : e;
}

static struct error read_whole(struct cli *cli, struct whole *whole)
{
	*whole = (struct whole){ 0 };
	TRY(cli_decision(cli, &whole->d));
	TRY(decision_items(&cli->ctx, &cli->arena, whole->d.id, &whole->items));
	TRY(decision_review(&cli->ctx, whole->d.id, &whole->review));
	TRY(correcting_words(&cli->ctx, &cli->arena, &whole->d, &whole->corrects));
	if (decision_kind_of(whole->d.kind) == DECISION_KIND_STATEMENT)
		TRY(statement_signatures(&cli->ctx, &cli->arena, whole->d.id, &whole->signatures));
	TRY(custody_list(&cli->ctx, &cli->arena, whole->d.round_id, &whole->custodians));
	TRY(find_hash(cli, whole));
	return find_checkpoint(cli, &whole->d, &whole->checkpoint);
}

static struct error put_nested(struct cli *cli, const struct whole *whole, struct row *row)
{
	const struct jury_signatures *signatures = &whole->signatures;
	const struct decision_items *items = &whole->items;
	const struct custodians *custodians = &whole->custodians;
	struct cell cell;

	if (decision_kind_of(whole->d.kind) == DECISION_KIND_STATEMENT) {
		TRY(nest_rows(
			cli, &row->arena, &signature_listing, signatures, signatures->n, &cell));
		row_put(row, "signatures", cell);
	}
	TRY(nest_rows(cli, &row->arena, &item_listing, items, items->n, &cell));
	row_put(row, "items", cell);
	TRY(nest_rows(cli, &row->arena, &custodian_listing, custodians, custodians->n, &cell));
	row_put(row, "custodians", cell);
	row_put(row, "check", check_cell(&row->arena, &whole->review));
	return decision_kind_of(whole->d.kind) == DECISION_KIND_DECISION ?
		       put_contents(cli, &whole->d, row) :
		       ok();
}

static struct error whole_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct whole *whole = arg;
	const struct decision *d = &whole->d;

	(void)id;
	TRY(put_decision(cli, d, row));
	row_put(row, "hash", whole->hash == NULL ? cell_null() : cell_text(whole->hash));
	row_put(row, "checkpoint",
		whole->checkpoint == NULL ? cell_null() : cell_text(whole->checkpoint));
	return put_nested(cli, whole, row);
}

/* For reading: the record, who signed the statement and how, the items; the checkpoint of the
 * signing stands below everything, to be printed with the page. */
static struct error print_page(struct cli *cli, const struct whole *whole)
{
	const struct jury_signatures *signatures = &whole->signatures;

	if (*whole->corrects != '\0')
		print_done(cli, "%s", whole->corrects);
	if (signatures->n > 0)
		TRY(print_below(cli, NULL, &signature_listing, signatures, signatures->n));
	TRY(print_below(cli, NULL, &item_listing, &whole->items, whole->items.n));
	if (decision_kind_of(whole->d.kind) == DECISION_KIND_DECISION)
		TRY(print_contents(cli, &whole->d));
	if (whole->checkpoint == NULL)
		return ok();
	fputc('\n', cli->out);
	print_done(cli, "%s", whole->checkpoint);
	return ok();
}

struct error cli_decision_shown(struct cli *cli)
{
	const struct listing listing = listing_of(cli, whole_row);
	struct whole whole;

	TRY(require(&cli->ctx, ACT_READ));
	TRY(read_whole(cli, &whole));
	if (cli_reader(cli) == READ_SHEET)
		return print_array(cli, &item_listing, &whole.items, whole.items.n);
	TRY(print_one(cli, &listing, &whole, whole.d.id));
	return cli_reader(cli) == READ_SHOWN ? print_page(cli, &whole) : ok();
}

static const struct option_spec meeting_options[] = {
	{ "date", "DATE", N_("the day of the meeting; today unless given") },
	{ "place", "TEXT", N_("where it is held") },
	{ "form", "FORM", N_("room, remote or email") },
	{ "lang", "fi|sv|en", N_("the language of the meeting: reasons are needed in it"),
		.field = "language" },
	{ "range-reason", "TEXT", N_("why the number selected is outside the planned range") },
	{ "tie-reason", "TEXT", N_("how the panel decided between submissions that share a rank") },
	{ "number", "TEXT", N_("the decision's own number"), .field = "case_number" },
	{ "decider", "NAME", N_("who decides for the contracting entity") },
	{ "regime", "CODE",
		N_("by what it is corrected and appealed against, as regime list shows; by the "
		   "organizer's kind and the contest's value unless given") },
	{ "regime-reason", "TEXT",
		N_("why another than the one that the organizer's kind and the value offer") },
	{ "no-appeal-ground", "TEXT", N_("why nothing can be appealed against, with none") },
};
enum { STATEMENT_MEETING_OPTIONS = 6 };
static const struct option_spec item_options[] = {
	{ "outcome", "OUTCOME", N_("selected, reserve or not_selected") },
	{ "reason-fi", "TEXT", N_("the reason in Finnish") },
	{ "reason-sv", "TEXT", N_("in Swedish") },
	{ "reason-en", "TEXT", N_("in English") },
	{ "deviation", "TEXT", N_("why it was selected past a better ranked one"),
		.field = "deviation_reason" },
	{ "rest", NULL, N_("for every submission that has no outcome yet") },
};
static const struct option_spec sign_options[] = {
	{ "reason", "TEXT", N_("why the number selected is outside the planned range") },
};
static struct error run_abandon(struct cli *cli)
{
	struct decision d;

	TRY(cli_decision(cli, &d));
	TRY(decision_abandon(&cli->ctx, d.id, option_text(cli, "reason")));
	print_done(cli, "%s", _("The draft is abandoned."));
	return ok();
}

static const struct option_spec abandon_options[] = {
	{ "reason", "TEXT", N_("why it is given up") },
};

static const struct option_spec correct_options[] = {
	{ "reason", "TEXT", N_("what was wrong") },
	{ "kind", NULL, N_("clerical error, factual error, the regime's remedy or a court"),
		WORDS_CORRECTION, .field = "correction_kind" },
	{ "complaint", "CODE", N_("the complaint that it follows from") },
};
/* A jury's statement is corrected of its own accord. */
enum { STATEMENT_CORRECT_OPTIONS = 1, DECISION_CORRECT_OPTIONS = LEN(correct_options) };

/* The entrant by the code of the submission, or of the team. */
static struct error find_entrant(
	struct cli *cli, int64_t decision_id, const char *text, int64_t *id)
{
	struct services services;
	struct team team;

	cli->subject = text;
	TRY(service_list(&cli->ctx, &cli->arena, decision_id, &services));
	for (size_t i = 0; i < services.n; i++) {
		const struct service *s = &services.rows[i];

		*id = s->submission_id;
		if (strcmp(s->code, text) == 0 || strcmp(s->applicant, text) == 0)
			return ok();
		if (s->team_id != 0 &&
			team_get(&cli->ctx, &cli->arena, s->team_id, &team).code == E_OK &&
			strcmp(team.code, text) == 0)
			return ok();
	}
	return fail(E_NOT_FOUND, "submission");
}

static struct error run_serve(struct cli *cli)
{
	struct service s = { .channel = "" };
	struct decision d;
	int64_t id;

	TRY(cli_decision(cli, &d));
	TRY(cli_record_fields(cli, NULL, &s));
	for (int i = 1; i < cli->argc; i++) {
		TRY(find_entrant(cli, d.id, cli->argv[i], &id));
		TRY(service_add(&cli->ctx, d.id, id, &s));
	}
	return print_simply(cli);
}

static const struct column served_columns[] = {
	{ "code", N_("Code"), CELL_TEXT },
	{ "applicant" },
	{ "outcome" },
	{ "channel" },
	{ "sent" },
	{ "deemed", N_("Served") },
	{ "correction_last", N_("Last day of correction"), CELL_DAY },
	{ "appeal_last", N_("Last day of appeal"), CELL_DAY },
	{ "last_day", N_("Last day"), CELL_DAY },
	{ "proof" },
};

struct served {
	struct decision d;
	struct regime regime;
	struct services list;
};

static struct error served_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct served *served = arg;
	const struct service *s = &served->list.rows[id];
	struct clocks clocks = clocks_of(&served->regime, s->deemed);

	(void)cli;
	row_record(row, s);
	row_put(row, "code", cell_text(s->code));
	row_put(row, "correction_last", cell_day(clocks.correction));
	row_put(row, "appeal_last", cell_day(clocks.appeal));
	row_put(row, "last_day", cell_day(clocks.last));
	return ok();
}

static const struct listing served_listing = { served_columns, LEN(served_columns),
	"code,applicant,outcome,channel,sent,deemed,correction_last,appeal_last", served_row,
	&record_of_service };

static struct error run_served(struct cli *cli)
{
	struct served served;

	TRY(cli_decision(cli, &served.d));
	TRY(regime_of(&cli->ctx, &cli->arena, served.d.regime_id, &served.regime));
	TRY(service_list(&cli->ctx, &cli->arena, served.d.id, &served.list));
	return print_array(cli, &served_listing, &served, served.list.n);
}

static const struct option_spec serve_options[] = {
	{ "channel", NULL, N_("how it was sent"), WORDS_SERVICE },
	{ "date", "DATE", N_("when it was sent or given; today unless given"), .field = "sent" },
	{ "deemed", "DATE", N_("when it counts as received, if it is not as the law presumes") },
	{ "proof", "TEXT", N_("what proves it: a message's id, a receipt") },
};
/* clang-format off */
#define COMMON_VERBS(COUNT, CORRECTS) \
	{ .name = "add", .operands = "ROUND", .least = 1, .most = 1, .options = meeting_options, \
		.option_count = COUNT, .record = &record_of_decision, .run = run_add, \
		.help = N_("Begins the decision on a closed round and prints its code.") }, \
	{ .name = "edit", .operands = "CODE", .least = 1, .most = 1, .options = meeting_options, \
		.option_count = COUNT, .record = &record_of_decision, .run = run_edit, \
		.help = N_("Changes a draft: the meeting and its reasons.") }, \
	{ .name = "item", .operands = "CODE [SUBMISSION...]", .least = 1, .most = -1, \
		.options = item_options, .option_count = LEN(item_options), \
		.record = &record_of_decision_item, .run = run_item, \
		.help = N_("Says what becomes of a submission, and why.") }, \
	{ .name = "present", .operands = "CODE present|remote|absent LOGIN...", .least = 3, .most = -1, \
		.run = run_present, .help = N_("Marks who was there.") }, \
	{ .name = "correct", .operands = "CODE", .least = 1, .most = 1, .options = correct_options, \
		.option_count = CORRECTS, .run = run_correct, \
		.help = N_("Begins another decision that corrects an approved one.") }, \
	{ .name = "abandon", .operands = "CODE", .least = 1, .most = 1, .options = abandon_options, \
		.option_count = 1, .run = run_abandon, \
		.help = N_("Gives a draft up; its code is not used again.") }
/* clang-format on */

static const struct verb decision_verbs[] = {
	{ .name = "list", .run = run_list, .help = N_("Lists the decisions.") },
	{ .name = "show",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.options = decision_paper_options,
		.option_count = LEN(decision_paper_options),
		.document = "json|csv|xlsx",
		.run = run_show_decision,
		.help = N_("Shows one, and what stands between a draft and its approval; or the "
			   "decision as a document.") },
	CONTENT_VERBS,
	COMMON_VERBS(LEN(meeting_options), DECISION_CORRECT_OPTIONS),
	{ .name = "sign",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.options = sign_options,
		.option_count = 1,
		.run = run_sign,
		.help = N_("Approves a draft: the submissions get their states.") },
	{ .name = "serve",
		.operands = "CODE ENTRANT...",
		.least = 2,
		.most = -1,
		.options = serve_options,
		.option_count = LEN(serve_options),
		.record = &record_of_service,
		.run = run_serve,
		.help = N_("Records that it was served on entrants: by code, team or name.") },
	{ .name = "served",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.run = run_served,
		.help = N_("Lists the entrants with service and last days.") },
};
const struct noun noun_decision = { "decision", N_("what is selected, and why"), decision_verbs,
	LEN(decision_verbs) };

static const struct verb statement_verbs[] = {
	{ .name = "list", .run = run_list, .help = N_("Lists the statements.") },
	STATEMENT_VERBS,
	COMMON_VERBS(STATEMENT_MEETING_OPTIONS, STATEMENT_CORRECT_OPTIONS),
};
const struct noun noun_statement = { "statement", N_("the jury's statement on solutions, by code"),
	statement_verbs, LEN(statement_verbs) };
