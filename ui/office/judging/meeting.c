/* SPDX-License-Identifier: MIT
 * When, where and how the panel meets for a decision, and who is there. */
#include "ui/office/judging/meeting.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/judging/decision.h"
#include "src/judging/round.h"
#include "ui/toolkit/form.h"
#include "ui/toolkit/marks.h"

enum { MEETING_DAY, MEETING_PLACE, MEETING_FORM, MEETING_LANG, MEETING_RANGE, MEETING_TIE };

static const struct form_field meeting_fields[] = {
	[MEETING_DAY] = { .name = "date", .kind = FORM_LINE, .required = true },
	[MEETING_PLACE] = { .name = "place", .kind = FORM_LINE },
	[MEETING_FORM] = { .name = "kind",
		.label = N_("How it is held"),
		.kind = FORM_CHOICE,
		.words = WORDS_MEETING_FORM },
	[MEETING_LANG] = { .name = "language",
		.kind = FORM_CHOICE,
		.words = WORDS_LANGUAGE,
		.hint = N_("Reasons are needed in the language of the meeting.") },
	[MEETING_RANGE] = { .name = "reason",
		.label = N_("Why outside the range"),
		.kind = FORM_LINES,
		.lines = 3,
		.max = 4000,
		.hint = N_("Needed if more or fewer are selected than was planned.") },
	[MEETING_TIE] = { .name = "reason",
		.label = N_("How a tie was decided"),
		.kind = FORM_LINES,
		.lines = 2,
		.max = 4000,
		.hint = N_("Needed if the selection divides submissions that share a rank.") },
};

/* A decision on solutions is the contracting entity's: it has a number, a decider and an appeal. */
enum {
	ENTITY_NUMBER,
	ENTITY_DECIDER,
	ENTITY_DAY,
	ENTITY_LANG,
	ENTITY_APPEAL,
	ENTITY_DAYS,
	ENTITY_RANGE
};

static const struct form_field entity_fields[] = {
	[ENTITY_NUMBER] = { .name = "case_number",
		.label = N_("Decision number"),
		.kind = FORM_LINE },
	[ENTITY_DECIDER] = { .name = "decider",
		.kind = FORM_LINE,
		.hint = N_("The body or the person that decides for the contracting entity.") },
	[ENTITY_DAY] = { .name = "date", .kind = FORM_LINE, .required = true },
	[ENTITY_LANG] = { .name = "language",
		.kind = FORM_CHOICE,
		.words = WORDS_LANGUAGE,
		.hint = N_("Reasons are needed in the language of the decision.") },
	[ENTITY_APPEAL] = { .name = "appeal", .kind = FORM_CHOICE, .words = WORDS_APPEAL },
	[ENTITY_DAYS] = { .name = "appeal_days",
		.kind = FORM_LINE,
		.hint = N_("From the day it was served; usually 14.") },
	[ENTITY_RANGE] = { .name = "reason",
		.label = N_("Why outside the range"),
		.kind = FORM_LINES,
		.lines = 3,
		.max = 4000,
		.hint = N_("Needed if there is no winner, or more than one.") },
};

struct meeting_edit {
	int64_t id, round_id, v;
	const char *kind;
	bool entity;
	char place[FIELD_MAX], form[16], tie_reason[REASON_MAX]; /* kept as they are */
};

static void set_meeting(struct form *form, struct meeting_edit *edit, const struct decision *d)
{
	char day[60];

	(void)edit;
	text_day(d->day, day, sizeof(day));
	form_set(form, MEETING_DAY, day);
	form_set(form, MEETING_PLACE, d->place);
	form_set_choice(form, MEETING_FORM, d->form);
	form_set_choice(form, MEETING_LANG, d->lang);
	form_set(form, MEETING_RANGE, d->range_reason);
	form_set(form, MEETING_TIE, d->tie_reason);
}

