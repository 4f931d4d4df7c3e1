-- SPDX-License-Identifier: MIT
-- What else of the file names a record: for its page.
-- name: verdicts verdict
-- Signed, the first first; one that another corrected too.
SELECT d.id AS decision_id, d.kind, d.code, d.case_number, d.decider, d.day, t.outcome, t.reason_fi, t.reason_sv, t.reason_en,
    EXISTS (SELECT 1 FROM decision n WHERE n.corrects = d.id AND n.state = 'signed') AS corrected, d.round_id,
    i.id AS item_id
FROM round_item i JOIN decision_item t ON t.round_item_id = i.id JOIN decision d ON d.id = t.decision_id
WHERE i.submission_id = :submission_id AND d.state = 'signed' ORDER BY d.day, d.id;

-- name: served served
SELECT d.id AS decision_id, d.kind, d.code, v.channel, v.sent, v.deemed
FROM service v JOIN decision d ON d.id = v.decision_id WHERE v.submission_id = :submission_id ORDER BY v.deemed, v.id;

-- name: complaint_ids_of
SELECT id FROM complaint WHERE submission_id = :submission_id ORDER BY number;

-- name: letter_ids_about
-- About the record, or to it.
SELECT id FROM letter WHERE object = :reference OR whom = :reference ORDER BY number;

-- name: problem_ids_of_organization
SELECT s.id FROM submission s WHERE s.kind = 'problem' AND (s.organization_id = :id
    OR EXISTS (SELECT 1 FROM co_applicant c WHERE c.submission_id = s.id AND c.organization_id = :id)) ORDER BY s.number;

-- name: submission_ids_of_contact
-- Whose contact has that person's address.
SELECT s.id FROM submission s JOIN person p ON p.id = :id
WHERE p.email <> '' AND s.contact_email = p.email COLLATE NOCASE ORDER BY s.kind, s.number;

-- name: decision_ids_of_municipality
SELECT DISTINCT d.id FROM decision d JOIN decision_item t ON t.decision_id = d.id JOIN round_item i ON i.id = t.round_item_id
JOIN submission s ON s.id = i.submission_id
WHERE d.state = 'signed' AND s.kind = 'problem' AND (s.municipality_id = :id
    OR EXISTS (SELECT 1 FROM co_applicant c WHERE c.submission_id = s.id AND c.municipality_id = :id)) ORDER BY d.day, d.id;

-- name: decision_ids_of_person
-- Who was on its panel and there, or approved it.
SELECT d.id FROM decision d WHERE d.state = 'signed'
    AND (EXISTS (SELECT 1 FROM decision_person x JOIN panel_member m ON m.id = x.panel_member_id
            JOIN account a ON a.id = m.account_id
            WHERE x.decision_id = d.id AND x.presence <> 'absent' AND a.person_id = :id)
        OR EXISTS (SELECT 1 FROM account a WHERE a.id = d.signed_by AND a.person_id = :id)) ORDER BY d.day, d.id;

-- name: challenge_ids_of_municipality
-- Its pilot, or made of what it sent.
SELECT c.id FROM challenge c WHERE c.pilot_id = :id
    OR EXISTS (SELECT 1 FROM challenge_problem p JOIN submission s ON s.id = p.submission_id
        WHERE p.challenge_id = c.id AND s.municipality_id = :id) ORDER BY c.number;

-- name: team_ids_of_person
SELECT t.id FROM team t WHERE EXISTS (SELECT 1 FROM team_member m WHERE m.team_id = t.id AND m.person_id = :id)
ORDER BY t.number;

-- name: team_ids_of_organization
SELECT id FROM team WHERE organization_id = :id ORDER BY number;

-- name: round_ids_of_person
SELECT m.round_id FROM panel_member m JOIN account a ON a.id = m.account_id WHERE a.person_id = :id ORDER BY m.round_id;
