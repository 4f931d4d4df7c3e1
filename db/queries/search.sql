-- SPDX-License-Identifier: MIT
-- name: search_has
SELECT count(*) FROM search_docsize WHERE id = :rowid;

-- name: search_words words
SELECT head, body FROM search_source WHERE kind = :kind AND ref = :ref;

-- name: search_drop
INSERT INTO search (search, rowid, head, body) VALUES ('delete', :rowid, :head, :body);

-- name: search_put
INSERT INTO search (rowid, head, body) VALUES (:rowid, :head, :body);

-- name: search_all
SELECT rowid FROM search WHERE search MATCH :query ORDER BY rank LIMIT :limit;

-- name: search_kind
SELECT rowid >> 5 FROM search WHERE search MATCH :query AND rowid & 31 = :kind;

-- name: search_of_municipality
SELECT id FROM submission WHERE kind IN ('problem', 'application', 'solution') AND municipality_id = :id
UNION SELECT submission_id FROM co_applicant WHERE municipality_id = :id
ORDER BY id;

-- name: search_of_organization
SELECT id FROM submission WHERE kind IN ('problem', 'application', 'solution') AND municipality_id IS NULL AND organization_id = :id
UNION SELECT submission_id FROM co_applicant WHERE organization_id = :id
ORDER BY id;

-- name: search_teams_of_organization
SELECT id FROM team WHERE organization_id = :id ORDER BY id;

-- name: search_teams_of_person
SELECT DISTINCT team_id FROM team_member WHERE person_id = :id ORDER BY team_id;

-- name: search_sessions_of_person
SELECT session_id FROM session_mentor WHERE person_id = :id ORDER BY session_id;

-- name: search_contracts_of_team
SELECT id FROM contract WHERE team_id = :id ORDER BY id;
