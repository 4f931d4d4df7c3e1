/* SPDX-License-Identifier: MIT
 * Documents that only their row in src/roof/papers.c knows. */
#pragma once

#include "src/documents/document.h"

extern const struct document_kind minutes_kind;
extern const struct document_kind ranking_sheet_kind, feedback_sheet_kind;
extern const struct document_kind negotiation_minutes_kind, contract_summary_kind;
extern const struct document_kind day_sheet_kind, closing_report_kind;
