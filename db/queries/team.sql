-- SPDX-License-Identifier: MIT
-- name: team_add team
INSERT INTO team (number, code, name, name_key, kind, challenge_id, organization_id)
VALUES (:number, :code, :name, :name_key, :kind, :challenge_id, :organization_id);

-- name: team_update team
UPDATE team SET name = :name, name_key = :name_key, kind = :kind, organization_id = :organization_id, v = v + 1
WHERE id = :id AND v = :v;

-- name: team_set_state
UPDATE team SET state = :state, v = v + 1 WHERE id = :id;

-- name: team_bump
UPDATE team SET v = v + 1 WHERE id = :id;

-- name: team_get team
SELECT t.id, t.number, t.code, t.name, t.kind, t.challenge_id, c.code AS challenge, t.organization_id, t.state, t.v,
    (SELECT count(*) FROM team_member m WHERE m.team_id = t.id AND m.valid_to IS NULL) AS members,
    coalesce((SELECT id FROM submission WHERE team_id = t.id AND kind = 'application'), 0) AS application_id,
    coalesce((SELECT id FROM submission WHERE team_id = t.id AND kind = 'solution'), 0) AS solution_id
FROM team t JOIN challenge c ON c.id = t.challenge_id WHERE t.id = :id;

-- name: team_delete_members
DELETE FROM team_member WHERE team_id = :id;

-- name: team_delete
DELETE FROM team WHERE id = :id;

-- name: team_find
-- By code, or if that is nobody's, by name; at most two.
SELECT id FROM team WHERE code = :text
UNION ALL SELECT id FROM team WHERE fold(name) = fold(:text) AND NOT EXISTS (SELECT 1 FROM team WHERE code = :text) LIMIT 2;

-- name: team_ids
SELECT id FROM team WHERE (:challenge_id IS NULL OR challenge_id = :challenge_id)
    AND (:state IS NULL OR state = :state OR (:state = 'going_on' AND state IN ('selected', 'winner')))
ORDER BY challenge_id, number;

-- name: team_count
SELECT count(*) FROM team WHERE (:challenge_id IS NULL OR challenge_id = :challenge_id)
    AND (:state IS NULL OR state = :state OR (:state = 'going_on' AND state IN ('selected', 'winner')));

-- name: team_member_add team_member
INSERT INTO team_member (team_id, person_id, role, consent, valid_from)
VALUES (:team_id, :person_id, :role, :consent, :valid_from);

-- name: team_member_end
UPDATE team_member SET valid_to = :valid_to WHERE id = :id AND valid_to IS NULL;

-- name: team_member_set
UPDATE team_member SET role = :role, consent = :consent WHERE id = :id;

-- name: team_members team_member
SELECT m.id, m.team_id, m.person_id, p.name, p.email, m.role, m.consent, m.valid_from,
    m.valid_to
FROM team_member m JOIN person p ON p.id = m.person_id
WHERE m.team_id = :team_id ORDER BY m.valid_to IS NOT NULL, m.id;

-- name: team_act_add team_act
INSERT INTO team_act (team_id, act, at, before, reason, account_id)
VALUES (:team_id, :act, :at, :before, :reason, :account_id);

-- name: team_acts team_act
SELECT t.act, t.at, t.before, t.reason,
    coalesce((SELECT w.name FROM person_name w WHERE w.person_id = p.id AND w.until >= t.at ORDER BY w.until LIMIT 1),
        p.name, '') AS who
FROM team_act t LEFT JOIN account a ON a.id = t.account_id LEFT JOIN person p ON p.id = a.person_id
WHERE t.team_id = :team_id ORDER BY t.id;

-- name: team_decision
SELECT max(d.id) FROM decision d JOIN decision_item x ON x.decision_id = d.id JOIN round_item i ON i.id = x.round_item_id
JOIN submission s ON s.id = i.submission_id
WHERE s.team_id = :team_id AND s.kind = :kind AND d.kind = 'decision' AND d.state = 'signed'
    AND NOT EXISTS (SELECT 1 FROM decision n WHERE n.corrects = d.id AND n.state = 'signed');
