/* SPDX-License-Identifier: MIT */
#include "src/roof/journal.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/export/gate.h"
#include "src/ground/sides.h"
#include "src/roof/acts.h"
#include "src/roof/kinds.h"
#include "src/roof/told.h"

/* Of what is no act of src/roof/acts.h, which have theirs.
 * TRANSLATORS: sentences of the log; the first %s is who acted, the second, if there is one, what
 * it was about (a code or a name, in the nominative). */
static const struct {
	const char *verb, *sentence;
} sentences[] = {
	{ "competition.init", N_("%s made the competition.") },
	{ "competition.succeed", N_("%s took over the set-up of an earlier competition.") },
	{ "competition.profile", N_("%s changed the kind of organizer.") },
	{ "competition.rename", N_("%s changed the competition's name.") },
	{ "competition.rehearse", N_("%s made this copy for a rehearsal.") },
	{ "competition.demo", N_("%s set the demo's clock.") },
	{ "account.add", N_("%s made an account: %s.") },
	{ "account.appoint",
		N_("%s made an account an administrator's for whoever restored a backup: %s.") },
	{ "clock.step", N_("The clock jumped while %s worked. What binds waits.") },
	{ "clock.accept", N_("%s accepted the clock as it is after a jump.") },
	{ "search.repair", N_("%s had the search index made anew.") },
	{ "account.edit", N_("%s changed an account: %s.") },
	{ "account.language", N_("%s chose a language: %s.") },
	{ "key.add", N_("%s added an SSH key to an account: %s.") },
	{ "key.revoke", N_("%s revoked an SSH key of an account: %s.") },
	{ "account.invite", N_("%s wrote an invitation with the way in: %s.") },
	{ "front_door.edit", N_("%s changed what invitations say about the way in.") },
	{ "phase.plan", N_("%s planned the dates of a phase: %s.") },
	{ "range.set", N_("%s changed a planned range: %s.") },
	{ "figure.publish", N_("%s recorded a published figure.") },
	{ "milestone.add", N_("%s added a milestone: %s.") },
	{ "milestone.plan", N_("%s re-planned a milestone: %s.") },
	{ "municipality.merge", N_("%s recorded a merger of municipalities: %s.") },
	{ "municipality.rename", N_("%s changed a municipality's name: %s.") },
	{ "municipality.edit", N_("%s changed the registry's address of a municipality: %s.") },
	{ "municipality.import", N_("%s imported addresses of municipalities' registries.") },
	{ "municipality.alias", N_("%s added a spelling of a municipality: %s.") },
	{ "organization.add", N_("%s added an organization: %s.") },
	{ "organization.edit", N_("%s changed an organization: %s.") },
	{ "organization.alias", N_("%s added a spelling of an organization: %s.") },
	{ "partner.add", N_("%s added a partner: %s.") },
	{ "person.add", N_("%s added a person: %s.") },
	{ "person.edit", N_("%s changed a person's data: %s.") },
	{ "person.merge", N_("%s made two records of a person one: %s.") },
	{ "organization.merge", N_("%s made two records of an organization one: %s.") },
	{ "person.alias", N_("%s added a spelling of a name: %s.") },
	{ "organization.import", N_("%s imported addresses of organizations' registries.") },
	{ "person.import", N_("%s imported people.") },
	{ "role.add", N_("%s gave a person a role: %s.") },
	{ "role.end", N_("%s ended a person's role: %s.") },
	{ "problem.add", N_("%s recorded a problem: %s.") },
	{ "problem.edit", N_("%s corrected a problem: %s.") },
	{ "problem.replace", N_("%s replaced a problem by a new version: %s.") },
	{ "application.add", N_("%s recorded an application: %s.") },
	{ "application.edit", N_("%s corrected an application: %s.") },
	{ "application.replace", N_("%s replaced an application by a new version: %s.") },
	{ "solution.add", N_("%s recorded a solution: %s.") },
	{ "solution.edit", N_("%s corrected a solution: %s.") },
	{ "solution.replace", N_("%s replaced a solution by a new version: %s.") },
	{ "blind.prepare", N_("%s prepared texts for a blind round: %s.") },
	{ "blind.mask", N_("%s masked a text of a blind round: %s.") },
	{ "blind.release", N_("%s signed the release of the texts of a blind round: %s.") },
	{ "blind.carry",
		N_("%s carried over to the jury's side what had happened to a submission: %s.") },
	{ "round.custodian", N_("%s named who holds the codes of a blind round: %s.") },
	{ "account.as", N_("%s was entered by an administrator, and holds codes: %s.") },
	{ "names.open", N_("%s opened the names of a blind round: %s.") },
	{ "request.add", N_("%s recorded a request for information: %s.") },
	{ "request.edit", N_("%s corrected a request for information: %s.") },
	{ "request.answer", N_("%s recorded the answer to a request for information: %s.") },
	{ "dialogue.ask", N_("%s recorded what the jury asks by code: %s.") },
	{ "dialogue.pass", N_("%s handed a question of the jury on: %s.") },
	{ "dialogue.answer", N_("%s brought the answer to a question of the jury back: %s.") },
	{ "decision.serve", N_("%s served a decision: %s.") },
	{ "decision.unserve",
		N_("%s took back that a decision was served, for a letter came back: %s.") },
	{ "complaint.edit", N_("%s recorded what a court did about a complaint: %s.") },
	{ "regime.add", N_("%s added a regime of correction and appeal: %s.") },
	{ "regime.set", N_("%s set what an instruction for appeal names: %s.") },
	{ "complaint.add", N_("%s recorded a complaint: %s.") },
	{ "team.edit", N_("%s changed a team's data: %s.") },
	{ "team.member_add", N_("%s added a member to a team: %s.") },
	{ "team.member_end", N_("%s recorded that a member left a team: %s.") },
	{ "team.member_edit", N_("%s changed a member's data in a team: %s.") },
	{ "problem.join", N_("%s joined a problem to another: %s.") },
	{ "eligibility.add", N_("%s wrote an eligibility question, asked of every %s.") },
	{ "eligibility.edit", N_("%s changed an eligibility question, asked of every %s.") },
	{ "eligibility.remove", N_("%s removed an eligibility question, asked of every %s.") },
	{ "eligibility.set", N_("%s judged eligibility: %s.") },
	{ "completion.add", N_("%s requested a completion: %s.") },
	{ "completion.answer", N_("%s recorded the answer to a request for completion: %s.") },
	{ "submission.propose", N_("%s proposed to admit a late submission: %s.") },
	{ "submission.turn_down", N_("%s turned down the admission of a late submission: %s.") },
	{ "note.add", N_("%s wrote a contact note: %s.") },
	{ "note.edit", N_("%s changed a contact note: %s.") },
	{ "letter.make", N_("%s made letters: %s.") },
	{ "letter.edit", N_("%s edited a letter: %s.") },
	{ "letter.read", N_("%s read a letter: %s.") },
	{ "letter.write", N_("%s wrote a letter as a file: %s.") },
	{ "letter.sending", N_("%s began to send a letter: %s.") },
	{ "letter.send", N_("%s sent a letter: %s.") },
	{ "letter.fail", N_("%s could not send a letter: %s.") },
	{ "letter.lose", N_("%s found a letter of which nobody knows whether it went: %s.") },
	{ "letter.sender", N_("%s set who letters come from.") },
	{ "letter.sender_try", N_("%s tried sending letters.") },
	{ "letter.template", N_("%s changed a template of letters: %s.") },
	{ "import.problems", N_("%s imported problems (import %s).") },
	{ "import.applications", N_("%s imported applications (import %s).") },
	{ "import.solutions", N_("%s imported solutions (import %s).") },
	{ "import.decide", N_("%s decided on an imported row: %s.") },
	{ "import.correct", N_("%s corrected an imported row: %s.") },
	{ "round.add", N_("%s made a round: %s.") },
	{ "round.edit", N_("%s changed a round's rules: %s.") },
	{ "round.define", N_("%s changed a round's rules: %s.") },
	{ "round.criterion", N_("%s set a criterion: %s.") },
	{ "round.criterion_remove", N_("%s removed a criterion: %s.") },
	{ "round.wording", N_("%s corrected a wording in locked rules: %s.") },
	{ "round.lock", N_("%s locked a round's rules: %s.") },
	{ "round.seat", N_("%s changed a panel: %s.") },
	{ "round.unseat", N_("%s took a juror from a panel: %s.") },
	{ "round.assign", N_("%s dealt the reviews: %s.") },
	{ "round.lot", N_("%s drew a lot between tied submissions: %s.") },
	{ "round.excuse", N_("%s excused a juror: %s.") },
	{ "round.replace", N_("%s replaced a juror: %s.") },
	{ "round.ranking_shown", N_("%s looked at a ranking for the first time: %s.") },
	{ "declaration.enter", N_("%s entered a declaration of interest: %s.") },
	{ "conflict.add", N_("%s recorded a conflict that a juror told of: %s.") },
	{ "conflict.doubt", N_("%s recorded a doubtful ground for the panel to decide: %s.") },
	{ "hint.take", N_("%s took up a hint as a doubtful ground: %s.") },
	{ "hint.set_aside", N_("%s set a hint aside: %s.") },
	{ "conflict.confirm", N_("%s recorded the panel's decision that a conflict stands: %s.") },
	{ "conflict.dismiss",
		N_("%s recorded the panel's decision that there is no conflict: %s.") },
	{ "review.submit", N_("%s entered a review on a juror's behalf: %s.") },
	{ "review.displace",
		N_("%s put an unfinished review in the place of a juror's own, with a reason: %s.") },
	{ "review.take_back", N_("%s took a review back on a juror's behalf: %s.") },
	{ "review.abstain", N_("%s recorded that a juror abstains from a submission: %s.") },
	{ "review.unabstain", N_("%s took back that a juror abstains from a submission: %s.") },
	{ "review.sheet", N_("%s made a score sheet for jurors: %s.") },
	{ "document.make", N_("%s made a document: %s.") },
	{ "review.import", N_("%s imported reviews: %s.") },
	{ "juror.declare", N_("%s declared their interests: %s.") },
	{ "juror.undeclare", N_("%s withdrew a declaration of interests: %s.") },
	{ "juror.submit", N_("%s submitted a review: %s.") },
	{ "juror.submit_all", N_("%s submitted all complete reviews: %s.") },
	{ "juror.confirm", N_("%s confirmed what the office had entered for them: %s.") },
	{ "juror.take_back", N_("%s took a review back: %s.") },
	{ "juror.recuse", N_("%s declared a conflict while reviewing: %s.") },
	{ "juror.return", N_("%s withdrew a conflict declared by mistake: %s.") },
	{ "juror.ask", N_("%s asked who entered a submission, by its code: %s.") },
	{ "juror.recognize", N_("%s noted having recognized an applicant: %s.") },
	{ "juror.abstain", N_("%s abstained from a submission: %s.") },
	{ "juror.unabstain", N_("%s took back having abstained from a submission: %s.") },
	{ "recognition.note", N_("%s took note that a juror recognized an applicant: %s.") },
	{ "juror.unrecognize", N_("%s withdrew a note of having recognized an applicant: %s.") },
	{ "feedback.set", N_("%s wrote feedback for the sender of a submission: %s.") },
	{ "feedback.clear", N_("%s cleared the feedback for the sender of a submission: %s.") },
	{ "feedback.unclear",
		N_("%s took back the clearing of the feedback for the sender of a submission: %s.") },
	{ "statement.begin", N_("%s began a statement: %s.") },
	{ "statement.edit", N_("%s changed a draft statement: %s.") },
	{ "statement.item", N_("%s wrote an outcome into a draft statement: %s.") },
	{ "statement.presence", N_("%s marked who was present when the jury stated: %s.") },
	{ "statement.sign", N_("%s signed a statement: %s.") },
	{ "statement.freeze", N_("%s froze the text of a statement: %s.") },
	{ "statement.record", N_("%s recorded signatures of a statement: %s.") },
	{ "statement.unsigned", N_("%s recorded why a member has not signed a statement: %s.") },
	{ "statement.correct", N_("%s began to correct a statement: %s.") },
	{ "statement.abandon", N_("%s abandoned a draft statement: %s.") },
	{ "meeting.open", N_("%s opened the jury's meeting: %s.") },
	{ "meeting.edit", N_("%s changed the data of a meeting of the jury: %s.") },
	{ "meeting.attend", N_("%s marked who came to the jury's meeting: %s.") },
	{ "meeting.leave", N_("%s noted who went out of the jury's meeting: %s.") },
	{ "meeting.return", N_("%s noted who came back to the jury's meeting: %s.") },
	{ "meeting.vote", N_("%s recorded a vote in the jury's meeting: %s.") },
	{ "meeting.dissent", N_("%s recorded a dissenting opinion in the jury's meeting: %s.") },
	{ "meeting.remark", N_("%s wrote a remark into the jury's minutes: %s.") },
	{ "meeting.hear", N_("%s noted who was heard in the jury's meeting: %s.") },
	{ "meeting.close", N_("%s closed the jury's meeting: %s.") },
	{ "meeting.reopen", N_("%s opened the jury's meeting again: %s.") },
	{ "decision.add", N_("%s began a decision: %s.") },
	{ "decision.edit", N_("%s changed a draft decision: %s.") },
	{ "decision.item", N_("%s wrote an outcome into a draft decision: %s.") },
	{ "decision.content", N_("%s wrote what a draft decision says: %s.") },
	{ "decision.text", N_("%s wrote a text of a draft decision: %s.") },
	{ "decision.compose", N_("%s composed reasons of a draft decision: %s.") },
	{ "decision.same", N_("%s confirmed that one reason is meant for several: %s.") },
	{ "decision.presence", N_("%s marked who was present: %s.") },
	{ "decision.sign", N_("%s approved a decision: %s.") },
	{ "decision.correct", N_("%s began to correct a decision: %s.") },
	{ "decision.abandon", N_("%s abandoned a draft decision: %s.") },
	{ "challenge.add", N_("%s made a problem a challenge: %s.") },
	{ "challenge.edit", N_("%s changed a challenge: %s.") },
	{ "mentor.add", N_("%s gave a person the role of a mentor: %s.") },
	{ "session.add", N_("%s planned a mentoring session: %s.") },
	{ "session.edit", N_("%s changed a mentoring session: %s.") },
	{ "session.mentors", N_("%s changed the mentors of a session: %s.") },
	{ "session.teams", N_("%s changed which teams a session is for: %s.") },
	{ "session.attend", N_("%s marked who came to a session: %s.") },
	{ "session.note", N_("%s wrote a note about a session: %s.") },
	{ "question.add", N_("%s recorded a question: %s.") },
	{ "question.edit", N_("%s changed a question: %s.") },
	{ "question.answer", N_("%s wrote an answer to a question: %s.") },
	{ "attachment.add", N_("%s added an attachment: %s.") },
	{ "attachment.remove", N_("%s removed an attachment: %s.") },
	{ "attachment.save", N_("%s saved an attachment to a file: %s.") },
	{ "bundle.make", N_("%s gave out scores by juror code, ranking and log of a round: %s.") },
	{ "round.pack", N_("%s wrote the reading pack of a round: %s.") },
	{ "export", N_("%s exported a list: %s.") },
	{ "publication.add", N_("%s made a page for everybody: %s.") },
	{ "disclosure.add", N_("%s took contact data out of a list: %s.") },
	{ "threshold.add", N_("%s wrote down a figure of the law with its source.") },
	{ "notice.add", N_("%s wrote down a public notice: %s.") },
	{ "notice.edit", N_("%s changed a public notice: %s.") },
	{ "supplier.add", N_("%s recorded a check of a supplier: %s.") },
	{ "round.qualification", N_("%s set the qualification asked of the entrants: %s.") },
	{ "round.fitness", N_("%s recorded what is known of a juror's fitness: %s.") },
	{ "budget.decide", N_("%s recorded a decision on the budget's ceiling.") },
	{ "negotiation.start", N_("%s began a negotiation with a winner: %s.") },
	{ "negotiation.edit", N_("%s changed the data of a negotiation: %s.") },
	{ "negotiation.end", N_("%s ended a negotiation: %s.") },
	{ "contract.add", N_("%s recorded a contract: %s.") },
	{ "contract.propose", N_("%s proposed a contract before its time: %s.") },
	{ "contract.approve", N_("%s approved a contract as the second person: %s.") },
	{ "contract.turn_down", N_("%s turned down a proposed contract: %s.") },
	{ "contract.edit", N_("%s changed the terms of a contract: %s.") },
	{ "payment.add", N_("%s planned a payment: %s.") },
	{ "payment.edit", N_("%s changed a planned payment: %s.") },
	{ "payment.propose", N_("%s proposed to approve a payment: %s.") },
	{ "payment.turn_down", N_("%s turned down the approval of a payment: %s.") },
	{ "payment.limit", N_("%s changed from which sum on a payment needs a second person.") },
	{ "adoption.set",
		N_("%s recorded a municipality's step with the solution of a team: %s.") },
};

