-- SPDX-License-Identifier: MIT
-- name: decision_add decision
INSERT INTO decision (kind, number, code, round_id, lang, day, place, form, range_reason, tie_reason, corrects,
    correction_reason, statement_id, case_number, decider,
    regime_id, regime_reason, no_appeal_ground, correction_kind, complaint_id)
VALUES (:kind, :number, :code, :round_id, :lang, :day, :place, :form, :range_reason, :tie_reason, :corrects,
    :correction_reason, :statement_id, :case_number, :decider,
    :regime_id, :regime_reason, :no_appeal_ground, :correction_kind, :complaint_id);

-- name: decision_update decision
UPDATE decision SET lang = :lang, day = :day, place = :place, form = :form, range_reason = :range_reason,
    tie_reason = :tie_reason, case_number = :case_number, decider = :decider,
    regime_id = :regime_id, regime_reason = :regime_reason, no_appeal_ground = :no_appeal_ground,
    v = v + 1
WHERE id = :id AND v = :v;

-- name: decision_sign
UPDATE decision SET state = 'signed', signed = :signed, signed_by = :signed_by, v = v + 1 WHERE id = :id;

-- name: decision_abandon
UPDATE decision SET state = 'abandoned', abandoned = :abandoned, abandon_reason = :reason, v = v + 1 WHERE id = :id;

-- name: decision_get decision
SELECT d.id, d.kind, d.number, d.code, d.round_id, r.key AS round_key, d.state, d.lang, d.day, d.place, d.form, d.range_reason,
    d.tie_reason, d.statement_id, d.case_number, d.decider, d.corrects, d.correction_reason, d.signed,
    d.regime_id, coalesce((SELECT code FROM regime g WHERE g.id = d.regime_id), '') AS regime, d.regime_reason, d.no_appeal_ground,
    d.correction_kind, d.complaint_id, coalesce((SELECT code FROM complaint c WHERE c.id = d.complaint_id), '') AS complaint,
    coalesce((SELECT code FROM decision o WHERE o.id = d.corrects), '') AS corrects_code,
    coalesce((SELECT case_number FROM decision o WHERE o.id = d.corrects), '') AS corrects_number,
    CASE d.kind WHEN 'statement' THEN CASE d.state WHEN 'signed' THEN coalesce((SELECT coalesce((SELECT w.name FROM person_name w WHERE w.person_id = q.id AND w.until >= d.signed ORDER BY w.until LIMIT 1),
        q.name, '')
        FROM signature g JOIN panel_member m ON m.id = g.panel_member_id
        JOIN account b ON b.id = m.account_id JOIN person q ON q.id = b.person_id
        WHERE g.decision_id = d.id AND g.how <> 'none' ORDER BY m.chair DESC, g.id LIMIT 1), '') ELSE '' END ELSE coalesce((SELECT w.name FROM person_name w WHERE w.person_id = p.id AND w.until >= d.signed ORDER BY w.until LIMIT 1),
        p.name, '') END AS signed_by,
    coalesce((SELECT id FROM decision n WHERE n.corrects = d.id AND n.state <> 'abandoned'), 0) AS corrected_by,
    d.abandoned, d.abandon_reason, d.v
FROM decision d JOIN round r ON r.id = d.round_id
LEFT JOIN account a ON a.id = d.signed_by LEFT JOIN person p ON p.id = a.person_id
WHERE d.id = :id;

-- name: decision_find
SELECT id FROM decision WHERE code = :code;

-- name: decision_ids
SELECT id FROM decision WHERE (:round_id IS NULL OR round_id = :round_id) AND kind = :kind AND state <> 'abandoned'
ORDER BY number;

-- name: statement_in_force
SELECT id FROM decision d WHERE round_id = :round_id AND kind = 'statement' AND state = 'signed'
    AND NOT EXISTS (SELECT 1 FROM decision n WHERE n.corrects = d.id AND n.state = 'signed')
ORDER BY number DESC LIMIT 1;

-- name: decision_count_signed
SELECT count(*) FROM decision WHERE kind = 'decision' AND state = 'signed';

-- name: decision_count_signed_of
SELECT count(*) FROM decision WHERE round_id = :round_id AND state IN ('frozen', 'signed');

