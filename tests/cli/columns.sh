#!/bin/sh
# SPDX-License-Identifier: MIT
# Lists by their columns: every one in every form, chosen and ordered by name; contacts only where they are
# asked for, and never without a trace.
. "$(dirname "$0")/tap.sh"

runs 'a competition' klash demo --at end
head_of() { "$KLASH" "$@" 2>/dev/null | head -1 | tr -d '\r'; }
known() { # the names of a list's columns, as the error has them
	"$KLASH" "$@" --columns '?' 2>&1 >/dev/null | sed 's/.*columns are \([^)]*\)).*/\1/; s/, /,/g'
}

# --- Every list, every form, every column
lists='account list
adoption list
attachment list A-001
budget list
negotiation list
contract list
payment list
challenge list
complaint list
log list
declaration list problems
session list
mentor list
question list
partner list
figure list
range list
problem list
application list
solution list
municipality list
phase list
note list
decision list
statement list
decision served D-1
review list problems
review receipts problems
import list
organization list
person list
round list
round progress problems
conflict list
key list
team list
confirm list
disclosure list'
echo "$lists" | while read -r list; do
	names=$(known $list)
	for form in table csv json; do
		"$KLASH" $list --format $form --columns "$names" >out 2>err || { echo "$list $form"; cat err; }
	done
	[ "$(head_of $list --plain --columns "$names")" = "$names" ] || echo "$list: other columns than $names"
done >faults
gives 'every list in every form with all it has' '' cat faults

# --- Applications, for who works in a spreadsheet
gives 'team, challenge and members without asking' \
	'code,team,challenge,applicant,title,members,theme,state,late,received' head_of application list --plain
gives 'contacts by name' 'code,contact,contact_email,contact_phone' \
	head_of application list --plain --columns 'code,contact_*'
gives 'in the order they are named' 'contact_phone,code' head_of application list --plain --columns contact_phone,code
refuses 'a column there is not' 1 'code, name, challenge' klash team list --columns nimi
refuses 'a form there is not' 2 'one of table|csv|json' klash team list --format text
refuses 'nor another' 2 'no form xml' klash team list --format xml
gives 'no contacts in a list by itself' '[]' \
	of '[k for r in d for k in r if k in ("email", "phone") or k.startswith("contact")]' person list
gives 'nor of the accounts' "['login', 'name', 'role', 'language', 'state']" of 'list(d[0])' account list
gives 'one record has all of it' True of '"contact_phone" in d' application show A-001

# --- What says more than a list: everything for a program, one list for a spreadsheet, all of it for people
lines_of() { "$KLASH" "$@" 2>/dev/null | wc -l | tr -d ' '; }
gives 'whether all is in order' "['ok', 'rows', 'head', 'first_broken', 'clock_waits', 'contradictions']" of 'list(d)' check
gives 'in one row for a spreadsheet' 2 lines_of check --format csv
gives 'where it stands' 'phase,state,opens,closes' head_of status --plain
gives 'and nothing else' "$(lines_of phase list --format csv)" lines_of status --format csv
gives 'a limit' limit head_of confirm limit --plain
says 'a number below zero in the language of its reader' ' -0,' klash --lang fi advice problems
gives 'a range' 4:6 sh -c '"$KLASH" round list --plain --columns select | sed -n 2p | tr -d "\r"'
gives 'the same for a program' '[4, 6]' of 'd[0]["select"]' round list
says 'the columns of a ranking too' 'rank,enough' klash rank problems --plain --columns rank,enough
says 'what a session was, by the columns asked for' 'Code' klash session show M-1 --columns code

# --- Each is a disclosure, written down first
before=$(of 'len(d)' disclosure list)
runs 'contacts of people' klash person list --columns name,email -o people.csv
gives 'who took what of whom' "('person', 'email', '')" \
	of '(d[0]["list"], d[0]["data"], d[0]["filter"])' disclosure list
with=$(of 'sum(1 for p in d if p["email"])' person list --columns email)
gives 'how many' "$with" of 'd[0]["persons"]' disclosure list
runs 'narrowed' klash application list --state selected --columns contact
gives 'by what' '--state selected' of 'd[0]["filter"]' disclosure list
gives 'two more, and the one that asked' "$((before + 3))" of 'len(d)' disclosure list
says 'the log tells it' 'took contact data out of a list' klash log list
runs 'without contacts' klash person list --columns name
gives 'is none' "$((before + 3))" of 'len(d)' disclosure list
refuses 'a file that is there stays' 1 'already there' klash person list --columns email -o people.csv
gives 'and nothing is said to have left' "$((before + 3))" of 'len(d)' disclosure list
runs 'an outsider gets a bundle' klash bundle problems -o bundle.jsonl
gives 'which is one too' "('bundle', 'problems')" of '(d[0]["list"], d[0]["filter"])' disclosure list
runs 'the file stays whole' klash verify

# What cannot be written down does not leave.
before=$(of 'len(d)' disclosure list)
chmod 440 k.db
refuses 'a file that can only be read gives no contacts' 1 'mode' klash person list --columns email -o more.csv
runs 'and makes no file' test ! -e more.csv
runs 'the rest of the list it gives' klash person list --columns name
chmod 600 k.db
gives 'nothing was recorded' "$before" of 'len(d)' disclosure list

# What could not be written did not leave.
before=$(of 'len(d)' disclosure list)
refuses 'no folder, no file' 1 'Directory: nothing found' klash person list --columns email -o none/people.csv
mkdir -m 700 small
if [ "$(id -u)" -eq 0 ] && mount -t tmpfs -o size=8k,mode=700 tmpfs small 2>err; then
	trap 'umount "$work/small" 2>/dev/null; rm -rf "$work"' EXIT
	dd if=/dev/zero of=small/fill bs=1k >/dev/null 2>&1
	refuses 'contacts on a full disk' 1 'The disk is full' \
		klash person list --columns name,email -o small/people.csv
	gives 'are no file' 'fill' ls small
	umount small
fi
gives 'nor said to have left' "$before" of 'len(d)' disclosure list

# --- What somebody sent
runs 'a hostile name' klash person add --name '=HYPERLINK("http://x.example")' --email h@x.example
says 'is no formula in a spreadsheet' "'=HYPERLINK" klash person list --format csv --columns name
says 'and exact for a program' '"=HYPERLINK(""http://x.example"")"' klash person list --plain --columns name
finish
