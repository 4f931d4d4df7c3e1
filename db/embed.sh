#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes C of SQL and data files at build time.
#   embed.sh queries-h FILE...   the enum of all named statements
#   embed.sh queries-c FILE...   their texts and names, in the same order
#   embed.sh schema FILE...      the schema as one text, with a column_class row for each column
#   embed.sh data NAME FILE      a file's bytes as NAME, NUL-terminated
# A statement begins with a line "-- name: words_of_its_name"; a column's line ends in its class:
# "-- clear", "-- personal", "-- derived", "-- chain", "-- working" or "-- seal".
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

case $what in
queries-h)
	printf '#pragma once\n#include <stdbool.h>\n'
	echo 'enum query {'
	awk '/^-- name: / { print "\tQ_" toupper($3) "," }' "$@"
	printf '\tQ_COUNT\n};\nextern const char *const query_texts[Q_COUNT];\n'
	echo 'extern const char *const query_names[Q_COUNT];'
	echo 'extern const bool query_for_jurors[Q_COUNT]; /* those of juror.sql */'
	;;
queries-c)
	echo '#include "queries.h"'
	echo '#pragma GCC diagnostic ignored "-Woverlength-strings"'
	echo 'const char *const query_texts[Q_COUNT] = {'
	awk "$literal"'
		/^-- name: / { if (open) print ","; print "\t[Q_" toupper($3) "] ="; open = 1; next }
		/^--/ || /^$/ { next }
		{ print "\t\t" literal($0) }
		END { if (open) print "," }' "$@"
	printf '};\nconst char *const query_names[Q_COUNT] = {\n'
	awk '/^-- name: / { print "\t[Q_" toupper($3) "] = \"" $3 "\"," }' "$@"
	printf '};\nconst bool query_for_jurors[Q_COUNT] = {\n'
	awk '/^-- name: / && FILENAME ~ /\/juror\.sql$/ { print "\t[Q_" toupper($3) "] = true," }' "$@"
	echo '};'
	;;
schema)
	text=$(mktemp)
	trap 'rm -f "$text"' EXIT
	awk '
		/^CREATE TABLE / { tbl = $3 }
		/^\) STRICT/ { tbl = "" }
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
