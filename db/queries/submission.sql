-- SPDX-License-Identifier: MIT
-- name: submission_next_number
SELECT coalesce(max(number), 0) + 1 FROM submission WHERE kind = :kind;

-- name: submission_add
INSERT INTO submission (kind, number, code, municipality_id, organization_id, team_id, challenge_id, theme_id, theme_text, lang, title,
    title_key, body, contact_name, contact_email, contact_phone, received, received_ambiguous, channel, late, state,
    case_number, fingerprint, batch_id)
VALUES (:kind, :number, :code, :municipality_id, :organization_id, :team_id, :challenge_id, :theme_id, :theme_text, :lang, :title,
    :title_key, :body, :contact_name, :contact_email, :contact_phone, :received, :received_ambiguous, :channel, :late,
    :state, :case_number, :fingerprint, :batch_id);

-- name: submission_update
UPDATE submission SET municipality_id = :municipality_id, organization_id = :organization_id, theme_id = :theme_id,
    theme_text = :theme_text, lang = :lang, title = :title, title_key = :title_key, body = :body,
    contact_name = :contact_name, contact_email = :contact_email, contact_phone = :contact_phone,
    received = :received, received_ambiguous = :received_ambiguous, channel = :channel, late = :late,
    case_number = :case_number, fingerprint = :fingerprint, batch_id = :batch_id, version = :version, v = v + 1
WHERE id = :id AND v = :v;

-- name: submission_set_state
UPDATE submission SET state = :state, v = v + 1 WHERE id = :id;

-- name: submission_recorder
SELECT coalesce(l.account_id, 0) FROM log_change c JOIN log l ON l.seq = c.log_seq
WHERE c.tbl = 'submission' AND c.row_id = (SELECT id FROM submission WHERE code = :code) AND c.op = 'I'
ORDER BY c.id DESC LIMIT 1;

-- name: submission_delete
DELETE FROM submission WHERE id = :id;

-- name: submission_get
SELECT s.id, s.kind, s.number, s.code, coalesce(s.municipality_id, 0), coalesce(s.organization_id, 0),
    coalesce(s.team_id, 0), coalesce(s.challenge_id, 0), coalesce(s.theme_id, 0), s.theme_text, s.lang, s.title, s.body, s.contact_name, s.contact_email, s.contact_phone,
    s.received, s.received_ambiguous, s.channel, s.late, s.state, s.case_number, s.version, s.fingerprint,
    coalesce(s.batch_id, 0), s.v,
    (SELECT count(*) FROM co_applicant c WHERE c.submission_id = s.id)
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

-- name: submission_ids_by_applicant
SELECT s.id, n.name_key AS k, s.number AS m
FROM municipality_name n CROSS JOIN submission s ON s.kind = :kind AND s.municipality_id = n.municipality_id
WHERE n.lang = :name_lang AND n.kind = 'official'
    AND (:state IS NULL OR s.state = :state) AND (:late IS NULL OR s.late = :late)
    AND (:theme_id IS NULL OR s.theme_id = :theme_id) AND (:lang IS NULL OR s.lang = :lang)
UNION ALL
SELECT s.id, CASE :name_lang WHEN 'sv' THEN o.name_sv_key ELSE o.name_fi_key END, s.number
FROM submission s JOIN organization o ON o.id = s.organization_id
WHERE s.kind = :kind AND s.organization_id IS NOT NULL
    AND (:state IS NULL OR s.state = :state) AND (:late IS NULL OR s.late = :late)
    AND (:theme_id IS NULL OR s.theme_id = :theme_id) AND (:lang IS NULL OR s.lang = :lang)
UNION ALL
SELECT s.id, t.name_key, s.number
FROM submission s JOIN team t ON t.id = s.team_id
WHERE s.kind = :kind AND s.team_id IS NOT NULL
    AND (:state IS NULL OR s.state = :state) AND (:late IS NULL OR s.late = :late)
    AND (:theme_id IS NULL OR s.theme_id = :theme_id) AND (:lang IS NULL OR s.lang = :lang)
ORDER BY k, m;

-- name: submission_count
SELECT count(*) FROM submission WHERE kind = :kind AND (:state IS NULL OR state = :state);

-- name: submission_count_late
SELECT count(*) FROM submission WHERE kind = :kind AND late = 1;

-- name: submission_count_municipalities
SELECT count(*) FROM (SELECT DISTINCT municipality_id FROM submission INDEXED BY submission_by_municipality
    WHERE kind = :kind AND municipality_id IS NOT NULL AND (late = 0 OR state <> 'received')
    AND state NOT IN ('withdrawn', 'ineligible'));

-- name: submission_count_with_coapplicants
SELECT count(*) FROM (
    SELECT municipality_id FROM submission WHERE kind = :kind AND municipality_id IS NOT NULL
        AND (late = 0 OR state <> 'received') AND state NOT IN ('withdrawn', 'ineligible')
    UNION
    SELECT c.municipality_id FROM co_applicant c JOIN submission s ON s.id = c.submission_id
    WHERE s.kind = :kind AND c.municipality_id IS NOT NULL AND (s.late = 0 OR s.state <> 'received')
        AND s.state NOT IN ('withdrawn', 'ineligible'));

