#!/bin/sh
# SPDX-License-Identifier: MIT
# The jury's dialogue with the entrants of a blind round: the question goes by a code, the answer comes back masked.
. "$(dirname "$0")/tap.sh"

runs 'the demo' klash demo --at judging
round=solutions-C-2
runs 'one of the office' klash account add toimi --name 'Toimi Toimisto' --role office --lang en
runs 'an auditor' klash account add tarkka --name 'Tarkka Tilintarkastaja' --role auditor --lang en
code=$(klash --as vaula rank $round --format json | json "next(r['alias'] for r in d['rows'] if r['code'] == 'S-004')")
before=$(klash dialogue list $round --format json | json 'len(d)')
n=$((before + 1))

refuses 'not of a round with names' 1 'names are known' klash dialogue ask problems P-001 --text 'Miksi?'
refuses 'no text' 1 'question' klash dialogue ask $round "$code"
refuses 'nobody of the panel' 1 'nemo' klash dialogue ask $round "$code" --text 'Miksi?' --member nemo
refuses 'not by the name' 1 'S-004' klash --as toimi dialogue ask $round S-004 --text 'Miksi?'
refuses 'an auditor asks nothing' 1 'role does not include' klash --as tarkka dialogue ask $round "$code" --text 'Miksi?'
gives 'the jury asks, and it has a number' $n klash --as toimi dialogue ask $round "$code" --text 'Ovatko mittarit samat kuin alussa?' --member maija
gives 'nobody has handed it on' "('asked', None)" of "(d[-1]['state'], d[-1]['passed'])" dialogue list $round
refuses 'the office does not' 1 'role does not include' klash --as toimi dialogue pass $round $n
refuses 'nor before that an answer' 1 'Hand the question on' klash --lang en --as vaula dialogue answer $round $n --text 'Samat.'
refuses 'no juror is named to the entrant' 1 'names a juror' klash --lang en --as vaula dialogue pass $round $n --text 'Maija Mallikas kysyy.'
runs 'the custodian hands it on' klash --lang en --as vaula dialogue pass $round $n
refuses 'once' 1 'already' klash --lang en --as vaula dialogue pass $round $n
team=$(klash --lang en --as vaula dialogue list $round --format json | json "d[-1]['team']")
refusal 'the answer may give the team away' 1 'mask' \
	klash --lang en --as vaula dialogue answer $round $n --text "Mittarit ovat samat, terveisin $team"
cp err told
says 'and how' '(team)' cat told
runs 'masked it goes' klash --lang en --as vaula dialogue answer $round $n --text "Mittarit ovat samat, terveisin $team" --masked 'Mittarit ovat samat.'
refuses 'it does not change any more' 1 'answered' klash --lang en --as vaula dialogue answer $round $n --text 'Ei.'
gives 'the jury reads it by code' "('answered', 'Mittarit ovat samat.', None, None, None)" \
	of "tuple(d[-1][k] for k in ('state', 'answer', 'submission', 'team', 'received_text'))" --as toimi dialogue list $round
gives 'the custodian has both' "('S-004', True)" of "(d[-1]['submission'], '$team' in d[-1]['received_text'])" \
	--as vaula dialogue list $round
gives 'of that code alone' True of "all(r['code'] == '$code' for r in d) and len(d) > 0" dialogue list $round "$code"
says 'the log tells it by code' "$round/$code" klash log list
if klash --as toimi log list | grep -q "dialogue.*$team"; then miss 'never by name'; else pass 'never by name'; fi
says 'the file is whole' 'Intact' klash verify
finish
