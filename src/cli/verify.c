/* SPDX-License-Identifier: MIT
 * Is the file what its log says, and does the log lead to what was noted outside the file? */
#include "src/cli/verify.h"

#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/ground/checkpoint.h"
#include "src/cli/signer.h"
#include "src/judging/stating.h"

static struct error parse_head(const char *head, int64_t *seq, char hex[65])
{
	char *end;

	*seq = strtoll(head, &end, 10);
	if (*end != ':' || *seq < 1 || strlen(end + 1) != 64)
		return fail(E_INVALID, "number");
	for (size_t i = 0; i < 64; i++)
		hex[i] = (char)(end[1 + i] | 0x20);
	hex[64] = '\0';
	return ok();
}

/* What was asked of verify beside the file itself. */
struct asked {
	const char *path, *signer; /* NULL: no checkpoints; nobody asked who signed them */
	struct checkpoint_report report;
};

static struct cell cell_of_number(int64_t number)
{
	return number == 0 ? cell_null() : cell_number(number);
}

static struct cell broken_cell(struct arena *arena, const struct verdict *v)
{
	static const struct column columns[] = {
		{ "table", N_("Table"), CELL_TEXT },
		{ "row", N_("Row"), CELL_NUMBER },
		{ "seq", N_("Log entry"), CELL_NUMBER },
		{ "code", N_("Fault"), CELL_TEXT },
	};
	struct nested *broken = nested_new(arena, columns, LEN(columns), 1);
	struct row row = nested_add(broken);

	row_put(&row, "table", cell_text(v->table));
	row_put(&row, "row", cell_of_number(v->row));
	row_put(&row, "seq", cell_of_number(v->seq));
	row_put(&row, "code", cell_text(v->fault));
	return cell_record(broken);
}

void verdict_put(struct row *row, const struct verdict *v)
{
	row_put(row, "ok", cell_flag(v->good));
	row_put(row, "rows", cell_number(v->rows));
	row_put(row, "head", cell_text(arena_text(&row->arena, v->head)));
	row_put(row, "first_broken", v->good ? cell_null() : broken_cell(&row->arena, v));
}

static struct cell broken_line(struct arena *arena, const struct checkpoint_report *r)
{
	static const struct column columns[] = {
		{ "line", N_("Line"), CELL_NUMBER },
		{ "seq", N_("Log entry"), CELL_NUMBER },
		{ "code", N_("Fault"), CELL_TEXT },
	};
	struct nested *broken = nested_new(arena, columns, LEN(columns), 1);
	struct row row = nested_add(broken);

	row_put(&row, "line", cell_number((int64_t)r->line));
	row_put(&row, "seq", cell_of_number(r->seq));
	row_put(&row, "code", cell_text(checkpoint_code(r->fault)));
	return cell_record(broken);
}

static struct cell report_cell(struct arena *arena, const struct asked *asked)
{
	static const struct column columns[] = {
		{ "lines", N_("Checkpoints"), CELL_NUMBER },
		{ "hold", N_("Hold"), CELL_NUMBER },
		{ "proven", N_("Proven up to log entry"), CELL_NUMBER },
		{ "first_broken", N_("First fault"), CELL_RECORD },
		{ "signed_by", N_("Signed by"), CELL_TEXT },
	};
	const struct checkpoint_report *r = &asked->report;
	struct nested *report = nested_new(arena, columns, LEN(columns), 1);
	struct row row = nested_add(report);

	row_put(&row, "lines", cell_number((int64_t)r->lines));
	row_put(&row, "hold", cell_number((int64_t)r->hold));
	row_put(&row, "proven", cell_number(r->proven));
	row_put(&row, "first_broken", r->line == 0 ? cell_null() : broken_line(arena, r));
	row_put(&row, "signed_by", asked->signer == NULL ? cell_null() : cell_text(asked->signer));
	return cell_record(report);
}

/* A verdict, and what was asked of it. */
struct verified {
	const struct verdict *verdict;
	const struct asked *asked;
};

static const struct column verified_columns[] = { VERDICT_COLUMNS,
	{ "checkpoints", N_("Checkpoints"), CELL_RECORD } };

