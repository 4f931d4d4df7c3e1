/* SPDX-License-Identifier: MIT
 * Templates of letters. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/letter.h"
#include "src/letters/template.h"
#include "src/letters/value.h"

static const struct column template_columns[] = {
	{ "kind" },
	{ "language" },
	{ "own", N_("The office's own"), CELL_FLAG },
	{ "subject" },
	{ "text", .of_record = true },
};

/* A row a kind and language, in their orders. */
static size_t languages(void)
{
	size_t n = 0;

	while (text_code(WORDS_LANGUAGE, n) != NULL)
		n++;
	return n;
}

static struct error template_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct letter_template t;
	size_t n = languages();

	(void)arg;
	TRY(letter_template_get(&cli->ctx, &row->arena,
		text_code(WORDS_LETTER_KIND, (size_t)id / n),
		text_code(WORDS_LANGUAGE, (size_t)id % n), &t));
	row_record(row, &t);
	row_put(row, "own", cell_flag(t.id != 0));
	return ok();
}

static const struct listing template_listing = { template_columns, LEN(template_columns),
	"kind,language,own,subject", template_row, &record_of_letter_template };

static struct error list(struct cli *cli)
{
	size_t kinds = 0;

	while (text_code(WORDS_LETTER_KIND, kinds) != NULL)
		kinds++;
	return print_array(cli, &template_listing, NULL, kinds * languages());
}

static struct error find(struct cli *cli, struct letter_template *t)
{
	const char *lang = option(cli, "language");

	if (cli->argc < 2)
		return fail(E_REQUIRED, "letter_kind");
	cli->subject = cli->argv[1];
	TRY(letter_template_get(
		&cli->ctx, &cli->arena, cli->argv[1], lang == NULL ? i18n_lang() : lang, t));
	cli->subject = NULL;
	return ok();
}

/* The text as it is, and below it which fields there are. */
static struct error show(struct cli *cli)
{
	const struct letter_field *field;
	struct letter_template t;
	const char *text;

	TRY(find(cli, &t));
	text = arena_printf(&cli->arena, "%s\n\n%s\n", t.subject, t.body);
	for (size_t i = 0; (field = letter_field(letter_kind_row(t.kind), i)) != NULL; i++)
		fprintf(stderr, "{%s}  %s\n", field->name,
			i18n_lookup("field of a letter", field->word));
	return print_exactly(cli, text);
}

static struct error edit(struct cli *cli)
{
	const char *field = NULL;
	struct letter_template t;

	TRY(find(cli, &t));
	if (option(cli, "shipped") != NULL) {
		struct letter_template own = t;

		letter_template_shipped(&cli->arena, t.kind, t.lang, &own);
		t.subject = own.subject;
		t.body = own.body;
	}
	if (option(cli, "subject") != NULL)
		t.subject = option(cli, "subject");
	if (option(cli, "text") != NULL)
		t.body = option(cli, "text");
	struct error e = letter_template_save(&cli->ctx, &cli->arena, &t, &field);
	cli->subject = field;
	return e.code == E_OK ? print_simply(cli) : e;
}

const struct option_spec letter_template_options[LETTER_TEMPLATE_OPTIONS] = {
	{ "language", "LANG", N_("in which language; yours unless given"), WORDS_LANGUAGE },
	{ "subject", "TEXT", N_("the new subject") },
	{ "text", "TEXT", N_("the new text") },
	{ "shipped", NULL, N_("as it came with Klash") },
};

struct error cli_letter_template(struct cli *cli)
{
	const char *what = cli->argv[0];

	if (strcmp(what, "list") == 0)
		return list(cli);
	if (strcmp(what, "show") == 0)
		return show(cli);
	return strcmp(what, "edit") == 0 ? edit(cli) : rule(N_("Say list, show or edit."));
}
