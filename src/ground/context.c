/* SPDX-License-Identifier: MIT */
#include "src/ground/context.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "db/fence.h"
#include "db/store/clock.h"
#include "src/base/i18n.h"
#include "src/ground/clock.h"
#include "db/store/custody.h"
#include "db/store/key.h"
#include "db/store/meta.h"

int64_t clock_now(void)
{
	return time(NULL);
}

/* Seconds since the machine started, its sleep included (CLOCK_BOOTTIME). */
static int64_t clock_running(void)
{
	struct timespec now;

	clock_gettime(CLOCK_BOOTTIME, &now);
	return now.tv_sec;
}

static int64_t actor_now(const void *clock)
{
	return context_now(clock);
}

bool context_is_readonly(const struct context *ctx)
{
	return db_is_readonly(ctx->db);
}

int64_t context_now(const struct context *ctx)
{
	int64_t now = ctx->clock() + ctx->ahead;

	return ctx->running != NULL && now < ctx->logged ? ctx->logged : now;
}

void context_use_clock(struct context *ctx, int64_t (*clock)(void))
{
	ctx->clock = clock;
	ctx->running = NULL;
}

struct error context_mode_fault(const struct context *ctx)
{
	return db_mode_fault(ctx->db);
}

struct error context_unread(struct context *ctx)
{
	return ctx->db == NULL ? ok() : db_unread(ctx->db);
}

static struct error read_kind(struct context *ctx)
{
	int64_t shown = 0, made = 0;

	TRY(store_meta_number(ctx->db, "demo_now", &shown));
	TRY(store_meta_number(ctx->db, "demo_made", &made));
	int64_t rehearsal = 0;
	TRY(store_meta_number(ctx->db, "rehearsal", &rehearsal));
	ctx->rehearsal = rehearsal != 0;
	ctx->demo = shown != 0;
	ctx->ahead = shown - made;
	return ok();
}

struct error context_open(const char *path, struct context *ctx)
{
	*ctx = (struct context){ .clock = clock_now, .running = clock_running, .role = ROLE_COUNT };
	ctx->apart = ctx->clock() - ctx->running();
	TRY(db_open(path, &ctx->db));
	struct error e = read_kind(ctx);
	if (e.code == E_OK)
		e = store_log_last_time(ctx->db, &ctx->logged);
	if (e.code == E_OK)
		e = store_log_head(ctx->db, &ctx->seen);
	if (e.code != E_OK)
		context_close(ctx);
	return e;
}

static void set_actor(struct context *ctx, struct db *db)
{
	db_set_actor(db, (struct db_actor){ ctx->account.id, ctx->via, actor_now, ctx });
}

static struct error become_found(struct context *ctx, struct error e, const struct account *account)
{
	char *office;

	if (e.code == E_NOT_FOUND ||
		(e.code == E_OK && account_state_of(account->state) != ACCOUNT_STATE_ACTIVE))
		return fail(E_NO_ACCOUNT, NULL);
	TRY(e);
	ctx->account = *account;
	ctx->role = role_of_code(account->role);
	set_actor(ctx, ctx->db);
	if (ctx->role != ROLE_JUROR)
		return ok();
	TRY(store_account_office(ctx->db, &ctx->arena, &office));
	ctx->office = office;
	return db_fence(ctx->db, account->id);
}

static struct error become(struct context *ctx, const char *login)
{
	struct account account;
	struct error e = store_account_find(ctx->db, &ctx->arena, login, &account);

	return become_found(ctx, e, &account);
}

struct error context_enter_key(struct context *ctx, const char *fingerprint)
{
	struct account account;
	struct account_key key;
	int64_t id;

	snprintf(ctx->via, sizeof(ctx->via), "%s", fingerprint);
	ctx->over_ssh = true;
	struct error e = store_key_find(ctx->db, fingerprint, &id);
	if (e.code == E_OK)
		e = store_key_get(ctx->db, &ctx->arena, id, &key);
	if (e.code == E_OK && key.revoked != 0)
		e = fail(E_NO_ACCOUNT, NULL);
	if (e.code == E_OK)
		e = store_account_get(ctx->db, &ctx->arena, key.account_id, &account);
	return become_found(ctx, e, &account);
}

struct error context_beside(struct context *ctx, struct context *beside)
{
	*beside = *ctx;
	beside->arena = (struct arena){ 0 };
	TRY(db_open(db_path(ctx->db), &beside->db));
	set_actor(ctx, beside->db);
	return ok();
}

struct error context_seen_by(struct context *ctx, const struct account *juror, struct context *seen)
{
	*seen = *ctx;
	seen->arena = (struct arena){ 0 };
	seen->account = *juror;
	seen->role = ROLE_JUROR;
	seen->on_behalf = true;
	seen->over_ssh = false;
	TRY(db_open(db_path(ctx->db), &seen->db));
	struct error e = db_fence(seen->db, juror->id);
	if (e.code != E_OK)
		context_close(seen);
	return e;
}

struct error context_reopen(struct context *ctx)
{
	struct db *fresh;

	TRY(db_open(db_path(ctx->db), &fresh));
	set_actor(ctx, fresh);
	struct error e = ctx->role == ROLE_JUROR ? db_fence(fresh, ctx->account.id) : ok();
	if (e.code != E_OK) {
		db_close(fresh);
		return e;
	}
	db_close(ctx->db);
	ctx->db = fresh;
	return ok();
}

