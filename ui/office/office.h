/* SPDX-License-Identifier: MIT
 * The office's screens: what opens what, and the small things several of them need. */
#pragma once

#include "src/judging/round.h"
#include "src/roof/lookup.h"
#include "src/phases/second.h"
#include "ui/toolkit/form.h"
#include "ui/toolkit/page.h"
#include "ui/toolkit/ui.h"

extern const struct ui_places office_places;

struct screen *desk_new(struct ui *ui);
/* Opens where a thing to do of the desk is done. */
void open_todo(struct ui *ui, const char *what, const char *code);
/* "applications-C-1", also of a round that is not there yet: its phase, and the challenge or "".
 * NULL if it names none. */
const char *todo_phase(const char *code, const char **challenge);
/* What waits for a second person; one key confirms. */
struct screen *confirms_new(struct ui *ui);
/* Says that an act waits for a second person, if it does. */
bool say_if_waiting(struct ui *ui, enum second_kind kind, int64_t row_id);
/* Why a late application or solution is admitted, and that it is. */
void ask_admission(struct ui *ui, int64_t id);
/* Who signed the jury's statement on paper, and where that is. */
void sign_on_paper(struct ui *ui, int64_t statement_id);
struct screen *sheet_new(struct ui *ui);
struct screen *phase_new(struct ui *ui, int number);
struct screen *problems_new(struct ui *ui);
struct screen *problem_new(struct ui *ui, int64_t id);
/* Asks for the file's name; `kind` is that of submissions. */
void import_ask(struct ui *ui, const char *kind);
struct screen *waiting_new(struct ui *ui);
struct screen *batches_new(struct ui *ui);
struct screen *round_new(struct ui *ui, int64_t id);
/* The newest round of the kind; of that challenge, which is asked for, beginning at `near`, if it
 * is 0 and not the only one. Makes one by its form if there is none; NULL or 0 if that is left, or
 * there is nothing to choose. */
struct screen *round_of_kind(struct ui *ui, const char *kind, int64_t challenge_id, int64_t near);
int64_t choose_round(
	struct ui *ui, const char *kind, int64_t challenge_id, int64_t near, bool make);
struct screen *rules_new(struct ui *ui, int64_t round_id);
struct screen *reviews_new(struct ui *ui, int64_t round_id, int64_t member_id);
struct screen *round_history_new(struct ui *ui, int64_t round_id);
/* Whom to remind of what. */
struct screen *waited_new(struct ui *ui, int64_t round_id);
struct screen *conflicts_new(struct ui *ui, int64_t round_id);
struct screen *ranking_new(struct ui *ui, int64_t round_id);
/* What stands beside the order of a closed round. */
struct screen *advice_new(struct ui *ui, int64_t round_id);
/* The decision or statement (kind) in force or in preparation; without one, the meeting's form
 * comes first. */
struct screen *decision_new(struct ui *ui, int64_t round_id, const char *kind);
/* What comes next on a closed round: the decision, or on solutions first the statement. */
struct screen *conclusion_new(struct ui *ui, int64_t round_id);
/* The form of the meeting of a decision; with *id 0 a new draft, whose id it becomes. False: left
 * without saving. */
bool meeting_edit(struct ui *ui, int64_t round_id, const char *kind, int64_t *id);
/* The form of one item's outcome and reasons; NULL: of all that have none yet, which begins with
 * the usual reason. `kind` as of submissions. */
struct decision_item;
void outcome_edit(
	struct ui *ui, int64_t decision_id, const char *kind, const struct decision_item *item);
/* Gives it the reason that is usual for the outcome, in both languages; `kind` as of submissions.
 */
