# SPDX-License-Identifier: MIT
"""Sessions at a terminal, beside the bare program on the same file: when the first screen stands, what a key in a list
costs, what an idle one holds in memory. Both speak Finnish."""
import time

from meter import Meter, median

DOWN = "\x1b[B"
READY = b"? ohje"
IDLE = 6  # seconds until one counts as idle
ROWS_SHOWN = 23  # at most: so many keys down and any list scrolls


def klash_command(klash, path, login=None):
    return [klash, "--db", path, "--lang", "fi", *(["--as", login] if login else [])]


def start(commands, times):
    """Of each: seconds of the processor until the first screen, the least of several in turn."""
    work = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            meter = Meter(*command)
            meter.first_screen(READY)
            work[name].append(meter.worked())
            meter.settle()
            meter.leave()
    return {name: min(found) for name, found in work.items()}


def press_down(meter):
    found = meter.press(DOWN, patience=5)
    if found[2] == 0:
        raise RuntimeError("a key down changes nothing")
    return found


def keys(command, times, before=""):
    """Median seconds of the processor and bytes of a key down: where it moves the cursor, and where the list
    scrolls."""
    meter = Meter(*command)
    meter.first_screen(READY)
    meter.settle()
    for key in before:
        meter.press(key)
    found = {}
    moves = [press_down(meter) for _ in range(10)]
    for _ in range(ROWS_SHOWN - 10):
        press_down(meter)
    scrolls = [press_down(meter) for _ in range(times)]
    for name, presses in (("cursor", moves), ("scroll", scrolls)):
        found[name] = median([work for _, work, _ in presses])
        found[name + ".bytes"] = median([count for _, _, count in presses])
    meter.leave()
    return found


def memory(command, number):
    """Mean megabytes (PSS) of so many idle sessions at once."""
    meters = [Meter(*command) for _ in range(number)]
    for meter in meters:
        meter.first_screen(READY)
    for meter in meters:
        meter.settle()
    time.sleep(IDLE)
    mean = sum(meter.proportional() for meter in meters) / number
    for meter in meters:
        meter.hang_up()
    return mean / 1024
