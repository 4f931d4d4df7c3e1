-- SPDX-License-Identifier: MIT
-- name: decision_content_begin
-- As the one that it goes on from says it; what is no longer so is changed. The value is the challenge's.
INSERT INTO decision_content (decision_id, entity, decider_kind, presenter, preparer, contact_name, contact_title, contact_phone,
    contact_email, value, notices)
SELECT d.id, coalesce(f.entity, ''), coalesce(f.decider_kind, 'body'), coalesce(f.presenter, ''), coalesce(f.preparer, ''),
    coalesce(f.contact_name, ''), coalesce(f.contact_title, ''), coalesce(f.contact_phone, ''), coalesce(f.contact_email, ''),
    coalesce(c.value, f.value), coalesce(f.notices, '')
FROM decision d JOIN round r ON r.id = d.round_id LEFT JOIN challenge c ON c.id = r.challenge_id
LEFT JOIN decision_content f ON f.decision_id = :from
WHERE d.id = :id;

-- name: decision_text_begin
INSERT INTO decision_text (decision_id, part, text_fi, text_sv, text_en)
SELECT :id, part, text_fi, text_sv, text_en FROM decision_text WHERE decision_id = :from ORDER BY id;

-- name: decision_reason_begin
INSERT INTO decision_reason (decision_id, round_item_id, words_fi, words_sv, words_en, composed_fi, composed_sv, composed_en)
SELECT :id, round_item_id, words_fi, words_sv, words_en, composed_fi, composed_sv, composed_en
FROM decision_reason WHERE decision_id = :from ORDER BY id;

-- name: decision_content_before
-- The newest approved decision on submissions of the same kind.
SELECT p.id FROM decision d JOIN round r ON r.id = d.round_id
JOIN round s ON s.kind = r.kind JOIN decision p ON p.round_id = s.id
WHERE d.id = :id AND p.kind = 'decision' AND p.state = 'signed' AND p.id < d.id ORDER BY p.id DESC LIMIT 1;

-- name: decision_content_get decision_content
SELECT decision_id, entity, decider_kind, presenter, preparer, contact_name, contact_title, contact_phone, contact_email, value,
    notices, same_confirmed, same_hash, frozen, v
FROM decision_content WHERE decision_id = :decision_id;

-- name: decision_content_update decision_content
UPDATE decision_content SET entity = :entity, decider_kind = :decider_kind, presenter = :presenter, preparer = :preparer,
    contact_name = :contact_name, contact_title = :contact_title, contact_phone = :contact_phone,
    contact_email = :contact_email, value = :value, notices = :notices, v = v + 1
WHERE decision_id = :decision_id AND v = :v;

-- name: decision_content_same
UPDATE decision_content SET same_confirmed = :same_confirmed, same_hash = :same_hash, v = v + 1 WHERE decision_id = :decision_id;

-- name: decision_content_freeze
UPDATE decision_content SET frozen = :frozen, v = v + 1 WHERE decision_id = :decision_id;

-- name: decision_texts decision_text
SELECT part, text_fi, text_sv, text_en FROM decision_text WHERE decision_id = :decision_id ORDER BY id;

-- name: decision_text_put decision_text
INSERT INTO decision_text (decision_id, part, text_fi, text_sv, text_en)
VALUES (:decision_id, :part, :text_fi, :text_sv, :text_en)
ON CONFLICT (decision_id, part) DO UPDATE SET text_fi = excluded.text_fi, text_sv = excluded.text_sv,
    text_en = excluded.text_en;

-- name: decision_reasons decision_reason
SELECT round_item_id, words_fi, words_sv, words_en, composed_fi, composed_sv, composed_en
FROM decision_reason WHERE decision_id = :decision_id ORDER BY id;

-- name: decision_reason_put decision_reason
INSERT INTO decision_reason (decision_id, round_item_id, words_fi, words_sv, words_en, composed_fi, composed_sv, composed_en)
VALUES (:decision_id, :round_item_id, :words_fi, :words_sv, :words_en, :composed_fi, :composed_sv, :composed_en)
ON CONFLICT (decision_id, round_item_id) DO UPDATE SET words_fi = excluded.words_fi, words_sv = excluded.words_sv,
    words_en = excluded.words_en, composed_fi = excluded.composed_fi, composed_sv = excluded.composed_sv,
    composed_en = excluded.composed_en;
