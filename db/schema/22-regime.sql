-- SPDX-License-Identifier: MIT
-- A regime of correction and appeal: what its remedies are called, how long they may be sought, when what was sent
-- counts as received, and what the instruction says. A row holds from its day until the next of its code; a decision
-- keeps the row it was made under.
CREATE TABLE regime (
    id INTEGER PRIMARY KEY, -- clear
    code TEXT NOT NULL COLLATE NOCASE, -- clear
    since INTEGER NOT NULL, -- clear
    name_fi TEXT NOT NULL, -- clear
    name_sv TEXT NOT NULL, -- clear
    name_en TEXT NOT NULL DEFAULT '', -- clear
    correction_fi TEXT NOT NULL DEFAULT '', -- clear
    correction_sv TEXT NOT NULL DEFAULT '', -- clear
    correction_en TEXT NOT NULL DEFAULT '', -- clear
    correction_days INTEGER NOT NULL DEFAULT 0 CHECK (correction_days BETWEEN 0 AND 365), -- clear
    correction_section TEXT NOT NULL DEFAULT '', -- clear
    appeal_fi TEXT NOT NULL DEFAULT '', -- clear
    appeal_sv TEXT NOT NULL DEFAULT '', -- clear
    appeal_en TEXT NOT NULL DEFAULT '', -- clear
    appeal_days INTEGER NOT NULL DEFAULT 0 CHECK (appeal_days BETWEEN 0 AND 365), -- clear
    appeal_section TEXT NOT NULL DEFAULT '', -- clear
    email_days INTEGER NOT NULL DEFAULT 0 CHECK (email_days BETWEEN 0 AND 60), -- clear
    letter_days INTEGER NOT NULL DEFAULT 0 CHECK (letter_days BETWEEN 0 AND 60), -- clear
    etendering_days INTEGER NOT NULL DEFAULT 0 CHECK (etendering_days BETWEEN 0 AND 60), -- clear
    suomifi_days INTEGER NOT NULL DEFAULT 0 CHECK (suomifi_days BETWEEN 0 AND 60), -- clear
    hand_days INTEGER NOT NULL DEFAULT 0 CHECK (hand_days BETWEEN 0 AND 60), -- clear
    service_section TEXT NOT NULL DEFAULT '', -- clear
    consent INTEGER NOT NULL DEFAULT 0 CHECK (consent IN (0, 1)), -- clear
    holds TEXT NOT NULL CHECK (holds IN {HOLDS}), -- clear
    who_fi TEXT NOT NULL DEFAULT '', -- clear
    who_sv TEXT NOT NULL DEFAULT '', -- clear
    who_en TEXT NOT NULL DEFAULT '', -- clear
    clerical_section TEXT NOT NULL DEFAULT '', -- clear
    factual_section TEXT NOT NULL DEFAULT '', -- clear
    source TEXT NOT NULL, -- clear
    instruction_fi TEXT NOT NULL DEFAULT '', -- clear
    instruction_sv TEXT NOT NULL DEFAULT '', -- clear
    instruction_en TEXT NOT NULL DEFAULT '', -- clear
    UNIQUE (code, since),
    CHECK ((correction_days > 0) = (correction_fi <> '' AND correction_sv <> '')),
    CHECK ((appeal_days > 0) = (appeal_fi <> '' AND appeal_sv <> ''))
) STRICT;

-- Addresses, hours and fees that an instruction names, each from its day on.
CREATE TABLE regime_setting (
    id INTEGER PRIMARY KEY, -- clear
    regime TEXT NOT NULL COLLATE NOCASE, -- clear
    name TEXT NOT NULL CHECK (name IN {REGIME_SETTING}), -- clear
    since INTEGER NOT NULL, -- clear
    value_fi TEXT NOT NULL, -- clear
    value_sv TEXT NOT NULL, -- clear
    value_en TEXT NOT NULL DEFAULT '', -- clear
    source TEXT NOT NULL, -- clear
    UNIQUE (regime, name, since)
) STRICT;
