/* SPDX-License-Identifier: MIT */
#include "src/roof/acts.h"

#include <stdlib.h>
#include <string.h>

#include "src/intake/import.h"
#include "src/judging/round.h"
#include "src/judging/service.h"
#include "src/phases/completion.h"
#include "src/letters/by_hand.h"
#include "src/letters/reading.h"
#include "src/phases/contract.h"
#include "src/phases/joint.h"
#include "src/phases/mentoring.h"
#include "src/phases/note.h"
#include "src/phases/phase.h"
#include "src/phases/publication.h"
#include "src/phases/question.h"
#include "src/phases/request.h"
#include "src/phases/submission.h"
#include "src/phases/team.h"
#include "src/registers/organization.h"

static struct error find_submission(
	struct context *ctx, enum kind kind, const char *text, int64_t *id)
{
	return submission_find(ctx, kind_rows[kind].noun, text, id);
}

/* A number that the program gave, above zero. */
static struct error find_number(struct context *ctx, enum kind kind, const char *text, int64_t *id)
{
	char *end;

	(void)ctx;
	*id = strtoll(text, &end, 10);
	return *text != '\0' && *end == '\0' && *id > 0 ? ok() :
							  fail(E_INVALID, kind_rows[kind].noun);
}

static struct error find_batch(struct context *ctx, enum kind kind, const char *text, int64_t *id)
{
	struct error e = find_number(ctx, kind, text, id);

	return e.code == E_OK ? e : fail(E_INVALID, "batch");
}

static struct error find_phase(struct context *ctx, enum kind kind, const char *text, int64_t *id)
{
	struct arena arena = { 0 };
	struct phase phase = { 0 };
	struct error e = phase_get(ctx, &arena, text, &phase);

	(void)kind;
	*id = phase.id;
	arena_clear(&arena);
	return e;
}

#define FINDER(name) \
	static struct error find_##name( \
		struct context *ctx, enum kind kind, const char *text, int64_t *id) \
	{ \
		(void)kind; \
		return name##_find(ctx, text, id); \
	}
FINDER(team)
FINDER(session)
FINDER(question)
FINDER(round)
FINDER(complaint)
FINDER(request)
FINDER(completion)
FINDER(contract)
FINDER(payment)
FINDER(letter)
#undef FINDER

#define NAMER(name, type, member) \
	static const char *name_##name(struct context *ctx, struct arena *arena, int64_t id) \
	{ \
		struct type row; \
\
		return name##_get(ctx, arena, id, &row).code == E_OK ? row.member : ""; \
	}
NAMER(submission, submission, code)
NAMER(team, team, code)
NAMER(session, mentoring_session, code)
NAMER(question, question, code)
NAMER(round, round, key)
NAMER(complaint, complaint, code)
NAMER(request, info_request, code)
NAMER(contract, contract, code)
NAMER(payment, payment, code)
NAMER(letter, letter, code)
#undef NAMER

static const char *name_completion(struct context *ctx, struct arena *arena, int64_t id)
{
	struct completion c;

	return completion_get(ctx, arena, id, &c).code == E_OK ? completion_code(arena, &c) : "";
}

static const char *name_number(struct context *ctx, struct arena *arena, int64_t id)
{
	(void)ctx;
	return arena_printf(arena, "%lld", (long long)id);
}

static const char *name_phase(struct context *ctx, struct arena *arena, int64_t id)
{
	struct phases phases;

	if (phase_list(ctx, arena, &phases).code == E_OK)
		for (size_t i = 0; i < phases.n; i++)
			if (phases.rows[i].id == id)
				return phases.rows[i].key;
	return "";
}

