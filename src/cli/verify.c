/* SPDX-License-Identifier: MIT
 * Is the file what its log says, and does the log lead to what was noted outside the file? */
#include "src/cli/verify.h"

#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/ground/checkpoint.h"
#include "src/cli/signer.h"

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

static json_t *broken_json(const struct verdict *v)
{
	return v->good ?
		       json_null() :
		       json_pack("{s:s, s:o, s:o, s:s}", "table", v->table, "row",
			       v->row == 0 ? json_null() : json_integer(v->row), "seq",
			       v->seq == 0 ? json_null() : json_integer(v->seq), "code", v->fault);
}

static json_t *verdict_json(const struct verdict *v)
{
	return json_pack("{s:b, s:I, s:s, s:o}", "ok", v->good, "rows", (json_int_t)v->rows, "head",
		v->head, "first_broken", broken_json(v));
}

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
		{ "search", N_("the search index does not match") },
		{ "schema", N_("the tables were changed") },
		{ "integrity", N_("the file is damaged") },
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
	if (strcmp(cli->format, "json") == 0) {
		struct error e = print_record(cli, verdict_json(v), NULL, 0);
		(void)e; /* standard output is checked at the end */
		return;
	}
	if (v->good)
		/* TRANSLATORS: number of log entries, number of the last, its hash. */
		print_done(cli, _("Intact: %lld log entries, head %lld:%s"), (long long)v->rows,
			(long long)v->head_seq, v->head);
	else
		print_fault(cli, v);
}

/* What was asked of verify beside the file itself. */
struct asked {
	const char *path, *signer; /* NULL: no checkpoints; nobody asked who signed them */
	struct checkpoint_report report;
};

static json_t *report_json(const struct asked *asked)
{
	const struct checkpoint_report *r = &asked->report;
	json_t *broken = r->line == 0 ?
				 json_null() :
				 json_pack("{s:I, s:o, s:s}", "line", (json_int_t)r->line, "seq",
					 r->seq == 0 ? json_null() : json_integer(r->seq), "code",
					 checkpoint_code(r->fault));

	return json_pack("{s:I, s:I, s:I, s:o, s:s?}", "lines", (json_int_t)r->lines, "hold",
		(json_int_t)r->hold, "proven", (json_int_t)r->proven, "first_broken", broken,
		"signed_by", asked->signer);
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
	if (strcmp(cli->format, "json") == 0) {
		json_t *json = verdict_json(v);

		if (asked->path != NULL) {
			json_object_set_new(json, "ok", json_boolean(cli->status == 0));
			json_object_set_new(json, "checkpoints", report_json(asked));
		}
		return print_record(cli, json, NULL, 0);
	}
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
