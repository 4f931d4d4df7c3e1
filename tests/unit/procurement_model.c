/* SPDX-License-Identifier: MIT
 * Random sequences of decisions, commitments and payments against a model of the rules. After every
 * act the outcome and the budget must be the model's, to the cent. KLASH_SEQUENCES says how many
 * (10,000 unless set; 2,000 under sanitizers), KLASH_SEED repeats a run. */
#define TEST_NAME "procurement_model"
#include "tests/sanitized.h"
#include "tests/unit/winners.h"

#include <time.h>
#include <unistd.h>

#include "db/verify.h"
#include "src/base/dice.h"
#include "src/phases/contract.h"
#include "src/phases/procurement.h"

enum {
	SEQUENCES = 10000,
	PER_FILE = 400, /* then a fresh copy: sums stay cheap */
	ACTS_MAX = 6,
	TEAMS = 3,
	ROWS_MAX = PER_FILE * ACTS_MAX,
	HUGE_SUM = 1000000000,
};

enum state { ACTIVE, ENDED, CANCELLED, PLANNED, APPROVED, PAID };

struct model_payment {
	int64_t id, v, net;
	size_t contract;
	enum state state;
};

struct model_contract {
	int64_t id, net;
	enum state state;
};

struct model {
	uint64_t dice;
	int64_t ceiling, teams[TEAMS];
	struct model_contract contracts[ROWS_MAX];
	struct model_payment payments[ROWS_MAX];
	size_t contract_count, payment_count;
	int64_t done, refused; /* acts, to see that the test tests both */
};

static int64_t roll(struct model *m, int64_t sides)
{
	return (int64_t)(dice_roll(&m->dice) % (uint64_t)sides);
}

/* Around a limit, where mistakes live; at times anything. */
static int64_t near_limit(struct model *m, int64_t limit)
{
	switch (roll(m, 6)) {
	case 0:
		return limit;
	case 1:
		return limit + 1;
	case 2:
		return limit - 1;
	case 3:
		return roll(m, HUGE_SUM);
	default:
		return limit > 0 ? roll(m, limit) + 1 : roll(m, 3);
	}
}

static int64_t open_of(const struct model *m, size_t contract, enum state state)
{
	int64_t sum = 0;

	for (size_t i = 0; i < m->payment_count; i++)
		if (m->payments[i].contract == contract && m->payments[i].state == state)
			sum += m->payments[i].net;
	return sum;
}

static int64_t taken(const struct model *m, size_t contract)
{
	return open_of(m, contract, PLANNED) + open_of(m, contract, APPROVED) +
	       open_of(m, contract, PAID);
}

/* The rule in other words than the file's: a contract in force counts whole, any other what was
 * paid. */
static int64_t committed(const struct model *m)
{
	int64_t sum = 0;

	for (size_t i = 0; i < m->contract_count; i++)
		if (m->contracts[i].state == ACTIVE)
			sum += m->contracts[i].net;
	for (size_t i = 0; i < m->payment_count; i++)
		if (m->payments[i].state == PAID &&
			m->contracts[m->payments[i].contract].state != ACTIVE)
			sum += m->payments[i].net;
	return sum;
}

static int64_t paid(const struct model *m)
{
	int64_t sum = 0;

	for (size_t i = 0; i < m->payment_count; i++)
		sum += m->payments[i].state == PAID ? m->payments[i].net : 0;
	return sum;
}

/* What the act gave must be what the model expects of it. */
static void outcome(struct model *m, struct error e, bool expected, const char *act)
{
	if ((e.code == E_OK) != expected)
		stop_test("%s gave error %d, the model %s it", act, (int)e.code,
			expected ? "allows" : "refuses");
	/* The triggers are behind the checks and must never be what refuses. */
	if (e.code == E_CEILING || e.code == E_RULE)
		assert_non_null(e.field);
	m->done += expected ? 1 : 0;
	m->refused += expected ? 0 : 1;
}

static void act_decide(struct fixture *f, struct model *m)
{
	struct budget_decision d = { .reason = "Päätös", .ceiling = near_limit(m, committed(m)) };
	int64_t id;
	bool expected = d.ceiling >= committed(m);

	if (roll(m, 2) == 0)
		d.ceiling += roll(m, HUGE_SUM), expected = d.ceiling >= committed(m);
	if (d.ceiling < 0)
		expected = false;
	outcome(m, budget_decide(&f->ctx, &d, &id), expected, "decide");
	if (expected)
		m->ceiling = d.ceiling;
}