/* What acts there are on a kind, and how its records are found and called. */
static const struct {
	const char *operand;
	struct error (*find)(struct context *ctx, enum kind kind, const char *text, int64_t *id);
	const char *(*name)(struct context *ctx, struct arena *arena, int64_t id);
	struct {
		const struct act *rows;
		size_t n;
	} parts[3];
} kinds[KIND_COUNT] = {
	[KIND_PHASE] = { "PHASE", find_phase, name_phase, { { phase_act_rows, PHASE_ACT_COUNT } } },
	[KIND_MILESTONE] = { "NUMBER", find_number, name_number, { { &milestone_reaching, 1 } } },
	[KIND_PROBLEM] = { "CODE", find_submission, name_submission,
		{ { submission_act_rows, SUBMISSION_ACT_COUNT }, { &joint_separation, 1 } } },
	[KIND_APPLICATION] = { "CODE", find_submission, name_submission,
		{ { submission_act_rows, SUBMISSION_ADMIT }, { &entry_admission, 1 } } },
	[KIND_SOLUTION] = { "CODE", find_submission, name_submission,
		{ { submission_act_rows, SUBMISSION_ADMIT }, { &entry_admission, 1 } } },
	[KIND_COMPLETION] = { "CODE/N", find_completion, name_completion,
		{ { completion_act_rows, COMPLETION_ACT_COUNT } } },
	[KIND_BATCH] = { "BATCH", find_batch, name_number, { { &import_undoing, 1 } } },
	[KIND_TEAM] = { "TEAM", find_team, name_team, { { team_act_rows, TEAM_ACT_COUNT } } },
	[KIND_SESSION] = { "CODE", find_session, name_session,
		{ { session_act_rows, SESSION_MOVE_COUNT } } },
	[KIND_QUESTION] = { "CODE", find_question, name_question,
		{ { &question_publication, 1 } } },
	[KIND_ROUND] = { "KEY", find_round, name_round, { { round_act_rows, ROUND_MOVE_COUNT } } },
	[KIND_COMPLAINT] = { "CODE", find_complaint, name_complaint,
		{ { &complaint_answering, 1 } } },
	[KIND_REQUEST] = { "CODE", find_request, name_request,
		{ { request_act_rows, REQUEST_MOVE_COUNT } } },
	[KIND_CONTRACT] = { "CODE", find_contract, name_contract,
		{ { contract_act_rows, CONTRACT_ACT_COUNT } } },
	[KIND_PAYMENT] = { "CODE", find_payment, name_payment,
		{ { payment_act_rows, PAYMENT_ACT_COUNT } } },
	[KIND_LETTER] = { "CODE", find_letter, name_letter,
		{ { letter_act_rows, LETTER_ACT_COUNT }, { &letter_removal, 1 },
			{ letter_by_hand_rows, LETTER_BY_HAND_COUNT } } },
	[KIND_NOTE] = { "NUMBER", find_number, name_number, { { &note_keeping, 1 } } },
	[KIND_PUBLICATION] = { "NUMBER", find_number, name_number,
		{ { &publication_taking_down, 1 } } },
	[KIND_PARTNER] = { "NUMBER", find_number, name_number, { { &partner_ending, 1 } } },
};

const struct act *acts_of(enum kind kind, size_t i)
{
	for (size_t part = 0; part < LEN(kinds[kind].parts); part++) {
		if (i < kinds[kind].parts[part].n)
			return &kinds[kind].parts[part].rows[i];
		i -= kinds[kind].parts[part].n;
	}
	return NULL;
}

const struct act *acts_named(enum kind kind, const char *verb)
{
	const struct act *act;

	for (size_t i = 0; (act = acts_of(kind, i)) != NULL; i++)
		if (strcmp(act->verb, verb) == 0)
			return act;
	return NULL;
}

enum kind acts_kind(const struct act *wanted)
{
	const struct act *act;

	for (enum kind kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (size_t i = 0; (act = acts_of(kind, i)) != NULL; i++)
			if (act == wanted)
				return kind;
	return KIND_NONE;
}

const char *acts_told(const char *log)
{
	const struct act *act;

	for (enum kind kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (size_t i = 0; (act = acts_of(kind, i)) != NULL; i++)
			if (strcmp(act->log, log) == 0)
				return act->told;
	return NULL;
}

struct error acts_find(struct context *ctx, enum kind kind, const char *text, int64_t *id)
{
	return kinds[kind].find(ctx, kind, text, id);
}

const char *acts_name(struct context *ctx, struct arena *arena, enum kind kind, int64_t id)
{
	return kinds[kind].name(ctx, arena, id);
}

const char *acts_operand(enum kind kind)
{
	return kinds[kind].operand;
}
