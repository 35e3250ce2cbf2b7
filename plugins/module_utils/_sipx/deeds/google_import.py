# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Importing the contacts of a Google account into the caller's phonebook (``/rest/my/phonebook/googleImport``)."""

from __future__ import annotations

import typing as t

from ..client import REST, SipxClient
from .deed import Deed, Params


def _act(client: SipxClient, params: Params) -> dict[str, t.Any]:
    content = {"account": params["account"], "password": params["account_password"]}
    answer = client.write_xml("POST", REST + "/my/phonebook/googleImport", "credentials", content)
    # The number of contacts stands in the status line.
    return {"imported": int(answer.reason) if answer.reason.isdigit() else None}


GOOGLE_IMPORT = Deed(
    {
        "account": {"type": "str", "required": True},
        "account_password": {"type": "str", "required": True, "no_log": True},
    },
    _act,
)
