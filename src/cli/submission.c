/* SPDX-License-Identifier: MIT
 * Problems: recording, correcting and the acts of their life. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/cli.h"
#include "src/cli/confirm.h"
#include "src/cli/fields.h"
#include "src/cli/import.h"
#include "src/cli/submission.h"
#include "src/phases/late.h"
#include "src/judging/sides.h"
#include "src/phases/team.h"

static const char *kind_of(const struct cli *cli)
{
	return cli->noun->name;
}

static const char *municipality_code(struct cli *cli, int64_t id)
{
	struct municipality m;

	if (id == 0 || municipality_get(&cli->ctx, &cli->arena, id, &m).code != E_OK)
		return NULL;
	return m.code;
}

static json_t *coapplicants_json(struct cli *cli, int64_t id)
{
	struct applicants list;
	json_t *codes = json_array();

	if (submission_coapplicants(&cli->ctx, &cli->arena, id, &list).code != E_OK)
		return codes;
	for (size_t i = 0; i < list.n; i++) {
		const char *code = municipality_code(cli, list.rows[i].municipality_id);

		json_array_append_new(
			codes, json_string(code != NULL ? code :
							  applicant_shown(&cli->ctx, &cli->arena, 0,
								  list.rows[i].organization_id)));
	}
	return codes;
}

/* What a blind round keeps from who asks is null. */
static json_t *shown_text(const struct submission *s, const char *text)
{
	return s->sealed_by != 0 ? json_null() : json_string(text);
}

static void say_hidden(struct cli *cli, int64_t sealed_by)
{
	if (sealed_by != 0)
		fprintf(stderr, "%s\n", sides_reason(&cli->ctx, &cli->arena, sealed_by));
}

/* Problems keep the fields scripts know; what a team sent has its team and challenge. */
static json_t *submission_json(struct cli *cli, const struct submission *s)
{
	const char *code = municipality_code(cli, s->municipality_id);
	struct team team;
	json_t *record = json_pack("{s:s, s:o, s:o, s:s, s:o, s:s, s:s, s:b, s:o, s:o}", "code",
		s->code, "title", shown_text(s, s->title), "municipality",
		code == NULL ? json_null() : json_string(code), "applicant",
		submission_applicant(&cli->ctx, &cli->arena, s), "coapplicants",
		coapplicants_json(cli, s->id), "theme", submission_theme(&cli->ctx, &cli->arena, s),
		"state", s->state, "late", s->late, "language", shown_text(s, s->lang), "received",
		json_time(s->received));

	if (s->team_id != 0 && team_get(&cli->ctx, &cli->arena, s->team_id, &team).code == E_OK)
		json_object_update_new(record,
			json_pack("{s:s, s:s}", "team", team.code, "challenge", team.challenge));
	return record;
}

struct error cli_submission_list(struct cli *cli)
{
	const enum vocabulary states = text_states_of(kind_of(cli));
	const struct column columns[] = {
		{ "code", N_("Code"), SHOW_TEXT, 0 },
		{ "applicant", N_("Applicant"), SHOW_TEXT, 0 },
		{ "title", N_("Title"), SHOW_TEXT, 0 },
		{ "theme", N_("Theme"), SHOW_TEXT, 0 },
		{ "state", N_("State"), SHOW_WORD, states },
		{ "late", N_("Late"), SHOW_BOOL, 0 },
		{ "received", N_("Received"), SHOW_TIME, 0 },
	};
	struct submission_filter filter = { .state = option(cli, "state"),
		.lang = option(cli, "lang"),
		.late = option(cli, "late") != NULL ? "1" : NULL };
	struct id_list ids = { 0 };
	int64_t sealed_by = 0;
	json_auto_t *list = json_array();

	if (filter.state != NULL)
		TRY(input_code("state", states, filter.state));
	struct error e = submission_ids(&cli->ctx, kind_of(cli), SUBMISSIONS_BY_NUMBER, &filter,
		option(cli, "words"), &ids);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct submission s;

