-- SPDX-License-Identifier: MIT
-- The way in over SSH: which key is whose, and what an invitation says about the way.
-- A fingerprint is whose for ever: a revoked key never comes back, so it tells who acted by it.
CREATE TABLE account_key (
    id INTEGER PRIMARY KEY, -- clear
    account_id INTEGER NOT NULL REFERENCES account (id), -- clear
    fingerprint TEXT NOT NULL UNIQUE CHECK (length(fingerprint) = 50 AND substr(fingerprint, 1, 7) = 'SHA256:'), -- clear
    type TEXT NOT NULL, -- clear
    blob TEXT, -- personal
    comment TEXT, -- personal
    added INTEGER NOT NULL, -- clear
    revoked INTEGER CHECK (revoked >= added), -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX account_key_of ON account_key (account_id, id);

-- `contact` is whom a juror rings: a name and a number. The privacy notice says the controller's `address`, the
-- data protection `officer`, and for how long what is kept (`retention`); empty where not known.
CREATE TABLE front_door (
    id INTEGER PRIMARY KEY CHECK (id = 1), -- clear
    host TEXT NOT NULL, -- clear
    port INTEGER NOT NULL CHECK (port BETWEEN 1 AND 65535), -- clear
    user_name TEXT NOT NULL, -- clear
    contact TEXT, -- personal
    address TEXT, -- personal
    officer TEXT, -- personal
    retention TEXT, -- personal
    v INTEGER NOT NULL DEFAULT 1, -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
