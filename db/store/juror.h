/* SPDX-License-Identifier: MIT
 * What a juror reads and writes of their own, through a fenced handle (db/fence.h). Where a round
 * and an assignment can be given, assignment 0 is all of the round. Criteria and bands are read by
 * store/round.h. */
#pragma once

#include "db/store/organization.h"

/* A round in which one sits. */
struct juror_round {
	int64_t id;
	const char *key, *kind;
	bool blind;
	const char *state, *scope;
	int64_t opened, closes, closed;
	const char *seat; /* active, excused, replaced */
	bool chair;
	const char *reason;           /* of having been excused or replaced */
	int64_t declared;             /* when; 0: not yet */
	bool barred, released, dealt; /* dealt: not everybody reviews all */
	const char *challenge, *title_fi, *title_sv, *title_en; /* "" for all challenges */
};

struct juror_round_list {
	struct juror_round *rows;
	size_t n;
};

/* A conflict that bars the whole round, or one submission (assignment_id). */
struct juror_recusal {
	int64_t id, assignment_id;
	int64_t ground;
	const char *reason, *state, *decided_by;
	const char *found_in; /* declaration, review */
	int64_t made;
};

struct juror_recusals {
	struct juror_recusal *rows;
	size_t n;
};

struct juror_paper {
	int64_t id, round_id; /* id: of the assignment */
	const char *code;
	int64_t position;
	const char *lang, *title, *body;
	const char *applicant_fi, *applicant_sv; /* "" in a blind round */
	bool barred, gone, writable;
	int64_t files; /* attachments in the reading pack */
};

struct juror_papers {
	struct juror_paper *rows;
	size_t n;
};

/* A frozen statement of a round where one sits and was present. */
struct juror_statement {
	int64_t id; /* of the statement */
	const char *code;
	int64_t round_id;
	const char *seat;
	bool barred, corrected, opened; /* barred: from the whole round */
	int64_t frozen;
	const char *hash, *text; /* text "" in lists */
	int64_t signed_on;       /* the day one signed it; 0: not yet */
};

struct juror_statement_list {
	struct juror_statement *rows;
	size_t n;
};

struct juror_draft {
	int64_t id, assignment_id;
	const char *scores, *notes, *feedback;
	int64_t saved;
	bool entered; /* by the office */
	int64_t v;
};

struct juror_drafts {
	struct juror_draft *rows;
	size_t n;
};

struct juror_review {
	int64_t id, assignment_id, revision;
	const char *state;
	int64_t submitted, taken_back;
	const char *notes, *feedback;
	bool entered;
	int64_t confirmed; /* when what the office entered was confirmed; 0: not */
};

struct juror_reviews {
	struct juror_review *rows;
	size_t n;
};

struct juror_score {
	int64_t review_id, criterion_id, value;
};

struct juror_scores {
	struct juror_score *rows;
	size_t n;
};

struct juror_recognition {
	int64_t id, assignment_id, at;
	const char *text;
};

struct juror_recognitions {
	struct juror_recognition *rows;
	size_t n;
};

/* What the jury asked by code of a submission, and what came back. */
struct juror_dialogue {
	int64_t number, asked;
	int64_t passed, answered; /* when; 0: not yet */
	const char *text, *answer;
	bool own; /* one asked it oneself */
};

struct juror_dialogues {
	struct juror_dialogue *rows;
	size_t n;
};

/* A submission one passes on. */
struct juror_abstention {
	int64_t id, assignment_id, at;
	const char *reason;
	bool entered; /* by the office on one's behalf */
};

struct juror_abstentions {
	struct juror_abstention *rows;
	size_t n;
};

/* Where one was. */
struct juror_place {
	int64_t id, round_id;
	int64_t assignment_id; /* 0: the list */
	const char *field;
	int64_t offset, at;
};

struct juror_places {
	struct juror_place *rows;
	size_t n;
};

/* Something done in one's name. */
struct juror_act {
	int64_t at;
	const char *via; /* a key's fingerprint, or "uid 1001" */
};

struct juror_acts {
	struct juror_act *rows;
	size_t n;
};

