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

-- name: feedback_said feedback_said
-- Of the reviews that count, by their words: an order that stays and, other than the panel's, tells nobody.
SELECT v.feedback FROM assignment_status a JOIN review v ON v.id = a.review_id
WHERE a.item_id = :round_item_id AND a.barred = 0 AND a.set_aside = 0 AND v.feedback <> ''
ORDER BY v.feedback, v.id;

-- name: feedback_progress feedback_progress
SELECT count(*) AS all_items, count(f.cleared) AS cleared,
    coalesce(sum(coalesce(f.text_fi <> '' OR f.text_sv <> '' OR f.text_en <> '', 0)), 0) AS written
FROM round_item i LEFT JOIN feedback f ON f.round_item_id = i.id
WHERE i.round_id = :round_id AND NOT EXISTS (SELECT 1 FROM item_gone g WHERE g.round_item_id = i.id);

-- name: feedback_names name
-- Who should not be named in it: the round's jurors, and people of whoever sent that item, or (NULL) any of the round.
SELECT p.name AS text, 'juror' AS kind FROM panel_member m JOIN account c ON c.id = m.account_id
    JOIN person p ON p.id = c.person_id WHERE m.round_id = :round_id
UNION SELECT p.name, 'person' FROM round_item i JOIN submission s ON s.id = i.submission_id
    JOIN team_member m ON m.team_id = s.team_id JOIN person p ON p.id = m.person_id
    WHERE i.round_id = :round_id AND (:round_item_id IS NULL OR i.id = :round_item_id)
UNION SELECT s.contact_name, 'person' FROM round_item i JOIN submission s ON s.id = i.submission_id
    WHERE i.round_id = :round_id AND (:round_item_id IS NULL OR i.id = :round_item_id) AND s.contact_name <> ''
ORDER BY 2, 1;
