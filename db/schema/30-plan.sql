-- SPDX-License-Identifier: MIT
-- The plan and what became of it. A moment has a precision: what it shows is as coarse as was known.
CREATE TABLE phase (
    id INTEGER PRIMARY KEY, -- clear
    key TEXT NOT NULL UNIQUE, -- clear
    position INTEGER NOT NULL UNIQUE, -- clear
    state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'open', 'closed', 'decided')), -- clear
    v INTEGER NOT NULL DEFAULT 1 -- clear
) STRICT;

-- Opening, closing, deciding: with what was missing then, and why it was done nevertheless.
CREATE TABLE phase_act (
    id INTEGER PRIMARY KEY, -- clear
    phase_id INTEGER NOT NULL REFERENCES phase (id), -- clear
    act TEXT NOT NULL CHECK (act IN ('open', 'close', 'decide', 'reopen')), -- clear
    at INTEGER NOT NULL, -- clear
    missing TEXT NOT NULL, -- clear
    reason TEXT NOT NULL, -- personal
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX phase_act_of ON phase_act (phase_id);

-- A phase's opening and closing are milestones like any other; their keys make them findable.
CREATE TABLE milestone (
    id INTEGER PRIMARY KEY, -- clear
    phase_id INTEGER NOT NULL REFERENCES phase (id), -- clear
    key TEXT NOT NULL DEFAULT '' CHECK (key IN ('', 'opens', 'closes')), -- clear
    name_fi TEXT NOT NULL, -- clear
    name_sv TEXT NOT NULL, -- clear
    actual INTEGER, -- clear
    actual_precision TEXT NOT NULL DEFAULT 'day', -- clear
    v INTEGER NOT NULL DEFAULT 1, -- clear
    CHECK (actual_precision IN ('second', 'minute', 'day', 'month', 'season', 'year'))
) STRICT;
CREATE UNIQUE INDEX milestone_of ON milestone (phase_id, key) WHERE key <> '';
CREATE INDEX milestone_by_phase ON milestone (phase_id);

-- The newest row is the plan; the others are what was planned before, by whom and why.
CREATE TABLE milestone_plan (
    id INTEGER PRIMARY KEY, -- clear
    milestone_id INTEGER NOT NULL REFERENCES milestone (id), -- clear
    planned INTEGER NOT NULL, -- clear
    planned_precision TEXT NOT NULL CHECK (planned_precision IN ('second', 'minute', 'day', 'month', 'season', 'year')), -- clear
    made INTEGER NOT NULL, -- clear
    account_id INTEGER REFERENCES account (id), -- clear
    reason TEXT NOT NULL, -- personal
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX milestone_plan_of ON milestone_plan (milestone_id, id);

CREATE TABLE theme (
    id INTEGER PRIMARY KEY, -- clear
    key TEXT NOT NULL UNIQUE, -- clear
    name_fi TEXT NOT NULL, -- clear
    name_sv TEXT NOT NULL, -- clear
    name_en TEXT NOT NULL -- clear
) STRICT;

-- How many were planned: challenges, teams in all, teams of one challenge, members of a team, winners of
-- one challenge. Facts outside a range warn and need a reason; they are never refused.
CREATE TABLE planned_range (
    id INTEGER PRIMARY KEY, -- clear
    key TEXT NOT NULL UNIQUE CHECK (key IN ('challenges', 'teams', 'challenge_teams', 'members', 'winners')), -- clear
    low INTEGER NOT NULL CHECK (low >= 0), -- clear
    high INTEGER NOT NULL CHECK (high >= low), -- clear
    v INTEGER NOT NULL DEFAULT 1 -- clear
) STRICT;

-- A number that was told to the public, with where; shown beside what the records give.
CREATE TABLE published_figure (
    id INTEGER PRIMARY KEY, -- clear
    key TEXT NOT NULL CHECK (key IN ('problems', 'municipalities', 'municipalities_with_coapplicants', 'challenges', 'applications', 'teams', 'mentors', 'sessions', 'solutions', 'winners')), -- clear
    value INTEGER NOT NULL, -- clear
    day INTEGER NOT NULL, -- clear
    source TEXT NOT NULL -- clear
) STRICT;
