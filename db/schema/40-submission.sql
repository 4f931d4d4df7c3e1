-- SPDX-License-Identifier: MIT
-- What arrives: problems, applications, solutions are one thing with a kind.
-- `form` is the SHA-256 of a file's headings, `mapping` what its columns were taken for (a field's code
-- each, '-' for none), `date_order` which number of a date was the day: the same form comes again.
CREATE TABLE import_batch (
    id INTEGER PRIMARY KEY, -- clear
    kind TEXT NOT NULL, -- clear
    file TEXT NOT NULL, -- clear
    sha256 TEXT NOT NULL, -- clear
    charset TEXT NOT NULL, -- clear
    delimiter TEXT NOT NULL, -- clear
    form TEXT NOT NULL DEFAULT '', -- clear
    mapping TEXT NOT NULL DEFAULT '', -- clear
    date_order TEXT NOT NULL DEFAULT '' CHECK (date_order IN ('', 'dmy', 'mdy')), -- clear
    made INTEGER NOT NULL, -- clear
    undone INTEGER -- clear
) STRICT;
CREATE INDEX import_batch_by_form ON import_batch (form, kind, id);

-- The long text is last: what is short is read without it.
CREATE TABLE submission (
    id INTEGER PRIMARY KEY, -- clear
    kind TEXT NOT NULL CHECK (kind IN ('problem', 'application', 'solution')), -- clear
    number INTEGER NOT NULL, -- clear
    code TEXT NOT NULL UNIQUE COLLATE NOCASE, -- clear
    municipality_id INTEGER REFERENCES municipality (id), -- clear
    organization_id INTEGER REFERENCES organization (id), -- clear
    team_id INTEGER REFERENCES team (id), -- clear
    challenge_id INTEGER REFERENCES challenge (id), -- clear
    theme_id INTEGER REFERENCES theme (id), -- clear
    theme_text TEXT NOT NULL DEFAULT '', -- personal
    lang TEXT NOT NULL CHECK (lang IN ('fi', 'sv', 'en')), -- clear
    title TEXT NOT NULL, -- personal
    title_key BLOB NOT NULL, -- derived
    contact_name TEXT NOT NULL DEFAULT '', -- personal
    contact_email TEXT NOT NULL DEFAULT '', -- personal
    contact_phone TEXT NOT NULL DEFAULT '', -- personal
    received INTEGER NOT NULL, -- clear
    received_ambiguous INTEGER NOT NULL DEFAULT 0 CHECK (received_ambiguous IN (0, 1)), -- clear
    channel TEXT NOT NULL CHECK (channel IN ('email', 'form', 'letter', 'hand', 'phone', 'other')), -- clear
    late INTEGER NOT NULL CHECK (late IN (0, 1)), -- clear
    state TEXT NOT NULL CHECK (state IN ('received', 'admitted', 'ineligible', 'selected', 'reserve', 'not_selected', 'withdrawn', 'joined')), -- clear
    case_number TEXT NOT NULL DEFAULT '', -- clear
    version INTEGER NOT NULL DEFAULT 1, -- clear
    fingerprint TEXT NOT NULL, -- personal
    batch_id INTEGER REFERENCES import_batch (id), -- clear
    -- Where it came from as it stood there: the import and its row, the form's own number of the row, and what the
    -- row is recognized by if it is not (any more) the fingerprint.
    came_batch_id INTEGER REFERENCES import_batch (id), -- clear
    came_row INTEGER, -- clear
    came_source TEXT, -- personal
    came_digest TEXT, -- personal
    v INTEGER NOT NULL DEFAULT 1, -- clear
    salt BLOB DEFAULT (randomblob(16)), -- personal
    body TEXT NOT NULL, -- personal
    CHECK ((came_batch_id IS NULL) = (came_row IS NULL)),
    UNIQUE (kind, number),
    UNIQUE (kind, fingerprint),
    CHECK (CASE kind WHEN 'problem' THEN (municipality_id IS NULL) <> (organization_id IS NULL) AND team_id IS NULL
        ELSE team_id IS NOT NULL AND challenge_id IS NOT NULL AND municipality_id IS NULL AND organization_id IS NULL END)
) STRICT;
CREATE INDEX submission_by_number ON submission (kind, number, id, state, late, theme_id, lang);
CREATE INDEX submission_by_title ON submission (kind, title_key, id, state, late, theme_id, lang);
CREATE INDEX submission_by_received ON submission (kind, received, id, state, late, theme_id, lang);
CREATE INDEX submission_by_state ON submission (kind, state, number, id, late, theme_id, lang);
CREATE INDEX submission_by_theme ON submission (kind, theme_id, number, id, state, late, lang);
CREATE INDEX submission_by_applicant ON submission (kind, municipality_id, organization_id, team_id, number, id, state, late, theme_id, lang);
CREATE INDEX submission_late ON submission (kind, state) WHERE late = 1;
CREATE INDEX submission_by_challenge ON submission (challenge_id, kind, number) WHERE challenge_id IS NOT NULL;
CREATE UNIQUE INDEX submission_by_team ON submission (team_id, kind) WHERE team_id IS NOT NULL;
CREATE INDEX submission_by_batch ON submission (batch_id) WHERE batch_id IS NOT NULL;
CREATE UNIQUE INDEX submission_came ON submission (came_batch_id, came_row) WHERE came_batch_id IS NOT NULL;
CREATE INDEX submission_came_otherwise ON submission (came_batch_id)
    WHERE came_source IS NOT NULL OR came_digest IS NOT NULL;

