-- SPDX-License-Identifier: MIT
-- What a meeting concludes on a round, item by item. Signed, it never changes: another corrects it. On
-- solutions there are two: the jury's statement, which is frozen first and then signed, and the contracting entity's
-- decision, which has a number and a decider of its own and is served on the entrants.
CREATE TABLE decision (
    id INTEGER PRIMARY KEY, -- clear
    kind TEXT NOT NULL DEFAULT 'decision' CHECK (kind IN ('decision', 'statement')), -- clear
    number INTEGER NOT NULL, -- clear
    code TEXT NOT NULL UNIQUE COLLATE NOCASE, -- clear
    round_id INTEGER NOT NULL REFERENCES round (id), -- clear
    state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN {DECISION_STATE}), -- clear
    lang TEXT NOT NULL CHECK (lang IN ('fi', 'sv', 'en')), -- clear
    day INTEGER NOT NULL, -- clear
    place TEXT NOT NULL, -- clear
    form TEXT NOT NULL CHECK (form IN ('room', 'remote', 'email')), -- clear
    statement_id INTEGER REFERENCES decision (id), -- clear
    case_number TEXT NOT NULL DEFAULT '', -- clear
    decider TEXT NOT NULL DEFAULT '', -- personal
    regime_id INTEGER REFERENCES regime (id), -- clear
    regime_reason TEXT NOT NULL DEFAULT '', -- personal
    no_appeal_ground TEXT NOT NULL DEFAULT '', -- personal
    range_reason TEXT NOT NULL DEFAULT '', -- personal
    tie_reason TEXT NOT NULL DEFAULT '', -- personal
    corrects INTEGER REFERENCES decision (id), -- clear
    correction_kind TEXT NOT NULL DEFAULT '' CHECK (correction_kind IN ('', 'clerical', 'factual', 'request', 'court')), -- clear
    correction_reason TEXT NOT NULL DEFAULT '', -- personal
    complaint_id INTEGER REFERENCES complaint (id), -- clear
    signed INTEGER, -- clear
    signed_by INTEGER REFERENCES account (id), -- clear
    abandoned INTEGER, -- clear
    abandon_reason TEXT NOT NULL DEFAULT '', -- personal
    v INTEGER NOT NULL DEFAULT 1, -- clear
    salt BLOB DEFAULT (randomblob(16)), -- personal
    UNIQUE (kind, number)
) STRICT;
-- A correction that was abandoned leaves room for another.
CREATE UNIQUE INDEX decision_corrects ON decision (corrects) WHERE state <> 'abandoned';
CREATE INDEX decision_of ON decision (round_id, kind);
CREATE INDEX decision_by_statement ON decision (statement_id) WHERE statement_id IS NOT NULL;
CREATE INDEX decision_by_signer ON decision (signed_by);
CREATE INDEX decision_by_regime ON decision (regime_id) WHERE regime_id IS NOT NULL;
CREATE INDEX decision_by_complaint ON decision (complaint_id) WHERE complaint_id IS NOT NULL;

CREATE TABLE decision_person (
    id INTEGER PRIMARY KEY, -- clear
    decision_id INTEGER NOT NULL REFERENCES decision (id), -- clear
    panel_member_id INTEGER NOT NULL REFERENCES panel_member (id), -- clear
    presence TEXT NOT NULL CHECK (presence IN ('present', 'remote', 'absent')), -- clear
    UNIQUE (decision_id, panel_member_id)
) STRICT;
CREATE INDEX decision_person_by_member ON decision_person (panel_member_id);

CREATE TABLE decision_item (
    id INTEGER PRIMARY KEY, -- clear
    decision_id INTEGER NOT NULL REFERENCES decision (id), -- clear
    round_item_id INTEGER NOT NULL REFERENCES round_item (id), -- clear
    outcome TEXT NOT NULL CHECK (outcome IN ('selected', 'reserve', 'not_selected')), -- clear
    reason_fi TEXT NOT NULL DEFAULT '', -- personal
    reason_sv TEXT NOT NULL DEFAULT '', -- personal
    reason_en TEXT NOT NULL DEFAULT '', -- personal
    deviation_reason TEXT NOT NULL DEFAULT '', -- personal
    salt BLOB DEFAULT (randomblob(16)), -- personal
    UNIQUE (decision_id, round_item_id)
) STRICT;
CREATE INDEX decision_item_by_item ON decision_item (round_item_id);

-- Withdrawn or found ineligible before it was decided on: not reviewed, ranked or decided on any more. In a blind round
-- from its release until the names are opened only once the custodian has carried it over.
CREATE VIEW item_gone (round_item_id) AS
SELECT i.id FROM round_item i JOIN submission s ON s.id = i.submission_id
WHERE CASE WHEN i.part = 'out' OR (i.part = '' AND s.state IN ('withdrawn', 'ineligible')) THEN NOT EXISTS (SELECT 1 FROM decision_item t
    JOIN decision d ON d.id = t.decision_id WHERE t.round_item_id = i.id AND d.state IN ('frozen', 'signed')) END;

