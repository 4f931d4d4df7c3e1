-- SPDX-License-Identifier: MIT
-- Registers: municipalities with their names and regions over time, organizations, people, roles.
-- Days are UTC midnights of the calendar day, as seconds. The registry (kirjaamo, registratorskontor) is where
-- official letters of a municipality or an organization go; '' where the office has recorded none.
CREATE TABLE region (
    id INTEGER PRIMARY KEY, -- clear
    code TEXT NOT NULL UNIQUE, -- clear
    name_fi TEXT NOT NULL, -- clear
    name_sv TEXT NOT NULL -- clear
) STRICT;

CREATE TABLE municipality (
    id INTEGER PRIMARY KEY, -- clear
    code TEXT NOT NULL UNIQUE CHECK (length(code) = 3), -- clear
    language TEXT NOT NULL, -- clear
    valid_from INTEGER NOT NULL, -- clear
    valid_to INTEGER, -- clear
    successor_id INTEGER REFERENCES municipality (id), -- clear
    registry_email TEXT NOT NULL DEFAULT '', -- clear
    registry_post TEXT NOT NULL DEFAULT '', -- clear
    v INTEGER NOT NULL DEFAULT 1 -- clear
) STRICT;
CREATE INDEX municipality_by_successor ON municipality (successor_id);

CREATE TABLE municipality_name (
    id INTEGER PRIMARY KEY, -- clear
    municipality_id INTEGER NOT NULL REFERENCES municipality (id), -- clear
    lang TEXT NOT NULL CHECK (lang IN ('fi', 'sv')), -- clear
    kind TEXT NOT NULL CHECK (kind IN ('official', 'former', 'alias')), -- clear
    name TEXT NOT NULL, -- clear
    name_key BLOB NOT NULL -- derived
) STRICT;
CREATE INDEX municipality_name_sorted ON municipality_name (lang, kind, name_key, municipality_id);
CREATE INDEX municipality_name_of ON municipality_name (municipality_id, lang, kind, name);

CREATE TABLE municipality_region (
    id INTEGER PRIMARY KEY, -- clear
    municipality_id INTEGER NOT NULL REFERENCES municipality (id), -- clear
    region_id INTEGER NOT NULL REFERENCES region (id), -- clear
    valid_from INTEGER NOT NULL, -- clear
    UNIQUE (municipality_id, valid_from)
) STRICT;
CREATE INDEX municipality_region_by_region ON municipality_region (region_id);

CREATE TABLE organization (
    id INTEGER PRIMARY KEY, -- clear
    kind TEXT NOT NULL CHECK (kind IN ('company', 'association', 'joint_authority', 'county', 'public', 'other')), -- clear
    business_id TEXT, -- clear
    name_fi TEXT NOT NULL, -- clear
    name_sv TEXT NOT NULL, -- clear
    name_fi_key BLOB NOT NULL, -- derived
    name_sv_key BLOB NOT NULL, -- derived
    valid_from INTEGER, -- clear
    valid_to INTEGER, -- clear
    registry_email TEXT NOT NULL DEFAULT '', -- clear
    registry_post TEXT NOT NULL DEFAULT '', -- clear
    v INTEGER NOT NULL DEFAULT 1 -- clear
) STRICT;
CREATE UNIQUE INDEX organization_by_business_id ON organization (business_id) WHERE business_id IS NOT NULL;
CREATE INDEX organization_sorted_fi ON organization (name_fi_key, id, kind);
CREATE INDEX organization_sorted_sv ON organization (name_sv_key, id, kind);

-- Other spellings by which an organization is found.
CREATE TABLE organization_name (
    id INTEGER PRIMARY KEY, -- clear
    organization_id INTEGER NOT NULL REFERENCES organization (id) ON DELETE CASCADE, -- clear
    name TEXT NOT NULL, -- clear
    UNIQUE (organization_id, name)
) STRICT;

CREATE TABLE person (
    id INTEGER PRIMARY KEY, -- clear
    name TEXT NOT NULL, -- personal
    name_key BLOB NOT NULL, -- derived
    email TEXT, -- personal
    phone TEXT, -- personal
    lang TEXT NOT NULL CHECK (lang IN ('', 'fi', 'sv', 'en')), -- clear
    v INTEGER NOT NULL DEFAULT 1, -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX person_sorted ON person (name_key, id);
CREATE INDEX person_by_email ON person (email COLLATE NOCASE);

-- Other spellings of a name; one person has one record. With `until` it is the name the person had up to that moment:
-- what was signed before it keeps that name.
CREATE TABLE person_name (
    id INTEGER PRIMARY KEY, -- clear
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- clear
    name TEXT NOT NULL, -- personal
    until INTEGER, -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX person_name_of ON person_name (person_id, until);

-- What a person is, where, and from when until when: a new project manager does not rewrite the old one.
CREATE TABLE role (
    id INTEGER PRIMARY KEY, -- clear
    person_id INTEGER NOT NULL REFERENCES person (id), -- clear
    organization_id INTEGER REFERENCES organization (id), -- clear
    municipality_id INTEGER REFERENCES municipality (id), -- clear
    kind TEXT NOT NULL CHECK (kind IN ('contact', 'manager', 'juror', 'expert', 'mentor', 'other')), -- clear
    title TEXT NOT NULL, -- personal
    valid_from INTEGER, -- clear
    valid_to INTEGER, -- clear
    salt BLOB DEFAULT (randomblob(16)), -- personal
    CHECK (organization_id IS NULL OR municipality_id IS NULL),
    CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from)
) STRICT;
CREATE INDEX role_by_person ON role (person_id);
CREATE INDEX role_by_organization ON role (organization_id);
CREATE INDEX role_by_municipality ON role (municipality_id);

CREATE TABLE partner (
    id INTEGER PRIMARY KEY, -- clear
    organization_id INTEGER NOT NULL REFERENCES organization (id), -- clear
    kind TEXT NOT NULL CHECK (kind IN ('owner', 'financier', 'partner')), -- clear
    valid_from INTEGER, -- clear
    valid_to INTEGER, -- clear
    CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from)
) STRICT;
CREATE INDEX partner_by_organization ON partner (organization_id);

-- Two records that were one: what became what, by whom and why.
CREATE TABLE register_merge (
    id INTEGER PRIMARY KEY, -- clear
    kind TEXT NOT NULL CHECK (kind IN ('person', 'organization')), -- clear
    kept INTEGER NOT NULL, -- clear
    gone INTEGER NOT NULL, -- clear
    at INTEGER NOT NULL, -- clear
    reason TEXT NOT NULL, -- personal
    account_id INTEGER REFERENCES account (id), -- clear
    salt BLOB DEFAULT (randomblob(16)) -- personal
) STRICT;
CREATE INDEX register_merge_of ON register_merge (kind, kept);
CREATE INDEX register_merge_by_account ON register_merge (account_id);
