/* SPDX-License-Identifier: MIT
 * Commands about the file as a whole: making, checking, copying. */
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db/file.h"
#include "db/verify.h"
#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/ground/competition.h"
#include "src/cli/verify.h"
#include "src/ground/clock.h"
#include "src/ground/repair.h"
#include "src/roof/competition.h"
#include "src/roof/consistency.h"
#include "src/demo/demo.h"
#include "src/registers/account.h"
#include "src/roof/successor.h"

/* The person's name as the machine has it: the first field of the comment in passwd. */
static const char *unix_name(struct arena *arena, const struct passwd *user)
{
	if (user == NULL || user->pw_gecos == NULL || *user->pw_gecos == '\0')
		return user == NULL ? "" : arena_text(arena, user->pw_name);
	size_t n = strcspn(user->pw_gecos, ",");
	return arena_bytes(arena, user->pw_gecos, n);
}

static void setup_of_user(struct cli *cli, struct setup *setup)
{
	setup->login = cli_login(&cli->arena);
	setup->person = unix_name(&cli->arena, getpwuid(getuid()));
	setup->lang = cli->lang != NULL ? cli->lang : i18n_guess();
}

/* The user's own data directory is made for them; any other must be there. */
static void make_data_directory(struct cli *cli, const char *path)
{
	char *copy = arena_text(&cli->arena, path);

	if (cli->path_named)
		return;
	for (char *slash = strchr(copy + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		(void)mkdir(copy, 0700); /* what is there already is fine; what fails shows later */
		*slash = '/';
	}
}

static struct error run_init(struct cli *cli)
{
	struct setup setup = { .name_fi = option_text(cli, "name-fi"),
		.name_sv = option_text(cli, "name-sv"),
		.name_en = option_text(cli, "name-en"),
		.profile = option(cli, "profile") };
	const char *path = cli_path(cli);

	setup_of_user(cli, &setup);
	make_data_directory(cli, path);
	cli->subject = path;
	if (option(cli, "from") != NULL) {
		TRY(successor_make(path, &setup, option(cli, "from")));
	} else {
		TRY(competition_make(path, &setup, NULL, NULL));
	}
	/* TRANSLATORS: %s is a file's path. */
	print_done(cli, _("Made %s. `klash` opens it."), path);
	print_done(cli, "%s",
		_("You are alone in its office so far. What needs a second person waits until there is another "
		  "account (`klash account add LOGIN --role office`): admitting a late application or "
		  "solution that you recorded, approving a payment above 10 000 € that you planned, and a "
		  "contract before the last day of appeal."));
	return ok();
}

static struct error run_demo(struct cli *cli)
{
	struct setup setup = { 0 };
	const char *files = option(cli, "files");
	const char *path = cli_path(cli), *at = option(cli, "at");

	if (files != NULL) {
		cli->subject = files;
		TRY(demo_files(files));
		print_done(cli,
			_("Made three files in %s. `klash demo --at problems` makes a "
			  "competition that waits for them, `klash problem import FILE` takes one."),
			files);
		return ok();
	}
	setup_of_user(cli, &setup);
	make_data_directory(cli, path);
	cli->subject = path;
	TRY(demo_make(path, &setup, at));
	print_done(cli, _("Made the demo in %s. `klash` opens it."), path);
	return ok();
}

static const struct option_spec init_options[] = {
	{ "name-fi", "NAME", N_("the competition's name in Finnish") },
	{ "name-sv", "NAME", N_("in Swedish") },
	{ "name-en", "NAME", N_("in English") },
	{ "profile", "KIND",
		N_("the organizer: authority, association or company; association unless given") },
	{ "from", "FILE",
		N_("with the set-up of an earlier competition, without its submissions and people") },
};
static const struct verb init_verb[] = { { .options = init_options,
	.option_count = LEN(init_options),
	.run = run_init,
	.without_file = true,
	.help = N_("Makes a new, empty competition with you as its administrator.") } };
const struct noun noun_init = { "init", N_("make a new, empty competition"), init_verb, 1 };

static const struct option_spec demo_options[] = {
	{ "at", "PHASE",
		N_("when the call goes out: call; while problems arrive: problems; at the start of: "
		   "applications, mentoring, solutions, judging, results, procurement; or at the "
		   "end: end") },
	{ "files", "DIRECTORY",
		N_("makes a directory with three files to try the import with, and no competition") },
};
static const struct verb demo_verb[] = { { .options = demo_options,
	.option_count = LEN(demo_options),
	.run = run_demo,
	.without_file = true,
	.help = N_(
		"Makes the demo competition Klash 2018-2020. Its people and texts are invented.") } };
const struct noun noun_demo = { "demo", N_("make a competition to try, with invented material"),
	demo_verb, 1 };

/* Sidecar files must be as the file itself is, or the next person cannot open it. */
static struct error check_modes(struct cli *cli)
{
	static const char *const suffixes[] = { "", "-lock", "-wal", "-shm" };

	for (size_t i = 0; i < LEN(suffixes); i++) {
		const char *path =
			arena_printf(&cli->arena, "%s%s", db_path(cli->ctx.db), suffixes[i]);
		struct error e = file_check(path);

		if (e.code == E_OK || e.code == E_NO_FILE)
			continue;
		cli->subject = path;
		return e;
	}
	return ok();
}

/* What check has found. */
struct findings {
	struct verdict verdict;
	bool clock_waits;
	struct inconsistencies records; /* that contradict each other; none of a broken file */
};

static bool nothing_found(const struct findings *f)
{
	return f->verdict.good && !f->clock_waits && f->records.n == 0;
}

static const struct column findings_columns[] = { VERDICT_COLUMNS,
	{ "clock_waits", N_("The clock waits to be accepted"), CELL_FLAG },
	{ "contradictions", N_("Contradictions"), CELL_LIST } };

static struct error findings_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct findings *f = arg;
	const char **sentences = arena_alloc(&row->arena, (f->records.n + 1) * sizeof(*sentences));

	(void)cli, (void)id;
	for (size_t i = 0; i < f->records.n; i++)
		sentences[i] = consistency_sentence(&row->arena, &f->records.rows[i]);
	verdict_put(row, &f->verdict);
	row_put(row, "clock_waits", cell_flag(f->clock_waits));
	row_put(row, "contradictions", cell_list(sentences, f->records.n));
	return ok();
}

