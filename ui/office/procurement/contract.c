/* SPDX-License-Identifier: MIT
 * Contracts and payments, each on a page of its own. */
#include "ui/office/place.h"
#include "ui/office/procurement/obligation.h"

const struct place_row entry_place = {
	.shows = KIND_PAYMENT,
	.phase = 6,
	.commands = { entry_commands, ENTRY_COMMANDS },
	.fill = entry_page,
};

static struct screen *open_contract(struct ui *ui, const struct target *to)
{
	return place_screen(ui, PLACE_ENTRY, &(struct target){ .id = -to->id });
}

const struct place_row contract_place = {
	.shows = KIND_CONTRACT,
	.open = open_contract,
};
