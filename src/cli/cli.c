/* SPDX-License-Identifier: MIT */
#include "src/cli/cli.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "db/base/utf8.h"
#include "db/file.h"
#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/ground/clock.h"
#include "src/cli/remote.h"

/* In the order of the work. */
static const struct noun *const nouns[] = {
	&noun_init,
	&noun_demo,
	&noun_status,
	&noun_phase,
	&noun_range,
	&noun_figure,
	&noun_problem,
	&noun_import,
	&noun_challenge,
	&noun_application,
	&noun_team,
	&noun_session,
	&noun_mentor,
	&noun_question,
	&noun_solution,
	&noun_round,
	&noun_declaration,
	&noun_conflict,
	&noun_review,
	&noun_rank,
	&noun_advice,
	&noun_robustness,
	&noun_agreement,
	&noun_bundle,
	&noun_blind,
	&noun_statement,
	&noun_decision,
	&noun_complaint,
	&noun_budget,
	&noun_negotiation,
	&noun_contract,
	&noun_payment,
	&noun_confirm,
	&noun_adoption,
	&noun_attachment,
	&noun_note,
	&noun_municipality,
	&noun_organization,
	&noun_person,
	&noun_partner,
	&noun_account,
	&noun_key,
	&noun_authorized_keys,
	&noun_ssh_setup,
	&noun_log,
	&noun_clock,
	&noun_verify,
	&noun_checkpoint,
	&noun_check,
	&noun_backup,
	&noun_restore,
};

static const struct option_spec common_options[] = {
	{ "format", "table|csv|json|text",
		N_("the form of lists and records (table unless given)") },
	{ "plain", NULL, N_("CSV for programs: commas, codes, decimal points, nothing prefixed") },
	{ "output", "FILE", N_("write there instead of standard output (-o); never overwrites") },
	{ "help", NULL, N_("explain this command") },
};

static void put_column(const char *text, int width)
{
	int gap = width - utf8_columns(text);

	printf("  %s%*s", text, gap > 0 ? gap : 0, "");
}

static int show_nouns(void)
{
	printf("%s\n\n", _("klash [--db FILE] [--lang fi|sv|en] [--as LOGIN] [COMMAND ...]"));
	printf("%s\n\n", _("Without a command the office's screens open. The commands:"));
	for (size_t i = 0; i < LEN(nouns); i++) {
		put_column(nouns[i]->name, 14);
		printf(" %s\n", _(nouns[i]->help));
	}
	printf("\n%s\n", _("`klash COMMAND --help` explains each."));
	return 0;
}

static void show_usage(FILE *out, const struct noun *noun, const struct verb *verb)
{
	fprintf(out, "klash %s", noun->name);
	if (verb->name != NULL)
		fprintf(out, " %s", verb->name);
	if (verb->operands != NULL)
		fprintf(out, " %s", verb->operands);
	for (size_t i = 0; i < verb->option_count; i++)
		fprintf(out, " [--%s%s%s]", verb->options[i].name,
			verb->options[i].value != NULL ? " " : "",
			verb->options[i].value != NULL ? verb->options[i].value : "");
	fputc('\n', out);
}

static void show_options(const struct option_spec *options, size_t n)
{
	char left[80];

	for (size_t i = 0; i < n; i++) {
		snprintf(left, sizeof(left), "--%s %s", options[i].name,
			options[i].value == NULL ? "" : options[i].value);
		put_column(left, 29);
		printf(" %s\n", _(options[i].help));
	}
}

static int show_verb(const struct noun *noun, const struct verb *verb)
{
	show_usage(stdout, noun, verb);
	printf("\n%s\n\n", _(verb->help));
	show_options(verb->options, verb->option_count);
	show_options(common_options, LEN(common_options));
	return 0;
}

static int show_noun(const struct noun *noun)
{
	if (noun->verb_count == 1 && noun->verbs[0].name == NULL)
		return show_verb(noun, &noun->verbs[0]);
	printf("%s\n\n", _(noun->help));
	for (size_t i = 0; i < noun->verb_count; i++) {
		show_usage(stdout, noun, &noun->verbs[i]);
		printf("      %s\n", _(noun->verbs[i].help));
	}
	printf("\n%s\n", _("Every command takes these too:"));
	show_options(common_options, LEN(common_options));
	return 0;
}

