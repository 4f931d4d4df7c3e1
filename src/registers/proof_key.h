/* SPDX-License-Identifier: MIT
 * The key by which the front door is tried: nobody's. sshd is told of it as of any other, and Klash
 * then knows no account to it, so it opens nothing. It lies in a file beside the competition, not
 * in it: a proof leaves neither an account nor a line in the log behind. Whoever may write there
 * may replace the competition itself. */
#pragma once

#include "db/base/arena.h"
#include "db/base/error.h"
#include "src/registers/pubkey.h"

/* Puts the key beside the competition's `file`, in the place of an older one. Fails as
 * save_public. */
struct error proof_key_put(struct arena *arena, const char *file, const struct pubkey *key);
void proof_key_remove(struct arena *arena, const char *file);
/* The key that lies there: false if there is none, if others than its owner may write it, or if it
 * is older than a quarter of an hour - whoever put it there did not get to remove it. */
bool proof_key_read(struct arena *arena, const char *file, struct pubkey *key);
