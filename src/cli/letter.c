/* SPDX-License-Identifier: MIT
 * Letters: made of the records, read, cleared. */
#include "src/cli/letter.h"
#include "src/cli/letter_sending.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/document.h"
#include "src/cli/fields.h"
#include "src/documents/writer.h"
#include "src/judging/round.h"
#include "src/letters/make.h"
#include "src/letters/reading.h"
#include "src/letters/sending.h"
#include "src/roof/kinds.h"

/* --- Lists */

static const struct column letter_columns[] = {
	{ "code" },
	{ "kind" },
	{ "of", N_("About") },
	{ "to" },
	{ "address" },
	{ "channel" },
	{ "language" },
	{ "state" },
	{ "subject", N_("Subject"), CELL_TEXT },
	{ "to_read", N_("Must be read"), CELL_TEXT, .for_people = true },
	{ "copy", .of_record = true },
	{ "case_number", .of_record = true },
	{ "language_rule", .of_record = true },
	{ "edited", .of_record = true },
	{ "made", .of_record = true },
	{ "seen", .of_record = true },
	{ "cleared", .of_record = true },
	{ "written", .of_record = true },
	{ "message_id", .of_record = true },
	{ "sent", .of_record = true },
	{ "day", .of_record = true },
	{ "sent_channel", .of_record = true },
	{ "fault", .of_record = true },
	{ "bounced", .of_record = true },
	{ "bounce", .of_record = true },
};

static struct error letter_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct letter l;
	struct letter_doubts doubts;

	(void)arg;
	TRY(letter_get(&cli->ctx, &row->arena, id, &l));
	TRY(letter_doubts(&cli->ctx, &row->arena, &l, &doubts));
	row_record(row, &l);
	row_put(row, "subject", cell_text(letter_subjects(&row->arena, &l)));
	row_put(row, "to_read",
		cell_text(letter_state_of(l.state) == LETTER_STATE_MADE && l.seen == 0 ?
				  letter_doubts_brief(&row->arena, &doubts) :
				  ""));
	return ok();
}

static const struct listing letter_listing = { letter_columns, LEN(letter_columns),
	"code,kind,of,to,channel,language,state,to_read,subject", letter_row, &record_of_letter };

static struct error read_filter(struct cli *cli, struct letter_filter *filter)
{
	struct round round;

	filter->kind = option(cli, "kind");
	filter->state = option(cli, "state");
	filter->object = option(cli, "of");
	if (filter->kind != NULL)
		TRY(input_code("letter_kind", WORDS_LETTER_KIND, filter->kind));
	if (filter->state != NULL)
		TRY(input_code("state", WORDS_LETTER_STATE, filter->state));
	if (option(cli, "round") != NULL) {
		TRY(cli_round(cli, option(cli, "round"), &round));
		filter->round_id = round.id;
	}
	return ok();
}

static struct error run_list(struct cli *cli)
{
	struct letter_filter filter = { 0 };
	struct id_list ids = { 0 };

	TRY(read_filter(cli, &filter));
	/* Programs get the address too, which is then a disclosure. */
	if (cli->columns == NULL && strcmp(cli->format, "json") == 0)
		cli->columns = "code,kind,of,to,address,channel,language,state,subject";
	struct error e = letters_look_after(&cli->ctx);
	if (e.code == E_OK)
		e = letter_ids(&cli->ctx, &filter, &ids);
	return print_listing(cli, &letter_listing, NULL, e, &ids);
}

/* --- One */

struct error cli_letter(struct cli *cli, const char *code, struct letter *letter)
{
	int64_t id;

	cli->subject = code;
	TRY(letter_find(&cli->ctx, code, &id));
	TRY(letter_get(&cli->ctx, &cli->arena, id, letter));
	cli->subject = NULL;
	return ok();
}

