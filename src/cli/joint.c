/* SPDX-License-Identifier: MIT
 * Problems that become one. */
#include "src/cli/submission.h"
#include "src/phases/joint.h"

static struct error find(struct cli *cli, int i, int64_t *id)
{
	cli->subject = cli->argv[i];
	return submission_find(&cli->ctx, cli->noun->name, cli->argv[i], id);
}

/* An error names the one that stands in the way. */
struct error cli_problem_join(struct cli *cli)
{
	const char *why;
	int64_t lead, other;

	TRY(find(cli, 0, &lead));
	TRY(joint_blocked(&cli->ctx, lead, &why));
	if (why != NULL)
		return rule(why);
	TRY(find(cli, 1, &other));
	TRY(joint_join(&cli->ctx, lead, other, option_text(cli, "reason")));
	return print_simply(cli);
}
