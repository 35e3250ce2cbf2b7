# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal: every request that was not a control call, in the order of arrival."""

from __future__ import annotations

from typing import Any

from .interface import Call


class Journal:
    """Rows are kept as the calls themselves, so that a request still being answered is listed with what is known."""

    def __init__(self) -> None:
        self._calls: list[Call] = []
        self._cleared = 0
        self._counted = 0
        self._served: dict[tuple[str | None, str, str | None, str | None], tuple[int, frozenset[int]]] = {}

    def begin(self, call: Call) -> None:
        """Enter a request; the twin and the core go on filling in the call."""
        self._calls.append(call)

    def rows(self, platform: str | None = None) -> list[dict[str, Any]]:
        """The rows as the control call shows them.

        :param platform: only the requests to this platform; None for all
        :return: one mapping a request; ``seq`` numbers them from 1 and goes on counting when the journal is cleared
        """
        return [
            {"seq": seq, **vars(call)}
            for seq, call in enumerate(self._calls, start=self._cleared + 1)
            if platform is None or call.platform == platform
        ]

    def clear(self) -> int:
        """Forget all rows.

        :return: how many there were
        """
        cleared = len(self._calls)
        self._count()
        self._cleared += cleared
        self._calls.clear()
        return cleared

    def served(self) -> list[dict[str, Any]]:
        """Which calls of which platforms were ever answered, also those whose rows were cleared.

        :return: one mapping a platform, method, route and action, with ``times`` and the ``statuses`` that were sent
        """
        self._count()
        return [
            {
                "platform": platform,
                "method": method,
                "route": route,
                "action": action,
                "times": times,
                "statuses": sorted(statuses),
            }
            for (platform, method, route, action), (times, statuses) in sorted(self._served.items(), key=repr)
        ]

    def _count(self) -> None:
        for call in self._calls[self._counted - self._cleared :]:
            key = (call.platform, call.method, call.route, call.action)
            times, statuses = self._served.get(key, (0, frozenset()))
            self._served[key] = (times + 1, statuses | ({call.status} if call.status is not None else set()))
        self._counted = self._cleared + len(self._calls)
