#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The n-th call of a kind fails, or the n-th request for memory, once or for ever: a command then has done all that it
says, or says that it has not and has done nothing. All tables, files and the output are held against a good run.

POINTS=n points a command and kind (0: every one), SEED=n, SHARD=i/n the i-th of n parts, COMMANDS=a,b, KINDS=a,b."""
import os
import random
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from commands import COMMANDS, ERRORS, World, differs, state  # noqa: E402
from tap import case, end  # noqa: E402

POINTS = int(os.environ.get("POINTS", "1"))
SEED = int(os.environ.get("SEED", "1"))
SHARD, SHARDS = map(int, os.environ.get("SHARD", "1/1").split("/"))
KINDS = os.environ.get("KINDS", "open,read,write,sync,truncate,rename,malloc").split(",")
CHOSEN = [name for name in os.environ.get("COMMANDS", "").split(",") if name]


def chosen(rng, calls):
    every = range(1, calls + 1)
    return every if POINTS == 0 or calls <= POINTS else sorted(rng.sample(every, POINTS))


def points(world, words, rng):
    """(kind, n, error, for ever) of this shard."""
    number = 0
    for kind in KINDS:
        for n in chosen(rng, world.calls(words, kind)):
            number += 1
            error, ever = rng.choice(sorted(ERRORS)), rng.random() < 0.3
            if number % SHARDS == SHARD % SHARDS:
                yield kind, n, error, ever


def wrong(world, name, kind, seen, complaint, begun, good, other):
    """What is wrong with how it ended; empty: nothing. `begun`: the state before."""
    status = seen["status"][0]
    if status not in (0, 1):
        return f"ended with {status}: {complaint[-200:]!r}"
    if b"damaged" in complaint and kind != "read":  # SQLite itself takes EIO of a read for it
        return "says that the file is damaged"
    if status == 0:
        return differs(good, other, seen, name != "demo")  # its lots fall otherwise each time
    if complaint.count(b"klash:") == 0:
        return "says nothing"
    left = dict(seen, status=begun["status"], output=begun["output"])
    not_done = differs(begun, begun, left)
    if not_done == "":
        return ""
    done = differs(good, other, dict(seen, status=good["status"], output=good["output"]), name != "demo")
    return "" if done == "" else f"half done: {not_done}; {done}"


def loop(base, name, words, before):
    rng = random.Random(f"{SEED} {name}")
    world, faults, count = World(before, base), [], 0
    good = state(world, *world.run(words)[:2])
    other = state(world, *world.run(words)[:2])
    world.run(["--version"])
    begun = state(world, 0, b"")
    if good["status"] != [0]:
        faults.append(f"a good run ends with {good['status']}: {world.run(words)[2]!r}")
    for kind, n, error, ever in points(world, words, rng):
        fault = {"FAULT_KIND": kind, "FAULT_AT": n, "FAULT_ERRNO": ERRORS[error]}
        status, out, complaint = world.run(words, **fault, **({"FAULT_EVER": 1} if ever else {}))
        count += 1
        broken = world.intact("k.db")
        found = f"not intact: {broken!r}" if broken else ""
        if not found:
            found = wrong(world, name, kind, state(world, status, out), complaint, begun, good, other)
        if found:
            faults.append(f"{kind} {n} {error}{' for ever' if ever else ''}: {found}")
    world.end()
    case(f"{name}: {count} faults, {len(faults)} wrong", faults)
    return count, len(faults)


def main():
    print(f"# SEED={SEED} POINTS={POINTS} SHARD={SHARD}/{SHARDS}")
    base = World([])
    sums = [loop(base, *command) for command in COMMANDS if not CHOSEN or command[0] in CHOSEN]
    base.end()
    print(f"# {sum(n for n, _ in sums)} faults, {sum(n for _, n in sums)} wrong")
    return end()


if __name__ == "__main__":
    sys.exit(main())
