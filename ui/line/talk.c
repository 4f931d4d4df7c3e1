/* SPDX-License-Identifier: MIT */
#include "ui/line/talk.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/base/wrap.h"
#include "ui/jury/jury.h"
#include "ui/toolkit/page.h"

enum { WIDTH = 78, LINES_AT_ONCE = 12, CHOICES_AT_ONCE = 20, NUMBER_DIGITS = 4 };

void talk_start(struct talk *talk, struct context *ctx, FILE *in, FILE *out)
{
	*talk = (struct talk){ .ctx = ctx, .in = in, .out = out };
	talk->terminal = isatty(fileno(in)) != 0;
}

void talk_end(struct talk *talk)
{
	free(talk->typed);
	talk->typed = NULL;
}

/* As canvas.c draws it: nothing stored can speak to the terminal. */
static void put_clean(struct talk *talk, const char *text, size_t n)
{
	for (const char *end = text + n; text < end;) {
		uint32_t code;
		size_t bytes = utf8_decode(text, &code);

		char shown[8] = "";

		utf8_encode(utf8_unsafe(code) ? 0xFFFD : code, shown);
		fputs(shown, talk->out);
		text += bytes;
	}
}

void talk_say(struct talk *talk, const char *text)
{
	while (text != NULL) {
		const char *next;
		size_t n = text_wrap_words(text, WIDTH, &next);

		put_clean(talk, text, n);
		fputc('\n', talk->out);
		text = next;
	}
}

void talk_printf(struct talk *talk, const char *format, ...)
{
	va_list args;
	char *text = NULL;

	va_start(args, format);
	int n = vasprintf(&text, format, args);
	va_end(args);
	if (n >= 0)
		talk_say(talk, text);
	free(text);
}

void talk_head(struct talk *talk, const char *text)
{
	fputc('\n', talk->out);
	talk_say(talk, text);
}

void talk_refused(struct talk *talk, struct error e)
{
	struct arena arena = { 0 };
	char words[400];

	if (talk->ctx->role != ROLE_JUROR) {
		text_error(e, words, sizeof(words));
		talk_say(talk, words);
		return;
	}
	jury_words(e, words, sizeof(words));
	talk_say(talk, words);
	const char *contact = jury_contact(&arena, talk->ctx);
	if (*contact != '\0')
		talk_say(talk, contact);
	arena_clear(&arena);
}

bool talk_report(struct talk *talk, struct error e, const char *done)
{
	if (e.code == E_OK)
		talk_say(talk, done);
	else
		talk_refused(talk, e);
	return e.code == E_OK;
}

/* Where nothing echoes the end of the answer, the question ends its own line. */
static void put_prompt(struct talk *talk, const char *prompt)
{
	put_clean(talk, prompt, strlen(prompt));
	fputs(talk->terminal ? " " : "\n", talk->out);
	fflush(talk->out);
}

const char *talk_ask(struct talk *talk, const char *prompt)
{
	if (talk->ended)
		return NULL;
	put_prompt(talk, prompt);
	ssize_t n = getline(&talk->typed, &talk->size, talk->in);
	if (n <= 0 || talk->typed[n - 1] != '\n') {
		talk->ended = true;
		fputc('\n', talk->out);
		talk_say(talk,
			n > 0 ? _("The last line had no Enter at its end: it was not taken.") :
				_("Nothing more comes in."));
		return NULL;
	}
	talk->typed[--n] = '\0';
	for (ssize_t i = 0; i < n;
		i++) /* a NUL would hide what follows; as a control it is refused */
		talk->typed[i] = talk->typed[i] == '\0' ? '\1' : talk->typed[i];
	if (n > 0 && talk->typed[n - 1] == '\r')
		talk->typed[n - 1] = '\0';
	return talk->typed;
}

/* -1 for what is no number. */
static int number_of(const char *text)
{
	size_t blanks = strspn(text, " \t"), n = strspn(text + blanks, "0123456789");
	const char *behind = text + blanks + n;

	if (n == 0 || n > NUMBER_DIGITS || behind[strspn(behind, " \t.")] != '\0')
		return -1;
	return (int)strtol(text + blanks, NULL, 10);
}

static size_t last_choice(const char *const *choices, size_t n)
{
	while (n > 0 && choices[n - 1] == NULL)
		n--;
	return n;
}

