-- SPDX-License-Identifier: MIT
-- name: session_add mentoring_session
INSERT INTO mentoring_session (number, code, day, starts, ends, place, challenge_id, topic)
VALUES (:number, :code, :day, :starts, :ends, :place, :challenge_id, :topic);

-- name: session_update mentoring_session
UPDATE mentoring_session SET day = :day, starts = :starts, ends = :ends, place = :place,
    challenge_id = :challenge_id, topic = :topic, v = v + 1
WHERE id = :id AND v = :v;

-- name: session_bump
UPDATE mentoring_session SET v = v + 1 WHERE id = :id;

-- name: session_set_state
UPDATE mentoring_session SET state = :state, v = v + 1 WHERE id = :id;

-- name: session_get mentoring_session
SELECT m.id, m.number, m.code, m.day, coalesce(m.starts, -1) AS starts, coalesce(m.ends, -1) AS ends, m.place,
    m.challenge_id, coalesce(c.code, '') AS challenge_code, m.topic, m.state,
    (SELECT count(*) FROM session_team WHERE session_id = m.id) AS invited,
    (SELECT count(*) FROM session_team WHERE session_id = m.id AND state IN ('present', 'remote')) AS came,
    (SELECT count(*) FROM session_team WHERE session_id = m.id AND state = 'absent') AS absent,
    (SELECT count(*) FROM session_note WHERE session_id = m.id AND kind = 'note') AS notes,
    (SELECT count(*) FROM session_note WHERE session_id = m.id AND kind = 'feedback') AS feedback, m.v
FROM mentoring_session m LEFT JOIN challenge c ON c.id = m.challenge_id WHERE m.id = :id;

-- name: session_find
SELECT id FROM mentoring_session WHERE code = :code;

-- name: session_ids
SELECT m.id FROM mentoring_session m LEFT JOIN challenge c ON c.id = m.challenge_id
WHERE (:challenge_id IS NULL OR m.challenge_id IS NULL OR m.challenge_id = :challenge_id)
    AND (:team_id IS NULL OR EXISTS (SELECT 1 FROM session_team t WHERE t.session_id = m.id AND t.team_id = :team_id))
    AND (:person_id IS NULL OR EXISTS (SELECT 1 FROM session_mentor x WHERE x.session_id = m.id AND x.person_id = :person_id))
    AND (:state IS NULL OR m.state = :state) AND (:from IS NULL OR m.day >= :from) AND (:to IS NULL OR m.day <= :to)
ORDER BY CASE WHEN :sort = 'number' THEN m.number END, CASE WHEN :sort = 'challenge' THEN m.challenge_id IS NULL END,
    CASE WHEN :sort = 'challenge' THEN c.number END, m.day, m.starts, m.id;

-- name: session_waiting_ids
SELECT id FROM mentoring_session WHERE state = 'planned' OR (state = 'held' AND day >= :from)
ORDER BY state = 'held', day, starts, id;

-- name: session_counts session_counts
SELECT coalesce(sum(state = 'planned'), 0) AS planned, coalesce(sum(state = 'held'), 0) AS held, coalesce(sum(state = 'cancelled'), 0) AS cancelled
FROM mentoring_session;

-- name: session_act_add session_act
INSERT INTO session_act (session_id, act, at, before, reason, account_id)
VALUES (:session_id, :act, :at, :before, :reason, :account_id);

-- name: session_acts session_act
SELECT a.act, a.at, a.before, a.reason,
    coalesce((SELECT w.name FROM person_name w WHERE w.person_id = p.id AND w.until >= a.at ORDER BY w.until LIMIT 1),
        p.name, '') AS who
FROM session_act a
LEFT JOIN account u ON u.id = a.account_id LEFT JOIN person p ON p.id = u.person_id
WHERE a.session_id = :session_id ORDER BY a.id;

-- name: session_mentor_add
INSERT INTO session_mentor (session_id, person_id) VALUES (:session_id, :person_id)
ON CONFLICT (session_id, person_id) DO NOTHING;