/* What comes from a command line may hold anything. */
static const char *shown_word(struct arena *arena, const char *word)
{
	return utf8_visible(arena, word, strlen(word), TEXT_LINE);
}

void cli_complain(const struct cli *cli, const char *path, struct error e)
{
	char text[600];
	const char *subject = cli->subject != NULL ? cli->subject : path;
	struct arena arena = { 0 };

	text_error(e, text, sizeof(text));
	if (e.code == E_BESIDE)
		subject = file_beside_names(&arena, subject, e.low);
	const char *shown = shown_word(&arena, subject);
	if (*shown != '\0')
		fprintf(stderr, "klash: %s: %s\n", shown, text);
	else
		fprintf(stderr, "klash: %s\n", text);
	arena_clear(&arena);
}

static size_t option_index(const struct verb *verb, const char *name)
{
	size_t i = 0;

	while (i < verb->option_count && strcmp(verb->options[i].name, name) != 0)
		i++;
	return i;
}

const char *option(const struct cli *cli, const char *name)
{
	size_t i = option_index(cli->verb, name);

	return i == cli->verb->option_count ? NULL : cli->values[i];
}

const char *option_text(const struct cli *cli, const char *name)
{
	const char *value = option(cli, name);

	return value == NULL ? "" : value;
}

size_t option_values(const struct cli *cli, const char *name, const char *const **values)
{
	size_t i = option_index(cli->verb, name);

	if (i == cli->verb->option_count)
		return 0;
	*values = cli->repeated[i];
	return cli->repeats[i];
}

struct error option_number(const struct cli *cli, const char *name, const char *field,
	int64_t otherwise, int64_t *number)
{
	const char *value = option(cli, name);
	char *end;

	*number = otherwise;
	if (value == NULL)
		return ok();
	errno = 0;
	long long parsed = strtoll(value, &end, 10);
	if (*value == '\0' || *end != '\0' || errno != 0)
		return fail(E_INVALID, field);
	*number = parsed;
	return ok();
}

struct error option_money(
	const struct cli *cli, const char *name, const char *field, int64_t *cents)
{
	const char *value = option(cli, name);

	return value == NULL ? ok() : money_parse(field, value, cents);
}

struct error option_vat(const struct cli *cli, const char *name, int64_t *tenths)
{
	const char *value = option(cli, name);

	return value == NULL ? ok() : vat_parse("vat", value, tenths);
}

static int wrong_usage(const struct noun *noun, const struct verb *verb)
{
	fprintf(stderr, "%s ", _("Usage:"));
	show_usage(stderr, noun, verb);
	return 2;
}

static void take_option(struct cli *cli, size_t i, const char *value)
{
	cli->values[i] = value == NULL ? "" : value;
	if (cli->repeats[i] < MAPS_MAX)
		cli->repeated[i][cli->repeats[i]++] = cli->values[i];
}

static void take_common(struct cli *cli, size_t i, const char *value, bool *help)
{
	if (i == 0)
		cli->format = value;
	else if (i == 1)
		cli->plain = true;
	else if (i == 2)
		cli->output = value;
	else
		*help = true;
}

/* Options of the verb and the common ones, for getopt_long. */
static void fill_options(const struct verb *verb, struct option *all)
{
	size_t n = 0;

	for (size_t i = 0; i < verb->option_count; i++)
		all[n++] = (struct option){ verb->options[i].name,
			verb->options[i].value != NULL ? required_argument : no_argument, NULL, 0 };
	for (size_t i = 0; i < LEN(common_options); i++)
		all[n++] = (struct option){ common_options[i].name,
			common_options[i].value != NULL ? required_argument : no_argument, NULL,
			0 };
	all[n] = (struct option){ 0 };
}

