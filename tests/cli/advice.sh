#!/bin/sh
# SPDX-License-Identifier: MIT
# What stands beside the order of a closed round: when, for whom, by which codes, in figures and in words.
. "$(dirname "$0")/tap.sh"

# --- A thin win: the demo's jury with four reviews of each still to come
runs 'the demo' klash demo
round=solutions-C-2
runs 'one of the office' klash account add toimi --name 'Toimi Toimisto' --role office --lang en
runs 'an auditor' klash account add tarkka --name 'Tarkka Tilintarkastaja' --role auditor --lang en
for what in robustness agreement advice; do
	refuses "no $what before the round is closed" 1 'not closed yet' klash --lang en $what $round
	refuses "no $what in preparation" 1 'solutions-C-9' klash --lang en $what solutions-C-9
done
code_of() { klash --as vaula rank $round --format json | json "next(r['alias'] for r in d['rows'] if r['title'] == '$1')"; }
firm=$(code_of 'Talkoot näkyviin')
thin=$(code_of 'Kylätalojen yhteinen kalenteri')
third=$(code_of 'Osallistuvan budjetin työkalu')
last=$(code_of 'Hjälp på kartan')
# All seven, so that it is the same in every demo.
cat >all.csv <<CSV
juror;submission;impact;innovativeness;scalability
maija;$firm;10;8;8
maija;$thin;9;7;8
kaarina;$firm;8;9;10
kaarina;$thin;8;9;8
exempla;$firm;9;9;10
exempla;$thin;7;9;8
helvi;$firm;9;7;6
helvi;$thin;7;8;8
oiva;$firm;9;6;7
oiva;$thin;8;8;8
tapio;$firm;8;7;6
tapio;$thin;7;8;8
niilo;$firm;9;8;7
niilo;$thin;8;9;9
CSV
for juror in maija kaarina exempla helvi oiva tapio niilo; do
	printf '%s\n' "$juror;$third;6;6;7" "$juror;$last;5;5;6" >>all.csv
done
runs 'all reviews' klash review import all.csv --round $round --declared Lomakkeet --over-juror --reason Testi
runs 'closed' klash round close $round --reason Testi

# --- Firmness
gives 'the fields scripts rely on' "['of', 'round', 'same', 'variants', 'weights', 'winner']" of 'sorted(d)' robustness $round
gives 'of a comparison' "['kind', 'left_out', 'selection_changes', 'winner']" of 'sorted(d["variants"][0])' robustness $round
gives 'the winner, by the code that the office may see' "$firm" of 'd["winner"]' --as toimi robustness $round
gives 'seven jurors, three criteria, three methods' "['criterion', 'juror', 'method'] 13 13" \
	of '" ".join(map(str, (sorted({v["kind"] for v in d["variants"]}), len(d["variants"]), d["of"])))' robustness $round
gives 'without whom another wins' "[('juror', 'exempla', '$thin'), ('criterion', 'impact', '$thin'), ('method', 'borda', '$thin')]" \
	of '[(v["kind"], v["left_out"], v["winner"]) for v in d["variants"] if v["winner"] != d["winner"]]' robustness $round
gives 'the same in all others' '10 13' of '" ".join(map(str, (d["same"], d["of"])))' robustness $round
gives 'how far a weight must move' "[('impact', '30.4'), ('innovativeness', '45.1'), ('scalability', '48.8')]" \
	of '[(w["criterion"], w["flips_at"]) for w in d["weights"]]' robustness $round
gives 'another method is what stands in the order' "$thin" of 'd["rows"][0]["code"]' rank $round --method borda
page() { klash --lang "$1" robustness $round | tr '\n' ' '; }
says 'in a sentence' 'Same winner in 10 of 13 comparisons; it changes if “Impact” weighs 30.4 % or less.' page en
says 'in Finnish' 'Sama voittaja: 10/13 vertailua; voittaja vaihtuu, jos perusteen ”Vaikuttavuus” paino on enintään 30,4 %.' page fi
says 'in Swedish' 'Samma vinnare: 10/13 jämförelser; vinnaren byts om vikten för ”Effekt” är högst 30,4 %.' page sv
says 'a line a comparison' "  ! Exempla Provberg        $thin       −0.05  ░░" klash --lang en robustness $round
says 'and one that stays' "  = Oiva Esimerkki          $firm       +0.27  ████████" klash --lang en robustness $round
says 'a line a weight' "Innovativeness          30 %  at 45.1 % or more: $thin" klash --lang en robustness $round
says 'whose it is' "For the office's own use" klash --lang en robustness $round
gives 'nothing is wider than a screen' True sh -c '"$KLASH" --lang fi robustness '$round' | python3 -c "import sys; print(max(len(l.rstrip(chr(10))) for l in sys.stdin) <= 77)"'
gives 'a row a comparison for a spreadsheet' 14 sh -c '"$KLASH" robustness '$round' --format csv --plain | wc -l'

