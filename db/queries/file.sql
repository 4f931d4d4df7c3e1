-- SPDX-License-Identifier: MIT
-- name: meta_get
SELECT value FROM meta WHERE key = :key;

-- name: meta_put
INSERT INTO meta (key, value) VALUES (:key, :value)
ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: competition_add competition
INSERT INTO competition (id, name_fi, name_sv, name_en, legal_profile)
VALUES (1, :name_fi, :name_sv, :name_en, :legal_profile);

-- name: competition_get competition
SELECT name_fi, name_sv, name_en, legal_profile, v FROM competition WHERE id = 1;

-- name: competition_profile
UPDATE competition SET legal_profile = :legal_profile, v = v + 1 WHERE id = 1;

-- name: profile_act_add profile_act
INSERT INTO profile_act (at, before, legal_profile, reason, account_id)
VALUES (:at, :before, :legal_profile, :reason, :account_id);

-- name: profile_acts profile_act
SELECT at, account_id, before, legal_profile, reason FROM profile_act ORDER BY id;

-- name: competition_update competition
UPDATE competition SET name_fi = :name_fi, name_sv = :name_sv, name_en = :name_en, v = v + 1
WHERE id = 1 AND v = :v;

-- name: log_head log_head
SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1;

-- name: log_hash
SELECT lower(hex(hash)) FROM log WHERE seq = :seq;

-- name: log_head_seq
SELECT coalesce(max(seq), 0) FROM log;

-- name: log_last_time
SELECT coalesce((SELECT time FROM log ORDER BY seq DESC LIMIT 1), 0);

-- name: code_take
INSERT INTO code_series (series, last) VALUES (:series, 1) ON CONFLICT (series) DO UPDATE SET last = last + 1;

-- name: code_taken
SELECT last FROM code_series WHERE series = :series;

-- name: clock_step_add
INSERT INTO clock_step (shown, expected) VALUES (:shown, :expected);

-- name: clock_step_waiting clock_step
SELECT shown, expected FROM clock_step WHERE accepted IS NULL;

-- name: clock_step_accept
UPDATE clock_step SET accepted = :accepted, accepted_by = :accepted_by, reason = :reason WHERE accepted IS NULL;

-- name: log_add
INSERT INTO log (seq, time, account_id, via, verb, object, prev, hash, salt)
VALUES (:seq, :time, :account_id, :via, :verb, :object, :prev, x'', :salt);

-- name: log_set_hash
UPDATE log SET hash = :hash WHERE seq = :seq;

-- name: log_change_add
INSERT INTO log_change (log_seq, tbl, row_id, op, digest, commitment, salt, before)
VALUES (:seq, :tbl, :row_id, :op, :digest, :commitment, :salt, :before);

-- name: log_change_count
SELECT count(*) FROM log_change WHERE log_seq = :seq;

-- name: log_is_there
SELECT count(*) FROM log WHERE seq = :seq AND hash = :hash;

-- name: log_tables_since table_name
SELECT DISTINCT tbl AS name FROM log_change WHERE log_seq > :seen;

-- name: log_ids
-- An object's parts ("round:KEY/CODE") are its own too; "0" is what follows "/".
SELECT seq FROM log WHERE :object IS NULL OR object = :object OR (object >= :object || '/' AND object < :object || '0')
ORDER BY seq DESC;

-- name: log_get log_entry
SELECT l.seq, l.time, l.account_id,
    coalesce((SELECT w.name FROM person_name w WHERE w.person_id = p.id AND w.until >= l.time ORDER BY w.until LIMIT 1),
        p.name, '') AS who, l.via, l.verb, l.object,
    lower(hex(l.hash)) AS hash, lower(hex(l.prev)) AS prev
FROM log l LEFT JOIN account a ON a.id = l.account_id LEFT JOIN person p ON p.id = a.person_id
WHERE l.seq = :seq;

-- name: log_changes_of log_item
SELECT id, tbl AS "table", row_id, op, before FROM log_change WHERE log_seq = :seq ORDER BY id;

-- name: log_later log_item
-- What happened to the row afterwards, the last first.
SELECT id, tbl AS "table", row_id, op, before FROM log_change WHERE tbl = :tbl AND row_id = :row_id AND id > :id
ORDER BY id DESC;

-- name: account_ids
SELECT a.id FROM account a JOIN person p ON p.id = a.person_id ORDER BY p.name_key, a.id;

-- name: account_get account
SELECT a.id, a.login, a.person_id, p.name, p.email, a.role, a.lang, a.state, a.v
FROM account a JOIN person p ON p.id = a.person_id WHERE a.id = :id;

-- name: account_find account
SELECT a.id, a.login, a.person_id, p.name, p.email, a.role, a.lang, a.state, a.v
FROM account a JOIN person p ON p.id = a.person_id WHERE a.login = :login;

-- name: account_office
SELECT contact FROM (SELECT contact, 0 AS place FROM front_door WHERE coalesce(contact, '') <> ''
UNION ALL SELECT * FROM (SELECT p.name || CASE WHEN coalesce(p.phone, '') = '' THEN '' ELSE ', ' || p.phone END
    || CASE WHEN coalesce(p.email, '') = '' THEN '' ELSE ', ' || p.email END, 1
FROM account a JOIN person p ON p.id = a.person_id
WHERE a.state = 'active' AND a.role IN ('office', 'admin')
ORDER BY coalesce(p.phone, '') = '', a.role = 'admin', a.id LIMIT 1)) ORDER BY place LIMIT 1;

-- name: account_add account
INSERT INTO account (login, person_id, role, lang) VALUES (:login, :person_id, :role, :lang);

-- name: account_update account
UPDATE account SET role = :role, lang = :lang, state = :state, v = v + 1 WHERE id = :id AND v = :v;

-- name: account_set_login
UPDATE account SET login = :login, v = v + 1 WHERE id = :id;

-- name: account_admins
SELECT count(*) FROM account WHERE role = 'admin' AND state = 'active';
