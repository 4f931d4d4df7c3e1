/* SPDX-License-Identifier: MIT
 * Winners for tests about what comes after the results, without the phases before it. */
#pragma once

#include "tests/unit/fixture.h"

enum { EUR = 100 }; /* cents */

/* What a contract needs beside its sum, where a test is about something else. */
#define A_PARTY "Tiina Testaaja, yrittäjä"
#define NO_CHECKS "Testissä ei tarkisteta"

/* The team of that number, with a challenge of its own and an old decision on its solution, D- and
 * that number, served long ago; state "winner", "selected", ... The
 * fixture's file must have none of that number. Returns its id. */
int64_t make_team(struct fixture *f, int number, const char *state);
/* A decision on the ceiling, in cents. */
void decide_ceiling(struct fixture *f, int64_t cents);
/* A winner that is negotiated with, and a budget of 1,000,000 EUR. */
int64_t negotiating(struct fixture *f);
/* A contract of that net sum, a payment of one; the second ones must succeed and give the id. */
struct error add_contract(struct fixture *f, int64_t team, int64_t net, int64_t *id);
int64_t new_contract(struct fixture *f, int64_t team, int64_t net);
struct error add_payment(struct fixture *f, int64_t contract, int64_t net, int64_t *id);
int64_t new_payment(struct fixture *f, int64_t contract, int64_t net);
/* The file is what its log says. */
void assert_intact(struct fixture *f);
