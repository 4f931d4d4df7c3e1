/* SPDX-License-Identifier: MIT
 * Who has signed the jury's statement and who is missing, once its text is frozen. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/judging/decision.h"
#include "src/judging/signing.h"
#include "src/judging/stating.h"
#include "src/judging/tally.h"
#include "ui/office/ask.h"
#include "ui/office/judging/round_stand.h"
#include "ui/office/judging/signing_form.h"
#include "ui/office/place.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

enum { HEAD_ROWS = 4 };

struct signatures_screen {
	struct list_screen list;
	int64_t id;
	struct arena arena;
	struct decision decision;
	struct frozen_statement frozen;
	struct tally tally;
};

static struct signatures_screen *self_of(const struct screen *screen)
{
	return (struct signatures_screen *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	const struct signatures_screen *self = self_of(screen);

	/* TRANSLATORS: %s is a statement's code. */
	snprintf(out, size, C_("title", "Signatures of %s"),
		self->decision.code == NULL ? "" : self->decision.code);
}

static const struct list_column columns[] = {
	{ NC_("column", "Member"), 20, 2, ALIGN_LEFT, -1 },
	{ NC_("column", "Presence"), 10, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Signed"), 22, 1, ALIGN_LEFT, -1 },
	{ LIST_FIELD("date", 10, 0, -1) },
	{ NC_("column", "Note"), 12, 2, ALIGN_LEFT, -1 },
};

static const struct tally_row *row_of(const struct signatures_screen *self, int64_t id)
{
	return tally_of(&self->tally, id);
}

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	const struct signatures_screen *self = self_of(screen);

	(void)ctx;
	(void)sort;
	for (size_t i = 0; i < self->tally.n; i++)
		id_list_add(list, self->tally.rows[i].member_id);
	return ok();
}

static const char *name_of(struct arena *arena, const struct tally_row *row)
{
	/* TRANSLATORS: the name of the panel's chair. */
	return row->chair ? arena_printf(arena, _("%s (chair)"), row->name) : row->name;
}

/* Where the paper is, the service, or why not. */
static const char *note_of(struct arena *arena, const struct tally_row *row)
{
	const struct jury_signature *s = row->signature;

	if (s == NULL)
		return row->reason;
	if (signing_way_of(s->how) == SIGNING_SERVICE)
		return arena_printf(
			arena, "%s (%s)", s->service, text_word(WORDS_SIGNING_LEVEL, s->level));
	return s->place;
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	const struct tally_row *r = row_of(self_of(screen), id);

	(void)ctx;
	if (r == NULL)
		return ok();
	cells[0] = cell_text(name_of(arena, r));
	cells[1] = cell_code(WORDS_PRESENCE, r->presence);
	cells[2] = r->signature != NULL ? cell_code(WORDS_SIGNING, r->signature->how) :
		   *r->reason != '\0'   ? cell_code(WORDS_SIGNING, "none") :
		   r->may               ? cell_text(C_("signature", "is missing")) :
		   r->barred            ? cell_code(WORDS_REVIEW_STATE, "barred") :
					  cell_text("–");
	cells[3] = r->signature != NULL ? cell_day(r->signature->day) : cell_none();
	cells[4] = cell_text(note_of(arena, r));
	look->style = r->signature != NULL         ? STYLE_GOOD :
		      r->may && *r->reason == '\0' ? STYLE_ACCENT :
						     STYLE_QUIET;
	return ok();
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	const struct tally_row *r = row_of(self_of(screen), id);

	if (r == NULL)
		return ok();
	page_styled(page, "", STYLE_TITLE, name_of(arena, r));
	page_field(page, C_("column", "Presence"), text_word(WORDS_PRESENCE, r->presence));
	if (r->signature == NULL) {
		page_field(page, text_word(WORDS_FIELD, "unsigned_reason"), r->reason);
		return ok();
	}
	page_value(page, ctx, &record_of_jury_signature, r->signature, "how");
	page_value(page, ctx, &record_of_jury_signature, r->signature, "where");
	page_value(page, ctx, &record_of_jury_signature, r->signature, "service");
	page_value(page, ctx, &record_of_jury_signature, r->signature, "level");
	page_value(page, ctx, &record_of_jury_signature, r->signature, "time");
	page_field(page, text_word(WORDS_FIELD, "attachment"), r->signature->file);
	page_value(page, ctx, &record_of_jury_signature, r->signature, "date");
	page_field(page, C_("label", "Recorded by"), r->signature->recorded_by);
	return ok();
}

