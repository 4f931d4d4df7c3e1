#!/bin/sh
# SPDX-License-Identifier: MIT
#
# mailparser and nodemailer: a remark in round brackets behind a message id becomes message ids that never were.
#
# The guess: parsers of mail give In-Reply-To, References and Message-ID as bare ids, since RFC 5322 (3.6.4 with 3.2.2)
# lets a comment stand before and behind each, and Emacs' mail programs write one: "<id> (message from ... on ...)".
# What happens:
# - mailparser leaves the comment and adds a ">" behind it, so the id matches nothing; a References with a comment is
#   split at the blanks, and each word comes back as an id of its own: "<(Aino)>";
# - postal-mime leaves the comment as it is;
# - a reply made with nodemailer from what mailparser gave writes four ids that nobody ever used into References, and a
#   thread is broken for every program that reads the reply.
#
# Versions: mailparser 3.14.2, postal-mime 4.0.0, nodemailer 10.6.1.
# Sources: https://datatracker.ietf.org/doc/html/rfc5322#section-3.6.4; another program that lost letters by it, and
# who writes such lines: https://github.com/getpatchwork/patchwork/issues/399. For these three nothing was found.
# For whoever builds on it: take what matches <...@...> out of the raw header yourself before comparing or replying.
# For Klash: it reads no mail; whoever sorts answers to its letters by thread meets this.
#
# Needs node (20 or later) and npm. Prints what it sees; exit status 1 if it is not as told here.
set -eu
tmp=$(mktemp -d "${TMPDIR:-/tmp}/finding.XXXXXX")
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
cd "$tmp"
npm_config_cache=$tmp/cache npm install --prefix "$tmp" --ignore-scripts --no-audit --no-fund --loglevel=error \
    mailparser@3.14.2 postal-mime@4.0.0 nodemailer@10.6.1 >npm.log 2>&1 || { cat npm.log; exit 1; }

cat >try.mjs <<'EOF2'
import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';
import nodemailer from 'nodemailer';
const letter = ['From: juror@klash.example', 'To: office@klash.example',
  'Message-ID: <b2@klash.example> (added by klash.example)',
  'In-Reply-To: <a1@klash.example> (message from Aino Malli on Wed, 31 Oct 2018)',
  'References: <a0@klash.example> (Aino) <a1@klash.example>', 'Subject: Re: Kokous', '', 'Sopii.', ''].join('\r\n');
const one = await simpleParser(letter);
const other = await PostalMime.parse(letter);
for (const key of ['messageId', 'inReplyTo', 'references'])
  console.log(`${key}\n  mailparser  ${JSON.stringify(one[key])}\n  postal-mime ${JSON.stringify(other[key])}`);
const maker = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
const { message } = await maker.sendMail({ from: 'office@klash.example', to: 'juror@klash.example', text: 'Kiitos.',
  inReplyTo: one.messageId, references: [...one.references, one.messageId] });
const headers = message.toString().split('\n\n')[0].replace(/\n\s+/g, ' ').split('\n');
console.log('the reply by nodemailer\n  ' + headers.filter((line) => /^(In-Reply-To|References):/.test(line)).join('\n  '));
EOF2
cat >expected <<'EOF2'
messageId
  mailparser  "<b2@klash.example> (added by klash.example)>"
  postal-mime "<b2@klash.example> (added by klash.example)"
inReplyTo
  mailparser  "<a1@klash.example> (message from Aino Malli on Wed, 31 Oct 2018)>"
  postal-mime "<a1@klash.example> (message from Aino Malli on Wed, 31 Oct 2018)"
references
  mailparser  ["<a0@klash.example>","<(Aino)>","<a1@klash.example>"]
  postal-mime "<a0@klash.example> (Aino) <a1@klash.example>"
the reply by nodemailer
  In-Reply-To: <b2@klash.example> (added by klash.example)>
  References: <a0@klash.example> <(Aino)> <a1@klash.example> <b2@klash.example> <(added> <by> <klash.example)>
EOF2
node try.mjs >seen
echo "node $(node --version), mailparser 3.14.2, postal-mime 4.0.0, nodemailer 10.6.1:"
cat seen
cmp -s seen expected || { echo 'Not as described:'; diff expected seen; exit 1; }
echo 'As described.'
