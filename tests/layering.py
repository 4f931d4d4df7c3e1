#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What may lean on what: ui on src, src on db, never back; SQLite stays in db and curses in ui; words are
translated at the edges; no state outside of what is passed in. By the names in what was compiled: no call upward
from floor to floor, and no circle in which nobody can be read alone. Usage: layering.py SOURCE BUILD"""
import collections
import os
import re
import subprocess
import sys

from tap import case, end

# Files of src/ outside cli/, documents/ and publish/ that make sentences for people, and which.
WORDED = {
    'src/base/i18n.c': 'languages themselves',
    'src/base/i18n.h': 'languages themselves',
    'src/base/text.c': 'errors, dates, numbers',
    'src/base/text_join.c': 'lists of names',
    'src/base/money.c': 'amounts of money',
    'src/base/words.c': 'codes',
    'src/judging/correcting.c': 'what a decision corrects',
    'src/judging/sheet_labels.c': 'the labels of a score sheet',
    'src/judging/shortage.c': 'what cannot be dealt',
    'src/judging/round_name.c': 'what a round is called',
    'src/judging/tie_words.c': 'how a tie was decided',
    'src/judging/regime_choice.c': 'which regime is offered, and why',
    'src/judging/reason_text.c': 'what the figures say of an entrant, in each language',
    'src/desk/course.c': 'what comes next',
    'src/desk/desk.c': 'what waits to be done',
    'src/ground/kind.c': 'kinds of records',
    'src/export/addresses.c': 'what stands over names and addresses',
    'src/export/cell.c': 'what stands in a row of a list',
    'src/export/listing.c': 'what stands over a column',
    'src/ground/clock.c': 'a jump of the clock',
    'src/intake/review_import.c': 'what a row would take the place of',
    'src/desk/results.c': 'what waits to be done',
    'src/roof/consistency.c': 'what contradicts what',
    'src/desk/requests.c': 'what waits to be done',
    'src/desk/published.c': 'what waits to be done',
    'src/desk/letters.c': 'letters that have not gone',
    'src/letters/letter.c': 'what letters of the demo say',
    'src/letters/make.c': 'why a letter cannot be made',
    'src/letters/reading.c': 'why a letter must be read',
    'src/letters/sender.c': 'a letter that tries whether letters arrive',
    'src/letters/value.c': 'what fields say in a letter',
    'src/letters/value_outcome.c': 'the same of an outcome',
    'src/phases/second.c': 'what waits for a second person',
    'src/phases/standstill.c': 'why no contract can be made yet',
    'src/phases/contract_change.c': 'what a contract and its changes come to',
    'src/phases/contract_terms.c': 'which winner has not been invited',
    'src/phases/threshold.c': 'a number of days',
    'src/desk/notices.c': 'what is to be done',
    'src/judging/advice_words.c': 'how far jurors agree, and whose it is',
    'src/judging/firmness_words.c': 'how firm an order is',
    'src/judging/custody_words.c': 'who holds the codes of a blind round',
    'src/ground/sides.c': 'what stands in the place of a hidden title',
    'src/desk/mentoring.c': 'what waits to be done',
    'src/desk/procurement.c': 'what waits to be done',
    'src/roof/journal.c': 'the log as sentences',
    'src/roof/kept.c': 'the name of a file',
    'src/roof/told.c': 'what the log tells of a change',
    'src/roof/sections.c': 'what stands over a part of a page',
    'src/roof/sections_judged.c': 'rank and points on a page',
    'src/roof/sections_named.c': 'what was promised, on a page',
    'src/intake/report.c': 'what is wrong with a row',
    'src/intake/alike.c': 'the same of many rows',
    'src/intake/holding.c': 'that others wait while a large file is saved',
    'src/base/pace.c': 'how far something is',
    'src/calendar/said.c': 'what stands in a calendar',
    'src/phases/mentoring.c': 'warnings about a session',
    'src/phases/mentoring_acts.c': 'what is asked before a session is marked as held',
    'src/phases/procurement_acts.c': 'what is asked before a payment is approved',
    'src/phases/question.c': 'what is asked before a question is published',
    'src/phases/phase.c': 'names of milestones',
    'src/phases/eligibility.c': 'how many of the questions have been answered',
    'src/phases/submission_act.c': 'what is asked before a submission is excluded',
    'src/registers/municipality.c': 'Valtimo (now Nurmes)',
}
# What stands beside an order, and who may know of it: no document, no statement, no decision. An unannounced method in
# print is a ground of appeal; a panel that wants it printed would have to decide so on record first.
ADVICE = ('src/judging/advice.h', 'src/judging/advice_words.h', 'src/judging/agreement.h', 'src/judging/cells.h',
          'src/judging/firmness.h', 'src/judging/severity.h')
ADVISED = re.compile(r'src/judging/(advice|agreement|cells|firmness|severity)(_words)?\.[ch]|src/cli/advice\.c|'
                     r'ui/office/judging/(advice|advice_pages|ranking)\.c')
# State that outlives a call, and why nobody can pass it in.
GLOBALS = {
    ('ui/toolkit/term.c', 'term'): 'curses has one screen',
    ('ui/toolkit/term_keys.c', 'keys'): 'curses has one keyboard',
    ('ui/toolkit/term_keys.c', 'hung_up'): 'a signal handler sets it',
    ('ui/toolkit/term_keys.c', 'continued'): 'a signal handler sets it',
    ('src/base/documents.c', 'where'): 'of tests, which are not beside the other program',
    ('src/base/i18n.c', 'speech'): 'what is spoken, everywhere a text is shown',
    ('db/base/arena.c', 'restore_terminal'): 'what is left to do when memory runs out',
    ('db/base/watch.c', 'watching'): 'the process has one terminal',
    ('db/base/watch.c', 'stopped'): 'a signal handler sets it',
}
# What klash and klash-documents say to each other: both have it.
LINES = 'documents/lines.h'
# From the bottom up: a file calls its own floor and those below it. ui and src/cli are beside each other on top.
FLOORS = ('db', 'src/base', 'src/ground', 'src/registers', 'src/phases', 'src/judging', 'src/intake', 'src/desk',
          'src/export', 'src/calendar', 'src/documents', 'src/letters', 'src/publish', 'src/roof', 'src/demo', 'src/cli', 'ui')
# Calls upward that are known, and what would end them.
UPWARD = {
}
# So many files may need each other; and folders in which more of them do, with how many.
CIRCLE_MAX = 5
CIRCLES = {}
BANNED = ('strcpy', 'strcat', 'sprintf', 'vsprintf', 'strtok', 'gets', 'atoi', 'atol', 'atof', 'system', 'popen')
SOURCES = ('.c', '.h', '.sql', '.sh', '.py')

# Lists that are over no record, each with its reason.
OVER_NOTHING = {
    'desk/journal.c': 'entries of the log, told as sentences',
    'judging/blind.c': 'what the masking finds in items of a round',
    'judging/conflicts.c': 'conflicts, hints and what jurors recognized, in one list',
    'judging/ranking.c': 'what is computed of reviews',
    'judging/results.c': 'challenges, with what became of each',
    'mentoring/mentored.c': 'counts of sessions by team',
    'mentoring/session.c': 'teams of a session, with counts',
    'problems/import_columns.c': 'columns of a file',
    'problems/import_done.c': 'what became of its rows',
    'problems/import_rows.c': 'rows of a file',
    'problems/import_text.c': 'how it was read',
    'procurement/negotiation.c': 'contracts and payments in one list',
    'procurement/procurement.c': 'teams, with sums of their contracts',
}

SOURCE_OF = {}

def files(*folders, ends=('.c', '.h')):
    for folder in folders:
        for path, names, leaves in os.walk(folder):
            names[:] = [name for name in names if name != '__pycache__']
            for name in sorted(leaves):
                if name.endswith(ends) or name == 'meson.build' and 'meson.build' in ends:
                    yield os.path.join(path, name)


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def code(path):
    """Without comments, and with strings emptied: only names are left."""
    def blank(match):
        return '""' if match[0][0] in '"\'' else '\n' * match[0].count('\n')
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', blank, read(path), flags=re.S)


def includes(path):
    return re.findall(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', read(path), re.M)


def check_includes(folder, allowed):
    """Quoted paths of ours begin with one of `allowed`; generated files are in no folder."""
    return [f'{path} includes {name}' for path in files(folder) for name in includes(path)
            if name.split('/')[0] in ('db', 'documents', 'src', 'ui', 'tests') and not name.startswith(allowed)]


def check_header_only_in(header, folder):
    return [f'{path} includes {header}' for path in files('db', 'documents', 'src', 'ui')
            if not path.startswith(folder) and any(header == name for name in includes(path))]


def check_advice():
    return [f'{path} includes {name}' for path in files('db', 'src', 'ui') for name in includes(path)
            if name in ADVICE and not ADVISED.fullmatch(path)]


def check_store_names():
    return [f'{path} calls {name}' for path in files('ui')
            for name in re.findall(r'\b((?:db|store)_\w+)\s*\(', code(path))]


def check_words():
    """Sentences are translated when they are shown; a rule's sentence is only marked."""
    called = re.compile(r'(?<![A-Za-z_])(?:_|C_|gettext|ngettext|dgettext|i18n_lookup|i18n_in_context)\s*\(')
    return [f'{path} translates' for path in files('db', 'src')
            if called.search(code(path)) and path not in WORDED and
            not path.startswith(('src/cli/', 'src/documents/', 'src/publish/'))] + \
        [f'{path} translates nothing any more' for path in WORDED
         if not os.path.exists(path) or not called.search(code(path))]


