/* SPDX-License-Identifier: MIT
 * The log in words: entries as sentences in the reader's language, made from their codes. */
#pragma once

#include "db/store/meta.h"
#include "src/ground/context.h"

/* Newest first; NULL object: all. */
struct error journal_ids(struct context *ctx, const char *object, struct id_list *ids);
struct error journal_get(
	struct context *ctx, struct arena *arena, int64_t seq, struct log_entry *entry);
/* "Aino Malli recorded the problem P-003." */
const char *journal_sentence(
	struct context *ctx, struct arena *arena, const struct log_entry *entry);

/* What an entry changed, where that is not personal: "State: received → admitted". */
struct journal_change {
	const char *what, *before, *after; /* before "" where something was added */
};

struct journal_changes {
	struct journal_change *rows;
	size_t n;
};

struct error journal_changes(
	struct context *ctx, struct arena *arena, int64_t seq, struct journal_changes *changes);
