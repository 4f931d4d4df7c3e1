/* SPDX-License-Identifier: MIT
 * Regimes of correction and appeal, each from its day on, and what their instructions name. */
#pragma once

#include "db/db.h"

struct regime {
	int64_t id;
	const char *code; /* hankinta, kunta ... */
	int64_t since;    /* the day from which it holds */
	const char *name_fi, *name_sv, *name_en;
	const char *correction_fi, *correction_sv, *correction_en; /* its remedies; "": has none */
	int64_t correction_days;
	const char *correction_section;
	const char *appeal_fi, *appeal_sv, *appeal_en;
	int64_t appeal_days;
	const char *appeal_section;
	/* After so many days what was sent counts as received. */
	int64_t email_days, letter_days, etendering_days, suomifi_days, hand_days;
	const char *service_section;
	bool consent; /* e-mail needs the party's */
	const char *holds;
	const char *who_fi, *who_sv, *who_en;
	const char *clerical_section, *factual_section;
	const char *source;
	const char *instruction_fi, *instruction_sv, *instruction_en;
	int64_t decisions; /* approved under it */
};

struct regime_setting {
	int64_t id;
	const char *regime, *name;
	int64_t since;
	const char *value_fi, *value_sv, *value_en, *source;
};

struct regime_settings {
	struct regime_setting *rows;
	size_t n;
};

/* E_EXISTS: there is one of that code and day. */
struct error store_regime_add(struct db *db, const struct regime *regime, int64_t *id);
struct error store_regime_get(
	struct db *db, struct arena *arena, int64_t id, struct regime *regime);
struct error store_regime_ids(struct db *db, struct id_list *ids);
/* The version in force on the day: of that code, or of the regime of which `id` is any version.
 * E_NOT_FOUND. */
struct error store_regime_of_day(struct db *db, const char *code, int64_t day, int64_t *id);
struct error store_regime_version(struct db *db, int64_t id, int64_t day, int64_t *version);
struct error store_regime_newest(struct db *db, const char *code, int64_t *id);

/* Takes the place of the one of that name and day. */
struct error store_regime_setting_put(struct db *db, const struct regime_setting *setting);
/* Day 0: every one there is, not only those in force. */
struct error store_regime_settings(struct db *db, struct arena *arena, const char *regime,
	int64_t day, struct regime_settings *settings);
