# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Features of the whole installation and of one server (``/api/servers/features``, ``/api/servers/{s}/features``)."""

from __future__ import annotations

import difflib
import typing as t

from ..._engine.record import Record
from ..._model.errors import ItemError, RemoteError
from ..._model.field import Field
from ..._model.resource import Resource
from ..._model.values import to_bool
from ..client import SipxClient, segment
from ..given import SingleAdapter

#: name to whether it is on; only the mentioned ones are managed
FEATURES = Field("features", "dict", keyed=True, clearable=False)
_GLOBAL = "/servers/features"

GLOBAL_FEATURES = Resource(name="global_features", plural="all_global_features", key="", given=True, fields=(FEATURES,))


def read_features(client: SipxClient, path: str, kind: str = "location") -> dict[str, bool]:
    """Features of a kind and whether they are on; one that is in two bundles is listed twice."""
    rows = client.api_list(path, "features")
    return {str(row["name"]): bool(row.get("enabled")) for row in rows if row.get("type") == kind}


def checked(wanted: t.Mapping[str, t.Any], known: t.Container[str]) -> dict[str, bool]:
    """Wanted features, of which the server would take any name.

    :raises ItemError: there is no such feature, or it is neither on nor off.
    """
    found = {}
    for name, value in wanted.items():
        if name not in known:
            close = difflib.get_close_matches(name, list(t.cast("t.Iterable[str]", known)), n=1)
            hint = f"; did you mean {close[0]}?" if close else ""
            raise ItemError(f"features: there is no feature {name} here{hint}")
        try:
            found[name] = to_bool(value)
        except ValueError as error:
            raise ItemError(f"features: {name} {error}") from None
    return found


def switch(client: SipxClient, path: str, wanted: t.Mapping[str, bool], current: t.Mapping[str, t.Any]) -> None:
    """Switch what differs; what goes on comes first.

    Features need each other and nothing tells which, so those that the server refuses are tried again after others.
    """
    for on, method in ((True, "PUT"), (False, "DELETE")):
        todo = [name for name, value in wanted.items() if value is on and current.get(name) is not on]
        while todo:
            refusals = {name: _refusal(client, method, f"{path}/{segment(name)}") for name in todo}
            refused = {name: error for name, error in refusals.items() if error is not None}
            if len(refused) == len(todo):
                raise next(iter(refused.values()))
            todo = list(refused)


def _refusal(client: SipxClient, method: str, path: str) -> RemoteError | None:
    try:
        client.api_send(method, path)
    except RemoteError as error:
        if error.outcome != RemoteError.REFUSED:
            raise
        return error
    return None


class GlobalFeaturesAdapter(SingleAdapter):
    """The server does not check the names of features."""

    resource = GLOBAL_FEATURES

    def read(self) -> Record:
        return Record({"features": read_features(self._client, _GLOBAL, "global")})

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        if record is not None and wanted.get("features"):
            wanted = {**wanted, "features": checked(wanted["features"], record.values["features"])}
        return wanted

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        switch(self._client, _GLOBAL, values["features"], record.values["features"])
