#!/bin/sh
# SPDX-License-Identifier: MIT
#
# SQLite: CHECK (x IN ('a', 'b', 'c')) makes a table of its own for every row that is written.
#
# The guess: a list of constants in a CHECK is looked at once when a statement is prepared, and for each row costs what
# x = 'a' OR x = 'b' OR x = 'c' costs.
# What happens: from three values on, the program of an INSERT or UPDATE opens a temporary b-tree, puts the list into it
# and looks the value up, anew for each row: EXPLAIN has an OpenEphemeral for each such CHECK. With one or two values
# there is none. It is so for each row also when one statement writes them all. With twelve columns of six codes each,
# 60,000 rows took seven to ten times as long as with the same checks written with OR; the answers are the same.
#
# Versions: sql.js 1.8.0 (SQLite 3.39.3) and sql.js 1.17.0 (SQLite 3.54.1), both from npm. The sqlite3 of Debian 12, 3.40.1,
# shows the same in EXPLAIN.
# Sources: https://sqlite.org/lang_createtable.html#check_constraints and https://sqlite.org/opcode.html (OpenEphemeral, Once)
# tell nothing of it.
# For whoever builds on it: in a CHECK of a table that many rows go into write the codes with OR, or let a table of codes and a
# foreign key hold them. For Klash: its schema is written with IN and becomes ORs when it is built in.
#
# Needs node and npm. Prints what it sees; exit status 1 if it is not as told here (of times only which is the longer).
set -eu
tmp=$(mktemp -d "${TMPDIR:-/tmp}/finding.XXXXXX")
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
cd "$tmp"
npm_config_cache=$tmp/cache npm install --prefix "$tmp" --ignore-scripts --no-audit --no-fund --loglevel=error \
    older@npm:sql.js@1.8.0 newer@npm:sql.js@1.17.0 >npm.log 2>&1 || { cat npm.log; exit 1; }

cat >try.mjs <<'EOF2'
import older from 'older';
import newer from 'newer';
const codes = ['open', 'closed', 'held', 'late', 'draft', 'final'];
const forms = {
  list: (c, n) => `CHECK (${c} IN (${codes.slice(0, n).map((x) => `'${x}'`).join(', ')}))`,
  ors: (c, n) => `CHECK (${codes.slice(0, n).map((x) => `${c} = '${x}'`).join(' OR ')})`,
};
const table = (form, columns, n) => `CREATE TABLE t (id INTEGER PRIMARY KEY, ${
  Array.from({ length: columns }, (_, i) => `c${i} TEXT ${forms[form](`c${i}`, n)}`).join(', ')})`;
for (const start of [older, newer]) {
  const SQL = await start();
  const trees = (form, n) => {
    const db = new SQL.Database();
    db.run(table(form, 1, n));
    return db.exec(`EXPLAIN INSERT INTO t (c0) VALUES ('open')`)[0].values.filter((row) => row[1] === 'OpenEphemeral').length;
  };
  const fill = (form) => {
    const db = new SQL.Database();
    db.run(table(form, 12, 6));
    const began = process.cpuUsage();
    db.run(`WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
        INSERT INTO t SELECT i${`, 'final'`.repeat(12)} FROM n`);
    const used = process.cpuUsage(began).user / 1e6;
    console.error(`  ${form}: ${used.toFixed(2)} s`);
    return used;
  };
  console.log(`SQLite ${new SQL.Database().exec('SELECT sqlite_version()')[0].values[0][0]}`);
  console.log(`b-trees a row, a list of 1, 2, 3, 6 codes: ${[1, 2, 3, 6].map((n) => trees('list', n)).join(', ')}`);
  console.log(`b-trees a row, 6 codes with OR: ${trees('ors', 6)}`);
  console.log(`the lists take more than 1.5 times the time: ${fill('list') > 1.5 * fill('ors')}`);
}
EOF2
cat >expected <<'EOF2'
SQLite 3.39.3
b-trees a row, a list of 1, 2, 3, 6 codes: 0, 0, 1, 1
b-trees a row, 6 codes with OR: 0
the lists take more than 1.5 times the time: true
SQLite 3.54.1
b-trees a row, a list of 1, 2, 3, 6 codes: 0, 0, 1, 1
b-trees a row, 6 codes with OR: 0
the lists take more than 1.5 times the time: true
EOF2
echo "node $(node --version), sql.js 1.8.0 then sql.js 1.17.0:"
node try.mjs >seen
cat seen
cmp -s seen expected || { echo 'Not as described:'; diff expected seen; exit 1; }
echo 'As described.'
