-- SPDX-License-Identifier: MIT
-- name: decision_next_number
SELECT coalesce(max(number), 0) + 1 FROM decision;

-- name: decision_add
INSERT INTO decision (number, code, round_id, lang, day, place, form, range_reason, tie_reason, corrects,
    correction_reason)
VALUES (:number, :code, :round_id, :lang, :day, :place, :form, :range_reason, :tie_reason, :corrects,
    :correction_reason);

-- name: decision_update
UPDATE decision SET lang = :lang, day = :day, place = :place, form = :form, range_reason = :range_reason,
    tie_reason = :tie_reason, v = v + 1
WHERE id = :id AND v = :v;

-- name: decision_sign
UPDATE decision SET state = 'signed', signed = :signed, signed_by = :signed_by, v = v + 1 WHERE id = :id;

-- name: decision_get
SELECT d.id, d.number, d.code, d.round_id, r.key, d.state, d.lang, d.day, d.place, d.form, d.range_reason,
    d.tie_reason, coalesce(d.corrects, 0), d.correction_reason, coalesce(d.signed, 0), coalesce(p.name, ''),
    coalesce((SELECT id FROM decision n WHERE n.corrects = d.id), 0), d.v
FROM decision d JOIN round r ON r.id = d.round_id
LEFT JOIN account a ON a.id = d.signed_by LEFT JOIN person p ON p.id = a.person_id
WHERE d.id = :id;

-- name: decision_find
SELECT id FROM decision WHERE code = :code;

-- name: decision_ids
SELECT id FROM decision WHERE :round_id IS NULL OR round_id = :round_id ORDER BY number;

-- name: decision_count_signed
SELECT count(*) FROM decision d JOIN round r ON r.id = d.round_id WHERE r.kind = :kind AND d.state = 'signed';

-- name: decision_item_put
INSERT INTO decision_item (decision_id, round_item_id, outcome, reason_fi, reason_sv, reason_en, deviation_reason)
VALUES (:decision_id, :round_item_id, :outcome, :reason_fi, :reason_sv, :reason_en, :deviation_reason)
ON CONFLICT (decision_id, round_item_id) DO UPDATE SET outcome = excluded.outcome, reason_fi = excluded.reason_fi,
    reason_sv = excluded.reason_sv, reason_en = excluded.reason_en, deviation_reason = excluded.deviation_reason;

-- name: decision_items
SELECT coalesce(t.id, 0), i.id, i.submission_id, i.code, i.title, coalesce(t.outcome, ''), coalesce(t.reason_fi, ''),
    coalesce(t.reason_sv, ''), coalesce(t.reason_en, ''), coalesce(t.deviation_reason, '')
FROM decision d JOIN round_item i ON i.round_id = d.round_id
LEFT JOIN decision_item t ON t.decision_id = d.id AND t.round_item_id = i.id
WHERE d.id = :decision_id ORDER BY i.position, i.id;

-- name: decision_items_copy
INSERT INTO decision_item (decision_id, round_item_id, outcome, reason_fi, reason_sv, reason_en, deviation_reason)
SELECT :to, round_item_id, outcome, reason_fi, reason_sv, reason_en, deviation_reason
FROM decision_item WHERE decision_id = :from;

-- name: decision_bump
UPDATE decision SET v = v + 1 WHERE id = :id;

-- name: decision_person_put
INSERT INTO decision_person (decision_id, panel_member_id, presence) VALUES (:decision_id, :panel_member_id, :presence)
ON CONFLICT (decision_id, panel_member_id) DO UPDATE SET presence = excluded.presence;

-- name: decision_persons
SELECT m.id, p.name, m.chair, m.state, coalesce(d.presence, 'absent')
FROM panel_member m JOIN account a ON a.id = m.account_id JOIN person p ON p.id = a.person_id
LEFT JOIN decision_person d ON d.panel_member_id = m.id AND d.decision_id = :decision_id
WHERE m.round_id = (SELECT round_id FROM decision WHERE id = :decision_id) ORDER BY m.id;

-- name: problems_without_challenge
SELECT count(*) FROM submission s WHERE s.kind = 'problem' AND s.state = 'selected'
    AND NOT EXISTS (SELECT 1 FROM challenge_problem c WHERE c.submission_id = s.id);

-- name: problems_without_challenge_ids
SELECT s.id FROM submission s WHERE s.kind = 'problem' AND s.state = 'selected'
    AND NOT EXISTS (SELECT 1 FROM challenge_problem c WHERE c.submission_id = s.id) ORDER BY s.number;

-- name: challenge_next_number
SELECT coalesce(max(number), 0) + 1 FROM challenge;

-- name: challenge_add
INSERT INTO challenge (number, code, title_fi, title_sv, title_en, text_fi, text_sv, pilot_id)
VALUES (:number, :code, :title_fi, :title_sv, :title_en, :text_fi, :text_sv, :pilot_id);

-- name: challenge_update
UPDATE challenge SET title_fi = :title_fi, title_sv = :title_sv, title_en = :title_en, text_fi = :text_fi,
    text_sv = :text_sv, pilot_id = :pilot_id, v = v + 1
WHERE id = :id AND v = :v;

-- name: challenge_get
SELECT id, number, code, title_fi, title_sv, title_en, text_fi, text_sv, pilot_id, v FROM challenge WHERE id = :id;

-- name: challenge_ids
SELECT id FROM challenge ORDER BY number;

-- name: challenge_find
SELECT id FROM challenge WHERE code = :code;

-- name: challenge_problem_add
INSERT INTO challenge_problem (challenge_id, submission_id) VALUES (:challenge_id, :submission_id);

-- name: challenge_problems
SELECT s.id, s.municipality_id, s.organization_id, s.code, s.title, s.body FROM challenge_problem c
JOIN submission s ON s.id = c.submission_id WHERE c.challenge_id = :challenge_id ORDER BY s.number;

-- name: challenge_of_problem
SELECT challenge_id FROM challenge_problem WHERE submission_id = :submission_id;
