/* SPDX-License-Identifier: MIT */
#include "ui/office/judging/veil.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/judging/blind.h"
#include "src/judging/custody.h"
#include "src/ground/sides.h"

static const char *holder_text(void)
{
	return _("You hold the codes of this round: team and code stand together here for you and "
		 "the deputy only.");
}

void veil_load(struct veil *veil, struct context *ctx, int64_t round_id, bool records)
{
	struct arena arena = { 0 };
	enum blind_stage stage = BLIND_NOT;
	const char *text = "";

	if (round_id != 0 && blind_stage(ctx, round_id, &stage).code == E_OK &&
		stage == BLIND_RELEASED) {
		if (sides_sealed(ctx, round_id))
			text = sides_reason(ctx, &arena, round_id);
		else if (records)
			text = custody_recorder_warning(ctx, round_id);
		else
			text = holder_text();
	}
	snprintf(veil->text, sizeof(veil->text), "%s", text == NULL ? "" : text);
	arena_clear(&arena);
}

int veil_rows(const struct veil *veil, int width)
{
	return *veil->text == '\0' || width < 4 ? 0 : text_wrap_count(veil->text, width - 2);
}

void veil_paint(const struct veil *veil, const struct canvas *body, int y)
{
	const char *rest = veil->text;
	char line[sizeof(veil->text)];

	for (; rest != NULL && *rest != '\0'; y++) {
		const char *start = rest;
		size_t n = text_wrap(start, body->area.w - 2, &rest);

		snprintf(line, sizeof(line), "%.*s", (int)n, start);
		canvas_put(body, y, 1, STYLE_HEADING, line);
	}
}