/* -1: go on. */
static int parse_options(struct cli *cli, int argc, char **argv)
{
	struct option all[OPTIONS_MAX + LEN(common_options) + 1];
	bool help = false;
	int index, c;

	fill_options(cli->verb, all);
	optind = 0;
	opterr = 0;
	while ((c = getopt_long(argc, argv, "o:h", all, &index)) != -1) {
		if (c == 'o')
			cli->output = optarg;
		else if (c == 'h')
			help = true;
		else if (c != 0)
			return wrong_usage(cli->noun, cli->verb);
		else if ((size_t)index < cli->verb->option_count)
			take_option(cli, (size_t)index, optarg);
		else
			take_common(cli, (size_t)index - cli->verb->option_count, optarg, &help);
	}
	if (help)
		return show_verb(cli->noun, cli->verb);
	if (cli->plain && strcmp(cli->format, "table") == 0)
		cli->format = "csv";
	cli->argc = argc - optind;
	cli->argv = argv + optind;
	bool known = strcmp(cli->format, "table") == 0 || strcmp(cli->format, "csv") == 0 ||
		     strcmp(cli->format, "json") == 0 || strcmp(cli->format, "text") == 0;
	if (!known || cli->argc < cli->verb->least ||
		(cli->verb->most >= 0 && cli->argc > cli->verb->most))
		return wrong_usage(cli->noun, cli->verb);
	return -1;
}

/* That it could only be read; what failed for it has said so. */
static void warn_of_mode(struct cli *cli, struct error e)
{
	struct error fault = context_mode_fault(&cli->ctx);

	if (fault.code == E_OK || e.code == E_MODE)
		return;
	cli->subject = db_path(cli->ctx.db);
	cli_complain(cli, "", fault);
}

/* What whoever works in the file should know, whatever they do. */
static void warn_of_clock(struct cli *cli)
{
	struct clock_state state;
	char words[400];

	if (clock_state(&cli->ctx, &state).code != E_OK || !state.waits)
		return;
	clock_words(&state, words, sizeof(words));
	/* TRANSLATORS: %s is a sentence about a jump of the clock. */
	fprintf(stderr,
		_("klash: %s What binds waits until an administrator has accepted the clock "
		  "(`klash clock accept --reason T`).\n"),
		words);
}

static int run_verb(struct cli *cli)
{
	struct error e = cli->remote ? remote_refusal(cli) : ok();
	bool opened = false;

	if (e.code == E_OK && !cli->verb->without_file) {
		e = cli->verb->without_account ? cli_open(cli) : cli_enter(cli);
		opened = e.code == E_OK;
	}
	if (opened)
		warn_of_clock(cli);
	if (e.code == E_OK)
		e = opened && !cli->verb->without_account ? run_telling_namesakes(cli) :
							    cli->verb->run(cli);
	if (e.code != E_OK)
		cli_complain(cli,
			opened || cli->remote || cli->verb->without_file ? "" : cli_path(cli), e);
	if (opened) {
		warn_of_mode(cli, e);
		context_close(&cli->ctx);
	}
	if (e.code == E_OK && fflush(stdout) != 0) {
		cli_complain(cli, "", (struct error){ .code = E_IO, .low = errno });
		return 1;
	}
	return e.code == E_OK ? cli->status : 1;
}

static const struct noun *find_noun(const char *name)
{
	for (size_t i = 0; i < LEN(nouns); i++)
		if (strcmp(nouns[i]->name, name) == 0)
			return nouns[i];
	return NULL;
}

bool cli_knows(const char *noun)
{
	return find_noun(noun) != NULL;
}

/* "confirm 3": the verb without a name, where there are others beside it, takes a number. */
static const struct verb *numbered_verb(const struct noun *noun, const char *word)
{
	for (size_t i = 0; i < noun->verb_count; i++)
		if (noun->verbs[i].name == NULL && *word >= '0' && *word <= '9')
			return &noun->verbs[i];
	return NULL;
}

static int run_command(struct cli *cli, int argc, char **argv)
{
	cli->noun = find_noun(argv[0]);
	if (cli->noun == NULL) {
		/* TRANSLATORS: %s is what somebody typed as a command. */
		fprintf(stderr, _("klash: there is no command %s; `klash --help` lists them\n"),
			shown_word(&cli->arena, argv[0]));
		return 2;
	}
	bool single = cli->noun->verb_count == 1 && cli->noun->verbs[0].name == NULL;
	if (!single && (argc < 2 || strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)) {
		show_noun(cli->noun);
		return argc < 2 ? 2 : 0;
	}
	if (single) {
		cli->verb = &cli->noun->verbs[0];
	} else if ((cli->verb = numbered_verb(cli->noun, argv[1])) == NULL) {
		for (size_t i = 0; i < cli->noun->verb_count; i++)
			if (cli->noun->verbs[i].name != NULL &&
				strcmp(cli->noun->verbs[i].name, argv[1]) == 0)
				cli->verb = &cli->noun->verbs[i];
		if (cli->verb == NULL) {
			fprintf(stderr,
				_("klash: %s has no %s; `klash %s --help` lists what it has\n"),
				argv[0], shown_word(&cli->arena, argv[1]), argv[0]);
			return 2;
		}
		argc--;
		argv++;
	}
	int parsed = parse_options(cli, argc, argv);
	return parsed >= 0 ? parsed : run_verb(cli);
}

