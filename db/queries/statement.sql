-- SPDX-License-Identifier: MIT
-- name: statement_freeze frozen_statement
INSERT INTO statement (decision_id, text, hash, frozen, frozen_by)
VALUES (:decision_id, :text, :hash, :frozen, :account_id);

-- name: decision_set_frozen
UPDATE decision SET state = 'frozen', v = v + 1 WHERE id = :id AND state = 'draft';

-- name: statement_frozen frozen_statement
SELECT t.decision_id, t.text, t.hash, t.frozen, coalesce(p.name, '') AS frozen_by
FROM statement t LEFT JOIN account a ON a.id = t.frozen_by LEFT JOIN person p ON p.id = a.person_id
WHERE t.decision_id = :decision_id;

-- name: signature_add jury_signature
INSERT INTO signature (decision_id, panel_member_id, how, place, service, level, at, attachment_id, reason, day, account_id)
VALUES (:decision_id, :panel_member_id, :how, :place, :service, :level, :at, :attachment_id, :reason, :day, :account_id);

-- name: signatures jury_signature
SELECT g.panel_member_id AS member_id, p.name, m.chair, g.how, g.place, g.service, g.level, g.at, g.attachment_id,
    coalesce(f.name, '') AS file, g.reason, g.day, coalesce(r.name, '') AS recorded_by
FROM signature g JOIN panel_member m ON m.id = g.panel_member_id
JOIN account a ON a.id = m.account_id JOIN person p ON p.id = a.person_id
LEFT JOIN account b ON b.id = g.account_id LEFT JOIN person r ON r.id = b.person_id
LEFT JOIN attachment f ON f.id = g.attachment_id
WHERE g.decision_id = :decision_id ORDER BY m.chair DESC, g.id;

-- name: opening_add opening
INSERT INTO opening (round_id, decision_id, hash, at, place, account_id)
VALUES (:round_id, :decision_id, :hash, :at, :place, :account_id);

-- name: opening_witness_add opening_witness
INSERT INTO opening_witness (opening_id, account_id, name) VALUES (:opening_id, :account_id, :name);

-- name: opening_names_add
-- Of an organization both its names, of a member whether they may be named.
INSERT INTO opening_name (opening_id, round_item_id, submission, team, organization, members, other_members)
SELECT o.id, i.id, s.code, coalesce(t.name, ''),
    coalesce(CASE WHEN g.name_sv IN ('', g.name_fi) THEN g.name_fi WHEN g.name_fi = '' THEN g.name_sv
        ELSE g.name_fi || ' / ' || g.name_sv END, ''),
    coalesce((SELECT group_concat(name, char(10)) FROM (SELECT p.name FROM team_member m JOIN person p ON p.id = m.person_id
        WHERE m.team_id = t.id AND m.valid_to IS NULL AND m.consent = 1 ORDER BY m.id)), ''),
    coalesce((SELECT group_concat(name, char(10)) FROM (SELECT p.name FROM team_member m JOIN person p ON p.id = m.person_id
        WHERE m.team_id = t.id AND m.valid_to IS NULL AND m.consent = 0 ORDER BY m.id)), '')
FROM opening o JOIN round_item i ON i.round_id = o.round_id JOIN submission s ON s.id = i.submission_id
LEFT JOIN team t ON t.id = s.team_id LEFT JOIN organization g ON g.id = t.organization_id
WHERE o.id = :opening_id ORDER BY i.code, i.id;

-- name: opening_get opening
SELECT o.id, o.round_id, r.key AS round_key, o.decision_id, d.code AS statement, o.hash, o.at, o.place,
    coalesce((SELECT w.name FROM person_name w WHERE w.person_id = p.id AND w.until >= o.at ORDER BY w.until LIMIT 1),
        p.name, '') AS custodian
FROM opening o JOIN round r ON r.id = o.round_id JOIN decision d ON d.id = o.decision_id
LEFT JOIN account a ON a.id = o.account_id LEFT JOIN person p ON p.id = a.person_id
WHERE o.round_id = :round_id;

-- name: opening_witnesses opening_witness
SELECT account_id, name FROM opening_witness WHERE opening_id = :opening_id ORDER BY id;

-- name: opening_names opening_name
SELECT n.round_item_id, i.code, i.title, n.submission, n.team, n.organization, n.members, n.other_members
FROM opening_name n JOIN round_item i ON i.id = n.round_item_id
WHERE n.opening_id = :opening_id ORDER BY i.code, n.id;

-- name: blind_releases blind_release
SELECT b.at, coalesce((SELECT w.name FROM person_name w WHERE w.person_id = p.id AND w.until >= b.at ORDER BY w.until LIMIT 1),
    p.name, '') AS who, b.reason
FROM blind_act b LEFT JOIN account a ON a.id = b.account_id LEFT JOIN person p ON p.id = a.person_id
WHERE b.round_id = :round_id AND b.act = 'release' ORDER BY b.id;

-- name: round_received received_count
-- Of what was sent in for the round.
SELECT count(*) AS n, coalesce(sum(s.late), 0) AS late, coalesce(sum(s.state = 'ineligible'), 0) AS rejected,
    coalesce(sum(s.state = 'withdrawn'), 0) AS withdrawn
FROM round r JOIN submission s ON s.kind = r.kind AND (r.challenge_id IS NULL OR s.challenge_id = r.challenge_id)
WHERE r.id = :round_id;