-- name: session_mentor_remove
DELETE FROM session_mentor WHERE session_id = :session_id AND person_id = :person_id;

-- name: session_mentors session_mentor
SELECT p.id AS person_id, p.name FROM session_mentor x JOIN person p ON p.id = x.person_id
WHERE x.session_id = :session_id ORDER BY p.name_key, p.id;

-- name: session_team_add
INSERT INTO session_team (session_id, team_id) VALUES (:session_id, :team_id)
ON CONFLICT (session_id, team_id) DO NOTHING;

-- name: session_team_remove
DELETE FROM session_team WHERE session_id = :session_id AND team_id = :team_id;

-- name: session_team_leave
-- Planned sessions from that day on, where it has not been marked.
DELETE FROM session_team WHERE team_id = :team_id AND state = 'invited'
    AND session_id IN (SELECT id FROM mentoring_session WHERE state = 'planned' AND day >= :day);

-- name: session_team_mark
INSERT INTO session_team (session_id, team_id, state) VALUES (:session_id, :team_id, :state)
ON CONFLICT (session_id, team_id) DO UPDATE SET state = excluded.state;

-- name: session_teams session_team
SELECT t.id AS team_id, t.code, t.name, t.state AS team_state, c.code AS challenge_code, x.state,
    (SELECT count(*) FROM session_note WHERE session_id = x.session_id AND team_id = t.id) AS notes
FROM session_team x JOIN team t ON t.id = x.team_id JOIN challenge c ON c.id = t.challenge_id
WHERE x.session_id = :session_id ORDER BY c.number, t.number;

-- name: session_teams_default
SELECT t.id FROM team t WHERE t.state IN ('selected', 'winner')
    AND (:challenge_id IS NULL OR t.challenge_id = :challenge_id)
ORDER BY t.id;

-- name: session_teams_missing
SELECT t.id FROM mentoring_session m JOIN team t ON t.state IN ('selected', 'winner')
    AND (m.challenge_id IS NULL OR t.challenge_id = m.challenge_id)
WHERE m.id = :session_id AND NOT EXISTS (SELECT 1 FROM session_team x WHERE x.session_id = m.id AND x.team_id = t.id)
ORDER BY t.name_key, t.id;

-- name: session_warnings session_warning
SELECT kind, name, code FROM (
    SELECT 1 AS kind, p.name AS name, p.name_key AS key, o.code AS code, o.number AS number
    FROM mentoring_session m JOIN session_mentor x ON x.session_id = m.id
    JOIN session_mentor y ON y.person_id = x.person_id AND y.session_id <> x.session_id
    JOIN mentoring_session o ON o.id = y.session_id AND o.day = m.day AND o.state <> 'cancelled'
        AND coalesce(o.starts, 0) < coalesce(m.ends, 1440) AND coalesce(m.starts, 0) < coalesce(o.ends, 1440)
    JOIN person p ON p.id = x.person_id
    WHERE m.id = :session_id AND m.state <> 'cancelled'
    UNION ALL
    SELECT 2, t.name, t.name_key, o.code, o.number
    FROM mentoring_session m JOIN session_team x ON x.session_id = m.id
    JOIN session_team y ON y.team_id = x.team_id AND y.session_id <> x.session_id
    JOIN mentoring_session o ON o.id = y.session_id AND o.day = m.day AND o.state <> 'cancelled'
        AND coalesce(o.starts, 0) < coalesce(m.ends, 1440) AND coalesce(m.starts, 0) < coalesce(o.ends, 1440)
    JOIN team t ON t.id = x.team_id
    WHERE m.id = :session_id AND m.state <> 'cancelled'
    UNION ALL
    SELECT 3, t.name, t.name_key, t.code, t.number
    FROM mentoring_session m JOIN team t ON t.state IN ('selected', 'winner')
        AND (m.challenge_id IS NULL OR t.challenge_id = m.challenge_id)
    WHERE m.id = :session_id AND m.state <> 'cancelled'
        AND NOT EXISTS (SELECT 1 FROM session_team x WHERE x.session_id = m.id AND x.team_id = t.id))
