# SPDX-License-Identifier: MIT
"""What tests in Python say: a line of TAP for each check, and before a failed one what was seen."""
count = failed = 0


def test(name, passed, seen=""):
    """One check; what was seen is told where it failed."""
    global count, failed
    count += 1
    if not passed:
        failed += 1
        for line in repr(seen)[-2000:].split("\\n"):
            print("#", line)
    print("ok" if passed else "not ok", count, "-", name, flush=True)


def case(name, faults):
    """One check that has found these faults; every one is told."""
    global count, failed
    count += 1
    failed += 1 if faults else 0
    for fault in faults:
        print("#", fault.replace("\n", "\\n"))
    print("not ok" if faults else "ok", count, "-", name, flush=True)


def end():
    """Says how many there were; the status to end with."""
    print(f"1..{count}")
    return 1 if failed else 0
