/* SPDX-License-Identifier: MIT
 * Applications with their teams, and the solutions that teams hand in. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/cli/fields.h"
#include "src/cli/import.h"
#include "src/cli/submission.h"
#include "src/phases/challenge.h"
#include "src/registers/organization.h"

static struct error read_members(
	struct cli *cli, const json_t *json, struct application_input *input)
{
	const char *const *given = NULL;
	size_t n = option_values(cli, "member", &given);
	const json_t *array = json_object_get(json, "members");
	size_t listed = n > 0 ? n : json_array_size(array);
	struct member_input *members = arena_alloc(&cli->arena, MEMBERS_MAX * sizeof(*members));
	struct buffer lines = { 0 };

	if (listed == 0)
		return ok();
	for (size_t i = 0; i < listed; i++) {
		const char *text = n > 0 ? given[i] : json_string_value(json_array_get(array, i));

		buffer_printf(&lines, "%s\n", text == NULL ? "" : text);
	}
	enum member_fault fault = members_pair(&cli->arena, lines.text, "", members, &input->n);
	buffer_clear(&lines);
	input->members = members;
	return fault == MEMBERS_GOOD ?
		       ok() :
		       fail(fault == MEMBERS_NAMELESS ? E_REQUIRED : E_INVALID, "member");
}

struct error cli_application_team(
	struct cli *cli, const json_t *json, struct application_input *input)
{
	const char *challenge = cli_field(cli, json, "challenge", "");
	const char *organization = cli_field(cli, json, "organization", "");
	struct team *team = &input->team;

	team->name = cli_field(cli, json, "team", team->name);
	team->kind = cli_field(cli, json, "kind", team->kind);
	cli->subject = challenge;
	if (*challenge != '\0')
		TRY(challenge_find(&cli->ctx, challenge, &team->challenge_id));
	cli->subject = organization;
	if (*organization != '\0')
		TRY(organization_find(&cli->ctx, organization, &team->organization_id));
	cli->subject = NULL;
	return read_members(cli, json, input);
}

static struct error add_from(struct cli *cli, const json_t *json)
{
	struct application_input input = { .team = { .name = "", .kind = "other" } };
	int64_t id;

	TRY(cli_application_team(cli, json, &input));
	if (input.team.challenge_id == 0)
		return fail(E_REQUIRED, "challenge");
	TRY(cli_submission_fields(cli, json, &input.submission));
	TRY(application_add(&cli->ctx, &input, &id));
	return cli_submission_added(cli, id);
}

static struct error run_add(struct cli *cli)
{
	json_auto_t *json = NULL;
	struct error e = cli_json(cli, &json);

	if (e.code == E_OK)
		e = add_from(cli, json);
	return e;
}

static const struct option_spec application_options[] = {
	APPLICATION_TEAM_OPTIONS,
	JSON_OPTION,
};
static const struct option_spec solution_options[] = {
	{ "team", "CODE|NAME", N_("the team that hands it in") },
	JSON_OPTION,
};
static const struct option_spec edit_options[] = {
	JSON_OPTION,
	{ "new-version", NULL, N_("the team sent it anew: the earlier one is kept as a version") },
	{ "reason", "TEXT", N_("why the arrival is corrected, if it is late or in time by that") },
};

#define COMMON_VERBS \
	{ .name = "list", \
		.options = submission_list_options, \
		.option_count = SUBMISSION_LIST_OPTIONS, \
		.run = cli_submission_list, \
		.help = N_("Lists them.") }, \
		{ .name = "show", \
			.operands = "CODE", \
			.least = 1, \
			.most = 1, \
			.run = cli_submission_show, \
			.help = N_("Shows one.") }, \
	{ \
		.name = "edit", .operands = "CODE", .least = 1, .most = 1, \
		.options = edit_options, .option_count = LEN(edit_options), \
		.record = &record_of_submission, .in = IN_EDIT, .run = cli_submission_edit, \
		.help = N_("Corrects the fields that are given.") \
	}

#define IMPORT_VERB(text) \
	{ \
		.name = "import", .operands = "FILE", .least = 1, .most = 1, \
		.options = import_options, .option_count = IMPORT_OPTIONS, .run = cli_import, \
		.help = text \
	}

static const struct verb application_verbs[] = {
	{ .name = "add",
		.options = application_options,
		.option_count = LEN(application_options),
		.record = &record_of_submission,
		.in = IN_ADD,
		.run = run_add,
		.help = N_("Records an application with its team and prints its code.") },
	COMMON_VERBS,
	IMPORT_VERB(N_("Imports applications with their teams from a CSV or TSV file.")),
};
const struct noun noun_application = { "application", N_("the applications of teams"),
	application_verbs, LEN(application_verbs) };

static const struct verb solution_verbs[] = {
	{ .name = "add",
		.options = solution_options,
		.option_count = LEN(solution_options),
		.record = &record_of_submission,
		.in = IN_ADD,
		.run = cli_submission_add,
		.help = N_("Records a solution and prints its code.") },
	COMMON_VERBS,
	IMPORT_VERB(N_("Imports solutions from a CSV or TSV file.")),
};
const struct noun noun_solution = { "solution", N_("the solutions that teams hand in"),
	solution_verbs, LEN(solution_verbs) };
