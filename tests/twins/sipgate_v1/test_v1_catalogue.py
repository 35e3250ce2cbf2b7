# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The twin has exactly the operations of the vendor's documentation page, in both formats."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.sipgate_v1.twin import OPERATIONS

#: method and path below the user, in the order of the page
PRINTED = (
    ("GET", "settings/numbers/"),
    ("GET", "settings/numbers/list/"),
    ("GET", "settings/numbers/outgoing/"),
    ("POST", "settings/numbers/outgoing/"),
    ("GET", "settings/extensions/"),
    ("GET", "settings/extensions/{extensionId}/"),
    ("GET", "settings/extensions/{extensionId}/dnd/"),
    ("POST", "settings/extensions/{extensionId}/dnd/"),
    ("GET", "settings/baseproducttype/"),
    ("GET", "settings/registeredmobiledevices/"),
    ("GET", "settings/mobile/extensions/"),
    ("POST", "settings/mobile/extensions/"),
    ("GET", "settings/mobile/extensions/unifiedvoicemailgsmcode/"),
    ("GET", "events/"),
    ("GET", "events/calls/"),
    ("GET", "events/calls/{callId}/"),
    ("DELETE", "events/calls/{callId}/"),
    ("PUT", "events/calls/{callId}/"),
    ("GET", "events/calls/{callId}/read/"),
    ("PUT", "events/calls/{callId}/read/"),
    ("GET", "events/calls/{callId}/starred/"),
    ("PUT", "events/calls/{callId}/starred/"),
    ("GET", "events/faxes/"),
    ("POST", "events/faxes/"),
    ("GET", "events/faxes/{faxId}/"),
    ("PUT", "events/faxes/{faxId}/"),
    ("DELETE", "events/faxes/{faxId}/"),
    ("GET", "events/faxes/{faxId}/read/"),
    ("PUT", "events/faxes/{faxId}/read/"),
    ("GET", "events/faxes/{faxId}/starred/"),
    ("PUT", "events/faxes/{faxId}/starred/"),
    ("GET", "events/faxes/{faxId}/preview/{page}/{size}/"),
    ("GET", "events/faxes/{faxId}/content/"),
    ("GET", "events/sms/"),
    ("POST", "events/sms/"),
    ("GET", "events/sms/{smsId}/"),
    ("DELETE", "events/sms/{smsId}/"),
    ("GET", "events/sms/{smsId}/read/"),
    ("PUT", "events/sms/{smsId}/read/"),
    ("GET", "events/sms/{smsId}/starred/"),
    ("PUT", "events/sms/{smsId}/starred/"),
    ("GET", "events/voicemails/"),
    ("GET", "events/voicemails/{voicemailId}/"),
    ("DELETE", "events/voicemails/{voicemailId}/"),
    ("PUT", "events/voicemails/{voicemailId}/"),
    ("GET", "events/voicemails/{voicemailId}/read/"),
    ("PUT", "events/voicemails/{voicemailId}/read/"),
    ("GET", "events/voicemails/{voicemailId}/starred/"),
    ("PUT", "events/voicemails/{voicemailId}/starred/"),
    ("GET", "events/voicemails/{voicemailId}/content/"),
    ("GET", "sessions/calls/"),
    ("POST", "sessions/calls/"),
    ("GET", "sessions/calls/{sessionId}/"),
    ("DELETE", "sessions/calls/{sessionId}/"),
    ("PUT", "sessions/calls/{sessionId}/recording/"),
    ("PUT", "sessions/calls/{sessionId}/member/{memberId}/parking/"),
    ("POST", "sessions/callthrough/"),
    ("GET", "contacts/"),
    ("GET", "contacts/{contactId}/"),
    ("GET", "contacts/phonebook/{vendorName}/"),
    ("GET", "billing/balance/"),
)
PARAMETERS = {
    "{extensionId}": "1234567e0",
    "{callId}": "50001018",
    "{faxId}": "50001020",
    "{smsId}": "50001022",
    "{voicemailId}": "50001023",
    "{page}": "1",
    "{size}": "big",
    "{contactId}": "0b1c2d3e-0000-4000-8000-000000000001",
    "{vendorName}": "snom",
    "{memberId}": "M1",
}
READS = [path for method, path in PRINTED if method == "GET"]
DOCUMENTS = ("events/faxes/{faxId}/content/", "contacts/phonebook/{vendorName}/")


def filled(site: Any, path: str) -> str:
    """The path with the ids of the demo, and of a call that is set up for it."""
    if "{sessionId}" in path:
        call = {"callee": "tel:493023125901", "caller": "tel:493023125001", "registerSip": "1234567e0"}
        path = path.replace("{sessionId}", site.form("sessions/calls/", **call).body["Call"]["sessionId"])
    for name, value in PARAMETERS.items():
        path = path.replace(name, value)
    return path


def test_there_are_61_operations() -> None:
    assert len(PRINTED) == 61
    assert sorted((operation.method, f"{operation.path}/") for operation in OPERATIONS) == sorted(PRINTED)


@pytest.mark.parametrize(("method", "path"), PRINTED)
def test_journal_has_the_route(site: Any, method: str, path: str) -> None:
    site.send(method, filled(site, path))
    row = site.last_call()
    assert (row["route"], row["account"]) == (f"/{{userId}}/{path}", "admin@example.com")
    assert row["write"] is (method != "GET")
    assert not row["applied"] or row["write"]


@pytest.mark.parametrize("path", READS)
@pytest.mark.parametrize("accept", ["application/json", None])
def test_read_in_both_formats(site: Any, path: str, accept: str | None) -> None:
    answer = site.get(filled(site, path), {"complexity": "full"}, Accept=accept)
    if path == "events/voicemails/{voicemailId}/content/":
        assert answer.status == 307
        return
    assert answer.status == 200
    if path in DOCUMENTS:
        return
    assert answer.headers["Content-Type"] == f"{accept or 'application/xml'};charset=UTF-8"
    assert len(answer.body) == 1 if accept else answer.xml is not None


@pytest.mark.parametrize("path", READS)
def test_every_path_needs_credentials_version_and_slash(site: Any, path: str) -> None:
    ready = filled(site, path)
    assert site.get(ready, Authorization=None).status == 401
    assert site.send("GET", ready, version=None).status == 400
    assert site.get(ready.rstrip("/")).status == 404
