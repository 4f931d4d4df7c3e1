/* SPDX-License-Identifier: MIT
 * What a letter is made of: the records it is about, read once, and what is common to all letters
 * of one making. */
#pragma once

#include "db/store/challenge.h"
#include "db/store/completion.h"
#include "db/store/content.h"
#include "db/store/contract.h"
#include "db/store/decision.h"
#include "db/store/feedback.h"
#include "db/store/municipality.h"
#include "db/store/person.h"
#include "db/store/question.h"
#include "db/store/session.h"
#include "db/store/submission.h"
#include "db/store/team.h"
#include "src/ground/competition.h"
#include "src/judging/points.h"
#include "src/judging/standing.h"
#include "src/letters/kind.h"
#include "src/phases/attachment.h"
#include "src/registers/regime.h"

/* A record that a letter shall be about. */
struct letter_about {
	enum kind kind;
	int64_t id;
};

/* What the office asks for. */
struct letter_order {
	const char *kind;
	int64_t round_id; /* of all that were decided on in it, or take part; 0: none */
	const struct letter_about *about; /* of these; none: of what the kind is for by itself */
	size_t n;
	const char *subject_fi, *subject_sv, *subject_en; /* FIELDS_TEXT; "" */
	const char *text_fi, *text_sv, *text_en;
	int64_t reply_by;     /* a day; 0: none */
	const char *language; /* of WORDS_LETTER_LANGUAGE, instead of the rule; NULL: by the rule */
};

/* Common to all letters of a making. All of it lies in the arena. */
struct letter_batch {
	struct context *ctx;
	struct arena *arena;
	const struct letter_order *order;
	const struct letter_kind_row *kind;
	struct competition competition;
	struct person sender;
	const char *sender_title; /* "" */
	struct round round;       /* id 0: of none */
	struct decision decision; /* that is in force on the round; id 0: of none */
	struct regime regime;     /* of the decision */
	struct decision_items items;
	struct decision_content content; /* what the decision says beside its outcomes */
	struct standing standing;
	struct points points;
};

/* Who gets one, in whatever language. */
struct letter_recipient {
	const char *whom; /* the record they are, by its code */
	const char *name_fi, *name_sv;
	const char *organization_fi, *organization_sv; /* behind it; "" */
	const char *person;                            /* whose name it is, "": a body's */
	const char *email, *copy, *post;               /* "": none known */
	const char *own_language;                      /* that they chose; "": none */
	const char *submission_language;               /* "": none, or not to be known */
	const char *body_language;                     /* of the municipality: "sv+fi"; "" */
};

/* One letter's; a record's id is 0 where it is about none. */
struct letter_matter {
	const struct letter_batch *batch;
	const char *object; /* code of the record it is about, as it will be kept */
	struct submission submission;
	struct team team;
	struct challenge challenge;
	struct completion completion;
	struct completion_items missing;
	struct attachments files;
	struct feedback feedback;
	const struct decision_item *item;
	const struct standing_row *row;
	struct mentoring_session session;
	struct decision meeting;
	struct negotiation negotiation;
	struct phase phase;
	const struct question *questions;
	size_t question_count;
	int64_t reviews_missing;
	/* Between release and opening of a blind round, to somebody who takes part in it: nothing
	 * names people or what the jury has. */
	bool blind;
	struct letter_recipient to;
};

struct letter_matters {
	struct letter_matter *rows;
	size_t n, room;
};

/* Reads what is common. E_NOT_FOUND, E_DENIED, E_RULE: of an outcome before its decision is signed.
 */
struct error letter_batch_read(struct context *ctx, struct arena *arena,
	const struct letter_order *order, struct letter_batch *batch);
/* Everything that the order asks for, each to one recipient (src/letters/target.c). E_RULE where
 * the kind is about another kind of record. */
struct error letter_matters_read(struct letter_batch *batch, struct letter_matters *matters);

/* The next one, with everything empty. */
struct letter_matter *letter_matter_new(
	struct letter_batch *batch, struct letter_matters *matters, const char *object);

/* Who gets it (src/letters/whom.c). */
struct error letter_to_applicant(struct letter_matter *matter, const struct applicant *applicant);
struct error letter_to_sender(struct letter_matter *matter);
struct error letter_to_team(struct letter_matter *matter);
struct error letter_to_person(struct letter_matter *matter, int64_t person_id);

/* The language of a letter to them: the recipient's own if they chose one, else that of their
 * submission, else the municipality's (Finnish and Swedish: both, the majority's first), else
 * Finnish. Language Act 423/2003, 10 and 32 §: an authority writes in the recipient's. */
struct letter_tongue {
	const char *language, *leading; /* "fi,sv" and which of them comes first */
	const char *rule;               /* of WORDS_LETTER_RULE */
};
struct letter_tongue letter_tongue(const struct letter_recipient *to, const char *chosen);
