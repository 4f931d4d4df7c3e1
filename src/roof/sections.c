/* SPDX-License-Identifier: MIT */
#include "src/roof/sections.h"

#include <assert.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/export/gate.h"
#include "src/ground/finder.h"
#include "src/phases/submission.h"
#include "src/roof/kinds.h"

static const struct column judged_columns[] = {
	{ "round", N_("Round"), CELL_TEXT },
	{ "code", N_("Code"), CELL_TEXT },
	{ "rank", N_("Rank"), CELL_NUMBER },
	{ "of", N_("Of"), CELL_NUMBER },
	{ "score", N_("Points"), CELL_RATIO },
	{ "reviews", N_("Reviews"), CELL_NUMBER },
	{ "criteria", N_("Criteria"), CELL_ROWS },
};
static const struct column verdict_columns[] = {
	{ "code", N_("Code"), CELL_TEXT },
	{ "outcome", N_("Outcome"), CELL_CODE, WORDS_OUTCOME },
	{ "day", N_("Day"), CELL_DAY },
	{ "number", N_("Number"), CELL_TEXT },
	{ "decider", N_("Decided by"), CELL_TEXT },
	{ "reason", N_("Reason"), CELL_TEXTS },
	{ "corrected", N_("Corrected"), CELL_FLAG },
};
static const struct column served_columns[] = {
	{ "decision", N_("Decision"), CELL_TEXT },
	{ "channel", N_("Served by"), CELL_CODE, WORDS_SERVICE },
	{ "sent", N_("Sent"), CELL_DAY },
	{ "deemed", N_("Received"), CELL_DAY },
};
static const struct column complaint_columns[] = {
	{ "code", N_("Code"), CELL_TEXT },
	{ "kind", N_("Kind"), CELL_CODE, WORDS_COMPLAINT_KIND },
	{ "received", N_("Received"), CELL_DAY },
	{ "outcome", N_("Outcome"), CELL_CODE, WORDS_COMPLAINT_OUTCOME },
	{ "answered", N_("Answered"), CELL_DAY },
	{ "decision", N_("Decision"), CELL_TEXT },
};
static const struct column dialogue_columns[] = {
	{ "code", N_("Code"), CELL_TEXT },
	{ "state", N_("State"), CELL_CODE, WORDS_DIALOGUE_STATE },
	{ "asked", N_("Asked"), CELL_MOMENT },
	{ "question", N_("Question"), CELL_TEXT },
	{ "answer", N_("Answer"), CELL_TEXT },
};
static const struct column letter_columns[] = {
	{ "code", N_("Code"), CELL_TEXT },
	{ "kind", N_("Kind"), CELL_CODE, WORDS_LETTER_KIND },
	{ "to", N_("To"), CELL_TEXT },
	{ "state", N_("State"), CELL_CODE, WORDS_LETTER_STATE },
	{ "day", N_("Day"), CELL_DAY },
};
static const struct column request_columns[] = {
	{ "code", N_("Code"), CELL_TEXT },
	{ "state", N_("State"), CELL_CODE, WORDS_REQUEST_STATE },
	{ "due", N_("Due"), CELL_DAY },
	{ "text", N_("What is asked for"), CELL_TEXT },
};
static const struct column note_columns[] = {
	{ "at", N_("When"), CELL_MOMENT },
	{ "who", N_("Who"), CELL_TEXT },
	{ "text", N_("Text"), CELL_TEXT },
	{ "due", N_("Promised until"), CELL_DAY },
	{ "done", N_("Kept"), CELL_DAY },
};
static const struct column role_columns[] = {
	{ "role", N_("Role"), CELL_CODE, WORDS_PERSON_ROLE },
	{ "name", N_("Name"), CELL_TEXT },
	{ "title", N_("Title"), CELL_TEXT },
	{ "from", N_("From"), CELL_DAY },
	{ "to", N_("Until"), CELL_DAY },
};
static const struct column submission_columns[] = {
	{ "code", N_("Code"), CELL_TEXT },
	{ "title", N_("Title"), CELL_TEXT },
	{ "state", N_("State"), CELL_CODE, WORDS_SUBMISSION_STATE },
	{ "applicant", N_("Applicant"), CELL_TEXT },
};
static const struct column decision_columns[] = {
	{ "code", N_("Code"), CELL_TEXT },
	{ "day", N_("Day"), CELL_DAY },
	{ "number", N_("Number"), CELL_TEXT },
	{ "round", N_("Round"), CELL_TEXT },
};
static const struct column challenge_columns[] = {
	{ "code", N_("Code"), CELL_TEXT },
	{ "title", N_("Title"), CELL_TEXT },
};
static const struct column team_columns[] = {
	{ "code", N_("Code"), CELL_TEXT },
	{ "name", N_("Name"), CELL_TEXT },
	{ "challenge", N_("Challenge"), CELL_TEXT },
	{ "state", N_("State"), CELL_CODE, WORDS_TEAM_STATE },
};
static const struct column session_columns[] = {
	{ "date", N_("Day"), CELL_DAY },
	{ "code", N_("Code"), CELL_TEXT },
	{ "topic", N_("Topic"), CELL_TEXT },
	{ "place", N_("Place"), CELL_TEXT },
	{ "state", N_("State"), CELL_CODE, WORDS_SESSION_STATE },
};
static const struct column round_columns[] = {
	{ "key", N_("Round"), CELL_TEXT },
	{ "name", N_("Name"), CELL_TEXT },
	{ "state", N_("State"), CELL_CODE, WORDS_ROUND_STATE },
};
static const struct column adoption_columns[] = {
	{ "team", N_("Team"), CELL_TEXT },
	{ "name", N_("Name"), CELL_TEXT },
	{ "state", N_("State"), CELL_CODE, WORDS_ADOPTION_STATE },
	{ "date", N_("Day"), CELL_DAY },
};

