#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Both ends: everything the screens do, the command line does too, and the other way round. From the objects of the build:
functions of src that write, and which of the two ends calls them. Usage: both_ends.py BUILD"""
import glob
import os
import re
import subprocess
import sys

# What only one end does on purpose, or by another function of the same rule.
SCREENS = {
    'account_set_language': 'account edit --language, and --lang for one command',
    'contract_add': 'the command line begins the negotiation in the same act: contract_add_outright',
    'decision_set_item': 'the command line sets them by decision_set_items',
    'journal_export': 'a list of the command line is printed, and -o is one way to print it',
    'phase_plan': 'the command line plans both dates by phase_plan_both',
    'review_save_draft': 'a draft is typed field by field',
    'review_submit': 'the command line brings reviews in as a file: review import',
    'round_seat': 'the command line seats several at once by round_seat_all',
    'session_set_mentors': 'session edit --mentor',
    'session_set_teams': 'session edit --team',
}
COMMANDS = {
    'abstention_add': 'a juror abstains on their own screens; for one who told the office',
    'abstention_withdraw': 'the same taken back',
    'repair_search': 'check --repair makes derived data anew, also where the screens cannot be opened',
    'account_appoint': 'restore --as-admin makes an administrator of whoever restores',
    'bundle_given': 'a file for an outsider, by command',
    'competition_make_rehearsal': 'klash rehearse FILE: a copy is made outside of any session',
    'context_enter_as': '--as',
    'contract_add_outright': 'the screens record the negotiation first: contract_add',
    'contract_approve': 'the screens confirm the act that waits: second_confirm',
    'decision_set_items': 'the screens set them one by one, and the rest at once',
    'juror_sign': 'a juror signs on their own screens (ui/jury)',
    'round_seat_all': 'the screens seat one at a time: round_seat',
    'rules_define': 'rules as a JSON text; the screens set each',
    'statement_sign': 'in one\'s own name; the screens record what was signed on paper',
    'successor_make': 'init --from makes another file',
    'phase_plan_both': 'the screens plan one date at a time: phase_plan',
}


def calls(path):
    """Functions of one object and what each calls or takes the address of; static ones with the object's name."""
    name = os.path.basename(path)
    shown = subprocess.run(['objdump', '-dr', '--no-show-raw-insn', path], capture_output=True, text=True, check=True)
    table = subprocess.run(['objdump', '-t', path], capture_output=True, text=True, check=True).stdout
    public = {row.split()[-1] for row in table.splitlines() if re.match(r'^[0-9a-f]+ g', row)}
    local = {row.split()[-1] for row in table.splitlines() if re.match(r'^[0-9a-f]+ l +F', row)}

    def called(symbol):
        return symbol + '@' + name if symbol in local else re.sub(r'\.(part|constprop|isra|cold).*', '', symbol)

    found, current = {}, None
    for row in shown.stdout.splitlines():
        begins = re.match(r'^[0-9a-f]+ <([\w.]+)>:', row)
        if begins:
            current = called(begins.group(1))
            found.setdefault(current, set())
            continue
        for symbol in re.findall(r'R_X86_64_\w+\s+([\w.]+)|<([\w.]+)(?:\+0x[0-9a-f]+)?>$', row):
            symbol = symbol[0] or symbol[1]
            if current and symbol and not symbol.startswith('.'):
                found[current].add(called(symbol))
    return name, public, found


def undefined(path):
    shown = subprocess.run(['nm', '-u', path], capture_output=True, text=True, check=True).stdout
    return {row.split()[-1] for row in shown.splitlines() if row.strip()}


def main():
    paths = glob.glob(os.path.join(sys.argv[1], 'src/libcore.a.p/*.o'))
    screens = [path for path in glob.glob(os.path.join(sys.argv[1], 'ui/libui.a.p/*.o'))
               if os.path.basename(path).startswith(('office_', 'toolkit_'))]
    graph, public, ends = {}, set(), {'cli': set(), 'ui': set()}
    for path in paths:
        name = os.path.basename(path)
        if name.startswith('demo_'):
            continue
        if name.startswith('cli_'):
            ends['cli'] |= undefined(path)
            continue
        _, own, found = calls(path)
        public |= own
        graph.update(found)
    for path in screens:
        ends['ui'] |= undefined(path)
    writes = {'context_begin'}
    while True:
        more = {name for name, to in graph.items() if name not in writes and to & writes}
        if not more:
            break
        writes |= more
    # What act rows do is done by both.
    writes &= public
    one = {'ui': ends['ui'] & writes - ends['cli'], 'cli': ends['cli'] & writes - ends['ui']}
    faults = [f'{name}: only on the screens' for name in sorted(one['ui'] - set(SCREENS))]
    faults += [f'{name}: only on the command line' for name in sorted(one['cli'] - set(COMMANDS))]
    faults += [f'{name}: both have it, or neither: it needs no reason any more'
               for name in sorted((set(SCREENS) - one['ui']) | (set(COMMANDS) - one['cli']))]
    for fault in faults:
        print('# ' + fault)
    print('1..2')
    print(('not ok' if faults else 'ok') + ' 1 - both ends do the same')
    print(('ok' if len(writes) > 100 else 'not ok') + ' 2 - functions that write are found')
    return 1 if faults or len(writes) <= 100 else 0


if __name__ == '__main__':
    sys.exit(main())
