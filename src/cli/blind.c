/* SPDX-License-Identifier: MIT
 * The custodian's work on a blind round. */

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/judging/blind.h"
#include "src/judging/custody.h"
#include "src/judging/pack.h"
#include "src/ground/sides.h"

/* What no search can find is for a person to read. */
static void warn_unsearched(const struct findings *findings)
{
	unsigned long n = 0;

	for (size_t i = 0; i < findings->n; i++)
		n += strcmp(findings->rows[i].kind, "unsearched") == 0 ? 1 : 0;
	if (n > 0)
		fprintf(stderr,
			ngettext(
				"%lu attachment is not plain text: its contents and its properties were "
				"not searched. Read it before the release.\n",
				"%lu attachments are not plain text: their contents and their properties "
				"were not searched. Read them before the release.\n",
				n),
			n);
}

/* What the masking finds in a text is kept in no table. */
static const struct column finding_columns[] = {
	{ "code", N_("Code"), CELL_TEXT },
	{ "kind", N_("Kind"), CELL_CODE, WORDS_FINDING },
	{ "text", N_("Text"), CELL_TEXT },
	{ "in_title", N_("In the title"), CELL_FLAG },
	{ "file", N_("Attachment"), CELL_TEXT },
	{ "in_name", N_("In the name"), CELL_FLAG },
	{ "at", N_("When"), CELL_NUMBER },
};

static struct error finding_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct findings *list = arg;
	const struct finding *f = &list->rows[id];

	(void)cli;
	row_put(row, "code", cell_text(f->code));
	row_code(row, "kind", f->kind);
	row_put(row, "text", cell_text(f->text));
	row_put(row, "in_title", cell_flag(f->in_title));
	row_put(row, "file", cell_text(f->file));
	row_put(row, "in_name", cell_flag(f->in_name));
	row_put(row, "at", cell_number((int64_t)f->start));
	return ok();
}

static const struct listing finding_listing = { finding_columns, LEN(finding_columns),
	"code,kind,text,in_title,file", finding_row };

static struct error run_check(struct cli *cli)
{
	struct findings findings;
	struct round round;
	enum blind_stage stage;

	TRY(cli_round(cli, cli->argv[0], &round));
	TRY(blind_stage(&cli->ctx, round.id, &stage));
	if (stage == BLIND_MASKING)
		TRY(blind_prepare(&cli->ctx, round.id));
	TRY(blind_check(&cli->ctx, &cli->arena, round.id, 0, &findings));
	TRY(print_array(cli, &finding_listing, &findings, findings.n));
	warn_unsearched(&findings);
	return ok();
}

static struct error run_mask(struct cli *cli)
{
	struct round round;
	struct item item;
	int64_t id;
	char *text;

	TRY(cli_round(cli, cli->argv[0], &round));
	cli->subject = cli->argv[1];
	TRY(item_find(&cli->ctx, round.id, cli->argv[1], &id));
	TRY(item_get(&cli->ctx, &cli->arena, id, &item));
	if (option(cli, "text") != NULL) {
		TRY(read_text(cli, option(cli, "text"), &text));
		item.body = text;
	}
	if (option(cli, "title") != NULL)
		item.title = option(cli, "title");
	TRY(blind_mask(&cli->ctx, id, item.title, item.body));
	return print_simply(cli);
}

static struct error run_release(struct cli *cli)
{
	struct round round;

	TRY(cli_round(cli, cli->argv[0], &round));
	TRY(blind_release(&cli->ctx, round.id, option_text(cli, "reason")));
	TRY(print_simply(cli));
	fprintf(stderr, "%s\n%s\n", sides_reason(&cli->ctx, &cli->arena, round.id),
		custody_limits());
	return ok();
}

/* Of a round and of the one before it: joined, no record's own. */
static const struct column carry_columns[] = {
	{ "code", N_("Code"), CELL_TEXT },
	{ "alias", N_("Code in the round"), CELL_TEXT },
	{ "what", N_("What"), CELL_CODE, WORDS_CARRY },
};

