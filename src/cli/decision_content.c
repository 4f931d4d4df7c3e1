/* SPDX-License-Identifier: MIT */
#include "src/cli/decision_content.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/fields.h"
#include "src/export/field_cell.h"
#include "src/judging/contents.h"
#include "src/judging/reasons.h"

static const struct column content_columns[] = {
	{ "entity" },
	{ "decider_kind" },
	{ "presenter" },
	{ "preparer" },
	{ "contact" },
	{ "contact_title" },
	{ "contact_phone" },
	{ "contact_email" },
	{ "value" },
	{ "notices" },
	{ "same_confirmed" },
	{ "frozen" },
};

static struct error content_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	(void)cli;
	(void)id;
	row_record(row, arg);
	return ok();
}

static const struct listing content_listing = { content_columns, LEN(content_columns), NULL,
	content_row, &record_of_decision_content };

static const struct column text_columns[] = {
	{ "part" },
	{ "text", N_("Text"), CELL_TEXTS, .seen_by = SEEN_BY_OFFICE },
};

static struct error text_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct decision_text *t = &((const struct decision_texts *)arg)->rows[id];

	(void)cli;
	row_record(row, t);
	row_put(row, "text", cell_texts(t->text_fi, t->text_sv, t->text_en));
	return ok();
}

static const struct listing text_listing = { text_columns, LEN(text_columns), NULL, text_row,
	&record_of_decision_text };

static const struct column reason_columns[] = {
	{ "code", N_("Code"), CELL_TEXT },
	{ "rank", N_("Rank"), CELL_NUMBER },
	{ "outcome", N_("Outcome"), CELL_CODE, WORDS_OUTCOME },
	{ "fi", N_("In Finnish"), CELL_CODE, WORDS_REASON_STATE },
	{ "sv", N_("In Swedish"), CELL_CODE, WORDS_REASON_STATE },
	{ "en", N_("In English"), CELL_CODE, WORDS_REASON_STATE },
};

static struct error reason_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct entrant_reason *r = &((const struct entrant_reasons *)arg)->rows[id];

	(void)cli;
	row_put(row, "code", cell_text(r->item.code));
	row_put(row, "rank",
		r->ranked == NULL || !r->ranked->enough ? cell_null() :
							  cell_number(r->ranked->rank));
	row_code(row, "outcome", r->item.outcome);
	row_code(row, "fi", r->states[LANGUAGE_FI]);
	row_code(row, "sv", r->states[LANGUAGE_SV]);
	row_code(row, "en", r->states[LANGUAGE_EN]);
	return ok();
}

static const struct listing reason_listing = { reason_columns, LEN(reason_columns),
	"code,rank,outcome,fi,sv,en", reason_row };

static const struct column fact_columns[] = {
	{ "field", N_("Contents"), CELL_TEXT },
	{ "value", N_("Text"), CELL_TEXT, .seen_by = SEEN_BY_OFFICE },
};

static bool is_fact(const struct field *field)
{
	return (field->in & IN_EDIT) != 0 || strcmp(field->column, "frozen") == 0;
}

/* The i-th field that people read; NULL behind the last. */
static const struct field *fact_field(int64_t i)
{
	const struct record *record = &record_of_decision_content;

	for (size_t f = 0; f < record->n; f++)
		if (is_fact(&record->fields[f]) && i-- == 0)
			return &record->fields[f];
	return NULL;
}

static size_t fact_count(void)
{
	size_t n = 0;

	while (fact_field((int64_t)n) != NULL)
		n++;
	return n;
}

/* A line for each field, which would be too wide for one row. */
static struct error fact_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct field *field = fact_field(id);
	struct cell cell = field_cell(field, arg);

	row_put(row, "field", cell_text(i18n_lookup("field", field->word)));
	row_put(row, "value", cell_text(cell_words(&cli->arena, &cell, READ_SHOWN)));
	return ok();
}

static const struct listing fact_listing = { fact_columns, LEN(fact_columns), "field,value",
	fact_row };

/* All of it that there is. */
struct whole_contents {
	struct decision_content content;
	struct decision_texts texts;
	struct entrant_reasons reasons;
};

static struct error read_contents(
	struct cli *cli, const struct decision *d, struct whole_contents *whole)
{
	TRY(contents_get(&cli->ctx, &cli->arena, d->id, &whole->content));
	TRY(contents_texts(&cli->ctx, &cli->arena, d->id, &whole->texts));
	return reasons_list(&cli->ctx, &cli->arena, d->id, &whole->reasons);
}

struct error put_contents(struct cli *cli, const struct decision *d, struct row *row)
{
	struct whole_contents whole;
	struct cell cell;

