# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A telephone system in this process, and sites of many users for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from module_run import run_module

from simulator.testing import RunningSimulator

#: rows of a page that the collection asks for; each page but the first repeats one row
PAGE = 1000


def users(count: int) -> list[dict[str, Any]]:
    """Users of a site, with what sites usually declare."""
    return [
        {
            "user_name": str(20000 + number),
            "first_name": f"First {number}",
            "last_name": f"Last {number}",
            "email_address": f"user{number}@example.com",
            "pin": f"pin-{number:05}",
            "sip_password": f"sip-{number:05}-x",
            "aliases": [f"a{20000 + number}"],
            "groups": ["administrators"],
        }
        for number in range(count)
    ]


def drifted(items: Sequence[Mapping[str, Any]], every: int) -> list[dict[str, Any]]:
    """The same users, of whom every so many have another last name."""
    return [
        {**item, "last_name": "Changed"} if number % every == 0 else dict(item) for number, item in enumerate(items)
    ]


def populated(state: Mapping[str, Any], items: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The state of a server that has one user, with these users in that one's place: a site in no time."""
    pbx = dict(state["sipx"])
    *others, model = pbx["users"]["rows"]
    rows = [_row(model, item, model["id"] + number) for number, item in enumerate(items)]
    pbx["users"] = {"next_id": model["id"] + len(rows), "rows": [*others, *rows]}
    return {**state, "sipx": pbx}


def _row(model: Mapping[str, Any], item: Mapping[str, Any], identity: int) -> dict[str, Any]:
    name = {"first_name": item["first_name"], "last_name": item["last_name"]}
    profile = {
        **model["profile"],
        "email_address": item["email_address"],
        "im_id": item["aliases"][0],
        "im_display_name": " ".join(name.values()),
    }
    return {
        **model,
        **name,
        "id": identity,
        "user_name": item["user_name"],
        "aliases": item["aliases"],
        "portal_password": item["pin"],
        "sip_password": item["sip_password"],
        "private_key": f"{identity:032x}",
        "profile": profile,
    }


class Site:
    """A simulated server, and modules that talk to it.

    :param simulator: the server.
    """

    def __init__(self, simulator: RunningSimulator) -> None:
        self.simulator = simulator

    def apply(self, items: Sequence[Any], *, url: str | None = None, **options: Any) -> dict[str, Any]:
        """The result of ``sipx_users`` with these items; the journal then holds that call's requests only."""
        self.simulator.forget_requests()
        connection = {"url": url or self.simulator.url, "username": "superadmin", "password": "rehearsal"}
        return run_module("sipx_users", users=list(items), **connection, **options)

    @property
    def requests(self) -> list[dict[str, Any]]:
        return self.simulator.requests("sipx")

    @property
    def counted(self) -> Counter[str]:
        """How often each call was made."""
        return Counter(f"{row['method']} {row['route']}" for row in self.requests)

    @property
    def connections(self) -> int:
        return len({row["connection"] for row in self.requests})

    @property
    def names(self) -> list[str]:
        """The names of all users that the server has, the administrator aside."""
        rows = self.simulator.state("sipx")["users"]["rows"]
        return sorted(row["user_name"] for row in rows if row["user_name"] != "superadmin")
