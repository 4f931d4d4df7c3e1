/* SPDX-License-Identifier: MIT
 * What the meeting's screen asks of people: who goes out or comes back, how they voted, who
 * dissents, what is remarked, and how it ends. */
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/dialogue.h"
#include "ui/office/ask.h"
#include "ui/office/judging/sitting.h"
#include "ui/office/place.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/marks.h"

/* Members that a question is about, with ids and logins that outlive a reload below it. */
struct sitters {
	struct arena arena;
	const struct decision_person **rows;
	const char **words;
	size_t n;
};

static void add_sitter(
	struct sitters *list, const struct decision_person *person, const char *words)
{
	struct decision_person *copy = arena_alloc(&list->arena, sizeof(*copy));

	*copy = *person;
	copy->login = arena_text(&list->arena, person->login);
	copy->name = arena_text(&list->arena, person->name);
	copy->presence = arena_text(&list->arena, person->presence);
	list->rows[list->n] = copy;
	list->words[list->n++] = words;
}

static void sitters_init(struct sitters *list, const struct sitting *self)
{
	*list = (struct sitters){ 0 };
	list->rows = arena_alloc(&list->arena, (self->view.members.n + 1) * sizeof(*list->rows));
	list->words = arena_alloc(&list->arena, (self->view.members.n + 1) * sizeof(*list->words));
}

/* Those in the room who may deal with the item. */
static void find_voters(struct sitters *list, const struct sitting *self, int64_t item_id)
{
	sitters_init(list, self);
	for (size_t i = 0; i < self->view.members.n; i++) {
		const struct decision_person *p = &self->view.members.rows[i];

		if (meeting_has_in_room(&self->view, p) &&
			meeting_bar(&self->view, p->member_id, item_id) == NULL)
			add_sitter(list, p, arena_text(&list->arena, p->name));
	}
}

static bool nobody(struct ui *ui, const struct sitters *list)
{
	if (list->n == 0)
		ui_say(ui, "%s", _("Nobody in the room may deal with this submission."));
	return list->n == 0;
}

/* "Oiva Esimerkki: out since 13.05" */
static const char *door_words(struct arena *arena, const struct sitting *self,
	const struct decision_person *p, bool barred)
{
	const struct meeting_absence *out = meeting_out(&self->view, p->member_id);

	if (presence_of(p->presence) == PRESENCE_ABSENT)
		return arena_printf(arena, _("%s: not here, comes now"), p->name);
	if (out != NULL)
		return arena_printf(arena, _("%s: out since %s, comes back"), p->name,
			sitting_clock(arena, out->since));
	if (barred)
		return arena_printf(arena, _("%s: barred, goes out"), p->name);
	return arena_printf(arena, _("%s: in the room, goes out"), p->name);
}

static int first_barred(const struct sitting *self, const struct sitters *list, int64_t item_id)
{
	for (size_t i = 0; i < list->n; i++)
		if (meeting_has_in_room(&self->view, list->rows[i]) &&
			meeting_bar(&self->view, list->rows[i]->member_id, item_id) != NULL)
			return (int)i;
	return -1;
}

static int first_out(const struct sitting *self, const struct sitters *list)
{
	for (size_t i = 0; i < list->n; i++)
		if (meeting_out(&self->view, list->rows[i]->member_id) != NULL &&
			presence_of(list->rows[i]->presence) != PRESENCE_ABSENT)
			return (int)i;
	return -1;
}

/* Before the item has its outcome, whoever must go out for it; after it, whoever is still out. */
static int door_first(const struct sitting *self, const struct sitters *list, int64_t item_id)
{
	const struct decision_item *item = decision_item_of(&self->items, item_id);
	bool decided = item != NULL && *item->outcome != '\0';
	int barred = item == NULL ? -1 : first_barred(self, list, item_id);
	int out = first_out(self, list);
	int first = decided ? (out >= 0 ? out : barred) : (barred >= 0 ? barred : out);

	return first < 0 ? 0 : first;
}

static void go_out(
	struct ui *ui, int64_t id, const struct member_names *who, int64_t item_id, bool barred)
{
	char *why =
		barred ? xstrdup("") :
			 ui_ask(ui, C_("title", "Goes out"), _("Why? May be left empty."), "", 1);
	const struct going going = { .item_id = barred ? item_id : 0, .reason = why };

	if (why != NULL)
		ui_report(ui, meeting_leave(ui->ctx, id, who, &going), _("Noted: out."));
	free(why);
}

