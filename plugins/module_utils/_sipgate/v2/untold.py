# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Things whose making does not tell their id."""

from __future__ import annotations

import typing as t

from ..._engine.adapter import Adapter
from ..._engine.record import Item


class UntoldAdapter(Adapter):
    """Looks the id up afterwards when one thing is wanted; for many it would take a listing each."""

    _alone = False

    def expect(self, items: t.Sequence[Item]) -> None:
        self._alone = len(items) == 1

    def told(self, values: t.Mapping[str, t.Any]) -> t.Any:
        """The id of what was just made. It is made, so no failure of the looking counts."""
        if not self._alone:
            return None
        key = self.resource.key_of(values)
        try:
            found = [record for record in self.fetch(frozenset((key,))) if self.resource.key_of(record.values) == key]
        except Exception:
            return None
        return found[0].identity if len(found) == 1 else None
