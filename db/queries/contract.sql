-- SPDX-License-Identifier: MIT
-- name: threshold_add threshold_row
INSERT INTO threshold ({threshold.columns}) VALUES ({threshold.params});

-- name: threshold_ids
SELECT id FROM threshold ORDER BY kind, object, starts DESC, id DESC;

-- name: threshold_get threshold_row
SELECT t.id, {threshold.columns of t},
    NOT EXISTS (SELECT 1 FROM threshold n WHERE n.kind = t.kind AND n.object = t.object AND n.starts <= :day
        AND (n.starts > t.starts OR (n.starts = t.starts AND n.id > t.id))) AND t.starts <= :day AS holds
FROM threshold t WHERE t.id = :id;

-- name: threshold_on
SELECT id FROM threshold WHERE kind = :kind AND object = :object AND starts <= :day ORDER BY starts DESC, id DESC LIMIT 1;

-- name: threshold_known
SELECT id FROM threshold WHERE kind = :kind AND object = :object AND starts = :starts AND amount IS :amount AND days IS :days
ORDER BY id LIMIT 1;

-- name: notice_add notice
INSERT INTO notice ({notice.columns}) VALUES ({notice.params});

-- name: notice_update notice
UPDATE notice SET {notice.set but number code kind}, v = v + 1 WHERE id = :id AND v = :v;

-- name: notice_get notice
SELECT n.id, {notice.columns of n}, n.v, coalesce(c.code, '') AS challenge_code, coalesce(k.code, '') AS contract_code
FROM notice n LEFT JOIN challenge c ON c.id = n.challenge_id LEFT JOIN contract k ON k.id = n.contract_id
WHERE n.id = :id;

-- name: notice_find
SELECT id FROM notice WHERE code = :code;

-- name: notice_ids
SELECT id FROM notice ORDER BY sent IS NOT NULL, CASE WHEN sent IS NULL THEN coalesce(due, 1 << 40) END, number;

-- name: notice_of_challenge
SELECT id FROM notice WHERE challenge_id = :challenge_id ORDER BY number;

-- name: notice_due_ids
SELECT id FROM notice WHERE sent IS NULL AND due <= :day ORDER BY due, id;

-- name: notice_owed_contracts
-- In force or ended, and nobody has written down a notice of its award; a change is told by its first's.
SELECT k.id FROM contract k WHERE k.state IN ('active', 'ended') AND k.changes IS NULL
    AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.contract_id = k.id AND n.kind = 'award')
ORDER BY k.number;

-- name: notice_owed_challenges owed_result
SELECT c.id AS challenge_id, c.code AS challenge_code, max(d.day) AS day
FROM team_award a JOIN decision d ON d.id = a.decision_id JOIN team t ON t.id = a.team_id
JOIN challenge c ON c.id = t.challenge_id
WHERE NOT EXISTS (SELECT 1 FROM notice n WHERE n.challenge_id = c.id AND n.kind = 'result')
GROUP BY c.id ORDER BY c.number;

-- name: supplier_check_add supplier_check
INSERT INTO supplier_check (team_id, kind, outcome, day, valid_until, source, found, account_id)
VALUES (:team_id, :kind, :outcome, :day, :valid_until, :source, :found, :account_id);

-- name: supplier_check_ids
SELECT id FROM supplier_check WHERE team_id = :team_id ORDER BY id;

-- name: supplier_check_newest
SELECT id FROM supplier_check WHERE team_id = :team_id AND kind = :kind ORDER BY day DESC, id DESC LIMIT 1;

-- name: supplier_check_get supplier_check
SELECT s.id, s.team_id, t.code AS team_code, s.kind, s.outcome, s.day, s.valid_until, s.source, s.found,
    coalesce(p.name, '') AS by
FROM supplier_check s JOIN team t ON t.id = s.team_id
LEFT JOIN account a ON a.id = s.account_id LEFT JOIN person p ON p.id = a.person_id
WHERE s.id = :id;

-- name: contract_person_add contract_person
INSERT INTO contract_person (contract_id, part, position, name, title)
VALUES (:contract_id, :part, :position, :name, :title);

-- name: contract_person_clear
DELETE FROM contract_person WHERE contract_id = :contract_id AND part = :part;

-- name: contract_milestone_add contract_milestone
INSERT INTO contract_milestone (contract_id, position, due, net, text)
VALUES (:contract_id, :position, :due, :net, :text);

-- name: contract_milestone_clear
DELETE FROM contract_milestone WHERE contract_id = :contract_id;

-- name: contract_milestones contract_milestone
SELECT contract_id, position, due, net, text FROM contract_milestone WHERE contract_id = :contract_id ORDER BY position;

-- name: contract_changes_sum
-- What the contracts that change it come to, without those that were cancelled.
SELECT coalesce(sum(net), 0) FROM contract WHERE changes = :id AND state <> 'cancelled';

-- name: winner_uninvited
-- Another that shares the win with the team, and that nobody has begun to negotiate with.
SELECT t.id FROM team_award own JOIN team_award a ON a.decision_id = own.decision_id AND a.team_id <> own.team_id
JOIN team t ON t.id = a.team_id JOIN team o ON o.id = own.team_id AND o.challenge_id = t.challenge_id
LEFT JOIN negotiation n ON n.team_id = t.id
WHERE own.team_id = :team_id AND own.outcome = 'selected' AND a.outcome = 'selected' AND t.state = 'winner'
    AND coalesce(n.state, 'not_started') = 'not_started'
ORDER BY t.number LIMIT 1;

-- name: round_qualification_put
INSERT INTO round_qualification (round_id, qualification) VALUES (:round_id, :qualification)
ON CONFLICT (round_id) DO UPDATE SET qualification = excluded.qualification;

-- name: round_qualification_get round_qualification
SELECT :round_id AS round_id, coalesce((SELECT qualification FROM round_qualification WHERE round_id = :round_id), '')
    AS qualification;

-- name: juror_fitness_put juror_fitness
INSERT INTO juror_fitness (panel_member_id, independent, qualified, note)
VALUES (:panel_member_id, :independent, :qualified, :note)
ON CONFLICT (panel_member_id) DO UPDATE SET independent = excluded.independent, qualified = excluded.qualified,
    note = excluded.note;

-- name: juror_fitness_get juror_fitness
SELECT m.id AS panel_member_id, coalesce(f.independent, '') AS independent, coalesce(f.qualified, '') AS qualified,
    coalesce(f.note, '') AS note
FROM panel_member m LEFT JOIN juror_fitness f ON f.panel_member_id = m.id WHERE m.id = :id;
