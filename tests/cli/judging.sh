#!/bin/sh
# SPDX-License-Identifier: MIT
# Judging as an office's scripts see it: help, three formats, fields, exits, and nothing half done.
. "$(dirname "$0")/tap.sh"

# --- Help: every command that is listed answers, in every language
nouns=$("$KLASH" --help | sed -n 's/^  \([a-z][a-z-]*\)  .*/\1/p')
silent=
for noun in $nouns; do
	klash "$noun" --help >help 2>err || silent="$silent $noun"
	for verb in $(sed -n "s/^klash $noun \([a-z-][a-z-]*\).*/\1/p" help); do
		klash "$noun" "$verb" --help 2>&1 | head -1 | grep -q "^klash $noun $verb" ||
			silent="$silent $noun-$verb"
	done
	for lang in fi sv; do
		klash --lang $lang "$noun" --help 2>&1 | cmp -s help - && silent="$silent $noun-$lang"
	done
done
gives 'every command explains itself, in three languages' '' echo $silent
for noun in round declaration conflict review rank decision challenge; do
	gives "$noun is listed" 1 sh -c "echo ' $(echo $nouns) ' | grep -c ' $noun '"
done
refuses 'an unknown noun' 2 'there is no command judge' klash judge
refuses 'an unknown verb' 2 'round has no judge' klash round judge
refuses 'an operand is missing' 2 'klash round show KEY' klash round show
refuses 'one too many' 2 'klash rank KEY' klash rank problems solutions
refuses 'an unknown option' 2 'klash rank KEY' klash rank problems --by name
refuses 'an unknown format' 2 'no form xml' klash rank problems --format xml
refuses 'without a file' 1 'There is no such file' klash round list

# --- A round
runs 'init' klash init --name-fi Testi
for n in 1 2 3 4; do
	if [ $n -eq 3 ]; then title='=SUM(1;2)'; else title="Ongelma $n"; fi
	runs "problem $n" klash problem add --municipality "09$((n % 2))" --title "$title" --description Kuvaus
done
for n in 1 2 3; do runs "juror j$n" klash account add j$n --name "Jäsen $n" --role juror --lang fi; done
runs 'a round' klash round add problems --kind problems --min-reviews 2 --quorum 2 --select 2:3 --ties b --closes 2018-11-15
refuses 'twice' 1 'already' klash round add problems --kind problems
refuses 'of no kind' 1 'Kind' klash round add other --kind ideas
refuses 'with a range upside down' 1 'Planned selections' klash round add other --kind problems --select 6:4
refuses 'by no method' 1 'Ranking method' klash round add other --kind problems --method sum
refuses 'closing on no day' 1 'Closes' klash round add other --kind problems --closes 31.2.2018
gives 'one round' 1 of 'len(d)' round list
runs 'criterion a' klash round criterion problems a --weight 0,1 --scale 0:10:0,25 --name-fi Arvo --name-sv Värde
runs 'criterion b' klash round criterion problems b --weight 0.2 --scale 0:10:0.25 --name-fi Hyöty --name-sv B
refuses 'no such scale' 1 'Scale' klash round criterion problems c --scale 10:0 --name-fi C --name-sv C
refuses 'no such weight' 1 'Weight' klash round criterion problems c --weight -1 --name-fi C --name-sv C
refuses 'in one language only' 1 'Swedish' klash round criterion problems c --name-fi C
runs 'a finer step' klash round criterion problems b --scale 0:10:0.125
runs 'and back' klash round criterion problems b --scale 0:10:0.25
gives 'only what an option names changes' 'Hyöty 0.2 0.25' \
	of '" ".join([d["rules"]["criteria"][1][k] if k != "name" else d["rules"]["criteria"][1][k]["fi"] for k in ("name", "weight", "step")])' round show problems
refuses 'a juror without an account' 1 'nobody' klash round juror problems j1 nobody
gives 'nobody was seated halfway' 0 of 'len(d)' round progress problems
runs 'jurors' klash round juror problems j1 j2 --chair j1 --substitute j3
gives 'the chair and the substitute' "[('j1', True, False), ('j2', False, False), ('j3', False, True)]" \
	of '[(m["juror"], m["chair"], m["substitute"]) for m in d]' round progress problems
