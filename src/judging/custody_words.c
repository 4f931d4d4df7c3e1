/* SPDX-License-Identifier: MIT
 * What screens and commands say of who holds the codes of a blind round: why something is not
 * there, who has it, and what Klash cannot do. */
#include "src/base/i18n.h"
#include "src/judging/blind.h"
#include "src/judging/custody.h"

const char *sides_reason(struct context *ctx, struct arena *arena, int64_t round_id)
{
	const char *custodian = "", *deputy = "";

	if (custody_names(ctx, arena, round_id, &custodian, &deputy).code != E_OK ||
		*custodian == '\0')
		return _("Team and code stay apart until the names are opened.");
	if (*deputy == '\0')
		return arena_printf(arena,
			/* TRANSLATORS: %s is a person's name. */
			_("Team and code stay apart until the names are opened: only the "
			  "custodian %s has both."),
			custodian);
	return arena_printf(arena,
		/* TRANSLATORS: persons' names: the custodian's and the deputy's. */
		_("Team and code stay apart until the names are opened: only the custodian %s "
		  "and the deputy %s have both."),
		custodian, deputy);
}

const char *custody_recorder_warning(struct context *ctx, int64_t round_id)
{
	enum blind_stage stage;

	if (!custody_holds(ctx, round_id) || blind_stage(ctx, round_id, &stage).code != E_OK ||
		stage == BLIND_OPENED)
		return NULL;
	return _(
		"You hold the codes of this round: let somebody else record the jury's meeting, who "
		"does not know whose each code is.");
}

const char *custody_advice(void)
{
	return _("Who holds the codes should not be who records the jury's meeting.");
}

const char *custody_limits(void)
{
	return _("Klash cannot make anybody forget what they read before the release, nor stop "
		 "whoever owns the file. It shows code and team together to the custodian and the "
		 "deputy only.");
}
