/* SPDX-License-Identifier: MIT
 * Forms of phase 6; each returns whether something was saved. */
#pragma once

#include "ui/toolkit/form.h"

bool negotiation_form(struct ui *ui, int64_t team_id);
/* *id 0 makes a new one, whose id it becomes; with `changes` it changes that one (contract_form.c).
 */
bool contract_form(struct ui *ui, int64_t team_id, int64_t changes, int64_t *id);
bool payment_form(struct ui *ui, int64_t contract_id, int64_t *id);

/* What a form about money is about, and what its outputs show. */
struct money_edit {
	int64_t team_id, contract_id, id, v;
	int64_t left;    /* of the budget or of the contract, with the record's own sum */
	int64_t changes; /* the contract that a new one changes; 0: none */
};

enum { SUM_NET, SUM_VAT, SUM_GROSS, SUM_LEFT, SUM_OWN }; /* the first fields of these forms */

void money_show_gross(const struct form *form, char *out, size_t size);
void money_show_left(const struct form *form, char *out, size_t size);
