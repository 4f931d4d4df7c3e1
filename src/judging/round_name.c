/* SPDX-License-Identifier: MIT */
#include "src/judging/round_name.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/phases/challenge.h"

const char *round_about(struct arena *arena, const char *kind, const char *challenge)
{
	if (submission_kind_of(kind) == SUBMISSION_KIND_PROBLEM)
		return _("Reviews of problems");
	if (*challenge == '\0')
		return submission_kind_of(kind) == SUBMISSION_KIND_SOLUTION ?
			       _("Reviews of solutions") :
			       _("Reviews of applications");
	/* TRANSLATORS: %s is a challenge's code. */
	const char *format = submission_kind_of(kind) == SUBMISSION_KIND_SOLUTION ?
				     _("Reviews of solutions, challenge %s") :
				     /* TRANSLATORS: %s is a challenge's code. */
				     _("Reviews of applications, challenge %s");
	return arena_printf(arena, format, challenge);
}

struct error round_name(
	struct context *ctx, struct arena *arena, const struct round *round, const char **name)
{
	struct challenge challenge = { .code = "" };

	if (round->challenge_id != 0)
		TRY(challenge_get(ctx, arena, round->challenge_id, &challenge));
	*name = round_about(arena, round->kind, challenge.code);
	return ok();
}
