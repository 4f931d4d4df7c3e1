/* SPDX-License-Identifier: MIT
 * The persons of a contract, and the parts in which its price is paid. */
#pragma once

#include "db/db.h"

struct contract_person {
	int64_t contract_id;
	const char *part; /* "party", "signatory" */
	int64_t position;
	const char *name, *title;
};

struct contract_milestone {
	int64_t contract_id, position, due, net; /* net: cents without VAT */
	const char *text;
};

struct contract_milestones {
	struct contract_milestone *rows;
	size_t n;
};

struct error store_contract_person_add(struct db *db, const struct contract_person *person);
struct error store_contract_persons_clear(struct db *db, int64_t contract_id, const char *part);
struct error store_contract_milestone_add(
	struct db *db, const struct contract_milestone *milestone);
struct error store_contract_milestones_clear(struct db *db, int64_t contract_id);
struct error store_contract_milestones(struct db *db, struct arena *arena, int64_t contract_id,
	struct contract_milestones *milestones);
/* What the contracts come to that change it, without those that were cancelled. */
struct error store_contract_changes_sum(struct db *db, int64_t id, int64_t *sum);
/* Another team that shares the win and that nobody has begun to negotiate with; E_NOT_FOUND. */
struct error store_winner_uninvited(struct db *db, int64_t team_id, int64_t *id);
