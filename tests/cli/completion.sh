#!/bin/sh
# SPDX-License-Identifier: MIT
# Eligibility, requests for completion and their answers, joint problems, and what all are told alike.
. "$(dirname "$0")/tap.sh"

runs 'a competition' klash init --name-fi Kilpailu
for place in Akaa Alajärvi Alavieska Porvoo; do
	klash problem add --municipality $place --title "Ongelma $place" --description "Kuvaus $place" >/dev/null
done
soon=$(date -d '+10 days' +%Y-%m-%d)

# --- Eligibility questions
runs 'a question' klash eligibility question add problem --question-fi 'Onko hakija kunta?' --question-sv 'Är sökanden en kommun?'
runs 'another' klash eligibility question add problem --question-fi 'Onko allekirjoitus?' --question-sv 'Finns underskriften?'
refuses 'in Swedish too' 1 'Question in Swedish' klash eligibility question add problem --question-fi Onko
refuses 'of a kind there is' 1 'problem' klash eligibility question add team --question-fi Onko --question-sv Är
for i in 3 4 5 6 7 8; do
	klash eligibility question add problem --question-fi "Kysymys $i" --question-sv "Fråga $i" >/dev/null
done
refuses 'eight at most' 1 'eight' klash eligibility question add problem --question-fi Onko --question-sv Är
for i in 3 4 5 6 7 8; do klash eligibility question remove problem $i >/dev/null; done
runs 'its words change' klash eligibility question edit problem 1 --question-en 'Is the applicant a municipality?'
gives 'two are left' "[(1, 'Is the applicant a municipality?', 0), (2, None, 0)]" \
	of '[(q["number"], q["question"].get("en") or None, q["judged"]) for q in d]' eligibility question list problem
says 'old and new are in the log' 'Question in English' klash log show "$(klash log list --format json | json 'd[0]["seq"]')"

# --- What is judged of one
refuses 'nobody by two questions' 1 'fewer than three' klash eligibility set P-001 1 yes
runs 'a third' klash eligibility question add problem --question-fi 'Onko liite?' --question-sv 'Finns bilagan?'
runs 'yes' klash eligibility set P-001 1 yes
runs 'to be asked for' klash eligibility set P-001 2 ask --note 'Johtajan nimi puuttuu'
runs 'no' klash eligibility set P-002 1 no
refuses 'no such question' 1 'Eligibility question' klash eligibility set P-001 4 yes
refuses 'no such answer' 1 'yes, no, ask' klash eligibility set P-001 1 perhaps
refuses 'no such submission' 1 'P-900' klash eligibility set P-900 1 yes
gives 'shown' "[('yes', ''), ('ask', 'Johtajan nimi puuttuu'), (None, '')]" of '[(l["outcome"], l["note"]) for l in d]' eligibility show P-001
gives 'counted on the record' "'2/3 ?'" of 'repr(d["eligibility"])' problem show P-001
refuses 'what is judged by it stays' 1 'judged' klash eligibility question remove problem 1
runs 'taken back' klash eligibility set P-001 1 none
gives 'nothing again' None of 'd[0]["outcome"]' eligibility show P-001
refuses 'a yes is no ground' 1 'Reason' klash problem exclude P-001
runs 'a no is' klash problem exclude P-002
refuses 'what is out is not asked for' 1 'excluded' klash completion add P-002 --ground Kohta --missing x --due "$soon"
runs 'a mistake' klash problem restore P-002 --reason Erehdys

# --- Requests
refuses 'on a ground' 1 'On what ground' klash completion add P-001 --due "$soon"
refuses 'until when' 1 'Answer by' klash completion add P-001 --ground Kohta
refuses 'not in the past' 1 'over already' klash completion add P-001 --ground Kohta --due 2018-10-31
refuses 'what?' 1 'What is missing' klash completion add P-003 --ground Kohta --due "$soon"
gives 'what is to be asked for' P-001/1 klash completion add P-001 --ground 'Ilmoituksen kohta 4' --due "${soon}T16:00"
gives 'or lines of their own' P-003/1 klash completion add P-003 --missing Liite --missing Liite2 --ground 'Kohta 4' --due "$soon"
gives 'the line of the question' "['Onko allekirjoitus? Johtajan nimi puuttuu']" of 'd["missing"]' completion show P-001
gives 'two lines, until the end of the day' "(['Liite', 'Liite2'], '23:59:59')" \
	of '(d["missing"], d["due"][11:19])' completion show P-003/1
