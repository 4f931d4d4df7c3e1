-- SPDX-License-Identifier: MIT
-- name: region_add
INSERT INTO region (code, name_fi, name_sv) VALUES (:code, :name_fi, :name_sv);

-- name: region_find
SELECT id FROM region WHERE code = :code;

-- name: municipality_add municipality
INSERT INTO municipality (code, language, valid_from, valid_to)
VALUES (:code, :language, :valid_from, :valid_to);

-- name: municipality_end
UPDATE municipality SET valid_to = :valid_to, successor_id = :successor_id, v = v + 1 WHERE id = :id;

-- name: municipality_update municipality
UPDATE municipality SET registry_email = :registry_email, registry_post = :registry_post, v = v + 1
WHERE id = :id AND v = :v;

-- name: municipality_name_add municipality_name
INSERT INTO municipality_name (municipality_id, lang, kind, name, name_key)
VALUES (:municipality_id, :lang, :kind, :name, :name_key);

-- name: municipality_name_retire
UPDATE municipality_name SET kind = 'former' WHERE municipality_id = :id AND lang = :lang AND kind = 'official';

-- name: municipality_region_add
INSERT INTO municipality_region (municipality_id, region_id, valid_from)
VALUES (:municipality_id, :region_id, :valid_from);

-- name: municipality_by_code
SELECT id FROM municipality WHERE code = :code;

-- name: municipality_ids
SELECT n.municipality_id FROM municipality_name n JOIN municipality m ON m.id = n.municipality_id
WHERE n.lang = :lang AND n.kind = 'official' AND (:day IS NULL OR (m.valid_from <= :day
    AND (m.valid_to IS NULL OR m.valid_to >= :day)))
ORDER BY n.name_key, n.municipality_id;

-- name: municipality_ids_by_code
SELECT id FROM municipality WHERE :day IS NULL OR (valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day))
ORDER BY code;

-- name: municipality_get municipality
SELECT m.id, m.code, m.language, m.valid_from, m.valid_to, m.successor_id, m.registry_email, m.registry_post,
    (SELECT name FROM municipality_name WHERE municipality_id = m.id AND lang = 'fi' AND kind = 'official') AS name_fi,
    (SELECT name FROM municipality_name WHERE municipality_id = m.id AND lang = 'sv' AND kind = 'official') AS name_sv,
    coalesce((SELECT name FROM municipality_name WHERE municipality_id = m.successor_id AND lang = 'fi' AND kind = 'official'), '') AS successor_fi,
    coalesce((SELECT name FROM municipality_name WHERE municipality_id = m.successor_id AND lang = 'sv' AND kind = 'official'), '') AS successor_sv,
    coalesce((SELECT r.name_fi FROM municipality_region x JOIN region r ON r.id = x.region_id
        WHERE x.municipality_id = m.id AND x.valid_from <= :day ORDER BY x.valid_from DESC LIMIT 1), '') AS region_fi,
    coalesce((SELECT r.name_sv FROM municipality_region x JOIN region r ON r.id = x.region_id
        WHERE x.municipality_id = m.id AND x.valid_from <= :day ORDER BY x.valid_from DESC LIMIT 1), '') AS region_sv,
    m.v
FROM municipality m WHERE m.id = :id;

-- name: municipality_names municipality_name
SELECT municipality_id, lang, kind, name FROM municipality_name ORDER BY id;

-- name: municipality_names_of municipality_name
SELECT municipality_id, lang, kind, name FROM municipality_name WHERE municipality_id = :id ORDER BY id;

-- name: municipality_regions_of municipality_region
SELECT r.code, r.name_fi, r.name_sv, x.valid_from FROM municipality_region x JOIN region r ON r.id = x.region_id
WHERE x.municipality_id = :id ORDER BY x.valid_from;

-- name: organization_add organization
INSERT INTO organization (kind, business_id, name_fi, name_sv, name_fi_key, name_sv_key, valid_from, valid_to,
    registry_email, registry_post)
VALUES (:kind, :business_id, :name_fi, :name_sv, :name_fi_key, :name_sv_key, :valid_from, :valid_to,
    :registry_email, :registry_post);

-- name: organization_update organization
UPDATE organization SET kind = :kind, business_id = :business_id, name_fi = :name_fi, name_sv = :name_sv,
    name_fi_key = :name_fi_key, name_sv_key = :name_sv_key, valid_from = :valid_from, valid_to = :valid_to,
    registry_email = :registry_email, registry_post = :registry_post, v = v + 1
WHERE id = :id AND v = :v;

-- name: organization_get organization
SELECT id, kind, business_id, name_fi, name_sv, valid_from, valid_to, registry_email, registry_post, v
FROM organization WHERE id = :id;

