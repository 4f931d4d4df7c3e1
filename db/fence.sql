-- SPDX-License-Identifier: MIT
-- What a juror's connection may reach, made by db_fence in its temporary schema. Every @ becomes the session's secret
-- prefix, so that no statement can pass for one of these views: the authorizer lets tables of the file be read
-- and written from inside a name with that prefix only. fence.c then makes j_item of @item and so on.
-- A table of which a query needs the id alone is asked for without that name once SQLite has merged the view into
-- the query; the conditions on keys, codes and versions, always true, keep that from happening.
CREATE TEMP TABLE @me (account_id INTEGER PRIMARY KEY);

-- Who applied, of rounds that are not blind; copied before the fence closes, so that the columns that hold names
-- lie outside it.
CREATE TEMP TABLE @applicant (item_id INTEGER PRIMARY KEY, name_fi TEXT, name_sv TEXT);

-- When and by which way in something was done in their name; copied before the fence closes, because the log lies
-- outside it.
CREATE TEMP TABLE @act (at INTEGER, via TEXT);

CREATE TEMP VIEW @competition (name_fi, name_sv, name_en) AS
SELECT name_fi, name_sv, name_en FROM main.competition;

CREATE TEMP VIEW @account (id, role, lang, state, v) AS
SELECT id, role, lang, state, v FROM main.account WHERE id = (SELECT account_id FROM temp.@me) AND v > 0;

-- Their own keys, to know whether the one they came in by still holds.
CREATE TEMP VIEW @key (fingerprint, revoked) AS
SELECT fingerprint, revoked IS NOT NULL FROM main.account_key
WHERE account_id = (SELECT account_id FROM temp.@me);

-- A seat on a panel, with its round.
CREATE TEMP VIEW @seat (id, round_id, state, chair, reason, key, kind, blind, round_state, scope, opened, closes, closed,
    challenge_id, declared, barred, released, dealt) AS
SELECT m.id, r.id, m.state, m.chair, m.reason, r.key, r.kind, r.blind, r.state, r.conflict_scope, coalesce(r.opened, 0),
    coalesce(r.closes, 0), coalesce(r.closed, 0), r.challenge_id,
    coalesce((SELECT d.made FROM main.declaration d WHERE d.panel_member_id = m.id), 0),
    EXISTS (SELECT 1 FROM main.conflict k WHERE k.panel_member_id = m.id AND k.state IN ('declared', 'confirmed')
        AND (r.conflict_scope = 'challenge' OR k.submission_id IS NULL)),
    r.blind = 0 OR EXISTS (SELECT 1 FROM main.blind_act b WHERE b.round_id = r.id AND b.act = 'release'),
    r.per_submission IS NOT NULL
FROM main.panel_member m JOIN main.round r ON r.id = m.round_id AND r.key <> ''
WHERE m.account_id = (SELECT account_id FROM temp.@me);

CREATE TEMP VIEW @round (id, key, kind, blind, state, scope, opened, closes, closed, seat_state, chair, reason, declared,
    barred, released, dealt, challenge, title_fi, title_sv, title_en) AS
SELECT s.round_id, s.key, s.kind, s.blind, s.round_state, s.scope, s.opened, s.closes, s.closed, s.state, s.chair,
    s.reason, s.declared, s.barred, s.released, s.dealt, coalesce(c.code, ''), coalesce(c.title_fi, ''),
    coalesce(c.title_sv, ''), coalesce(c.title_en, '')
FROM @seat s LEFT JOIN main.challenge c ON c.id = s.challenge_id AND c.code <> '';

-- The conflicts that bar the whole round, without whom they name.
CREATE TEMP VIEW @bar (id, round_id, ground, state, decided_by, found_in, made) AS
SELECT k.id, s.round_id, k.ground, k.state, k.decided_by, k.found_in, k.made
FROM @seat s JOIN main.conflict k ON k.panel_member_id = s.id
WHERE s.barred AND k.state IN ('declared', 'confirmed');

