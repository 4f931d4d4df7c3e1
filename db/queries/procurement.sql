-- SPDX-License-Identifier: MIT
-- name: budget_state budget
SELECT ceiling, committed, paid, (SELECT count(*) FROM budget_decision) AS decisions FROM budget_state;

-- name: budget_decide budget_decision
INSERT INTO budget_decision (ceiling, day, reason, account_id) VALUES (:ceiling, :day, :reason, :account_id);

-- name: budget_decision_ids
SELECT id FROM budget_decision ORDER BY id DESC;

-- name: budget_decision_get budget_decision
SELECT d.id, d.ceiling, coalesce((SELECT ceiling FROM budget_decision b WHERE b.id < d.id ORDER BY b.id DESC LIMIT 1), 0) AS before,
    d.day, d.reason,
    coalesce((SELECT w.name FROM person_name w WHERE w.person_id = p.id AND w.until >= d.day + 86399 ORDER BY w.until LIMIT 1),
        p.name, '') AS by
FROM budget_decision d LEFT JOIN account a ON a.id = d.account_id LEFT JOIN person p ON p.id = a.person_id
WHERE d.id = :id;

-- name: procurement_counts procurement_counts
SELECT (SELECT count(*) FROM team t LEFT JOIN negotiation n ON n.team_id = t.id
        WHERE t.state = 'winner' AND coalesce(n.state, 'not_started') = 'not_started') AS not_started,
    (SELECT count(*) FROM negotiation WHERE state = 'negotiating') AS negotiating,
    (SELECT count(*) FROM negotiation WHERE state IN ('contract', 'no_contract')) AS concluded,
    (SELECT count(*) FROM contract WHERE state IN ('active', 'ended')) AS contracts,
    (SELECT count(*) FROM payment WHERE state IN ('planned', 'approved')) AS payments;

-- name: negotiation_teams
SELECT t.id FROM team t JOIN challenge c ON c.id = t.challenge_id LEFT JOIN negotiation n ON n.team_id = t.id
WHERE t.state = 'winner' OR n.id IS NOT NULL
ORDER BY c.number, t.number;

-- name: negotiation_teams_in
SELECT t.id FROM team t JOIN challenge c ON c.id = t.challenge_id LEFT JOIN negotiation n ON n.team_id = t.id
WHERE (t.state = 'winner' OR n.id IS NOT NULL) AND coalesce(n.state, 'not_started') = :state
ORDER BY c.number, t.number;

-- name: negotiation_due_teams
SELECT n.team_id FROM negotiation n WHERE n.due <= :day AND n.state IN ('not_started', 'negotiating')
ORDER BY n.due, n.id;

-- name: negotiation_get negotiation
SELECT t.id AS team_id, t.code AS team_code, t.name AS team_name, t.state AS team_state, t.challenge_id, c.code AS challenge_code, n.id, coalesce(n.state, 'not_started') AS state,
    coalesce((SELECT day FROM negotiation_act a WHERE a.negotiation_id = n.id AND a.act = 'start'
        ORDER BY a.id DESC LIMIT 1), 0) AS started,
    n.next_step, n.due, coalesce(n.estimate, -1) AS estimate, n.procedure, n.v,
    (SELECT count(*) FROM contract k WHERE k.team_id = t.id AND k.state IN ('active', 'ended')) AS contracts,
    (SELECT count(*) FROM contract k WHERE k.team_id = t.id AND k.state IN ('proposed', 'active')) AS active,
    coalesce((SELECT sum(k.net) FROM contract k WHERE k.team_id = t.id AND k.state = 'active'), 0)
        + coalesce((SELECT sum(p.net) FROM payment p JOIN contract k ON k.id = p.contract_id
            WHERE k.team_id = t.id AND k.state IN ('ended', 'cancelled') AND p.state = 'paid'), 0) AS committed,
    coalesce((SELECT sum(p.net) FROM payment p JOIN contract k ON k.id = p.contract_id
        WHERE k.team_id = t.id AND p.state = 'paid'), 0) AS paid
FROM team t JOIN challenge c ON c.id = t.challenge_id LEFT JOIN negotiation n ON n.team_id = t.id
WHERE t.id = :team_id;

-- name: negotiation_estimates
SELECT coalesce(sum(n.estimate), 0) FROM negotiation n JOIN team t ON t.id = n.team_id
WHERE t.challenge_id = :challenge_id AND n.state <> 'no_contract';

-- name: negotiation_add negotiation
INSERT INTO negotiation (team_id, next_step, due, estimate, procedure)
VALUES (:team_id, :next_step, :due, :estimate, :procedure);

