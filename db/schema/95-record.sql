-- SPDX-License-Identifier: MIT
-- Every record that can be named in text, by its kind (src/ground/kind.h): the code, key or number that it is named by.
-- What hangs on any record (attachments) is held against it, and so is what a person types.
CREATE VIEW record (kind, tbl, id, code) AS
SELECT kind, 'submission', id, code FROM submission
UNION ALL SELECT 'challenge', 'challenge', id, code FROM challenge
UNION ALL SELECT 'team', 'team', id, code FROM team
UNION ALL SELECT 'session', 'mentoring_session', id, code FROM mentoring_session
UNION ALL SELECT 'question', 'question', id, code FROM question
UNION ALL SELECT 'round', 'round', id, key FROM round
UNION ALL SELECT kind, 'decision', id, code FROM decision
UNION ALL SELECT 'complaint', 'complaint', id, code FROM complaint
UNION ALL SELECT 'contract', 'contract', id, code FROM contract
UNION ALL SELECT 'letter', 'letter', id, code FROM letter
UNION ALL SELECT 'notice', 'notice', id, code FROM notice
UNION ALL SELECT 'payment', 'payment', id, code FROM payment
UNION ALL SELECT 'municipality', 'municipality', id, code FROM municipality
UNION ALL SELECT 'phase', 'phase', id, key FROM phase
UNION ALL SELECT 'negotiation', 'negotiation', n.id, t.code FROM negotiation n JOIN team t ON t.id = n.team_id
UNION ALL SELECT 'meeting', 'meeting', g.id, r.key FROM meeting g JOIN decision d ON d.id = g.decision_id
    JOIN round r ON r.id = d.round_id WHERE g.id = (SELECT max(x.id) FROM meeting x JOIN decision y ON y.id = x.decision_id
    WHERE y.round_id = d.round_id)
UNION ALL SELECT 'service', 'service', v.id, d.code || '/' || s.code FROM service v JOIN decision d ON d.id = v.decision_id
    JOIN submission s ON s.id = v.submission_id
UNION ALL SELECT 'completion', 'completion', c.id, s.code || '/' || c.number FROM completion c
    JOIN submission s ON s.id = c.submission_id
UNION ALL SELECT 'eligibility', 'eligibility_question', id, kind || '/' || number FROM eligibility_question
UNION ALL SELECT 'regime', 'regime', id, CAST(id AS TEXT) FROM regime
UNION ALL SELECT 'milestone', 'milestone', id, CAST(id AS TEXT) FROM milestone
UNION ALL SELECT 'import', 'import_batch', id, CAST(id AS TEXT) FROM import_batch
UNION ALL SELECT 'conflict', 'conflict', id, CAST(id AS TEXT) FROM conflict
UNION ALL SELECT 'hint', 'hint', id, CAST(id AS TEXT) FROM hint
UNION ALL SELECT 'declaration', 'declaration', id, CAST(id AS TEXT) FROM declaration
UNION ALL SELECT 'request', 'info_request', id, code FROM info_request
UNION ALL SELECT 'dialogue', 'dialogue', id, CAST(id AS TEXT) FROM dialogue
UNION ALL SELECT 'review', 'review', id, CAST(id AS TEXT) FROM review
UNION ALL SELECT 'budget', 'budget_decision', id, CAST(id AS TEXT) FROM budget_decision
UNION ALL SELECT 'confirm', 'second_act', id, CAST(id AS TEXT) FROM second_act
UNION ALL SELECT 'adoption', 'adoption', id, CAST(id AS TEXT) FROM adoption
UNION ALL SELECT 'note', 'contact_note', id, CAST(id AS TEXT) FROM contact_note
UNION ALL SELECT 'organization', 'organization', id, CAST(id AS TEXT) FROM organization
UNION ALL SELECT 'person', 'person', id, CAST(id AS TEXT) FROM person
UNION ALL SELECT 'publication', 'publication', id, CAST(id AS TEXT) FROM publication
UNION ALL SELECT 'partner', 'partner', id, CAST(id AS TEXT) FROM partner
UNION ALL SELECT 'account', 'account', id, CAST(id AS TEXT) FROM account;