CREATE TEMP VIEW @criterion (id, round_id, key, position, weight, low, high, step, name_fi, name_sv, name_en,
    guidance_fi, guidance_sv, guidance_en) AS
SELECT c.id, c.round_id, c.key, c.position, c.weight, c.low, c.high, c.step, c.name_fi, c.name_sv, c.name_en,
    c.guidance_fi, c.guidance_sv, c.guidance_en
FROM main.criterion c WHERE c.round_id IN (SELECT round_id FROM @seat);

CREATE TEMP VIEW @band (criterion_id, low, text_fi, text_sv, text_en) AS
SELECT b.criterion_id, b.low, b.text_fi, b.text_sv, b.text_en
FROM main.band b WHERE b.criterion_id IN (SELECT id FROM @criterion);

-- What is theirs to review, once they have declared. In a blind round what a name they declared bars is not
-- there at all; elsewhere it is there without its text. `writable`: nothing stands in the way now.
CREATE TEMP VIEW @mine (id, round_id, item_id, member_id, position, barred, gone, writable) AS
SELECT x.id, s.round_id, i.id, s.id, x.position,
    EXISTS (SELECT 1 FROM main.conflict k WHERE k.panel_member_id = s.id AND k.submission_id = i.submission_id
        AND k.state IN ('declared', 'confirmed')),
    i.part = 'out' OR (i.part = '' AND EXISTS (SELECT 1 FROM main.submission u WHERE u.id = i.submission_id
        AND u.state IN ('withdrawn', 'ineligible'))),
    s.round_state = 'open'
        AND EXISTS (SELECT 1 FROM @account a WHERE a.state = 'active' AND a.role = 'juror')
        AND NOT (i.part = 'out' OR (i.part = '' AND EXISTS (SELECT 1 FROM main.submission u
            WHERE u.id = i.submission_id AND u.state IN ('withdrawn', 'ineligible'))))
        AND NOT EXISTS (SELECT 1 FROM main.conflict k WHERE k.panel_member_id = s.id
            AND k.submission_id = i.submission_id AND k.state IN ('declared', 'confirmed'))
FROM @seat s JOIN main.assignment x ON x.panel_member_id = s.id JOIN main.round_item i ON i.id = x.round_item_id
    AND i.code <> ''
WHERE s.state = 'active' AND s.round_state IN ('open', 'closed') AND s.declared AND s.released AND NOT s.barred
    AND NOT (s.blind AND EXISTS (SELECT 1 FROM main.conflict k WHERE k.panel_member_id = s.id
        AND k.submission_id = i.submission_id AND k.state IN ('declared', 'confirmed')
        AND k.found_in = 'declaration'));

-- What was given to them at all, to tell why they may not go on. What is not there was never theirs.
CREATE TEMP VIEW @assigned (id, round_id) AS
SELECT x.id, s.round_id
FROM @seat s JOIN main.assignment x ON x.panel_member_id = s.id JOIN main.round_item i ON i.id = x.round_item_id
    AND i.code <> ''
WHERE NOT (s.blind AND s.scope = 'submission' AND EXISTS (SELECT 1 FROM main.conflict k
    WHERE k.panel_member_id = s.id AND k.submission_id = i.submission_id AND k.state IN ('declared', 'confirmed')
        AND k.found_in = 'declaration'));

CREATE TEMP VIEW @item (id, round_id, code, position, lang, title, body, applicant_fi, applicant_sv, barred, gone,
    writable) AS
SELECT w.id, w.round_id, i.code, w.position, i.lang, CASE WHEN w.barred OR w.gone THEN '' ELSE i.title END,
    CASE WHEN w.barred OR w.gone THEN '' ELSE i.body END, coalesce(n.name_fi, ''), coalesce(n.name_sv, ''),
    w.barred, w.gone, w.writable
FROM @mine w JOIN main.round_item i ON i.id = w.item_id AND i.code <> ''
LEFT JOIN temp.@applicant n ON n.item_id = w.item_id;