static void print_doubts(struct cli *cli, const struct letter *l)
{
	struct letter_doubts doubts;
	const char *sentence;

	if (letter_state_of(l->state) != LETTER_STATE_MADE ||
		letter_doubts(&cli->ctx, &cli->arena, l, &doubts).code != E_OK)
		return;
	for (size_t i = 0; (sentence = letter_doubt_text(&cli->arena, &doubts, i)) != NULL; i++)
		fprintf(stderr, "%s\n", sentence);
}

static struct error print_letter(struct cli *cli, const struct letter *l)
{
	const struct document_writer *writer = document_writer(cli->format);
	struct document_ask ask = { .id = l->id };
	struct documents documents = { 0 };
	struct buffer text = { 0 };

	if (writer == NULL)
		writer = document_writer_of(cli->output == NULL ? "" : cli->output);
	TRY(writer->paper ? document_make(&cli->ctx, &cli->arena, &letter_document_kind, &ask,
				    &documents) :
			    letter_documents(&cli->ctx, &cli->arena, l, &documents));
	struct error e = writer->write(&documents, &text);
	if (e.code == E_OK)
		e = print_bytes(cli, text.text, text.length);
	buffer_clear(&text);
	return e;
}

/* Whoever has it printed for them has it before their eyes. */
static struct error run_show(struct cli *cli)
{
	struct letter l;

	TRY(cli_letter(cli, cli->argv[0], &l));
	TRY(print_letter(cli, &l));
	fprintf(stderr, _("Language: %s (%s)"), text_word(WORDS_LETTER_LANGUAGE, l.language),
		text_word(WORDS_LETTER_RULE, l.rule));
	fputc('\n', stderr);
	print_doubts(cli, &l);
	return letter_read(&cli->ctx, l.id);
}

static struct error run_edit(struct cli *cli)
{
	const char *field = NULL;
	struct letter l;

	TRY(cli_letter(cli, cli->argv[0], &l));
	TRY(cli_record_fields(cli, NULL, &l));
	struct error e = letter_edit(&cli->ctx, &cli->arena, &l, &field);
	cli->subject = field;
	return e.code == E_OK ? print_simply(cli) : e;
}

/* --- Making */

static struct error read_about(struct cli *cli, struct letter_order *order)
{
	const char *const *codes;
	size_t n = option_values(cli, "of", &codes);
	struct letter_about *rows =
		arena_alloc(&cli->arena, (n + (size_t)cli->argc + 1) * sizeof(*rows));

	for (size_t i = 0; i < n + (size_t)cli->argc; i++) {
		struct found found;

		cli->subject = i < n ? codes[i] : cli->argv[i - n];
		TRY(kinds_find(&cli->ctx, &cli->arena, cli->subject, &found));
		rows[i] = (struct letter_about){ found.kind, found.id };
	}
	cli->subject = NULL;
	order->about = rows;
	order->n = n + (size_t)cli->argc;
	return ok();
}

static struct error read_order(struct cli *cli, struct letter_order *order)
{
	struct round round;

	*order = (struct letter_order){ .kind = option(cli, "kind"),
		.subject_fi = option_text(cli, "subject-fi"),
		.subject_sv = option_text(cli, "subject-sv"),
		.subject_en = option_text(cli, "subject-en"),
		.text_fi = option_text(cli, "text-fi"),
		.text_sv = option_text(cli, "text-sv"),
		.text_en = option_text(cli, "text-en"),
		.language = option(cli, "language") };
	if (order->kind == NULL)
		return fail(E_REQUIRED, "letter_kind");
	if (order->language != NULL)
		TRY(input_code("language", WORDS_LETTER_LANGUAGE, order->language));
	TRY(input_day("reply_by", option_text(cli, "reply-by"), &order->reply_by));
	if (option(cli, "round") != NULL) {
		TRY(cli_round(cli, option(cli, "round"), &round));
		order->round_id = round.id;
	}
	return read_about(cli, order);
}