-- name: decision_item_put decision_item
INSERT INTO decision_item (decision_id, round_item_id, outcome, reason_fi, reason_sv, reason_en, deviation_reason)
VALUES (:decision_id, :round_item_id, :outcome, :reason_fi, :reason_sv, :reason_en, :deviation_reason)
ON CONFLICT (decision_id, round_item_id) DO UPDATE SET outcome = excluded.outcome, reason_fi = excluded.reason_fi,
    reason_sv = excluded.reason_sv, reason_en = excluded.reason_en, deviation_reason = excluded.deviation_reason;

-- name: decision_items decision_item
SELECT t.id, i.id AS item_id, i.submission_id, i.code, i.title, t.outcome, t.reason_fi,
    t.reason_sv, t.reason_en, t.deviation_reason,
    EXISTS (SELECT 1 FROM item_gone g WHERE g.round_item_id = i.id) AS gone
FROM decision d JOIN round_item i ON i.round_id = d.round_id
LEFT JOIN decision_item t ON t.decision_id = d.id AND t.round_item_id = i.id
WHERE d.id = :decision_id ORDER BY i.position, i.id;

-- name: decision_items_drop_gone
DELETE FROM decision_item WHERE decision_id = :decision_id AND round_item_id IN (SELECT round_item_id FROM item_gone);

-- name: decision_items_copy
INSERT INTO decision_item (decision_id, round_item_id, outcome, reason_fi, reason_sv, reason_en, deviation_reason)
SELECT :to, round_item_id, outcome, reason_fi, reason_sv, reason_en, deviation_reason
FROM decision_item WHERE decision_id = :from;

-- name: decision_bump
UPDATE decision SET v = v + 1 WHERE id = :id;

-- name: decision_person_put
INSERT INTO decision_person (decision_id, panel_member_id, presence) VALUES (:decision_id, :panel_member_id, :presence)
ON CONFLICT (decision_id, panel_member_id) DO UPDATE SET presence = excluded.presence;

-- name: decision_persons decision_person
SELECT m.id AS member_id, m.account_id, a.login,
    coalesce((SELECT w.name FROM person_name w WHERE w.person_id = p.id AND w.until >= (SELECT signed FROM decision WHERE id = :decision_id) ORDER BY w.until LIMIT 1),
        p.name) AS name,
    m.chair, m.state AS member_state, coalesce(d.presence, 'absent') AS presence
FROM panel_member m JOIN account a ON a.id = m.account_id JOIN person p ON p.id = a.person_id
LEFT JOIN decision_person d ON d.panel_member_id = m.id AND d.decision_id = :decision_id
WHERE m.round_id = (SELECT round_id FROM decision WHERE id = :decision_id) ORDER BY m.id;

-- name: problem_challenge_count
SELECT count(*) FROM challenge_problem WHERE submission_id = :submission_id;

-- name: problems_without_challenge
SELECT count(*) FROM submission s WHERE s.kind = 'problem' AND s.state = 'selected'
    AND NOT EXISTS (SELECT 1 FROM challenge_problem c WHERE c.submission_id = s.id);

-- name: problems_without_challenge_ids
SELECT s.id FROM submission s WHERE s.kind = 'problem' AND s.state = 'selected'
    AND NOT EXISTS (SELECT 1 FROM challenge_problem c WHERE c.submission_id = s.id) ORDER BY s.number;

-- name: challenge_add challenge
INSERT INTO challenge (number, code, title_fi, title_sv, title_en, text_fi, text_sv, pilot_id, procurement, notice, value)
VALUES (:number, :code, :title_fi, :title_sv, :title_en, :text_fi, :text_sv, :pilot_id,
    coalesce(:procurement, 'design_contest'), :notice, :value);

-- name: challenge_update challenge
UPDATE challenge SET title_fi = :title_fi, title_sv = :title_sv, title_en = :title_en, text_fi = :text_fi,
    text_sv = :text_sv, pilot_id = :pilot_id, procurement = coalesce(:procurement, procurement), notice = :notice,
    value = :value, v = v + 1
WHERE id = :id AND v = :v;

-- name: challenge_get challenge
SELECT id, number, code, title_fi, title_sv, title_en, text_fi, text_sv, pilot_id, procurement, notice,
    value, v FROM challenge WHERE id = :id;

-- name: challenge_ids
SELECT id FROM challenge ORDER BY number;

