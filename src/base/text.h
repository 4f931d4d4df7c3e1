/* SPDX-License-Identifier: MIT
 * Codes, errors, dates and numbers in the words of the language in use. All functions write at most
 * `size` bytes, NUL-terminated. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "db/base/arena.h"
#include "db/base/error.h"
#include "db/base/ratio.h"
#include "db/base/vocabulary.h"
#include "src/base/daytime.h"

/* One or two sentences: what happened, and what to do next. */
void text_error(struct error e, char *out, size_t size);

/* The word for a code, translated; the code itself if it is not in the vocabulary. */
const char *text_word(enum vocabulary vocabulary, const char *code);
/* The vocabulary of the states of a kind of submission ("problem", "application", "solution"). */
enum vocabulary text_states_of(const char *kind);
/* The i-th code of a vocabulary, in its order; NULL behind the last. */
const char *text_code(enum vocabulary vocabulary, size_t i);

void text_day(int64_t day, char *out, size_t size);               /* 31.10.2018 */
void text_days(int64_t from, int64_t to, char *out, size_t size); /* 24.9.–22.10.2019 */
void text_weekday(int64_t day, char *out, size_t size);           /* ke 31.10.2018 */
void text_clock(int64_t minutes, char *out, size_t size);   /* 9.30, of minutes since midnight */
void text_time(int64_t time, char *out, size_t size);       /* 31.10.2018 klo 23.59 */
void text_time_exact(int64_t time, char *out, size_t size); /* 31.10.2018 klo 23.59.59 */
void text_moment(int64_t time, enum precision precision, char *out, size_t size); /* syksy 2018 */
/* Of a file: "12 kB", "1.5 MB". */
void text_size(int64_t bytes, char *out, size_t size);
/* How far a time is from now: "in 2 days", "3 hours ago"; "" if it is more than 60 days. */
void text_distance(int64_t time, int64_t now, char *out, size_t size);
/* The same of a calendar day: "today", "in 2 days". */
void text_day_distance(int64_t day, int64_t today, char *out, size_t size);
/* A closing time with how far it is, as one phrase. */
void text_deadline(int64_t time, int64_t now, char *out, size_t size);
/* A calendar day with how far it is, unless that is more than 60 days: "12.2.2020 (in 3 days)". */
void text_due(int64_t day, int64_t today, char *out, size_t size);
const char *text_month_short(int month);
const char *text_weekday_short(int weekday); /* 0 is Monday */

/* "Maija, Oiva and Kaarina"; into the arena. */
const char *text_join(struct arena *arena, const char *const *words, size_t n);
/* 1 234 567 with no-break spaces. */
void text_count(int64_t number, char *out, size_t size);
/* A ratio with so many decimals and the language's decimal sign. */
void text_ratio(struct ratio value, int decimals, char *out, size_t size);
/* Thousandths without needless zeros, with the language's decimal sign. */
void text_thousandths(int64_t value, char *out, size_t size);
