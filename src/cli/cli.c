/* SPDX-License-Identifier: MIT */
#include "src/cli/progress.h"
#include "src/cli/cli.h"
#include "src/cli/document.h"

#include <errno.h>
#include <getopt.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "db/base/utf8.h"
#include "db/file.h"
#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/ground/clock.h"
#include "src/cli/act.h"
#include "src/cli/remote.h"

enum { LONG_OPTION = 256 }; /* above all letters of short ones */

static const struct option_spec common_options[] = {
	{ "format", "FORM", N_("the form of lists and records (table unless given)") },
	{ "columns", "NAME,...",
		N_("which columns of a list, and in which order; contact_* for what is written only "
		   "where it is asked for") },
	{ "plain", NULL, N_("CSV for programs: commas, codes, decimal points, nothing prefixed") },
	{ "output", "FILE", N_("write there instead of standard output (-o); never overwrites") },
	{ "help", NULL, N_("explain this command") },
};

/* What an option of a field takes, for the help. */
static const char *field_value(struct arena *arena, const struct field *field)
{
	struct buffer codes = { 0 };
	const char *code;

	switch (field->meaning) {
	case MEANS_CODE:
		for (size_t i = 0; (code = text_code(field->words, i)) != NULL; i++)
			buffer_printf(&codes, "%s%s", i > 0 ? "|" : "", code);
		const char *value = arena_text(arena, codes.text);
		buffer_clear(&codes);
		return value;
	case MEANS_EMAIL:
		return "ADDRESS";
	case MEANS_TIME:
		return "TIME";
	case MEANS_DAY:
		return "DAY";
	case MEANS_MONEY:
		return "AMOUNT";
	case MEANS_NUMBER:
	case MEANS_THOUSANDTHS:
	case MEANS_TENTHS:
		return "NUMBER";
	case MEANS_LINE:
	case MEANS_LINES:
	case MEANS_MINUTES:
	case MEANS_FLAG:
	case MEANS_REF:
	case MEANS_NOTHING:
		return "TEXT";
	}
	return "TEXT";
}

static struct option_spec option_of_field(struct arena *arena, const struct field *field)
{
	const char *word = i18n_lookup("field", field->word);
	char *name = arena_text(arena, field->name), most[40];

	for (char *c = name; *c != '\0'; c++)
		*c = *c == '_' ? '-' : *c;
	text_count((int64_t)field->max, most, sizeof(most));
	return (struct option_spec){ name, field_value(arena, field),
		field->max == 0 ?
			word :
			/* TRANSLATORS: a field's name, how many characters it may have. */
			arena_printf(arena,
				ngettext("%s, at most %s character", "%s, at most %s characters",
					field->max),
				word, most) };
}

/* "mean|median|borda" */
static const char *codes_of(struct arena *arena, enum vocabulary words)
{
	const char *codes = text_code(words, 0);

	for (size_t i = 1; text_code(words, i) != NULL; i++)
		codes = arena_printf(arena, "%s|%s", codes, text_code(words, i));
	return codes;
}

/* The options of the verb with their help in the language in use: its own, then its record's. */
size_t cli_options(
	struct arena *arena, const struct verb *verb, struct option_spec options[OPTIONS_MAX])
{
	size_t n = 0;

	for (; n < verb->option_count; n++) {
		options[n] = verb->options[n];
		options[n].help = _(options[n].help);
		if (options[n].codes != WORDS_NONE)
			options[n].value = codes_of(arena, options[n].codes);
	}
	for (size_t i = 0; verb->record != NULL && i < verb->record->n && n < OPTIONS_MAX; i++)
		if ((verb->record->fields[i].in & verb->in) != 0)
			options[n++] = option_of_field(arena, &verb->record->fields[i]);
	return n;
}

static void put_column(const char *text, int width)
{
	int gap = width - utf8_columns(text);

	printf("  %s%*s", text, gap > 0 ? gap : 0, "");
}

/* Before a command; parse_global knows their letters. */
static const struct {
	struct option_spec spec;
	int letter;
} global_options[] = {
	{ { "db", "FILE", N_("the competition's file (unless given, $KLASH_DB, else one's own)") },
		'd' },
	{ { "lang", "fi|sv|en", N_("the language of this session") }, 'l' },
	{ { "as", "LOGIN", N_("see what that account sees, and act for it where that may be") },
		'a' },
	{ { "line", NULL, N_("no screens: all is told and asked line by line") }, 'n' },
	{ { "key", "FINGERPRINT", N_("for sshd's own use: whose key it has proven") }, 'k' },
	{ { "help", NULL, N_("list the commands") }, 'h' },
	{ { "version", NULL, N_("say which Klash this is") }, 'v' },
};

const struct option_spec *cli_global_option(size_t i)
{
	return i < LEN(global_options) ? &global_options[i].spec : NULL;
}

const struct option_spec *cli_common_option(size_t i)
{
	return i < LEN(common_options) ? &common_options[i] : NULL;
}

