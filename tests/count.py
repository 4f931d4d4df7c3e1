#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Counts what meson ran: every TAP subtest is one, and so is a program that ends badly with none failed.

Names what failed and what was skipped; the last line is "N passed, N failed".
"""
import json
import re
import sys

passed, failed, skipped = 0, [], []
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as log:
        for test in map(json.loads, log):
            lines = re.findall(r"^(ok|not ok)\b *\d* *-? *(.*)$", test.get("stdout", ""), re.M)
            bad = 0
            for outcome, name in lines:
                if "# SKIP" in name:
                    skipped.append(f"{test['name']}: {name}")
                elif outcome == "ok":
                    passed += 1
                else:
                    bad += 1
                    failed.append(f"{test['name']}: {name}")
            if test["result"] == "SKIP" and not lines:
                skipped.append(test["name"])
            elif test["result"] not in ("OK", "SKIP") and bad == 0:
                failed.append(f"{test['name']}: {test['result']}")
            elif test["result"] == "OK" and not lines:
                passed += 1
for line in skipped:
    print("skipped:", line)
for line in failed:
    print("failed:", line)
print(f"{passed} passed, {len(failed)} failed")
sys.exit(1 if failed or passed == 0 else 0)
