#!/bin/sh
# SPDX-License-Identifier: MIT
#
# agate (the reader under csvkit): Finnish dates with times become the day on which the program is run.
#
# The guess: a column "1.11.2018 14.05" is left as text by a program that does not know the form; at worst day and month
# change places, as csvkit's users have told (1.11.2018 is taken for 11 January).
# What happens depends on the figures:
# - 1.11.2018 14.05 and 2.11.2018 8.00 become today's date, whatever today is: the same file gives other dates tomorrow;
# - 31.12.2018 9.30 becomes the next 30 September, for 9.30 is read as a day of the year;
# - 5.11.2018 10.15 becomes 15 October 2018;
# - one 31.10.2018 14.05 in the column, which it can make nothing of, and all of the column stays text.
# So a table of submissions turns to dates or not by which days it has, and no warning is given. Nothing depends on the
# locale: csvkit's --locale fi_FI is for numbers only. With "klo 14.05" it stays text, with 14:05 it is 11 January.
#
# Versions: python3-agate 1.6.3-2, python3-parsedatetime 2.6-3 of Debian 12 and what they need there.
# Sources: https://github.com/wireservice/csvkit/issues/280 (month first) and
# https://github.com/wireservice/csvkit/issues/910 (text taken for dates); nothing about the day of the run was found.
# For whoever builds on it: name the types, or csvkit's --no-inference, for any table with Finnish times.
# For Klash: times in the files it writes for others are safest as 2018-11-01T14:05 or with "klo"; its import asks for
# none of these programs, but a table that went through csvkit may hold such dates: they are valid and wrong.
#
# Needs, on Debian 12, python3, apt-get and package lists (apt-get update needs root, this does not).
# Prints what it sees; exit status 1 if it is not as told here.
set -eu
tmp=$(mktemp -d "${TMPDIR:-/tmp}/finding.XXXXXX")
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
cd "$tmp"
apt-get download python3-agate=1.6.3-2 python3-parsedatetime=2.6-3 python3-babel=2.10.3-1 python-babel-localedata=2.10.3-1 \
    python3-isodate=0.6.1-1 python3-leather=0.3.4-2 python3-pytimeparse=1.1.5-3 python3-six=1.16.0-4 python3-slugify=4.0.0-2 \
    python3-text-unidecode=1.3-1 python3-tz=2022.7.1-4 >apt.log 2>&1 || { cat apt.log; exit 1; }
for package in *.deb; do dpkg -x "$package" "$tmp/debian"; done

cat >try.py <<'EOF2'
import datetime
import io
import agate
today = datetime.date.today().isoformat()
for column in (['1.11.2018 14.05'], ['2.11.2018 8.00', '5.11.2018 10.15'], ['31.12.2018 9.30'], ['1.11.2018'],
               ['1.11.2018 14.05', '31.10.2018 14.05'], ['1.11.2018 klo 14.05'], ['1.11.2018 14:05']):
    table = agate.Table.from_csv(io.StringIO('Aika\n' + '\n'.join(column) + '\n'), delimiter=';')
    read = []
    for given, value in zip(column, table.columns['Aika']):
        text = str(value)
        if ' 9.30' in given and text.endswith('-09-30') and text >= today:
            text = 'next 30 September'
        elif text == today:
            text = 'today'
        read.append(text)
    print(f"{', '.join(column)}: {type(table.column_types[0]).__name__} {', '.join(read)}")
EOF2
cat >expected <<'EOF2'
1.11.2018 14.05: Date today
2.11.2018 8.00, 5.11.2018 10.15: Date today, 2018-10-15
31.12.2018 9.30: Date next 30 September
1.11.2018: Date 2018-01-11
1.11.2018 14.05, 31.10.2018 14.05: Text 1.11.2018 14.05, 31.10.2018 14.05
1.11.2018 klo 14.05: Text 1.11.2018 klo 14.05
1.11.2018 14:05: DateTime 2018-01-11 14:05:00
EOF2
PYTHONPATH=debian/usr/lib/python3/dist-packages LC_ALL=C.UTF-8 /usr/bin/python3 try.py >seen
echo "python3-agate 1.6.3-2, python3-parsedatetime 2.6-3:"
cat seen
cmp -s seen expected || { echo 'Not as described:'; diff expected seen; exit 1; }
echo 'As described.'