/* `help` is translated already. */
static void show_option(const struct option_spec *option, const char *help)
{
	char left[80];

	snprintf(left, sizeof(left), "--%s %s", option->name,
		option->value == NULL ? "" : option->value);
	put_column(left, 29);
	printf(" %s\n", help);
}

static int show_nouns(const struct cli *cli)
{
	const struct option_spec *option;

	printf("%s\n\n",
		_("klash [--db FILE] [--lang fi|sv|en] [--as LOGIN] [--line] [COMMAND ...]"));
	printf("%s\n\n",
		_("Without a command the screens open; with --line all is told and asked line by line, for a "
		  "screen reader or a pipe. The commands:"));
	for (const struct noun *const *noun = cli->nouns; *noun != NULL; noun++) {
		put_column((*noun)->name, 14);
		printf(" %s\n", _((*noun)->help));
	}
	printf("\n%s\n", _("Before a command, or without one:"));
	for (size_t i = 0; (option = cli_global_option(i)) != NULL; i++)
		show_option(option, _(option->help));
	printf("\n%s\n", _("`klash COMMAND --help` explains each."));
	return 0;
}

static void show_usage(FILE *out, const struct noun *noun, const struct verb *verb)
{
	struct option_spec options[OPTIONS_MAX];
	struct arena arena = { 0 };
	size_t n = cli_options(&arena, verb, options);

	fprintf(out, "klash %s", noun->name);
	if (verb->name != NULL)
		fprintf(out, " %s", verb->name);
	if (verb->operands != NULL)
		fprintf(out, " %s", verb->operands);
	for (size_t i = 0; i < n; i++)
		fprintf(out, " [--%s%s%s]", options[i].name, options[i].value != NULL ? " " : "",
			options[i].value != NULL ? options[i].value : "");
	fputc('\n', out);
	arena_clear(&arena);
}

/* The forms of lists are those that there are writers for. `verb` NULL: of all. */
static void show_common_options(const struct verb *verb)
{
	struct arena arena = { 0 };

	for (size_t i = 0; i < LEN(common_options); i++) {
		struct option_spec option = common_options[i];
		bool is_format = strcmp(option.name, "format") == 0;

		if (is_format && verb != NULL && verb->document != NULL) {
			option.value = document_forms(&arena, verb);
			option.help = N_("the form of the document (unless given, as the ending of "
					 "the output's name says, else text)");
		} else if (is_format) {
			option.value = writer_names(&arena);
		}
		show_option(&option, _(option.help));
	}
	arena_clear(&arena);
}

