/* SPDX-License-Identifier: MIT
 * Letters on their way out: by sendmail, as files, on paper; and who they come from. */
#include "src/cli/letter_sending.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/cli/fields.h"
#include "src/cli/letter.h"
#include "src/letters/sender.h"
#include "src/letters/sending.h"
#include "src/letters/writing.h"

/* --- letter send */

static struct error named(struct cli *cli, struct id_list *ids)
{
	for (int i = 0; i < cli->argc; i++) {
		struct letter letter;

		TRY(cli_letter(cli, cli->argv[i], &letter));
		if (id_list_find(ids, letter.id) != (size_t)-1)
			return rule(N_("It is named twice."));
		id_list_add(ids, letter.id);
	}
	cli->subject = NULL;
	return ok();
}

static void tell_files(struct cli *cli, size_t n)
{
	print_done(cli,
		ngettext("%zu letter written. It has not been sent yet; when it has, say so: klash "
			 "letter sent CODE",
			"%zu letters written. They have not been sent yet; when they have, say so: "
			"klash letter sent CODE...",
			(unsigned long)n),
		n);
}

static struct error write_files(struct cli *cli, const struct id_list *ids)
{
	size_t done;
	struct error e = letters_write(
		&cli->ctx, &cli->arena, ids->ids, ids->n, option(cli, "eml"), &done, &cli->subject);

	if (e.code == E_OK || done > 0)
		tell_files(cli, done);
	return e;
}

static struct error print_paper(struct cli *cli, const struct id_list *ids)
{
	TRY(letters_print(
		&cli->ctx, &cli->arena, ids->ids, ids->n, option(cli, "print"), &cli->subject));
	tell_files(cli, ids->n);
	return ok();
}

static void tell_sent(struct cli *cli, const struct sending_result *result)
{
	if (result->sent > 0)
		print_done(cli,
			ngettext("%zu letter sent.", "%zu letters sent.",
				(unsigned long)result->sent),
			result->sent);
	if (result->failed > 0)
		fprintf(stderr,
			ngettext("klash: %zu letter was refused by the program that sends mail: "
				 "klash letter list --state failed\n",
				"klash: %zu letters were refused by the program that sends mail: "
				"klash letter list --state failed\n",
				(unsigned long)result->failed),
			result->failed);
	if (result->unknown > 0)
		fprintf(stderr,
			ngettext("klash: of %zu letter nobody knows whether it went: klash letter "
				 "list --state unknown\n",
				"klash: of %zu letters nobody knows whether they went: klash "
				"letter list --state unknown\n",
				(unsigned long)result->unknown),
			result->unknown);
	cli->status = result->failed + result->unknown > 0 ? 1 : cli->status;
}

static struct error send_mail(struct cli *cli, const struct id_list *ids)
{
	struct sending_result result;
	struct error e = letters_send(
		&cli->ctx, &cli->arena, ids->ids, ids->n, option(cli, "again") != NULL, &result);

	cli->subject = result.stopped_at;
	tell_sent(cli, &result);
	return e;
}

/* What is left when nobody was named. */
static void tell_others(struct cli *cli)
{
	struct id_list ids = { 0 };

	if (letters_cleared(&cli->ctx, false, &ids).code == E_OK && ids.n > 0)
		fprintf(stderr,
			ngettext("klash: %zu letter goes another way: klash letter send --print "
				 "FILE\n",
				"klash: %zu letters go another way: klash letter send --print "
				"FILE\n",
				(unsigned long)ids.n),
			ids.n);
	id_list_clear(&ids);
}

static struct error choose(struct cli *cli, struct id_list *ids)
{
	bool paper = option(cli, "print") != NULL;

	if (cli->argc > 0)
		return named(cli, ids);
	if (option(cli, "again") != NULL)
		return fail(E_REQUIRED, "letter");
	TRY(letters_cleared(&cli->ctx, !paper, ids));
	if (ids->n > 0)
		return ok();
	return paper ? rule(N_("No letter on paper is cleared: klash letter list")) :
		       rule(N_("No letter by e-mail is cleared: klash letter list"));
}

