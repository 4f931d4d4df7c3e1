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
#include "src/cli/whole.h"
#include "src/phases/eligibility.h"
#include "src/phases/joint.h"
#include "src/phases/late.h"
#include "src/ground/sides.h"
#include "src/judging/custody.h"
#include "src/phases/team.h"

static const char *kind_of(const struct cli *cli)
{
	return cli->noun->name;
}

enum { KNOWN_MAX = 4096 };

/* A list asks for the same few hundred again and again: each is read once. NULL: there is none. */
static const struct municipality *known_municipality(struct cli *cli, int64_t id)
{
	if (id <= 0)
		return NULL;
	if (cli->municipalities == NULL)
		cli->municipalities =
			arena_alloc(&cli->arena, KNOWN_MAX * sizeof(const struct municipality *));
	if (id < KNOWN_MAX && cli->municipalities[id] != NULL)
		return cli->municipalities[id];
	struct municipality *m = arena_alloc(&cli->arena, sizeof(*m));
	if (municipality_get(&cli->ctx, &cli->arena, id, m).code != E_OK)
		return NULL;
	if (id < KNOWN_MAX)
		cli->municipalities[id] = m;
	return m;
}

static const char *municipality_code(struct cli *cli, int64_t id)
{
	const struct municipality *m = known_municipality(cli, id);

	return m == NULL ? NULL : m->code;
}

static const char *applicant_of(struct cli *cli, struct arena *arena, const struct submission *s)
{
	const struct municipality *m =
		s->team_id == 0 ? known_municipality(cli, s->municipality_id) : NULL;

	return m == NULL ? submission_applicant(&cli->ctx, arena, s) :
			   municipality_shown(&cli->ctx, arena, m);
}

static const char *const *coapplicant_codes(
	struct cli *cli, struct arena *arena, const struct submission *s, size_t *n)
{
	struct applicants list = { 0 };

	*n = 0;
	if (s->coapplicants == 0 ||
		submission_coapplicants(&cli->ctx, arena, s->id, &list).code != E_OK)
		return NULL;
	const char **codes = arena_alloc(arena, (list.n + 1) * sizeof(*codes));
	for (size_t i = 0; i < list.n; i++) {
		const char *code = municipality_code(cli, list.rows[i].municipality_id);

		codes[i] = code != NULL ? code :
					  applicant_shown(&cli->ctx, arena, 0,
						  list.rows[i].organization_id);
	}
	*n = list.n;
	return codes;
}

static void say_hidden(struct cli *cli, int64_t sealed_by)
{
	if (sealed_by != 0)
		fprintf(stderr, "%s\n", sides_reason(&cli->ctx, &cli->arena, sealed_by));
}

/* Problems have no team; a list leaves its column empty. */
static const struct column sent_columns[] = {
	{ "code" },
	{ "title" },
	{ "municipality", N_("Municipality"), CELL_TEXT },
	{ "applicant", N_("Applicant"), CELL_TEXT, .seen_by = SEEN_BY_SENDER },
	{ "coapplicants", N_("Co-applicants"), CELL_LIST, .seen_by = SEEN_BY_SENDER },
	{ "theme", N_("Theme"), CELL_TEXT },
	{ "state", N_("State"), CELL_CODE },
	{ "late" },
	{ "language" },
	{ "received", N_("Received") },
	{ "team", N_("Team"), CELL_TEXT },
	{ "challenge", N_("Challenge"), CELL_TEXT, .seen_by = SEEN_BY_SENDER },
	{ "members", N_("Members"), CELL_NUMBER, .seen_by = SEEN_BY_SENDER, .for_people = true },
	{ "team_name", N_("Name of the team"), CELL_TEXT, .seen_by = SEEN_BY_SENDER,
		.for_people = true },
	{ "description", .of_record = true },
	{ "channel", .of_record = true },
	{ "contact" },
	{ "contact_email", N_("E-mail") },
	{ "contact_phone", N_("Telephone") },
	{ "case_number", .of_record = true },
	{ "version", .of_record = true },
	{ "received_ambiguous", .of_record = true },
	{ "joined_to", N_("Joined to"), CELL_TEXT, .of_record = true },
	{ "eligibility", N_("Eligibility"), CELL_TEXT, .of_record = true,
		.seen_by = SEEN_BY_SENDER },
};

static void put_sent(struct cli *cli, const struct submission *s, struct row *row)
{
	const char *code = municipality_code(cli, s->municipality_id);
	size_t n;
	const char *const *coapplicants = coapplicant_codes(cli, &row->arena, s, &n);

	row_record(row, s);
	row_put(row, "municipality", code == NULL ? cell_null() : cell_text(code));
	row_put(row, "applicant", cell_text(applicant_of(cli, &row->arena, s)));
	row_put(row, "coapplicants", cell_list(coapplicants, n));
	row_put(row, "theme", cell_text(submission_theme(&cli->ctx, &row->arena, s)));
	row_put(row, "state", cell_code(text_states_of(kind_of(cli)), s->state));
}

static struct error put_standing(struct cli *cli, const struct submission *s, struct row *row)
{
	struct submission lead;
	int64_t lead_id = 0;

	row_put(row, "eligibility", cell_text(eligibility_count(&cli->ctx, &row->arena, s->id)));
	row_put(row, "joined_to", cell_null());
	if (submission_state_of(s->state) != SUBMISSION_STATE_JOINED)
		return ok();
	TRY(joint_lead(&cli->ctx, s->id, &lead_id));
	TRY(submission_get(&cli->ctx, &row->arena, lead_id, &lead));
	row_put(row, "joined_to", cell_text(lead.code));
	return ok();
}

