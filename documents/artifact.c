/* SPDX-License-Identifier: MIT
 * The marks of a page, read operator by operator (ISO 32000-1, 7.8.2): what paints while no tag is
 * open is wrapped as an artifact. Nothing else is changed. */
#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "documents/finish.h"

static const char begins[] = "/Artifact BMC\n", ends[] = "\nEMC";

struct marks {
	const char *content;
	size_t n, at;
	size_t operands; /* where those of the next operator begin */
	size_t copied;
	int tags; /* that are open */
	bool in_path, in_text, has_tags;
	size_t path, text; /* where it begins */
	struct piece *out;
};

static bool is_blank(char letter)
{
	return letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t' ||
	       letter == '\f' || letter == '\0';
}

static bool ends_token(char letter)
{
	return is_blank(letter) || strchr("()<>[]{}/%", letter) != NULL;
}

static void skip_string(struct marks *m)
{
	int depth = 0;

	for (; m->at < m->n; m->at++) {
		char letter = m->content[m->at];

		if (letter == '\\') {
			m->at++;
		} else if (letter == '(') {
			depth++;
		} else if (letter == ')' && --depth == 0) {
			m->at++;
			return;
		}
	}
}

static void skip_to(struct marks *m, char last)
{
	while (m->at < m->n && m->content[m->at] != last)
		m->at++;
	m->at += m->at < m->n ? 1 : 0;
}

/* A number, name or operator from here. */
static void skip_word(struct marks *m)
{
	m->at++;
	while (m->at < m->n && !ends_token(m->content[m->at]))
		m->at++;
}

/* The next operator; false at the end. */
static bool next_operator(struct marks *m, size_t *from)
{
	m->operands = (size_t)-1;
	while (m->at < m->n) {
		char letter = m->content[m->at];

		*from = m->at;
		if (is_blank(letter)) {
			m->at++;
			continue;
		}
		if (m->operands == (size_t)-1)
			m->operands = m->at;
		if (letter == '(')
			skip_string(m);
		else if (letter == '%')
			skip_to(m, '\n');
		else if (letter == '<' && m->at + 1 < m->n && m->content[m->at + 1] != '<')
			skip_to(m, '>');
		else if (strchr("<>[]{}", letter) != NULL)
			m->at++;
		else if (isalpha((unsigned char)letter) || letter == '\'' || letter == '"') {
			skip_word(m);
			return true;
		} else
			skip_word(m);
	}
	return false;
}

static void wrap(struct marks *m, size_t from)
{
	piece_add(m->out, m->content + m->copied, from - m->copied);
	piece_add(m->out, begins, sizeof(begins) - 1);
	piece_add(m->out, m->content + from, m->at - from);
	piece_add(m->out, ends, sizeof(ends) - 1);
	m->copied = m->at;
}

static bool is_among(const char *words, const char *word, size_t n)
{
	while (*words != '\0') {
		size_t length = strcspn(words, " ");

		if (length == n && memcmp(words, word, n) == 0)
			return true;
		words += length + (words[length] == ' ' ? 1 : 0);
	}
	return false;
}

static void take_path(struct marks *m, const char *word, size_t n)
{
	if (is_among("m l c v y h re", word, n)) {
		m->path = m->in_path ? m->path : m->operands;
		m->in_path = true;
	} else if (is_among("S s f F f* B B* b b*", word, n)) {
		if (m->in_path && m->tags == 0)
			wrap(m, m->path);
		m->in_path = false;
	} else if (is_among("n", word, n)) {
		m->in_path = false;
	}
}

static void take_text(struct marks *m, const char *word, size_t n, size_t from)
{
	if (is_among("BT", word, n)) {
		m->in_text = true;
		m->has_tags = m->tags > 0;
		m->text = from;
	} else if (is_among("ET", word, n)) {
		if (m->in_text && !m->has_tags)
			wrap(m, m->text);
		m->in_text = false;
	}
}

static void take(struct marks *m, size_t from)
{
	const char *word = m->content + from;
	size_t n = m->at - from;

	if (is_among("BDC BMC", word, n)) {
		m->tags++;
		m->has_tags = true;
	} else if (is_among("EMC", word, n)) {
		m->tags--;
	} else if (is_among("Do sh", word, n)) {
		if (m->tags == 0 && !m->in_text)
			wrap(m, m->operands);
	}
	take_path(m, word, n);
	take_text(m, word, n, from);
}

void mark_artifacts(const char *content, size_t n, struct piece *out)
{
	struct marks m = { .content = content, .n = n, .out = out };
	size_t from;

	while (next_operator(&m, &from))
		take(&m, from);
	piece_add(out, content + m.copied, n - m.copied);
}
