/* SPDX-License-Identifier: MIT */
#include "ui/office/letters/making.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/letters/make.h"
#include "src/roof/kinds.h"
#include "ui/office/place.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/form.h"

/* --- What the office writes for them */

struct typed {
	char *subject_fi, *subject_sv, *text_fi, *text_sv;
};

enum { T_SUBJECT_FI, T_TEXT_FI, T_SUBJECT_SV, T_TEXT_SV };

static const struct form_field text_fields[] = {
	[T_SUBJECT_FI] = { .name = "subject_fi" },
	[T_TEXT_FI] = { .name = "text_fi",
		.lines = 6,
		.hint = N_(
			"# heading, - item of a list. {recipient}, {code} and others are filled in.") },
	[T_SUBJECT_SV] = { .name = "subject_sv" },
	[T_TEXT_SV] = { .name = "text_sv", .lines = 6 },
};

static struct error fill_text(struct context *ctx, struct form *form, void *arg)
{
	(void)ctx, (void)form, (void)arg;
	return ok();
}

static struct error save_text(struct ui *ui, struct form *form, void *arg)
{
	struct typed *typed = arg;

	(void)ui;
	if (*form_get(form, T_TEXT_FI) == '\0' && *form_get(form, T_TEXT_SV) == '\0')
		return fail(E_REQUIRED, "text_fi");
	*typed = (struct typed){ xstrdup(form_get(form, T_SUBJECT_FI)),
		xstrdup(form_get(form, T_SUBJECT_SV)), xstrdup(form_get(form, T_TEXT_FI)),
		xstrdup(form_get(form, T_TEXT_SV)) };
	return ok();
}

static const struct form_def text_def = { NC_("title", "Text of the letters"),
	N_("What all of them say, in each language in which one is to go out."), text_fields,
	LEN(text_fields), fill_text, save_text, .record = &record_of_letter };

/* --- Making */

static void show_refusals(struct ui *ui, const struct letters_made *made)
{
	enum { SHOWN = 12 };
	struct arena arena = { 0 };
	const char *text = "";

	for (size_t i = 0; i < made->refused && i < SHOWN; i++)
		text = arena_printf(&arena, "%s%s  %s: %s\n", text, made->refusals[i].object,
			made->refusals[i].to, letter_refusal_text(&arena, &made->refusals[i]));
	if (made->refused > SHOWN) {
		unsigned long more = (unsigned long)(made->refused - SHOWN);

		text = arena_printf(
			&arena, ngettext("%s… and %lu more", "%s… and %lu more", more), text, more);
	}
	ui_tell(ui, _("Nothing was made"), text);
	arena_clear(&arena);
}

/* True: some were made, and the list of letters should show them. */
static bool make(struct ui *ui, struct letter_order *order)
{
	const struct letter_kind_row *kind = letter_kind_row(order->kind);
	struct letters_made made = { 0 };
	struct arena arena = { 0 };
	struct typed typed = { 0 };
	bool goes =
		(kind->fields & FIELDS_TEXT) == 0 || form_run(ui, form_new(ui, &text_def, &typed));

	if (goes) {
		order->subject_fi = typed.subject_fi;
		order->subject_sv = typed.subject_sv;
		order->text_fi = typed.text_fi;
		order->text_sv = typed.text_sv;
		struct error e = letters_make(ui->ctx, &arena, order, &made);
		goes = e.code == E_OK;
		if (made.refused > 0)
			show_refusals(ui, &made);
		else if (goes)
			ui_say(ui, _("%zu made, %zu made anew, %zu left as they are"), made.made.n,
				made.again.n, made.left);
		else
			ui_complain(ui, e);
	}
	id_list_clear(&made.made);
	id_list_clear(&made.again);
	arena_clear(&arena);
	free(typed.subject_fi);
	free(typed.subject_sv);
	free(typed.text_fi);
	free(typed.text_sv);
	return goes;
}

/* --- Of what the screen shows */

static bool is_list(const struct screen *screen)
{
	return screen->row != NULL &&
	       (screen->row->list != NULL || screen->ops->selected == list_selected);
}

static enum kind kind_here(const struct screen *screen)
{
	struct target here = record_here(screen);

	return here.kind;
}

/* The marked rows, else all that the list shows; of a page its record. */
static struct error read_about(
	struct screen *screen, struct arena *arena, struct letter_order *order)
{
	struct target here = record_here(screen);
	struct list_screen *list = (struct list_screen *)screen;

	if (here.kind == KIND_ROUND) {
		order->round_id = here.id;
		return ok();
	}
	if (is_list(screen))
		TRY(list_read_rest(screen, screen->ui->ctx));
	const struct id_list one = { .ids = &here.id, .n = here.id != 0 ? 1 : 0 };
	const struct id_list *ids = !is_list(screen)    ? &one :
				    screen->marks.n > 0 ? &screen->marks :
							  &list->list.ids;
	struct letter_about *rows = arena_alloc(arena, (ids->n + 1) * sizeof(*rows));

	for (size_t i = 0; i < ids->n; i++)
		rows[i] = (struct letter_about){ here.kind, ids->ids[i] };
	order->about = rows;
	order->n = ids->n;
	return ids->n == 0 ? rule(N_("There is nothing here that a letter could be about.")) : ok();
}

/* Has it a letter about it at all? */
static bool can_be_about(enum kind kind)
{
	static const enum kind kinds[] = { KIND_PROBLEM, KIND_APPLICATION, KIND_SOLUTION, KIND_TEAM,
		KIND_SESSION, KIND_QUESTION, KIND_ROUND, KIND_DECISION, KIND_STATEMENT,
		KIND_MUNICIPALITY, KIND_ORGANIZATION, KIND_PERSON };

	for (size_t i = 0; i < LEN(kinds); i++)
		if (kinds[i] == kind)
			return true;
	return false;
}

/* The letters there are come first. */
static const char *choose_kind(struct ui *ui, bool with_list, bool *list)
{
	const char *first[] = { _("Show the letters") };
	size_t n = with_list ? LEN(first) : 0;
	int chosen =
		ui_choose_with_words(ui, _("Which letters?"), first, n, WORDS_LETTER_KIND, NULL);

	*list = with_list && chosen == 0;
	return chosen < (int)n ? NULL : text_code(WORDS_LETTER_KIND, (size_t)chosen - n);
}

void letters_of_screen(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	struct letter_order order = { 0 };
	bool list = true;

	if (may(ui->ctx->role, ACT_LETTER) && can_be_about(kind_here(screen)))
		order.kind = choose_kind(ui, true, &list);
	if (order.kind != NULL) {
		struct error e = read_about(screen, &arena, &order);

		ui_complain(ui, e);
		list = e.code == E_OK && make(ui, &order);
	}
	if (list)
		ui_go(ui, place_screen(ui, PLACE_LETTERS, &(struct target){ .text = order.kind }));
	arena_clear(&arena);
}

void letters_of_kind(struct ui *ui, const char *kind)
{
	struct letter_order order = { .kind = kind };

	if (make(ui, &order))
		ui_go(ui, place_screen(ui, PLACE_LETTERS, &(struct target){ .text = order.kind }));
}

void letters_of_all(struct ui *ui)
{
	struct letter_order order = { 0 };
	bool list;

	order.kind = choose_kind(ui, false, &list);
	if (order.kind != NULL)
		make(ui, &order);
}