		e = submission_get(&cli->ctx, &cli->arena, ids.ids[i], &s);
		if (e.code == E_OK)
			json_array_append_new(list, submission_json(cli, &s));
		sealed_by = e.code == E_OK && s.sealed_by != 0 ? s.sealed_by : sealed_by;
	}
	id_list_clear(&ids);
	TRY(e);
	TRY(print_rows(cli, json_take(&list), columns, LEN(columns)));
	say_hidden(cli, sealed_by);
	return ok();
}

struct error cli_submission_show(struct cli *cli)
{
	const enum vocabulary states = text_states_of(kind_of(cli));
	const struct column columns[] = {
		{ "code", N_("Code"), SHOW_TEXT, 0 },
		{ "applicant", N_("Applicant"), SHOW_TEXT, 0 },
		{ "coapplicants", N_("Co-applicants"), SHOW_LIST, 0 },
		{ "title", N_("Title"), SHOW_TEXT, 0 },
		{ "description", N_("Description"), SHOW_TEXT, 0 },
		{ "theme", N_("Theme"), SHOW_TEXT, 0 },
		{ "language", N_("Language"), SHOW_WORD, WORDS_LANGUAGE },
		{ "received", N_("Received"), SHOW_TIME, 0 },
		{ "channel", N_("Came by"), SHOW_WORD, WORDS_CHANNEL },
		{ "late", N_("Late"), SHOW_BOOL, 0 },
		{ "state", N_("State"), SHOW_WORD, states },
		{ "contact", N_("Contact person"), SHOW_TEXT, 0 },
		{ "contact_email", N_("E-mail"), SHOW_TEXT, 0 },
		{ "contact_phone", N_("Telephone"), SHOW_TEXT, 0 },
		{ "case_number", N_("Case number"), SHOW_TEXT, 0 },
		{ "version", N_("Version"), SHOW_NUMBER, 0 },
	};
	struct submission s;
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(submission_find(&cli->ctx, kind_of(cli), cli->argv[0], &id));
	TRY(submission_get(&cli->ctx, &cli->arena, id, &s));
	json_auto_t *record = submission_json(cli, &s);
	json_object_update_new(
		record, json_pack("{s:o, s:s, s:s, s:s, s:s, s:s, s:I, s:b}", "description",
				shown_text(&s, s.body), "channel", s.channel, "contact",
				s.contact_name, "contact_email", s.contact_email, "contact_phone",
				s.contact_phone, "case_number", s.case_number, "version",
				(json_int_t)s.version, "received_ambiguous", s.received_ambiguous));
	TRY(print_record(cli, json_take(&record), columns, LEN(columns)));
	say_hidden(cli, s.sealed_by);
	return ok();
}

static struct error read_applicants(struct cli *cli, const json_t *json,
	struct submission_input *input, struct applicant *list, size_t capacity)
{
	const char *const *given = NULL;
	size_t n = option_values(cli, "coapplicant", &given);
	const json_t *array = json_object_get(json, "coapplicants");
	size_t listed = n > 0 ? n : json_array_size(array);

	if (n == 0 && array == NULL)
		return ok();
	input->n = 0;
	for (size_t i = 0; i < listed && i < capacity; i++) {
		const char *name = n > 0 ? given[i] : json_string_value(json_array_get(array, i));

		if (name == NULL || *name == '\0')
			continue;
		cli->subject = arena_text(&cli->arena, name);
		TRY(applicant_find(&cli->ctx, name, &list[input->n++]));
	}
	input->coapplicants = list;
	return ok();
}

enum { COAPPLICANTS_MAX = 60 };

struct error cli_solution_team(struct cli *cli, const json_t *json, struct submission *s)
{
	const char *team = cli_field(cli, json, "team", NULL);

	if (team == NULL)
		return ok();
	cli->subject = arena_text(&cli->arena, team);
	return team_find(&cli->ctx, team, &s->team_id);
}

static struct error add_from(struct cli *cli, const json_t *json)
{
	struct applicant list[COAPPLICANTS_MAX];
	struct submission_input input = { .submission = { .kind = kind_of(cli) } };
	int64_t id;