/* Returns the first that was not told. */
static size_t tell_choices(struct talk *talk, const char *const *choices, size_t n, size_t from)
{
	size_t told = 0, i = from;

	for (; i < n && told < CHOICES_AT_ONCE; i++)
		if (choices[i] != NULL) {
			talk_printf(talk, "%zu. %s", i + 1, choices[i]);
			told++;
		}
	return i;
}

int talk_choose(struct talk *talk, const char *const *choices, size_t n, const char *back)
{
	size_t last = last_choice(choices, n), next = 0;

	for (bool tells = true;;) {
		if (tells)
			next = tell_choices(talk, choices, last, next < last ? next : 0);
		if (tells && next >= last)
			talk_printf(talk, "0. %s", back);
		const char *line = talk_ask(
			talk, next < last ? _("Number, or Enter for more choices:") : _("Number:"));
		if (line == NULL)
			return TALK_END;
		int number = number_of(line);
		if (number == 0 ||
			(number > 0 && (size_t)number <= last && choices[number - 1] != NULL))
			return number;
		tells = line[strspn(line, " \t?")] == '\0';
		if (!tells)
			talk_say(talk,
				_("There is no such choice. Type one of the numbers, then Enter; Enter "
				  "alone tells the choices again."));
	}
}

bool talk_confirm(struct talk *talk, const char *question, const char *act)
{
	talk_say(talk, question);
	return talk_choose(talk, &act, 1, C_("button", "Cancel")) == 1;
}

const char *talk_text(struct talk *talk, const char *prompt)
{
	talk_say(talk, prompt);
	const char *line = talk_ask(talk, _("Text, or 0 to cancel:"));

	return line == NULL || strcmp(line, "0") == 0 ? NULL : line;
}

/* "Enter reads on": which step to take from paragraph `at` of `n`; 0: none. */
static int ask_step(struct talk *talk, size_t at, size_t n)
{
	char prompt[200];

	if (!talk->told)
		talk_say(talk, _("Enter reads on, 1 reads the part before again, 0 stops."));
	talk->told = true;
	/* TRANSLATORS: which part of a text has been read, and of how many. */
	snprintf(prompt, sizeof(prompt), _("More? %zu / %zu:"), at, n);
	const char *line = talk_ask(talk, prompt);
	if (line == NULL || number_of(line) == 0)
		return 0;
	return number_of(line) == 1 ? -1 : 1;
}

/* Parts are [starts[i], starts[i + 1]) of the lines. */
static void tell_parts(
	struct talk *talk, const char *const *lines, const size_t *starts, size_t parts)
{
	size_t i = 0;

	while (i < parts) {
		for (size_t l = starts[i]; l < starts[i + 1]; l++)
			talk_say(talk, lines[l]);
		i++;
		if (i == parts)
			return;
		int step = ask_step(talk, i, parts);
		if (step == 0)
			return;
		if (step < 0)
			i = i > 1 ? i - 2 : 0;
	}
}

void talk_read(struct talk *talk, const char *text)
{
	struct arena arena = { 0 };
	size_t most = 1, n = 0;

	for (const char *at = text; *at != '\0'; at++)
		most += *at == '\n' ? 1 : 0;
	const char **lines = arena_alloc(&arena, most * sizeof(*lines));
	size_t *starts = arena_alloc(&arena, (most + 1) * sizeof(*starts));
	for (const char *at = text; at != NULL && *at != '\0';) {
		size_t length = strcspn(at, "\n");

		starts[n] = n;
		if (length > strspn(at, " \t"))
			lines[n++] = arena_bytes(&arena, at, length);
		at = at[length] == '\0' ? NULL : at + length + 1;
	}
	starts[n] = n;
	tell_parts(talk, lines, starts, n);
	arena_clear(&arena);
}

void talk_page(struct talk *talk, const struct page *page)
{
	struct arena arena = { 0 };
	const char **lines = arena_alloc(&arena, (page->n + 1) * sizeof(*lines));
	size_t *starts = arena_alloc(&arena, (page->n + 2) * sizeof(*starts));
	size_t n = 0, parts = 0;

	for (size_t i = 0; i < page->n; i++) {
		const struct page_line *line = &page->lines[i];

		if (n % LINES_AT_ONCE == 0)
			starts[parts++] = n;
		lines[n++] = *line->label == '\0' ?
				     line->text :
				     arena_printf(&arena, "%s: %s", line->label, line->text);
	}
	starts[parts] = n;
	tell_parts(talk, lines, starts, parts);
	arena_clear(&arena);
}
