-- SPDX-License-Identifier: MIT
-- name: round_add round
INSERT INTO round (key, kind, challenge_id, blind, method, ties, min_reviews, per_submission, quorum, select_min,
    select_max, conflict_scope, closes)
VALUES (:key, :kind, :challenge_id, :blind, :method, :ties, :min_reviews, :per_submission, :quorum, :select_min,
    :select_max, :conflict_scope, :closes);

-- name: round_update round
UPDATE round SET method = :method, ties = :ties, min_reviews = :min_reviews, per_submission = :per_submission,
    quorum = :quorum, select_min = :select_min, select_max = :select_max, conflict_scope = :conflict_scope,
    closes = :closes, v = v + 1
WHERE id = :id AND v = :v;

-- name: round_get round
SELECT r.id, r.key, r.kind, r.challenge_id, r.blind, r.state, r.method, r.ties, r.min_reviews,
    r.per_submission, r.quorum, coalesce(r.select_min, -1) AS select_min, coalesce(r.select_max, -1) AS select_max, r.conflict_scope,
    r.opened, r.closes, r.closed, r.ranking_shown,
    coalesce(n.number, 0) AS rules_version, f.locked, n.notice, coalesce(n.hash, '') AS rules_hash, r.v
FROM round r LEFT JOIN rules_version f ON f.round_id = r.id AND f.number = 1
LEFT JOIN rules_version n ON n.round_id = r.id
WHERE r.id = :id ORDER BY n.number DESC LIMIT 1;

-- name: round_find
SELECT id FROM round WHERE key = :key;

-- name: round_ids
SELECT id FROM round WHERE :kind IS NULL OR kind = :kind ORDER BY id;

-- name: round_summaries round_summary
SELECT r.id, r.key, r.kind, r.challenge_id, coalesce(c.code, '') AS challenge_code, r.state, r.closes, count(d.id) AS decisions,
    coalesce(sum(d.state = 'draft'), 0) AS drafts
FROM round r LEFT JOIN challenge c ON c.id = r.challenge_id
LEFT JOIN decision d ON d.round_id = r.id AND d.kind = 'decision'
GROUP BY r.id ORDER BY r.id;

-- name: round_set_open
UPDATE round SET state = 'open', opened = coalesce(opened, :now), closed = NULL, v = v + 1 WHERE id = :id;

-- name: round_set_closed
UPDATE round SET state = 'closed', closed = :now, v = v + 1 WHERE id = :id;

-- name: round_set_shown
UPDATE round SET ranking_shown = 1, v = v + 1 WHERE id = :id AND ranking_shown = 0;

-- name: round_act_add
INSERT INTO round_act (round_id, act, at, reason) VALUES (:round_id, :act, :at, :reason);

-- name: round_acts round_act
SELECT act, at, reason FROM round_act WHERE round_id = :round_id ORDER BY id;

-- name: rules_version_add rules_version
INSERT INTO rules_version (round_id, number, locked, notice, reason, text, hash)
VALUES (:round_id, (SELECT coalesce(max(number), 0) + 1 FROM rules_version WHERE round_id = :round_id), :locked,
    :notice, :reason, :text, :hash);

-- name: rules_versions rules_version
SELECT number, locked, notice, reason, text, hash FROM rules_version WHERE round_id = :round_id ORDER BY number;

-- name: criterion_add criterion
INSERT INTO criterion (round_id, key, position, weight, low, high, step, name_fi, name_sv, name_en, guidance_fi,
    guidance_sv, guidance_en)
VALUES (:round_id, :key, (SELECT count(*) + 1 FROM criterion WHERE round_id = :round_id), :weight, :low, :high, :step,
    :name_fi, :name_sv, :name_en, :guidance_fi, :guidance_sv, :guidance_en);

-- name: criterion_update criterion
UPDATE criterion SET weight = :weight, low = :low, high = :high, step = :step, name_fi = :name_fi,
    name_sv = :name_sv, name_en = :name_en, guidance_fi = :guidance_fi, guidance_sv = :guidance_sv,
    guidance_en = :guidance_en
WHERE id = :id;

-- name: criterion_find
SELECT id FROM criterion WHERE round_id = :round_id AND key = :key;

-- name: criterion_delete
DELETE FROM criterion WHERE id = :id;

-- name: criterion_list criterion
SELECT id, key, position, weight, low, high, step, name_fi, name_sv, name_en, guidance_fi, guidance_sv, guidance_en
FROM criterion WHERE round_id = :round_id ORDER BY position, id;

-- name: band_clear
DELETE FROM band WHERE criterion_id = :criterion_id;

-- name: band_add
INSERT INTO band (criterion_id, low, text_fi, text_sv, text_en) VALUES (:criterion_id, :low, :text_fi, :text_sv, :text_en);

-- name: band_list band
SELECT low, text_fi, text_sv, text_en FROM band WHERE criterion_id = :criterion_id ORDER BY low;

