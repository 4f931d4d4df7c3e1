-- SPDX-License-Identifier: MIT
-- name: meeting_add meeting
INSERT INTO meeting (decision_id, number, starts, chair_id, secretary, examiners, call_sent, agenda)
VALUES (:decision_id, :number, :starts, :chair_id, :secretary, :examiners, :call_sent, :agenda);

-- name: meeting_update meeting
UPDATE meeting SET starts = :starts, chair_id = :chair_id, secretary = :secretary, examiners = :examiners,
    call_sent = :call_sent, agenda = :agenda, v = v + 1
WHERE id = :id AND v = :v;

-- name: meeting_end
UPDATE meeting SET ends = :ends, v = v + 1 WHERE id = :id;

-- name: meeting_number
SELECT coalesce(max(number), 0) + 1 FROM meeting WHERE starts BETWEEN :from AND :until;

-- name: meeting_get meeting
SELECT g.id, g.decision_id, d.code AS decision_code, d.state AS decision_state, d.round_id, r.key AS round_key,
    r.quorum, g.number, g.starts, g.ends, g.chair_id, a.login AS chair, p.name AS chair_name, g.secretary, g.examiners,
    g.call_sent, g.agenda, d.place, d.form, d.lang, g.v
FROM meeting g JOIN decision d ON d.id = g.decision_id JOIN round r ON r.id = d.round_id
JOIN panel_member m ON m.id = g.chair_id JOIN account a ON a.id = m.account_id JOIN person p ON p.id = a.person_id
WHERE g.id = :id;

-- name: meeting_ids
SELECT g.id FROM meeting g JOIN decision d ON d.id = g.decision_id WHERE d.state <> 'abandoned' ORDER BY g.starts, g.id;

-- name: meeting_of_round
SELECT g.id FROM meeting g JOIN decision d ON d.id = g.decision_id
WHERE d.round_id = :round_id AND d.state <> 'abandoned' ORDER BY g.id DESC LIMIT 1;

-- name: meeting_of_decision
SELECT id FROM meeting WHERE decision_id = :decision_id;

-- name: meeting_bars meeting_bar
-- Who must be out for which item. While a blind round keeps its sides apart, one that was declared by name for one
-- submission is left out for who may not join code and name.
SELECT m.id AS member_id, i.id AS item_id, min(c.ground) AS ground, max(c.decided_by) AS decided_by
FROM conflict c JOIN panel_member m ON m.id = c.panel_member_id JOIN round r ON r.id = m.round_id
JOIN round_item i ON i.round_id = r.id
WHERE r.id = :round_id AND c.state IN ('declared', 'confirmed')
    AND (r.conflict_scope = 'challenge' OR c.submission_id IS NULL
        OR (c.submission_id = i.submission_id AND (:sealed = 0 OR c.found_in = 'review')))
GROUP BY m.id, i.id ORDER BY m.id, i.id;

-- name: meeting_item_put
INSERT INTO meeting_item (meeting_id, round_item_id, decided) VALUES (:meeting_id, :round_item_id, :decided)
ON CONFLICT (meeting_id, round_item_id) DO UPDATE SET decided = excluded.decided;

-- name: meeting_items meeting_item
SELECT round_item_id, decided FROM meeting_item WHERE meeting_id = :meeting_id ORDER BY id;

-- name: meeting_absence_add meeting_absence
INSERT INTO meeting_absence (meeting_id, panel_member_id, round_item_id, since, ground, decided_by, reason)
VALUES (:meeting_id, :panel_member_id, :round_item_id, :since, :ground, :decided_by, :reason);

-- name: meeting_absence_end
UPDATE meeting_absence SET returned = :returned WHERE id = :id;

-- name: meeting_absences meeting_absence
SELECT b.id, b.panel_member_id, a.login, p.name, b.round_item_id, coalesce(i.code, '') AS item_code, b.since, b.returned,
    b.ground, b.decided_by, b.reason
FROM meeting_absence b JOIN panel_member m ON m.id = b.panel_member_id JOIN account a ON a.id = m.account_id
JOIN person p ON p.id = a.person_id LEFT JOIN round_item i ON i.id = b.round_item_id
WHERE b.meeting_id = :meeting_id ORDER BY b.since, b.id;