static struct error send_chosen(struct cli *cli, const struct id_list *ids)
{
	bool files = option(cli, "eml") != NULL, paper = option(cli, "print") != NULL;

	if (files + paper + (option(cli, "again") != NULL) > 1)
		return rule(N_("Give only one of --eml, --print and --again."));
	if (files)
		return write_files(cli, ids);
	return paper ? print_paper(cli, ids) : send_mail(cli, ids);
}

struct error cli_letter_send(struct cli *cli)
{
	struct id_list ids = { 0 };
	struct error e = letters_look_after(&cli->ctx);

	if (e.code == E_OK)
		e = choose(cli, &ids);
	if (e.code == E_OK)
		e = send_chosen(cli, &ids);
	if (e.code == E_OK && cli->argc == 0 && option(cli, "print") == NULL)
		tell_others(cli);
	id_list_clear(&ids);
	return e;
}

const struct option_spec letter_send_options[LETTER_SEND_OPTIONS] = {
	{ "eml", "FOLDER",
		N_("instead of sending, a file a letter in this folder, to be sent from a mail "
		   "program") },
	{ "print", "FILE", N_("those on paper, in one file for the printer: .txt or .html") },
	{ "again", NULL,
		N_("letters that failed, or that may have gone: once you have looked why") },
};

/* --- letter sender */

static const struct column sender_columns[] = {
	{ "address" },
	{ "name_fi" },
	{ "name_sv" },
	{ "name_en" },
	{ "program" },
	{ "tried" },
	{ "ready", N_("Can send"), CELL_FLAG },
	{ "reason", N_("Why not"), CELL_TEXT },
};

static struct error sender_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct letter_sender *sender = arg;
	struct letter_sender now;
	struct error e = letter_sender_ready(&cli->ctx, &row->arena, &now);

	(void)id;
	row_record(row, sender);
	row_put(row, "ready", cell_flag(e.code == E_OK));
	row_put(row, "reason", cell_text(e.code == E_RULE ? _(e.field) : ""));
	return ok();
}

static const struct listing sender_listing = { sender_columns, LEN(sender_columns), NULL,
	sender_row, &record_of_letter_sender };

static struct error sender_set(struct cli *cli)
{
	struct letter_sender sender;

	TRY(letter_sender_get(&cli->ctx, &cli->arena, &sender));
	TRY(cli_record_fields(cli, NULL, &sender));
	TRY(letter_sender_set(&cli->ctx, &sender));
	print_done(cli, _("Saved. Try it now: klash letter sender try"));
	return ok();
}

static struct error sender_try(struct cli *cli)
{
	const char *said;
	struct error e = letter_sender_try(&cli->ctx, &cli->arena, &said);

	if (e.code == E_CANCELLED) {
		if (*said != '\0')
			fprintf(stderr, "%s\n", said);
		return rule(N_("The program that sends mail did not take the letter. What it says "
			       "stands above; whoever looks after this machine's mail can help."));
	}
	TRY(e);
	/* TRANSLATORS: %s is an e-mail address. */
	print_done(cli,
		_("The program took a letter to %s. Look whether it arrives: taken is not "
		  "delivered. From now on letters can be sent."),
		cli->ctx.account.email);
	return ok();
}

static struct error sender_show(struct cli *cli)
{
	struct letter_sender sender;

	TRY(letter_sender_get(&cli->ctx, &cli->arena, &sender));
	return print_one(cli, &sender_listing, &sender, 0);
}

struct error cli_letter_sender(struct cli *cli)
{
	const char *what = cli->argv[0];

	if (strcmp(what, "show") == 0)
		return sender_show(cli);
	if (strcmp(what, "set") == 0)
		return sender_set(cli);
	return strcmp(what, "try") == 0 ? sender_try(cli) : fail(E_INVALID, "command");
}