static struct error carry_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct carries *list = arg;

	(void)cli;
	row_put(row, "code", cell_text(list->rows[id].code));
	row_put(row, "alias",
		list->rows[id].item_id == 0 ? cell_null() : cell_text(list->rows[id].item_code));
	row_code(row, "what", list->rows[id].what);
	return ok();
}

static const struct listing carry_listing = { carry_columns, LEN(carry_columns), "code,alias,what",
	carry_row };

static struct error run_waiting(struct cli *cli)
{
	struct carries carries;
	struct round round;

	TRY(cli_round(cli, cli->argv[0], &round));
	TRY(custody_require(&cli->ctx, round.id));
	TRY(blind_to_carry(&cli->ctx, &cli->arena, round.id, &carries));
	return print_array(cli, &carry_listing, &carries, carries.n);
}

static struct error run_carry(struct cli *cli)
{
	struct round round;
	char *text = NULL;

	TRY(cli_round(cli, cli->argv[0], &round));
	if (cli->argc < 2)
		return run_waiting(cli);
	if (option(cli, "text") != NULL)
		TRY(read_text(cli, option(cli, "text"), &text));
	cli->subject = cli->argv[1];
	TRY(blind_carry(&cli->ctx, round.id, cli->argv[1], option(cli, "title"), text,
		option_text(cli, "reason")));
	return print_simply(cli);
}

static struct error run_pack(struct cli *cli)
{
	struct round round;

	TRY(cli_round(cli, cli->argv[0], &round));
	if (cli->output == NULL)
		return fail(E_REQUIRED, "directory");
	cli->subject = cli->output;
	TRY(pack_write(&cli->ctx, round.id, cli->output));
	/* TRANSLATORS: a directory's name. */
	print_done(cli, _("The reading pack is in %s."), cli->output);
	return ok();
}

static const struct option_spec mask_options[] = {
	{ "title", "TEXT", N_("the masked title") },
	{ "text", "FILE|-", N_("the masked text") },
};
static const struct option_spec carry_options[] = {
	{ "title", "TEXT", N_("the masked title") },
	{ "text", "FILE|-", N_("the masked text; without it a new version is put aside") },
	{ "reason", "TEXT", N_("the reason") },
};
static const struct option_spec reason_option[] = {
	{ "reason", "TEXT", N_("the reason") },
};
static const struct verb verbs[] = {
	{ .name = "check",
		.operands = "ROUND",
		.least = 1,
		.most = 1,
		.run = run_check,
		.help = N_("Lists what in the texts may give a team away.") },
	{ .name = "mask",
		.operands = "ROUND CODE",
		.least = 2,
		.most = 2,
		.options = mask_options,
		.option_count = LEN(mask_options),
		.run = run_mask,
		.help = N_("Replaces what the jury will read.") },
	{ .name = "release",
		.operands = "ROUND",
		.least = 1,
		.most = 1,
		.options = reason_option,
		.option_count = 1,
		.run = run_release,
		.help = N_(
			"Gives the codes and signs the release; a reason if findings are left.") },
	{ .name = "carry",
		.operands = "ROUND [CODE]",
		.least = 1,
		.most = 2,
		.options = carry_options,
		.option_count = LEN(carry_options),
		.run = run_carry,
		.help = N_("Carries over to the jury's side what has happened to a submission "
			   "since the release; without a code it lists what waits.") },
	{ .name = "pack",
		.operands = "ROUND",
		.least = 1,
		.most = 1,
		.run = run_pack,
		.help = N_("Writes what the jury of any round reads, with attachments, into a new "
			   "directory (-o DIRECTORY).") },
};
const struct noun noun_blind = { "blind", N_("blind rounds: masking and release"), verbs,
	LEN(verbs) };