struct error journal_ids(struct context *ctx, const char *object, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ_LOG));
	return store_log_ids(ctx->db, object, ids);
}

struct error journal_get(
	struct context *ctx, struct arena *arena, int64_t seq, struct log_entry *entry)
{
	return store_log_get(ctx->db, arena, seq, entry);
}

/* An import or a conflict is known by its number, these by their names alone. */
static bool has_hidden_number(enum kind kind)
{
	return kind == KIND_MILESTONE || kind == KIND_PERSON || kind == KIND_ORGANIZATION ||
	       kind == KIND_ACCOUNT;
}

/* "person:12" as the person's name, "round:problems" as its key, a code as itself. */
static const char *object_words(
	struct context *ctx, struct arena *arena, const char *verb, const char *object)
{
	const char *colon = strchr(object, ':');
	struct found found;

	if (strncmp(verb, "phase.", 6) == 0 || strcmp(verb, "milestone.add") == 0)
		return text_word(WORDS_PHASE, object);
	struct reference_read read = reference_read(object);
	bool titled = strncmp(verb, "municipality.", 13) == 0 || has_hidden_number(read.kind);
	if (titled && kinds_find(ctx, arena, object, &found).code == E_OK)
		return found.title;
	if (read.kind != KIND_NONE && colon != NULL && strncmp(verb, "attachment.", 11) == 0)
		return arena_printf(arena, "%s %s", kind_word(read.kind), colon + 1);
	if (kind_of_noun(object) != KIND_NONE) /* a list, named as its command */
		return kind_word(kind_of_noun(object));
	return colon == NULL ? object : colon + 1;
}

