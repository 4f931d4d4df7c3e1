-- SPDX-License-Identifier: MIT
-- name: submission_add submission
INSERT INTO submission (title_key, {submission.columns but version})
VALUES (:title_key, {submission.params but version});

-- name: submission_update submission
UPDATE submission SET title_key = :title_key,
    {submission.set but kind number code team_id challenge_id state came_batch_id came_row came_source came_digest},
    came_digest = CASE WHEN came_batch_id IS NOT NULL AND came_digest IS NULL AND fingerprint <> :fingerprint
        THEN fingerprint ELSE came_digest END, v = v + 1
WHERE id = :id AND v = :v;

-- name: submission_set_state
UPDATE submission SET state = :state, v = v + 1 WHERE id = :id;

-- name: submission_delete
DELETE FROM submission WHERE id = :id;

-- name: submission_get submission
SELECT s.id, {submission.columns of s}, s.v,
    (SELECT count(*) FROM co_applicant c WHERE c.submission_id = s.id) AS coapplicants,
    (SELECT max(x.number) FROM submission_version x WHERE x.submission_id = s.id AND x.waits = 1) AS waiting
FROM submission s WHERE s.id = :id;

-- name: submission_find
SELECT id FROM submission WHERE code = :code;

-- name: submission_by_fingerprint
SELECT id FROM submission WHERE kind = :kind AND fingerprint = :fingerprint
UNION ALL
SELECT x.submission_id FROM submission_version x JOIN submission s ON s.id = x.submission_id
WHERE x.fingerprint = :fingerprint AND s.kind = :kind;

-- name: submission_ids_by_number
SELECT id FROM submission WHERE kind = :kind AND (:state IS NULL OR state = :state) AND (:late IS NULL OR late = :late)
    AND (:theme_id IS NULL OR theme_id = :theme_id) AND (:lang IS NULL OR lang = :lang)
ORDER BY number, id;

-- name: submission_ids_by_title
SELECT id FROM submission WHERE kind = :kind AND (:state IS NULL OR state = :state) AND (:late IS NULL OR late = :late)
    AND (:theme_id IS NULL OR theme_id = :theme_id) AND (:lang IS NULL OR lang = :lang)
ORDER BY title_key, id;

-- name: submission_ids_by_received
SELECT id FROM submission WHERE kind = :kind AND (:state IS NULL OR state = :state) AND (:late IS NULL OR late = :late)
    AND (:theme_id IS NULL OR theme_id = :theme_id) AND (:lang IS NULL OR lang = :lang)
ORDER BY received, id;

-- name: submission_ids_by_state
SELECT id FROM submission WHERE kind = :kind AND (:state IS NULL OR state = :state) AND (:late IS NULL OR late = :late)
    AND (:theme_id IS NULL OR theme_id = :theme_id) AND (:lang IS NULL OR lang = :lang)
ORDER BY state, number, id;

-- name: submission_ids_by_theme
SELECT id FROM submission WHERE kind = :kind AND (:state IS NULL OR state = :state) AND (:late IS NULL OR late = :late)
    AND (:theme_id IS NULL OR theme_id = :theme_id) AND (:lang IS NULL OR lang = :lang)
ORDER BY theme_id, number, id;

-- name: applicants_by_name sender
-- Whether they have sent anything or not.
SELECT coalesce(m, 0) AS municipality_id, coalesce(o, 0) AS organization_id, coalesce(t, 0) AS team_id FROM (
    SELECT name_key AS k, municipality_id AS m, NULL AS o, NULL AS t FROM municipality_name
    WHERE lang = :name_lang AND kind = 'official' AND :kind = 'problem'
    UNION ALL
    SELECT CASE :name_lang WHEN 'sv' THEN name_sv_key ELSE name_fi_key END, NULL, id, NULL FROM organization
    WHERE :kind = 'problem'
    UNION ALL
    SELECT name_key, NULL, NULL, id FROM team WHERE :kind <> 'problem')
ORDER BY k, m, o, t;

-- name: submission_ids_of_applicant
SELECT id FROM submission WHERE kind = :kind AND municipality_id IS :municipality_id
    AND organization_id IS :organization_id AND team_id IS :team_id
    AND (:state IS NULL OR state = :state) AND (:late IS NULL OR late = :late)
    AND (:theme_id IS NULL OR theme_id = :theme_id) AND (:lang IS NULL OR lang = :lang)
ORDER BY number, id;

-- name: submission_count
SELECT count(*) FROM submission WHERE kind = :kind AND state = :state;

