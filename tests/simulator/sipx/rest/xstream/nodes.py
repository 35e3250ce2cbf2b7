# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The element tree that both readers produce."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Node:
    """An element without its attributes, which the server does not use.

    :param name: element name
    :param text: the text directly inside it, not trimmed
    :param children: its elements in order
    """

    name: str
    text: str = ""
    children: list[Node] = field(default_factory=list)
