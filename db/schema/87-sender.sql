-- SPDX-License-Identifier: MIT
-- Who letters come from, and the program of this machine that takes them. Nothing is sent before an administrator
-- has sent a letter to himself: `tried` is when that was, and another sender or program makes it NULL again. `place`
-- is which file on which disk it was then: a copy and a backup do not know what has been sent since.
CREATE TABLE letter_sender (
    id INTEGER PRIMARY KEY CHECK (id = 1), -- clear
    address TEXT NOT NULL, -- personal
    name_fi TEXT NOT NULL DEFAULT '', -- personal
    name_sv TEXT NOT NULL DEFAULT '', -- personal
    name_en TEXT NOT NULL DEFAULT '', -- personal
    program TEXT NOT NULL, -- clear
    tried INTEGER, -- clear
    place TEXT NOT NULL DEFAULT '', -- clear
    tried_by INTEGER REFERENCES account (id), -- clear
    v INTEGER NOT NULL DEFAULT 1, -- clear
    salt BLOB DEFAULT (randomblob(16)), -- personal
    CHECK ((tried IS NULL) = (tried_by IS NULL))
) STRICT;
CREATE INDEX letter_sender_by_account ON letter_sender (tried_by);
