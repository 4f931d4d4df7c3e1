-- SPDX-License-Identifier: MIT
-- After the winners: negotiations, contracts, payments and adoption. Money is in cents, without VAT unless it
-- says gross; VAT is in tenths of a percent. The triggers are a second wall behind src/: nothing passes the
-- ceiling, and what was approved stays, whoever writes.

-- Each row is a recorded decision on how much may be committed in all; the newest holds.
CREATE TABLE budget_decision (
    id INTEGER PRIMARY KEY, -- clear
    ceiling INTEGER NOT NULL CHECK (ceiling BETWEEN 0 AND 1000000000000), -- clear
    day INTEGER NOT NULL, -- clear
    reason TEXT NOT NULL, -- personal
    account_id INTEGER REFERENCES account (id), -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;

-- At most one a team; a winner that has no row yet is one whose negotiation has not begun.
CREATE TABLE negotiation (
    id INTEGER PRIMARY KEY, -- clear
    team_id INTEGER NOT NULL UNIQUE REFERENCES team (id), -- clear
    state TEXT NOT NULL DEFAULT 'not_started' CHECK (state IN ('not_started', 'negotiating', 'contract', 'no_contract')), -- clear
    next_step TEXT NOT NULL DEFAULT '', -- personal
    due INTEGER, -- clear
    estimate INTEGER CHECK (estimate BETWEEN 0 AND 1000000000000), -- clear
    procedure TEXT NOT NULL DEFAULT '', -- personal
    v INTEGER NOT NULL DEFAULT 1, -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;

-- Its beginning and its end, each with its day and reason; it can begin again after an end.
CREATE TABLE negotiation_act (
    id INTEGER PRIMARY KEY, -- clear
    negotiation_id INTEGER NOT NULL REFERENCES negotiation (id), -- clear
    act TEXT NOT NULL CHECK (act IN ('start', 'contract', 'no_contract')), -- clear
    day INTEGER NOT NULL, -- clear
    reason TEXT NOT NULL DEFAULT '', -- personal
    account_id INTEGER REFERENCES account (id), -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX negotiation_act_of ON negotiation_act (negotiation_id, id);

-- `closed`: the day it ended or was cancelled. More money with the same team is another contract. One made
-- before its time is `proposed` by its exception until a second person approves it, and binds nobody before.
-- Its party is an organization or the persons of contract_person; `changes`: the first one, which it changes;
-- `unchecked`: why it was made although a check of the supplier is missing.
CREATE TABLE contract (
    id INTEGER PRIMARY KEY, -- clear
    number INTEGER NOT NULL UNIQUE, -- clear
    code TEXT NOT NULL UNIQUE COLLATE NOCASE, -- clear
    team_id INTEGER NOT NULL REFERENCES team (id), -- clear
    net INTEGER NOT NULL CHECK (net BETWEEN 1 AND 1000000000000), -- clear
    vat INTEGER NOT NULL CHECK (vat BETWEEN 0 AND 1000), -- clear
    day INTEGER NOT NULL, -- clear
    case_number TEXT NOT NULL DEFAULT '', -- clear
    licence TEXT NOT NULL DEFAULT '', -- personal
    state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('proposed', 'active', 'ended', 'cancelled')), -- clear
    closed INTEGER, -- clear
    reason TEXT NOT NULL DEFAULT '', -- personal
    exception TEXT NOT NULL DEFAULT '', -- clear
    exception_reason TEXT NOT NULL DEFAULT '', -- personal
    organization_id INTEGER REFERENCES organization (id), -- clear
    term_from INTEGER, -- clear
    term_until INTEGER, -- clear
    options TEXT NOT NULL DEFAULT '', -- personal
    licence_kind TEXT NOT NULL DEFAULT '' CHECK (licence_kind IN {LICENCE_KIND or none}), -- clear
    rights TEXT NOT NULL DEFAULT '', -- personal
    liability TEXT NOT NULL DEFAULT '', -- personal
    price_basis TEXT NOT NULL DEFAULT '', -- personal
    subcontracting TEXT NOT NULL DEFAULT '', -- personal
    unchecked TEXT NOT NULL DEFAULT '', -- personal
    changes INTEGER REFERENCES contract (id), -- clear
    change_ground TEXT NOT NULL DEFAULT '' CHECK (change_ground IN {CHANGE_GROUND or none}), -- clear
    change_reason TEXT NOT NULL DEFAULT '', -- personal
    v INTEGER NOT NULL DEFAULT 1, -- clear
    salt BLOB DEFAULT (randomblob(16)), -- personal
    CHECK ((changes IS NULL) = (change_ground = '')),
    CHECK (term_until IS NULL OR term_from IS NULL OR term_until >= term_from),
    CHECK ((state IN ('proposed', 'active')) = (closed IS NULL)),
    CHECK (state <> 'proposed' OR exception <> ''),
    CHECK ((exception = '') = (exception_reason = ''))
) STRICT;
CREATE INDEX contract_by_team ON contract (team_id, number);
CREATE INDEX contract_by_organization ON contract (organization_id) WHERE organization_id IS NOT NULL;
CREATE INDEX contract_by_first ON contract (changes) WHERE changes IS NOT NULL;

-- `approved` is a moment, `due`, `paid` and `cancelled` are days.
CREATE TABLE payment (
    id INTEGER PRIMARY KEY, -- clear
    number INTEGER NOT NULL UNIQUE, -- clear
    code TEXT NOT NULL UNIQUE COLLATE NOCASE, -- clear
    contract_id INTEGER NOT NULL REFERENCES contract (id), -- clear
    net INTEGER NOT NULL CHECK (net BETWEEN 1 AND 1000000000000), -- clear
    vat INTEGER NOT NULL CHECK (vat BETWEEN 0 AND 1000), -- clear
    due INTEGER, -- clear
    text TEXT NOT NULL DEFAULT '', -- personal
    state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'approved', 'paid', 'cancelled')), -- clear
    approved INTEGER, -- clear
    approved_by INTEGER REFERENCES account (id), -- clear
    paid INTEGER, -- clear
    cancelled INTEGER, -- clear
    reason TEXT NOT NULL DEFAULT '', -- personal
    v INTEGER NOT NULL DEFAULT 1, -- clear
    salt BLOB DEFAULT (randomblob(16)), -- personal
    CHECK (state = 'planned' OR state = 'cancelled' OR (approved IS NOT NULL AND approved_by IS NOT NULL)),
    CHECK (state <> 'planned' OR approved IS NULL),
    CHECK ((state = 'paid') = (paid IS NOT NULL)),
    CHECK ((state = 'cancelled') = (cancelled IS NOT NULL))
) STRICT;
CREATE INDEX payment_of ON payment (contract_id, id);
CREATE INDEX payment_by_due ON payment (due, id) WHERE state IN ('planned', 'approved');
CREATE INDEX payment_by_approver ON payment (approved_by);

