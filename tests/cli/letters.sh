#!/bin/sh
# SPDX-License-Identifier: MIT
# Letters: made of the records in each one's language, read where they may be wrong, cleared one by one or all.
. "$(dirname "$0")/tap.sh"

runs 'a competition with decided problems' klash demo --at applications
list() { of "$@" letter list; }

# shown NAME COMMAND...: it succeeds; what it said is kept for `has NAME out|err TEXT`.
shown() { runs "$@"; cp out shown.out; cp err shown.err; }
has() { if grep -qF -- "$3" "shown.$2"; then pass "$1"; else cp shown.out out; cp shown.err err; miss "$1" "$3"; fi; }

# --- Those of the demo
gives 'everybody was written what became of a problem' 78 of 'len(d)' letter list
gives 'what has feedback is cleared, but one that came back' 60 of 'sum(x["state"] == "cleared" for x in d)' letter list
gives 'which says why' True of '["550" in x["bounce"] for x in d if x["state"] == "failed"][0]' letter list --columns state,bounce
"$KLASH" letter remove $(of '" ".join(x["code"] for x in d if x["state"] != "failed")' letter list) >/dev/null
gives 'given up' failed of '" ".join(x["state"] for x in d)' letter list
nth() { printf 'L-%03d' $((78 + $1)); }

# --- Made, all or none
refuses 'a kind that there is not' 1 'not_selected' klash letter make --kind refusal --round problems
refuses 'whom?' 1 'Name the records' klash letter make --kind free --text-fi teksti --subject-fi aihe
refuses 'an outcome is told of a round' 1 '' klash letter make --kind selected
refuses 'nor of what was not selected' 1 'outcome is another' klash letter make --kind selected --of P-001
before=$(of 'len(d)' log list)
gives 'those of 74 refusals, one of them of a joint problem' '75 made, 0 made anew, 0 left as they are' \
	klash letter make --kind not_selected --round problems
gives 'one act in the log' "$((before + 1))" of 'len(d)' log list
gives 'again: nothing is made twice' '0 made, 0 made anew, 75 left as they are' \
	klash letter make --kind not_selected --round problems
gives 'each in the language in which they wrote' True of \
	'set(x["language"] for x in d) == {"fi", "sv"} and [x["to"] for x in d if x["of"] == "P-008"] == ["Hangö"]' letter list
gives 'what a script reads' 'code kind of to address channel language state subject' of '" ".join(d[0])' letter list
gives 'and that addresses left is written down' letter of 'd[0]["list"]' disclosure list
says 'for people there are none' "$(nth 1)" klash letter list
gives 'no address in it' 0 sh -c '"$KLASH" letter list | grep -c @ || true'

# --- As it will look
shown 'a letter' klash letter show "$(nth 1)"
has 'the subject' out 'Päätös: P-001 ei tullut valituksi'
has 'the points beside the least of those selected' out 'Vaikuttavuus: 1,43 pistettä, valituilla'
gives 'once: the reason has them' 1 sh -c 'tr "\n" " " <shown.out | grep -o "Vaikuttavuus: 1,43" | wc -l'
has 'rank n of m' out 'Sijoitus: 77/77.'
has 'the decision' out 'Päätös D-1'
has 'that it is the demo' out DEMO
has 'what the jury says to them' out 'Tuomariston palaute'
has 'and which rule chose its language' err 'the language in which they wrote'
shown 'one that lacks that' klash letter show "$(of '[x["code"] for x in d if "feedback" in x["to_read"]][0]' letter list --columns code,to_read)"
has 'says why it must be read' err "The jury's feedback is not in it"
says 'in Swedish to who wrote Swedish' 'valdes inte till utmaning' klash letter show "$(of '[x["code"] for x in d if x["of"] == "P-008"][0]' letter list)"
says 'a page for a browser' '<h1>' klash letter show "$(nth 1)" --format html