static void pass_door(
	struct ui *ui, const struct sitting *self, const struct decision_person *p, int64_t item_id)
{
	const struct member_names who = { &p->login, 1 };
	bool barred = item_id != 0 && meeting_bar(&self->view, p->member_id, item_id) != NULL;

	if (presence_of(p->presence) == PRESENCE_ABSENT)
		ui_report(ui, meeting_attend(ui->ctx, self->id, &who, "present", ""),
			_("Noted: came."));
	else if (meeting_out(&self->view, p->member_id) != NULL)
		ui_report(ui, meeting_return(ui->ctx, self->id, &who, 0), _("Noted: back."));
	else
		go_out(ui, self->id, &who, item_id, barred);
}

void sitting_on_door(struct ui *ui, struct screen *screen)
{
	const struct sitting *self = sitting_of(screen);
	int64_t item_id = screen_selected(screen);
	struct sitters list;

	sitters_init(&list, self);
	for (size_t i = 0; i < self->view.members.n; i++) {
		const struct decision_person *p = &self->view.members.rows[i];

		if (member_state_of(p->member_state) == MEMBER_STATE_ACTIVE)
			add_sitter(&list, p,
				door_words(&list.arena, self, p,
					item_id != 0 && meeting_bar(&self->view, p->member_id,
								item_id) != NULL));
	}
	int chosen = ui_choose(ui, _("Who goes out, or comes back?"), list.words, (int)list.n,
		door_first(self, &list, item_id));
	if (chosen >= 0)
		pass_door(ui, self, list.rows[chosen], item_id);
	arena_clear(&list.arena);
}

static const char *vote_word(int value)
{
	return text_word(WORDS_VOTE, text_code(WORDS_VOTE, (size_t)value));
}

static int next_vote(struct ui *ui, int value)
{
	(void)ui;
	return text_code(WORDS_VOTE, (size_t)value + 1) == NULL ? 0 : value + 1;
}

struct voting {
	int64_t id, item_id;
	const char *question;
	const struct sitters *voters;
};

static struct error save_vote(struct ui *ui, const struct mark *marks, size_t n, void *arg)
{
	const struct voting *voting = arg;
	struct arena arena = { 0 };
	struct ballot_given *ballots = arena_alloc(&arena, (n + 1) * sizeof(*ballots));

	for (size_t i = 0; i < n; i++)
		ballots[i] = (struct ballot_given){ voting->voters->rows[i]->login,
			text_code(WORDS_VOTE, (size_t)marks[i].value) };
	struct error e =
		meeting_vote(ui->ctx, voting->id, voting->item_id, voting->question, ballots, n);
	arena_clear(&arena);
	return e;
}

static void ask_votes(struct ui *ui, struct voting *voting)
{
	const struct marks_def def = { NC_("title", "Vote"),
		N_("How each voted: Space changes for, against and empty. Ctrl-S saves, Esc leaves "
		   "all as it was. If it is even, the chair's vote decides."),
		-1, vote_word, next_vote, save_vote };
	struct arena arena = { 0 };
	size_t n = voting->voters->n;
	struct mark *marks = arena_alloc(&arena, (n + 1) * sizeof(*marks));

	for (size_t i = 0; i < n; i++)
		marks[i] = (struct mark){ voting->voters->words[i], 0 };
	if (ui_marks(ui, &def, marks, n, voting))
		ui_say(ui, "%s", _("The vote is recorded."));
	arena_clear(&arena);
}

void sitting_on_vote(struct ui *ui, struct screen *screen)
{
	const struct sitting *self = sitting_of(screen);
	int64_t item_id = screen_selected(screen);
	struct sitters voters;
	struct voting voting = { .id = self->id, .item_id = item_id, .voters = &voters };

	find_voters(&voters, self, item_id);
	/* TRANSLATORS: a question that is voted on; %s is a submission's code. */
	const char *usual = arena_printf(
		&voters.arena, _("Is %s selected?"), decision_item_of(&self->items, item_id)->code);
	char *question = nobody(ui, &voters) ?
				 NULL :
				 ui_ask(ui, C_("title", "Vote"), _("What is voted on?"), usual, 1);
	voting.question = question;
	if (question != NULL)
		ask_votes(ui, &voting);
	free(question);
	arena_clear(&voters.arena);
}

