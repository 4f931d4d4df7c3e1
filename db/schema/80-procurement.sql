-- SPDX-License-Identifier: MIT
-- After the winners: negotiations, contracts, payments and adoption. Money is in cents, without VAT unless it
-- says gross; VAT is in tenths of a percent. The triggers are a second wall behind src/: nothing passes the
-- ceiling, whoever writes.

-- Each row is a recorded decision on how much may be committed in all; the newest holds.
CREATE TABLE budget_decision (
    id INTEGER PRIMARY KEY, -- clear
    ceiling INTEGER NOT NULL CHECK (ceiling BETWEEN 0 AND 1000000000000), -- clear
    day INTEGER NOT NULL, -- clear
    reason TEXT NOT NULL, -- personal
    account_id INTEGER REFERENCES account (id), -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;

CREATE TABLE negotiation (
    id INTEGER PRIMARY KEY, -- clear
    team_id INTEGER NOT NULL UNIQUE REFERENCES team (id), -- clear
    state TEXT NOT NULL DEFAULT 'not_started' CHECK (state IN ('not_started', 'negotiating', 'contract', 'no_contract')), -- clear
    started INTEGER, -- clear
    next_step TEXT NOT NULL DEFAULT '', -- personal
    due INTEGER, -- clear
    estimate INTEGER CHECK (estimate >= 0), -- clear
    procedure TEXT NOT NULL DEFAULT '', -- personal
    reason TEXT NOT NULL DEFAULT '', -- personal
    v INTEGER NOT NULL DEFAULT 1, -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;

CREATE TABLE contract (
    id INTEGER PRIMARY KEY, -- clear
    number INTEGER NOT NULL UNIQUE, -- clear
    code TEXT NOT NULL UNIQUE, -- clear
    team_id INTEGER NOT NULL REFERENCES team (id), -- clear
    net INTEGER NOT NULL CHECK (net BETWEEN 1 AND 1000000000000), -- clear
    vat INTEGER NOT NULL CHECK (vat BETWEEN 0 AND 1000), -- clear
    day INTEGER NOT NULL, -- clear
    case_number TEXT NOT NULL DEFAULT '', -- clear
    licence TEXT NOT NULL DEFAULT '', -- personal
    state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'ended', 'cancelled')), -- clear
    reason TEXT NOT NULL DEFAULT '', -- personal
    v INTEGER NOT NULL DEFAULT 1, -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX contract_by_team ON contract (team_id);

CREATE TABLE payment (
    id INTEGER PRIMARY KEY, -- clear
    number INTEGER NOT NULL UNIQUE, -- clear
    code TEXT NOT NULL UNIQUE, -- clear
    contract_id INTEGER NOT NULL REFERENCES contract (id), -- clear
    net INTEGER NOT NULL CHECK (net BETWEEN 1 AND 1000000000000), -- clear
    vat INTEGER NOT NULL CHECK (vat BETWEEN 0 AND 1000), -- clear
    due INTEGER, -- clear
    text TEXT NOT NULL DEFAULT '', -- personal
    state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'approved', 'paid', 'cancelled')), -- clear
    approved INTEGER, -- clear
    approved_by INTEGER REFERENCES account (id), -- clear
    paid INTEGER, -- clear
    v INTEGER NOT NULL DEFAULT 1, -- clear
    salt BLOB DEFAULT (randomblob(16)), -- personal
    CHECK ((state IN ('approved', 'paid')) <= (approved IS NOT NULL)),
    CHECK ((state = 'paid') = (paid IS NOT NULL))
) STRICT;
CREATE INDEX payment_of ON payment (contract_id, id);
CREATE INDEX payment_by_approver ON payment (approved_by);

-- A cancelled contract commits what was paid of it; any other its whole sum.
CREATE VIEW budget_state (ceiling, committed, paid) AS
SELECT coalesce((SELECT ceiling FROM budget_decision ORDER BY id DESC LIMIT 1), 0),
    coalesce((SELECT sum(net) FROM contract WHERE state <> 'cancelled'), 0)
        + coalesce((SELECT sum(p.net) FROM payment p JOIN contract c ON c.id = p.contract_id
            WHERE c.state = 'cancelled' AND p.state = 'paid'), 0),
    coalesce((SELECT sum(net) FROM payment WHERE state = 'paid'), 0);

CREATE TRIGGER budget_ceiling AFTER INSERT ON budget_decision
WHEN (SELECT committed > ceiling FROM budget_state)
BEGIN SELECT RAISE(ABORT, 'ceiling'); END;
CREATE TRIGGER budget_kept BEFORE UPDATE ON budget_decision
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER contract_ceiling_new AFTER INSERT ON contract
WHEN (SELECT committed > ceiling FROM budget_state)
BEGIN SELECT RAISE(ABORT, 'ceiling'); END;
CREATE TRIGGER contract_ceiling AFTER UPDATE ON contract
WHEN (SELECT committed > ceiling FROM budget_state)
    OR (SELECT coalesce(sum(net), 0) FROM payment WHERE contract_id = new.id AND state <> 'cancelled') > new.net
BEGIN SELECT RAISE(ABORT, 'ceiling'); END;
CREATE TRIGGER payment_ceiling_new AFTER INSERT ON payment
WHEN (SELECT coalesce(sum(net), 0) FROM payment WHERE contract_id = new.contract_id AND state <> 'cancelled')
    > (SELECT net FROM contract WHERE id = new.contract_id)
BEGIN SELECT RAISE(ABORT, 'ceiling'); END;
CREATE TRIGGER payment_ceiling AFTER UPDATE ON payment
WHEN (SELECT coalesce(sum(net), 0) FROM payment WHERE contract_id = new.contract_id AND state <> 'cancelled')
    > (SELECT net FROM contract WHERE id = new.contract_id)
BEGIN SELECT RAISE(ABORT, 'ceiling'); END;
CREATE TRIGGER payment_kept BEFORE DELETE ON payment WHEN old.state = 'paid'
BEGIN SELECT RAISE(ABORT, 'signed'); END;

-- Which municipalities take a solution into use: each step is a row, the newest is how it stands.
CREATE TABLE adoption (
    id INTEGER PRIMARY KEY, -- clear
    municipality_id INTEGER NOT NULL REFERENCES municipality (id), -- clear
    team_id INTEGER NOT NULL REFERENCES team (id), -- clear
    state TEXT NOT NULL CHECK (state IN ('interested', 'piloting', 'in_use', 'declined')), -- clear
    day INTEGER NOT NULL, -- clear
    source TEXT NOT NULL DEFAULT '' -- clear
) STRICT;
CREATE INDEX adoption_of_team ON adoption (team_id, municipality_id, id);
CREATE INDEX adoption_of_municipality ON adoption (municipality_id, id);