-- name: round_bump
UPDATE round SET v = v + 1 WHERE id = :id;

-- name: member_add
INSERT INTO panel_member (round_id, account_id, chair, substitute) VALUES (:round_id, :account_id, :chair, :substitute);

-- name: member_set
UPDATE panel_member SET chair = :chair, substitute = :substitute WHERE id = :id;

-- name: member_clear_chair
UPDATE panel_member SET chair = 0 WHERE round_id = :round_id AND chair = 1;

-- name: member_set_state
UPDATE panel_member SET state = :state, reason = :reason, replaced_by = :replaced_by WHERE id = :id;

-- name: member_delete
DELETE FROM panel_member WHERE id = :id;

-- name: member_find
SELECT id FROM panel_member WHERE round_id = :round_id AND account_id = :account_id;

-- name: member_list member
SELECT m.id, m.round_id, m.account_id, a.login, p.name, m.chair, m.substitute, m.state, m.reason,
    m.replaced_by,
    coalesce((SELECT made FROM declaration WHERE panel_member_id = m.id), 0) AS declared,
    (SELECT count(*) FROM conflict WHERE panel_member_id = m.id AND state IN ('declared', 'confirmed')) AS conflicts,
    (SELECT count(*) FROM assignment_status WHERE member_id = m.id AND barred = 0 AND gone = 0 AND set_aside = 0) AS assigned,
    (SELECT count(*) FROM assignment_status WHERE member_id = m.id AND barred = 0 AND gone = 0 AND set_aside = 0 AND review_id <> 0) AS submitted,
    (SELECT count(*) FROM assignment_status WHERE member_id = m.id AND barred = 0 AND gone = 0 AND set_aside = 0 AND draft_saved <> 0) AS drafts,
    (SELECT count(*) FROM assignment_status WHERE member_id = m.id AND barred = 0 AND gone = 0 AND set_aside = 0 AND entered AND confirmed = 0) AS unconfirmed,
    p.email, p.phone
FROM panel_member m JOIN account a ON a.id = m.account_id JOIN person p ON p.id = a.person_id
WHERE m.round_id = :round_id ORDER BY m.id;

-- name: member_names member
SELECT m.id, a.login, p.name
FROM panel_member m JOIN account a ON a.id = m.account_id JOIN person p ON p.id = a.person_id
WHERE m.round_id = :round_id ORDER BY m.id;

-- name: round_candidates
SELECT id FROM submission WHERE kind = :kind AND (:challenge_id IS NULL OR challenge_id = :challenge_id)
    AND ((state = 'received' AND late = 0) OR state = 'admitted')
ORDER BY number;

-- name: item_add item
INSERT INTO round_item (round_id, submission_id, code, position, applicant_fi, applicant_sv, title, body, lang, version)
VALUES (:round_id, :submission_id, :code, :position, :applicant_fi, :applicant_sv, :title, :body, :lang,
    (SELECT version FROM submission WHERE id = :submission_id));

-- name: item_ids
SELECT id FROM round_item WHERE round_id = :round_id ORDER BY position, id;

-- name: released_item_ids
SELECT id FROM round_item WHERE round_id = :round_id AND part <> '' ORDER BY position, id;

-- name: ranked_item_ids
SELECT i.id FROM round_item i WHERE i.round_id = :round_id
    AND NOT EXISTS (SELECT 1 FROM item_gone g WHERE g.round_item_id = i.id)
ORDER BY i.position, i.id;

-- name: item_get item
SELECT i.id, i.round_id, i.submission_id, i.code, i.position, i.applicant_fi, i.applicant_sv, i.title, i.body, i.lang,
    (SELECT count(*) FROM assignment x WHERE x.round_item_id = i.id) AS assigned,
    (SELECT count(*) FROM review v JOIN assignment x ON x.id = v.assignment_id
        WHERE x.round_item_id = i.id AND v.state = 'submitted') AS submitted
FROM round_item i WHERE i.id = :id;

-- name: item_find
-- Each of the two codes by its index.
SELECT id FROM (
    SELECT id, 0 AS place FROM round_item WHERE round_id = :round_id AND code = :code
    UNION ALL SELECT i.id, 1 FROM submission s JOIN round_item i ON i.submission_id = s.id AND i.round_id = :round_id
    WHERE s.code = :code)
ORDER BY place LIMIT 1;

-- name: assignment_add
INSERT INTO assignment (round_item_id, panel_member_id, position) VALUES (:round_item_id, :panel_member_id, :position);

-- name: assignments_delete
DELETE FROM assignment WHERE panel_member_id IN (SELECT id FROM panel_member WHERE round_id = :round_id);

-- name: assignment_find
SELECT id FROM assignment WHERE round_item_id = :round_item_id AND panel_member_id = :panel_member_id;

