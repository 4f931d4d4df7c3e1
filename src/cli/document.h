/* SPDX-License-Identifier: MIT
 * Documents on the command line: which forms a verb that makes one takes, and how it is printed. */
#pragma once

#include "src/cli/cli.h"
#include "src/documents/document.h"

/* Is the format that was given one of the verb's? The forms of documents, and those it names
 * itself. */
bool document_form_known(const struct cli *cli);
/* "text|html", with the verb's own; into the arena. */
const char *document_forms(struct arena *arena, const struct verb *verb);
/* What --lang says; NULL if it says nothing. E_INVALID (field "language"). */
struct error document_language(const struct cli *cli, const char **lang);
/* Makes it, prints it in the form that was asked for, else in the one that the ending of the
 * output's name says, and notes in the log that it was given out. */
struct error print_document(
	struct cli *cli, const struct document_kind *kind, const struct document_ask *ask);
