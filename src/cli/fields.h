/* SPDX-License-Identifier: MIT
 * The fields of a record as options of a command or as a JSON object. */
#pragma once

#include "src/cli/cli.h"
#include "src/phases/submission.h"

enum { SUBMISSION_OPTIONS = 15 }; /* the last two are of a correction */
/* The last of them is for editing only. */
extern const struct option_spec submission_options[SUBMISSION_OPTIONS];

/* What --json names, to be freed with json_decref; NULL without the option. E_INVALID if it is no
 * object. */
struct error cli_json(struct cli *cli, json_t **json);
/* The option of that name, else the member of the object ("contact_email" for contact-email), else
 * `otherwise`. */
const char *cli_field(struct cli *cli, const json_t *json, const char *name, const char *otherwise);
/* Everything that was given, over what is there. */
struct error cli_submission_fields(struct cli *cli, const json_t *json, struct submission *s);
