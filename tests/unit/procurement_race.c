/* SPDX-License-Identifier: MIT
 * Eight processes at once on one file: never over the ceiling, never a cent lost, and every act
 * that was acknowledged is there afterwards. KLASH_RACE_ACTS says how much each does (40 unless
 * set). */
#define TEST_NAME "procurement_race"
#include "tests/unit/winners.h"

#include <sys/wait.h>
#include <unistd.h>

#include "db/verify.h"
#include "src/base/dice.h"
#include "src/phases/contract.h"
#include "src/phases/procurement.h"
#include "src/registers/account.h"

enum { PROCESSES = 8, ACTS = 40, CEILING = 1000000 * EUR, SHARED = 12 };

enum message {
	TOLD_CONTRACT,
	TOLD_PAYMENT,
	TOLD_APPROVED,
	TOLD_PAID,
	TOLD_REFUSED,
	TOLD_TAKEN,
	TOLD_END
};

/* What a process was told; written to the pipe after the call came back. */
struct told {
	enum message kind;
	int process;
	int64_t id, net, parent;
};

struct worker {
	struct context ctx;
	int process, out;
	uint64_t dice;
	int64_t team, contracts[1000];
	size_t n;
	int64_t shared[SHARED]; /* payments everybody wants to approve and pay */
};

static void tell(struct worker *w, enum message kind, int64_t id, int64_t net, int64_t parent)
{
	struct told told = { kind, w->process, id, net, parent };

	if (write(w->out, &told, sizeof(told)) != (ssize_t)sizeof(told))
		_exit(3);
}

/* Nothing but the rules may refuse. */
static struct error patiently(struct error e, const char *act)
{
	bool refused = e.code == E_CEILING || e.code == E_CONTRACT_SUM || e.code == E_RULE;

	if (e.code == E_OK || (refused && e.field != NULL)) /* without a field the triggers spoke */
		return e;
	fprintf(stderr, "%s: error %d\n", act, (int)e.code);
	_exit(4);
}

static void try_contract(struct worker *w)
{
	struct contract c = { .persons = A_PARTY,
		.unchecked = NO_CHECKS,
		.team_id = w->team,
		.vat = 240,
		.net = (int64_t)(dice_roll(&w->dice) % (50000 * EUR)) + 1 };
	int64_t id = 0;
	struct error e = patiently(contract_add(&w->ctx, &c, &id), "contract");

	if (e.code == E_OK) {
		tell(w, TOLD_CONTRACT, id, c.net, 0);
		w->contracts[w->n++] = id;
	} else if (e.code == E_CEILING) {
		tell(w, TOLD_REFUSED, 0, c.net, 0);
	} else {
		_exit(5);
	}
}

static void try_payment(struct worker *w)
{
	int64_t id = 0, contract = w->contracts[dice_roll(&w->dice) % w->n];
	struct payment p = { .contract_id = contract,
		.vat = 240,
		.text = "",
		.net = (int64_t)(dice_roll(&w->dice) % (20000 * EUR)) + 1 };
	struct error e = patiently(payment_add(&w->ctx, &p, &id), "payment");

	if (e.code == E_CONTRACT_SUM)
		return;
	if (e.code != E_OK)
		_exit(6);
	tell(w, TOLD_PAYMENT, id, p.net, contract);
	if (payment_approve(&w->ctx, id).code != E_OK)
		_exit(7);
	tell(w, TOLD_APPROVED, id, p.net, contract);
	if (dice_roll(&w->dice) % 2 == 0) {
		if (payment_pay(&w->ctx, id, 0).code != E_OK)
			_exit(8);
		tell(w, TOLD_PAID, id, p.net, contract);
	}
}

