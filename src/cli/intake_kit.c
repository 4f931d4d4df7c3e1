/* SPDX-License-Identifier: MIT
 * What the office sends out before anything can come in. */
#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/documents/intake_kit.h"

static struct error run_intake_kit(struct cli *cli)
{
	cli->subject = cli->argv[0];
	TRY(intake_kit_write(&cli->ctx, cli->argv[0]));
	/* TRANSLATORS: %s is a folder. */
	print_done(cli, _("Made the empty workbooks and lists of questions in %s."), cli->argv[0]);
	return ok();
}

static const struct verb intake_kit_verb[] = {
	{ .operands = "DIR",
		.least = 1,
		.most = 1,
		.run = run_intake_kit,
		.help = N_("Writes into a new folder what one asks with: for problems, "
			   "applications and solutions an empty workbook to fill in, and a list of "
			   "questions for whoever makes a web form, in Finnish and Swedish. What "
			   "comes back is imported without a question.") },
};
const struct noun noun_intake_kit = { "intake-kit",
	N_("empty workbooks and lists of questions that the import understands"), intake_kit_verb,
	1 };
