#!/bin/sh
# SPDX-License-Identifier: MIT
# Keys and invitations on the command line.
. "$(dirname "$0")/tap.sh"
good="$DATA/keys/good.txt"
# The n-th key of the fixtures as a line, and its fingerprint.
key() { grep -v '^#' "$good" | sed -n "$1p" | cut -d' ' -f2-; }
fingerprint() { grep -v '^#' "$good" | sed -n "$1p" | cut -d' ' -f1; }

runs 'init' klash init --name-fi 'Kunnat kokeilevat' --name-sv 'Kommunerna provar'
runs 'a juror' klash account add jaana --name 'Jaana Malli' --role juror --lang fi --email jaana@malli.example
runs 'a second one' klash account add sven --name 'Sven Exempel' --role juror --lang sv

# --- Keys
key 1 >one.pub
key 2 | sed 's/$/ jaana@koti "x" $(y)/' >two.pub
says 'a key from a file' "$(fingerprint 1)" klash key add jaana one.pub
says 'a key with a comment' "$(fingerprint 2)" klash key add jaana two.pub
refuses 'the same key again' 1 'has this key already' klash key add sven one.pub
refuses 'a key for nobody' 1 'nothing found' klash key add olga one.pub
refuses 'a file that is not there' 1 'no file of that name' klash key add sven none.pub
cat one.pub two.pub >both.pub
refuses 'two keys in one file' 1 'more than one key' klash key add sven both.pub
printf 'no-pty %s\n' "$(key 3)" >options.pub
refuses 'options before the key' 1 'Options are not taken' klash key add sven options.pub
refuses 'an empty file' 1 'must be filled in' klash key add sven /dev/null
refuses 'neither file nor -' 2 'Usage' klash key add sven
gives 'the list has both' "$(fingerprint 1) $(fingerprint 2)" of '" ".join(r["fingerprint"] for r in d)' key list
gives 'with every field' 'login name fingerprint type comment added revoked' of '" ".join(d[0])' key list
gives 'the comment is data' 'jaana@koti "x" $(y)' of 'd[1]["comment"]' key list
gives 'of one account only' 0 of 'len(d)' key list sven
says 'as CSV' "$(fingerprint 1)" klash key list --format csv
says 'as a table' "$(fingerprint 1)" klash key list
says 'one is revoked' 'Revoked' klash key revoke "$(fingerprint 1)"
refuses 'not twice' 1 'revoked already' klash key revoke "$(fingerprint 1)"
refuses 'a fingerprint nobody has' 1 'nothing found' klash key revoke SHA256:none
refuses 'it never comes back' 1 'never comes back' klash key add sven one.pub
gives 'the list tells when' '[True, False]' of '[r["revoked"] is not None for r in d]' key list
says 'the log tells who' 'revoked an SSH key of an account: Jaana Malli' klash log list
gives 'for the caller, who is no front door, or root: nothing, or one line' ok \
	sh -c '"$KLASH" authorized-keys "$(id -un)" | awk "END { print (NR <= 1) ? \"ok\" : NR }"'

# --- Invitations
refuses 'without a server there is no invitation' 1 '--host' klash account invite jaana
refuses 'nor without somebody to ring' 1 'Whom to ring' klash account invite jaana --host klash.example
refuses 'no address that a command line could misread' 1 "Server's address" \
	klash account invite jaana --host '-oProxyCommand=x' --contact Aino
refuses 'no such port' 1 'from 1 to' klash account invite jaana --host klash.example --contact Aino --port 70000
says 'the way in is said once' 'ssh -p 443 klash@klash.example' \
	klash account invite jaana --host klash.example --port 443 --contact 'Aino Malli, 050 123 4567' --host-key SHA256:abc
klash account invite jaana --host-key SHA256:abc >fi.txt
klash account invite sven --host-key SHA256:abc >sv.txt
klash account invite sven --host-key SHA256:abc --lang en >en.txt
for word in 'klash.example' '443' 'SHA256:abc' 'Aino Malli, 050 123 4567' 'REGEDIT4' '"PortNumber"=dword:000001bb'; do
	gives "all three have $word" 3 sh -c "grep -lF -- '$word' fi.txt sv.txt en.txt | wc -l"
done
says 'in Finnish' 'Tietosuojaseloste' cat fi.txt
says 'with the key the office has' "$(fingerprint 2)" cat fi.txt
says 'in Swedish' 'Dataskyddsbeskrivning' cat sv.txt
says 'with how to make a key' 'PuTTYgen' cat sv.txt
says 'in English on demand' 'Privacy notice' cat en.txt
gives 'no line is too long for a letter' 0 sh -c 'cat fi.txt sv.txt en.txt | grep -v "^    \|^\[HKEY" | awk "length > 90" | wc -l'
# Nothing in it depends on a shell that knows ~ for one's own folder; PuTTY's fields stand there by their names.
gives 'no ~ that PowerShell leaves as it is' 0 sh -c 'cat fi.txt sv.txt en.txt | grep "~" | wc -l'
says 'how to make a key in a terminal' 'ssh-keygen -t ed25519' cat en.txt
for words in 'Session, Host Name: klash.example' 'Session, Port: 443' 'Window, Translation, Remote character set: UTF-8' \
	'Connection, Data, Auto-login username: klash' 'Connection, Data, Terminal-type string: xterm-256color' \
	'Disable application keypad mode' 'Private key file: klash.ppk' 'mosh' 'Connection closed'; do
	gives "all three have $words" 3 sh -c "grep -lF -- '$words' fi.txt sv.txt en.txt | wc -l"
done
runs 'the session for PuTTY' klash account invite jaana --putty -o klash.reg
gives 'as Windows has lines' 'yes' sh -c 'head -1 klash.reg | od -c | grep -q "4  .r  .n" && echo yes'
refuses 'a file is not overwritten' 1 'already there' klash account invite jaana --putty -o klash.reg
says 'the log knows of it' 'wrote an invitation with the way in: Sven Exempel' klash log list
runs 'a clerk' klash account add virpi --name "Virpi Esimerkki" --role office --lang en
refuses 'the office may not' 1 'role does not include' klash --as virpi account invite jaana
refuses 'nor give keys' 1 'role does not include' klash --as virpi key add jaana two.pub

# --- The set-up says what is wrong with how it is called
refuses 'a user name that is none' 1 'Logs in as' klash ssh-setup --user 'x;y'
refuses 'a port that is none' 1 'from 1 to' klash ssh-setup --port 0
refuses 'a path that is not whole' 1 'whole path' klash --db k.db ssh-setup
refuses 'file and directory apart' 1 '--dir' klash --db /var/lib/a/k.db ssh-setup --dir /var/lib/b
finish