# --- Who saw what
gives 'who is kind and who strict' "[('exempla', 4, '0.2536'), ('helvi', 4, '-0.2714')]" \
	of '[(j["juror"], j["reviews"], j["severity"]) for j in d["jurors"] if j["juror"] in ("exempla", "helvi")]' advice $round
gives 'each score, and on what they are divided' "('8.8000', 'scalability', '8.1714', 1)" \
	of '(d["submissions"][0]["scores"]["maija"], d["submissions"][0]["divided_on"], d["submissions"][0]["adjusted"], d["submissions"][0]["adjusted_rank"])' advice $round
says 'as a table' 'Each juror' klash --lang en advice $round
gives 'and for programs' "rank,code,score,spread,divided,divided_on,adjusted,adjusted_rank,maija" \
	sh -c '"$KLASH" advice '$round' --format csv --plain | head -1 | cut -d, -f1-9'

# --- Whose it is
for what in robustness agreement advice; do
	runs "$what for the office" klash --as toimi $what $round
	for who in vaula tarkka maija; do
		refuses "no $what for $who" 1 'Your role does not include this' klash --lang en --as $who $what $round
	done
done
gives 'no sender beside what the jury says' 0 sh -c '"$KLASH" --as toimi advice '$round' --format json | grep -c "S-00" || true'
gives 'kept nowhere: the log knows that the order was seen, once' 1 \
	of 'sum(r["what"] == "round.ranking_shown" and "solutions-C-2" in r["of"] for r in d)' log list

# --- Agreement, of a published table: six by four
export KLASH_DB="$work/table.db"
runs 'a file' klash init --name-fi Testi
for n in 1 2 3 4 5 6; do runs "problem $n" klash problem add --municipality "09$((n % 2))" --title "Ongelma $n" --description Kuvaus; done
for n in 1 2 3 4; do runs "juror $n" klash account add j$n --name "Jäsen $n" --role juror --lang fi; done
runs 'a round' klash round add problems --kind problems --min-reviews 4
runs 'its criterion' klash round criterion problems a --scale 0:10 --name-fi Arvo --name-sv Värde
runs 'its jurors' klash round juror problems j1 j2 j3 j4
runs 'opened' klash round open problems --reason Testi
python3 -c '
print("juror;submission;a")
for i, row in enumerate(("9258", "6132", "8468", "7126", "X569", "6247"), 1):
    for j, score in enumerate(row, 1):
        print(f"j{j};P-00{i};{score.replace(chr(88), str(10))}")' >table.csv
runs 'reviewed' klash review import table.csv --round problems --declared Lomakkeet
runs 'and closed' klash round close problems --reason Testi
gives 'the figures of Shrout and Fleiss' "{'n_submissions': 6, 'n_jurors': 4, 'alpha_interval': 0.1473, 'alpha_ordinal': 0.1091, 'icc_2_1': 0.2898, 'icc_2_k': 0.6201, 'kendall_w': 0.887}" \
	of d agreement problems
klash --lang en agreement problems >table
says 'how many come first' '6 submissions by 4 jurors' head -3 table
says 'each figure with what it is over' "Kendall's W                             0.8870            6            4" cat table
gives 'no verdict' 0 sh -c 'grep -ciE "good|poor|excellent|weak|strong|significant" table || true'
gives 'a row a figure for a spreadsheet' 6 sh -c '"$KLASH" agreement problems --format csv --plain | wc -l'
gives 'one juror less is one review less, not too few' "(7, 7, 'P-005', [])" \
	of '(d["same"], d["of"], d["winner"], d["weights"])' robustness problems
says 'a problem comes first, it does not win' 'The same one comes first in 7 of 7 comparisons.' klash --lang en robustness problems
# --- A round that closed without a review
klash --db empty.db demo --at mentoring >/dev/null
klash --db empty.db round add later --kind problems --min-reviews 1 >/dev/null
klash --db empty.db round criterion later a --weight 1 --scale 0:10 --name-fi A --name-sv A >/dev/null
klash --db empty.db round juror later maija --chair maija >/dev/null
klash --db empty.db round open later --reason koe >/dev/null
klash --db empty.db round close later --reason koe >/dev/null
says 'nothing to compare' 'ei ole mitään verrattavaa' klash --db empty.db --lang fi robustness later
says 'no figure, in whole words' 'ei määritelty ' klash --db empty.db --lang fi agreement later
gives 'null in JSON' 'True' of 'd["alpha_interval"] is None and d["kendall_w"] is None and d["n_jurors"] == 0' \
	--db empty.db agreement later
gives 'and an empty ranking notes nothing' 1 sh -c '"$KLASH" --db empty.db rank later | wc -l'

finish