-- name: negotiation_update negotiation
UPDATE negotiation SET next_step = :next_step, due = :due, estimate = :estimate, procedure = :procedure, v = v + 1
WHERE team_id = :team_id AND v = :v;

-- name: negotiation_set_state
UPDATE negotiation SET state = :state, next_step = CASE :state WHEN 'negotiating' THEN next_step ELSE '' END,
    due = CASE :state WHEN 'negotiating' THEN due END, v = v + 1
WHERE id = :id;

-- name: negotiation_act_add negotiation_act
INSERT INTO negotiation_act (negotiation_id, act, day, reason, account_id)
VALUES (:negotiation_id, :act, :day, :reason, :account_id);

-- name: negotiation_acts negotiation_act
SELECT a.act, a.day, a.reason,
    coalesce((SELECT w.name FROM person_name w WHERE w.person_id = p.id AND w.until >= a.day + 86399 ORDER BY w.until LIMIT 1),
        p.name, '') AS by
FROM negotiation_act a
LEFT JOIN account c ON c.id = a.account_id LEFT JOIN person p ON p.id = c.person_id
WHERE a.negotiation_id = :negotiation_id ORDER BY a.id;

-- name: contract_add contract
INSERT INTO contract ({contract.columns but closed reason}) VALUES ({contract.params but closed reason});

-- name: contract_update contract
UPDATE contract SET case_number = :case_number, licence = :licence, term_from = :term_from, term_until = :term_until,
    options = :options, licence_kind = :licence_kind, rights = :rights, liability = :liability,
    price_basis = :price_basis, subcontracting = :subcontracting, v = v + 1
WHERE id = :id AND v = :v;

-- name: contract_approve
UPDATE contract SET state = 'active', v = v + 1 WHERE id = :id AND state = 'proposed';

-- name: contract_close
UPDATE contract SET state = :state, closed = :closed, reason = :reason, v = v + 1 WHERE id = :id;

-- name: contract_get contract
SELECT k.id, k.number, k.code, k.team_id, t.code AS team_code, t.name AS team_name, k.net, k.vat, k.day, k.case_number, k.licence, k.state,
    k.closed, k.reason, k.exception, k.exception_reason, k.v, k.organization_id, coalesce(o.name_fi, '') AS party_fi,
    coalesce(o.name_sv, '') AS party_sv, coalesce(o.business_id, '') AS party_id, k.term_from, k.term_until, k.options,
    k.licence_kind, k.rights, k.liability, k.price_basis, k.subcontracting, k.unchecked, k.changes, coalesce(f.code, '') AS changes_code,
    k.change_ground, k.change_reason,
    coalesce((SELECT group_concat(name || CASE title WHEN '' THEN '' ELSE ', ' || title END, char(10))
        FROM (SELECT name, title FROM contract_person WHERE contract_id = k.id AND part = 'party' ORDER BY position)), '')
        AS persons,
    coalesce((SELECT group_concat(name || CASE title WHEN '' THEN '' ELSE ', ' || title END, char(10))
        FROM (SELECT name, title FROM contract_person WHERE contract_id = k.id AND part = 'signatory' ORDER BY position)), '')
        AS signatories,
    coalesce((SELECT group_concat(ltrim(strftime('%d', due, 'unixepoch'), '0') || '.'
            || ltrim(strftime('%m', due, 'unixepoch'), '0') || strftime('.%Y', due, 'unixepoch') || '; '
            || printf('%d,%02d', net / 100, net % 100) || '; ' || text, char(10))
        FROM (SELECT due, net, text FROM contract_milestone WHERE contract_id = k.id ORDER BY position)), '') AS milestones,
    coalesce((SELECT sum(net) FROM payment WHERE contract_id = k.id AND state = 'planned'), 0) AS planned,
    coalesce((SELECT sum(net) FROM payment WHERE contract_id = k.id AND state = 'approved'), 0) AS approved,
    coalesce((SELECT sum(net) FROM payment WHERE contract_id = k.id AND state = 'paid'), 0) AS paid
FROM contract k JOIN team t ON t.id = k.team_id LEFT JOIN organization o ON o.id = k.organization_id
LEFT JOIN contract f ON f.id = k.changes WHERE k.id = :id;

-- name: contract_find
SELECT id FROM contract WHERE code = :code;

-- name: contract_holding
SELECT id FROM contract WHERE team_id = :team_id AND state IN ('proposed', 'active') ORDER BY number LIMIT 1;