klash round show problems --format json >rules.json
runs 'another round takes its rules' klash round add copy --kind problems
runs 'from a file' sh -c 'python3 -c "import json; print(json.dumps(json.load(open(\"rules.json\"))[\"rules\"]))" | "$KLASH" round define copy --json -'
gives 'and has them' True of "{k: v for k, v in d['rules'].items() if k != 'round'} == {k: v for k, v in json.load(open('rules.json'))['rules'].items() if k != 'round'}" round show copy
refuses 'no rules at all' 1 'JSON' sh -c 'echo "[]" | "$KLASH" round define copy --json -'
says 'locked with its hash' "The rules' hash: " klash round lock problems --notice 'Ilmoitus 7'
gives 'which anybody can compute' True of 'd["rules_hash"] == __import__("hashlib").sha256(json.dumps(d["rules"], sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()).hexdigest()' \
	round show problems
refuses 'locked is locked' 1 'locked' klash round edit problems --method median
runs 'a wording is corrected' klash round criterion problems b --name-sv Nytta --reason 'Kirjoitusvirhe'
runs 'opened' klash round open problems
refuses 'only once' 1 'in preparation' klash round open problems

# --- Declarations and reviews
refuses 'no such ground' 1 'Ground' klash declaration add problems j2 --conflict P-001=9 --source Lomake
refuses 'no such problem' 1 'P-009' klash declaration add problems j2 --conflict P-009=1 --source Lomake
refuses 'a declaration is somewhere' 1 'Source' klash declaration add problems j2
refuses 'not under another name' 1 '--as' klash --as root declaration add problems j2 --source Lomake
runs 'a conflict' klash declaration add problems j2 --conflict P-004=5 --source 'Lomake 2'
gives 'declared by one of three' '1 2' of '" ".join(str(sum((r["declared"] is not None) == x for r in d)) for x in (True, False))' \
	declaration list problems
gives 'the conflict with its ground' "[('j2', 'P-004', '5', 'declared', 'self')]" \
	of '[(r["juror"], r["submission"], r["ground"], r["state"], r["decided_by"]) for r in d]' conflict list problems
cat >sheet.csv <<'CSV'
juror;submission;a;b;notes;feedback;state
j1;P-001;3;1,5;Huomio;Palaute;
j1;P-002;2;2;;;
j1;P-003;9;9;;;
j1;P-004;1;1;;;draft
j2;P-001;3;1,5;;;
j2;P-002;2;2;;;
j2;P-003;9;9;;;
CSV
sed 's/j1;P-002;2;2/j1;P-002;2;20/; s/j2;P-003/j2;P-004/' sheet.csv >wrong.csv
refuses 'a wrong sheet, by row, line and column' 1 'row 3, line 3: b: A score is not on the scale' \
	klash review import wrong.csv --round problems --declared 'Lomakkeet'
refuses 'each of its faults' 1 'row 8, line 8: Juror: This juror is disqualified' \
	klash review import wrong.csv --round problems --declared 'Lomakkeet'
gives 'and nothing of it' 0 of 'd[0]["submitted"]' round list
says 'the right one' '7 added, 0 to be corrected, 0 duplicate, 0 held' \
	klash review import sheet.csv --round problems --declared 'Lomakkeet'
says 'twice adds nothing' '0 added, 0 to be corrected, 7 duplicate, 0 held' klash review import sheet.csv --round problems
gives 'one is a draft, one barred' "['barred', 'draft', 'submitted']" of 'sorted({r["state"] for r in d})' review list problems
gives 'scores as they were given' "{'a': '3', 'b': '1.5'}" of 'd[0]["scores"]' review list problems
gives 'typed in for the juror' "(True, 'sheet.csv')" of '(d[0]["entered_by"] != "", d[0]["source"])' review show problems P-001 j1
for lang in en fi sv; do
	klash --lang $lang review export problems --format csv >export.csv
	runs "what was exported can be imported ($lang)" klash --lang $lang review import export.csv --round problems
	gives 'and changes nothing' 1 of 'len(d)' review show problems P-001 j1
