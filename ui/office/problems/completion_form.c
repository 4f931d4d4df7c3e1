/* SPDX-License-Identifier: MIT */
#include "ui/office/problems/completion_form.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/phases/completion.h"
#include "src/phases/eligibility.h"
#include "ui/office/ask.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/form.h"

enum { F_MISSING, F_GROUND, F_DUE };

static const struct form_field fields[] = {
	[F_MISSING] = { .name = "missing",
		.kind = FORM_LINES,
		.lines = 5,
		.max = BODY_MAX,
		.required = true,
		.hint = N_("A line each. The letter lists them as they stand here.") },
	[F_GROUND] = { .name = "completion_ground",
		.lines = 3,
		.hint = N_("The rule of the call that demands it, and what follows if it does not "
			   "come.") },
	[F_DUE] = { .name = "completion_due",
		.hint = N_("A day and hour, such as 12.11.2018 klo 16. A day alone lasts until its "
			   "end.") },
};

struct asking {
	int64_t submission_id, id;
};

/* What was judged to be asked for stands there already. */
static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	const struct asking *asking = arg;
	struct arena arena = { 0 };
	struct submission s;
	const char *lines = "";
	struct error e = submission_get(ctx, &arena, asking->submission_id, &s);

	if (e.code == E_OK)
		e = eligibility_named(ctx, &arena, s.id, ELIGIBILITY_ASK, s.lang, &lines);
	if (e.code == E_OK)
		form_set(form, F_MISSING, lines);
	arena_clear(&arena);
	return e;
}

/* One line of the text after the other. */
static size_t split(struct arena *arena, const char *text, const char *lines[COMPLETION_LINES + 1])
{
	size_t n = 0;

	for (const char *from = text; *from != '\0' && n <= COMPLETION_LINES;) {
		size_t length = strcspn(from, "\n");

		if (length > 0)
			lines[n++] = arena_bytes(arena, from, length);
		from += length + (from[length] == '\n' ? 1 : 0);
	}
	return n;
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct asking *asking = arg;
	struct arena arena = { 0 };
	struct completion c = { .due = 0 };
	const char *lines[COMPLETION_LINES + 1];
	struct error e = form_read_row(form, &c);

	if (e.code == E_OK) {
		struct completion_input input = { asking->submission_id, lines,
			split(&arena, form_get(form, F_MISSING), lines), c.ground, c.due };

		e = completion_add(ui->ctx, &input, &asking->id);
	}
	arena_clear(&arena);
	return e;
}

static const struct form_def def = { NC_("title", "Request for completion"),
	N_("What is missing, and until when it is to come. A completion does not change what the "
	   "submission proposes."),
	fields, LEN(fields), fill, save, .record = &record_of_completion };

static struct error about(
	struct ui *ui, struct arena *arena, int64_t submission_id, struct submission *s)
{
	TRY(submission_get(ui->ctx, arena, submission_id, s));
	const char *why = completion_blocked(s);
	return why == NULL ? ok() : rule(why);
}

int64_t completion_form(struct ui *ui, int64_t submission_id)
{
	struct asking asking = { .submission_id = submission_id };
	struct arena arena = { 0 };
	struct submission s;
	struct error e = about(ui, &arena, submission_id, &s);

	if (e.code != E_OK)
		ui_complain(ui, e);
	else if (form_run_about(ui, &def, &asking, s.code, s.title))
		ui_say(ui, "%s", _("The request is recorded. It goes out as a letter."));
	arena_clear(&arena);
	return asking.id;
}

enum { A_TEXT, A_AT };

static const struct form_field note_fields[] = {
	[A_TEXT] = { .name = "completion_answer",
		.lines = 6,
		.hint = N_(
			"What came, in short; what came as a file is attached to the submission.") },
	[A_AT] = { .name = "answered", .hint = N_("Such as 31.10.2018 klo 14.05. Empty is now.") },
};

struct answering {
	int64_t id;
};

static struct error fill_note(struct context *ctx, struct form *form, void *arg)
{
	(void)ctx;
	(void)form;
	(void)arg;
	return ok();
}

