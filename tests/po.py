#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Are the catalogs whole? What msgfmt checks and what it does not: freshness, blanks, inserts, widths,
English left over, and a word for every field that an error can name. Usage: po.py SOURCE"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

from tap import case, end

LANGUAGES = {'fi', 'sv'}
MARKED = re.compile(r'(?<![A-Za-z_])(?:_|N_|C_|NC_|ngettext)\(\s*"')
# Equal in both languages, without what is inserted, and why.
SAME = {
    'fi': {'json': 'a name', 'klash': 'a name'},
    'sv': {'json': 'a name', 'klash': 'a name'} | dict.fromkeys(
        ('budget', 'cell', 'expert', 'import', 'kb', 'mb', 'median', 'mentor', 'person', 'problem', 'program', 'team',
         'text', 'version'), 'the same word in Swedish'),
}
TYPED = re.compile(r'^klash \[')  # how a command is typed: the same in every language
ENGLISH = re.compile(r'\b(the|of|with|this|that|which|from|has|have|been|does|will|your|you)\b', re.I)

# One thing has one word: what must not appear, and what stands instead.
AVOIDED = {
    'fi': {
        r'\braa(ti|di|dei|tei)': 'tuomaristo',
        r'sokko': 'nimetön kierros',
        r'\bsido(s|ks|s)': 'esteellisyys',
        r'etuov': 'SSH-suojaus',
        r'kriteer': 'arviointiperuste, peruste',
        r'\baskel(e|i|ee|een|ta|ten)?n?\b': 'toimenpide, tehtävä; of a scale "porras"',
        r'täyttyn': 'täytetty',
        r'\bkera\b|\bmainiten\b': '; perustelu vaaditaan',
        r'vapautet\w+ tuomaristolle': 'luovutettu tuomaristolle',
        r'\bosin salai': 'osittain salassa pidettävä',
        r'\bsuljet\w+ pois': 'hylätty ehtojen vastaisena; exclusion of a supplier is another thing',
        r'\b[Tt]ietuee?(?!n)': 'tiedot, kohde',
    },
    'sv': {
        r'byrå': 'kansliet',
        r'\brund(a|an|or)\b': 'omgång',
        r'\bpanel': 'jury, expertråd',
        r'\bmöte(t|n)?\b': 'sammanträde',
        r'\bvägt\b': 'viktat',
        r'\bblind': 'anonym',
        r'bindning': 'jäv',
        r'rättelseyrk': 'begäran om omprövning',
        r'släppt': 'överlämnad',
        r'ytterdörr': 'SSH-skyddet',
        r'standardfel(?!utm)|standard (in|ut)\b|standardutdata': 'standardutmatning, standardfelutmatning',
        r'\bhemlig': 'sekretessbelagd',
        r'\bdelgett\b': 'delgivet',
        r'kastas ut': 'kopplas från',
        r'\bprövar\b': 'piloterar',
        r'räknar upp': 'listar',
        r'\bposten\b': 'uppgifterna',
        r'\bskärmar(na)?\b': 'skärmbilder',
    },
}


def unquote(text):
    return re.sub(r'\\(.)', lambda m: {'n': '\n', 't': '\t'}.get(m[1], m[1]), text)


def parse(path):
    """The entries of a catalog: their keywords, 'comments' and 'flags'."""
    entries, entry, last = [], {}, None
    with open(path, encoding='utf-8') as file:
        for line in file.read().split('\n') + ['']:
            if not line:
                entries += [entry] if 'msgid' in entry else []
                entry, last = {}, None
            elif line.startswith('#'):
                key = 'flags' if line.startswith('#,') else 'obsolete' if line.startswith('#~') else 'comments'
                entry[key] = entry.get(key, '') + line[2:] + '\n'
                if key == 'obsolete':
                    entry.setdefault('msgid', '')
            else:
                found = re.match(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)? ?"(.*)"$', line)
                last = found[1] or last
                entry[last] = entry.get(last, '') + unquote(found[2])
    return entries


def pairs(entry):
    """(source, translation) of an entry, one a plural form."""
    for key, text in entry.items():
        if key == 'msgstr' or key == 'msgstr[0]' or key == 'msgstr[1]':
            yield entry['msgid_plural' if key == 'msgstr[1]' else 'msgid'], text


