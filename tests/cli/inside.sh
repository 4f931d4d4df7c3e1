#!/bin/sh
# SPDX-License-Identifier: MIT
# A blind round looks inside documents: their text, properties, comments and who changed what.
. "$(dirname "$0")/tap.sh"

runs 'solutions are awaited' klash demo --at solutions
runs 'a solution' klash solution add --team T-1 --title Ratkaisu --description 'Kutsutaan auto.'
runs 'another' klash solution add --team T-2 --title Toinen --description 'Kiskot.'
python3 "$(dirname "$0")/inside.py" . KaikkiKyytiin
runs 'one that says nothing' klash attachment add S-001 plain.docx
runs 'a blind round' klash round add blind --kind solutions --challenge C-1 --blind --select 1:1 --conflict-scope challenge
gives 'nothing is found in it' '[]' of 'd' blind check blind
for file in creator.docx changed.docx author.pdf other.docx; do
	runs "$file" klash attachment add S-001 $file
done
gives 'the team in properties and tracked changes' "['author.pdf', 'changed.docx', 'creator.docx']" \
	of "sorted(f['file'] for f in d if f['kind'] == 'team')" blind check blind
gives 'another author is looked at' "['other.docx']" \
	of "sorted(f['file'] for f in d if f['kind'] == 'unseen' and f['file'] == 'other.docx')" blind check blind
gives 'and nothing else is found' "['team', 'unseen']" of "sorted({f['kind'] for f in d})" blind check blind
refuses 'not released without a word' 1 'mask' klash blind release blind
finish