static struct error verified_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct verified *v = arg;

	(void)cli, (void)id;
	verdict_put(row, v->verdict);
	if (v->asked->path == NULL)
		return ok();
	row_put(row, "ok", cell_flag(v->verdict->good && v->asked->report.line == 0));
	row_put(row, "checkpoints", report_cell(&row->arena, v->asked));
	return ok();
}

static const struct listing verified_listing = { verified_columns, LEN(verified_columns),
	VERDICT_SHOWN, verified_row };

static const char *fault_words(const char *fault)
{
	static const struct {
		const char *fault, *words;
	} words[] = {
		{ "chain", N_("the log's chain is broken") },
		{ "digest", N_("a row is not as the log left it") },
		{ "missing", N_("a row is missing") },
		{ "extra", N_("a row was added without the log") },
		{ "derived", N_("a derived value is wrong") },
		{ "working", N_("unfinished work was changed from outside") },
		{ "search", N_("the search index does not match; an administrator makes it anew by "
			       "`klash check --repair`") },
		{ "search_newer",
			N_("a newer SQLite wrote the search index; an administrator makes "
			   "it anew by `klash check --repair`") },
		{ "schema", N_("the tables were changed") },
		{ "integrity", N_("the file is damaged") },
		{ "frozen", N_("a statement or decision is not what was frozen with its hash") },
		{ "head", N_("the log does not lead to the head that was noted") },
	};

	for (size_t i = 0; i < LEN(words); i++)
		if (strcmp(words[i].fault, fault) == 0)
			return _(words[i].words);
	return fault;
}

static void print_fault(struct cli *cli, const struct verdict *v)
{
	const char *table = utf8_visible(&cli->arena, v->table, strlen(v->table), TEXT_LINE);

	if (*table == '\0')
		/* TRANSLATORS: what is wrong. */
		fprintf(stderr, _("klash: not intact: %s\n"), fault_words(v->fault));
	else if (v->row == 0 && v->seq == 0)
		/* TRANSLATORS: what is wrong, and a table's or another part's name. */
		fprintf(stderr, _("klash: not intact: %s (%s)\n"), fault_words(v->fault), table);
	else
		/* TRANSLATORS: what is wrong, a table's name, a row's number, a log entry's number.
		 */
		fprintf(stderr, _("klash: not intact: %s (table %s, row %lld, log entry %lld)\n"),
			fault_words(v->fault), table, (long long)v->row, (long long)v->seq);
}

void print_verdict(struct cli *cli, const struct verdict *v)
{
	if (v->good)
		/* TRANSLATORS: number of log entries, number of the last, its hash. */
		print_done(cli, _("Intact: %lld log entries, head %lld:%s"), (long long)v->rows,
			(long long)v->head_seq, v->head);
	else
		print_fault(cli, v);
}

static void print_report(struct cli *cli, const struct asked *asked, const struct verdict *v)
{
	const struct checkpoint_report *r = &asked->report;

	if (r->line != 0)
		/* TRANSLATORS: a file's path, a line's number, and a sentence on what that means.
		 */
		fprintf(stderr, _("klash: %s, line %zu: %s\n"), asked->path, r->line,
			_(checkpoint_words(r->fault)));
	/* TRANSLATORS: the first number counts those that hold, the second all of them. */
	print_done(cli,
		ngettext("%zu of %zu checkpoint holds.", "%zu of %zu checkpoints hold.", r->lines),
		r->hold, r->lines);
	if (asked->signer != NULL)
		/* TRANSLATORS: how the file of the allowed signers names them. */
		print_done(cli, _("Signed by %s."),
			utf8_visible(&cli->arena, asked->signer, strlen(asked->signer), TEXT_LINE));
	if (r->proven > 0 && r->proven < v->rows)
		print_done(cli, _("They prove nothing about what came after log entry %lld."),
			(long long)r->proven);
}

static struct error print_asked(struct cli *cli, const struct asked *asked, const struct verdict *v)
{
	const struct verified verified = { v, asked };

