/* SPDX-License-Identifier: MIT
 * A copy of the competition in which everything may be tried. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/ground/competition.h"
#include "src/ground/context.h"

/* What the copy is called, in each language, wherever the competition's name stands. */
static struct error name_rehearsal(struct cli *cli, struct competition *c)
{
	const char *before = i18n_lang();

	TRY(competition_get(&cli->ctx, &cli->arena, c));
	i18n_use("fi");
	/* TRANSLATORS: what a copy to try things in is called; %s is the competition's name. */
	c->name_fi = arena_printf(&cli->arena, _("REHEARSAL: %s"), c->name_fi);
	i18n_use("sv");
	c->name_sv = arena_printf(&cli->arena, _("REHEARSAL: %s"), c->name_sv);
	i18n_use("en");
	if (*c->name_en != '\0')
		c->name_en = arena_printf(&cli->arena, _("REHEARSAL: %s"), c->name_en);
	i18n_use(before);
	return ok();
}

/* A copy that could not be marked is none to try things in. */
static struct error mark_rehearsal(struct cli *cli, const char *path)
{
	struct competition c;
	char via[32];

	snprintf(via, sizeof(via), "uid %ld", (long)getuid());
	struct error e = context_open(path, &cli->ctx);
	if (e.code == E_OK) {
		context_enter_holder(&cli->ctx, via);
		e = name_rehearsal(cli, &c);
		if (e.code == E_OK)
			e = competition_make_rehearsal(&cli->ctx, &c);
		context_close(&cli->ctx);
	}
	if (e.code != E_OK)
		unlink(path);
	return e;
}

static struct error run_rehearse(struct cli *cli)
{
	if (strcmp(cli->argv[0], "-") == 0)
		return rule(N_("A rehearsal is a file, written where this runs: name it."));
	cli->subject = cli_path(cli);
	TRY(cli_enter_to_copy(cli));
	bool again = cli->ctx.rehearsal;
	cli->subject = cli->argv[0];
	struct error e = again ? rule(N_("This is a rehearsal already.")) :
				 db_backup(cli->ctx.db, cli->argv[0], NULL, NULL);
	context_close(&cli->ctx);
	TRY(e);
	TRY(mark_rehearsal(cli, cli->argv[0]));
	/* TRANSLATORS: %s is a file's path. */
	print_done(cli, _("Try everything in it: klash --db %s"), cli->argv[0]);
	return ok();
}

static const struct verb rehearse_verb[] = { { .operands = "FILE",
	.least = 1,
	.most = 1,
	.run = run_rehearse,
	.without_file = true,
	.help = N_(
		"Copies the competition to a file in which everything may be tried: it says on every "
		"screen and paper that it is a rehearsal, no letter goes out of it, and the competition "
		"itself is not touched.") } };
const struct noun noun_rehearse = { "rehearse", N_("try everything in a copy"), rehearse_verb, 1 };
