-- SPDX-License-Identifier: MIT
-- The jury's dialogue with those who entered a blind round: a question to a code, which the custodian hands on, and the
-- answer, which comes back masked. `text` and `answer` are the jury's side; `passed_text` is what the entrant read and
-- `received` what came of them, both the custodian's alone until the names are known. `panel_member_id`: who of the jury
-- asked; without it the jury did. `reason`: why the answer may have what could tell whose it is.
CREATE TABLE dialogue (
    id INTEGER PRIMARY KEY, -- clear
    round_id INTEGER NOT NULL REFERENCES round (id), -- clear
    number INTEGER NOT NULL, -- clear
    round_item_id INTEGER NOT NULL REFERENCES round_item (id), -- clear
    panel_member_id INTEGER REFERENCES panel_member (id), -- clear
    text TEXT NOT NULL, -- personal
    asked INTEGER NOT NULL, -- clear
    asked_by INTEGER REFERENCES account (id), -- clear
    passed_text TEXT NOT NULL DEFAULT '', -- personal
    passed INTEGER, -- clear
    passed_by INTEGER REFERENCES account (id), -- clear
    received TEXT NOT NULL DEFAULT '', -- personal
    answer TEXT NOT NULL DEFAULT '', -- personal
    reason TEXT NOT NULL DEFAULT '', -- personal
    answered INTEGER, -- clear
    answered_by INTEGER REFERENCES account (id), -- clear
    v INTEGER NOT NULL DEFAULT 1, -- clear
    salt BLOB DEFAULT (randomblob(16)), -- personal
    CHECK (answered IS NULL OR passed IS NOT NULL),
    CHECK ((answered IS NULL) = (answer = '')),
    UNIQUE (round_id, number)
) STRICT;
CREATE INDEX dialogue_of_item ON dialogue (round_item_id);
CREATE INDEX dialogue_by_member ON dialogue (panel_member_id) WHERE panel_member_id IS NOT NULL;
CREATE INDEX dialogue_by_asker ON dialogue (asked_by);
CREATE INDEX dialogue_by_passer ON dialogue (passed_by);
CREATE INDEX dialogue_by_answerer ON dialogue (answered_by);
