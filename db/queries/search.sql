-- SPDX-License-Identifier: MIT
-- name: search_drop
DELETE FROM search WHERE rowid = :rowid;

-- name: search_put
INSERT INTO search (rowid, head, body)
SELECT ref * 32 + kind, head, body FROM search_source WHERE kind = :kind AND ref = :ref;

-- name: search_all
SELECT rowid FROM search WHERE search MATCH :query ORDER BY rank LIMIT :limit;

-- name: search_kind
SELECT rowid >> 5 FROM search WHERE search MATCH :query AND rowid & 31 = :kind;
