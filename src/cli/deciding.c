/* SPDX-License-Identifier: MIT
 * Decisions, and the challenges that follow from them. */
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/cli.h"
#include "src/judging/decision.h"
#include "src/judging/round.h"
#include "src/phases/challenge.h"
#include "src/phases/submission.h"

static struct error find_decision(struct cli *cli, struct decision *d)
{
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(decision_find(&cli->ctx, cli->argv[0], &id));
	return decision_get(&cli->ctx, &cli->arena, id, d);
}

static struct error read_meeting(struct cli *cli, struct decision *d)
{
	int64_t day;

	if (option(cli, "lang") != NULL)
		d->lang = option(cli, "lang");
	if (option(cli, "place") != NULL)
		d->place = option(cli, "place");
	if (option(cli, "form") != NULL)
		d->form = option(cli, "form");
	if (option(cli, "range-reason") != NULL)
		d->range_reason = option(cli, "range-reason");
	if (option(cli, "tie-reason") != NULL)
		d->tie_reason = option(cli, "tie-reason");
	TRY(input_day("date", option_text(cli, "date"), &day));
	if (day != 0)
		d->day = day;
	return ok();
}

static struct error run_add(struct cli *cli)
{
	struct decision d = { .lang = "fi", .form = "room" };
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(round_find(&cli->ctx, cli->argv[0], &d.round_id));
	TRY(read_meeting(cli, &d));
	TRY(decision_add(&cli->ctx, &d, &id));
	TRY(decision_get(&cli->ctx, &cli->arena, id, &d));
	print_done(cli, "%s", d.code);
	return ok();
}

static struct error run_edit(struct cli *cli)
{
	struct decision d;

	TRY(find_decision(cli, &d));
	TRY(read_meeting(cli, &d));
	TRY(decision_update(&cli->ctx, &d));
	return print_simply(cli);
}

/* "select" is what the manual says; "selected" is what is stored. */
static const char *outcome_of(const char *text)
{
	if (text != NULL && strcmp(text, "select") == 0)
		return "selected";
	return text == NULL ? "" : text;
}

static struct error run_item(struct cli *cli)
{
	struct decision_item item = { .outcome = outcome_of(option(cli, "outcome")),
		.reason_fi = option_text(cli, "reason-fi"), .reason_sv = option_text(cli, "reason-sv"),
		.reason_en = option_text(cli, "reason-en"),
		.deviation_reason = option_text(cli, "deviation") };
	struct decision d;

	TRY(find_decision(cli, &d));
	if (option(cli, "rest") != NULL) {
		TRY(decision_set_rest(&cli->ctx, d.id, &item));
		return print_simply(cli);
	}
	if (cli->argc < 2)
		return fail(E_REQUIRED, "submission");
	for (int i = 1; i < cli->argc; i++) {
		cli->subject = cli->argv[i];
		struct error e =
			store_item_find(cli->ctx.db, d.round_id, cli->argv[i], &item.item_id);
		if (e.code == E_NOT_FOUND)
			return fail(E_NOT_FOUND, "submission");
		TRY(e);
		TRY(decision_set_item(&cli->ctx, d.id, &item));
	}
	return print_simply(cli);
}

static struct error run_present(struct cli *cli)
{
	struct decision_persons persons;
	struct members members;
	struct decision d;

	TRY(find_decision(cli, &d));
	TRY(decision_persons(&cli->ctx, &cli->arena, d.id, &persons));
	TRY(round_members(&cli->ctx, &cli->arena, d.round_id, &members));
	for (int i = 2; i < cli->argc; i++) {
		int64_t member = 0;

		cli->subject = cli->argv[i];
		for (size_t m = 0; m < members.n; m++)
			if (strcmp(members.rows[m].login, cli->argv[i]) == 0)
				member = members.rows[m].id;
		if (member == 0)
			return fail(E_NOT_FOUND, "juror");
		TRY(decision_set_presence(&cli->ctx, d.id, member, cli->argv[1]));
	}
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

	TRY(find_decision(cli, &d));
	list_blockers(cli, d.id);
	TRY(decision_sign(&cli->ctx, d.id, option(cli, "reason")));
	print_done(cli, "%s", _("Approved. It can no longer be changed; another decision corrects it."));
	return ok();
}

