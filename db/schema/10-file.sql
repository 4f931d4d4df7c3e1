-- SPDX-License-Identifier: MIT
-- The file itself: what it is, who may act in it, and the log.
CREATE TABLE column_class (
    id INTEGER PRIMARY KEY, -- chain
    tbl TEXT NOT NULL, -- chain
    col TEXT NOT NULL, -- chain
    class TEXT NOT NULL, -- chain
    UNIQUE (tbl, col)
) STRICT;

-- schema (digest it was made with), key_version, demo_now and demo_made (UTC seconds), rehearsal (1 in a copy made
-- to try things in).
CREATE TABLE meta (
    id INTEGER PRIMARY KEY, -- clear
    key TEXT NOT NULL UNIQUE, -- clear
    value TEXT NOT NULL -- clear
) STRICT;

CREATE TABLE competition (
    id INTEGER PRIMARY KEY CHECK (id = 1), -- clear
    name_fi TEXT NOT NULL, -- clear
    name_sv TEXT NOT NULL, -- clear
    name_en TEXT NOT NULL, -- clear
    legal_profile TEXT NOT NULL CHECK (legal_profile IN ('authority', 'association', 'company')), -- clear
    v INTEGER NOT NULL DEFAULT 1 -- clear
) STRICT;

CREATE TABLE account (
    id INTEGER PRIMARY KEY, -- clear
    login TEXT NOT NULL UNIQUE COLLATE NOCASE, -- personal
    person_id INTEGER NOT NULL REFERENCES person (id), -- clear
    role TEXT NOT NULL CHECK (role IN ('admin', 'office', 'custodian', 'juror', 'auditor')), -- clear
    lang TEXT NOT NULL CHECK (lang IN ('fi', 'sv', 'en')), -- clear
    state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'disabled')), -- clear
    v INTEGER NOT NULL DEFAULT 1, -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX account_by_person ON account (person_id);

-- The last number given in a series of codes (the P of P-006): what was given once is never given again, even when
-- what had it is gone.
-- It was found to be another kind of organizer than it was set up as.
CREATE TABLE profile_act (
    id INTEGER PRIMARY KEY, -- clear
    at INTEGER NOT NULL, -- clear
    before TEXT NOT NULL, -- clear
    legal_profile TEXT NOT NULL CHECK (legal_profile IN ('authority', 'association', 'company')), -- clear
    reason TEXT NOT NULL, -- personal
    account_id INTEGER REFERENCES account (id), -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX profile_act_by_account ON profile_act (account_id);

CREATE TABLE code_series (
    id INTEGER PRIMARY KEY, -- clear
    series TEXT NOT NULL UNIQUE, -- clear
    last INTEGER NOT NULL CHECK (last > 0) -- clear
) STRICT;

-- A jump of the machine's clock: the time it showed, and the earliest that it should have shown. Until an
-- administrator has accepted it, what binds waits.
CREATE TABLE clock_step (
    id INTEGER PRIMARY KEY, -- clear
    shown INTEGER NOT NULL, -- clear
    expected INTEGER NOT NULL, -- clear
    accepted INTEGER, -- clear
    accepted_by INTEGER REFERENCES account (id), -- clear
    reason TEXT NOT NULL DEFAULT '', -- personal
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX clock_step_by_account ON clock_step (accepted_by);
CREATE UNIQUE INDEX clock_step_waiting ON clock_step (accepted IS NULL) WHERE accepted IS NULL;

-- How the hashes are made: db/chain.h. `before` is a JSON object: of an update the clear columns it changed, of a
-- deletion all, with their values before; an erasure takes it and its salt, and the commitment stays.
CREATE TABLE log (
    seq INTEGER PRIMARY KEY, -- chain
    time INTEGER NOT NULL, -- chain
    account_id INTEGER REFERENCES account (id), -- chain
    via TEXT NOT NULL, -- chain
    verb TEXT NOT NULL, -- chain
    object TEXT NOT NULL, -- chain
    prev BLOB NOT NULL, -- chain
    hash BLOB NOT NULL, -- chain
    salt BLOB NOT NULL -- chain
) STRICT;
CREATE INDEX log_by_object ON log (object, seq);

CREATE TABLE log_change (
    id INTEGER PRIMARY KEY, -- chain
    log_seq INTEGER NOT NULL REFERENCES log (seq), -- chain
    tbl TEXT NOT NULL, -- chain
    row_id INTEGER NOT NULL, -- chain
    op TEXT NOT NULL CHECK (op IN ('I', 'U', 'D')), -- chain
    digest BLOB, -- chain
    commitment BLOB, -- chain
    salt BLOB, -- chain
    before TEXT, -- chain
    CHECK ((op = 'I') = (commitment IS NULL)),
    CHECK ((salt IS NULL) = (before IS NULL))
) STRICT;
CREATE INDEX log_change_by_row ON log_change (tbl, row_id, id);
CREATE INDEX log_change_by_seq ON log_change (log_seq, tbl);
