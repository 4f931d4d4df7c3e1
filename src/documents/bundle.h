/* SPDX-License-Identifier: MIT
 * The bundle: what an outsider needs to recompute the ranking of judged rounds and to check the
 * log, in the format of verifier/FORMAT.md. It has the rules, scores by juror code, the order, tie
 * steps and outcomes, and the whole log as hashes; no names, notes, feedback, reasons or texts
 * (GDPR, article 5(1)(c); laki viranomaisten toiminnan julkisuudesta 621/1999, 24 §). */
#pragma once

#include <stdio.h>

#include "src/ground/context.h"

enum { BUNDLE_FORMAT = 1 };

struct bundle {
	struct id_list rounds;
};

/* Takes rounds by their keys, each once; to be freed with bundle_clear. E_DENIED, E_NOT_FOUND
 * (field "round"); E_RULE before a round is closed, and of a blind one before its names
 * are opened. `refused` is then the key. */
struct error bundle_take(struct context *ctx, const char *const *keys, size_t n,
	struct bundle *bundle, const char **refused);
/* Writes it from one state of the file, line by line. */
struct error bundle_write(struct context *ctx, const struct bundle *bundle, FILE *out);
/* For the log, a round each: it left the program. */
struct error bundle_given(struct context *ctx, const struct bundle *bundle);
void bundle_clear(struct bundle *bundle);
