/* SPDX-License-Identifier: MIT
 * Who is acting, on which file, by which clock; and what has changed since it was last asked. Every
 * core function takes it first. */
#pragma once

#include "db/base/codes.h"
#include "db/db.h"
#include "db/store/account.h"
#include "src/ground/kind.h"
#include "src/ground/rights.h"

struct context {
	struct db *db;
	struct arena arena; /* what the context itself holds */
	struct account account;
	enum role role;
	bool on_behalf; /* --as: approving, signing and declaring are refused */
	bool over_ssh;  /* by a key: there is no file system, and the key must still be theirs */
	const char *office; /* a juror's session: whom to call */
	char via[64];       /* how they came in, for the log: "uid 1000" or the key's fingerprint */
	int64_t (*clock)(void);   /* UTC seconds of the machine */
	int64_t ahead;            /* demo: how far its clock is from the machine's */
	int64_t (*running)(void); /* seconds since the machine started, which nobody can set; NULL:
				   * the clock is right whatever it shows */
	int64_t apart;            /* clock and running, when they were last known to fit */
	int64_t logged;           /* when the newest log entry was made that has been seen */
	bool time_waits;          /* the clock has jumped, and nobody has accepted it yet */
	bool demo;
	bool rehearsal; /* a copy in which everything may be tried */
	int64_t seen;   /* log entries already reported by context_changes */
	bool series;    /* between context_begin_series and its end */
	bool wrote;     /* committed something since context_changes was last asked */
};

/* Opens the file without an account; for what anyone may do, and before context_enter. A file whose
 * mode does not fit its directory can be read and not written. */
struct error context_open(const char *path, struct context *ctx);
/* Acts without an account, as whoever holds the file: in the log it is Klash itself, with `via`. */
void context_enter_holder(struct context *ctx, const char *via);
/* Acts as that account from now on: E_NO_ACCOUNT if there is none or it is disabled. */
struct error context_enter(struct context *ctx, const char *login, const char *via);
/* Acts as the account whose live key has that fingerprint: E_NO_ACCOUNT if there is none. Only for
 * what sshd has proven. */
struct error context_enter_key(struct context *ctx, const char *fingerprint);
/* An admin acts for someone else; logged with both. */
struct error context_enter_as(struct context *ctx, const char *login);
/* A juror's connection is fenced as soon as they have entered (db/fence.h). What is declared by
 * name goes over a second one without a fence, for as long as that takes; to be closed with
 * context_close. */
struct error context_beside(struct context *ctx, struct context *beside);
/* A connection that reads what that juror's session would, and writes nothing: for what is printed
 * for them. The account's strings must outlive it; to be closed with context_close. */
struct error context_seen_by(
	struct context *ctx, const struct account *juror, struct context *seen);
/* A fresh connection in place of the present one, fenced anew: knows what has been opened since. */
struct error context_reopen(struct context *ctx);
void context_close(struct context *ctx);

/* The file can only be read: an archive, or somebody without the right to write it. */
bool context_is_readonly(const struct context *ctx);
/* UTC seconds by the competition's clock; never before the newest log entry (src/ground/clock.h).
 */
int64_t context_now(const struct context *ctx);
/* From now on the time is what `clock` says and `ahead` adds, whatever it does: for telling a
 * story, and for tests. */
void context_use_clock(struct context *ctx, int64_t (*clock)(void));
/* E_DENIED unless the role includes the action. */
struct error require(const struct context *ctx, enum action action);
/* For what nobody may do in another's name. */
struct error require_self(const struct context *ctx, enum action action);

/* Is who acts still who they were when they entered: account active, role the same, key not
 * revoked? E_RULE with what to do if not. */
struct error context_standing(struct context *ctx);
/* May a file of this machine be opened for the one who acts? Over SSH only "-", the standard
 * streams. */
struct error context_may_open(const struct context *ctx, const char *path);

/* Begins a change, if whoever acts may still act: context_standing is asked inside of it. */
struct error context_begin(struct context *ctx);
/* As db_end; an act that binds is refused while a jump of the clock waits (src/ground/clock.h). */
struct error context_end(struct context *ctx, struct error e, const char *verb, const char *object);
/* Several acts or none, in one transaction: what is between them begins and ends as always, each
 * with its own entry of the log, and is kept only if all of it is. As db_series_begin,
 * db_series_end. */
struct error context_begin_series(struct context *ctx);
struct error context_end_series(struct context *ctx, struct error e);
/* Does the file's mode not fit its directory? Then it is only read, and the error says what to do
 * about it; else E_OK. */
struct error context_mode_fault(const struct context *ctx);
/* What could not be read, and was perhaps taken for "there is none"; as db_unread. E_OK also where
 * no file is open. */
struct error context_unread(struct context *ctx);

/* What is shown together is read from one state of the file; as db_hold and db_let_go. */
void context_hold(struct context *ctx);
void context_let_go(struct context *ctx);
/* Somebody thinks, or is away: what can be read again need not be in memory. */
void context_rest(struct context *ctx);

/* Can anything still be saved? As db_stands. */
struct error context_stands(struct context *ctx);

/* Bits of enum changed for what was committed, by us or by others, since the last call. `by_others`
 * (may be NULL): did another process commit? */
unsigned context_changes(struct context *ctx, bool *by_others);

/* The real clock. */
int64_t clock_now(void);
