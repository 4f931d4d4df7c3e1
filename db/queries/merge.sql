-- SPDX-License-Identifier: MIT
-- Two records of one: :keep stays, :gone becomes it. Every reference to a person or an organization has its
-- statement here; a test walks the foreign keys.
-- name: person_merge_clashes text_row
SELECT t.code AS text FROM team_member a JOIN team_member b ON b.team_id = a.team_id JOIN team t ON t.id = a.team_id
WHERE a.person_id = :keep AND b.person_id = :gone AND a.valid_to IS NULL AND b.valid_to IS NULL
UNION ALL SELECT s.code FROM session_mentor a JOIN session_mentor b ON b.session_id = a.session_id
    JOIN mentoring_session s ON s.id = a.session_id WHERE a.person_id = :keep AND b.person_id = :gone
UNION ALL SELECT a.login || ', ' || b.login FROM account a JOIN account b
    WHERE a.person_id = :keep AND b.person_id = :gone;

-- name: person_merge_accounts
UPDATE account SET person_id = :keep WHERE person_id = :gone;

-- name: person_merge_roles
UPDATE role SET person_id = :keep WHERE person_id = :gone;

-- name: person_merge_members
UPDATE team_member SET person_id = :keep WHERE person_id = :gone;

-- name: person_merge_mentors
UPDATE session_mentor SET person_id = :keep WHERE person_id = :gone;

-- name: person_merge_names
UPDATE person_name SET person_id = :keep, until = NULL WHERE person_id = :gone;

-- name: person_merge_fill
UPDATE person SET email = coalesce(nullif(email, ''), (SELECT g.email FROM person g WHERE g.id = :gone)),
    phone = coalesce(nullif(phone, ''), (SELECT g.phone FROM person g WHERE g.id = :gone)), v = v + 1
WHERE id = :keep;

-- name: organization_merge_clashes text_row
SELECT s.code AS text FROM submission s JOIN co_applicant c ON c.submission_id = s.id
WHERE (s.organization_id = :keep AND c.organization_id = :gone) OR (s.organization_id = :gone AND c.organization_id = :keep)
UNION ALL SELECT s.code FROM co_applicant a JOIN co_applicant b ON b.submission_id = a.submission_id
    JOIN submission s ON s.id = a.submission_id WHERE a.organization_id = :keep AND b.organization_id = :gone
UNION ALL SELECT a.business_id || ', ' || b.business_id FROM organization a JOIN organization b
    WHERE a.id = :keep AND b.id = :gone AND a.business_id <> b.business_id;

-- name: organization_merge_roles
UPDATE role SET organization_id = :keep WHERE organization_id = :gone;

-- name: organization_merge_partners
UPDATE partner SET organization_id = :keep WHERE organization_id = :gone;

-- name: organization_merge_submissions
UPDATE submission SET organization_id = :keep WHERE organization_id = :gone;

-- name: organization_merge_versions
UPDATE submission_version SET organization_id = :keep WHERE organization_id = :gone;

-- name: organization_merge_coapplicants
UPDATE co_applicant SET organization_id = :keep WHERE organization_id = :gone;

-- name: organization_merge_teams
UPDATE team SET organization_id = :keep WHERE organization_id = :gone;

-- name: organization_merge_names
-- What both were called is there once; the rest goes with its organization.
UPDATE organization_name SET organization_id = :keep WHERE organization_id = :gone
    AND name NOT IN (SELECT name FROM organization_name WHERE organization_id = :keep);

-- name: organization_merge_fill
UPDATE organization SET business_id = coalesce(business_id, :business_id),
    registry_email = coalesce(nullif(registry_email, ''), :registry_email),
    registry_post = coalesce(nullif(registry_post, ''), :registry_post), v = v + 1 WHERE id = :keep;

-- name: register_merge_add
INSERT INTO register_merge (kind, kept, gone, at, reason, account_id)
VALUES (:kind, :kept, :gone, :at, :reason, :account_id);
