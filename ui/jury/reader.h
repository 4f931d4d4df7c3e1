/* SPDX-License-Identifier: MIT
 * A submission's text on the whole screen, with the keys of a pager; over a review the scores can
 * be given there too, and a wide terminal has another submission beside it. */
#pragma once

#include "ui/jury/jury.h"

struct review_screen;

/* `owner` (may be NULL): the review below, whose place in the text and whose scores it shares. It
 * may close first: its on_close then calls jury_reader_orphan. */
struct screen *jury_reader_new(
	struct ui *ui, const struct juror_item *item, struct review_screen *owner);
/* Its review is gone: the reader goes too, and touches it no more. */
void jury_reader_orphan(struct screen *reader);
