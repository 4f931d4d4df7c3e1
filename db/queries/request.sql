-- SPDX-License-Identifier: MIT
-- name: info_request_add info_request
INSERT INTO info_request (number, code, received, channel, requester, standing, text, object, extent, due, account_id)
VALUES (:number, :code, :received, :channel, :requester, :standing, :text, :object, :extent, :due, :account_id);

-- name: info_request_update info_request
UPDATE info_request SET received = :received, channel = :channel, requester = :requester, standing = :standing, text = :text,
    object = :object, extent = :extent, due = :due, account_id = :account_id, answered = :answered, given = :given,
    withheld = :withheld, clause = :clause, fee = :fee, purpose = :purpose, refused = :refused, reason = :reason,
    decision_day = :decision_day, decision_number = :decision_number, v = v + 1
WHERE id = :id AND v = :v;

-- name: info_request_get info_request
SELECT q.id, q.number, q.code, q.received, q.channel, q.requester, q.standing, q.text, q.object, q.extent, q.due,
    q.account_id, coalesce(p.name, '') AS handler, q.answered, q.given, q.withheld, q.clause, q.fee, q.purpose, q.refused,
    q.reason, q.decision_day, q.decision_number, q.v
FROM info_request q LEFT JOIN account a ON a.id = q.account_id LEFT JOIN person p ON p.id = a.person_id
WHERE q.id = :id;

-- name: info_request_find
SELECT id FROM info_request WHERE code = :code;

-- name: info_request_ids
-- What waits stands first, the soonest first.
SELECT id FROM info_request
WHERE (:object IS NULL OR object = :object)
    AND (:state IS NULL OR :state = CASE WHEN decision_day IS NOT NULL THEN 'decided' WHEN refused IS NOT NULL THEN 'refused'
        WHEN answered IS NOT NULL THEN 'answered' WHEN due < :today THEN 'overdue' ELSE 'open' END)
ORDER BY CASE WHEN :sort = 'due' THEN answered IS NOT NULL OR refused IS NOT NULL END, CASE WHEN :sort = 'due' THEN due END,
    number;
