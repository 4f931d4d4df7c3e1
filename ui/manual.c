/* SPDX-License-Identifier: MIT
 * Writes what a package brings besides the program, from the tables that the program itself works
 * by: klash(1), klash-jury(5), bash's completion, and sshd's settings. Run while it is built.
 * Usage: manual klash|jury|completion|sshd VERSION */
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/cli/act.h"
#include "src/cli/door.h"
#include "src/cli/nouns.h"
#include "ui/jury/jury.h"
#include "ui/toolkit/help.h"
#include "ui/toolkit/page.h"

/* man(7): a line that begins with a point or an apostrophe would be a request, and a hyphen would
 * be made longer. */
static void put_text(const char *text)
{
	if (*text == '.' || *text == '\'')
		fputs("\\&", stdout);
	for (; *text != '\0'; text++) {
		if (*text == '\\')
			fputs("\\e", stdout);
		else if (*text == '-')
			fputs("\\-", stdout);
		else
			putchar(*text);
		if (*text == '\n')
			fputs(".br\n", stdout);
	}
	putchar('\n');
}

static void put_header(const char *name, const char *section, const char *version)
{
	printf(".TH %s %s \"\" \"Klash %s\" \"Klash\"\n", name, section, version);
}

static void put_option(const struct option_spec *option, const char *help)
{
	printf(".TP\n.B \\-\\-%s", option->name);
	if (option->value != NULL)
		printf(" \\fI%s\\fR", option->value);
	putchar('\n');
	put_text(help);
}

static void put_verb(const struct noun *noun, const struct verb *verb)
{
	struct option_spec options[OPTIONS_MAX];
	struct arena arena = { 0 };
	size_t n = cli_options(&arena, verb, options);

	printf(".TP\n.B klash %s", noun->name);
	if (verb->name != NULL)
		printf(" %s", verb->name);
	if (verb->operands != NULL)
		printf(" \\fI%s\\fR", verb->operands);
	putchar('\n');
	put_text(_(verb->help));
	if (n > 0)
		puts(".RS");
	for (size_t i = 0; i < n; i++)
		put_option(&options[i], options[i].help);
	if (n > 0)
		puts(".RE");
	arena_clear(&arena);
}

static void put_commands(void)
{
	for (const struct noun *const *at = nouns; *at != NULL; at++) {
		struct arena arena = { 0 };
		const struct noun *noun = cli_with_acts(&arena, *at);

		printf(".SS %s\n", noun->name);
		put_text(_(noun->help));
		for (size_t i = 0; i < noun->verb_count; i++)
			put_verb(noun, &noun->verbs[i]);
		arena_clear(&arena);
	}
}

static void write_manual(const char *version)
{
	const struct option_spec *option;

	put_header("KLASH", "1", version);
	puts(".SH NAME\nklash \\- run a challenge competition\n.SH SYNOPSIS\n.B klash\n"
	     "[\\fIOPTION\\fR ...] [\\fICOMMAND\\fR ...]\n.SH DESCRIPTION");
	puts("Keeps a competition in one file: problems of municipalities, rounds of a jury, "
	     "applications,\nmentoring, solutions judged without names, winners, procurement and "
	     "adoption.\nWithout a command its screens open: those of the office, or those of a juror.\n"
	     "On a terminal that cannot place its cursor (TERM=dumb), and with \\-\\-line,\n"
	     "all is told and asked line by line.\n.SH OPTIONS\nBefore a command, or without one:");
	for (size_t i = 0; (option = cli_global_option(i)) != NULL; i++)
		put_option(option, _(option->help));
	puts(".PP\nEvery command takes these too:");
	for (size_t i = 0; (option = cli_common_option(i)) != NULL; i++)
		put_option(option, _(option->help));
	puts(".SH COMMANDS");
	put_commands();
	puts(".SH EXIT STATUS\n0: done. 1: refused or failed, with one line on standard error. 2: wrong "
	     "usage.\n.SH ENVIRONMENT\n.TP\n.B KLASH_DB\nthe competition's file\n.TP\n.B NO_COLOR\n"
	     "no colours\n.TP\n.B TERM\n\"dumb\": line by line\n.SH SEE ALSO\n.BR klash\\-jury (5),\n"
	     ".BR sshd_config (5)");
}

