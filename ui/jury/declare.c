/* SPDX-License-Identifier: MIT
 * The declaration of interests, by name, before any text or code. What it read of names goes when
 * it has been sent. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/jury/declare.h"
#include "ui/jury/said.h"
#include "ui/toolkit/dialog.h"

struct declare *declare_of(const struct screen *screen)
{
	return (struct declare *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	const struct declare *self = declare_of(screen);
	const char *what = self->round.key == NULL        ? "" :
			   *self->round.challenge != '\0' ? self->round.challenge :
							    text_word(WORDS_PHASE, "problems");

	/* TRANSLATORS: a title; %s is the code of a challenge, or "Problems". */
	snprintf(out, size, _("%s: interests"), what);
}

void declare_forget(struct declare *self)
{
	for (size_t i = 0; self->interests != NULL && i < self->applicants.n; i++)
		free(self->interests[i].reason);
	free(self->interests);
	self->interests = NULL;
	self->applicants = (struct juror_applicants){ 0 };
	cursor_fit(&self->cursor, 0, 0);
}

struct error declare_read(struct declare *self, struct context *ctx)
{
	TRY(juror_round(ctx, &self->arena, self->round_id, &self->round));
	TRY(juror_applicants(ctx, &self->arena, self->round_id, &self->applicants));
	self->interests = xmalloc((self->applicants.n + 1) * sizeof(*self->interests));
	memset(self->interests, 0, (self->applicants.n + 1) * sizeof(*self->interests));
	cursor_fit(&self->cursor, self->applicants.n, 1);
	return ok();
}

/* Once: what has been marked must not be lost by reading again. */
static struct error load(struct screen *screen, struct context *ctx)
{
	struct declare *self = declare_of(screen);

	if (self->read)
		return ok();
	self->read = true;
	return declare_read(self, ctx);
}

static void layout(struct screen *screen, struct rect body)
{
	struct declare *self = declare_of(screen);
	int height = body.h - 8;

	cursor_fit(&self->cursor, self->applicants.n, height > 1 ? (size_t)height : 1);
}

static bool on_key(struct ui *ui, struct screen *screen, int key)
{
	struct declare *self = declare_of(screen);

	(void)ui;
	return self->sent == 0 && cursor_key(&self->cursor, key);
}

size_t declare_marked(const struct declare *self)
{
	size_t n = 0;

	for (size_t i = 0; self->interests != NULL && i < self->applicants.n; i++)
		n += self->interests[i].ground != 0 ? 1 : 0;
	return n;
}

static void status(const struct screen *screen, char *out, size_t size)
{
	const struct declare *self = declare_of(screen);
	size_t n = declare_marked(self),
	       at = self->applicants.n == 0 ? 0 : self->cursor.selected + 1;

	if (self->sent != 0)
		return;
	if (n == 0)
		snprintf(out, size, "%zu/%zu · %s", at, self->applicants.n, _("no ties marked"));
	else
		snprintf(out, size, ngettext("%lu tie marked", "%lu ties marked", n),
			(unsigned long)n);
}

static void on_close(struct screen *screen)
{
	struct declare *self = declare_of(screen);

	declare_forget(self);
	arena_clear(&self->arena);
}

static const char *nobody(const struct screen *screen, const struct context *ctx)
{
	const struct declare *self = declare_of(screen);

	(void)ctx;
	if (self->sent != 0)
		return N_("You have declared already.");
	return self->applicants.n > 0 ? NULL : N_("There is nothing to choose here yet.");
}

static void on_mark(struct ui *ui, struct screen *screen)
{
	struct declare *self = declare_of(screen);
	size_t at = self->cursor.selected;
	struct interest *interest = &self->interests[at];

	if (interest->ground != 0) {
		free(interest->reason);
		*interest = (struct interest){ 0 };
		return;
	}
	int64_t ground = jury_choose_ground(ui, self->applicants.rows[at].name);
	if (ground == 0)
		return;
	/* The general clause says nothing by itself. */
	char *reason =
		ground < 7 ? xstrdup("") :
			     ui_ask(ui, self->applicants.rows[at].name, _(JURY_REASON_HINT), "", 3);
	if (reason == NULL)
		return;
	*interest = (struct interest){ ground, reason };
}

static void on_about(struct ui *ui, struct screen *screen)
{
	(void)screen;
	jury_tell_grounds(ui);
}

static const struct command sent_keys[] = {
	{ .keys = { K_ENTER }, .action = ACT_COUNT, .label = NC_("command", "to the reviews") },
	{ .keys = { 'w' }, .action = ACT_COUNT, .label = NC_("command, declaration", "withdraw") },
};
static const struct commands sent_hints = { sent_keys, LEN(sent_keys) };

struct error declare_send(struct declare *self, struct context *ctx)
{
	size_t n = 0, count = declare_marked(self);
	struct juror_interest *interests = xmalloc((count + 1) * sizeof(*interests));

	for (size_t i = 0; i < self->applicants.n; i++)
		if (self->interests[i].ground != 0)
			interests[n++] = (struct juror_interest){ &self->applicants.rows[i],
				self->interests[i].ground, self->interests[i].reason };
	struct error e = juror_declare(ctx, self->round_id, interests, n);
	free(interests);
	if (e.code != E_OK)
		return e;
	self->sent_conflicts = count;
	self->sent = context_now(ctx);
	declare_forget(self);
	return ok();
}