done
runs 'exported exactly' klash review export problems --format csv --plain -o exact.csv
says 'that too' '0 added, 0 to be corrected, 7 duplicate, 0 held' klash review import exact.csv --round problems
runs 'taken back' klash review take-back problems P-001 j1
refuses 'once' 1 'no submitted review' klash review take-back problems P-001 j1
says 'and submitted again' '1 added, 0 to be corrected, 6 duplicate' klash review import sheet.csv --round problems
gives 'with its history' "[(2, 'submitted'), (1, 'taken_back')]" of '[(r["revision"], r["state"]) for r in d]' review show problems P-001 j1
refuses 'of no juror' 1 'j9' klash review show problems P-001 j9

# --- The ranking in three formats
fields='{"rank", "code", "alias", "score", "median", "spread", "reviews", "enough", "tied"} <= set(d["rows"][0])'
runs 'closed although one is missing' klash round close problems --reason 'P-004 jäi kesken'
gives 'the fields scripts rely on' True of "$fields and set(d) == {'round', 'method', 'rows'}" rank problems
gives 'ranks' "[(1, 'P-003'), (2, 'P-001'), (2, 'P-002'), (None, 'P-004')]" of '[(r["rank"], r["code"]) for r in d["rows"]]' rank problems
gives 'exact values as text' "['9.0000', '2.0000', '2.0000', None]" of '[r["score"] for r in d["rows"]]' rank problems
gives 'by another method it says so' 'median' of 'd["method"]' rank problems --method median
refuses 'by none' 1 'Ranking method' klash rank problems --method sum
klash rank problems >table
gives 'a table has its columns under each other' 1 \
	python3 -c 'import sys; t = open("table").read().split("\n\n")[0].splitlines(); print(len({l.index("P-") for l in t[1:]} | {t[0].index("Code")}))'
gives 'and no escape codes' 0 sh -c 'tr -dc "\033" <table | wc -c'
klash --lang fi rank problems --format csv >rank.csv
gives 'csv for Excel: a mark, semicolons, decimal commas' 'efbbbf True True' \
	python3 -c 'b = open("rank.csv", "rb").read(); print(b[:3].hex(), b";P-003;" in b, b";9,0000;" in b)'
(umask 022; klash rank problems --format csv --plain -o plain.csv)
gives 'plain csv is exact' 'rank,code,title,score,median,spread,reviews,tied 1,P-003,=SUM(1;2),9.0000,9.0000,0.0000,2,false' \
	python3 -c 'print(*open("plain.csv", newline="").read().split("\r\n")[:2])'
gives 'readable by its maker only' 600 stat -c %a plain.csv
refuses 'never overwritten' 1 'already' klash rank problems --format csv -o plain.csv
gives 'a title that is a formula is made harmless' 1 sh -c "grep -c \"'=SUM(1;2)\" rank.csv"
gives 'but not in plain csv' 0 sh -c "grep -c \"'=SUM(1;2)\" plain.csv || true"
refuses 'seen: it stays closed' 1 'looked at' klash round reopen problems --reason Uudestaan

# --- The decision
gives 'its code is printed' D-1 klash decision add problems --date 2018-11-20 --place Helsinki --lang fi
refuses 'a submission there is not' 1 'P-009' klash decision item D-1 P-003 P-009 --outcome select --reason-fi Hyvä
gives 'nothing was written halfway' 4 of 'd["check"]["undecided"]' decision show D-1
refuses 'somebody who is no juror' 1 'nobody' klash decision present D-1 absent j1 nobody
runs 'two are selected' klash decision item D-1 P-003 P-001 --outcome select --reason-fi Hyvä --reason-sv Bra
runs 'the rest are not' klash decision item D-1 --rest --outcome not_selected --reason-fi 'Ei nyt'
refuses 'it divides a shared rank' 1 'share a rank' klash decision sign D-1
gives 'which show says too' True of 'd["check"]["blocked_by"].startswith("The selection divides")' decision show D-1
runs 'decided by a vote' klash decision edit D-1 --tie-reason 'Äänestys 2-1'
runs 'one was away' klash decision present D-1 absent j1
refuses 'then the quorum is not met' 1 'quorum' klash decision sign D-1
runs 'by line' klash decision present D-1 remote j1
refuses 'one reason for several is confirmed' 1 'Several have the same reason' klash decision sign D-1
says 'which is told' 'Same reason for 2 (P-002, P-004): Ei nyt' sh -c '"$KLASH" decision sign D-1 2>&1 || true'
refuses 'for so many as have it' 1 'another number' klash decision same D-1 2
runs 'then it is' klash decision same D-1 4
gives 'missing translations are told, and do not block' '2 reasons are not in both Finnish and Swedish' \
	sh -c '"$KLASH" decision sign D-1 2>&1 >signed | cut -d";" -f1'
