-- SPDX-License-Identifier: MIT
-- Files that came with a record, of whichever table. A removed one stays, with its day and reason.
CREATE TABLE attachment (
    id INTEGER PRIMARY KEY, -- clear
    tbl TEXT NOT NULL, -- clear
    row_id INTEGER NOT NULL, -- clear
    submission_id INTEGER REFERENCES submission (id), -- clear
    number INTEGER NOT NULL, -- clear
    name TEXT NOT NULL, -- personal
    media TEXT NOT NULL, -- clear
    size INTEGER NOT NULL CHECK (size > 0), -- clear
    sha256 TEXT NOT NULL, -- clear
    publicity TEXT NOT NULL CHECK (publicity IN ('undecided', 'public', 'partly', 'secret')), -- clear
    added INTEGER NOT NULL, -- clear
    account_id INTEGER REFERENCES account (id), -- clear
    removed INTEGER, -- clear
    reason TEXT NOT NULL DEFAULT '', -- personal
    salt BLOB DEFAULT (randomblob(16)), -- personal
    CHECK (submission_id IS CASE tbl WHEN 'submission' THEN row_id END),
    UNIQUE (tbl, row_id, number)
) STRICT;
CREATE INDEX attachment_by_submission ON attachment (submission_id) WHERE submission_id IS NOT NULL;

-- Apart from what is said about it, so that nothing but saving and checking reads it.
CREATE TABLE attachment_content (
    id INTEGER PRIMARY KEY, -- clear
    attachment_id INTEGER NOT NULL UNIQUE REFERENCES attachment (id), -- clear
    content BLOB NOT NULL, -- personal
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
