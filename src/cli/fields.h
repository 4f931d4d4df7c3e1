/* SPDX-License-Identifier: MIT
 * The fields of a record as options of a command or as a JSON object. */
#pragma once

#include "src/cli/cli.h"
#include "src/phases/submission.h"

/* Where official letters go, of whoever has a registry. */
#define REGISTRY_OPTIONS \
	{ "registry-email", "ADDRESS", N_("the registry's e-mail address") }, \
	{ \
		"registry-post", "TEXT", \
			N_("the registry's post address; may be of several lines") \
	}

/* What --json names, to be freed with json_decref; NULL without the option. E_INVALID if it is no
 * object. */
struct error cli_json(struct cli *cli, json_t **json);
/* The same of another option than that. */
struct error cli_json_of(struct cli *cli, const char *name, json_t **json);
/* The option of that name, else the member of the object, else `otherwise`; "contact_email" is the
 * option contact-email. */
const char *cli_field(struct cli *cli, const json_t *json, const char *name, const char *otherwise);
/* Every field of the verb's record that was given, over what is there. */
struct error cli_record_fields(struct cli *cli, const json_t *json, void *row);
/* Was any of them given, other than `but` (NULL: whichever)? */
bool cli_gives_fields(struct cli *cli, const json_t *json, const char *but);
/* The same of a submission, with who sends it and its theme. */
struct error cli_submission_fields(struct cli *cli, const json_t *json, struct submission *s);
