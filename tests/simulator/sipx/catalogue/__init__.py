# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The device models that a full installation offers, and where their data files lie.

Models, versions and limits are those of the plug-ins in the public source. So are the setting trees of services, users,
trunks and the Acme sample devices; the trees of all other devices (``generic-phone``, ``polycom-phone``,
``audiocodes-gateway``, ``audiocodes-port``) are small stand-ins of the same form, and every line has the tree of the
Acme sample. Features and their bundles are a plausible selection too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
MAC = "[0-9a-f]{12}"


@dataclass(frozen=True)
class Model:
    """A phone or gateway model.

    :param model_id: case-sensitive id, as requests name it
    :param bean_id: what the server puts in front of a version to make a version token
    :param versions: full version tokens, None for a model without versions
    :param serial_pattern: what a serial number must match as a whole, None for no serial number
    :param tree: setting tree of the device, None for a device without settings
    :param line_tree: setting tree of its lines (phones)
    :param port_tree: setting tree of its ports (gateways), None for none
    :param hidden: accepted on create, left out of the list of models
    """

    model_id: str
    label: str
    vendor: str | None = None
    bean_id: str = ""
    versions: tuple[str, ...] | None = None
    serial_pattern: str | None = MAC
    max_lines: int = 0
    max_ports: int = 0
    tree: str | None = None
    line_tree: str = "acme-line"
    port_tree: str | None = None
    hidden: bool = False

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Model:
        """A model as an entry of a catalogue file describes it."""
        versions = data.get("versions")
        return cls(**{**data, "versions": None if versions is None else tuple(versions)})

    def accepts_serial(self, serial_number: str) -> bool:
        """Whether a serial number has the form that the model wants."""
        return self.serial_pattern is None or re.fullmatch(self.serial_pattern, serial_number) is not None

    def bean(self) -> dict[str, Any]:
        """The wire form of a model (``ModelBean``)."""
        versions = None if self.versions is None else list(self.versions)
        return {"modelId": self.model_id, "label": self.label, "vendor": self.vendor, "versions": versions}


@cache
def read(name: str) -> Any:
    """The content of the catalogue file ``NAME.json``; do not change it."""
    return json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))


def _models(name: str) -> dict[str, Model]:
    return {data["model_id"]: Model.from_json(data) for data in read(name)}


PHONE_MODELS: dict[str, Model] = _models("phone_models")
GATEWAY_MODELS: dict[str, Model] = _models("gateway_models")
