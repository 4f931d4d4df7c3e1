#!/bin/sh
# SPDX-License-Identifier: MIT
# Applications and solutions as a web form hands them over: what comes in, what waits, what is taken back.
. "$(dirname "$0")/tap.sh"

# cells CODE EXPRESSION: of the record as JSON, called d.
cells() { klash "$1" list --format json | json "$2"; }
counts() { klash "$@" 2>report | head -1; }

runs 'applications are open' klash demo --at applications
cat >form.csv <<'END'
Haaste;Tiimin nimi;Tyyppi;Organisaatio;Jäsen 1;Jäsen 1 sähköposti;Jäsen 2;Jäsen 2 sähköposti;Jäsen 3;Jäsen 3 sähköposti;Otsikko;Ratkaisuidea;Kuvaus;Lähetetty
C-1;Kaiku;Startup;Kaiku Oy;Maija Malli;maija@malli.example;Testi Mallinen;testi@malli.example;Kolmas Koe;kolmas@malli.example;Kaiun hakemus;"Idea;
kahdella rivillä";Teemme sen;1.5.2019 klo 12.00
Alusta kuntalaisten omaehtoiselle toiminnalle;Åke & co;förening;;Örjan Prov;orjan@prov.example;Test Provberg;;Tredje Man;;;;;2.5.2019 klo 12.00
END
says 'nothing is saved to see what would be' '2 added, 0 to be corrected, 0 duplicate, 0 held' \
	klash application import form.csv --dry-run --map Ratkaisuidea=description
gives 'nothing was' 0 cells application 'len(d)'
says 'two teams apply' '2 added, 0 to be corrected, 0 duplicate, 0 held' \
	klash application import form.csv --map Ratkaisuidea=description
says 'the second time none' '0 added, 0 to be corrected, 2 duplicate, 0 held' \
	klash application import form.csv --map Ratkaisuidea=description
gives 'teams, challenges, kinds, members' "[('Kaiku', 'C-1', 'startup', 3), ('Åke & co', 'C-2', 'association', 3)]" \
	cells team "[(t['name'], t['challenge'], t['kind'], t['members']) for t in d]"
says 'who is in the team' 'Örjan Prov' klash team show T-2
says 'with the address in the register' 'orjan@prov.example' klash person list --columns 'name,contact_*'
says 'the organization is in the register' 'Kaiku Oy' klash organization list
says 'a title is not needed' 'Åke & co' klash application show A-002
gives 'each answer below its question' 'Ratkaisuidea|Idea;|kahdella rivillä||Kuvaus|Teemme sen' \
	sh -c '"$KLASH" application show A-001 --format json | python3 -c "import json,sys; print(json.load(sys.stdin)[\"description\"].replace(chr(10), \"|\"))"'
gives 'the time of the form' '2019-05-01T12:00:00+03:00' cells application "[a for a in d if a['code'] == 'A-001'][0]['received']"

# As Excel saves it, and as a Swedish form heads it; all members in one cell.
printf 'Utmaning\tTeamets namn\tMedlemmar\tBeskrivning\tMottagen\nC-3\tSkolvägen\t"Örjan Ö orjan@o.example\nTvåa T (tvaa@t.example)\nTrean"\tText €\t3.5.2019 kl. 9.00\n' |
	iconv -t UTF-16LE >body && { printf '\377\376'; cat body; } >swedish.txt
says 'UTF-16 with tabs' '1 added' klash application import swedish.txt --without title
printf 'Haaste;Tiimi;J\344senet;Kuvaus\nC-3;K\344vely;A A;B B;\n' >cp1252.csv
refuses 'fields that are not there' 1 'number of fields' klash application import cp1252.csv --charset WINDOWS-1252 --without title
printf 'Haaste;Tiimi;J\344senet;Kuvaus\nC-3;K\344vely;"A A; B B; C C";Hinta 5 \200\n' >cp1252.csv
says 'Windows-1252, semicolons in the cell' '1 added' klash application import cp1252.csv --without title
gives 'members in one cell' "[('Kävely', 3), ('Skolvägen', 3)]" \
	cells team "sorted((t['name'], t['members']) for t in d if t['challenge'] == 'C-3')"

