/* SPDX-License-Identifier: MIT
 * The file itself: statements, modes, locking, the log's shape. */
#define TEST_NAME "db"
#include "tests/unit/fixture.h"

static void every_statement_prepares(void **state)
{
	struct fixture *f = *state;

	assert_ok(db_prepare_all(f->ctx.db));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(every_statement_prepares),
	};
	return RUN(tests);
}
