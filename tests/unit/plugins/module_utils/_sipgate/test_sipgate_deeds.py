# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Deeds: what is refused before anything is sent, what is told afterwards, and where credentials go."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest
from scripted_service import ADA, LOST, USERS, ScriptedService, outcome, refused, told

from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError, RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds import fax
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.call import CALL
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.device_password import DEVICE_PASSWORD
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.fax import FAX
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.sent_events import ids_made
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.sms import SMS
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.failures import Forbidden
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.generations import V1, V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v1.mobile_extension import MobileExtensionAdapter

NUMBER = "+493023125901"
TARGETS = [{"numberE164": "493023125901"}]
OWN = {"GET /v2/authorization/userinfo": {"sub": "w1"}}


def pdf(folder: Path) -> str:
    path = folder / "offer.pdf"
    path.write_bytes(b"%PDF-1.4")
    return str(path)


# credentials


def telephone(**more: Any) -> ScriptedService:
    credentials = {"username": "1234567e0", "password": "OLD", "sipServer": "sip.example.net", "outboundProxy": "p"}
    answers = {
        **USERS,
        "GET /v2/w1/devices": {"items": [{"id": "e0", "alias": "Desk"}]},
        "GET /v2/devices/e0": {"id": "e0", "type": "REGISTER", "credentials": credentials},
        "POST /v2/devices/e0/credentials/password": {"password": "SECRET"},
    }
    return ScriptedService({**answers, **more})


def test_new_credentials_go_to_the_file_and_nowhere_else(tmp_path: Path) -> None:
    dest = tmp_path / "desk.json"
    dest.write_text("old")
    dest.chmod(0o644)
    result = told(DEVICE_PASSWORD, V2, telephone(), alias="Desk", user=ADA["email"], dest=str(dest))
    assert result == {"id": "e0", "dest": str(dest)}
    assert stat.S_IMODE(dest.stat().st_mode) == 0o600
    assert json.loads(dest.read_text()) == {
        "username": "1234567e0",
        "password": "SECRET",
        "sip_server": "sip.example.net",
        "outbound_proxy": "p",
    }
    assert [entry.name for entry in tmp_path.iterdir()] == ["desk.json"]


def test_without_a_file_a_password_is_only_renewed() -> None:
    service = telephone(**{"POST /v2/devices/e0/credentials/password": ""})
    assert told(DEVICE_PASSWORD, V2, service, alias="e0", user=ADA["email"]) == {"id": "e0"}
    assert len(service.writes) == 1


def test_a_password_that_the_answer_does_not_tell_is_read(tmp_path: Path) -> None:
    dest = tmp_path / "desk.json"
    service = telephone(**{"POST /v2/devices/e0/credentials/password": ""})
    told(DEVICE_PASSWORD, V2, service, alias="Desk", user=ADA["email"], dest=str(dest))
    assert json.loads(dest.read_text())["password"] == "OLD"  # the scripted device shows the same as before


@pytest.mark.parametrize("place", ["nowhere/desk.json", "."])
def test_nothing_is_renewed_for_a_file_that_cannot_be_written(tmp_path: Path, place: str) -> None:
    service = telephone()
    with pytest.raises(ItemError, match="cannot write"):
        told(DEVICE_PASSWORD, V2, service, alias="Desk", user=ADA["email"], dest=str(tmp_path / place))
    assert not service.writes


def test_a_failed_renewal_leaves_no_file(tmp_path: Path) -> None:
    service = telephone(**{"POST /v2/devices/e0/credentials/password": refused(403)})
    with pytest.raises(Forbidden):
        told(DEVICE_PASSWORD, V2, service, alias="Desk", user=ADA["email"], dest=str(tmp_path / "desk.json"))
    assert not list(tmp_path.iterdir())


def test_a_device_may_come_to_be_by_an_earlier_task(tmp_path: Path) -> None:
    service = telephone()
    options = {"alias": "Later", "user": ADA["email"], "dest": None}
    look = DEVICE_PASSWORD.ways[V2].look
    assert look is not None
    assert look(service.v2(), options) == {}
    with pytest.raises(ItemError, match="there is no device:"):
        told(DEVICE_PASSWORD, V2, service, **{**options, "dest": str(tmp_path / "x")})
    assert not service.writes


def test_only_a_telephone_has_a_sip_password() -> None:
    service = telephone(**{"GET /v2/devices/e0": {"id": "e0", "type": "EXTERNAL"}})
    with pytest.raises(ItemError, match="of the type external"):
        told(DEVICE_PASSWORD, V2, service, alias="Desk", user=ADA["email"])
    assert not service.writes


