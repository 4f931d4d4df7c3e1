-- SPDX-License-Identifier: MIT
-- name: letter_add letter
INSERT INTO letter ({letter.columns but state seen cleared cleared_by written written_by message_id sent sent_by sent_day sent_channel fault bounced bounce})
VALUES ({letter.params but state seen cleared cleared_by written written_by message_id sent sent_by sent_day sent_channel fault bounced bounce});

-- name: letter_rewrite letter
-- What it says and to whom; what was cleared before is not any more.
UPDATE letter SET to_name = :to_name, to_address = :to_address, copy_address = :copy_address, channel = :channel,
    language = :language, leading = :leading, rule = :rule, subject_fi = :subject_fi, subject_sv = :subject_sv,
    subject_en = :subject_en, body_fi = :body_fi, body_sv = :body_sv, body_en = :body_en, case_number = :case_number,
    edited = :edited, feedback = :feedback, state = 'made', seen = NULL, cleared = NULL, cleared_by = NULL, v = v + 1
WHERE id = :id AND v = :v AND state IN ('made', 'cleared', 'failed');

-- name: letter_move letter
-- Its way out: nothing of what it says.
UPDATE letter SET state = :state, seen = :seen, cleared = :cleared, cleared_by = :cleared_by, written = :written,
    written_by = :written_by, message_id = :message_id, sent = :sent, sent_by = :sent_by, sent_day = :sent_day,
    sent_channel = :sent_channel, fault = :fault, bounced = :bounced, bounce = :bounce, v = v + 1
WHERE id = :id AND v = :v;

-- name: letter_remove
DELETE FROM letter WHERE id = :id AND v = :v AND state IN ('made', 'cleared');

-- name: letter_contents_remove
DELETE FROM attachment_content WHERE attachment_id IN (SELECT id FROM attachment WHERE tbl = 'letter' AND row_id = :id);

-- name: letter_attachments_remove
DELETE FROM attachment WHERE tbl = 'letter' AND row_id = :id;

-- name: letter_get letter
SELECT l.id, {letter.columns of l}, l.v, coalesce(r.key, '') AS round, coalesce(d.code, '') AS decision
FROM letter l LEFT JOIN round r ON r.id = l.round_id LEFT JOIN decision d ON d.id = l.decision_id
WHERE l.id = :id;

-- name: letter_find
SELECT id FROM letter WHERE code = :code;

-- name: letter_ids
SELECT id FROM letter
WHERE (:state IS NULL OR state = :state) AND (:kind IS NULL OR kind = :kind) AND (:round_id IS NULL OR round_id = :round_id)
    AND (:object IS NULL OR object = :object)
ORDER BY number;

-- name: letter_last
-- The newest to the same about the same.
SELECT id FROM letter
WHERE object = :object AND kind = :kind AND whom = :whom AND round_id IS :round_id AND decision_id IS :decision_id
ORDER BY number DESC LIMIT 1;

-- name: letter_likeness letter_likeness
-- What has to be known to say whether somebody must read it: how many others of its decision have the same reason in its
-- language, in which language its submission was written, whose text may be covered.
SELECT coalesce((SELECT count(*) FROM decision_item i JOIN round_item r ON r.id = i.round_item_id
        JOIN decision_item o ON o.decision_id = i.decision_id AND o.id <> i.id
        WHERE i.decision_id = l.decision_id AND r.submission_id = l.submission_id
            AND CASE l.leading WHEN 'sv' THEN i.reason_sv <> '' AND o.reason_sv = i.reason_sv
                WHEN 'en' THEN i.reason_en <> '' AND o.reason_en = i.reason_en
                ELSE i.reason_fi <> '' AND o.reason_fi = i.reason_fi END), 0) AS alike,
    coalesce(s.lang, '') AS written_in
FROM letter l LEFT JOIN submission s ON s.id = l.submission_id
WHERE l.id = :id;

-- name: letter_counts letter_counts
SELECT coalesce(sum(state = 'made'), 0) AS made, coalesce(sum(state = 'cleared'), 0) AS cleared,
    coalesce(sum(state = 'written'), 0) AS written, coalesce(sum(state = 'sending'), 0) AS sending,
    coalesce(sum(state = 'sent'), 0) AS sent, coalesce(sum(state = 'unknown'), 0) AS unknown,
    coalesce(sum(state = 'failed'), 0) AS failed,
    coalesce(sum(state = 'failed' AND NOT EXISTS (SELECT 1 FROM letter n WHERE n.object = l.object AND n.kind = l.kind
        AND n.to_name = l.to_name AND n.number > l.number)), 0) AS failed_last
FROM letter l;

-- name: letter_template_put letter_template
INSERT INTO letter_template (kind, lang, subject, body) VALUES (:kind, :lang, :subject, :body);

-- name: letter_template_update letter_template
UPDATE letter_template SET subject = :subject, body = :body, v = v + 1 WHERE id = :id AND v = :v;

-- name: letter_template_remove
DELETE FROM letter_template WHERE id = :id;

-- name: letter_template_get letter_template
SELECT id, kind, lang, subject, body, v FROM letter_template WHERE kind = :kind AND lang = :lang;

-- name: letter_guarded_names name
-- Whom a letter to somebody who takes part in a blind round names nowhere: jurors, and members of teams.
SELECT p.name AS text, 'member' AS kind FROM panel_member m JOIN account a ON a.id = m.account_id
    JOIN person p ON p.id = a.person_id
UNION SELECT p.name, 'member' FROM team_member m JOIN person p ON p.id = m.person_id
ORDER BY 2, 1;