cat >mixed.csv <<'END'
Haaste;Tiimi;Tyyppi;Jäsenet;Jäsenten sähköpostit;Kuvaus;Yhteyshenkilön sähköposti
C-1;Hyvä;yritys;"A A
B B
C C";"a@a.example
b@b.example
c@c.example";Hyvä;a@a.example
C-9;Väärä;yritys;"A A
B B
C C";;Teksti;
C-1;Kaksi;yritys;"A A
D D";;Teksti;
C-1;Klubi;kerho;"A A
B B
C C";;Teksti;
C-1;Osoite;muu;"A A
B B
C C";"a@a.example
ei osoite";Teksti;
C-1;Nimetön;muu;"A A";"a@a.example
b@b.example";Teksti;
C-1;;muu;"A A
B B
C C";;Teksti;
C-1;OhjausESC;muu;"A A
B B
C C";;Teksti;
C-1;Kaiku;startup;"Maija Malli
Testi Mallinen
Kolmas Koe";"maija@malli.example
testi@malli.example
kolmas@malli.example";Uusi teksti;
C-1;Hyvä;yritys;"A A
B B
C C";"a@a.example
b@b.example
c@c.example";Hyvä;a@a.example
END
sed -i "s/ESC/$(printf '\033')[2J/" mixed.csv
refuses 'nothing without --partial' 1 'row 3, line 7, column 1 (Challenge): to be corrected' klash application import mixed.csv --without title
gives 'nothing at all' 4 cells application 'len(d)'
gives 'the good row, what waits and what is the same' '1 added, 6 to be corrected, 1 duplicate, 2 held' \
	counts application import mixed.csv --partial --without title
for reason in 'row 4, line 10, column 4 (Member): held: 2 found, 3 to 5 were planned. Write one member a line' \
	'column 3 (Kind): to be corrected: is not a kind of team' \
	"column 5 (Member's e-mail): to be corrected: is not an e-mail address" \
	'column 4 (Member): to be corrected: is missing' 'column 2 (Team): to be corrected: is missing' \
	'column 2 (Team): to be corrected: contains control characters' \
	'column 2 (Team): held: the team has already sent another one; the cell says “Kaiku”; is it A-001?' \
	'duplicate: the same row is already in this file'; do
	says "the report: $reason" "$reason" cat report
done
gives 'again nothing, and nothing waits twice' '0 added, 6 to be corrected, 2 duplicate, 2 held' \
	counts application import mixed.csv --partial
gives 'eight wait' 8 sh -c '"$KLASH" import rows --format json | python3 -c "import json,sys; print(len(json.load(sys.stdin)))"'
batch=$(klash import list --format json | json 'd[0]["batch"]')
refuses 'a refused one has to be corrected' 1 'corrected' klash import decide "$batch" 3 new
says 'corrected, the rest as it came' 'A-' klash import correct "$batch" 3 --challenge C-2
gives 'it is in that challenge' "('C-2', 3)" cells team "[(t['challenge'], t['members']) for t in d if t['name'] == 'Väärä'][0]"
refuses 'not twice' 1 'already been dealt with' klash import correct "$batch" 3 --challenge C-2
says 'another kind' 'A-' klash import correct "$batch" 5 --kind association
says 'two are enough' 'Done.' klash import decide "$batch" 4 new
refuses 'a team cannot apply twice' 1 'already applied' klash import decide "$batch" 10 new
refuses 'another team has nothing to replace' 1 "another team's" klash import decide "$batch" 10 A-002
says 'it replaces what the team sent' 'Done.' klash import decide "$batch" 10 A-001
says 'by the new text' 'Uusi teksti' klash application show A-001
says 'as version 2' '2' sh -c '"$KLASH" application show A-001 | grep Version'
says 'skipped' 'Done.' klash import decide "$batch" 9 skip

# Whoever imported a late one does not admit it.
runs 'the phase has a deadline' klash phase set applications --closes 2019-05-31 --reason Testi
printf 'Haaste;Tiimi;Jäsenet;Kuvaus;Saapunut\nC-2;Myöhäiset;A A;x;1.6.2019 klo 0.00\n' >late.csv
gives 'late, and only one member: held' '0 added, 0 to be corrected, 0 duplicate, 1 held' counts application import late.csv --partial --without title
batch=$(klash import list --format json | json 'd[0]["batch"]')
runs 'taken nevertheless' klash import decide "$batch" 2 new
late=$(cells application "[a['code'] for a in d if a['late']][0]")
refuses 'a ground is one of three' 1 'Why it is admitted' klash application admit "$late" --ground pity --reason x
refuses 'another one needs its words' 1 'Reason' klash application admit "$late" --ground other
says 'it waits for somebody else' 'second person' klash application admit "$late" --ground system --reason 'Palvelin oli alhaalla'
refuses 'once' 1 'already' klash application admit "$late" --ground system
refuses 'who proposed it does not confirm it' 1 'yourself' klash confirm 1
gives 'it is in the list' "$late system waiting" of '" ".join((d[0]["code"], d[0]["ground"], d[0]["state"]))' confirm list
gives 'and on the desk' 1 of 'len([t for t in d["to_do"] if t["what"] == "second_person"])' status
refuses 'turned down with a reason' 1 'Reason' klash confirm refuse 1
runs 'turned down' klash confirm refuse 1 --reason 'Ei ollut alhaalla'
gives 'nothing waits' 0 of 'len(d)' confirm list

