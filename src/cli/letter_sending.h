/* SPDX-License-Identifier: MIT
 * letter send, letter sender. */
#pragma once

#include "db/store/sender.h"
#include "src/cli/cli.h"

enum { LETTER_SEND_OPTIONS = 3 };
extern const struct option_spec letter_send_options[LETTER_SEND_OPTIONS];
struct error cli_letter_send(struct cli *cli);
/* show, set or try, as its first operand says. */
struct error cli_letter_sender(struct cli *cli);