/* What a listing of submissions is printed for. */
struct sent {
	int64_t *sealed_by; /* notes of one that is sealed */
	bool standing;      /* its eligibility and what it is joined to are asked for */
};

static struct error sent_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct sent *sent = arg;
	struct submission s;
	struct team team;

	TRY(submission_get(&cli->ctx, &row->arena, id, &s));
	put_sent(cli, &s, row);
	if (sent->standing)
		TRY(put_standing(cli, &s, row));
	if (s.team_id != 0 && team_get(&cli->ctx, &row->arena, s.team_id, &team).code == E_OK) {
		row_put(row, "team", cell_text(team.code));
		row_put(row, "team_name", cell_text(team.name));
		row_put(row, "challenge", cell_text(team.challenge));
		row_put(row, "members", cell_number(team.members));
	}
	row->sealed_by = s.sealed_by;
	if (s.sealed_by != 0)
		*sent->sealed_by = s.sealed_by;
	return ok();
}

static struct listing listing_of(const struct cli *cli)
{
	struct listing listing = { sent_columns, LEN(sent_columns),
		"code,applicant,title,theme,state,late,received", sent_row, &record_of_submission };

	if (submission_kind_of(kind_of(cli)) != SUBMISSION_KIND_PROBLEM)
		listing.shown = submission_kind_of(kind_of(cli)) == SUBMISSION_KIND_APPLICATION ?
					"code,team,challenge,applicant,title,members,theme,state,"
					"late,received" :
					"code,team,challenge,applicant,title,theme,state,late,"
					"received";
	return listing;
}

struct error cli_submission_list(struct cli *cli)
{
	struct submission_filter filter = { .state = option(cli, "state"),
		.lang = option(cli, "lang"),
		.late = option(cli, "late") != NULL ? "1" : NULL };
	const struct listing listing = listing_of(cli);
	struct id_list ids = { 0 };
	int64_t sealed_by = 0;
	const struct sent sent = { &sealed_by, cli->columns != NULL };

	if (filter.state != NULL)
		TRY(input_code("state", text_states_of(kind_of(cli)), filter.state));
	struct error e = submission_ids(&cli->ctx, kind_of(cli), SUBMISSIONS_BY_NUMBER, &filter,
		option(cli, "words"), &ids);
	TRY(print_listing(cli, &listing, &sent, e, &ids));
	say_hidden(cli, sealed_by);
	return ok();
}

struct error cli_submission_show(struct cli *cli)
{
	static const struct listing record = { sent_columns, LEN(sent_columns),
		"code,applicant,coapplicants,title,description,theme,language,received,channel,late,"
		"state,joined_to,eligibility,contact,contact_email,contact_phone,case_number,version",
		sent_row, &record_of_submission };
	int64_t id, sealed_by = 0;
	const struct sent sent = { &sealed_by, true };

	cli->subject = cli->argv[0];
	TRY(submission_find(&cli->ctx, kind_of(cli), cli->argv[0], &id));
	TRY(print_whole(cli, &record, &sent, kind_of_noun(kind_of(cli)), id));
	say_hidden(cli, sealed_by);
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

/* What a list has of it. */
static struct error print_added(struct cli *cli, int64_t id)
{
	const struct listing listing = { sent_columns, LEN(sent_columns), NULL, sent_row,
		&record_of_submission };
	int64_t sealed_by = 0;
	const struct sent sent = { &sealed_by, false };

	cli->columns = "code,title,municipality,applicant,coapplicants,theme,state,late,language,"
		       "received,team,challenge";
	return print_one(cli, &listing, &sent, id);
}

struct error cli_submission_added(struct cli *cli, int64_t id)
{
	struct submission s;

	TRY(submission_get(&cli->ctx, &cli->arena, id, &s));
	if (cli_reader(cli) == READ_EXACT)
		return print_added(cli, id);
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
#define PROBLEM_OPTIONS \
	{ "municipality", "NAME|CODE", \
		N_("the applicant; a joint authority or county by its name") }, \
		{ "coapplicant", "NAME|CODE", N_("another applicant; may be repeated") }, \
		{ "theme", "TEXT", N_("the theme") }, JSON_OPTION
static const struct option_spec add_options[] = { PROBLEM_OPTIONS };
static const struct option_spec edit_options[] = {
	PROBLEM_OPTIONS,
	{ "new-version", NULL,
		N_("the applicant sent it anew: the earlier one is kept as a version") },
	{ "reason", "TEXT", N_("why the arrival is corrected, if it is late or in time by that") },
};
static const struct option_spec join_options[] = {
	{ "reason", "TEXT", N_("the reason") },
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
		.options = add_options,
		.option_count = LEN(add_options),
		.record = &record_of_submission,
		.in = IN_ADD,
		.run = cli_submission_add,
		.help = N_("Records a problem and prints its code.") },
	{ .name = "edit",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.options = edit_options,
		.option_count = LEN(edit_options),
		.record = &record_of_submission,
		.in = IN_EDIT,
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
	{ .name = "join",
		.operands = "CODE CODE",
		.least = 2,
		.most = 2,
		.options = join_options,
		.option_count = LEN(join_options),
		.run = cli_problem_join,
		.help = N_(
			"Makes the second problem one with the first, which is judged: both codes "
			"live, and the second applicant is a co-applicant of the first.") },
};
const struct noun noun_problem = { "problem", N_("the problems that municipalities send in"),
	problem_verbs, LEN(problem_verbs) };
