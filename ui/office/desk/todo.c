/* SPDX-License-Identifier: MIT
 * Where a thing to do leads from the desk: to the screen where it is done. */
#include "ui/office/desk/todo.h"

#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/roof/lookup.h"
#include "src/base/text.h"
#include "src/ground/clock.h"
#include "src/judging/decision.h"
#include "src/judging/round.h"
#include "src/phases/challenge.h"
#include "src/phases/completion.h"
#include "ui/office/ask.h"
#include "ui/office/judging/rounds.h"
#include "ui/office/place.h"

const char *todo_phase(const char *code, const char **challenge)
{
	const char *phase;

	for (size_t i = 0; (phase = text_code(WORDS_PHASE, i)) != NULL; i++) {
		size_t n = strlen(phase);

		*challenge = code[n == 0 ? 0 : n] == '-' ? code + n + 1 : "";
		if (strncmp(code, phase, n) == 0 && (code[n] == '\0' || code[n] == '-'))
			return phase;
	}
	return NULL;
}

static void open_decision_of(struct ui *ui, const char *code)
{
	int64_t id;

	if (decision_find(ui->ctx, code, &id).code == E_OK)
		record_open(ui, KIND_DECISION, id);
}

/* A negotiation by its team, a payment by its own code. */
static void open_money_of(struct ui *ui, const char *code)
{
	struct arena arena = { 0 };
	struct found found;
	struct error e = lookup_code(ui->ctx, &arena, code, &found);

	if (e.code == E_OK && found.kind == KIND_PAYMENT)
		record_open(ui, KIND_PAYMENT, found.id);
	else if (e.code == E_OK)
		place_open(ui, PLACE_NEGOTIATION, found.id);
	arena_clear(&arena);
}

static void open_completion(struct ui *ui, const char *code)
{
	int64_t id;
	struct error e = completion_find(ui->ctx, code, &id);

	if (e.code == E_OK)
		record_open(ui, KIND_COMPLETION, id);
	else
		ui_complain(ui, e);
}

static int phase_number(const char *key)
{
	const char *code;

	for (int i = 0; (code = text_code(WORDS_PHASE, (size_t)i)) != NULL; i++)
		if (strcmp(code, key) == 0)
			return i + 1;
	return 0;
}

static void open_phase_plan(struct ui *ui, const char *key)
{
	place_open(ui, PLACE_PHASE, phase_number(key));
}

static void open_record(struct ui *ui, const char *code)
{
	struct arena arena = { 0 };
	struct found found;
	struct error e = lookup_code(ui->ctx, &arena, code, &found);

	if (e.code == E_OK)
		record_open(ui, found.kind, found.id);
	else
		ui_complain(ui, e);
	arena_clear(&arena);
}

/* The round that a thing is about, made first if there is none; then the part of it that is wanted.
 */
static void open_round_step(struct ui *ui, const char *what, const char *code)
{
	const char *challenge, *phase = todo_phase(code, &challenge);
	int64_t id = 0, challenge_id = 0;

	if (round_find(ui->ctx, code, &id).code != E_OK && phase != NULL) {
		const char *kind = phase_key_of(phase) == PHASE_PROBLEMS     ? "problem" :
				   phase_key_of(phase) == PHASE_APPLICATIONS ? "application" :
									       "solution";

		if (*challenge != '\0')
			ui_complain(ui, challenge_find(ui->ctx, challenge, &challenge_id));
		id = choose_round(ui, kind, challenge_id, 0, true);
	}
	if (id == 0)
		return;
	if (strcmp(what, "round_criteria") == 0)
		place_open(ui, PLACE_ROUND, id);
	if (strcmp(what, "blind_release") == 0 || strcmp(what, "names_open") == 0 ||
		strcmp(what, "blind_carry") == 0)
		place_open(ui, PLACE_BLIND, id);
	else if (strcmp(what, "recognition") == 0 || strcmp(what, "conflict_doubtful") == 0)
		place_open(ui, PLACE_CONFLICTS, id);
	else if (strcmp(what, "statement_missing") == 0 || strcmp(what, "decision_missing") == 0)
		open_conclusion(ui, id);
	else
		place_open(ui, strcmp(what, "round_criteria") == 0 ? PLACE_RULES : PLACE_ROUND, id);
}

static void open_of_decision(struct ui *ui, enum place_name place, const char *code)
{
	int64_t id;
	struct error e = decision_find(ui->ctx, code, &id);

	if (e.code == E_OK)
		place_open(ui, place, id);
	else
		ui_complain(ui, e);
}

/* The round of the problems has the key of its phase. */
static bool is_about_round(const char *what)
{
	static const char *const whats[] = { "undeclared", "reviews_missing", "decision_missing",
		"statement_missing", "blind_release", "blind_carry", "names_open", "recognition",
		"conflict_doubtful" };

	for (size_t i = 0; i < LEN(whats); i++)
		if (strcmp(whats[i], what) == 0)
			return true;
	return strncmp(what, "round_", 6) == 0;
}

