/* SPDX-License-Identifier: MIT
 * Who sends something in: a municipality or an organization. */
#pragma once

#include "db/store/submission.h"
#include "src/ground/context.h"

/* The applicant's name as shown: municipality or organization; "" for none. */
const char *applicant_shown(
	struct context *ctx, struct arena *arena, int64_t municipality_id, int64_t organization_id);
/* Of a problem, an application or a solution: municipality, organization or team. */
const char *submission_applicant(
	struct context *ctx, struct arena *arena, const struct submission *submission);
/* Both official names of the applicant; "" for none. */
struct error applicant_names(struct context *ctx, struct arena *arena,
	const struct submission *submission, const char **fi, const char **sv);
/* A municipality by name or code, else an organization by name: what a person typed as applicant.
 */
struct error applicant_find(struct context *ctx, const char *text, struct applicant *applicant);