	TRY(cli_submission_fields(cli, json, &input.submission));
	TRY(cli_solution_team(cli, json, &input.submission));
	TRY(read_applicants(cli, json, &input, list, LEN(list)));
	cli->subject = NULL;
	TRY(submission_add(&cli->ctx, &input, &id));
	return cli_submission_added(cli, id);
}

/* What it means for the review: on standard error, since it is no result. */
static void tell_standing(struct cli *cli, const struct submission *s)
{
	const char *standing = late_standing(&cli->ctx, s);

	if (standing != NULL)
		fprintf(stderr, "%s: %s\n", s->code, _(standing));
}

static struct error done_with(struct cli *cli, int64_t id)
{
	struct submission s;

	TRY(submission_get(&cli->ctx, &cli->arena, id, &s));
	tell_standing(cli, &s);
	return print_simply(cli);
}

struct error cli_submission_added(struct cli *cli, int64_t id)
{
	struct submission s;

	TRY(submission_get(&cli->ctx, &cli->arena, id, &s));
	if (strcmp(cli->format, "json") == 0)
		return print_record(cli, submission_json(cli, &s), NULL, 0);
	print_done(cli, "%s", s.code);
	tell_standing(cli, &s);
	return ok();
}

struct error cli_submission_add(struct cli *cli)
{
	json_auto_t *json = NULL;
	struct error e = cli_json(cli, &json);

	if (e.code == E_OK)
		e = add_from(cli, json);
	return e;
}

static struct error edit_from(struct cli *cli, const json_t *json)
{
	struct applicant list[COAPPLICANTS_MAX];
	struct submission_input input = { 0 };
	struct applicants present;
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(submission_find(&cli->ctx, kind_of(cli), cli->argv[0], &id));
	TRY(submission_get(&cli->ctx, &cli->arena, id, &input.submission));
	TRY(submission_coapplicants(&cli->ctx, &cli->arena, id, &present));
	input.coapplicants = present.rows;
	input.reason = option(cli, "reason");
	input.n = present.n;
	TRY(cli_submission_fields(cli, json, &input.submission));
	TRY(read_applicants(cli, json, &input, list, LEN(list)));
	cli->subject = cli->argv[0];
	TRY(option(cli, "new-version") != NULL ? submission_replace(&cli->ctx, &input) :
						 submission_update(&cli->ctx, &input));
	return done_with(cli, id);
}

struct error cli_submission_edit(struct cli *cli)
{
	json_auto_t *json = NULL;
	struct error e = cli_json(cli, &json);

	if (e.code == E_OK)
		e = edit_from(cli, json);
	return e;
}

const struct option_spec submission_list_options[SUBMISSION_LIST_OPTIONS] = {
	{ "state", "STATE", N_("only in this state") },
	{ "late", NULL, N_("only late ones") },
	{ "lang", "fi|sv|en", N_("only in this language") },
	{ "words", "TEXT", N_("only those with these words") },
};
static const struct verb problem_verbs[] = {
	{ .name = "list",
		.options = submission_list_options,
		.option_count = SUBMISSION_LIST_OPTIONS,
		.run = cli_submission_list,
		.help = N_("Lists the problems.") },
	{ .name = "show",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.run = cli_submission_show,
		.help = N_("Shows one.") },
	{ .name = "add",
		.options = submission_options,
		.option_count = SUBMISSION_OPTIONS - 2,
		.run = cli_submission_add,
		.help = N_("Records a problem and prints its code.") },
	{ .name = "edit",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.options = submission_options,
		.option_count = SUBMISSION_OPTIONS,
		.run = cli_submission_edit,
		.help = N_("Corrects the fields that are given.") },
	{ .name = "import",
		.operands = "FILE",
		.least = 1,
		.most = 1,
		.options = import_options,
		.option_count = IMPORT_OPTIONS,
		.run = cli_import,
		.help = N_("Imports problems from a CSV or TSV file.") },
};
const struct noun noun_problem = { "problem", N_("the problems that municipalities send in"),
	problem_verbs, LEN(problem_verbs) };
