#!/bin/sh
# SPDX-License-Identifier: MIT
#
# RDATE: of a meeting on three single dates one reader shows the first only, another all but the first.
#
# The guess: a series without a rule, DTSTART and the other dates as RDATE, is the simplest series there is, and
# libraries that expand RRULE and EXDATE rightly show all three dates.
# What happens, in a file without time zones:
# - node-ical shows the first date only; the others are lost without a word, also beside an RRULE (the parsed event
#   has a key "rdate", nothing reads it);
# - ical.js shows all but the first: its iterator begins with DTSTART only if there is an RRULE. With an EXDATE for the
#   second date the third alone is left of three, though two meetings are held.
# RFC 5545, 3.8.5.2: the recurrence set is DTSTART together with the rules and the dates.
#
# Versions: node-ical 0.26.1 (with rrule-temporal 1.6.0), ical.js 2.2.1.
# Sources: https://datatracker.ietf.org/doc/html/rfc5545#section-3.8.5.2; for ical.js a mending was proposed in 2022 and
# closed: https://github.com/kewisch/ical.js/pull/534; for node-ical nothing was found. ts-ics reads no RDATE either:
# https://github.com/Neuvernetzung/ts-ics/issues/224.
# For whoever builds on it: one VEVENT with a UID of its own for each date; a rule only where the dates follow one.
# For Klash: its sessions are single dates anyway, so they should go out as one VEVENT each.
#
# Needs node (20 or later) and npm. Prints what it sees; exit status 1 if it is not as told here.
set -eu
tmp=$(mktemp -d "${TMPDIR:-/tmp}/finding.XXXXXX")
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
cd "$tmp"
npm_config_cache=$tmp/cache npm install --prefix "$tmp" --ignore-scripts --no-audit --no-fund --loglevel=error \
    node-ical@0.26.1 rrule-temporal@1.6.0 ical.js@2.2.1 >npm.log 2>&1 || { cat npm.log; exit 1; }

cat >try.mjs <<'EOF2'
import nodeIcal from 'node-ical';
import ICAL from 'ical.js';
const series = {
  'three dates, no rule': ['RDATE:20190123T140000Z,20190206T140000Z'],
  'the second one called off': ['RDATE:20190123T140000Z,20190206T140000Z', 'EXDATE:20190123T140000Z'],
  'two weeks by rule and one more': ['RRULE:FREQ=WEEKLY;COUNT=2', 'RDATE:20190206T140000Z'],
};
for (const [name, lines] of Object.entries(series)) {
  const file = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//klash.example//FI', 'BEGIN:VEVENT', 'UID:1@klash.example',
    'DTSTAMP:20181001T000000Z', 'DTSTART:20190109T140000Z', 'DTEND:20190109T150000Z', ...lines,
    'SUMMARY:Tuomariston kokous', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
  const event = Object.values(nodeIcal.sync.parseICS(file)).find((part) => part.type === 'VEVENT');
  const range = { from: new Date('2019-01-01'), to: new Date('2019-12-31') };
  const one = nodeIcal.expandRecurringEvent(event, range).map((at) => at.start.toISOString().slice(0, 10));
  const whole = new ICAL.Event(new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent'));
  const other = [];
  for (let dates = whole.iterator(), at = dates.next(); at; at = dates.next()) other.push(at.toString().slice(0, 10));
  console.log(`${name}\n  node-ical ${one.join(' ')}\n  ical.js   ${other.join(' ')}`);
}
EOF2
cat >expected <<'EOF2'
three dates, no rule
  node-ical 2019-01-09
  ical.js   2019-01-23 2019-02-06
the second one called off
  node-ical 2019-01-09
  ical.js   2019-02-06
two weeks by rule and one more
  node-ical 2019-01-09 2019-01-16
  ical.js   2019-01-09 2019-01-16 2019-02-06
EOF2
node try.mjs >seen
echo "node $(node --version), node-ical 0.26.1, rrule-temporal 1.6.0, ical.js 2.2.1:"
cat seen
cmp -s seen expected || { echo 'Not as described:'; diff expected seen; exit 1; }
echo 'As described.'