ORDER BY kind, key, number;

-- name: session_note_add session_note
INSERT INTO session_note (session_id, team_id, kind, at, text, account_id)
VALUES (:session_id, :team_id, :kind, :at, :text, :account_id);

-- name: session_notes session_note
SELECT n.id, n.session_id, n.team_id, coalesce(t.code, '') AS team_code, coalesce(t.name, '') AS team_name, n.kind, n.at, n.text,
    coalesce((SELECT w.name FROM person_name w WHERE w.person_id = p.id AND w.until >= n.at ORDER BY w.until LIMIT 1),
        p.name, '') AS who
FROM session_note n LEFT JOIN team t ON t.id = n.team_id
LEFT JOIN account a ON a.id = n.account_id LEFT JOIN person p ON p.id = a.person_id
WHERE n.session_id = :session_id AND (:team_id IS NULL OR n.team_id = :team_id) ORDER BY n.id;

-- name: mentor_ids
SELECT p.id FROM person p WHERE EXISTS (SELECT 1 FROM role r WHERE r.person_id = p.id AND r.kind = 'mentor')
    OR EXISTS (SELECT 1 FROM session_mentor x WHERE x.person_id = p.id)
ORDER BY p.name_key, p.id;

-- name: mentor_get mentor
SELECT p.id AS person_id, p.name, p.email, p.phone, p.lang, r.title,
    r.organization_id, r.municipality_id,
    (SELECT count(*) FROM session_mentor x JOIN mentoring_session m ON m.id = x.session_id
        WHERE x.person_id = p.id AND m.state <> 'cancelled') AS sessions,
    (SELECT count(*) FROM session_mentor x JOIN mentoring_session m ON m.id = x.session_id
        WHERE x.person_id = p.id AND m.state = 'held') AS held,
    (SELECT count(DISTINCT t.team_id) FROM session_mentor x JOIN mentoring_session m ON m.id = x.session_id
        JOIN session_team t ON t.session_id = m.id
        WHERE x.person_id = p.id AND t.state <> 'absent' AND m.state <> 'cancelled'
            AND (m.state = 'held' OR m.day <= :today)) AS teams
FROM person p LEFT JOIN role r ON r.id = (SELECT id FROM role WHERE person_id = p.id AND kind = 'mentor'
    ORDER BY valid_to IS NULL DESC, valid_to DESC, id DESC LIMIT 1)
WHERE p.id = :id;

-- name: mentor_role_on
SELECT count(*) FROM role WHERE person_id = :person_id AND kind = 'mentor' AND (valid_to IS NULL OR valid_to >= :day);

-- name: mentored_teams
SELECT DISTINCT t.team_id FROM session_mentor x JOIN mentoring_session m ON m.id = x.session_id
JOIN session_team t ON t.session_id = m.id
WHERE x.person_id = :person_id AND t.state <> 'absent' AND m.state <> 'cancelled'
    AND (m.state = 'held' OR m.day <= :today)
ORDER BY t.team_id;

-- name: mentored
SELECT EXISTS (SELECT 1 FROM session_mentor x JOIN mentoring_session m ON m.id = x.session_id
    JOIN session_team t ON t.session_id = m.id
    WHERE x.person_id = :person_id AND t.team_id = :team_id AND t.state <> 'absent' AND m.state <> 'cancelled'
        AND (m.state = 'held' OR m.day <= :today));

-- name: mentored_team_ids
SELECT t.id FROM team t JOIN challenge c ON c.id = t.challenge_id
WHERE t.state IN ('selected', 'winner') OR EXISTS (SELECT 1 FROM session_team x WHERE x.team_id = t.id)
ORDER BY c.number, t.number;

