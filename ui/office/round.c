/* SPDX-License-Identifier: MIT
 * A round: its rules in short, its panel with how far everybody is, and the acts on it. */
#include "src/judging/round.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "db/base/ratio.h"
#include "src/base/text.h"
#include "src/judging/review.h"
#include "src/judging/review_import.h"
#include "src/registers/account.h"
#include "ui/office/office.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/list.h"

enum { HEAD_ROWS = 6 };

struct round_screen {
	struct list_screen list;
	int64_t id;
	struct arena arena;
	struct round round;
	struct criteria criteria;
	struct members members;
	struct progress progress;
	int64_t candidates;
};

static struct round_screen *round_of(const struct screen *screen)
{
	return (struct round_screen *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", C_("title", "Reviews"));
}

static const struct list_column columns[] = {
	{ NC_("column", "Juror"), 18, 2, ALIGN_LEFT, -1 },
	{ NC_("column", "Declared"), 10, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Conflicts"), 5, 0, ALIGN_RIGHT, -1 },
	{ NC_("column", "Submitted"), 9, 0, ALIGN_RIGHT, -1 },
	{ NC_("column", "Drafts"), 6, 0, ALIGN_RIGHT, -1 },
	{ NC_("column", "State"), 12, 1, ALIGN_LEFT, -1 },
};

static struct error ids(
	struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	struct round_screen *self = round_of(screen);

	(void)ctx;
	(void)sort;
	for (size_t i = 0; i < self->members.n; i++)
		id_list_add(list, self->members.rows[i].id);
	return ok();
}

static const struct member *member_of(const struct round_screen *self, int64_t id)
{
	for (size_t i = 0; i < self->members.n; i++)
		if (self->members.rows[i].id == id)
			return &self->members.rows[i];
	return NULL;
}

static const char *member_state(struct arena *arena, const struct member *m)
{
	if (strcmp(m->state, "active") != 0)
		return text_word(WORDS_MEMBER_STATE, m->state);
	if (m->substitute)
		return C_("panel", "substitute");
	return m->chair ? C_("panel", "chair") : arena_text(arena, "");
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	const char **cells, enum style *style)
{
	const struct member *m = member_of(round_of(screen), id);
	char day[40] = "–";

	(void)ctx;
	if (m == NULL)
		return ok();
	if (m->declared != 0)
		text_day(day_of_time(m->declared), day, sizeof(day));
	cells[0] = m->name;
	cells[1] = arena_text(arena, day);
	cells[2] = m->conflicts == 0 ? "–" : arena_printf(arena, "%lld", (long long)m->conflicts);
	cells[3] = arena_printf(
		arena, "%lld/%lld", (long long)m->submitted, (long long)m->assigned);
	cells[4] = m->drafts == 0 ? "–" : arena_printf(arena, "%lld", (long long)m->drafts);
	cells[5] = member_state(arena, m);
	if (strcmp(m->state, "active") != 0)
		*style = STYLE_DIM;
	else if (m->assigned > 0 && m->submitted == m->assigned)
		*style = STYLE_GOOD;
	return ok();
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	ui_push(ui, reviews_new(ui, round_of(screen)->id, id));
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.ids = ids,
	.row = row,
	.open = open_row,
	.empty = N_("The panel is empty. Press j to put a juror on it; accounts are made with g, Accounts."),
	.file = "panel",
};

static struct error load(struct screen *screen, struct context *ctx)
{
	struct round_screen *self = round_of(screen);

	arena_clear(&self->arena);
	self->members = (struct members){ 0 };
	self->criteria = (struct criteria){ 0 };
	TRY(round_get(ctx, &self->arena, self->id, &self->round));
	TRY(round_criteria(ctx, &self->arena, self->id, &self->criteria));
	TRY(round_members(ctx, &self->arena, self->id, &self->members));
	TRY(round_progress(ctx, self->id, &self->progress));
	return list_load(screen, ctx);
}

/* "Soveltuvuus 25 % · Vaikuttavuus 25 % ..." */
static const char *criteria_line(const struct round_screen *self, struct arena *arena)
{
	struct buffer text = { 0 };
	int64_t total = 0;

	for (size_t i = 0; i < self->criteria.n; i++)
		total += self->criteria.rows[i].weight;
	for (size_t i = 0; i < self->criteria.n; i++) {
		const struct criterion *c = &self->criteria.rows[i];
		char share[32];

		text_ratio((struct ratio){ c->weight * 100, total }, 0, share, sizeof(share));
		buffer_printf(&text, "%s%s %s\302\240%%", i > 0 ? " · " : "", criterion_name(c), share);
	}
	const char *line = text.length == 0 ? _("No criteria yet: press k.") :
					      arena_text(arena, text.text);
	buffer_clear(&text);
	return line;
}

static const char *rules_line(const struct round *r, struct arena *arena)
{
	char locked[60];

	if (r->locked == 0)
		return arena_printf(arena, _("%s; not locked yet"), text_word(WORDS_METHOD, r->method));
	text_day(day_of_time(r->locked), locked, sizeof(locked));
	/* TRANSLATORS: a ranking method, a date, the beginning of a hash. */
	return arena_printf(arena, _("%s, locked %s (hash %.4s…%s)"),
		text_word(WORDS_METHOD, r->method), locked, r->rules_hash,
		r->rules_hash + strlen(r->rules_hash) - 2);
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct round_screen *self = round_of(screen);
	struct arena arena = { 0 };
	char figures[80];

	if (self->round.key == NULL)
		return;
	canvas_text(body, 0, 1, 14, STYLE_LABEL, ALIGN_LEFT, text_word(WORDS_FIELD, "state"));
	canvas_put(body, 0, 16, STYLE_HEADING, text_word(WORDS_ROUND_STATE, self->round.state));
	canvas_text(body, 1, 1, 14, STYLE_LABEL, ALIGN_LEFT, C_("label", "Criteria"));
	canvas_text(body, 1, 16, body->area.w - 17, STYLE_PLAIN, ALIGN_LEFT,
		criteria_line(self, &arena));
	canvas_text(body, 2, 1, 14, STYLE_LABEL, ALIGN_LEFT, C_("label", "Rules"));
	canvas_text(body, 2, 16, body->area.w - 17, STYLE_PLAIN, ALIGN_LEFT,
		rules_line(&self->round, &arena));
	canvas_text(body, 3, 1, 14, STYLE_LABEL, ALIGN_LEFT, C_("label", "Reviews"));
	snprintf(figures, sizeof(figures), _("%lld/%lld submitted"), (long long)self->progress.submitted,
		(long long)self->progress.all);
	canvas_bar(body, 3, 16, 32, self->progress.submitted, self->progress.all);
	canvas_put(body, 3, 50, STYLE_PLAIN, figures);
	canvas_rule(body, 4);
	list_paint(screen, body);
	arena_clear(&arena);
}

static void on_close(struct screen *screen)
{
	arena_clear(&round_of(screen)->arena);
	list_close(screen);
}

static const char *not_planned(const struct screen *screen, const struct context *ctx)
{
	const struct round_screen *self = round_of(screen);

	(void)ctx;
	return self->round.locked != 0 ? N_("The rules are locked: they have been announced.") : NULL;
}

static void on_criteria(struct ui *ui, struct screen *screen)
{
	ui_push(ui, rules_new(ui, round_of(screen)->id));
}

/* An account to be put on the panel; its login, to be freed, or NULL. */
static char *pick_account(struct ui *ui, const char *heading)
{
	struct id_list list = { 0 };
	struct arena arena = { 0 };
	char *login = NULL;
	struct error e = account_ids(ui->ctx, &list);
	const char **names = arena_alloc(&arena, (list.n + 1) * sizeof(*names));
	const char **logins = arena_alloc(&arena, (list.n + 1) * sizeof(*logins));
	size_t n = 0;

	for (size_t i = 0; e.code == E_OK && i < list.n; i++) {
		struct account a;

		e = account_get(ui->ctx, &arena, list.ids[i], &a);
		if (e.code != E_OK || strcmp(a.state, "active") != 0)
			continue;
		names[n] = arena_printf(&arena, "%s (%s, %s)", a.name, a.login,
			text_word(WORDS_ROLE, a.role));
		logins[n++] = a.login;
	}
	ui_complain(ui, e);
	int chosen = ui_pick(ui, heading, names, n);
	if (chosen >= 0)
		login = xstrdup(logins[chosen]);
	id_list_clear(&list);
	arena_clear(&arena);
	return login;
}

static void on_juror(struct ui *ui, struct screen *screen)
{
	const char *options[] = { _("a juror"), _("the chair"), _("a substitute") };
	int64_t id = round_of(screen)->id;
	char *login = pick_account(ui, _("Who comes on the panel? Type the beginning of the name"));

	if (login == NULL)
		return;
	int as = ui_choose(ui, _("As what?"), options, 3, 0);
	if (as >= 0)
		ui_report(ui, round_seat(ui->ctx, id, login, as == 1, as == 2), _("Saved."));
	free(login);
}

static void on_lock(struct ui *ui, struct screen *screen)
{
	int64_t id = round_of(screen)->id;
	char *notice = ui_ask(ui, _("Lock the rules"),
		_("Once locked, numbers, method and criteria never change. Date, number and link of the "
		  "notice:"),
		"", 1);

	if (notice == NULL)
		return;
	ui_report(ui, round_lock(ui->ctx, id, notice), _("The rules are locked."));
	free(notice);
}

static const char *cannot_move(const struct screen *screen, const struct context *ctx)
{
	const struct round_screen *self = round_of(screen);

	(void)ctx;
	return self->round.state != NULL && strcmp(self->round.state, "closed") == 0 ?
		N_("The round is closed. Next comes the ranking (r) and the decision.") :
		NULL;
}

static void move(struct ui *ui, int64_t id, enum round_move kind)
{
	static const char *const questions[] = {
		[ROUND_OPEN] = N_("Open the round? Its submissions and rules are fixed then."),
		[ROUND_CLOSE] = N_("Close the round? No review can be changed after that."),
		[ROUND_REOPEN] = N_("Open the round again?"),
	};
	struct checklist list;
	struct error e = round_check(ui->ctx, id, kind, &list);

	if (e.code != E_OK) {
		ui_complain(ui, e);
		return;
	}
	if (list.n == 0 && !ui_confirm(ui, _(questions[kind]), C_("button", "Yes")))
		return;
	char *reason = ask_about_missing(ui, _(questions[kind]), list.missing, list.n);
	if (reason == NULL)
		return;
	ui_report(ui, round_move(ui->ctx, id, kind, reason), _("Done."));
	free(reason);
}

static void on_move(struct ui *ui, struct screen *screen)
{
	struct round_screen *self = round_of(screen);

	move(ui, self->id, strcmp(self->round.state, "open") == 0 ? ROUND_CLOSE : ROUND_OPEN);
}

static const char *cannot_reopen(const struct screen *screen, const struct context *ctx)
{
	const struct round_screen *self = round_of(screen);

	(void)ctx;
	return self->round.state != NULL && strcmp(self->round.state, "closed") == 0 ?
		NULL :
		N_("Only a closed round can be opened again.");
}

static void on_reopen(struct ui *ui, struct screen *screen)
{
	move(ui, round_of(screen)->id, ROUND_REOPEN);
}

static void on_ranking(struct ui *ui, struct screen *screen)
{
	ui_push(ui, ranking_new(ui, round_of(screen)->id));
}

static const char *cannot_rank(const struct screen *screen, const struct context *ctx)
{
	const struct round_screen *self = round_of(screen);

	(void)ctx;
	return self->round.state != NULL && strcmp(self->round.state, "closed") == 0 ?
		NULL :
		N_("The ranking is shown when the round is closed.");
}

/* Conflicts of one declaration: submissions with their grounds, one after the other. */
static size_t ask_conflicts(
	struct ui *ui, int64_t round_id, struct declared_conflict *conflicts, size_t most)
{
	struct id_list items = { 0 };
	struct arena arena = { 0 };
	size_t n = 0;
	struct error e = round_items(ui->ctx, round_id, &items);
	const char **names = arena_alloc(&arena, (items.n + 1) * sizeof(*names));
	int64_t *submissions = arena_alloc(&arena, (items.n + 1) * sizeof(*submissions));
	const char *grounds[7];

	for (size_t i = 0; e.code == E_OK && i < items.n; i++) {
		struct item item;

		e = item_get(ui->ctx, &arena, items.ids[i], &item);
		if (e.code != E_OK)
			break;
		names[i] = arena_printf(&arena, "%s  %s  %s", item.code,
			i18n_pick(item.applicant_fi, item.applicant_sv, "", NULL), item.title);
		submissions[i] = item.submission_id;
	}
	for (size_t i = 0; i < 7; i++)
		grounds[i] = text_word(WORDS_GROUND, text_code(WORDS_GROUND, i));
	while (e.code == E_OK && n < most) {
		int which = ui_pick(
			ui, _("A conflict with which submission? Esc: no others"), names, items.n);
		int ground = which < 0 ? -1 : ui_choose(ui, _("Ground (28 §)"), grounds, 7, 0);

		if (ground < 0)
			break;
		conflicts[n++] = (struct declared_conflict){ submissions[which], ground + 1, "" };
	}
	ui_complain(ui, e);
	id_list_clear(&items);
	arena_clear(&arena);
	return n;
}

static void on_declare(struct ui *ui, struct screen *screen)
{
	struct round_screen *self = round_of(screen);
	const struct member *m = member_of(self, list_selected(screen));
	struct declared_conflict conflicts[20];
	char login[40];

	snprintf(login, sizeof(login), "%s", m->login);
	char *where = ui_ask(ui, _("Enter a declaration of interest"),
		_("The juror made it on paper or by mail. Where is the signed one?"), "", 1);
	if (where == NULL)
		return;
	size_t n = ask_conflicts(ui, self->id, conflicts, LEN(conflicts));
	bool go = n > 0 ||
		ui_confirm(ui, _("No conflicts: the juror declares that there are none?"),
			C_("button", "None"));
	if (go)
		ui_report(ui, declaration_enter(ui->ctx, self->id, login, conflicts, n, where),
			_("The declaration has been entered."));
	free(where);
}

static const char *cannot_declare(const struct screen *screen, const struct context *ctx)
{
	const struct member *m = member_of(round_of(screen), list_selected(screen));

	(void)ctx;
	if (m == NULL)
		return N_("There is nothing to choose here yet.");
	return m->declared != 0 ? N_("This juror has already declared.") : NULL;
}

static void tell_faults(struct ui *ui, const struct review_import *result)
{
	struct buffer text = { 0 };

	for (size_t i = 0; i < result->refused && i < 12; i++)
		buffer_printf(&text, _("row %ld, line %ld: %s: %s\n"), result->faults[i].row,
			result->faults[i].line, text_word(WORDS_FIELD, result->faults[i].field),
			_(result->faults[i].sentence));
	if (text.length > 0)
		ui_tell(ui, _("Nothing was imported"), text.text);
	buffer_clear(&text);
}

static void on_import(struct ui *ui, struct screen *screen)
{
	int64_t id = round_of(screen)->id;
	struct table_options options = { 0 };
	struct review_import result = { 0 };
	char *path = ui_ask(ui, _("Import reviews"),
		_("A CSV file with the columns juror, submission, one a criterion, notes, feedback."), "",
		1);

	if (path == NULL || *path == '\0') {
		free(path);
		return;
	}
	char *declared = ui_ask(ui, _("Declarations of interest"),
		_("Where are the signed declarations of those in the file who have not declared yet? "
		  "Empty: their rows are refused."),
		"", 1);
	if (declared != NULL) {
		struct error e = review_import(ui->ctx, id, path, &options,
			*declared == '\0' ? NULL : declared, &result);

		tell_faults(ui, &result);
		if (e.code == E_OK)
			ui_say(ui, _("%zu added, %zu to be corrected, %zu duplicate, %zu held"),
				result.added + result.drafts, result.refused, result.duplicates,
				(size_t)0);
		else
			ui_complain(ui, e);
		review_import_clear(&result);
	}
	free(declared);
	free(path);
}

static void on_excuse(struct ui *ui, struct screen *screen)
{
	const struct round_screen *self = round_of(screen);
	const struct member *m = member_of(self, list_selected(screen));
	const char *options[] = { _("Excuse: go on without"), _("Replace by somebody else") };
	char login[40];
	int64_t id = self->id;

	snprintf(login, sizeof(login), "%s", m->login);
	int how = ui_choose(ui, m->name, options, 2, 0);
	char *by = how == 1 ? pick_account(ui, _("Who takes over?")) : NULL;
	char *reason = how < 0 || (how == 1 && by == NULL) ?
		NULL :
		ask_reason(ui, _("The reason"), _("It goes into the minutes."));
	if (reason != NULL)
		ui_report(ui,
			how == 1 ? round_replace(ui->ctx, id, login, by, reason) :
				   round_excuse(ui->ctx, id, login, reason),
			_("Done."));
	free(reason);
	free(by);
}

static void on_conflicts(struct ui *ui, struct screen *screen)
{
	struct conflicts all = { 0 };
	struct arena arena = { 0 };
	const char *names[60];
	const char *verdicts[] = { _("It stands: the juror is disqualified"),
		_("There is no conflict") };
	struct error e = conflict_list(ui->ctx, &arena, round_of(screen)->id, &all);
	int n = 0;

	ui_complain(ui, e);
	for (size_t i = 0; i < all.n && n < 60; i++)
		names[n++] = arena_printf(&arena, "%s · %s · %s · %s", all.rows[i].name,
			all.rows[i].code,
			text_word(WORDS_GROUND,
				arena_printf(&arena, "%lld", (long long)all.rows[i].ground)),
			text_word(WORDS_CONFLICT_STATE, all.rows[i].state));
	if (n == 0) {
		ui_say(ui, "%s", _("Nobody has declared a conflict of interest."));
	} else {
		int which = ui_choose(ui, _("Conflicts of interest"), names, n, 0);
		int verdict = which < 0 ? -1 :
					  ui_choose(ui, _("What did the panel decide (29 §)?"), verdicts,
						  2, 0);
		char *reason = verdict < 0 ? NULL :
					     ask_reason(ui, _("The reason"), _("It goes into the minutes."));

		if (reason != NULL)
			ui_report(ui,
				conflict_decide(ui->ctx, all.rows[which].id, verdict == 0, reason),
				_("Done."));
		free(reason);
	}
	arena_clear(&arena);
}

enum { ROUND_METHOD, ROUND_TIES, ROUND_MIN, ROUND_QUORUM, ROUND_SELECT, ROUND_SCOPE, ROUND_CLOSES };

static const struct form_field rule_fields[] = {
	[ROUND_METHOD] = { .name = "method", .kind = FORM_CHOICE, .words = WORDS_METHOD },
	[ROUND_TIES] = { .name = "ties", .kind = FORM_LINE,
		.hint = N_("Keys of criteria that decide a tie across the selection line: impact,commitment") },
	[ROUND_MIN] = { .name = "min_reviews", .kind = FORM_LINE, .required = true },
	[ROUND_QUORUM] = { .name = "quorum", .kind = FORM_LINE, .required = true },
	[ROUND_SELECT] = { .name = "select", .kind = FORM_LINE,
		.hint = N_("How many are planned to be selected, such as 4-6") },
	[ROUND_SCOPE] = { .name = "kind", .label = N_("A conflict"), .kind = FORM_CHOICE,
		.words = WORDS_SCOPE },
	[ROUND_CLOSES] = { .name = "closes", .kind = FORM_LINE,
		.hint = N_("Until when reviews are expected, such as 23.11.2018 klo 16.00") },
};

struct rule_edit {
	int64_t id, v;
	const char *kind;
};

static struct error fill_rules(struct context *ctx, struct form *form, void *arg)
{
	struct rule_edit *edit = arg;
	struct arena arena = { 0 };
	struct round r = { .method = "mean", .ties = "", .min_reviews = 1, .quorum = 1,
		.select_min = 4, .select_max = 6, .conflict_scope = "submission" };
	struct error e = edit->id == 0 ? ok() : round_get(ctx, &arena, edit->id, &r);

	if (e.code == E_OK) {
		char closes[80] = "";

		edit->v = r.v;
		form_set_choice(form, ROUND_METHOD, r.method);
		form_set(form, ROUND_TIES, r.ties);
		form_set(form, ROUND_MIN, arena_printf(&arena, "%lld", (long long)r.min_reviews));
		form_set(form, ROUND_QUORUM, arena_printf(&arena, "%lld", (long long)r.quorum));
		if (r.select_min >= 0)
			form_set(form, ROUND_SELECT,
				arena_printf(&arena, "%lld-%lld", (long long)r.select_min,
					(long long)r.select_max));
		form_set_choice(form, ROUND_SCOPE, r.conflict_scope);
		if (r.closes != 0)
			text_time_exact(r.closes, closes, sizeof(closes));
		form_set(form, ROUND_CLOSES, closes);
	}
	arena_clear(&arena);
	return e;
}

static struct error read_number(const char *text, const char *field, int64_t *number)
{
	char *end;

	*number = strtoll(text, &end, 10);
	return *text != '\0' && *end == '\0' ? ok() : fail(E_INVALID, field);
}

static struct error read_range(const char *text, int64_t *low, int64_t *high)
{
	char *end;

	*low = *high = -1;
	if (*text == '\0')
		return ok();
	*low = *high = strtoll(text, &end, 10);
	if (strncmp(end, "–", strlen("–")) == 0)
		end += strlen("–");
	else if (*end == '-' || *end == ':')
		end++;
	else
		return *end == '\0' ? ok() : fail(E_INVALID, "select");
	*high = strtoll(end, &end, 10);
	return *end == '\0' ? ok() : fail(E_INVALID, "select");
}

static struct error save_rules(struct ui *ui, struct form *form, void *arg)
{
	struct rule_edit *edit = arg;
	struct arena arena = { 0 };
	struct round r = { .select_min = -1, .select_max = -1 };
	struct moment moment = { 0 };

	if (edit->id != 0)
		TRY(round_get(ui->ctx, &arena, edit->id, &r));
	r.id = edit->id;
	r.v = edit->v;
	r.method = form_choice(form, ROUND_METHOD);
	r.ties = form_get(form, ROUND_TIES);
	r.conflict_scope = form_choice(form, ROUND_SCOPE);
	struct error e = read_number(form_get(form, ROUND_MIN), "min_reviews", &r.min_reviews);
	if (e.code == E_OK)
		e = read_number(form_get(form, ROUND_QUORUM), "quorum", &r.quorum);
	if (e.code == E_OK)
		e = read_range(form_get(form, ROUND_SELECT), &r.select_min, &r.select_max);
	if (e.code == E_OK && *form_get(form, ROUND_CLOSES) != '\0' &&
		moment_parse(form_get(form, ROUND_CLOSES), EDGE_END, &moment).code != E_OK)
		e = fail(E_INVALID, "closes");
	r.closes = moment.time;
	if (e.code == E_OK && edit->id == 0) {
		r.kind = edit->kind;
		r.key = arena_printf(&arena, "%ss", edit->kind);
		e = round_add(ui->ctx, &r, &edit->id);
	} else if (e.code == E_OK) {
		e = round_update(ui->ctx, &r);
	}
	arena_clear(&arena);
	return e;
}

static const struct form_def rule_def = { NC_("title", "Rules of the round"),
	N_("How the round is judged. Until the rules are locked everything can be changed; after that "
	   "only the closing time."),
	rule_fields, LEN(rule_fields), fill_rules, save_rules };

static void on_rules(struct ui *ui, struct screen *screen)
{
	struct rule_edit edit = { .id = round_of(screen)->id };

	if (form_run(ui, form_new(ui, &rule_def, &edit)))
		ui_say(ui, "%s", _("Saved."));
}

static const char *needs_member(const struct screen *screen, const struct context *ctx)
{
	return list_needs_row(screen, ctx);
}

static const struct command commands[] = {
	{ .keys = { 'k' }, .action = ACT_COUNT, .label = NC_("command", "criteria"),
		.help = N_("Criteria with weights, scales and bands in words"), .run = on_criteria },
	{ .keys = { 'j' }, .action = ACT_ROUND, .label = NC_("command", "juror"),
		.help = N_("Put a juror on the panel"), .run = on_juror },
	{ .keys = { 'm' }, .action = ACT_ROUND, .label = NC_("command", "open/close"),
		.help = N_("Open the round, or close it"), .blocked = cannot_move, .run = on_move },
	{ .keys = { 'e' }, .action = ACT_REVIEW_ENTER, .label = NC_("command", "declaration"),
		.help = N_("Enter the selected juror's declaration of interest"),
		.blocked = cannot_declare, .run = on_declare },
	{ .keys = { 'i' }, .action = ACT_REVIEW_ENTER, .label = NC_("command", "import"),
		.help = N_("Import reviews from a file"), .run = on_import },
	{ .keys = { 'r' }, .action = ACT_COUNT, .label = NC_("command", "ranking"),
		.help = N_("The ranking, once the round is closed"), .blocked = cannot_rank,
		.run = on_ranking },
	{ .keys = { 'y' }, .action = ACT_ROUND, .label = NC_("command", "rules"),
		.help = N_("Ranking method, ties, numbers, closing time"), .run = on_rules },
	{ .keys = { 'L' }, .action = ACT_ROUND, .label = NC_("command", "lock"),
		.help = N_("Lock the rules, when the notice is published"), .blocked = not_planned,
		.run = on_lock },
	{ .keys = { 'o' }, .action = ACT_REVIEW_ENTER, .label = NC_("command", "conflicts"),
		.help = N_("Declared conflicts, and what the panel decided on them"),
		.run = on_conflicts },
	{ .keys = { 'X' }, .action = ACT_ROUND, .label = NC_("command", "excuse"),
		.help = N_("Excuse or replace the selected juror, with a reason"),
		.blocked = needs_member, .run = on_excuse },
	{ .keys = { 'R' }, .action = ACT_ROUND, .label = NC_("command", "reopen"),
		.help = N_("Open a closed round again, before its ranking was seen"),
		.blocked = cannot_reopen, .run = on_reopen },
};

static const struct screen_ops ops = {
	.size = sizeof(struct round_screen),
	.title = title,
	.help = N_("The round of reviews: first its criteria (k) and panel (j), then it is opened (m). Enter "
		   "on a juror shows their reviews, to be typed in on their behalf. When it is closed, r "
		   "shows the ranking."),
	.commands = { commands, LEN(commands) },
	.shared = &list_commands,
	.watches = CHANGED_ROUNDS | CHANGED_REVIEWS | CHANGED_ACCOUNTS,
	.load = load,
	.layout = list_layout,
	.prepare = list_prepare,
	.paint = paint,
	.key = list_key,
	.status = list_describe,
	.close = on_close,
	.phase = 1,
};

/* The newest round of the kind; without one, its form comes first. */
struct screen *round_new(struct ui *ui, const char *kind)
{
	struct id_list rounds = { 0 };
	struct rule_edit edit = { .kind = kind };
	struct error e = round_ids(ui->ctx, kind, &rounds);
	int64_t id = rounds.n > 0 ? rounds.ids[rounds.n - 1] : 0;

	id_list_clear(&rounds);
	if (e.code != E_OK) {
		ui_complain(ui, e);
		return NULL;
	}
	if (id == 0) {
		if (!form_run(ui, form_new(ui, &rule_def, &edit)))
			return NULL;
		id = edit.id;
	}
	struct screen *screen = screen_new(ui, &ops);
	round_of(screen)->id = id;
	round_of(screen)->list.list.top_rows = HEAD_ROWS - 1;
	list_init(&round_of(screen)->list, &source);
	screen->live = true; /* drafts are not in the log */
	return screen;
}
