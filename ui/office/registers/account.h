/* SPDX-License-Identifier: MIT
 * What is done with an account, in the list of accounts and on its page. */
#pragma once

#include "ui/toolkit/letters.h"
#include "ui/toolkit/page.h"
#include "ui/toolkit/ui.h"

/* An account on its page, with its keys; for its screen and beside the list. */
struct error account_page(struct context *ctx, struct arena *arena, int64_t id, struct page *page,
	char *title, size_t size);
/* What is done with the selected account, in the list and on its page. */
void on_account_edit(struct ui *ui, struct screen *screen);
void on_account_key(struct ui *ui, struct screen *screen);
void on_account_revoke(struct ui *ui, struct screen *screen);
void on_account_invite(struct ui *ui, struct screen *screen);
#define ACCOUNT_COMMANDS \
	{ .keys = { K_EDIT }, \
		.action = ACT_ACCOUNT, \
		.label = NC_("command", "edit"), \
		.help = N_("Change role, language or state"), \
		.blocked = needs_record, \
		.run = on_account_edit }, \
		{ .keys = { 'k' }, \
			.action = ACT_ACCOUNT, \
			.label = NC_("command", "add key"), \
			.help = N_("Give the account an SSH public key"), \
			.blocked = needs_record, \
			.run = on_account_key }, \
		{ .keys = { K_REMOVE }, \
			.action = ACT_ACCOUNT, \
			.label = NC_("command", "revoke key"), \
			.final = true, \
			.help = N_("Take a key back, at once and for good"), \
			.blocked = needs_record, \
			.run = on_account_revoke }, \
	{ \
		.keys = { 'i' }, .action = ACT_ACCOUNT, .label = NC_("command", "invitation"), \
		.help = N_("How to get in over SSH, to be sent to them"), .blocked = needs_record, \
		.run = on_account_invite \
	}
