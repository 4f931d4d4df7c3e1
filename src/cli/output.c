/* SPDX-License-Identifier: MIT
 * Lists and records in the form that is asked for, from rows of cells. */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "db/base/utf8.h"
#include "db/base/watch.h"
#include "db/file.h"
#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/cli/cli.h"
#include "src/export/disclosure.h"

/* The writer that --format names. */
static const struct writer *writer_of(const struct cli *cli)
{
	const struct writer *writer = writer_find(cli->format);

	return writer == NULL ? writers[0] : writer;
}

static struct error open_output(struct cli *cli)
{
	cli->out = stdout;
	if (cli->output == NULL && writer_of(cli)->packed && isatty(STDOUT_FILENO) == 1)
		return rule(N_("A workbook is of no use on a terminal: name a file with -o FILE."));
	if (cli->output == NULL)
		return ok();
	TRY(context_may_open(&cli->ctx, cli->output));
	TRY(save_begin(&cli->saving, cli->output));
	cli->out = cli->saving.out;
	return ok();
}

/* A full disk shows at the latest here. */
static struct error end_output(struct cli *cli, struct error e)
{
	bool to_file = cli->out != stdout;

	if (e.code == E_OK) /* a file that lacks something does not get its name */
		e = context_unread(&cli->ctx);
	int failed = to_file || e.code != E_OK ? 0 : file_stream_fault(stdout);

	if (failed != 0)
		return file_error(failed);
	cli->out = stdout;
	return to_file ? save_end(&cli->saving, e) : e;
}

static struct error close_output(struct cli *cli)
{
	return end_output(cli, ok());
}

enum reader cli_reader(const struct cli *cli)
{
	return writer_of(cli)->reader;
}

static struct heading *headings_of(
	struct arena *arena, const struct column *columns, const struct choice *choice)
{
	struct heading *headings = arena_alloc(arena, (choice->n + 1) * sizeof(*headings));

	for (size_t i = 0; i < choice->n; i++) {
		const struct column *column = &columns[choice->at[i]];

		headings[i] = (struct heading){ column->name, column_title(column), column->kind };
	}
	return headings;
}

/* Which columns are asked for; what is wrong with --columns names those there are. */
static struct error choose(
	struct cli *cli, const struct listing *l, bool record, struct choice *choice)
{
	const struct writer *writer = writer_of(cli);

	if (writer->addresses && cli->columns != NULL)
		return rule(N_("Addresses have columns of their own: leave --columns out."));
	if (writer->addresses)
		return columns_of_addresses(&cli->arena, l->columns, l->n, choice);
	struct error e = columns_choose(&cli->arena, l->columns, l->n, cli->columns, l->shown,
		writer->reader, record, choice);
	if (e.code != E_OK)
		cli->subject = arena_printf(&cli->arena,
			/* TRANSLATORS: a name that somebody typed; names of columns. */
			_("%s (the columns are %s)"), choice->unknown,
			columns_known(&cli->arena, l->columns, l->n));
	return e;
}

/* One row as who asks may see it. */
static struct error fill(
	struct cli *cli, const struct listing *l, const void *arg, int64_t id, struct row *row)
{
	row_clear(row);
	TRY(l->row(cli, arg, id, row));
	row_gate(&cli->ctx, row);
	return ok();
}

static void pick(const struct row *row, const struct choice *choice, struct cell *cells)
{
	for (size_t i = 0; i < choice->n; i++)
		cells[i] = row->cells[choice->at[i]];
}

/* Rows on their way to a writer. */
struct passing {
	struct cli *cli;
	const struct listing *listing;
	const void *arg;
	const struct id_list *ids;
	const struct choice *choice;
	const struct writer *writer;
	struct writing w;
	struct cell *cells;
	bool begun;
};

static void measure(struct passing *p)
{
	p->writer->measure(&p->w, p->cells);
}

static void begin(struct passing *p)
{
	if (!p->begun)
		p->writer->begin(&p->w);
	p->begun = true;
}

