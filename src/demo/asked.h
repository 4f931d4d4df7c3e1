/* SPDX-License-Identifier: MIT
 * What the office asks of a submission in the demo. */
#pragma once

#include "src/demo/story.h"

/* A yes to all three questions but that number, which is to be asked for. */
struct error asked_judge(struct story *story, int64_t submission, int64_t asked, const char *note);
/* By the lines that were judged to be asked for. */
struct error asked_request(
	struct story *story, int64_t submission, const char *ground, const char *due, int64_t *id);