void context_enter_holder(struct context *ctx, const char *via)
{
	snprintf(ctx->via, sizeof(ctx->via), "%s", via);
	set_actor(ctx, ctx->db);
}

struct error context_enter(struct context *ctx, const char *login, const char *via)
{
	snprintf(ctx->via, sizeof(ctx->via), "%s", via);
	return become(ctx, login);
}

/* Who acts for a custodian sees code and name together: no reading without a trace. */
static struct error note_custodian(struct context *ctx)
{
	struct reference object;
	bool holds = false;

	if (ctx->role == ROLE_JUROR)
		return ok();
	TRY(store_custodian_holds_any(ctx->db, ctx->account.id, &holds));
	if (!holds)
		return ok();
	object = reference_number(KIND_ACCOUNT, ctx->account.id);
	TRY(context_begin(ctx));
	return context_end(ctx, ok(), "account.as", object.text);
}

struct error context_enter_as(struct context *ctx, const char *login)
{
	char via[sizeof(ctx->via)];

	if (ctx->role != ROLE_ADMIN)
		return rule(N_("Only an administrator may act as someone else (--as)."));
	snprintf(via, sizeof(via), "%.40s as %lld", ctx->via, (long long)ctx->account.id);
	memcpy(ctx->via, via, sizeof(via));
	TRY(become(ctx, login));
	ctx->on_behalf = true;
	return note_custodian(ctx);
}

void context_close(struct context *ctx)
{
	db_close(ctx->db);
	ctx->db = NULL;
	arena_clear(&ctx->arena);
}

struct error require(const struct context *ctx, enum action action)
{
	if (ctx->role != ROLE_COUNT && may(ctx->role, action))
		return ok();
	return (struct error){ .code = E_DENIED, .low = action };
}

struct error require_self(const struct context *ctx, enum action action)
{
	TRY(require(ctx, action));
	if (ctx->on_behalf)
		return rule(N_(
			"Nobody may sign, approve or declare in another's name: leave out --as."));
	return ok();
}

struct error context_standing(struct context *ctx)
{
	bool stands = true;

	if (ctx->account.id == 0)
		return ok();
	TRY(store_account_standing(ctx->db, ctx->account.id, ctx->account.role,
		ctx->over_ssh ? ctx->via : NULL, &stands));
	return stands ?
		       ok() :
		       rule(N_("Your rights here were changed or taken away while you worked. Nothing more is "
			       "saved; what was saved earlier stays. Ring the competition's office."));
}

struct error context_may_open(const struct context *ctx, const char *path)
{
	if (!ctx->over_ssh || strcmp(path, "-") == 0)
		return ok();
	return rule(N_(
		"Over SSH there are no files: give a command to ssh and use its standard input and "
		"output, such as ssh HOST problem list --format csv > problems.csv."));
}

void context_hold(struct context *ctx)
{
	db_hold(ctx->db);
}

void context_let_go(struct context *ctx)
{
	db_let_go(ctx->db);
}

void context_rest(struct context *ctx)
{
	db_rest(ctx->db);
}

struct error context_stands(struct context *ctx)
{
	return db_stands(ctx->db);
}

/* Inside a transaction that has just begun: by which time, and whether who acts still may. */
static struct error notice_standing(struct context *ctx)
{
	TRY(store_log_last_time(ctx->db, &ctx->logged));
	return context_standing(ctx);
}

struct error context_begin(struct context *ctx)
{
	if (!ctx->series)
		TRY(clock_notice(ctx));
	TRY(db_begin(ctx->db));
	struct error e = notice_standing(ctx);
	return e.code == E_OK ? e : db_end(ctx->db, e, NULL, NULL);
}

struct error context_end(struct context *ctx, struct error e, const char *verb, const char *object)
{
	if (e.code == E_OK && verb != NULL)
		e = clock_allows(ctx, verb);
	e = db_end(ctx->db, e, verb, object);
	ctx->wrote = ctx->wrote || e.code == E_OK;
	return e;
}

struct error context_begin_series(struct context *ctx)
{
	TRY(clock_notice(ctx));
	TRY(db_series_begin(ctx->db));
	ctx->series = true;
	return ok();
}

struct error context_end_series(struct context *ctx, struct error e)
{
	ctx->series = false;
	return db_series_end(ctx->db, e);
}

static unsigned changed_tables(const struct table_names *tables)
{
	unsigned changed = CHANGED_LOG;

	for (size_t i = 0; i < tables->n; i++)
		changed |= kind_watches(tables->names[i].name);
	return changed;
}

unsigned context_changes(struct context *ctx, bool *by_others)
{
	bool moved = db_moved(ctx->db);
	bool waited = ctx->time_waits;
	struct arena arena = { 0 };
	struct table_names tables = { 0 };
	int64_t head = ctx->seen;
	unsigned changed = 0;

	(void)clock_notice(ctx);     /* what could not be written down now is at the next change */
	if (db_is_fenced(ctx->db)) { /* whose it was would tell of others */
		if (by_others != NULL)
			*by_others = false;
		changed = moved || ctx->wrote || waited != ctx->time_waits ? CHANGED_ANY : 0;
		ctx->wrote = false;
		return changed;
	}
	if (by_others != NULL)
		*by_others = moved;
	if (store_log_head(ctx->db, &head).code == E_OK && head > ctx->seen &&
		store_log_tables_since(ctx->db, &arena, ctx->seen, &tables).code == E_OK) {
		changed = changed_tables(&tables);
		ctx->seen = head;
	}
	arena_clear(&arena);
	return changed;
}