	TRY(read_contents(cli, d, &whole));
	TRY(nest_rows(cli, &row->arena, &content_listing, &whole.content, 1, &cell));
	row_put(row, "contents", cell_record(cell.nested));
	TRY(nest_rows(cli, &row->arena, &text_listing, &whole.texts, whole.texts.n, &cell));
	row_put(row, "texts", cell);
	TRY(nest_rows(cli, &row->arena, &reason_listing, &whole.reasons, whole.reasons.n, &cell));
	row_put(row, "reasons", cell);
	return ok();
}

struct error print_contents(struct cli *cli, const struct decision *d)
{
	struct whole_contents whole;

	TRY(read_contents(cli, d, &whole));
	TRY(print_below(cli, NULL, &fact_listing, &whole.content, fact_count()));
	TRY(print_below(cli, N_("Texts"), &text_listing, &whole.texts, whole.texts.n));
	return print_below(
		cli, N_("State of the reasons"), &reason_listing, &whole.reasons, whole.reasons.n);
}

static void tell_same(const struct same_reasons *same)
{
	if (same->confirmed)
		return;
	for (size_t i = 0; i < same->n; i++)
		/* TRANSLATORS: how many have one reason, their codes, and the reason. */
		fprintf(stderr,
			ngettext("Same reason for %lld (%s): %s\n",
				"Same reason for %lld (%s): %s\n", (unsigned long)same->rows[i].n),
			(long long)same->rows[i].n, same->rows[i].codes, same->rows[i].text);
}

struct error tell_lacks(struct cli *cli, const struct decision *d)
{
	struct same_reasons same;
	struct lacks lacks;
	const char *codes;

	TRY(contents_lacks(&cli->ctx, &cli->arena, d, &lacks));
	TRY(reasons_missing(&cli->ctx, &cli->arena, d->id, d->lang, &codes));
	TRY(reasons_same(&cli->ctx, &cli->arena, d->id, &same));
	for (size_t i = 0; i < lacks.n; i++)
		fprintf(stderr, "%s\n", _(lacks.lines[i]));
	if (*codes != '\0')
		/* TRANSLATORS: codes of submissions. */
		fprintf(stderr, _("There is no reason for: %s\n"), codes);
	tell_same(&same);
	return ok();
}

struct error run_content(struct cli *cli)
{
	struct decision_content content;
	struct decision d;

	TRY(cli_decision(cli, &d));
	TRY(contents_get(&cli->ctx, &cli->arena, d.id, &content));
	TRY(cli_record_fields(cli, NULL, &content));
	TRY(contents_update(&cli->ctx, &content));
	return print_simply(cli);
}

struct error run_content_text(struct cli *cli)
{
	struct decision_texts texts;
	struct decision d;

	TRY(cli_decision(cli, &d));
	TRY(input_code("decision_part", WORDS_DECISION_PART, cli->argv[1]));
	TRY(contents_texts(&cli->ctx, &cli->arena, d.id, &texts));
	for (size_t i = 0; i < texts.n; i++) {
		struct decision_text *text = &texts.rows[i];

		if (strcmp(text->part, cli->argv[1]) != 0)
			continue;
		TRY(cli_record_fields(cli, NULL, text));
		TRY(contents_set_text(&cli->ctx, d.id, text));
	}
	return print_simply(cli);
}

struct error run_compose(struct cli *cli)
{
	const char *mode = option(cli, "edited") == NULL ? "keep" : option(cli, "edited");
	size_t n = (size_t)cli->argc - 1;
	int64_t *ids = arena_alloc(&cli->arena, (n + 1) * sizeof(*ids));
	struct composed done;
	struct decision d;

	TRY(cli_decision(cli, &d));
	TRY(input_code("edited", WORDS_EDITED_REASON, mode));
	for (size_t i = 0; i < n; i++) {
		cli->subject = cli->argv[i + 1];
		TRY(item_find(&cli->ctx, d.round_id, cli->subject, &ids[i]));
	}
	cli->subject = d.code;
	TRY(reasons_compose(&cli->ctx, d.id, ids, n, edited_reason_of(mode), &done));
	print_done(cli,
		_("%lld composed, %lld left as somebody wrote them, %lld without an outcome"),
		(long long)done.composed, (long long)done.kept, (long long)done.undecided);
	return ok();
}

struct error run_same(struct cli *cli)
{
	struct decision d;
	int64_t n;

	TRY(cli_decision(cli, &d));
	TRY(cli_number(cli, 1, "number", &n));
	struct error e = reasons_confirm_same(&cli->ctx, d.id, n);
	if (e.code == E_OK)
		return print_simply(cli);
	TRY(tell_lacks(cli, &d));
	return e;
}

const struct option_spec compose_options[1] = {
	{ "edited", NULL, N_("what becomes of reasons that somebody wrote; keep unless given"),
		WORDS_EDITED_REASON },
};
