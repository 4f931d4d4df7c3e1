-- SPDX-License-Identifier: MIT
-- Rounds: what is judged, by whom, by which rules, and the reviews. Numbers are thousandths.
CREATE TABLE round (
    id INTEGER PRIMARY KEY, -- clear
    key TEXT NOT NULL UNIQUE COLLATE NOCASE, -- clear
    kind TEXT NOT NULL CHECK (kind IN ('problem', 'application', 'solution')), -- clear
    challenge_id INTEGER REFERENCES challenge (id), -- clear
    blind INTEGER NOT NULL CHECK (blind IN (0, 1)), -- clear
    state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'open', 'closed')), -- clear
    method TEXT NOT NULL DEFAULT 'mean' CHECK (method IN {METHOD}), -- clear
    ties TEXT NOT NULL DEFAULT '', -- clear
    min_reviews INTEGER NOT NULL DEFAULT 1 CHECK (min_reviews BETWEEN 1 AND 200), -- clear
    per_submission INTEGER CHECK (per_submission BETWEEN 1 AND 200), -- clear
    quorum INTEGER NOT NULL DEFAULT 1 CHECK (quorum BETWEEN 1 AND 200), -- clear
    select_min INTEGER CHECK (select_min >= 0), -- clear
    select_max INTEGER CHECK (select_max >= select_min), -- clear
    conflict_scope TEXT NOT NULL CHECK (conflict_scope IN ('submission', 'challenge')), -- clear
    opened INTEGER, -- clear
    closes INTEGER, -- clear
    closed INTEGER, -- clear
    ranking_shown INTEGER NOT NULL DEFAULT 0 CHECK (ranking_shown IN (0, 1)), -- clear
    v INTEGER NOT NULL DEFAULT 1, -- clear
    CHECK ((select_min IS NULL) = (select_max IS NULL))
) STRICT;
CREATE INDEX round_by_challenge ON round (challenge_id);

