#!/bin/sh
# SPDX-License-Identifier: MIT
#
# postal-mime: an attachment does not come out with the bytes that went in, unless it travelled as base64,
# and a calendar not even then.
#
# The guess: what a mail parser hands over as an attachment's content is the decoded bytes of that part, so a
# hash or a detached signature made by the sender fits (mailparser, of the same author, does so for every coding).
# What happens: under 7bit, 8bit and quoted-printable each CR LF becomes LF and one line end that is not in the file
# is added (the line end before the boundary belongs to the boundary: RFC 2046, 5.1.1). The type is of no
# account: application/octet-stream is changed like text/csv. A text/calendar part is changed under base64
# too: CR LF becomes LF, though RFC 5545, 3.1 asks for CR LF in the file.
#
# Versions: nodemailer 10.6.1 makes the letters; postal-mime 4.0.0 and mailparser 3.14.2 read them.
# Source: https://datatracker.ietf.org/doc/html/rfc2046#section-5.1.1; no issue about it was found. Readers of mail
# did the like before: https://github.com/neomutt/neomutt/issues/722, https://github.com/djcb/mu/issues/2849.
# For whoever builds on it: send files as base64, compare hashes of text files only after both ends have
# been brought to one kind of line end, and put a CR back before a strict reader of calendars sees the part.
# For Klash: the files of a reading pack and their sums should go as base64 or in one archive.
#
# Needs node (20 or later) and npm. Prints what it sees; exit status 1 if it is not as told here.
set -eu
tmp=$(mktemp -d "${TMPDIR:-/tmp}/finding.XXXXXX")
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
cd "$tmp"
npm_config_cache=$tmp/cache npm install --prefix "$tmp" --ignore-scripts --no-audit --no-fund --loglevel=error \
    nodemailer@10.6.1 postal-mime@4.0.0 mailparser@3.14.2 >npm.log 2>&1 || { cat npm.log; exit 1; }

cat >try.mjs <<'EOF2'
import nodemailer from 'nodemailer';
import PostalMime from 'postal-mime';
import { simpleParser } from 'mailparser';
const maker = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
const scores = 'Kunta;Pisteet\r\nInari;8,5\r\n';
const meeting = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x.example//FI\r\nEND:VCALENDAR\r\n';
const kinds = [['text/csv', scores], ['application/octet-stream', scores], ['text/calendar', meeting]];
for (const coding of ['7bit', 'quoted-printable', 'base64'])
  for (const [contentType, content] of kinds) {
    const { message } = await maker.sendMail({
      from: 'office@klash.example', to: 'juror@klash.example', subject: 'Liite', text: 'Liitteenä tiedosto.',
      attachments: [{ filename: 'liite', contentType, content, contentTransferEncoding: coding }],
    });
    const [one] = (await PostalMime.parse(message)).attachments;
    const [other] = (await simpleParser(message)).attachments;
    const told = (bytes) => {
      const text = Buffer.from(bytes).toString('latin1');
      if (text === content) return 'as sent';
      const plain = content.replaceAll('\r\n', '\n');
      return text === plain ? 'LF for CR LF' : text === plain + '\n' ? 'LF for CR LF, one more at the end' : 'otherwise';
    };
    console.log(`${coding} ${contentType}: postal-mime ${told(one.content)}; mailparser ${told(other.content)}`);
  }
EOF2
cat >expected <<'EOF2'
7bit text/csv: postal-mime LF for CR LF, one more at the end; mailparser as sent
7bit application/octet-stream: postal-mime LF for CR LF, one more at the end; mailparser as sent
7bit text/calendar: postal-mime LF for CR LF; mailparser as sent
quoted-printable text/csv: postal-mime LF for CR LF, one more at the end; mailparser as sent
quoted-printable application/octet-stream: postal-mime LF for CR LF, one more at the end; mailparser as sent
quoted-printable text/calendar: postal-mime LF for CR LF; mailparser as sent
base64 text/csv: postal-mime as sent; mailparser as sent
base64 application/octet-stream: postal-mime as sent; mailparser as sent
base64 text/calendar: postal-mime LF for CR LF; mailparser as sent
EOF2
node try.mjs >seen
echo "node $(node --version), nodemailer 10.6.1, postal-mime 4.0.0, mailparser 3.14.2:"
cat seen
cmp -s seen expected || { echo 'Not as described:'; diff expected seen; exit 1; }
echo 'As described.'
