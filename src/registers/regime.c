/* SPDX-License-Identifier: MIT */
#include "src/registers/regime.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/notation.h"
#include "src/base/words.h"
#include "src/ground/record.h"

#define X(name, code) [INSTRUCTION_##name] = code,
static const char *const field_names[] = { INSTRUCTION_FIELDS(X) };
#undef X

enum instruction_field instruction_field_of(const char *name)
{
	for (size_t i = 0; i < LEN(field_names); i++)
		if (strcmp(field_names[i], name) == 0)
			return (enum instruction_field)i;
	return INSTRUCTION_FIELD_COUNT;
}

const char *regime_fields(struct arena *arena)
{
	const char *all = arena_printf(arena, "{%s}", field_names[0]), *code;

	for (size_t i = 1; i < LEN(field_names); i++)
		all = arena_printf(arena, "%s, {%s}", all, field_names[i]);
	for (size_t i = 0; (code = text_code(WORDS_REGIME_SETTING, i)) != NULL; i++)
		all = arena_printf(arena, "%s, {%s}", all, code);
	return all;
}

static bool is_field(void *arg, const char *name)
{
	(void)arg;
	return instruction_field_of(name) != INSTRUCTION_FIELD_COUNT ||
	       input_code("name", WORDS_REGIME_SETTING, name).code == E_OK;
}

static struct error check_remedy(const char *fi, const char *sv, int64_t days)
{
	bool named = *fi != '\0' && *sv != '\0', unnamed = *fi == '\0' && *sv == '\0';

	if (days < 0 || days > 365)
		return fail(E_INVALID, "correction_days");
	return days > 0 ?
		       (named ? ok() :
				rule(N_("A remedy that has days needs its name in Finnish and "
					"in Swedish."))) :
		       (unnamed ? ok() :
				  rule(N_("A remedy that has a name needs its number of days.")));
}

static struct error check_presumptions(const struct regime *r)
{
	const int64_t days[] = { r->email_days, r->letter_days, r->etendering_days, r->suomifi_days,
		r->hand_days };
	static const char *const fields[] = { "email_days", "letter_days", "etendering_days",
		"suomifi_days", "hand_days" };

	for (size_t i = 0; i < LEN(days); i++)
		if (days[i] < 0 || days[i] > 60)
			return fail(E_INVALID, fields[i]);
	return ok();
}

static struct error check(struct arena *arena, const struct regime *r)
{
	const char *const texts[] = { r->instruction_fi, r->instruction_sv, r->instruction_en };

	if (r->since == 0)
		return fail(E_REQUIRED, "since");
	TRY(check_remedy(r->correction_fi, r->correction_sv, r->correction_days));
	TRY(check_remedy(r->appeal_fi, r->appeal_sv, r->appeal_days));
	TRY(check_presumptions(r));
	for (size_t i = 0; i < LEN(texts); i++)
		if (notation_unknown(arena, texts[i], is_field, NULL) != NULL)
			return rule(
				N_("The instruction names a field that there is not. The page of "
				   "a regime lists those there are."));
	return ok();
}

struct error regime_add(struct context *ctx, const struct regime *in, int64_t *id)
{
	struct arena arena = { 0 };
	struct regime r = *in;

	TRY(require(ctx, ACT_PLAN));
	struct error e = record_clean(&arena, &record_of_regime, &r, IN_ADD);
	if (e.code == E_OK)
		e = check(&arena, &r);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = store_regime_add(ctx->db, &r, id);
		if (e.code == E_EXISTS)
			e = rule(N_("There is a row of that regime from that day on already: give "
				    "another day."));
		e = context_end(ctx, e, "regime.add",
			e.code == E_OK ? reference_number(KIND_REGIME, *id).text : "");
	}
	arena_clear(&arena);
	return e;
}

struct error regime_begin(
	struct context *ctx, struct arena *arena, const char *code, struct regime *regime)
{
	int64_t id;

	*regime = (struct regime){ .code = code };
	record_blank(&record_of_regime, regime);
	struct error e = store_regime_newest(ctx->db, code, &id);
	if (e.code == E_NOT_FOUND)
		return ok();
	TRY(e);
	TRY(store_regime_get(ctx->db, arena, id, regime));
	regime->since = 0;
	return ok();
}

