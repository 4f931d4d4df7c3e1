#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares `problem list --format json` with what the fixtures' expected.json wants of given files."""
import json, subprocess, sys
from datetime import datetime

klash, expected, *files = sys.argv[1:]
want = json.load(open(expected))["accepted"]
rows = json.loads(subprocess.run([klash, "problem", "list", "--format", "json"], capture_output=True, check=True).stdout)
have = {(r["municipality"], r["title"], datetime.fromisoformat(r["received"])): r for r in rows}
wrong = 0
for file in files:
    for row in want[file]:
        # "... or +02:00": in the hour that autumn repeats the earlier moment is taken.
        key = (row["code"], row["title"], datetime.fromisoformat(row["submitted"].split(" ")[0]))
        if key not in have or have[key]["late"]:
            wrong += 1
            print(f"missing: {file} row {row['row']}: {key}")
sys.exit(1 if wrong else 0)
