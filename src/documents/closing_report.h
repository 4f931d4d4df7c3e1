/* SPDX-License-Identifier: MIT
 * What the chapters of the closing report share: they are many, in three files. */
#pragma once

#include "src/documents/scribe.h"

/* 1 to 4: summary, organizers, timetable, participation. */
struct error closing_summary(struct scribe *w);
struct error closing_organizers(struct scribe *w);
struct error closing_timetable(struct scribe *w);
struct error closing_participation(struct scribe *w);
/* 5 to 8: evaluation, mentoring, results, complaints. */
struct error closing_evaluation(struct scribe *w);
struct error closing_mentoring(struct scribe *w);
struct error closing_results(struct scribe *w);
struct error closing_complaints(struct scribe *w);
/* 9 to 14 and the annexes: money, procurement, adoption, deviations, publicity, archiving. */
struct error closing_money(struct scribe *w);
struct error closing_procurement(struct scribe *w);
struct error closing_adoption(struct scribe *w);
struct error closing_deviations(struct scribe *w);
struct error closing_publicity(struct scribe *w);
struct error closing_archiving(struct scribe *w);
struct error closing_annexes(struct scribe *w);
