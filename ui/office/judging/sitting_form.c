/* SPDX-License-Identifier: MIT
 * The form of the jury's meeting: it opens one, and changes what is said of it. */
#include "src/base/i18n.h"
#include "src/judging/round.h"
#include "ui/office/judging/sitting.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/form.h"

enum { FIELD_CHAIR = 4 };

static void pick_chair(struct ui *ui, struct form *form, size_t field);

static const struct form_field fields[] = {
	{ .name = "starts", .hint = N_("Now, if it is left empty.") },
	{ .name = "place" },
	{ .name = "form" },
	{ .name = "language", .hint = N_("Reasons are needed in the language of the meeting.") },
	[FIELD_CHAIR] = { .name = "chair",
		.kind = FORM_PICK,
		.pick = pick_chair,
		.hint = N_("Who leads it. With even votes theirs decides.") },
	{ .name = "secretary" },
	{ .name = "examiners", .hint = N_("Names, or how the minutes are examined.") },
	{ .name = "call_sent" },
	{ .name = "agenda", .lines = 3 },
};

struct edited {
	int64_t id, round_id, v;
};

static struct error read_meeting(
	struct context *ctx, struct arena *arena, const struct edited *edited, struct meeting *m)
{
	*m = (struct meeting){ .starts = context_now(ctx),
		.form = "room",
		.lang = i18n_lang(),
		.place = "",
		.secretary = ctx->account.name,
		.examiners = "",
		.agenda = "" };
	return edited->id == 0 ? ok() : meeting_get(ctx, arena, edited->id, m);
}

static struct error find_members(
	struct context *ctx, struct arena *arena, const struct form *form, struct members *members)
{
	const struct edited *edited = form_arg(form);

	return round_members(ctx, arena, edited->round_id, members);
}

static void pick_chair(struct ui *ui, struct form *form, size_t field)
{
	struct arena arena = { 0 };
	struct members members = { 0 };
	struct error e = find_members(ui->ctx, &arena, form, &members);
	const char **names = arena_alloc(&arena, (members.n + 1) * sizeof(*names));
	size_t n = 0;

	for (size_t i = 0; e.code == E_OK && i < members.n; i++)
		if (member_state_of(members.rows[i].state) == MEMBER_STATE_ACTIVE) {
			members.rows[n] = members.rows[i];
			names[n] = members.rows[n].name;
			n++;
		}
	ui_complain(ui, e);
	int chosen = n == 0 ? -1 : ui_pick(ui, text_word(WORDS_FIELD, "chair"), names, n);
	if (chosen >= 0)
		form_set_id(form, field, members.rows[chosen].id, names[chosen]);
	arena_clear(&arena);
}

/* A new one is led by the round's chair. */
static struct error fill_chair(
	struct context *ctx, struct arena *arena, struct form *form, const struct meeting *m)
{
	struct members members = { 0 };

	TRY(find_members(ctx, arena, form, &members));
	for (size_t i = 0; i < members.n; i++)
		if (m->chair_id != 0 ? members.rows[i].id == m->chair_id : members.rows[i].chair)
			form_set_id(form, FIELD_CHAIR, members.rows[i].id, members.rows[i].name);
	return ok();
}

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	struct edited *edited = arg;
	struct arena arena = { 0 };
	struct meeting m;
	struct error e = read_meeting(ctx, &arena, edited, &m);

	if (e.code == E_OK) {
		edited->v = m.v;
		form_fill_row(form, &m);
		e = fill_chair(ctx, &arena, form, &m);
	}
	arena_clear(&arena);
	return e;
}

static struct error save_it(
	struct ui *ui, struct arena *arena, struct form *form, struct edited *edited)
{
	struct members members;
	struct meeting m;

	TRY(read_meeting(ui->ctx, arena, edited, &m));
	TRY(form_read_row(form, &m));
	m.v = edited->v;
	TRY(find_members(ui->ctx, arena, form, &members));
	for (size_t i = 0; i < members.n; i++)
		if (members.rows[i].id == form_id(form, FIELD_CHAIR))
			m.chair = members.rows[i].login;
	return edited->id != 0 ? meeting_update(ui->ctx, &m) :
				 meeting_open(ui->ctx, edited->round_id, &m, &edited->id);
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct arena arena = { 0 };
	struct error e = save_it(ui, &arena, form, arg);

	arena_clear(&arena);
	return e;
}

static const struct form_def def = { NC_("title", "Meeting"),
	N_("When, where and how the jury meets, who leads it and who records it."), fields,
	LEN(fields), fill, save, .record = &record_of_meeting };

bool sitting_edit(struct ui *ui, int64_t round_id, int64_t *id)
{
	struct edited edited = { .id = *id, .round_id = round_id };
	struct arena arena = { 0 };
	struct round round;
	struct error e = round_get(ui->ctx, &arena, round_id, &round);

	if (e.code == E_OK && round_state_of(round.state) != ROUND_STATE_CLOSED)
		e = rule(N_("Close the round first: a decision follows from its reviews."));
	arena_clear(&arena);
	if (e.code != E_OK) {
		ui_complain(ui, e);
		return false;
	}
	if (!form_run(ui, form_new(ui, &def, &edited)))
		return false;
	*id = edited.id;
	return true;
}