-- name: round_review_count
SELECT (SELECT count(*) FROM review v JOIN assignment x ON x.id = v.assignment_id
    JOIN panel_member m ON m.id = x.panel_member_id WHERE m.round_id = :round_id)
    + (SELECT count(*) FROM draft d JOIN assignment x ON x.id = d.assignment_id
    JOIN panel_member m ON m.id = x.panel_member_id WHERE m.round_id = :round_id);

-- name: draw_seed_add
INSERT INTO draw_seed (round_id, purpose, value, at) VALUES (:round_id, :purpose, :value, :at);

-- name: draw_seed_get draw_seed
SELECT id, value, at FROM draw_seed WHERE round_id = :round_id AND purpose = :purpose ORDER BY id DESC LIMIT 1;

-- name: lot_place_add
INSERT INTO lot_place (round_id, round_item_id, place, drawn) VALUES (:round_id, :round_item_id, :place, :drawn);

-- name: lot_places lot_place
SELECT round_item_id AS item_id, place, drawn FROM lot_place WHERE round_id = :round_id ORDER BY place;

-- name: declaration_add
INSERT INTO declaration (panel_member_id, made, source, entered_by) VALUES (:panel_member_id, :made, :source, :entered_by);

-- name: declaration_withdraw
DELETE FROM declaration WHERE panel_member_id = :panel_member_id;

-- name: declaration_list declaration
SELECT m.id AS member_id, a.login, p.name, d.made, d.source,
    coalesce((SELECT w.name FROM person_name w WHERE w.person_id = q.id AND w.until >= d.made ORDER BY w.until LIMIT 1),
        q.name, '') AS entered_by
FROM panel_member m JOIN account a ON a.id = m.account_id JOIN person p ON p.id = a.person_id
LEFT JOIN declaration d ON d.panel_member_id = m.id
LEFT JOIN account b ON b.id = d.entered_by LEFT JOIN person q ON q.id = b.person_id
WHERE m.round_id = :round_id ORDER BY p.name_key, m.id;

-- name: conflict_add conflict
INSERT INTO conflict (panel_member_id, submission_id, ground, state, decided_by, made, reason, found_in, source, entered_by)
VALUES (:panel_member_id, :submission_id, :ground, :state, :decided_by, :made, :reason, :found_in, :source, :entered_by);

-- name: conflict_withdraw
UPDATE conflict SET state = 'withdrawn' WHERE id = :id;

-- name: conflict_decide
UPDATE conflict SET state = :state, decided_by = 'panel', decision = :decision, decided = :decided WHERE id = :id;

-- name: conflict_doubtful
SELECT count(*) FROM panel_member m CROSS JOIN conflict c ON c.panel_member_id = m.id
WHERE m.round_id = :round_id AND c.state = 'doubtful';

-- name: conflict_list conflict
SELECT c.id, c.panel_member_id AS member_id, m.round_id, p.name, a.login, c.submission_id, s.code, c.ground, c.state,
    c.decided_by, c.made, c.reason, c.found_in, c.source, coalesce(q.name, '') AS entered_by, c.decision, c.decided,
    coalesce(i.code, '') AS item_code
FROM conflict c LEFT JOIN account b ON b.id = c.entered_by LEFT JOIN person q ON q.id = b.person_id JOIN panel_member m ON m.id = c.panel_member_id JOIN account a ON a.id = m.account_id
JOIN person p ON p.id = a.person_id LEFT JOIN submission s ON s.id = c.submission_id
LEFT JOIN round_item i ON i.round_id = m.round_id AND i.submission_id = c.submission_id
WHERE (:round_id IS NULL OR m.round_id = :round_id) ORDER BY c.id;

-- name: member_is_barred
SELECT count(*) FROM conflict c JOIN panel_member m ON m.id = c.panel_member_id JOIN round r ON r.id = m.round_id
WHERE c.panel_member_id = :panel_member_id AND c.state IN ('declared', 'confirmed')
    AND (r.conflict_scope = 'challenge' OR c.submission_id IS NULL OR c.submission_id = :submission_id);

-- name: abstention_add abstention
INSERT INTO abstention (assignment_id, at, reason, source, entered_by)
VALUES (:assignment_id, :at, :reason, :source, :entered_by);

-- name: abstention_withdraw
UPDATE abstention SET withdrawn = :withdrawn WHERE assignment_id = :assignment_id AND withdrawn IS NULL;

-- name: abstention_list abstention
SELECT b.assignment_id, b.at, b.reason, b.source, coalesce(q.name, '') AS entered_by
FROM abstention b JOIN assignment x ON x.id = b.assignment_id JOIN panel_member m ON m.id = x.panel_member_id
LEFT JOIN account e ON e.id = b.entered_by LEFT JOIN person q ON q.id = e.person_id
WHERE m.round_id = :round_id AND b.withdrawn IS NULL ORDER BY b.id;

