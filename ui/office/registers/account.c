/* SPDX-License-Identifier: MIT
 * One account: who, as what, and the SSH keys by which they get in. */
#include "ui/office/registers/account.h"

#include "src/registers/account.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/registers/key.h"
#include "ui/office/ask.h"
#include "ui/office/place.h"
#include "ui/toolkit/dialog.h"

enum { KEYS_MAX = 40, KEY_TEXT_MAX = 9000, KEY_LINES = 8 };

static void add_key_lines(struct page *page, const struct account_key *key)
{
	enum style style = key->revoked != 0 ? STYLE_QUIET : STYLE_PLAIN;
	char added[80], revoked[120], what[400];

	text_day(day_of_time(key->added), added, sizeof(added));
	page_styled(page, added, style, key->fingerprint);
	snprintf(what, sizeof(what), "%s  %s", key->type, key->comment);
	page_styled(page, " ", style, what);
	if (key->revoked == 0)
		return;
	text_time(key->revoked, added, sizeof(added));
	/* TRANSLATORS: %s is a date and time. */
	snprintf(revoked, sizeof(revoked), _("revoked %s"), added);
	page_styled(page, " ", style, revoked);
}

static struct error add_keys(
	struct context *ctx, struct arena *arena, int64_t id, struct page *page)
{
	struct id_list ids = { 0 };
	struct error e = key_ids(ctx, id, &ids);

	page_heading(page, C_("label", "SSH keys"));
	if (e.code == E_OK && ids.n == 0)
		page_text(page, _("None: nobody gets in over SSH by this account. k adds one."));
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct account_key key;

		e = key_get(ctx, arena, ids.ids[i], &key);
		if (e.code == E_OK)
			add_key_lines(page, &key);
	}
	id_list_clear(&ids);
	return e;
}

struct error account_page(struct context *ctx, struct arena *arena, int64_t id, struct page *page,
	char *title, size_t size)
{
	struct account a;

	TRY(account_get(ctx, arena, id, &a));
	snprintf(title, size, "%s", a.name);
	page_styled(page, "", STYLE_TITLE, a.name);
	page_record(page, ctx, &record_of_account, &a, 0);
	page_styled(page, text_word(WORDS_FIELD, "state"),
		account_state_of(a.state) == ACCOUNT_STATE_ACTIVE ? STYLE_PLAIN : STYLE_ALERT,
		text_word(WORDS_ACCOUNT_STATE, a.state));
	return add_keys(ctx, arena, id, page);
}

static const struct form_field edit_fields[] = {
	{ .name = "role" },
	{ .name = "language" },
	{ .name = "state" },
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
		form_fill_row(form, &a);
	}
	arena_clear(&arena);
	return e;
}

static struct error save_edit(struct ui *ui, struct form *form, void *arg)
{
	struct account_edit *edit = arg;
	struct account a = { .id = edit->id, .v = edit->v };

	TRY(form_read_row(form, &a));
	return account_update(ui->ctx, &a);
}

static const struct form_def edit_def = { NC_("title", "Account"),
	N_("Role, language and state of an account."), edit_fields, LEN(edit_fields), fill_edit,
	save_edit, .record = &record_of_account };

/* By hand: the pasted text says itself what the key's fields are. */
static const struct form_field key_fields[] = {
	{ .name = "ssh_key",
		.kind = FORM_LINES,
		.lines = KEY_LINES,
		.max = KEY_TEXT_MAX,
		.required = true,
		.hint = N_("Paste it: the one line, or the whole of PuTTYgen's file.") },
};

static struct error save_key(struct ui *ui, struct form *form, void *arg)
{
	const char *text = form_get(form, 0);
	struct pubkey key;
	struct error e = key_add(ui->ctx, arg, text, strlen(text), &key);

	if (e.code == E_OK)
		/* TRANSLATORS: %s is a key's fingerprint. */
		ui_say(ui, _("Added: %s"), key.fingerprint);
	return e;
}

static const struct form_def key_def = { NC_("title", "New SSH key"),
	N_("The public key that somebody sent. It is the one thing needed of them; a private key "
	   "is never."),
	key_fields, LEN(key_fields), NULL, save_key };

/* Runs a form about the selected account. */
static bool run_about(struct ui *ui, const struct form_def *def, int64_t id, bool by_login)
{
	struct account_edit edit = { .id = id };
	struct arena arena = { 0 };
	struct account a = { .login = NULL };
	struct error e = account_get(ui->ctx, &arena, id, &a);
	char *login = arena_text(&arena, a.login);
	bool saved = false;

	if (e.code != E_OK)
		ui_complain(ui, e);
	else
		saved = form_run_about(ui, def, by_login ? (void *)login : &edit, a.login, a.name);
	arena_clear(&arena);
	return saved;
}

void on_account_edit(struct ui *ui, struct screen *screen)
{
	if (run_about(ui, &edit_def, screen_selected(screen), false))
		ui_say(ui, "%s", _("Saved."));
}

void on_account_key(struct ui *ui, struct screen *screen)
{
	run_about(ui, &key_def, screen_selected(screen), true);
}

/* The account's keys that still hold, as people tell them apart. */
static struct error live_keys(struct ui *ui, struct arena *arena, int64_t id, const char **shown,
	const char **fingerprints, int *n)
{
	struct id_list ids = { 0 };
	struct error e = key_ids(ui->ctx, id, &ids);

	*n = 0;
	for (size_t i = 0; e.code == E_OK && i < ids.n && *n < KEYS_MAX; i++) {
		struct account_key key;

		e = key_get(ui->ctx, arena, ids.ids[i], &key);
		if (e.code != E_OK || key.revoked != 0)
			continue;
		fingerprints[*n] = key.fingerprint;
		shown[(*n)++] = arena_printf(arena, "%s  %s", key.fingerprint, key.comment);
	}
	id_list_clear(&ids);
	return e;
}

void on_account_revoke(struct ui *ui, struct screen *screen)
{
	const char *shown[KEYS_MAX], *fingerprints[KEYS_MAX];
	struct arena arena = { 0 };
	int n = 0, chosen = 0;
	struct error e = live_keys(ui, &arena, screen_selected(screen), shown, fingerprints, &n);

	if (e.code == E_OK && n == 0)
		e = rule(N_("The account has no key that could be revoked."));
	ui_complain(ui, e);
	if (e.code == E_OK && n > 1)
		chosen = ui_choose(ui, _("Which key is revoked?"), shown, n, 0);
	if (e.code == E_OK && chosen >= 0 &&
		ui_confirm(ui,
			arena_printf(&arena,
				/* TRANSLATORS: %s is a key's fingerprint. */
				_("Revoke the key %s? Nobody gets in with it any more, who is in "
				  "by it is shown out, "
				  "and it never comes back."),
				fingerprints[chosen]),
			C_("button", "Revoke")))
		ui_report(ui, key_revoke(ui->ctx, fingerprints[chosen]),
			_("The key has been revoked."));
	arena_clear(&arena);
}

void on_account_invite(struct ui *ui, struct screen *screen)
{
	place_open(ui, PLACE_INVITATION, screen_selected(screen));
}
