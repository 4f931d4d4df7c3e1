/* SPDX-License-Identifier: MIT
 * What the files of the bundle share. */
#pragma once

#include <jansson.h>
#include <stdio.h>

#include "db/hasher.h"
#include "src/ground/context.h"
#include "src/documents/bundle.h"

enum { BUNDLE_LINE_MAX = 1048576 }; /* with its newline */

struct bundle_out {
	struct context *ctx;
	FILE *out;
	int64_t lines; /* written so far */
};

/* One object as a line; takes the reference. E_TOO_LONG (field "text"), E_IO. */
struct error bundle_line(struct bundle_out *out, json_t *line);
json_t *bundle_hex(const void *bytes, size_t n);
json_t *bundle_points(int64_t thousandths);

/* What was decided in a round, in words; the rows that prove it; the log. */
struct error bundle_said(struct bundle_out *out, int64_t round_id);
struct error bundle_rows(struct bundle_out *out, const struct bundle *bundle);
/* `head`: the last entry's number and hash. */
struct bundle_head {
	int64_t seq;
	char hash[2 * DIGEST_SIZE + 1];
};
struct error bundle_log(
	struct bundle_out *out, const struct bundle *bundle, struct bundle_head *head);