void sitting_on_dissent(struct ui *ui, struct screen *screen)
{
	const struct sitting *self = sitting_of(screen);
	int64_t item_id = screen_selected(screen), id = self->id;
	struct sitters list;
	int chosen = -1;

	find_voters(&list, self, item_id);
	if (!nobody(ui, &list))
		chosen = ui_choose(ui, _("Whose dissenting opinion?"), list.words, (int)list.n, 0);
	char *text = chosen < 0 ? NULL :
				  ui_ask(ui, C_("title", "Dissenting opinion"),
					  _("What do they hold instead, and why?"), "", 5);
	if (text != NULL)
		ui_report(ui, meeting_dissent(ui->ctx, id, item_id, list.rows[chosen]->login, text),
			_("The dissenting opinion is recorded."));
	free(text);
	arena_clear(&list.arena);
}

void sitting_on_remark(struct ui *ui, struct screen *screen)
{
	int64_t item_id = screen_selected(screen), id = sitting_of(screen)->id;
	const char *kind = ui_choose_word(ui, _("What is noted?"), WORDS_REMARK, NULL);
	char *text = kind == NULL ?
			     NULL :
			     ui_ask(ui, C_("title", "Remark"), _("As the minutes have it:"), "", 5);

	if (text != NULL)
		ui_report(ui, meeting_remark(ui->ctx, id, item_id, kind, text), _("Written down."));
	free(text);
}

void sitting_on_ask(struct ui *ui, struct screen *screen)
{
	int64_t round_id = sitting_of(screen)->round_id, item_id = screen_selected(screen), id;
	struct error e = dialogue_may_ask(ui->ctx, round_id);
	char *text =
		e.code != E_OK ?
			NULL :
			ui_ask(ui, C_("title", "The jury asks"),
				_("The question goes by its code to the custodian, who hands it "
				  "on. Name nobody."),
				"", 4);

	ui_complain(ui, e);
	if (text != NULL)
		ui_report(ui, dialogue_ask(ui->ctx, round_id, item_id, 0, text, &id),
			_("The custodian of the codes hands it on."));
	free(text);
}

void sitting_on_hear(struct ui *ui, struct screen *screen)
{
	int64_t item_id = screen_selected(screen), id = sitting_of(screen)->id;
	const char *role = ui_choose_word(ui, _("In what role?"), WORDS_HEARD, "expert");
	char *name =
		role == NULL ? NULL : ui_ask(ui, C_("title", "Who was there"), _("Name"), "", 1);

	/* Who was heard was heard about one submission; the others are there for all. */
	if (name != NULL)
		ui_report(ui,
			meeting_hear(
				ui->ctx, id, strcmp(role, "expert") == 0 ? item_id : 0, role, name),
			_("Written down."));
	free(name);
}

/* What deviates needs its reason before the meeting ends; *text stays NULL where none is needed. */
static bool ask_missing(
	struct ui *ui, bool needed, const char *heading, const char *prompt, char **text)
{
	*text = needed ? ask_reason(ui, heading, prompt) : NULL;
	return !needed || (*text != NULL && **text != '\0');
}

void sitting_on_close(struct ui *ui, struct screen *screen)
{
	const struct sitting *self = sitting_of(screen);
	const struct review_of_decision *r = &self->review;
	bool whole = r->undecided == 0 && r->without_reason == 0;
	bool outside = whole && r->outside_range && *self->decision.range_reason == '\0';
	bool split = whole && r->tie_split && !r->lot_waits && *self->decision.tie_reason == '\0';
	int64_t id = self->id, draft = self->decision.id;
	char *range = NULL, *tie = NULL;

	bool given =
		ask_missing(ui, outside, _("Outside the planned range"),
			_("The number of selected submissions is outside the planned range: write "
			  "the reason."),
			&range) &&
		ask_missing(ui, split, _("Equal ranks"),
			_("The selection divides submissions that share a rank: write how the panel "
			  "decided between them."),
			&tie);
	const struct meeting_closing closing = { .range_reason = range, .tie_reason = tie };
	if (given && ui_report(ui, meeting_close(ui->ctx, id, &closing),
			     _("The meeting is closed: what it concluded can be signed.")))
		place_open(ui, PLACE_DECISION, draft);
	free(range);
	free(tie);
}

void sitting_on_reopen(struct ui *ui, struct screen *screen)
{
	int64_t id = sitting_of(screen)->id;
	char *why = ask_reason(
		ui, _("Open the meeting again"), _("Why does it go on? It stands in the minutes."));

	if (why != NULL)
		ui_report(ui, meeting_reopen(ui->ctx, id, why), _("The meeting goes on."));
	free(why);
}
