# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The twin has exactly the operations of the vendor's Swagger document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from simulator.sipgate_v2.catalogue import OPERATIONS

_PRINTED = Path(__file__).with_name("operations.txt").read_text(encoding="utf-8")
#: method, path, operationId, scopes, and 403 if it is among the errors that are printed
ROWS = [row.split() for row in _PRINTED.splitlines() if not row.startswith("#")]
BY_NAME = {operation.name: operation for operation in OPERATIONS}
#: refused without the feature although the document prints no 403, as the vendor's examples and guides have it
FURTHER_FEATURES = {
    "sendFax",
    "resendFax",
    "sendWebSms",
    "getGreeting",
    "addAutorecordingGreeting",
    "deleteGreeting",
    "getSetting",
    "updateSetting",
}


def test_there_are_179_operations() -> None:
    assert len(ROWS) == len(OPERATIONS) == len(BY_NAME) == 179


@pytest.mark.parametrize("row", ROWS, ids=[row[2] for row in ROWS])
def test_operation_is_as_printed(row: list[str]) -> None:
    method, path, name, scopes, errors = row
    operation = BY_NAME[name]
    assert (operation.method, operation.template) == (method, path)
    if scopes == "none":
        assert operation.scopes in (("open",), ())
    else:
        assert ",".join(operation.scopes) == scopes
    # The alias of a device prints 403 for a device that is not there.
    needs_feature = errors == "403" and name != "changeDeviceAlias"
    assert bool(operation.feature) == (needs_feature or name in FURTHER_FEATURES)


PARAMETERS = {
    "{userId}": "w0",
    "{deviceId}": "e0",
    "{phonelineId}": "p0",
    "{voicemailId}": "v2",
    "{faxlineId}": "f1",
    "{groupId}": "g0",
    "{extension}": "e0",
    "{addressId}": "42",
    "{entryId}": "401",
    "{portingId}": "301",
    "{smsId}": "s0",
    "{clientId}": "client-9103",
    "{quickDialNumber}": "77",
    "{language}": "de",
}


@pytest.fixture
def site(demo: Any) -> Any:
    """The demo with one of everything that can be read by its id."""
    demo.post("/w0/devices/register", {"alias": "Desk"})
    demo.post("/w0/phonelines")
    demo.post("/w0/faxlines")
    client = {"name": "App", "description": "", "redirectUris": [], "webOrigins": [], "privacyUrl": "", "termsUrl": ""}
    assert demo.post("/authorization/oauth2/clients", client).body["clientId"] == "client-9103"
    demo.post("/autorecordings/greetings", {"filename": "hello.wav", "base64Content": "QUJD"})
    return demo


def test_every_read_succeeds(site: Any) -> None:
    for operation in OPERATIONS:
        if operation.method != "GET":
            continue
        path = operation.template
        for name, value in PARAMETERS.items():
            path = path.replace(name, "f0" if operation.name.startswith("getGroupFaxline") and "fax" in name else value)
        answer = site.get(path + ("?userId=w0" if operation.name == "getRestrictions" else ""))
        expected = 204 if operation.name in ("getLanguage", "validateQuickDialNumber") else 200
        assert (answer.status, operation.name) == (expected, operation.name)
        row = site.last_call()
        assert (row["route"], row["action"]) == (operation.template, operation.name)
        assert (row["write"], row["applied"]) == (False, False)


def test_directory_lists_absolute_urls_and_needs_no_credential(account: Any) -> None:
    answer = account.get("/", Authorization=None)
    assert answer.status == 200
    assert answer.body["numbersUrl"] == "http://127.0.0.1:8470/v2/numbers"
    assert answer.body["settingsSipgateioUrl"] == "http://127.0.0.1:8470/v2/settings/sipgateio"
    assert account.get("", Authorization=None).body == answer.body
