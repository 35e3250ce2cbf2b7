# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ``settings`` option of devices: phones, gateways and their parts."""

from __future__ import annotations

import typing as t

from .._engine.record import Record
from .._model.errors import ItemError
from .._model.field import Field
from .settings import DEFAULT, Settings, is_secret_path

#: the word for ``state`` that takes the mentioned settings back
REVERTED = "default"
#: path to value; only the mentioned paths are managed, and an empty map reverts all of them
SETTINGS = Field("settings", "dict", keyed=True, secret_key=is_secret_path)


def with_settings(tree: Settings, record: Record, wanted: t.Mapping[str, t.Any]) -> Record:
    """The record with the current values of the mentioned settings, or with all overrides when all are to go."""
    settings = wanted.get("settings")
    if settings is None:
        return record
    if settings:
        record.values["settings"] = {path: tree.setting(path).value or "" for path in settings}
    else:
        record.values["settings"] = tree.overrides()
    return record


def translated(tree: Settings, wanted: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """Wanted settings as the texts that the server keeps."""
    return {path: tree.text_of(path, value) or "" for path, value in wanted.items() if value is not None}


def reverting(wanted: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """What ``state=default`` wants: the mentioned settings as they come, whatever their values say."""
    if wanted.get("settings") is None:
        raise ItemError("state=default needs settings: the paths to revert, each with any value; {} reverts all")
    return {**wanted, "settings": dict.fromkeys(wanted["settings"], DEFAULT)}


def write_settings(tree: Settings, wanted: t.Mapping[str, t.Any], current: t.Mapping[str, t.Any] | None = None) -> None:
    """Write the settings that differ; with an empty map, revert those in ``current``.

    :param current: what the object holds; ``None`` for a new object.
    """
    if not wanted and current:
        for path in current:
            tree.write(path, None)
    for path, value in wanted.items():
        if value is None or (current is not None and (current.get(path) or "") == value):
            continue
        tree.write(path, None if value == DEFAULT else tree.text_of(path, value))