static struct error run_correct(struct cli *cli)
{
	struct decision d;
	int64_t id;

	TRY(find_decision(cli, &d));
	TRY(decision_correct(&cli->ctx, d.id, option_text(cli, "reason"), &id));
	TRY(decision_get(&cli->ctx, &cli->arena, id, &d));
	print_done(cli, "%s", d.code);
	return ok();
}

static json_t *decision_json(const struct decision *d)
{
	return json_pack("{s:s, s:s, s:s, s:o, s:s, s:s, s:s, s:o, s:s}", "code", d->code, "round",
		d->round_key, "state", d->state, "date", json_day(d->day), "place", d->place,
		"form", d->form, "language", d->lang, "signed", json_time(d->signed_at),
		"signed_by", d->signed_by);
}

static const struct column decision_columns[] = {
	{ "code", N_("Code"), SHOW_TEXT, 0 },
	{ "round", N_("Round"), SHOW_TEXT, 0 },
	{ "date", N_("Date"), SHOW_DATE, 0 },
	{ "place", N_("Place"), SHOW_TEXT, 0 },
	{ "form", N_("Meeting"), SHOW_WORD, WORDS_MEETING_FORM },
	{ "state", N_("State"), SHOW_WORD, WORDS_DECISION_STATE },
	{ "signed", N_("Approved"), SHOW_TIME, 0 },
	{ "signed_by", N_("By"), SHOW_TEXT, 0 },
};

static struct error run_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	json_t *rows = json_array();
	struct error e = decision_ids(&cli->ctx, 0, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct decision d;

		e = decision_get(&cli->ctx, &cli->arena, ids.ids[i], &d);
		if (e.code == E_OK)
			json_array_append_new(rows, decision_json(&d));
	}
	id_list_clear(&ids);
	TRY(e);
	return print_rows(cli, rows, decision_columns, LEN(decision_columns));
}

static json_t *item_json(const struct decision_item *i)
{
	return json_pack("{s:s, s:s, s:s, s:o, s:s}", "code", i->code, "title", i->title, "outcome",
		i->outcome, "reason", json_names(i->reason_fi, i->reason_sv, i->reason_en),
		"deviation_reason", i->deviation_reason);
}

static json_t *review_json(const struct review_of_decision *r)
{
	return json_pack("{s:I, s:I, s:I, s:I, s:I, s:b, s:o}", "selected", (json_int_t)r->selected,
		"reserve", (json_int_t)r->reserve, "not_selected", (json_int_t)r->not_selected,
		"undecided", (json_int_t)r->undecided, "untranslated", (json_int_t)r->untranslated,
		"outside_range", r->outside_range, "blocked_by",
		r->blocker == NULL ? json_null() : json_string(_(r->blocker)));
}

static struct error run_show(struct cli *cli)
{
	static const struct column item_columns[] = {
		{ "code", N_("Code"), SHOW_TEXT, 0 },
		{ "title", N_("Title"), SHOW_TEXT, 0 },
		{ "outcome", N_("Outcome"), SHOW_WORD, WORDS_OUTCOME },
		{ "reason", N_("Reasons"), SHOW_NAMES, 0 },
	};
	struct decision d;
	struct decision_items items;
	struct review_of_decision review;
	json_t *rows = json_array();

	TRY(require(&cli->ctx, ACT_READ));
	TRY(find_decision(cli, &d));
	TRY(decision_items(&cli->ctx, &cli->arena, d.id, &items));
	TRY(decision_review(&cli->ctx, d.id, &review));
	for (size_t i = 0; i < items.n; i++)
		json_array_append_new(rows, item_json(&items.rows[i]));
	if (strcmp(cli->format, "csv") == 0)
		return print_rows(cli, rows, item_columns, LEN(item_columns));
	json_t *record = decision_json(&d);
	json_object_update_new(record,
		json_pack("{s:s, s:s, s:o, s:O}", "range_reason", d.range_reason, "tie_reason",
			d.tie_reason, "check", review_json(&review), "items", rows));
	TRY(print_record(cli, record, decision_columns, LEN(decision_columns)));
	if (strcmp(cli->format, "json") == 0) {
		json_decref(rows);
		return ok();
	}
	fputc('\n', cli->out);
	return print_rows(cli, rows, item_columns, LEN(item_columns));
}