static const struct listing findings_listing = { findings_columns, LEN(findings_columns),
	VERDICT_SHOWN ",clock_waits,contradictions", findings_row };

/* Records that contradict each other, each by its codes. */
static void print_findings(struct cli *cli, const struct findings *f)
{
	print_verdict(cli, &f->verdict);
	for (size_t i = 0; i < f->records.n; i++)
		fprintf(stderr, "klash: %s\n",
			consistency_sentence(&cli->arena, &f->records.rows[i]));
	if (nothing_found(f))
		print_done(cli, "%s", _("Everything is in order."));
}

static bool is_index(const struct verdict *verdict)
{
	return strcmp(verdict->fault, "search") == 0 || strcmp(verdict->fault, "search_newer") == 0;
}

/* It is somebody's act, although anybody may check. */
static struct error repair(struct cli *cli, struct verdict *verdict)
{
	if (verdict->good)
		return rule(
			N_("There is nothing to repair: the search index matches the records."));
	if (!is_index(verdict)) {
		print_verdict(cli, verdict);
		return rule(
			N_("Only the search index can be made anew. For anything else there is the "
			   "latest backup (`klash restore`)."));
	}
	if (cli->key == NULL) /* else it has entered */
		TRY(cli_enter_opened(cli));
	TRY(repair_search(&cli->ctx));
	print_done(cli, "%s", _("The search index was made anew."));
	return verify_file(cli->ctx.db, 0, "", verdict);
}

static struct error run_check(struct cli *cli)
{
	struct findings findings = { 0 };
	struct clock_state state;

	TRY(check_modes(cli));
	TRY(verify_file(cli->ctx.db, 0, "", &findings.verdict));
	if (option(cli, "repair") != NULL)
		TRY(repair(cli, &findings.verdict));
	TRY(clock_state(&cli->ctx, &state)); /* that it waits has been said */
	findings.clock_waits = state.waits;
	if (findings.verdict.good)
		TRY(consistency_list(&cli->ctx, &cli->arena, &findings.records));
	cli->status = nothing_found(&findings) ? 0 : 1;
	if (cli_reader(cli) != READ_SHOWN)
		return print_one(cli, &findings_listing, &findings, 0);
	print_findings(cli, &findings);
	return ok();
}

