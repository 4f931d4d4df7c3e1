#!/bin/sh
# SPDX-License-Identifier: MIT
# The papers of a whole competition, in Finnish and Swedish: their chapters in the order that the law and the office ask for,
# no English word, each a sound page, who gets none of them, and what the minutes let a reader find who has nothing else.
. "$(dirname "$0")/tap.sh"
here="$(cd "$(dirname "$0")" && pwd)"
page="$here/page.py" papers="$here/papers.py" catalogs="$here/../../po"

runs 'the demo, at its end' klash demo --at end
stated=$(klash meeting show solutions-C-2 --format json | json 'd["of"]')
# paper NAME CODE LANG: as text and as a page, kept as NAME.LANG.*
paper() {
	for form in text html; do
		runs "$1 in $3 as $form" klash document make "$1" "$2" --lang "$3" --format $form -o "$1.$3.$form"
	done
	gives "$1 in $3 is a sound page" good python3 "$page" "$1.$3.html"
}
# chapters NAME LANG WORDS: its headings, codes and titles left out.
chapters() {
	gives "$1 in $2 has its chapters in order" "$3" sh -c \
		"python3 $papers headings $1.$2.html | sed 's/ K-... .*//; s/K-... .*//' | paste -sd'|'"
}

for lang in fi sv; do
	paper minutes "$stated" $lang
	paper ranking solutions-C-2 $lang
	paper feedback solutions-C-2 $lang
	paper negotiation T-1 $lang
	paper contract H-1 $lang
	paper day-sheet M-2 $lang
	paper closing-report competition $lang
	paper situation competition $lang
	gives "no English word in $lang" '' python3 "$papers" words "$catalogs/$lang.po" minutes.$lang.html ranking.$lang.html \
		feedback.$lang.html negotiation.$lang.html contract.$lang.html day-sheet.$lang.html closing-report.$lang.html \
		situation.$lang.html
done

chapters minutes fi 'Läsnä|Poissa|Muut läsnäolijat|Kokouksen laillisuus ja päätösvaltaisuus|Pöytäkirjan tarkastaminen|Esityslista|Esteellisyydet|Tunnistamismerkinnät|Arviointiperusteet ja menetelmä|1 §|2 §|3 §|4 §|Paremmuusjärjestys|Jäsenet, joiden arviot puuttuvat|Liitteet|Kokouksen päättäminen|Allekirjoitukset|Nähtävilläolo ja muutoksenhaku'
chapters minutes sv 'Närvarande|Frånvarande|Övriga närvarande|Sammanträdets laglighet och beslutförhet|Protokolljustering|Föredragningslista|Jäv|Noteringar om igenkänning|Kriterier och metod|1 §|2 §|3 §|4 §|Rangordning|Jurymedlemmar vilkas bedömningar saknas|Bilagor|Sammanträdets avslutande|Underskrifter|Framläggning och ändringssökande'
chapters closing-report fi 'Tiivistelmä|Kilpailu ja järjestäjät|Aikataulu|Osallistuminen|Arviointi|Mentorointi|Tulokset|Muutoksenhaku|Talous, ilman arvonlisäveroa|Hankinnat|Käyttöönotto|Poikkeamat ja opit|Tietosuoja ja julkisuus|Arkistointi|Liitteet'
chapters closing-report sv 'Sammanfattning|Tävlingen och arrangörerna|Tidtabell|Deltagande|Bedömning|Mentorskap|Resultat|Ändringssökande|Ekonomi, utan moms|Upphandling|Ibruktagande|Avvikelser och lärdomar|Dataskydd och offentlighet|Arkivering|Bilagor'
chapters negotiation fi 'Neuvottelun kulku|Keskustelut|Arvo ja kynnysarvot|Toimittajan tarkistukset|Ratkaisu|Allekirjoitukset'
chapters contract sv 'Parter|Pris|Villkor|Ändringar och undantag'

# --- Letters: one of each kind, as a page
for letter in $(klash letter list --format json | json '" ".join({l["kind"]: l["code"] for l in d}.values())'); do
	runs "the letter $letter" klash document make letter "$letter" --format html -o "$letter.html"
	gives "the letter $letter is a sound page" good python3 "$page" "$letter.html"
done

# --- What the minutes tell who has nothing else
nbsp=$(printf '\302\240')
says 'who was there for what' "1–2, 4$nbsp§" grep 'Tapio Tekaisu' minutes.fi.text
says 'who went out, and when' 'Tapio Tekaisu 9.25 9.33 Puhelu' sh -c "tr -s ' ' <minutes.fi.text"
says 'how each voted' 'Oiva Esimerkki' grep '^vastaan ' minutes.fi.text
says 'who held otherwise' 'Kokeilun tulokset on saatu yhdestä kunnasta' grep 'Oiva Esimerkki: ' minutes.fi.text
says 'by what rules' "$(klash round show solutions-C-2 --format json | json 'd["rules_hash"]')" cat minutes.fi.text
says 'why one was not chosen' 'vastaa vain osittain' cat minutes.fi.text
runs 'the decision that followed' klash decision show "$(klash decision list --format json |
	json '[d["code"] for d in d if d["round"] == "solutions-C-2"][-1]')" --format text --lang fi -o decision.fi.text
