/* SPDX-License-Identifier: MIT
 * How the jury's statement becomes final and is signed, on the command line. */
#pragma once

#include "src/cli/cli.h"

struct error run_show_statement(struct cli *cli);
struct error run_freeze(struct cli *cli);
struct error run_sign_statement(struct cli *cli);
struct error run_not_signed(struct cli *cli);
struct error run_signatures(struct cli *cli);
struct error run_frozen(struct cli *cli);
extern const struct option_spec statement_paper_options[1], freeze_options[1],
	statement_sign_options[7], unsigned_options[2];

/* clang-format off */
#define STATEMENT_VERBS \
	{ .name = "show", .operands = "CODE", .least = 1, .most = 1, .options = statement_paper_options, \
		.option_count = LEN(statement_paper_options), .document = "json|csv|xlsx", .run = run_show_statement, \
		.help = N_("Shows one, and what stands between a draft and its freezing; or the statement as a document.") }, \
	{ .name = "freeze", .operands = "CODE", .least = 1, .most = 1, .options = freeze_options, \
		.option_count = LEN(freeze_options), .run = run_freeze, \
		.help = N_("Makes the text of a draft final and prints the hash that the members sign.") }, \
	{ .name = "sign", .operands = "CODE", .least = 1, .most = 1, .options = statement_sign_options, \
		.option_count = LEN(statement_sign_options), .run = run_sign_statement, \
		.help = N_("Signs it as a member of the panel; with --member, records who signed on paper or in a service.") }, \
	{ .name = "unsigned", .operands = "CODE", .least = 1, .most = 1, .options = unsigned_options, \
		.option_count = LEN(unsigned_options), .run = run_not_signed, \
		.help = N_("Records why a member has not signed.") }, \
	{ .name = "signatures", .operands = "CODE", .least = 1, .most = 1, .run = run_signatures, \
		.help = N_("Lists the members, who of them has signed and how, and who is missing.") }, \
	{ .name = "frozen", .operands = "CODE", .least = 1, .most = 1, .run = run_frozen, \
		.help = N_("Writes the frozen text to the letter: its SHA-256 is the hash.") }
/* clang-format on */