/* Each shared payment is approved by one of them, and paid by one. */
static void try_shared(struct worker *w)
{
	for (size_t i = 0; i < SHARED; i++) {
		int64_t id = w->shared[(i + (size_t)w->process) % SHARED];

		if (patiently(payment_approve(&w->ctx, id), "approve").code == E_OK)
			tell(w, TOLD_TAKEN, id, 1, 0);
		if (patiently(payment_pay(&w->ctx, id, 0), "pay").code == E_OK)
			tell(w, TOLD_TAKEN, id, 2, 0);
	}
}

static void work(struct worker *w, const char *path, int64_t acts)
{
	char login[16];

	snprintf(login, sizeof(login), "virkailija%d", w->process);
	if (context_open(path, &w->ctx).code != E_OK)
		_exit(1);
	context_use_clock(&w->ctx, fixture_clock);
	if (context_enter(&w->ctx, login, "uid 1000").code != E_OK)
		_exit(2);
	try_shared(w);
	for (int64_t i = 0; i < acts; i++)
		if (w->n == 0 || dice_roll(&w->dice) % 2 == 0)
			try_contract(w);
		else
			try_payment(w);
	tell(w, TOLD_END, 0, 0, 0);
	context_close(&w->ctx);
	_exit(0);
}

struct outcome {
	struct told *rows;
	size_t n, ended;
};

static void collect(int in, struct outcome *outcome)
{
	size_t capacity = 1024;
	struct told told;

	outcome->rows = xmalloc(capacity * sizeof(told));
	while (read(in, &told, sizeof(told)) == (ssize_t)sizeof(told)) {
		if (outcome->n == capacity)
			outcome->rows = xrealloc(outcome->rows, (capacity *= 2) * sizeof(told));
		outcome->rows[outcome->n++] = told;
		outcome->ended += told.kind == TOLD_END ? 1 : 0;
	}
}

static int64_t sum_told(const struct outcome *o, enum message kind, size_t *n)
{
	int64_t sum = 0;

	*n = 0;
	for (size_t i = 0; i < o->n; i++)
		if (o->rows[i].kind == kind) {
			sum += o->rows[i].net;
			(*n)++;
		}
	return sum;
}

static void check_rows(struct fixture *f, const struct outcome *o)
{
	for (size_t i = 0; i < o->n; i++) {
		const struct told *t = &o->rows[i];

		if (t->kind == TOLD_CONTRACT) {
			struct contract c;

			assert_ok(contract_get(&f->ctx, &f->arena, t->id, &c));
			assert_int_equal(c.net, t->net);
			assert_true(contract_left(&c) >= 0);
		} else if (t->kind == TOLD_PAYMENT || t->kind == TOLD_APPROVED ||
			   t->kind == TOLD_PAID) {
			struct payment p;

			assert_ok(payment_get(&f->ctx, &f->arena, t->id, &p));
			assert_int_equal(p.net, t->net);
			assert_int_equal(p.contract_id, t->parent);
			assert_string_not_equal(p.state, "planned");
			if (t->kind == TOLD_PAID)
				assert_string_equal(p.state, "paid");
		}
	}
}

static void check_shared(const struct worker *w, const struct outcome *o)
{
	for (size_t i = 0; i < SHARED; i++)
		for (int64_t act = 1; act <= 2; act++) {
			int times = 0;

			for (size_t r = 0; r < o->n; r++)
				times += o->rows[r].kind == TOLD_TAKEN &&
							 o->rows[r].id == w->shared[i] &&
							 o->rows[r].net == act ?
						 1 :
						 0;
			assert_int_equal(times, 1);
		}
}

/* Only contracts were added, so that what was left only fell: whoever was refused asked for more
 * than is left now. */
static void check_sums(
	struct fixture *f, const struct outcome *o, int64_t before, int64_t shared_paid)
{
	size_t contracts, payments, paid, n;
	int64_t committed = sum_told(o, TOLD_CONTRACT, &contracts);
	int64_t paid_sum = sum_told(o, TOLD_PAID, &paid);
	struct id_list ids = { 0 };
	struct budget b;

