/* SPDX-License-Identifier: MIT */
#include "ui/office/papers.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/documents/writer.h"
#include "src/judging/decision.h"
#include "src/roof/kept.h"
#include "src/roof/papers.h"
#include "ui/office/place.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/export_document.h"

enum { PAPERS_MAX = 16, FORMS_MAX = 8 };

/* A statement has the page of a decision, and documents of its own. */
static bool is_statement(const struct screen *screen, const struct target *here)
{
	struct arena arena = { 0 };
	struct decision d;
	bool is = here->kind == KIND_DECISION &&
		  decision_get(screen->ui->ctx, &arena, here->id, &d).code == E_OK &&
		  decision_kind_of(d.kind) == DECISION_KIND_STATEMENT;

	arena_clear(&arena);
	return is;
}

/* What is nobody's page belongs to the competition. */
static struct target record_of(const struct screen *screen)
{
	struct target here = record_here(screen);

	if (is_statement(screen, &here))
		here.kind = KIND_STATEMENT;

	if (here.kind == KIND_NONE)
		here.kind = KIND_COMPETITION;
	return here;
}

const char *papers_blocked(const struct screen *screen, const struct context *ctx)
{
	const struct document_kind *kinds[PAPERS_MAX];
	struct target here = record_of(screen);

	(void)ctx;
	if (documents_of(here.kind, kinds, LEN(kinds)) == 0)
		return N_("No document is made of this. Documents are made of decisions, "
			  "statements, meetings, rounds, letters and contracts: on their pages.");
	if (here.id <= 0 && here.kind != KIND_COMPETITION)
		return N_("There is no record here that a document could be made of.");
	return NULL;
}

static const struct document_kind *choose_document(
	struct ui *ui, const struct document_kind *const *kinds, size_t n)
{
	const char *options[PAPERS_MAX];

	if (n == 1)
		return kinds[0];
	for (size_t i = 0; i < n; i++)
		options[i] = i18n_lookup("document", kinds[i]->word);
	int chosen = ui_choose(ui, _("Which document?"), options, (int)n, 0);
	return chosen < 0 ? NULL : kinds[chosen];
}

/* A file in one of the forms or, behind them, what is `kept`: -1 for nothing chosen. */
static int choose_form(struct ui *ui, bool keepable, bool *kept)
{
	const char *options[FORMS_MAX + 1];
	int n = 0;

	for (const struct document_writer *w; n < FORMS_MAX; n++) {
		w = document_writer_at((size_t)n);
		if (w == NULL)
			break;
		options[n] = i18n_lookup("format", w->word);
	}
	options[n] = C_("format", "PDF, kept with the record");
	int chosen = ui_choose(
		ui, C_("title", "The form of the file"), options, n + (keepable ? 1 : 0), 0);
	*kept = chosen == n;
	return chosen;
}

static void keep(struct ui *ui, const struct document_kind *kind, const struct document_ask *ask)
{
	int64_t number;
	struct error e = document_keep(ui->ctx, kind, ask, &number);

	if (e.code != E_OK)
		ui_complain(ui, e);
	else
		/* TRANSLATORS: the number of an attachment; F is a key. */
		ui_say(ui, _("Kept with the record as attachment %lld: F shows it."),
			(long long)number);
}

static void make(struct ui *ui, const struct target *here, const struct document_kind *kind)
{
	struct document_ask ask = { .id = here->id };
	struct arena arena = { 0 };
	bool kept;

	if (!kind->own_language) {
		ask.lang = ui_choose_word(ui, _("In which language?"), WORDS_LANGUAGE, i18n_lang());
		if (ask.lang == NULL)
			return;
	}
	int form = choose_form(ui, document_keepable(ui->ctx, kind, ask.id).code == E_OK, &kept);
	if (form < 0)
		return;
	if (kept) {
		keep(ui, kind, &ask);
		return;
	}
	const char *name = document_file_name(
		ui->ctx, &arena, kind, &ask, document_writer_at((size_t)form)->ending);
	export_document(ui, i18n_lookup("document", kind->word), name, kind, &ask);
	arena_clear(&arena);
}

void papers_of_screen(struct ui *ui, struct screen *screen)
{
	const struct document_kind *kinds[PAPERS_MAX];
	struct target here = record_of(screen);
	struct error allowed = context_may_open(ui->ctx, "");
	size_t n = documents_of(here.kind, kinds, LEN(kinds));

	if (allowed.code != E_OK) {
		ui_complain(ui, allowed);
		return;
	}
	const struct document_kind *kind = choose_document(ui, kinds, n);
	if (kind != NULL)
		make(ui, &here, kind);
}
