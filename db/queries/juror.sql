-- SPDX-License-Identifier: MIT
-- The only statements a fenced handle runs (db/fence.h). They know the juror's views and nothing else.
-- name: juror_competition competition
SELECT name_fi, name_sv, name_en, '' AS legal_profile, 0 AS v FROM j_competition;

-- name: juror_standing
SELECT count(*) FROM j_account WHERE id = :account_id AND state = 'active' AND role = :role
    AND (:fingerprint IS NULL OR EXISTS (SELECT 1 FROM j_key WHERE fingerprint = :fingerprint AND revoked = 0));

-- name: juror_acts juror_act
SELECT at, via FROM j_act ORDER BY at;

-- name: juror_set_language
UPDATE j_account SET lang = :lang;

-- name: juror_rounds juror_round
SELECT id, key, kind, blind, state, scope, opened, closes, closed, seat_state AS seat, chair, reason, declared, barred, released, dealt,
    challenge, title_fi, title_sv, title_en
FROM j_round WHERE :id IS NULL OR id = :id ORDER BY key;

-- name: juror_bars juror_recusal
SELECT id, ground, state, decided_by, found_in, made FROM j_bar WHERE round_id = :round_id ORDER BY id;

-- name: juror_criteria criterion
SELECT id, key, position, weight, low, high, step, name_fi, name_sv, name_en, guidance_fi, guidance_sv, guidance_en
FROM j_criterion WHERE round_id = :round_id ORDER BY position, id;

-- name: juror_bands band
SELECT low, text_fi, text_sv, text_en FROM j_band WHERE criterion_id = :criterion_id ORDER BY low;

-- name: juror_round_of
SELECT round_id FROM j_assigned WHERE id = :id;

-- name: juror_items juror_paper
SELECT id, round_id, code, position, lang, title, '' AS body, applicant_fi, applicant_sv, barred, gone, writable,
    (SELECT count(*) FROM j_file f WHERE f.assignment_id = j_item.id) AS files
FROM j_item WHERE round_id = :round_id ORDER BY position, code;

-- name: juror_item juror_paper
SELECT id, round_id, code, position, lang, title, body, applicant_fi, applicant_sv, barred, gone, writable,
    (SELECT count(*) FROM j_file f WHERE f.assignment_id = j_item.id) AS files
FROM j_item WHERE id = :id;

-- name: juror_files text_row
SELECT name AS text FROM j_file WHERE assignment_id = :assignment_id ORDER BY name;

-- name: juror_search
SELECT id FROM j_item WHERE round_id = :round_id
    AND fold_contains(code || ' ' || title || ' ' || applicant_fi || ' ' || applicant_sv || ' ' || body, :words)
ORDER BY position, code;

-- name: juror_drafts juror_draft
SELECT id, assignment_id, scores, notes, feedback, saved, entered, v FROM j_draft
WHERE assignment_id IN (SELECT id FROM j_assigned WHERE round_id = :round_id AND id BETWEEN :first AND :last)
ORDER BY assignment_id;

-- name: juror_draft_add juror_draft
INSERT INTO j_draft (assignment_id, scores, notes, feedback, saved)
VALUES (:assignment_id, :scores, :notes, :feedback, :saved);

-- name: juror_draft_update juror_draft
UPDATE j_draft SET scores = :scores, notes = :notes, feedback = :feedback, saved = :saved
WHERE assignment_id = :assignment_id;

-- name: juror_draft_id
SELECT id FROM j_draft WHERE assignment_id = :assignment_id;

-- name: juror_draft_delete
DELETE FROM j_draft WHERE assignment_id = :assignment_id;

-- name: juror_reviews juror_review
SELECT id, assignment_id, revision, state, submitted, taken_back, notes, feedback, entered, confirmed FROM j_review
WHERE assignment_id IN (SELECT id FROM j_assigned WHERE round_id = :round_id AND id BETWEEN :first AND :last)
ORDER BY assignment_id, revision DESC;

-- name: juror_scores juror_score
SELECT review_id, criterion_id, value FROM j_score
WHERE assignment_id IN (SELECT id FROM j_assigned WHERE round_id = :round_id AND id BETWEEN :first AND :last)
ORDER BY review_id, criterion_id;