gives 'listed, the soonest first' "['P-001/1', 'P-003/1']" of '[c["code"] for c in d]' completion list --state open
runs 'reminded, with a new time' klash completion remind P-003/1 --due "$(date -d '+12 days' +%Y-%m-%d)"
gives 'noted' True of 'd["reminded"] is not None' completion show P-003 1
refuses 'no such request' 1 'P-003/7' klash completion remind P-003/7
refuses 'an answer says something' 1 'Answer' klash completion answer P-003 1
runs 'a note' klash completion answer P-003 1 --text 'Liitteitä ei ole'
refuses 'once' 1 'answered already' klash completion answer P-003/1 --text x
before=$(klash problem show P-001 --format json | json 'd["received"]')
runs 'a new version' klash completion answer P-001 1 --title 'Täydennetty' --text 'Allekirjoitettu'
gives 'the same arrival, in time' "('Täydennetty', '$before', False, 2)" \
	of '(d["title"], d["received"], d["late"], d["version"])' problem show P-001
gives 'tied to the answer' "('answered', 2)" of '(d["state"], d["version"])' completion show P-001/1
echo '{"title": "Toinen", "description": "Toisin"}' >v.json
klash completion add P-001 --missing Liite --ground Kohta --due "$soon" >/dev/null
runs 'from a file' klash completion answer P-001 --as-version v.json
klash completion add P-001 --missing Liite --ground Kohta --due "$soon" >/dev/null
runs 'whatever of its fields is given' klash completion answer P-001 --case-number 'KL/9/2018'
gives 'is a version' "('KL/9/2018', 4)" of '(d["case_number"], d["version"])' problem show P-001
gives 'it is there' "('Toinen', 'Toisin')" of '(d["title"], d["description"])' problem show P-001
klash completion add P-004 --missing Liite --ground Kohta --due "$soon" >/dev/null
refuses 'why not needed?' 1 'Reason' klash completion drop P-004/1
runs 'not needed' klash completion drop P-004/1 --reason 'Löytyi'
gives 'dropped' dropped of 'd["state"]' completion show P-004/1
klash completion add P-004 --missing Liite --ground Kohta --due "$soon" >/dev/null
refuses 'the phase closes with a reason' 1 'P-004/2' sh -c "'$KLASH' phase open problems --reason x; '$KLASH' phase close problems"
runs 'so it is given' klash completion drop P-004/2 --reason Turha

# --- After the due time: marked late, and a version waits
klash problem add --municipality Lahti --title Lahden >/dev/null
runs 'due in a moment' klash completion add P-005 --missing Liite --ground Kohta --due "$(date -d '+2 seconds' +%Y-%m-%dT%H:%M:%S%:z)"
sleep 3
gives 'overdue' overdue of 'd["state"]' completion show P-005/1
says 'on the desk' 'P-005/1' klash status
refuses 'a reminder needs a new time' 1 'new due time' klash completion remind P-005/1
refuses 'the version waits' 0 'waits to be admitted' klash completion answer P-005/1 --title 'Myöhässä'
gives 'the earlier one stands' "('Lahden', 'late')" sh -c \
	"echo \"('\$('$KLASH' problem show P-005 --format json | python3 -c 'import json,sys; print(json.load(sys.stdin)[\"title\"])')', '\$('$KLASH' completion show P-005/1 --format json | python3 -c 'import json,sys; print(json.load(sys.stdin)[\"state\"])')')\""
runs 'admitted' klash problem admit P-005 --reason 'Posti myöhästyi'
gives 'then it stands' "'Myöhässä'" of 'repr(d["title"])' problem show P-005

# --- Two problems become one
gives 'three before' "(5, 5)" of '(d["counts"]["problems"], d["counts"]["municipalities"])' status
refuses 'why?' 1 'Reason' klash problem join P-001 P-003
refuses 'not with itself' 1 'two different' klash problem join P-001 P-001 --reason x
runs 'joined' klash problem join P-001 P-003 --reason 'Sama asia'
gives 'one problem, both municipalities' "(4, 5)" of '(d["counts"]["problems"], d["counts"]["municipalities"])' status
gives 'the other is a co-applicant' "['009']" of 'd["coapplicants"]' problem show P-001
gives 'its code lives' "('joined', 'P-001')" of '(d["state"], d["joined_to"])' problem show P-003
says 'it is found by the other municipality' P-001 klash problem list --words Alavieska
refuses 'not twice' 1 'already' klash problem join P-004 P-003 --reason x
refuses 'nor a chain' 1 'separate them first' klash problem join P-004 P-001 --reason x
refuses 'it is no more withdrawn alone' 1 'joined to another' klash problem withdraw P-003
refuses 'nor a new version of it' 1 'belongs to that one' klash problem edit P-003 --new-version --title Uusi
refuses 'separated with a reason' 1 'Reason' klash problem separate P-003
runs 'separated' klash problem separate P-003 --reason Erehdys
gives 'as before' "([], 'received', 5)" sh -c \
	"'$KLASH' problem list --format json | python3 -c 'import json,sys; d={p[\"code\"]: p for p in json.load(sys.stdin)}; print((d[\"P-001\"][\"coapplicants\"], d[\"P-003\"][\"state\"], len(d)))'"
