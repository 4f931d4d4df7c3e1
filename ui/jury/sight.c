/* SPDX-License-Identifier: MIT */
#include "ui/jury/sight.h"

#include <stdio.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/jury/said.h"
#include "ui/toolkit/dialog.h"

static struct error read_all(struct context *ctx, int64_t round_id, struct jury_sight *sight)
{
	struct error ended = context_standing(ctx);

	sight->ended = ended.code == E_RULE ? ended.field : NULL;
	if (ended.code != E_RULE)
		TRY(ended);
	TRY(juror_round(ctx, &sight->arena, round_id, &sight->round));
	sight->stop = juror_stop(&sight->round);
	if (jury_is_shown(sight))
		TRY(juror_items(ctx, &sight->arena, round_id, &sight->items));
	if (sight->stop == JUROR_BARRED)
		TRY(juror_bars(ctx, &sight->arena, round_id, &sight->bars));
	return ok();
}

struct error jury_look(struct context *ctx, int64_t round_id, struct jury_sight *sight)
{
	struct jury_sight fresh = { 0 };
	struct error e = read_all(ctx, round_id, &fresh);

	if (e.code != E_OK) {
		arena_clear(&fresh.arena);
		return e;
	}
	arena_clear(&sight->arena);
	*sight = fresh;
	return ok();
}

bool jury_is_shown(const struct jury_sight *sight)
{
	bool open = sight->stop == JUROR_MAY ||
		    (sight->stop == JUROR_CLOSED && sight->round.declared != 0);

	return sight->ended == NULL && sight->round.key != NULL && open;
}

bool jury_note_seen(struct context *ctx, const struct jury_sight *sight)
{
	struct juror_place place = { .round_id = sight->round.id, .field = "" }, before;
	struct arena arena = { 0 };

	if (sight->stop != JUROR_MAY || !jury_is_shown(sight) || ctx->on_behalf ||
		context_is_readonly(ctx))
		return false;
	struct error e = juror_place(ctx, &arena, sight->round.id, &before);
	arena_clear(&arena);
	return e.code == E_OK ||
	       (e.code == E_NOT_FOUND && juror_set_place(ctx, &place).code == E_OK);
}

void jury_count(const struct juror_items *items, int64_t *done, int64_t *all)
{
	*done = *all = 0;
	if (items->uncounted)
		return;
	for (size_t i = 0; i < items->n; i++) {
		enum juror_state state = items->rows[i].state;

		*all += state >= JUROR_ABSTAINED ? 0 : 1;
		*done += state == JUROR_SUBMITTED ? 1 : 0;
	}
}

size_t jury_unconfirmed(const struct juror_items *items)
{
	size_t n = 0;

	for (size_t i = 0; i < items->n; i++)
		n += juror_is_unconfirmed(&items->rows[i]) ? 1 : 0;
	return n;
}

size_t jury_complete(const struct jury_sight *sight)
{
	const struct juror_items *items = &sight->items;
	size_t n = 0;

	for (size_t i = 0; i < items->n; i++)
		if (items->rows[i].state == JUROR_DRAFT &&
			juror_is_complete(items->rows[i].scores, items->criteria.n))
			n++;
	return n;
}

static void say_conflicts(const struct jury_sight *sight, struct page *page)
{
	for (size_t i = 0; i < sight->bars.n; i++) {
		const struct juror_recusal *b = &sight->bars.rows[i];
		char when[60];

		text_time(b->made, when, sizeof(when));
		page_gap(page);
		page_field(page, C_("label", "Ground"), jury_ground(b->ground));
		page_field(page, C_("label", "Declared"), when);
		page_field(page, C_("label", "State"), text_word(WORDS_CONFLICT_STATE, b->state));
	}
	if (conflict_scope_of(sight->round.scope) == SCOPE_CHALLENGE) {
		page_gap(page);
		page_text(page, _("In this round all submissions are compared with one another, so "
				  "a conflict with one "
				  "applicant bars the whole of it."));
	}
}

