/* SPDX-License-Identifier: MIT
 * The custodian's side of a blind round. */
#pragma once

#include "db/store/round.h"

struct name {
	const char *text, *kind; /* team, member, organization, municipality */
};

struct names {
	struct name *rows;
	size_t n;
};

struct error store_item_update(struct db *db, int64_t id, const char *title, const char *body);
/* E_EXISTS if the round has the code already. */
struct error store_item_release(
	struct db *db, int64_t id, const char *code, int64_t position, int64_t now);
struct error store_item_delete(struct db *db, int64_t id);
/* The latest; E_NOT_FOUND if it never happened. */
struct error store_blind_act_at(struct db *db, int64_t round_id, const char *act, int64_t *at);
struct error store_blind_act_add(struct db *db, int64_t round_id, const char *act, int64_t at,
	int64_t account_id, const char *reason);
/* How many submissions take part without being among the round's items. */
struct error store_blind_missing(struct db *db, int64_t round_id, int64_t *n);
/* Items whose submission takes part no more. */
struct error store_blind_gone(struct db *db, int64_t round_id, struct id_list *ids);
/* What could give away who handed a submission in; and all municipalities. */
struct error store_blind_names(
	struct db *db, struct arena *arena, int64_t submission_id, struct names *names);
