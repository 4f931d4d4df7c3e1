/* SPDX-License-Identifier: MIT
 * What the files of the line mode call of one another. Each returns when one goes back, or when
 * nothing more comes (talk->ended). */
#pragma once

#include "ui/jury/sight.h"
#include "ui/line/talk.h"

/* A choice that is always there, and what it does. */
void line_language(struct talk *talk);
/* False, and why is said, once the account may no longer act. */
bool line_stands(struct talk *talk);

void line_jury(struct talk *talk);
void line_round(struct talk *talk, int64_t round_id);
/* True if one went on to the reviews. */
bool line_declare(struct talk *talk, int64_t round_id);
void line_statement(struct talk *talk, int64_t statement_id);
/* The review of the assignment; the next one to go to, 0: back to the list. */
int64_t line_review(struct talk *talk, int64_t assignment_id);
/* A ground of 28 §, 1 to 7; 0: none. With what must be said of it in *reason, to be freed. */
int64_t line_ground(struct talk *talk, const char *about, char **reason);

void line_office(struct talk *talk);