def test_a_mobile_extension_tells_its_credentials_once(tmp_path: Path) -> None:
    dest = tmp_path / "handset.json"
    base = "/my/settings"
    credentials = {"sipId": "1234567e9", "sipPassword": "SECRET", "registerURL": "sip", "proxyURL": "proxy"}
    service = ScriptedService(
        {
            f"GET {base}/registeredmobiledevices/": {"RegisteredMobileDevices": []},
            f"GET {base}/mobile/extensions/": {"mobileExtensions": []},
            f"POST {base}/mobile/extensions/": {"credentials": credentials},
        }
    )
    wanted = {"phone_number": "+4915155501003", "vendor": "Acme", "model": "A1", "firmware": "4"}
    adapter = MobileExtensionAdapter(service.v1())
    assert outcome(adapter, **wanted, dest=str(tmp_path / "nowhere" / "x"))[0] == "failed"
    assert not service.writes
    assert outcome(adapter, **wanted, dest=str(dest))[0] == "created"
    assert json.loads(dest.read_text())["password"] == "SECRET"
    assert stat.S_IMODE(dest.stat().st_mode) == 0o600
    assert service.sent[-1].body is not None and b"dest" not in service.sent[-1].body


@pytest.mark.parametrize("answer", ["", b"OK", {"credentials": {"sipId": "1234567e9"}}])
def test_credentials_that_did_not_come_are_missed_by_who_wants_them(tmp_path: Path, answer: Any) -> None:
    base = "/my/settings"
    service = ScriptedService(
        {
            f"GET {base}/registeredmobiledevices/": {"RegisteredMobileDevices": []},
            f"GET {base}/mobile/extensions/": {"mobileExtensions": []},
            f"POST {base}/mobile/extensions/": answer,
        }
    )
    wanted = {"phone_number": "+4915155501003", "vendor": "Acme", "model": "A1", "firmware": "4"}
    adapter = MobileExtensionAdapter(service.v1())
    status, error = outcome(adapter, **wanted, dest=str(tmp_path / "handset.json"))
    assert status == "failed" and "The extension is made" in error
    assert not list(tmp_path.iterdir())
    assert outcome(adapter, **wanted)[0] == "created"


# messages


@pytest.mark.parametrize(
    ("generation", "given", "message"),
    [
        (V2, {"text": "x" * 461}, "461 characters, 460 are the limit"),
        (V1, {"text": "x" * 461}, "461 characters, 460 are the limit"),
        (V2, {"text": ""}, "text is empty"),
        (V2, {"send_at": "2001-01-01 00:00:00"}, "has passed"),
        (V1, {"send_at": "2001-01-01 00:00:00"}, "has passed"),
        (V1, {"send_at": "tomorrow"}, "must be UTC"),
        (V2, {"send_at": "2999-01-01 00:00:00"}, "more than 30 days"),
        (V2, {"sms_extension": "e0"}, "id of an SMS extension"),
        (V1, {"source": "me"}, "source must be a number"),
        (V2, {"recipients": [NUMBER, NUMBER]}, "one recipient"),
        (V1, {"recipients": []}, "recipients is empty"),
    ],
)
def test_a_message_that_cannot_be_sent_is_not_sent(generation: str, given: dict[str, Any], message: str) -> None:
    service = ScriptedService({})
    with pytest.raises(ItemError, match=message):
        told(SMS, generation, service, **{"recipients": [NUMBER], "text": "x", **given})
    assert not service.sent


def messages(after: Any, answer: Any = "") -> ScriptedService:
    rows = [{"id": "8", "targets": TARGETS}]
    return ScriptedService(
        {"GET /my/events/sms/": [{"events": {"sms": rows, "count": 1}}, after], "POST /my/events/sms/": answer}
    )


def test_the_event_of_a_message_is_told_and_not_that_of_another() -> None:
    rows = [{"id": number, "targets": TARGETS} for number in ("8", "9")]
    other = {"id": "10", "targets": [{"numberE164": "493023125001"}]}
    service = messages({"events": {"sms": [*rows, other], "count": 3}})
    assert told(SMS, V1, service, recipients=[NUMBER], text="x") == {"event_ids": ["9"]}


@pytest.mark.parametrize("after", [LOST, refused(503), refused(401)])
def test_a_message_that_is_sent_stays_sent_whatever_comes_after(after: Any) -> None:
    assert told(SMS, V1, messages(after), recipients=[NUMBER], text="x") == {"event_ids": []}


def test_a_source_that_is_not_verified_is_told_so() -> None:
    with pytest.raises(ItemError, match=r"is not verified.*Nothing was sent"):
        told(SMS, V1, messages({}, refused(403, "no")), recipients=[NUMBER], text="x", source="+493023125999")
    with pytest.raises(Forbidden):
        told(SMS, V1, messages({}, refused(403, "no")), recipients=[NUMBER], text="x")


HISTORY = "GET /v2/history"
MESSAGE = {"recipients": [NUMBER], "text": "x", "sms_extension": "s1", "user": ADA["email"]}


def test_v2_finds_the_event_of_a_message_in_the_history() -> None:
    rows = [{"id": "7", "target": NUMBER}]
    after = {"items": [*rows, {"id": "8", "target": NUMBER}], "totalCount": 2}
    service = ScriptedService(
        {**USERS, HISTORY: [{"items": rows, "totalCount": 1}, after], "POST /v2/sessions/sms": ""}
    )
    assert told(SMS, V2, service, **MESSAGE) == {"sms_extension": "s1", "event_ids": ["8"]}
    assert "phonenumber=%2B493023125901" in service.sent[1].query


