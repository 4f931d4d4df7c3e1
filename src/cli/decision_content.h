/* SPDX-License-Identifier: MIT
 * What a decision says beside its outcomes, and the reasons of the entrants, on the command line.
 */
#pragma once

#include "src/cli/cli.h"
#include "db/store/decision.h"

/* By the first operand; E_NOT_FOUND of what the verb's noun is not (decision.c). */
struct error cli_decision(struct cli *cli, struct decision *d);

/* As a record or list (decision.c). */
struct error cli_decision_shown(struct cli *cli);
/* So, or as the document of those whom it is about (decision_paper.c). */
struct error run_show_decision(struct cli *cli);
extern const struct option_spec decision_paper_options[1];

/* Into the cells `contents`, `texts` and `reasons` of a decision's record. */
struct error put_contents(struct cli *cli, const struct decision *d, struct row *row);
/* For reading, below the record. */
struct error print_contents(struct cli *cli, const struct decision *d);
/* On standard error: what a draft lacks, whose reasons are missing, and which are the same. */
struct error tell_lacks(struct cli *cli, const struct decision *d);

/* clang-format off */
#define CONTENT_COLUMNS \
	{ "contents", N_("Contents"), CELL_RECORD, .seen_by = SEEN_BY_OFFICE }, \
	{ "texts", N_("Texts"), CELL_ROWS, .seen_by = SEEN_BY_OFFICE }, \
	{ "reasons", N_("State of the reasons"), CELL_ROWS }
/* clang-format on */

struct error run_content(struct cli *cli);
struct error run_content_text(struct cli *cli);
struct error run_compose(struct cli *cli);
struct error run_same(struct cli *cli);
extern const struct option_spec compose_options[1];

/* clang-format off */
#define CONTENT_VERBS \
	{ .name = "content", .operands = "CODE", .least = 1, .most = 1, \
		.record = &record_of_decision_content, .in = IN_EDIT, .run = run_content, \
		.help = N_("Changes what a draft says: whose it is, who prepared it, who tells more, its value and notices.") }, \
	{ .name = "text", .operands = "CODE PART", .least = 2, .most = 2, \
		.record = &record_of_decision_text, .in = IN_EDIT, .run = run_content_text, \
		.help = N_("Writes a text of a draft: authority, matter, procedure, follows, provisions or secrecy.") }, \
	{ .name = "compose", .operands = "CODE [SUBMISSION...]", .least = 1, .most = -1, \
		.options = compose_options, .option_count = LEN(compose_options), .run = run_compose, \
		.help = N_("Composes the reasons of the figures and the jury's words: of those submissions, or of all.") }, \
	{ .name = "same", .operands = "CODE NUMBER", .least = 2, .most = 2, .run = run_same, \
		.help = N_("Confirms that one and the same reason is meant for so many.") }
/* clang-format on */