-- Why a round was opened, closed or opened again although something was missing.
CREATE TABLE round_act (
    id INTEGER PRIMARY KEY, -- clear
    round_id INTEGER NOT NULL REFERENCES round (id), -- clear
    act TEXT NOT NULL CHECK (act IN ('open', 'close', 'reopen')), -- clear
    at INTEGER NOT NULL, -- clear
    reason TEXT NOT NULL, -- personal
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX round_act_of ON round_act (round_id);

-- A blind round: the custodian signs the release of the texts (again, if one is admitted before the round
-- opens), carries over to the jury's side what has happened on the senders', and after the statement the names are
-- opened, once.
CREATE TABLE blind_act (
    id INTEGER PRIMARY KEY, -- clear
    round_id INTEGER NOT NULL REFERENCES round (id), -- clear
    act TEXT NOT NULL CHECK (act IN ('release', 'carry', 'open')), -- clear
    at INTEGER NOT NULL, -- clear
    account_id INTEGER REFERENCES account (id), -- clear
    reason TEXT NOT NULL, -- personal
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX blind_act_of ON blind_act (round_id, act);
CREATE UNIQUE INDEX blind_act_open ON blind_act (round_id) WHERE act = 'open';

-- Who may join code and name in a blind round: its custodian and a deputy, each from `named` until `ended`. Nobody is
-- ever overwritten: another who takes over is a further row, with the reason.
CREATE TABLE round_custodian (
    id INTEGER PRIMARY KEY, -- clear
    round_id INTEGER NOT NULL REFERENCES round (id), -- clear
    account_id INTEGER NOT NULL REFERENCES account (id), -- clear
    deputy INTEGER NOT NULL CHECK (deputy IN (0, 1)), -- clear
    named INTEGER NOT NULL, -- clear
    named_by INTEGER REFERENCES account (id), -- clear
    ended INTEGER, -- clear
    reason TEXT NOT NULL, -- personal
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE UNIQUE INDEX round_custodian_now ON round_custodian (round_id, deputy) WHERE ended IS NULL;
CREATE INDEX round_custodian_of ON round_custodian (account_id);
CREATE INDEX round_custodian_by_namer ON round_custodian (named_by);

-- Rounds whose names and codes nobody but the custodian may join: released, and not yet opened.
CREATE VIEW sealed_round (id, kind, challenge_id) AS
SELECT r.id, r.kind, r.challenge_id FROM round r
WHERE r.blind = 1 AND EXISTS (SELECT 1 FROM blind_act b WHERE b.round_id = r.id AND b.act = 'release')
    AND NOT EXISTS (SELECT 1 FROM blind_act b WHERE b.round_id = r.id AND b.act = 'open');

-- Each locking of the rules: their whole text as announced, and its SHA-256. A corrected wording is
-- a further row with its reason; numbers never change after the first.
CREATE TABLE rules_version (
    id INTEGER PRIMARY KEY, -- clear
    round_id INTEGER NOT NULL REFERENCES round (id), -- clear
    number INTEGER NOT NULL, -- clear
    locked INTEGER NOT NULL, -- clear
    notice TEXT NOT NULL, -- clear
    reason TEXT NOT NULL, -- clear
    text TEXT NOT NULL, -- clear
    hash TEXT NOT NULL, -- clear
    UNIQUE (round_id, number)
) STRICT;

CREATE TABLE criterion (
    id INTEGER PRIMARY KEY, -- clear
    round_id INTEGER NOT NULL REFERENCES round (id), -- clear
    key TEXT NOT NULL COLLATE NOCASE, -- clear
    position INTEGER NOT NULL, -- clear
    weight INTEGER NOT NULL CHECK (weight BETWEEN 1 AND 1000000), -- clear
    low INTEGER NOT NULL CHECK (low BETWEEN 0 AND 1000000), -- clear
    high INTEGER NOT NULL CHECK (high BETWEEN 1 AND 1000000), -- clear
    step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 1000000), -- clear
    name_fi TEXT NOT NULL, -- clear
    name_sv TEXT NOT NULL, -- clear
    name_en TEXT NOT NULL, -- clear
    guidance_fi TEXT NOT NULL DEFAULT '', -- clear
    guidance_sv TEXT NOT NULL DEFAULT '', -- clear
    guidance_en TEXT NOT NULL DEFAULT '', -- clear
    UNIQUE (round_id, key),
    CHECK (high > low AND (high - low) % step = 0)
) STRICT;

-- A band in words begins at `low` and reaches to the next one's start.
CREATE TABLE band (
    id INTEGER PRIMARY KEY, -- clear
    criterion_id INTEGER NOT NULL REFERENCES criterion (id) ON DELETE CASCADE, -- clear
    low INTEGER NOT NULL, -- clear
    text_fi TEXT NOT NULL, -- clear
    text_sv TEXT NOT NULL, -- clear
    text_en TEXT NOT NULL, -- clear
    UNIQUE (criterion_id, low)
) STRICT;

CREATE TABLE panel_member (
    id INTEGER PRIMARY KEY, -- clear
    round_id INTEGER NOT NULL REFERENCES round (id), -- clear
    account_id INTEGER NOT NULL REFERENCES account (id), -- clear
    chair INTEGER NOT NULL DEFAULT 0 CHECK (chair IN (0, 1)), -- clear
    substitute INTEGER NOT NULL DEFAULT 0 CHECK (substitute IN (0, 1)), -- clear
    state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'excused', 'replaced')), -- clear
    replaced_by INTEGER REFERENCES panel_member (id), -- clear
    reason TEXT NOT NULL DEFAULT '', -- personal
    salt BLOB DEFAULT (randomblob(16)), -- personal
    UNIQUE (round_id, account_id)
) STRICT;
CREATE INDEX panel_member_by_account ON panel_member (account_id);
CREATE INDEX panel_member_by_replacement ON panel_member (replaced_by);
CREATE UNIQUE INDEX panel_member_chair ON panel_member (round_id) WHERE chair = 1;

-- What jurors read, fixed when the round opens. In a blind round `code` is random and the applicant empty. `part` is
-- set from its release to the opening: whether it takes part, as the custodian has carried it over; elsewhere the
-- submission's state tells. `version` of the submission is what the text was made from, `carried` when it was released or
-- last carried over.
CREATE TABLE round_item (
    id INTEGER PRIMARY KEY, -- clear
    round_id INTEGER NOT NULL REFERENCES round (id), -- clear
    submission_id INTEGER NOT NULL REFERENCES submission (id), -- clear
    code TEXT NOT NULL COLLATE NOCASE, -- clear
    position INTEGER NOT NULL, -- clear
    applicant_fi TEXT NOT NULL, -- personal
    applicant_sv TEXT NOT NULL, -- personal
    title TEXT NOT NULL, -- personal
    body TEXT NOT NULL, -- personal
    lang TEXT NOT NULL, -- clear
    part TEXT NOT NULL DEFAULT '' CHECK (part IN ('', 'in', 'out')), -- clear
    version INTEGER NOT NULL DEFAULT 1, -- clear
    carried INTEGER, -- clear
    salt BLOB DEFAULT (randomblob(16)), -- personal
    UNIQUE (round_id, submission_id),
    UNIQUE (round_id, code)
) STRICT;
CREATE INDEX round_item_by_submission ON round_item (submission_id);

