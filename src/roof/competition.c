/* SPDX-License-Identifier: MIT */
#include "src/roof/competition.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "db/base/sortkey.h"
#include "db/making.h"
#include "db/schema.h"
#include "db/store/plan.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/ground/record.h"
#include "src/registers/account.h"
#include "src/phases/range.h"
#include "src/phases/threshold.h"
#include "src/registers/municipality.h"
#include "src/registers/regime.h"

static const char *first_of(const char *a, const char *b, const char *c)
{
	if (a != NULL && *a != '\0')
		return a;
	return b != NULL && *b != '\0' ? b : c;
}

static struct error add_names(struct db *db, const struct setup *setup)
{
	struct arena arena = { 0 };
	const char *fi, *sv, *en;
	struct error e = input_line(&arena, "name_fi", setup->name_fi, FIELD_MAX, false, &fi);

	if (e.code == E_OK)
		e = input_line(&arena, "name_sv", setup->name_sv, FIELD_MAX, false, &sv);
	if (e.code == E_OK)
		e = input_line(&arena, "name_en", setup->name_en, FIELD_MAX, false, &en);
	if (e.code == E_OK) {
		struct competition competition = {
			.name_fi = first_of(fi, sv, first_of(en, "Kilpailu", "")),
			.name_sv = first_of(sv, fi, first_of(en, "Tävling", "")),
			.name_en = first_of(en, fi, first_of(sv, "Competition", "")),
			.legal_profile = first_of(setup->profile, NULL, "association"),
		};
		e = record_clean(&arena, &record_of_competition, &competition, IN_ADD);
		if (e.code == E_OK)
			e = store_competition_add(db, &competition);
	}
	arena_clear(&arena);
	return e;
}

static struct error add_phases(struct db *db)
{
	const char *key;

	for (size_t i = 0; (key = text_code(WORDS_PHASE, i)) != NULL; i++) {
		int64_t id, milestone;

		TRY(store_phase_add(db, key, (int64_t)i + 1, &id));
		TRY(store_milestone_add(db,
			&(struct milestone){
				.phase_id = id, .key = "opens", .name_fi = "", .name_sv = "" },
			&milestone));
		TRY(store_milestone_add(db,
			&(struct milestone){
				.phase_id = id, .key = "closes", .name_fi = "", .name_sv = "" },
			&milestone));
	}
	return ok();
}

/* The themes the first competition was announced with; an office changes them as it likes. */
static struct error add_themes(struct db *db)
{
	static const struct theme themes[] = {
		{ 0, "wellbeing", "Hyvinvointi", "Välfärd", "Wellbeing" },
		{ 0, "environment", "Ympäristö", "Miljö", "Environment" },
		{ 0, "economy", "Talous", "Ekonomi", "Economy" },
	};

	for (size_t i = 0; i < LEN(themes); i++) {
		int64_t id;

		TRY(store_theme_add(db, &themes[i], &id));
	}
	return ok();
}

static struct error add_first(struct db *db, const struct setup *setup)
{
	struct new_account admin = { setup->login, first_of(setup->person, setup->login, ""), "",
		"admin", setup->lang };
	char version[12];
	int64_t id;

	snprintf(version, sizeof(version), "%d", SORTKEY_VERSION);
	TRY(store_meta_put(db, "schema", schema_digest));
	TRY(store_meta_put(db, "key_version", version));
	TRY(add_names(db, setup));
	TRY(add_phases(db));
	TRY(add_themes(db));
	TRY(range_load_first(db));
	TRY(threshold_load_first(db));
	TRY(municipality_load_register(db));
	TRY(regime_load_register(db));
	return account_insert(db, &admin, &id);
}

static int64_t setup_clock(const void *setup)
{
	return clock_now() + ((const struct setup *)setup)->ahead;
}

static struct error make_empty(const char *path, const struct setup *setup)
{
	struct db *db = NULL;
	char via[32];

	TRY(db_create(path, &db));
	snprintf(via, sizeof(via), "uid %ld", (long)getuid());
	db_set_actor(db, (struct db_actor){ 0, via, setup_clock, setup });
	struct error e = db_begin(db);
	if (e.code == E_OK)
		e = db_end(db, add_first(db, setup), "competition.init", "");
	db_close(db);
	return e;
}

static struct error fill_file(
	const char *path, const struct setup *setup, competition_fill fill, void *arg)
{
	struct context ctx;
	char via[32];

	if (fill == NULL)
		return ok();
	snprintf(via, sizeof(via), "uid %ld", (long)getuid());
	TRY(context_open(path, &ctx));
	struct error e = context_enter(&ctx, setup->login, via);
	if (e.code == E_OK)
		e = fill(&ctx, arg);
	context_close(&ctx);
	return e;
}

struct error competition_make(
	const char *path, const struct setup *setup, competition_fill fill, void *arg)
{
	struct making making;

	TRY(making_begin(&making, path, MAKING_COMPETITION));
	struct error e = make_empty(making.made, setup);
	if (e.code == E_OK)
		e = fill_file(making.made, setup, fill, arg);
	if (e.code == E_OK)
		e = db_settle(making.made);
	return making_end(&making, e);
}
