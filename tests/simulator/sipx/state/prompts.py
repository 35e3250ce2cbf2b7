# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Audio files in directories of the primary server (``FileManager``)."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

ORBITS, PAGE_GROUPS, MUSIC_ON_HOLD = "orbits", "pagegroups", "moh"
#: area to the directory of its files
DIRECTORIES = {
    ORBITS: "/var/sipxdata/parkserver/music",
    PAGE_GROUPS: "/var/sipxdata/sipxpage/music",
    MUSIC_ON_HOLD: "/var/sipxdata/parkserver/moh",
}
DEFAULT_PROMPT = "default.wav"


class Prompts:
    """The prompts by area and file name."""

    def __init__(self) -> None:
        self.areas: dict[str, dict[str, bytes]] = {area: {} for area in DIRECTORIES}
        #: grows with every change
        self.revision = 0

    def content(self, area: str, name: str) -> bytes | None:
        """The bytes of a prompt, None when there is none of that name."""
        return self.areas[area].get(name)

    def exists(self, area: str, name: str) -> bool:
        """Whether an area has a prompt."""
        return name in self.areas[area]

    def put(self, area: str, name: str, content: bytes) -> bool:
        """Add a prompt; there is no overwriting.

        :returns: whether it was added
        """
        if name in self.areas[area]:
            return False
        self.revision += 1
        self.areas[area][name] = content
        return True

    def remove(self, area: str, name: str) -> bool:
        """Delete a prompt.

        :returns: whether there was one
        """
        self.revision += name in self.areas[area]
        return self.areas[area].pop(name, None) is not None

    def dump(self) -> dict[str, Any]:
        """All prompts as JSON-ready data, contents in base64."""
        return {
            area: {name: base64.b64encode(content).decode("ascii") for name, content in prompts.items()}
            for area, prompts in self.areas.items()
        }

    def restore(self, data: Mapping[str, Any]) -> None:
        """Replace the prompts by what ``dump`` returned."""
        for area, prompts in data.items():
            self.areas[area] = {name: base64.b64decode(content) for name, content in prompts.items()}