/* Why it is so and what comes next; "" where the first sentence says all. */
static const char *more_words(const struct jury_sight *sight, struct arena *arena)
{
	char when[80];

	switch (sight->stop) {
	case JUROR_PLANNED:
		return _(
			"The office opens it when everything has come in. Then your reviews are here.");
	case JUROR_UNRELEASED:
		return _("They are being made anonymous. Then they are here by their codes.");
	case JUROR_CLOSED:
		if (sight->round.closed == 0)
			return "";
		text_time(sight->round.closed, when, sizeof(when));
		/* TRANSLATORS: a date and time. */
		return arena_printf(arena,
			_("Reviews were taken until %s. Nothing can be added or changed any more; "
			  "the panel meets next."),
			when);
	case JUROR_MAY:
	case JUROR_EXCUSED:
	case JUROR_REPLACED:
	case JUROR_BARRED:
	case JUROR_UNDECLARED:
		return "";
	}
	return "";
}

void jury_fill_why(const struct jury_sight *sight, const struct context *ctx, struct page *page)
{
	struct arena arena = { 0 };
	const char *words = sight->ended != NULL ? sight->ended : juror_stop_words(sight->stop);
	bool left = sight->stop == JUROR_EXCUSED || sight->stop == JUROR_REPLACED;

	page_clear(page);
	page_heading(page, words == NULL ? "" : _(words));
	if (sight->ended == NULL && left && *sight->round.reason != '\0') {
		page_gap(page);
		page_field(page, C_("label", "Reason"), sight->round.reason);
	}
	if (sight->ended == NULL && sight->stop == JUROR_BARRED)
		say_conflicts(sight, page);
	const char *more = sight->ended == NULL ? more_words(sight, &arena) : "";
	if (*more != '\0') {
		page_gap(page);
		page_text(page, more);
	}
	page_gap(page);
	page_text(page, jury_contact(&arena, ctx));
	arena_clear(&arena);
}

/* What was found in a text is taken back as it is; what was declared by name is declared anew. */
static bool was_by_name(const struct jury_sight *sight)
{
	bool by_name = false;

	for (size_t i = 0; i < sight->bars.n; i++)
		by_name = by_name || conflict_found_of(sight->bars.rows[i].found_in) ==
					     CONFLICT_FOUND_DECLARATION;
	return by_name;
}

struct error jury_withdraw_conflict(struct context *ctx, const struct jury_sight *sight)
{
	return was_by_name(sight) ? juror_undeclare(ctx, sight->round.id) :
				    juror_return_whole(ctx, sight->round.id);
}

bool jury_withdraw(struct ui *ui, const struct jury_sight *sight)
{
	bool by_name = was_by_name(sight);

	if (!ui_confirm(ui,
		    by_name ? _("Did you declare this conflict by mistake? The declaration is "
				"withdrawn, and you "
				"declare anew.") :
			      _("Did you declare this conflict by mistake? It is withdrawn, and "
				"you can go on."),
		    C_("button", "Withdraw it")))
		return false;
	struct error e = jury_withdraw_conflict(ui->ctx, sight);
	return jury_report(ui, e, _("The conflict is withdrawn.")) && by_name;
}

bool jury_is_own_recusal(const struct juror_item *item)
{
	const struct juror_recusal *r = item->recusal;

	return r != NULL && conflict_state_of(r->state) == CONFLICT_STATE_DECLARED &&
	       conflict_decider_of(r->decided_by) == CONFLICT_DECIDER_SELF;
}

void jury_open_recused(struct ui *ui, const struct juror_item *item)
{
	struct arena arena = { 0 };
	int64_t id = item->paper.id;

	if (!jury_is_own_recusal(item)) {
		jury_tell(ui, item->paper.code,
			_("The panel has decided on this conflict; only the panel can change "
			  "that."));
		return;
	}
	const char *question = arena_printf(&arena, "%s\n%s\n\n%s", item->paper.code,
		jury_ground(item->recusal->ground),
		_("You declared this conflict, so you do not review it. Was it a mistake?"));
	if (ui_confirm(ui, question, C_("button", "Withdraw it")))
		jury_report(ui, juror_return(ui->ctx, id), _("The conflict is withdrawn."));
	arena_clear(&arena);
}

void jury_submit_all(struct ui *ui, const struct jury_sight *sight)
{
	struct arena arena = { 0 };
	int64_t round_id = sight->round.id;
	size_t submitted = 0;
	const char *question = jury_submit_all_question(&arena, jury_complete(sight));

	if (ui_confirm(ui, question, C_("button", "Submit"))) {
		struct error e = juror_submit_all(ui->ctx, round_id, &submitted);

		if (e.code == E_OK)
			ui_say(ui, "%s", jury_submitted_all(&arena, submitted));
		else
			jury_tell_refused(ui, e);
	}
	arena_clear(&arena);
}