-- name: recognition_list recognition
SELECT g.id, m.round_id, p.name, a.login, i.code, g.at, g.text, g.noted, coalesce(q.name, '') AS noted_by, g.decision
FROM recognition g JOIN assignment x ON x.id = g.assignment_id JOIN round_item i ON i.id = x.round_item_id
JOIN panel_member m ON m.id = x.panel_member_id JOIN account a ON a.id = m.account_id
JOIN person p ON p.id = a.person_id
LEFT JOIN account b ON b.id = g.noted_by LEFT JOIN person q ON q.id = b.person_id
WHERE (:round_id IS NULL OR m.round_id = :round_id) AND g.withdrawn IS NULL ORDER BY g.id;

-- name: recognition_note
UPDATE recognition SET noted = :noted, noted_by = :noted_by, decision = :decision WHERE id = :id;

-- name: recognition_waiting
-- Recognitions are few, a round's assignments many: it begins with them.
SELECT count(*) FROM recognition g CROSS JOIN assignment x ON x.id = g.assignment_id
CROSS JOIN panel_member m ON m.id = x.panel_member_id
WHERE m.round_id = :round_id AND g.withdrawn IS NULL AND g.noted IS NULL;

-- name: draft_put draft
INSERT INTO draft (assignment_id, scores, notes, feedback, saved, entered_by)
VALUES (:assignment_id, :scores, :notes, :feedback, :saved, :entered_by)
ON CONFLICT (assignment_id) DO UPDATE SET scores = excluded.scores, notes = excluded.notes,
    feedback = excluded.feedback, saved = excluded.saved, entered_by = excluded.entered_by, v = v + 1;

-- name: draft_get draft
SELECT id, scores, notes, feedback, saved, entered_by, v FROM draft WHERE assignment_id = :assignment_id;

-- name: draft_delete
DELETE FROM draft WHERE assignment_id = :assignment_id;

-- name: review_add review
INSERT INTO review (assignment_id, revision, state, submitted, notes, feedback, entered_by, source)
VALUES (:assignment_id, (SELECT coalesce(max(revision), 0) + 1 FROM review WHERE assignment_id = :assignment_id),
    'submitted', :submitted, :notes, :feedback, :entered_by, :source);

-- name: review_take_back
UPDATE review SET state = 'taken_back', taken_back = :taken_back WHERE id = :id;

-- name: review_keep_draft review
INSERT INTO review (assignment_id, revision, state, submitted, taken_back, notes, feedback, entered_by, displaced_by,
    displaced_reason)
VALUES (:assignment_id, (SELECT coalesce(max(revision), 0) + 1 FROM review WHERE assignment_id = :assignment_id),
    'displaced', :saved, :taken_back, :notes, :feedback, :entered_by, :displaced_by, :displaced_reason);

-- name: review_displace
UPDATE review SET displaced_by = :displaced_by, displaced_reason = :displaced_reason WHERE id = :id;

-- name: review_of review
SELECT v.id, v.assignment_id, v.revision, v.state, v.submitted, v.taken_back, v.notes, v.feedback,
    coalesce((SELECT w.name FROM person_name w WHERE w.person_id = q.id AND w.until >= v.submitted ORDER BY w.until LIMIT 1),
        q.name, '') AS entered_by, v.source, v.confirmed, coalesce(y.name, '') AS displaced_by, v.displaced_reason
FROM review v LEFT JOIN account b ON b.id = v.entered_by LEFT JOIN person q ON q.id = b.person_id
LEFT JOIN account x ON x.id = v.displaced_by LEFT JOIN person y ON y.id = x.person_id
WHERE v.assignment_id = :assignment_id ORDER BY v.revision DESC;

-- name: review_receipts receipted
-- Everything that was ever submitted in the round, with what its receipt is made from.
SELECT v.id, i.code, a.login, v.submitted, v.notes, v.feedback,
    CASE WHEN v.state = 'submitted' THEN 'stands'
        WHEN EXISTS (SELECT 1 FROM review w WHERE w.assignment_id = v.assignment_id AND w.revision > v.revision
            AND w.state IN ('submitted', 'taken_back')) THEN 'replaced'
        ELSE 'taken_back' END AS state
FROM panel_member m JOIN account a ON a.id = m.account_id JOIN assignment x ON x.panel_member_id = m.id
JOIN round_item i ON i.id = x.round_item_id JOIN review v ON v.assignment_id = x.id
WHERE m.round_id = :round_id AND v.state IN ('submitted', 'taken_back')
ORDER BY v.id;

-- name: score_add
INSERT INTO score (review_id, criterion_id, value) VALUES (:review_id, :criterion_id, :value);

-- name: scores_of score
SELECT c.key, s.value FROM score s JOIN criterion c ON c.id = s.criterion_id
WHERE s.review_id = :review_id ORDER BY c.position, c.id;

