# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cuts what a plural module would change into batches."""

from __future__ import annotations

import typing as t

from ansible.errors import AnsibleFilterError

# As within one call: what is deleted or updated can free a name that something new takes.
_ORDER = ("deleted", "updated", "created")


def batches(planned: t.Mapping[str, t.Any], size: int, noun: str = "objects") -> list[dict[str, t.Any]]:
    """The batches, each with a ``label`` for people and the ``indexes`` of its items in the list.

    Positions and not the items themselves, because loops show what they loop over, and items hold secrets.

    :param planned: result of the plural module in check mode.
    :param size: most items of a batch.
    :param noun: how the label calls the items.
    """
    if not isinstance(planned, t.Mapping) or not isinstance(planned.get("results"), list):
        raise AnsibleFilterError("batches: this is no result of a plural module")
    if size < 1:
        raise AnsibleFilterError("batches: the size must be at least 1")
    entries = [entry for entry in planned["results"] if entry.get("action") in _ORDER and "index" in entry]
    indexes = [entry["index"] for entry in sorted(entries, key=lambda entry: _ORDER.index(entry["action"]))]
    return [
        {"label": _label(noun, start, len(part), len(indexes)), "indexes": part}
        for start in range(0, len(indexes), size)
        for part in [indexes[start : start + size]]
    ]


def _label(noun: str, start: int, length: int, total: int) -> str:
    return f"{noun} {start + 1:,}–{start + length:,} of {total:,}"  # noqa: RUF001 - a dash between numbers


class FilterModule:
    """The collection's filters."""

    def filters(self) -> dict[str, t.Callable[..., t.Any]]:
        return {"batches": batches}
