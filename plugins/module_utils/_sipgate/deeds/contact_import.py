# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Importing contacts from a CSV file. It creates all of them at every run, also those that exist."""

from __future__ import annotations

import base64
import csv
import typing as t

from ..._model.errors import ItemError
from ..files import content_of
from ..generations import V2
from ..v2.client import SipgateV2Client
from .deed import Deed, Params, Way

_HEADER = ["firstname", "lastname", "number"]


def _rows(path: str) -> list[list[str]]:
    """The lines of the file. :raises ItemError: it is no CSV text."""
    try:
        return [row for row in csv.reader(content_of(path).decode("utf-8").splitlines(), strict=True) if row]
    except (UnicodeDecodeError, csv.Error):
        raise ItemError(f"{path} is not CSV text in UTF-8") from None


def _check(params: Params) -> None:
    """The service answers 500 to a file that it cannot read."""
    rows = _rows(params["src"])
    if not rows or rows[0] != _HEADER:
        raise ItemError(f"{params['src']} must begin with the line {','.join(_HEADER)}")
    wrong = [str(number) for number, row in enumerate(rows[1:], start=2) if len(row) != len(_HEADER)]
    if wrong:
        raise ItemError(f"{params['src']}: line {', '.join(wrong[:5])} has not {len(_HEADER)} cells")


def _act(client: SipgateV2Client, params: Params) -> dict[str, t.Any]:
    content = base64.b64encode(content_of(params["src"])).decode("ascii")
    client.send("POST", "/contacts/import/csv", {"base64Content": content})
    return {"imported": len(_rows(params["src"])) - 1}


CONTACT_IMPORT = Deed({"src": {"type": "path", "required": True}}, {V2: Way(_act, _check)})
