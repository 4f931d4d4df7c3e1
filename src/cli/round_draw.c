/* SPDX-License-Identifier: MIT
 * What chance decides in a round: the dealing of the reviews, and a lot. */
#include "src/base/i18n.h"
#include "src/cli/fields.h"
#include "src/cli/round_show.h"
#include "src/judging/lot.h"

/* Why it cannot be dealt, a line each. */
/* Why the reviews cannot be dealt, a line each; -1: by the round's own number. */
static void print_shortages(struct cli *cli, const struct round *r, int64_t per_submission)
{
	struct shortages list;

	if (round_shortages(&cli->ctx, &cli->arena, r->id, per_submission, &list).code != E_OK)
		return;
	for (size_t i = 0; i < list.n; i++)
		fprintf(stderr, "%s\n", list.sentences[i]);
}

struct error round_run_assign(struct cli *cli)
{
	struct draw_seed drawn;
	struct round r;
	int64_t seed;

	TRY(cli_round(cli, cli->argv[0], &r));
	TRY(cli_record_fields(cli, NULL, &r));
	TRY(option_number(cli, "seed", "seed", -1, &seed));
	struct error e = round_assign(&cli->ctx, r.id, r.per_submission, seed);
	if (e.code == E_RULE)
		print_shortages(cli, &r, r.per_submission);
	TRY(e);
	if (r.per_submission == 0)
		return print_simply(cli);
	if (round_seed(&cli->ctx, &cli->arena, r.id, &drawn).code == E_OK)
		print_done(cli, _("Written down. The seed: %lld"), (long long)drawn.value);
	else
		print_done(
			cli, "%s", _("Written down. The seed is shown when the names are opened."));
	return ok();
}

struct error round_run_lot(struct cli *cli)
{
	struct draw_seed seed;
	struct standing standing;
	struct round r;

	TRY(cli_round(cli, cli->argv[0], &r));
	TRY(lot_draw(&cli->ctx, r.id));
	TRY(standing_make(&cli->ctx, &cli->arena, r.id, NULL, &standing));
	TRY(lot_seed(&cli->ctx, &cli->arena, r.id, &seed));
	for (size_t i = 0; i < standing.lot.n; i++)
		for (size_t k = 0; k < standing.n; k++)
			if (standing.rows[k].item.id == standing.lot.rows[i].item_id)
				print_done(cli, "%zu %s", i + 1, standing.rows[k].item.code);
	print_done(cli, _("Drawn. The seed: %lld"), (long long)seed.value);
	return ok();
}