def test_a_token_that_may_not_read_the_history_may_send() -> None:
    service = ScriptedService({**USERS, HISTORY: refused(403), "POST /v2/sessions/sms": ""})
    assert told(SMS, V2, service, **MESSAGE) == {"sms_extension": "s1", "event_ids": []}


def test_the_history_is_looked_at_a_few_times() -> None:
    pauses: list[float] = []
    answers: list[dict[str, set[str]]] = [{}, {}, {"8": {"493023125901"}}]
    assert ids_made(lambda: answers.pop(0), (), [NUMBER], 4, pauses.append) == ["8"]
    assert ids_made(dict, (), [NUMBER], 3, pauses.append) == []
    assert len(pauses) == 4


# faxes


def test_a_file_that_is_no_pdf_is_not_sent(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("text")
    for generation in (V2, V1):
        with pytest.raises(ItemError, match="is not a PDF document"):
            told(FAX, generation, ScriptedService({}), recipients=[NUMBER], src=str(tmp_path / "x.txt"))


def test_a_fax_of_the_past_is_not_sent(tmp_path: Path) -> None:
    with pytest.raises(ItemError, match="has passed"):
        told(FAX, V1, ScriptedService({}), recipients=[NUMBER], src=pdf(tmp_path), send_at="2001-01-01 00:00:00")


def test_an_extension_of_another_type_sends_no_fax(tmp_path: Path) -> None:
    path = "/my/settings/extensions/1234567e0/"
    service = ScriptedService({f"GET {path}": {"extension": {"extensionId": "1234567e0", "type": "register"}}})
    with pytest.raises(ItemError, match="of the type register; a fax needs one of the type fax"):
        told(FAX, V1, service, recipients=[NUMBER], src=pdf(tmp_path), extension="1234567e0")
    with pytest.raises(ItemError, match="must be a fax line"):
        told(FAX, V2, ScriptedService({}), recipients=[NUMBER], src=pdf(tmp_path), fax_line="p0")
    assert not service.writes


@pytest.mark.parametrize("line", ["Fax", None])
def test_a_fax_line_that_cannot_send_is_not_asked_to(tmp_path: Path, line: str | None) -> None:
    lines = {"items": [{"id": "f0", "alias": "Fax", "canSend": False}]}
    service = ScriptedService({**USERS, **OWN, "GET /v2/w1/faxlines": lines})
    with pytest.raises(ItemError, match="cannot send"):
        told(FAX, V2, service, recipients=[NUMBER], src=pdf(tmp_path), fax_line=line)
    assert not service.writes


def test_a_source_of_a_fax_that_is_not_verified_is_told_so(tmp_path: Path) -> None:
    service = ScriptedService({"GET /my/events/faxes/": {"events": {}}, "POST /my/events/faxes/": refused(403)})
    with pytest.raises(ItemError, match="is not verified"):
        told(FAX, V1, service, recipients=[NUMBER], src=pdf(tmp_path), source="+493023125999")


def test_a_fax_that_is_waited_for_is_not_failed_by_the_looking() -> None:
    seen = [LOST, refused(503), {"faxStatusType": "SENT"}]
    pauses: list[float] = []
    service = ScriptedService({"GET /v2/history/4711": seen})
    assert fax._awaited(service.v2(), "4711", 60, pauses.append) == "sent"
    assert len(pauses) == 2
    service = ScriptedService({"GET /v2/history/4711": {"faxStatusType": "FAILED"}})
    with pytest.raises(RemoteError, match="4711 could not be delivered"):
        fax._awaited(service.v2(), "4711", 60, pauses.append)


# calls


def test_an_extension_that_is_no_telephone_pays_for_no_call() -> None:
    path = "/my/settings/extensions/1234567f0/"
    service = ScriptedService({f"GET {path}": {"extension": {"extensionId": "1234567f0", "type": "fax"}}})
    with pytest.raises(ItemError, match="of the type fax; a call needs one of the type register or mobile"):
        told(CALL, V1, service, caller="1234567e0", callee=NUMBER, device="1234567f0")
    service = ScriptedService({**USERS, **OWN})
    with pytest.raises(ItemError, match="p0 is not the id of a device"):
        told(CALL, V2, service, caller=NUMBER, callee=NUMBER, device="p0")
    assert not service.writes


def test_a_call_of_a_number_needs_somebody_who_pays() -> None:
    service = ScriptedService({})
    with pytest.raises(ItemError, match="device is needed"):
        told(CALL, V2, service, caller="0049 30 23125001", callee=NUMBER)
    assert not service.sent


def test_a_call_tells_its_session() -> None:
    service = ScriptedService({"POST /v2/sessions/calls": {"sessionId": "5A"}})
    assert told(CALL, V2, service, caller="e0", callee="+49 30 23125901") == {"session_id": "5A"}
    assert service.written == [("POST /v2/sessions/calls", {"caller": "e0", "callee": NUMBER})]