def statements(text):
    """(text without what is in braces, and what is) of every statement of a file or block."""
    depth, flat, inside = 0, '', ''
    for char in text:
        depth -= char == '}'
        if depth > 0:
            inside += char
        elif char == ';' or char == '}' and re.search(r'\)\s*$', flat):
            yield ' '.join(flat.split()), inside
            flat = inside = ''
        elif char not in '{}':
            flat += char
        depth += char == '{'


def variable(declaration):
    """(name, is it constant) of a variable's declaration; None for anything else."""
    plain = re.sub(r'\[[^\]]*\]', '', declaration.split('=')[0]).strip()
    pointer = re.search(r'\(\s*\*\s*(const\s+)?(\w+)\s*\)\s*\(', plain)
    if re.match(r'(typedef|extern|static_assert|enum)\b', plain):
        return None
    if pointer:
        return pointer[2], bool(pointer[1])
    if '(' in plain or not re.search(r'\w\W+\w+$', plain) or re.fullmatch(r'(struct|union)\s+\w+', plain):
        return None
    before, name = re.match(r'(.*?)(\w+)$', plain).groups()
    return name, 'const' in (before.rsplit('*', 1)[1] if '*' in before else before)


def variables(text):
    """Those of the file itself, and the static ones of its functions."""
    text = re.sub(r'^[ \t]*#(?:[^\n]*\\\n)*[^\n]*', '', text, flags=re.M)
    for flat, inside in statements(text):
        if re.search(r'\)$', flat) and inside:
            starts = [match.start() for match in re.finditer(r'\bstatic\b', inside)]
            yield from (next(statements(inside[start:] + ';'))[0] for start in starts)
        else:
            yield flat