static void print_refusals(struct cli *cli, const struct letters_made *made)
{
	for (size_t i = 0; i < made->refused; i++)
		fprintf(stderr, "%s  %s: %s\n", made->refusals[i].object, made->refusals[i].to,
			letter_refusal_text(&cli->arena, &made->refusals[i]));
}

static struct error run_make(struct cli *cli)
{
	struct letter_order order;
	struct letters_made made = { 0 };

	TRY(read_order(cli, &order));
	struct error e = letters_make(&cli->ctx, &cli->arena, &order, &made);
	print_refusals(cli, &made);
	if (e.code == E_OK)
		/* TRANSLATORS: three numbers of letters. */
		print_done(cli, _("%zu made, %zu made anew, %zu left as they are"), made.made.n,
			made.again.n, made.left);
	id_list_clear(&made.made);
	id_list_clear(&made.again);
	return e;
}

/* --- Clearing */

static struct error print_unread(struct cli *cli, const struct id_list *ids)
{
	struct id_list unread = { 0 };
	struct error e = letters_unread(&cli->ctx, ids, &unread);

	for (size_t i = 0; e.code == E_OK && i < unread.n; i++) {
		struct letter l;
		struct letter_doubts doubts;

		e = letter_get(&cli->ctx, &cli->arena, unread.ids[i], &l);
		if (e.code == E_OK)
			e = letter_doubts(&cli->ctx, &cli->arena, &l, &doubts);
		if (e.code == E_OK)
			fprintf(stderr, "%s  %s: %s\n", l.code, l.to_name,
				letter_doubts_brief(&cli->arena, &doubts));
	}
	id_list_clear(&unread);
	return e;
}

static struct error clear_all(struct cli *cli, size_t *cleared)
{
	struct letter_filter filter = { 0 };
	struct id_list ids = { 0 };

	TRY(read_filter(cli, &filter));
	filter.state = "made";
	struct error e = letter_ids(&cli->ctx, &filter, &ids);
	if (e.code == E_OK)
		e = print_unread(cli, &ids);
	if (e.code == E_OK)
		e = letters_clear(&cli->ctx, &ids, cleared);
	id_list_clear(&ids);
	return e;
}

static struct error clear_named(struct cli *cli, size_t *cleared)
{
	const struct act *act = &letter_act_rows[LETTER_CLEAR];
	struct id_list ids = { 0 };
	struct answers none = { 0 };
	struct error e = ok();
	int64_t id, failed = 0;

	for (int i = 0; e.code == E_OK && i < cli->argc; i++) {
		cli->subject = cli->argv[i];
		e = letter_find(&cli->ctx, cli->argv[i], &id);
		if (e.code == E_OK)
			id_list_add(&ids, id);
	}
	if (e.code == E_OK)
		e = act_do(&cli->ctx, act, ids.ids, ids.n, &none, &failed);
	for (size_t i = 0; i < ids.n; i++)
		if (e.code != E_OK && ids.n == (size_t)cli->argc && ids.ids[i] == failed)
			cli->subject = cli->argv[i];
	*cleared = ids.n;
	id_list_clear(&ids);
	return e;
}

static struct error run_clear(struct cli *cli)
{
	size_t n = 0;

	if (option(cli, "all") == NULL && cli->argc == 0)
		return fail(E_REQUIRED, "letter");
	TRY(option(cli, "all") != NULL ? clear_all(cli, &n) : clear_named(cli, &n));
	print_done(
		cli, ngettext("%zu letter cleared.", "%zu letters cleared.", (unsigned long)n), n);
	return ok();
}

/* --- The verbs */

