/* SPDX-License-Identifier: MIT
 * Who letters come from, and the program that takes them. */
#pragma once

#include "db/db.h"

struct letter_sender {
	const char *address;                     /* "": nobody has said */
	const char *name_fi, *name_sv, *name_en; /* "": the competition's */
	const char *program;                     /* whole path of a sendmail */
	int64_t tried, tried_by; /* when a letter was sent to oneself, by which account; 0: not */
	const char *place;       /* file_identity of the competition then */
	int64_t v;
};

struct error store_letter_sender_get(
	struct db *db, struct arena *arena, struct letter_sender *sender);
/* Has to be tried anew. E_STALE if `v` has moved on. */
struct error store_letter_sender_put(struct db *db, const struct letter_sender *sender);
/* `tried`, `tried_by` and `place` alone; E_STALE as above. */
struct error store_letter_sender_tried(struct db *db, const struct letter_sender *sender);
