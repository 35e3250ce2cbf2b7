# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sites that are provisioned: as many users as wanted, and the same with a few changes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

GROUP = "staff"

#: in a drifted site one user of so many differs
DRIFT = 100


def site(size: int, drifted: bool = False) -> list[dict[str, Any]]:
    """Users with what sites usually declare."""
    return [
        {
            "user_name": str(100000 + number),
            "first_name": f"First {number}",
            "last_name": f"Last {number}" + (" changed" if drifted and number % DRIFT == 0 else ""),
            "email_address": f"user{number}@example.com",
            "pin": f"pin-{number:06}",
            "sip_password": f"sip-{number:06}-x",
            "aliases": [f"a{100000 + number}"],
            "groups": [GROUP],
        }
        for number in range(size)
    ]


def changes(size: int) -> int:
    """How many users differ between a site and the drifted one."""
    return -(-size // DRIFT)


def site_file(folder: Path, size: int, drifted: bool) -> Path:
    """A JSON file that serves as ``src``, as extra variables and as the script's input."""
    path = folder / f"users-{size}{'-drifted' if drifted else ''}.json"
    if not path.exists():
        path.write_text(json.dumps({"users": site(size, drifted)}))
    return path