-- name: challenge_find
SELECT id FROM challenge WHERE code = :code;

-- name: challenge_problem_add
INSERT INTO challenge_problem (challenge_id, submission_id) VALUES (:challenge_id, :submission_id);

-- name: challenge_problems submission_title
SELECT s.id, s.municipality_id, s.organization_id, s.code, s.title, s.body FROM challenge_problem c
JOIN submission s ON s.id = c.submission_id WHERE c.challenge_id = :challenge_id ORDER BY s.number;

-- name: challenge_of_problem
SELECT challenge_id FROM challenge_problem WHERE submission_id = :submission_id;

-- name: service_put service
INSERT INTO service (decision_id, submission_id, channel, sent, deemed, proof)
VALUES (:decision_id, :submission_id, :channel, :sent, :deemed, :proof)
ON CONFLICT (decision_id, submission_id) DO UPDATE SET channel = excluded.channel, sent = excluded.sent,
    deemed = excluded.deemed, proof = excluded.proof;

-- name: service_is
SELECT count(*) FROM service WHERE decision_id = :decision_id AND submission_id = :submission_id;

-- name: service_was
SELECT count(*) FROM service WHERE decision_id = :decision_id AND submission_id = :submission_id
    AND channel = :channel AND sent = :sent;

-- name: service_undo
DELETE FROM service WHERE decision_id = :decision_id AND submission_id = :submission_id;

-- name: services service
SELECT v.id AS id, s.id AS submission_id, s.team_id, s.code,
    coalesce((SELECT name FROM team WHERE id = s.team_id), nullif(i.applicant_fi, ''), s.code) AS applicant, t.outcome,
    v.channel, v.sent, v.deemed, v.proof
FROM decision d JOIN round_item i ON i.round_id = d.round_id JOIN submission s ON s.id = i.submission_id
LEFT JOIN decision_item t ON t.decision_id = d.id AND t.round_item_id = i.id
LEFT JOIN service v ON v.decision_id = d.id AND v.submission_id = s.id
WHERE d.id = :decision_id AND (d.state <> 'signed' OR t.id IS NOT NULL OR v.id IS NOT NULL) ORDER BY s.number;

-- name: service_missing
SELECT count(*) FROM decision d JOIN round_item i ON i.round_id = d.round_id
JOIN decision_item t ON t.decision_id = d.id AND t.round_item_id = i.id
WHERE d.id = :decision_id AND d.state = 'signed' AND d.kind = 'decision'
    AND NOT EXISTS (SELECT 1 FROM service v WHERE v.decision_id = d.id AND v.submission_id = i.submission_id);

-- name: complaint_add complaint
INSERT INTO complaint (number, code, decision_id, submission_id, kind, received, last_day, due, case_number, court,
    court_case, interim, interim_day, text)
VALUES (:number, :code, :decision_id, :submission_id, :kind, :received, :last_day, :due, :case_number, :court,
    :court_case, :interim, :interim_day, :text);

-- name: complaint_answer complaint
UPDATE complaint SET answered = :answered, outcome = :outcome, effect = :effect, answer = :answer, v = v + 1
WHERE id = :id AND answered IS NULL;

-- name: complaint_get complaint
SELECT c.id, c.number, c.code, c.decision_id, d.code AS decision, c.submission_id,
    coalesce((SELECT name FROM team WHERE id = s.team_id), '') AS by, c.kind, c.received, c.due, c.case_number,
    c.text, c.answered, c.outcome, c.answer, c.v,
    d.regime_id, c.last_day, c.last_day IS NOT NULL AND c.received > c.last_day AS late, c.court, c.court_case,
    c.interim, c.interim_day, c.effect
FROM complaint c JOIN decision d ON d.id = c.decision_id LEFT JOIN submission s ON s.id = c.submission_id
WHERE c.id = :id;

-- name: complaint_find
SELECT id FROM complaint WHERE code = :code;

-- name: complaint_ids
SELECT id FROM complaint WHERE :decision_id IS NULL OR decision_id = :decision_id ORDER BY number;

-- name: complaint_open
SELECT count(*) FROM complaint c WHERE c.answered IS NULL
    AND c.decision_id IN (SELECT o.id FROM decision o JOIN decision d ON d.round_id = o.round_id
        WHERE d.id = :decision_id AND o.kind = 'decision');
