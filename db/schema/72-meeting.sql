-- SPDX-License-Identifier: MIT
-- The jury's meeting on a draft: who leads and records it, who goes out and comes back, and what is said and voted on
-- item by item. Its place, form and language, who was there at all, the outcomes and their reasons stand on the draft.
-- `number` runs within the year in which it starts; `chair_id`: who leads it, which the votes of even number turn on.
CREATE TABLE meeting (
    id INTEGER PRIMARY KEY, -- clear
    decision_id INTEGER NOT NULL UNIQUE REFERENCES decision (id), -- clear
    number INTEGER NOT NULL, -- clear
    starts INTEGER NOT NULL, -- clear
    ends INTEGER CHECK (ends >= starts), -- clear
    chair_id INTEGER NOT NULL REFERENCES panel_member (id), -- clear
    secretary TEXT NOT NULL DEFAULT '', -- personal
    examiners TEXT NOT NULL DEFAULT '', -- personal
    call_sent INTEGER, -- clear
    agenda TEXT NOT NULL DEFAULT '', -- personal
    v INTEGER NOT NULL DEFAULT 1, -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX meeting_by_chair ON meeting (chair_id);

-- Who was there beside the members: heard about one submission, or (NULL) about all.
CREATE TABLE meeting_person (
    id INTEGER PRIMARY KEY, -- clear
    meeting_id INTEGER NOT NULL REFERENCES meeting (id), -- clear
    role TEXT NOT NULL CHECK (role IN {HEARD}), -- clear
    name TEXT NOT NULL, -- personal
    round_item_id INTEGER REFERENCES round_item (id), -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX meeting_person_of ON meeting_person (meeting_id);
CREATE INDEX meeting_person_by_item ON meeting_person (round_item_id) WHERE round_item_id IS NOT NULL;

-- When an item got the outcome that it has: who was in the room then, the absences tell.
CREATE TABLE meeting_item (
    id INTEGER PRIMARY KEY, -- clear
    meeting_id INTEGER NOT NULL REFERENCES meeting (id), -- clear
    round_item_id INTEGER NOT NULL REFERENCES round_item (id), -- clear
    decided INTEGER NOT NULL, -- clear
    UNIQUE (meeting_id, round_item_id)
) STRICT;
CREATE INDEX meeting_item_by_item ON meeting_item (round_item_id);

-- Out of the room, from `since` until `returned`; for the item that was being dealt with, and on a ground of 28 § of the
-- Administrative Procedure Act 434/2003 where it was for that. Who never came has a row from the meeting's start on.
CREATE TABLE meeting_absence (
    id INTEGER PRIMARY KEY, -- clear
    meeting_id INTEGER NOT NULL REFERENCES meeting (id), -- clear
    panel_member_id INTEGER NOT NULL REFERENCES panel_member (id), -- clear
    round_item_id INTEGER REFERENCES round_item (id), -- clear
    since INTEGER NOT NULL, -- clear
    returned INTEGER CHECK (returned >= since), -- clear
    ground INTEGER CHECK (ground BETWEEN 1 AND 7), -- personal
    decided_by TEXT NOT NULL DEFAULT '' CHECK (decided_by IN ('', 'self', 'panel')), -- clear
    reason TEXT NOT NULL DEFAULT '', -- personal
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX meeting_absence_of ON meeting_absence (meeting_id);
CREATE INDEX meeting_absence_by_member ON meeting_absence (panel_member_id);
CREATE UNIQUE INDEX meeting_absence_now ON meeting_absence (meeting_id, panel_member_id) WHERE returned IS NULL;
CREATE INDEX meeting_absence_by_item ON meeting_absence (round_item_id) WHERE round_item_id IS NOT NULL;

-- A vote, on one item or on the whole, and how each member voted. `casting`: it was even, and the chair's vote decided.
CREATE TABLE meeting_vote (
    id INTEGER PRIMARY KEY, -- clear
    meeting_id INTEGER NOT NULL REFERENCES meeting (id), -- clear
    round_item_id INTEGER REFERENCES round_item (id), -- clear
    question TEXT NOT NULL, -- personal
    at INTEGER NOT NULL, -- clear
    passed INTEGER NOT NULL CHECK (passed IN (0, 1)), -- clear
    casting INTEGER NOT NULL CHECK (casting IN (0, 1)), -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX meeting_vote_of ON meeting_vote (meeting_id);
CREATE INDEX meeting_vote_by_item ON meeting_vote (round_item_id) WHERE round_item_id IS NOT NULL;

CREATE TABLE meeting_ballot (
    id INTEGER PRIMARY KEY, -- clear
    vote_id INTEGER NOT NULL REFERENCES meeting_vote (id), -- clear
    panel_member_id INTEGER NOT NULL REFERENCES panel_member (id), -- clear
    choice TEXT NOT NULL CHECK (choice IN {VOTE}), -- clear
    UNIQUE (vote_id, panel_member_id)
) STRICT;
CREATE INDEX meeting_ballot_by_member ON meeting_ballot (panel_member_id);

CREATE TABLE meeting_dissent (
    id INTEGER PRIMARY KEY, -- clear
    meeting_id INTEGER NOT NULL REFERENCES meeting (id), -- clear
    round_item_id INTEGER REFERENCES round_item (id), -- clear
    panel_member_id INTEGER NOT NULL REFERENCES panel_member (id), -- clear
    text TEXT NOT NULL, -- personal
    at INTEGER NOT NULL, -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX meeting_dissent_of ON meeting_dissent (meeting_id);
CREATE INDEX meeting_dissent_by_member ON meeting_dissent (panel_member_id);
CREATE INDEX meeting_dissent_by_item ON meeting_dissent (round_item_id) WHERE round_item_id IS NOT NULL;

CREATE TABLE meeting_remark (
    id INTEGER PRIMARY KEY, -- clear
    meeting_id INTEGER NOT NULL REFERENCES meeting (id), -- clear
    round_item_id INTEGER REFERENCES round_item (id), -- clear
    kind TEXT NOT NULL CHECK (kind IN {REMARK}), -- clear
    text TEXT NOT NULL, -- personal
    at INTEGER NOT NULL, -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX meeting_remark_of ON meeting_remark (meeting_id);
CREATE INDEX meeting_remark_by_item ON meeting_remark (round_item_id) WHERE round_item_id IS NOT NULL;

-- The second wall: what a signed statement or decision rests on stays as it was, whoever writes.
CREATE TRIGGER meeting_final BEFORE UPDATE ON meeting
WHEN (SELECT state FROM decision WHERE id = old.decision_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER meeting_kept BEFORE DELETE ON meeting
BEGIN SELECT RAISE(ABORT, 'signed'); END;
