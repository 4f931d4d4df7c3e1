/* SPDX-License-Identifier: MIT */
#include "ui/office/judging/ranks.h"

#include "src/base/i18n.h"
#include "src/base/text.h"

const char *rank_text(struct arena *arena, const struct ranked *r)
{
	if (!r->enough)
		/* TRANSLATORS: at most 10 columns: not ranked, because it has too few reviews. */
		return C_("rank", "too few");
	if (r->tied)
		/* TRANSLATORS: a shared rank, at most 10 columns with two digits: "jaettu 12." */
		return arena_printf(arena, C_("rank", "shared %lld."), (long long)r->rank);
	return arena_printf(arena, C_("rank", "%lld."), (long long)r->rank);
}

const char *histogram(struct arena *arena, const struct matrix *m, size_t item)
{
	static const char *const blocks[] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
	int64_t top = 1, bins[HISTOGRAM_WIDTH] = { 0 }, most = 0;
	struct buffer text = { 0 };

	for (size_t i = 0; i < m->n; i++)
		for (size_t c = 0; c < m->criteria; c++)
			top = m->ballots[i].scores[c] > top ? m->ballots[i].scores[c] : top;
	top = top < 10000 ? 10000 : top;
	for (size_t i = 0; i < m->n; i++)
		for (size_t c = 0; m->ballots[i].item == item && c < m->criteria; c++)
			bins[m->ballots[i].scores[c] * (HISTOGRAM_WIDTH - 1) / top]++;
	for (int i = 0; i < HISTOGRAM_WIDTH; i++)
		most = bins[i] > most ? bins[i] : most;
	for (int i = 0; i < HISTOGRAM_WIDTH && most > 0; i++)
		buffer_text(&text, bins[i] == 0 ? blocks[0] : blocks[bins[i] * 7 / most]);
	const char *drawn = text.text == NULL ? "" : arena_text(arena, text.text);
	buffer_clear(&text);
	return drawn;
}
