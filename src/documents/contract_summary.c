/* SPDX-License-Identifier: MIT
 * A contract on a page: parties, price and how it is paid, term, licence and rights, what it
 * changes, and by which exception it was made before its time (act on public procurement 1397/2016,
 * 128, 131 and 136 §). No contract itself: what binds is the signed one. */
#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/base/text.h"
#include "src/documents/papers.h"
#include "src/documents/scribe.h"
#include "src/phases/contract_terms.h"
#include "src/phases/standstill.h"
#include "src/phases/team.h"

static void put_parties(struct scribe *w, const struct contract *c)
{
	scribe_fact(w, C_("document", "Contract"), c->code);
	scribe_fact(w, text_word(WORDS_FIELD, "case_number"), c->case_number);
	scribe_fact(w, text_word(WORDS_FIELD, "team"),
		arena_printf(w->arena, "%s %s", c->team_code, c->team_name));
	scribe_fact(w, text_word(WORDS_FIELD, "party"), contract_party(w->arena, c));
	scribe_fact(w, text_word(WORDS_FIELD, "signatories"), c->signatories);
	scribe_fact(w, C_("document", "State"), text_word(WORDS_CONTRACT_STATE, c->state));
	scribe_fact(w, C_("document", "Date"), scribe_day(w, c->day));
	scribe_fact(w, C_("document", "Ended"), scribe_day(w, c->closed));
	scribe_fact(w, C_("document", "Reason"), c->reason);
	scribe_facts(w, C_("document", "Parties"));
}

static void put_price(struct scribe *w, const struct contract *c)
{
	char share[40];

	text_ratio((struct ratio){ c->vat, 10 }, c->vat % 10 == 0 ? 0 : 1, share, sizeof(share));
	scribe_fact(w, C_("document", "Without VAT"), scribe_money(w, c->net));
	scribe_fact(w, text_word(WORDS_FIELD, "vat"), arena_text(w->arena, share));
	scribe_fact(w, text_word(WORDS_FIELD, "price_basis"), c->price_basis);
	scribe_fact(w, C_("document", "Paid, without VAT"), scribe_money(w, c->paid));
	scribe_facts(w, C_("document", "Price"));
}

static struct error put_milestones(struct scribe *w, const struct contract *c)
{
	struct contract_milestones list;
	struct scribe_table t = { 0 };

	TRY(contract_milestones(w->ctx, w->arena, c->id, &list));
	scribe_column(&t, C_("document", "Due"), false);
	scribe_column(&t, C_("document", "What for"), false);
	scribe_column(&t, C_("document", "Without VAT"), true);
	for (size_t i = 0; i < list.n; i++) {
		const char **cells = scribe_row(w, &t);

		cells[0] = scribe_day(w, list.rows[i].due);
		cells[1] = list.rows[i].text;
		cells[2] = scribe_money(w, list.rows[i].net);
	}
	scribe_table(w, &t, C_("document", "Parts in which the price is paid"), NULL);
	return ok();
}

static struct error put_payments(struct scribe *w, const struct contract *c)
{
	struct id_list ids = { 0 };
	struct scribe_table t = { 0 };
	struct error e = payment_ids(w->ctx, c->id, &ids);

	scribe_column(&t, C_("column", "Code"), false);
	scribe_column(&t, C_("document", "Due"), false);
	scribe_column(&t, C_("document", "Without VAT"), true);
	scribe_column(&t, C_("document", "State"), false);
	scribe_column(&t, C_("document", "Paid on"), false);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct payment p;

		e = payment_get(w->ctx, w->arena, ids.ids[i], &p);
		if (e.code != E_OK)
			break;
		const char **cells = scribe_row(w, &t);

		cells[0] = p.code;
		cells[1] = scribe_day(w, p.due);
		cells[2] = scribe_money(w, p.net);
		cells[3] = text_word(WORDS_PAYMENT_STATE, p.state);
		cells[4] = scribe_day(w, p.paid);
	}
	id_list_clear(&ids);
	TRY(e);
	scribe_table(w, &t, C_("document", "Payments"), NULL);
	return ok();
}

static void put_terms(struct scribe *w, const struct contract *c)
{
	scribe_fact(w, text_word(WORDS_FIELD, "term_from"), scribe_day(w, c->term_from));
	scribe_fact(w, text_word(WORDS_FIELD, "term_until"), scribe_day(w, c->term_until));
	scribe_fact(w, text_word(WORDS_FIELD, "contract_options"), c->options);
	if (*c->licence_kind != '\0')
		scribe_fact(w, text_word(WORDS_FIELD, "licence_kind"),
			text_word(WORDS_LICENCE_KIND, c->licence_kind));
	scribe_fact(w, text_word(WORDS_FIELD, "licence"), c->licence);
	scribe_fact(w, text_word(WORDS_FIELD, "rights"), c->rights);
	scribe_fact(w, text_word(WORDS_FIELD, "liability"), c->liability);
	scribe_facts(w, C_("document", "Terms"));
}

/* What somebody who examines the procurement asks about: was it early, unchecked, changed? */
static struct error put_departures(struct scribe *w, const struct contract *c)
{
	struct exception exception = { .name = "" };
	struct contract_change change;

	if (*c->exception != '\0')
		TRY(exception_find(w->arena, c->exception, &exception));
	scribe_fact(w, text_word(WORDS_FIELD, "exception"), exception.name);
	scribe_fact(w, text_word(WORDS_FIELD, "exception_reason"), c->exception_reason);
	scribe_fact(w, text_word(WORDS_FIELD, "unchecked"), c->unchecked);
	if (c->changes != 0) {
		scribe_fact(w, text_word(WORDS_FIELD, "changes"), c->changes_code);
		scribe_fact(w, C_("document", "Ground of the change"),
			text_word(WORDS_CHANGE_GROUND, c->change_ground));
		scribe_fact(w, text_word(WORDS_FIELD, "change_reason"), c->change_reason);
	}
	TRY(contract_change_get(w->ctx, w->arena, c, &change));
	scribe_fact(
		w, C_("document", "With all changes"), contract_change_words(w->arena, &change));
	scribe_facts(w, C_("document", "Changes and exceptions"));
	return ok();
}

static struct error write(struct scribe *w, const struct document_ask *ask, struct documents *out)
{
	struct contract c;

	TRY(contract_get(w->ctx, w->arena, ask->id, &c));
	TRY(scribe_begin(w, out,
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
	return scribe_in(ctx, arena, ask, out, write);
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
