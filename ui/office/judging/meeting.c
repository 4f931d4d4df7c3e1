/* SPDX-License-Identifier: MIT
 * When, where and how the panel meets for a decision, and who is there. */
#include "ui/office/judging/meeting.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/judging/decision.h"
#include "src/judging/regime_choice.h"
#include "src/judging/round.h"
#include "src/registers/regime.h"
#include "ui/office/judging/regime_pick.h"
#include "ui/toolkit/form.h"
#include "ui/toolkit/marks.h"

struct meeting_edit {
	int64_t id, round_id, v;
	const char *kind;
	bool entity;
};

static void choose_regime(struct ui *ui, struct form *form, size_t field)
{
	const struct meeting_edit *edit = form_arg(form);

	pick_regime(ui, form, field, edit->round_id);
}

/* clang-format off */
#define REGIME_FIELDS \
	{ .name = "regime", .kind = FORM_PICK, .pick = choose_regime, \
		.hint = N_("It says the remedies, their days and the instruction.") }, \
	{ .name = "regime_reason", .lines = 1, \
		.hint = N_("Needed for another than the one that profile and value offer.") }, \
	{ .name = "no_appeal_ground", .lines = 2, \
		.hint = N_("Needed where there is no appeal; it is printed.") }
/* clang-format on */

enum { MEETING_REGIME = 8, ENTITY_REGIME = 4 };

static const struct form_field meeting_fields[] = {
	{ .name = "date", .required = true },
	{ .name = "place" },
	{ .name = "form", .label = N_("How it is held") },
	{ .name = "language", .hint = N_("Reasons are needed in the language of the meeting.") },
	{ .name = "reason",
		.label = N_("Why outside the range"),
		.lines = 3,
		.hint = N_("Needed if more or fewer are selected than was planned.") },
	{ .name = "reason",
		.label = N_("How a tie was decided"),
		.lines = 2,
		.hint = N_("Needed if the selection divides submissions that share a rank.") },
	/* A decision has them, a statement has not. */
	{ .name = "case_number", .label = N_("Decision number") },
	{ .name = "decider",
		.hint = N_("The body or the person that decides for the contracting entity.") },
	REGIME_FIELDS,
};

enum { DECISION_ALONE = 5 };

/* A decision on solutions is the contracting entity's: it has a number, a decider and an appeal. */
static const struct form_field entity_fields[] = {
	{ .name = "case_number", .label = N_("Decision number") },
	{ .name = "decider",
		.hint = N_("The body or the person that decides for the contracting entity.") },
	{ .name = "date", .required = true },
	{ .name = "language", .hint = N_("Reasons are needed in the language of the decision.") },
	REGIME_FIELDS,
	{ .name = "reason",
		.label = N_("Why outside the range"),
		.lines = 3,
		.hint = N_("Needed if there is no winner, or more than one.") },
};

/* As it is, or as a new one begins. */
static struct error read_decision(struct context *ctx, struct arena *arena,
	const struct meeting_edit *edit, struct decision *d)
{
	*d = (struct decision){ .kind = edit->kind,
		.round_id = edit->round_id,
		.day = day_of_time(context_now(ctx)),
		.form = "room",
		.lang = i18n_lang() };
	return edit->id == 0 ? ok() : decision_get(ctx, arena, edit->id, d);
}

/* The one it has, or the one that is offered. */
static struct error show_regime(struct context *ctx, struct arena *arena, struct form *form,
	const struct decision *decision, bool entity)
{
	struct decision d = *decision;
	struct regime regime;

	if (d.regime_id == 0)
		TRY(regime_settle(ctx, arena, &d));
	TRY(regime_of(ctx, arena, d.regime_id, &regime));
	form_set_id(form, entity ? ENTITY_REGIME : MEETING_REGIME, d.regime_id,
		regime_name(&regime, NULL));
	return ok();
}

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	struct meeting_edit *edit = arg;
	struct arena arena = { 0 };
	struct decision d;
	struct error e = read_decision(ctx, &arena, edit, &d);

	if (e.code == E_OK) {
		edit->v = d.v;
		form_fill_row(form, &d);
		if (decision_kind_of(edit->kind) == DECISION_KIND_DECISION)
			e = show_regime(ctx, &arena, form, &d, edit->entity);
	}
	arena_clear(&arena);
	return e;
}

