/* SPDX-License-Identifier: MIT
 * What problems, applications and solutions have in common on the command line; the noun is the
 * kind. */
#pragma once

#include "src/cli/cli.h"
#include "src/phases/application.h"

enum { SUBMISSION_LIST_OPTIONS = 4 };
extern const struct option_spec submission_list_options[SUBMISSION_LIST_OPTIONS];

struct error cli_submission_list(struct cli *cli);
struct error cli_submission_show(struct cli *cli);
struct error cli_submission_add(struct cli *cli);
struct error cli_submission_edit(struct cli *cli);
struct error cli_problem_join(struct cli *cli);
/* Prints what has just been recorded: its code, or the record. */
struct error cli_submission_added(struct cli *cli, int64_t id);
/* The team and members that are given, over what is there. */
struct error cli_application_team(
	struct cli *cli, const json_t *json, struct application_input *input);
/* Whose it is, when a team hands it in. */
struct error cli_solution_team(struct cli *cli, const json_t *json, struct submission *submission);

/* clang-format off */
#define APPLICATION_TEAM_OPTIONS \
	{ "team", "NAME", N_("the team's name") }, \
	{ "challenge", "CODE", N_("the challenge it applies to") }, \
	{ "kind", "KIND", N_("company, startup, association, students or other") }, \
	{ "organization", "NAME", N_("the organization behind the team, if there is one") }, \
	{ "member", "NAME <ADDRESS>", N_("a member; may be repeated") }
#define JSON_OPTION { "json", "FILE|-", N_("the same fields as a JSON object") }
/* clang-format on */
