/* SPDX-License-Identifier: MIT
 * What judging the rows of a file needs to know besides the row, shared by its parts. */
#pragma once

#include "db/base/utf8.h"
#include "db/store/figure.h"
#include "src/base/set.h"
#include "src/base/daytime.h"
#include "src/intake/kinds.h"
#include "src/phases/challenge.h"
#include "src/registers/municipality.h"

/* Who could be meant by a file of a team's applications or solutions; empty for problems. */
struct sifted_teams {
	struct team *rows;
	size_t n;
	struct set by_name; /* "challenge|name" folded to index */
	struct set by_id;   /* decimal id to index */
	struct challenge *challenges;
	size_t challenge_count;
	int64_t least_members, most_members;
};

/* A text that was read as a moment; "": none was. */
struct read_moment {
	char text[64];
	bool good;
	struct moment moment;
};

struct sifting {
	struct context *ctx;
	struct import *import;
	const struct import_kind *kind;
	struct municipality_index *municipalities; /* of problems */
	struct set organizations;                  /* folded names to ids; 0: of several */
	struct sifted_teams teams;
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
	struct read_moment last_moment;
};

/* Why a text cannot be kept, a code of WORDS_IMPORT_REASON; NULL: it can. */
const char *sift_fault(enum text_fault fault);
/* The verdict, with the field and its first column; FIELD_NONE: about no field. The first refusal
 * stays, and of doubts the first. */
void sift_refuse(struct sifting *j, struct sifted_row *row, const char *reason, size_t field);
void sift_hold(struct sifting *j, struct sifted_row *row, const char *reason, size_t field);

/* Cleaned text of every field, or the first fault. */
bool sift_cells(
	struct sifting *j, const struct csv_row *in, struct sifted_row *row, const char **texts);
/* Who sent it: a municipality, or a team. False if that is refused. */
bool sift_applicant(struct sifting *j, struct sifted_row *row, const char *const *texts);
/* What is recorded of it, of a row just read and of one that has waited. False if that is refused.
 */
bool sift_submission(struct sifting *j, struct sifted_row *row, const char *const *texts);
/* The order of day and month in the column of arrivals, unless it was said: from a row that only
 * one makes possible. */
void sift_date_order(struct import *import);
/* When it arrived. False if that is refused; an empty cell and a date of two meanings are held. */
bool sift_received(struct sifting *j, struct sifted_row *row, const char *text);
/* The time of arrival of a row whatever else is wrong with it: it waits with that, not with the
 * time of its import. */
void sift_arrival(struct sifting *j, const struct csv_row *in, struct sifted_row *row);
/* The form's own number of a row, whatever else is wrong with it. */
void sift_source(struct sifting *j, const struct csv_row *in, struct sifted_row *row);
/* What a form writes for whoever was not logged in. */
bool sift_is_anonymous(struct sifting *j, const char *address);
/* What is meant by something that is no address ("mailto:a@b.example"); "" if nobody can say. */
const char *sift_offered_email(const char *text);

/* Judges the rows of a register's kind. */
struct error sift_register(struct sifting *j);
/* Marks a row as nothing to add. */
void sift_duplicate(struct sifted_row *row, const char *reason);

/* The municipalities and organizations there are. */
struct error sift_places_load(struct sifting *j);
void sift_places_clear(struct sifting *j);
/* Which municipality or organization a problem is from. False if it is refused. */
bool sift_place(struct sifting *j, struct sifted_row *row, const char *const *texts);

/* The teams and challenges there are. */
struct error sift_teams_load(struct sifting *j);
void sift_teams_clear(struct sifted_teams *teams);
/* Which team a row is of, and who its members are. False if it is refused. */
bool sift_applicant_team(struct sifting *j, struct sifted_row *row, const char *const *texts);
bool sift_solution_team(struct sifting *j, struct sifted_row *row, const char *const *texts);
/* What tells one team's rows from another's. */
const char *sift_team_key(struct sifting *j, const struct sifted_row *row);
/* The application or solution the team has sent already; false if it has sent none. */
bool sift_team_sent(struct sifting *j, const struct sifted_row *row, struct submission *sent);
/* Has the team these members now? True for a row that names none. */
struct error sift_same_members(struct sifting *j, const struct sifted_row *row, bool *same);
/* The SHA-256 of all that the row of a team says. */
const char *sift_team_digest(struct sifting *j, const struct sifted_row *row);