-- name: assignment_list assignment
SELECT id, item_id, member_id, submission_id, code, title, juror, login, member_state, review_id, submitted, entered, confirmed,
    draft_saved, barred, gone, taken_back, late, abstained, set_aside
FROM assignment_status
WHERE round_id = :round_id AND (:item_id IS NULL OR item_id = :item_id) AND (:member_id IS NULL OR member_id = :member_id)
ORDER BY position, member_id;

-- name: assignment_get assignment
SELECT id, item_id, member_id, submission_id, code, title, juror, login, member_state, review_id, submitted, entered, confirmed,
    draft_saved, barred, gone, taken_back, late, abstained, set_aside
FROM assignment_status WHERE id = :id;

-- name: ranking_scores ranking_score
SELECT i.id AS item_id, m.id AS member_id, c.id AS criterion_id, s.value, v.id AS review_id
FROM round_item i
JOIN assignment x ON x.round_item_id = i.id
JOIN panel_member m ON m.id = x.panel_member_id
JOIN review v ON v.assignment_id = x.id AND v.state = 'submitted'
JOIN score s ON s.review_id = v.id
JOIN criterion c ON c.id = s.criterion_id
WHERE i.round_id = :round_id AND NOT EXISTS (SELECT 1 FROM item_gone g WHERE g.round_item_id = i.id)
    AND NOT EXISTS (SELECT 1 FROM conflict k JOIN round r ON r.id = m.round_id WHERE k.panel_member_id = m.id
        AND k.state IN ('declared', 'confirmed')
        AND (r.conflict_scope = 'challenge' OR k.submission_id IS NULL OR k.submission_id = i.submission_id))
    AND NOT EXISTS (SELECT 1 FROM abstained b JOIN round r ON r.id = m.round_id WHERE b.panel_member_id = m.id
        AND (r.conflict_scope = 'challenge' OR b.assignment_id = x.id))
ORDER BY i.position, i.id, m.id, c.position, c.id;

-- name: round_progress progress
-- Without what is in item_gone, nor by whom is in abstained. Joined and not asked one by one, a member after the other in
-- the order of an index, and no submission read whose part says enough: the desk waits for it.
SELECT coalesce(sum(expected), 0) AS "all", coalesce(sum(submitted), 0) AS submitted, coalesce(sum(drafts), 0) AS drafts, coalesce(sum(undeclared), 0) AS undeclared
FROM (SELECT count(*) AS expected, count(v.id) AS submitted, count(d.id) AS drafts, c.id IS NULL AS undeclared
    FROM round r CROSS JOIN panel_member m ON m.round_id = r.id
    CROSS JOIN assignment x ON x.panel_member_id = m.id CROSS JOIN round_item i ON i.id = x.round_item_id
    LEFT JOIN review v ON v.assignment_id = x.id AND v.state = 'submitted'
    LEFT JOIN draft d ON d.assignment_id = x.id
    LEFT JOIN declaration c ON c.panel_member_id = m.id
    WHERE r.id = :round_id AND m.state = 'active'
        AND (i.part = 'in' OR (i.part = '' AND (SELECT s.state FROM submission s
                WHERE s.id = i.submission_id) NOT IN ('withdrawn', 'ineligible'))
            OR EXISTS (SELECT 1 FROM decision_item t CROSS JOIN decision e ON e.id = t.decision_id
                WHERE t.round_item_id = i.id AND e.state IN ('frozen', 'signed')))
        AND NOT EXISTS (SELECT 1 FROM conflict k WHERE k.panel_member_id = m.id
            AND k.state IN ('declared', 'confirmed')
            AND (r.conflict_scope = 'challenge' OR k.submission_id IS NULL OR k.submission_id = i.submission_id))
        AND NOT EXISTS (SELECT 1 FROM abstention b CROSS JOIN assignment y ON y.id = b.assignment_id
            WHERE b.withdrawn IS NULL AND y.panel_member_id = m.id AND (r.conflict_scope = 'challenge' OR y.id = x.id))
    GROUP BY m.account_id);

-- name: submission_reviews progress
SELECT count(*) AS "all",
    coalesce(sum(EXISTS (SELECT 1 FROM review v WHERE v.assignment_id = x.id AND v.state = 'submitted')), 0) AS submitted
FROM assignment x JOIN panel_member m ON m.id = x.panel_member_id JOIN round_item i ON i.id = x.round_item_id
JOIN round r ON r.id = m.round_id
WHERE i.submission_id = :submission_id AND m.state = 'active'
    AND NOT EXISTS (SELECT 1 FROM item_gone g WHERE g.round_item_id = i.id)
    AND NOT EXISTS (SELECT 1 FROM conflict k WHERE k.panel_member_id = m.id AND k.state IN ('declared', 'confirmed')
        AND (r.conflict_scope = 'challenge' OR k.submission_id IS NULL OR k.submission_id = i.submission_id))
    AND NOT EXISTS (SELECT 1 FROM abstained b WHERE b.panel_member_id = m.id
        AND (r.conflict_scope = 'challenge' OR b.assignment_id = x.id));

