# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a line keeps when it is removed and added anew: whatever the user did not mention.

There is no call that changes a line or moves it to another button, and a new line starts empty.
"""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field

from .._model.field import Field
from .client import SipxClient
from .device_settings import write_settings
from .settings import Settings

Row = t.Mapping[str, t.Any]

#: the options that tell which account a line is of; a password must not reach another server than the one it is for
_IDENTITY = ("user", "user_id", "registration_server")


@dataclass
class Legacy:
    """What the earlier line had and its successor is not told.

    :param secrets: option name to value.
    :param settings: path to value of the settings that do not have their default.
    """

    secrets: dict[str, t.Any] = field(default_factory=dict, repr=False)
    settings: dict[str, str] = field(default_factory=dict, repr=False)


def predecessors(fields: t.Sequence[Field], wanted: t.Sequence[Row], rows: t.Sequence[Row]) -> list[Row | None]:
    """For each wanted line the server's line of the same account, each of those once.

    :param fields: the options of a line.
    """
    left = list(rows)
    found = []
    for line in wanted:
        row = next((row for row in left if _same_account(fields, line, row)), None)
        if row is not None:
            left.remove(row)
        found.append(row)
    return found


def shown(fields: t.Iterable[Field], row: Row) -> dict[str, t.Any]:
    """The account of an external line as far as the server shows it; an internal line has its user's."""
    wires = {} if row.get("user") else {f.name: t.cast(str, f.wire) for f in fields}
    return {name: str(row[wire]) for name, wire in wires.items() if row.get(wire)}


def legacies(
    client: SipxClient, base: str, fields: t.Sequence[Field], wanted: t.Sequence[Row], rows: t.Sequence[Row]
) -> list[Legacy]:
    """For each line to come, what it takes over from a line that goes.

    :param base: path of the phone.
    :param fields: the options of a line.
    :param rows: the server's lines that are about to be removed.
    """
    return [
        Legacy() if row is None else _legacy(Settings(client, "{}/lines/{}".format(base, row["id"])), fields, line, row)
        for line, row in zip(wanted, predecessors(fields, wanted, rows))
    ]


def write_line_settings(tree: Settings, settings: t.Mapping[str, t.Any], legacy: Legacy) -> None:
    """Write the wanted settings of a line, and those that it takes over, unless it has a value there already."""
    for path, value in legacy.settings.items():
        if path not in settings and not tree.setting(path).overridden:
            tree.write(path, value)
    write_settings(tree, settings)


def _same_account(fields: t.Sequence[Field], line: Row, row: Row) -> bool:
    if row.get("user"):
        return bool(line.get("user") == row["user"])
    mentioned = {f.wire: line[f.name] for f in fields if f.name in _IDENTITY and line.get(f.name) is not None}
    return all(str(row.get(t.cast(str, wire)) or "") == value for wire, value in mentioned.items())


def _legacy(tree: Settings, fields: t.Sequence[Field], line: Row, row: Row) -> Legacy:
    secrets = shown([f for f in fields if f.secret and line.get(f.name) is None], row)
    # A model keeps the account among the settings: what the user clears must not come back from there.
    cleared = [value for name, value in shown(fields, row).items() if line.get(name) == ""]
    settings = {path: value for path, value in tree.overrides().items() if value is not None and value not in cleared}
    return Legacy(secrets, settings)
