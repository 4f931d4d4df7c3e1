/* SPDX-License-Identifier: MIT
 * The invitation of an account, as it will be read; and what all invitations say about the way in.
 */
#include "src/documents/writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/registers/account.h"
#include "src/registers/key.h"
#include "ui/office/place.h"
#include "ui/toolkit/export_document.h"
#include "ui/toolkit/form.h"
#include "ui/toolkit/letters.h"

struct invitation_screen {
	struct screen base;
	struct page page;
	struct arena arena;
	int64_t account_id;
	const char *login;
	char title[160];
};

static struct invitation_screen *self_of(const struct screen *screen)
{
	return (struct invitation_screen *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	snprintf(out, size, "%s", self_of(screen)->title);
}

/* Line for line, as it is on paper. */
static void fill_page(struct invitation_screen *self, const char *text)
{
	for (const char *line = text; *line != '\0';) {
		size_t n = strcspn(line, "\n");

		if (n == 0)
			page_gap(&self->page);
		else
			page_text(&self->page, arena_bytes(&self->arena, line, n));
		line += n + (line[n] == '\n' ? 1 : 0);
	}
}

static struct error read_page(struct invitation_screen *self, struct context *ctx)
{
	const struct document_ask ask = { .id = self->account_id };
	struct documents documents = { 0 };
	struct buffer text = { 0 };

	TRY(invitation_kind.make(ctx, &self->arena, &ask, &documents));
	document_write_text(&documents, &text);
	fill_page(self, text.text);
	buffer_clear(&text);
	return ok();
}

static struct error load(struct screen *screen, struct context *ctx)
{
	struct invitation_screen *self = self_of(screen);
	struct account account;

	page_clear(&self->page);
	arena_clear(&self->arena);
	self->login = "";
	TRY(account_get(ctx, &self->arena, self->account_id, &account));
	self->login = account.login;
	/* TRANSLATORS: %s is a person's name. */
	snprintf(self->title, sizeof(self->title), _("Invitation: %s"), account.name);
	return read_page(self, ctx);
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	struct canvas inner = canvas_part(body, 0, 1, body->area.h, body->area.w - 1);

	page_paint(&self_of(screen)->page, &inner);
}

static bool key(struct ui *ui, struct screen *screen, int pressed)
{
	(void)ui;
	return page_key(&self_of(screen)->page, pressed, screen->body.h, screen->body.w - 1);
}

static void close_screen(struct screen *screen)
{
	page_clear(&self_of(screen)->page);
	arena_clear(&self_of(screen)->arena);
}

static const struct form_field door_fields[] = {
	{ .name = "host",
		.hint = N_("As people type it from elsewhere, such as klash.kilpailu.fi.") },
	{ .name = "port", .hint = N_("22 is the usual one; 443 gets through more firewalls.") },
	{ .name = "ssh_user", .hint = N_("The Unix user that `klash ssh-setup` made.") },
	{ .name = "help_contact", .hint = N_("A name and a number: for whoever cannot get in.") },
	{ .name = "controller_address",
		.hint = N_("For the privacy notice: the controller's street, town and e-mail.") },
	{ .name = "privacy_officer",
		.hint = N_(
			"For the privacy notice, where there is one: a name and how to reach them.") },
	{ .name = "retention",
		.hint = N_(
			"For the privacy notice: for how long what is kept. Empty says the usual.") },
};

static struct error fill_door(struct context *ctx, struct form *form, void *arg)
{
	struct arena arena = { 0 };
	struct front_door door;
	struct error e = front_door_get(ctx, &arena, &door);

	if (e.code == E_OK) {
		*(int64_t *)arg = door.v;
		form_fill_row(form, &door);
	}
	arena_clear(&arena);
	return e;
}

static struct error save_door(struct ui *ui, struct form *form, void *arg)
{
	struct front_door door = { .v = *(int64_t *)arg };

	TRY(form_read_row(form, &door));
	return front_door_set(ui->ctx, &door);
}

static const struct form_def door_def = { NC_("title", "The way in"),
	N_("Where people log in over SSH, and whom they ring. All invitations say it."),
	door_fields, LEN(door_fields), fill_door, save_door, .record = &record_of_front_door };

static bool edit_door(struct ui *ui)
{
	int64_t v = 0;

	return form_run(ui, form_new(ui, &door_def, &v));
}

static void on_edit(struct ui *ui, struct screen *screen)
{
	(void)screen;
	if (edit_door(ui))
		ui_say(ui, "%s", _("Saved."));
}

static void on_export(struct ui *ui, struct screen *screen)
{
	struct invitation_screen *self = self_of(screen);
	const struct document_ask ask = { .id = self->account_id };
	char name[80];

	snprintf(name, sizeof(name), "%s.txt", self->login);
	export_document(ui, _("Export the invitation"), name, &invitation_kind, &ask);
}

static const struct command commands[] = {
	{ .keys = { K_EXPORT },
		.action = ACT_ACCOUNT,
		.label = NC_("command", "export"),
		.help = N_("Write it to a file, to be sent"),
		.run = on_export },
	{ .keys = { K_EDIT },
		.action = ACT_ACCOUNT,
		.label = NC_("command", "the way in"),
		.help = N_("Change where people log in and whom they ring"),
		.run = on_edit },
};

static const struct screen_ops ops = {
	.size = sizeof(struct invitation_screen),
	.title = title,
	.help = N_(
		"What is sent to somebody who shall get in over SSH, in their own language: key, "
		"server and its "
		"fingerprint, a session for PuTTY, what to press, whom to ring, privacy notice."),
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_ACCOUNTS,
	.load = load,
	.paint = paint,
	.key = key,
	.close = close_screen,
};

static bool is_known(struct ui *ui)
{
	struct arena arena = { 0 };
	struct front_door door = { 0 };
	struct error e = front_door_get(ui->ctx, &arena, &door);

	ui_complain(ui, e);
	arena_clear(&arena);
	return e.code == E_OK && door.v != 0;
}

/* To an account; first the question where people log in, if nobody has said so yet. */
static struct screen *open_invitation(struct ui *ui, const struct target *to)
{
	if (!is_known(ui) && !edit_door(ui))
		return NULL;
	struct screen *screen = screen_new(ui, &ops);

	self_of(screen)->account_id = to->id;
	self_of(screen)->login = "";
	return screen;
}

const struct place_row invitation_place = {
	.open = open_invitation,
};
