/* SPDX-License-Identifier: MIT */
#include "db/store/code.h"

struct error store_code_next(struct db *db, const char *series, int64_t *number)
{
	TRY(db_run(db, Q_CODE_TAKE, ARGS(TXT("series", series))));
	return db_number(db, Q_CODE_TAKEN, ARGS(TXT("series", series)), number);
}
