/* SPDX-License-Identifier: MIT */
#include "documents/said.h"

#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "documents/limits.h"
#include "documents/memory.h"
#include "documents/xml.h"

struct saying {
	struct piece text;
	bool unseen;  /* what no search of the text can judge */
	bool in_name; /* an element that names who wrote it */
};

static bool is_one_of(const char *word, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strcmp(word, *words) == 0)
			return true;
	return false;
}

/* Dublin Core, OOXML's and ODF's own (ECMA-376, part 1, 15.2.12; OpenDocument 1.3, part 3, 4.3). */
static bool names_author(const char *element)
{
	static const char *const names[] = { "creator", "lastModifiedBy", "Company", "Manager",
		"initial-creator", "printed-by", "sender-initials", NULL };

	return is_one_of(element, names);
}

/* Who commented or changed, where a relation or a picture leads, what a picture is called. */
static bool is_said_attribute(const char *name)
{
	static const char *const names[] = { "author", "initials", "Target", "href", "descr",
		"title", "name", "userId", NULL };

	return is_one_of(name, names);
}

static void add(struct saying *s, const char *text)
{
	piece_add(&s->text, text, strlen(text));
	piece_add(&s->text, "\n", 1);
}

static enum line_fault on_start(struct xml *xml, const char *element, const char **attributes)
{
	struct saying *s = xml->arg;

	s->in_name = names_author(element);
	for (; attributes[0] != NULL; attributes += 2) {
		const char *name = xml_local(attributes[0]);

		if (!is_said_attribute(name) || attributes[1][0] == '\0')
			continue;
		if (strcmp(name, "author") == 0)
			s->unseen = true;
		add(s, attributes[1]);
	}
	return s->text.n > OUTPUT_MAX ? FAULT_LARGE : FAULT_NONE;
}

/* Runs of one paragraph stand together: a name may be divided between them. */
static enum line_fault on_end(struct xml *xml, const char *element)
{
	static const char *const within[] = { "t", "r", "span", "rPr", "b", "i", "u", "lang", "sz",
		"szCs", "rFonts", "proofErr", "bookmarkStart", "bookmarkEnd", "bCs", "iCs", "color",
		"a", NULL };
	struct saying *s = xml->arg;

	s->in_name = false;
	if (!is_one_of(element, within))
		piece_add(&s->text, "\n", 1);
	return FAULT_NONE;
}

static void on_text(struct xml *xml, const char *text, size_t n)
{
	struct saying *s = xml->arg;

	for (size_t i = 0; s->in_name && i < n; i++)
		s->unseen = s->unseen || strchr(" \t\r\n", text[i]) == NULL;
	piece_add(&s->text, text, n);
}

static bool ends_with(const char *text, const char *end)
{
	size_t n = strlen(text), m = strlen(end);

	return n >= m && strcmp(text + n - m, end) == 0;
}

static enum line_fault say_part(struct package *package, const char *name, struct saying *s)
{
	static const struct xml_handler handler = { on_start, on_end, on_text };

	if (ends_with(name, "/"))
		return FAULT_NONE;
	if (ends_with(name, ".xml") || ends_with(name, ".rels") || ends_with(name, ".rdf")) {
		add(s, "");
		return xml_read(package, name, &handler, s);
	}
	/* Fonts and the kind of the package say nothing; pictures and files within may say all. */
	if (strcmp(name, "mimetype") != 0 && !ends_with(name, ".odttf") && !ends_with(name, ".bin"))
		s->unseen = true;
	return FAULT_NONE;
}

enum line_fault say_document(FILE *in, FILE *out)
{
	struct package package;
	struct saying s = { 0 };
	enum line_fault fault = package_open(&package, in);

	if (fault != FAULT_NONE)
		return fault;
	zip_int64_t n = zip_get_num_entries(package.zip, 0);
	for (zip_int64_t i = 0; fault == FAULT_NONE && i < n; i++) {
		const char *name = zip_get_name(package.zip, (zip_uint64_t)i, 0);

		fault = name == NULL ? FAULT_DAMAGED : say_part(&package, name, &s);
	}
	package_close(&package);
	if (fault == FAULT_NONE) {
		fputs(s.unseen ? "1\n" : "0\n", out);
		fputs(piece_text(&s.text), out);
	}
	piece_clear(&s.text);
	return fault;
}

enum line_fault say_pdf(const char *what)
{
	if (strcmp(what, "text") == 0)
		execl("/usr/bin/pdftotext", "pdftotext", "-q", "-enc", "UTF-8", "-nopgbrk", "-",
			"-", (char *)NULL);
	else if (strcmp(what, "info") == 0)
		execl("/usr/bin/pdfinfo", "pdfinfo", "-enc", "UTF-8", "-", (char *)NULL);
	else if (strcmp(what, "meta") == 0)
		execl("/usr/bin/pdfinfo", "pdfinfo", "-meta", "-", (char *)NULL);
	return FAULT_INPUT;
}
