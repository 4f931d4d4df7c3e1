#!/bin/sh
# SPDX-License-Identifier: MIT
# The contracting entity's decision: what it says, a reason for each entrant, what an authority's must have, and the
# decision as a document in one language.
. "$(dirname "$0")/tap.sh"

# round KEY KIND CODE...: a round of one juror; the codes get 9, 8, 7 ...
judged() {
	key=$1 kind=$2 more=$3; shift 3
	score=10
	echo 'juror,submission,a' >reviews.csv
	for code; do
		score=$((score - 1))
		printf 'j1,%s,%d\n' "$code" $score >>reviews.csv
	done
	klash round add "$key" --kind "$kind" $more --min-reviews 1 --quorum 1 &&
		klash round criterion "$key" a --weight 1 --scale 0:10 --name-fi Vaikutus --name-sv Verkan &&
		klash round juror "$key" j1 --chair j1 && klash round open "$key" --reason Koe &&
		klash review import reviews.csv --round "$key" --declared Lomake && klash round close "$key" --reason Koe
}

runs 'an authority begins' klash init --name-fi Kokeilu --name-sv Försök --profile authority
for phase in problems applications; do
	runs "$phase" klash phase set $phase --opens 2018-08-16 --closes 2030-10-31T23:59
	runs "$phase open" klash phase open $phase --reason Koe
done
runs 'a juror' klash account add j1 --name 'Testi Malli' --role juror --lang fi
runs 'a problem' klash problem add --municipality Espoo --title Kyyti --description Ei
runs 'it is judged' judged problems problems '' P-001
runs 'a decision on problems' klash decision add problems --lang fi
runs 'says little' klash decision item D-1 P-001 --outcome selected --reason-fi Hyvä --reason-sv Bra
runs 'and is approved so' klash decision sign D-1
runs 'a challenge' klash challenge add --problem P-001 --title-fi Kyyti --title-sv Skjuts --value 190000
for team in a b c; do
	runs "team $team" klash application add --team "Tiimi $team" --challenge C-1 --kind company \
		--member "Maija $team" --member "Ville $team" --member "Anna $team" --title "Idea $team" --description Kuvaus
done
runs 'they are judged' judged apps applications '--challenge C-1' A-001 A-002 A-003
runs 'a decision on teams' klash decision add apps --lang fi
runs 'one goes on' klash decision item D-2 A-001 --outcome selected
runs 'the others do not' klash decision item D-2 --rest --outcome not_selected

# --- What an authority's decision must have
refuses 'no reason, and whose' 1 'There is no reason for: A-001, A-002, A-003' klash decision sign D-2
runs 'reasons are composed' klash decision compose D-2
refuses 'its number' 1 'own number' klash decision sign D-2
runs 'is given, and who decides' klash decision edit D-2 --number '12 §/2019' --decider Hallitus
refuses 'whose decision' 1 'contracting entity' klash decision sign D-2
runs 'is said' klash decision content D-2 --entity 'Kunta, 0000000-0' --presenter 'Elli Esittelijä' --preparer 'Veikko Valmis'
refuses 'who tells more' 1 'who tells more' klash decision sign D-2
runs 'with a telephone' klash decision content D-2 --contact 'Aino Malli' --contact-title Sihteeri --contact-phone '040 000 0000'
refuses 'an address is one' 1 'e-mail' klash decision content D-2 --contact-email aino
refuses 'which notices' 1 'which notices' klash decision sign D-2
runs 'with their number' klash decision content D-2 --notices '2019-1, 1.4.2019'
refuses 'on what ground' 1 'ground the decider' klash decision sign D-2
runs 'authority' klash decision text D-2 authority --text-fi 'Hallintosääntö' --text-sv 'Förvaltningsstadga'
refuses 'a part is one of six' 1 'Part' klash decision text D-2 appendix --text-fi x
runs 'procedure' klash decision text D-2 procedure --text-fi 'Suunnittelukilpailu' --text-sv 'Projekttävling'
runs 'follows' klash decision text D-2 follows --text-fi 'Mentorointi' --text-sv 'Handledning'
refuses 'provisions' 1 'provisions' klash decision sign D-2
runs 'are written' klash decision text D-2 provisions --text-fi 'Hankintalaki'
gives 'the value is that of the challenge' 190000.00 of 'd["contents"]["value"]' decision show D-2
gives 'each reason says how far it is' 'composed composed missing' of \
	'" ".join(d["reasons"][0][l] for l in ("fi", "sv", "en"))' decision show D-2