/* By time. */
struct error store_juror_acts(struct db *db, struct arena *arena, struct juror_acts *acts);
struct error store_juror_set_language(struct db *db, const char *lang);
/* Id 0: all. */
struct error store_juror_statements(
	struct db *db, struct arena *arena, struct juror_statement_list *statements);
/* E_NOT_FOUND for one that is not theirs. */
struct error store_juror_statement(
	struct db *db, struct arena *arena, int64_t id, struct juror_statement *statement);
struct error store_juror_rounds(
	struct db *db, struct arena *arena, int64_t id, struct juror_round_list *rounds);
struct error store_juror_bars(
	struct db *db, struct arena *arena, int64_t round_id, struct juror_recusals *bars);

/* E_NOT_FOUND if it was never theirs. */
struct error store_juror_round_of(struct db *db, int64_t assignment_id, int64_t *round_id);
/* Without their bodies. */
struct error store_juror_papers(
	struct db *db, struct arena *arena, int64_t round_id, struct juror_papers *papers);
/* The names of its attachments there. */
struct error store_juror_files(
	struct db *db, struct arena *arena, int64_t assignment_id, struct text_rows *names);
struct error store_juror_paper(
	struct db *db, struct arena *arena, int64_t assignment_id, struct juror_paper *paper);
struct error store_juror_search(
	struct db *db, int64_t round_id, const char *words, struct id_list *ids);

struct error store_juror_drafts(struct db *db, struct arena *arena, int64_t round_id,
	int64_t assignment_id, struct juror_drafts *drafts);
/* Sealed, not logged. `is_new`: there is none yet. */
struct error store_juror_draft_put(struct db *db, const struct juror_draft *draft, bool is_new);
struct error store_juror_draft_delete(struct db *db, int64_t assignment_id);
/* Of each the newest first. */
struct error store_juror_reviews(struct db *db, struct arena *arena, int64_t round_id,
	int64_t assignment_id, struct juror_reviews *reviews);
struct error store_juror_scores(struct db *db, struct arena *arena, int64_t round_id,
	int64_t assignment_id, struct juror_scores *scores);
struct error store_juror_review_add(struct db *db, const struct juror_review *review, int64_t *id);
/* What the office entered. */
struct error store_juror_review_confirm(struct db *db, int64_t assignment_id, int64_t now);
struct error store_juror_review_take_back(struct db *db, int64_t assignment_id, int64_t now);
struct error store_juror_score_add(
	struct db *db, int64_t review_id, int64_t criterion_id, int64_t value);

struct error store_juror_recusals(struct db *db, struct arena *arena, int64_t round_id,
	int64_t assignment_id, struct juror_recusals *recusals);
struct error store_juror_recuse(
	struct db *db, int64_t assignment_id, int64_t ground, const char *reason, int64_t now);
struct error store_juror_return(struct db *db, int64_t assignment_id);
/* What was found while reviewing and bars the whole round. */
struct error store_juror_return_whole(struct db *db, int64_t round_id);

struct error store_juror_abstentions(struct db *db, struct arena *arena, int64_t round_id,
	int64_t assignment_id, struct juror_abstentions *abstentions);
struct error store_juror_abstain(
	struct db *db, int64_t assignment_id, const char *reason, int64_t now);
struct error store_juror_unabstain(struct db *db, int64_t assignment_id, int64_t now);
struct error store_juror_recognitions(struct db *db, struct arena *arena, int64_t round_id,
	int64_t assignment_id, struct juror_recognitions *recognitions);
struct error store_juror_recognize(
	struct db *db, int64_t assignment_id, const char *text, int64_t now);
struct error store_juror_dialogues(struct db *db, struct arena *arena, int64_t assignment_id,
	struct juror_dialogues *dialogues);
struct error store_juror_ask(struct db *db, int64_t assignment_id, const char *text, int64_t now);
struct error store_juror_unrecognize(struct db *db, int64_t assignment_id, int64_t now);

/* The newest first; round 0: of all. */
struct error store_juror_places(
	struct db *db, struct arena *arena, int64_t round_id, struct juror_places *places);
/* One a round; sealed, not logged. */
struct error store_juror_place_put(struct db *db, const struct juror_place *place, bool is_new);
