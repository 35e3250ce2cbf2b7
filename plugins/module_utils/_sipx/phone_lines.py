# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of a phone: internal ones belong to a user, external ones carry their own account."""

from __future__ import annotations

import typing as t
from dataclasses import replace

from .._model.compare import UNREADABLE, differs
from .._model.errors import ItemError
from .._model.field import Field
from .client import SipxClient
from .device_settings import SETTINGS, translated
from .line_writer import LineWriter, NewLine, predecessors, shown
from .settings import Settings

_ACCOUNT = (
    Field("user_id"),
    Field("display_name"),
    Field("extension"),
    Field("password", secret=True),
    Field("registration_server"),
    Field("registration_server_port"),
    Field("voicemail"),
)


def _check(line: t.Mapping[str, t.Any]) -> None:
    account = [option.name for option in _ACCOUNT if line.get(option.name) is not None]
    if line.get("user") and account:
        raise ValueError("has user, so {} would be ignored".format(", ".join(account)))
    if not line.get("user") and not line.get("user_id"):
        raise ValueError("needs user (a line of a user of this server) or user_id (an account elsewhere)")


_WHOSE = Field("lines", "list", elements="dict", options=(Field("user", refers_to="user"), *_ACCOUNT))
PASSWORDS = "lines.password"
LINES = replace(_WHOSE, options=(*_WHOSE.options, SETTINGS), check=_check)


def read_lines(rows: t.Iterable[t.Mapping[str, t.Any]]) -> list[dict[str, t.Any]]:
    """Lines as options. Of an internal line only the user counts, the rest follows from it."""
    return [_read(row) for row in rows]


def _read(row: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    if row.get("user"):
        return {"user": row["user"]}
    # A model that cannot store a property reads back null, which says nothing about what was written.
    account = {option.name: row.get(t.cast(str, option.wire)) for option in _ACCOUNT if not option.secret}
    return {name: UNREADABLE if value is None else str(value) for name, value in account.items()}


def read_line_settings(
    client: SipxClient, base: str, wanted: t.Sequence[dict[str, t.Any]], rows: t.Sequence[t.Mapping[str, t.Any]]
) -> list[dict[str, t.Any]]:
    """The lines of a phone, with the current values of the settings that are wanted for each.

    Wanted settings of lines that stay are translated into the server's vocabulary in place, so that they can be
    compared. Those of lines to come are only checked, by what another line has.
    """
    current = read_lines(rows)
    kept = _kept(wanted, current)
    for line in wanted[kept:] if rows else ():
        translated(Settings(client, "{}/lines/{}".format(base, rows[0]["id"])), line.get("settings") or {})
    for place, line in enumerate(wanted[:kept]):
        if line.get("settings"):
            tree = Settings(client, "{}/lines/{}".format(base, rows[place]["id"]))
            line["settings"] = translated(tree, line["settings"])
            current[place]["settings"] = {path: tree.setting(path).value or "" for path in line["settings"]}
    return current


def _kept(wanted: t.Sequence[t.Mapping[str, t.Any]], current: t.Sequence[t.Mapping[str, t.Any]]) -> int:
    """How many lines stay, from the first button on."""
    kept = 0
    while kept < min(len(wanted), len(current)) and not differs(_WHOSE, [wanted[kept]], [current[kept]]):
        kept += 1
    return kept


def with_accounts(
    wanted: t.Sequence[t.Mapping[str, t.Any]], rows: t.Sequence[t.Mapping[str, t.Any]]
) -> list[dict[str, t.Any]]:
    """Wanted lines, with what they do not mention of an account that the phone has."""
    visible = [option for option in _ACCOUNT if not option.secret]
    earlier = predecessors(_WHOSE.options, wanted, rows)
    return [{**shown(visible, row or {}), **_mentioned(line)} for line, row in zip(wanted, earlier)]


def _mentioned(line: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    return {name: value for name, value in line.items() if value is not None}


def has_passwords(wanted: t.Sequence[t.Mapping[str, t.Any]], rows: t.Sequence[t.Mapping[str, t.Any]]) -> bool:
    """Whether the accounts that the phone has already have the passwords that are wanted for them.

    :raises ItemError: the server shows no password of a line.
    """
    earlier = predecessors(_WHOSE.options, wanted, rows)
    pairs = [(line["password"], row) for line, row in zip(wanted, earlier) if line.get("password") and row is not None]
    if not all(row.get("password") for _wanted, row in pairs):
        raise ItemError(
            "update_secrets=verify is not possible: the server shows no password of this line, perhaps because the "
            "model cannot store one; use on_create or always"
        )
    return all(row["password"] == password for password, row in pairs)


def write_lines(
    client: SipxClient,
    base: str,
    wanted: t.Sequence[t.Mapping[str, t.Any]],
    rows: t.Sequence[t.Mapping[str, t.Any]],
    passwords: bool = False,
) -> None:
    """Make the phone's buttons carry the wanted lines, in their order.

    A line cannot be changed and is always appended, so everything from the first difference on is removed and added
    anew; the lines before it keep their ids.

    :param base: path of the phone.
    :param rows: the server's current lines.
    :param passwords: whether lines with a password are written although they look the same.
    """
    kept = _kept(wanted, read_lines(rows))
    if passwords:
        kept = next((place for place, line in enumerate(wanted[:kept]) if line.get("password") is not None), kept)
    writer = LineWriter(client, base, _WHOSE.options)
    writer.replace(kept, rows, wanted)
    for row, line in zip(rows, wanted[:kept]):
        if line.get("settings"):
            writer.write_settings(row, NewLine(settings=line["settings"]))