static void put_page(const struct page *page)
{
	for (size_t i = 0; i < page->n; i++) {
		const struct page_line *line = &page->lines[i];

		if (line->style == STYLE_HEADING) {
			printf(".PP\n.I ");
			put_text(line->text);
		} else if (*line->label != '\0') {
			printf(".TP\n.B ");
			put_text(line->label);
			put_text(line->text);
		} else if (*line->text != '\0') {
			puts(".PP");
			put_text(line->text);
		}
	}
}

static void write_jury(const char *version)
{
	static const struct {
		const char *title;
		const struct screen_ops *ops;
	} screens[] = {
		{ "The rounds", &jury_rounds_ops },
		{ "The declaration of interests", &jury_declare_ops },
		{ "The list of a round", &jury_list_ops },
		{ "A review", &jury_review_ops },
		{ "The text of a submission", &jury_reader_ops },
		{ "The jury's statement", &jury_statement_ops },
	};

	put_header("KLASH\\-JURY", "5", version);
	puts(".SH NAME\nklash\\-jury \\- what a juror of a Klash competition sees and presses\n"
	     ".SH DESCRIPTION\nA juror logs in by a key: \\fBssh\\fR \\fIUSER\\fR@\\fIHOST\\fR, and the "
	     "screens open.\n\\fBssh\\fR \\fIUSER\\fR@\\fIHOST\\fR \\fBline\\fR works line by line "
	     "instead,\nfor a screen reader or a line of braille: numbered choices, each with Enter;\n"
	     "0 goes back, Enter alone tells the choices again.\n.SH SCREENS");
	for (size_t i = 0; i < LEN(screens); i++) {
		struct page page = { 0 };

		printf(".SS %s\n", screens[i].title);
		help_of_screen(&page, screens[i].ops);
		put_page(&page);
		page_clear(&page);
	}
	struct page everywhere = { 0 };
	puts(".SS Everywhere");
	help_of_everywhere(&everywhere, &jury_places);
	put_page(&everywhere);
	page_clear(&everywhere);
	puts(".SH SEE ALSO\n.BR klash (1)");
}

/* "--as --db --help ": one pattern or list of words for bash. */
static void put_options(const struct option_spec *options, size_t n)
{
	for (size_t i = 0; i < n; i++)
		printf(" --%s", options[i].name);
}

static void put_noun_words(const struct noun *noun)
{
	for (size_t v = 0; v < noun->verb_count; v++)
		if (noun->verbs[v].name != NULL)
			printf(" %s", noun->verbs[v].name);
}

/* Words of an option that takes one of them: "mean|median". */
static void put_values(const struct noun *noun, const struct verb *verb)
{
	struct option_spec options[OPTIONS_MAX];
	struct arena arena = { 0 };
	size_t n = cli_options(&arena, verb, options);

	printf("\t'%s %s')\n\t\toptions='", noun->name, verb->name == NULL ? "" : verb->name);
	put_options(options, n);
	puts("'\n\t\tcase $prev in");
	for (size_t i = 0; i < n; i++)
		if (options[i].value != NULL && strchr(options[i].value, '|') != NULL)
			printf("\t\t--%s) values='%s' ;;\n", options[i].name, options[i].value);
	puts("\t\tesac\n\t\t;;");
	arena_clear(&arena);
}

