/* SPDX-License-Identifier: MIT
 * The accounts: who may act in the competition. */
#include "src/registers/account.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/registers/key.h"
#include "ui/office/place.h"
#include "ui/office/registers/account.h"
#include "ui/office/registers/known.h"
#include "ui/toolkit/form.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

static const struct list_column columns[] = {
	{ LIST_FIELD("name", 22, 2, -1) },
	{ LIST_FIELD("login", 14, 1, -1) },
	{ LIST_FIELD("role", 17, 1, -1) },
	{ LIST_FIELD("state", 9, 0, -1) },
	{ NC_("column", "Keys"), 7, 0, ALIGN_RIGHT, -1 },
	{ LIST_FIELD("language", 8, 0, -1) },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)screen;
	(void)sort;
	return account_ids(ctx, list);
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct account a;
	int64_t keys = 0;

	(void)screen;
	TRY(account_get(ctx, arena, id, &a));
	TRY(key_live_count(ctx, id, &keys));
	cells[0] = cell_text(a.name);
	cells[1] = cell_text(a.login);
	cells[2] = cell_code(WORDS_ROLE, a.role);
	cells[3] = cell_code(WORDS_ACCOUNT_STATE, a.state);
	cells[4] = keys == 0 ? cell_none() : cell_number(keys);
	cells[5] = cell_code(WORDS_LANGUAGE, a.lang);
	look->style = account_state_of(a.state) == ACCOUNT_STATE_ACTIVE ? STYLE_PLAIN : STYLE_QUIET;
	return ok();
}

static const struct form_field new_fields[] = {
	{ .name = "login",
		.hint = N_(
			"Of office staff: their Unix user name. Of a juror: one of their own.") },
	{ .name = "name" },
	{ .name = "email" },
	{ .name = "role" },
	{ .name = "language" },
};

static struct error fill_new(struct context *ctx, struct form *form, void *arg)
{
	(void)ctx;
	(void)arg;
	form_fill_row(form, &(struct account){ .role = "juror" });
	return ok();
}

static struct error save_new(struct ui *ui, struct form *form, void *arg)
{
	struct account a = { 0 };

	TRY(form_read_row(form, &a));
	return account_add(
		ui->ctx, &(struct new_account){ a.login, a.name, a.email, a.role, a.lang }, arg);
}

static const struct form_def new_def = { NC_("title", "New account"),
	N_("Somebody who may act in the competition. Jurors are put on a panel afterwards."),
	new_fields, LEN(new_fields), fill_new, save_new, .record = &record_of_account };

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_account,
	.ids = ids,
	.row = row,
	.empty = N_("No accounts."),
	.file = "accounts",
};

static void on_new(struct ui *ui, struct screen *screen)
{
	int64_t id = 0, so_far = people_so_far(ui);

	(void)screen;
	if (form_run(ui, form_new(ui, &new_def, &id)))
		say_saved_people(ui, so_far);
}

static const struct command commands[] = {
	{ .keys = { K_NEW },
		.action = ACT_ACCOUNT,
		.label = NC_("command", "new"),
		.help = N_("Make an account"),
		.run = on_new },
	ACCOUNT_COMMANDS,
};

const struct place_row account_place = {
	.shows = KIND_ACCOUNT,
	.fill = account_page,
	.commands = { commands + 1, LEN(commands) - 1 },
};

const struct place_row accounts_place = {
	.lists = KIND_ACCOUNT,
	.title = NC_("title", "Accounts"),
	.help = N_(
		"Who may act in the competition, and as what. Keys are those by which they get in over SSH."),
	.go = true,
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_ACCOUNTS,
	.list = &source,
};