/* What the form does not show stays. */
static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct meeting_edit *edit = arg;
	struct arena arena = { 0 };
	struct decision d;
	struct error e = read_decision(ui->ctx, &arena, edit, &d);

	if (e.code == E_OK)
		e = form_read_row(form, &d);
	d.v = edit->v;
	if (e.code == E_OK)
		e = edit->id != 0 ? decision_update(ui->ctx, &d) :
				    decision_add(ui->ctx, &d, &edit->id);
	arena_clear(&arena);
	return e;
}

static const struct form_def entity_def = { NC_("title", "Decision"),
	N_("Who decides for the contracting entity, its number, and how it can be appealed against."),
	entity_fields, LEN(entity_fields), fill, save, .record = &record_of_decision };

static const struct form_def meeting_def = { NC_("title", "Meeting"),
	N_("When and how the panel met, and in which language."), meeting_fields,
	LEN(meeting_fields), fill, save, .record = &record_of_decision };

static const struct form_def statement_def = { NC_("title", "Meeting"),
	N_("When and how the panel met, and in which language."), meeting_fields,
	LEN(meeting_fields) - DECISION_ALONE, fill, save, .record = &record_of_decision };

bool meeting_edit(struct ui *ui, int64_t round_id, const char *kind, int64_t *id)
{
	struct meeting_edit edit = { .id = *id, .round_id = round_id, .kind = kind };
	struct arena arena = { 0 };
	struct round round;
	struct error e = round_get(ui->ctx, &arena, round_id, &round);

	edit.entity = e.code == E_OK &&
		      submission_kind_of(round.kind) == SUBMISSION_KIND_SOLUTION &&
		      decision_kind_of(kind) == DECISION_KIND_DECISION;
	arena_clear(&arena);
	const struct form_def *def = edit.entity ? &entity_def :
				     decision_kind_of(kind) == DECISION_KIND_STATEMENT ?
						   &statement_def :
						   &meeting_def;
	if (!form_run(ui, form_new(ui, def, &edit)))
		return false;
	*id = edit.id;
	return true;
}

static const char *presence_word(int value)
{
	return text_word(WORDS_PRESENCE, text_code(WORDS_PRESENCE, (size_t)value));
}

static int presence_index(const char *code)
{
	size_t i = 0;

	while (text_code(WORDS_PRESENCE, i + 1) != NULL &&
		strcmp(text_code(WORDS_PRESENCE, i), code) != 0)
		i++;
	return (int)i;
}

static int next_presence(struct ui *ui, int value)
{
	(void)ui;
	return text_code(WORDS_PRESENCE, (size_t)value + 1) == NULL ? 0 : value + 1;
}

struct attending {
	int64_t id; /* of the decision */
	const struct decision_persons *persons;
};

static struct error save_presence(struct ui *ui, const struct mark *marks, size_t n, void *arg)
{
	const struct attending *at = arg;
	struct arena arena = { 0 };
	struct attendance *rows = arena_alloc(&arena, (n + 1) * sizeof(*rows));

	for (size_t i = 0; i < n; i++)
		rows[i] = (struct attendance){ at->persons->rows[i].member_id,
			text_code(WORDS_PRESENCE, (size_t)marks[i].value) };
	struct error e = decision_set_presences(ui->ctx, at->id, rows, n);
	arena_clear(&arena);
	return e;
}

void meeting_presence(struct ui *ui, int64_t id)
{
	const struct marks_def def = { NC_("title", "Present"),
		N_("Who was at the meeting: Space changes present, remote and absent. Ctrl-S "
		   "saves, Esc leaves all as it was."),
		presence_index("absent"), presence_word, next_presence, save_presence };
	struct arena arena = { 0 };
	struct decision_persons persons = { 0 };
	struct error e = decision_persons(ui->ctx, &arena, id, &persons);
	struct mark *marks = arena_alloc(&arena, (persons.n + 1) * sizeof(*marks));

	for (size_t i = 0; i < persons.n; i++)
		marks[i] = (struct mark){
			arena_printf(&arena, "%s%s", persons.rows[i].name,
				persons.rows[i].chair ? C_("panel", " (chair)") : ""),
			presence_index(persons.rows[i].presence),
		};
	if (e.code != E_OK)
		ui_complain(ui, e);
	else if (ui_marks(ui, &def, marks, persons.n, &(struct attending){ id, &persons }))
		ui_say(ui, "%s", _("Saved."));
	arena_clear(&arena);
}
