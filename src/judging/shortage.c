/* SPDX-License-Identifier: MIT
 * Why not every submission can get so many reviews, and what to do: a sentence each. */
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/assigning.h"
#include "src/ground/sides.h"

/* Who is barred from the item; how many. */
static size_t barred_names(const struct deal_table *table, size_t item, const char **names)
{
	const struct dealing *d = &table->dealing;
	size_t n = 0;

	for (size_t j = 0; j < d->jurors; j++)
		if (d->barred[item * d->jurors + j])
			names[n++] = table->jurors[j].name;
	return n;
}

static const char *of_item(struct arena *arena, const struct deal_table *table, size_t item)
{
	const struct dealing *d = &table->dealing;
	const char **names = arena_alloc(arena, (d->jurors + 1) * sizeof(*names));
	size_t n = barred_names(table, item, names);
	const char *who = text_join(arena, names, n), *code = table->items[item].code;

	if (table->got[item] == 0)
		/* TRANSLATORS: a submission's code, how many reviews it needs, jurors' names. */
		return arena_printf(arena,
			ngettext("%s has none of %zu: %s is barred. Add a juror.",
				"%s has none of %zu: %s are barred. Add a juror.", n),
			code, d->per, who);
	/* TRANSLATORS: a submission's code, how many reviews it can get and how many it needs,
	 * jurors' names, and the number that would do. */
	return arena_printf(arena,
		ngettext("%s has %zu of %zu: %s is barred. Add a juror or set %zu.",
			"%s has %zu of %zu: %s are barred. Add a juror or set %zu.", n),
		code, table->got[item], d->per, who, table->got[item]);
}

/* The largest number that can be dealt; 0: none. */
static size_t largest(const struct deal_table *table)
{
	struct dealing d = table->dealing;

	while (--d.per > 0)
		if (dealing_make(&d, table->given, table->got) == 0)
			return d.per;
	return 0;
}

/* Where names and codes must not meet. */
static const char *of_all(struct arena *arena, const struct deal_table *table)
{
	size_t per = table->dealing.per, lacking = table->lacking, most = largest(table);

	if (most == 0)
		return arena_printf(arena,
			ngettext("%zu submission would get fewer than %zu reviews, because jurors "
				 "are barred. Add a juror.",
				"%zu submissions would get fewer than %zu reviews, because jurors "
				"are barred. Add a juror.",
				lacking),
			lacking, per);
	return arena_printf(arena,
		ngettext("%zu submission would get fewer than %zu reviews, because jurors are "
			 "barred. Add a juror or set %zu.",
			"%zu submissions would get fewer than %zu reviews, because jurors are "
			"barred. Add a juror or set %zu.",
			lacking),
		lacking, per, most);
}

/* Is it short for another reason than who is barred from it? */
static bool limited(const struct deal_table *table)
{
	const struct dealing *d = &table->dealing;

	for (size_t i = 0; i < d->items; i++) {
		size_t able = 0;

		for (size_t j = 0; j < d->jurors; j++)
			able += !d->barred[i * d->jurors + j];
		if (table->got[i] < d->per && table->got[i] < able)
			return true;
	}
	return false;
}

static const char *of_panel(struct arena *arena, const struct deal_table *table)
{
	size_t jurors = table->dealing.jurors;

	return arena_printf(arena,
		ngettext(
			"The panel has %zu juror, and %zu reviews of each submission are wanted. Add "
			"jurors or set %zu.",
			"The panel has %zu jurors, and %zu reviews of each submission are wanted. "
			"Add jurors or set %zu.",
			jurors),
		jurors, table->dealing.per, jurors);
}

struct error round_shortages(struct context *ctx, struct arena *arena, int64_t round_id,
	int64_t per_submission, struct shortages *out)
{
	struct deal_table table;
	struct round round;

	*out = (struct shortages){ 0 };
	TRY(require(ctx, ACT_ROUND));
	TRY(round_get(ctx, arena, round_id, &round));
	if (per_submission >= 0)
		round.per_submission = per_submission;
	TRY(check_rules(&round));
	TRY(deal_try(ctx, arena, &round, 0, &table));
	if (table.lacking == 0 || table.dealing.jurors == 0)
		return ok();
	out->sentences = arena_alloc(arena, (table.lacking + 1) * sizeof(*out->sentences));
	if (table.dealing.jurors < table.dealing.per) {
		out->sentences[out->n++] = of_panel(arena, &table);
		return ok();
	}
	if (sides_sealed(ctx, round_id) || limited(&table)) {
		out->sentences[out->n++] = of_all(arena, &table);
		return ok();
	}
	for (size_t i = 0; i < table.dealing.items; i++)
		if (table.got[i] < table.dealing.per)
			out->sentences[out->n++] = of_item(arena, &table, i);
	return ok();
}
