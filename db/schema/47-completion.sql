-- SPDX-License-Identifier: MIT
-- What the office asks of every submission of a kind before it is judged, in its own words, and how each was judged;
-- what is asked of an applicant afterwards; and problems that became one.
CREATE TABLE eligibility_question (
    id INTEGER PRIMARY KEY, -- clear
    kind TEXT NOT NULL CHECK (kind IN {SUBMISSION_KIND}), -- clear
    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 8), -- clear
    text_fi TEXT NOT NULL, -- clear
    text_sv TEXT NOT NULL, -- clear
    text_en TEXT NOT NULL DEFAULT '', -- clear
    v INTEGER NOT NULL DEFAULT 1, -- clear
    CHECK (text_fi <> '' AND text_sv <> ''),
    UNIQUE (kind, number)
) STRICT;

CREATE TABLE eligibility_answer (
    id INTEGER PRIMARY KEY, -- clear
    submission_id INTEGER NOT NULL REFERENCES submission (id), -- clear
    question_id INTEGER NOT NULL REFERENCES eligibility_question (id), -- clear
    outcome TEXT NOT NULL CHECK (outcome IN {ELIGIBILITY}), -- clear
    note TEXT NOT NULL, -- personal
    at INTEGER NOT NULL, -- clear
    account_id INTEGER REFERENCES account (id), -- clear
    salt BLOB DEFAULT (randomblob(16)), -- personal
    UNIQUE (submission_id, question_id)
) STRICT;
CREATE INDEX eligibility_answer_by_question ON eligibility_answer (question_id);

-- `version`: the one of the submission that came as the answer; without it the answer is a note. Whether an answer was
-- late is told by `due`, which no longer changes once it has come.
CREATE TABLE completion (
    id INTEGER PRIMARY KEY, -- clear
    submission_id INTEGER NOT NULL REFERENCES submission (id), -- clear
    number INTEGER NOT NULL, -- clear
    ground TEXT NOT NULL, -- personal
    asked INTEGER NOT NULL, -- clear
    due INTEGER NOT NULL, -- clear
    reminded INTEGER, -- clear
    answered INTEGER, -- clear
    answer TEXT NOT NULL DEFAULT '', -- personal
    version INTEGER, -- clear
    dropped INTEGER, -- clear
    reason TEXT NOT NULL DEFAULT '', -- personal
    account_id INTEGER REFERENCES account (id), -- clear
    v INTEGER NOT NULL DEFAULT 1, -- clear
    salt BLOB DEFAULT (randomblob(16)), -- personal
    CHECK (answered IS NULL OR dropped IS NULL),
    UNIQUE (submission_id, number)
) STRICT;
CREATE INDEX completion_open ON completion (due, id) WHERE answered IS NULL AND dropped IS NULL;

-- What is missing, a line each; `question_id`: the eligibility question that it was asked for.
CREATE TABLE completion_item (
    id INTEGER PRIMARY KEY, -- clear
    completion_id INTEGER NOT NULL REFERENCES completion (id), -- clear
    number INTEGER NOT NULL, -- clear
    text TEXT NOT NULL, -- personal
    question_id INTEGER REFERENCES eligibility_question (id), -- clear
    salt BLOB DEFAULT (randomblob(16)), -- personal
    UNIQUE (completion_id, number)
) STRICT;
CREATE INDEX completion_item_by_question ON completion_item (question_id) WHERE question_id IS NOT NULL;

-- A problem that is one with another, the lead: its code lives, what is judged is the lead. Who thereby became
-- co-applicants of the lead stands beside it, for the day on which it is undone.
CREATE TABLE joint_problem (
    id INTEGER PRIMARY KEY, -- clear
    submission_id INTEGER NOT NULL UNIQUE REFERENCES submission (id), -- clear
    lead_id INTEGER NOT NULL REFERENCES submission (id), -- clear
    CHECK (submission_id <> lead_id)
) STRICT;
CREATE INDEX joint_problem_by_lead ON joint_problem (lead_id);

CREATE TABLE joint_applicant (
    id INTEGER PRIMARY KEY, -- clear
    joint_id INTEGER NOT NULL REFERENCES joint_problem (id) ON DELETE CASCADE, -- clear
    municipality_id INTEGER REFERENCES municipality (id), -- clear
    organization_id INTEGER REFERENCES organization (id), -- clear
    CHECK ((municipality_id IS NULL) <> (organization_id IS NULL))
) STRICT;
CREATE INDEX joint_applicant_of ON joint_applicant (joint_id);
CREATE INDEX joint_applicant_by_municipality ON joint_applicant (municipality_id) WHERE municipality_id IS NOT NULL;
CREATE INDEX joint_applicant_by_organization ON joint_applicant (organization_id) WHERE organization_id IS NOT NULL;
