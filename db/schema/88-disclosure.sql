-- SPDX-License-Identifier: MIT
-- What left the file with personal data: contacts of a list, a bundle. The row is there before the data leaves,
-- and stays. `filter` is what the list was narrowed by, which may name people; `data` the columns, by name.
CREATE TABLE disclosure (
    id INTEGER PRIMARY KEY, -- clear
    at INTEGER NOT NULL, -- clear
    account_id INTEGER REFERENCES account (id), -- clear
    list TEXT NOT NULL, -- clear
    persons INTEGER NOT NULL CHECK (persons >= 0), -- clear
    data TEXT NOT NULL, -- clear
    filter TEXT NOT NULL DEFAULT '', -- personal
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX disclosure_by_account ON disclosure (account_id);
CREATE TRIGGER disclosure_kept BEFORE DELETE ON disclosure
BEGIN SELECT RAISE(ABORT, 'signed'); END;
