-- SPDX-License-Identifier: MIT
-- Letters: what is written to whom, from its making to its going out. The program ships a template a kind and
-- language; a row is here only where the office wrote its own. Texts are in the notation of src/letters/notation.h.
CREATE TABLE letter_template (
    id INTEGER PRIMARY KEY, -- clear
    kind TEXT NOT NULL CHECK (kind IN {LETTER_KIND}), -- clear
    lang TEXT NOT NULL CHECK (lang IN ('fi', 'sv', 'en')), -- clear
    subject TEXT NOT NULL, -- personal
    body TEXT NOT NULL, -- personal
    v INTEGER NOT NULL DEFAULT 1, -- clear
    salt BLOB DEFAULT (randomblob(16)), -- personal
    UNIQUE (kind, lang)
) STRICT;

-- `object` is the code of the record it is about, `whom` of the one that gets it, `language` what it is written in, `leading` which of the two comes
-- first, `rule` what chose them. `feedback`: the jury's is in it. `seen` is when somebody had the text open as it is now. `sent` is a moment, `sent_day`
-- the day that counts; `sent_channel` is there where it went by another way than Klash's own.
CREATE TABLE letter (
    id INTEGER PRIMARY KEY, -- clear
    number INTEGER NOT NULL UNIQUE, -- clear
    code TEXT NOT NULL UNIQUE COLLATE NOCASE, -- clear
    kind TEXT NOT NULL CHECK (kind IN {LETTER_KIND}), -- clear
    object TEXT NOT NULL DEFAULT '', -- clear
    round_id INTEGER REFERENCES round (id), -- clear
    submission_id INTEGER REFERENCES submission (id), -- clear
    decision_id INTEGER REFERENCES decision (id), -- clear
    whom TEXT NOT NULL DEFAULT '', -- clear
    to_name TEXT NOT NULL DEFAULT '', -- personal
    to_address TEXT NOT NULL DEFAULT '', -- personal
    copy_address TEXT NOT NULL DEFAULT '', -- personal
    channel TEXT NOT NULL CHECK (channel IN {LETTER_CHANNEL}), -- clear
    language TEXT NOT NULL CHECK (language IN ('fi', 'sv', 'en', 'fi,sv')), -- clear
    leading TEXT NOT NULL CHECK (leading IN ('fi', 'sv', 'en')), -- clear
    rule TEXT NOT NULL CHECK (rule IN {LETTER_RULE}), -- clear
    subject_fi TEXT NOT NULL DEFAULT '', -- personal
    subject_sv TEXT NOT NULL DEFAULT '', -- personal
    subject_en TEXT NOT NULL DEFAULT '', -- personal
    body_fi TEXT NOT NULL DEFAULT '', -- personal
    body_sv TEXT NOT NULL DEFAULT '', -- personal
    body_en TEXT NOT NULL DEFAULT '', -- personal
    case_number TEXT NOT NULL DEFAULT '', -- clear
    state TEXT NOT NULL DEFAULT 'made' CHECK (state IN {LETTER_STATE}), -- clear
    edited INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1)), -- clear
    feedback INTEGER NOT NULL DEFAULT 0 CHECK (feedback IN (0, 1)), -- clear
    made INTEGER NOT NULL, -- clear
    made_by INTEGER REFERENCES account (id), -- clear
    seen INTEGER, -- clear
    cleared INTEGER, -- clear
    cleared_by INTEGER REFERENCES account (id), -- clear
    written INTEGER, -- clear
    written_by INTEGER REFERENCES account (id), -- clear
    message_id TEXT NOT NULL DEFAULT '', -- clear
    sent INTEGER, -- clear
    sent_by INTEGER REFERENCES account (id), -- clear
    sent_day INTEGER, -- clear
    sent_channel TEXT NOT NULL DEFAULT '' CHECK (sent_channel = '' OR sent_channel IN {LETTER_CHANNEL}), -- clear
    fault TEXT NOT NULL DEFAULT '', -- personal
    bounced INTEGER, -- clear
    bounce TEXT NOT NULL DEFAULT '', -- personal
    v INTEGER NOT NULL DEFAULT 1, -- clear
    salt BLOB DEFAULT (randomblob(16)), -- personal
    CHECK (cleared IS NOT NULL OR state = 'made'),
    CHECK ((state = 'sent') = (sent IS NOT NULL)),
    CHECK (state <> 'sending' OR message_id <> '')
) STRICT;
CREATE INDEX letter_of ON letter (object, kind);
CREATE INDEX letter_to ON letter (whom, object);
CREATE INDEX letter_by_state ON letter (state, number);
CREATE INDEX letter_by_round ON letter (round_id, kind) WHERE round_id IS NOT NULL;
CREATE INDEX letter_by_submission ON letter (submission_id) WHERE submission_id IS NOT NULL;
CREATE INDEX letter_by_decision ON letter (decision_id) WHERE decision_id IS NOT NULL;

-- What has gone out, or may have, stays what it was and whose.
CREATE TRIGGER letter_final BEFORE UPDATE OF number, code, kind, object, round_id, submission_id, decision_id, language,
    leading ON letter WHEN old.state <> 'made' AND old.state <> 'cleared' AND old.state <> 'written' AND old.state <> 'failed'
BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER letter_kept BEFORE DELETE ON letter WHEN old.state <> 'made' AND old.state <> 'cleared'
BEGIN SELECT RAISE(ABORT, 'signed'); END;
