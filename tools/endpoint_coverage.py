# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which calls of the platforms' references the collection covers, and the proof that it really makes them.

``docs/coverage/PLATFORM.yml`` lists the calls. ``python -m tools.endpoint_coverage`` makes ``docs/coverage.md`` of
them, ``--check`` only compares. After a run of all integration targets, each call that is said to be covered must be
among those that the simulator answered.

A row has ``call`` (as the reference writes it), ``covered_by`` (a list of modules, or of an info module and what it
gathers) or ``excluded`` (the reason), and ``method``, ``route`` and ``action`` as the simulator's journal names them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import yaml

from tools.layout import CLONE

ROWS = CLONE / "docs" / "coverage"
PAGE = CLONE / "docs" / "coverage.md"
_NAMES_IN_JOURNAL = ("method", "route", "action")
_HEAD = """\
# Coverage

Each call of the platforms' references, and the module that makes it. Written by `python -m tools.endpoint_coverage`
from the files in [coverage](coverage). `make integration` proves from the simulator's journal that every covered call
is made.
"""


def platforms() -> dict[str, list[dict[str, Any]]]:
    """Platform, as the simulator names it, to its rows."""
    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(ROWS.glob("*.yml"))}


def flaws(platform: str, rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """What is wrong with the rows themselves."""
    found = []
    seen = set()
    for row in rows:
        name = f"{platform}: {row.get('call')}"
        if bool(row.get("covered_by")) == bool(row.get("excluded")):
            found.append(f"{name} needs either covered_by or excluded")
        if row.get("covered_by") and not any(row.get(key) for key in ("route", "action")):
            found.append(f"{name} does not say how the journal names it")
        if row.get("call") in seen:
            found.append(f"{name} stands there twice")
        seen.add(row.get("call"))
    return found


def not_called(platform: str, rows: Iterable[Mapping[str, Any]], served: Iterable[Mapping[str, Any]]) -> list[str]:
    """The covered calls that the simulator never answered with a success.

    :param served: rows of ``GET /_sim/served``.
    """
    answered = [one for one in served if one["platform"] == platform and any(s < 400 for s in one["statuses"])]
    return [
        f"{platform}: {row['call']}"
        for row in rows
        if row.get("covered_by")
        and not any(all(one[key] == row[key] for key in _NAMES_IN_JOURNAL if row.get(key)) for one in answered)
    ]


def page(tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> str:
    """The text of docs/coverage.md."""
    parts = [_HEAD]
    for platform, rows in tables.items():
        covered = sum(1 for row in rows if row.get("covered_by"))
        parts.append(
            f"\n## {platform}\n\n{covered} of {len(rows)} calls are covered.\n\n| call | covered by |\n|---|---|\n"
        )
        parts.extend(f"| `{row['call']}` | {_cell(row)} |\n".replace("\n |", " |") for row in rows)
    return "".join(parts)


def _cell(row: Mapping[str, Any]) -> str:
    if row.get("excluded"):
        return "not covered: " + " ".join(str(row["excluded"]).split())
    return ", ".join(f"`{name}`" for name in row["covered_by"])


def main() -> int:
    tables = platforms()
    wrong = [flaw for platform, rows in tables.items() for flaw in flaws(platform, rows)]
    text = page(tables) if not wrong else ""
    stale = not wrong and (not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text)
    if stale and "--check" in sys.argv[1:]:
        wrong.append(f"{PAGE.relative_to(CLONE)} differs from docs/coverage/; run python -m tools.endpoint_coverage")
    elif stale:
        PAGE.write_text(text, encoding="utf-8")
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
