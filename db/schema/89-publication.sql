-- SPDX-License-Identifier: MIT
-- A page made for everybody: its bytes are known by their SHA-256, and on `until` it is to be taken off the web. `down`
-- is the day on which somebody did.
CREATE TABLE publication (
    id INTEGER PRIMARY KEY, -- clear
    stage TEXT NOT NULL CHECK (stage IN {PAGE_STAGE}), -- clear
    lang TEXT NOT NULL CHECK (lang IN {PAGE_LANGUAGE}), -- clear
    at INTEGER NOT NULL, -- clear
    account_id INTEGER REFERENCES account (id), -- clear
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64), -- clear
    size INTEGER NOT NULL CHECK (size > 0), -- clear
    until INTEGER NOT NULL, -- clear
    down INTEGER -- clear
) STRICT;
CREATE INDEX publication_by_account ON publication (account_id);
CREATE INDEX publication_due ON publication (until, id) WHERE down IS NULL;
CREATE TRIGGER publication_kept BEFORE DELETE ON publication
BEGIN SELECT RAISE(ABORT, 'signed'); END;
