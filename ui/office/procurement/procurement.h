/* SPDX-License-Identifier: MIT
 * What the screens of phase 6 share. */
#pragma once

#include "src/phases/procurement.h"
#include "ui/toolkit/page.h"
#include "ui/toolkit/ui.h"

struct screen *procurement_new(struct ui *ui);
/* One winner: the negotiation on top, its contracts and payments below. */
struct screen *negotiation_new(struct ui *ui, int64_t team_id);
struct screen *budget_new(struct ui *ui);
struct screen *adoptions_new(struct ui *ui);

void open_contract(struct ui *ui, int64_t id);
void open_payment(struct ui *ui, int64_t id);

/* Acts on a negotiation, with their questions; also from the list of winners. */
void negotiation_ask_start(struct ui *ui, int64_t team_id);
void negotiation_ask_end(struct ui *ui, int64_t team_id);
const char *negotiation_cannot_start(struct ui *ui, int64_t team_id);
const char *negotiation_cannot_end(struct ui *ui, int64_t team_id);

/* Forms; each returns whether something was saved. *id 0 makes a new one, whose id it becomes. */
bool negotiation_form(struct ui *ui, int64_t team_id);
bool contract_form(struct ui *ui, int64_t team_id, int64_t *id);
bool payment_form(struct ui *ui, int64_t contract_id, int64_t *id);
bool budget_form(struct ui *ui);

/* In a list of contracts and their payments a contract is minus its id, a payment its own. */
enum { ENTRY_COMMANDS = 8 };
extern const struct command entry_commands[ENTRY_COMMANDS];
struct error entry_page(struct context *ctx, struct arena *arena, int64_t entry, struct page *page,
	char *title, size_t size);
void open_entry(struct ui *ui, int64_t entry);

/* Everything recorded about the negotiation, for a page. */
struct error negotiation_page(
	struct context *ctx, struct arena *arena, int64_t team_id, struct page *page);
/* "passes the national threshold 60 000 €", or "" where none is near; of the highest. */
const char *threshold_words(
	struct context *ctx, struct arena *arena, const struct negotiation *negotiation);

/* The budget as a bar of what is paid and committed, over the whole width, with its figures below.
 */
void budget_paint(const struct budget *budget, const struct canvas *canvas, int y);
/* The same on one line. */
void budget_paint_line(const struct budget *budget, const struct canvas *canvas, int y);