static const struct option_spec check_options[] = {
	{ "repair", NULL,
		N_("makes the search index anew if that is what is wrong; for administrators") },
};
static const struct verb check_verb[] = { { .options = check_options,
	.option_count = LEN(check_options),
	.run = run_check,
	.without_account = true,
	.help = N_("Checks the file, its log, and who may read and write it.") } };
const struct noun noun_check = { "check", N_("is everything in order"), check_verb, 1 };

/* Nothing is called restored before it was read back from where it lies. */
static struct error check_restored(struct cli *cli, const char *path, const struct verdict *source)
{
	struct verdict verdict;
	struct context restored;

	TRY(context_open(path, &restored));
	struct error e = verify_file(restored.db, source->head_seq, source->head, &verdict);
	context_close(&restored);
	TRY(e);
	if (verdict.good)
		return ok();
	print_verdict(cli, &verdict);
	return fail(E_CORRUPT, NULL);
}

/* Who came with the file to a machine where nobody has an account in it. Their Unix user is known
 * here, or the account of the backup becomes that of who restores it. */
static struct error appoint(struct cli *cli, const char *path, const char *named)
{
	const char *me = cli_login(&cli->arena);
	struct new_account admin = { .login = named,
		.name = unix_name(&cli->arena, getpwnam(named)),
		.email = "",
		.role = "admin",
		.lang = i18n_lang() };
	bool here = strcmp(named, me) == 0 || getpwnam(named) != NULL;
	char via[32];

	if (*admin.name == '\0')
		admin.name = named;
	snprintf(via, sizeof(via), "uid %ld", (long)getuid());
	TRY(context_open(path, &cli->ctx));
	context_enter_holder(&cli->ctx, via);
	struct error e = account_appoint(&cli->ctx, &admin, here ? named : me);
	context_close(&cli->ctx);
	TRY(e);
	/* TRANSLATORS: a user name. */
	fprintf(stderr, _("klash: %s is now an administrator of it, and the log says so.\n"),
		here ? named : me);
	return ok();
}

/* The backup is checked whole before it takes the place, and the place must be free. */
static struct error run_restore(struct cli *cli)
{
	struct verdict verdict;
	struct context source;
	const char *path = cli_path(cli);

	if (option(cli, "as-admin") != NULL)
		TRY(account_check_login(option(cli, "as-admin")));
	cli->subject = cli->argv[0];
	TRY(context_open(cli->argv[0], &source));
	struct error e = verify_file(source.db, 0, "", &verdict);
	if (e.code == E_OK && !verdict.good) {
		print_verdict(cli, &verdict);
		e = fail(E_CORRUPT, NULL);
	}
	if (e.code == E_OK) {
		cli->subject = path;
		e = db_restore(source.db, path);
	}
	context_close(&source);
	TRY(e);
	TRY(check_restored(cli, path, &verdict));
	print_done(cli, _("Restored to %s."), path);
	return option(cli, "as-admin") == NULL ? ok() : appoint(cli, path, option(cli, "as-admin"));
}

static const struct option_spec restore_options[] = {
	{ "as-admin", "LOGIN",
		N_("where nobody on this machine has an account in it: LOGIN becomes an administrator "
		   "(your own user name, or an account of the backup that becomes yours); the log says so") },
};
static const struct verb restore_verb[] = { { .operands = "FILE",
	.least = 1,
	.most = 1,
	.options = restore_options,
	.option_count = LEN(restore_options),
	.run = run_restore,
	.without_file = true,
	.help = N_(
		"Makes the competition from a backup, after checking it. The file must not be there: "
		"when nobody has it open, move it away first, and with it what lies beside it "
		"(FILE-wal, FILE-shm): what was saved last may be in there.") } };
const struct noun noun_restore = { "restore", N_("make the competition from a backup"),
	restore_verb, 1 };
