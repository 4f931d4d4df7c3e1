#!/bin/sh
# SPDX-License-Identifier: MIT
#
# pofile: reading and writing a PO file glues a line about an obsolete message to a translation in use.
#
# The guess: a PO library that keeps obsolete messages ("#~") either keeps or drops the lines that tell what such a message
# was before ("#~|"); the messages in use come out as they went in.
# What happens: the text of "#~|" is taken for a continuation of what stands before it. Behind the last message in use
# that is its translation: "Avaa" becomes "AvaaOlder wording", and msgfmt has nothing against it. Behind another
# obsolete message it is that one's, which msgmerge may bring back to life. Only where a comment or flag line
# stands between (as "#, fuzzy" does when msgmerge has just written it) nothing is glued. "#|" of messages in use are
# dropped. gettext-parser keeps all of it as it was.
# "#~|" comes into a file so: msgmerge --previous writes "#|" for a changed message, somebody takes "#, fuzzy" away
# and leaves "#|", and the message goes out of use.
#
# Versions: pofile 1.1.4, gettext-parser 10.0.0.
# Sources: "#|" unread: https://github.com/rubenv/pofile/issues/54 (open); the glued text was not found there. How often
# such lines are: https://github.com/smhg/gettext-parser/issues/111 (gettext-parser read none before 9.1.0).
# For whoever builds on it: clear them before (msgattrib --no-obsolete --clear-previous), and compare the
# translations, not the files, before and after a tool. For Klash: translators' tools are not of its choosing, so a
# returned fi.po or sv.po should be read as a diff; its own files hold no obsolete messages.
#
# Needs node and npm. Prints what it sees; exit status 1 if it is not as told here.
set -eu
tmp=$(mktemp -d "${TMPDIR:-/tmp}/finding.XXXXXX")
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
cd "$tmp"
npm_config_cache=$tmp/cache npm install --prefix "$tmp" --ignore-scripts --no-audit --no-fund --loglevel=error \
    pofile@1.1.4 gettext-parser@10.0.0 >npm.log 2>&1 || { cat npm.log; exit 1; }

cat >fi.po <<'EOF2'
msgid ""
msgstr ""
"Language: fi\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

#| msgid "Opened"
msgid "Open"
msgstr "Avaa"

#~| msgid "Older wording"
#~ msgid "Old"
#~ msgstr "Vanha"

#~| msgid "The first draft"
#~ msgid "Draft"
#~ msgstr "Luonnos"
EOF2
cat >try.mjs <<'EOF2'
import { readFileSync } from 'node:fs';
import PO from 'pofile';
import { po } from 'gettext-parser';
const file = readFileSync('fi.po', 'utf8');
const body = (text) => text.split('\n').filter((line) => /^(#|msgid "[^"]|msgstr "[^"])/.test(line)).join('\n  ');
console.log(`as sent\n  ${body(file)}`);
console.log(`after pofile\n  ${body(PO.parse(file).toString())}`);
console.log(`after gettext-parser\n  ${body(po.compile(po.parse(file)).toString())}`);
EOF2
cat >expected <<'EOF2'
as sent
  #| msgid "Opened"
  msgid "Open"
  msgstr "Avaa"
  #~| msgid "Older wording"
  #~ msgid "Old"
  #~ msgstr "Vanha"
  #~| msgid "The first draft"
  #~ msgid "Draft"
  #~ msgstr "Luonnos"
after pofile
  msgid "Open"
  msgstr "AvaaOlder wording"
  #~ msgid "Old"
  #~ msgstr "VanhaThe first draft"
  #~ msgid "Draft"
  #~ msgstr "Luonnos"
after gettext-parser
  #| msgid "Opened"
  msgid "Open"
  msgstr "Avaa"
  #~| msgid "Older wording"
  #~ msgid "Old"
  #~ msgstr "Vanha"
  #~| msgid "The first draft"
  #~ msgid "Draft"
  #~ msgstr "Luonnos"
EOF2
node try.mjs >seen
echo "node $(node --version), pofile 1.1.4, gettext-parser 10.0.0:"
cat seen
cmp -s seen expected || { echo 'Not as described:'; diff expected seen; exit 1; }
echo 'As described.'
