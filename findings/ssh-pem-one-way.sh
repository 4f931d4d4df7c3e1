#!/bin/sh
# SPDX-License-Identifier: MIT
#
# ssh-keygen: the documented way to import a PEM public key does not know Ed25519.
#
# The guess: "ssh-keygen -i -m PKCS8 -f key.pem" makes a line for authorized_keys of every public key in PEM whose kind
# ssh itself takes: RSA, ECDSA and Ed25519.
# What happens: RSA and ECDSA come out; for Ed25519 (RFC 8410, what openssl, node and sshpk write) it says
# "unsupported pubkey type 1087", a number of OpenSSL's that names no kind, exit status 255; and -e -m PKCS8 makes none of
# an Ed25519 line, exit status 255 too. The manual names the formats and no exception.
# The same two lines of PEM hold the 32 bytes the ssh line needs: twelve fixed bytes, then the key.
#
# Versions: openssh-client 1:9.2p1-2+deb12u10 of Debian 12 (10.0p1 of Debian 13 was seen to do the same);
# sshpk 1.18.0 from npm makes the keys.
# Source: https://man.openbsd.org/ssh-keygen#m; https://github.com/openssh/openssh-portable/pull/570 (2025, closed)
# would have added the writing. https://datatracker.ietf.org/doc/html/rfc8410#section-4 has the twelve bytes.
# For whoever builds on it: do not tell people to convert with ssh-keygen before looking which kind the key is; take the
# 44 bytes apart yourself. For Klash: key add does that, and names ssh-keygen for the other kinds only.
#
# Needs node and npm, and on Debian 12 apt-get and package lists (apt-get update needs root, this does not).
# Prints what it sees; exit status 1 if it is not as told here.
set -eu
tmp=$(mktemp -d "${TMPDIR:-/tmp}/finding.XXXXXX")
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
cd "$tmp"
apt-get download openssh-client=1:9.2p1-2+deb12u10 >apt.log 2>&1 || { cat apt.log; exit 1; }
dpkg -x openssh-client_*.deb "$tmp/debian"
npm_config_cache=$tmp/cache npm install --prefix "$tmp" --ignore-scripts --no-audit --no-fund --loglevel=error \
    sshpk@1.18.0 >npm.log 2>&1 || { cat npm.log; exit 1; }

cat >make.mjs <<'EOF2'
import { writeFileSync } from 'node:fs';
import sshpk from 'sshpk';
for (const kind of ['ecdsa', 'ed25519']) {
  const key = sshpk.generatePrivateKey(kind).toPublic();
  writeFileSync(`${kind}.pem`, key.toString('pkcs8') + '\n');
  writeFileSync(`${kind}.pub`, key.toString('ssh').split(' ').slice(0, 2).join(' ') + '\n');
}
EOF2
node make.mjs
keygen() { debian/usr/bin/ssh-keygen "$@"; }
told() { # told STEP COMMAND...: its status and its last words
	step=$1
	shift
	if "$@" >out 2>err; then echo "$step: done"; else echo "$step: status $?, $(tail -n 1 err | tr -d "\r")"; fi
}
for kind in ecdsa ed25519; do
	told "$kind, PEM to ssh" keygen -i -m PKCS8 -f $kind.pem
	if [ -s out ]; then
		cmp -s out $kind.pub && echo "$kind, PEM to ssh: the same key"
	fi
	told "$kind, ssh to PEM" keygen -e -m PKCS8 -f $kind.pub
done >seen
bytes=$(sed '/^-/d' ed25519.pem | tr -d '\n' | base64 -d | od -An -v -tx1 | tr -d ' \n')
echo "ed25519, the bytes before the key: $(echo "$bytes" | cut -c 1-24), and $(((${#bytes} - 24) / 2)) of the key" >>seen
tail=$(awk '{ print $2 }' ed25519.pub | base64 -d | od -An -v -tx1 | tr -d ' \n' | tail -c 64)
[ "$tail" != "$(echo "$bytes" | cut -c 25-)" ] || echo 'ed25519, those are the end of the ssh line' >>seen
cat >expected <<'EOF2'
ecdsa, PEM to ssh: done
ecdsa, PEM to ssh: the same key
ecdsa, ssh to PEM: done
ed25519, PEM to ssh: status 255, do_convert_from_pkcs8: unsupported pubkey type 1087
ed25519, ssh to PEM: status 255, do_convert_to_pkcs8: unsupported key type ED25519
ed25519, the bytes before the key: 302a300506032b6570032100, and 32 of the key
ed25519, those are the end of the ssh line
EOF2
echo "$(debian/usr/bin/ssh -V 2>&1), sshpk 1.18.0:"
cat seen
cmp -s seen expected || { echo 'Not as described:'; diff expected seen; exit 1; }
echo 'As described.'
