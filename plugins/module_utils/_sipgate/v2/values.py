# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Values as the service keeps them."""

from __future__ import annotations

import re

_PUNCTUATION = re.compile(r"[\s()/.-]")
_E164 = re.compile(r"\+[1-9][0-9]{1,14}")


def e164(number: str) -> str:
    """A phone number as ``+493023125001``: punctuation goes, ``00`` becomes ``+``. Others stay as they are."""
    bare = _PUNCTUATION.sub("", number)
    return "+" + bare[2:] if bare.startswith("00") else bare


def check_e164(number: str) -> None:
    """Refuse what is no number in international form. :raises ValueError: saying what one looks like."""
    if not _E164.fullmatch(e164(number)):
        raise ValueError(f"must be a number like +493023125001, not {number!r}")