static void put(struct passing *p)
{
	begin(p);
	p->writer->row(&p->w, p->cells);
	p->w.rows++;
}

static struct error pass_rows(struct passing *p, void (*take)(struct passing *p))
{
	const struct listing *l = p->listing;
	struct error e = ok();
	struct row row;

	row_begin(&row, l->columns, l->n);
	for (size_t i = 0; e.code == E_OK && i < p->ids->n; i++) {
		e = fill(p->cli, l, p->arg, p->ids->ids[i], &row);
		if (e.code != E_OK || row.left_out)
			continue;
		pick(&row, p->choice, p->cells);
		take(p);
	}
	row_end(&row);
	return e;
}

/* On standard error, for the list itself may go to another program. */
static void tell_without(const struct writing *w)
{
	if (w->without_n > 0)
		fprintf(stderr,
			ngettext("%zu has no e-mail address:\n", "%zu have no e-mail address:\n",
				w->without_n),
			w->without_n);
	for (size_t i = 0; i < w->without_n; i++) {
		write_clean(stderr, w->without[i]);
		fputc('\n', stderr);
	}
}

static struct error measure_rows(struct passing *p)
{
	if (p->writer->measure == NULL)
		return ok();
	begin(p);
	return pass_rows(p, measure);
}

/* Nothing is written before the first row is there: an error has no beginning of a list before it.
 * No row is kept, so that memory does not grow with their number. */
static struct error write_rows(struct cli *cli, const struct listing *l, const void *arg,
	const struct id_list *ids, const struct choice *choice)
{
	struct passing p = { cli, l, arg, ids, choice, .writer = writer_of(cli),
		.cells = arena_alloc(&cli->arena, (choice->n + 1) * sizeof(struct cell)) };

	p.w = (struct writing){ .exact = cli->plain,
		.out = cli->out,
		.headings = headings_of(&cli->arena, l->columns, choice),
		.n = choice->n };
	context_hold(&cli->ctx); /* the rows are of one state of the file */
	struct error e = measure_rows(&p);
	if (e.code == E_OK)
		e = pass_rows(&p, put);
	if (e.code == E_OK)
		begin(&p);
	if (p.begun)
		e = p.writer->end(&p.w, e);
	tell_without(&p.w);
	context_let_go(&cli->ctx);
	arena_clear(&p.w.kept);
	return e;
}

/* What a list was narrowed by, as it was typed. */
static const char *filter_words(struct cli *cli)
{
	const char *words = "";

	for (int i = 0; i < cli->argc; i++)
		words = arena_printf(
			&cli->arena, "%s%s%s", words, *words != '\0' ? " " : "", cli->argv[i]);
	for (size_t i = 0; i < cli->verb->option_count; i++)
		if (cli->values[i] != NULL)
			words = arena_printf(&cli->arena, "%s%s--%s %s", words,
				*words != '\0' ? " " : "", cli->verb->options[i].name,
				cli->values[i]);
	return utf8_visible(&cli->arena, words, strlen(words), TEXT_LINE);
}

static struct error count_persons(struct cli *cli, const struct listing *l, const void *arg,
	const struct id_list *ids, const struct choice *choice, int64_t *persons)
{
	struct error e = ok();
	struct row row;

	*persons = 0;
	row_begin(&row, l->columns, l->n);
	for (size_t i = 0; e.code == E_OK && i < ids->n; i++) {
		e = fill(cli, l, arg, ids->ids[i], &row);
		if (e.code == E_OK && !row.left_out && row_discloses(&row, choice))
			++*persons;
	}
	row_end(&row);
	return e;
}

/* What cannot be recorded does not leave. */
static struct error disclose(struct cli *cli, const struct listing *l, const void *arg,
	const struct id_list *ids, const struct choice *choice)
{
	struct disclosure disclosure = { .list = cli->noun->name,
		.data = columns_disclosed(&cli->arena, l->columns, choice) };
	int64_t id;

	if (*disclosure.data == '\0')
		return ok();
	disclosure.filter = filter_words(cli);
	TRY(count_persons(cli, l, arg, ids, choice, &disclosure.persons));
	return disclosure_record(&cli->ctx, &disclosure, &id);
}