INSERT = re.compile(r'%(?:(\d+)\$)?[-+ #0]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(hh|h|ll|l|z|j|t)?([diouxXeEfgGcsp%])')


def inserts(text):
    """What is put where: argument number to type."""
    found, position = {}, 0
    for match in INSERT.finditer(text):
        if match[3] == '%':
            continue
        position += 1
        found[int(match[1] or position)] = (match[2] or '') + match[3]
    return found


def bare(text):
    """Without inserts, keys of the program and punctuation: what can be a word."""
    return re.sub(r'[\W\d_]+', ' ', INSERT.sub(' ', text)).strip().casefold()


def columns(text):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in 'WF' else 1
               for c in text)


def check_msgfmt(lang):
    done = subprocess.run(['msgfmt', '--check', '--output-file=/dev/null', f'po/{lang}.po'],
                          capture_output=True, text=True, check=False)
    return done.stderr.splitlines() if done.returncode else []


def check_whole(entries):
    faults = []
    for entry in entries:
        if 'obsolete' in entry:
            faults.append('obsolete: ' + entry['obsolete'].split('\n')[0])
        elif 'fuzzy' in entry.get('flags', ''):
            faults.append('fuzzy: ' + entry['msgid'])
        elif any(not text for _, text in pairs(entry)):
            faults.append('untranslated: ' + entry['msgid'])
    return faults


def check_header(lang, entries):
    head = next(entry['msgstr'] for entry in entries if entry['msgid'] == '')
    wanted = (f'Language: {lang}\n', 'charset=UTF-8\n', 'nplurals=2; plural=(n != 1);\n')
    return [f'the header lacks {text}' for text in wanted if text not in head]


def check_inserts(entries):
    faults = []
    for entry in entries:
        one_form = 'msgstr[0]' in entry
        for source, text in pairs(entry):
            if 'c-format' in entry.get('flags', '') and inserts(source) != inserts(text):
                faults.append(f'{source} | {text}')
            if 'c-format' not in entry.get('flags', '') and source.count('%') != text.count('%'):
                faults.append(f'{source} | {text}')
        if one_form and inserts(entry['msgid']) != inserts(entry['msgid_plural']):
            faults.append(f"{entry['msgid']} | {entry['msgid_plural']}")
    return faults


def check_blanks(entries):
    return [f'"{source}" | "{text}"' for entry in entries if entry['msgid'] for source, text in pairs(entry)
            if re.match(r'\s*', source)[0] != re.match(r'\s*', text)[0] or
            re.search(r'\s*$', source)[0] != re.search(r'\s*$', text)[0]]


def check_typed(entries):
    """What one is told to type is the same in every language."""
    return [f'{source} | {text}' for entry in entries for source, text in pairs(entry)
            if sorted(re.findall(r'`[^`]*`|--[a-z][a-z-]*', source)) !=
            sorted(re.findall(r'`[^`]*`|--[a-z][a-z-]*', text))]


def check_english(lang, entries):
    faults = []
    for entry in entries:
        for source, text in pairs(entry):
            words = bare(text)
            if source == text and words and words not in SAME[lang] and not TYPED.match(text):
                faults.append(f'as in English: {text}')
            left = ENGLISH.search(re.sub(r'`[^`]*`', '', text))
            if entry['msgid'] and left and not TYPED.match(text):
                faults.append(f'"{left[0]}" in: {text}')
    return faults


def check_words(lang, entries):
    """One thing has one word."""
    faults = []
    for entry in entries:
        for key, text in entry.items():
            if key.startswith('msgstr'):
                faults += [f'{text}: say {instead}' for word, instead in AVOIDED[lang].items()
                           if re.search(word, text, re.I)]
    return faults


def check_unused_exceptions(lang, entries):
    used = {bare(text) for entry in entries for source, text in pairs(entry) if source == text}
    return [f'no message is "{word}" any more' for word in SAME[lang] if word not in used]


def check_widths(entries):
    """The limit stands in the context or in the note to translators."""
    faults = []
    for entry in entries:
        limit = re.search(r'at most (\d+) columns', entry.get('msgctxt', '') + entry.get('comments', ''))
        for source, text in pairs(entry) if limit else ():
            faults += [f'more than {limit[1]} columns: {shown}' for shown in (source, text)
                       if columns(INSERT.sub('12', shown)) > int(limit[1])]
    return faults


