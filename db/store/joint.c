/* SPDX-License-Identifier: MIT */
#include "db/store/joint.h"

static const struct field joint_problem_fields[] = {
	{ NOWHERE("submission_id"), .name = "submission", .word = NC_("field", "Submission"),
		.meaning = MEANS_REF, .of = "submission", .in = IN_TOLD },
	{ NOWHERE("lead_id"), .name = "joined_to", .word = NC_("field", "Joined to"),
		.meaning = MEANS_REF, .of = "submission", .in = IN_TOLD },
};
extern const struct record record_of_joint_problem;
const struct record record_of_joint_problem = RECORD_WITHOUT(joint_problem, "joint_problem");

static const struct field joint_applicant_fields[] = {
	{ NOWHERE("municipality_id"), .name = "municipality", .word = NC_("field", "Municipality"),
		.meaning = MEANS_REF, .of = "municipality", .in = IN_TOLD },
	{ NOWHERE("organization_id"), .name = "organization", .word = NC_("field", "Organization"),
		.meaning = MEANS_REF, .of = "organization", .in = IN_TOLD },
};
extern const struct record record_of_joint_applicant;
const struct record record_of_joint_applicant = RECORD_WITHOUT(joint_applicant, "joint_applicant");

struct error store_joint_add(struct db *db, int64_t submission_id, int64_t lead_id,
	const struct applicant *added, size_t n)
{
	int64_t id;

	TRY(db_insert(db, Q_JOINT_ADD,
		ARGS(I64("submission_id", submission_id), I64("lead_id", lead_id)), &id));
	for (size_t i = 0; i < n; i++)
		TRY(db_run(db, Q_JOINT_APPLICANT_ADD,
			ARGS(I64("joint_id", id), REF("municipality_id", added[i].municipality_id),
				REF("organization_id", added[i].organization_id))));
	return ok();
}

struct error store_joint_remove(struct db *db, int64_t submission_id)
{
	return db_run(db, Q_JOINT_REMOVE, ARGS(I64("submission_id", submission_id)));
}

struct error store_joint_lead(struct db *db, int64_t submission_id, int64_t *lead_id)
{
	struct error e =
		db_number(db, Q_JOINT_LEAD, ARGS(I64("submission_id", submission_id)), lead_id);

	if (e.code != E_NOT_FOUND)
		return e;
	*lead_id = 0;
	return ok();
}

struct error store_joint_ids(struct db *db, int64_t lead_id, struct id_list *ids)
{
	return db_ids(db, Q_JOINT_IDS, ARGS(I64("lead_id", lead_id)), ids);
}

struct error store_joint_applicants(
	struct db *db, struct arena *arena, int64_t submission_id, struct applicants *applicants)
{
	return db_rows(db, Q_JOINT_APPLICANTS, ARGS(I64("submission_id", submission_id)), arena,
		&applicants->rows, &applicants->n);
}

struct error store_joint_fixed(
	struct db *db, int64_t submission_id, int64_t lead_id, int64_t *round_id)
{
	return db_number(db, Q_JOINT_FIXED,
		ARGS(I64("submission_id", submission_id), I64("lead_id", lead_id)), round_id);
}
