/* SPDX-License-Identifier: MIT
 * The top of the program: locale, clock zone, then the command line or the screens. */
#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/cli/cli.h"

int main(int argc, char **argv)
{
	struct cli cli;

	(void)i18n_start();
	daytime_start();
	return cli_start(argc, argv, &cli);
}
