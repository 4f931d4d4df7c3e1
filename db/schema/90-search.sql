-- SPDX-License-Identifier: MIT
-- Full text over everything. search_source says what is in it; rowid = ref * 32 + kind.
-- Beginnings of one letter have an index of their own: a search's first letter finds the most.
-- The index keeps no copy of the words: db/search.h says how they come out of it again.
-- head: what a list shows of the record (code, names, title); body: the rest of its words.
CREATE VIRTUAL TABLE search USING fts5 (head, body, content = '', prefix = 1, tokenize = "unicode61 remove_diacritics 2");

CREATE VIEW search_source (kind, ref, head, body) AS
SELECT 1, s.id,
    s.code || ' ' || s.title || ' '
        || coalesce((SELECT group_concat(name, ' ') FROM (SELECT name FROM municipality_name
            WHERE municipality_id = s.municipality_id ORDER BY id)), '')
        || coalesce((SELECT ' ' || name_fi || ' ' || name_sv FROM organization WHERE id = s.organization_id), '')
        || coalesce((SELECT ' ' || code || ' ' || name FROM team WHERE id = s.team_id), ''),
    s.body || ' ' || s.theme_text || ' ' || s.contact_name || ' ' || s.contact_email || ' '
        || s.contact_phone || ' ' || s.case_number
        || coalesce((SELECT ' ' || name_fi || ' ' || name_sv FROM theme WHERE id = s.theme_id), '')
        || coalesce((SELECT ' ' || group_concat(name, ' ') FROM (SELECT n.name FROM co_applicant c
            JOIN municipality_name n ON n.municipality_id = c.municipality_id
            WHERE c.submission_id = s.id ORDER BY n.id)), '')
        || coalesce((SELECT ' ' || group_concat(name, ' ') FROM (SELECT o.name_fi || ' ' || o.name_sv AS name
            FROM co_applicant c JOIN organization o ON o.id = c.organization_id
            WHERE c.submission_id = s.id ORDER BY o.id)), '')
FROM submission s
UNION ALL
SELECT 2, m.id,
    m.code || ' ' || coalesce((SELECT group_concat(name, ' ') FROM (SELECT name FROM municipality_name
        WHERE municipality_id = m.id ORDER BY id)), ''), ''
FROM municipality m
UNION ALL
SELECT 3, o.id, o.name_fi || ' ' || o.name_sv || coalesce((SELECT ' ' || group_concat(name, ' ')
        FROM (SELECT name FROM organization_name WHERE organization_id = o.id ORDER BY id)), ''),
    coalesce(o.business_id, '')
FROM organization o
UNION ALL
SELECT 4, p.id, p.name || coalesce((SELECT ' ' || group_concat(name, ' ')
        FROM (SELECT name FROM person_name WHERE person_id = p.id ORDER BY id)), ''),
    coalesce(p.email, '') || ' ' || coalesce(p.phone, '')
FROM person p
UNION ALL
SELECT 5, c.id, c.code || ' ' || c.title_fi || ' ' || c.title_sv || ' ' || c.title_en,
    c.text_fi || ' ' || c.text_sv
FROM challenge c
UNION ALL
SELECT 6, n.id, n.object || ' ' || n.who, n.text
FROM contact_note n
UNION ALL
SELECT 7, t.id, t.code || ' ' || t.name
        || coalesce((SELECT ' ' || name_fi || ' ' || name_sv FROM organization WHERE id = t.organization_id), ''),
    coalesce((SELECT group_concat(name, ' ') FROM (SELECT p.name FROM team_member m JOIN person p ON p.id = m.person_id
        WHERE m.team_id = t.id ORDER BY m.id)), '')
FROM team t
UNION ALL
SELECT 8, m.id, m.code || ' ' || m.topic || ' ' || m.place,
    coalesce((SELECT group_concat(name, ' ') FROM (SELECT p.name FROM session_mentor x JOIN person p ON p.id = x.person_id
        WHERE x.session_id = m.id ORDER BY x.id)), '')
        || coalesce((SELECT ' ' || group_concat(text, ' ') FROM (SELECT text FROM session_note
            WHERE session_id = m.id AND kind <> 'needs' ORDER BY id)), '')
FROM mentoring_session m
UNION ALL
SELECT 9, q.id, q.code || ' ' || q.text_fi || ' ' || q.text_sv, q.answer_fi || ' ' || q.answer_sv
FROM question q
UNION ALL
SELECT 10, c.id, c.code || ' ' || (SELECT code || ' ' || name FROM team WHERE id = c.team_id),
    c.case_number || ' ' || c.licence || coalesce((SELECT ' ' || group_concat(words, ' ') FROM (SELECT
        p.code || ' ' || p.text AS words FROM payment p WHERE p.contract_id = c.id ORDER BY p.id)), '')
FROM contract c
UNION ALL
SELECT 11, c.id, c.code || ' ' || c.case_number, c.text || ' ' || c.answer
FROM complaint c;