static void paper(struct ui *ui, struct screen *screen, const char *login)
{
	struct signatures_screen *self = self_of(screen);

	if (ask_paper(ui, self->id, &self->tally, login))
		screen->stale = true;
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	const struct tally_row *r = row_of(self_of(screen), id);

	if (r != NULL && r->signature != NULL)
		ui_complain(ui, rule(N_("That member has signed it already.")));
	else if (r != NULL)
		paper(ui, screen, r->login);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_jury_signature,
	.ids = ids,
	.row = row,
	.record = record,
	.open = open_row,
	.empty = N_("Nobody sits on the panel."),
	.file = "signatures",
};

static struct error load(struct screen *screen, struct context *ctx)
{
	struct signatures_screen *self = self_of(screen);

	arena_clear(&self->arena);
	self->tally = (struct tally){ 0 };
	TRY(decision_get(ctx, &self->arena, self->id, &self->decision));
	TRY(stand_in_round(screen, ctx, self->decision.round_id, true));
	TRY(statement_frozen(ctx, &self->arena, self->id, &self->frozen));
	TRY(tally_get(ctx, &self->arena, self->id, &self->tally));
	return list_load(screen, ctx);
}

/* A mark a member who may sign: signed, missing, will not. */
static void paint_marks(const struct signatures_screen *self, const struct canvas *body, int x)
{
	for (size_t i = 0; i < self->tally.n; i++) {
		const struct tally_row *r = &self->tally.rows[i];
		enum glyph glyph = r->signature != NULL ? GLYPH_DONE :
				   *r->reason != '\0'   ? GLYPH_BARRED :
							  GLYPH_PLANNED;

		if (r->may || r->signature != NULL)
			x += canvas_put(body, 1, x,
				     r->signature != NULL ? STYLE_GOOD : STYLE_ACCENT,
				     term_glyph(glyph)) +
			     1;
	}
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct signatures_screen *self = self_of(screen);
	char when[60], line[200];

	if (self->decision.code == NULL || self->frozen.hash == NULL)
		return;
	text_time(decision_state_of(self->decision.state) == DECISION_STATE_SIGNED ?
			  self->decision.signed_at :
			  self->frozen.frozen,
		when, sizeof(when));
	int x = canvas_put(
		body, 0, 1, STYLE_HEADING, text_word(WORDS_STATEMENT_STATE, self->decision.state));
	canvas_text(body, 0, x + 2, body->area.w - x - 3, STYLE_PLAIN, ALIGN_LEFT, when);
	/* TRANSLATORS: how many have signed, of how many; how many must. */
	snprintf(line, sizeof(line), _("Signatures %lld/%lld, at least %lld with the chair"),
		(long long)self->tally.signed_by, (long long)self->tally.expected,
		(long long)self->tally.quorum);
	x = canvas_put(body, 1, 1, STYLE_PLAIN, line);
	paint_marks(self, body, x + 3);
	canvas_text(body, 2, 1, body->area.w - 2,
		self->tally.lacks == NULL ? STYLE_GOOD : STYLE_HEADING, ALIGN_LEFT,
		self->tally.lacks != NULL ? _(self->tally.lacks) :
					    _("Signed by the chair and the quorum."));
	/* TRANSLATORS: a hash of 64 characters. */
	snprintf(line, sizeof(line), _("Hash %s"), self->frozen.hash);
	canvas_text(body, 3, 1, body->area.w - 2, STYLE_QUIET, ALIGN_LEFT, line);
	list_paint(screen, body);
}

