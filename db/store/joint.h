/* SPDX-License-Identifier: MIT
 * Problems that became one: which code leads, and who became its co-applicant thereby. */
#pragma once

#include "db/store/submission.h"

/* `added`: who becomes a co-applicant of the lead. */
struct error store_joint_add(struct db *db, int64_t submission_id, int64_t lead_id,
	const struct applicant *added, size_t n);
struct error store_joint_remove(struct db *db, int64_t submission_id);
/* 0: it is joined to none. */
struct error store_joint_lead(struct db *db, int64_t submission_id, int64_t *lead_id);
/* Those joined to it. */
struct error store_joint_ids(struct db *db, int64_t lead_id, struct id_list *ids);
/* Who became co-applicants of its lead when it was joined. */
struct error store_joint_applicants(
	struct db *db, struct arena *arena, int64_t submission_id, struct applicants *applicants);
/* The round that has one of them already, opened or with its texts released; 0: none. */
struct error store_joint_fixed(
	struct db *db, int64_t submission_id, int64_t lead_id, int64_t *round_id);
