-- SPDX-License-Identifier: MIT
-- name: record_id
SELECT id FROM record WHERE kind = :kind AND code = :code COLLATE NOCASE;

-- name: record_code
SELECT code FROM record WHERE kind = :kind AND id = :id;

-- name: record_ids
SELECT id FROM record WHERE kind = :kind ORDER BY id;
