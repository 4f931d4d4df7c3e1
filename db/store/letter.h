/* SPDX-License-Identifier: MIT
 * Letters, and the templates that the office wrote itself. */
#pragma once

#include "db/db.h"
#include "db/store/blind.h"

struct letter {
	int64_t id, number;
	const char *code, *kind; /* "L-001"; of WORDS_LETTER_KIND */
	const char *object;      /* code of the record it is about; "": of none */
	int64_t round_id, submission_id, decision_id; /* 0: none */
	const char *round, *decision;                 /* key and code; "": none */
	const char *whom; /* code of who gets it, "091", "person:12"; "": of none */
	const char *to_name;
	const char *to_address; /* an e-mail address, or of a letter on paper where to; "": none */
	const char *copy_address; /* e-mail; "": no copy */
	const char *channel;      /* of WORDS_LETTER_CHANNEL */
	const char *language;     /* fi, sv, en, or "fi,sv" */
	const char *leading;      /* fi, sv, en: which of them comes first */
	const char *rule;         /* what chose the language, of WORDS_LETTER_RULE */
	const char *subject_fi, *subject_sv, *subject_en; /* "": not in that language */
	const char *body_fi, *body_sv, *body_en;          /* src/letters/notation.h */
	const char *case_number;
	const char *state; /* of WORDS_LETTER_STATE */
	bool edited;       /* by hand, after it was made */
	bool feedback;     /* the jury's is in it */
	/* Moments in UTC seconds, accounts by id; 0: not. */
	int64_t made, made_by;
	int64_t seen; /* opened as it stands now */
	int64_t cleared, cleared_by, written, written_by;
	const char *message_id; /* "": never began to be sent */
	int64_t sent, sent_by;
	int64_t sent_day;         /* a day; 0: not sent */
	const char *sent_channel; /* it went by this way, which was not Klash's; "": by Klash */
	const char *fault;        /* why it failed, in the words of what failed */
	int64_t bounced;          /* day it came back; 0: it did not */
	const char *bounce;
	int64_t v;
};

/* NULL and 0: any. */
struct letter_filter {
	const char *state, *kind, *object;
	int64_t round_id;
};

struct letter_counts {
	int64_t made, cleared, written, sending, sent, unknown, failed;
	int64_t failed_last; /* of the failed ones those in whose place no other was made */
};

struct letter_likeness {
	int64_t alike;          /* others that were decided on for the same reason, to the letter */
	const char *written_in; /* the language of the submission; "": it is about none */
};

struct letter_template {
	int64_t id;
	const char *kind, *lang, *subject, *body;
	int64_t v;
};

/* A new one: its state is "made", nothing of its way out is taken. */
struct error store_letter_add(struct db *db, const struct letter *letter, int64_t *id);
/* What it says, in which language and to whom, of one that has not gone out (made, cleared,
 * failed): it has to be read and cleared again. E_STALE if `v` has moved on, or it has gone. */
struct error store_letter_rewrite(struct db *db, const struct letter *letter);
/* Its way out: `state`, seen, cleared, written, sent..., message_id, fault, bounced, bounce and who
 * did it, all as they are in the struct. E_STALE if `v` has moved on. Which state may follow which
 * is for the caller to know. */
struct error store_letter_move(struct db *db, const struct letter *letter);
/* One that was made or cleared; E_STALE if it is another by now. */
struct error store_letter_remove(struct db *db, int64_t id, int64_t v);
/* All that is attached to it, before it is made anew or goes. */
struct error store_letter_detach(struct db *db, int64_t id);
struct error store_letter_get(
	struct db *db, struct arena *arena, int64_t id, struct letter *letter);
struct error store_letter_find(struct db *db, const char *code, int64_t *id);
/* In the order in which they were made. */
struct error store_letter_ids(
	struct db *db, const struct letter_filter *filter, struct id_list *ids);
/* The newest of that kind to the same about the same record, round and decision; E_NOT_FOUND. */
struct error store_letter_last(struct db *db, const struct letter *letter, int64_t *id);
struct error store_letter_likeness(
	struct db *db, struct arena *arena, int64_t id, struct letter_likeness *likeness);
struct error store_letter_counts(struct db *db, struct letter_counts *counts);

/* Of jurors and of members of teams. */
struct error store_letter_guarded_names(struct db *db, struct arena *arena, struct names *names);

/* Adds one whose id is 0, else changes it: E_STALE if `v` has moved on. */
struct error store_letter_template_put(struct db *db, const struct letter_template *t);
struct error store_letter_template_remove(struct db *db, int64_t id);
/* E_NOT_FOUND if the office has not written one of its own. */
struct error store_letter_template_get(struct db *db, struct arena *arena, const char *kind,
	const char *lang, struct letter_template *t);