	if (cli_reader(cli) != READ_SHOWN)
		return print_one(cli, &verified_listing, &verified, 0);
	print_verdict(cli, v);
	if (asked->path != NULL)
		print_report(cli, asked, v);
	else if (option(cli, "head") == NULL && v->good)
		print_done(cli, "%s",
			_("Only a checkpoint that lies outside the file can prove that the log was not "
			  "written anew with all its digests, cut off, or put back to an older copy."));
	return ok();
}

static struct error test_checkpoints(struct cli *cli, struct asked *asked, struct verdict *v)
{
	const char *signers = option(cli, "signers");
	char *text;
	size_t n;

	cli->subject = asked->path;
	TRY(read_at_most(cli, asked->path, CHECKPOINT_TEXT_MAX, &text, &n));
	if (strlen(text) != n)
		return rule(N_("There is no checkpoint in it."));
	if (signers != NULL)
		TRY(signer_find(cli, asked->path, text, n, signers, &asked->signer));
	TRY(checkpoint_test(&cli->ctx, &cli->arena, text, v, &asked->report));
	cli->subject = NULL;
	return ok();
}

/* What was approved and signed is computed anew, where the rows are as the log left them. */
static struct error verify_frozen(struct cli *cli, struct verdict *v)
{
	struct frozen_faults faults;

	if (!v->good)
		return ok();
	TRY(frozen_check(&cli->ctx, &cli->arena, &faults));
	if (faults.n == 0)
		return ok();
	v->good = false;
	v->fault = "frozen";
	v->row = faults.rows[0].id;
	snprintf(v->table, sizeof(v->table), "%s", faults.rows[0].table);
	return ok();
}

static struct error run_verify(struct cli *cli)
{
	struct asked asked = { .path = option(cli, "checkpoints") };
	struct verdict verdict;
	char hex[65] = "";
	int64_t seq = 0;

	if (option(cli, "head") != NULL)
		TRY(parse_head(option(cli, "head"), &seq, hex));
	if (asked.path != NULL && seq != 0)
		return rule(N_("--head and --checkpoints are asked one at a time."));
	if (asked.path == NULL && option(cli, "signers") != NULL)
		return rule(N_("--signers goes with --checkpoints FILE."));
	if (asked.path != NULL)
		TRY(test_checkpoints(cli, &asked, &verdict));
	else
		TRY(verify_file(cli->ctx.db, seq, hex, &verdict));
	TRY(verify_frozen(cli, &verdict));
	cli->status = verdict.good && asked.report.line == 0 ? 0 : 1;
	return print_asked(cli, &asked, &verdict);
}

static const struct option_spec verify_options[] = {
	{ "head", "SEQ:HASH",
		N_("a head noted earlier, outside the file: it must still be there") },
	{ "checkpoints", "FILE",
		N_("lines of `klash checkpoint` kept outside the file: all must hold") },
	{ "signers", "FILE",
		N_("the keys that may have signed the checkpoints, as ssh-keygen's allowed signers; "
		   "the signature is the checkpoints' file with .sig behind its name") },
};
static const struct verb verify_verb[] = { { .options = verify_options,
	.option_count = LEN(verify_options),
	.run = run_verify,
	.without_account = true,
	.help = N_(
		"Is the file what its log says? Without a head noted outside the file, a log that "
		"was cut off or written anew cannot be told.") } };
const struct noun noun_verify = { "verify", N_("is the file and its history intact"), verify_verb,
	1 };

static struct error run_checkpoint(struct cli *cli)
{
	struct checkpoint checkpoint;
	char line[CHECKPOINT_LINE_SIZE];

	TRY(checkpoint_make(&cli->ctx, &checkpoint));
	checkpoint_line(&checkpoint, line);
	return print_exactly(cli, arena_printf(&cli->arena, "%s\n", line));
}

static const struct verb checkpoint_verb[] = { { .run = run_checkpoint,
	.without_account = true,
	.help = N_(
		"Prints one line that says where the log stands. Kept where nobody who writes the "
		"file can change it, it proves later that nothing before it was written anew: "
		"`klash verify --checkpoints FILE`.") } };
const struct noun noun_checkpoint = { "checkpoint", N_("a line to keep outside the file"),
	checkpoint_verb, 1 };