static const struct option_spec meeting_options[] = {
	{ "date", "DATE", N_("the day of the meeting; today unless given") },
	{ "place", "TEXT", N_("where it is held") },
	{ "form", "FORM", N_("room, remote or email") },
	{ "lang", "fi|sv|en", N_("the language of the meeting: reasons are needed in it") },
	{ "range-reason", "TEXT", N_("why the number selected is outside the planned range") },
	{ "tie-reason", "TEXT", N_("how the panel decided between submissions that share a rank") },
};
static const struct option_spec item_options[] = {
	{ "outcome", "OUTCOME", N_("selected, reserve or not_selected") },
	{ "reason-fi", "TEXT", N_("the reason in Finnish") },
	{ "reason-sv", "TEXT", N_("in Swedish") },
	{ "reason-en", "TEXT", N_("in English") },
	{ "deviation", "TEXT", N_("why it was selected past a better ranked one") },
	{ "rest", NULL, N_("for every submission that has no outcome yet") },
};
static const struct option_spec sign_options[] = {
	{ "reason", "TEXT", N_("why the number selected is outside the planned range") },
};
static const struct option_spec correct_options[] = {
	{ "reason", "TEXT", N_("what was wrong") },
};
static const struct verb decision_verbs[] = {
	{ .name = "list", .run = run_list, .help = N_("Lists the decisions.") },
	{ .name = "show", .operands = "CODE", .least = 1, .most = 1, .run = run_show,
		.help = N_("Shows one, and what stands between a draft and its approval.") },
	{ .name = "add", .operands = "ROUND", .least = 1, .most = 1, .options = meeting_options,
		.option_count = LEN(meeting_options), .run = run_add,
		.help = N_("Begins the decision on a closed round and prints its code.") },
	{ .name = "edit", .operands = "CODE", .least = 1, .most = 1, .options = meeting_options,
		.option_count = LEN(meeting_options), .run = run_edit,
		.help = N_("Changes a draft: the meeting and its reasons.") },
	{ .name = "item", .operands = "CODE [SUBMISSION...]", .least = 1, .most = -1,
		.options = item_options, .option_count = LEN(item_options), .run = run_item,
		.help = N_("Says what becomes of a submission, and why.") },
	{ .name = "present", .operands = "CODE present|remote|absent LOGIN...", .least = 3, .most = -1,
		.run = run_present, .help = N_("Marks who was there.") },
	{ .name = "sign", .operands = "CODE", .least = 1, .most = 1, .options = sign_options,
		.option_count = 1, .run = run_sign,
		.help = N_("Approves a draft: the submissions get their states.") },
	{ .name = "correct", .operands = "CODE", .least = 1, .most = 1, .options = correct_options,
		.option_count = 1, .run = run_correct,
		.help = N_("Begins another decision that corrects an approved one.") },
};
const struct noun noun_decision = { "decision", N_("what is selected, and why"), decision_verbs,
	LEN(decision_verbs) };

static const char *problem_code(struct cli *cli, int64_t challenge_id)
{
	struct submission_titles problems;

	if (challenge_problems(&cli->ctx, &cli->arena, challenge_id, &problems).code != E_OK ||
		problems.n == 0)
		return "";
	return problems.rows[0].code;
}

static struct error challenge_json(struct cli *cli, int64_t id, json_t **json)
{
	struct challenge c;
	struct municipality m;

	TRY(challenge_get(&cli->ctx, &cli->arena, id, &c));
	TRY(municipality_get(&cli->ctx, &cli->arena, c.pilot_id, &m));
	*json = json_pack("{s:s, s:{s:s, s:s}, s:s, s:s, s:s, s:I}", "code", c.code, "title", "fi",
		c.title_fi, "sv", c.title_sv, "pilot", m.code, "pilot_name", municipality_name(&m),
		"problem", problem_code(cli, id), "teams", (json_int_t)0);
	return ok();
}

