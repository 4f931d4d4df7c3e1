-- SPDX-License-Identifier: MIT
-- Mentoring: sessions of one challenge or common to all, who mentors, which teams take part.
CREATE TABLE mentoring_session (
    id INTEGER PRIMARY KEY, -- clear
    number INTEGER NOT NULL UNIQUE, -- clear
    code TEXT NOT NULL UNIQUE COLLATE NOCASE, -- clear
    day INTEGER NOT NULL, -- clear
    starts INTEGER CHECK (starts BETWEEN 0 AND 1439), -- clear
    ends INTEGER CHECK (ends BETWEEN 0 AND 1440), -- clear
    place TEXT NOT NULL, -- clear
    challenge_id INTEGER REFERENCES challenge (id), -- clear
    topic TEXT NOT NULL, -- clear
    state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'held', 'cancelled')), -- clear
    v INTEGER NOT NULL DEFAULT 1, -- clear
    CHECK (ends IS NULL OR starts IS NOT NULL AND ends > starts)
) STRICT;
CREATE INDEX mentoring_session_by_day ON mentoring_session (day, starts, id);
CREATE INDEX mentoring_session_by_challenge ON mentoring_session (challenge_id);

-- What life did to a session, each with its day and reason. `before`: the state it had, or the day it
-- was moved from.
CREATE TABLE session_act (
    id INTEGER PRIMARY KEY, -- clear
    session_id INTEGER NOT NULL REFERENCES mentoring_session (id), -- clear
    act TEXT NOT NULL CHECK (act IN ('move', 'hold', 'cancel', 'restore')), -- clear
    at INTEGER NOT NULL, -- clear
    before TEXT NOT NULL, -- clear
    reason TEXT NOT NULL, -- personal
    account_id INTEGER REFERENCES account (id), -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX session_act_of ON session_act (session_id, id);

CREATE TABLE session_mentor (
    id INTEGER PRIMARY KEY, -- clear
    session_id INTEGER NOT NULL REFERENCES mentoring_session (id), -- clear
    person_id INTEGER NOT NULL REFERENCES person (id), -- clear
    UNIQUE (session_id, person_id)
) STRICT;
CREATE INDEX session_mentor_by_person ON session_mentor (person_id);

CREATE TABLE session_team (
    id INTEGER PRIMARY KEY, -- clear
    session_id INTEGER NOT NULL REFERENCES mentoring_session (id), -- clear
    team_id INTEGER NOT NULL REFERENCES team (id), -- clear
    state TEXT NOT NULL DEFAULT 'invited' CHECK (state IN ('invited', 'present', 'remote', 'absent')), -- clear
    UNIQUE (session_id, team_id)
) STRICT;
CREATE INDEX session_team_by_team ON session_team (team_id);

-- What was said: a note of the session or of one team in it, a team's feedback on the mentoring, or what a team needs there
-- (accessibility, food: told for that day, and seen by who arranges the mentoring).
CREATE TABLE session_note (
    id INTEGER PRIMARY KEY, -- clear
    session_id INTEGER NOT NULL REFERENCES mentoring_session (id), -- clear
    team_id INTEGER REFERENCES team (id), -- clear
    kind TEXT NOT NULL CHECK (kind IN {NOTE_KIND}), -- clear
    at INTEGER NOT NULL, -- clear
    text TEXT NOT NULL, -- personal
    account_id INTEGER REFERENCES account (id), -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX session_note_of ON session_note (session_id, id);
CREATE INDEX session_note_by_team ON session_note (team_id) WHERE team_id IS NOT NULL;

-- Questions from applicants and teams. A published answer is the same for all.
CREATE TABLE question (
    id INTEGER PRIMARY KEY, -- clear
    number INTEGER NOT NULL UNIQUE, -- clear
    code TEXT NOT NULL UNIQUE COLLATE NOCASE, -- clear
    challenge_id INTEGER REFERENCES challenge (id), -- clear
    team_id INTEGER REFERENCES team (id), -- clear
    asked INTEGER NOT NULL, -- clear
    text_fi TEXT NOT NULL, -- personal
    text_sv TEXT NOT NULL, -- personal
    due INTEGER, -- clear
    answer_fi TEXT NOT NULL DEFAULT '', -- personal
    answer_sv TEXT NOT NULL DEFAULT '', -- personal
    answered INTEGER, -- clear
    published INTEGER, -- clear
    v INTEGER NOT NULL DEFAULT 1, -- clear
    salt BLOB DEFAULT (randomblob(16)), -- personal
    CHECK (text_fi <> '' OR text_sv <> ''),
    CHECK (published IS NULL OR answered IS NOT NULL)
) STRICT;
CREATE INDEX question_by_challenge ON question (challenge_id);
CREATE INDEX question_by_team ON question (team_id) WHERE team_id IS NOT NULL;
