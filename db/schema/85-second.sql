-- SPDX-License-Identifier: MIT
-- Acts that need a second person wait here until somebody else confirms them or turns them down. `row_id` is
-- the submission, contract or payment that the act is about, `object` its code.
CREATE TABLE second_act (
    id INTEGER PRIMARY KEY, -- clear
    number INTEGER NOT NULL UNIQUE, -- clear
    kind TEXT NOT NULL CHECK (kind IN ('admit', 'contract', 'payment')), -- clear
    row_id INTEGER NOT NULL, -- clear
    object TEXT NOT NULL, -- clear
    ground TEXT NOT NULL DEFAULT '', -- clear
    reason TEXT NOT NULL DEFAULT '', -- personal
    proposed INTEGER NOT NULL, -- clear
    proposed_by INTEGER REFERENCES account (id), -- clear
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'confirmed', 'refused')), -- clear
    decided INTEGER, -- clear
    decided_by INTEGER REFERENCES account (id), -- clear
    answer TEXT NOT NULL DEFAULT '', -- personal
    salt BLOB DEFAULT (randomblob(16)), -- personal
    CHECK ((state = 'waiting') = (decided IS NULL)),
    CHECK (state <> 'confirmed' OR proposed_by <> decided_by)
) STRICT;
CREATE UNIQUE INDEX second_act_waiting ON second_act (kind, row_id) WHERE state = 'waiting';
CREATE INDEX second_act_by_proposer ON second_act (proposed_by);
CREATE INDEX second_act_by_decider ON second_act (decided_by);
CREATE TRIGGER second_act_final BEFORE UPDATE ON second_act WHEN old.state <> 'waiting'
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER second_act_kept BEFORE DELETE ON second_act
BEGIN SELECT RAISE(ABORT, 'signed'); END;

-- From which sum on (in cents without VAT, above it) a payment needs a second person; the newest row holds.
CREATE TABLE payment_limit (
    id INTEGER PRIMARY KEY, -- clear
    cents INTEGER NOT NULL CHECK (cents BETWEEN 0 AND 1000000000000), -- clear
    at INTEGER NOT NULL, -- clear
    reason TEXT NOT NULL, -- personal
    account_id INTEGER REFERENCES account (id), -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
