/* SPDX-License-Identifier: MIT */
#include "src/letters/reading.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/letters/kind.h"

struct error letter_doubts(struct context *ctx, struct arena *arena, const struct letter *l,
	struct letter_doubts *doubts)
{
	const struct letter_kind_row *kind = letter_kind_row(l->kind);
	struct letter_likeness like;

	*doubts = (struct letter_doubts){ 0 };
	TRY(store_letter_likeness(ctx->db, arena, l->id, &like));
	doubts->alike = like.alike;
	if (kind != NULL && kind->tells != TELLS_NOTHING &&
		letter_kind_of(l->kind) != LETTER_KIND_DECISION && !l->feedback)
		doubts->doubts |= DOUBT_NO_FEEDBACK;
	if (like.alike > 0)
		doubts->doubts |= DOUBT_ALIKE;
	if (*like.written_in != '\0' && !letter_is_in(l, like.written_in))
		doubts->doubts |= DOUBT_LANGUAGE;
	if (*l->to_address == '\0')
		doubts->doubts |= DOUBT_NO_ADDRESS;
	if (l->edited)
		doubts->doubts |= DOUBT_EDITED;
	return ok();
}

static const char *doubt_sentence(
	struct arena *arena, const struct letter_doubts *d, enum letter_doubt doubt)
{
	switch (doubt) {
	case DOUBT_NO_FEEDBACK:
		return _("The jury's feedback is not in it: none was cleared when it was made.");
	case DOUBT_ALIKE:
		return arena_printf(arena,
			ngettext("%lld other was decided on for the same reason, word for word.",
				"%lld others were decided on for the same reason, word for word.",
				(unsigned long)d->alike),
			(long long)d->alike);
	case DOUBT_LANGUAGE:
		return _("It is in another language than the one in which they wrote.");
	case DOUBT_NO_ADDRESS:
		return _("No address is known.");
	case DOUBT_EDITED:
		return _("It was edited by hand.");
	}
	return NULL;
}

static const char *doubt_brief(enum letter_doubt doubt)
{
	switch (doubt) {
	case DOUBT_NO_FEEDBACK:
		return C_("letter to be read", "no feedback");
	case DOUBT_ALIKE:
		return C_("letter to be read", "same reason");
	case DOUBT_LANGUAGE:
		return C_("letter to be read", "other language");
	case DOUBT_NO_ADDRESS:
		return C_("letter to be read", "no address");
	case DOUBT_EDITED:
		return C_("letter to be read", "edited");
	}
	return NULL;
}

const char *letter_doubt_text(struct arena *arena, const struct letter_doubts *d, size_t i)
{
	for (unsigned bit = 0; bit < DOUBTS; bit++)
		if ((d->doubts >> bit & 1) != 0 && i-- == 0)
			return doubt_sentence(arena, d, (enum letter_doubt)(1 << bit));
	return NULL;
}

const char *letter_doubts_brief(struct arena *arena, const struct letter_doubts *d)
{
	const char *text = "";

	for (unsigned bit = 0; bit < DOUBTS; bit++)
		if ((d->doubts >> bit & 1) != 0)
			text = arena_printf(arena, "%s%s%s", text, *text == '\0' ? "" : ", ",
				doubt_brief((enum letter_doubt)(1 << bit)));
	return text;
}

/* --- Read */

struct error letter_read(struct context *ctx, int64_t id)
{
	struct arena arena = { 0 };
	struct letter l = { .code = "" };

	if (!may(ctx->role, ACT_LETTER) || db_is_readonly(ctx->db))
		return ok();
	struct error e = letter_get(ctx, &arena, id, &l);
	if (e.code == E_OK && l.seen == 0 && letter_state_of(l.state) == LETTER_STATE_MADE) {
		e = context_begin(ctx);
		l.seen = context_now(ctx);
		if (e.code == E_OK)
			e = context_end(ctx, store_letter_move(ctx->db, &l), "letter.read", l.code);
	}
	arena_clear(&arena);
	return e;
}

static struct error must_be_read(
	struct context *ctx, struct arena *arena, const struct letter *l, bool *must)
{
	struct letter_doubts doubts;

	*must = false;
	if (letter_state_of(l->state) != LETTER_STATE_MADE || l->seen != 0)
		return ok();
	TRY(letter_doubts(ctx, arena, l, &doubts));
	*must = doubts.doubts != 0;
	return ok();
}

struct error letters_unread(struct context *ctx, const struct id_list *ids, struct id_list *unread)
{
	struct error e = ok();

	for (size_t i = 0; e.code == E_OK && i < ids->n; i++) {
		struct arena arena = { 0 };
		struct letter l;
		bool must = false;

		e = letter_get(ctx, &arena, ids->ids[i], &l);
		if (e.code == E_OK)
			e = must_be_read(ctx, &arena, &l, &must);
		if (e.code == E_OK && must)
			id_list_add(unread, l.id);
		arena_clear(&arena);
	}
	return e;
}

/* --- Cleared */

