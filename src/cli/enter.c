/* SPDX-License-Identifier: MIT
 * Which file, and who acts in it: by Unix user, or by the key that sshd has proven. */
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "src/base/i18n.h"
#include "src/cli/cli.h"

static const char *data_home(struct arena *arena)
{
	const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");

	if (data != NULL && *data == '/')
		return data;
	return arena_printf(arena, "%s/.local/share", home == NULL ? "" : home);
}

const char *cli_path(struct cli *cli)
{
	const char *named = cli->key != NULL ? NULL : getenv("KLASH_DB");

	if (cli->path == NULL && named != NULL && *named != '\0')
		cli->path = named;
	if (cli->path != NULL) {
		cli->path_named = true;
		return cli->path;
	}
	return arena_printf(&cli->arena, "%s/klash/klash.db", data_home(&cli->arena));
}

const char *cli_login(struct arena *arena)
{
	const struct passwd *user = getpwuid(getuid());

	return user == NULL ? arena_printf(arena, "uid%ld", (long)getuid()) :
			      arena_text(arena, user->pw_name);
}

/* Only the file's owner may say whose key it was: sshd runs us as that user, and nobody else is it.
 */
static struct error enter_by_key(struct cli *cli)
{
	struct stat status;

	if (stat(cli_path(cli), &status) != 0 || status.st_uid != getuid())
		return rule(N_("--key is for sshd's own use, as the user who owns the file. Leave "
			       "it out: you "
			       "are known by your Unix user name."));
	return context_enter_key(&cli->ctx, cli->key);
}

static struct error enter_as_user(struct cli *cli)
{
	char via[32];

	snprintf(via, sizeof(via), "uid %ld", (long)getuid());
	TRY(context_enter(&cli->ctx, cli_login(&cli->arena), via));
	return cli->as == NULL ? ok() : context_enter_as(&cli->ctx, cli->as);
}

struct error cli_open(struct cli *cli)
{
	char via[32];

	if (cli->key != NULL)
		return cli_enter(cli);
	snprintf(via, sizeof(via), "uid %ld", (long)getuid());
	TRY(context_open(cli_path(cli), &cli->ctx));
	context_enter_holder(&cli->ctx, via);
	return ok();
}

struct error cli_enter_opened(struct cli *cli)
{
	return cli->key != NULL ? enter_by_key(cli) : enter_as_user(cli);
}

struct error cli_enter(struct cli *cli)
{
	TRY(context_open(cli_path(cli), &cli->ctx));
	struct error e = cli_enter_opened(cli);
	if (e.code != E_OK) {
		context_close(&cli->ctx);
		return e;
	}
	i18n_use(cli->lang != NULL ? cli->lang : cli->ctx.account.lang);
	return ok();
}