-- name: juror_review_add juror_review
INSERT INTO j_review (assignment_id, submitted, notes, feedback) VALUES (:assignment_id, :submitted, :notes, :feedback);

-- name: juror_review_submitted
SELECT id FROM j_review WHERE assignment_id = :assignment_id AND state = 'submitted';

-- name: juror_review_take_back
UPDATE j_review SET taken_back = :taken_back WHERE assignment_id = :assignment_id AND state = 'submitted';

-- name: juror_review_confirm
UPDATE j_review SET confirmed = :confirmed WHERE assignment_id = :assignment_id AND state = 'submitted';

-- name: juror_score_add
INSERT INTO j_score (review_id, criterion_id, value) VALUES (:review_id, :criterion_id, :value);

-- name: juror_recusals juror_recusal
SELECT id, assignment_id, ground, reason, state, decided_by, found_in, made FROM j_recusal
WHERE assignment_id IN (SELECT id FROM j_assigned WHERE round_id = :round_id AND id BETWEEN :first AND :last)
ORDER BY assignment_id, id;

-- name: juror_recuse
INSERT INTO j_recusal (assignment_id, ground, made, reason) VALUES (:assignment_id, :ground, :made, :reason);

-- name: juror_return
UPDATE j_recusal SET state = 'withdrawn' WHERE assignment_id = :assignment_id AND state = 'declared';

-- name: juror_return_whole
UPDATE j_bar SET state = 'withdrawn' WHERE round_id = :round_id AND found_in = 'review';

-- name: juror_recognitions juror_recognition
SELECT id, assignment_id, at, text FROM j_recognition
WHERE withdrawn = 0 AND assignment_id IN (SELECT id FROM j_assigned WHERE round_id = :round_id AND id BETWEEN :first AND :last)
ORDER BY assignment_id, id;

-- name: juror_recognize
INSERT INTO j_recognition (assignment_id, at, text) VALUES (:assignment_id, :at, :text);

-- name: juror_unrecognize
UPDATE j_recognition SET withdrawn = :withdrawn WHERE assignment_id = :assignment_id AND withdrawn = 0;

-- name: juror_dialogues juror_dialogue
SELECT number, text, asked, passed, answer, answered, own FROM j_dialogue
WHERE assignment_id = :assignment_id ORDER BY number;

-- name: juror_ask
INSERT INTO j_dialogue (assignment_id, text, asked) VALUES (:assignment_id, :text, :asked);

-- name: juror_abstentions juror_abstention
SELECT id, assignment_id, at, reason, entered FROM j_abstention
WHERE withdrawn = 0 AND assignment_id IN (SELECT id FROM j_assigned WHERE round_id = :round_id AND id BETWEEN :first AND :last)
ORDER BY assignment_id, id;

-- name: juror_abstain
INSERT INTO j_abstention (assignment_id, at, reason) VALUES (:assignment_id, :at, :reason);

-- name: juror_unabstain
UPDATE j_abstention SET withdrawn = :withdrawn WHERE assignment_id = :assignment_id AND withdrawn = 0;

-- name: juror_places juror_place
SELECT id, round_id, assignment_id, field, offset, at FROM j_place
WHERE :round_id IS NULL OR round_id = :round_id ORDER BY at DESC, id DESC;

-- name: juror_place_add juror_place
INSERT INTO j_place (round_id, assignment_id, field, offset, at)
VALUES (:round_id, :assignment_id, :field, :offset, :at);

-- name: juror_place_update juror_place
UPDATE j_place SET assignment_id = :assignment_id, field = :field, offset = :offset, at = :at
WHERE round_id = :round_id;

-- name: juror_place_id
SELECT id FROM j_place WHERE round_id = :round_id;

-- name: juror_statements juror_statement
SELECT id, code, round_id, seat_state AS seat, barred, corrected, opened, frozen, hash, '' AS text, signed_on FROM j_statement
ORDER BY frozen DESC, id DESC;

-- name: juror_statement juror_statement
SELECT id, code, round_id, seat_state AS seat, barred, corrected, opened, frozen, hash, text, signed_on FROM j_statement
WHERE id = :id;
