-- SPDX-License-Identifier: MIT
-- What a decision says beside its outcomes (Administrative Procedure Act 434/2003, 44 and 45 §; procurement act 1397/2016,
-- 123 §): whose it is, who prepared it, who tells more, what it is about. `same_confirmed`: for how many entrants somebody
-- has confirmed that one and the same reason is meant, and `same_hash` of which reasons. `frozen`: the hash of all that the decision says, from its approval.
CREATE TABLE decision_content (
    id INTEGER PRIMARY KEY, -- clear
    decision_id INTEGER NOT NULL UNIQUE REFERENCES decision (id), -- clear
    entity TEXT NOT NULL DEFAULT '', -- clear
    decider_kind TEXT NOT NULL DEFAULT 'body' CHECK (decider_kind IN {DECIDER_KIND}), -- clear
    presenter TEXT NOT NULL DEFAULT '', -- personal
    preparer TEXT NOT NULL DEFAULT '', -- personal
    contact_name TEXT NOT NULL DEFAULT '', -- personal
    contact_title TEXT NOT NULL DEFAULT '', -- personal
    contact_phone TEXT NOT NULL DEFAULT '', -- personal
    contact_email TEXT NOT NULL DEFAULT '', -- personal
    value INTEGER CHECK (value BETWEEN 1 AND 1000000000000), -- clear
    notices TEXT NOT NULL DEFAULT '', -- clear
    same_confirmed INTEGER NOT NULL DEFAULT 0, -- clear
    same_hash TEXT NOT NULL DEFAULT '', -- clear
    frozen TEXT NOT NULL DEFAULT '', -- clear
    v INTEGER NOT NULL DEFAULT 1, -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;

-- Its longer texts, each in the languages that the decision is given in.
CREATE TABLE decision_text (
    id INTEGER PRIMARY KEY, -- clear
    decision_id INTEGER NOT NULL REFERENCES decision (id), -- clear
    part TEXT NOT NULL CHECK (part IN {DECISION_PART}), -- clear
    text_fi TEXT NOT NULL DEFAULT '', -- personal
    text_sv TEXT NOT NULL DEFAULT '', -- personal
    text_en TEXT NOT NULL DEFAULT '', -- personal
    salt BLOB DEFAULT (randomblob(16)), -- personal
    UNIQUE (decision_id, part)
) STRICT;

-- A reason that was composed of the figures: the words of the jury that stand in it, and how it read when it was composed.
-- As long as the reason still reads so nobody has edited it, and it may be composed anew.
CREATE TABLE decision_reason (
    id INTEGER PRIMARY KEY, -- clear
    decision_id INTEGER NOT NULL REFERENCES decision (id), -- clear
    round_item_id INTEGER NOT NULL REFERENCES round_item (id), -- clear
    words_fi TEXT NOT NULL DEFAULT '', -- personal
    words_sv TEXT NOT NULL DEFAULT '', -- personal
    words_en TEXT NOT NULL DEFAULT '', -- personal
    composed_fi TEXT NOT NULL DEFAULT '', -- personal
    composed_sv TEXT NOT NULL DEFAULT '', -- personal
    composed_en TEXT NOT NULL DEFAULT '', -- personal
    salt BLOB DEFAULT (randomblob(16)), -- personal
    UNIQUE (decision_id, round_item_id)
) STRICT;
CREATE INDEX decision_reason_by_item ON decision_reason (round_item_id);

-- The second wall: what is approved or abandoned stays, whoever writes.
CREATE TRIGGER decision_content_final BEFORE UPDATE ON decision_content
WHEN (SELECT state FROM decision WHERE id = old.decision_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER decision_content_kept BEFORE DELETE ON decision_content
WHEN (SELECT state FROM decision WHERE id = old.decision_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER decision_content_closed BEFORE INSERT ON decision_content
WHEN (SELECT state FROM decision WHERE id = new.decision_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER decision_text_final BEFORE UPDATE ON decision_text
WHEN (SELECT state FROM decision WHERE id = old.decision_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER decision_text_kept BEFORE DELETE ON decision_text
WHEN (SELECT state FROM decision WHERE id = old.decision_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER decision_text_closed BEFORE INSERT ON decision_text
WHEN (SELECT state FROM decision WHERE id = new.decision_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER decision_reason_final BEFORE UPDATE ON decision_reason
WHEN (SELECT state FROM decision WHERE id = old.decision_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER decision_reason_kept BEFORE DELETE ON decision_reason
WHEN (SELECT state FROM decision WHERE id = old.decision_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER decision_reason_closed BEFORE INSERT ON decision_reason
WHEN (SELECT state FROM decision WHERE id = new.decision_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'signed'); END;
