/* SPDX-License-Identifier: MIT
 * What the verbs of letters share. */
#pragma once

#include "db/store/letter.h"
#include "src/cli/cli.h"

/* The letter of that code, which an error then names. */
struct error cli_letter(struct cli *cli, const char *code, struct letter *letter);

/* letter template list|show|edit. */
enum { LETTER_TEMPLATE_OPTIONS = 4 };
extern const struct option_spec letter_template_options[LETTER_TEMPLATE_OPTIONS];
struct error cli_letter_template(struct cli *cli);
