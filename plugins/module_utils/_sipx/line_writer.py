# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing the lines of a phone.

No call changes a line or moves it to another button: it is removed and added anew, at the end and empty. So a line
takes over what the one of the same account had and nobody mentioned, and what was removed is put back when the rest
fails.
"""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field

from .._engine.lost_answer import surely
from .._model.errors import ItemError, RemoteError
from .._model.field import Field
from .._model.wire import write_wire
from .client import SipxClient
from .device_settings import write_settings
from .settings import Settings

Row = t.Mapping[str, t.Any]

#: the options that tell which account a line is of; a password must not reach another server than the one it is for
_IDENTITY = ("user", "user_id", "registration_server")


@dataclass
class NewLine:
    """A line to come.

    :param bean: its account as the server takes it.
    :param settings: path to value, as users write it.
    :param inherited: path to the server's text; written unless the line has a value of its own there.
    """

    bean: dict[str, t.Any] = field(default_factory=dict, repr=False)
    settings: t.Mapping[str, t.Any] = field(default_factory=dict, repr=False)
    inherited: dict[str, str] = field(default_factory=dict, repr=False)


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


def _same_account(fields: t.Sequence[Field], line: Row, row: Row) -> bool:
    if row.get("user"):
        return bool(line.get("user") == row["user"])
    mentioned = {f.wire: line[f.name] for f in fields if f.name in _IDENTITY and line.get(f.name) is not None}
    return all(str(row.get(t.cast(str, wire)) or "") == value for wire, value in mentioned.items())


class LineWriter:
    """Writes the lines of one phone.

    :param base: path of the phone.
    :param fields: the options of a line that make its account.
    """

    def __init__(self, client: SipxClient, base: str, fields: t.Sequence[Field]) -> None:
        self._client = client
        self._path = base + "/lines"
        self._fields = fields

    def replace(self, kept: int, rows: t.Sequence[Row], wanted: t.Sequence[Row]) -> None:
        """Make the wanted lines follow the first ones, in place of those that do.

        :param kept: how many lines stay.
        :param rows: the server's lines.
        :param wanted: all lines as options; those that stay are among them.
        :raises ItemError, RemoteError: it failed. The lines are as before, unless the message says otherwise.
        """
        going, coming = rows[kept:], wanted[kept:]
        if going and not wanted:
            self._client.api_send("DELETE", self._path)
        elif not coming:
            self._remove(going)
        elif not going:
            self._add(kept, [self._new(line, None, {}) for line in coming])
        else:
            overrides = {row["id"]: self._tree(row).overrides() for row in going}
            before = [self._as_it_is(row, overrides[row["id"]]) for row in going]
            pairs = zip(coming, predecessors(self._fields, coming, going))
            after = [self._new(line, row, overrides[row["id"]] if row is not None else {}) for line, row in pairs]
            try:
                self._remove(going)
                self._add(kept, after)
            except (ItemError, RemoteError) as error:
                raise self._put_back(kept, before, error) from None

    def write_settings(self, row: Row, line: NewLine) -> None:
        """Write those settings of a line that differ."""
        tree = self._tree(row)
        for path, value in line.inherited.items():
            if path not in line.settings and not tree.setting(path).overridden:
                tree.write(path, value)
        write_settings(tree, line.settings, {path: tree.setting(path).value or "" for path in line.settings})

    def _tree(self, row: Row) -> Settings:
        return Settings(self._client, "{}/{}".format(self._path, row["id"]))

    def _rows(self) -> list[dict[str, t.Any]]:
        return self._client.api_list(self._path, "lines")

    def _new(self, line: Row, row: Row | None, overrides: t.Mapping[str, str | None]) -> NewLine:
        account = {} if row is None else shown(self._fields, row)
        # A model keeps the account among the settings: what the user clears must not come back from there.
        cleared = [value for name, value in account.items() if line.get(name) == ""]
        inherited = {path: value for path, value in overrides.items() if value is not None and value not in cleared}
        given = {name: value for name, value in line.items() if value is not None}
        bean = write_wire(self._fields, {**account, **given})
        return NewLine(bean, line.get("settings") or {}, inherited)

    def _as_it_is(self, row: Row, overrides: t.Mapping[str, str | None]) -> NewLine:
        account = {"user": row["user"]} if row.get("user") else shown(self._fields, row)
        own = {path: value for path, value in overrides.items() if value is not None}
        return NewLine(write_wire(self._fields, account), {}, own)

    def _remove(self, rows: t.Sequence[Row]) -> None:
        for row in rows:
            self._remove_one(row["id"])

    def _remove_one(self, identity: t.Any) -> None:
        surely(
            lambda: self._client.api_send("DELETE", f"{self._path}/{identity}"),
            lambda: identity not in [row.get("id") for row in self._rows()],
        )

    def _add(self, kept: int, lines: t.Sequence[NewLine]) -> None:
        for place, line in enumerate(lines, kept):
            self._add_one(place, line.bean)
        if any(line.settings or line.inherited for line in lines):
            # The answer to a new line names no id, so all are read once more.
            rows = self._rows()[kept:]
            if len(rows) != len(lines):
                raise ItemError(f"the phone has {kept + len(rows)} lines instead of {kept + len(lines)}; run again")
            for row, line in zip(rows, lines):
                if line.settings or line.inherited:
                    self.write_settings(row, line)

    def _add_one(self, place: int, bean: dict[str, t.Any]) -> None:
        surely(
            lambda: self._client.api_send("POST", self._path, bean),
            lambda: len(self._rows()) > place,
            harmless=False,
        )

    def _put_back(self, kept: int, lines: t.Sequence[NewLine], error: ItemError | RemoteError) -> RemoteError:
        """What to tell after a failure."""
        try:
            self._remove(self._rows()[kept:])
            self._add(kept, lines)
        except (ItemError, RemoteError) as second:
            text = (
                f"{error.message} The lines that were removed could not be put back: {second.message} What was not "
                "mentioned of them is lost; run again with those lines whole, with their passwords and settings."
            )
            return RemoteError(text, RemoteError.REFUSED)
        return RemoteError(f"{error.message} The lines are as before.", RemoteError.REFUSED)
