#!/bin/sh
# SPDX-License-Identifier: MIT
#
# format=flowed: postal-mime puts an answer into the quotation before it; an empty line and a signature are
# swallowed by mailparser too.
#
# The guess: both parsers know format=flowed (they take out the soft line breaks and the stuffed blanks), so they
# know quotations too, and the two, of one author, give the same text.
# What happens, on replies as mail programs that write format=flowed send them:
# - a quotation over two lines gets the second line's mark into the middle of its text (postal-mime);
# - a quotation of a quotation is glued to the answer one level up (postal-mime);
# - an answer right below a quotation whose last line ends in a blank becomes a part of the quotation (postal-mime);
# - an empty line after a line that ends in a blank is lost: two paragraphs become one (both);
# - the signature's "-- " is glued to such a line (both), so whoever cuts the signature off there finds none.
# By RFC 3676 a change of the quote depth ends a paragraph (4.5), a line that does not end in a blank is fixed (4.1), the
# empty one too, and a line of "-- " is neither and is never joined (4.3).
#
# Versions: postal-mime 4.0.0, mailparser 3.14.2.
# Sources: https://datatracker.ietf.org/doc/html/rfc3676; no issue about quotations was found. Flowed text that loses
# its line ends was met before: https://github.com/nodemailer/mailparser/issues/114.
# For whoever builds on it: take the raw text of the part and unfold it by the quote depth yourself where it matters who
# said what. For Klash: what it writes for mail is not flowed, so nothing of this happens to it on the way out.
#
# Needs node (20 or later) and npm. Prints what it sees; exit status 1 if it is not as told here.
set -eu
tmp=$(mktemp -d "${TMPDIR:-/tmp}/finding.XXXXXX")
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
cd "$tmp"
npm_config_cache=$tmp/cache npm install --prefix "$tmp" --ignore-scripts --no-audit --no-fund --loglevel=error \
    postal-mime@4.0.0 mailparser@3.14.2 >npm.log 2>&1 || { cat npm.log; exit 1; }

cat >try.mjs <<'EOF2'
import PostalMime from 'postal-mime';
import { simpleParser } from 'mailparser';
const letters = {
  'quotation over two lines': ['> Pisteytys päättyy perjantaina ja se ', '> koskee myös tiimiä C-3.', 'Kiitos!'],
  'two depths': ['>> Onko jääviä? ', '> Ei ole.', 'Hyvä.'],
  'answer below': ['> Hyväksytkö pöytäkirjan? ', 'En hyväksy.'],
  'empty line': ['Ensimmäinen kappale. ', '', 'Toinen kappale.'],
  'signature': ['Terveisin ', '-- ', 'Aino Malli'],
};
for (const [name, lines] of Object.entries(letters)) {
  const letter = ['From: juror@klash.example', 'To: office@klash.example', 'Subject: Re: Kokous', 'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8; format=flowed', 'Content-Transfer-Encoding: 8bit', '', ...lines, '']
    .join('\r\n');
  const show = (text) => JSON.stringify(text.replace(/\n$/, '').split('\n').map((line) => line.trimEnd()));
  console.log(`${name}\n  postal-mime ${show((await PostalMime.parse(letter)).text)}`);
  console.log(`  mailparser  ${show((await simpleParser(letter)).text)}`);
}
EOF2
cat >expected <<'EOF2'
quotation over two lines
  postal-mime ["> Pisteytys päättyy perjantaina ja se > koskee myös tiimiä C-3.","Kiitos!"]
  mailparser  ["> Pisteytys päättyy perjantaina ja se koskee myös tiimiä C-3.","Kiitos!"]
two depths
  postal-mime [">> Onko jääviä? > Ei ole.","Hyvä."]
  mailparser  [">> Onko jääviä?","> Ei ole.","Hyvä."]
answer below
  postal-mime ["> Hyväksytkö pöytäkirjan? En hyväksy."]
  mailparser  ["> Hyväksytkö pöytäkirjan?","En hyväksy."]
empty line
  postal-mime ["Ensimmäinen kappale. Toinen kappale."]
  mailparser  ["Ensimmäinen kappale. Toinen kappale."]
signature
  postal-mime ["Terveisin -- Aino Malli"]
  mailparser  ["Terveisin -- Aino Malli"]
EOF2
node try.mjs >seen
echo "node $(node --version), postal-mime 4.0.0, mailparser 3.14.2:"
cat seen
cmp -s seen expected || { echo 'Not as described:'; diff expected seen; exit 1; }
echo 'As described.'
