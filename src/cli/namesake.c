/* SPDX-License-Identifier: MIT
 * Somebody new whose name is in the register already: perhaps the same person. */
#include <stdio.h>

#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/registers/person.h"

static void print_namesakes(struct cli *cli, int64_t newest)
{
	struct namesakes all = { 0 };

	if (person_namesakes(&cli->ctx, &cli->arena, newest, &all).code != E_OK)
		return; /* what was asked for is done: a hint less is no failure of it */
	for (size_t i = 0; i < all.n; i++)
		/* TRANSLATORS: numbers of records, a name; the command is typed as it stands. */
		fprintf(stderr,
			_("Number %lld has the same name (%s). If it is the same person: klash "
			  "person merge %lld %lld --reason \"...\"\n"),
			(long long)all.rows[i].known_id, all.rows[i].name,
			(long long)all.rows[i].known_id, (long long)all.rows[i].id);
}

struct error run_telling_namesakes(struct cli *cli)
{
	int64_t newest = 0;
	bool tells = person_newest(&cli->ctx, &newest).code == E_OK;

	TRY(cli->verb->run(cli));
	if (tells)
		print_namesakes(cli, newest);
	return ok();
}
