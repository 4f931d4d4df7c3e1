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
	struct set organizations;                  /* folded names to ids; 0: of several */
	struct judged_teams teams;
	struct themes themes;
	struct set here;    /* digests of rows and contents that are saved already */
	struct set waiting; /* digests of rows that wait for somebody */
	struct set in_file; /* digest to row index */
	struct set titles;  /* "municipality|title" of the problems saved, to index in `saved` */
	struct set file_titles; /* the same of this file's good rows, to row index */
	struct submission_titles saved;
	struct import_sources sources; /* rows of the same form that have come before */
	struct set by_source;          /* their numbers, to index in `sources` */
	int64_t now;
};

/* The verdict, with the field and its first column; FIELD_COUNT: about no field. The first refusal
 * stays, and of doubts the first. */
void judge_refuse(
	struct judging *j, struct judged_row *row, const char *reason, enum import_field field);
void judge_hold(
	struct judging *j, struct judged_row *row, const char *reason, enum import_field field);

/* Cleaned text of every field, or the first fault. */
bool judge_cells(struct judging *j, const struct csv_row *in, struct judged_row *row,
	const char *texts[FIELD_COUNT]);
/* The order of day and month in the column of arrivals, unless it was said: from a row that only
 * one makes possible. */
void judge_date_order(struct import *import);
/* When it arrived. False if that is refused; an empty cell and a date of two meanings are held. */
bool judge_received(struct judging *j, struct judged_row *row, const char *text);
/* The time of arrival of a row whatever else is wrong with it: it waits with that, not with the
 * time of its import. */
void judge_arrival(struct judging *j, const struct csv_row *in, struct judged_row *row);
/* The form's own number of a row, whatever else is wrong with it. */
void judge_source(struct judging *j, const struct csv_row *in, struct judged_row *row);
/* What a form writes for whoever was not logged in. */
bool judge_is_anonymous(struct judging *j, const char *address);
/* What is meant by something that is no address ("mailto:a@b.example"); "" if nobody can say. */
const char *judge_offered_email(const char *text);

/* The municipalities and organizations there are. */
struct error judge_places_load(struct judging *j);
void judge_places_clear(struct judging *j);
/* Which municipality or organization a problem is from. False if it is refused. */
bool judge_place(struct judging *j, struct judged_row *row, const char *const *texts);

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