runs 'joined again' klash problem join P-001 P-003 --reason 'Sama asia'
klash round add problems --kind problems >/dev/null
klash round criterion problems impact --weight 1 --scale 1:5 --name-fi Vaikutus --name-sv Verkan >/dev/null
klash account add maija --name 'Maija Malli' --role juror --lang fi >/dev/null
klash round juror problems maija >/dev/null
runs 'the round opens' klash round open problems --reason x
gives 'and has the lead alone' False of '"P-003" in [r["code"] for r in d["rows"]]' rank problems
refuses 'then it is too late' 1 'round' klash problem separate P-003 --reason x
refuses 'also to join' 1 'round' klash problem join P-001 P-004 --reason x

# --- Questions that were asked for, or whose phase is over
klash eligibility set P-001 2 none >/dev/null
refuses 'a request was made of it' 1 'request for completion was made' klash eligibility question remove problem 2
gives 'named columns have both' "[('P-001', None, '0/3'), ('P-003', 'P-001', '0/3')]" \
	of '[(p["code"], p["joined_to"], p["eligibility"]) for p in d if p["code"] in ("P-001", "P-003")]' problem list --columns code,joined_to,eligibility

# --- What all are told
klash question add --text-fi Kysymys --text-sv Fråga --answer-fi Vastaus --answer-sv Svar >/dev/null
klash question add --text-fi Toinen --text-sv Andra --answer-fi Vastaus --answer-sv Svar >/dev/null
runs 'published' klash question publish Q-1
gives 'that one, without who asked' "[('Q-1', {'fi': 'Vastaus', 'sv': 'Svar'}, False)]" \
	of '[(q["code"], {k: q["answer"][k] for k in ("fi", "sv")}, "team" in q) for q in d]' question published
gives 'none since tomorrow' 0 of 'len(d)' question published --since "$soon"

# --- Once a phase is decided
rm -f k.db*
runs 'the demo' klash demo --at applications
gives 'a joint problem' "('joined', 'P-043', 77)" sh -c \
	"echo \"(\$('$KLASH' problem show P-078 --format json | python3 -c 'import json,sys; d=json.load(sys.stdin); print(repr(d[\"state\"]) + \", \" + repr(d[\"joined_to\"]))'), \$('$KLASH' status --format json | python3 -c 'import json,sys; print(json.load(sys.stdin)[\"counts\"][\"problems\"])'))\""
refuses 'its questions are fixed' 1 'no longer change' klash eligibility question edit problem 1 --question-en Whether
refuses 'none is added' 1 'no longer change' klash eligibility question add problem --question-fi Onko --question-sv Är
refuses 'nor removed' 1 'no longer change' klash eligibility question remove problem 1
refuses 'nor is anything judged by them' 1 'decided on' klash eligibility set P-001 1 yes
runs 'others change' klash eligibility question edit solution 1 --question-en 'Is it by a team that went on?'

# --- While a round is judged blind
rm -f k.db*
runs 'the demo' klash demo --at results
runs 'one of the office' klash account add toimi --name 'Toimi Toimisto' --role office --lang en
due='--due 2030-01-01'
refuses 'not by the office' 1 'custodian' klash --as toimi completion add S-004 --missing Liite --ground Kohta $due
runs 'by the custodian' klash --as vaula completion add S-004 --missing 'Salainen liite' --ground 'Salainen peruste' $due
gives 'the office sees that there is one' "('S-004/1', 'open', '')" \
	of '(d["code"], d["state"], d["ground"])' --as toimi completion show S-004/1
gives 'and nothing of its text' False of '"Salainen" in json.dumps(d)' --as toimi completion list
refuses 'nor answers it' 1 'custodian' klash --as toimi completion answer S-004/1 --text x
refuses 'nor drops it' 1 'custodian' klash --as toimi completion drop S-004/1 --reason x
runs 'the answer, too' klash --as vaula completion answer S-004/1 --title Uusi
gives 'it waits to be carried over' "['version']" of '[c["what"] for c in d]' --as vaula blind carry solutions-C-2
runs 'all of it verifies' klash verify
runs 'and is in order' klash check
finish