-- name: submission_count_undecided
-- Versions that wait are few, submissions many: it begins with them.
SELECT (SELECT count(*) FROM submission INDEXED BY submission_late
        WHERE kind = :kind AND state = 'received' AND late = 1)
    + (SELECT count(DISTINCT x.submission_id) FROM submission_version x CROSS JOIN submission s ON s.id = x.submission_id
        WHERE x.waits = 1 AND s.kind = :kind AND s.state IN ('received', 'admitted'));

-- name: submission_undecided_ids
SELECT id FROM submission WHERE kind = :kind AND (:challenge_id IS NULL OR challenge_id = :challenge_id)
    AND (state = 'received' AND late = 1 OR state IN ('received', 'admitted') AND EXISTS (
        SELECT 1 FROM submission_version x WHERE x.submission_id = submission.id AND x.waits = 1))
ORDER BY number;

-- name: submission_left_out_ids
-- Would be judged, but was taken in after a round of its kind and challenge had been opened; nobody has said why not
-- since. The challenge is asked for last, by its round: most are in a round, and of them indexes alone are read.
SELECT s.id FROM submission s INDEXED BY submission_by_number
WHERE s.kind = :kind AND ((s.state = 'received' AND s.late = 0) OR s.state = 'admitted')
    AND NOT EXISTS (SELECT 1 FROM round_item i WHERE i.submission_id = s.id)
    AND EXISTS (SELECT 1 FROM round r WHERE r.kind = s.kind AND r.challenge_id IS s.challenge_id
        AND (:challenge_id IS NULL OR r.challenge_id = :challenge_id) AND r.state IN ('open', 'closed'))
    AND NOT EXISTS (SELECT 1 FROM submission_act p WHERE p.submission_id = s.id AND p.act = 'pass'
        AND p.id > coalesce((SELECT max(a.id) FROM submission_act a
            WHERE a.submission_id = s.id AND a.act IN ('admit', 'restore')), 0))
ORDER BY s.number;

-- name: submission_counts submission_counts
-- A whole table is counted at once, and problems are the many; a late one that nobody has admitted does not count.
SELECT a.n AS "all", a.n - (SELECT count(*) FROM submission WHERE kind = :kind AND state IN ('withdrawn', 'ineligible', 'joined'))
        - (SELECT count(*) FROM submission INDEXED BY submission_late WHERE kind = :kind AND state = 'received' AND late = 1) AS counted,
    (SELECT count(*) FROM submission INDEXED BY submission_late WHERE kind = :kind AND late = 1) AS late
FROM (SELECT CASE :kind WHEN 'problem' THEN (SELECT count(*) FROM submission)
        - (SELECT count(*) FROM submission WHERE kind IN ('application', 'solution'))
    ELSE (SELECT count(*) FROM submission WHERE kind = :kind) END AS n) a;

-- name: submission_municipalities municipality_counts
-- Municipalities are fewer than problems: each is asked whether it has one. A joined problem is one with its lead, but
-- its municipality has sent one too, for as long as the lead counts.
SELECT coalesce(sum(alone), 0) AS alone, coalesce(sum(alone OR EXISTS (
    SELECT 1 FROM co_applicant c CROSS JOIN submission s ON s.id = c.submission_id
    WHERE c.municipality_id = x.id AND s.kind = :kind AND (s.late = 0 OR s.state <> 'received')
        AND s.state NOT IN ('withdrawn', 'ineligible', 'joined'))), 0) AS with_coapplicants
FROM (SELECT m.id, EXISTS (SELECT 1 FROM submission s
    LEFT JOIN joint_problem j ON j.submission_id = s.id LEFT JOIN submission l ON l.id = j.lead_id
    WHERE s.kind = :kind AND s.municipality_id = m.id AND (s.late = 0 OR s.state <> 'received')
        AND coalesce(l.state, s.state) NOT IN ('withdrawn', 'ineligible')) AS alone FROM municipality m) x;

-- name: submission_remark_late
UPDATE submission SET late = received > :deadline, v = v + 1
WHERE kind = :kind AND state = 'received' AND late <> (received > :deadline);

-- name: submission_remark_none_late
UPDATE submission SET late = 0, v = v + 1 WHERE kind = :kind AND state = 'received' AND late = 1;

-- name: submission_titles submission_title
SELECT id, municipality_id, organization_id, code, title, body FROM submission
WHERE kind = :kind AND state NOT IN ('withdrawn', 'ineligible');

-- name: submission_of_municipality submission_title
SELECT s.id, coalesce(s.municipality_id, 0) AS municipality_id, coalesce(s.organization_id, 0) AS organization_id, s.code, s.title, s.body FROM submission s
WHERE s.id IN (SELECT id FROM submission WHERE kind IN ('problem', 'application', 'solution')
        AND municipality_id = :municipality_id
    UNION ALL SELECT submission_id FROM co_applicant WHERE municipality_id = :municipality_id)
ORDER BY s.kind, s.number;