# Taken back as one, with what it brought and nobody else needs.
printf 'Haaste;Tiimi;Organisaatio;Jäsenet;Kuvaus\nC-2;Peruttava;Turha Oy;"Poistuva P poistuva@p.example; Maija Malli maija@malli.example; Z Z";x\n' >undone.csv
says 'one more' '1 added' klash application import undone.csv --without title
batch=$(klash import list --format json | json 'd[0]["batch"]')
says 'is taken back' 'Done.' klash import undo "$batch"
gives 'team, organization and person are gone' 'False False False True' sh -c \
	'for w in "team Peruttava name" "organization Turha name_fi" "person poistuva@ email" "person maija@ email"; do set -- $w; "$KLASH" $1 list --columns $3 --format json | grep -q "$2" && printf "True " || printf "False "; done | sed "s/ $//"'
refuses 'once' 1 'already been undone' klash import undo "$batch"
says 'and may come again' '1 added' klash application import undone.csv --without title
batch=$(klash import list --format json | json 'd[0]["batch"]')
team=$(cells team "[t['code'] for t in d if t['name'] == 'Peruttava'][0]")
runs 'somebody works on the team' klash team member "$team" add "Uusi U"
refuses 'then it stays' 1 'already worked' klash import undo "$batch"
says 'the file is whole' 'Intact' klash verify
says 'the log says it' 'imported applications' klash log list

# --- Solutions
export KLASH_DB="$work/solutions.db"
runs 'solutions are awaited' klash demo --at mentoring
runs 'the phase is open' klash phase open solutions --reason Testi
cat >solutions.csv <<'END'
Tiimi;Haaste;Ratkaisun nimi;Ratkaisu;Aikaleima
T-1;;Kyyti kotiovelta;Kutsutaan auto.;2019-10-30 10:00:00
Rapalasta Raiteille;C-1;Raide;Kiskot.;2019-10-30 10:00:00
Grannhjälpen;;Hjälp;Vi hjälper.;2019-10-30 10:00:00
grannhjälpen;Alusta kuntalaisten omaehtoiselle toiminnalle;Hjälp;Vi hjälper mera.;2019-10-30 11:00:00
Linja-auto 2.0;;Varalla;Teksti;2019-10-30 10:00:00
Rapalasta Raiteille;C-2;Väärä haaste;Teksti;2019-10-30 10:00:00
Ei kukaan;;Tuntematon;Teksti;2019-10-30 10:00:00
END
gives 'three teams hand in, one twice' '3 added, 3 to be corrected, 0 duplicate, 1 held' counts solution import solutions.csv --partial
for reason in 'row 5, line 5, column 1 (Team): held: the team has already sent another one; the cell says “grannhjälpen”; compare row 4' \
	'row 6, line 6, column 1 (Team): to be corrected: only a team that was selected hands in a solution' \
	'row 7, line 7, column 1 (Team): to be corrected: no team, or more than one, has this code or name' \
	'row 8, line 8, column 1 (Team): to be corrected: no team, or more than one, has this code or name'; do
	says "the report: $reason" "$reason" cat report
done
gives 'again nothing' '0 added, 3 to be corrected, 3 duplicate, 1 held' counts solution import solutions.csv --partial
gives 'whose they are' "['T-1', 'T-2', 'T-7']" cells solution "sorted(s['team'] for s in d)"
refuses 'not a second one' 1 'already handed in' klash import decide 1 5 new
runs 'the newer one replaces it' klash import decide 1 5 S-003
says 'with the new text' 'Vi hjälper mera.' klash solution show S-003
says 'the wrong challenge is left out' 'S-004' klash import correct 1 7 --team T-5
gives 'of the team that was meant' T-5 cells solution "[s['team'] for s in d if s['code'] == 'S-004'][0]"
refuses 'somebody has worked on it' 1 'already worked' klash import undo 1
says 'the file is whole' 'Intact' klash verify
finish