-- name: item_update
UPDATE round_item SET title = :title, body = :body WHERE id = :id;

-- name: item_release
UPDATE round_item SET code = :code, position = :position, part = 'in', carried = :now WHERE id = :id;

-- name: item_carry
UPDATE round_item SET part = :part, title = :title, body = :body, lang = :lang,
    version = (SELECT version FROM submission s WHERE s.id = submission_id), carried = :now
WHERE id = :id;

-- name: items_unseal
UPDATE round_item SET part = '' WHERE round_id = :round_id;

-- name: item_find_alias
SELECT id FROM round_item WHERE round_id = :round_id AND code = :code;

-- name: to_carry carry
-- What has happened on the senders' side of a sealed round and is not on the jury's yet. A submission that is not among
-- the items has been admitted since; until the round opens it is masked and released like the others.
SELECT s.id AS submission_id, s.code, i.id AS item_id, i.code AS item_code, CASE WHEN s.state IN ('withdrawn', 'ineligible') THEN 'left' ELSE 'back' END AS what
FROM round_item i JOIN submission s ON s.id = i.submission_id
WHERE i.round_id = :round_id AND i.part <> '' AND (i.part = 'out') <> (s.state IN ('withdrawn', 'ineligible'))
UNION ALL
SELECT s.id, s.code, i.id, i.code, 'version' FROM round_item i JOIN submission s ON s.id = i.submission_id
WHERE i.round_id = :round_id AND i.part = 'in' AND s.state NOT IN ('withdrawn', 'ineligible') AND s.version <> i.version
UNION ALL
SELECT s.id, s.code, i.id, i.code, 'files' FROM round_item i JOIN submission s ON s.id = i.submission_id
WHERE i.round_id = :round_id AND i.part = 'in' AND s.state NOT IN ('withdrawn', 'ineligible') AND s.version = i.version
    AND EXISTS (SELECT 1 FROM attachment a WHERE a.submission_id = s.id
        AND (a.removed IS NULL AND a.added >= i.carried
                AND NOT EXISTS (SELECT 1 FROM round_attachment g WHERE g.round_item_id = i.id AND g.attachment_id = a.id)
            OR a.removed IS NOT NULL
                AND EXISTS (SELECT 1 FROM round_attachment g WHERE g.round_item_id = i.id AND g.attachment_id = a.id)))
UNION ALL
SELECT s.id, s.code, 0, '', 'admitted' FROM sealed_round r JOIN submission s ON s.kind = r.kind
    AND (r.challenge_id IS NULL OR s.challenge_id = r.challenge_id)
    AND ((s.state = 'received' AND s.late = 0) OR s.state = 'admitted')
WHERE r.id = :round_id AND NOT EXISTS (SELECT 1 FROM round_item i WHERE i.round_id = r.id AND i.submission_id = s.id)
ORDER BY 2;

-- name: blind_act_add
INSERT INTO blind_act (round_id, act, at, account_id, reason) VALUES (:round_id, :act, :at, :account_id, :reason);

-- name: blind_act_at
SELECT at FROM blind_act WHERE round_id = :round_id AND act = :act ORDER BY id DESC LIMIT 1;

-- name: item_delete
DELETE FROM round_item WHERE id = :id;

-- name: blind_missing
SELECT count(*) FROM round r JOIN submission s ON s.kind = r.kind
    AND (r.challenge_id IS NULL OR s.challenge_id = r.challenge_id)
    AND ((s.state = 'received' AND s.late = 0) OR s.state = 'admitted')
WHERE r.id = :round_id
    AND NOT EXISTS (SELECT 1 FROM round_item i WHERE i.round_id = r.id AND i.submission_id = s.id);

-- name: blind_gone
SELECT i.id FROM round_item i JOIN submission s ON s.id = i.submission_id
WHERE i.round_id = :round_id AND (i.part = 'out'
    OR i.part = '' AND NOT ((s.state = 'received' AND s.late = 0) OR s.state = 'admitted'))
ORDER BY i.id;

-- name: custodian_name
INSERT INTO round_custodian (round_id, account_id, deputy, named, named_by, reason)
VALUES (:round_id, :account_id, :deputy, :now, :named_by, :reason);

-- name: custodian_end
UPDATE round_custodian SET ended = :now WHERE round_id = :round_id AND deputy = :deputy AND ended IS NULL;

-- name: custodian_now
SELECT account_id FROM round_custodian WHERE round_id = :round_id AND deputy = :deputy AND ended IS NULL;

-- name: custodian_list custodian
SELECT h.account_id, a.login, p.name, h.deputy, h.named, coalesce(q.name, '') AS by, h.ended, h.reason,
    coalesce(h.named_by, 0) AS by_id
