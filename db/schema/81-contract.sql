-- SPDX-License-Identifier: MIT
-- What stands around a contract: figures of the law by their day, notices, checks of the suppliers, who signs and in which
-- parts it is paid; and of which jurors it is known that they are fit to judge the contest that it comes of.

-- A figure of the law from a day on, with its source: an amount, or days within which a notice is sent. Of those that are
-- not younger than the day asked about the newest holds, of the same day the last written down: a mistake is followed by
-- the right figure, and stays.
CREATE TABLE threshold (
    id INTEGER PRIMARY KEY, -- clear
    kind TEXT NOT NULL CHECK (kind IN {THRESHOLD_KIND}), -- clear
    object TEXT NOT NULL CHECK (object IN {PROCUREMENT_KIND or none}), -- clear
    starts INTEGER NOT NULL, -- clear
    amount INTEGER CHECK (amount BETWEEN 1 AND 1000000000000), -- clear
    days INTEGER CHECK (days BETWEEN 1 AND 3650), -- clear
    source TEXT NOT NULL CHECK (source <> ''), -- clear
    CHECK ((amount IS NULL) = (kind <> 'national' AND kind <> 'eu')),
    CHECK ((days IS NULL) = (kind = 'national' OR kind = 'eu')),
    CHECK ((object = '') = (kind <> 'national' AND kind <> 'eu'))
) STRICT;
CREATE INDEX threshold_by_day ON threshold (kind, object, starts, id);

-- A notice in the public register of procurements; of a challenge's contest, or of a contract.
CREATE TABLE notice (
    id INTEGER PRIMARY KEY, -- clear
    number INTEGER NOT NULL UNIQUE, -- clear
    code TEXT NOT NULL UNIQUE COLLATE NOCASE, -- clear
    kind TEXT NOT NULL CHECK (kind IN {NOTICE_KIND}), -- clear
    challenge_id INTEGER REFERENCES challenge (id), -- clear
    contract_id INTEGER REFERENCES contract (id), -- clear
    register_number TEXT NOT NULL DEFAULT '', -- clear
    due INTEGER, -- clear
    sent INTEGER, -- clear
    published INTEGER, -- clear
    link TEXT NOT NULL DEFAULT '', -- clear
    text TEXT NOT NULL DEFAULT '', -- personal
    v INTEGER NOT NULL DEFAULT 1, -- clear
    salt BLOB DEFAULT (randomblob(16)), -- personal
    CHECK (kind <> 'award' OR contract_id IS NOT NULL),
    CHECK (published IS NULL OR sent IS NOT NULL),
    CHECK (published IS NULL OR published >= sent)
) STRICT;
CREATE INDEX notice_by_contract ON notice (contract_id) WHERE contract_id IS NOT NULL;
CREATE INDEX notice_by_challenge ON notice (challenge_id) WHERE challenge_id IS NOT NULL;
CREATE INDEX notice_by_due ON notice (due, id) WHERE sent IS NULL;

-- Each time that something was looked into is a row; of a kind the newest holds. What an extract says is not written down.
CREATE TABLE supplier_check (
    id INTEGER PRIMARY KEY, -- clear
    team_id INTEGER NOT NULL REFERENCES team (id), -- clear
    kind TEXT NOT NULL CHECK (kind IN {SUPPLIER_CHECK}), -- clear
    outcome TEXT NOT NULL CHECK (outcome IN {CHECK_OUTCOME}), -- clear
    day INTEGER NOT NULL, -- clear
    valid_until INTEGER, -- clear
    source TEXT NOT NULL, -- personal
    found TEXT NOT NULL DEFAULT '', -- personal
    account_id INTEGER REFERENCES account (id), -- clear
    salt BLOB DEFAULT (randomblob(16)), -- personal
    CHECK (valid_until IS NULL OR valid_until >= day)
) STRICT;
CREATE INDEX supplier_check_of ON supplier_check (team_id, kind, day, id);

CREATE TABLE contract_person (
    id INTEGER PRIMARY KEY, -- clear
    contract_id INTEGER NOT NULL REFERENCES contract (id), -- clear
    part TEXT NOT NULL CHECK (part IN {CONTRACT_PART}), -- clear
    position INTEGER NOT NULL, -- clear
    name TEXT NOT NULL, -- personal
    title TEXT NOT NULL, -- personal
    salt BLOB DEFAULT (randomblob(16)), -- personal
    UNIQUE (contract_id, part, position)
) STRICT;

-- In which parts its price is paid; together they are the price.
CREATE TABLE contract_milestone (
    id INTEGER PRIMARY KEY, -- clear
    contract_id INTEGER NOT NULL REFERENCES contract (id), -- clear
    position INTEGER NOT NULL, -- clear
    due INTEGER NOT NULL, -- clear
    net INTEGER NOT NULL CHECK (net BETWEEN 1 AND 1000000000000), -- clear
    text TEXT NOT NULL, -- personal
    salt BLOB DEFAULT (randomblob(16)), -- personal
    UNIQUE (contract_id, position)
) STRICT;

-- What qualification the entrants of a round must have; then a third of its jury has it too.
CREATE TABLE round_qualification (
    id INTEGER PRIMARY KEY, -- clear
    round_id INTEGER NOT NULL UNIQUE REFERENCES round (id), -- clear
    qualification TEXT NOT NULL -- clear
) STRICT;

CREATE TABLE juror_fitness (
    id INTEGER PRIMARY KEY, -- clear
    panel_member_id INTEGER NOT NULL UNIQUE REFERENCES panel_member (id) ON DELETE CASCADE, -- clear
    independent TEXT NOT NULL CHECK (independent IN {KNOWN or none}), -- clear
    qualified TEXT NOT NULL CHECK (qualified IN {KNOWN or none}), -- clear
    note TEXT NOT NULL, -- personal
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
