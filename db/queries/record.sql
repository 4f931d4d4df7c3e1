-- SPDX-License-Identifier: MIT
-- name: record_id
SELECT id FROM record WHERE kind = :kind AND code = :code COLLATE NOCASE;

-- name: record_code
SELECT code FROM record WHERE tbl = :tbl AND id = :id;

-- name: record_kind
SELECT kind FROM record WHERE tbl = :tbl AND id = :id;

-- name: record_ids
SELECT id FROM record WHERE kind = :kind ORDER BY id;

-- name: part_name part_name
-- What a part of a record is called that is no kind of its own.
SELECT p.name AS name_fi, p.name AS name_sv, p.name AS name_en
FROM panel_member m JOIN account a ON a.id = m.account_id JOIN person p ON p.id = a.person_id
WHERE :tbl = 'panel_member' AND m.id = :id
UNION ALL SELECT name_fi, name_sv, name_en FROM criterion WHERE :tbl = 'criterion' AND id = :id
UNION ALL SELECT name_fi, name_sv, name_en FROM theme WHERE :tbl = 'theme' AND id = :id
UNION ALL SELECT name_fi, name_sv, '' FROM region WHERE :tbl = 'region' AND id = :id;