def check_state():
    faults, used = [], set()
    for path in files('db', 'documents', 'src', 'ui', ends='.c'):
        for declaration in variables(code(path)):
            found = variable(declaration)
            if found is None or found[1]:
                continue
            if (path, found[0]) in GLOBALS:
                used.add((path, found[0]))
            else:
                faults.append(f'{path}: {found[0]} outlives a call')
    return faults + [f'{path}: there is no {name} any more' for path, name in GLOBALS if (path, name) not in used]


def check_banned():
    called = re.compile(r'(?<![\w.>])(' + '|'.join(BANNED) + r')\s*\(')
    return [f'{path} calls {name}' for path in files('db', 'documents', 'src', 'ui') for name in called.findall(code(path))]


def check_makers():
    """A new file on disk is made by db/file.c alone: exclusively, following no link, with the right mode from
    its first moment. src/ground/save.h is the way there."""
    makes = re.compile(r'\bf(?:re)?open\s*\([^;]*?"[wa]|\bO_(?:CREAT|TMPFILE)\b|\b(?:creat|mko?stemps?|tmpfile)\s*\(')
    return [f'{path} makes a file by itself: {found[0]}' for path in files('db', 'src', 'ui') if path != 'db/file.c'
            for found in makes.finditer(re.sub(r'/\*.*?\*/', '', read(path), flags=re.S))]


