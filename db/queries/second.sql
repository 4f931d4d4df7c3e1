-- SPDX-License-Identifier: MIT
-- name: second_next_number
SELECT coalesce(max(number), 0) + 1 FROM second_act;

-- name: second_add second_act
INSERT INTO second_act (number, kind, row_id, object, ground, reason, proposed, proposed_by)
VALUES (:number, :kind, :row_id, :object, :ground, :reason, :proposed, :proposed_by);

-- name: second_decide
UPDATE second_act SET state = :state, decided = :decided, decided_by = :decided_by, answer = :answer
WHERE id = :id AND state = 'waiting';

-- name: second_get second_act
SELECT a.id, a.number, a.kind, a.row_id, a.object, a.ground, a.reason, a.proposed, coalesce(a.proposed_by, 0) AS proposer,
    coalesce(p.name, '') AS proposed_by, a.state, a.decided, coalesce(q.name, '') AS decided_by, a.answer
FROM second_act a LEFT JOIN account c ON c.id = a.proposed_by LEFT JOIN person p ON p.id = c.person_id
LEFT JOIN account d ON d.id = a.decided_by LEFT JOIN person q ON q.id = d.person_id
WHERE a.id = :id;

-- name: second_find
SELECT id FROM second_act WHERE number = :number;

-- name: second_ids
-- What still waits comes first.
SELECT id FROM second_act WHERE :state IS NULL OR state = :state ORDER BY state <> 'waiting', number;

-- name: second_waiting
SELECT id FROM second_act WHERE kind = :kind AND row_id = :row_id AND state = 'waiting';

-- name: second_recorder
SELECT coalesce(l.account_id, 0) FROM log_change c JOIN log l ON l.seq = c.log_seq
WHERE c.tbl = :tbl AND c.row_id = :row_id AND c.op = 'I' ORDER BY c.id DESC LIMIT 1;

-- name: payment_limit
SELECT cents FROM payment_limit ORDER BY id DESC LIMIT 1;

-- name: payment_limit_set
INSERT INTO payment_limit (cents, at, reason, account_id) VALUES (:cents, :at, :reason, :account_id);