static void act_contract(struct fixture *f, struct model *m)
{
	int64_t left = m->ceiling - committed(m);
	struct contract c = { .persons = A_PARTY,
		.unchecked = NO_CHECKS,
		.team_id = m->teams[roll(m, TEAMS)],
		.net = near_limit(m, left),
		.vat = roll(m, 2) == 0 ? 240 : 255 };
	int64_t id = 0;
	bool expected = c.net >= 1 && c.net <= left;

	if (roll(m, 3) > 0 && left > 10) { /* mostly leave something */
		c.net = roll(m, left / 3) + 1;
		expected = true;
	}
	outcome(m, contract_add(&f->ctx, &c, &id), expected, "contract");
	if (expected)
		m->contracts[m->contract_count++] = (struct model_contract){ id, c.net, ACTIVE };
}

static void act_payment(struct fixture *f, struct model *m)
{
	if (m->contract_count == 0)
		return;
	size_t at = (size_t)roll(m, (int64_t)m->contract_count);
	int64_t left = m->contracts[at].net - taken(m, at), id = 0;
	struct payment p = { .contract_id = m->contracts[at].id,
		.net = near_limit(m, left),
		.vat = 240,
		.text = "" };
	bool expected = m->contracts[at].state == ACTIVE && p.net >= 1 && p.net <= left;

	outcome(m, payment_add(&f->ctx, &p, &id), expected, "payment");
	if (expected)
		m->payments[m->payment_count++] =
			(struct model_payment){ id, 1, p.net, at, PLANNED };
}

/* The newest few are those on which something is still possible. */
static struct model_payment *some_payment(struct model *m)
{
	int64_t n = (int64_t)m->payment_count, within = n < 12 ? n : 12;

	return n == 0 ? NULL : &m->payments[n - 1 - roll(m, within)];
}

static void act_edit(struct fixture *f, struct model *m)
{
	struct model_payment *p = some_payment(m);

	if (p == NULL)
		return;
	int64_t left = m->contracts[p->contract].net - taken(m, p->contract) + p->net;
	bool stale = roll(m, 8) == 0;
	struct payment edit = { .id = p->id,
		.v = p->v - (stale ? 1 : 0),
		.net = near_limit(m, left),
		.vat = 100,
		.text = "" };
	bool expected = !stale && p->state == PLANNED &&
			m->contracts[p->contract].state == ACTIVE && edit.net >= 1 &&
			edit.net <= left;

	outcome(m, payment_update(&f->ctx, &edit), expected, "edit");
	if (expected) {
		p->net = edit.net;
		p->v++;
	}
}

static void act_approve(struct fixture *f, struct model *m)
{
	struct model_payment *p = some_payment(m);

	if (p == NULL)
		return;
	bool expected = p->state == PLANNED;
	outcome(m, payment_approve(&f->ctx, p->id), expected, "approve");
	p->state = expected ? APPROVED : p->state;
}

static void act_pay(struct fixture *f, struct model *m)
{
	struct model_payment *p = some_payment(m);

	if (p == NULL)
		return;
	bool expected = p->state == APPROVED;
	outcome(m, payment_pay(&f->ctx, p->id, 0), expected, "pay");
	p->state = expected ? PAID : p->state;
}

static void act_cancel(struct fixture *f, struct model *m)
{
	struct model_payment *p = some_payment(m);

	if (p == NULL)
		return;
	bool expected = p->state == PLANNED || p->state == APPROVED;
	outcome(m, payment_cancel(&f->ctx, p->id, "Ei tarvita"), expected, "cancel a payment");
	p->state = expected ? CANCELLED : p->state;
}

static void act_close(struct fixture *f, struct model *m)
{
	if (m->contract_count == 0)
		return;
	size_t at = (size_t)roll(m, (int64_t)m->contract_count);
	struct model_contract *c = &m->contracts[at];
	bool cancel = roll(m, 2) == 0;
	bool expected = c->state == ACTIVE && open_of(m, at, APPROVED) == 0 &&
			(cancel || open_of(m, at, PLANNED) == 0);
	struct error e = cancel ? contract_cancel(&f->ctx, c->id, 0, "Purettu") :
				  contract_end(&f->ctx, c->id, 0, "");

	outcome(m, e, expected, cancel ? "cancel a contract" : "end a contract");
	if (!expected)
		return;
	c->state = cancel ? CANCELLED : ENDED;
	for (size_t i = 0; i < m->payment_count; i++)
		if (m->payments[i].contract == at && m->payments[i].state == PLANNED)
			m->payments[i].state = CANCELLED;
}

typedef void (*model_act)(struct fixture *f, struct model *m);

static const model_act acts[] = { act_decide, act_contract, act_contract, act_contract, act_payment,
	act_payment, act_payment, act_edit, act_approve, act_approve, act_pay, act_pay, act_cancel,
	act_close };

static void compare(struct fixture *f, const struct model *m)
{
	struct budget b;

	assert_ok(budget_get(&f->ctx, &b));
	assert_int_equal(b.ceiling, m->ceiling);
	assert_int_equal(b.committed, committed(m));
	assert_int_equal(b.paid, paid(m));
	assert_true(b.committed <= b.ceiling);
	assert_true(b.paid <= b.committed);
}

