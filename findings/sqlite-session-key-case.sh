#!/bin/sh
# SPDX-License-Identifier: MIT
#
# SQLite's session extension: the record of a key that changed only its case fits no file, not even an identical copy.
#
# The guess: what a session records of an ordinary UPDATE applies without conflict to a copy in the state before. The
# documentation says how a changed primary key is recorded: as a DELETE of the old and an INSERT of the new one.
# What happens when a key under COLLATE NOCASE is corrected from "maija" to "Maija": the changeset holds an INSERT of
# "Maija" and an UPDATE of "maija" that changes no column. Applying it calls the conflict handler and then ends with SQLITE_ERROR
# ("SQL logic error") whether the handler says to omit or to replace; the other changes of the same changeset are
# rolled back too. From "Maija" to "maija" it ends so without a call of the handler. The same for a key
# under COLLATE RTRIM that loses a blank at its end, and for a key 1 that becomes 1.0. Change to another word and all is well.
# The likely reason: old and new key are one row by bytes in one place, and by the collation in another.
#
# Versions: SQLite 3.54.1 (@sqlite.org/sqlite-wasm 3.54.1-build1 from npm); 3.52.0 was seen to do the same.
# Source: https://www.sqlite.org/session/sqlite3session_changeset.html (DELETE and INSERT); nothing about collations was found.
# For whoever builds on it: give tables that are recorded a key of their own (INTEGER) and put UNIQUE and the collation
# on the other column: then the change applies, as the last line shows.
# For Klash: its log is made of a session's changes, and every table that is logged has such a key; it applies none.
#
# Needs node and npm. Prints what it sees; exit status 1 if it is not as told here.
set -eu
tmp=$(mktemp -d "${TMPDIR:-/tmp}/finding.XXXXXX")
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
cd "$tmp"
npm_config_cache=$tmp/cache npm install --prefix "$tmp" --ignore-scripts --no-audit --no-fund --loglevel=error \
    @sqlite.org/sqlite-wasm@3.54.1-build1 >npm.log 2>&1 || { cat npm.log; exit 1; }

cat >try.mjs <<'EOF2'
import start from '@sqlite.org/sqlite-wasm';
const { capi, oo1, wasm } = await start();
const names = { [capi.SQLITE_INSERT]: 'INSERT', [capi.SQLITE_DELETE]: 'DELETE', [capi.SQLITE_UPDATE]: 'UPDATE' };
const cell = () => wasm.alloc(8);
function open(sql) {
  const db = new oo1.DB(':memory:');
  db.exec(sql);
  return db;
}
function record(db, work) {
  const [session, size, bytes] = [cell(), cell(), cell()];
  capi.sqlite3session_create(db.pointer, 'main', session);
  capi.sqlite3session_attach(wasm.peekPtr(session), null);
  db.exec(work);
  capi.sqlite3session_changeset(wasm.peekPtr(session), size, bytes);
  return [wasm.peek32(size), wasm.peekPtr(bytes)];
}
function list(changes) {
  const [at, table, columns, kind, indirect] = [cell(), cell(), cell(), cell(), cell()];
  const found = [];
  capi.sqlite3changeset_start(at, ...changes);
  while (capi.sqlite3changeset_next(wasm.peekPtr(at)) === capi.SQLITE_ROW) {
    capi.sqlite3changeset_op(wasm.peekPtr(at), table, columns, kind, indirect);
    const key = wasm.peek32(kind) === capi.SQLITE_INSERT ? capi.sqlite3changeset_new_js : capi.sqlite3changeset_old_js;
    found.push(`${names[wasm.peek32(kind)]} ${JSON.stringify(key(wasm.peekPtr(at), 0))}`);
  }
  capi.sqlite3changeset_finalize(wasm.peekPtr(at));
  return found.join(', ');
}
const nocase = 'CREATE TABLE person (name TEXT COLLATE NOCASE PRIMARY KEY, v)';
const surrogate = 'CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE UNIQUE, v)';
for (const [schema, before, after] of [[nocase, "'maija'", "'aino'"], [nocase, "'maija'", "'Maija'"],
  [nocase, "'Maija'", "'maija'"], [nocase.replace('NOCASE', 'RTRIM'), "'maija '", "'maija'"],
  ['CREATE TABLE person (name PRIMARY KEY, v)', '1', '1.0'],
  [surrogate, "'maija'", "'Maija'"]]) {
  const state = `${schema}; INSERT INTO person (name, v) VALUES (${before}, 1)`;
  const changes = record(open(state), `UPDATE person SET name = ${after}`);
  const ends = ['OMIT', 'REPLACE'].map((answer) => {
    let asked = 0;
    const status = capi.sqlite3changeset_apply(open(state).pointer, ...changes, 0, () => {
      asked++;
      return capi[`SQLITE_CHANGESET_${answer}`];
    }, 0);
    return `${capi.sqlite3_js_rc_str(status)}${asked ? ` after ${asked} conflict` : ''}`;
  });
  const name = `${schema.includes('id') ? 'own key, ' : ''}${before} to ${after}`;
  console.log(`${name}: ${list(changes)}; ${[...new Set(ends)].join(' or ')}`);
}
console.log(`SQLite ${capi.sqlite3_libversion()}`);
EOF2
cat >expected <<'EOF2'
'maija' to 'aino': DELETE "maija", INSERT "aino"; SQLITE_OK
'maija' to 'Maija': INSERT "Maija", UPDATE "maija"; SQLITE_ERROR after 1 conflict
'Maija' to 'maija': UPDATE "Maija", INSERT "maija"; SQLITE_ERROR
'maija ' to 'maija': INSERT "maija", UPDATE "maija "; SQLITE_ERROR after 1 conflict
1 to 1.0: UPDATE 1, INSERT 1; SQLITE_ERROR
own key, 'maija' to 'Maija': UPDATE 1; SQLITE_OK
SQLite 3.54.1
EOF2
node try.mjs >seen 2>warnings
echo "node $(node --version), @sqlite.org/sqlite-wasm 3.54.1-build1:"
cat seen
cmp -s seen expected || { echo 'Not as described:'; diff expected seen; cat warnings; exit 1; }
echo 'As described.'