-- name: mentored_team_get mentored_team
SELECT t.id, t.code, t.name, t.state, c.code AS challenge_code,
    (SELECT count(*) FROM session_team x JOIN mentoring_session m ON m.id = x.session_id
        WHERE x.team_id = t.id AND m.state <> 'cancelled') AS sessions,
    (SELECT count(*) FROM session_team x JOIN mentoring_session m ON m.id = x.session_id
        WHERE x.team_id = t.id AND m.state = 'held') AS held,
    (SELECT count(*) FROM session_team x JOIN mentoring_session m ON m.id = x.session_id
        WHERE x.team_id = t.id AND m.state = 'held' AND x.state IN ('present', 'remote')) AS came,
    (SELECT count(*) FROM session_team x JOIN mentoring_session m ON m.id = x.session_id
        WHERE x.team_id = t.id AND m.state = 'held' AND x.state = 'absent') AS absent,
    (SELECT count(DISTINCT y.person_id) FROM session_team x JOIN mentoring_session m ON m.id = x.session_id
        JOIN session_mentor y ON y.session_id = m.id
        WHERE x.team_id = t.id AND m.state = 'held' AND x.state IN ('present', 'remote')) AS mentors
FROM team t JOIN challenge c ON c.id = t.challenge_id WHERE t.id = :id;

-- name: question_add question
INSERT INTO question (number, code, challenge_id, team_id, asked, text_fi, text_sv, due, answer_fi, answer_sv, answered)
VALUES (:number, :code, :challenge_id, :team_id, :asked, :text_fi, :text_sv, :due, :answer_fi, :answer_sv, :answered);

-- name: question_update question
UPDATE question SET challenge_id = :challenge_id, team_id = :team_id, asked = :asked, text_fi = :text_fi,
    text_sv = :text_sv, due = :due, answer_fi = :answer_fi, answer_sv = :answer_sv, answered = :answered, v = v + 1
WHERE id = :id AND v = :v;

-- name: question_publish
UPDATE question SET published = :published, v = v + 1 WHERE id = :id;

-- name: question_get question
SELECT q.id, q.number, q.code, q.challenge_id, coalesce(c.code, '') AS challenge_code, q.team_id,
    coalesce(t.code, '') AS team_code, coalesce(t.name, '') AS team_name, q.asked, q.text_fi, q.text_sv, q.due, q.answer_fi,
    q.answer_sv, q.answered, q.published, q.v
FROM question q LEFT JOIN challenge c ON c.id = q.challenge_id LEFT JOIN team t ON t.id = q.team_id
WHERE q.id = :id;

-- name: question_find
SELECT id FROM question WHERE code = :code;

-- name: question_ids
SELECT id FROM question
WHERE (:challenge_id IS NULL OR challenge_id IS NULL OR challenge_id = :challenge_id)
    AND (:team_id IS NULL OR team_id = :team_id)
    AND (:state IS NULL OR :state = CASE WHEN published IS NOT NULL THEN 'published' WHEN answered IS NOT NULL
        THEN 'answered' ELSE 'open' END)
ORDER BY CASE WHEN :sort = 'due' THEN published IS NOT NULL END, CASE WHEN :sort = 'due' THEN answered IS NOT NULL END,
    CASE WHEN :sort = 'due' THEN due IS NULL END, CASE WHEN :sort = 'due' THEN due END, number;

-- name: questions_published published_question
SELECT q.id, q.code, coalesce(c.code, '') AS challenge, q.text_fi, q.text_sv, q.answer_fi, q.answer_sv, q.published
FROM question q LEFT JOIN challenge c ON c.id = q.challenge_id
WHERE q.published >= :since AND (:challenge_id IS NULL OR q.challenge_id IS NULL OR q.challenge_id = :challenge_id)
ORDER BY q.published, q.number;

-- name: question_counts question_counts
SELECT coalesce(sum(answered IS NULL), 0) AS open, coalesce(sum(answered IS NOT NULL AND published IS NULL), 0) AS answered,
    coalesce(sum(published IS NOT NULL), 0) AS published
FROM question;
