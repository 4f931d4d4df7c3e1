/* SPDX-License-Identifier: MIT
 * The accounts: who may act in the competition. */
#include "src/registers/account.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/office/office.h"
#include "ui/toolkit/list.h"

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", C_("title", "Accounts"));
}

static const struct list_column columns[] = {
	{ NC_("column", "Name"), 22, 2, ALIGN_LEFT, -1 },
	{ NC_("column", "User name"), 14, 1, ALIGN_LEFT, -1 },
	{ NC_("column", "Role"), 16, 1, ALIGN_LEFT, -1 },
	{ NC_("column", "Language"), 8, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "State"), 8, 0, ALIGN_LEFT, -1 },
};

static struct error ids(
	struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)screen;
	(void)sort;
	return account_ids(ctx, list);
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	const char **cells, enum style *style)
{
	struct account a;

	(void)screen;
	TRY(account_get(ctx, arena, id, &a));
	cells[0] = a.name;
	cells[1] = a.login;
	cells[2] = text_word(WORDS_ROLE, a.role);
	cells[3] = text_word(WORDS_LANGUAGE, a.lang);
	cells[4] = text_word(WORDS_ACCOUNT_STATE, a.state);
	*style = strcmp(a.state, "active") == 0 ? STYLE_PLAIN : STYLE_DIM;
	return ok();
}

enum { ACCOUNT_LOGIN, ACCOUNT_NAME, ACCOUNT_EMAIL, ACCOUNT_ROLE, ACCOUNT_LANG, ACCOUNT_STATE };

static const struct form_field new_fields[] = {
	[ACCOUNT_LOGIN] = { .name = "login", .kind = FORM_LINE, .required = true, .max = 32,
		.hint = N_("Of office staff: their Unix user name. Of a juror: one of their own.") },
	[ACCOUNT_NAME] = { .name = "name", .kind = FORM_LINE, .required = true },
	[ACCOUNT_EMAIL] = { .name = "email", .kind = FORM_LINE },
	[ACCOUNT_ROLE] = { .name = "role", .kind = FORM_CHOICE, .words = WORDS_ROLE },
	[ACCOUNT_LANG] = { .name = "language", .kind = FORM_CHOICE, .words = WORDS_LANGUAGE },
};

static struct error fill_new(struct context *ctx, struct form *form, void *arg)
{
	(void)ctx;
	(void)arg;
	form_set_choice(form, ACCOUNT_ROLE, "juror");
	return ok();
}

static struct error save_new(struct ui *ui, struct form *form, void *arg)
{
	struct new_account account = { form_get(form, ACCOUNT_LOGIN), form_get(form, ACCOUNT_NAME),
		form_get(form, ACCOUNT_EMAIL), form_choice(form, ACCOUNT_ROLE),
		form_choice(form, ACCOUNT_LANG) };

	return account_add(ui->ctx, &account, arg);
}

static const struct form_def new_def = { NC_("title", "New account"),
	N_("Somebody who may act in the competition. Jurors are put on a panel afterwards."),
	new_fields, LEN(new_fields), fill_new, save_new };

enum { EDIT_ROLE, EDIT_LANG, EDIT_STATE };

static const struct form_field edit_fields[] = {
	[EDIT_ROLE] = { .name = "role", .kind = FORM_CHOICE, .words = WORDS_ROLE },
	[EDIT_LANG] = { .name = "language", .kind = FORM_CHOICE, .words = WORDS_LANGUAGE },
	[EDIT_STATE] = { .name = "state", .kind = FORM_CHOICE, .words = WORDS_ACCOUNT_STATE },
};

struct account_edit {
	int64_t id, v;
};

static struct error fill_edit(struct context *ctx, struct form *form, void *arg)
{
	struct account_edit *edit = arg;
	struct arena arena = { 0 };
	struct account a;
	struct error e = account_get(ctx, &arena, edit->id, &a);

	if (e.code == E_OK) {
		edit->v = a.v;
		form_set_choice(form, EDIT_ROLE, a.role);
		form_set_choice(form, EDIT_LANG, a.lang);
		form_set_choice(form, EDIT_STATE, a.state);
	}
	arena_clear(&arena);
	return e;
}

static struct error save_edit(struct ui *ui, struct form *form, void *arg)
{
	struct account_edit *edit = arg;
	struct account a = { .id = edit->id, .v = edit->v, .role = form_choice(form, EDIT_ROLE),
		.lang = form_choice(form, EDIT_LANG), .state = form_choice(form, EDIT_STATE) };

	return account_update(ui->ctx, &a);
}

static const struct form_def edit_def = { NC_("title", "Account"),
	N_("Role, language and state of an account."), edit_fields, LEN(edit_fields), fill_edit,
	save_edit };

static void edit_account(struct ui *ui, int64_t id)
{
	struct account_edit edit = { .id = id };
	struct arena arena = { 0 };
	struct account a = { .login = NULL };
	struct error e = account_get(ui->ctx, &arena, id, &a);

	if (e.code != E_OK)
		ui_complain(ui, e);
	else if (form_run_about(ui, &edit_def, &edit, a.login, a.name))
		ui_say(ui, "%s", _("Saved."));
	arena_clear(&arena);
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	(void)screen;
	if (require(ui->ctx, ACT_ACCOUNT).code == E_OK)
		edit_account(ui, id);
	else
		ui_complain(ui, require(ui->ctx, ACT_ACCOUNT));
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.ids = ids,
	.row = row,
	.open = open_row,
	.empty = N_("No accounts."),
	.file = "accounts",
};

static void on_new(struct ui *ui, struct screen *screen)
{
	int64_t id = 0;

	(void)screen;
	if (form_run(ui, form_new(ui, &new_def, &id)))
		ui_say(ui, "%s", _("Saved."));
}

static const struct command commands[] = {
	{ .keys = { 'n' }, .action = ACT_ACCOUNT, .label = NC_("command", "new"),
		.help = N_("Make an account"), .run = on_new },
};

static const struct screen_ops ops = {
	.size = sizeof(struct list_screen),
	.title = title,
	.help = N_("Who may act in the competition, and as what. Enter changes role, language or state."),
	.commands = { commands, LEN(commands) },
	.shared = &list_commands,
	.watches = CHANGED_ACCOUNTS,
	.load = list_load,
	.layout = list_layout,
	.prepare = list_prepare,
	.paint = list_paint,
	.key = list_key,
	.selected = list_selected,
	.status = list_describe,
	.close = list_close,
};

struct screen *accounts_new(struct ui *ui)
{
	struct screen *screen = screen_new(ui, &ops);

	list_init((struct list_screen *)screen, &source);
	return screen;
}
