/* SPDX-License-Identifier: MIT
 * The offline score sheet: for who will not use SSH. One juror's submissions in the order of their
 * own screen, the criteria with their bands in words, empty cells, and the declaration of interest,
 * in the juror's language. It holds what that juror's own session would show and nothing else:
 * before the declaration no texts, and in a blind round names alone, without a code (hallintolaki
 * 434/2003, 27-29 §; directive 2014/24/EU, article 82). As CSV or a workbook it comes back through
 * review_import.
 */
#pragma once

#include "db/store/account.h"
#include "src/ground/context.h"
#include "src/judging/juror.h"
#include "src/intake/sheet_declaration.h"

/* As CSV, into the arena. E_RULE says why this juror gets none now, as does score_sheet_kind of
 * document.h, which makes them for paper; E_RULE too in a blind round before the declaration;
 * E_NOT_FOUND (field "juror"). */
struct error score_sheet_csv(struct context *ctx, struct arena *arena, int64_t round_id,
	const char *login, const char **text);
/* The same as a workbook, to the file `out`. E_RULE also where klash-documents could not. */
struct error score_sheet_xlsx(
	struct context *ctx, struct arena *arena, int64_t round_id, const char *login, int out);
/* For the log: such a file left the program. */
struct error score_sheet_given(struct context *ctx, int64_t round_id);

/* What the files of the sheet share. */
struct sheet_row {
	const char *code, *title, *applicant; /* applicant: "" in a blind round */
	const char *body;                     /* "" before the declaration */
	const char *lang;                     /* of title and body */
};

struct sheet_data {
	struct context *ctx;
	struct arena *arena;
	struct account account;
	const char *competition, *name, *office; /* name: of the round */
	struct round round;
	struct criteria criteria;
	bool declared;
	bool names_only; /* blind and not declared: only who applied */
	struct juror_applicants applicants;
	struct sheet_row *rows;
	size_t n;
};

struct error sheet_write_xlsx(const struct sheet_data *sheet, int out);
struct error sheet_write_csv(const struct sheet_data *sheet, struct buffer *out);
/* "0–3 small · 4–6 fair"; into the arena. */
struct error sheet_bands(
	const struct sheet_data *sheet, const struct criterion *criterion, const char **words);
/* "40 %, 0–10" */
const char *sheet_scale(const struct sheet_data *sheet, const struct criterion *criterion);