static int show_verb(const struct noun *noun, const struct verb *verb)
{
	struct option_spec options[OPTIONS_MAX];
	struct arena arena = { 0 };
	size_t n = cli_options(&arena, verb, options);

	show_usage(stdout, noun, verb);
	printf("\n%s\n\n", _(verb->help));
	for (size_t i = 0; i < n; i++)
		show_option(&options[i], options[i].help);
	show_common_options(verb);
	arena_clear(&arena);
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
	show_common_options(NULL);
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

	watch_over();
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

static size_t option_index(const struct cli *cli, const char *name)
{
	size_t i = 0;

	while (i < cli->option_count && strcmp(cli->options[i].name, name) != 0)
		i++;
	return i;
}

const char *option(const struct cli *cli, const char *name)
{
	size_t i = option_index(cli, name);

	return i == cli->option_count ? NULL : cli->values[i];
}

const char *option_text(const struct cli *cli, const char *name)
{
	const char *value = option(cli, name);

	return value == NULL ? "" : value;
}

size_t option_values(const struct cli *cli, const char *name, const char *const **values)
{
	size_t i = option_index(cli, name);

	if (i == cli->option_count)
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
		cli->columns = value;
	else if (i == 2)
		cli->plain = true;
	else if (i == 3)
		cli->output = value;
	else
		*help = true;
}

/* Options of the verb and the common ones, for getopt_long. Each has a number of its own: of those
 * that are alike in everything getopt_long takes the first that a shortened name fits. */
static void fill_options(const struct cli *cli, struct option *all)
{
	int n = 0;

	for (size_t i = 0; i < cli->option_count; i++, n++)
		all[n] = (struct option){ cli->options[i].name,
			cli->options[i].value != NULL ? required_argument : no_argument, NULL,
			LONG_OPTION + n };
	for (size_t i = 0; i < LEN(common_options); i++, n++)
		all[n] = (struct option){ common_options[i].name,
			common_options[i].value != NULL ? required_argument : no_argument, NULL,
			LONG_OPTION + n };
	all[n] = (struct option){ 0 };
}

/* A shortened name that fits several options is refused with their names. */
static int wrong_option(struct cli *cli, const struct option *all, const char *typed)
{
	struct buffer fits = { 0 };
	size_t n = 0, length;

	if (typed != NULL && strncmp(typed, "--", 2) == 0) {
		length = strcspn(typed + 2, "=");
		for (const struct option *o = all; o->name != NULL; o++)
			if (length > 0 && strncmp(o->name, typed + 2, length) == 0)
				buffer_printf(&fits, "%s--%s", n++ == 0 ? "" : ", ", o->name);
	}
	if (n < 2) {
		buffer_clear(&fits);
		return wrong_usage(cli->noun, cli->verb);
	}
	/* TRANSLATORS: a shortened option as it was typed, then the options it fits. */
	fprintf(stderr, _("klash: %s fits several options, write more of it: %s\n"),
		shown_word(&cli->arena, typed), fits.text);
	buffer_clear(&fits);
	return 2;
}

static bool is_form_known(const struct cli *cli)
{
	return cli->verb->document != NULL ? document_form_known(cli) :
					     writer_find(cli->format) != NULL;
}

static int unknown_form(struct cli *cli)
{
	const char *forms = cli->verb->document != NULL ? document_forms(&cli->arena, cli->verb) :
							  writer_names(&cli->arena);

	/* TRANSLATORS: what somebody typed behind --format, then those that there are. */
	fprintf(stderr, _("klash: there is no form %s here; --format is one of %s\n"),
		shown_word(&cli->arena, cli->format), forms);
	return 2;
}

/* -1: go on. */
static int parse_options(struct cli *cli, int argc, char **argv)
{
	struct option all[OPTIONS_MAX + LEN(common_options) + 1];
	bool help = false;
	int c;

	cli->option_count = cli_options(&cli->arena, cli->verb, cli->options);
	fill_options(cli, all);
	optind = 0;
	opterr = 0;
	while ((c = getopt_long(argc, argv, "o:h", all, NULL)) != -1) {
		size_t index = (size_t)(c - LONG_OPTION);

		if (c == 'o')
			cli->output = optarg;
		else if (c == 'h')
			help = true;
		else if (c < LONG_OPTION)
			return wrong_option(cli, all, optind > 0 ? argv[optind - 1] : NULL);
		else if (index < cli->option_count)
			take_option(cli, index, optarg);
		else
			take_common(cli, index - cli->option_count, optarg, &help);
	}
	if (help)
		return show_verb(cli->noun, cli->verb);
	if (cli->plain && strcmp(cli->format, "table") == 0)
		cli->format = "csv";
	cli->argc = argc - optind;
	cli->argv = argv + optind;
	if (!is_form_known(cli))
		return unknown_form(cli);
	if (cli->argc < cli->verb->least || (cli->verb->most >= 0 && cli->argc > cli->verb->most))
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

	progress_watch(&cli->progress);
	if (e.code == E_OK && !cli->verb->without_file) {
		e = cli->verb->without_account ? cli_open(cli) : cli_enter(cli);
		opened = e.code == E_OK;
	}
	if (opened)
		warn_of_clock(cli);
	if (e.code == E_OK)
		e = opened && !cli->verb->without_account ? run_telling_namesakes(cli) :
							    cli->verb->run(cli);
	if (e.code == E_OK && opened && cli->status == 0)
		e = context_unread(&cli->ctx);
	if (e.code != E_OK)
		cli_complain(cli,
			opened || cli->remote || cli->verb->without_file ? "" : cli_path(cli), e);
	if (opened) {
		warn_of_mode(cli, e);
		context_close(&cli->ctx);
	}
	progress_end_as_asked();
	if (e.code == E_OK && fflush(stdout) != 0) {
		cli_complain(cli, "", (struct error){ .code = E_IO, .low = errno });
		return 1;
	}
	return e.code == E_OK ? cli->status : 1;
}

static const struct noun *find_noun(const struct cli *cli, const char *name)
{
	const struct noun *const *noun = cli->nouns;

	while (*noun != NULL && strcmp((*noun)->name, name) != 0)
		noun++;
	return *noun;
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
	cli->noun = cli_with_acts(&cli->arena, find_noun(cli, argv[0]));
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
	struct option global[LEN(global_options) + 1] = { 0 };
	int c;

	for (size_t i = 0; i < LEN(global_options); i++)
		global[i] = (struct option){ global_options[i].spec.name,
			global_options[i].spec.value != NULL ? required_argument : no_argument,
			NULL, global_options[i].letter };
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
				return show_nouns(cli), 2;
			i18n_use(cli->lang);
			break;
		case 'a':
			cli->as = optarg;
			break;
		case 'k':
			cli->key = optarg;
			break;
		case 'n':
			cli->line = true;
			break;
		case 'h':
			return show_nouns(cli);
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

int cli_start(int argc, char **argv, const struct noun *const *nouns, struct cli *cli)
{
	*cli = (struct cli){ .nouns = nouns, .format = "table", .out = stdout };
	json_set_alloc_funcs(xmalloc, free); /* no NULL of Jansson's for want of memory */
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
		_("klash: refused: there are no commands for jurors. Log in without one, and the screens open; "
		  "`ssh HOST line` works line by line."));
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
		show_nouns(cli);
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