FROM round_custodian h JOIN account a ON a.id = h.account_id JOIN person p ON p.id = a.person_id
LEFT JOIN account b ON b.id = h.named_by LEFT JOIN person q ON q.id = b.person_id
WHERE h.round_id = :round_id ORDER BY h.ended IS NOT NULL, h.deputy, h.id;

-- name: custodian_holds
SELECT count(*) FROM round_custodian WHERE round_id = :round_id AND account_id = :account_id AND ended IS NULL;

-- name: custodian_of_any
-- Most accounts hold no names: that is asked first, and shortly.
SELECT count(*) FROM round_custodian WHERE account_id = :account_id AND ended IS NULL;

-- name: custodian_holds_any
SELECT count(*) FROM round_custodian h JOIN sealed_round r ON r.id = h.round_id
WHERE h.account_id = :account_id AND h.ended IS NULL;

-- name: sealed_round
-- Is it sealed for that account?
SELECT count(*) FROM sealed_round r WHERE r.id = :round_id
    AND NOT EXISTS (SELECT 1 FROM round_custodian h WHERE h.round_id = r.id AND h.account_id = :account_id
        AND h.ended IS NULL);

-- name: sealed_any
SELECT count(*) FROM sealed_round;

-- name: sealed_ids
-- Submissions whose titles and texts that account may not see beside their senders.
SELECT s.id FROM sealed_round r JOIN submission s ON s.kind = r.kind
    AND (r.challenge_id IS NULL OR s.challenge_id = r.challenge_id)
WHERE NOT EXISTS (SELECT 1 FROM round_custodian h WHERE h.round_id = r.id AND h.account_id = :account_id
    AND h.ended IS NULL)
ORDER BY s.id;

-- name: sealed_by
-- The round that hides a submission from that account.
SELECT r.id FROM submission s JOIN sealed_round r ON r.kind = s.kind
    AND (r.challenge_id IS NULL OR s.challenge_id = r.challenge_id)
WHERE s.id = :submission_id AND NOT EXISTS (SELECT 1 FROM round_custodian h WHERE h.round_id = r.id
    AND h.account_id = :account_id AND h.ended IS NULL)
LIMIT 1;

-- name: member_person
-- Does the person of that account sit on the round's panel?
SELECT count(*) FROM panel_member m JOIN account a ON a.id = m.account_id
JOIN account b ON b.person_id = a.person_id WHERE m.round_id = :round_id AND b.id = :account_id;

-- name: blind_names name
-- What could give a team away, as words: its name, its members, its organization, municipalities.
SELECT t.name AS text, 'team' AS kind FROM team t JOIN submission s ON s.team_id = t.id WHERE s.id = :submission_id
UNION SELECT p.name, 'member' FROM team_member m JOIN person p ON p.id = m.person_id
    JOIN submission s ON s.team_id = m.team_id WHERE s.id = :submission_id
UNION SELECT s.contact_name, 'member' FROM submission s WHERE s.id = :submission_id AND s.contact_name <> ''
UNION SELECT o.name_fi, 'organization' FROM organization o JOIN team t ON t.organization_id = o.id
    JOIN submission s ON s.team_id = t.id WHERE s.id = :submission_id
UNION SELECT o.name_sv, 'organization' FROM organization o JOIN team t ON t.organization_id = o.id
    JOIN submission s ON s.team_id = t.id WHERE s.id = :submission_id
UNION SELECT n.name, 'organization' FROM organization_name n JOIN team t ON t.organization_id = n.organization_id
    JOIN submission s ON s.team_id = t.id WHERE s.id = :submission_id
UNION SELECT name, 'municipality' FROM municipality_name
ORDER BY 2, 1;

-- name: hint_list hint
-- What the file itself says of ties between the panel's active members and who applied. `detail`: the organization,
-- municipality or e-mail domain they share.
WITH panel AS (
    SELECT m.id, m.account_id, a.person_id, lower(substr(p.email, instr(p.email, '@') + 1)) AS domain
    FROM panel_member m JOIN account a ON a.id = m.account_id JOIN person p ON p.id = a.person_id
    WHERE m.round_id = :round_id AND m.state = 'active'),
entry AS (
    SELECT s.id, s.municipality_id, s.organization_id, s.team_id, s.contact_name, s.contact_email
    FROM round r JOIN submission s ON s.kind = r.kind AND (r.challenge_id IS NULL OR s.challenge_id = r.challenge_id)
    WHERE r.id = :round_id AND (EXISTS (SELECT 1 FROM round_item i WHERE i.round_id = r.id AND i.submission_id = s.id)
        OR r.state = 'planned' AND ((s.state = 'received' AND s.late = 0) OR s.state = 'admitted'))),
party AS (
    SELECT id, municipality_id, organization_id FROM entry
    UNION SELECT e.id, c.municipality_id, c.organization_id FROM entry e JOIN co_applicant c ON c.submission_id = e.id
    UNION SELECT e.id, NULL, t.organization_id FROM entry e JOIN team t ON t.id = e.team_id),