static struct error save_note(struct ui *ui, struct form *form, void *arg)
{
	struct answering *answering = arg;
	struct completion c = { .answered = 0 };

	TRY(form_read_row(form, &c));
	return completion_answer(
		ui->ctx, answering->id, &(struct completion_answer){ c.answered, c.answer, NULL });
}

static const struct form_def note_def = { NC_("title", "Answer"),
	N_("What came as the answer to the request. Whether it came in time is told by its time."),
	note_fields, LEN(note_fields), fill_note, save_note, .record = &record_of_completion };

static const struct form_field version_fields[] = {
	{ .name = "title", .hint = N_("At most 200 characters.") },
	{ .name = "description",
		.hint = N_("At most 10,000 characters. Enter begins a new line, Tab goes on.") },
	{ .name = "language" },
	{ .name = "received", .hint = N_("Such as 31.10.2018 klo 14.05. Empty is now.") },
	{ .name = "channel" },
};

static struct error fill_version(struct context *ctx, struct form *form, void *arg)
{
	struct answering *answering = arg;
	struct arena arena = { 0 };
	struct completion c;
	struct submission s = { 0 };
	struct error e = completion_get(ctx, &arena, answering->id, &c);

	if (e.code == E_OK)
		e = submission_get(ctx, &arena, c.submission_id, &s);
	if (e.code == E_OK) {
		s.received = 0;
		form_fill_row(form, &s);
	}
	arena_clear(&arena);
	return e;
}

/* What the form does not ask for stays as it is. */
static struct error save_version(struct ui *ui, struct form *form, void *arg)
{
	struct answering *answering = arg;
	struct arena arena = { 0 };
	struct submission_input input = { .n = 0 };
	struct submission *s = &input.submission;
	struct completion c;
	struct error e = completion_get(ui->ctx, &arena, answering->id, &c);

	if (e.code == E_OK)
		e = submission_get(ui->ctx, &arena, c.submission_id, s);
	if (e.code == E_OK)
		e = form_read_row(form, s);
	if (e.code == E_OK)
		e = completion_answer(ui->ctx, answering->id,
			&(struct completion_answer){ s->received, "", &input });
	arena_clear(&arena);
	return e;
}

static const struct form_def version_def = { NC_("title", "Answer: a new version"),
	N_("The completed submission: within its time it replaces the text, and the earlier one is "
	   "kept; after it, it waits to be admitted."),
	version_fields, LEN(version_fields), fill_version, save_version,
	.record = &record_of_submission, .in = IN_ADD };

static void say_answered(struct ui *ui, int64_t id)
{
	struct arena arena = { 0 };
	struct completion c;
	struct error e = completion_get(ui->ctx, &arena, id, &c);
	const char *advice = e.code == E_OK ? completion_advice(ui->ctx, &c) : NULL;

	if (e.code != E_OK)
		ui_complain(ui, e);
	else
		ui_say(ui, "%s%s%s", _("The answer is recorded."), advice == NULL ? "" : " ",
			advice == NULL ? "" : _(advice));
	arena_clear(&arena);
}

void completion_answer_form(struct ui *ui, int64_t id)
{
	const char *options[] = { _("A note: what came, in words"),
		_("A new version of the submission; the earlier one is kept") };
	struct answering answering = { .id = id };
	struct arena arena = { 0 };
	struct completion c;
	const char *why = NULL;
	struct error e = act_blocked(ui->ctx, &completion_act_rows[COMPLETION_DROP], id, &why);

	if (e.code == E_OK && why != NULL)
		e = rule(why);
	if (e.code == E_OK)
		e = completion_get(ui->ctx, &arena, id, &c);
	ui_complain(ui, e);
	int chosen = e.code != E_OK ? -1 : ui_choose(ui, _("The answer is"), options, 2, 0);
	if (chosen >= 0 && form_run_about(ui, chosen == 0 ? &note_def : &version_def, &answering,
				   completion_code(&arena, &c), NULL))
		say_answered(ui, id);
	arena_clear(&arena);
}
