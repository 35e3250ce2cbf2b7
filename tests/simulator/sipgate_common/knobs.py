# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Knobs that are objects of switches: a configuration call may name some of the switches only."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from ..core.interface import Clock, Twin, UnknownKnob, same_kind


class KnobbedTwin(Twin):
    """A twin whose knobs may be objects of switches, e.g. ``{"features": {"fax": false}}``.

    ``switch_choices`` names what a switch may be set to, as ``knob_choices`` does for plain knobs.
    """

    switch_choices: Mapping[str, Mapping[str, tuple[Any, ...]]] = {}

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self.reset_knobs()

    def configure(self, values: Mapping[str, Any]) -> None:
        super().configure({name: self._complete(name, value) for name, value in values.items()})

    def reset_knobs(self) -> None:
        self.knobs = deepcopy(dict(self.default_knobs))

    def _complete(self, name: str, value: Any) -> Any:
        """The switches that a value names, together with the others as they are now."""
        switches = self.knobs.get(name)
        if not isinstance(switches, dict) or not isinstance(value, Mapping):
            return value
        for switch, setting in value.items():
            self._check(name, switch, setting)
        return {**switches, **value}

    def _check(self, name: str, switch: str, setting: Any) -> None:
        defaults = self.default_knobs[name]
        if switch not in defaults:
            raise UnknownKnob(f"{self.name}: {name!r} has no {switch!r}; it has: {', '.join(sorted(defaults))}")
        choices = self.switch_choices.get(name, {}).get(switch)
        if choices is not None and setting not in choices:
            raise UnknownKnob(f"{self.name}: {name}.{switch} is one of {', '.join(map(repr, choices))}")
        if choices is None and not _fits(setting, defaults[switch]):
            kind = "int or null" if defaults[switch] is None else type(defaults[switch]).__name__
            raise UnknownKnob(f"{self.name}: {name}.{switch} takes a value of type {kind}, not {setting!r}")


def _fits(setting: Any, default: Any) -> bool:
    """A switch without a default is a limit: a number, or none."""
    if default is None:
        return setting is None or (isinstance(setting, int) and same_kind(setting, 0))
    return same_kind(setting, default)
