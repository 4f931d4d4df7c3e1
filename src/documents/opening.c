/* SPDX-License-Identifier: MIT
 * The record of opening the names of a blind round: when, where, who was there, by which statement,
 * and whose each code was. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/statement.h"
#include "src/ground/competition.h"
#include "src/judging/names.h"
#include "src/judging/round_name.h"

static const char *witnesses_of(struct arena *arena, const struct opening_witnesses *all)
{
	const char **names = arena_alloc(arena, (all->n + 1) * sizeof(*names));

	for (size_t i = 0; i < all->n; i++)
		names[i] = all->rows[i].name;
	return text_join(arena, names, all->n);
}

static void put_facts(
	struct document *page, struct arena *arena, const struct names_record *r, const char *round)
{
	char when[60];

	text_time(r->opening.at, when, sizeof(when));
	const struct fact facts[] = {
		{ .label = text_word(WORDS_FIELD, "round"), .value = round },
		{ .label = C_("document", "Time"), .value = arena_text(arena, when) },
		{ .label = text_word(WORDS_FIELD, "place"), .value = r->opening.place },
		{ .label = C_("document", "Custodian of the codes"),
			.value = r->opening.custodian },
		{ .label = C_("document", "Witnesses"),
			.value = witnesses_of(arena, &r->witnesses) },
		{ .label = text_word(WORDS_FIELD, "statement"), .value = r->opening.statement },
		{ .label = text_word(WORDS_FIELD, "statement_hash"), .value = r->opening.hash },
		{ .label = C_("document", "Entry of the log"),
			.value = arena_printf(arena, "%lld", (long long)r->entry) },
	};
	document_facts(page, facts, LEN(facts));
}

/* "Maija Malli, Bo Modell"; lines become one. */
static const char *in_line(struct arena *arena, const char *lines)
{
	struct buffer text = { 0 };

	buffer_text(&text, "");
	for (const char *at = lines; *at != '\0'; at++)
		buffer_printf(&text, "%s", *at == '\n' ? ", " : (char[]){ *at, '\0' });
	const char *copy = arena_text(arena, text.text);
	buffer_clear(&text);
	return copy;
}

/* Members who have not allowed it are marked: their names are for no publication. */
static const char *members_of(struct arena *arena, const struct opening_name *n)
{
	const char *open = in_line(arena, n->members), *others = in_line(arena, n->other_members);

	if (*others == '\0')
		return *open == '\0' ? "–" : open;
	return *open == '\0' ?
		       /* TRANSLATORS: names of members. */
		       arena_printf(arena, _("not to be published: %s"), others) :
		       /* TRANSLATORS: names of members, twice. */
		       arena_printf(arena, _("%s; not to be published: %s"), open, others);
}

static void put_names(struct document *page, struct arena *arena, const struct opening_names *all)
{
	const struct table_column columns[] = { { C_("column", "Code"), false },
		{ C_("document", "Submission"), false }, { C_("document", "Team"), false },
		{ C_("document", "Organization"), false }, { C_("document", "Members"), false } };
	size_t n = LEN(columns);
	const char **cells = arena_alloc(arena, (all->n + 1) * n * sizeof(*cells));

	for (size_t i = 0; i < all->n; i++) {
		const struct opening_name *o = &all->rows[i];
		const char **row = &cells[i * n];

		row[0] = o->code;
		row[1] = o->submission;
		row[2] = o->team;
		row[3] = *o->organization == '\0' ? "–" : o->organization;
		row[4] = members_of(arena, o);
	}
	document_add(page, &(struct block){ .kind = BLOCK_TABLE,
				   .columns = columns,
				   .n = n,
				   .cells = cells,
				   .row_count = all->n,
				   .text = C_("document", "Whose each code is") });
}

static void put_hands(struct document *page, struct arena *arena, const struct names_record *r)
{
	struct signature *rows = arena_alloc(arena, (r->witnesses.n + 1) * sizeof(*rows));

	rows[0] = (struct signature){ .day = C_("document", "Date"),
		.hand = C_("document", "Signature"),
		.name = r->opening.custodian };
	for (size_t i = 0; i < r->witnesses.n; i++)
		rows[i + 1] = (struct signature){ .day = C_("document", "Date"),
			.hand = C_("document", "Signature"),
			.name = r->witnesses.rows[i].name };
	document_add(page,
		&(struct block){
			.kind = BLOCK_SIGNATURES, .signatures = rows, .n = r->witnesses.n + 1 });
}

static struct error make_page(
	struct context *ctx, struct arena *arena, int64_t round_id, struct documents *out)
{
	struct names_record record;
	struct competition c;
	struct round round;
	const char *name;

	TRY(names_read(ctx, arena, round_id, &record));
	TRY(competition_get(ctx, arena, &c));
	TRY(round_get(ctx, arena, round_id, &round));
	TRY(round_name(ctx, arena, &round, &name));
	struct document *page = document_new(
		out, arena, i18n_lang(), C_("document", "Record of opening the names"));
	page->head = document_words(page, competition_name(&c));
	if (ctx->demo)
		page->notice =
			document_words(page, _("This is a demo: everything in it is invented."));
	put_facts(page, arena, &record, name);
	document_paragraph(page, _("The statement had been signed before the names were opened."));
	put_names(page, arena, &record.names);
	put_hands(page, arena, &record);
	out->about = arena_text(arena, reference_key(KIND_ROUND, round.key).text);
	return ok();
}

static struct error make(struct context *ctx, struct arena *arena, const struct document_ask *ask,
	struct documents *out)
{
	const char *before = i18n_lang();

	TRY(require(ctx, ACT_READ));
	if (ask->lang != NULL)
		i18n_use(ask->lang);
	struct error e = make_page(ctx, arena, ask->id, out);
	i18n_use(before);
	return e;
}

static struct error find(struct context *ctx, const char *key, int64_t *id)
{
	return round_find(ctx, key, id);
}

const struct document_kind opening_kind = {
	.noun = "names",
	.word = NC_("document", "Record of opening the names"),
	.of = "round",
	.find = find,
	.make = make,
};
