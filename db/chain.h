/* SPDX-License-Identifier: MIT
 * What the hash of a log entry is made of. In db/hasher.h's encoding, where raw bytes have no head:
 *
 *   salt_k = SHA-256(blob(salt of the entry), int(k))
 *            k = 0 for who, 1 for act, 2, 3, ... for the changes in the order of their id
 *   who    = SHA-256(blob(salt_0), int(account_id, 0 if there is none), text(via))
 *   act    = SHA-256(blob(salt_1), text(verb), text(object))
 *   sealed = SHA-256(blob(salt_k), blob(digest of the row after; NULL if it was deleted))
 *   hash   = SHA-256(raw(hash of the entry before; nothing for the first), int(seq), int(time),
 *            blob(who), blob(act), then for each change
 *            text(tbl), int(row_id), text(op), blob(sealed), blob(commitment))
 *   commitment = SHA-256(blob(salt of the change), text(before)); NULL for an insert
 *
 * So whoever is shown `who`, `act`, `sealed` and `commitment` of every entry can reckon the whole
 * chain and guess nothing: what may be known is opened by its salt. And `before` can be taken out
 * of the file with its salt, both or neither, while the commitment and the chain stand. In the file
 * itself the digests of the row lie open: an erasure takes the row's own salt too, else values of
 * the row could still be guessed from them (where a table has no salt, nothing in it is personal).
 */
#pragma once

#include "db/hasher.h"

enum { CHAIN_SALT_SIZE = 16, CHAIN_WHO = 0, CHAIN_ACT = 1, CHAIN_FIRST_CHANGE = 2 };

/* A hasher that holds blob(salt_k) of an entry's salt. */
struct hasher *chain_part(const void *salt, size_t n, int64_t k);
/* Finishes a part and puts it into the entry's hash. */
void chain_put(struct hasher *entry, struct hasher *part);