-- The attachments that the round's jury gets, under names that say nothing but the code.
CREATE TABLE round_attachment (
    id INTEGER PRIMARY KEY, -- clear
    round_item_id INTEGER NOT NULL REFERENCES round_item (id) ON DELETE CASCADE, -- clear
    attachment_id INTEGER NOT NULL REFERENCES attachment (id), -- clear
    name TEXT NOT NULL, -- clear
    UNIQUE (round_item_id, attachment_id)
) STRICT;
CREATE INDEX round_attachment_by_attachment ON round_attachment (attachment_id);

CREATE TABLE assignment (
    id INTEGER PRIMARY KEY, -- clear
    round_item_id INTEGER NOT NULL REFERENCES round_item (id), -- clear
    panel_member_id INTEGER NOT NULL REFERENCES panel_member (id), -- clear
    position INTEGER NOT NULL, -- clear
    UNIQUE (panel_member_id, round_item_id)
) STRICT;
CREATE INDEX assignment_by_item ON assignment (round_item_id, panel_member_id);

-- What a dealing of the reviews and a lot are drawn from, written down before: the newest of a purpose counts, none is
-- ever changed. The log has each value as a commitment alone, so that in a blind round nobody can try out what a
-- conflict bars, and nobody can tell a lot beforehand; then the value itself is shown.
CREATE TABLE draw_seed (
    id INTEGER PRIMARY KEY, -- clear
    round_id INTEGER NOT NULL REFERENCES round (id), -- clear
    purpose TEXT NOT NULL CHECK (purpose IN ('deal', 'lot')), -- clear
    value INTEGER NOT NULL CHECK (value >= 0), -- personal
    at INTEGER NOT NULL, -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX draw_seed_of ON draw_seed (round_id, purpose);

-- The lot that decided a tie across the selection line where the tie rule left it: drawn once.
CREATE TABLE lot_place (
    id INTEGER PRIMARY KEY, -- clear
    round_id INTEGER NOT NULL REFERENCES round (id), -- clear
    round_item_id INTEGER NOT NULL UNIQUE REFERENCES round_item (id), -- clear
    place INTEGER NOT NULL CHECK (place > 0), -- clear
    drawn INTEGER NOT NULL, -- clear
    UNIQUE (round_id, place)
) STRICT;

-- "None" too is a declaration. `source` says where the signed one is, if the office entered it.
CREATE TABLE declaration (
    id INTEGER PRIMARY KEY, -- clear
    panel_member_id INTEGER NOT NULL UNIQUE REFERENCES panel_member (id), -- clear
    made INTEGER NOT NULL, -- clear
    source TEXT NOT NULL, -- clear
    entered_by INTEGER REFERENCES account (id) -- clear
) STRICT;
CREATE INDEX declaration_by_enterer ON declaration (entered_by);

-- A conflict names the submission it bars, or (submission NULL) the whole round. Grounds: 28 § of the
-- Administrative Procedure Act 434/2003, subsection 1, points 1 to 7. It was declared by name, or found while
-- reviewing: in a blind round its juror then knows it by the code only. A doubtful one bars nobody until the panel
-- has decided on it (29 §). `source` and `entered_by`: what the office recorded, and on what. `reason` is its
-- juror's or the office's own; what the panel said stands beside it.
CREATE TABLE conflict (
    id INTEGER PRIMARY KEY, -- clear
    panel_member_id INTEGER NOT NULL REFERENCES panel_member (id), -- clear
    submission_id INTEGER REFERENCES submission (id), -- clear
    ground INTEGER NOT NULL CHECK (ground BETWEEN 1 AND 7), -- personal
    state TEXT NOT NULL DEFAULT 'declared' CHECK (state IN ('doubtful', 'declared', 'confirmed', 'dismissed', 'withdrawn')), -- clear
    decided_by TEXT NOT NULL DEFAULT 'self' CHECK (decided_by IN ('nobody', 'self', 'panel')), -- clear
    made INTEGER NOT NULL, -- clear
    reason TEXT NOT NULL, -- personal
    found_in TEXT NOT NULL DEFAULT 'declaration' CHECK (found_in IN ('declaration', 'review')), -- clear
    source TEXT NOT NULL DEFAULT '', -- personal
    entered_by INTEGER REFERENCES account (id), -- clear
    decision TEXT NOT NULL DEFAULT '', -- personal
    decided INTEGER, -- clear
    salt BLOB DEFAULT (randomblob(16)), -- personal
    CHECK ((state = 'doubtful') = (decided_by = 'nobody'))
) STRICT;
CREATE INDEX conflict_by_member ON conflict (panel_member_id, submission_id, state);
CREATE INDEX conflict_by_submission ON conflict (submission_id);
CREATE INDEX conflict_by_enterer ON conflict (entered_by);

-- What was done about a hint that Klash gave from its own data: taken up as a doubtful conflict, or set aside. What
-- nobody has decided on has no row. Without a submission it is about the whole round.
CREATE TABLE hint (
    id INTEGER PRIMARY KEY, -- clear
    panel_member_id INTEGER NOT NULL REFERENCES panel_member (id), -- clear
    submission_id INTEGER REFERENCES submission (id), -- clear
    kind TEXT NOT NULL CHECK (kind IN ('member', 'works', 'organization', 'domain', 'name', 'mentored', 'panel')), -- clear
    state TEXT NOT NULL CHECK (state IN ('taken', 'set_aside')), -- clear
    at INTEGER NOT NULL, -- clear
    account_id INTEGER REFERENCES account (id), -- clear
    reason TEXT NOT NULL, -- personal
    salt BLOB DEFAULT (randomblob(16)), -- personal
    UNIQUE (submission_id, panel_member_id, kind)
) STRICT;
CREATE UNIQUE INDEX hint_whole ON hint (panel_member_id, kind) WHERE submission_id IS NULL;
CREATE INDEX hint_by_member ON hint (panel_member_id);
CREATE INDEX hint_by_account ON hint (account_id);

-- Each submitting is a row; the newest not taken back counts. `confirmed`: when its juror confirmed what the office
-- entered on their behalf. Where the office put another in the place of the juror's own, that one says who did and
-- why; a draft in whose place another came is kept as 'displaced'.
CREATE TABLE review (
    id INTEGER PRIMARY KEY, -- clear
    assignment_id INTEGER NOT NULL REFERENCES assignment (id), -- clear
    revision INTEGER NOT NULL, -- clear
    state TEXT NOT NULL CHECK (state IN ('submitted', 'taken_back', 'displaced')), -- clear
    submitted INTEGER NOT NULL, -- clear
    taken_back INTEGER, -- clear
    notes TEXT NOT NULL, -- personal
    feedback TEXT NOT NULL, -- personal
    entered_by INTEGER REFERENCES account (id), -- clear
    source TEXT NOT NULL DEFAULT '', -- personal
    confirmed INTEGER, -- clear
    displaced_by INTEGER REFERENCES account (id), -- clear
    displaced_reason TEXT NOT NULL DEFAULT '', -- personal
    salt BLOB DEFAULT (randomblob(16)), -- personal
    UNIQUE (assignment_id, revision),
    CHECK (confirmed IS NULL OR entered_by IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX review_counting ON review (assignment_id, state) WHERE state = 'submitted';
CREATE INDEX review_by_enterer ON review (entered_by);
CREATE INDEX review_by_displacer ON review (displaced_by);

CREATE TABLE score (
    id INTEGER PRIMARY KEY, -- clear
    review_id INTEGER NOT NULL REFERENCES review (id), -- clear
    criterion_id INTEGER NOT NULL REFERENCES criterion (id), -- clear
    value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 1000000), -- clear
    UNIQUE (review_id, criterion_id)
) STRICT;
CREATE INDEX score_by_criterion ON score (criterion_id);

-- Work in progress: kept, never counted, not in the log. `scores` is JSON, criterion key to thousandths.
CREATE TABLE draft (
    id INTEGER PRIMARY KEY, -- working
    assignment_id INTEGER NOT NULL UNIQUE REFERENCES assignment (id), -- working
    scores TEXT NOT NULL, -- working
    notes TEXT NOT NULL, -- working
    feedback TEXT NOT NULL, -- working
    saved INTEGER NOT NULL, -- working
    entered_by INTEGER REFERENCES account (id), -- working
    v INTEGER NOT NULL DEFAULT 1, -- working
    digest BLOB -- seal
) STRICT;
CREATE INDEX draft_by_enterer ON draft (entered_by);

-- "I cannot judge this": a juror passes on one submission, with a reason. Where all of a challenge is compared, none
-- of that juror's reviews in it count while it stands. `source`: on what the office recorded it.
CREATE TABLE abstention (
    id INTEGER PRIMARY KEY, -- clear
    assignment_id INTEGER NOT NULL REFERENCES assignment (id), -- clear
    at INTEGER NOT NULL, -- clear
    reason TEXT NOT NULL, -- personal
    source TEXT NOT NULL DEFAULT '', -- personal
    entered_by INTEGER REFERENCES account (id), -- clear
    withdrawn INTEGER, -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE UNIQUE INDEX abstention_standing ON abstention (assignment_id) WHERE withdrawn IS NULL;
CREATE INDEX abstention_of ON abstention (assignment_id);
CREATE INDEX abstention_by_enterer ON abstention (entered_by);

-- Who passes on what, and so does not count there. Abstentions are few, a juror's assignments many: it begins with them.
CREATE VIEW abstained (panel_member_id, submission_id, assignment_id) AS
SELECT x.panel_member_id, i.submission_id, x.id FROM abstention b CROSS JOIN assignment x ON x.id = b.assignment_id
JOIN round_item i ON i.id = x.round_item_id WHERE b.withdrawn IS NULL;

-- "I recognized this team", noted by a juror in a blind round, for the chair and the minutes. `noted`: when the office
-- took note of it, with what was decided.
CREATE TABLE recognition (
    id INTEGER PRIMARY KEY, -- clear
    assignment_id INTEGER NOT NULL REFERENCES assignment (id), -- clear
    at INTEGER NOT NULL, -- clear
    text TEXT NOT NULL, -- personal
    withdrawn INTEGER, -- clear
    noted INTEGER, -- clear
    noted_by INTEGER REFERENCES account (id), -- clear
    decision TEXT NOT NULL DEFAULT '', -- personal
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX recognition_by_noter ON recognition (noted_by);
CREATE INDEX recognition_of ON recognition (assignment_id);

-- Where a juror was in a round, to come back to after a lost line. Without an assignment it is the list. `field`: a
-- criterion's key, "notes", "feedback" or "text"; `offset`: bytes into the field, or lines into the text.
CREATE TABLE place (
    id INTEGER PRIMARY KEY, -- working
    account_id INTEGER NOT NULL REFERENCES account (id), -- working
    round_id INTEGER NOT NULL REFERENCES round (id), -- working
    assignment_id INTEGER REFERENCES assignment (id) ON DELETE CASCADE, -- working
    field TEXT NOT NULL, -- working
    offset INTEGER NOT NULL, -- working
    at INTEGER NOT NULL, -- working
    digest BLOB, -- seal
    UNIQUE (account_id, round_id)
) STRICT;
CREATE INDEX place_by_round ON place (round_id);
CREATE INDEX place_by_assignment ON place (assignment_id) WHERE assignment_id IS NOT NULL;

-- How far each juror's review of each submission is; barred and taken_back are counts. `late`: submitted after the
-- closing time that was announced. `abstained`: the juror passes on it. `set_aside`: on it or, where that is so for a
-- whole comparison, on another of it.
CREATE VIEW assignment_status (id, round_id, item_id, member_id, submission_id, position, code, title, juror, login,
    member_state, review_id, submitted, entered, confirmed, draft_saved, barred, gone, taken_back, late,
    abstained, set_aside) AS
SELECT x.id, m.round_id, x.round_item_id, x.panel_member_id, i.submission_id, i.position, i.code, i.title, p.name,
    a.login, m.state, coalesce(v.id, 0), coalesce(v.submitted, 0), coalesce(v.entered_by, 0) <> 0,
    coalesce(v.confirmed, 0),
    coalesce((SELECT saved FROM draft WHERE assignment_id = x.id), 0),
    (SELECT count(*) FROM conflict c JOIN round r ON r.id = m.round_id WHERE c.panel_member_id = m.id
        AND c.state IN ('declared', 'confirmed')
        AND (r.conflict_scope = 'challenge' OR c.submission_id IS NULL OR c.submission_id = i.submission_id)),
    EXISTS (SELECT 1 FROM item_gone g WHERE g.round_item_id = i.id),
    (SELECT count(*) FROM review t WHERE t.assignment_id = x.id AND t.state = 'taken_back'),
    coalesce(v.submitted > z.closes, 0),
    EXISTS (SELECT 1 FROM abstention b WHERE b.assignment_id = x.id AND b.withdrawn IS NULL),
    CASE z.conflict_scope WHEN 'challenge' THEN EXISTS (SELECT 1 FROM abstained b WHERE b.panel_member_id = m.id)
        ELSE EXISTS (SELECT 1 FROM abstained b WHERE b.assignment_id = x.id) END
FROM assignment x JOIN round_item i ON i.id = x.round_item_id
JOIN panel_member m ON m.id = x.panel_member_id JOIN account a ON a.id = m.account_id
JOIN person p ON p.id = a.person_id JOIN round z ON z.id = m.round_id
LEFT JOIN review v ON v.assignment_id = x.id AND v.state = 'submitted';