/* The listing with what its columns have of the record that it is over. */
static struct listing whole(struct cli *cli, const struct listing *listing)
{
	struct listing l = *listing;

	l.columns = columns_over(&cli->arena, l.record, l.columns, &l.n);
	return l;
}

/* What goes to a file is recorded when nothing but its name is missing, so that there is no trace
 * of what could not be written; what goes out at once before that. */
static struct error print_chosen(
	struct cli *cli, const struct listing *listing, const void *arg, const struct id_list *ids)
{
	const struct listing l = whole(cli, listing);
	struct choice choice;

	TRY(choose(cli, &l, false, &choice));
	TRY(open_output(cli));
	bool to_file = cli->output != NULL;
	struct error e = to_file ? ok() : disclose(cli, &l, arg, ids, &choice);
	if (e.code == E_OK)
		e = write_rows(cli, &l, arg, ids, &choice);
	if (e.code == E_OK && to_file)
		e = save_flush(&cli->saving);
	if (e.code == E_OK && to_file)
		e = disclose(cli, &l, arg, ids, &choice);
	return end_output(cli, e);
}

struct error print_listing(struct cli *cli, const struct listing *listing, const void *arg,
	struct error e, struct id_list *ids)
{
	if (e.code == E_OK)
		e = print_chosen(cli, listing, arg, ids);
	id_list_clear(ids);
	return e;
}

struct error print_array(struct cli *cli, const struct listing *listing, const void *arg, size_t n)
{
	struct id_list ids = { 0 };

	for (size_t i = 0; i < n; i++)
		id_list_add(&ids, (int64_t)i);
	return print_listing(cli, listing, arg, ok(), &ids);
}

static struct error write_record(struct cli *cli, const struct listing *l, struct row *row)
{
	const struct writer *writer = writer_of(cli);
	struct choice choice;

	TRY(choose(cli, l, true, &choice));
	struct cell *cells = arena_alloc(&cli->arena, (choice.n + 1) * sizeof(*cells));
	struct writing w = { .exact = cli->plain,
		.headings = headings_of(&cli->arena, l->columns, &choice),
		.n = choice.n };
	pick(row, &choice, cells);
	TRY(open_output(cli));
	w.out = cli->out;
	struct error e = ok();
	if (writer->record != NULL) {
		writer->record(&w, cells);
	} else {
		writer->begin(&w);
		writer->row(&w, cells);
		e = writer->end(&w, e);
	}
	arena_clear(&w.kept);
	return end_output(cli, e);
}

/* By itself a record is shown with what its columns do not name, too. */
static struct listing whole_record(struct cli *cli, const struct listing *listing)
{
	struct listing l = whole(cli, listing);

	for (size_t i = listing->n; i < l.n && l.shown != NULL && *l.shown != '\0'; i++)
		l.shown = arena_printf(&cli->arena, "%s,%s", l.shown, l.columns[i].name);
	return l;
}

struct error print_one(struct cli *cli, const struct listing *listing, const void *arg, int64_t id)
{
	const struct listing l = whole_record(cli, listing);
	struct row row;

	row_begin(&row, l.columns, l.n);
	struct error e = fill(cli, &l, arg, id, &row);
	if (e.code == E_OK)
		e = write_record(cli, &l, &row);
	row_end(&row);
	return e;
}

struct error nest_rows(struct cli *cli, struct arena *arena, const struct listing *listing,
	const void *arg, size_t n, struct cell *cell)
{
	const struct listing l = whole(cli, listing);
	struct nested *nested = nested_new(arena, l.columns, l.n, n);

	for (size_t i = 0; i < n; i++) {
		struct row row = nested_add(nested);
		struct error e = fill(cli, &l, arg, (int64_t)i, &row);

		arena_take(arena, &row.arena);
		TRY(e);
	}
	*cell = cell_rows(nested);
	return ok();
}

