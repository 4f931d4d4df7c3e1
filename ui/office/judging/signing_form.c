/* SPDX-License-Identifier: MIT */
#include "ui/office/judging/signing_form.h"

#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/judging/signing.h"
#include "ui/office/ask.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/form.h"

/* Copies: what the screen shows may be read anew while the form is open. */
struct asked {
	struct arena arena;
	int64_t statement_id;
	const char **logins;
	size_t n;
};

static void take(
	struct asked *asked, int64_t statement_id, const struct tally *tally, const char *login)
{
	asked->statement_id = statement_id;
	asked->logins = arena_alloc(&asked->arena, (tally->n + 1) * sizeof(char *));
	for (size_t i = 0; i < tally->n; i++) {
		const struct tally_row *r = &tally->rows[i];
		bool wanted = login != NULL ? strcmp(r->login, login) == 0 :
					      r->may && r->signature == NULL && *r->reason == '\0';

		if (wanted)
			asked->logins[asked->n++] = arena_text(&asked->arena, r->login);
	}
}

enum { P_WHERE, P_DATE };

static const struct form_field paper_fields[] = {
	[P_WHERE] = { .name = "paper",
		.required = true,
		.hint = N_("A folder, an archive: where the signed paper is found.") },
	[P_DATE] = { .name = "date",
		.required = true,
		.hint = N_("The day on which it was signed.") },
};

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	(void)arg;
	form_fill_row(form, &(struct jury_signature){ .place = "",
				    .service = "",
				    .level = "advanced",
				    .at = context_now(ctx),
				    .day = day_of_time(context_now(ctx)) });
	return ok();
}

static struct error save_paper(struct ui *ui, struct form *form, void *arg)
{
	const struct asked *asked = arg;
	struct signing signing = { .logins = asked->logins,
		.n = asked->n,
		.how = "paper",
		.where = form_get(form, P_WHERE) };

	TRY(input_day("date", form_get(form, P_DATE), &signing.day));
	return statement_sign_recorded(ui->ctx, asked->statement_id, &signing);
}

static const struct form_def paper_def = { NC_("title", "Signed on paper"),
	N_("Record only what they have signed themselves: nobody signs for another."), paper_fields,
	LEN(paper_fields), fill, save_paper, .record = &record_of_jury_signature };

bool ask_paper(struct ui *ui, int64_t statement_id, const struct tally *tally, const char *login)
{
	struct asked asked = { .n = 0 };
	bool done = false;

	take(&asked, statement_id, tally, login);
	if (asked.n == 0)
		ui_complain(ui, rule(N_("Nobody is left to sign: all who were present have "
					"signed, or it is recorded why not.")));
	else
		done = form_run(ui, form_new(ui, &paper_def, &asked));
	if (done)
		ui_say(ui, "%s", _("Recorded as signed on paper."));
	arena_clear(&asked.arena);
	return done;
}

enum { S_SERVICE, S_LEVEL, S_TIME, S_FILE };

static const struct form_field service_fields[] = {
	[S_SERVICE] = { .name = "signing_service", .required = true },
	[S_LEVEL] = { .name = "signing_level" },
	[S_TIME] = { .name = "signed_at",
		.required = true,
		.hint = N_("As the service tells it.") },
	[S_FILE] = { .name = "file",
		.label = N_("File of the service"),
		.kind = FORM_LINE,
		.hint = N_("The path of what the service gave; it is kept as an attachment.") },
};

static struct error save_service(struct ui *ui, struct form *form, void *arg)
{
	const struct asked *asked = arg;
	struct jury_signature s = { 0 };

	TRY(form_read_row(form, &s));
	return statement_sign_recorded(ui->ctx, asked->statement_id,
		&(struct signing){ .logins = asked->logins,
			.n = asked->n,
			.how = "service",
			.service = form_get(form, S_SERVICE),
			.level = form_choice(form, S_LEVEL),
			.at = s.at,
			.file = form_get(form, S_FILE) });
}

static const struct form_def service_def = { NC_("title", "Signed in a service"),
	N_("An electronic signature that the member gave in a service outside of Klash."),
	service_fields, LEN(service_fields), fill, save_service,
	.record = &record_of_jury_signature };

bool ask_service(struct ui *ui, int64_t statement_id, const char *login, const char *name)
{
	struct asked asked = { .statement_id = statement_id };
	const char *one[] = { arena_text(&asked.arena, login) };

	asked.logins = one;
	asked.n = 1;
	bool done = form_run_about(ui, &service_def, &asked, NULL, arena_text(&asked.arena, name));
	if (done)
		ui_say(ui, "%s", _("Recorded as signed in a service."));
	arena_clear(&asked.arena);
	return done;
}