-- What of an item is in the reading pack, by the names it has there.
CREATE TEMP VIEW @file (assignment_id, name) AS
SELECT w.id, f.name FROM @mine w JOIN main.round_attachment f ON f.round_item_id = w.item_id AND f.name <> ''
WHERE NOT w.barred AND NOT w.gone;

CREATE TEMP VIEW @draft (id, assignment_id, scores, notes, feedback, saved, entered, v) AS
SELECT d.id, d.assignment_id, d.scores, d.notes, d.feedback, d.saved, d.entered_by IS NOT NULL, d.v
FROM main.draft d WHERE EXISTS (SELECT 1 FROM @mine w WHERE w.id = d.assignment_id AND NOT w.barred);

CREATE TEMP VIEW @review (id, assignment_id, revision, state, submitted, taken_back, notes, feedback, entered,
    confirmed) AS
SELECT v.id, v.assignment_id, v.revision, v.state, v.submitted, coalesce(v.taken_back, 0), v.notes, v.feedback,
    v.entered_by IS NOT NULL, coalesce(v.confirmed, 0)
FROM main.review v WHERE EXISTS (SELECT 1 FROM @mine w WHERE w.id = v.assignment_id AND NOT w.barred);

CREATE TEMP VIEW @score (review_id, criterion_id, value, assignment_id) AS
SELECT z.review_id, z.criterion_id, z.value, v.assignment_id
FROM main.score z JOIN main.review v ON v.id = z.review_id AND v.state <> ''
WHERE EXISTS (SELECT 1 FROM @mine w WHERE w.id = v.assignment_id AND NOT w.barred);

-- Conflicts that bar one submission each and that its list shows: those found while reviewing and, where names
-- are known, those declared.
CREATE TEMP VIEW @recusal (id, assignment_id, ground, reason, state, decided_by, found_in, made) AS
SELECT k.id, w.id, k.ground, k.reason, k.state, k.decided_by, k.found_in, k.made
FROM @mine w JOIN main.round_item i ON i.id = w.item_id AND i.code <> ''
JOIN main.conflict k ON k.panel_member_id = w.member_id AND k.submission_id = i.submission_id
WHERE k.state IN ('declared', 'confirmed');

CREATE TEMP VIEW @recognition (id, assignment_id, at, text, withdrawn) AS
SELECT g.id, g.assignment_id, g.at, g.text, coalesce(g.withdrawn, 0)
FROM main.recognition g WHERE EXISTS (SELECT 1 FROM @mine w WHERE w.id = g.assignment_id AND NOT w.barred);

CREATE TEMP VIEW @abstention (id, assignment_id, at, reason, entered, withdrawn) AS
SELECT b.id, b.assignment_id, b.at, b.reason, b.entered_by IS NOT NULL, coalesce(b.withdrawn, 0)
FROM main.abstention b WHERE EXISTS (SELECT 1 FROM @mine w WHERE w.id = b.assignment_id AND NOT w.barred);

-- What the jury asked by code of what is theirs to review: one's own questions, and whatever has been answered. The
-- sender's side (what was handed on, what came) lies outside.
CREATE TEMP VIEW @dialogue (assignment_id, number, text, asked, passed, answer, answered, own) AS
SELECT w.id, d.number, d.text, d.asked, coalesce(d.passed, 0), d.answer, coalesce(d.answered, 0),
    coalesce(d.panel_member_id = w.member_id, 0)
FROM main.dialogue d JOIN @mine w ON w.item_id = d.round_item_id
WHERE d.number > 0 AND NOT w.barred AND NOT w.gone AND (d.answered > 0 OR d.panel_member_id = w.member_id);

CREATE TEMP VIEW @place (id, round_id, assignment_id, field, offset, at) AS
SELECT p.id, p.round_id, coalesce(p.assignment_id, 0), p.field, p.offset, p.at
FROM main.place p WHERE p.account_id = (SELECT account_id FROM temp.@me);