people AS (
    SELECT DISTINCT e.id, t.person_id FROM entry e JOIN team_member t ON t.team_id = e.team_id),
job AS (
    SELECT person_id, organization_id, municipality_id FROM role
    WHERE (valid_from IS NULL OR valid_from <= :today) AND (valid_to IS NULL OR valid_to >= :today)),
address AS (
    SELECT id, lower(substr(contact_email, instr(contact_email, '@') + 1)) AS domain FROM entry WHERE contact_email LIKE '%_@_%'
    UNION SELECT q.id, lower(substr(p.email, instr(p.email, '@') + 1)) FROM people q JOIN person p ON p.id = q.person_id
        WHERE p.email LIKE '%_@_%'),
namesake AS (
    SELECT q.id, q.person_id, fold(p.name) AS name FROM people q JOIN person p ON p.id = q.person_id
    UNION SELECT id, 0, fold(contact_name) FROM entry),
found (member_id, submission_id, kind, detail) AS (
    SELECT m.id, q.id, 'member', '' FROM panel m JOIN people q ON q.person_id = m.person_id
    UNION SELECT m.id, a.id, 'works', coalesce(CASE :lang WHEN 'sv' THEN o.name_sv ELSE o.name_fi END,
            (SELECT n.name FROM municipality_name n WHERE n.municipality_id = j.municipality_id
                AND n.lang = CASE :lang WHEN 'sv' THEN 'sv' ELSE 'fi' END AND n.kind = 'official' LIMIT 1), '')
        FROM panel m JOIN job j ON j.person_id = m.person_id
        JOIN party a ON a.organization_id = j.organization_id OR a.municipality_id = j.municipality_id
        LEFT JOIN organization o ON o.id = j.organization_id
    UNION SELECT m.id, q.id, 'organization', CASE :lang WHEN 'sv' THEN o.name_sv ELSE o.name_fi END FROM panel m JOIN job j ON j.person_id = m.person_id
        JOIN job k ON k.organization_id = j.organization_id AND k.person_id <> m.person_id
        JOIN people q ON q.person_id = k.person_id JOIN organization o ON o.id = j.organization_id
        WHERE NOT EXISTS (SELECT 1 FROM party a WHERE a.id = q.id AND a.organization_id = j.organization_id)
    UNION SELECT m.id, n.id, 'name', '' FROM panel m JOIN person p ON p.id = m.person_id
        JOIN namesake n ON n.name = fold(p.name) AND n.person_id <> m.person_id
    UNION SELECT m.id, d.id, 'domain', d.domain FROM panel m JOIN address d ON d.domain = m.domain
    UNION SELECT m.id, e.id, 'mentored', '' FROM panel m JOIN round w ON w.id = :round_id AND w.blind = 1
        JOIN session_mentor x ON x.person_id = m.person_id JOIN session_team t ON t.session_id = x.session_id
        JOIN entry e ON e.team_id = t.team_id
    UNION SELECT m.id, NULL, 'panel', '' FROM panel m JOIN round w ON w.id = :round_id AND w.blind = 1
        JOIN panel_member x ON x.account_id = m.account_id JOIN round r ON r.id = x.round_id AND r.id <> w.id
            AND r.blind = 0 AND r.kind = 'application' AND r.challenge_id = w.challenge_id)
SELECT f.member_id, p.name, a.login, coalesce(f.submission_id, 0) AS submission_id, coalesce(s.code, '') AS code, f.kind, f.detail,
    coalesce(h.state, '') AS state, coalesce(h.reason, '') AS reason, coalesce(h.at, 0) AS at, coalesce(q.name, '') AS by, a.person_id, coalesce(s.team_id, 0) AS team_id
FROM found f JOIN panel_member m ON m.id = f.member_id JOIN account a ON a.id = m.account_id
JOIN person p ON p.id = a.person_id LEFT JOIN submission s ON s.id = f.submission_id
LEFT JOIN hint h ON h.panel_member_id = f.member_id AND h.submission_id IS f.submission_id AND h.kind = f.kind
LEFT JOIN account b ON b.id = h.account_id LEFT JOIN person q ON q.id = b.person_id
ORDER BY p.name_key, m.id, s.number, f.kind, f.detail;

-- name: hint_put hint
INSERT INTO hint (panel_member_id, submission_id, kind, state, at, account_id, reason)
VALUES (:panel_member_id, :submission_id, :kind, :state, :at, :account_id, :reason)
ON CONFLICT (submission_id, panel_member_id, kind) DO UPDATE SET state = excluded.state, at = excluded.at,
    account_id = excluded.account_id, reason = excluded.reason
ON CONFLICT (panel_member_id, kind) WHERE submission_id IS NULL DO UPDATE SET state = excluded.state, at = excluded.at,
    account_id = excluded.account_id, reason = excluded.reason;
