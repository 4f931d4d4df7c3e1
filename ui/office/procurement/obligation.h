/* SPDX-License-Identifier: MIT
 * A contract or payment. In a list of contracts and their payments a contract is minus its id, a
 * payment its own. */
#pragma once

#include "ui/toolkit/page.h"
#include "ui/toolkit/ui.h"

enum { ENTRY_COMMANDS = 9 };
extern const struct command entry_commands[ENTRY_COMMANDS];
struct error entry_page(struct context *ctx, struct arena *arena, int64_t entry, struct page *page,
	char *title, size_t size);
/* After a contract was recorded: what it and its first come to, and which winner nobody has
 * invited; says nothing where there is nothing to say. */
void entry_tell_findings(struct ui *ui, int64_t contract_id);
