/* SPDX-License-Identifier: MIT
 * A session as lines. */
#pragma once

#include "src/phases/mentoring.h"
#include "ui/toolkit/page.h"

/* Lines about sessions for a page: "24.9.2019  M-1 Janakkala, topic (held)". */
struct error page_sessions(struct context *ctx, struct arena *arena,
	const struct session_filter *filter, struct page *page);
/* "ti 24.9.2019 klo 9.00–15.00" */
const char *session_when(struct arena *arena, const struct mentoring_session *session);
/* The mentors' names in one line; "–" for none. */
struct error session_mentor_names(
	struct context *ctx, struct arena *arena, int64_t id, const char **names);
/* A session as lines; for its page and beside the list. */
struct error session_page(struct context *ctx, struct arena *arena, int64_t id, struct page *page);
/* Its notes, feedback and history. */
struct error session_story(struct context *ctx, struct arena *arena, int64_t id, struct page *page);