static void send(struct ui *ui, struct declare *self)
{
	struct error e = declare_send(self, ui->ctx);

	if (e.code == E_OK)
		self->base.hints = &sent_hints;
	else
		jury_tell_refused(ui, e);
}

static void go_on(struct ui *ui, struct declare *self)
{
	int64_t round_id = self->round_id;

	screen_close(&self->base);
	ui_push(ui, jury_list_new(ui, round_id));
}

static const char *cannot_send(const struct screen *screen, const struct context *ctx)
{
	const struct declare *self = declare_of(screen);

	if (self->sent != 0)
		return NULL;
	if (ctx->on_behalf)
		return N_("Nobody may sign, approve or declare in another's name: leave out --as.");
	return self->interests == NULL ? N_("There is nothing to choose here yet.") : NULL;
}

/* With the numbers, so that one knows whom one declares about. */
static const char *none_words(const struct declare *self, struct arena *arena)
{
	unsigned long people = 0, n = (unsigned long)self->applicants.n;

	for (size_t i = 0; i < self->applicants.n; i++)
		people += self->applicants.rows[i].people_count;
	if (submission_kind_of(self->round.kind) == SUBMISSION_KIND_PROBLEM)
		return arena_printf(arena,
			ngettext("Do you declare that you have no conflict of interest with this "
				 "%lu applicant?",
				"Do you declare that you have no conflict of interest with any of "
				"these %lu applicants?",
				n),
			n);
	/* TRANSLATORS: the first %s is "14 people", the second "4 teams". */
	return arena_printf(arena,
		_("Do you declare that you have no conflict of interest with any of these (%s, "
		  "%s)?"),
		arena_printf(arena, ngettext("%lu person", "%lu people", people), people),
		arena_printf(arena, ngettext("%lu team", "%lu teams", n), n));
}

static const char *marked_words(const struct declare *self, struct arena *arena, unsigned long n)
{
	return arena_printf(arena, "%s\n\n%s",
		arena_printf(arena,
			ngettext("Declare a tie to %lu of those on the list, and none to the "
				 "others?",
				"Declare ties to %lu of those on the list, and none to the others?",
				n),
			n),
		declare_consequence(self));
}

const char *declare_words(const struct declare *self, struct arena *arena)
{
	unsigned long n = (unsigned long)declare_marked(self);

	return n == 0 ? none_words(self, arena) : marked_words(self, arena, n);
}

/* Asked once, whatever is marked: no key that goes on elsewhere declares by itself. */
static void on_send(struct ui *ui, struct screen *screen)
{
	struct declare *self = declare_of(screen);
	struct arena arena = { 0 };

	if (self->sent != 0) {
		go_on(ui, self);
		return;
	}
	if (ui_confirm(ui, declare_words(self, &arena), C_("button", "Declare")))
		send(ui, self);
	arena_clear(&arena);
}

static const char *cannot_withdraw(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return declare_of(screen)->sent != 0 ? NULL : N_("You have not declared anything yet.");
}

static void on_withdraw(struct ui *ui, struct screen *screen)
{
	struct declare *self = declare_of(screen);

	if (!jury_report(ui, juror_undeclare(ui->ctx, self->round_id),
		    _("The declaration is withdrawn. Declare anew.")))
		return;
	self->sent = 0;
	self->base.hints = NULL;
	self->read = false;
	self->base.stale = true;
}

static const struct command commands[] = {
	{ .keys = { ' ' },
		.action = ACT_COUNT,
		.label = NC_("command", "mark a tie"),
		.help = N_("Mark or unmark the selected one; it asks for the ground of 28 §"),
		.blocked = nobody,
		.run = on_mark },
	{ .keys = { K_ENTER },
		.action = ACT_REVIEW_OWN,
		.label = NC_("command", "send"),
		.help = N_("Send the declaration: ties to those marked, none to the others; it "
			   "asks once"),
		.blocked = cannot_send,
		.run = on_send },
	{ .keys = { 'i' },
		.action = ACT_COUNT,
		.label = NC_("command", "who is close"),
		.help = N_("The grounds as the law has them, and who counts as close"),
		.run = on_about },
	{ .keys = { 'w' },
		.action = ACT_REVIEW_OWN,
		.label = NC_("command, declaration", "withdraw"),
		.help = N_("Withdraw what was just declared by mistake"),
		.blocked = cannot_withdraw,
		.run = on_withdraw,
		.quiet = true },
};

const struct screen_ops jury_declare_ops = {
	.size = sizeof(struct declare),
	.title = title,
	.help = N_("Before you read anything you say whether you have a tie to an applicant "
		   "(Administrative Procedure "
		   "Act, 27-30 §). Mark those to whom you have; Enter asks once and sends."),
	.commands = { commands, LEN(commands) },
	.load = load,
	.layout = layout,
	.paint = declare_paint,
	.key = on_key,
	.status = status,
	.close = on_close,
};

struct screen *jury_declare_new(struct ui *ui, int64_t round_id)
{
	struct screen *screen = screen_new(ui, &jury_declare_ops);

	declare_of(screen)->round_id = round_id;
	return screen;
}
