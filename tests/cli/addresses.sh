#!/bin/sh
# SPDX-License-Identifier: MIT
# E-mail addresses of a list's rows: one line for Bcc, or names, addresses and languages; each once, who has none is
# named, and no address leaves without a trace.
. "$(dirname "$0")/tap.sh"

runs 'init' klash init --name-fi Testi
problem() {
	place=$1 contact=$2 email=$3 lang=$4
	runs "problem of $place" klash problem add --municipality "$place" --title "Ongelma $place" --description Kuvaus \
		--contact "$contact" --contact-email "$email" --language "$lang"
}
problem Vaasa 'Aino; "Malli"' aino@kunta.example fi
problem Espoo 'Bo Exempel' bo@kommun.example sv
problem Oulu 'Aino toisen kerran' AINO@kunta.example fi
problem Turku 'Ei Osoitetta' '' fi
problem Pori '=1+1' f@kunta.example fi
gives 'nothing has left yet' 0 of 'len(d)' disclosure list

# --- One line for Bcc
klash problem list --format addresses >line 2>told
gives 'each once, one line' 'aino@kunta.example; bo@kommun.example; f@kunta.example' cat line
gives 'who has none is named beside it' '1 has no e-mail address: Ei Osoitetta' sh -c 'tr "\n" " " <told | sed "s/ $//"'
gives 'with commas for programs' 'aino@kunta.example, bo@kommun.example, f@kunta.example' \
	sh -c '"$KLASH" problem list --format addresses --plain 2>/dev/null'
gives 'that they left is written down' "('problem', 'contact,contact_email', 5)" \
	of '(d[0]["list"], d[0]["data"], d[0]["persons"])' disclosure list
runs 'one is withdrawn' klash problem withdraw P-002 --reason Testi
gives 'of the filtered rows' 'bo@kommun.example' sh -c '"$KLASH" problem list --state withdrawn --format addresses 2>/dev/null'
refuses 'none at all' 1 'None of these rows has an e-mail address' klash problem list --words Turku --format addresses

# --- Names, addresses and languages
runs 'as a file' klash problem list --format address-list -o a.csv
gives 'for a spreadsheet' 'Name,E-mail,Language|Aino; "Malli",aino@kunta.example,Finnish|Bo Exempel,bo@kommun.example,Swedish' \
	python3 -c 'import csv; print("|".join(",".join(r) for r in list(csv.reader(open("a.csv", encoding="utf-8-sig"), delimiter=";"))[:3]))'
gives 'nothing in it becomes a formula' "'=1+1" python3 -c \
	'import csv; print(list(csv.reader(open("a.csv", encoding="utf-8-sig"), delimiter=";"))[-1][0])'
gives 'for programs' 'bo@kommun.example sv' sh -c \
	'"$KLASH" problem list --format address-list --plain 2>/dev/null | tr -d "\r" | sed -n "s/^Bo Exempel,\(.*\),\(.*\)$/\1 \2/p"'
refuses 'a file that is there stays' 1 'already' klash problem list --format address-list -o a.csv
gives 'and nothing more has left' "$(klash disclosure list --format json | python3 -c 'import json,sys; print(len(json.load(sys.stdin)))')" \
	of 'len(d)' disclosure list

# --- Lists without, and of persons
refuses 'a list without addresses says which have them' 1 'has no e-mail addresses' klash municipality list --format addresses
refuses 'columns are not chosen' 1 'leave --columns out' klash problem list --format addresses --columns code
runs 'a mentor' klash mentor add --name 'Uuno Uusi' --email uuno@esimerkki.example
for list in 'person list' 'mentor list'; do
	gives "$list" uuno@esimerkki.example sh -c "\"\$KLASH\" $list --format addresses 2>/dev/null"
done
runs 'a juror' klash account add maija --name 'Maija Malli' --role juror --lang fi --email maija@jury.example
runs 'a round' klash round add problems --kind problems
runs 'a panel' klash round juror problems maija
gives 'account list' maija@jury.example sh -c '"$KLASH" account list --format addresses 2>/dev/null'
gives 'round progress' maija@jury.example klash round progress problems --format addresses

# --- Of a team: those of its application
export KLASH_DB="$work/demo.db"
runs 'the demo' klash demo --at mentoring
runs 'an address' klash application edit A-001 --contact-email kaija@tiimi.example
says 'team list' 'kaija@tiimi.example' klash team list --format addresses
gives 'its contacts are in no list unless asked for' 0 of 'sum("contact_email" in r or "language" in r for r in d)' team list
finish