static void set_entity(struct form *form, struct meeting_edit *edit, const struct decision *d)
{
	char day[60], days[20];

	snprintf(edit->place, sizeof(edit->place), "%s", d->place);
	snprintf(edit->form, sizeof(edit->form), "%s", d->form);
	snprintf(edit->tie_reason, sizeof(edit->tie_reason), "%s", d->tie_reason);
	text_day(d->day, day, sizeof(day));
	snprintf(days, sizeof(days), "%lld", (long long)d->appeal_days);
	form_set(form, ENTITY_NUMBER, d->case_number);
	form_set(form, ENTITY_DECIDER, d->decider);
	form_set(form, ENTITY_DAY, day);
	form_set_choice(form, ENTITY_LANG, d->lang);
	form_set_choice(form, ENTITY_APPEAL, d->appeal);
	form_set(form, ENTITY_DAYS, days);
	form_set(form, ENTITY_RANGE, d->range_reason);
}

static struct error fill_meeting(struct context *ctx, struct form *form, void *arg)
{
	struct meeting_edit *edit = arg;
	struct arena arena = { 0 };
	struct decision d = { .day = day_of_time(context_now(ctx)),
		.place = "",
		.form = "room",
		.lang = i18n_lang(),
		.range_reason = "",
		.tie_reason = "",
		.case_number = "",
		.decider = "",
		.appeal = "both",
		.appeal_days = 14 };
	struct error e = edit->id == 0 ? ok() : decision_get(ctx, &arena, edit->id, &d);

	if (e.code == E_OK) {
		edit->v = d.v;
		(edit->entity ? set_entity : set_meeting)(form, edit, &d);
	}
	arena_clear(&arena);
	return e;
}

static struct error save_meeting(struct ui *ui, struct form *form, void *arg)
{
	struct meeting_edit *edit = arg;
	struct decision d = { .kind = edit->kind,
		.id = edit->id,
		.v = edit->v,
		.round_id = edit->round_id,
		.case_number = "",
		.decider = "",
		.appeal = "none",
		.place = form_get(form, MEETING_PLACE),
		.form = form_choice(form, MEETING_FORM),
		.lang = form_choice(form, MEETING_LANG),
		.range_reason = form_get(form, MEETING_RANGE),
		.tie_reason = form_get(form, MEETING_TIE) };

	TRY(input_day("date", form_get(form, MEETING_DAY), &d.day));
	return edit->id != 0 ? decision_update(ui->ctx, &d) : decision_add(ui->ctx, &d, &edit->id);
}

static struct error save_entity(struct ui *ui, struct form *form, void *arg)
{
	struct meeting_edit *edit = arg;
	struct decision d = { .kind = edit->kind,
		.id = edit->id,
		.v = edit->v,
		.round_id = edit->round_id,
		.case_number = form_get(form, ENTITY_NUMBER),
		.decider = form_get(form, ENTITY_DECIDER),
		.lang = form_choice(form, ENTITY_LANG),
		.appeal = form_choice(form, ENTITY_APPEAL),
		.range_reason = form_get(form, ENTITY_RANGE),
		.place = edit->place,
		.form = edit->form,
		.tie_reason = edit->tie_reason };
	char *end;

	TRY(input_day("date", form_get(form, ENTITY_DAY), &d.day));
	d.appeal_days = strtoll(form_get(form, ENTITY_DAYS), &end, 10);
	if (*end != '\0' || d.appeal_days < 0 || d.appeal_days > 365)
		return fail(E_INVALID, "appeal_days");
	return edit->id != 0 ? decision_update(ui->ctx, &d) : decision_add(ui->ctx, &d, &edit->id);
}

static const struct form_def entity_def = { NC_("title", "Decision"),
	N_("Who decides for the contracting entity, its number, and how it can be appealed against."),
	entity_fields, LEN(entity_fields), fill_meeting, save_entity, NULL, NULL };

static const struct form_def meeting_def = { NC_("title", "Meeting"),
	N_("When and how the panel met, and in which language."), meeting_fields,
	LEN(meeting_fields), fill_meeting, save_meeting };

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
	if (!form_run(ui, form_new(ui, edit.entity ? &entity_def : &meeting_def, &edit)))
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