const char *journal_sentence(
	struct context *ctx, struct arena *arena, const struct log_entry *entry)
{
	const char *who = *entry->who == '\0' ? _("Klash") : entry->who;
	const char *what = object_words(ctx, arena, entry->verb, entry->object);

	const char *sentence = acts_told(entry->verb);

	for (size_t i = 0; sentence == NULL && i < LEN(sentences); i++)
		if (strcmp(sentences[i].verb, entry->verb) == 0)
			sentence = sentences[i].sentence;
	if (sentence != NULL)
		return arena_printf(arena, _(sentence), who, what);
	return arena_printf(arena, "%s: %s %s", who, entry->verb, what);
}

/* What the row had right after the item: what it has now, with what each later change replaced put
 * back. Where a later change's values were erased, nothing is known any more but what was replaced
 * between. */
static struct error row_after(
	struct context *ctx, struct arena *arena, const struct log_item *item, json_t **row)
{
	struct log_items later;
	const char *now;

	TRY(store_log_later(ctx->db, arena, item, &later));
	TRY(store_log_row_now(ctx->db, arena, item, &now));
	*row = json_loads(now, 0, NULL);
	if (*row == NULL)
		*row = json_object();
	for (size_t i = 0; i < later.n; i++) {
		json_t *before = json_loads(later.rows[i].before, 0, NULL);

		if (before == NULL || *later.rows[i].op != 'U')
			json_object_clear(*row);
		json_object_update(*row, before);
		json_decref(before);
	}
	return ok();
}