-- name: contract_rival
SELECT k.id FROM contract k JOIN team t ON t.id = k.team_id JOIN team own ON own.id = :team_id
WHERE k.state IN ('proposed', 'active') AND t.challenge_id = own.challenge_id AND t.id <> own.id
    AND NOT EXISTS (SELECT 1 FROM team_award a JOIN team_award b ON b.decision_id = a.decision_id
        WHERE a.team_id = own.id AND b.team_id = t.id AND a.outcome = 'selected' AND b.outcome = 'selected')
ORDER BY k.number LIMIT 1;

-- name: contract_ids
SELECT id FROM contract WHERE :team_id IS NULL OR team_id = :team_id ORDER BY number;

-- name: payment_add payment
INSERT INTO payment (number, code, contract_id, net, vat, due, text)
VALUES (:number, :code, :contract_id, :net, :vat, :due, :text);

-- name: payment_update payment
UPDATE payment SET net = :net, vat = :vat, due = :due, text = :text, v = v + 1 WHERE id = :id AND v = :v;

-- name: payment_approve
UPDATE payment SET state = 'approved', approved = :approved, approved_by = :approved_by, v = v + 1 WHERE id = :id;

-- name: payment_pay
UPDATE payment SET state = 'paid', paid = :paid, v = v + 1 WHERE id = :id;

-- name: payment_cancel
UPDATE payment SET state = 'cancelled', cancelled = :cancelled, reason = :reason, v = v + 1 WHERE id = :id;

-- name: payment_cancel_planned
UPDATE payment SET state = 'cancelled', cancelled = :cancelled, reason = :reason, v = v + 1
WHERE contract_id = :contract_id AND state = 'planned';

-- name: payment_get payment
SELECT p.id, p.number, p.code, p.contract_id, k.code AS contract_code, k.team_id, t.code AS team_code, t.state AS team_state, p.net, p.vat, p.due, p.text, p.state,
    p.approved,
    coalesce((SELECT w.name FROM person_name w WHERE w.person_id = n.id AND w.until >= p.approved ORDER BY w.until LIMIT 1),
        n.name, '') AS approved_by, p.paid, p.cancelled, p.reason, p.v
FROM payment p JOIN contract k ON k.id = p.contract_id JOIN team t ON t.id = k.team_id
LEFT JOIN account a ON a.id = p.approved_by LEFT JOIN person n ON n.id = a.person_id
WHERE p.id = :id;

-- name: payment_find
SELECT id FROM payment WHERE code = :code;

-- name: payment_ids
SELECT id FROM payment WHERE :contract_id IS NULL OR contract_id = :contract_id ORDER BY number;

-- name: payment_due_ids
SELECT id FROM payment WHERE state IN ('planned', 'approved') AND due <= :day ORDER BY due, id;

-- name: adoption_add adoption
INSERT INTO adoption (municipality_id, team_id, state, day, source)
VALUES (:municipality_id, :team_id, :state, :day, :source);

-- name: adoption_ids_by_team
SELECT a.id FROM (SELECT min(id) AS id, municipality_id, team_id FROM adoption GROUP BY team_id, municipality_id) a
JOIN team t ON t.id = a.team_id JOIN challenge c ON c.id = t.challenge_id
JOIN municipality_name n ON n.municipality_id = a.municipality_id AND n.lang = :lang AND n.kind = 'official'
WHERE :team_id IS NULL OR a.team_id = :team_id
ORDER BY c.number, t.number, n.name_key, a.id;

-- name: adoption_ids_by_municipality
SELECT a.id FROM (SELECT min(id) AS id, municipality_id, team_id FROM adoption GROUP BY team_id, municipality_id) a
JOIN team t ON t.id = a.team_id JOIN challenge c ON c.id = t.challenge_id
JOIN municipality_name n ON n.municipality_id = a.municipality_id AND n.lang = :lang AND n.kind = 'official'
WHERE :team_id IS NULL OR a.team_id = :team_id
ORDER BY n.name_key, a.municipality_id, c.number, t.number;

-- name: adoption_ids_by_state
SELECT a.id FROM (SELECT min(id) AS id, max(id) AS last, municipality_id, team_id FROM adoption
    GROUP BY team_id, municipality_id) a
JOIN adoption l ON l.id = a.last
JOIN team t ON t.id = a.team_id JOIN challenge c ON c.id = t.challenge_id
JOIN municipality_name n ON n.municipality_id = a.municipality_id AND n.lang = :lang AND n.kind = 'official'
WHERE :team_id IS NULL OR a.team_id = :team_id
ORDER BY CASE l.state WHEN 'in_use' THEN 1 WHEN 'piloting' THEN 2 WHEN 'interested' THEN 3 ELSE 4 END,
    c.number, t.number, n.name_key, a.id;