static const struct option_spec list_options[] = {
	{ "kind", "KIND", N_("only letters of this kind"), WORDS_LETTER_KIND },
	{ "state", "STATE", N_("only those in this state"), WORDS_LETTER_STATE },
	{ "round", "KEY", N_("only those about this round") },
	{ "of", "CODE", N_("only those about this record") },
};
static const struct option_spec make_options[] = {
	{ "kind", "KIND", N_("the kind of letter"), WORDS_LETTER_KIND },
	{ "round", "KEY", N_("about all of this round") },
	{ "of", "CODE", N_("about this record; may be given again") },
	{ "language", "LANG", N_("in this language, instead of the recipient's"),
		WORDS_LETTER_LANGUAGE },
	{ "reply-by", "DATE", N_("until when an answer is asked for") },
	{ "subject-fi", "TEXT", N_("of a free letter, correction or press release: its subject"),
		.field = "" },
	{ "subject-sv", "TEXT", N_("in Swedish"), .field = "" },
	{ "subject-en", "TEXT", N_("in English"), .field = "" },
	{ "text-fi", "TEXT", N_("its text"), .field = "" },
	{ "text-sv", "TEXT", N_("in Swedish"), .field = "" },
	{ "text-en", "TEXT", N_("in English"), .field = "" },
};
static const struct option_spec clear_options[] = {
	{ "all", NULL, N_("all that are made, once each that must be read was opened") },
	{ "kind", "KIND", N_("with --all: only letters of this kind"), WORDS_LETTER_KIND },
	{ "round", "KEY", N_("with --all: only those about this round") },
};
static const struct verb letter_verbs[] = {
	{ .name = "list",
		.options = list_options,
		.option_count = LEN(list_options),
		.run = run_list,
		.help = N_("Lists letters.") },
	{ .name = "show",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.document = "",
		.run = run_show,
		.help = N_("Shows a letter as it will look, which language rule spoke and why it "
			   "must be read; from then on it counts as read.") },
	{ .name = "make",
		.operands = "[CODE...]",
		.least = 0,
		.most = -1,
		.options = make_options,
		.option_count = LEN(make_options),
		.run = run_make,
		.help = N_(
			"Makes letters of a kind: about the records named, all of a round, or "
			"all that the kind is for. All of them or none; what is not cleared and not "
			"edited is made anew.") },
	{ .name = "edit",
		.operands = "CODE",
		.least = 1,
		.most = 1,
		.record = &record_of_letter,
		.in = IN_EDIT,
		.run = run_edit,
		.help = N_("Changes what is given. A letter that was cleared has to be cleared "
			   "again.") },
	{ .name = "clear",
		.operands = "[CODE...]",
		.least = 0,
		.most = -1,
		.options = clear_options,
		.option_count = LEN(clear_options),
		.run = run_clear,
		.help = N_(
			"Clears letters, which can then go out: those named, or with --all all "
			"that are made. First the ones that must be read are listed; they have to "
			"be opened with `letter show`.") },
	{ .name = "send",
		.operands = "[CODE...]",
		.least = 0,
		.most = -1,
		.options = letter_send_options,
		.option_count = LETTER_SEND_OPTIONS,
		.run = cli_letter_send,
		.help = N_("Sends letters that are cleared, through the mail program of this "
			   "machine: those named, or all that go by e-mail. Or writes them as "
			   "files. A decision that a letter brings is served when it is sent.") },
	{ .name = "sender",
		.operands = "show|set|try",
		.least = 1,
		.most = 1,
		.record = &record_of_letter_sender,
		.in = IN_EDIT,
		.run = cli_letter_sender,
		.help = N_("Who letters come from and which program takes them. Nothing is sent "
			   "before an administrator has set it and sent a letter to himself with "
			   "`try`.") },
	{ .name = "template",
		.operands = "list|show|edit [KIND]",
		.least = 1,
		.most = 2,
		.options = letter_template_options,
		.option_count = LETTER_TEMPLATE_OPTIONS,
		.run = cli_letter_template,
		.help = N_("Lists the templates, shows one with its fields, or changes it.") },
};
const struct noun noun_letter = { "letter", N_("letters: made, read, cleared, sent"), letter_verbs,
	LEN(letter_verbs) };