struct error print_below(struct cli *cli, const char *title, const struct listing *listing,
	const void *arg, size_t n)
{
	const struct listing l = whole(cli, listing);
	struct id_list ids = { 0 };
	struct choice shown;

	if (cli_reader(cli) != READ_SHOWN)
		return ok();
	fprintf(cli->out, "\n%s%s", title == NULL ? "" : _(title), title == NULL ? "" : "\n");
	for (size_t i = 0; i < n; i++)
		id_list_add(&ids, (int64_t)i);
	struct error e = columns_choose(
		&cli->arena, l.columns, l.n, NULL, l.shown, READ_SHOWN, true, &shown);
	if (e.code == E_OK)
		e = write_rows(cli, &l, arg, &ids, &shown);
	id_list_clear(&ids);
	return e;
}

struct error print_text(struct cli *cli, const char *text)
{
	TRY(open_output(cli));
	while (*text != '\0') {
		size_t n = strcspn(text, "\n");

		write_clean(cli->out, arena_bytes(&cli->arena, text, n));
		fputc('\n', cli->out);
		text += n + (text[n] == '\n' ? 1 : 0);
	}
	return close_output(cli);
}

struct error print_bytes(struct cli *cli, const void *bytes, size_t n)
{
	TRY(open_output(cli));
	fwrite(bytes, 1, n, cli->out); /* a full disk shows at closing */
	return close_output(cli);
}

struct error print_exactly(struct cli *cli, const char *text)
{
	return print_bytes(cli, text, strlen(text));
}

struct error print_stream(
	struct cli *cli, struct error (*write)(struct cli *cli, void *arg), void *arg)
{
	TRY(open_output(cli));
	return end_output(cli, write(cli, arg));
}

void print_done(struct cli *cli, const char *format, ...)
{
	va_list args;
	char line[600];

	va_start(args, format);
	vsnprintf(line, sizeof(line), format, args);
	va_end(args);
	write_clean(cli->out, line);
	fputc('\n', cli->out);
}

struct error print_simply(struct cli *cli)
{
	print_done(cli, "%s", _("Done."));
	return ok();
}

struct error read_at_most(struct cli *cli, const char *path, size_t most, char **bytes, size_t *n)
{
	struct buffer read = { 0 };
	char block[4096];

	TRY(context_may_open(&cli->ctx, path));
	FILE *in = strcmp(path, "-") == 0 ? stdin : fopen(path, "re");
	if (in == NULL)
		return errno == ENOENT ? fail(E_NOT_FOUND, "file") :
					 (struct error){ .code = E_IO, .low = errno };
	for (size_t got; read.length <= most && (got = fread(block, 1, sizeof(block), in)) > 0;)
		buffer_add(&read, block, got);
	bool failed = ferror(in) != 0 || watch_stopped() != 0, too_much = read.length > most;
	if (in != stdin)
		fclose(in);
	*n = read.length;
	*bytes = arena_bytes(&cli->arena, read.length == 0 ? "" : read.text, read.length);
	buffer_clear(&read);
	if (failed)
		return (struct error){ .code = E_IO, .low = EIO };
	return too_much ? rule(N_("The file is larger than anything that belongs here.")) : ok();
}

struct error read_bytes(struct cli *cli, const char *path, char **bytes, size_t *n)
{
	return read_at_most(cli, path, SIZE_MAX, bytes, n);
}

struct error read_text(struct cli *cli, const char *path, char **text)
{
	size_t n;

	TRY(read_bytes(cli, path, text, &n));
	return strlen(*text) == n ? ok() : fail(E_INVALID, "text");
}

void print_missing(const struct checklist *list)
{
	for (size_t i = 0; i < list->n; i++)
		fprintf(stderr, "%s%s%s\n", _(list->missing[i]), *list->about[i] == '\0' ? "" : " ",
			list->about[i]);
}

struct error cli_number(struct cli *cli, int i, const char *field_code, int64_t *number)
{
	char *end;

	*number = strtoll(cli->argv[i], &end, 10);
	if (*end == '\0' && *number > 0)
		return ok();
	cli->subject = cli->argv[i];
	return fail(E_INVALID, field_code);
}
