/* SPDX-License-Identifier: MIT */
#include "src/judging/receipt.h"

#include <ctype.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/judging/round.h"

enum { LEAST = 8, WHOLE = crypto_hash_sha256_BYTES * 2 };

const char *receipt_make(
	struct arena *arena, const struct criteria *criteria, const struct receipt_facts *f)
{
	struct buffer text = { 0 };
	unsigned char digest[crypto_hash_sha256_BYTES];
	char when[40], *hex = arena_alloc(arena, WHOLE + 1);

	time_iso(f->submitted, when, sizeof(when));
	buffer_printf(&text, "%s\n%s\n%s\n%s\n", f->round, f->code, f->login, when);
	for (size_t i = 0; i < criteria->n; i++)
		buffer_printf(&text, "%s %lld\n", criteria->rows[i].key, (long long)f->scores[i]);
	buffer_printf(&text, "notes\n%s\nfeedback\n%s\n", f->notes, f->feedback);
	crypto_hash_sha256(digest, (const unsigned char *)text.text, text.length);
	buffer_clear(&text);
	return sodium_bin2hex(hex, WHOLE + 1, digest, sizeof(digest));
}

static struct error make_one(struct context *ctx, struct arena *arena, const struct round *round,
	const struct criteria *criteria, const struct receipted *review, struct receipt *out)
{
	int64_t *values = arena_alloc(arena, (criteria->n + 1) * sizeof(*values));
	struct scores scores;

	TRY(store_scores_of(ctx->db, arena, review->id, &scores));
	for (size_t i = 0; i < criteria->n; i++)
		for (size_t s = 0; s < scores.n; s++)
			if (strcmp(scores.rows[s].key, criteria->rows[i].key) == 0)
				values[i] = scores.rows[s].value;
	struct receipt_facts facts = { round->key, review->code, review->login, review->submitted,
		review->notes, review->feedback, values };
	*out = (struct receipt){ receipt_make(arena, criteria, &facts), review->code,
		review->submitted, review->state };
	return ok();
}

static int compare_receipts(const void *a, const void *b)
{
	const struct receipt *x = a, *y = b;

	return strcmp(x->receipt, y->receipt);
}

struct error receipt_list(
	struct context *ctx, struct arena *arena, int64_t round_id, struct receipts *receipts)
{
	struct receipted_list list;
	struct criteria criteria;
	struct round round;

	*receipts = (struct receipts){ 0 };
	TRY(require(ctx, ACT_READ));
	TRY(round_get(ctx, arena, round_id, &round));
	TRY(round_criteria(ctx, arena, round_id, &criteria));
	TRY(store_review_receipts(ctx->db, arena, round_id, &list));
	receipts->rows = arena_alloc(arena, (list.n + 1) * sizeof(*receipts->rows));
	receipts->n = list.n;
	for (size_t i = 0; i < list.n; i++)
		TRY(make_one(ctx, arena, &round, &criteria, &list.rows[i], &receipts->rows[i]));
	qsort(receipts->rows, receipts->n, sizeof(*receipts->rows), compare_receipts);
	return ok();
}

/* What was typed or pasted, without blanks and in small letters; at most a whole receipt. */
static size_t squeeze(const char *text, char out[WHOLE + 2])
{
	size_t n = 0;

	for (; *text != '\0' && n <= WHOLE; text++)
		if (!isspace((unsigned char)*text))
			out[n++] = (char)tolower((unsigned char)*text);
	out[n] = '\0';
	return n;
}

struct error receipt_find(struct context *ctx, struct arena *arena, int64_t round_id,
	const char *text, struct receipt *receipt)
{
	char wanted[WHOLE + 2];
	struct receipts all;
	size_t found = 0, n = squeeze(text, wanted);

	TRY(receipt_list(ctx, arena, round_id, &all));
	if (n < LEAST)
		return rule(N_("Give at least the first eight characters of the receipt."));
	for (size_t i = 0; i < all.n; i++)
		if (strncmp(all.rows[i].receipt, wanted, n) == 0) {
			*receipt = all.rows[i];
			found++;
		}
	if (found > 1)
		return rule(N_("Several receipts of this round begin so: give more of it."));
	return found == 1 ?
		       ok() :
		       rule(N_("No review of this round has that receipt. Compare it sign by "
			       "sign; if it is right, the review is no longer what was submitted: "
			       "`klash verify` looks for what was changed from outside."));
}