void usual_reason(const char *kind, const char *outcome, struct decision_item *item);
/* Asks of each member whether they are there. */
void meeting_presence(struct ui *ui, int64_t id);
struct screen *challenges_new(struct ui *ui);
struct screen *sessions_new(struct ui *ui);
struct screen *questions_new(struct ui *ui);
struct screen *municipalities_new(struct ui *ui);
struct screen *people_new(struct ui *ui);
struct screen *organizations_new(struct ui *ui);
struct screen *partners_new(struct ui *ui);
struct screen *accounts_new(struct ui *ui);
struct screen *journal_new(struct ui *ui, const char *object);
struct screen *notes_new(struct ui *ui, const char *object);
struct screen *search_new(struct ui *ui);
struct screen *user_new(struct ui *ui);

/* Opens the record a code or search hit leads to. */
void open_problem(struct ui *ui, int64_t id);
void open_account(struct ui *ui, int64_t id);
void open_challenge(struct ui *ui, int64_t id);
void open_person(struct ui *ui, int64_t id);
void open_organization(struct ui *ui, int64_t id);
void open_municipality(struct ui *ui, int64_t id);
void open_note(struct ui *ui, int64_t id);
void open_session(struct ui *ui, int64_t id);
void open_question(struct ui *ui, int64_t id);
/* How a team has been mentored. */
void open_mentored(struct ui *ui, int64_t team_id);
void open_found(struct ui *ui, enum kind kind, int64_t id);

/* For the loading of a round's screens: says which round it is in the title line, and marks its
 * phase in the ribbon; `concludes` is what follows from the reviews. */
struct error stand_in_round(
	struct screen *screen, struct context *ctx, int64_t round_id, bool concludes);

/* A record on a page of its own, scrolled, left with Esc. `fill` writes it; it watches `watches`.
 */
typedef struct error (*record_fill)(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *title, size_t size);
/* `commands` (may be NULL) act on screen_selected. */
struct screen *record_new(
	struct ui *ui, record_fill fill, int64_t id, const struct commands *commands);
/* What a wide terminal shows beside the list, of its selected row, on a page of its own. */
void open_beside(struct ui *ui, struct screen *list, const char *name);
/* What is kept about a record of any kind: its attachments and contact notes. */
struct error page_notes(
	struct context *ctx, struct arena *arena, const char *object, struct page *page);

/* A submission as a round knows it; and the same on a page of its own. */
struct error item_page(struct context *ctx, struct arena *arena, int64_t round_id, int64_t item_id,
	struct page *page);
void open_item(struct ui *ui, int64_t item_id);
/* The record of a problem as lines; for the record's screen and beside the list. */
struct error problem_page(struct context *ctx, struct arena *arena, int64_t id, struct page *page);

/* The problem's id, 0 if nothing was saved. `id` 0 makes a new one. */
int64_t problem_form(struct ui *ui, int64_t id, bool new_version);
/* Forms; each returns whether something was saved. */
/* `field` is where the cursor begins. */
bool problem_form_from_row(struct ui *ui, int64_t row_id, const char *field);
bool note_form(struct ui *ui, const char *object);
bool challenge_form(struct ui *ui, int64_t id, int64_t problem_id);

void competition_form(struct ui *ui);
/* Saves the rules of round *id; 0 makes a new one of the kind, and *id becomes its id. */
bool round_form(struct ui *ui, const char *kind, int64_t challenge_id, int64_t *id);
/* Asks what is missing for it, and does it. */
void move_round(struct ui *ui, int64_t id, enum round_move kind);
/* Asks for a receipt of the round and tells whether it stands. */
void look_up_receipt(struct ui *ui, int64_t round_id);
/* How many review each submission, and the seed. */
void deal_round(struct ui *ui, int64_t id);
/* What would get too few reviews, in a box; nothing if there is nothing. -1: by the round's number.
 */
