-- SPDX-License-Identifier: MIT
-- Every record that can be named in text, by its kind (src/ground/kind.h): the code, key or number that it is named by.
-- What hangs on any record (attachments) is held against it, and so is what a person types.
CREATE VIEW record (kind, id, code) AS
SELECT kind, id, code FROM submission
UNION ALL SELECT 'challenge', id, code FROM challenge
UNION ALL SELECT 'team', id, code FROM team
UNION ALL SELECT 'session', id, code FROM mentoring_session
UNION ALL SELECT 'question', id, code FROM question
UNION ALL SELECT 'round', id, key FROM round
UNION ALL SELECT kind, id, code FROM decision
UNION ALL SELECT 'complaint', id, code FROM complaint
UNION ALL SELECT 'contract', id, code FROM contract
UNION ALL SELECT 'payment', id, code FROM payment
UNION ALL SELECT 'municipality', id, code FROM municipality
UNION ALL SELECT 'phase', id, key FROM phase
UNION ALL SELECT 'negotiation', n.id, t.code FROM negotiation n JOIN team t ON t.id = n.team_id
UNION ALL SELECT 'service', v.id, d.code || '/' || s.code FROM service v JOIN decision d ON d.id = v.decision_id
    JOIN submission s ON s.id = v.submission_id
UNION ALL SELECT 'milestone', id, CAST(id AS TEXT) FROM milestone
UNION ALL SELECT 'import', id, CAST(id AS TEXT) FROM import_batch
UNION ALL SELECT 'conflict', id, CAST(id AS TEXT) FROM conflict
UNION ALL SELECT 'hint', id, CAST(id AS TEXT) FROM hint
UNION ALL SELECT 'declaration', id, CAST(id AS TEXT) FROM declaration
UNION ALL SELECT 'review', id, CAST(id AS TEXT) FROM review
UNION ALL SELECT 'budget', id, CAST(id AS TEXT) FROM budget_decision
UNION ALL SELECT 'confirm', id, CAST(id AS TEXT) FROM second_act
UNION ALL SELECT 'adoption', id, CAST(id AS TEXT) FROM adoption
UNION ALL SELECT 'note', id, CAST(id AS TEXT) FROM contact_note
UNION ALL SELECT 'organization', id, CAST(id AS TEXT) FROM organization
UNION ALL SELECT 'person', id, CAST(id AS TEXT) FROM person
UNION ALL SELECT 'partner', id, CAST(id AS TEXT) FROM partner
UNION ALL SELECT 'account', id, CAST(id AS TEXT) FROM account;
