#!/bin/sh
# SPDX-License-Identifier: MIT
#
# DURATION over the night when clocks change: one reader counts days as hours, another hours as days.
#
# The guess: P1D ends at the same time of the clock the next day and PT24H after 24 hours, as RFC 5545 has it, and
# libraries that know the zone Europe/Helsinki from the file keep the two apart.
# What happens to a meeting that begins at 12.00 on the day before:
# - node-ical adds hours always: P1D ends at 11.00 in autumn and at 13.00 in spring;
# - ical.js moves the clock always: PT24H ends at 12.00, which is 25 hours in autumn and 23 in spring; a hackathon
#   of PT48H lasts 49 hours.
# So no DURATION of a day or more means the same to both, and each is right where the other is wrong.
# And both take 3.30 on the night in October, which comes twice, as the second one, where RFC 5545, 3.3.5 names the
# first; 3.30 on the night in March, which does not come, is 4.30 to node-ical (right) and 2.30 to ical.js.
#
# Versions: node-ical 0.26.1, ical.js 2.2.1.
# Sources: https://datatracker.ietf.org/doc/html/rfc5545#section-3.3.6 (durations) and #section-3.3.5 (the two nights);
# libical has the one half of it: https://github.com/libical/libical/issues/630, ical.net had the other:
# https://github.com/ical-org/ical.net/issues/660. For these two libraries nothing was found.
# For whoever builds on it: write DTEND with the zone, never DURATION; begin nothing between 3.00 and 4.00 on those nights,
# or write that time in UTC. For Klash: a deadline or session told to calendars needs DTEND, also over one night.
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
const zone = `BEGIN:VTIMEZONE
TZID:Europe/Helsinki
BEGIN:STANDARD
DTSTART:19961027T040000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19970330T030000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
END:DAYLIGHT
END:VTIMEZONE`.split('\n');
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Helsinki', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', timeZoneName: 'longOffset',
});
const told = (start, end) => `${clock.format(start)} to ${clock.format(end)}, ${(end - start) / 3600000} h`;
for (const [start, length] of [['20181027T120000', 'P1D'], ['20181027T120000', 'PT24H'], ['20190330T120000', 'P1D'],
  ['20190330T120000', 'PT24H'], ['20181026T160000', 'PT48H'], ['20181028T033000', 'PT30M'], ['20190331T033000', 'PT30M']]) {
  const file = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//klash.example//FI', ...zone, 'BEGIN:VEVENT',
    'UID:1@klash.example', 'DTSTAMP:20181001T000000Z', `DTSTART;TZID=Europe/Helsinki:${start}`, `DURATION:${length}`,
    'SUMMARY:Hackathon', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
  const one = Object.values(nodeIcal.sync.parseICS(file)).find((part) => part.type === 'VEVENT');
  const whole = new ICAL.Component(ICAL.parse(file));
  ICAL.TimezoneService.reset();
  ICAL.TimezoneService.register(whole.getFirstSubcomponent('vtimezone'));
  const other = new ICAL.Event(whole.getFirstSubcomponent('vevent'));
  console.log(`${start} ${length}\n  node-ical ${told(one.start, one.end)}`);
  console.log(`  ical.js   ${told(other.startDate.toJSDate(), other.endDate.toJSDate())}`);
}
EOF2
cat >expected <<'EOF2'
20181027T120000 P1D
  node-ical 27/10, 12:00 GMT+03:00 to 28/10, 11:00 GMT+02:00, 24 h
  ical.js   27/10, 12:00 GMT+03:00 to 28/10, 12:00 GMT+02:00, 25 h
20181027T120000 PT24H
  node-ical 27/10, 12:00 GMT+03:00 to 28/10, 11:00 GMT+02:00, 24 h
  ical.js   27/10, 12:00 GMT+03:00 to 28/10, 12:00 GMT+02:00, 25 h
20190330T120000 P1D
  node-ical 30/03, 12:00 GMT+02:00 to 31/03, 13:00 GMT+03:00, 24 h
  ical.js   30/03, 12:00 GMT+02:00 to 31/03, 12:00 GMT+03:00, 23 h
20190330T120000 PT24H
  node-ical 30/03, 12:00 GMT+02:00 to 31/03, 13:00 GMT+03:00, 24 h
  ical.js   30/03, 12:00 GMT+02:00 to 31/03, 12:00 GMT+03:00, 23 h
20181026T160000 PT48H
  node-ical 26/10, 16:00 GMT+03:00 to 28/10, 15:00 GMT+02:00, 48 h
  ical.js   26/10, 16:00 GMT+03:00 to 28/10, 16:00 GMT+02:00, 49 h
20181028T033000 PT30M
  node-ical 28/10, 03:30 GMT+02:00 to 28/10, 04:00 GMT+02:00, 0.5 h
  ical.js   28/10, 03:30 GMT+02:00 to 28/10, 04:00 GMT+02:00, 0.5 h
20190331T033000 PT30M
  node-ical 31/03, 04:30 GMT+03:00 to 31/03, 05:00 GMT+03:00, 0.5 h
  ical.js   31/03, 02:30 GMT+02:00 to 31/03, 04:00 GMT+03:00, 0.5 h
EOF2
node try.mjs >seen
echo "node $(node --version), node-ical 0.26.1, ical.js 2.2.1:"
cat seen
cmp -s seen expected || { echo 'Not as described:'; diff expected seen; exit 1; }
echo 'As described.'