gives 'its outcomes' "[('P-001', 'selected'), ('P-002', 'not_selected'), ('P-003', 'selected'), ('P-004', 'not_selected')]" \
	of '[(i["code"], i["outcome"]) for i in d["items"]]' decision show D-1
gives 'the day and the state' '2018-11-20 signed fi' of 'd["date"] + " " + d["state"] + " " + d["language"]' decision show D-1
says 'show as a table' 'selected' klash decision show D-1
gives 'show as csv has a row an item' 5 sh -c '"$KLASH" decision show D-1 --format csv | wc -l'
gives 'the problems have their states' "['selected', 'not_selected', 'selected', 'not_selected']" of '[r["state"] for r in d]' problem list
gives 'a correction is another' D-2 klash decision correct D-1 --kind clerical --reason 'Väärä perustelu'
gives 'of it' "['D-1 signed', 'D-2 draft']" of '[r["code"] + " " + r["state"] for r in d]' decision list
refuses 'no decision' 1 'D-9' klash decision show D-9
gives 'a challenge' C-1 klash challenge add --problem P-003 --title-fi Haaste --title-sv Utmaning
gives 'the fields scripts rely on' "C-1 Haaste Utmaning 091 P-003 0" \
	of '" ".join(str(x) for x in (d[0]["code"], d[0]["title"]["fi"], d[0]["title"]["sv"], d[0]["pilot"], d[0]["problem"], d[0]["teams"]))' challenge list

# --- Lists of every noun, in three forms
for noun in $nouns; do
	usage=$("$KLASH" "$noun" --help | sed -n "s/^klash $noun list\( .*\)*$/list\1/p")
	case $usage in '') continue ;; list\ KEY*) set -- "$noun" list problems ;; list\ CODE*) set -- "$noun" list P-001 ;; *) set -- "$noun" list ;; esac
	runs "$* as a table" klash "$@"
	runs "$* as csv" klash "$@" --format csv
	gives "$* as json" True of 'isinstance(d, list)' "$@"
done

# --- Who may not
for what in 'round list' 'round show problems' 'round progress problems' 'declaration list problems' 'conflict list' \
	'review list problems' 'review show problems P-001 j1' 'review export problems' 'rank problems' 'decision list' \
	'decision show D-1' 'challenge list' 'problem list' 'log list'; do
	# shellcheck disable=SC2086
	refuses "a juror has no $what" 1 'Your role does not include this' klash --lang en --as j1 $what
done
runs 'the file verifies' klash verify
runs 'and checks' klash check

# --- A review that comes after the closing time is marked
export KLASH_DB="$work/late.db"
runs 'another file' klash init --name-fi Testi
runs 'a problem' klash problem add --municipality 091 --title Ongelma --description Kuvaus
runs 'its juror' klash account add j1 --name 'Juuri Yksi' --role juror --lang fi
for round in past open; do
	closes=; [ $round = open ] || closes='--closes 2020-01-01'
	# shellcheck disable=SC2086
	runs "round $round" klash round add $round --kind problems --min-reviews 1 $closes
	runs "criterion of $round" klash round criterion $round a --scale 0:10 --name-fi A --name-sv A
	runs "juror of $round" klash round juror $round j1
	runs "$round opens" klash round open $round --reason Testi
	printf 'juror;submission;a\nj1;P-001;5\n' >review.csv
	runs "reviewed in $round" klash review import review.csv --round $round --declared Lomakkeet
done
gives 'late' '[True]' of '[r["late"] for r in d]' review list past
gives 'in time' '[False]' of '[r["late"] for r in d]' review list open
finish
