#!/bin/sh
# SPDX-License-Identifier: MIT
# A copy to try everything in: it says so wherever the competition's name stands, nothing is sent from it, and the
# competition itself stays byte for byte what it was.
. "$(dirname "$0")/tap.sh"

klash init --name-fi Kilpailu --name-sv Tävling >/dev/null
klash problem add --municipality 091 --title Otsikko --description Kuvaus >/dev/null
before=$(sha256sum k.db)
says 'it says how to open the copy' 'klash --db try.db' klash rehearse try.db
gives 'for its maker alone' 600 stat -c %a try.db
gives 'its name says so in Finnish' 1 sh -c '"$KLASH" --db try.db --lang fi status | grep -c "^HARJOITUS: Kilpailu"'
gives 'and in Swedish' 1 sh -c '"$KLASH" --db try.db --lang sv status | grep -c "^ÖVNING: Tävling"'
says 'line by line too' REHEARSAL sh -c '"$KLASH" --db try.db --lang en --line </dev/null'
says 'its log says when it was made' 'made this copy for a rehearsal' klash --db try.db --lang en log list
says 'it is intact' Intact klash --db try.db --lang en verify
runs 'everything may be tried' klash --db try.db problem add --municipality 837 --title Toinen --description Kuvaus
runs 'the set-up of sending too' klash --db try.db letter sender set --address posti@kunta.example
refuses 'but nothing is sent' 1 'This is a rehearsal, from which no letter is sent' \
	klash --db try.db --lang en letter sender try
refuses 'a rehearsal is not rehearsed' 1 'This is a rehearsal already' klash --db try.db --lang en rehearse again.db
runs 'and none is left of it' test ! -e again.db
refuses 'standard output is no file' 1 'A rehearsal is a file' klash --db k.db --lang en rehearse -
gives 'and none is called -' no sh -c 'test -e ./- && echo yes || echo no'
refuses 'nothing is overwritten' 1 try.db klash rehearse try.db
gives 'the competition is what it was' "$before" sha256sum k.db
gives 'and is called what it was' 1 sh -c '"$KLASH" --lang fi status | grep -c "^Kilpailu"'

finish
