#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes C of SQL and data files at build time.
#   embed.sh queries-h FILE...   the enum of all named statements
#   embed.sh queries-c SCHEMA... FILE...   their texts, names and records, in the same order
#   embed.sh records FILE...     all tables of fields that stand in those C files
#   embed.sh schema CODES FILE...  the schema as one text, with a column_class row for each column;
#                                {METHOD} is the codes of that list in the header CODES, {METHOD or none} also
#                                the empty text
#   embed.sh data NAME FILE      a file's bytes as NAME, NUL-terminated
# A statement begins with a line "-- name: words_of_its_name record": whose columns it gives, or whose
# members it is given as :parameters (db/record.h); none if it gives one number, text or list of ids.
# A column's line in the schema ends in its class: "-- clear", "-- personal", "-- derived",
# "-- chain", "-- working" or "-- seal".
#
# In a statement, a table's plain columns stand for themselves:
#   {team.columns}          name, state, ...             {team.columns of t}     t.name, t.state, ...
#   {team.params}           :name, :state, ...
#   {team.set}              name = :name, ...            {team.set of x}         name = x.name, ...
# and any of them with "but COLUMN..." without those. Never among them are id, v and salt, which the
# file itself gives, and derived columns, which are computed: they are written out where they are
# meant. So a new plain column is in all of them by standing in the schema.
set -eu

what=$1
shift

literal='
function literal(line) {
	gsub(/\\/, "\\\\", line)
	gsub(/"/, "\\\"", line)
	gsub(/\?/, "\\?", line)
	return "\"" line "\\n\""
}'

columns='
function read_column() {
	if ($0 ~ /^CREATE TABLE /) tbl = $3
	if ($0 ~ /^\) STRICT/) tbl = ""
	if (tbl == "" || $0 !~ /^    [a-z][a-z0-9_]* / || $NF == "derived") return
	if ($1 != "id" && $1 != "v" && $1 != "salt") of[tbl] = of[tbl] " " $1
}
function refuse(what) {
	print FILENAME ": " what ": " $0 > "/dev/stderr"
	failed = 1
	exit 1
}
function one(how, column, alias) {
	if (how == "params") return ":" column
	if (how == "set") return column " = " (alias == "" ? ":" : alias ".") column
	return (alias == "" ? "" : alias ".") column
}
function list(asked,   word, n, part, all, i, but, alias, how, out) {
	n = split(asked, word, " ")
	split(word[1], part, ".")
	how = part[2]
	if (!(part[1] in of) || how !~ /^(columns|params|set)$/) refuse("no such table or list")
	i = 2
	if (word[2] == "of") { alias = word[3]; i = 4 }
	if (word[i] == "but") while (++i <= n) but[word[i]] = 1
	n = split(of[part[1]], all, " ")
	for (i = 1; i <= n; i++) {
		if (all[i] in but) { delete but[all[i]]; continue }
		out = out (out == "" ? "" : ", ") one(how, all[i], alias)
	}
	for (i in but) refuse("no column " i)
	return out
}
function expand(line) {
	while (match(line, /\{[^}]*\}/))
		line = substr(line, 1, RSTART - 1) list(substr(line, RSTART + 1, RLENGTH - 2)) \
			substr(line, RSTART + RLENGTH)
	return line
}'

case $what in
queries-h)
	printf '#pragma once\n#include <stdbool.h>\nstruct record;\n'
	echo 'enum query {'
	awk '/^-- name: / { print "\tQ_" toupper($3) "," }' "$@"
	printf '\tQ_COUNT\n};\nextern const char *const query_texts[Q_COUNT];\n'
	echo 'extern const char *const query_names[Q_COUNT];'
	echo 'extern const bool query_for_jurors[Q_COUNT]; /* those of juror.sql */'
	echo 'extern const struct record *const query_records[Q_COUNT]; /* NULL: none */'
	awk '/^-- name: / && NF > 3 && !seen[$4]++ {
		print "extern const struct record record_of_" $4 ";" }' "$@"
	;;
