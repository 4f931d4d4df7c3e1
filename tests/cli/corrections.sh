#!/bin/sh
# SPDX-License-Identifier: MIT
# What is corrected in the course of a year by command: the competition's name and kind of organizer, milestones, notes, teams, people and
# their roles, organizations, a panel before it begins.
. "$(dirname "$0")/tap.sh"

runs 'init' klash init --name-fi 'Klash 2018–2020'
runs 'another name' klash competition rename --name-sv 'Klash på svenska'
gives 'one alone' 'Klash 2018–2020 / Klash på svenska' of 'd["name"]["fi"] + " / " + d["name"]["sv"]' competition show
gives 'an association unless something else is said' association of 'd["profile"]' competition show
refuses 'another kind of organizer needs its reason' 1 'Reason' klash competition profile authority
refuses 'of those there are' 1 'authority, association, company' klash competition profile city --reason x
runs 'with one' klash competition profile authority --reason 'The city organizes it.'
gives 'it is that' authority of 'd["profile"]' competition show
refuses 'and is it already' 1 'already' klash competition profile authority --reason x
gives 'and why stands beside it' 'association authority The city organizes it.' of \
	'" ".join([d["changes"][0][k] for k in ("before", "profile", "reason")])' competition show
runs 'a milestone' klash milestone add problems --name-fi Julkistus --name-sv Lansering --date 8.2018
refuses 'in both languages' 1 'Swedish' klash milestone add problems --name-fi Julkistus --date 8.2018
number=$(of 'next(r["id"] for r in d if r["names"]["fi"] == "Julkistus")' milestone list)
refuses 'planned anew with a reason' 1 'Reason' klash milestone plan "$number" --date 9.2018
runs 'with one' klash milestone plan "$number" --date 9.2018 --reason Siirtyi
refuses 'a month is not nothing' 1 'Date' klash milestone reached "$number"
runs 'reached' klash milestone reached "$number" --date 14.9.2018
gives 'on the day' '2018-09 2018-09-14' of \
	'next(r["planned"] + " " + r["reached"] for r in d if r["names"]["fi"] == "Julkistus")' milestone list
refuses 'the opening is reached by opening' 1 'opening and closing' klash milestone reached 1 --date 14.9.2018
runs 'an organization' klash organization add --name-fi 'Malliyritys Oy' --kind company
runs 'its name' klash organization edit 'Malliyritys Oy' --name-fi 'Malliyhtiö Oy' --name-sv 'Modellbolaget Ab'
gives 'is another' 'Malliyhtiö Oy company' of 'd["name_fi"] + " " + d["kind"]' organization show 'Malliyhtiö Oy'
runs 'a person' klash person add --name 'Maija Malli'
runs 'a spelling' klash person alias 'Maija Malli' 'M. Malli'
runs 'a role' klash person role 'Maija Malli' --kind mentor
runs 'another' klash person role 'Maija Malli' --kind expert
refuses 'which one' 1 'several roles' klash person role-end 'Maija Malli' --to 2030-01-01
refuses 'on which day' 1 'Valid to' klash person role-end 'Maija Malli' --kind mentor
runs 'that one' klash person role-end 'Maija Malli' --kind mentor --to 2030-01-01
refuses 'none of that kind' 1 'no such role' klash person role-end 'Maija Malli' --kind juror --to 2030-01-01
runs 'a problem' klash problem add --municipality Akaa --title Yksi --description x
runs 'a note' klash note add P-001 --text 'Soittaa maananataina'
runs 'its text' klash note edit 1 --text 'Soittaa maanantaina' --due 2030-01-01
gives 'is another' 'Soittaa maanantaina 2030-01-01' of 'd[0]["text"] + " " + d[0]["due"]' note list
runs 'an account' klash account add tuomari --name 'Oiva Onni' --role juror --lang fi
runs 'a round' klash round add problems --kind problems
runs 'on the panel' klash round juror problems tuomari
runs 'and off it' klash round unseat problems tuomari
refuses 'once' 1 'tuomari' klash round unseat problems tuomari
says 'the file verifies' 'Intact' klash verify
finish
