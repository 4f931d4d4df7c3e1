#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a field is, its row says (db/record.h): no form of the office and no option of a command says it again.
Usage: field_rows.py SOURCE-ROOT
"""
import collections
import os
import re
import sys

from tap import case, end

# Forms that are pictures of their own, and why.
OWN_FORMS = {
    ('ui/office/act.c', 'def'): 'what an act asks for is the act\'s own table',
    ('ui/office/desk/confirms.c', 'limit_def'): 'the limit is kept in no struct',
    ('ui/office/judging/blind.c', 'mask_def'): 'the text as the jury will read it, beside the team\'s own',
    ('ui/office/judging/custody.c', 'carry_def'): 'the same, with the reason of the carrying over',
    ('ui/office/judging/reviews.c', 'made'): 'a line a criterion of the round',
    ('ui/office/registers/account.c', 'key_def'): 'a pasted key, which says its own type, name and fingerprint',
}
# What a form asks for that is no field which its record's row can be given, and why.
OWN_FIELDS = {
    ('ui/office/attachments.c', 'file'): 'a path; what is kept is the file',
    ('ui/office/judging/blind.c', 'witness'): 'one or two persons, each a row of its own',
    ('ui/office/judging/signing_form.c', 'file'): 'a path; what is kept is the file',
    ('ui/office/desk/phase.c', 'date'): 'the first of the milestone\'s plans, as coarse as it is given',
    ('ui/office/judging/complaints.c', 'team'): 'leads to what the team sent last',
    ('ui/office/judging/round_deal.c', 'seed'): 'drawn and kept by itself',
    ('ui/office/judging/round_form.c', 'select'): 'two fields in one text',
    ('ui/office/judging/rules.c', 'scale'): 'three fields in one text',
    ('ui/office/judging/rules.c', 'text'): 'the bands, a line each',
    ('ui/office/mentoring/session_form.c', 'mentors'): 'several people, records of their own',
    ('ui/office/mentoring/session_form.c', 'reason'): 'of the change, not of the session',
    ('ui/office/mentoring/session_form.c', 'organization'): 'of the mentor\'s role, not of the person',
    ('ui/office/mentoring/session_form.c', 'title'): 'of the mentor\'s role, not of the person',
    ('ui/office/problems/problem_form.c', 'municipality'): 'a municipality or an organization',
    ('ui/office/problems/problem_form.c', 'coapplicants'): 'several, records of their own',
    ('ui/office/problems/completion_form.c', 'missing'): 'a line each, records of their own',
    ('ui/office/procurement/money_forms.c', 'gross'): 'counted',
    ('ui/office/procurement/money_forms.c', 'left'): 'counted',
    ('ui/office/procurement/contract_form.c', 'gross'): 'counted',
    ('ui/office/procurement/contract_form.c', 'left'): 'counted',
    ('ui/office/teams/entry_form.c', 'team'): 'a team that comes with its application',
    ('ui/office/teams/entry_form.c', 'challenge'): 'of that team',
    ('ui/office/teams/entry_form.c', 'kind'): 'of that team',
    ('ui/office/teams/entry_form.c', 'organization'): 'of that team',
    ('ui/office/teams/entry_form.c', 'members'): 'of that team, a line each',
    ('ui/office/teams/team_form.c', 'reason'): 'of the change, not of the member',
}
# Labels that say more than the field's word: what the word alone leaves open in this form.
OWN_LABELS = {
    ('ui/office/judging/complaints.c', 'due'): 'that it is the answer that is due',
    ('ui/office/judging/contents.c', 'contest_value'): 'that it is an estimate, in a short label',
    ('ui/office/judging/meeting.c', 'case_number'): 'that the decision, too, has a number',
    ('ui/office/judging/meeting.c', 'form'): 'the form itself is the meeting',
    ('ui/office/judging/meeting.c', 'reason'): 'reasons of several things are asked for',
    ('ui/office/judging/outcome.c', 'reason'): 'reasons of several things are asked for',
    ('ui/office/judging/outcome.c', 'reason_fi'): 'of one submission, one reason',
    ('ui/office/judging/outcome.c', 'reason_sv'): 'of one submission, one reason',
    ('ui/office/judging/rules.c', 'guidance'): 'in which language',
    ('ui/office/judging/services.c', 'served'): 'that the law presumes it',
    ('ui/office/mentoring/questions.c', 'team'): 'that the team asks',
    ('ui/office/mentoring/questions.c', 'due'): 'that it is the answer that is due',
    ('ui/office/problems/challenge_form.c', 'description'): 'in which language',
    ('ui/office/problems/challenge_form.c', 'notice_day'): 'the notice\'s day is not the only one',
    ('ui/office/problems/challenge_form.c', 'contest_value'): 'that it is an estimate',
    ('ui/office/procurement/money_forms.c', 'due'): 'its word is that of a promise in a note',
    ('ui/office/procurement/money_forms.c', 'procedure'): 'the ground is chosen with it',
    ('ui/office/procurement/contract_form.c', 'exception_reason'): 'that an exception must be said why',
    ('ui/office/procurement/money_forms.c', 'text'): 'that a payment is for something',
    ('ui/office/teams/team_form.c', 'valid_from'): 'since when somebody is a member',
}
# Options that a verb reads itself although its noun has such a field, and why.
OWN_OPTIONS = {
    **{(noun, verb, 'reason'): 'of the act' for noun in ('decision', 'statement') for verb in ('abandon', 'correct')},
    ('decision', 'sign', 'reason'): 'of the act',
    **{('person', 'role-end', option): 'which role is meant, and the day it ends' for option in ('kind', 'to')},
    ('competition', 'profile', 'reason'): 'of the act',
    ('supplier', 'check', 'date'): 'on which day they are looked at, not that of a check',
    ('session', 'calendar', 'challenge'): 'whose sessions are chosen, as in a list',
    ('question', 'published', 'challenge'): 'only those of it',
    **{('phase', 'set', option): 'as coarse as it is known' for option in ('opens', 'closes')},
}


def files(folder):
    for path, _, leaves in sorted(os.walk(folder)):
        for leaf in sorted(leaves):
            if leaf.endswith('.c'):
                yield os.path.join(path, leaf)


def source(path):
    """Without comments, and with its own macros written out; what their parameters are makes no difference here."""
    with open(path, encoding='utf-8') as file:
        text = re.sub(r'/\*.*?\*/', '', file.read(), flags=re.S).replace('\\\n', ' ')
    for name, given, body in re.findall(r'^#define (\w+)(\([\w, ]*\))?[ \t]+(\S.*)$', text, re.M):
        text = re.sub(rf'^#define {name}\b.*$', '', text, flags=re.M)
        text = re.sub(rf'\b{name}' + (r'\((?:[^()]|\([^()]*\))*\)' if given else r'\b'), lambda _: body, text)
    return text


def braced(text, start):
    """What stands between the brace that opens at or after `start` and the one that closes it."""
    depth, begin = 0, text.index('{', start)
    for i in range(begin, len(text)):
        depth += (text[i] == '{') - (text[i] == '}')
        if depth == 0:
            return text[begin + 1:i]
    raise ValueError('a brace is not closed')


def parts(text):
    """The elements of an initializer, each without its own braces."""
    depth, part, found = 0, '', []
    quoted = False
    for i, char in enumerate(text):
        quoted ^= char == '"' and text[i - 1] != '\\'
        depth += 0 if quoted else (char in '{(') - (char in '})')
        if char == ',' and depth == 0 and not quoted:
            found.append(part.strip())
            part = ''
        else:
            part += char
    return [part for part in found + [part.strip()] if part]


def arrays(text, kind):
    """Name -> elements of every array of struct `kind`."""
    return {match[1]: parts(braced(text, match.end()))
            for match in re.finditer(rf'struct {kind} (\w+)\[\w*\] = ', text)}


def said(element, what):
    """What a designated initializer says, or None."""
    found = re.search(rf'\.{what} = (N_\("[^"]*"|NC_\("\w+", "[^"]*"|"[^"]*"|[^,}}]+)', element)
    return None if found is None else found[1].strip().strip('"')


def records():
    """Record -> (its table, its fields: (name, code, may it be given))."""
    found = {}
    for path in files('db/store'):
        text = source(path)
        fields = arrays(text, 'field')
        for name, table in re.findall(r'record_of_(\w+) =\s*RECORD\w*\(\w+(?:, "(\w+)")?\)', text):
            found[name] = (table, [(said(field, 'name'), said(field, 'code'),
                                    re.search(r'\bIN_(ADD|EDIT|IMPORT)\b', field) is not None)
                                   for field in fields[name + '_fields'] if said(field, 'name')])
    return found


def may_be_given(record, name):
    """As field_asked of ui/toolkit/form_record.c: by its name, else by its code."""
    for field, _, given in record[1]:
        if field == name:
            return given
    return any(code == name and given for _, code, given in record[1])


def forms():
    """(path, name of the form, its record or None, its elements) of all forms of the office."""
    for path in files('ui/office'):
        text = source(path)
        asked = arrays(text, 'form_field')
        for match in re.finditer(r'(?:struct form_def (\w+) = |\(struct form_def\))(?=\{)', text):
            body = braced(text, match.end())
            record = re.search(r'&record_of_(\w+)', body)
            elements = [element for name, elements in asked.items() if re.search(rf'\b{name}\b', body)
                        for element in elements]
            yield path, match[1] or 'made', record and record[1], elements


def unused(table, used):
    return [f'{" ".join(key)}: there is no such thing any more' for key in table if key not in used]


def check_forms():
    used, faults = set(), []
    for path, form, record, _ in forms():
        if record is None and (path, form) in OWN_FORMS:
            used.add((path, form))
        elif record is None:
            faults.append(f'{path}: {form} has no record')
    return faults + unused(OWN_FORMS, used)


def check_fields(known):
    used, faults = set(), []
    for path, form, record, elements in forms():
        for element in elements if record else ():
            name = said(element, 'name')
            if not may_be_given(known[record], name):
                used.add((path, name))
                if (path, name) not in OWN_FIELDS:
                    faults.append(f'{path}: {form} asks for {name}, which is no field of {record} that is given')
                continue
            kind = said(element, 'kind') or ''
            again = [what for what in ('words', 'max') if said(element, what)] + \
                ['kind'] * (kind not in ('', 'FORM_PICK', 'FORM_OUTPUT'))
            faults += [f'{path}: {form} says the {what} of {name} again' for what in again
                       if (path, name) not in OWN_FIELDS]
            if again:
                used.add((path, name))
    return faults + unused(OWN_FIELDS, used)


def check_labels(known):
    used, faults = set(), []
    for path, form, record, elements in forms():
        for element in elements if record else ():
            name, label = said(element, 'name'), said(element, 'label')
            if label is None or not may_be_given(known[record], name):
                continue
            used.add((path, name))
            if (path, name) not in OWN_LABELS:
                faults.append(f'{path}: {form} calls {name} by another word than its row')
    return faults + unused(OWN_LABELS, used)


def kinds():
    """Noun -> its tables."""
    text = source('src/ground/kind.c')
    return {noun: re.findall(r'"(\w+)"', tables)
            for noun, tables in re.findall(r'\[KIND_\w+\] = \{ "(\w+)".*?(TABLES\([^)]*\)|NO_TABLES)', text, re.S)}


def verbs():
    """(noun, verb, its record or None, its options) of all commands."""
    for path in files('src/cli'):
        text = source(path)
        options, rows = arrays(text, 'option_spec'), arrays(text, 'verb')
        for noun, table in re.findall(r'struct noun noun_\w+ = \{ "([\w-]+)",.*?(\w+),\s*(?:LEN\(\w+\)|\d+) \}', text, re.S):
            for row in rows.get(table, ()):
                given = said(row, 'options')
                record = re.search(r'\.record = &record_of_(\w+)', row)
                yield noun, said(row, 'name') or noun, record and record[1], options.get(given, [])


def aliases():
    """Option -> the fields of another name that it gives in some command."""
    found = collections.defaultdict(set)
    for _, _, _, options in verbs():
        for option in options:
            if said(option, 'field'):
                found[re.match(r'\{?\s*"([\w-]+)"', option)[1]].add(said(option, 'field'))
    return found


def check_options(known):
    used, faults, of, other = set(), [], kinds(), aliases()
    for noun, verb, record, options in verbs():
        tables = of.get(noun, [noun])
        mine = [record] if record else [name for name, (table, _) in known.items()
                                        if table in tables or name == noun]
        for option in options if verb != 'list' else ():
            name = re.match(r'\{?\s*"([\w-]+)"', option)
            if name is None:
                continue
            name, field = name[1], said(option, 'field')
            wanted = field if field is not None else name.replace('-', '_')
            names = {field for one in mine for field, _, given in known[one][1] if given}
            codes = {code for one in mine for _, code, given in known[one][1] if given} - {None}
            bound = record is not None and (wanted in names or field == '')
            if bound or not ({wanted} | other[name]) & (names | codes):
                continue
            used.add((noun, verb, name))
            if (noun, verb, name) not in OWN_OPTIONS:
                faults.append(f'{noun} {verb} --{name} is not read by the row of the field')
    return faults + unused(OWN_OPTIONS, used)


def main():
    os.chdir(sys.argv[1])
    known = records()
    case('records, forms and commands are found',
         [] if len(known) > 60 and len(list(forms())) > 40 and sum(len(v[3]) for v in verbs()) > 300 else ['too few'])
    case('every form is one of a record', check_forms())
    case('a form says nothing of a field that its row says', check_fields(known))
    case('a form calls a field as its row does', check_labels(known))
    case('an option that is a field is read by its row', check_options(known))
    sys.exit(end())


main()
