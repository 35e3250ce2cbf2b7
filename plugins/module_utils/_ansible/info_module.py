# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The info module of a platform: it reads what it is asked for, in the form in which other modules take it."""

from __future__ import annotations

import typing as t

from .._engine.adapter import Adapter
from .._engine.difference import readout
from .._engine.reading import read_each
from .platform import Platform
from .session import connected, platform_spec
from .voip_module import VoipModule, run

#: reads one kind of thing; gets the client and the module's parameters
Gatherer = t.Callable[[t.Any, t.Mapping[str, t.Any]], t.Any]


def objects_of(adapter_class: t.Callable[[t.Any], Adapter]) -> Gatherer:
    """A gatherer for all objects of a resource."""

    def gather(client: t.Any, params: t.Mapping[str, t.Any]) -> list[dict[str, t.Any]]:
        adapter = adapter_class(client)
        fields = adapter.resource.fields
        records = adapter.fetch(None)
        if params.get("include_settings") and any(field.name == "settings" for field in fields):
            # An empty map asks for all that differs from the defaults.
            records = read_each(lambda record: adapter.complete(record, {"settings": {}}), records)
        return [readout(fields, record.values) for record in records]

    return gather


def run_info(
    platform: Platform, gatherers: t.Mapping[str, Gatherer], options: dict[str, dict[str, t.Any]] | None = None
) -> None:
    """Be the info module.

    :param gatherers: by the name that users give in ``gather`` and find in the result.
    :param options: argument spec of further options, which the gatherers find in their parameters.
    """
    module = VoipModule(
        {
            "gather": {"type": "list", "elements": "str", "choices": sorted(gatherers), "required": True},
            **(options or {}),
            **platform_spec(platform),
        },
        supports_check_mode=True,
    )

    def work(module: VoipModule) -> dict[str, t.Any]:
        with connected(module, platform) as client:
            gathered = {name: gatherers[name](client, module.params) for name in module.params["gather"]}
        return {"changed": False, **gathered}

    run(module, work)
