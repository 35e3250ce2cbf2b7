# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts that the server stores as they are and shows in Latin-1, with a question mark for what that cannot spell."""

from __future__ import annotations


def as_shown(value: str) -> str:
    """A text as the server shows it."""
    return value.encode("latin-1", "replace").decode("latin-1")


def check_name(value: str) -> None:
    """A name has to be found again. :raises ValueError: the server would show another one."""
    if as_shown(value) != value:
        raise ValueError(f"must consist of characters of ISO 8859-1, because the server shows no others; not {value!r}")
