-- SPDX-License-Identifier: MIT
-- What may be missing when a phase moves on: how many cases there are; none is right.
-- name: missing_held_rows
SELECT count(*) FROM import_row WHERE verdict = 'held';

-- name: missing_corrections
SELECT count(*) FROM import_row WHERE verdict = 'refused';

-- name: missing_problem_decision
SELECT NOT EXISTS (SELECT 1 FROM decision d JOIN round r ON r.id = d.round_id
    WHERE r.kind = 'problem' AND d.kind = 'decision' AND d.state = 'signed');

-- name: missing_challenge
SELECT count(*) FROM submission s WHERE s.kind = 'problem' AND s.state = 'selected'
    AND NOT EXISTS (SELECT 1 FROM challenge_problem p WHERE p.submission_id = s.id);

-- name: missing_challenges
SELECT NOT EXISTS (SELECT 1 FROM challenge);

-- name: missing_translation
SELECT count(*) FROM challenge WHERE title_fi = '' OR title_sv = '';

-- name: missing_team_decision
SELECT count(*) FROM team t WHERE t.state = 'applied' AND EXISTS (SELECT 1 FROM submission s
    WHERE s.team_id = t.id AND s.kind = 'application' AND ((s.state = 'received' AND s.late = 0) OR s.state = 'admitted'));

-- name: missing_team_range
SELECT NOT EXISTS (SELECT 1 FROM planned_range p WHERE p.key = 'teams'
    AND (SELECT count(*) FROM team WHERE state IN ('selected', 'winner')) BETWEEN p.low AND p.high);

-- name: missing_challenge_range
SELECT count(*) FROM challenge c JOIN planned_range p ON p.key = 'challenge_teams'
WHERE (SELECT count(*) FROM team t WHERE t.challenge_id = c.id AND t.state IN ('selected', 'winner'))
    NOT BETWEEN p.low AND p.high;

-- name: missing_member_range
SELECT count(*) FROM team t JOIN planned_range p ON p.key = 'members'
WHERE t.state IN ('selected', 'winner') AND (SELECT count(*) FROM team_member m
    WHERE m.team_id = t.id AND m.valid_to IS NULL) NOT BETWEEN p.low AND p.high;

-- name: missing_teams
SELECT NOT EXISTS (SELECT 1 FROM team WHERE state IN ('selected', 'winner'));

-- name: missing_session
SELECT count(*) FROM mentoring_session WHERE state = 'planned';

-- name: missing_answer
SELECT count(*) FROM question WHERE answered IS NULL;

-- name: missing_solution
SELECT count(*) FROM team t WHERE t.state = 'selected'
    AND NOT EXISTS (SELECT 1 FROM submission s WHERE s.team_id = t.id AND s.kind = 'solution');

-- name: missing_solution_round
SELECT count(*) FROM challenge c WHERE EXISTS (SELECT 1 FROM submission s WHERE s.challenge_id = c.id AND s.kind = 'solution')
    AND NOT EXISTS (SELECT 1 FROM round r WHERE r.challenge_id = c.id AND r.kind = 'solution' AND r.state = 'closed');

-- name: missing_statement
SELECT count(*) FROM round r WHERE r.kind = 'solution'
    AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.round_id = r.id AND d.kind = 'statement' AND d.state = 'signed');

-- name: missing_decision
SELECT count(*) FROM round r WHERE r.kind = 'solution'
    AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.round_id = r.id AND d.kind = 'decision' AND d.state = 'signed');

-- name: missing_service
SELECT count(*) FROM decision d JOIN round_item i ON i.round_id = d.round_id JOIN round r ON r.id = d.round_id
WHERE r.kind = 'solution' AND d.kind = 'decision' AND d.state = 'signed'
    AND NOT EXISTS (SELECT 1 FROM service v WHERE v.decision_id = d.id AND v.submission_id = i.submission_id)
    AND NOT EXISTS (SELECT 1 FROM decision n WHERE n.corrects = d.id AND n.state = 'signed');

-- name: missing_complaint_answer
SELECT count(*) FROM complaint WHERE answered IS NULL;

-- name: missing_winner
SELECT NOT EXISTS (SELECT 1 FROM team WHERE state = 'winner');

-- name: missing_negotiation
SELECT count(*) FROM team t WHERE t.state = 'winner' AND NOT EXISTS (SELECT 1 FROM negotiation n
    WHERE n.team_id = t.id AND n.state IN ('contract', 'no_contract'));

-- name: missing_payment
SELECT count(*) FROM payment WHERE state IN ('planned', 'approved');
