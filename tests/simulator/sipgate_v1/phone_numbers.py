# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the API reads and writes telephone numbers."""

from __future__ import annotations

import re

from ..sipgate_common.demo_site import localized

_TEL = re.compile(r"tel:\+?[0-9]{3,20}")
_PLAIN = re.compile(r"\+?[1-9][0-9]{2,19}")
_PUNCTUATION = re.compile(r"[\s()/.-]")


def digits_of(number: str) -> str:
    """The digits that identify a number: without scheme, punctuation and international prefix, e.g. ``4930…``."""
    bare = _PUNCTUATION.sub("", number.removeprefix("tel:"))
    if bare.startswith("+"):
        return bare[1:]
    if bare.startswith("00"):
        return bare[2:]
    return f"49{bare[1:]}" if bare.startswith("0") else bare


def is_tel(number: str) -> bool:
    """Whether it has the form ``tel:4930…``."""
    return _TEL.fullmatch(number) is not None


def is_plain(number: str) -> bool:
    """Whether it is E.164, with or without the plus sign."""
    return _PLAIN.fullmatch(number) is not None


def pretty(number: str) -> str:
    """How a number is shown, e.g. ``030 23125001``."""
    return localized(f"+{number}").replace("-", " ") if number else ""
