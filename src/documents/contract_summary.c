/* SPDX-License-Identifier: MIT
 * A contract on a page: parties, price and how it is paid, term, licence and rights, what it
 * changes, and by which exception it was made before its time (act on public procurement 1397/2016,
 * 128, 131 and 136 §). No contract itself: what binds is the signed one. */
#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/base/text.h"
#include "src/documents/papers.h"
#include "src/documents/writing.h"
#include "src/phases/contract_terms.h"
#include "src/phases/standstill.h"
#include "src/phases/team.h"

static void put_parties(struct writing *w, const struct contract *c)
{
	writing_fact(w, C_("document", "Contract"), c->code);
	writing_fact(w, text_word(WORDS_FIELD, "case_number"), c->case_number);
	writing_fact(w, text_word(WORDS_FIELD, "team"),
		arena_printf(w->arena, "%s %s", c->team_code, c->team_name));
	writing_fact(w, text_word(WORDS_FIELD, "party"), contract_party(w->arena, c));
	writing_fact(w, text_word(WORDS_FIELD, "signatories"), c->signatories);
	writing_fact(w, C_("document", "Status"), text_word(WORDS_CONTRACT_STATE, c->state));
	writing_fact(w, C_("document", "Date"), writing_day(w, c->day));
	writing_fact(w, C_("document", "Ended"), writing_day(w, c->closed));
	writing_fact(w, C_("document", "Reason"), c->reason);
	writing_facts(w, C_("document", "Parties"));
}

static void put_price(struct writing *w, const struct contract *c)
{
	char share[40];

	text_ratio((struct ratio){ c->vat, 10 }, c->vat % 10 == 0 ? 0 : 1, share, sizeof(share));
	writing_fact(w, C_("document", "Without VAT"), writing_money(w, c->net));
	writing_fact(w, text_word(WORDS_FIELD, "vat"), arena_text(w->arena, share));
	writing_fact(w, text_word(WORDS_FIELD, "price_basis"), c->price_basis);
	writing_fact(w, C_("document", "Paid, without VAT"), writing_money(w, c->paid));
	writing_facts(w, C_("document", "Price"));
}

static struct error put_milestones(struct writing *w, const struct contract *c)
{
	struct contract_milestones list;
	struct writing_table t = { 0 };

	TRY(contract_milestones(w->ctx, w->arena, c->id, &list));
	writing_column(&t, C_("document", "Due"), false);
	writing_column(&t, C_("document", "What for"), false);
	writing_column(&t, C_("document", "Without VAT"), true);
	for (size_t i = 0; i < list.n; i++) {
		const char **cells = writing_row(w, &t);

		cells[0] = writing_day(w, list.rows[i].due);
		cells[1] = list.rows[i].text;
		cells[2] = writing_money(w, list.rows[i].net);
	}
	writing_table(w, &t, C_("document", "Parts in which the price is paid"), NULL);
	return ok();
}

static struct error put_payments(struct writing *w, const struct contract *c)
{
	struct id_list ids = { 0 };
	struct writing_table t = { 0 };
	struct error e = payment_ids(w->ctx, c->id, &ids);

	writing_column(&t, C_("column", "Code"), false);
	writing_column(&t, C_("document", "Due"), false);
	writing_column(&t, C_("document", "Without VAT"), true);
	writing_column(&t, C_("document", "Status"), false);
	writing_column(&t, C_("document", "Paid on"), false);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct payment p;

		e = payment_get(w->ctx, w->arena, ids.ids[i], &p);
		if (e.code != E_OK)
			break;
		const char **cells = writing_row(w, &t);

		cells[0] = p.code;
		cells[1] = writing_day(w, p.due);
		cells[2] = writing_money(w, p.net);
		cells[3] = text_word(WORDS_PAYMENT_STATE, p.state);
		cells[4] = writing_day(w, p.paid);
	}
	id_list_clear(&ids);
	TRY(e);
	writing_table(w, &t, C_("document", "Payments"), NULL);
	return ok();
}

static void put_terms(struct writing *w, const struct contract *c)
{
	writing_fact(w, text_word(WORDS_FIELD, "term_from"), writing_day(w, c->term_from));
	writing_fact(w, text_word(WORDS_FIELD, "term_until"), writing_day(w, c->term_until));
	writing_fact(w, text_word(WORDS_FIELD, "options"), c->options);
	if (*c->licence_kind != '\0')
		writing_fact(w, text_word(WORDS_FIELD, "licence_kind"),
			text_word(WORDS_LICENCE_KIND, c->licence_kind));
	writing_fact(w, text_word(WORDS_FIELD, "licence"), c->licence);
	writing_fact(w, text_word(WORDS_FIELD, "rights"), c->rights);
	writing_fact(w, text_word(WORDS_FIELD, "liability"), c->liability);
	writing_facts(w, C_("document", "Terms"));
}

/* What somebody who examines the procurement asks about: was it early, unchecked, changed? */
static struct error put_departures(struct writing *w, const struct contract *c)
{
	struct exception exception = { .name = "" };
	struct contract_change change;

	if (*c->exception != '\0')
		TRY(exception_find(w->arena, c->exception, &exception));
	writing_fact(w, text_word(WORDS_FIELD, "exception"), exception.name);
	writing_fact(w, text_word(WORDS_FIELD, "exception_reason"), c->exception_reason);
	writing_fact(w, text_word(WORDS_FIELD, "unchecked"), c->unchecked);
	if (c->changes != 0) {
		writing_fact(w, text_word(WORDS_FIELD, "changes"), c->changes_code);
		writing_fact(w, C_("document", "Ground of the change"),
			text_word(WORDS_CHANGE_GROUND, c->change_ground));
		writing_fact(w, text_word(WORDS_FIELD, "change_reason"), c->change_reason);
	}
	TRY(contract_change_get(w->ctx, w->arena, c, &change));
	writing_fact(w, C_("document", "With all changes"), contract_change_words(w->arena, &change));
	writing_facts(w, C_("document", "Changes and exceptions"));
	return ok();
}

static struct error write(struct writing *w, const struct document_ask *ask, struct documents *out)
{
	struct contract c;

	TRY(contract_get(w->ctx, w->arena, ask->id, &c));
	TRY(writing_begin(w, out,
		/* TRANSLATORS: the title of a page; a contract's code. */
		arena_printf(w->arena, C_("document", "Summary of the contract %s"), c.code)));
	out->about = c.code;
	put_parties(w, &c);
	put_price(w, &c);
	TRY(put_milestones(w, &c));
	TRY(put_payments(w, &c));
	put_terms(w, &c);
	TRY(put_departures(w, &c));
	document_paragraph(w->page,
		_("This page sums the contract up. What binds is the signed contract itself."));
	return ok();
}

static struct error make(struct context *ctx, struct arena *arena, const struct document_ask *ask,
	struct documents *out)
{
	TRY(require(ctx, ACT_MONEY));
	return writing_in(ctx, arena, ask, out, write);
}

static struct error find(struct context *ctx, const char *code, int64_t *id)
{
	return contract_find(ctx, code, id);
}

const struct document_kind contract_summary_kind = {
	.noun = "contract",
	.word = NC_("document", "Summary of a contract"),
	.of = "contract",
	.find = find,
	.make = make,
};
