/* SPDX-License-Identifier: MIT */
#include "src/letters/make.h"

#include <stdio.h>
#include <string.h>

#include "db/store/code.h"
#include "src/base/i18n.h"
#include "src/calendar/calendar.h"
#include "src/letters/name.h"
#include "src/letters/template.h"
#include "src/letters/value.h"

struct making {
	struct context *ctx;
	struct arena *arena;
	struct letter_batch batch;
	struct letter_matters matters;
	struct letter_names names;
	struct letters_made *made;
};

/* --- One letter */

static void refuse(
	struct making *k, const struct letter_matter *m, const char *sentence, const char *field)
{
	struct letter_refusal *rows = k->made->refusals;

	if (rows == NULL)
		rows = k->made->refusals =
			arena_alloc(k->arena, (k->matters.n + 1) * sizeof(*rows));
	if (k->made->refused < k->matters.n)
		rows[k->made->refused++] =
			(struct letter_refusal){ m->object, m->to.name_fi, sentence, field };
}

static void refuse_field(
	struct making *k, const struct letter_matter *m, const struct notation_trouble *trouble)
{
	const struct letter_field *field = letter_field_named(k->batch.kind, trouble->field);

	if (field != NULL && m->blind && field->reveals != REVEALS_NOTHING)
		refuse(k, m,
			N_("Until the names of a blind round are opened there is no field {%s}."),
			trouble->field);
	else if (trouble->fault == NOTATION_UNKNOWN)
		refuse(k, m, N_("The template has a field that there is not: {%s}."),
			trouble->field);
	else
		refuse(k, m, N_("There is nothing for the field {%s} in the letter's language."),
			trouble->field);
}

static void put_text(struct letter *l, const char *lang, const char *subject, const char *body)
{
	if (strcmp(lang, "fi") == 0) {
		l->subject_fi = subject;
		l->body_fi = body;
	} else if (strcmp(lang, "sv") == 0) {
		l->subject_sv = subject;
		l->body_sv = body;
	} else {
		l->subject_en = subject;
		l->body_en = body;
	}
}

/* The template with what the office wrote for these letters in the place of the field of that name:
 * it may have fields of its own. */
static const char *with_typed(
	struct making *k, struct letter_matter *m, const char *text, const char *name)
{
	const char *field = arena_printf(k->arena, "{%s}", name);
	const char *at = strstr(text, field);
	const char *typed = at == NULL || letter_field_named(k->batch.kind, name) == NULL ?
				    "" :
				    letter_value(m, name);

	return *typed == '\0' ? text :
				arena_printf(k->arena, "%.*s%s%s", (int)(at - text), text, typed,
					at + strlen(field));
}

/* False if it cannot be written in that language. */
static struct error write_in(struct making *k, struct letter_matter *m, const char *lang,
	struct letter *l, bool *written)
{
	struct letter_template t;
	struct notation_values values = { letter_value, m };
	struct notation_trouble trouble;
	const char *before = i18n_lang(), *name;

	TRY(letter_template_get(k->ctx, k->arena, k->batch.order->kind, lang, &t));
	i18n_use(lang);
	t.subject = with_typed(k, m, t.subject, "subject");
	t.body = with_typed(k, m, with_typed(k, m, t.body, "subject"), "text");
	const char *subject = notation_fill_line(k->arena, t.subject, &values, &trouble);
	const char *body =
		subject == NULL ? NULL : notation_fill(k->arena, t.body, &values, &trouble);
	l->feedback = l->feedback || (body != NULL && *letter_value(m, "recipient") != '\0' &&
					     m->batch->kind->tells != TELLS_NOTHING && !m->blind &&
					     *value_feedback(m) != '\0');
	i18n_use(before);
	*written = body != NULL;
	if (body == NULL) {
		refuse_field(k, m, &trouble);
		return ok();
	}
	put_text(l, lang, subject, body);
	name = m->blind ? letter_names_find(&k->names, l, lang) : NULL;
	if (name != NULL) {
		refuse(k, m, N_("In a blind round a letter names nobody of the jury: %s."), name);
		*written = false;
	}
	return ok();
}

static const char *name_in(const struct letter_matter *m, const char *lang)
{
	return strcmp(lang, "sv") == 0 ? m->to.name_sv : m->to.name_fi;
}

static void put_recipient(struct letter *l, const struct letter_matter *m)
{
	bool by_mail = *m->to.email != '\0';

	l->whom = m->to.whom;
	l->to_name = name_in(m, l->leading);
	l->to_address = by_mail ? m->to.email : m->to.post;
	l->copy_address = by_mail ? m->to.copy : "";
	l->channel = by_mail ? "email" : "letter";
}

static void put_records(struct letter *l, const struct letter_matter *m)
{
	const struct letter_batch *b = m->batch;

	l->kind = b->kind->code;
	l->object = m->object;
	l->round_id = b->kind->tells != TELLS_NOTHING || b->order->round_id != 0 ? b->round.id : 0;
	l->submission_id = m->submission.id;
	l->decision_id = b->decision.id;
	l->case_number = b->decision.id != 0 && *b->decision.case_number != '\0' ?
				 b->decision.case_number :
			 m->submission.id != 0 ? m->submission.case_number :
						 "";
}

static struct error compose(
	struct making *k, struct letter_matter *m, struct letter *l, bool *written)
{
	static const char *const none = "";
	struct letter_tongue language = letter_tongue(&m->to, k->batch.order->language);
	bool both = strcmp(language.language, "fi,sv") == 0;