-- The second wall behind the rules in src/: what is signed or abandoned stays, whoever writes.
-- A statement that is frozen is signed next, and nothing else of it changes.
CREATE TRIGGER decision_final BEFORE UPDATE ON decision WHEN old.state <> 'draft'
AND NOT (old.state = 'frozen' AND new.state = 'signed'
    AND (new.kind, new.number, new.code, new.round_id, new.lang, new.day, new.place, new.form, new.range_reason, new.tie_reason)
    IS (old.kind, old.number, old.code, old.round_id, old.lang, old.day, old.place, old.form, old.range_reason, old.tie_reason)
    AND (new.corrects, new.correction_reason) IS (old.corrects, old.correction_reason))
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER decision_kept BEFORE DELETE ON decision WHEN old.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER decision_unreplaced BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM decision WHERE state <> 'draft'
    AND (id = new.id OR (kind = new.kind AND number = new.number)
    OR code = new.code OR (corrects = new.corrects AND state IN ('frozen', 'signed'))))
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER decision_item_final BEFORE UPDATE ON decision_item
WHEN EXISTS (SELECT 1 FROM decision WHERE id IN (old.decision_id, new.decision_id) AND state <> 'draft')
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER decision_item_kept BEFORE DELETE ON decision_item
WHEN (SELECT state FROM decision WHERE id = old.decision_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER decision_item_closed BEFORE INSERT ON decision_item
WHEN (SELECT state FROM decision WHERE id = new.decision_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER decision_person_final BEFORE UPDATE ON decision_person
WHEN EXISTS (SELECT 1 FROM decision WHERE id IN (old.decision_id, new.decision_id) AND state <> 'draft')
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER decision_person_kept BEFORE DELETE ON decision_person
WHEN (SELECT state FROM decision WHERE id = old.decision_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER decision_person_closed BEFORE INSERT ON decision_person
WHEN (SELECT state FROM decision WHERE id = new.decision_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'signed'); END;

-- A signed decision handed to an entrant. `deemed` is the day it counts as received, from which the last
-- days of correction and appeal run.
CREATE TABLE service (
    id INTEGER PRIMARY KEY, -- clear
    decision_id INTEGER NOT NULL REFERENCES decision (id), -- clear
    submission_id INTEGER NOT NULL REFERENCES submission (id), -- clear
    channel TEXT NOT NULL CHECK (channel IN {SERVICE}), -- clear
    sent INTEGER NOT NULL, -- clear
    deemed INTEGER NOT NULL CHECK (deemed >= sent), -- clear
    proof TEXT NOT NULL DEFAULT '', -- personal
    salt BLOB DEFAULT (randomblob(16)), -- personal
    UNIQUE (decision_id, submission_id)
) STRICT;
CREATE INDEX service_by_submission ON service (submission_id);

-- A correction request or an appeal against a decision. While it is open no contract may be made. `last_day` is the
-- last one on which it could have come in time, as it was known when it came; NULL where its time does not run.
CREATE TABLE complaint (
    id INTEGER PRIMARY KEY, -- clear
    number INTEGER NOT NULL UNIQUE, -- clear
    code TEXT NOT NULL UNIQUE COLLATE NOCASE, -- clear
    decision_id INTEGER NOT NULL REFERENCES decision (id), -- clear
    submission_id INTEGER REFERENCES submission (id), -- clear
    kind TEXT NOT NULL CHECK (kind IN ('correction', 'appeal', 'other')), -- clear
    received INTEGER NOT NULL, -- clear
    last_day INTEGER, -- clear
    due INTEGER, -- clear
    case_number TEXT NOT NULL DEFAULT '', -- clear
    court TEXT NOT NULL DEFAULT '', -- clear
    court_case TEXT NOT NULL DEFAULT '', -- clear
    interim TEXT NOT NULL DEFAULT 'none' CHECK (interim IN {INTERIM}), -- clear
    interim_day INTEGER, -- clear
    text TEXT NOT NULL, -- personal
    answered INTEGER, -- clear
    outcome TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('', 'rejected', 'accepted', 'in_part', 'dismissed', 'withdrawn')), -- clear
    effect TEXT NOT NULL DEFAULT '' CHECK (effect IN ('', 'none', 'correct', 'barred', 'ineffective', 'paid')), -- clear
    answer TEXT NOT NULL DEFAULT '', -- personal
    v INTEGER NOT NULL DEFAULT 1, -- clear
    salt BLOB DEFAULT (randomblob(16)), -- personal
    CHECK ((answered IS NULL) = (outcome = ''))
) STRICT;
CREATE INDEX complaint_of ON complaint (decision_id);
CREATE INDEX complaint_by_submission ON complaint (submission_id) WHERE submission_id IS NOT NULL;