	sum_told(o, TOLD_PAYMENT, &payments);
	assert_ok(budget_get(&f->ctx, &b));
	assert_int_equal(b.committed, before + committed);
	assert_int_equal(b.paid, shared_paid + paid_sum);
	assert_true(b.committed <= CEILING);
	for (size_t i = 0; i < o->n; i++)
		if (o->rows[i].kind == TOLD_REFUSED)
			assert_true(o->rows[i].net > budget_left(&b));
	sum_told(o, TOLD_REFUSED, &n);
	assert_true(n > 0); /* they did reach the ceiling */
	assert_ok(contract_ids(&f->ctx, 0, &ids));
	assert_int_equal(ids.n, contracts + 1);
	id_list_clear(&ids);
	assert_ok(payment_ids(&f->ctx, 0, &ids));
	assert_int_equal(ids.n, payments + SHARED);
	id_list_clear(&ids);
}

static int64_t prepare(struct fixture *f, struct worker *w)
{
	struct contract c = { .persons = A_PARTY,
		.unchecked = NO_CHECKS,
		.team_id = make_team(f, 1, "winner"),
		.net = SHARED * 100 * EUR,
		.vat = 240 };
	int64_t contract = 0;
	char login[16], name[32];

	decide_ceiling(f, CEILING);
	assert_ok(second_limit_set(&f->ctx, 1000000000 * (int64_t)EUR, "Testin raja"));
	assert_ok(negotiation_start(&f->ctx, c.team_id, 0, ""));
	assert_ok(contract_add(&f->ctx, &c, &contract));
	for (size_t i = 0; i < SHARED; i++) {
		struct payment p = {
			.contract_id = contract, .net = 100 * EUR, .vat = 240, .text = ""
		};

		assert_ok(payment_add(&f->ctx, &p, &w->shared[i]));
	}
	for (int i = 0; i < PROCESSES; i++) {
		struct new_account account = { login, name, "", "office", "fi" };
		int64_t id;

		snprintf(login, sizeof(login), "virkailija%d", i);
		snprintf(name, sizeof(name), "Virkailija %d Esimerkki", i);
		assert_ok(account_add(&f->ctx, &account, &id));
	}
	w->team = c.team_id;
	return c.net;
}

static void eight_at_once(void **state)
{
	struct fixture *f = *state;
	const char *asked = getenv("KLASH_RACE_ACTS");
	struct worker *w = xmalloc(sizeof(*w));
	struct outcome outcome = { 0 };
	struct verdict verdict;
	pid_t children[PROCESSES];
	int ends[2];

	memset(w, 0, sizeof(*w));
	int64_t before = prepare(f, w);
	/* No connection may live through a fork. */
	context_close(&f->ctx);
	assert_int_equal(pipe(ends), 0);
	for (int i = 0; i < PROCESSES; i++) {
		children[i] = fork();
		assert_true(children[i] >= 0);
		if (children[i] == 0) {
			close(ends[0]);
			w->process = i;
			w->out = ends[1];
			w->dice = (uint64_t)i + 1;
			work(w, f->path, asked == NULL ? ACTS : strtoll(asked, NULL, 10));
		}
	}
	close(ends[1]);
	collect(ends[0], &outcome);
	close(ends[0]);
	for (int i = 0; i < PROCESSES; i++) {
		int status = -1;

		assert_int_equal(waitpid(children[i], &status, 0), children[i]);
		assert_int_equal(status, 0);
	}
	assert_int_equal(outcome.ended, PROCESSES);
	fixture_reopen(f);
	check_rows(f, &outcome);
	check_shared(w, &outcome);
	check_sums(f, &outcome, before, before);
	assert_ok(verify_file(f->ctx.db, 0, "", &verdict));
	assert_true(verdict.good);
	free(outcome.rows);
	free(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(eight_at_once),
	};
	return RUN(tests);
}