-- What a corrected resubmission replaced; nothing that arrived vanishes.
CREATE TABLE submission_version (
    id INTEGER PRIMARY KEY, -- clear
    submission_id INTEGER NOT NULL REFERENCES submission (id), -- clear
    number INTEGER NOT NULL, -- clear
    municipality_id INTEGER REFERENCES municipality (id), -- clear
    organization_id INTEGER REFERENCES organization (id), -- clear
    theme_id INTEGER REFERENCES theme (id), -- clear
    theme_text TEXT NOT NULL, -- personal
    lang TEXT NOT NULL, -- clear
    title TEXT NOT NULL, -- personal
    body TEXT NOT NULL, -- personal
    contact_name TEXT NOT NULL, -- personal
    contact_email TEXT NOT NULL, -- personal
    contact_phone TEXT NOT NULL, -- personal
    received INTEGER NOT NULL, -- clear
    received_ambiguous INTEGER NOT NULL, -- clear
    channel TEXT NOT NULL, -- clear
    late INTEGER NOT NULL, -- clear
    fingerprint TEXT NOT NULL, -- personal
    batch_id INTEGER REFERENCES import_batch (id), -- clear
    -- Came late after one that came in time: it waits until somebody admits it or states why not.
    waits INTEGER NOT NULL DEFAULT 0 CHECK (waits IN (0, 1)), -- clear
    salt BLOB DEFAULT (randomblob(16)), -- personal
    UNIQUE (submission_id, number)
) STRICT;
CREATE INDEX submission_version_by_batch ON submission_version (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX submission_version_by_fingerprint ON submission_version (fingerprint);
CREATE INDEX submission_version_waiting ON submission_version (submission_id, number) WHERE waits = 1;

CREATE TABLE co_applicant (
    id INTEGER PRIMARY KEY, -- clear
    submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE, -- clear
    municipality_id INTEGER REFERENCES municipality (id), -- clear
    organization_id INTEGER REFERENCES organization (id), -- clear
    CHECK ((municipality_id IS NULL) <> (organization_id IS NULL)),
    UNIQUE (submission_id, municipality_id),
    UNIQUE (submission_id, organization_id)
) STRICT;
CREATE INDEX co_applicant_by_municipality ON co_applicant (municipality_id);
CREATE INDEX co_applicant_by_organization ON co_applicant (organization_id);

-- Withdrawn, found ineligible, admitted though late, restored, passed over (left as it is although no round
-- judges it, or although a late version waits), arrival time corrected over the deadline, joined to another problem: each with its day and
-- reason.
CREATE TABLE submission_act (
    id INTEGER PRIMARY KEY, -- clear
    submission_id INTEGER NOT NULL REFERENCES submission (id), -- clear
    act TEXT NOT NULL CHECK (act IN ('withdraw', 'exclude', 'admit', 'restore', 'pass', 'arrival', 'join', 'separate')), -- clear
    at INTEGER NOT NULL, -- clear
    before TEXT NOT NULL, -- clear
    reason TEXT NOT NULL, -- personal
    account_id INTEGER REFERENCES account (id), -- clear
    ground TEXT NOT NULL DEFAULT '', -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX submission_act_of ON submission_act (submission_id);

-- Who called, when, about what, and what was promised until when; on any record, by its code.
CREATE TABLE contact_note (
    id INTEGER PRIMARY KEY, -- clear
    object TEXT NOT NULL, -- clear
    at INTEGER NOT NULL, -- clear
    who TEXT NOT NULL, -- personal
    text TEXT NOT NULL, -- personal
    due INTEGER, -- clear
    done INTEGER, -- clear
    account_id INTEGER REFERENCES account (id), -- clear
    v INTEGER NOT NULL DEFAULT 1, -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX contact_note_of ON contact_note (object, at);
CREATE INDEX contact_note_due ON contact_note (due) WHERE due IS NOT NULL AND done IS NULL;

-- Rows of an imported file that were not simply taken in: they wait for a correction or for a decision, or had it. `source`
-- is the form's own number of the row: by it the next export of the same form is recognized.
CREATE TABLE import_row (
    id INTEGER PRIMARY KEY, -- clear
    batch_id INTEGER NOT NULL REFERENCES import_batch (id), -- clear
    row INTEGER NOT NULL, -- clear
    line INTEGER NOT NULL, -- clear
    verdict TEXT NOT NULL CHECK (verdict IN ('refused', 'held', 'added', 'replaced', 'skipped', 'corrected')), -- clear
    reason TEXT NOT NULL, -- clear
    field TEXT NOT NULL, -- clear
    received INTEGER NOT NULL, -- clear
    cells TEXT NOT NULL, -- personal
    raw_digest TEXT NOT NULL, -- personal
    candidate TEXT NOT NULL DEFAULT '', -- personal
    source TEXT NOT NULL DEFAULT '', -- personal
    submission_id INTEGER REFERENCES submission (id), -- clear
    salt BLOB DEFAULT (randomblob(16)), -- personal
    UNIQUE (batch_id, row)
) STRICT;
CREATE INDEX import_row_waiting ON import_row (verdict, batch_id, row);
CREATE INDEX import_row_by_digest ON import_row (raw_digest);
CREATE INDEX import_row_by_submission ON import_row (submission_id) WHERE submission_id IS NOT NULL;
