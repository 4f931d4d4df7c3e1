/* SPDX-License-Identifier: MIT
 * Inside of publish.h: the pages there are, a row each, and the parts that they are made of, in the
 * order in which they are read. A part with nothing to say writes nothing. */
#pragma once

#include "db/base/codes.h"
#include "db/base/vocabulary.h"
#include "src/publish/page.h"

typedef struct error (*web_part)(struct web *web);

enum { WEB_PARTS_MAX = 12, WEB_FIGURES_MAX = 8 };

struct web_stage {
	const char *code;                     /* of WORDS_PAGE_STAGE */
	const char *title;                    /* NC_("web page", ...) */
	const char *lead;                     /* N_(): what the page is about */
	const char *next;                     /* N_(): what comes then, and how one takes part */
	const char *judged;                   /* the kind of submission whose judging it tells of */
	const char *figures[WEB_FIGURES_MAX]; /* keys of WORDS_FIGURE; ended by NULL */
	int days;                      /* it stands on the web unless something else is said */
	web_part parts[WEB_PARTS_MAX]; /* ended by NULL */
};

/* NULL: there is none of that code. */
const struct web_stage *web_stage(const char *code);

/* A file each, by what it is called. */
struct error web_sought(struct web *web);
struct error web_challenges(struct web *web);
struct error web_questions(struct web *web);
struct error web_finalists(struct web *web);
struct error web_winners(struct web *web);
struct error web_criteria(struct web *web);
struct error web_regions(struct web *web);
struct error web_timeline(struct web *web);
struct error web_figures(struct web *web);
struct error web_next(struct web *web);
struct error web_documents(struct web *web);
struct error web_corrections(struct web *web);
struct error web_accessibility(struct web *web);
/* Above everything else, where a decision that the page tells of has been corrected. */
struct error web_banner(struct web *web);