static const struct column challenge_columns[] = {
	{ "code", N_("Code"), SHOW_TEXT, 0 },
	{ "title", N_("Title"), SHOW_NAMES, 0 },
	{ "pilot_name", N_("Pilot municipality"), SHOW_TEXT, 0 },
	{ "problem", N_("Problem"), SHOW_TEXT, 0 },
};

static struct error run_challenge_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	json_t *rows = json_array();

	TRY(require(&cli->ctx, ACT_READ));
	struct error e = challenge_ids(&cli->ctx, &ids);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		json_t *json = NULL;

		e = challenge_json(cli, ids.ids[i], &json);
		if (e.code == E_OK)
			json_array_append_new(rows, json);
	}
	id_list_clear(&ids);
	TRY(e);
	return print_rows(cli, rows, challenge_columns, LEN(challenge_columns));
}

static struct error run_challenge_show(struct cli *cli)
{
	json_t *json;
	int64_t id;

	TRY(require(&cli->ctx, ACT_READ));
	cli->subject = cli->argv[0];
	TRY(challenge_find(&cli->ctx, cli->argv[0], &id));
	TRY(challenge_json(cli, id, &json));
	return print_record(cli, json, challenge_columns, LEN(challenge_columns));
}

static struct error read_challenge(struct cli *cli, struct challenge *c)
{
	if (option(cli, "title-fi") != NULL)
		c->title_fi = option(cli, "title-fi");
	if (option(cli, "title-sv") != NULL)
		c->title_sv = option(cli, "title-sv");
	if (option(cli, "text-fi") != NULL)
		c->text_fi = option(cli, "text-fi");
	if (option(cli, "text-sv") != NULL)
		c->text_sv = option(cli, "text-sv");
	if (option(cli, "pilot") != NULL) {
		cli->subject = option(cli, "pilot");
		TRY(municipality_find(&cli->ctx, option(cli, "pilot"), &c->pilot_id));
		cli->subject = NULL;
	}
	return ok();
}

static struct error run_challenge_add(struct cli *cli)
{
	struct challenge c = { .title_fi = "", .title_sv = "", .title_en = "" };
	int64_t problem, id;

	if (option(cli, "problem") == NULL)
		return fail(E_REQUIRED, "problem");
	cli->subject = option(cli, "problem");
	TRY(submission_find(&cli->ctx, "problem", option(cli, "problem"), &problem));
	TRY(read_challenge(cli, &c));
	TRY(challenge_add(&cli->ctx, problem, &c, &id));
	TRY(challenge_get(&cli->ctx, &cli->arena, id, &c));
	print_done(cli, "%s", c.code);
	return ok();
}

static struct error run_challenge_edit(struct cli *cli)
{
	struct challenge c;
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(challenge_find(&cli->ctx, cli->argv[0], &id));
	TRY(challenge_get(&cli->ctx, &cli->arena, id, &c));
	TRY(read_challenge(cli, &c));
	TRY(challenge_update(&cli->ctx, &c));
	return print_simply(cli);
}

static const struct option_spec challenge_options[] = {
	{ "problem", "CODE", N_("the selected problem it is made of") },
	{ "title-fi", "TEXT", N_("the title in Finnish") },
	{ "title-sv", "TEXT", N_("in Swedish") },
	{ "text-fi", "TEXT", N_("the description in Finnish") },
	{ "text-sv", "TEXT", N_("in Swedish") },
	{ "pilot", "NAME|CODE", N_("the pilot municipality; the problem's unless given") },
};
static const struct verb challenge_verbs[] = {
	{ .name = "list", .run = run_challenge_list, .help = N_("Lists the challenges.") },
	{ .name = "show", .operands = "CODE", .least = 1, .most = 1, .run = run_challenge_show,
		.help = N_("Shows one.") },
	{ .name = "add", .options = challenge_options, .option_count = LEN(challenge_options),
		.run = run_challenge_add,
		.help = N_("Makes a selected problem a challenge and prints its code.") },
	{ .name = "edit", .operands = "CODE", .least = 1, .most = 1,
		.options = challenge_options + 1, .option_count = LEN(challenge_options) - 1,
		.run = run_challenge_edit, .help = N_("Changes titles, texts or pilot.") },
};
const struct noun noun_challenge = { "challenge", N_("the challenges made of selected problems"),
	challenge_verbs, LEN(challenge_verbs) };
