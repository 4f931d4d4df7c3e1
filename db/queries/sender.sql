-- SPDX-License-Identifier: MIT
-- name: letter_sender_get letter_sender
SELECT address, name_fi, name_sv, name_en, program, tried, tried_by, place, v FROM letter_sender WHERE id = 1;

-- name: letter_sender_add letter_sender
INSERT INTO letter_sender (id, address, name_fi, name_sv, name_en, program)
VALUES (1, :address, :name_fi, :name_sv, :name_en, :program);

-- name: letter_sender_update letter_sender
UPDATE letter_sender SET address = :address, name_fi = :name_fi, name_sv = :name_sv, name_en = :name_en,
    program = :program, tried = NULL, tried_by = NULL, v = v + 1
WHERE id = 1 AND v = :v;

-- name: letter_sender_tried letter_sender
UPDATE letter_sender SET tried = :tried, tried_by = :tried_by, place = :place, v = v + 1 WHERE id = 1 AND v = :v;
