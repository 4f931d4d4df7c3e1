/* SPDX-License-Identifier: MIT
 * What every act in a jury's meeting shares: it is open, its draft is one, and what it finds there
 * is read in the act's own transaction. Not for anyone outside of src/judging/meeting*.c. */
#pragma once

#include "src/judging/meeting.h"

struct meeting_act {
	struct context *ctx;
	struct arena arena;
	struct meeting_view view;
};

typedef struct error (*meeting_does)(struct meeting_act *act, const void *arg);

/* Runs it, with that word for the log. */
struct error meeting_act(
	struct context *ctx, int64_t id, const char *verb, meeting_does does, const void *arg);

/* The member of that login; E_NOT_FOUND (field "juror"). */
struct error meeting_act_member(
	const struct meeting_act *act, const char *login, const struct decision_person **member);
/* 0 becomes now; E_INVALID (field "time") before `from` or ahead. */
struct error meeting_act_time(const struct meeting_act *act, int64_t from, int64_t *at);
/* E_RULE unless the member is in the room, and may be for the item. */
struct error meeting_act_takes_part(
	const struct meeting_act *act, const struct decision_person *member, int64_t item_id);
