/* SPDX-License-Identifier: MIT
 * What the office is asked when it records that somebody signed the jury's statement. */
#pragma once

#include "src/judging/tally.h"
#include "ui/toolkit/ui.h"

/* On paper: that member, or (NULL) all who are missing. True if it was recorded. */
bool ask_paper(struct ui *ui, int64_t statement_id, const struct tally *tally, const char *login);
/* In a service of electronic signatures. */
bool ask_service(struct ui *ui, int64_t statement_id, const char *login, const char *name);