# --- Cleared
refusal 'not all at once' 1 'must be read first' klash letter clear --all
cp out shown.out; cp err shown.err
has 'which' err ': no feedback'
gives 'one' '1 letter cleared.' klash letter clear "$(nth 1)"
refuses 'once' 1 'cleared yet' klash letter clear "$(nth 1)"
gives 'all of them or none' 2 of 'sum(x["state"] == "cleared" for x in d) + 1' letter list
refuses 'none of both' 1 "$(nth 1)" klash letter clear "$(nth 2)" "$(nth 1)"
gives 'still one' 1 of 'sum(x["state"] == "cleared" for x in d)' letter list
for code in $(of '" ".join(x["code"] for x in d)' letter list); do klash letter show "$code" >/dev/null 2>&1; done
gives 'all, once those were read' '74 letters cleared.' klash letter clear --all
gives 'none is left' 0 of 'sum(x["state"] == "made" for x in d)' letter list

# --- Edited by hand
refuses 'a field that is left' 1 'title: A field is left' klash letter edit "$(nth 2)" --text-fi 'Hyvä {title}'
gives 'nothing changed' cleared of '[x["state"] for x in d if x["code"] == "'"$(nth 2)"'"][0]' letter list
runs 'another text' klash letter edit "$(nth 2)" --text-fi 'Hei \{x} # ei otsikko'
gives 'has to be cleared again' made of '[x["state"] for x in d if x["code"] == "'"$(nth 2)"'"][0]' letter list
shown 'and shown' klash letter show "$(nth 2)"
has 'it says that' out 'Hei {x} # ei otsikko'
has 'edited' err 'It was edited by hand.'
gives 'and is not made anew' '0 made, 0 made anew, 75 left as they are' \
	klash letter make --kind not_selected --round problems
refuses 'no address' 1 '' klash letter edit "$(nth 2)" --address 'ei osoite'
runs 'on paper there is one' klash letter edit "$(nth 2)" --channel letter --address 'Kirjaamo, PL 1, 00001 KUNTA'
runs 'taken back' klash letter unclear "$(nth 3)"
runs 'given up' klash letter remove "$(nth 3)"
gives 'and made again under another code' '1 made, 0 made anew, 74 left as they are' \
	klash letter make --kind not_selected --round problems

# --- Templates
says 'one a kind and language' '{competition}: kutsu' klash letter template list
shown 'its text' klash letter template show not_selected --language fi
has 'with fields' out '{reasons}'
has 'and its fields' err '{points}'
refuses 'a field that there is not' 1 'kunta: This kind of letter has no such field' \
	klash letter template edit receipt --language fi --text 'Hyvä {kunta}'
refuses 'or not of this kind' 1 'points' klash letter template edit receipt --language fi --text '{points}'
runs 'the own one' klash letter template edit receipt --language fi --subject 'Saapui {code}' \
	--text 'Saapui {received}. {?late}Myöhässä.'
gives 'is told' True of '[x["own"] for x in d if x["kind"] == "receipt" and x["language"] == "fi"][0]' letter template list
gives 'a receipt' '1 made, 0 made anew, 0 left as they are' klash letter make --kind receipt --of P-001
says 'with it' 'Saapui P-001' klash letter list --kind receipt
says 'to the second' '8.42.54' klash letter show "$(of 'd[0]["code"]' letter list --kind receipt)"
runs 'and back' klash letter template edit receipt --language fi --shipped
gives 'what is not cleared is made anew' '0 made, 1 made anew, 0 left as they are' \
	klash letter make --kind receipt --of P-001
runs 'an own one without a value' klash letter template edit receipt --language fi --text '{challenge}'
refuses 'is named with the record' 1 'P-001  Hämeenlinna: There is nothing for the field {challenge}' \
	klash letter make --kind receipt --of P-001
runs 'away' klash letter template edit receipt --language fi --shipped

# --- Whom, and in which language
gives 'the call, to every municipality' '311 made, 0 made anew, 0 left as they are' klash letter make --kind call
gives 'in theirs; both where both are spoken, the majority first' \
	"fi,sv:Porvoo:no fi,sv:Pedersöre:no sv:Jomala:no fi:Aura:no" of \
	'" ".join("%s:%s:%s" % (x["language"], x["to"], "yes" if x["address"] else "no") for c in ("638", "599", "170", "019") for x in d if x["of"] == c)' \
	letter list --kind call