#define COLUMNS_OF(name) .columns = name##_columns, .n = LEN(name##_columns)

/* Of what was sent in to be judged: the answer to who rings and asks why. While a blind round keeps
 * the sides apart, what was made of the text does not stand beside who sent it. */
static const struct section verdicts = { .name = "decisions",
	.title = NC_("heading", "Decisions"),
	.first = true,
	.seen_by = SEEN_BY_JURY,
	COLUMNS_OF(verdict),
	.label = "code",
	.shown = "outcome,day,number,decider",
	.fill = fill_verdicts };
static const struct section judged = { .name = "judged",
	.title = NC_("heading", "Points"),
	.first = true,
	.seen_by = SEEN_BY_JURY,
	COLUMNS_OF(judged),
	.label = "rank",
	.shown = "score,round",
	.fill = fill_judged };
static const struct section served = { .name = "services",
	.title = NC_("heading", "Served"),
	.first = true,
	.seen_by = SEEN_BY_JURY,
	COLUMNS_OF(served),
	.label = "decision",
	.shown = "channel,sent",
	.fill = fill_served };
static const struct section complaints = { .name = "complaints",
	.title = NC_("heading", "Complaints"),
	.first = true,
	.seen_by = SEEN_BY_SENDER,
	COLUMNS_OF(complaint),
	.label = "code",
	.shown = "kind,received,outcome",
	.fill = fill_complaints };
static const struct section dialogues = { .name = "dialogue",
	.title = NC_("heading", "The jury's questions"),
	.seen_by = SEEN_BY_JURY,
	COLUMNS_OF(dialogue),
	.label = "code",
	.shown = "state,question",
	.fill = fill_dialogues };

/* Of every record that people use a name of. */
static const struct section letters = { .name = "letters",
	.title = NC_("heading", "Letters"),
	.seen_by = SEEN_BY_SENDER,
	COLUMNS_OF(letter),
	.label = "code",
	.shown = "kind,state,day,to",
	.fill = fill_letters };
static const struct section requests = { .name = "requests",
	.title = NC_("heading", "Requests for information"),
	.seen_by = SEEN_BY_SENDER,
	COLUMNS_OF(request),
	.label = "code",
	.shown = "state,due,text",
	.fill = fill_requests };
static const struct section notes = { .name = "notes",
	.title = NC_("heading", "Contacts"),
	.seen_by = SEEN_BY_SENDER,
	COLUMNS_OF(note),
	.label = "at",
	.shown = "who,text",
	.fill = fill_notes };

/* Of who takes part. */
static const struct section roles = { .name = "roles",
	.title = NC_("heading", "Roles"),
	COLUMNS_OF(role),
	.label = "role",
	.shown = "name,title,from,to",
	.fill = fill_roles };
static const struct section people = { .name = "people",
	.title = NC_("heading", "People"),
	COLUMNS_OF(role),
	.label = "role",
	.shown = "name,title,from,to",
	.fill = fill_roles };
static const struct section submissions = { .name = "submissions",
	.title = NC_("heading", "Submissions"),
	COLUMNS_OF(submission),
	.label = "code",
	.shown = "title,state",
	.fill = fill_submissions };
static const struct section decisions = { .name = "decisions",
	.title = NC_("heading", "Decisions"),
	COLUMNS_OF(decision),
	.label = "code",
	.shown = "round,day,number",
	.fill = fill_decisions };
static const struct section challenges = { .name = "challenges",
	.title = NC_("heading", "Challenges"),
	COLUMNS_OF(challenge),
	.label = "code",
	.shown = "title",
	.fill = fill_challenges };
static const struct section teams = { .name = "teams",
	.title = NC_("heading", "Teams"),
	COLUMNS_OF(team),
	.label = "code",
	.shown = "name,challenge,state",
	.fill = fill_teams };
static const struct section sessions = { .name = "sessions",
	.title = NC_("heading", "Mentoring sessions"),
	COLUMNS_OF(session),
	.label = "date",
	.shown = "code,topic,place,state",
	.fill = fill_sessions };