says 'who decided' 'Hallitus (esimerkki)' cat decision.fi.text
says 'for the same reason' 'vastaa vain osittain' cat decision.fi.text
says 'until when one appeals' '3.2.2020' cat decision.fi.text
says 'and to whom' 'Valitus markkinaoikeuteen' cat decision.fi.text
says 'what the jury asked' 'Mitä ratkaisun ylläpito maksaa' cat minutes.fi.text
says 'that nobody appeals against it' 'ei ole päätös, johon haetaan muutosta' cat minutes.fi.text
says 'in Swedish it says that it is a translation' 'Översättning:' cat minutes.sv.text
for team in $(klash team list --format json | json '"\n".join(t["name"] for t in d if t["challenge"] == "C-2")' | tr ' ' '_'); do
	name=$(echo "$team" | tr _ ' ')
	gives "no entrant is named: $name" 0 sh -c "cat minutes.*.text minutes.*.html | grep -cF '$name' || true"
done
gives 'the meeting goes by its round too' same sh -c '"$KLASH" --lang fi meeting minutes solutions-C-2 >own.text &&
	diff -q own.text minutes.fi.text >/dev/null && echo same'
runs 'somebody takes another name' klash person edit "$(klash person list --format json |
	json '[p["id"] for p in d if p["name"] == "Maija Malli"][0]')" --name 'Maija Muuttunut'
gives 'what was signed has the names of its day' same sh -c '"$KLASH" meeting minutes solutions-C-2 --lang fi >own.text &&
	diff own.text minutes.fi.text >&2 && echo same'
refuses 'no minutes without a meeting' 1 'Meeting' klash --lang en meeting minutes solutions-C-1
refuses 'nor in a language that a reason is missing in' 1 '(en) before the reasons' klash --lang en meeting minutes "$stated" --lang en

# --- Who gets them
for of in "minutes $stated" 'ranking solutions-C-2' 'feedback solutions-C-2' 'negotiation T-1' 'contract H-1' 'day-sheet M-2' \
	'closing-report competition'; do
	refuses "a juror gets no $of" 1 'rooli' klash --as maija document make $of
done
runs 'somebody examines the file' klash account add silvia --name 'Silvia Silmäilijä' --role auditor --lang en
runs 'they may read the minutes' klash --as silvia document make minutes "$stated" --lang fi
for of in 'negotiation T-1' 'contract H-1' 'closing-report competition'; do
	refuses "money is not for them: $of" 1 'role' klash --as silvia document make $of
done
runs 'a need is noted' klash session note M-2 --team T-7 --needs --text 'Esteetön pääsy, gluteeniton'
says 'who arranges the day sees it' 'gluteeniton' klash document make day-sheet M-2 --lang fi
gives 'who examines it does not' 0 sh -c '"$KLASH" --as silvia document make day-sheet M-2 | grep -c gluteeniton || true'
gives 'nor finds it' 0 sh -c '"$KLASH" --as silvia session show M-2 --format json | grep -c gluteeniton || true'

# --- Who won stands first, whatever the codes are
runs 'the decision on the solutions' klash decision show D-7 --format text --lang fi -o outcomes.text
gives 'by outcome' 'valittu varalla ei valittu' \
	sh -c "sed -n '/^Koodi  Osallistuja  Ratkaisu/,/^\$/p' outcomes.text | sed -n '3,5s/.*  //p' | tr '\\n' ' ' | sed 's/ \$//'"

# --- While a round keeps its names
runs 'the demo, before the names are opened' sh -c 'rm -f k.db* && "$KLASH" demo --at results'
runs 'the ranking has codes' klash document make ranking solutions-C-2 --lang fi -o ranking.blind.text
for team in 'Desperado Designs' 'Grannhjälpen'; do
	gives "and no names: $team" 0 sh -c "grep -cF '$team' ranking.blind.text || true"
	gives "nor those of who holds the codes: $team" 0 sh -c \
		"\"\$KLASH\" --as vaula document make ranking solutions-C-2 | grep -cF '$team' || true"
done
refuses 'no feedback before the decision' 1 'once the decision has been approved' klash --lang en document make feedback solutions-C-2
runs 'minutes of a meeting that goes on say so' klash meeting minutes solutions-C-2 --lang fi -o half.text
says 'in words' 'Kokous jatkuu.' cat half.text
finish
