#!/bin/sh
# SPDX-License-Identifier: MIT
# Files that come with a submission: kept, cleaned, listed, removed, and handed to the jury in a reading pack.
. "$(dirname "$0")/tap.sh"

attached() { of "$1" attachment list "$2"; }

runs 'solutions are awaited' klash demo --at solutions
runs 'a solution' klash solution add --team T-1 --title Ratkaisu --description 'Kutsutaan auto.'
runs 'another' klash solution add --team T-2 --title Toinen --description 'Kiskot.'
printf '%%PDF-1.4\nx' >'KaikkiKyytiin-hakemus.pdf'
printf 'Kysy: maija@malli.example\n' >notes.txt
printf 'PK\003\004x' >table.ods
says 'a file is kept' 'Added as number 1.' klash attachment add S-001 'KaikkiKyytiin-hakemus.pdf' --publicity secret
says 'another' 'Added as number 2.' klash attachment add S-001 notes.txt
refuses 'not twice the same' 1 'already attached' klash attachment add S-001 notes.txt
says 'the same with another submission' 'number 1' klash attachment add S-002 notes.txt
says 'from standard input' 'number 3' sh -c 'printf "x\033" | "$KLASH" attachment add S-001 - --name "$(printf "../../a\033[2J\342\200\256b.exe")"'
gives 'by a name that is safe' 'a_[2J_b.exe' attached 'd[2]["name"]' S-001
says 'a spreadsheet' 'number 4' klash attachment add S-001 table.ods
gives 'what they are' "['application/pdf', 'text/plain', 'application/octet-stream', 'application/vnd.oasis.opendocument.spreadsheet']" \
	attached '[a["type"] for a in d]' S-001
gives 'how public' "['secret', 'undecided', 'undecided', 'undecided']" attached '[a["publicity"] for a in d]' S-001
gives 'with their digest' True attached \
	'd[1]["sha256"] == __import__("hashlib").sha256(open("notes.txt","rb").read()).hexdigest()' S-001
cp notes.txt "$(printf '%0200d' 0).txt"
echo more >>"$(printf '%0200d' 0).txt"
says 'a long name' 'number 2' klash attachment add S-002 "$(printf '%0200d' 0).txt"
gives 'is shortened before its ending' "(120, True)" attached '(len(d[1]["name"]), d[1]["name"].endswith(".txt"))' S-002

: >empty
refuses 'an empty file' 1 'is empty' klash attachment add S-001 empty
refuses 'no file' 1 'no file of that name' klash attachment add S-001 none.pdf
refuses 'a directory' 1 'File' klash attachment add S-001 .
refuses 'no record' 1 'Record' klash attachment add X-1 notes.txt
for record in T-1 C-1 091 person:1 organization:1 phase:problems round:problems D-1 M-1 account:1; do
	case $record in
	account:1) refuses 'but not on an account' 1 'Record' klash attachment add "$record" notes.txt ;;
	*) says "on any record: $record" 'number 1' klash attachment add "$record" notes.txt --publicity public ;;
	esac
done
gives 'listed there' "['notes.txt']" attached '[a["name"] for a in d]' t-1
runs 'saved from there' klash attachment save T-1 1 -o team.txt
runs 'removed there' klash attachment remove T-1 1 --reason 'Väärä'
says 'logged under its name' 'removed an attachment' klash log list --of T-1
refuses 'no such publicity' 1 'Publicity' klash attachment add S-001 notes.txt --publicity maybe
head -c 20971521 /dev/zero >large
refuses 'more than 20 MB' 1 'larger than 20 MB' klash attachment add S-001 large
head -c 20971520 /dev/zero >large
says '20 MB' 'number 3' klash attachment add S-002 large
rm large

runs 'saved to a file' klash attachment save S-001 2 -o copy.txt
gives 'as it was' 0 sh -c 'cmp notes.txt copy.txt; echo $?'
gives 'for its owner only' 600 stat -c %a copy.txt
refuses 'nothing is overwritten' 1 'already there' klash attachment save S-001 2 -o copy.txt
gives 'to standard output' 0 sh -c '"$KLASH" attachment save S-001 2 -o - | cmp notes.txt -; echo $?'
refuses 'no such number' 1 'Attachment' klash attachment save S-001 9 -o other
refuses 'removed only with a reason' 1 'Reason' klash attachment remove S-001 3
runs 'removed' klash attachment remove S-001 3 --reason 'Väärä tiedosto'
refuses 'once' 1 'already been removed' klash attachment remove S-001 3 --reason 'Väärä tiedosto'
gives 'stays in the record' "('Väärä tiedosto', True)" attached '(d[2]["reason"], d[2]["removed"] is not None)' S-001
says 'all is in the log' 'added an attachment' klash log list --of S-001
says 'leaving too' 'saved an attachment' klash log list --of S-001
says 'the file is whole' 'Intact' klash verify

