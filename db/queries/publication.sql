-- SPDX-License-Identifier: MIT
-- name: publication_add publication
INSERT INTO publication (stage, lang, at, account_id, sha256, size, until)
VALUES (:stage, :lang, :at, :account_id, :sha256, :size, :until);

-- name: publication_ids
SELECT id FROM publication ORDER BY id DESC;

-- name: publication_due_ids
SELECT id FROM publication WHERE down IS NULL AND until <= :day ORDER BY until, id;

-- name: publication_get publication
SELECT b.id, b.stage, b.lang, b.at,
    coalesce((SELECT w.name FROM person_name w WHERE w.person_id = p.id AND w.until >= b.at ORDER BY w.until LIMIT 1),
        p.name, '') AS who,
    b.sha256, b.size, b.until, b.down
FROM publication b LEFT JOIN account c ON c.id = b.account_id LEFT JOIN person p ON p.id = c.person_id
WHERE b.id = :id;

-- name: publication_down
UPDATE publication SET down = :day WHERE id = :id AND down IS NULL;

-- name: region_parts region_part
-- How many municipalities of each region have a part in a problem that counts, alone or with others: by the region
-- that each belongs to on the day.
SELECT g.code, g.name_fi, g.name_sv, count(DISTINCT x.id) AS municipalities
FROM region g LEFT JOIN (
    SELECT m.id, (SELECT h.region_id FROM municipality_region h WHERE h.municipality_id = m.id AND h.valid_from <= :day
        ORDER BY h.valid_from DESC LIMIT 1) AS region_id
    FROM municipality m WHERE EXISTS (
        SELECT 1 FROM submission s LEFT JOIN joint_problem j ON j.submission_id = s.id
            LEFT JOIN submission l ON l.id = j.lead_id
        WHERE s.kind = 'problem' AND s.municipality_id = m.id AND (s.late = 0 OR s.state <> 'received')
            AND coalesce(l.state, s.state) NOT IN ('withdrawn', 'ineligible'))
    OR EXISTS (
        SELECT 1 FROM co_applicant c CROSS JOIN submission s ON s.id = c.submission_id
        WHERE c.municipality_id = m.id AND s.kind = 'problem' AND (s.late = 0 OR s.state <> 'received')
            AND s.state NOT IN ('withdrawn', 'ineligible', 'joined'))) x ON x.region_id = g.id
GROUP BY g.id ORDER BY g.code;
