/* SPDX-License-Identifier: MIT
 * What judging the rows of a file needs to know besides the row, shared by its parts. */
#pragma once

#include "db/store/figure.h"
#include "src/base/set.h"
#include "src/intake/kinds.h"
#include "src/phases/challenge.h"
#include "src/registers/municipality.h"

/* Who could be meant by a file of a team's applications or solutions; empty for problems. */
struct judged_teams {
	struct team *rows;
	size_t n;
	struct set by_name; /* "challenge|name" folded to index */
	struct set by_id;   /* decimal id to index */
	struct challenge *challenges;
	size_t challenge_count;
	int64_t least_members, most_members;
};

struct judging {
	struct context *ctx;
	struct import *import;
	const struct import_kind *kind;
	struct municipality_index *municipalities; /* of problems */
	struct judged_teams teams;
	struct themes themes;
	struct set here;    /* digests of rows and contents that are saved already */
	struct set waiting; /* digests of rows that wait for somebody */
	struct set in_file; /* digest to row index */
	struct set titles;  /* "municipality|title" of the problems saved, to index in `saved` */
	struct set file_titles; /* the same of this file's good rows, to row index */
	struct submission_titles saved;
	int64_t now;
};

/* The verdict, with the field and its first column; FIELD_COUNT: about no field. The first refusal
 * stays. */
void judge_refuse(
	struct judging *j, struct judged_row *row, const char *reason, enum import_field field);
void judge_hold(
	struct judging *j, struct judged_row *row, const char *reason, enum import_field field);

/* The teams and challenges there are. */
struct error judge_teams_load(struct judging *j);
void judge_teams_clear(struct judged_teams *teams);
/* Which team a row is of, and who its members are. False if it is refused. */
bool judge_applicant_team(struct judging *j, struct judged_row *row, const char *const *texts);
bool judge_solution_team(struct judging *j, struct judged_row *row, const char *const *texts);
/* What tells one team's rows from another's. */
const char *judge_team_key(struct judging *j, const struct judged_row *row);
/* The application or solution the team has sent already; false if it has sent none. */
bool judge_team_sent(struct judging *j, const struct judged_row *row, struct submission *sent);
/* Has the team these members now? True for a row that names none. */
struct error judge_same_members(struct judging *j, const struct judged_row *row, bool *same);
/* The SHA-256 of all that the row of a team says. */
const char *judge_team_digest(struct judging *j, const struct judged_row *row);
