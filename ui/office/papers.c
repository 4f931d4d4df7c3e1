/* SPDX-License-Identifier: MIT */
#include "ui/office/papers.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/documents/writer.h"
#include "src/judging/decision.h"
#include "src/roof/kinds.h"
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

/* The last form is offered first the next time. */
static const struct document_writer *choose_form(struct ui *ui)
{
	const char *options[FORMS_MAX];
	int n = 0;

	for (const struct document_writer *w; n < FORMS_MAX; n++) {
		w = document_writer_at((size_t)n);
		if (w == NULL)
			break;
		options[n] = i18n_lookup("format", w->word);
	}
	int chosen = ui_choose(ui, C_("title", "The form of the file"), options, n, 0);
	return chosen < 0 ? NULL : document_writer_at((size_t)chosen);
}

/* "D-1-Päätös-fi.pdf": no blank in it. */
static const char *name_of(struct ui *ui, struct arena *arena, const struct target *here,
	const struct document_kind *kind, const char *lang, const char *ending)
{
	struct found found = { 0 };
	const char *code = "";

	if (here->kind != KIND_COMPETITION &&
		kinds_get(ui->ctx, arena, here->kind, here->id, &found).code == E_OK)
		code = found.code;
	char *name = arena_printf(arena, "%s%s%s%s%s%s", code, *code == '\0' ? "" : "-",
		i18n_lookup("document", kind->word), lang == NULL ? "" : "-",
		lang == NULL ? "" : lang, ending);
	for (char *c = name; *c != '\0'; c++)
		*c = *c == ' ' || *c == '/' || *c == ':' ? '-' : *c;
	return name;
}

static void make(struct ui *ui, const struct target *here, const struct document_kind *kind)
{
	struct document_ask ask = { .id = here->id };
	struct arena arena = { 0 };

	if (!kind->own_language) {
		ask.lang = ui_choose_word(ui, _("In which language?"), WORDS_LANGUAGE, i18n_lang());
		if (ask.lang == NULL)
			return;
	}
	const struct document_writer *writer = choose_form(ui);
	if (writer == NULL)
		return;
	const char *name = name_of(ui, &arena, here, kind, ask.lang, writer->ending);
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
