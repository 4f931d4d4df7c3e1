-- SPDX-License-Identifier: MIT
-- A selected problem becomes a challenge with a pilot municipality; it is not the problem itself. What decides
-- on the thresholds of procurement is its own: its kind, the day of the contest notice, and the value estimated
-- then, in cents without VAT (prizes, fees and the contract that may follow).
CREATE TABLE challenge (
    id INTEGER PRIMARY KEY, -- clear
    number INTEGER NOT NULL UNIQUE, -- clear
    code TEXT NOT NULL UNIQUE COLLATE NOCASE, -- clear
    title_fi TEXT NOT NULL, -- clear
    title_sv TEXT NOT NULL, -- clear
    title_en TEXT NOT NULL DEFAULT '', -- clear
    text_fi TEXT NOT NULL DEFAULT '', -- clear
    text_sv TEXT NOT NULL DEFAULT '', -- clear
    pilot_id INTEGER NOT NULL REFERENCES municipality (id), -- clear
    procurement TEXT NOT NULL DEFAULT 'design_contest', -- clear
    notice INTEGER, -- clear
    value INTEGER CHECK (value BETWEEN 1 AND 1000000000000), -- clear
    v INTEGER NOT NULL DEFAULT 1, -- clear
    CHECK (title_fi <> '' OR title_sv <> ''),
    CHECK (procurement IN {PROCUREMENT_KIND})
) STRICT;
CREATE INDEX challenge_by_pilot ON challenge (pilot_id);

CREATE TABLE challenge_problem (
    id INTEGER PRIMARY KEY, -- clear
    challenge_id INTEGER NOT NULL REFERENCES challenge (id), -- clear
    submission_id INTEGER NOT NULL UNIQUE REFERENCES submission (id) -- clear
) STRICT;
CREATE INDEX challenge_problem_of ON challenge_problem (challenge_id);