def vocabularies():
    """The codes of each vocabulary of db/base/codes.h."""
    lists = re.split(r'^#define CODES_(\w+)\(X\)', read('db/base/codes.h'), flags=re.M)[1:]
    return {name: set(re.findall(r'X\(\w+, "(\w+)"', body)) for name, body in zip(lists[::2], lists[1::2])}


def check_codes():
    """Codes that rules tell apart are compared as enums: a text that is misspelt is a branch that nobody takes."""
    codes = vocabularies()
    kinds = set().union(*(found for name, found in codes.items() if name.endswith('_KIND') and name != 'ORGANIZATION_KIND'
                          and name != 'PROCUREMENT_KIND'))
    members = {'state': 'STATE', 'outcome': 'OUTCOME', 'verdict': 'VERDICT', 'presence': 'PRESENCE', 'scope': 'SCOPE',
               'appeal': 'APPEAL', 'publicity': 'PUBLICITY'}
    compared = re.compile(r'strcmp\(([^;"]*?)(\w+), "(\w+)"\) *[!=]= *0')
    faults = []
    for path in files('src', 'ui'):
        for _, member, literal in compared.findall(read(path)):
            known = kinds if member == 'kind' else set().union(
                *(found for name, found in codes.items() if name.endswith(members.get(member, '-'))))
            if literal in known:
                faults.append(f'{path} compares {member} with "{literal}" as text')
    return faults


def words_of_records():
    """By record: what its fields are called, in full and over a column."""
    words = {}
    for path in files('db/store', ends='.c'):
        for name, rows in re.findall(r'struct field (\w+)_fields\[\] = \{(.*?)\n\};', read(path), re.S):
            words[name] = set(re.findall(r'NC_\("(?:field|column)", "([^"]*)"\)', rows))
    return words


def lists():
    """File, record or None, and the titles that its columns have of their own."""
    for path in files('ui/office', ends='.c'):
        text = read(path)
        for columns, rows in re.findall(r'struct list_column (\w+)\[\] = \{(.*?)\n\};', text, re.S):
            source = re.search(r'\.columns = %s,(.*?)\n\};' % columns, text, re.S)
            over = source and re.search(r'\.over = &record_of_(\w+)', source[1])
            yield path[len('ui/office/'):], over and over[1], re.findall(r'NC_\("column", "([^"]*)"\)', rows)


def check_columns():
    """A column that shows a field has its title from the field's row."""
    words, seen, faults = words_of_records(), set(), []
    for path, over, titles in lists():
        if over is None:
            seen.add(path)
            faults += [] if path in OVER_NOTHING else [f'{path}: a list is over no record']
        for title in titles if over else ():
            if title in words[over]:
                faults.append(f'{path}: "{title}" is a field of {over}')
    return faults + [f'{gone} needs no exception' for gone in OVER_NOTHING.keys() - seen]


def check_licence():
    there = list(files('db', 'documents', 'src', 'ui', 'po', 'tests', ends=SOURCES + ('meson.build',))) + ['meson.build', 'po/update-po']
    return [path for path in there
            if not any('SPDX-License-Identifier: MIT' in line for line in read(path).split('\n')[:2])]


def objects(build):
    """Object file -> source path, of what is in the program; the tests' and generated ones are not asked."""
    found = {}
    for path in files(build, ends='.c.o'):
        folder, leaf = os.path.split(os.path.relpath(path, build))
        top = folder.split(os.sep)[0]
        name = leaf[:-2]
        # meson writes ui/libui.a.p/office_desk_todo.c.o; which "_" was a "/" the sources say.
        found[path] = SOURCE_OF.get(top + '_' + name)
    return {path: source for path, source in found.items() if source is not None}


