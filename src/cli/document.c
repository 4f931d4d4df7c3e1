/* SPDX-License-Identifier: MIT
 * All documents by their names, and what the verbs that make one share. */
#include "src/cli/document.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/documents/writer.h"
#include "src/roof/kept.h"
#include "src/roof/papers.h"

/* Is it among words with bars between? */
static bool is_among(const char *words, const char *word)
{
	size_t n = strlen(word);

	for (; n > 0 && *words != '\0'; words += strcspn(words, "|"), words += *words == '|')
		if (strcspn(words, "|") == n && memcmp(words, word, n) == 0)
			return true;
	return false;
}

bool document_form_known(const struct cli *cli)
{
	return strcmp(cli->format, "table") == 0 || document_writer(cli->format) != NULL ||
	       is_among(cli->verb->document, cli->format);
}

const char *document_forms(struct arena *arena, const struct verb *verb)
{
	const char *forms = document_formats(arena);

	return *verb->document == '\0' ? forms :
					 arena_printf(arena, "%s|%s", forms, verb->document);
}

struct error document_language(const struct cli *cli, const char **lang)
{
	*lang = i18n_known(option(cli, "lang"));
	return option(cli, "lang") != NULL && *lang == NULL ? fail(E_INVALID, "language") : ok();
}

struct error print_document(
	struct cli *cli, const struct document_kind *kind, const struct document_ask *ask)
{
	const struct document_writer *writer = document_writer(cli->format);
	struct documents documents = { 0 };
	struct buffer text = { 0 };

	if (writer == NULL)
		writer = document_writer_of(cli->output == NULL ? "" : cli->output);
	TRY(document_make(&cli->ctx, &cli->arena, kind, ask, &documents));
	struct error e = writer->write(&documents, &text);
	if (e.code == E_OK)
		e = print_bytes(cli, text.text, text.length);
	buffer_clear(&text);
	TRY(e);
	return document_given(&cli->ctx, kind, documents.about);
}

static const struct column document_columns[] = {
	{ "document", N_("Name"), CELL_TEXT },
	{ "about", N_("About"), CELL_TEXT },
	{ "title", N_("Title"), CELL_TEXT },
};

static struct error document_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct document_kind *kind = document_kind((size_t)id);

	(void)cli, (void)arg;
	row_put(row, "document", cell_text(kind->noun));
	row_put(row, "about", cell_text(kind->of));
	row_put(row, "title", cell_text(i18n_lookup("document", kind->word)));
	return ok();
}

static const struct listing document_listing = { document_columns, LEN(document_columns), NULL,
	document_row };

static struct error run_document_list(struct cli *cli)
{
	size_t n = 0;

	while (document_kind(n) != NULL)
		n++;
	return print_array(cli, &document_listing, NULL, n);
}

static struct error run_document_make(struct cli *cli)
{
	const struct document_kind *kind;
	struct document_ask ask = { 0 };

	TRY(require(&cli->ctx, ACT_READ));
	TRY(document_language(cli, &ask.lang));
	cli->subject = cli->argv[0];
	TRY(document_kind_find(cli->argv[0], &kind));
	cli->subject = cli->argv[1];
	TRY(kind->find(&cli->ctx, cli->argv[1], &ask.id));
	return print_document(cli, kind, &ask);
}

static struct error run_document_keep(struct cli *cli)
{
	const struct document_kind *kind;
	struct document_ask ask = { 0 };
	int64_t number;

	TRY(document_language(cli, &ask.lang));
	cli->subject = cli->argv[0];
	TRY(document_kind_find(cli->argv[0], &kind));
	cli->subject = cli->argv[1];
	TRY(kind->find(&cli->ctx, cli->argv[1], &ask.id));
	TRY(document_keep(&cli->ctx, kind, &ask, &number));
	/* TRANSLATORS: a record's code, the number of an attachment. */
	printf(_("Kept with %s as attachment %lld.\n"), cli->argv[1], (long long)number);
	return ok();
}

static const struct option_spec make_options[] = {
	{ "lang", "fi|sv|en", N_("in another language than its reader's, if it is one person's") },
};
static const struct verb document_verbs[] = {
	{ .name = "list",
		.run = run_document_list,
		.help = N_("Lists the documents there are, and what record each is about.") },
	{ .name = "make",
		.operands = "NAME CODE",
		.least = 2,
		.most = 2,
		.options = make_options,
		.option_count = LEN(make_options),
		.document = "",
		.run = run_document_make,
		.help = N_("Makes the document of that name about a record: by its code, key or "
			   "user name.") },
	{ .name = "keep",
		.operands = "NAME CODE",
		.least = 2,
		.most = 2,
		.options = make_options,
		.option_count = LEN(make_options),
		.run = run_document_keep,
		.help = N_(
			"Keeps the PDF of a document that is final with its record, as an "
			"attachment: closed minutes, a signed statement, an approved decision.") },
};
const struct noun noun_document = { "document",
	N_("letters, decisions, forms: as text, web page, PDF or ODT"), document_verbs,
	LEN(document_verbs) };
