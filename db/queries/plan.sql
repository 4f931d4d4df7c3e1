-- SPDX-License-Identifier: MIT
-- name: phase_add
INSERT INTO phase (key, position) VALUES (:key, :position);

-- name: phase_list phase
SELECT p.id, p.key, p.position, p.state,
    coalesce(x.planned, 0) AS opens, coalesce(x.planned_precision, 'day') AS opens_precision,
    coalesce(y.planned, 0) AS closes, coalesce(y.planned_precision, 'day') AS closes_precision,
    coalesce(o.actual, 0) AS opened, coalesce(c.actual, 0) AS closed_at, p.v
FROM phase p
LEFT JOIN milestone o ON o.phase_id = p.id AND o.key = 'opens'
LEFT JOIN milestone_plan x ON x.id = (SELECT max(id) FROM milestone_plan WHERE milestone_id = o.id)
LEFT JOIN milestone c ON c.phase_id = p.id AND c.key = 'closes'
LEFT JOIN milestone_plan y ON y.id = (SELECT max(id) FROM milestone_plan WHERE milestone_id = c.id)
WHERE :key IS NULL OR p.key = :key
ORDER BY p.position;

-- name: phase_set_state
UPDATE phase SET state = :state, v = v + 1 WHERE id = :id;

-- name: phase_act_add phase_act
INSERT INTO phase_act (phase_id, act, at, missing, reason) VALUES (:phase_id, :act, :at, :missing, :reason);

-- name: phase_acts phase_act
SELECT act, at, missing, reason FROM phase_act WHERE phase_id = :phase_id ORDER BY id;

-- name: milestone_add milestone
INSERT INTO milestone (phase_id, key, name_fi, name_sv) VALUES (:phase_id, :key, :name_fi, :name_sv);

-- name: milestone_find
SELECT id FROM milestone WHERE phase_id = :phase_id AND key = :key;

-- name: milestone_list milestone
SELECT m.id, m.phase_id, m.key, m.name_fi, m.name_sv, m.actual, m.actual_precision,
    coalesce((SELECT planned FROM milestone_plan WHERE milestone_id = m.id ORDER BY id DESC LIMIT 1), 0) AS planned,
    coalesce((SELECT planned_precision FROM milestone_plan WHERE milestone_id = m.id ORDER BY id DESC LIMIT 1), 'day') AS planned_precision,
    (SELECT count(*) FROM milestone_plan WHERE milestone_id = m.id) AS plans
FROM milestone m WHERE m.id = :id OR m.phase_id = :phase_id ORDER BY m.key = '', m.key DESC, m.id;

-- name: milestone_set_actual
UPDATE milestone SET actual = :actual, actual_precision = :precision, v = v + 1 WHERE id = :id;

-- name: milestone_plan_add milestone_plan
INSERT INTO milestone_plan (milestone_id, planned, planned_precision, made, account_id, reason)
VALUES (:milestone_id, :planned, :precision, :made, :account_id, :reason);

-- name: milestone_plans milestone_plan
SELECT h.planned, h.planned_precision AS precision, h.made,
    coalesce((SELECT w.name FROM person_name w WHERE w.person_id = p.id AND w.until >= h.made ORDER BY w.until LIMIT 1),
        p.name, '') AS who, h.reason
FROM milestone_plan h LEFT JOIN account a ON a.id = h.account_id LEFT JOIN person p ON p.id = a.person_id
WHERE h.milestone_id = :milestone_id ORDER BY h.id;

-- name: theme_add theme
INSERT INTO theme (key, name_fi, name_sv, name_en) VALUES (:key, :name_fi, :name_sv, :name_en);

-- name: theme_list theme
SELECT id, key, name_fi, name_sv, name_en FROM theme ORDER BY id;

-- name: range_put range
INSERT INTO planned_range (key, low, high) VALUES (:key, :low, :high)
ON CONFLICT (key) DO UPDATE SET low = excluded.low, high = excluded.high, v = v + 1;

-- name: ranges range
SELECT key, low, high FROM planned_range ORDER BY id;

-- name: figure_add figure
INSERT INTO published_figure (key, value, day, source) VALUES (:key, :value, :day, :source);

-- name: figures figure
SELECT id, key, value, day, source FROM published_figure ORDER BY key, day, id;

-- name: figure_challenges
SELECT count(*) FROM challenge;

-- name: figure_teams
SELECT count(*) FROM team WHERE state IN ('selected', 'winner');

-- name: figure_winners
SELECT count(*) FROM team WHERE state = 'winner';

-- name: figure_sessions
SELECT count(*) FROM mentoring_session WHERE state <> 'cancelled';

-- name: figure_mentors
SELECT count(DISTINCT person_id) FROM role WHERE kind = 'mentor';