	*l = (struct letter){ .subject_fi = none,
		.subject_sv = none,
		.subject_en = none,
		.body_fi = none,
		.body_sv = none,
		.body_en = none };
	l->language = language.language;
	l->leading = language.leading;
	l->rule = language.rule;
	put_records(l, m);
	put_recipient(l, m);
	TRY(write_in(k, m, l->leading, l, written));
	if (both && *written)
		TRY(write_in(k, m, strcmp(l->leading, "fi") == 0 ? "sv" : "fi", l, written));
	return ok();
}

/* --- What is there already */

static bool says_the_same(const struct letter *a, const struct letter *b)
{
	const char *const pairs[][2] = { { a->to_address, b->to_address },
		{ a->copy_address, b->copy_address }, { a->language, b->language },
		{ a->leading, b->leading }, { a->subject_fi, b->subject_fi },
		{ a->subject_sv, b->subject_sv }, { a->subject_en, b->subject_en },
		{ a->body_fi, b->body_fi }, { a->body_sv, b->body_sv },
		{ a->body_en, b->body_en } };

	for (size_t i = 0; i < LEN(pairs); i++)
		if (strcmp(pairs[i][0], pairs[i][1]) != 0)
			return false;
	return true;
}

/* An invitation has its day with it, for the calendar of who is invited. */
static struct error attach(struct making *k, const struct letter_matter *m, int64_t letter_id)
{
	struct buffer ics = { 0 };

	if (m->session.id == 0 && m->meeting.id == 0)
		return ok();
	struct error e = m->session.id != 0 ? calendar_session(k->ctx, m->session.id, &ics) :
					      calendar_meeting(k->ctx, m->meeting.id, &ics);
	if (e.code == E_OK)
		e = attachment_put(k->ctx, k->arena, KIND_LETTER, letter_id,
			arena_printf(k->arena, "%s.ics", m->object), "text/calendar", &ics);
	buffer_clear(&ics);
	return e;
}

static struct error add(struct making *k, const struct letter_matter *m, struct letter *l)
{
	char code[24];
	int64_t id;

	TRY(store_code_next(k->ctx->db, "L", &l->number));
	snprintf(code, sizeof(code), "L-%03lld", (long long)l->number);
	l->code = arena_text(k->arena, code);
	l->made = context_now(k->ctx);
	l->made_by = k->ctx->account.id;
	TRY(store_letter_add(k->ctx->db, l, &id));
	id_list_add(&k->made->made, id);
	return attach(k, m, id);
}

static struct error renew(
	struct making *k, const struct letter_matter *m, struct letter *l, const struct letter *old)
{
	l->id = old->id;
	l->v = old->v;
	if (says_the_same(l, old)) {
		k->made->left++;
		return ok();
	}
	TRY(store_letter_rewrite(k->ctx->db, l));
	id_list_add(&k->made->again, l->id);
	TRY(store_letter_detach(k->ctx->db, l->id));
	return attach(k, m, l->id);
}

static struct error keep(struct making *k, const struct letter_matter *m, struct letter *l)
{
	struct letter old;
	int64_t id;
	struct error e = store_letter_last(k->ctx->db, l, &id);

	if (e.code == E_NOT_FOUND)
		return add(k, m, l);
	TRY(e);
	TRY(store_letter_get(k->ctx->db, k->arena, id, &old));
	enum letter_state state = letter_state_of(old.state);
	if (state == LETTER_STATE_MADE && !old.edited)
		return renew(k, m, l, &old);
	if (state == LETTER_STATE_FAILED || (!k->batch.kind->once && state != LETTER_STATE_MADE))
		return add(k, m, l);
	k->made->left++;
	return ok();
}

/* --- All of them */

static struct error make_all(struct making *k)
{
	for (size_t i = 0; i < k->matters.n; i++) {
		struct letter l;
		bool written = false;

		TRY(compose(k, &k->matters.rows[i], &l, &written));
		if (written && k->made->refused == 0)
			TRY(keep(k, &k->matters.rows[i], &l));
	}
	if (k->made->refused > 0)
		return rule(N_("Nothing was made: some letters lack something."));
	if (k->matters.n == 0)
		return rule(N_("There is nobody to write such a letter to."));
	return ok();
}

static const char *about(const struct making *k)
{
	if (k->made->made.n + k->made->again.n == 1 && k->matters.n == 1)
		return k->matters.rows[0].object;
	return k->batch.kind->code;
}

struct error letters_make(struct context *ctx, struct arena *arena,
	const struct letter_order *order, struct letters_made *made)
{
	struct making k = { .ctx = ctx, .arena = arena, .made = made };

	*made = (struct letters_made){ 0 };
	TRY(require(ctx, ACT_LETTER));
	TRY(context_begin(ctx));
	struct error e = letter_batch_read(ctx, arena, order, &k.batch);
	if (e.code == E_OK)
		e = letter_matters_read(&k.batch, &k.matters);
	if (e.code == E_OK)
		e = letter_names_read(ctx, arena, &k.names);
	if (e.code == E_OK)
		e = make_all(&k);
	bool changed = made->made.n + made->again.n > 0;
	return context_end(ctx, e, changed ? "letter.make" : NULL, e.code == E_OK ? about(&k) : "");
}

const char *letter_refusal_text(struct arena *arena, const struct letter_refusal *refusal)
{
	return arena_printf(arena, _(refusal->sentence), refusal->field);
}