-- name: submission_fingerprints text_row
-- Without what a blind round hides from that account: that a text is here already would tell whose it is.
WITH hidden (challenge_id) AS (SELECT r.challenge_id FROM sealed_round r WHERE r.kind = :kind
    AND NOT EXISTS (SELECT 1 FROM round_custodian h WHERE h.round_id = r.id AND h.account_id = :account_id
        AND h.ended IS NULL))
SELECT fingerprint AS text FROM submission WHERE kind = :kind AND NOT EXISTS (SELECT 1 FROM hidden h
    WHERE h.challenge_id IS NULL OR h.challenge_id = submission.challenge_id)
UNION ALL
SELECT x.fingerprint FROM submission_version x JOIN submission s ON s.id = x.submission_id WHERE s.kind = :kind
    AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.challenge_id IS NULL OR h.challenge_id = s.challenge_id);

-- name: submission_version_add
INSERT INTO submission_version (submission_id, number, {submission_version.columns but submission_id number waits})
SELECT id, version, {submission_version.columns but submission_id number waits} FROM submission WHERE id = :id;

-- name: submission_version_next
SELECT max(s.version, coalesce((SELECT max(x.number) FROM submission_version x WHERE x.submission_id = s.id), 0)) + 1
FROM submission s WHERE s.id = :id;

-- name: submission_version_add_waiting submission
INSERT INTO submission_version ({submission_version.columns but late waits}, late, waits)
VALUES ({submission_version.params but late waits}, 1, 1);

-- name: submission_version_wait_no_more
UPDATE submission_version SET waits = 0 WHERE submission_id = :id AND waits = 1;

-- name: submission_version_recorder
SELECT coalesce(l.account_id, 0) FROM log_change c JOIN log l ON l.seq = c.log_seq
WHERE c.tbl = 'submission_version' AND c.op = 'I'
    AND c.row_id = (SELECT id FROM submission_version WHERE submission_id = :id AND number = :number)
ORDER BY c.id DESC LIMIT 1;

-- name: submission_version_restore
UPDATE submission SET title_key = :title_key,
    {submission_version.set of x but submission_id number waits}, version = x.number, v = v + 1
FROM submission_version x WHERE submission.id = :id AND x.submission_id = submission.id AND x.number = :number;

-- name: submission_version_delete
DELETE FROM submission_version WHERE submission_id = :id AND number = :number;

-- name: submission_versions submission_version
SELECT {submission_version.columns but submission_id municipality_id organization_id theme_id lang received_ambiguous fingerprint}
FROM submission_version WHERE submission_id = :id ORDER BY number DESC;

-- name: submission_act_add submission_act
INSERT INTO submission_act (submission_id, act, at, before, reason, account_id, ground)
VALUES (:submission_id, :act, :at, :before, :reason, :account_id, coalesce(:ground, ''));

-- name: submission_acts submission_act
SELECT t.act, t.at, t.before, t.reason,
    coalesce((SELECT w.name FROM person_name w WHERE w.person_id = p.id AND w.until >= t.at ORDER BY w.until LIMIT 1),
        p.name, '') AS who, t.ground
FROM submission_act t LEFT JOIN account a ON a.id = t.account_id LEFT JOIN person p ON p.id = a.person_id
WHERE t.submission_id = :id ORDER BY t.id;

-- name: co_applicant_add
INSERT INTO co_applicant (submission_id, municipality_id, organization_id) VALUES (:submission_id, :municipality_id, :organization_id);

-- name: co_applicants_clear
DELETE FROM co_applicant WHERE submission_id = :id;

-- name: co_applicants applicant
SELECT municipality_id, organization_id FROM co_applicant WHERE submission_id = :id ORDER BY id;

-- name: note_add note
INSERT INTO contact_note (object, at, who, text, due, account_id) VALUES (:object, :at, :who, :text, :due, :account_id);

-- name: note_update note
UPDATE contact_note SET who = :who, text = :text, due = :due, done = :done, v = v + 1 WHERE id = :id AND v = :v;

-- name: note_get note
SELECT n.id, n.object, n.at, n.who, n.text, n.due, n.done,
    coalesce((SELECT w.name FROM person_name w WHERE w.person_id = p.id AND w.until >= n.at ORDER BY w.until LIMIT 1),
        p.name, '') AS by, n.v
FROM contact_note n LEFT JOIN account a ON a.id = n.account_id LEFT JOIN person p ON p.id = a.person_id
WHERE n.id = :id;

-- name: note_ids
SELECT id FROM contact_note WHERE :object IS NULL OR object = :object ORDER BY at DESC, id DESC;

-- name: note_due_ids
SELECT id FROM contact_note WHERE due IS NOT NULL AND done IS NULL AND due <= :day ORDER BY due, id;
