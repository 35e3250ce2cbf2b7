# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The device models that a server has drivers for."""

from __future__ import annotations

import difflib
import threading

from .._model.errors import ItemError
from .client import SipxClient


class Models:
    """Model ids and their firmware versions, read once a call.

    :param client: of the server.
    :param path: ``/phones/models`` or ``/gateways/models``.
    """

    def __init__(self, client: SipxClient, path: str) -> None:
        self._client = client
        self._path = path
        self._lock = threading.Lock()
        self._versions: dict[str, list[str]] | None = None

    def versions(self, model: str) -> list[str]:
        """The firmware versions of a model, oldest first; empty when it has none to choose from.

        :raises ItemError: the server has no such model.
        """
        with self._lock:
            if self._versions is None:
                rows = self._client.api_list(self._path, "models")
                self._versions = {str(row["modelId"]): list(row.get("versions") or []) for row in rows}
        if model not in self._versions:
            close = difflib.get_close_matches(model, self._versions, n=1)
            hint = f"; did you mean {close[0]}?" if close else ""
            raise ItemError(f"model {model!r} is unknown to the server{hint}")
        return self._versions[model]