struct error regime_get(struct context *ctx, struct arena *arena, int64_t id, struct regime *regime)
{
	struct error e = store_regime_get(ctx->db, arena, id, regime);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "regime") : e;
}

struct error regime_of(struct context *ctx, struct arena *arena, int64_t id, struct regime *regime)
{
	*regime = (struct regime){ .code = "" };
	record_blank(&record_of_regime, regime);
	return id == 0 ? ok() : regime_get(ctx, arena, id, regime);
}

static struct error none_in_force(struct error e)
{
	return e.code == E_NOT_FOUND ?
		       rule(N_("There is no such regime of correction and appeal in force on that "
			       "day: regime list shows those there are.")) :
		       e;
}

struct error regime_find(struct context *ctx, const char *code, int64_t day, int64_t *id)
{
	return none_in_force(store_regime_of_day(ctx->db, code, day, id));
}

struct error regime_on_day(struct context *ctx, int64_t id, int64_t day, int64_t *version)
{
	return none_in_force(store_regime_version(ctx->db, id, day, version));
}

struct error regime_ids(struct context *ctx, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_regime_ids(ctx->db, ids);
}

struct error regime_set(struct context *ctx, const struct regime_setting *in)
{
	struct arena arena = { 0 };
	struct regime_setting s = *in;
	int64_t id = 0;

	TRY(require(ctx, ACT_PLAN));
	struct error e = record_clean(&arena, &record_of_regime_setting, &s, IN_ADD);
	if (e.code == E_OK && s.since == 0)
		e = fail(E_REQUIRED, "since");
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = store_regime_newest(ctx->db, s.regime, &id);
		e = e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "regime") : e;
		if (e.code == E_OK)
			e = store_regime_setting_put(ctx->db, &s);
		e = context_end(ctx, e, "regime.set", reference_number(KIND_REGIME, id).text);
	}
	arena_clear(&arena);
	return e;
}

struct error regime_settings(struct context *ctx, struct arena *arena, const char *code,
	int64_t day, struct regime_settings *settings)
{
	TRY(require(ctx, ACT_READ));
	return store_regime_settings(ctx->db, arena, code, day, settings);
}

/* English may be missing, and then the official text stands for it. */
static const char *in(const char *fi, const char *sv, const char *en, const char *lang)
{
	lang = lang == NULL ? i18n_lang() : lang;
	if (strcmp(lang, "sv") == 0)
		return sv;
	return strcmp(lang, "en") == 0 && *en != '\0' ? en : fi;
}

const char *regime_name(const struct regime *r, const char *lang)
{
	return in(r->name_fi, r->name_sv, r->name_en, lang);
}

const char *regime_correction(const struct regime *r, const char *lang)
{
	return in(r->correction_fi, r->correction_sv, r->correction_en, lang);
}

const char *regime_appeal(const struct regime *r, const char *lang)
{
	return in(r->appeal_fi, r->appeal_sv, r->appeal_en, lang);
}

const char *regime_remedies(struct arena *arena, const struct regime *r, const char *lang)
{
	const char *correction = regime_correction(r, lang), *appeal = regime_appeal(r, lang);

	if (*correction == '\0' || *appeal == '\0')
		return *correction == '\0' ? appeal : correction;
	return arena_printf(arena, "%s, %s", correction, appeal);
}

const char *regime_remedy(const struct regime *r, const char *kind)
{
	const char *name = "";

	switch (complaint_kind_of(kind)) {
	case COMPLAINT_KIND_CORRECTION:
		name = regime_correction(r, NULL);
		break;
	case COMPLAINT_KIND_APPEAL:
		name = regime_appeal(r, NULL);
		break;
	case COMPLAINT_KIND_OTHER:
	case COMPLAINT_KIND_UNKNOWN:
		break;
	}
	return *name != '\0' ? name : text_word(WORDS_COMPLAINT_KIND, kind);
}

int64_t regime_presumed_days(const struct regime *r, const char *channel)
{
	switch (service_channel_of(channel)) {
	case SERVICE_EMAIL:
		return r->email_days;
	case SERVICE_LETTER:
		return r->letter_days;
	case SERVICE_ETENDERING:
		return r->etendering_days;
	case SERVICE_SUOMIFI:
		return r->suomifi_days;
	case SERVICE_HAND:
		return r->hand_days;
	case SERVICE_UNKNOWN:
		break;
	}
	return 0;
}
