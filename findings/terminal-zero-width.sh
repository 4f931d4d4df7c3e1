#!/bin/sh
# SPDX-License-Identifier: MIT
#
# pyte: one invisible character in a text and the rest of that text is not on the screen.
#
# The guess: an emulator for tests of terminal programs shows a character without width as nothing and goes on,
# as terminals do; at worst the columns are off by one.
# What happens: when pyte draws "kunta<word joiner>liitto 8,5" the screen has "kunta" and nothing of the rest, up to the
# next control sequence; what comes after that is drawn, too far left. So too with U+200B, U+200C, U+200D, U+200E,
# U+2028, U+FE0E, that texts pasted from web pages and word processors bring along. A combining mark and the
# soft hyphen are right (the hyphen takes a column in both). xterm.js shows the whole text each time.
# A test that asks "is this not on the screen?" passes for the wrong reason, and snapshots look cut off by the program.
#
# Versions: python3-pyte 0.8.0-2 and python3-wcwidth 0.2.5+dfsg1-1.1 of Debian 12; @xterm/headless 6.0.0.
# Source: https://github.com/selectel/pyte/pull/138 met it with a control character in 2020 and was closed;
# pyte's documentation says nothing of it.
# For whoever builds on it: override draw() to feed it one character at a time, or test with a second emulator.
# For Klash: its screens replace most of these before drawing, but U+200C, U+200D and U+FE0E go out as they are: looked
# at with pyte, a text with one of them would seem cut off.
#
# Needs node and npm, and on Debian 12 python3, apt-get and package lists (apt-get update needs root, this does not).
# Prints what it sees; exit status 1 if it is not as told here.
set -eu
tmp=$(mktemp -d "${TMPDIR:-/tmp}/finding.XXXXXX")
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
cd "$tmp"
apt-get download python3-pyte=0.8.0-2 python3-wcwidth=0.2.5+dfsg1-1.1 >apt.log 2>&1 || { cat apt.log; exit 1; }
for package in *.deb; do dpkg -x "$package" "$tmp/debian"; done
npm_config_cache=$tmp/cache npm install --prefix "$tmp" --ignore-scripts --no-audit --no-fund --loglevel=error \
    @xterm/headless@6.0.0 >npm.log 2>&1 || { cat npm.log; exit 1; }

cat >try.mjs <<'EOF2'
import xterm from '@xterm/headless';
import { execFileSync } from 'node:child_process';
const marks = { 'nothing': '', 'word joiner': '\u2060', 'zero width space': '\u200b', 'non-joiner': '\u200c', 'joiner': '\u200d',
  'left-to-right mark': '\u200e', 'line separator': '\u2028', 'variation selector': '\ufe0e', 'diaeresis': '\u0308',
  'soft hyphen': '\u00ad' };
const inside = Object.values(marks).slice(1).join('');
const plain = (text) => text.replace(new RegExp(`[${inside}]`, 'g'), '').normalize('NFC').replace('kuntä', 'kunta');
for (const [name, mark] of Object.entries(marks)) {
  const text = `kunta${mark}liitto 8,5\u001b[1m pistettä`;
  const pyte = execFileSync('/usr/bin/python3', ['try.py'], { input: text, env: { PYTHONIOENCODING: 'utf-8',
    PYTHONPATH: 'debian/usr/lib/python3/dist-packages' } }).toString().trimEnd();
  const terminal = new xterm.Terminal({ cols: 40, rows: 2, allowProposedApi: true });
  await new Promise((done) => terminal.write(text, done));
  const other = terminal.buffer.active.getLine(0).translateToString(true);
  console.log(`${name}: pyte "${plain(pyte)}", xterm.js "${plain(other)}"`);
}
EOF2
cat >try.py <<'EOF2'
import sys
import pyte
screen = pyte.Screen(40, 2)
pyte.ByteStream(screen).feed(sys.stdin.buffer.read())
print(screen.display[0].rstrip())
EOF2
cat >expected <<'EOF2'
nothing: pyte "kuntaliitto 8,5 pistettä", xterm.js "kuntaliitto 8,5 pistettä"
word joiner: pyte "kunta pistettä", xterm.js "kuntaliitto 8,5 pistettä"
zero width space: pyte "kunta pistettä", xterm.js "kuntaliitto 8,5 pistettä"
non-joiner: pyte "kunta pistettä", xterm.js "kuntaliitto 8,5 pistettä"
joiner: pyte "kunta pistettä", xterm.js "kuntaliitto 8,5 pistettä"
left-to-right mark: pyte "kunta pistettä", xterm.js "kuntaliitto 8,5 pistettä"
line separator: pyte "kunta pistettä", xterm.js "kuntaliitto 8,5 pistettä"
variation selector: pyte "kunta pistettä", xterm.js "kuntaliitto 8,5 pistettä"
diaeresis: pyte "kuntaliitto 8,5 pistettä", xterm.js "kuntaliitto 8,5 pistettä"
soft hyphen: pyte "kuntaliitto 8,5 pistettä", xterm.js "kuntaliitto 8,5 pistettä"
EOF2
node try.mjs >seen
echo "python3-pyte 0.8.0-2, python3-wcwidth 0.2.5+dfsg1-1.1, @xterm/headless 6.0.0 (invisible characters left out below):"
cat seen
cmp -s seen expected || { echo 'Not as described:'; diff expected seen; exit 1; }
echo 'As described.'
