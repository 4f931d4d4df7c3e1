/* SPDX-License-Identifier: MIT
 * Typing a score: what each key makes of it. */
#define TEST_NAME "scoring"
#include "tests/unit/fixture.h"

#include "ui/jury/scoring.h"

/* Keys, and behind each the score so far (-1: none) with + if more may follow, ! if it was not
 * taken, !w if the scale has whole points only. | is a move. */
struct row {
	int64_t low, high, step;
	const char *keys, *wanted;
};

static const struct row rows[] = {
	{ 0, 10000, 1000, "8", "8000" },
	{ 0, 10000, 1000, "1", "1000+" },
	{ 0, 10000, 1000, "10", "1000+ 10000" },
	{ 0, 10000, 1000, "15", "1000+ !" },
	{ 0, 10000, 1000, "150", "1000+ ! !" },
	{ 0, 10000, 1000, "105", "1000+ 10000 !" },
	{ 0, 10000, 1000, "0", "0" },
	{ 0, 10000, 1000, "84", "8000 !" },
	{ 0, 10000, 1000, "8|4", "8000 | 4000" },
	{ 0, 10000, 1000, "8<4", "8000 -1 4000" },
	{ 0, 10000, 1000, "84<4", "8000 ! -1 4000" },
	{ 0, 10000, 1000, "1<", "1000+ -1" },
	{ 0, 5000, 1000, "7", "!" },
	{ 0, 5000, 1000, "73", "! !" },
	{ 0, 5000, 1000, "57", "5000 !" },
	{ 0, 10000, 1000, "7,5", "7000 !w !w" },
	{ 0, 10000, 1000, "7.5", "7000 !w !w" },
	{ 0, 10000, 1000, ",5", "!w !w" },
	{ 0, 10000, 1000, "7,5|5", "7000 !w !w | 5000" },
	{ 0, 10000, 1000, "7,<5", "7000 !w -1 5000" },
	{ 0, 10000, 250, "4,25", "4000+ 4000+ -1+ 4250" },
	{ 0, 10000, 250, "4.5", "4000+ 4000+ 4500" },
	{ 0, 10000, 250, "4,3", "4000+ 4000+ !" },
	{ 0, 10000, 250, "4,35", "4000+ 4000+ ! !" },
	{ 0, 10000, 250, "4,2<7", "4000+ 4000+ -1+ 4000+ -1+" },
	{ 0, 10000, 500, "10", "1000+ 10000" },
	{ 10000, 20000, 1000, "1", "-1+" },
	{ 10000, 20000, 1000, "17", "-1+ 17000" },
	{ 10000, 20000, 1000, "3", "!" },
	{ 0, 100000, 1000, "100", "1000+ 10000+ 100000" },
	{ 0, 100000, 1000, "99", "9000+ 99000" },
	{ 0, 1000, 1000, "1", "1000" },
	{ 0, 10000, 1000, "x", "?" },
};

static void type_all(const struct row *row, char out[200])
{
	struct criterion c = { .low = row->low, .high = row->high, .step = row->step };
	struct scoring scoring = { 0 };
	int64_t value = -1;

	out[0] = '\0';
	for (const char *key = row->keys; *key != '\0'; key++) {
		size_t n = strlen(out);
		const char *gap = n > 0 ? " " : "";

		if (*key == '|') {
			scoring_end(&scoring);
			snprintf(out + n, 200 - n, "%s|", gap);
			continue;
		}
		int64_t before = value;
		enum scored scored =
			scoring_key(&scoring, &c, *key == '<' ? K_BACKSPACE : *key, &value);
		bool taken = scored == SCORED_ON || scored == SCORED_TAKEN;

		if (!taken)
			assert_int_equal(value, before);
		if (taken)
			snprintf(out + n, 200 - n, "%s%lld%s", gap, (long long)value,
				scored == SCORED_ON ? "+" : "");
		else
			snprintf(out + n, 200 - n, "%s%s", gap,
				scored == SCORED_NOT ? "?" :
				scored == SCORED_OFF ? "!" :
						       "!w");
	}
}

static void keys_make_scores(void **state)
{
	char out[200];

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		type_all(&rows[i], out);
		if (strcmp(out, rows[i].wanted) != 0)
			stop_test("%s on %lld-%lld: %s, not %s", rows[i].keys,
				(long long)rows[i].low, (long long)rows[i].high, out,
				rows[i].wanted);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(keys_make_scores),
	};
	return RUN(tests);
}