-- The frozen statements of rounds where they sit and were present. Who else has signed one is not theirs.
CREATE TEMP VIEW @statement (id, code, round_id, seat_state, barred, corrected, opened, frozen, hash, text, signed_on) AS
SELECT d.id, d.code, s.round_id, s.state, s.barred,
    EXISTS (SELECT 1 FROM main.decision n WHERE n.corrects = d.id AND n.state <> 'abandoned'),
    EXISTS (SELECT 1 FROM main.blind_act b WHERE b.round_id = s.round_id AND b.act = 'open'),
    t.frozen, t.hash, t.text,
    coalesce((SELECT max(g.day) FROM main.signature g WHERE g.decision_id = d.id AND g.panel_member_id = s.id
        AND g.how <> 'none'), 0)
FROM @seat s JOIN main.decision d ON d.round_id = s.round_id AND d.kind = 'statement' AND d.state IN ('frozen', 'signed')
JOIN main.statement t ON t.decision_id = d.id AND t.hash <> ''
JOIN main.decision_person p ON p.decision_id = d.id AND p.panel_member_id = s.id AND p.presence <> 'absent';

-- Writing goes through triggers of the outer views, which take only what is theirs and open.
CREATE TEMP TRIGGER @language INSTEAD OF UPDATE ON j_account BEGIN
    UPDATE account SET lang = new.lang, v = old.v + 1 WHERE id = (SELECT account_id FROM temp.@me);
END;

CREATE TEMP TRIGGER @draft_insert INSTEAD OF INSERT ON j_draft BEGIN
    INSERT INTO draft (assignment_id, scores, notes, feedback, saved)
    SELECT w.id, new.scores, new.notes, new.feedback, new.saved FROM @mine w
    WHERE w.id = new.assignment_id AND w.writable;
END;

CREATE TEMP TRIGGER @draft_update INSTEAD OF UPDATE ON j_draft BEGIN
    UPDATE draft SET scores = new.scores, notes = new.notes, feedback = new.feedback, saved = new.saved,
        entered_by = NULL, v = old.v + 1
    WHERE id = old.id AND assignment_id IN (SELECT w.id FROM @mine w WHERE w.writable);
END;

CREATE TEMP TRIGGER @draft_delete INSTEAD OF DELETE ON j_draft BEGIN
    DELETE FROM draft WHERE id = old.id AND assignment_id IN (SELECT w.id FROM @mine w WHERE w.writable);
END;

CREATE TEMP TRIGGER @review_insert INSTEAD OF INSERT ON j_review BEGIN
    INSERT INTO review (assignment_id, revision, state, submitted, notes, feedback)
    SELECT w.id, (SELECT coalesce(max(v.revision), 0) + 1 FROM main.review v WHERE v.assignment_id = w.id),
        'submitted', new.submitted, new.notes, new.feedback
    FROM @mine w WHERE w.id = new.assignment_id AND w.writable;
END;

CREATE TEMP TRIGGER @review_take_back INSTEAD OF UPDATE OF taken_back ON j_review BEGIN
    UPDATE review SET state = 'taken_back', taken_back = new.taken_back
    WHERE id = old.id AND state = 'submitted' AND assignment_id IN (SELECT w.id FROM @mine w WHERE w.writable);
END;

-- What the office entered on their behalf: theirs to confirm, after the closing too.
CREATE TEMP TRIGGER @review_confirm INSTEAD OF UPDATE OF confirmed ON j_review BEGIN
    UPDATE review SET confirmed = new.confirmed
    WHERE id = old.id AND state = 'submitted' AND entered_by IS NOT NULL AND confirmed IS NULL
        AND assignment_id IN (SELECT w.id FROM @mine w WHERE NOT w.barred AND NOT w.gone);
END;

CREATE TEMP TRIGGER @score_insert INSTEAD OF INSERT ON j_score BEGIN
    INSERT INTO score (review_id, criterion_id, value)
    SELECT v.id, c.id, new.value FROM main.review v JOIN @mine w ON w.id = v.assignment_id
    JOIN main.criterion c ON c.round_id = w.round_id
    WHERE v.id = new.review_id AND v.state = 'submitted' AND c.id = new.criterion_id AND w.writable;