void tell_shortages(struct ui *ui, int64_t round_id, int64_t per_submission);
/* An active account, of those who may hold codes only; its login to be freed, NULL if cancelled. */
char *pick_account(struct ui *ui, const char *heading, bool holders);
/* What is done about a panel's people; each asks for what it needs. */
void panel_seat(struct ui *ui, int64_t round_id);
void panel_declare(struct ui *ui, int64_t round_id, const char *login);
void panel_import(struct ui *ui, int64_t round_id);
void panel_excuse(struct ui *ui, int64_t round_id, const char *login, const char *name);
/* The score sheet of that juror, or of all, into a file. */
void panel_sheet(struct ui *ui, int64_t round_id, const char *login, const char *name);
/* One that a juror told of after the declaration, or a doubtful one. */
void panel_conflict(struct ui *ui, int64_t round_id);
/* 1 to 7; 0 if cancelled. */
int64_t choose_ground(struct ui *ui);

/* Runs the form with what it is about in the title and status lines (may be NULL). */
bool form_run_about(
	struct ui *ui, const struct form_def *def, void *arg, const char *code, const char *about);
/* For what may add people: the newest before; and after it "Saved.", with whose name was known
 * already, or only those names, "" for none. */
int64_t people_so_far(struct ui *ui);
void say_saved_people(struct ui *ui, int64_t so_far);
const char *known_names(struct ui *ui, struct arena *arena, int64_t so_far);
/* The error; else `done`, with what it means for the review of that submission. */
void report_standing(struct ui *ui, struct error e, int64_t submission_id, const char *done);
/* Saves a correction of a submission; where its arrival is then late, or no more, it asks why. */
struct submission_input;
struct error with_reason(struct ui *ui, const struct submission_input *input);
/* Asks for a reason; NULL if cancelled. To be freed. */
char *ask_reason(struct ui *ui, const char *title, const char *why);
/* Shows what is missing and asks for the reason to go on; "" at once if nothing is missing; NULL if
 * cancelled. To be freed. */
struct checklist;
char *ask_about_missing(struct ui *ui, const char *title, const struct checklist *list);
/* Form fields chosen from registers. */
void pick_applicant(struct ui *ui, struct form *form, size_t field);
void pick_municipality(struct ui *ui, struct form *form, size_t field);
void pick_organization(struct ui *ui, struct form *form, size_t field);
void pick_theme(struct ui *ui, struct form *form, size_t field);
/* Applicants that are organizations are kept as negative ids in form fields. */
const char *applicant_field_text(struct context *ctx, struct arena *arena, int64_t id);

/* An account on its page, with its keys; for its screen and beside the list. */
struct error account_page(struct context *ctx, struct arena *arena, int64_t id, struct page *page,
	char *title, size_t size);
/* What is done with the selected account, in the list and on its page. */
void on_account_edit(struct ui *ui, struct screen *screen);
void on_account_key(struct ui *ui, struct screen *screen);
void on_account_revoke(struct ui *ui, struct screen *screen);
void on_account_invite(struct ui *ui, struct screen *screen);
#define ACCOUNT_COMMANDS \
	{ .keys = { 'e' }, \
		.action = ACT_ACCOUNT, \
		.label = NC_("command", "edit"), \
		.help = N_("Change role, language or state"), \
		.blocked = needs_record, \
		.run = on_account_edit }, \
		{ .keys = { 'k' }, \
			.action = ACT_ACCOUNT, \
			.label = NC_("command", "add key"), \
			.help = N_("Give the account an SSH public key"), \
			.blocked = needs_record, \
			.run = on_account_key }, \
		{ .keys = { 'R' }, \
			.action = ACT_ACCOUNT, \
			.label = NC_("command", "revoke key"), \
			.final = true, \
			.help = N_("Take a key back, at once and for good"), \
			.blocked = needs_record, \
			.run = on_account_revoke }, \
	{ \
		.keys = { 'i' }, .action = ACT_ACCOUNT, .label = NC_("command", "invitation"), \
		.help = N_("How to get in over SSH, to be sent to them"), .blocked = needs_record, \
		.run = on_account_invite \
	}
/* The invitation of an account, or first the question where people log in. */
void open_invitation(struct ui *ui, int64_t account_id);
