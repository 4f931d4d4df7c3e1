-- SPDX-License-Identifier: MIT
-- What an outsider gets of judged rounds and of the log (verifier/FORMAT.md).
-- name: log_entries stored_entry
SELECT seq, time, coalesce(account_id, 0) AS account, via, verb, object, hash, salt,
    (SELECT count(*) FROM log_change c WHERE c.log_seq = log.seq) AS changes
FROM log ORDER BY seq;

-- name: log_entry_changes stored_change
SELECT tbl AS "table", row_id, op, digest IS NOT NULL AS has_digest, digest, commitment IS NOT NULL AS has_commitment, commitment
FROM log_change WHERE log_seq = :seq ORDER BY id;

-- name: log_last_change last_change
SELECT id, log_seq AS seq FROM log_change WHERE tbl = :tbl AND row_id = :row_id ORDER BY id DESC LIMIT 1;

-- name: log_entry_salt entry_salt
SELECT salt, (SELECT min(c.id) FROM log_change c WHERE c.log_seq = log.seq) AS first FROM log WHERE seq = :seq;

-- name: bundle_round
SELECT id FROM round WHERE id = :round_id;

-- name: bundle_rules_version
SELECT id FROM rules_version WHERE round_id = :round_id;

-- name: bundle_criterion
SELECT id FROM criterion WHERE round_id = :round_id;

-- name: bundle_round_act
SELECT id FROM round_act WHERE round_id = :round_id;

-- name: bundle_blind_act
SELECT id FROM blind_act WHERE round_id = :round_id;

-- name: bundle_panel_member
SELECT id FROM panel_member WHERE round_id = :round_id ORDER BY id;

-- name: bundle_submission
-- Of an item whose `part` is set, that alone tells whether it takes part.
SELECT submission_id FROM round_item WHERE round_id = :round_id AND part = '';

-- name: bundle_round_item
SELECT id FROM round_item WHERE round_id = :round_id ORDER BY position, id;

-- name: bundle_assignment
SELECT x.id FROM assignment x JOIN round_item i ON i.id = x.round_item_id WHERE i.round_id = :round_id;

-- name: bundle_review
SELECT v.id FROM review v JOIN assignment x ON x.id = v.assignment_id JOIN round_item i ON i.id = x.round_item_id
WHERE i.round_id = :round_id;

-- name: bundle_score
SELECT s.id FROM score s JOIN review v ON v.id = s.review_id JOIN assignment x ON x.id = v.assignment_id
JOIN round_item i ON i.id = x.round_item_id WHERE i.round_id = :round_id AND v.state = 'submitted';

-- name: bundle_conflict
SELECT c.id FROM conflict c JOIN panel_member m ON m.id = c.panel_member_id WHERE m.round_id = :round_id;

-- name: bundle_abstention
SELECT b.id FROM abstention b JOIN assignment x ON x.id = b.assignment_id JOIN round_item i ON i.id = x.round_item_id
WHERE i.round_id = :round_id;

-- name: bundle_decision
SELECT id FROM decision WHERE round_id = :round_id AND state = 'signed';

-- name: bundle_decision_item
SELECT t.id FROM decision_item t JOIN decision d ON d.id = t.decision_id
WHERE d.round_id = :round_id AND d.state = 'signed';

-- name: bundle_draw_seed
-- Of a lot that is not drawn nobody knows the seed.
SELECT id FROM draw_seed WHERE round_id = :round_id AND purpose = 'lot'
    AND EXISTS (SELECT 1 FROM lot_place p WHERE p.round_id = draw_seed.round_id);

-- name: bundle_lot_place
SELECT id FROM lot_place WHERE round_id = :round_id;

-- name: bundle_outcomes bundle_outcome
SELECT d.code AS document, d.kind, i.code, t.outcome FROM decision_item t JOIN decision d ON d.id = t.decision_id
JOIN round_item i ON i.id = t.round_item_id WHERE d.round_id = :round_id AND d.state = 'signed' ORDER BY d.id, t.id;

-- name: bundle_reviews bundle_review
SELECT review_id AS id, member_id, item_id, code, gone, barred > 0 AS barred, set_aside FROM assignment_status z
WHERE round_id = :round_id AND review_id <> 0 ORDER BY member_id, position, item_id;
