-- SPDX-License-Identifier: MIT
-- name: key_add account_key
INSERT INTO account_key (account_id, fingerprint, type, blob, comment, added)
VALUES (:account_id, :fingerprint, :type, :blob, :comment, :added);

-- name: key_get account_key
SELECT k.id, k.account_id, a.login, p.name, a.state AS account_state, k.fingerprint, k.type, k.blob, k.comment,
    k.added, k.revoked
FROM account_key k JOIN account a ON a.id = k.account_id JOIN person p ON p.id = a.person_id WHERE k.id = :id;

-- name: key_find
SELECT id FROM account_key WHERE fingerprint = :fingerprint;

-- name: key_ids
SELECT k.id FROM account_key k JOIN account a ON a.id = k.account_id JOIN person p ON p.id = a.person_id
WHERE :account_id IS NULL OR k.account_id = :account_id ORDER BY p.name_key, a.id, k.id;

-- name: key_live_count
SELECT count(*) FROM account_key WHERE account_id = :account_id AND revoked IS NULL;

-- name: key_revoke
UPDATE account_key SET revoked = max(:now, added) WHERE id = :id AND revoked IS NULL;

-- name: key_live
SELECT k.id FROM account_key k JOIN account a ON a.id = k.account_id
WHERE k.revoked IS NULL AND k.blob IS NOT NULL AND a.state = 'active' AND (:fingerprint IS NULL OR k.fingerprint = :fingerprint)
ORDER BY k.id;

-- name: account_standing
SELECT count(*) FROM account a WHERE a.id = :account_id AND a.state = 'active' AND a.role = :role
    AND (:fingerprint IS NULL OR EXISTS (SELECT 1 FROM account_key k WHERE k.account_id = a.id
        AND k.fingerprint = :fingerprint AND k.revoked IS NULL));

-- name: front_door_get front_door
SELECT host, port, user_name, contact, address, officer, retention, v
FROM front_door WHERE id = 1;

-- name: front_door_add front_door
INSERT INTO front_door (id, host, port, user_name, contact, address, officer, retention)
VALUES (1, :host, :port, :user_name, :contact, :address, :officer, :retention);

-- name: front_door_update front_door
UPDATE front_door SET host = :host, port = :port, user_name = :user_name, contact = :contact,
    address = :address, officer = :officer, retention = :retention, v = v + 1
WHERE id = 1 AND v = :v;