static void on_all(struct ui *ui, struct screen *screen)
{
	paper(ui, screen, NULL);
}

static void on_service(struct ui *ui, struct screen *screen)
{
	const struct tally_row *r = row_of(self_of(screen), screen_selected(screen));

	if (r != NULL && ask_service(ui, self_of(screen)->id, r->login, r->name))
		screen->stale = true;
}

static void on_reason(struct ui *ui, struct screen *screen)
{
	struct signatures_screen *self = self_of(screen);
	const struct tally_row *r = row_of(self, screen_selected(screen));

	if (r == NULL)
		return;
	char *login = strdup(r->login);
	char *why = ask_reason(ui, _("Did not sign"),
		_("Why has the member not signed? It stands in the statement's document."));
	if (why != NULL && login != NULL &&
		ui_report(ui, statement_not_signed(ui->ctx, self->id, login, why), _("Saved.")))
		screen->stale = true;
	free(why);
	free(login);
}

static const char *has_signed(const struct screen *screen, const struct context *ctx)
{
	const char *why = needs_record(screen, ctx);
	const struct tally_row *r =
		why != NULL ? NULL : row_of(self_of(screen), screen_selected(screen));

	return r != NULL && r->signature != NULL ? N_("That member has signed it already.") : why;
}

static void on_read(struct ui *ui, struct screen *screen)
{
	place_open(ui, PLACE_STATEMENT_TEXT, self_of(screen)->id);
}

static void on_names(struct ui *ui, struct screen *screen)
{
	place_open(ui, PLACE_BLIND, self_of(screen)->decision.round_id);
}

static void on_close(struct screen *screen)
{
	arena_clear(&self_of(screen)->arena);
	list_close(screen);
}

static const struct command commands[] = {
	{ .keys = { 'p' },
		.action = ACT_SIGN,
		.label = NC_("command", "all on paper"),
		.help = N_("Record that all who are missing signed on paper, and where it is kept"),
		.run = on_all },
	{ .keys = { K_EDIT },
		.action = ACT_SIGN,
		.label = NC_("command", "in a service"),
		.help = N_("Record an electronic signature that the member gave in a service"),
		.blocked = has_signed,
		.run = on_service },
	{ .keys = { 'm' },
		.action = ACT_SIGN,
		.label = NC_("command", "did not sign"),
		.help = N_("Record why the member has not signed"),
		.blocked = has_signed,
		.run = on_reason },
	{ .keys = { 't' },
		.action = ACT_READ,
		.label = NC_("command", "text"),
		.help = N_("Read the whole text as it was frozen"),
		.run = on_read },
	{ .keys = { K_NAMES },
		.action = ACT_READ,
		.label = NC_("command", "names"),
		.help = N_("Open the names after the statement"),
		.run = on_names },
};

static const struct screen_ops ops = {
	.size = sizeof(struct signatures_screen),
	.title = title,
	.help = N_(
		"The text is final, and its members sign it: by their own login on their front page, on "
		"paper, or in a service of electronic signatures. Enter records a paper of the member, p "
		"of all who are missing, e a service, m why not. Nobody signs for another. With the chair "
		"and the quorum the statement is signed."),
	.commands = { commands, LEN(commands) },
	.shared = &list_commands,
	.watches = CHANGED_DECISIONS,
	.load = load,
	.layout = list_layout,
	.prepare = list_prepare,
	.paint = paint,
	.key = list_key,
	.selected = list_selected,
	.status = list_describe,
	.close = on_close,
};

static struct screen *open_signatures(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);

	self_of(screen)->id = to->id;
	list_init(&self_of(screen)->list, &source);
	self_of(screen)->list.list.top_rows = HEAD_ROWS;
	return screen;
}

static int64_t statement_here(const struct screen *screen)
{
	return self_of(screen)->id;
}

const struct place_row signatures_place = {
	.files = KIND_STATEMENT,
	.filed = statement_here,
	.open = open_signatures,
};
