-- SPDX-License-Identifier: MIT
-- The jury's statement from the moment its text is final (directive 2014/24/EU, article 82(3)): the text as blocks in
-- each language it is given in, and its SHA-256, which is what the members sign. Another statement corrects it.
CREATE TABLE statement (
    id INTEGER PRIMARY KEY, -- clear
    decision_id INTEGER NOT NULL UNIQUE REFERENCES decision (id), -- clear
    text TEXT NOT NULL CHECK (text <> ''), -- personal
    hash TEXT NOT NULL CHECK (length(hash) = 64), -- clear
    frozen INTEGER NOT NULL, -- clear
    frozen_by INTEGER REFERENCES account (id), -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX statement_by_freezer ON statement (frozen_by);

-- Who signed it, and how: by their own login; on paper, kept at `place`; or in a service of electronic signatures, of that
-- level (regulation (EU) No 910/2014, article 3) and at that time, with the file that it gave. Of who did not sign, how
-- is 'none', and the reason: who signs after that has both rows. Who recorded it is `account_id`.
CREATE TABLE signature (
    id INTEGER PRIMARY KEY, -- clear
    decision_id INTEGER NOT NULL REFERENCES decision (id), -- clear
    panel_member_id INTEGER NOT NULL REFERENCES panel_member (id), -- clear
    how TEXT NOT NULL CHECK (how IN {SIGNING}), -- clear
    place TEXT NOT NULL DEFAULT '', -- personal
    service TEXT NOT NULL DEFAULT '', -- clear
    level TEXT NOT NULL DEFAULT '' CHECK (level IN {SIGNING_LEVEL or none}), -- clear
    at INTEGER, -- clear
    attachment_id INTEGER REFERENCES attachment (id), -- clear
    reason TEXT NOT NULL DEFAULT '', -- personal
    day INTEGER NOT NULL, -- clear
    account_id INTEGER REFERENCES account (id), -- clear
    salt BLOB DEFAULT (randomblob(16)), -- personal
    CHECK ((how = 'paper') = (place <> '')),
    CHECK ((how = 'service') = (service <> '')),
    CHECK ((how = 'service') = (level <> '')),
    CHECK ((how = 'service') = (at IS NOT NULL)),
    CHECK ((how = 'none') = (reason <> ''))
) STRICT;
CREATE UNIQUE INDEX signature_once ON signature (decision_id, panel_member_id) WHERE how <> 'none';
CREATE UNIQUE INDEX signature_not ON signature (decision_id, panel_member_id) WHERE how = 'none';
CREATE INDEX signature_of ON signature (decision_id, id);
CREATE INDEX signature_by_member ON signature (panel_member_id);
CREATE INDEX signature_by_account ON signature (account_id);
CREATE INDEX signature_by_attachment ON signature (attachment_id) WHERE attachment_id IS NOT NULL;

-- The opening of the names of a blind round, once, after its statement was signed: where, in whose presence, and by which
-- statement. The act itself stands with the round's others (blind_act).
CREATE TABLE opening (
    id INTEGER PRIMARY KEY, -- clear
    round_id INTEGER NOT NULL UNIQUE REFERENCES round (id), -- clear
    decision_id INTEGER NOT NULL REFERENCES decision (id), -- clear
    hash TEXT NOT NULL, -- clear
    at INTEGER NOT NULL, -- clear
    place TEXT NOT NULL CHECK (place <> ''), -- personal
    account_id INTEGER REFERENCES account (id), -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX opening_by_statement ON opening (decision_id);
CREATE INDEX opening_by_account ON opening (account_id);

CREATE TABLE opening_witness (
    id INTEGER PRIMARY KEY, -- clear
    opening_id INTEGER NOT NULL REFERENCES opening (id), -- clear
    account_id INTEGER REFERENCES account (id), -- clear
    name TEXT NOT NULL CHECK (name <> ''), -- personal
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX opening_witness_of ON opening_witness (opening_id);
CREATE INDEX opening_witness_by_account ON opening_witness (account_id) WHERE account_id IS NOT NULL;

-- Whose each code turned out to be, as it was then: `members` may be published by their names, `other_members` not.
CREATE TABLE opening_name (
    id INTEGER PRIMARY KEY, -- clear
    opening_id INTEGER NOT NULL REFERENCES opening (id), -- clear
    round_item_id INTEGER NOT NULL REFERENCES round_item (id), -- clear
    submission TEXT NOT NULL, -- clear
    team TEXT NOT NULL, -- clear
    organization TEXT NOT NULL DEFAULT '', -- clear
    members TEXT NOT NULL DEFAULT '', -- personal
    other_members TEXT NOT NULL DEFAULT '', -- personal
    salt BLOB DEFAULT (randomblob(16)), -- personal
    UNIQUE (opening_id, round_item_id)
) STRICT;
CREATE INDEX opening_name_by_item ON opening_name (round_item_id);

-- The second wall: what was frozen, signed or opened stays as it was, whoever writes.
CREATE TRIGGER statement_final BEFORE UPDATE ON statement BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER statement_kept BEFORE DELETE ON statement BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER statement_of_draft BEFORE INSERT ON statement
WHEN (SELECT state FROM decision WHERE id = new.decision_id AND kind = 'statement') IS NOT 'draft'
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER signature_final BEFORE UPDATE ON signature BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER signature_kept BEFORE DELETE ON signature BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER signature_of_frozen BEFORE INSERT ON signature
WHEN NOT EXISTS (SELECT 1 FROM decision WHERE id = new.decision_id AND state IN ('frozen', 'signed'))
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER opening_final BEFORE UPDATE ON opening BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER opening_kept BEFORE DELETE ON opening BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER opening_after_signing BEFORE INSERT ON opening
WHEN (SELECT state FROM decision WHERE id = new.decision_id AND kind = 'statement') IS NOT 'signed'
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER opening_name_final BEFORE UPDATE ON opening_name BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER opening_name_kept BEFORE DELETE ON opening_name BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER opening_witness_final BEFORE UPDATE ON opening_witness BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER opening_witness_kept BEFORE DELETE ON opening_witness BEGIN SELECT RAISE(ABORT, 'signed'); END;
