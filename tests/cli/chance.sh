#!/bin/sh
# SPDX-License-Identifier: MIT
# What chance decides, and what stands of a review: dealing, lots, receipts, as scripts see them.
. "$(dirname "$0")/tap.sh"

runs 'init' klash init --name-fi Testi
for n in 1 2 3 4; do
	runs "problem $n" klash problem add --municipality "09$((n % 2))" --title "Ongelma $n" --description Kuvaus
	runs "juror j$n" klash account add j$n --name "Jäsen $n" --role juror --lang fi
done

# --- Dealing
runs 'a round' klash round add dealt --kind problems
runs 'its criterion' klash round criterion dealt a --name-fi A --name-sv A
runs 'its panel' klash round juror dealt j1 j2 j3 j4
runs 'two are barred' sh -c 'for j in j1 j2; do "$KLASH" declaration add dealt $j --conflict P-002=1 --source Lomake; done'
refuses 'too many' 1 'P-002 has 2 of 3: Jäsen 1 and Jäsen 2 are barred. Add a juror or set 2.' klash round assign dealt --per-submission 3
refuses 'in Finnish' 1 'P-002 saa 2 arviota, kun tarvitaan 3: Jäsen 1 ja Jäsen 2 ovat esteellisiä. Lisää jäsen tai aseta määräksi 2.' \
	klash --lang fi round assign dealt --per-submission 3
refuses 'in Swedish' 1 'P-002 får 2 bedömningar när 3 behövs: Jäsen 1 och Jäsen 2 är jäviga. Lägg till en medlem eller ange 2.' \
	klash --lang sv round assign dealt --per-submission 3
gives 'nothing was changed' '0 None' of '" ".join(str(d[k]) for k in ("per_submission", "seed"))' round show dealt
says 'two each' 'The seed: 4711' klash round assign dealt --per-submission 2 --seed 4711
gives 'written down' '2 4711' of '" ".join(str(d[k]) for k in ("per_submission", "seed"))' round show dealt
runs 'the others declare' sh -c 'for j in j3 j4; do "$KLASH" declaration add dealt $j --source Lomake; done'
runs 'opened' klash round open dealt
gives 'evenly, without conflicts' '8 [2, 2, 2, 2] True' \
	of '" ".join(map(str, (len(d), sorted(sum(r["juror"] == j for r in d) for j in ("j1", "j2", "j3", "j4")), not any(r["submission"] == "P-002" and r["juror"] in ("j1", "j2") for r in d))))' review list dealt
refuses 'by that seed only' 1 'written down before' klash round assign dealt --seed 5

# --- A lot
runs 'a round with a lot' klash round add problems --kind problems --select 1:1 --ties a,lot
runs 'its criterion' klash round criterion problems a --name-fi Arvo --name-sv Värde
runs 'its juror' klash round juror problems j1
runs 'locked' klash round lock problems --notice '123, 15.1.2019'
runs 'opened too' klash round open problems
runs 'declared' klash declaration add problems j1 --source Lomake
printf 'juror;submission;a\nj1;P-001;5\nj1;P-002;7\nj1;P-003;7\nj1;P-004;3\n' >reviews.csv
runs 'reviewed' klash review import reviews.csv --round problems
refuses 'not yet' 1 'once the round is closed' klash round lot problems
runs 'closed' klash round close problems
says 'by which notice' 'Rules locked by notice: 123, 15.1.2019' klash rank problems
says 'step by step' 'P-002: Arvo: 7.0000 against P-003 7.0000.' klash rank problems
says 'what is left' 'Still equal across the selection line: a lot is to be drawn.' klash rank problems
gives 'JSON as it was' "['alias', 'code', 'enough', 'median', 'rank', 'reviews', 'score', 'spread', 'tied', 'title']" of 'sorted(d["rows"][0])' rank problems
says 'drawn' 'Drawn. The seed:' klash round lot problems
refuses 'once' 1 'never drawn again' klash round lot problems
says 'and told' 'Drawn by lot on' klash rank problems
gives 'ranks' '[1, 2, 3, 4]' of '[r["rank"] for r in d["rows"]]' rank problems
runs 'bundled' klash bundle problems -o lot.jsonl
says 'and drawn again by an outsider' 'step 2, by lot' python3 "$DATA/../../verifier/verify.py" --lang en lot.jsonl
sed 's/"value":\([0-9]*\)[0-9]}/"value":\1}/' lot.jsonl >edited.jsonl
refuses 'no lot in the rule' 1 'knows no lot' klash round lot dealt

# --- Receipts
gives 'one a review, without names' "[4, ['receipt', 'state'], ['stands']]" \
	of '[len(d), sorted(d[0]), sorted({r["state"] for r in d})]' review receipts problems
receipt=$(of 'd[0]["receipt"]' review receipts problems)
gives 'looked up' "$receipt stands P" of 'd["receipt"] + " " + d["state"] + " " + d["submission"][0]' \
	review receipts problems "$(echo "$receipt" | cut -c1-12)"
says 'in words' 'stands' klash review receipts problems "$receipt"
refuses 'one there is not' 1 'No review of this round has that receipt' klash review receipts dealt "$receipt"
refuses 'too short' 1 'first eight' klash review receipts problems "$(echo "$receipt" | cut -c1-7)"

finish
