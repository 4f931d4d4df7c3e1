#!/bin/sh
# SPDX-License-Identifier: MIT
# Documents: the same as text and as a web page, which is checked by a parser that is not ours.
. "$(dirname "$0")/tap.sh"
page="$(cd "$(dirname "$0")" && pwd)/page.py"

export LANGUAGE=en
# keep NAME COMMAND...: what it prints, kept in a file.
keep() { name=$1; shift; "$KLASH" "$@" >"$name"; }

runs 'init' klash init --name-fi 'Testi <b>kilpailu</b>'
runs 'hostile problem' klash problem add --municipality 091 --title '<script>alert("x")</script>' \
	--description "Eka \"kappale\" & 'lainaus' <img src=x onerror=alert(1)>

Toka kappale </article></html>
rivi" --language fi
runs 'problem in Swedish' klash problem add --municipality 092 --title 'Ett problem' --description 'På svenska' --language sv
runs 'juror' klash account add aapo --name 'Aapo "A" <Arvioija>' --role juror --lang fi
runs 'juror in Swedish' klash account add saga --name 'Saga Svensk' --role juror --lang sv
runs 'round' klash round add problems --kind problems --min-reviews 1 --quorum 2
runs 'criterion' klash round criterion problems a --weight 40 --scale 0:10:0.5 --name-fi 'Arvo <i>' --name-sv Värde --name-en Value
runs 'panel' klash round juror problems aapo saga --chair aapo
runs 'open' klash round open problems --reason Testi

# --- Score sheets
for state in 'before the declaration' 'after it'; do
	keep one.html review sheet problems aapo --format html
	keep all.html review sheet problems --format html
	gives "a sheet is a page, $state" good python3 "$page" one.html
	gives "all of them are one page, $state" good python3 "$page" all.html
	gives "each in its language, $state" 'fi sv' sh -c 'grep -o "<article lang=\"..\"" all.html | cut -d\" -f2 | xargs'
	gives "nothing of it runs, $state" 0 sh -c 'grep -c "<script\|<img" one.html || true'
	[ "$state" = 'after it' ] || for who in aapo saga; do
		runs "$who declares" klash declaration add problems $who --source 'Lomake'
	done
done
says 'a title is text' '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;' cat one.html
gives 'paragraphs as they were written, their language on them' 1 sh -c \
	'grep -c "<p class=\"close in1\" lang=\"fi\">Toka kappale &lt;/article&gt;&lt;/html&gt;<br>rivi</p>" one.html'
gives 'what is Swedish says so in a Finnish sheet' 2 sh -c 'grep -c "lang=\"sv\">.*\(Ett problem\|På svenska\)" one.html'
says 'as text by its name' 'Arviointilomake' klash document make sheet problems

# --- Invitations
runs 'the way in' klash account invite aapo --host klash.example --port 443 --contact 'Aino <Malli>' --host-key SHA256:abc -o aapo.txt
for lang in fi sv en; do
	keep aapo.html account invite aapo --lang $lang --host-key SHA256:abc --format html
	gives "an invitation is a page in $lang" good python3 "$page" aapo.html
	says "PuTTY's own words are English in $lang" '<dt lang="en">Session, Host Name</dt>' cat aapo.html
	says "its session is there line for line in $lang" '&quot;PortNumber&quot;=dword:000001bb' cat aapo.html
done
runs 'the ending of the name says the form' klash account invite aapo --host-key SHA256:abc -o by-name.html
gives 'it is a page' good python3 "$page" by-name.html
runs 'a form that was named goes before it' klash account invite aapo --host-key SHA256:abc --format text -o text.html
gives 'it is text' 'Kirjautumisohje: Testi <b>kilpailu</b>' head -1 text.html

# --- All documents by name
gives 'there are' 'minutes decision statement names instruction letter ranking feedback sheet award-report negotiation contract day-sheet situation closing-report invitation' of '" ".join(d["document"] for d in d)' document list
says 'by name' '<article lang="sv">' klash document make sheet problems --format html
refuses 'none of that name' 1 'letterx' klash document make letterx problems
refuses 'nothing of that code' 1 'nowhere' klash document make sheet nowhere
refuses 'no such language' 1 'Language' klash document make sheet problems --lang xx
for form in json csv docx ''; do
	refuses "no document as '$form'" 2 'one of text|html|pdf|odt' klash account invite aapo --format "$form"
	[ "$form" = csv ] || refuses "no sheet as '$form'" 2 'one of text|html|pdf|odt|csv' klash review sheet problems aapo --format "$form"
done
refuses 'no list as a page' 2 'no form html' klash problem list --format html
says 'help knows the forms' 'text|html|pdf|odt|csv' klash review sheet --help
says 'the log tells of them' 'review.sheet' sh -c '"$KLASH" log list --format json'
runs 'an auditor' klash account add audi --name 'Audi Tori' --role auditor --lang en
refuses 'who may not invite may not by that name' 1 'role' klash --as audi document make invitation aapo
finish
