-- SPDX-License-Identifier: MIT
-- name: import_batch_add import_batch
INSERT INTO import_batch (kind, file, sha256, charset, delimiter, form, mapping, date_order, made)
VALUES (:kind, :file, :sha256, :charset, :delimiter, :form, :mapping, :date_order, :made);

-- name: import_batch_of_form import_form
SELECT id AS batch_id, mapping, date_order FROM import_batch WHERE form = :form AND kind = :kind AND undone IS NULL ORDER BY id DESC LIMIT 1;

-- name: import_sources import_source
-- Rows that had waited, and those that were simply taken in; the newest first.
SELECT source, submission_id, code FROM (
    SELECT w.batch_id, w.row, w.source, w.submission_id, s.code
    FROM import_batch b JOIN import_row w ON w.batch_id = b.id AND w.source <> ''
    JOIN submission s ON s.id = w.submission_id WHERE b.form = :form AND b.kind = :kind AND b.undone IS NULL
    UNION ALL
    SELECT s.came_batch_id, s.came_row, s.came_source, s.id, s.code
    FROM import_batch b JOIN submission s ON s.came_batch_id = b.id AND s.came_source IS NOT NULL
    WHERE b.form = :form AND b.kind = :kind AND b.undone IS NULL)
ORDER BY batch_id DESC, row DESC;

-- name: import_known_source text_row
SELECT code AS text FROM (
    SELECT w.batch_id, w.row, s.code FROM import_row me JOIN import_batch mine ON mine.id = me.batch_id
    JOIN import_batch b ON b.form = mine.form AND b.kind = mine.kind AND b.undone IS NULL
    JOIN import_row w ON w.batch_id = b.id AND w.source = me.source AND w.id <> me.id
    JOIN submission s ON s.id = w.submission_id WHERE me.id = :id AND me.source <> ''
    UNION ALL
    SELECT s.came_batch_id, s.came_row, s.code FROM import_row me JOIN import_batch mine ON mine.id = me.batch_id
    JOIN import_batch b ON b.form = mine.form AND b.kind = mine.kind AND b.undone IS NULL
    JOIN submission s ON s.came_batch_id = b.id AND s.came_source IS NOT NULL AND s.came_source = me.source
    WHERE me.id = :id AND me.source <> '')
ORDER BY batch_id DESC, row DESC LIMIT 1;

-- name: import_versions_of
SELECT id FROM import_row WHERE batch_id = :batch_id AND verdict = 'held' AND reason = 'source_version' ORDER BY row;

-- name: import_batch_get import_batch
SELECT b.id, b.kind, b.file, b.sha256, b.charset, b.delimiter, b.made, b.undone,
    (SELECT count(*) FROM submission WHERE came_batch_id = b.id)
        + (SELECT count(*) FROM import_row WHERE batch_id = b.id AND verdict IN ('added', 'corrected')) AS added,
    (SELECT count(*) FROM import_row WHERE batch_id = b.id AND verdict = 'replaced') AS replaced,
    (SELECT count(*) FROM import_row WHERE batch_id = b.id AND verdict = 'refused') AS refused,
    (SELECT count(*) FROM import_row WHERE batch_id = b.id AND verdict = 'held') AS held
FROM import_batch b WHERE b.id = :id;

-- name: import_batch_ids
SELECT id FROM import_batch ORDER BY id DESC;

-- name: import_batch_undo
UPDATE import_batch SET undone = :undone WHERE id = :id;

-- name: import_row_add import_row
INSERT INTO import_row (batch_id, row, line, verdict, reason, field, received, cells, raw_digest, candidate, source, submission_id)
VALUES (:batch_id, :row, :line, :verdict, :reason, :field, :received, :cells, :raw_digest, :candidate, :source, :submission_id);

-- name: import_row_set
UPDATE import_row SET verdict = :verdict, submission_id = :submission_id WHERE id = :id;

-- name: import_row_doubt import_row
UPDATE import_row SET received = :received, reason = :reason, field = :field, candidate = :candidate WHERE id = :id;

-- name: import_row_get import_row
SELECT w.id, w.batch_id, b.kind, w.row, w.line, w.verdict, w.reason, w.field, w.received, w.cells, w.raw_digest AS digest, w.candidate,
    w.source, w.submission_id
FROM import_row w JOIN import_batch b ON b.id = w.batch_id WHERE w.id = :id;

-- name: import_row_find
SELECT id FROM import_row WHERE batch_id = :batch_id AND row = :row;

-- name: import_rows_of
SELECT id FROM import_row WHERE batch_id = :batch_id ORDER BY row;

-- name: import_simply_added
SELECT id FROM submission WHERE came_batch_id = :batch_id ORDER BY came_row DESC;

-- name: import_is_simply_added
SELECT count(*) FROM submission WHERE came_batch_id = :batch_id AND came_row = :row;

-- name: import_waiting_ids
SELECT w.id FROM import_row w JOIN import_batch b ON b.id = w.batch_id
WHERE b.undone IS NULL AND w.verdict IN ('held', 'refused') AND (:verdict IS NULL OR w.verdict = :verdict)
ORDER BY w.verdict, w.batch_id DESC, w.row;

-- name: import_waiting
SELECT count(*) FROM import_row w JOIN import_batch b ON b.id = w.batch_id WHERE w.verdict = :verdict AND b.undone IS NULL;

-- name: import_digests text_row
SELECT w.raw_digest AS text FROM import_row w JOIN import_batch b ON b.id = w.batch_id
WHERE b.kind = :kind AND b.undone IS NULL AND w.verdict IN ('added', 'replaced', 'skipped', 'corrected')
UNION ALL
SELECT s.came_digest FROM submission s JOIN import_batch b ON b.id = s.came_batch_id
WHERE s.came_digest IS NOT NULL AND b.kind = :kind AND b.undone IS NULL;

-- name: import_waiting_digests text_row
SELECT w.raw_digest AS text FROM import_row w JOIN import_batch b ON b.id = w.batch_id
WHERE b.kind = :kind AND b.undone IS NULL AND w.verdict IN ('held', 'refused');

-- name: import_in_rounds
SELECT count(*) FROM (SELECT id FROM submission WHERE came_batch_id = :batch_id
    UNION ALL SELECT submission_id FROM import_row
    WHERE batch_id = :batch_id AND verdict IN ('added', 'replaced', 'corrected')) s
WHERE EXISTS (SELECT 1 FROM round_item i WHERE i.submission_id = s.id);

-- name: import_brought
SELECT c.row_id FROM log l JOIN log_change c ON c.log_seq = l.seq
WHERE l.object = 'import:' || :batch_id AND c.tbl = :tbl AND c.op = 'I'
    AND NOT EXISTS (SELECT 1 FROM log_change d WHERE d.tbl = c.tbl AND d.row_id = c.row_id AND d.op = 'D' AND d.id > c.id)
ORDER BY c.row_id;