-- name: meeting_vote_add meeting_vote
INSERT INTO meeting_vote (meeting_id, round_item_id, question, at, passed, casting)
VALUES (:meeting_id, :round_item_id, :question, :at, :passed, :casting);

-- name: meeting_votes meeting_vote
SELECT o.id, o.round_item_id, coalesce(i.code, '') AS item_code, o.question, o.at, o.passed, o.casting,
    (SELECT count(*) FROM meeting_ballot b WHERE b.vote_id = o.id AND b.choice = 'for') AS ayes,
    (SELECT count(*) FROM meeting_ballot b WHERE b.vote_id = o.id AND b.choice = 'against') AS noes,
    (SELECT count(*) FROM meeting_ballot b WHERE b.vote_id = o.id AND b.choice = 'empty') AS blanks
FROM meeting_vote o LEFT JOIN round_item i ON i.id = o.round_item_id
WHERE o.meeting_id = :meeting_id ORDER BY o.id;

-- name: meeting_ballot_add
INSERT INTO meeting_ballot (vote_id, panel_member_id, choice) VALUES (:vote_id, :panel_member_id, :choice);

-- name: meeting_ballots meeting_ballot
SELECT b.vote_id, b.panel_member_id, a.login, p.name, b.choice
FROM meeting_ballot b JOIN meeting_vote o ON o.id = b.vote_id JOIN panel_member m ON m.id = b.panel_member_id
JOIN account a ON a.id = m.account_id JOIN person p ON p.id = a.person_id
WHERE o.meeting_id = :meeting_id ORDER BY b.vote_id, b.id;

-- name: meeting_dissent_add meeting_dissent
INSERT INTO meeting_dissent (meeting_id, round_item_id, panel_member_id, text, at)
VALUES (:meeting_id, :round_item_id, :panel_member_id, :text, :at);

-- name: meeting_dissents meeting_dissent
SELECT e.id, e.round_item_id, coalesce(i.code, '') AS item_code, e.panel_member_id, a.login, p.name, e.text, e.at
FROM meeting_dissent e JOIN panel_member m ON m.id = e.panel_member_id JOIN account a ON a.id = m.account_id
JOIN person p ON p.id = a.person_id LEFT JOIN round_item i ON i.id = e.round_item_id
WHERE e.meeting_id = :meeting_id ORDER BY e.id;

-- name: meeting_remark_add meeting_remark
INSERT INTO meeting_remark (meeting_id, round_item_id, kind, text, at)
VALUES (:meeting_id, :round_item_id, :kind, :text, :at);

-- name: meeting_remarks meeting_remark
SELECT k.id, k.round_item_id, coalesce(i.code, '') AS item_code, k.kind, k.text, k.at
FROM meeting_remark k LEFT JOIN round_item i ON i.id = k.round_item_id
WHERE k.meeting_id = :meeting_id ORDER BY k.id;

-- name: meeting_person_add meeting_person
INSERT INTO meeting_person (meeting_id, role, name, round_item_id) VALUES (:meeting_id, :role, :name, :round_item_id);

-- name: meeting_persons meeting_person
SELECT h.id, h.role, h.name, h.round_item_id, coalesce(i.code, '') AS item_code
FROM meeting_person h LEFT JOIN round_item i ON i.id = h.round_item_id
WHERE h.meeting_id = :meeting_id ORDER BY h.id;

-- name: meeting_comments meeting_comment
-- What the jurors have said of an item, in the order of the panel.
SELECT p.name, v.notes, v.feedback FROM assignment x JOIN review v ON v.assignment_id = x.id AND v.state = 'submitted'
JOIN panel_member m ON m.id = x.panel_member_id JOIN account a ON a.id = m.account_id JOIN person p ON p.id = a.person_id
WHERE x.round_item_id = :round_item_id AND (v.notes <> '' OR v.feedback <> '')
    AND NOT EXISTS (SELECT 1 FROM review w WHERE w.assignment_id = x.id AND w.state = 'submitted' AND w.revision > v.revision)
ORDER BY m.id;