struct telling {
	struct context *ctx;
	struct arena *arena;
	const struct log_item *item;
	const json_t *before, *after;
	int64_t sealed_by; /* the blind round that keeps a submission's text from who reads */
	struct journal_changes *changes;
};

/* An entry is about whose it is: the sender's side. */
static bool is_shown(const struct telling *t, const struct field *field)
{
	return (field->in & IN_TOLD) != 0 &&
	       gate_may_see(t->ctx, field->seen_by, SIDE_SENDER, t->sealed_by);
}

/* The submission that the row is, or belongs to; 0: none. */
static int64_t submission_of(const struct log_item *item, const json_t *row)
{
	if (strcmp(item->table, record_of_submission.table) == 0)
		return item->row_id;
	return json_integer_value(json_object_get(row, "submission_id"));
}

/* 0 of a row that is of no submission. */
static int64_t sealed_by(
	struct context *ctx, struct arena *arena, const struct log_item *item, const json_t *row)
{
	int64_t id = submission_of(item, row);
	struct submission s;

	if (id == 0 || store_submission_get(ctx->db, arena, id, &s).code != E_OK)
		return 0;
	return sides_sealed_by(ctx, &s);
}

static void add_column(struct telling *t, const struct field *field)
{
	const json_t *was = json_object_get(t->before, field->column);
	const json_t *is = json_object_get(t->after, field->column);

	if (is == NULL || (*t->item->op == 'U' ? was == NULL : json_is_null(is)))
		return;
	struct journal_change change = { i18n_lookup("field", field->word),
		told_value(t->ctx, t->arena, field, t->after, was),
		told_value(t->ctx, t->arena, field, t->after, is) };
	if (*change.before != '\0' || *change.after != '\0')
		t->changes->rows[t->changes->n++] = change;
}

