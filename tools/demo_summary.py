# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What exists on the simulator, in words and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Kind:
    """Something that a site has many of: its words, and the rows of the simulator's state that are of this kind."""

    words: str
    collection: str
    where: Mapping[str, Any] = field(default_factory=dict)

    def count(self, platform_state: Mapping[str, Any]) -> int:
        rows = rows_of(platform_state.get(self.collection, ()))
        return sum(all(row[name] == value for name, value in self.where.items()) for row in rows)


# One line here for each new kind; kinds without any objects are not shown.
PLATFORMS: dict[str, tuple[str, tuple[Kind, ...]]] = {
    "sipx": (
        "sipXcom",
        (
            Kind("branches", "branches"),
            Kind("custom permissions", "permissions"),
            Kind("user groups", "groups", {"resource": "user"}),
            Kind("users", "users"),
            Kind("phone groups", "groups", {"resource": "phone"}),
            Kind("phones", "phones"),
            Kind("lines on phones", "lines"),
            Kind("gateways", "gateways"),
            Kind("hunt groups", "hunt_groups"),
            Kind("schedules", "schedules"),
            Kind("auto attendants", "attendants"),
            Kind("dialing rules", "rules"),
            Kind("page groups", "page_groups"),
            Kind("park orbits", "orbits"),
        ),
    ),
    "onsip": (
        "OnSIP",
        (
            Kind("users", "users"),
            Kind("addresses of users", "addresses", {"Type": "user"}),
            Kind("external addresses", "addresses", {"Type": "external"}),
            Kind("voicemail boxes", "voicemailboxes"),
            Kind("ring groups", "addresses", {"Type": "group"}),
            Kind("aliases", "user_aliases"),
        ),
    ),
    "sipgate_v1": ("sipgate, first API", (Kind("contacts", "contacts"),)),
    "sipgate_v2": (
        "sipgate",
        (
            Kind("users", "users"),
            Kind("devices", "devices"),
            Kind("phone lines", "phonelines"),
            Kind("fax lines", "faxlines"),
            Kind("notifications", "notifications"),
            Kind("contacts", "contacts"),
            Kind("blacklist entries", "blacklist"),
        ),
    ),
    "sipthor": ("SIP Thor", (Kind("accounts", "accounts"), Kind("aliases", "aliases"))),
}


def rows_of(collection: Any) -> Iterable[Any]:
    """The rows of a collection: a list, a table with its id sequence, or a mapping by key."""
    if not isinstance(collection, Mapping):
        return collection
    return collection["rows"] if "rows" in collection else collection.values()


def summary_lines(state: Mapping[str, Any], before: Mapping[str, Any]) -> Iterator[str]:
    """The platforms that the run changed, with what they have now and how much of it is new."""
    for platform, (title, kinds) in PLATFORMS.items():
        counted = [
            (kind.words, kind.count(state.get(platform, {})), kind.count(before.get(platform, {}))) for kind in kinds
        ]
        if all(now == earlier for words, now, earlier in counted):
            continue
        yield title
        for words, now, earlier in counted:
            if now:
                yield f"  {now:>5} {words}" + (f", {now - earlier} of them new" if earlier else "")
