#!/bin/sh
# SPDX-License-Identifier: MIT
#
# SQLite: round() gives other numbers since 3.43, so an index on round() is wrong in the newer version.
#
# The guess: round(x, 2) is marked deterministic and the file format is stable for decades, so a file written by
# SQLite 3.39 or 3.40 (Debian 12) answers the same when a later version (Debian 13 has 3.46) opens it.
# What happens: halves that binary cannot hold were rounded up before and are rounded down now: 2.675 was 2.68 and
# is 2.67, 1.005 was 1.01 and is 1.0, the mean of 8.25 and 8.26 was 8.26 and is 8.25. An index on round(points, 2) keeps the
# old keys. The newer version then finds a row by 2.68 through the index, finds none by 2.68 without it, finds none
# by 2.67 through it, and integrity_check reports rows that are missing from the index. A STORED column keeps the
# old number beside a newly computed one. REINDEX mends the index; the stored column is mended only by writing the row.
# sum() moved too: ten times 0.1 was not 1.0 and is now.
#
# Versions: sql.js 1.8.0 (SQLite 3.39.3) and sql.js 1.17.0 (SQLite 3.54.1), both from npm. The sqlite3 of Debian 12,
# 3.40.1, rounds as the former; SQLite 3.45.2 (sql.js 1.10.3) already as the latter.
# Sources: https://sqlite.org/staleexpridx.html tells that such indexes exist, and calls them rare;
# https://github.com/TryGhost/node-sqlite3/issues/1837 met the change of round(); the release notes of 3.43.0
# at https://sqlite.org/changes.html name the new summation.
# For whoever builds on it: no floating point in keys, indexes, CHECKs or stored columns of a file that outlives a
# version; keep points as whole thousandths. For Klash: it does so (its schema has no REAL and no round()), and a
# copy of a file read with somebody's own SELECT round(avg(...), 2) may show another last digit than another machine.
#
# Needs node and npm. Prints what it sees; exit status 1 if it is not as told here.
set -eu
tmp=$(mktemp -d "${TMPDIR:-/tmp}/finding.XXXXXX")
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
cd "$tmp"
npm_config_cache=$tmp/cache npm install --prefix "$tmp" --ignore-scripts --no-audit --no-fund --loglevel=error \
    before@npm:sql.js@1.8.0 after@npm:sql.js@1.17.0 >npm.log 2>&1 || { cat npm.log; exit 1; }

cat >try.mjs <<'EOF2'
import before from 'before';
import after from 'after';
const [Before, After] = [await before(), await after()];
const ask = (db, sql) => JSON.stringify((db.exec(sql)[0]?.values ?? []).map((row) => (row.length > 1 ? row : row[0])));
const file = new Before.Database();
file.run(`CREATE TABLE score (id INTEGER PRIMARY KEY, points REAL, shown AS (round(points, 2)) STORED);
    CREATE INDEX by_shown ON score (round(points, 2));
    INSERT INTO score (points) VALUES (2.675), (1.005), (8.125), (7.5)`);
const questions = {
  'version': 'SELECT sqlite_version()',
  'rounded': 'SELECT round(points, 2) FROM score NOT INDEXED ORDER BY id',
  'stored': 'SELECT shown FROM score ORDER BY id',
  'mean of 8.25 and 8.26': 'SELECT round(avg(column1), 2) FROM (VALUES (8.25), (8.26))',
  'ten tenths are one': `WITH t (x, n) AS (SELECT 0.1, 1 UNION ALL SELECT x, n + 1 FROM t WHERE n < 10)
      SELECT sum(x) = 1.0 FROM t`,
  'rows with 2.68, by the index': 'SELECT id FROM score INDEXED BY by_shown WHERE round(points, 2) = 2.68',
  'rows with 2.68, without it': 'SELECT id FROM score NOT INDEXED WHERE round(points, 2) = 2.68',
  'rows with 2.67, by the index': 'SELECT id FROM score INDEXED BY by_shown WHERE round(points, 2) = 2.67',
  'rows with 2.67, without it': 'SELECT id FROM score NOT INDEXED WHERE round(points, 2) = 2.67',
  'integrity_check': 'PRAGMA integrity_check',
};
const bytes = file.export();
const newer = new After.Database(bytes);
for (const [name, sql] of Object.entries(questions))
  console.log(`${name}: ${ask(new Before.Database(bytes), sql)} then ${ask(newer, sql)}`);
newer.run('REINDEX');
console.log(`after REINDEX: ${ask(newer, 'PRAGMA integrity_check')}, stored ${ask(newer, 'SELECT shown FROM score ORDER BY id')}`);
EOF2
cat >expected <<'EOF2'
version: ["3.39.3"] then ["3.54.1"]
rounded: [2.68,1.01,8.13,7.5] then [2.67,1,8.13,7.5]
stored: [2.68,1.01,8.13,7.5] then [2.68,1.01,8.13,7.5]
mean of 8.25 and 8.26: [8.26] then [8.25]
ten tenths are one: [0] then [1]
rows with 2.68, by the index: [1] then [1]
rows with 2.68, without it: [1] then []
rows with 2.67, by the index: [] then []
rows with 2.67, without it: [] then [1]
integrity_check: ["ok"] then ["row 1 missing from index by_shown","row 2 missing from index by_shown"]
after REINDEX: ["ok"], stored [2.68,1.01,8.13,7.5]
EOF2
node try.mjs >seen
echo "node $(node --version), sql.js 1.8.0 then sql.js 1.17.0, the same file:"
cat seen
cmp -s seen expected || { echo 'Not as described:'; diff expected seen; exit 1; }
echo 'As described.'
