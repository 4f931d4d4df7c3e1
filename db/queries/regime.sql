-- SPDX-License-Identifier: MIT
-- name: regime_add regime
INSERT INTO regime ({regime.columns}) VALUES ({regime.params});

-- name: regime_get regime
SELECT r.id, {regime.columns of r}, (SELECT count(*) FROM decision d WHERE d.regime_id = r.id AND d.state = 'signed') AS decisions
FROM regime r WHERE r.id = :id;

-- name: regime_ids
-- Every version, the newest of a code last.
SELECT id FROM regime ORDER BY id IN (SELECT id FROM regime WHERE code = 'none'), code, since;

-- name: regime_of_day
-- The version in force on that day.
SELECT id FROM regime WHERE code = :code AND since <= :day ORDER BY since DESC LIMIT 1;

-- name: regime_version
-- The version of the same regime in force on that day.
SELECT n.id FROM regime r JOIN regime n ON n.code = r.code WHERE r.id = :id AND n.since <= :day
ORDER BY n.since DESC LIMIT 1;

-- name: regime_newest
SELECT id FROM regime WHERE code = :code ORDER BY since DESC LIMIT 1;

-- name: regime_setting_put regime_setting
INSERT INTO regime_setting (regime, name, since, value_fi, value_sv, value_en, source)
VALUES (:regime, :name, :since, :value_fi, :value_sv, :value_en, :source)
ON CONFLICT (regime, name, since) DO UPDATE SET value_fi = excluded.value_fi, value_sv = excluded.value_sv,
    value_en = excluded.value_en, source = excluded.source;

-- name: regime_settings regime_setting
-- Those of a regime in force on a day; without a day every one there is.
SELECT s.id, s.regime, s.name, s.since, s.value_fi, s.value_sv, s.value_en, s.source FROM regime_setting s
WHERE s.regime = :regime AND (:day IS NULL OR s.since = (SELECT max(n.since) FROM regime_setting n
    WHERE n.regime = s.regime AND n.name = s.name AND n.since <= :day))
ORDER BY s.name, s.since;

-- name: decision_number_taken
-- Another decision that has the number, and was not given up.
SELECT id FROM decision WHERE kind = 'decision' AND id <> :id AND state <> 'abandoned'
    AND case_number <> '' AND case_number = :case_number COLLATE NOCASE LIMIT 1;

-- name: complaint_update complaint
UPDATE complaint SET court = :court, court_case = :court_case, interim = :interim, interim_day = :interim_day,
    due = :due, case_number = :case_number, v = v + 1
WHERE id = :id AND v = :v;

-- name: complaint_upheld
-- Accepted, and the contract waits for what follows from it.
SELECT count(*) FROM complaint c WHERE c.answered IS NOT NULL
    AND (c.effect = 'barred' OR (c.effect = 'correct' AND NOT EXISTS (SELECT 1 FROM decision n
        WHERE n.complaint_id = c.id AND n.state = 'signed')))
    AND c.decision_id IN (SELECT o.id FROM decision o JOIN decision d ON d.round_id = o.round_id
        WHERE d.id = :decision_id AND o.kind = 'decision');

-- name: complaint_correction
-- The decision that was made because of it.
SELECT id FROM decision WHERE complaint_id = :complaint_id AND state <> 'abandoned' ORDER BY id DESC LIMIT 1;
