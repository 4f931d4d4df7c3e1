/* SPDX-License-Identifier: MIT
 * Somebody new whose name is in the register already: perhaps the same person. */
#include <stdio.h>

#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/registers/person.h"

struct error print_namesakes(struct cli *cli, int64_t person_id)
{
	struct id_list ids = { 0 };
	struct error e = person_namesakes(&cli->ctx, person_id, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		/* TRANSLATORS: numbers of records; the command is typed as it stands. */
		fprintf(stderr,
			_("Number %lld has the same name. If it is the same person: klash person "
			  "merge %lld %lld --reason \"...\"\n"),
			(long long)ids.ids[i], (long long)ids.ids[i], (long long)person_id);
	id_list_clear(&ids);
	return e;
}
