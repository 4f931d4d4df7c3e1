-- SPDX-License-Identifier: MIT
-- name: feedback_add feedback
INSERT INTO feedback (round_item_id, text_fi, text_sv, text_en) VALUES (:round_item_id, :text_fi, :text_sv, :text_en);

-- name: feedback_update feedback
UPDATE feedback SET text_fi = :text_fi, text_sv = :text_sv, text_en = :text_en, cleared = NULL, cleared_by = NULL, v = v + 1
WHERE id = :id AND v = :v;

-- name: feedback_set_cleared
UPDATE feedback SET cleared = :cleared, cleared_by = :cleared_by, v = v + 1 WHERE id = :id AND v = :v;

-- name: feedback_get feedback
SELECT coalesce(f.id, 0) AS id, i.id AS round_item_id, coalesce(f.text_fi, '') AS text_fi, coalesce(f.text_sv, '') AS text_sv,
    coalesce(f.text_en, '') AS text_en, f.cleared,
    coalesce((SELECT w.name FROM person_name w WHERE w.person_id = p.id AND w.until >= f.cleared ORDER BY w.until LIMIT 1),
        p.name, '') AS cleared_by,
    coalesce(f.v, 0) AS v
FROM round_item i LEFT JOIN feedback f ON f.round_item_id = i.id
LEFT JOIN account c ON c.id = f.cleared_by LEFT JOIN person p ON p.id = c.person_id
WHERE i.id = :round_item_id;

-- name: feedback_said
-- Of the reviews that count. Their order is one of chance that stays, not the panel's: it tells nobody.
SELECT v.feedback FROM assignment_status a JOIN review v ON v.id = a.review_id
WHERE a.item_id = :round_item_id AND a.barred = 0 AND a.set_aside = 0 AND v.feedback <> ''
ORDER BY v.salt, v.id;

-- name: feedback_progress feedback_progress
SELECT count(*) AS all_items, count(f.cleared) AS cleared,
    coalesce(sum(coalesce(f.text_fi <> '' OR f.text_sv <> '' OR f.text_en <> '', 0)), 0) AS written
FROM round_item i LEFT JOIN feedback f ON f.round_item_id = i.id
WHERE i.round_id = :round_id AND NOT EXISTS (SELECT 1 FROM item_gone g WHERE g.round_item_id = i.id);