-- name: submission_count_counted
SELECT count(*) FROM submission WHERE kind = :kind AND (late = 0 OR state <> 'received')
    AND state NOT IN ('withdrawn', 'ineligible');

-- name: submission_remark_late
UPDATE submission SET late = received > :deadline, v = v + 1
WHERE kind = :kind AND state = 'received' AND late <> (received > :deadline);

-- name: submission_remark_none_late
UPDATE submission SET late = 0, v = v + 1 WHERE kind = :kind AND state = 'received' AND late = 1;

-- name: submission_titles
SELECT id, coalesce(municipality_id, 0), coalesce(organization_id, 0), code, title, body FROM submission
WHERE kind = :kind AND state NOT IN ('withdrawn', 'ineligible');

-- name: submission_of_municipality
SELECT s.id, coalesce(s.municipality_id, 0), coalesce(s.organization_id, 0), s.code, s.title, s.body FROM submission s
WHERE s.municipality_id = :municipality_id
    OR EXISTS (SELECT 1 FROM co_applicant c WHERE c.submission_id = s.id AND c.municipality_id = :municipality_id)
ORDER BY s.kind, s.number;

-- name: submission_fingerprints
SELECT fingerprint FROM submission WHERE kind = :kind
UNION ALL
SELECT x.fingerprint FROM submission_version x JOIN submission s ON s.id = x.submission_id WHERE s.kind = :kind;

-- name: submission_version_add
INSERT INTO submission_version (submission_id, number, municipality_id, organization_id, theme_id, theme_text, lang,
    title, body, contact_name, contact_email, contact_phone, received, received_ambiguous, channel, late, fingerprint,
    batch_id)
SELECT id, version, municipality_id, organization_id, theme_id, theme_text, lang, title, body, contact_name,
    contact_email, contact_phone, received, received_ambiguous, channel, late, fingerprint, batch_id
FROM submission WHERE id = :id;

-- name: submission_version_restore
UPDATE submission SET municipality_id = x.municipality_id, organization_id = x.organization_id, theme_id = x.theme_id,
    theme_text = x.theme_text, lang = x.lang, title = x.title, title_key = :title_key, body = x.body,
    contact_name = x.contact_name, contact_email = x.contact_email, contact_phone = x.contact_phone,
    received = x.received, received_ambiguous = x.received_ambiguous, channel = x.channel, late = x.late,
    fingerprint = x.fingerprint, batch_id = x.batch_id, version = x.number, v = v + 1
FROM submission_version x WHERE submission.id = :id AND x.submission_id = submission.id AND x.number = :number;

-- name: submission_version_delete
DELETE FROM submission_version WHERE submission_id = :id AND number = :number;

-- name: submission_versions
SELECT number, title, body, theme_text, contact_name, contact_email, contact_phone, received, channel, late
FROM submission_version WHERE submission_id = :id ORDER BY number DESC;

-- name: submission_act_add
INSERT INTO submission_act (submission_id, act, at, before, reason, account_id)
VALUES (:submission_id, :act, :at, :before, :reason, :account_id);

-- name: submission_acts
SELECT t.act, t.at, t.before, t.reason, coalesce(p.name, '')
FROM submission_act t LEFT JOIN account a ON a.id = t.account_id LEFT JOIN person p ON p.id = a.person_id
WHERE t.submission_id = :id ORDER BY t.id;

-- name: co_applicant_add
INSERT INTO co_applicant (submission_id, municipality_id, organization_id) VALUES (:submission_id, :municipality_id, :organization_id);

-- name: co_applicants_clear
DELETE FROM co_applicant WHERE submission_id = :id;

-- name: co_applicants
SELECT coalesce(municipality_id, 0), coalesce(organization_id, 0) FROM co_applicant WHERE submission_id = :id ORDER BY id;

-- name: note_add
INSERT INTO contact_note (object, at, who, text, due, account_id) VALUES (:object, :at, :who, :text, :due, :account_id);

-- name: note_update
UPDATE contact_note SET who = :who, text = :text, due = :due, done = :done, v = v + 1 WHERE id = :id AND v = :v;

-- name: note_get
SELECT n.id, n.object, n.at, n.who, n.text, coalesce(n.due, 0), coalesce(n.done, 0), coalesce(p.name, ''), n.v
FROM contact_note n LEFT JOIN account a ON a.id = n.account_id LEFT JOIN person p ON p.id = a.person_id
WHERE n.id = :id;

-- name: note_ids
SELECT id FROM contact_note WHERE :object IS NULL OR object = :object ORDER BY at DESC, id DESC;

-- name: note_due_ids
SELECT id FROM contact_note WHERE due IS NOT NULL AND done IS NULL AND due <= :day ORDER BY due, id;
