/* SPDX-License-Identifier: MIT
 * What is written to whom, and the templates it is made from. */
#include "tests/unit/full_parts.h"

#include "src/letters/by_hand.h"
#include "src/letters/make.h"
#include "src/letters/reading.h"
#include "src/letters/sender.h"
#include "src/letters/sending.h"
#include "src/letters/template.h"
#include "src/registers/account.h"
#include "src/registers/person.h"

static int64_t make_letter(struct full *full, const char *language)
{
	const struct letter_about about = { KIND_PROBLEM, full->problem };
	const struct letter_order order = { .kind = "free",
		.about = &about,
		.n = 1,
		.subject_fi = MARK " aihe",
		.subject_sv = MARK " ämne",
		.subject_en = MARK " subject",
		.text_fi = MARK " teksti",
		.text_sv = MARK " text",
		.text_en = MARK " text",
		.language = language };
	struct letters_made made;

	ACT(letters_make(full->ctx, &full->f->arena, &order, &made));
	/* Of a joint problem each applicant has its own. */
	assert_true(made.made.n + made.again.n >= 1);
	int64_t id = made.made.n > 0 ? made.made.ids[0] : made.again.ids[0];
	id_list_clear(&made.made);
	id_list_clear(&made.again);
	return id;
}

static struct letter read_letter(struct full *full, int64_t id)
{
	struct letter letter;

	assert_ok(letter_get(full->ctx, &full->f->arena, id, &letter));
	return letter;
}

static void correct_letter(struct full *full, int64_t id)
{
	struct letter letter = read_letter(full, id);

	letter.to_name = MARK " Kunta";
	letter.to_address = MARK "@salattu.example";
	letter.copy_address = MARK "2@salattu.example";
	ACT(letter_edit(full->ctx, &full->f->arena, &letter, NULL));
}

/* What sending says when it fails, and what comes back. */
static struct error come_back(struct context *ctx, struct letter *letter)
{
	letter->state = "failed";
	letter->fault = MARK " vika";
	letter->bounced = letter->cleared - letter->cleared % DAY_SECONDS;
	letter->bounce = MARK " palautui";
	TRY(context_begin(ctx));
	return context_end(ctx, store_letter_move(ctx->db, letter), "letter.edit", letter->code);
}

static void send_letter(struct full *full, int64_t id)
{
	static const struct answers none;
	int64_t failed;

	ACT(letter_read(full->ctx, id));
	ACT(act_do(full->ctx, &letter_act_rows[LETTER_CLEAR], &id, 1, &none, &failed));
	ACT(act_do(full->ctx, &letter_act_rows[LETTER_UNCLEAR], &id, 1, &none, &failed));
	ACT(act_do(full->ctx, &letter_act_rows[LETTER_CLEAR], &id, 1, &none, &failed));
	struct letter letter = read_letter(full, id);
	ACT(come_back(full->ctx, &letter));
}

static void change_template(struct full *full, const char *subject, const char *body)
{
	struct letter_template t;

	assert_ok(letter_template_get(full->ctx, &full->f->arena, "free", "fi", &t));
	t.subject = subject;
	t.body = body;
	ACT(letter_template_save(full->ctx, &full->f->arena, &t, NULL));
}

/* Of a program that takes whatever it is given. */
static void set_sender(struct full *full)
{
	struct letter_sender sender;
	struct account me;
	struct person person;
	const char *said;

	assert_ok(letter_sender_get(full->ctx, &full->f->arena, &sender));
	sender.address = MARK "@toimisto.example";
	sender.name_fi = MARK " toimisto";
	sender.name_sv = MARK " kansli";
	sender.name_en = MARK " office";
	sender.program = "/usr/bin/true";
	ACT(letter_sender_set(full->ctx, &sender));
	assert_ok(account_get(full->ctx, &full->f->arena, full->ctx->account.id, &me));
	assert_ok(person_get(full->ctx, &full->f->arena, me.person_id, &person));
	if (*person.email == '\0') {
		person.email = MARK ".3@toimisto.example";
		ACT(person_update(full->ctx, &person));
	}
	const char *before = full->ctx->account.email;
	full->ctx->account.email = person.email;
	ACT(letter_sender_try(full->ctx, &full->f->arena, &said));
	full->ctx->account.email = before;
}

static void send_and_return(struct full *full)
{
	struct sending_result result;
	int64_t id = make_letter(full, "fi");

	correct_letter(full, id);
	ACT(letter_read(full->ctx, id));
	ACT(act_do(full->ctx, &letter_act_rows[LETTER_CLEAR], &id, 1, &(struct answers){ 0 },
		&(int64_t){ 0 }));
	ACT(letters_send(full->ctx, &full->f->arena, &id, 1, false, &result));
	ACT(letter_came_back(full->ctx, id, 0, MARK " palautui"));
	ACT(letter_went(full->ctx, id, "letter", 0));
}

void full_write(struct full *full)
{
	static const struct answers none;
	struct letter_template shipped;
	int64_t failed;
	int64_t both = make_letter(full, "fi,sv");

	correct_letter(full, both);
	send_letter(full, both);
	make_letter(full, "en");
	int64_t given_up = make_letter(full, "sv");
	ACT(act_do(full->ctx, &letter_removal, &given_up, 1, &none, &failed));
	make_letter(full, "en");
	change_template(full, MARK " {subject}", MARK " {text}");
	letter_template_shipped(&full->f->arena, "free", "fi", &shipped);
	change_template(full, shipped.subject, shipped.body);
	change_template(full, MARK " {subject}", MARK " {text}");
	change_template(full, MARK " pohja {subject}", MARK " {text}");
	set_sender(full);
	send_and_return(full);
	make_letter(full, "en");
}
