/* SPDX-License-Identifier: MIT
 * One juror's reviews in a round, to be typed in on their behalf from paper or by telephone. */
#include "src/judging/review.h"
#include "src/phases/checklist.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "db/base/ratio.h"
#include "src/base/text.h"
#include "ui/office/ask.h"
#include "ui/office/judging/round_stand.h"
#include "ui/office/place.h"
#include "ui/office/record.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

struct reviews_screen {
	struct list_screen list;
	int64_t round_id, member_id;
	struct arena arena;
	struct round round;
	struct criteria criteria;
	struct member member;
	struct assignments all;
	char source[330]; /* of the last one typed in: the next comes from the same sheet */
};

static struct reviews_screen *reviews_of(const struct screen *screen)
{
	return (struct reviews_screen *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	const struct reviews_screen *self = reviews_of(screen);

	snprintf(out, size, "%s", self->member.name == NULL ? "" : self->member.name);
}

static const struct list_column columns[] = {
	{ NC_("column", "Code"), 6, 0, ALIGN_LEFT, -1, SEEN_BY_JURY },
	{ NC_("column", "Title"), 24, 3, ALIGN_LEFT, -1, SEEN_BY_JURY },
	{ NC_("column", "State"), 14, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Score"), 7, 0, ALIGN_RIGHT, -1, SEEN_BY_JURY },
	{ LIST_FIELD("submitted", 10, 0, -1) },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	const struct reviews_screen *self = reviews_of(screen);

	(void)ctx;
	(void)sort;
	for (size_t i = 0; i < self->all.n; i++)
		id_list_add(list, self->all.rows[i].id);
	return ok();
}

static const struct assignment *assignment_of(const struct reviews_screen *self, int64_t id)
{
	for (size_t i = 0; i < self->all.n; i++)
		if (self->all.rows[i].id == id)
			return &self->all.rows[i];
	return NULL;
}

static const char *state_of(const struct assignment *a)
{
	if (a->barred > 0)
		return "barred";
	if (a->abstained)
		return "abstained";
	if (a->review_id != 0)
		return "submitted";
	return a->draft_saved != 0 ? "draft" : "none";
}

/* The juror's weighted mean, without a denominator while it is not complete. */
static struct ratio weighted_mean(
	const struct criteria *criteria, const struct review_content *content)
{
	int64_t num = 0, weights = 0;

	for (size_t i = 0; i < criteria->n; i++) {
		if (content->scores[i] < 0)
			return (struct ratio){ 0 };
		num += criteria->rows[i].weight * content->scores[i];
		weights += criteria->rows[i].weight;
	}
	return (struct ratio){ num, weights * 1000 };
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	const struct reviews_screen *self = reviews_of(screen);
	const struct assignment *a = assignment_of(self, id);
	struct review_content content;

	if (a == NULL)
		return ok();
	TRY(review_content(ctx, arena, self->round_id, id, &content));
	list_seal(look, ctx, self->round_id, SIDE_JURY);
	cells[0] = cell_text(a->code);
	cells[1] = cell_text(a->title);
	cells[2] = a->barred == 0 && a->entered && a->confirmed == 0 ?
			   cell_text(C_("review state", "unconfirmed")) :
		   a->late && a->barred == 0 && !a->abstained ?
			   cell_text(C_("review state", "late")) :
			   cell_code(WORDS_REVIEW_STATE, state_of(a));
	cells[3] = cell_ratio(weighted_mean(&self->criteria, &content), 2);
	cells[4] = cell_moment(a->submitted, PRECISION_DAY);
	look->style = a->barred > 0 || a->set_aside ? STYLE_QUIET :
		      a->review_id != 0             ? STYLE_GOOD :
						      STYLE_PLAIN;
	return ok();
}

static struct error add_text(
	struct context *ctx, struct arena *arena, int64_t item_id, struct page *page)
{
	struct item item;

	TRY(item_get(ctx, arena, item_id, &item));
	page_styled(page, item.code, STYLE_TITLE, item.title);
	page_field(page, text_word(WORDS_FIELD, "applicant"),
		i18n_pick(item.applicant_fi, item.applicant_sv, "", NULL));
	page_text(page, item.body);
	return ok();
}

static void add_scores(
	const struct reviews_screen *self, const struct scores *scores, struct page *page)
{
	for (size_t c = 0; c < self->criteria.n; c++)
		for (size_t i = 0; i < scores->n; i++) {
			char text[40];

			if (strcmp(scores->rows[i].key, self->criteria.rows[c].key) != 0)
				continue;
			text_thousandths(scores->rows[i].value, text, sizeof(text));
			page_field(page, criterion_name(&self->criteria.rows[c]), text);
		}
}

/* Of what the office entered: has its juror said that it is right? */
static void add_confirmed(const struct review *v, struct page *page)
{
	char when[80];

	if (*v->entered_by == '\0')
		return;
	text_time(v->confirmed, when, sizeof(when));
	page_field(page, C_("label", "Confirmed"),
		v->confirmed != 0 ? when : _("not yet by the juror"));
}

static struct error add_history(struct context *ctx, struct arena *arena,
	const struct reviews_screen *self, int64_t id, struct page *page)
{
	struct reviews history;

	TRY(review_history(ctx, arena, id, &history));
	for (size_t i = 0; i < history.n; i++) {
		const struct review *v = &history.rows[i];
		struct scores scores;
		char when[80];

		TRY(review_scores(ctx, arena, v->id, &scores));
		text_time(v->submitted, when, sizeof(when));
		/* TRANSLATORS: the number of a submitting of a review, its state, when. */
		page_heading(page, arena_printf(arena, _("%lld. %s, %s"), (long long)v->revision,
					   text_word(WORDS_REVIEW_STATE, v->state), when));
		add_scores(self, &scores, page);
		page_field(page, C_("label", "On behalf by"), v->entered_by);
		page_value(page, ctx, &record_of_review, v, "source");
		add_confirmed(v, page);
		page_value(page, ctx, &record_of_review, v, "displaced_by");
		page_value(page, ctx, &record_of_review, v, "displaced_reason");
		page_value(page, ctx, &record_of_review, v, "notes");
		page_value(page, ctx, &record_of_review, v, "feedback");
	}
	return ok();
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	const struct reviews_screen *self = reviews_of(screen);
	const struct assignment *a = assignment_of(self, id);

	if (a == NULL)
		return ok();
	TRY(add_text(ctx, arena, a->item_id, page));
	return add_history(ctx, arena, self, id, page);
}

static struct error load(struct screen *screen, struct context *ctx)
{
	struct reviews_screen *self = reviews_of(screen);
	struct members members;

	arena_clear(&self->arena);
	TRY(stand_in_round(screen, ctx, self->round_id, false));
	self->all = (struct assignments){ 0 };
	TRY(round_get(ctx, &self->arena, self->round_id, &self->round));
	TRY(round_criteria(ctx, &self->arena, self->round_id, &self->criteria));
	TRY(round_members(ctx, &self->arena, self->round_id, &members));
	for (size_t i = 0; i < members.n; i++)
		if (members.rows[i].id == self->member_id)
			self->member = members.rows[i];
	TRY(assignment_list(ctx, &self->arena, self->round_id, 0, self->member_id, &self->all));
	return list_load(screen, ctx);
}

static void on_close(struct screen *screen)
{
	arena_clear(&reviews_of(screen)->arena);
	list_close(screen);
}

/* The form has a line a criterion, so its fields are made when it opens. */
struct scoring {
	int64_t round_id, assignment_id, v;
	struct arena arena;
	struct criteria criteria;
	struct form_field fields[FORM_FIELDS_MAX];
	struct form_def def;
	bool submit;
	char source[330];
};

static const char *score_hint(struct context *ctx, struct arena *arena, const struct criterion *c)
{
	struct bands bands;
	struct buffer text = { 0 };

	if (criterion_bands(ctx, arena, c->id, &bands).code != E_OK)
		return NULL;
	for (size_t i = 0; i < bands.n; i++) {
		int64_t last = i + 1 < bands.n ? bands.rows[i + 1].low - c->step : c->high;
		char low[40], high[40];

		text_thousandths(bands.rows[i].low, low, sizeof(low));
		text_thousandths(last, high, sizeof(high));
		buffer_printf(&text, "%s%s–%s %s", i > 0 ? "  " : "", low, high,
			band_text(&bands.rows[i]));
	}
	const char *hint = text.length == 0 ? NULL : arena_text(arena, text.text);
	buffer_clear(&text);
	return hint;
}

static void add_score_fields(struct ui *ui, struct scoring *s)
{
	for (size_t i = 0; i < s->criteria.n && i + 2 < FORM_FIELDS_MAX; i++) {
		const struct criterion *c = &s->criteria.rows[i];
		char low[40], high[40];

		text_thousandths(c->low, low, sizeof(low));
		text_thousandths(c->high, high, sizeof(high));
		s->fields[i] = (struct form_field){ .name = c->key,
			.label =
				arena_printf(&s->arena, "%s (%s–%s)", criterion_name(c), low, high),
			.kind = FORM_LINE,
			.max = 8,
			.hint = score_hint(ui->ctx, &s->arena, c) };
	}
	s->fields[s->criteria.n] = (struct form_field){ .name = "notes",
		.kind = FORM_LINES,
		.lines = 3,
		.max = 10000,
		.hint = N_(
			"For the jury; not sent to the applicant, may be disclosed on request.") };
	s->fields[s->criteria.n + 1] = (struct form_field){ .name = "feedback",
		.kind = FORM_LINES,
		.lines = 3,
		.max = 10000,
		.hint = N_("Sent to the applicant.") };
}

static struct error fill_scores(struct context *ctx, struct form *form, void *arg)
{
	struct scoring *s = arg;
	struct review_content content;

	TRY(review_content(ctx, &s->arena, s->round_id, s->assignment_id, &content));
	s->v = content.v;
	for (size_t i = 0; i < s->criteria.n; i++) {
		char text[40] = "";

		if (content.scores[i] >= 0)
			text_thousandths(content.scores[i], text, sizeof(text));
		form_set(form, i, text);
	}
	form_set(form, s->criteria.n, content.notes);
	form_set(form, s->criteria.n + 1, content.feedback);
	return ok();
}

static struct error read_scores(const struct form *form, struct scoring *s, int64_t *scores)
{
	for (size_t i = 0; i < s->criteria.n; i++) {
		const char *text = form_get(form, i);

		scores[i] = -1;
		if (*text == '\0')
			continue;
		const struct criterion *c = &s->criteria.rows[i];
		if (thousandths_parse(text, &scores[i]) != 0 || scores[i] < c->low ||
			scores[i] > c->high || (scores[i] - c->low) % c->step != 0)
			return fail(E_INVALID, s->fields[i].name);
	}
	return ok();
}

static bool is_complete(const int64_t *scores, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (scores[i] < 0)
			return false;
	return true;
}

/* Without a source it is a draft. */
static struct error save_review(struct ui *ui, const struct scoring *s,
	const struct review_input *input, const char *source)
{
	return source == NULL ?
		       review_save_draft(ui->ctx, s->round_id, s->assignment_id, input) :
		       review_submit(ui->ctx, s->round_id, s->assignment_id, input, source);
}

/* The place of a juror's own work is taken only on purpose. */
static struct error save_on_purpose(
	struct ui *ui, const struct scoring *s, struct review_input *input, const char *source)
{
	struct error e = save_review(ui, s, input, source);

	if (e.code != E_REASON)
		return e;
	struct checklist list = { 0 };
	checklist_add(&list, true, e.field, NULL);
	char *reason = ask_about_missing(ui, _("What jurors have written themselves"), &list);
	if (reason == NULL)
		return fail(E_CANCELLED, NULL);
	input->over_juror = reason;
	e = save_review(ui, s, input, source);
	free(reason);
	return e;
}

static struct error save_scores(struct ui *ui, struct form *form, void *arg)
{
	struct scoring *s = arg;
	int64_t *scores = arena_alloc(&s->arena, (s->criteria.n + 1) * sizeof(*scores));
	struct review_input input = { .scores = scores,
		.n = s->criteria.n,
		.notes = form_get(form, s->criteria.n),
		.feedback = form_get(form, s->criteria.n + 1),
		.v = s->v };
	const char *options[] = { _("Submit on the juror's behalf"), _("Keep as a draft") };

	TRY(read_scores(form, s, scores));
	int how = is_complete(scores, s->criteria.n) ?
			  ui_choose(ui, _("The review is complete"), options, 2, 0) :
			  1;
	if (how < 0)
		return fail(E_CANCELLED, NULL);
	if (how == 1)
		return save_on_purpose(ui, s, &input, NULL);
	char *source = ui_ask(ui, _("Submit on the juror's behalf"),
		_("From where are the scores? Such as: paper sheet, 3.12.2018; telephone."),
		s->source, 1);
	if (source == NULL)
		return fail(E_CANCELLED, NULL);
	struct error e = save_on_purpose(ui, s, &input, source);
	snprintf(s->source, sizeof(s->source), "%s", source);
	free(source);
	return e;
}

/* On to the next one that has no review yet; the rows may have been loaded anew meanwhile. */
static void go_on(struct reviews_screen *self, int64_t assignment_id)
{
	size_t at = id_list_find(&self->list.list.ids, assignment_id);

	for (size_t i = at + 1; at < self->all.n && i < self->all.n; i++)
		if (self->all.rows[i].barred == 0 && !self->all.rows[i].set_aside &&
			self->all.rows[i].review_id == 0) {
			list_select(&self->list.base, self->all.rows[i].id);
			return;
		}
}

static bool score(struct ui *ui, struct reviews_screen *self, int64_t assignment_id)
{
	struct scoring s = { .round_id = self->round_id, .assignment_id = assignment_id };
	const struct assignment *a = assignment_of(self, assignment_id);
	struct error e = round_criteria(ui->ctx, &s.arena, s.round_id, &s.criteria);

	if (e.code != E_OK) {
		ui_complain(ui, e);
		return false;
	}
	add_score_fields(ui, &s);
	snprintf(s.source, sizeof(s.source), "%s", self->source);
	s.def = (struct form_def){ NC_("title", "Review"),
		N_("Type in what the juror gave. It says afterwards that the office entered it."),
		s.fields, s.criteria.n + 2, fill_scores, save_scores, arena_text(&s.arena, a->code),
		arena_text(&s.arena, a->title) };
	bool saved = form_run(ui, form_new(ui, &s.def, &s));
	if (saved)
		ui_say(ui, "%s", _("Saved."));
	self->list.base.stale = true; /* a draft leaves no trace in the log */
	snprintf(self->source, sizeof(self->source), "%s", s.source);
	arena_clear(&s.arena);
	return saved;
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	struct reviews_screen *self = reviews_of(screen);
	const struct assignment *a = assignment_of(self, id);
	const char *blocked = assignment_blocked(&self->round, a, self->member.declared != 0);

	if (blocked != NULL) {
		open_beside(ui, screen, a->code);
		ui_complain(ui, rule(blocked));
		return;
	}
	if (require(ui->ctx, ACT_REVIEW_ENTER).code != E_OK)
		ui_complain(ui, require(ui->ctx, ACT_REVIEW_ENTER));
	else if (score(ui, self, id))
		go_on(self, id);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_assignment,
	.ids = ids,
	.row = row,
	.record = record,
	.open = open_row,
	.empty = N_(
		"Nothing is assigned to this juror yet: assignments are made when the round opens."),
	.file = "reviews",
};

static const char *cannot_take_back(const struct screen *screen, const struct context *ctx)
{
	const struct assignment *a = assignment_of(reviews_of(screen), screen_selected(screen));

	(void)ctx;
	if (round_state_of(reviews_of(screen)->round.state) != ROUND_STATE_OPEN)
		return N_("The round is not open.");
	return a != NULL && a->review_id != 0 ? NULL :
						N_("There is no submitted review to take back.");
}

static void on_take_back(struct ui *ui, struct screen *screen)
{
	struct reviews_screen *self = reviews_of(screen);
	int64_t id = screen_selected(screen);

	if (ui_confirm(ui,
		    _("Take the submitted review back? It becomes a draft; its history stays."),
		    C_("button", "Take back")))
		ui_report(ui, review_take_back(ui->ctx, self->round_id, id), _("Taken back."));
}

static void on_read(struct ui *ui, struct screen *screen)
{
	const struct assignment *a = assignment_of(reviews_of(screen), screen_selected(screen));

	if (a != NULL)
		open_beside(ui, screen, a->code);
}

static const struct command commands[] = {
	{ .keys = { 'v' },
		.action = ACT_COUNT,
		.label = NC_("command", "read"),
		.help = N_("Read what the juror reads"),
		.blocked = needs_record,
		.run = on_read },
	{ .keys = { K_TAKE_BACK },
		.action = ACT_REVIEW_ENTER,
		.label = NC_("command", "take back"),
		.help = N_("Take a submitted review back, to change it"),
		.blocked = cannot_take_back,
		.run = on_take_back },
};

static const struct screen_ops ops = {
	.size = sizeof(struct reviews_screen),
	.title = title,
	.help = N_("One juror's reviews. Enter types one in on the juror's behalf."),
	.commands = { commands, LEN(commands) },
	.shared = &list_commands,
	.watches = CHANGED_REVIEWS | CHANGED_ROUNDS,
	.load = load,
	.layout = list_layout,
	.prepare = list_prepare,
	.paint = list_paint,
	.key = list_key,
	.selected = list_selected,
	.status = list_describe,
	.close = on_close,
};

/* Of one member of the round. */
static struct screen *open_reviews(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);
	struct reviews_screen *self = reviews_of(screen);

	self->round_id = to->id;
	self->member_id = to->with;
	list_init(&self->list, &source);
	screen->live = true;
	return screen;
}

const struct place_row reviews_place = {
	.open = open_reviews,
};