/* What is gone is not told. */
static struct error add_changes(struct context *ctx, struct arena *arena,
	const struct log_item *item, struct journal_changes *changes)
{
	const struct record *table = record_of_table(item->table);
	json_t *after;

	if (*item->op == 'D' || table == NULL)
		return ok();
	TRY(row_after(ctx, arena, item, &after));
	json_t *before = json_loads(item->before, 0, NULL);
	struct telling t = { ctx, arena, item, before, after, sealed_by(ctx, arena, item, after),
		changes };

	for (size_t i = 0; i < table->n; i++)
		if (is_shown(&t, &table->fields[i]))
			add_column(&t, &table->fields[i]);
	json_decref(before);
	json_decref(after);
	return ok();
}

enum { CHANGES_MAX = 200 };

static size_t most_told(const struct log_items *items, size_t shown)
{
	size_t most = 0;

	for (size_t i = 0; i < shown; i++) {
		const struct record *table = record_of_table(items->rows[i].table);

		most += table == NULL ? 0 : table->n;
	}
	return most;
}

struct error journal_changes(
	struct context *ctx, struct arena *arena, int64_t seq, struct journal_changes *changes)
{
	struct log_items items;

	*changes = (struct journal_changes){ 0 };
	TRY(require(ctx, ACT_READ_LOG));
	TRY(store_log_changes(ctx->db, arena, seq, &items));
	size_t shown = items.n < CHANGES_MAX ? items.n : CHANGES_MAX;
	changes->rows = arena_alloc(arena, (most_told(&items, shown) + 1) * sizeof(*changes->rows));
	for (size_t i = 0; i < shown; i++)
		TRY(add_changes(ctx, arena, &items.rows[i], changes));
	return ok();
}