static struct error check_clear(const struct letter *l)
{
	if (letter_state_of(l->state) != LETTER_STATE_MADE)
		return rule(N_("Only what has been made and not cleared yet is cleared."));
	return *l->to_name != '\0' ? ok() : fail(E_REQUIRED, "recipient");
}

static struct error clear_one(struct context *ctx, int64_t id)
{
	struct arena arena = { 0 };
	struct letter l = { .code = "" };

	TRY(context_begin(ctx));
	struct error e = letter_get(ctx, &arena, id, &l);
	if (e.code == E_OK)
		e = check_clear(&l);
	l.state = "cleared";
	l.cleared = context_now(ctx);
	l.cleared_by = ctx->account.id;
	l.seen = l.seen != 0 ? l.seen : l.cleared;
	if (e.code == E_OK)
		e = store_letter_move(ctx->db, &l);
	e = context_end(ctx, e, letter_act_rows[LETTER_CLEAR].log, l.code);
	arena_clear(&arena);
	return e;
}

static struct error is_made(struct context *ctx, int64_t id, bool *made)
{
	struct arena arena = { 0 };
	struct letter l = { .state = "" };
	struct error e = letter_get(ctx, &arena, id, &l);

	*made = e.code == E_OK && letter_state_of(l.state) == LETTER_STATE_MADE;
	arena_clear(&arena);
	return e;
}

struct error letters_clear(struct context *ctx, const struct id_list *ids, size_t *cleared)
{
	struct id_list unread = { 0 };

	*cleared = 0;
	TRY(require(ctx, ACT_LETTER));
	TRY(context_begin_series(ctx));
	struct error e = letters_unread(ctx, ids, &unread);
	if (e.code == E_OK && unread.n > 0)
		e = rule(
			N_("Some of these letters must be read first. All are cleared at once only "
			   "when each of them has been opened."));
	for (size_t i = 0; e.code == E_OK && i < ids->n; i++) {
		bool made = false;

		e = is_made(ctx, ids->ids[i], &made);
		if (e.code == E_OK && made)
			e = clear_one(ctx, ids->ids[i]);
		*cleared += e.code == E_OK && made ? 1 : 0;
	}
	id_list_clear(&unread);
	if (e.code == E_OK && *cleared == 0)
		e = rule(N_("There is no letter to be cleared."));
	return context_end_series(ctx, e);
}

/* Back to be read again. */
static struct error unclear_one(struct context *ctx, int64_t id)
{
	struct arena arena = { 0 };
	struct letter l = { .code = "", .state = "" };

	TRY(context_begin(ctx));
	struct error e = letter_get(ctx, &arena, id, &l);
	if (e.code == E_OK && letter_state_of(l.state) != LETTER_STATE_CLEARED)
		e = rule(N_("Only a cleared letter that has not gone out yet is taken back."));
	l.state = "made";
	l.cleared = l.cleared_by = 0;
	if (e.code == E_OK)
		e = store_letter_move(ctx->db, &l);
	e = context_end(ctx, e, letter_act_rows[LETTER_UNCLEAR].log, l.code);
	arena_clear(&arena);
	return e;
}

static struct error blocked(struct context *ctx, struct arena *arena, const struct act *act,
	int64_t id, const char **why)
{
	struct letter l;

	TRY(letter_get(ctx, arena, id, &l));
	if (act->which == LETTER_CLEAR && letter_state_of(l.state) != LETTER_STATE_MADE)
		*why = N_("Only what has been made and not cleared yet is cleared.");
	if (act->which == LETTER_UNCLEAR && letter_state_of(l.state) != LETTER_STATE_CLEARED)
		*why = N_("Only a cleared letter that has not gone out yet is taken back.");
	return ok();
}

static struct error run(
	struct context *ctx, const struct act *act, int64_t id, const struct answers *answers)
{
	(void)answers;
	TRY(require(ctx, act->action));
	return act->which == LETTER_CLEAR ? clear_one(ctx, id) : unclear_one(ctx, id);
}

const struct act letter_act_rows[LETTER_ACT_COUNT] = {
	[LETTER_CLEAR] = { .verb = "clear",
		.log = "letter.clear",
		.told = N_("%s cleared a letter: %s."),
		.action = ACT_LETTER,
		.which = LETTER_CLEAR,
		.help = N_("Clears a letter, which can then go out."),
		.title = NC_("title", "Clear the letter"),
		.done = N_("Cleared."),
		.button = NC_("button", "Clear"),
		.blocked = blocked,
		.run = run },
	[LETTER_UNCLEAR] = { .verb = "unclear",
		.log = "letter.unclear",
		.told = N_("%s took the clearing of a letter back: %s."),
		.action = ACT_LETTER,
		.which = LETTER_UNCLEAR,
		.help = N_("Takes the clearing of a letter back, so that it can be corrected."),
		.title = NC_("title", "Take the clearing back"),
		.done = N_("Taken back."),
		.button = NC_("button", "Take back"),
		.blocked = blocked,
		.run = run },
};