/* Options before the command. -1: go on. */
static int parse_global(struct cli *cli, int argc, char **argv)
{
	static const struct option global[] = {
		{ "db", required_argument, NULL, 'd' },
		{ "lang", required_argument, NULL, 'l' },
		{ "as", required_argument, NULL, 'a' },
		{ "key", required_argument, NULL, 'k' },
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'v' },
		{ 0 },
	};
	int c;

	opterr = 0;
	while ((c = getopt_long(argc, argv, "+h", global, NULL)) != -1) {
		if (cli->remote && strchr("dak", c) != NULL)
			c = '?';
		switch (c) {
		case 'd':
			cli->path = optarg;
			break;
		case 'l':
			cli->lang = i18n_known(optarg);
			if (cli->lang == NULL)
				return show_nouns(), 2;
			i18n_use(cli->lang);
			break;
		case 'a':
			cli->as = optarg;
			break;
		case 'k':
			cli->key = optarg;
			break;
		case 'h':
			return show_nouns();
		case 'v':
			printf("klash %s\n", KLASH_VERSION);
			return 0;
		default:
			fprintf(stderr, "%s\n",
				_("klash: unknown option; `klash --help` lists them"));
			return 2;
		}
	}
	return -1;
}

/* sshd's command has the file and the key, and nothing else: what the client asks for comes apart.
 */
static int check_key_use(struct cli *cli, int left)
{
	if (cli->key == NULL)
		return -1;
	cli->as = NULL;
	if (cli->path != NULL && left == 0)
		return -1;
	fprintf(stderr, "%s\n",
		_("klash: --key is for sshd's own use, with --db and without a command"));
	return 2;
}

int cli_start(int argc, char **argv, struct cli *cli)
{
	*cli = (struct cli){ .format = "table", .out = stdout };
	int parsed = parse_global(cli, argc, argv);
	if (parsed < 0)
		parsed = check_key_use(cli, argc - optind);
	if (parsed < 0 && optind < argc)
		parsed = run_command(cli, argc - optind, argv + optind);
	if (parsed >= 0)
		arena_clear(&cli->arena);
	return parsed;
}

/* The same few bytes whatever was asked. */
static int refuse_juror(void)
{
	fprintf(stderr, "%s\n",
		_("klash: refused: there are no commands for jurors. Log in without one, and the screens open."));
	return 1;
}

static int run_words(struct cli *cli, const char *command)
{
	int n = 0;
	char **words;

	if (!remote_split(&cli->arena, command, &n, &words)) {
		fprintf(stderr, "%s\n",
			_("klash: a quotation mark or backslash in the command is not finished"));
		return 2;
	}
	char **argv = arena_alloc(&cli->arena, ((size_t)n + 2) * sizeof(*argv));
	argv[0] = arena_text(&cli->arena, "klash");
	memcpy(argv + 1, words, (size_t)n * sizeof(*argv));
	cli->remote = true;
	optind = 0;
	int parsed = parse_global(cli, n + 1, argv);
	if (parsed >= 0)
		return parsed;
	if (optind == n + 1) {
		show_nouns();
		return 2;
	}
	return run_command(cli, n + 1 - optind, argv + optind);
}

int cli_remote(struct cli *cli, const char *command)
{
	struct error e = cli_enter(cli);

	if (e.code != E_OK) {
		cli_complain(cli, "", e);
		return 1;
	}
	bool juror = cli->ctx.role == ROLE_JUROR;
	context_close(&cli->ctx);
	return juror ? refuse_juror() : run_words(cli, command);
}
