/* SPDX-License-Identifier: MIT
 * The commands there are: one file a noun, one row here. */
#pragma once

#include "src/cli/cli.h"

extern const struct noun noun_range, noun_figure, noun_init, noun_demo, noun_status, noun_verify,
	noun_check, noun_backup, noun_rehearse, noun_restore, noun_phase, noun_municipality,
	noun_problem, noun_import, noun_organization, noun_person, noun_partner, noun_attachment,
	noun_note, noun_challenge, noun_round, noun_declaration, noun_application, noun_solution,
	noun_blind, noun_statement, noun_names, noun_complaint, noun_regime, noun_team,
	noun_conflict, noun_review, noun_rank, noun_bundle, noun_decision, noun_account, noun_log,
	noun_mentor, noun_session, noun_question, noun_completion, noun_eligibility, noun_clock,
	noun_disclosure, noun_publish, noun_publication, noun_document, noun_competition,
	noun_milestone, noun_letter;

extern const struct noun noun_key, noun_authorized_keys, noun_ssh_setup;
extern const struct noun noun_advice, noun_robustness, noun_agreement;
extern const struct noun noun_budget, noun_negotiation, noun_contract, noun_payment, noun_adoption,
	noun_confirm, noun_checkpoint, noun_feedback, noun_intake_kit;

extern const struct noun noun_supplier, noun_notice, noun_threshold, noun_fitness,
	noun_award_report;
extern const struct noun noun_dialogue, noun_request;
extern const struct noun noun_meeting;

/* In the order of the work; the last is NULL. */
extern const struct noun *const nouns[];