static const struct section rounds = { .name = "rounds",
	.title = NC_("heading", "On the jury of"),
	COLUMNS_OF(round),
	.label = "state",
	.shown = "name",
	.fill = fill_rounds };
static const struct section adoptions = { .name = "adoptions",
	.title = NC_("heading", "Adoption"),
	COLUMNS_OF(adoption),
	.label = "team",
	.shown = "name,state,date",
	.fill = fill_adoptions };

#define SECTIONS(...) \
	(const struct section *const[]) \
	{ \
		__VA_ARGS__, NULL \
	}
#define OF_SUBMISSION \
	SECTIONS(&verdicts, &judged, &served, &complaints, &dialogues, &letters, &requests, &notes)

/* Every other kind has those of any record. */
static const struct section *const *const sections[KIND_COUNT] = {
	[KIND_PROBLEM] = OF_SUBMISSION,
	[KIND_APPLICATION] = OF_SUBMISSION,
	[KIND_SOLUTION] = OF_SUBMISSION,
	[KIND_MUNICIPALITY] = SECTIONS(&people, &submissions, &decisions, &challenges, &adoptions,
		&letters, &requests, &notes),
	[KIND_ORGANIZATION] = SECTIONS(&people, &submissions, &teams, &letters, &requests, &notes),
	[KIND_PERSON] = SECTIONS(&roles, &submissions, &teams, &rounds, &sessions, &decisions,
		&letters, &requests, &notes),
};

const struct section *section_at(enum kind kind, size_t i)
{
	const struct section *const *of =
		sections[kind] != NULL ? sections[kind] : SECTIONS(&letters, &requests, &notes);

	for (size_t at = 0; at < i; at++)
		if (of[at] == NULL)
			return NULL;
	return of[i];
}

struct error section_of(
	struct context *ctx, struct arena *arena, enum kind kind, int64_t id, struct section_of *of)
{
	struct reference name;
	struct submission s = { .sealed_by = 0 };

	TRY(reference_of(ctx, kind, id, &name));
	if (kind_rows[kind].search == SEARCH_SUBMISSION)
		TRY(submission_get(ctx, arena, id, &s));
	*of = (struct section_of){ kind, id, arena_text(arena, name.text), s.sealed_by };
	return ok();
}

void section_begin(struct section_found *found, size_t n)
{
	found->rows = nested_new(found->arena, found->section->columns, found->section->n, n);
}

static struct section_line *next_line(struct section_found *found)
{
	if (found->n == found->room) {
		size_t room = found->room * 2 + 8;
		struct section_line *lines = arena_alloc(found->arena, room * sizeof(*lines));

		if (found->n > 0)
			memcpy(lines, found->lines, found->n * sizeof(*lines));
		found->lines = lines;
		found->room = room;
	}
	return &found->lines[found->n++];
}

struct row section_add(struct section_found *found)
{
	return nested_add(found->rows);
}

static const struct cell *cell_of(const struct section_found *found, const char *name, size_t n)
{
	const struct nested *rows = found->rows;

	for (size_t i = 0; i < rows->n; i++)
		if (strlen(rows->columns[i].name) == n &&
			memcmp(rows->columns[i].name, name, n) == 0)
			return &rows->cells[(rows->rows - 1) * rows->n + i];
	assert(false);
	return NULL;
}

static const char *words_of(const struct section_found *found, const char *name, size_t n)
{
	const struct cell *cell = cell_of(found, name, n);

	return cell_is_empty(cell) ? "" : cell_words(found->arena, cell, READ_SHOWN);
}

struct section_line *section_tell(struct section_found *found, enum kind kind, int64_t id)
{
	const struct section *section = found->section;
	struct section_line *line = next_line(found);

	*line = (struct section_line){ "", "", kind, id, false };
	line->label = words_of(found, section->label, strlen(section->label));
	for (const char *name = section->shown; *name != '\0';) {
		size_t n = strcspn(name, ",");
		const char *words = words_of(found, name, n);

		if (*words != '\0')
			line->text = *line->text == '\0' ? words :
							   arena_printf(found->arena, "%s · %s",
								   line->text, words);
		name += n + (name[n] == ',' ? 1 : 0);
	}
	return line;
}

void section_more(struct section_found *found, const char *label, const char *text)
{
	if (*text != '\0')
		*next_line(found) = (struct section_line){ label, text, KIND_NONE, 0, false };
}

struct error section_find(struct context *ctx, struct arena *arena, const struct section *section,
	const struct section_of *of, struct section_found *found)
{
	*found = (struct section_found){ .section = section, .arena = arena };
	section_begin(found, 0);
	TRY(require(ctx, ACT_READ));
	return gate_may_see(ctx, section->seen_by, SIDE_SENDER, of->sealed_by) ?
		       section->fill(ctx, of, found) :
		       ok();
}

const char *section_heading(const struct section_found *found)
{
	const char *title = i18n_lookup("heading", found->section->title);

	return found->rows->rows < SECTION_LONG ?
		       title :
		       arena_printf(found->arena, "%s (%zu)", title, found->rows->rows);
}
