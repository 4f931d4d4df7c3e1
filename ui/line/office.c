/* SPDX-License-Identifier: MIT
 * The office on the telephone: what is to be done, anything by a word of it, and a call noted. */
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/desk/desk.h"
#include "src/ground/record.h"
#include "src/phases/note.h"
#include "src/roof/kinds.h"
#include "src/roof/lookup.h"
#include "ui/line/parts.h"
#include "ui/office/desk/todo.h"
#include "ui/office/office.h"
#include "ui/office/place.h"

enum { HITS_MAX = 100 };

/* The value of a field of the note, as its meaning reads it; false when it was cancelled. */
static bool ask_field(struct talk *talk, struct arena *arena, struct note *note, const char *name,
	const char *prompt)
{
	const struct field *field = record_named(&record_of_note, name);

	for (;;) {
		const char *line = talk_text(talk, prompt);

		if (line == NULL)
			return false;
		struct error e = field_read(&record_of_note, field, note, arena_text(arena, line));
		if (e.code == E_OK)
			return true;
		talk_refused(talk, e);
	}
}

static void note_call(struct talk *talk, const char *object)
{
	struct arena arena = { 0 };
	struct note note = { .object = object };
	int64_t id;

	if (!may(talk->ctx->role, ACT_NOTE)) {
		talk_say(talk, _("Your role does not include this."));
		return;
	}
	record_blank(&record_of_note, &note);
	note.object = object;
	if (ask_field(talk, &arena, &note, "who", _("Who called?")) &&
		ask_field(talk, &arena, &note, "text", _("About what, and what was said?")) &&
		ask_field(talk, &arena, &note, "due",
			_("If something was promised: until when. Enter alone for nothing.")))
		(void)talk_report(talk, note_add(talk->ctx, &note, kinds_name, &id), _("Saved."));
	else
		talk_say(talk, _("Nothing was noted."));
	arena_clear(&arena);
}

/* As its page on the screen. */
static void tell_record(struct talk *talk, struct arena *arena, const struct found *found)
{
	struct ui ui = { .ctx = talk->ctx, .places = &office_places };
	struct page page = { 0 };

	if (!record_has_lines(&ui, found->kind)) {
		talk_say(talk, found->title);
		return;
	}
	struct error e = record_lines(&ui, talk->ctx, arena, found->kind, found->id, &page);
	if (e.code == E_OK)
		talk_page(talk, &page);
	else
		talk_refused(talk, e);
	page_clear(&page);
}

static void open_found(struct talk *talk, const struct found *found)
{
	struct arena arena = { 0 };
	struct reference name;
	bool noted = reference_of(talk->ctx, found->kind, found->id, &name).code == E_OK;
	const char *choices[] = { _("Read it"), noted ? _("Note a call") : NULL };
	int chosen;

	talk_head(talk, arena_printf(&arena, "%s %s, %s", kind_word(found->kind), found->code,
				found->title));
	tell_record(talk, &arena, found);
	while (!talk->ended && (chosen = talk_choose(talk, choices, LEN(choices), _("Back"))) > 0) {
		if (chosen == 1)
			tell_record(talk, &arena, found);
		else
			note_call(talk, name.text);
	}
	arena_clear(&arena);
}

/* One of those that have the words; false: none was chosen. */
static void look_up(struct talk *talk)
{
	struct arena arena = { 0 };
	struct founds founds = { 0 };
	const char *words =
		talk_text(talk, _("Any word of a problem, person, municipality or note, or its "
				  "beginning."));
	struct error e = words == NULL ? ok() : lookup(talk->ctx, &arena, words, HITS_MAX, &founds);
	const char **choices = arena_alloc(&arena, (founds.n + 1) * sizeof(*choices));

	for (size_t i = 0; i < founds.n; i++)
		choices[i] = arena_printf(&arena, "%s %s, %s", kind_word(founds.rows[i].kind),
			founds.rows[i].code, founds.rows[i].title);
	if (e.code != E_OK)
		talk_refused(talk, e);
	else if (words != NULL && founds.n == 0)
		talk_say(talk, _("Nothing has this word."));
	for (int chosen = founds.n > 0; chosen > 0 && !talk->ended;) {
		chosen = talk_choose(talk, choices, founds.n, _("Back"));
		if (chosen > 0)
			open_found(talk, &founds.rows[chosen - 1]);
	}
	arena_clear(&arena);
}

/* What a thing to do is about, where that is a record. */
static void open_todo_record(struct talk *talk, const struct todo *todo)
{
	struct arena arena = { 0 };
	struct found found;

	if (lookup_code(talk->ctx, &arena, todo->code, &found).code == E_OK)
		open_found(talk, &found);
	else
		/* TRANSLATORS: what is to be done. */
		talk_printf(talk,
			_("%s Its screen has the rest; start Klash without --line for it."),
			todo->text);
	arena_clear(&arena);
}

static const char *todo_words(
	struct arena *arena, const struct todos *todos, const struct todo *todo)
{
	const char *place = todo_place(arena, todos, todo);

	return todo->urgency == URGENT ?
		       /* TRANSLATORS: what is to be done, and where: "Solutions C-2". */
		       arena_printf(arena, _("Urgent: %s (%s)"), todo->text, place) :
		       arena_printf(arena, "%s (%s)", todo->text, place);
}

static void tell_todos(struct talk *talk)
{
	for (int chosen = 1; chosen > 0 && !talk->ended;) {
		struct arena arena = { 0 };
		struct todos todos;
		struct error e = desk_todos(talk->ctx, &arena, &todos);
		const char *choices[TODO_MAX];

		chosen = 0;
		if (e.code != E_OK)
			talk_refused(talk, e);
		else if (todos.n == 0)
			talk_say(talk, _("Nothing waits."));
		for (size_t i = 0; e.code == E_OK && i < todos.n; i++)
			choices[i] = todo_words(&arena, &todos, &todos.rows[i]);
		if (e.code == E_OK && todos.n > 0)
			chosen = talk_choose(talk, choices, todos.n, _("Back"));
		if (chosen > 0)
			open_todo_record(talk, &todos.rows[chosen - 1]);
		arena_clear(&arena);
	}
}

/* About whom: a record that is found first. */
static void note_a_call(struct talk *talk)
{
	talk_say(talk, _("Look up whom the call is about; its choices have: note a call."));
	look_up(talk);
}

void line_office(struct talk *talk)
{
	enum { TODOS, LOOK_UP, NOTE, LANGUAGE, CHOICES };
	static void (*const acts[CHOICES])(struct talk *) = {
		[TODOS] = tell_todos,
		[LOOK_UP] = look_up,
		[NOTE] = note_a_call,
		[LANGUAGE] = line_language,
	};

	while (!talk->ended && line_stands(talk)) {
		const char *choices[CHOICES] = {
			[TODOS] = C_("title", "What is to be done"),
			[LOOK_UP] = _("Look something up"),
			[NOTE] = _("Note a call"),
			[LANGUAGE] = _("Language"),
		};

		talk_head(talk, C_("place", "Desk"));
		int chosen = talk_choose(talk, choices, CHOICES, _("Leave Klash"));
		if (chosen <= 0)
			return;
		acts[chosen - 1](talk);
	}
}
