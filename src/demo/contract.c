/* SPDX-License-Identifier: MIT
 * What stands around the contract: public notices of which one is overdue, checks of the winners,
 * the party with its signatories and milestones, the contract itself as a file, and a change of it.
 * Numbers, sums and people are invented; the business ID is one that nobody has. */
#include <string.h>

#include "db/store/team.h"
#include "src/base/daytime.h"
#include "src/demo/story.h"
#include "src/phases/attachment.h"
#include "src/phases/challenge.h"
#include "src/phases/contract.h"
#include "src/phases/notice.h"
#include "src/phases/procurement.h"
#include "src/phases/supplier.h"
#include "src/registers/organization.h"

enum { EUR = 100 };

/* Of the challenge with that number among them, from 0. */
static const struct {
	const char *kind;
	size_t challenge;
	const char *number, *due, *sent, *published;
} notices[] = {
	{ "contest", 0, "2019-009901", "", "2019-04-11", "2019-04-12" },
	{ "contest", 1, "2019-009902", "", "2019-04-11", "2019-04-12" },
	{ "contest", 2, "2019-009903", "", "2019-04-11", "2019-04-12" },
	{ "correction", 2, "2019-009917", "", "2019-04-24", "2019-04-25" },
	{ "result", 0, "2020-009904", "", "2020-01-22", "2020-01-23" },
	{ "result", 1, "", "2020-01-31", "", "" },
};

static struct error read_day(const char *text, int64_t *day)
{
	*day = 0;
	return *text == '\0' ? ok() : day_parse(text, day);
}

static struct error add_notice(struct story *story, size_t i, int64_t challenge_id)
{
	struct notice n = { .kind = notices[i].kind,
		.challenge_id = challenge_id,
		.register_number = notices[i].number,
		.text = "" };
	int64_t id;

	if (*n.register_number != '\0')
		n.link = arena_printf(
			&story->arena, "https://ilmoitukset.example/%s", n.register_number);
	TRY(read_day(notices[i].due, &n.due));
	TRY(read_day(notices[i].sent, &n.sent));
	TRY(read_day(notices[i].published, &n.published));
	return notice_add(story->ctx, &n, &id);
}

struct error demo_notices(struct story *story)
{
	struct id_list challenges = { 0 };
	struct error e = story_at(story, "2020-01-24T09:00");

	if (e.code == E_OK)
		e = challenge_ids(story->ctx, &challenges);
	for (size_t i = 0; e.code == E_OK && i < LEN(notices); i++)
		if (notices[i].challenge < challenges.n)
			e = add_notice(story, i, challenges.ids[notices[i].challenge]);
	id_list_clear(&challenges);
	return e;
}

/* The first winner has them all, the second most, of the third nobody has asked yet. */
static const struct {
	size_t winner;
	const char *kind, *day, *until, *source;
} checks[] = {
	{ 0, "exclusion", "2020-02-06", "2020-12-31", "Yhteinen hankinta-asiakirja" },
	{ 0, "criminal_record", "2020-02-06", "2020-12-31", "Esitetty ote, palautettu" },
	{ 0, "contractor", "2020-02-07", "2020-05-07", "Tilaajavastuuraportti 7.2.2020" },
	{ 0, "tax_debt", "2020-02-07", "2020-05-07", "Verovelkarekisteri 7.2.2020" },
	{ 0, "sanctions", "2020-02-07", "", "Tarjoajan vakuutus" },
	{ 1, "exclusion", "2020-02-10", "2020-12-31", "Yhteinen hankinta-asiakirja" },
	{ 1, "contractor", "2019-10-15", "2020-01-15", "Tilaajavastuuraportti 15.10.2019" },
	{ 1, "tax_debt", "2020-02-10", "2020-05-10", "Verovelkarekisteri 10.2.2020" },
};

struct error demo_suppliers(struct story *story, const struct id_list *winners)
{
	TRY(story_at(story, "2020-02-11T10:20"));
	for (size_t i = 0; i < LEN(checks) && checks[i].winner < winners->n; i++) {
		struct supplier_check c = { .team_id = winners->ids[checks[i].winner],
			.kind = checks[i].kind,
			.outcome = "clear",
			.source = checks[i].source,
			.found = "" };
		int64_t id;

		TRY(read_day(checks[i].day, &c.day));
		TRY(read_day(checks[i].until, &c.valid_until));
		TRY(supplier_check_add(story->ctx, &c, &id));
	}
	return ok();
}

struct error demo_terms(struct story *story, struct contract *c)
{
	struct organization o = { .kind = "company",
		.name_fi = "Kyytikalenteri Malli Oy",
		.name_sv = "Kyytikalenteri Malli Oy",
		.business_id = "0000001-9" };

	TRY(organization_add(story->ctx, &o, &c->organization_id));
	c->signatories = "Aava Keksitty, toimitusjohtaja\nAino Malli, hankejohtaja";
	c->milestones = "13.2.2020; 60 000; Käynnistys\n28.2.2020; 60 000; Pilotti\n"
			"30.6.2020; 60 000; Luovutus";
	c->options = "Jatkokehitys enintään kuusi kuukautta";
	c->licence_kind = "free";
	c->rights = "Tulokset ja niiden muuttamisoikeus kuuluvat tilaajalle.";
	c->liability = "Vastuu rajattu sopimuksen hintaan";
	c->price_basis = "Kiinteä hinta, ei indeksiä";
	c->subcontracting = "20 %, Karttapalvelu Malli Oy: karttapohja";
	TRY(day_parse("2020-02-12", &c->term_from));
	return day_parse("2020-12-31", &c->term_until);
}

/* What was signed, kept on the record: its hash stands in the log. */
static struct error keep_file(struct story *story, int64_t contract_id)
{
	struct buffer text = { 0 };

	buffer_printf(&text, "Hankintasopimus H-1\n\nKyytikalenteri Malli Oy (0000001-9)\n"
			     "Hinta 180 000 euroa ilman arvonlisäveroa\n"
			     "Voimassa 12.2.2020-31.12.2020\n\nEsittelyaineistoa.\n");
	struct error e = context_begin(story->ctx);
	if (e.code == E_OK) {
		e = attachment_put(story->ctx, &story->arena, KIND_CONTRACT, contract_id,
			"hankintasopimus-H-1.txt", "text/plain", &text);
		e = context_end(story->ctx, e, "attachment.add", "H-1");
	}
	buffer_clear(&text);
	return e;
}

static struct error change(struct story *story, const struct contract *first)
{
	struct contract c = { .team_id = first->team_id,
		.net = 15000 * EUR,
		.vat = first->vat,
		.case_number = "ESIM/14/2020",
		.changes = first->id,
		.change_ground = "additional",
		.change_reason = "Kutsukyydit lisättiin pilottiin kunnan pyynnöstä." };
	int64_t id;

	TRY(story_at(story, "2020-02-13T15:40"));
	return contract_add(story->ctx, &c, &id);
}

struct error demo_contract(struct story *story, int64_t contract_id)
{
	struct notice award = { .kind = "award", .contract_id = contract_id };
	struct contract first;
	int64_t id;

	TRY(contract_get(story->ctx, &story->arena, contract_id, &first));
	TRY(keep_file(story, contract_id));
	TRY(notice_add(story->ctx, &award, &id));
	return change(story, &first);
}
