# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ids in answers."""

from __future__ import annotations


def number_of(text: str | None) -> int | None:
    """The id that a text holds; ``None`` when it holds something else."""
    text = (text or "").strip()
    return int(text) if text.isdigit() else None
