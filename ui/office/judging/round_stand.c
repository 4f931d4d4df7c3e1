/* SPDX-License-Identifier: MIT
 * Where one is on the screens of a round: which round it is, and which phase the ribbon marks. */
#include "ui/office/judging/round_stand.h"

#include <stdlib.h>
#include <string.h>

#include "db/base/vocabulary.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/round.h"
#include "src/phases/challenge.h"

enum { PROBLEMS = 1, APPLICATIONS = 2, SOLUTIONS = 4, RESULTS = 5 };

/* With its key, where the same is judged in several rounds. */
static struct error add_key(
	struct context *ctx, struct arena *arena, const struct round *round, const char **name)
{
	struct id_list ids = { 0 };
	struct error e = round_ids(ctx, round->kind, &ids);
	size_t alike = 0;

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct round other;

		e = round_get(ctx, arena, ids.ids[i], &other);
		alike += e.code == E_OK && other.challenge_id == round->challenge_id;
	}
	id_list_clear(&ids);
	if (alike > 1)
		*name = arena_printf(arena, "%s\302\240(%s)", *name, round->key);
	return e;
}

static struct error name_round(
	struct context *ctx, struct arena *arena, const struct round *round, const char **name)
{
	struct challenge challenge = { .code = "" };
	const char *title = "";

	if (round->challenge_id == 0) {
		*name = text_word(WORDS_PHASE, phase_of_kind(round->kind));
		return add_key(ctx, arena, round, name);
	}
	TRY(challenge_get(ctx, arena, round->challenge_id, &challenge));
	title = challenge_title(&challenge, NULL);
	*name = challenge.code;
	TRY(add_key(ctx, arena, round, name));
	*name = arena_printf(arena, "%s%s%s", *name, *title == '\0' ? "" : " ", title);
	return ok();
}

/* What is judged in phase 4 is decided on in phase 5: one may come to it from either. */
static int phase_of_solutions(const struct screen *screen, bool concludes)
{
	const struct ui *ui = screen->ui;

	for (size_t i = 0; i < ui->depth && ui->stack[i] != screen; i++)
		concludes = concludes || ui->stack[i]->ops->phase == RESULTS;
	return concludes ? RESULTS : SOLUTIONS;
}

struct error stand_in_round(
	struct screen *screen, struct context *ctx, int64_t round_id, bool concludes)
{
	struct arena arena = { 0 };
	struct round round;
	const char *name = "";
	struct error e = round_get(ctx, &arena, round_id, &round);

	if (e.code == E_OK)
		e = name_round(ctx, &arena, &round, &name);
	if (e.code == E_OK) {
		free(screen->about);
		screen->about = xstrdup(name);
		screen->place = submission_kind_of(round.kind) == SUBMISSION_KIND_PROBLEM ?
					PROBLEMS :
				submission_kind_of(round.kind) == SUBMISSION_KIND_APPLICATION ?
					APPLICATIONS :
					phase_of_solutions(screen, concludes);
	}
	arena_clear(&arena);
	return e;
}
