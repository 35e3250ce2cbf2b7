# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A deed as data: what its module needs."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field

from ..._ansible.action_module import run_action
from ..._ansible.platform import Platform
from ..generations import V1, V2, chosen
from ..platform import SIPGATE, SIPGATE_V1, SIPGATE_V2

Params = t.Mapping[str, t.Any]

_PLATFORMS: dict[tuple[str, ...], Platform] = {(V2, V1): SIPGATE, (V2,): SIPGATE_V2, (V1,): SIPGATE_V1}


@dataclass(frozen=True)
class Way:
    """How one generation does it.

    :param act: does it, and returns what the result should hold.
    :param check: raises for parameters that cannot be carried out.
    :param look: what the service says before, ``None`` when there is nothing to do; see :func:`run_action`.
    """

    act: t.Callable[[t.Any, Params], dict[str, t.Any]]
    check: t.Callable[[Params], None] | None = None
    look: t.Callable[[t.Any, Params], dict[str, t.Any] | None] | None = None


@dataclass(frozen=True)
class Deed:
    """Something that is done at every run, or unless it is done already.

    :param options: argument spec.
    :param ways: generation to how it does it, the newest first.
    :param constraints: ``required_one_of`` and its like.
    """

    options: dict[str, dict[str, t.Any]]
    ways: t.Mapping[str, Way]
    constraints: t.Mapping[str, t.Any] = field(default_factory=dict)


def run_deed(deed: Deed) -> None:
    """Be the module of a deed."""
    offered = tuple(deed.ways)

    def way_of(params: Params) -> Way:
        return deed.ways[chosen(params.get("api_version"), offered)]

    def check(params: Params) -> None:
        way = way_of(params)
        if way.check is not None:
            way.check(params)

    def look(client: t.Any, params: Params) -> dict[str, t.Any] | None:
        way = way_of(params)
        return way.look(client, params) if way.look is not None else {}

    def act(client: t.Any, params: Params) -> dict[str, t.Any]:
        return way_of(params).act(client, params)

    looks = any(way.look is not None for way in deed.ways.values())
    run_action(_PLATFORMS[offered], deed.options, check, act, look if looks else None, **deed.constraints)
