/* SPDX-License-Identifier: MIT */
#include "db/store/regime.h"

struct error store_regime_add(struct db *db, const struct regime *regime, int64_t *id)
{
	return db_put(db, Q_REGIME_ADD, regime, NO_ARGS, id);
}

/* The columns of the shipped table (src/registers/data/regimes.csv) stand in this order. */
static const struct field regime_fields[] = {
	{ COLUMN(struct regime, id) },
	{ COLUMN(struct regime, code), .name = "code", .code = "regime_code",
		.word = NC_("field", "Short name"), .meaning = MEANS_LINE, .max = KEY_MAX,
		.in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct regime, since), .name = "since", .word = NC_("field", "In force from"),
		.brief = NC_("column", "From"), .meaning = MEANS_DAY, .in = IN_ADD | IN_TOLD },
	{ COLUMN(struct regime, name_fi), .name = "name_fi", .lang = "fi",
		.word = NC_("field", "Name in Finnish"), .meaning = MEANS_LINE, .max = TITLE_MAX,
		.in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct regime, name_sv), .name = "name_sv", .lang = "sv",
		.word = NC_("field", "Name in Swedish"), .meaning = MEANS_LINE, .max = TITLE_MAX,
		.in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct regime, name_en), .name = "name_en", .lang = "en",
		.word = NC_("field", "Name in English"), .meaning = MEANS_LINE, .max = TITLE_MAX,
		.in = IN_ADD | IN_TOLD },
	{ COLUMN(struct regime, correction_fi), .name = "correction_fi", .lang = "fi",
		.word = NC_("field", "Correction in Finnish"), .meaning = MEANS_LINE,
		.max = TITLE_MAX, .in = IN_ADD | IN_TOLD },
	{ COLUMN(struct regime, correction_sv), .name = "correction_sv", .lang = "sv",
		.word = NC_("field", "Correction in Swedish"), .meaning = MEANS_LINE,
		.max = TITLE_MAX, .in = IN_ADD | IN_TOLD },
	{ COLUMN(struct regime, correction_en), .name = "correction_en", .lang = "en",
		.word = NC_("field", "Correction in English"), .meaning = MEANS_LINE,
		.max = TITLE_MAX, .in = IN_ADD | IN_TOLD },
	{ COLUMN(struct regime, correction_days), .name = "correction_days",
		.word = NC_("field", "Days of correction"), .meaning = MEANS_NUMBER,
		.in = IN_ADD | IN_TOLD },
	{ COLUMN(struct regime, correction_section), .name = "correction_section",
		.word = NC_("field", "Section on correction"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_TOLD },
	{ COLUMN(struct regime, appeal_fi), .name = "appeal_fi", .lang = "fi",
		.word = NC_("field", "Appeal in Finnish"), .meaning = MEANS_LINE, .max = TITLE_MAX,
		.in = IN_ADD | IN_TOLD },
	{ COLUMN(struct regime, appeal_sv), .name = "appeal_sv", .lang = "sv",
		.word = NC_("field", "Appeal in Swedish"), .meaning = MEANS_LINE, .max = TITLE_MAX,
		.in = IN_ADD | IN_TOLD },
	{ COLUMN(struct regime, appeal_en), .name = "appeal_en", .lang = "en",
		.word = NC_("field", "Appeal in English"), .meaning = MEANS_LINE, .max = TITLE_MAX,
		.in = IN_ADD | IN_TOLD },
	{ COLUMN(struct regime, appeal_days), .name = "appeal_days",
		.word = NC_("field", "Days of appeal"), .meaning = MEANS_NUMBER,
		.in = IN_ADD | IN_TOLD },
	{ COLUMN(struct regime, appeal_section), .name = "appeal_section",
		.word = NC_("field", "Section on appeal"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_TOLD },
	{ COLUMN(struct regime, email_days), .name = "email_days",
		.word = NC_("field", "E-mail: received after days"), .meaning = MEANS_NUMBER,
		.in = IN_ADD | IN_TOLD },
	{ COLUMN(struct regime, letter_days), .name = "letter_days",
		.word = NC_("field", "Letter: received after days"), .meaning = MEANS_NUMBER,
		.in = IN_ADD | IN_TOLD },
	{ COLUMN(struct regime, etendering_days), .name = "etendering_days",
		.word = NC_("field", "E-tendering: days"), .meaning = MEANS_NUMBER,
		.in = IN_ADD | IN_TOLD },
	{ COLUMN(struct regime, suomifi_days), .name = "suomifi_days",
		.word = NC_("field", "Suomi.fi: days"), .meaning = MEANS_NUMBER,
		.in = IN_ADD | IN_TOLD },
	{ COLUMN(struct regime, hand_days), .name = "hand_days",
		.word = NC_("field", "In person: days"), .meaning = MEANS_NUMBER,
		.in = IN_ADD | IN_TOLD },
	{ COLUMN(struct regime, service_section), .name = "service_section",
		.word = NC_("field", "Section on service"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_TOLD },
	{ COLUMN(struct regime, consent), .name = "consent", .code = "email_consent",
		.word = NC_("field", "E-mail only with consent"), .meaning = MEANS_FLAG,
		.in = IN_ADD | IN_TOLD },
	{ COLUMN(struct regime, holds), .name = "holds", .word = NC_("field", "What waits for it"),
		.meaning = MEANS_CODE, .words = WORDS_HOLDS, .in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct regime, who_fi), .name = "who_fi", .lang = "fi",
		.word = NC_("field", "Who may, in Finnish"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_TOLD },
	{ COLUMN(struct regime, who_sv), .name = "who_sv", .lang = "sv",
		.word = NC_("field", "Who may, in Swedish"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_TOLD },
	{ COLUMN(struct regime, who_en), .name = "who_en", .lang = "en",
		.word = NC_("field", "Who may, in English"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_TOLD },
	{ COLUMN(struct regime, clerical_section), .name = "clerical_section",
		.word = NC_("field", "Section on clerical errors"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_TOLD },
	{ COLUMN(struct regime, factual_section), .name = "factual_section",
		.word = NC_("field", "Section on factual errors"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_TOLD },
	{ COLUMN(struct regime, source), .name = "source", .word = NC_("field", "Source"),
		.meaning = MEANS_LINE, .in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct regime, instruction_fi), .name = "instruction_fi", .lang = "fi",
		.word = NC_("field", "Instruction in Finnish"), .meaning = MEANS_LINES,
		.max = BODY_MAX, .in = IN_ADD },
	{ COLUMN(struct regime, instruction_sv), .name = "instruction_sv", .lang = "sv",
		.word = NC_("field", "Instruction in Swedish"), .meaning = MEANS_LINES,
		.max = BODY_MAX, .in = IN_ADD },
	{ COLUMN(struct regime, instruction_en), .name = "instruction_en", .lang = "en",
		.word = NC_("field", "Instruction in English"), .meaning = MEANS_LINES,
		.max = BODY_MAX, .in = IN_ADD },
	{ COLUMN(struct regime, decisions), .name = "decisions",
		.word = NC_("field", "Decisions made under it"),
		.brief = NC_("column", "Decisions"), .meaning = MEANS_NUMBER },
};
const struct record record_of_regime = RECORD_OF(regime, "regime");

struct error store_regime_get(struct db *db, struct arena *arena, int64_t id, struct regime *regime)
{
	return db_row(db, Q_REGIME_GET, ARGS(I64("id", id)), arena, regime);
}

struct error store_regime_ids(struct db *db, struct id_list *ids)
{
	return db_ids(db, Q_REGIME_IDS, NO_ARGS, ids);
}

struct error store_regime_of_day(struct db *db, const char *code, int64_t day, int64_t *id)
{
	return db_number(db, Q_REGIME_OF_DAY, ARGS(TXT("code", code), I64("day", day)), id);
}

struct error store_regime_version(struct db *db, int64_t id, int64_t day, int64_t *version)
{
	return db_number(db, Q_REGIME_VERSION, ARGS(I64("id", id), I64("day", day)), version);
}

struct error store_regime_newest(struct db *db, const char *code, int64_t *id)
{
	return db_number(db, Q_REGIME_NEWEST, ARGS(TXT("code", code)), id);
}

static const struct field regime_setting_fields[] = {
	{ COLUMN(struct regime_setting, id) },
	{ COLUMN(struct regime_setting, regime), .name = "regime", .code = "regime_code",
		.word = NC_("field", "Short name"), .meaning = MEANS_LINE, .max = KEY_MAX,
		.in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct regime_setting, name), .name = "name", .code = "regime_setting",
		.word = NC_("field", "Setting"), .meaning = MEANS_CODE,
		.words = WORDS_REGIME_SETTING, .in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct regime_setting, since), .name = "since",
		.word = NC_("field", "In force from"), .meaning = MEANS_DAY,
		.in = IN_ADD | IN_TOLD },
	{ COLUMN(struct regime_setting, value_fi), .name = "value_fi", .lang = "fi",
		.word = NC_("field", "Value in Finnish"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct regime_setting, value_sv), .name = "value_sv", .lang = "sv",
		.word = NC_("field", "Value in Swedish"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct regime_setting, value_en), .name = "value_en", .lang = "en",
		.word = NC_("field", "Value in English"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_TOLD },
	{ COLUMN(struct regime_setting, source), .name = "source", .word = NC_("field", "Source"),
		.meaning = MEANS_LINE, .in = IN_ADD | IN_TOLD | IN_REQUIRED },
};
const struct record record_of_regime_setting = RECORD_OF(regime_setting, "regime_setting");

struct error store_regime_setting_put(struct db *db, const struct regime_setting *setting)
{
	return db_put(db, Q_REGIME_SETTING_PUT, setting, NO_ARGS, NULL);
}

struct error store_regime_settings(struct db *db, struct arena *arena, const char *regime,
	int64_t day, struct regime_settings *settings)
{
	return db_rows(db, Q_REGIME_SETTINGS, ARGS(TXT("regime", regime), REF("day", day)), arena,
		&settings->rows, &settings->n);
}