END;

CREATE TEMP TRIGGER @recuse INSTEAD OF INSERT ON j_recusal BEGIN
    INSERT INTO conflict (panel_member_id, submission_id, ground, made, reason, found_in)
    SELECT w.member_id, i.submission_id, new.ground, new.made, new.reason, 'review'
    FROM @mine w JOIN main.round_item i ON i.id = w.item_id WHERE w.id = new.assignment_id AND w.writable;
END;

-- Back from a recusal, while nobody else has decided on it.
CREATE TEMP TRIGGER @return INSTEAD OF UPDATE ON j_recusal BEGIN
    UPDATE conflict SET state = 'withdrawn' WHERE id = old.id AND state = 'declared' AND decided_by = 'self'
        AND panel_member_id IN (SELECT s.id FROM @seat s WHERE s.round_state = 'open' AND s.state = 'active');
END;

CREATE TEMP TRIGGER @return_whole INSTEAD OF UPDATE ON j_bar BEGIN
    UPDATE conflict SET state = 'withdrawn' WHERE id = old.id AND state = 'declared' AND decided_by = 'self'
        AND found_in = 'review'
        AND panel_member_id IN (SELECT s.id FROM @seat s WHERE s.round_state = 'open' AND s.state = 'active');
END;

CREATE TEMP TRIGGER @recognize INSTEAD OF INSERT ON j_recognition BEGIN
    INSERT INTO recognition (assignment_id, at, text)
    SELECT w.id, new.at, new.text FROM @mine w WHERE w.id = new.assignment_id AND w.writable;
END;

CREATE TEMP TRIGGER @unrecognize INSTEAD OF UPDATE ON j_recognition BEGIN
    UPDATE recognition SET withdrawn = new.withdrawn
    WHERE id = old.id AND withdrawn IS NULL AND assignment_id IN (SELECT w.id FROM @mine w WHERE w.writable);
END;

CREATE TEMP TRIGGER @abstain INSTEAD OF INSERT ON j_abstention BEGIN
    INSERT INTO abstention (assignment_id, at, reason)
    SELECT w.id, new.at, new.reason FROM @mine w WHERE w.id = new.assignment_id AND w.writable;
END;

CREATE TEMP TRIGGER @unabstain INSTEAD OF UPDATE ON j_abstention BEGIN
    UPDATE abstention SET withdrawn = new.withdrawn
    WHERE id = old.id AND withdrawn IS NULL AND assignment_id IN (SELECT w.id FROM @mine w WHERE w.writable);
END;

CREATE TEMP TRIGGER @ask INSTEAD OF INSERT ON j_dialogue BEGIN
    INSERT INTO dialogue (round_id, number, round_item_id, panel_member_id, text, asked, asked_by)
    SELECT w.round_id, (SELECT coalesce(max(d.number), 0) + 1 FROM main.dialogue d WHERE d.round_id = w.round_id),
        w.item_id, w.member_id, new.text, new.asked, (SELECT account_id FROM temp.@me)
    FROM @mine w JOIN @seat s ON s.id = w.member_id WHERE w.id = new.assignment_id AND w.writable AND s.blind;
END;

CREATE TEMP TRIGGER @place_insert INSTEAD OF INSERT ON j_place BEGIN
    INSERT INTO place (account_id, round_id, assignment_id, field, offset, at)
    SELECT (SELECT account_id FROM temp.@me), s.round_id,
        (SELECT w.id FROM @mine w WHERE w.id = new.assignment_id AND w.round_id = s.round_id), new.field, new.offset, new.at
    FROM @seat s WHERE s.round_id = new.round_id;
END;

CREATE TEMP TRIGGER @place_update INSTEAD OF UPDATE ON j_place BEGIN
    UPDATE place SET field = new.field, offset = new.offset, at = new.at,
        assignment_id = (SELECT w.id FROM @mine w WHERE w.id = new.assignment_id AND w.round_id = old.round_id)
    WHERE id = old.id AND account_id = (SELECT account_id FROM temp.@me);
END;
