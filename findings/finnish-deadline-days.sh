#!/bin/sh
# SPDX-License-Identifier: MIT
#
# date-holidays, Finland: no choice of its types gives the days on which a statutory period cannot end.
#
# The guess: the kinds of day are sorted so that "public" or, with the two eves, "public" and "bank" is the list of
# 150/1930, 5 section: church holidays, Independence Day, 1 May, Christmas Eve and Midsummer Eve (and Saturdays).
# What happens: "public" has no eves, so a period that ends on Christmas Eve (a Thursday in 2026) is told to end then,
# though the law moves it to 28 December. "public" and "bank" has the two eves and New Year's Eve, which no law names: a
# period that ends on Thursday 31 December 2026 is told to go on until 4 January 2027. The default adds
# Mother's and Father's Day. workalendar and python-holidays (Debian 12) have the two eves and not the third.
#
# Versions: date-holidays 3.37.0 from npm, whose data say "bank" of all three eves.
# Sources: https://www.finlex.fi/fi/lainsaadanto/1930/150 (5 section); for Sweden the same was told and answered:
# https://github.com/commenthol/date-holidays/issues/563. For Finland nothing was found.
# For whoever builds on it: take "public" and add the two eves by name, or write the thirteen days and two eves yourself.
# For Klash: it computes its working days itself; a plan checked with such a list may differ by days at the year's end.
#
# Needs node and npm. Prints what it sees; exit status 1 if it is not as told here.
set -eu
tmp=$(mktemp -d "${TMPDIR:-/tmp}/finding.XXXXXX")
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
cd "$tmp"
npm_config_cache=$tmp/cache npm install --prefix "$tmp" --ignore-scripts --no-audit --no-fund --loglevel=error \
    date-holidays@3.37.0 >npm.log 2>&1 || { cat npm.log; exit 1; }

cat >try.mjs <<'EOF2'
import Holidays from 'date-holidays';
const law = 'church holidays, 6.12., 1.5., 24.12. and Midsummer Eve';
const day = (date) => date.toISOString().slice(0, 10);
for (const types of [['public'], ['public', 'bank']]) {
  const years = [2026, 2027].flatMap((year) => new Holidays('FI', { types }).getHolidays(year));
  const free = new Set(years.map((one) => one.date.slice(0, 10)));
  const end = (text) => {
    const date = new Date(`${text}T12:00:00Z`);
    while (free.has(day(date)) || [0, 6].includes(date.getUTCDay())) date.setUTCDate(date.getUTCDate() + 1);
    return `${text} ends ${day(date)}`;
  };
  console.log(`${types.join(' and ')}: ${years.filter((one) => one.date.startsWith('2026')).length} days in 2026`);
  console.log(`  ${['2026-06-19', '2026-12-24', '2026-12-31'].map(end).join('; ')}`);
}
console.log(`law (${law}): 15 days in 2026\n  2026-06-19 ends 2026-06-22; 2026-12-24 ends 2026-12-28; 2026-12-31 ends 2026-12-31`);
EOF2
cat >expected <<'EOF2'
public: 13 days in 2026
  2026-06-19 ends 2026-06-19; 2026-12-24 ends 2026-12-24; 2026-12-31 ends 2026-12-31
public and bank: 16 days in 2026
  2026-06-19 ends 2026-06-22; 2026-12-24 ends 2026-12-28; 2026-12-31 ends 2027-01-04
law (church holidays, 6.12., 1.5., 24.12. and Midsummer Eve): 15 days in 2026
  2026-06-19 ends 2026-06-22; 2026-12-24 ends 2026-12-28; 2026-12-31 ends 2026-12-31
EOF2
node try.mjs >seen
echo "node $(node --version), date-holidays 3.37.0:"
cat seen
cmp -s seen expected || { echo 'Not as described:'; diff expected seen; exit 1; }
echo 'As described.'
