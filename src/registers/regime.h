/* SPDX-License-Identifier: MIT
 * By which law or rule a decision can be corrected and appealed against: a register of dated rows,
 * each with its source. What ships is src/registers/data/regimes.csv with the instructions beside
 * it; an office adds what a later law says, and nothing of it stands in code. */
#pragma once

#include "db/store/regime.h"
#include "src/ground/context.h"

/* The regime of decisions against which there is no remedy. */
#define REGIME_NONE "none"

/* What an instruction may name, as {name}; REGIME_SETTING's codes are fields too. */
#define INSTRUCTION_FIELDS(X) \
	X(WHO, "who") \
	X(CORRECTION, "correction") \
	X(CORRECTION_DAYS, "correction_days") \
	X(CORRECTION_SECTION, "correction_section") \
	X(CORRECTION_LAST, "correction_last") \
	X(APPEAL, "appeal") \
	X(APPEAL_DAYS, "appeal_days") \
	X(APPEAL_SECTION, "appeal_section") \
	X(APPEAL_LAST, "appeal_last") \
	X(SERVICE_SECTION, "service_section") \
	X(LETTER_DAYS, "letter_days") \
	X(EMAIL_WHEN, "email_when") \
	X(ETENDERING_WHEN, "etendering_when") \
	X(SUOMIFI_WHEN, "suomifi_when") \
	X(SENT, "sent") \
	X(SERVED, "served") \
	X(GROUND, "ground")
#define X(name, code) INSTRUCTION_##name,
enum instruction_field { INSTRUCTION_FIELDS(X) INSTRUCTION_FIELD_COUNT };
#undef X
/* INSTRUCTION_FIELD_COUNT: it is none of them. */
enum instruction_field instruction_field_of(const char *name);

/* All that an instruction may name: "{who}, {correction}, ...", into the arena. */
const char *regime_fields(struct arena *arena);

/* Fills a new file's register. Inside a transaction. */
struct error regime_load_register(struct db *db);

/* A new row, of a new code or of one there is from a later day on. Right: plan. A remedy has its
 * name in Finnish and Swedish and its days, or neither: E_RULE. E_REQUIRED without a source;
 * E_RULE for a second row of one code and day, and for an instruction that names what there is
 * not. */
struct error regime_add(struct context *ctx, const struct regime *regime, int64_t *id);
/* The newest row of the code, to begin another with; of a code that is new nothing but the code. */
struct error regime_begin(
	struct context *ctx, struct arena *arena, const char *code, struct regime *regime);
struct error regime_get(
	struct context *ctx, struct arena *arena, int64_t id, struct regime *regime);
/* The same, but of id 0 (a statement, what is still without one) a blank one, without remedies. */
struct error regime_of(struct context *ctx, struct arena *arena, int64_t id, struct regime *regime);
/* The row in force on that day.
 * E_RULE. */
struct error regime_find(struct context *ctx, const char *code, int64_t day, int64_t *id);
/* The row of the same regime that is in force on that day; E_RULE. */
struct error regime_on_day(struct context *ctx, int64_t id, int64_t day, int64_t *version);
struct error regime_ids(struct context *ctx, struct id_list *ids);

/* An address, hours, a court or a fee that the instruction names, from a day on; the one of that
 * day is replaced. Right: plan. */
struct error regime_set(struct context *ctx, const struct regime_setting *setting);
/* Those in force on the day; day 0: every one. */
struct error regime_settings(struct context *ctx, struct arena *arena, const char *code,
	int64_t day, struct regime_settings *settings);

/* In a language ("fi", "sv", "en"; NULL: the one in use): */
const char *regime_name(const struct regime *regime, const char *lang);
const char *regime_correction(const struct regime *regime, const char *lang); /* "": has none */
const char *regime_appeal(const struct regime *regime, const char *lang);
/* "Procurement correction and Appeal to the Market Court": both with a comma between; "" for none.
 * Into the arena. */
const char *regime_remedies(struct arena *arena, const struct regime *regime, const char *lang);
/* What a complaint of that kind (COMPLAINT_KIND) is called under the regime; the general word for
 * what it does not have. */
const char *regime_remedy(const struct regime *regime, const char *kind);

/* After how many days a thing sent by the channel (SERVICE) counts as received. */
int64_t regime_presumed_days(const struct regime *regime, const char *channel);