/* Row by row, once a file. */
static void compare_rows(struct fixture *f, const struct model *m)
{
	static const char *const words[] = { [ACTIVE] = "active",
		[ENDED] = "ended",
		[CANCELLED] = "cancelled",
		[PLANNED] = "planned",
		[APPROVED] = "approved",
		[PAID] = "paid" };
	struct id_list ids = { 0 };
	struct verdict verdict;

	assert_ok(contract_ids(&f->ctx, 0, &ids));
	assert_int_equal(ids.n, m->contract_count);
	id_list_clear(&ids);
	assert_ok(payment_ids(&f->ctx, 0, &ids));
	assert_int_equal(ids.n, m->payment_count);
	id_list_clear(&ids);
	for (size_t i = 0; i < m->contract_count; i++) {
		struct contract c;

		assert_ok(contract_get(&f->ctx, &f->arena, m->contracts[i].id, &c));
		assert_int_equal(c.net, m->contracts[i].net);
		assert_string_equal(c.state, words[m->contracts[i].state]);
		assert_int_equal(c.paid, open_of(m, i, PAID));
	}
	for (size_t i = 0; i < m->payment_count; i++) {
		struct payment p;

		assert_ok(payment_get(&f->ctx, &f->arena, m->payments[i].id, &p));
		assert_int_equal(p.net, m->payments[i].net);
		assert_string_equal(p.state, words[m->payments[i].state]);
	}
	assert_ok(verify_file(f->ctx.db, 0, "", &verdict));
	assert_true(verdict.good);
}

/* Where writing costs no disk: what is tested is arithmetic, not durability. */
static void move_to_memory(struct fixture *f, const char *name, char *path, size_t size)
{
	snprintf(path, size, "%s/%s", access("/dev/shm", W_OK) == 0 ? "/dev/shm" : f->directory,
		name);
	assert_ok(db_backup(f->ctx.db, path, NULL, NULL));
}

static void open_copy(struct fixture *f, const char *template, const char *path)
{
	struct db *source = NULL;

	context_close(&f->ctx);
	assert_ok(db_open(template, &source));
	assert_ok(db_restore(source, path));
	db_close(source);
	assert_ok(context_open(path, &f->ctx));
	context_use_clock(&f->ctx, fixture_clock);
	assert_ok(context_enter(&f->ctx, "office", "uid 1000"));
}

static void remove_copy(const char *path)
{
	static const char *const endings[] = { "", "-wal", "-shm", "-lock" };
	char name[240];

	for (size_t i = 0; i < LEN(endings); i++) {
		snprintf(name, sizeof(name), "%s%s", path, endings[i]);
		unlink(name);
	}
}

static void run_file(struct fixture *f, struct model *m, int64_t sequences)
{
	for (int64_t s = 0; s < sequences; s++)
		for (int64_t a = roll(m, ACTS_MAX) + 1; a > 0; a--) {
			acts[roll(m, LEN(acts))](f, m);
			compare(f, m);
		}
	compare_rows(f, m);
}

static void sequences_follow_the_model(void **state)
{
	struct fixture *f = *state;
	const char *asked = getenv("KLASH_SEQUENCES"), *seed = getenv("KLASH_SEED");
	int64_t left = sanitized() ? SEQUENCES / 5 : SEQUENCES;
	struct model *m = xmalloc(sizeof(*m));
	char template[200], path[220], name[64];

	if (asked != NULL)
		left = strtoll(asked, NULL, 10);
	memset(m, 0, sizeof(*m));
	m->dice = seed == NULL ? (uint64_t)time(NULL) * 1000003 + (uint64_t)getpid() :
				 strtoull(seed, NULL, 10);
	print_message("# KLASH_SEED=%llu\n", (unsigned long long)m->dice);
	for (int i = 0; i < TEAMS; i++) {
		m->teams[i] = make_team(f, i + 1, "winner");
		assert_ok(negotiation_start(&f->ctx, m->teams[i], 0, ""));
	}
	decide_ceiling(f, 100000000);
	assert_ok(second_limit_set(&f->ctx, 1000000000 * (int64_t)EUR, "Testin raja"));
	snprintf(name, sizeof(name), "klash-model-%d.db", (int)getpid());
	move_to_memory(f, name, template, sizeof(template));
	snprintf(path, sizeof(path), "%s.copy", template);
	while (left > 0) {
		int64_t now = left < PER_FILE ? left : PER_FILE;

		m->ceiling = 100000000;
		m->contract_count = m->payment_count = 0;
		open_copy(f, template, path);
		run_file(f, m, now);
		context_close(&f->ctx);
		remove_copy(path);
		left -= now;
	}
	remove_copy(template);
	print_message(
		"# %lld acts done, %lld refused\n", (long long)m->done, (long long)m->refused);
	assert_true(m->done > 0 && m->refused > 0);
	free(m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(sequences_follow_the_model),
	};
	return RUN(tests);
}