static void write_completion(void)
{
	const struct option_spec *option;

	puts("# bash completion for klash, made from its own tables\n"
	     "_klash()\n{\n"
	     "\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
	     "\tlocal noun= verb= i=1 verbs= options= values= words=");
	printf("\tlocal nouns='");
	for (const struct noun *const *at = nouns; *at != NULL; at++)
		printf(" %s", (*at)->name);
	printf("'\n\tlocal before='");
	for (size_t i = 0; (option = cli_global_option(i)) != NULL; i++)
		put_options(option, 1);
	printf("'\n\tlocal common='");
	for (size_t i = 0; (option = cli_common_option(i)) != NULL; i++)
		put_options(option, 1);
	printf("'\n\twhile [ $i -lt $COMP_CWORD ]; do\n\t\tcase ${COMP_WORDS[i]} in\n\t\t");
	for (size_t i = 0, n = 0; (option = cli_global_option(i)) != NULL; i++)
		if (option->value != NULL)
			printf("%s--%s", n++ > 0 ? "|" : "", option->name);
	puts(") i=$((i + 1)) ;;\n\t\t-*) ;;\n"
	     "\t\t*) noun=${COMP_WORDS[i]}; break ;;\n\t\tesac\n\t\ti=$((i + 1))\n\tdone\n"
	     "\tif [ -z \"$noun\" ]; then\n"
	     "\t\tcase $prev in\n\t\t--db) COMPREPLY=($(compgen -f -- \"$cur\")); return ;;\n"
	     "\t\t--lang) COMPREPLY=($(compgen -W 'fi sv en' -- \"$cur\")); return ;;\n\t\tesac\n"
	     "\t\tCOMPREPLY=($(compgen -W \"$nouns $before\" -- \"$cur\"))\n\t\treturn\n\tfi\n"
	     "\tcase $noun in");
	for (const struct noun *const *at = nouns; *at != NULL; at++) {
		struct arena arena = { 0 };
		const struct noun *noun = cli_with_acts(&arena, *at);

		printf("\t%s) verbs='", noun->name);
		put_noun_words(noun);
		puts("' ;;");
		arena_clear(&arena);
	}
	puts("\tesac\n"
	     "\tif [ -n \"$verbs\" ]; then\n"
	     "\t\tif [ $((i + 1)) -eq $COMP_CWORD ]; then\n"
	     "\t\t\tCOMPREPLY=($(compgen -W \"$verbs --help\" -- \"$cur\"))\n\t\t\treturn\n\t\tfi\n"
	     "\t\tverb=${COMP_WORDS[i+1]}\n\tfi\n"
	     "\tcase \"$noun $verb\" in");
	for (const struct noun *const *at = nouns; *at != NULL; at++) {
		struct arena arena = { 0 };
		const struct noun *noun = cli_with_acts(&arena, *at);

		for (size_t v = 0; v < noun->verb_count; v++)
			put_values(noun, &noun->verbs[v]);
		arena_clear(&arena);
	}
	puts("\tesac\n"
	     "\tcase $cur in\n"
	     "\t-*) COMPREPLY=($(compgen -W \"$options $common\" -- \"$cur\")) ;;\n"
	     "\t*)\n\t\tif [ -n \"$values\" ]; then\n"
	     "\t\t\tCOMPREPLY=($(compgen -W \"${values//|/ }\" -- \"$cur\"))\n"
	     "\t\telse\n\t\t\tCOMPREPLY=($(compgen -f -- \"$cur\"))\n\t\tfi\n\t\t;;\n\tesac\n}\n"
	     "complete -o filenames -F _klash klash");
}

/* What ssh-setup writes on a server with a second port. */
static void write_sshd(void)
{
	const struct door door = { .program = "/usr/bin/klash",
		.file = "/var/lib/klash/klash.db",
		.directory = "/var/lib/klash",
		.user = "klash",
		.config = "/etc/ssh",
		.port = 2222,
		.meeting = "" };
	const struct known known = { .other_port = false };
	struct arena arena = { 0 };

	fputs(door_settings(&arena, &door, &known), stdout);
	arena_clear(&arena);
}

int main(int argc, char **argv)
{
	if (argc != 3)
		return 2;
	i18n_use("en");
	if (strcmp(argv[1], "klash") == 0)
		write_manual(argv[2]);
	else if (strcmp(argv[1], "jury") == 0)
		write_jury(argv[2]);
	else if (strcmp(argv[1], "completion") == 0)
		write_completion();
	else if (strcmp(argv[1], "sshd") == 0)
		write_sshd();
	else
		return 2;
	return fflush(stdout) == 0 ? 0 : 1;
}
