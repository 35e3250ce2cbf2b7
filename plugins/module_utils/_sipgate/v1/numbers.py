# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Phone numbers as v1 reads and writes them: digits without a plus sign, sometimes with a scheme."""

from __future__ import annotations

import re

_PUNCTUATION = re.compile(r"[\s()/.-]")


def digits_of(number: str | None) -> str:
    """The digits that tell a number: without scheme, punctuation, plus sign and ``00``."""
    bare = _PUNCTUATION.sub("", re.sub(r"^tel:", "", number or ""))
    if bare.startswith("00"):
        return bare[2:]
    return bare[1:] if bare.startswith("+") else bare


def check_number(number: str) -> None:
    """Refuse what is no number in international form. :raises ValueError: saying what one looks like."""
    if not re.fullmatch(r"[1-9][0-9]{2,19}", digits_of(number)):
        raise ValueError(f"must be a number like +493023125001, not {number!r}")


def tel(number: str) -> str:
    """A number as calls and faxes want it."""
    return f"tel:{digits_of(number)}"
