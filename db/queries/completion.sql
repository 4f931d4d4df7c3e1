-- SPDX-License-Identifier: MIT
-- name: eligibility_question_add eligibility_question
INSERT INTO eligibility_question ({eligibility_question.columns}) VALUES ({eligibility_question.params});

-- name: eligibility_question_update eligibility_question
UPDATE eligibility_question SET text_fi = :text_fi, text_sv = :text_sv, text_en = :text_en, v = v + 1
WHERE id = :id AND v = :v;

-- name: eligibility_question_remove
DELETE FROM eligibility_question WHERE id = :id;

-- name: eligibility_question_next
-- The lowest number that is free; NULL: none is.
SELECT min(n) FROM (SELECT value AS n FROM json_each('[1,2,3,4,5,6,7,8]'))
WHERE n NOT IN (SELECT number FROM eligibility_question WHERE kind = :kind);

-- name: eligibility_question_find
SELECT id FROM eligibility_question WHERE kind = :kind AND number = :number;

-- name: eligibility_question_get eligibility_question
SELECT q.id, {eligibility_question.columns of q}, q.v,
    (SELECT count(*) FROM eligibility_answer a WHERE a.question_id = q.id) AS answers
FROM eligibility_question q WHERE q.id = :id;

-- name: eligibility_question_ids
SELECT id FROM eligibility_question WHERE :kind IS NULL OR kind = :kind
ORDER BY CASE kind WHEN 'problem' THEN 1 WHEN 'application' THEN 2 ELSE 3 END, number;

-- name: eligibility_answer_put
INSERT INTO eligibility_answer (submission_id, question_id, outcome, note, at, account_id)
VALUES (:submission_id, :question_id, :outcome, :note, :at, :account_id)
ON CONFLICT (submission_id, question_id) DO UPDATE SET outcome = excluded.outcome, note = excluded.note,
    at = excluded.at, account_id = excluded.account_id;

-- name: eligibility_answer_remove
DELETE FROM eligibility_answer WHERE submission_id = :submission_id AND question_id = :question_id;

-- name: eligibility_lines eligibility_line
SELECT q.id AS question_id, q.number, q.text_fi, q.text_sv, q.text_en, coalesce(a.outcome, '') AS outcome,
    coalesce(a.note, '') AS note, a.at, coalesce(p.name, '') AS by
FROM submission s JOIN eligibility_question q ON q.kind = s.kind
LEFT JOIN eligibility_answer a ON a.submission_id = s.id AND a.question_id = q.id
LEFT JOIN account c ON c.id = a.account_id LEFT JOIN person p ON p.id = c.person_id
WHERE s.id = :id ORDER BY q.number;

-- name: eligibility_tally eligibility_tally
SELECT (SELECT count(*) FROM eligibility_question q WHERE q.kind = s.kind) AS "all", count(a.id) AS answered,
    coalesce(sum(a.outcome = 'no'), 0) AS no, coalesce(sum(a.outcome = 'ask'), 0) AS ask
FROM submission s LEFT JOIN eligibility_answer a ON a.submission_id = s.id WHERE s.id = :id;

-- name: completion_add completion
INSERT INTO completion (submission_id, number, ground, asked, due, account_id)
VALUES (:submission_id, (SELECT coalesce(max(number), 0) + 1 FROM completion WHERE submission_id = :submission_id),
    :ground, :asked, :due, :account_id);

-- name: completion_item_add
INSERT INTO completion_item (completion_id, number, text, question_id) VALUES (:completion_id, :number, :text, :question_id);

-- name: completion_update completion
UPDATE completion SET due = :due, reminded = :reminded, answered = :answered, answer = :answer, version = :version,
    dropped = :dropped, reason = :reason, v = v + 1
WHERE id = :id AND v = :v;

-- name: completion_get completion
SELECT c.id, c.submission_id, s.code AS submission_code, s.kind, c.number, c.ground, c.asked, c.due, c.reminded,
    c.answered, c.answer, c.version, c.dropped, c.reason, coalesce(p.name, '') AS by, c.v
FROM completion c JOIN submission s ON s.id = c.submission_id
LEFT JOIN account a ON a.id = c.account_id LEFT JOIN person p ON p.id = a.person_id
WHERE c.id = :id;

-- name: completion_find
SELECT c.id FROM completion c JOIN submission s ON s.id = c.submission_id WHERE s.code = :code AND c.number = :number;

-- name: completion_ids
-- What waits stands first, the soonest first.
SELECT c.id FROM completion c JOIN submission s ON s.id = c.submission_id
WHERE (:kind IS NULL OR s.kind = :kind) AND (:submission_id IS NULL OR c.submission_id = :submission_id)
    AND (:state IS NULL OR :state = CASE WHEN c.dropped IS NOT NULL THEN 'dropped'
        WHEN c.answered IS NOT NULL THEN CASE WHEN c.answered > c.due THEN 'late' ELSE 'answered' END
        WHEN c.due < :now THEN 'overdue' ELSE 'open' END)
ORDER BY CASE WHEN :sort = 'due' THEN c.answered IS NOT NULL OR c.dropped IS NOT NULL END,
    CASE WHEN :sort = 'due' THEN c.due END, CASE WHEN :sort = 'asked' THEN c.asked END, s.kind, s.number, c.number;

-- name: completion_open_ids
SELECT id FROM completion WHERE answered IS NULL AND dropped IS NULL ORDER BY due, id;

-- name: completion_open_of
SELECT id FROM completion WHERE submission_id = :submission_id AND answered IS NULL AND dropped IS NULL ORDER BY number;

-- name: completion_items completion_item
SELECT i.number, i.text, i.question_id, coalesce(q.text_fi, '') AS question_fi, coalesce(q.text_sv, '') AS question_sv,
    coalesce(q.text_en, '') AS question_en
FROM completion_item i LEFT JOIN eligibility_question q ON q.id = i.question_id
WHERE i.completion_id = :id ORDER BY i.number;

-- name: joint_add
INSERT INTO joint_problem (submission_id, lead_id) VALUES (:submission_id, :lead_id);

-- name: joint_applicant_add
INSERT INTO joint_applicant (joint_id, municipality_id, organization_id)
VALUES (:joint_id, :municipality_id, :organization_id);

-- name: joint_remove
DELETE FROM joint_problem WHERE submission_id = :submission_id;

-- name: joint_lead
SELECT lead_id FROM joint_problem WHERE submission_id = :submission_id;

-- name: joint_ids
SELECT submission_id FROM joint_problem WHERE lead_id = :lead_id ORDER BY id;

-- name: joint_applicants applicant
SELECT x.municipality_id, x.organization_id FROM joint_applicant x JOIN joint_problem j ON j.id = x.joint_id
WHERE j.submission_id = :submission_id ORDER BY x.id;

-- name: joint_fixed
-- In a round that has been opened, or whose texts the jury has: 0 or the round's id.
SELECT coalesce((SELECT i.round_id FROM round_item i JOIN round r ON r.id = i.round_id
    WHERE i.submission_id IN (:submission_id, :lead_id) AND (r.state <> 'planned' OR i.part <> '')
    ORDER BY i.round_id LIMIT 1), 0);