-- name: organization_ids_fi
SELECT id FROM organization WHERE :kind IS NULL OR kind = :kind ORDER BY name_fi_key, id;

-- name: organization_ids_sv
SELECT id FROM organization WHERE :kind IS NULL OR kind = :kind ORDER BY name_sv_key, id;

-- name: organization_find
SELECT id FROM organization WHERE fold(name_fi) = fold(:name) OR fold(name_sv) = fold(:name) OR business_id = :name
UNION SELECT organization_id FROM organization_name WHERE fold(name) = fold(:name) ORDER BY 1 LIMIT 2;

-- name: organization_name_add
INSERT INTO organization_name (organization_id, name) VALUES (:organization_id, :name);

-- name: organization_names text_row
SELECT name AS text FROM organization_name WHERE organization_id = :id ORDER BY id;

-- name: person_delete
DELETE FROM person WHERE id = :id;

-- name: organization_delete
DELETE FROM organization WHERE id = :id;

-- name: person_add
INSERT INTO person (name, name_key, email, phone, lang) VALUES (:name, :name_key, :email, :phone, :lang);

-- name: person_update person
UPDATE person SET name = :name, name_key = :name_key, email = :email, phone = :phone, lang = :lang, v = v + 1
WHERE id = :id AND v = :v;

-- name: person_get person
SELECT id, name, email, phone, lang, v FROM person WHERE id = :id;

-- name: person_ids
SELECT id FROM person ORDER BY name_key, id;

-- name: person_find
SELECT id FROM person WHERE fold(name) = fold(:name) OR email = :name COLLATE NOCASE
UNION SELECT person_id FROM person_name WHERE fold(name) = fold(:name) ORDER BY 1 LIMIT 2;

-- name: person_by_email
SELECT id FROM person WHERE email = :email COLLATE NOCASE ORDER BY id LIMIT 1;

-- name: person_newest
SELECT coalesce(max(id), 0) FROM person;

-- name: person_namesakes namesake
-- Who is newer than :newest and has a name that somebody before them has or had.
WITH known (id, name) AS MATERIALIZED (SELECT id, fold(name) FROM person UNION SELECT person_id, fold(name) FROM person_name)
SELECT p.id, p.name, k.id AS known_id FROM person p JOIN known k ON k.name = fold(p.name) AND k.id < p.id
WHERE p.id > :newest ORDER BY p.id, k.id;

-- name: person_name_add
INSERT INTO person_name (person_id, name, until) VALUES (:person_id, :name, :until);

-- name: person_names text_row
SELECT name AS text FROM person_name WHERE person_id = :id ORDER BY id;

-- name: role_add person_role
INSERT INTO role (person_id, organization_id, municipality_id, kind, title, valid_from, valid_to)
VALUES (:person_id, :organization_id, :municipality_id, :kind, :title, :valid_from, :valid_to);

-- name: role_end
UPDATE role SET valid_to = :valid_to WHERE id = :id;

-- name: roles_of_person person_role
SELECT r.id, r.person_id, p.name AS person_name, r.organization_id, r.municipality_id, r.kind, r.title,
    r.valid_from, r.valid_to
FROM role r JOIN person p ON p.id = r.person_id WHERE r.person_id = :id ORDER BY r.valid_from, r.id;

-- name: roles_of_organization person_role
SELECT r.id, r.person_id, p.name AS person_name, r.organization_id, r.municipality_id, r.kind, r.title,
    r.valid_from, r.valid_to
FROM role r JOIN person p ON p.id = r.person_id WHERE r.organization_id = :id ORDER BY r.valid_from, r.id;

-- name: roles_of_municipality person_role
SELECT r.id, r.person_id, p.name AS person_name, r.organization_id, r.municipality_id, r.kind, r.title,
    r.valid_from, r.valid_to
FROM role r JOIN person p ON p.id = r.person_id WHERE r.municipality_id = :id ORDER BY r.valid_from, r.id;

-- name: partner_add partner
INSERT INTO partner (organization_id, kind, valid_from, valid_to) VALUES (:organization_id, :kind, :valid_from, :valid_to);

-- name: partner_end
UPDATE partner SET valid_to = :valid_to WHERE id = :id;

-- name: partner_ids
SELECT t.id FROM partner t JOIN organization o ON o.id = t.organization_id
WHERE :day IS NULL OR (coalesce(t.valid_from, :day) <= :day AND coalesce(t.valid_to, :day) >= :day)
ORDER BY o.name_fi_key, t.valid_from, t.id;

-- name: partner_get partner
SELECT t.id, t.organization_id, o.name_fi, o.name_sv, t.kind, t.valid_from, t.valid_to
FROM partner t JOIN organization o ON o.id = t.organization_id WHERE t.id = :id;
