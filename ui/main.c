/* SPDX-License-Identifier: MIT
 * The top of the program: locale, clock zone, then the command line or the screens. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/cli/nouns.h"
#include "src/cli/remote.h"
#include "ui/jury/jury.h"
#include "ui/line/line.h"
#include "ui/office/office.h"

/* In plain ASCII: the terminal shows nothing else right. */
static int complain_about_charset(void)
{
	fputs("klash: this terminal does not use UTF-8. In PuTTY: Window > Translation > UTF-8.\n"
	      "klash: paate ei kayta UTF-8-merkistoa. PuTTYssa: Window > Translation > UTF-8.\n"
	      "klash: terminalen anvander inte UTF-8. I PuTTY: Window > Translation > UTF-8.\n",
		stderr);
	return 1;
}

/* Over SSH the client says by a word what an option says here. */
static int complain_about_terminal(const struct cli *cli, enum term_fault fault)
{
	if (fault == TERM_UNKNOWN)
		fprintf(stderr, "%s\n",
			_("klash: this kind of terminal is not known here, so the screens cannot be "
			  "shown; `klash --line` works line by line, over SSH `ssh HOST line`."));
	else if (cli->key != NULL)
		fprintf(stderr, "%s\n",
			_("klash: the screens need a terminal (`ssh -t`). Without one `ssh HOST line` "
			  "works line by line, for a screen reader as well."));
	else
		fprintf(stderr, "%s\n",
			_("klash: the screens need a terminal. Without one `klash --line` works line by "
			  "line, and `klash --help` lists the commands."));
	return 1;
}

/* The role chooses the screens. */
static int run_screens(struct cli *cli)
{
	bool juror = cli->ctx.role == ROLE_JUROR;
	struct ui ui = { .ctx = &cli->ctx, .places = juror ? &jury_places : &office_places };
	enum term_fault fault = term_start();

	if (fault != TERM_GOOD)
		return complain_about_terminal(cli, fault);
	int status = ui_main(&ui);
	term_end();
	if (ui.ended.code != E_OK)
		cli_complain(cli, "", ui.ended);
	return term_is_latin1() ? complain_about_charset() : status;
}

/* An agent or a display that sshd gave us would let the server's side use the client's. */
static int complain_about_forwarding(void)
{
	fprintf(stderr, "%s\n", _(REMOTE_FORWARDING));
	return 1;
}

/* Then the environment was not cleaned. */
static int complain_about_abbreviation(void)
{
	fprintf(stderr, "%s\n", _("klash: unknown option; `klash --help` lists them"));
	return 2;
}

static int enter(struct cli *cli)
{
	struct error e = cli_enter(cli);

	if (e.code != E_OK) {
		cli_complain(cli, cli->key != NULL ? "" : cli_path(cli), e);
		return 1;
	}
	int status = cli->line || term_check() == TERM_DUMB ? line_main(&cli->ctx, stdin, stdout) :
							      run_screens(cli);
	context_close(&cli->ctx);
	return status;
}

/* The screens, or what sshd's client asked for instead. */
static int go_on(struct cli *cli, const struct remote *remote, bool utf8)
{
	if (remote->forwarding)
		return complain_about_forwarding();
	if (cli->key != NULL && !remote->asked)
		return complain_about_abbreviation();
	cli->line = cli->line || remote_asks_line(remote);
	if (remote->command != NULL && !cli->line)
		return cli_remote(cli, remote->command);
	return utf8 ? enter(cli) : complain_about_charset();
}

int main(int argc, char **argv)
{
	struct remote remote;
	struct cli cli;

	/* Beyond the size a user may write, writing fails and is undone; without this it would
	 * kill. */
	signal(SIGXFSZ, SIG_IGN);
	remote_take(argc, argv, &remote);
	bool utf8 = i18n_start() == 0;
	daytime_start();
	int status = cli_start(argc, argv, nouns, &cli);
	if (status < 0) {
		status = go_on(&cli, &remote, utf8);
		arena_clear(&cli.arena);
	}
	free(remote.command);
	return status;
}
