-- SPDX-License-Identifier: MIT
-- name: attachment_add attachment
INSERT INTO attachment (tbl, row_id, submission_id, number, name, media, size, sha256, publicity, added, account_id)
SELECT :tbl, :row_id, CASE :tbl WHEN 'submission' THEN :row_id END, coalesce(max(number), 0) + 1, :name, :media, :size,
    :sha256, :publicity, :added, :account_id
FROM attachment WHERE tbl = :tbl AND row_id = :row_id;

-- name: attachment_content_add
INSERT INTO attachment_content (attachment_id, content) VALUES (:attachment_id, :content);

-- name: attachments attachment
SELECT a.id, a.tbl, a.row_id, a.number, a.name, a.media, a.size, a.sha256, a.publicity, a.added,
    coalesce((SELECT w.name FROM person_name w WHERE w.person_id = p.id AND w.until >= a.added ORDER BY w.until LIMIT 1),
        p.name, '') AS who,
    a.removed, a.reason
FROM attachment a LEFT JOIN account c ON c.id = a.account_id LEFT JOIN person p ON p.id = c.person_id
WHERE a.tbl = :tbl AND a.row_id = :row_id ORDER BY a.number;

-- name: attachments_move
-- Of two records that become one: behind those that the first has.
UPDATE attachment SET row_id = :kept, number = number + coalesce((SELECT max(number) FROM attachment
    WHERE tbl = :tbl AND row_id = :kept), 0)
WHERE tbl = :tbl AND row_id = :gone;

-- name: attachment_content attachment_content
SELECT content FROM attachment_content WHERE attachment_id = :attachment_id;

-- name: attachment_remove
UPDATE attachment SET removed = :removed, reason = :reason WHERE id = :id AND removed IS NULL;

-- name: attachment_take_back
DELETE FROM round_attachment WHERE attachment_id = :id AND round_item_id IN (SELECT i.id FROM round_item i
    JOIN round r ON r.id = i.round_id WHERE r.state IN ('planned', 'open') AND (i.part = '' OR :both_sides));

-- name: round_attachments_clear
DELETE FROM round_attachment WHERE round_item_id = :round_item_id;

-- name: round_attachment_give
INSERT INTO round_attachment (round_item_id, attachment_id, name) VALUES (:round_item_id, :attachment_id, :name);

-- name: round_attachments given_file
SELECT g.attachment_id, g.name FROM round_attachment g JOIN attachment a ON a.id = g.attachment_id
WHERE g.round_item_id = :round_item_id ORDER BY a.number;