def calls(build):
    """Source -> sources whose names it needs -> those names."""
    of = objects(build)
    table = subprocess.run(['nm', '-A', '-P', '-g', *of], capture_output=True, text=True, check=True).stdout
    home, needs = {}, collections.defaultdict(set)
    for line in table.splitlines():
        path, rest = line.split(': ', 1)
        name, kind = rest.split()[:2]
        if kind == 'U':
            needs[of[path]].add(name)
        else:
            home[name] = of[path]
    graph = {source: collections.defaultdict(set) for source in of.values()}
    for source, names in needs.items():
        for name in names:
            if home.get(name, source) != source:
                graph[source][home[name]].add(name)
    return graph


def floor(source):
    return max((i for i, name in enumerate(FLOORS) if source.startswith(name + '/')), default=None)


def check_upward(graph):
    there = {(low, high): names for low, needed in graph.items() for high, names in needed.items()
             if floor(high) > floor(low)}
    return [f'{low} calls {", ".join(sorted(names))} of {high}' for (low, high), names in sorted(there.items())
            if (low, high) not in UPWARD] + \
        [f'{low} calls nothing of {high} any more' for low, high in UPWARD if (low, high) not in there]


def reachable(graph, start):
    seen, left = set(), [start]
    while left:
        for near in graph[left.pop()]:
            if near not in seen:
                seen.add(near)
                left.append(near)
    return seen


def circles(graph):
    """Sets of files each of which needs all others."""
    reach = {source: reachable(graph, source) for source in graph}
    return {frozenset(other for other in reach[source] if source in reach[other])
            for source in graph if source in reach[source]}


def check_circles(graph):
    faults, largest = [], dict.fromkeys(CIRCLES, 0)
    for circle in circles(graph):
        folder = os.path.commonpath(circle)
        if folder in CIRCLES:
            largest[folder] = max(largest[folder], len(circle))
        if len(circle) > CIRCLES.get(folder, CIRCLE_MAX):
            faults.append(f'{len(circle)} files need each other: {", ".join(sorted(circle))}')
    return faults + [f'{folder}: the largest circle has {n} files now, not {CIRCLES[folder]}'
                     for folder, n in largest.items() if n < CIRCLES[folder]]


def main():
    os.chdir(sys.argv[1])
    SOURCE_OF.update((path.replace('/', '_'), path) for path in files('db', 'src', 'ui', ends='.c')
                     if path != 'ui/main.c')
    case('db leans on nothing of ours', check_includes('db', ('db/',)))
    case('the base of db leans on nothing of db', check_includes('db/base', ('db/base/',)))
    case('src leans on db', check_includes('src', ('db/', 'src/', LINES)))
    case('the base of src leans on no other part of it, but on what fields are called',
         check_includes('src/base', ('db/base/', 'db/record.h', 'src/base/', LINES)))
    case('ui leans on src, and of db on its base alone', check_includes('ui', ('db/base/', 'src/', 'ui/')))
    case('ui names no function of the database', check_store_names())
    case('only db knows SQLite', check_header_only_in('sqlite3.h', 'db/'))
    case('klash-documents leans on nothing of ours', check_includes('documents', ('documents/',)))
    case('only it knows workbooks', check_header_only_in('zip.h', 'documents/') + check_header_only_in('expat.h', 'documents/')
         + check_header_only_in('xlsxwriter.h', 'documents/'))
    case('only ui knows curses', check_header_only_in('curses.h', 'ui/'))
    case('src translates at its edges', check_words())
    case('nothing outlives a call but what must', check_state())
    case('no call that cannot know its size or runs a shell', check_banned())
    case('one function makes every new file', check_makers())
    case('advice reaches no document', check_advice())
    case('every source names its licence', check_licence())
    case('vocabularies are found', [] if len(vocabularies()) > 40 else ['too few'])
    case('codes are compared as enums', check_codes())
    case('lists and records are found', [] if len(words_of_records()) > 60 and len(list(lists())) > 30 else ['too few'])
    case('a column that is a field is named by its row', check_columns())
    graph = calls(sys.argv[2])
    case('every source was asked for its names', [path for path in SOURCE_OF.values() if path not in graph])
    case('no file calls a floor above its own', check_upward(graph))
    case('no circle of files that can only be read together', check_circles(graph))
    sys.exit(end())


main()
