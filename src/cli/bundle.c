/* SPDX-License-Identifier: MIT
 * What an outsider recomputes the ranking from. */
#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/documents/bundle.h"

/* Noted before the file has its name: none leaves without its trace. */
static struct error write_noted(struct cli *cli, void *arg)
{
	TRY(bundle_write(&cli->ctx, arg, cli->out));
	return bundle_given(&cli->ctx, arg);
}

static struct error run_bundle(struct cli *cli)
{
	struct bundle bundle;
	struct error e = bundle_take(&cli->ctx, (const char *const *)cli->argv, (size_t)cli->argc,
		&bundle, &cli->subject);

	if (e.code == E_OK) {
		cli->subject = cli->output;
		e = print_stream(cli, write_noted, &bundle);
	}
	bundle_clear(&bundle);
	TRY(e);
	if (cli->output != NULL)
		print_done(cli,
			/* TRANSLATORS: %s is a file's path. */
			_("Made %s. Whoever gets it checks it with verifier/verify.py; the log tells that it "
			  "was made."),
			cli->output);
	return ok();
}

static const struct verb bundle_verb[] = {
	{ .operands = "KEY...",
		.least = 1,
		.most = -1,
		.run = run_bundle,
		.help = N_(
			"Writes one file (-o FILE) from which an outsider recomputes the ranking of "
			"closed rounds and checks the log: rules, scores by juror code, order, ties, "
			"outcomes. No names, notes, feedback or texts.") },
};
const struct noun noun_bundle = { "bundle", N_("what an outsider checks a result with"),
	bundle_verb, 1 };
