/* SPDX-License-Identifier: MIT
 * Inside of publish.h: what every part of a public page writes with. A part writes into the page in
 * the language in use, which is the page's; text from outside is shown characters only, escaped. */
#pragma once

#include "src/documents/html.h"
#include "src/ground/context.h"

struct web_stage;

struct web {
	struct context *ctx;
	struct arena *arena;
	struct buffer *out;
	const char *lang; /* "fi" or "sv" */
	const struct web_stage *stage;
	int64_t today, until; /* days: made on, to be taken down on */
};

/* E_RULE with what is missing, where `text` is empty: nobody is given half a page in their language
 * (Language Act 423/2003, 32 §). `what` names it: "C-2, Title". */
struct error web_needs(struct web *web, const char *text, const char *what);

/* The one in the page's language. */
const char *web_own(const struct web *web, const char *fi, const char *sv);

/* <h2 id="fi-KEY">, <p>; class "" for none. Lines as they were written. */
void web_heading(struct web *web, const char *key, const char *text);
void web_minor(struct web *web, const char *text); /* <h3> */
void web_paragraph(struct web *web, const char *class, const char *text);
/* The text in an element, in another language than the page's unless NULL. */
void web_element(
	struct web *web, const char *tag, const char *class, const char *lang, const char *text);
/* A list of labels with their values, between begin and end; an empty value is left out. */
void web_facts_begin(struct web *web);
void web_fact(struct web *web, const char *label, const char *value);
void web_facts_end(struct web *web);
/* 1 234 567; 31.10.2018. Into the arena. */
const char *web_number(struct web *web, int64_t number);
const char *web_day(struct web *web, int64_t day);
/* A bar from `from` to `to`, in thousandths of its width; a drawing beside the same in words. */
void web_bar(struct web *web, int64_t from, int64_t to);
