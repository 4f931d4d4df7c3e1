-- SPDX-License-Identifier: MIT
-- name: dialogue_add dialogue
INSERT INTO dialogue (round_id, number, round_item_id, panel_member_id, text, asked, asked_by)
VALUES (:round_id, (SELECT coalesce(max(number), 0) + 1 FROM dialogue WHERE round_id = :round_id), :round_item_id,
    :panel_member_id, :text, :asked, :asked_by);

-- name: dialogue_pass dialogue
UPDATE dialogue SET passed_text = :passed_text, passed = :passed, passed_by = :by, v = v + 1
WHERE id = :id AND v = :v AND passed IS NULL;

-- name: dialogue_answer dialogue
UPDATE dialogue SET received = :received, answer = :answer, reason = :reason, answered = :answered, answered_by = :by,
    v = v + 1
WHERE id = :id AND v = :v AND passed IS NOT NULL AND answered IS NULL;

-- name: dialogue_get dialogue
SELECT d.id, d.round_id, r.key AS round_key, d.number, d.round_item_id, i.code, d.panel_member_id,
    coalesce(p.name, '') AS asker, d.text, d.asked, d.passed_text, d.passed, d.received, d.answer, d.reason, d.answered,
    i.submission_id, s.code AS submission_code, coalesce(t.name, '') AS team, d.v
FROM dialogue d JOIN round r ON r.id = d.round_id JOIN round_item i ON i.id = d.round_item_id
JOIN submission s ON s.id = i.submission_id LEFT JOIN team t ON t.id = s.team_id
LEFT JOIN panel_member m ON m.id = d.panel_member_id LEFT JOIN account a ON a.id = m.account_id
LEFT JOIN person p ON p.id = a.person_id
WHERE d.id = :id;

-- name: dialogue_find
SELECT id FROM dialogue WHERE round_id = :round_id AND number = :number;

-- name: dialogue_ids
-- In the order in which they were asked.
SELECT id FROM dialogue
WHERE (:round_id IS NULL OR round_id = :round_id) AND (:round_item_id IS NULL OR round_item_id = :round_item_id)
ORDER BY round_id, number;

-- name: dialogue_of_submission
SELECT d.id FROM dialogue d JOIN round_item i ON i.id = d.round_item_id
WHERE i.submission_id = :submission_id ORDER BY d.round_id, d.number;

-- name: dialogue_open_ids
SELECT id FROM dialogue WHERE answered IS NULL ORDER BY asked, id;
