-- SPDX-License-Identifier: MIT
-- name: disclosure_add
INSERT INTO disclosure (at, account_id, list, persons, data, filter)
VALUES (:at, :account_id, :list, :persons, :data, :filter);

-- name: disclosure_ids
SELECT id FROM disclosure ORDER BY id DESC;

-- name: disclosure_get disclosure
SELECT d.id, d.at,
    coalesce((SELECT w.name FROM person_name w WHERE w.person_id = p.id AND w.until >= d.at ORDER BY w.until LIMIT 1),
        p.name, '') AS who,
    d.list, d.persons, d.data, d.filter
FROM disclosure d LEFT JOIN account c ON c.id = d.account_id LEFT JOIN person p ON p.id = c.person_id
WHERE d.id = :id;
