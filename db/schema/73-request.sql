-- SPDX-License-Identifier: MIT
-- The log of requests for information (Act on the Openness of Government Activities 621/1999, 14 §): what was asked for,
-- until when it must be given, how it was, and what was refused. `requester` '' is nobody by name: who asks for what is
-- public need not say who they are (13 §). `object` is the code of the record it concerns, '' for none. `refused` is the
-- day on which the requester was told the reason, and that a decision can be had; `decision_day` that of the decision.
CREATE TABLE info_request (
    id INTEGER PRIMARY KEY, -- clear
    number INTEGER NOT NULL UNIQUE, -- clear
    code TEXT NOT NULL UNIQUE COLLATE NOCASE, -- clear
    received INTEGER NOT NULL, -- clear
    channel TEXT NOT NULL CHECK (channel IN {REQUEST_CHANNEL}), -- clear
    requester TEXT NOT NULL DEFAULT '', -- personal
    standing TEXT NOT NULL CHECK (standing IN {REQUESTER}), -- clear
    text TEXT NOT NULL, -- personal
    object TEXT NOT NULL DEFAULT '', -- clear
    extent TEXT NOT NULL DEFAULT 'plain' CHECK (extent IN {EXTENT}), -- clear
    due INTEGER NOT NULL, -- clear
    account_id INTEGER REFERENCES account (id), -- clear
    answered INTEGER, -- clear
    given TEXT NOT NULL DEFAULT '' CHECK (given = '' OR given IN {GIVEN}), -- clear
    withheld TEXT NOT NULL DEFAULT '', -- personal
    clause TEXT NOT NULL DEFAULT '', -- clear
    fee INTEGER NOT NULL DEFAULT 0 CHECK (fee >= 0), -- clear
    purpose TEXT NOT NULL DEFAULT '', -- personal
    refused INTEGER, -- clear
    reason TEXT NOT NULL DEFAULT '', -- personal
    decision_day INTEGER, -- clear
    decision_number TEXT NOT NULL DEFAULT '', -- clear
    v INTEGER NOT NULL DEFAULT 1, -- clear
    salt BLOB DEFAULT (randomblob(16)), -- personal
    CHECK (answered IS NULL OR refused IS NULL),
    CHECK ((answered IS NULL) = (given = '')),
    CHECK ((withheld = '') = (clause = '')),
    CHECK ((refused IS NULL) = (reason = '')),
    CHECK (decision_day IS NULL OR refused IS NOT NULL)
) STRICT;
CREATE INDEX info_request_of ON info_request (object) WHERE object <> '';
CREATE INDEX info_request_open ON info_request (due, id) WHERE answered IS NULL AND refused IS NULL;
CREATE INDEX info_request_by_handler ON info_request (account_id);