-- name: adoption_ids_by_day
SELECT a.id FROM (SELECT min(id) AS id, max(id) AS last, municipality_id, team_id FROM adoption
    GROUP BY team_id, municipality_id) a
JOIN adoption l ON l.id = a.last
WHERE :team_id IS NULL OR a.team_id = :team_id
ORDER BY l.day DESC, l.id DESC;

-- name: adoption_of_municipality
SELECT min(id) FROM adoption WHERE municipality_id = :municipality_id GROUP BY team_id ORDER BY team_id;

-- name: adoption_steps_of_team
SELECT count(*) FROM adoption WHERE team_id = :team_id;

-- name: adoption_get adoption
SELECT f.id, l.municipality_id, l.team_id, t.code AS team_code, t.name AS team_name, c.code AS challenge_code, l.state, l.day, l.source,
    (SELECT count(*) FROM adoption s WHERE s.team_id = f.team_id AND s.municipality_id = f.municipality_id) AS steps
FROM adoption f JOIN adoption l ON l.id = (SELECT max(id) FROM adoption s
    WHERE s.team_id = f.team_id AND s.municipality_id = f.municipality_id)
JOIN team t ON t.id = f.team_id JOIN challenge c ON c.id = t.challenge_id
WHERE f.id = :id;

-- name: adoption_steps adoption_step
SELECT s.state, s.day, s.source FROM adoption f JOIN adoption s ON s.team_id = f.team_id
    AND s.municipality_id = f.municipality_id
WHERE f.id = :id ORDER BY s.id;

-- name: adoption_find
SELECT min(id) FROM adoption WHERE municipality_id = :municipality_id AND team_id = :team_id
HAVING count(*) > 0;

-- name: adoption_counts adoption_count
SELECT l.state, count(*) AS n FROM (SELECT max(id) AS last FROM adoption GROUP BY team_id, municipality_id) a
JOIN adoption l ON l.id = a.last GROUP BY l.state;

-- name: adoption_municipalities
SELECT count(DISTINCT l.municipality_id) FROM (SELECT max(id) AS last FROM adoption GROUP BY team_id, municipality_id) a
JOIN adoption l ON l.id = a.last WHERE l.state IN ('piloting', 'in_use');

-- name: adoption_teams
SELECT t.id FROM team t JOIN challenge c ON c.id = t.challenge_id WHERE t.state IN ('winner', 'selected', 'declined')
ORDER BY t.state <> 'winner', c.number, t.number;

-- name: inconsistencies inconsistency
SELECT 'contract_team' AS what, k.code AS code, t.code AS other FROM contract k JOIN team t ON t.id = k.team_id
WHERE k.state IN ('proposed', 'active') AND t.state <> 'winner'
UNION ALL
SELECT 'contract_twice', a.code, b.code FROM contract a JOIN team t ON t.id = a.team_id
JOIN team u ON u.challenge_id = t.challenge_id AND u.id <> t.id JOIN contract b ON b.team_id = u.id AND b.number > a.number
WHERE a.state = 'active' AND b.state = 'active'
    AND NOT EXISTS (SELECT 1 FROM team_award x JOIN team_award y ON y.decision_id = x.decision_id
        WHERE x.team_id = t.id AND y.team_id = u.id AND x.outcome = 'selected' AND y.outcome = 'selected')
UNION ALL
SELECT 'payment_team', p.code, t.code FROM payment p JOIN contract k ON k.id = p.contract_id JOIN team t ON t.id = k.team_id
WHERE p.state = 'approved' AND t.state <> 'winner'
UNION ALL
SELECT 'payment_contract', p.code, k.code FROM payment p JOIN contract k ON k.id = p.contract_id
WHERE p.state IN ('planned', 'approved') AND k.state <> 'active'
UNION ALL
SELECT 'negotiation_team', t.code, t.code FROM negotiation n JOIN team t ON t.id = n.team_id
WHERE n.state = 'negotiating' AND t.state <> 'winner'
UNION ALL
SELECT 'session_team', s.code, t.code FROM mentoring_session s JOIN session_team x ON x.session_id = s.id
JOIN team t ON t.id = x.team_id WHERE s.state = 'planned' AND t.state IN ('withdrawn', 'declined', 'not_selected')
UNION ALL
SELECT 'attachment_record', CAST(a.number AS TEXT), a.tbl || ' ' || a.row_id FROM attachment a
WHERE NOT EXISTS (SELECT 1 FROM record r WHERE r.tbl = a.tbl AND r.id = a.row_id)
ORDER BY what, code, other;