-- A contract in force commits its whole sum; one that ended or was cancelled what was paid of it.
CREATE VIEW budget_state (ceiling, committed, paid) AS
SELECT coalesce((SELECT ceiling FROM budget_decision ORDER BY id DESC LIMIT 1), 0),
    coalesce((SELECT sum(net) FROM contract WHERE state = 'active'), 0)
        + coalesce((SELECT sum(p.net) FROM payment p JOIN contract c ON c.id = p.contract_id
            WHERE c.state NOT IN ('active', 'proposed') AND p.state = 'paid'), 0),
    coalesce((SELECT sum(net) FROM payment WHERE state = 'paid'), 0);

-- What the decision in force made of each team's solution; several selected share the win.
CREATE VIEW team_award (team_id, decision_id, outcome) AS
SELECT s.team_id, d.id, t.outcome FROM submission s JOIN round_item i ON i.submission_id = s.id
JOIN decision_item t ON t.round_item_id = i.id JOIN decision d ON d.id = t.decision_id
WHERE s.kind = 'solution' AND d.kind = 'decision' AND d.state = 'signed'
    AND NOT EXISTS (SELECT 1 FROM decision n WHERE n.corrects = d.id AND n.state = 'signed');

CREATE TRIGGER budget_ceiling AFTER INSERT ON budget_decision
WHEN (SELECT committed > ceiling FROM budget_state)
BEGIN SELECT RAISE(ABORT, 'ceiling'); END;
CREATE TRIGGER budget_final BEFORE UPDATE OF ceiling, day, account_id ON budget_decision
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER budget_kept BEFORE DELETE ON budget_decision
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER contract_ceiling_new AFTER INSERT ON contract
WHEN (SELECT committed > ceiling FROM budget_state)
BEGIN SELECT RAISE(ABORT, 'ceiling'); END;
CREATE TRIGGER contract_ceiling AFTER UPDATE OF state ON contract
WHEN (SELECT committed > ceiling FROM budget_state)
BEGIN SELECT RAISE(ABORT, 'ceiling'); END;
CREATE TRIGGER contract_final BEFORE UPDATE OF number, code, team_id, net, vat, exception, changes, change_ground ON contract
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER contract_closed BEFORE UPDATE OF state, closed, day ON contract
WHEN old.state NOT IN ('proposed', 'active') OR (old.state = 'active' AND new.state = 'proposed')
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER contract_kept BEFORE DELETE ON contract
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER payment_ceiling_new AFTER INSERT ON payment
WHEN (SELECT coalesce(sum(net), 0) FROM payment WHERE contract_id = new.contract_id AND state <> 'cancelled')
    > (SELECT net FROM contract WHERE id = new.contract_id)
BEGIN SELECT RAISE(ABORT, 'ceiling'); END;
CREATE TRIGGER payment_ceiling AFTER UPDATE OF contract_id, net, state ON payment
WHEN (SELECT coalesce(sum(net), 0) FROM payment WHERE contract_id = new.contract_id AND state <> 'cancelled')
    > (SELECT net FROM contract WHERE id = new.contract_id)
    OR (SELECT committed > ceiling FROM budget_state)
BEGIN SELECT RAISE(ABORT, 'ceiling'); END;
-- An approved payment is paid or cancelled as it stands; paid and cancelled are ends.
CREATE TRIGGER payment_final BEFORE UPDATE OF number, code, contract_id, net, vat, due, approved, approved_by ON payment
WHEN old.state <> 'planned'
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER payment_over BEFORE UPDATE OF state, paid, cancelled ON payment
WHEN old.state IN ('paid', 'cancelled') OR (old.state = 'approved' AND new.state = 'planned')
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER payment_kept BEFORE DELETE ON payment
BEGIN SELECT RAISE(ABORT, 'signed'); END;

-- Which municipalities take a solution into use: each step is a row, the newest is how it stands.
CREATE TABLE adoption (
    id INTEGER PRIMARY KEY, -- clear
    municipality_id INTEGER NOT NULL REFERENCES municipality (id), -- clear
    team_id INTEGER NOT NULL REFERENCES team (id), -- clear
    state TEXT NOT NULL CHECK (state IN ('interested', 'piloting', 'in_use', 'declined')), -- clear
    day INTEGER NOT NULL, -- clear
    source TEXT NOT NULL DEFAULT '', -- personal
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX adoption_of_team ON adoption (team_id, municipality_id, id);
CREATE INDEX adoption_of_municipality ON adoption (municipality_id, id);