runs 'the registry has an address' klash municipality edit Aura --registry-email kirjaamo@aura.example
gives 'then that is where it goes' '0 made, 1 made anew, 310 left as they are' klash letter make --kind call
gives 'by mail' kirjaamo@aura.example:email of \
	'[x["address"] + ":" + x["channel"] for x in d if x["of"] == "019"][0]' letter list --kind call
runs 'Hämeenlinna has one too' klash municipality edit Hämeenlinna --registry-email kirjaamo@hameenlinna.example
gives 'an official matter goes there' '0 made, 1 made anew, 0 left as they are' klash letter make --kind receipt --of P-001
gives 'with a copy to the contact' 'kirjaamo@hameenlinna.example malli.esimerkkila@kunta.example' of \
	'd[0]["address"] + " " + d[0]["copy"]' letter list --kind receipt --columns address,copy

# --- Teams, and a blind round
rm -f k.db*
runs 'a competition whose solutions are judged' klash demo
hello='Hei {recipient}'
free() { klash letter make --kind free "$@" --subject-fi Terve --text-fi "$hello" --subject-sv Hej --text-sv "$hello" \
	--subject-en Hi --text-en "$hello"; }
runs 'a team hears' free --of T-1
gives 'by its own name' T-1 of 'd[0]["of"]' letter list --kind free
runs 'who handed in' klash letter make --kind receipt --of S-001
shown 'a receipt in a blind round' klash letter show "$(of 'd[0]["code"]' letter list --kind receipt)"
gives 'without the title that the jury reads' 0 sh -c 'grep -c "Otsikko\|Rubrik\|Title" shown.out || true'
runs 'the organization behind a team has a registry' klash organization edit 'Mallin kyläyhdistys ry' \
	--registry-email toimisto@yhdistys.example
runs 'that team hears' free --of T-2
gives 'its contact first, its organization by a copy' True of \
	'[x["address"] for x in d if x["of"] == "T-2"] != ["toimisto@yhdistys.example"] and [x["copy"] for x in d if x["of"] == "T-2"] == ["toimisto@yhdistys.example"]' \
	letter list --kind free --columns of,address,copy
lang_of() { of '[(x["language"], x["language_rule"]) for x in d if x["of"] == "T-3"]' letter list --kind free --columns of,language,language_rule; }
runs 'another team' free --of T-3
gives 'in its contact'"'"'s language' "[('fi', 'person')]" lang_of
runs 'its contact chooses Swedish' klash person edit "$(of '[x["id"] for x in d if x["name"] == "Jouko Esimerkkinen"][0]' person list --columns id,name)" --lang sv
runs 'and hears again' free --of T-3
gives 'then that goes before the one in which they applied' "[('sv', 'person')]" lang_of
hello='Kyse on: {title}'
refuses 'nor by hand' 1 'there is no field {title}' free --of S-001
hello='Kysy Maija Mallilta'
refuses 'nobody of the jury is named' 1 'Maija' free --of S-001
refuses 'no outcome before its time' 1 'before the decision on the round has been approved' \
	klash letter make --kind not_selected --round solutions-C-1
runs 'jurors are reminded' klash letter make --kind reminder --round solutions-C-1
gives 'of what is missing' True of 'len(d) > 0 and all(x["of"] == "round:solutions-C-1" for x in d)' letter list --kind reminder
runs 'a session has invitations' klash letter make --kind invitation --of M-1
says 'with its day for a calendar' M-1.ics klash attachment list "$(of 'd[0]["code"]' letter list --kind invitation)"
runs 'answers go to all alike' klash letter make --kind answers
gives 'the same to each' 1 of 'len(set(x["subject"] for x in d if x["language"] == "fi"))' letter list --kind answers
refuses 'a letter about what it is not about' 1 'not about such a record' klash letter make --kind answers --of P-001
runs 'a press release is to be addressed' klash letter make --kind press --subject-fi Tiedote --text-fi 'Voittajat on valittu.'
runs 'to whom' klash letter edit "$(of 'd[0]["code"]' letter list --kind press)" --to STT --address uutiset@stt.example
finish