static void open_by_code(struct ui *ui, const char *what, const char *code)
{
	if (strncmp(what, "phase_", 6) == 0 || strcmp(what, "deadline") == 0 ||
		strcmp(what, "coming") == 0)
		open_phase_plan(ui, code);
	else if (strcmp(what, "decision_draft") == 0 || strcmp(what, "statement_draft") == 0)
		open_decision_of(ui, code);
	else if (strcmp(what, "service_missing") == 0 || strcmp(what, "appeal_day") == 0)
		open_of_decision(ui, PLACE_SERVICES, code);
	else if (strcmp(what, "statement_frozen") == 0)
		open_of_decision(ui, PLACE_SIGNATURES, code);
	else if (strncmp(what, "letters_", 8) == 0)
		place_open_at(ui, PLACE_LETTERS, &(struct target){ .text = code });
	else if (strcmp(what, "promise") == 0)
		place_open_at(ui, PLACE_NOTES, &(struct target){ .text = code });
	else if (strncmp(what, "negotiation_", 12) == 0 || strcmp(what, "payment_due") == 0)
		open_money_of(ui, code);
	else if (strncmp(what, "completion_", 11) == 0)
		open_completion(ui, code);
	else if (strcmp(what, "notice_missing") == 0)
		place_open(ui, PLACE_NOTICES, 0);
	else if (is_about_round(what))
		open_round_step(ui, what, code);
	else if (phase_number(code) != 0)
		ui_go_phase(ui, phase_number(code));
	else
		open_record(ui, code);
}

/* Those that lead to a list of their own. */
static const struct {
	const char *what;
	enum place_name place;
} lists[] = {
	{ "import_held", PLACE_WAITING },
	{ "import_refused", PLACE_WAITING },
	{ "challenge_missing", PLACE_CHALLENGES },
	{ "publication_due", PLACE_PUBLICATIONS },
	{ "question_open", PLACE_QUESTIONS },
	{ "question_unpublished", PLACE_QUESTIONS },
	{ "budget_missing", PLACE_BUDGET },
	{ "adoption_missing", PLACE_ADOPTIONS },
	{ "second_person", PLACE_CONFIRMS },
	{ "blind_dialogue", PLACE_DIALOGUES },
};

static void accept_clock(struct ui *ui)
{
	struct clock_state state;
	char words[400], now[60];
	struct arena arena = { 0 };
	struct error e = clock_state(ui->ctx, &state);

	if (e.code != E_OK || require(ui->ctx, ACT_CLOCK).code != E_OK) {
		ui_complain(ui, e.code != E_OK ? e : require(ui->ctx, ACT_CLOCK));
		return;
	}
	clock_words(&state, words, sizeof(words));
	text_time(ui->ctx->clock() + ui->ctx->ahead, now, sizeof(now));
	char *reason = ask_reason(ui, _("The clock has jumped"),
		/* TRANSLATORS: a sentence about the jump, and a time. */
		arena_printf(&arena,
			_("%s Now it shows %s. Is that right? Then write what happened; what binds "
			  "goes on by this time."),
			words, now));
	if (reason != NULL)
		ui_report(ui, clock_accept(ui->ctx, reason), _("The clock is accepted."));
	free(reason);
	arena_clear(&arena);
}

void open_todo(struct ui *ui, const char *what, const char *code)
{
	struct arena arena = { 0 };

	if (strcmp(what, "clock") == 0) {
		accept_clock(ui);
		return;
	}

	for (size_t i = 0; i < LEN(lists); i++)
		if (strcmp(lists[i].what, what) == 0) {
			place_open(ui, lists[i].place, 0);
			return;
		}
	/* The desk may be read anew meanwhile. */
	open_by_code(ui, arena_text(&arena, what), arena_text(&arena, code));
	arena_clear(&arena);
}

const char *todo_round_place(struct arena *arena, const struct round_summary *round)
{
	return arena_printf(arena, "%s %s", text_word(WORDS_PHASE, phase_of_kind(round->kind)),
		round->challenge_code);
}

const char *todo_place(struct arena *arena, const struct todos *todos, const struct todo *todo)
{
	const char *word = text_word(WORDS_PHASE, todo->code), *challenge, *phase;

	if (word != todo->code)
		return word;
	if (strncmp(todo->what, "import", 6) == 0)
		return C_("place", "Imports");
	if (strncmp(todo->what, "letters", 7) == 0)
		return C_("place", "Letters");
	for (size_t i = 0; i < todos->rounds.n; i++)
		if (strcmp(todos->rounds.rows[i].key, todo->code) == 0)
			return todo_round_place(arena, &todos->rounds.rows[i]);
	phase = todo_phase(todo->code, &challenge);
	return phase == NULL ?
		       todo->code :
		       arena_printf(arena, "%s %s", text_word(WORDS_PHASE, phase), challenge);
}
