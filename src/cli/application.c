/* SPDX-License-Identifier: MIT
 * Applications with their teams, and the solutions that teams hand in. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/cli/fields.h"
#include "src/cli/submission.h"
#include "src/phases/application.h"
#include "src/phases/challenge.h"
#include "src/registers/organization.h"

enum { MEMBERS_MAX = 40 };

/* "Maija Malli <maija@malli.example>" or only the name. */
static struct member_input member_of(struct cli *cli, const char *text)
{
	const char *open = strchr(text, '<'), *close = open == NULL ? NULL : strchr(open, '>');
	struct member_input member = { .name = arena_text(&cli->arena, text) };

	if (close == NULL)
		return member;
	member.name = arena_printf(&cli->arena, "%.*s", (int)(open - text), text);
	member.email = arena_printf(&cli->arena, "%.*s", (int)(close - open - 1), open + 1);
	return member;
}

static size_t read_members(
	struct cli *cli, const json_t *json, struct member_input *members, size_t capacity)
{
	const char *const *given = NULL;
	size_t n = option_values(cli, "member", &given), filled = 0;
	const json_t *array = json_object_get(json, "members");
	size_t listed = n > 0 ? n : json_array_size(array);

	for (size_t i = 0; i < listed && filled < capacity; i++) {
		const char *text = n > 0 ? given[i] : json_string_value(json_array_get(array, i));

		if (text != NULL && *text != '\0')
			members[filled++] = member_of(cli, text);
	}
	return filled;
}

/* A team of that name in the challenge that has not applied yet is the one meant. */
static struct error read_team(struct cli *cli, const json_t *json, struct team *team)
{
	const char *challenge = cli_field(cli, json, "challenge", "");
	const char *organization = cli_field(cli, json, "organization", "");

	team->name = cli_field(cli, json, "team", "");
	team->kind = cli_field(cli, json, "kind", "other");
	cli->subject = challenge;
	if (*challenge == '\0')
		return fail(E_REQUIRED, "challenge");
	TRY(challenge_find(&cli->ctx, challenge, &team->challenge_id));
	cli->subject = organization;
	if (*organization != '\0')
		TRY(organization_find(&cli->ctx, organization, &team->organization_id));
	cli->subject = NULL;
	return ok();
}

static struct error add_from(struct cli *cli, const json_t *json)
{
	struct member_input members[MEMBERS_MAX];
	struct application_input input = { .members = members };
	int64_t id;

	TRY(read_team(cli, json, &input.team));
	TRY(cli_submission_fields(cli, json, &input.submission));
	input.n = read_members(cli, json, members, LEN(members));
	TRY(application_add(&cli->ctx, &input, &id));
	return cli_submission_added(cli, id);
}

static struct error run_add(struct cli *cli)
{
	json_t *json;
	struct error e = cli_json(cli, &json);

	if (e.code == E_OK)
		e = add_from(cli, json);
	json_decref(json);
	return e;
}

/* clang-format off */
#define TEXT_OPTIONS \
	{ "title", "TEXT", N_("the title, at most 200 characters") }, \
	{ "description", "TEXT", N_("the description, at most 10,000 characters") }, \
	{ "language", "fi|sv|en", N_("the language of the text") }, \
	{ "contact", "NAME", N_("the contact person") }, \
	{ "contact-email", "ADDRESS", N_("their e-mail address") }, \
	{ "contact-phone", "NUMBER", N_("their telephone number") }, \
	{ "received", "TIME", N_("when it arrived; now unless given") }, \
	{ "channel", "CHANNEL", N_("email, form, letter, hand, phone or other") }, \
	{ "case-number", "TEXT", N_("the case number") }, \
	{ "json", "FILE|-", N_("the same fields as a JSON object") }
/* clang-format on */

static const struct option_spec application_options[] = {
	{ "team", "NAME", N_("the team's name") },
	{ "challenge", "CODE", N_("the challenge it applies to") },
	{ "kind", "KIND", N_("company, startup, association, students or other") },
	{ "organization", "NAME", N_("the organization behind the team, if there is one") },
	{ "member", "NAME <ADDRESS>", N_("a member; may be repeated") },
	TEXT_OPTIONS,
};
static const struct option_spec solution_options[] = {
	{ "team", "CODE|NAME", N_("the team that hands it in") },
	TEXT_OPTIONS,
};
static const struct option_spec edit_options[] = {
	TEXT_OPTIONS,
	{ "new-version", NULL, N_("the team sent it anew: the earlier one is kept as a version") },
};

#define COMMON_VERBS \
	{ .name = "list", .options = submission_list_options, \
		.option_count = SUBMISSION_LIST_OPTIONS, .run = cli_submission_list, \
		.help = N_("Lists them.") }, \
	{ .name = "show", .operands = "CODE", .least = 1, .most = 1, \
		.run = cli_submission_show, .help = N_("Shows one.") }, \
	{ .name = "edit", .operands = "CODE", .least = 1, .most = 1, .options = edit_options, \
		.option_count = LEN(edit_options), .run = cli_submission_edit, \
		.help = N_("Corrects the fields that are given.") }, \
	{ .name = "withdraw", .operands = "CODE", .least = 1, .most = 1, \
		.options = submission_act_options, .option_count = SUBMISSION_ACT_OPTIONS, \
		.run = cli_submission_withdraw, .help = N_("The team withdrew it.") }, \
	{ .name = "admit", .operands = "CODE", .least = 1, .most = 1, \
		.options = submission_act_options, .option_count = SUBMISSION_ACT_OPTIONS, \
		.run = cli_submission_admit, \
		.help = N_("Admits a late one, with a reason; by somebody else than who recorded it.") }, \
	{ .name = "exclude", .operands = "CODE", .least = 1, .most = 1, \
		.options = submission_act_options, .option_count = SUBMISSION_ACT_OPTIONS, \
		.run = cli_submission_exclude, .help = N_("It is ineligible, with a reason.") }, \
	{ .name = "restore", .operands = "CODE", .least = 1, .most = 1, \
		.options = submission_act_options, .option_count = SUBMISSION_ACT_OPTIONS, \
		.run = cli_submission_restore, \
		.help = N_("It was withdrawn or excluded by mistake.") }

static const struct verb application_verbs[] = {
	{ .name = "add", .options = application_options, .option_count = LEN(application_options),
		.run = run_add,
		.help = N_("Records an application with its team and prints its code.") },
	COMMON_VERBS,
};
const struct noun noun_application = { "application", N_("the applications of teams"),
	application_verbs, LEN(application_verbs) };

static const struct verb solution_verbs[] = {
	{ .name = "add", .options = solution_options, .option_count = LEN(solution_options),
		.run = cli_submission_add, .help = N_("Records a solution and prints its code.") },
	COMMON_VERBS,
};
const struct noun noun_solution = { "solution", N_("the solutions that teams hand in"),
	solution_verbs, LEN(solution_verbs) };