# --- A blind round
runs 'a blind round' klash round add blind --kind solutions --challenge C-1 --blind --select 1:1 --conflict-scope challenge
refuses 'no pack before the release' 1 'not been released' klash blind pack blind -o pack
says 'a name that tells' 'KaikkiKyytiin' klash blind check blind
gives 'in the name of a file' "('KaikkiKyytiin-hakemus.pdf', True)" of "[(f['file'], f['in_name']) for f in d if f['kind'] == 'team'][0]" blind check blind
gives 'an address in a plain text' "['notes.txt']" of "sorted({f['file'] for f in d if f['kind'] == 'email' and f['code'] == 'S-001'})" blind check blind
gives 'what cannot be searched is said' "['KaikkiKyytiin-hakemus.pdf', 'table.ods']" \
	of "sorted(f['file'] for f in d if f['kind'] == 'unsearched' and f['code'] == 'S-001')" blind check blind
refuses 'and warned of' 0 'were not searched' klash blind check blind
refuses 'not released without a word' 1 'mask' klash blind release blind
runs 'released' klash blind release blind --reason 'Liitteet on luettu'
runs 'the reading pack' klash blind pack blind -o pack
refuses 'never over what is there' 1 'already there' klash blind pack blind -o pack
refuses 'into a place that is there' 1 'Directory' klash blind pack blind -o none/pack
gives 'a text and the attachments of each, by the code' 'K-1.txt K-1-1.pdf K-1-2.txt K-1-3.ods K-2.txt K-2-1.txt K-2-2.txt K-2-3.bin' \
	python3 - <<'END'
import os, re
names = sorted(os.listdir('pack'))
codes = sorted({n[:5] for n in names if n.startswith('K-')}, key=lambda c: -os.path.exists(f'pack/{c}-1.pdf'))
print(' '.join(n.replace(c, f'K-{i}') for i, c in enumerate(codes, 1)
    for n in sorted((n for n in names if n.startswith(c)), key=lambda n: (n != c + '.txt', n))))
END
gives 'nothing of who or when' "('', {946684800})" python3 -c '
import os, re
text = " ".join(os.listdir("pack")) + "".join(open("pack/" + n, errors="replace").read() for n in os.listdir("pack") if n.endswith(".txt") and len(n) != 11)
print(("".join(w for w in ("Kaikki", "Rapalasta", "S-00", "T-1", "notes.txt") if re.search(r"(?<![A-Z0-9-])" + w, text)), {int(os.stat("pack/" + n).st_mtime) for n in os.listdir("pack")} | {int(os.stat("pack").st_mtime)}))'
says 'what is in it' 'K-' sh -c 'cat pack/index.txt'
gives 'what was removed is not' 0 sh -c 'find pack -name "*.exe" | wc -l'
printf '%%PDF-1.4\ny' >late.pdf
runs 'what comes after the release is kept' klash attachment add S-001 late.pdf
runs 'but not given to the jury' klash blind pack blind -o pack2
gives 'the same files' 0 sh -c 'diff -r pack pack2; echo $?'
runs 'what is removed after it' klash attachment remove S-001 1 --reason 'Nimi kannessa'
runs 'is taken out' klash blind pack blind -o pack3
gives 'of the pack' 0 sh -c 'find pack3 -name "*.pdf" | wc -l'
gives 'the others keep their names' 1 sh -c 'find pack3 -name "*-3.ods" | wc -l'
says 'the log says it' 'reading pack' klash log list
runs 'an office account' klash account add office --name 'Tomi Toimisto' --role office --lang fi
refuses 'only for who may see the codes' 1 '' klash --as office blind pack blind -o pack4
says 'the file is whole' 'Intact' klash verify

# --- By names
export KLASH_DB="$work/problems.db"
runs 'an empty competition' klash init
runs 'a problem' klash problem add --municipality Vaasa --title 'Bussi ei kulje' --description 'Ei kulje.'
runs 'its attachment' klash attachment add P-001 'KaikkiKyytiin-hakemus.pdf'
printf 'Kunta;Otsikko;Kuvaus\nTurku;Tuotu;x\n' >problems.csv
runs 'an imported problem' klash problem import problems.csv
runs 'with an attachment' klash attachment add P-002 notes.txt
refuses 'is no longer taken back' 1 'already worked' klash import undo 1
runs 'withdrawn' klash problem withdraw P-002
runs 'a round' klash round add problems --kind problems
runs 'a criterion' klash round criterion problems impact --weight 1 --scale 0:10 --name-fi V --name-sv V
runs 'an account' klash account add j1 --name 'Jaana Jäsen' --role juror --lang fi
runs 'a juror' klash round juror problems j1
refuses 'no pack before the round is open' 1 'open it first' klash blind pack problems -o named
runs 'open' klash round open problems --reason Testi
runs 'a pack by the codes of the submissions' klash blind pack problems -o named
gives 'with the same names' 'P-001-1.pdf P-001.txt index.txt' sh -c 'ls named | tr "\n" " " | sed "s/ $//"'
says 'and who applied' Vaasa cat named/P-001.txt
finish