gives 'nobody is asked for a reason of what is done' "None" of 'd["check"]["blocked_by"]' decision show D-2

# --- Reasons
gives 'the figures in whole sentences' \
	'Ehdotus oli sijalla 2, kun sijoitettuja oli 3. Vaikutus: 8,00 pistettä, valituilla vähintään 9,00.' of \
	'[i["reason"]["fi"] for i in d["items"] if i["code"] == "A-002"][0]' decision show D-2
runs 'one is edited' klash decision item D-2 A-002 --outcome not_selected --reason-fi 'Oma peruste'
says 'it is left alone' '0 composed, 1 left as somebody wrote them' klash decision compose D-2
gives 'as it was' 'Oma peruste' of '[i["reason"]["fi"] for i in d["items"] if i["code"] == "A-002"][0]' decision show D-2
says 'unless that is said' '1 composed' klash decision compose D-2 A-002 --edited before
gives 'the figures stand before it' 'pistettä, valituilla vähintään 9,00. | Oma peruste' of \
	'[i["reason"]["fi"] for i in d["items"] if i["code"] == "A-002"][0].split("Vaikutus: 8,00 ")[1].replace("\n", " | ")' \
	decision show D-2
refuses 'a way there is not' 1 'keep, before, over' klash decision compose D-2 --edited perhaps

# --- The document
refuses 'not in a language in which a text is missing' 1 'Applied provisions' klash decision show D-2 --format text --lang sv
runs 'it is written' klash decision text D-2 provisions --text-fi Hankintalaki --text-sv Upphandlingslagen
says 'a draft says that it is one' 'ei ole vielä päätetty' klash decision show D-2 --format text
runs 'approved' klash decision sign D-2
runs 'in Finnish' klash decision show D-2 --format text --lang fi -o paatos.txt
runs 'in Swedish, as a page' klash decision show D-2 --format html --lang sv -o beslut.html
gives 'in the order of a decision' 'Päättäjä Asia Selostus Arviointi Päätös Mitä Perustelut Sovelletut Lisätietoja Tiedoksianto Hyväksyminen Liitteet' \
	sh -c "grep -B1 -- '^---' paatos.txt | grep -v -- '^--' | cut -d' ' -f1 |
	grep -E '^(Päättäjä|Asia|Selostus|Arviointi|Päätös|Mitä|Perustelut|Sovelletut|Lisätietoja|Tiedoksianto|Hyväksyminen|Liitteet)$' | tr '\n' ' ' | sed 's/ \$//'"
says 'with its number and parties' 'A-003 Tiimi c' grep -E 'A-003' paatos.txt
says 'what came and what was compared' 'Vertailtuja ehdotuksia: 3' grep -E Vertailtuja paatos.txt
says 'by which threshold' '1397/2016 25 §' grep -E 'Kansallinen kynnysarvo' paatos.txt
says 'on whom it is not served yet' 'Ei vielä annettu' grep -E 'A-002 Tiimi b +Ei' paatos.txt
says 'that the desk warns of it' 'not served on 3: A-001, A-002, A-003' klash status
runs 'served' klash decision serve D-2 A-001 A-002 A-003 --channel email
says 'the last days' 'sähköposti' sh -c '"$KLASH" decision show D-2 --format text --lang fi | grep "A-002 Tiimi b"'
says 'which the desk says too' 'last day of correction and appeal' klash status
says 'and in Swedish' 'Upphandlingslagen' grep -o Upphandlingslagen beslut.html
refuses 'not in English, which nobody wrote' 1 'A-001, A-002, A-003' klash decision show D-2 --format text --lang en
gives 'its hash is kept' 64 of 'len(d["contents"]["frozen"])' decision show D-2
refuses 'nothing of it changes' 1 'never changes' klash decision content D-2 --presenter X
refuses 'nor a text' 1 'never changes' klash decision text D-2 follows --text-fi X
refuses 'nor a reason' 1 'never changes' klash decision compose D-2 --edited over
runs 'another begins with what it says' klash decision correct D-2 --kind clerical --reason Virhe
gives 'all of it' 'Elli Esittelijä Hankintalaki composed' of \
	'd["contents"]["presenter"] + " " + [t["text"]["fi"] for t in d["texts"] if t["part"] == "provisions"][0] + " " + d["reasons"][1]["fi"]' \
	decision show D-3
refuses 'a statement has none of it' 1 'D-9' klash decision content D-9 --presenter X
says 'the file is intact' 'Intact' klash verify
says 'and in order' 'in order' klash check

finish
