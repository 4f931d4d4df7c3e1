-- SPDX-License-Identifier: MIT
-- Teams: who applies to a challenge and hands in a solution to it. A team need not be a legal person.
CREATE TABLE team (
    id INTEGER PRIMARY KEY, -- clear
    number INTEGER NOT NULL UNIQUE, -- clear
    code TEXT NOT NULL UNIQUE COLLATE NOCASE, -- clear
    name TEXT NOT NULL, -- clear
    name_key BLOB NOT NULL, -- derived
    kind TEXT NOT NULL CHECK (kind IN ('company', 'startup', 'association', 'students', 'other')), -- clear
    challenge_id INTEGER NOT NULL REFERENCES challenge (id), -- clear
    organization_id INTEGER REFERENCES organization (id), -- clear
    state TEXT NOT NULL DEFAULT 'applied' CHECK (state IN ('applied', 'selected', 'reserve', 'not_selected', 'withdrawn', 'declined', 'winner')), -- clear
    v INTEGER NOT NULL DEFAULT 1, -- clear
    UNIQUE (challenge_id, name)
) STRICT;
CREATE INDEX team_sorted ON team (name_key, id, state, challenge_id);
CREATE INDEX team_by_challenge ON team (challenge_id, number);
CREATE INDEX team_by_organization ON team (organization_id) WHERE organization_id IS NOT NULL;

-- A member from a day to a day; who left stays, with the last day. `consent`: to publish the name.
CREATE TABLE team_member (
    id INTEGER PRIMARY KEY, -- clear
    team_id INTEGER NOT NULL REFERENCES team (id), -- clear
    person_id INTEGER NOT NULL REFERENCES person (id), -- clear
    role TEXT NOT NULL DEFAULT '', -- personal
    consent INTEGER NOT NULL DEFAULT 0 CHECK (consent IN (0, 1)), -- clear
    valid_from INTEGER, -- clear
    valid_to INTEGER, -- clear
    salt BLOB DEFAULT (randomblob(16)), -- personal
    CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from)
) STRICT;
CREATE INDEX team_member_of ON team_member (team_id, id);
CREATE INDEX team_member_by_person ON team_member (person_id);
CREATE UNIQUE INDEX team_member_now ON team_member (team_id, person_id) WHERE valid_to IS NULL;

-- What life did to a team after its application, each with its day and reason.
CREATE TABLE team_act (
    id INTEGER PRIMARY KEY, -- clear
    team_id INTEGER NOT NULL REFERENCES team (id), -- clear
    act TEXT NOT NULL CHECK (act IN ('withdraw', 'promote', 'decline', 'restore', 'member_add', 'member_end')), -- clear
    at INTEGER NOT NULL, -- clear
    before TEXT NOT NULL, -- clear
    reason TEXT NOT NULL, -- personal
    account_id INTEGER REFERENCES account (id), -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX team_act_of ON team_act (team_id);