queries-c)
	echo '#include "queries.h"'
	echo '#pragma GCC diagnostic ignored "-Woverlength-strings"'
	echo 'const char *const query_texts[Q_COUNT] = {'
	awk "$literal$columns"'
		FILENAME ~ /\/schema\// { read_column(); next }
		/^-- name: / { if (open) print ","; print "\t[Q_" toupper($3) "] ="; open = 1; next }
		/^--/ || /^$/ { next }
		{ print "\t\t" literal(expand($0)) }
		END { if (open && !failed) print "," }' "$@"
	printf '};\nconst char *const query_names[Q_COUNT] = {\n'
	awk '/^-- name: / { print "\t[Q_" toupper($3) "] = \"" $3 "\"," }' "$@"
	printf '};\nconst bool query_for_jurors[Q_COUNT] = {\n'
	awk '/^-- name: / && FILENAME ~ /\/juror\.sql$/ { print "\t[Q_" toupper($3) "] = true," }' "$@"
	printf '};\nconst struct record *const query_records[Q_COUNT] = {\n'
	awk '/^-- name: / && NF > 3 { print "\t[Q_" toupper($3) "] = &record_of_" $4 "," }' "$@"
	echo '};'
	;;
records)
	echo '#include "db/record.h"'
	awk '/^const struct record record_of_/ { print "extern const struct record " $4 ";" }' "$@"
	echo 'const struct record *const all_records[] = {'
	awk '/^const struct record record_of_/ { print "\t&" $4 "," }' "$@"
	printf '\tNULL\n};\n'
	;;
schema)
	text=$(mktemp)
	trap 'rm -f "$text"' EXIT
	awk '
		FILENAME ~ /\.h$/ {
			if (match($0, /CODES_[A-Z_]+\(X\)/))
				list = substr($0, RSTART + 6, RLENGTH - 9)
			else if (match($0, /^\tX\([A-Z_]+, "[a-z_]+"/)) {
				split(substr($0, RSTART, RLENGTH), part, "\"")
				codes[list] = codes[list] (codes[list] == "" ? "" : ", ") "'\''" part[2] "'\''"
			}
			next
		}
		match($0, /\{[A-Z_]+( or none)?\}/) {
			list = substr($0, RSTART + 1, RLENGTH - 2)
			none = sub(/ or none/, "", list) ? "'\'''\'', " : ""
			if (codes[list] == "") {
				print "no list of codes: " FILENAME ": " $0 > "/dev/stderr"
				exit 1
			}
			$0 = substr($0, 1, RSTART - 1) "(" none codes[list] ")" substr($0, RSTART + RLENGTH)
		}
		/^CREATE TABLE / { tbl = $3 }
		/^\) STRICT/ { tbl = "" }
		# SQLite looks codes up in a table of its own, which it makes anew for each row that is
		# written, unless they are compared one by one.
		match($0, /CHECK \([a-z_]+ IN \(('\''[^'\'']*'\''|[0-9]+)(, ('\''[^'\'']*'\''|[0-9]+))+\)\)/) {
			before = substr($0, 1, RSTART - 1)
			after = substr($0, RSTART + RLENGTH)
			split(substr($0, RSTART, RLENGTH), part, / IN \(|\)\)$/)
			column = substr(part[1], length("CHECK (") + 1)
			gsub(/, /, " OR " column " = ", part[2])
			$0 = before "CHECK (" column " = " part[2] ")" after
		}
		tbl != "" && /^    [a-z][a-z0-9_]* / {
			if ($0 !~ /-- (clear|personal|derived|chain|working|seal)$/) {
				print "no class: " FILENAME ": " $0 > "/dev/stderr"
				exit 1
			}
			rows = rows "INSERT INTO column_class (tbl, col, class) VALUES ('\''" \
				tbl "'\'', '\''" $1 "'\'', '\''" $NF "'\'');\n"
			sub(/ *-- [a-z]+$/, "")
		}
		/^--/ || /^$/ { next }
		{ print }
		END { printf "%s", rows }' "$@" >"$text"
	echo '#include "db/schema.h"'
	echo '#pragma GCC diagnostic ignored "-Woverlength-strings"'
	echo 'const char schema_text[] ='
	awk "$literal"'{ print "\t" literal($0) }' "$text"
	echo ';'
	printf 'const char schema_digest[] = "%s";\n' "$(sha256sum <"$text" | cut -c1-64)"
	;;
data)
	name=$1
	echo "extern const char $name[];"
	echo "const char $name[] = {"
	od -An -v -tx1 "$2" | sed 's/ \([0-9a-f][0-9a-f]\)/(char)0x\1,/g'
	echo '0};'
	;;
esac