def marked_files():
    found = []
    for folder in ('db', 'src', 'ui'):
        for path, _, names in os.walk(folder):
            for name in names:
                file = os.path.join(path, name)
                if name.endswith(('.c', '.h')) and name != 'i18n.h' and file != 'db/record.h' and MARKED.search(read(file)):
                    found.append(file)
    return sorted(found)


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def check_potfiles():
    listed, there = read('po/POTFILES').split(), marked_files()
    return [f'not listed: {file}' for file in there if file not in listed] + \
        [f'listed without need: {file}' for file in listed if file not in there]


def check_fresh():
    """po/update-po would change nothing; tried on a copy."""
    with tempfile.TemporaryDirectory(prefix='klash-po-') as copy:
        for folder in ('db', 'src', 'ui', 'po'):
            shutil.copytree(folder, os.path.join(copy, folder))
        environment = dict(os.environ, GIT_DIR=os.path.join(copy, '.git'), LC_ALL='C.UTF-8')
        subprocess.run(['git', 'init', '-q', copy], env=environment, check=True)
        done = subprocess.run(['sh', 'po/update-po'], cwd=copy, env=environment, capture_output=True,
                              text=True, check=False)
        if done.returncode:
            return done.stderr.splitlines()
        return [f'po/{name} is not as po/update-po leaves it' for name in sorted(os.listdir('po'))
                if read(f'po/{name}') != read(os.path.join(copy, 'po', name))]


FIELD = re.compile(r'''fail\(E_(?!RULE|REASON|DB)\w+,\s*"(\w+)" | input_(?:line|lines|email)\(\s*[^,"]+,\s*"(\w+)"
    | input_(?:code|day)\(\s*"(\w+)" | option_number\(\s*cli,\s*"[^"]*",\s*"(\w+)"
    | number_operand\(\s*cli,\s*\w+,\s*"(\w+)" | (?<!E_DB,\ \.)\bfield\ =\ "(\w+)" | text_word\(\s*WORDS_FIELD,\s*"(\w+)"
    | ^\t\[\w+\]\ =\ \{\ "(\w+)",$''', re.X | re.M)


def check_fields():
    """An error about a field shows the field's name, never its code."""
    known = set(re.findall(r'^\t\{ "(\w+)", NC_\("field"', read('src/base/fields.c'), re.M))
    for name in sorted(os.listdir('db/store')):
        if name.endswith('.c'):
            for row in re.findall(r'\.name = "\w+",\s+(?:\.code = "\w+",)?', read(f'db/store/{name}')):
                known.add(re.findall(r'"(\w+)"', row)[-1])  # the code, if it has one of its own
    faults = set()
    for folder in ('db', 'src', 'ui'):
        for path, _, names in os.walk(folder):
            for name in sorted(names):
                if not name.endswith('.c'):
                    continue
                # An option names the field of a row that it gives, not an error's.
                text = re.sub(r'N_\((?:\s*"[^"]*")+\s*\),\s*\.field = "\w+"', '', read(os.path.join(path, name)))
                for groups in FIELD.findall(text):
                    code = ''.join(groups)
                    if code not in known:
                        faults.add(f'{os.path.join(path, name)}: no word for "{code}"')
    return sorted(faults)


def main():
    os.chdir(sys.argv[1])
    case('the languages are those that are spoken', sorted(LANGUAGES ^ set(read('po/LINGUAS').split())))
    for lang in sorted(LANGUAGES):
        entries = parse(f'po/{lang}.po')
        case(f'{lang}: msgfmt finds nothing', check_msgfmt(lang))
        case(f'{lang}: everything is translated', check_whole(entries))
        case(f'{lang}: the header is right', check_header(lang, entries))
        case(f'{lang}: the same is inserted', check_inserts(entries))
        case(f'{lang}: blanks at the ends agree', check_blanks(entries))
        case(f'{lang}: what is typed is not translated', check_typed(entries))
        case(f'{lang}: no English is left', check_english(lang, entries))
        case(f'{lang}: one thing has one word', check_words(lang, entries))
        case(f'{lang}: every exception is needed', check_unused_exceptions(lang, entries))
        case(f'{lang}: labels keep their limits', check_widths(entries))
    case('POTFILES lists the files with words', check_potfiles())
    if shutil.which('git'):
        case('the catalogs are fresh', check_fresh())
    case('every field that errors name has its word', check_fields())
    sys.exit(end())


main()