struct juror_seen *jury_seen(struct arena *arena, const struct juror_items *items, size_t *n)
{
	struct juror_seen *seen = arena_alloc(arena, (items->n + 1) * sizeof(*seen));

	*n = 0;
	for (size_t i = 0; i < items->n; i++)
		if (juror_is_unconfirmed(&items->rows[i]))
			seen[(*n)++] = (struct juror_seen){ items->rows[i].paper.id,
				items->rows[i].version.revision };
	return seen;
}

/* What is confirmed is what was seen when the question was asked. */
void jury_confirm(struct ui *ui, const struct jury_sight *sight)
{
	const struct juror_items *items = &sight->items;
	struct arena arena = { 0 };
	int64_t round_id = sight->round.id;
	size_t n;
	struct juror_seen *seen = jury_seen(&arena, items, &n);
	const char *question = arena_printf(&arena,
		ngettext("The office entered %lu review on your behalf. Are its scores as you gave "
			 "them? Enter on its row shows the texts too; there o takes it back.",
			"The office entered %lu reviews on your behalf. Are their scores as you gave "
			"them? Enter on a row shows the texts too; there o takes it back.",
			n),
		(unsigned long)n);
	if (ui_confirm(ui, question, C_("button", "Confirm"))) {
		struct error e = juror_confirm(ui->ctx, round_id, seen, n);

		if (e.code == E_OK)
			ui_say(ui, "%s", _("Confirmed."));
		else
			jury_tell_refused(ui, e);
	}
	arena_clear(&arena);
}

static enum glyph state_glyph(enum juror_state state)
{
	switch (state) {
	case JUROR_NONE:
		return GLYPH_PLANNED;
	case JUROR_DRAFT:
		return GLYPH_JUDGING;
	case JUROR_SUBMITTED:
		return GLYPH_DONE;
	case JUROR_ABSTAINED:
	case JUROR_RECUSED:
	case JUROR_GONE:
		return GLYPH_BARRED;
	}
	return GLYPH_PLANNED;
}

const char *jury_state_words(const struct juror_item *item, size_t criteria)
{
	switch (item->state) {
	case JUROR_NONE:
		return C_("review state", "not begun");
	case JUROR_DRAFT:
		return juror_is_complete(item->scores, criteria) ?
			       C_("review state", "not submitted") :
			       C_("review state", "unfinished");
	case JUROR_SUBMITTED:
		return juror_is_unconfirmed(item) ? C_("review state", "to confirm") :
		       item->late                 ? C_("review state", "submitted late") :
						    C_("review state", "submitted");
	case JUROR_ABSTAINED:
		return C_("review state", "abstained");
	case JUROR_RECUSED:
		return C_("review state", "disqualified");
	case JUROR_GONE:
		return C_("submission state", "withdrawn");
	}
	return "";
}

const char *jury_state(struct arena *arena, const struct juror_item *item, size_t criteria)
{
	return arena_printf(arena, "%s %s", term_glyph(state_glyph(item->state)),
		jury_state_words(item, criteria));
}

int jury_state_width(void)
{
	int widest = 0;

	for (int state = JUROR_NONE; state <= JUROR_GONE; state++)
		for (int64_t score = -1; score <= 0; score++) {
			struct juror_item item = { .state = (enum juror_state)state,
				.scores = &score,
				.late = score == 0,
				.entered = score < 0 };
			int columns = utf8_columns(jury_state_words(&item, 1)) + 2;

			widest = columns > widest ? columns : widest;
		}
	return widest;
}

const char *jury_score(struct arena *arena, int64_t score)
{
	char text[40];

	if (score < 0)
		return "–";
	text_thousandths(score, text, sizeof(text));
	return arena_text(arena, text);
}

const char *jury_mean(struct arena *arena, const struct criteria *criteria, const int64_t *scores)
{
	struct ratio mean;
	char text[40];

	if (!juror_mean(criteria, scores, &mean))
		return "";
	text_ratio(mean, 1, text, sizeof(text));
	return arena_text(arena, text);
}

void jury_abbreviate(const char *name, char out[JURY_HEAD])
{
	snprintf(out, JURY_HEAD, "%.*s", (int)utf8_prefix(name, JURY_ABBREVIATION), name);
}
