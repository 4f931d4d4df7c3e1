#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""No screen of the office leans on another: a screen's file gives rows of the table of places and nothing else, only
the table names the rows, and no more than five files lean on each other. Usage: places.py ARCHIVE-OF-UI"""
import collections
import re
import subprocess
import sys

from tap import case, end

# What a screen is made with, and the files that make one for the rows.
MAKERS = ('screen_new', 'record_new', 'place_list_new')
MAKING = ('office_record', 'office_place', 'office_place_list')
TABLE = 'office_places'
CIRCLE_MAX = 5


def symbols(archive):
    """What each object of the office defines for others, which of that are rows, and what it needs."""
    defined, rows, needed = (collections.defaultdict(set) for _ in range(3))
    listing = subprocess.run(['nm', '-A', archive], check=True, capture_output=True, text=True).stdout
    for line in listing.splitlines():
        match = re.match(r'.*[:/\[](office_[^:/\[\]]*)\.c\.o\]?:[0-9a-f ]*\s([A-Z]) (\w+)$', line)
        if match and match[2] == 'U':
            needed[match[1]].add(match[3])
        elif match and not match[3].startswith('__'):  # that is what a sanitizer adds
            defined[match[1]].add(match[3])
            if match[2] != 'T' and match[3].endswith('_place'):
                rows[match[1]].add(match[3])
    return defined, rows, needed


def arrows(defined, needed):
    home = {name: file for file, names in defined.items() for name in names}
    return {file: {home[name] for name in names if home.get(name, file) != file} for file, names in needed.items()}


def circles(leans):
    """Sets of files that lean on each other, by who is reached from whom."""
    def reached(start):
        seen, left = set(), [start]
        while left:
            for file in leans.get(left.pop(), ()):
                if file not in seen:
                    seen.add(file)
                    left.append(file)
        return seen
    far = {file: reached(file) for file in leans}
    return {frozenset(other for other in far[file] if file in far.get(other, ())) for file in leans if file in far[file]}


def main():
    defined, screens, needed = symbols(sys.argv[1])
    rows = {name for names in screens.values() for name in names}
    case('there are places', [] if len(screens) > 20 else ['the names of the objects cannot be read'])
    case('a screen gives its rows and nothing else',
         [f'{file} gives {name}' for file in sorted(screens) for name in sorted(defined[file] - screens[file])])
    case('what makes a screen is a row',
         [f'{file} makes a screen and has no row' for file, names in sorted(needed.items())
          if names & set(MAKERS) and file not in screens and file not in MAKING])
    case('only the table names the rows',
         [f'{file} names {name}' for file, names in sorted(needed.items()) if file != TABLE for name in sorted(names & rows)])
    case('every row is in the table', [name for name in sorted(rows - needed[TABLE])])
    leans = arrows(defined, needed)
    case(f'no more than {CIRCLE_MAX} files lean on each other',
         [', '.join(sorted(circle)) for circle in circles(leans) if len(circle) > CIRCLE_MAX])
    sys.exit(end())


main()
