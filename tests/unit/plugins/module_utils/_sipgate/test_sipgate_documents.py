# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages, faxes and files: what is sent when, from where, and what is saved."""

from __future__ import annotations

import calendar
import time
from pathlib import Path
from typing import Any

import pytest
from scripted_service import ADA, USERS, ScriptedService, refused, told

from ansible_collections.dialtone.voip.plugins.module_utils._http.answer import Answer
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError, RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds import fax, media
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.contact_import import CONTACT_IMPORT
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.device_password import DEVICE_PASSWORD
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.fax import FAX
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.media import MEDIA
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.moments import moment_of
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.sent_events import ids_made
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.sms import SMS
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.failures import FeatureMissing
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.generations import V1, V2

NUMBER = "+493023125901"
OWN = {"GET /v2/authorization/userinfo": {"sub": "w1"}}
SOON = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(time.time() + 86400))


@pytest.fixture
def pdf(tmp_path: Path) -> str:
    path = tmp_path / "offer.pdf"
    path.write_bytes(b"%PDF-1.4")
    return str(path)


# times


def test_a_time_is_in_utc_wherever_the_host_is(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as place:
        place.setenv("TZ", "America/New_York")
        time.tzset()
        moment = moment_of(SOON)
    time.tzset()
    assert moment == calendar.timegm(time.strptime(SOON, "%Y-%m-%d %H:%M:%S"))


# messages


def test_a_message_is_sent_when_it_is_wanted_and_by_the_user_who_is_named() -> None:
    service = ScriptedService(
        {
            **USERS,
            "GET /v2/w1/sms": {"items": [{"id": "s1"}]},
            "GET /v2/history": refused(403),
            "POST /v2/sessions/sms": "",
        }
    )
    assert told(SMS, V2, service, recipients=[NUMBER], text="x", user=ADA["email"], send_at=SOON)["event_ids"] == []
    bean = {"smsId": "s1", "recipient": NUMBER, "message": "x", "sendAt": int(moment_of(SOON))}
    assert service.written == [("POST /v2/sessions/sms", bean)]


def test_a_message_of_v1_says_when_and_from_whom() -> None:
    service = ScriptedService({"GET /my/events/sms/": refused(403), "POST /my/events/sms/": ""})
    told(SMS, V1, service, recipients=[NUMBER, "493023125902"], text="x", source="+493023125001", send_at=SOON)
    schedule = SOON.replace(" ", "+").replace(":", "%3A")
    form = f"target=493023125901&target=493023125902&content=x&source=493023125001&schedule={schedule}"
    assert service.writes[0].body == form.encode()


def test_events_that_could_not_be_read_before_are_not_taken_for_those_of_a_message() -> None:
    rows = {"events": {"sms": [{"id": "8", "targets": [{"numberE164": "493023125901"}]}], "count": 1}}
    service = ScriptedService({"GET /my/events/sms/": [refused(403), rows], "POST /my/events/sms/": ""})
    assert told(SMS, V1, service, recipients=[NUMBER], text="x") == {"event_ids": []}


def test_events_are_told_in_the_order_of_their_numbers() -> None:
    rows = {"10": {"493023125901"}, "9": {"493023125901"}}
    assert ids_made(lambda: rows, (), [NUMBER]) == ["9", "10"]


# faxes


@pytest.mark.parametrize(
    ("generation", "given", "said"),
    [
        (V2, {"extension": "1234567f0"}, "extension does not exist in v2"),
        (V2, {"legacy_targets": True}, "legacy_targets does not exist in v2"),
        (V1, {"fax_line": "f0"}, "fax_line does not exist in v1"),
        (V1, {"wait": 5}, "wait does not exist in v1"),
        (V2, {"recipients": [NUMBER, NUMBER]}, "one recipient at a time"),
        (V2, {"recipients": []}, "recipients is needed"),
        (V1, {"recipients": ["me"]}, "recipients: must be a number"),
        (V1, {"source": "me"}, "source must be a number"),
    ],
)
def test_a_fax_that_cannot_be_sent_is_not_sent(pdf: str, generation: str, given: dict[str, Any], said: str) -> None:
    service = ScriptedService({})
    with pytest.raises(ItemError, match=said):
        told(FAX, generation, service, **{"recipients": [NUMBER], "src": pdf, **given})
    assert not service.sent


def test_a_fax_is_no_longer_than_the_service_takes(pdf: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fax, "_LONGEST", 9)
    with pytest.raises(ItemError, match="is too large"):
        told(FAX, V2, ScriptedService({}), recipients=[NUMBER], src=pdf)


def fax_lines(*names: str, **more: Any) -> ScriptedService:
    lines = {"items": [{"id": f"f{number}", "alias": name, "canSend": True} for number, name in enumerate(names)]}
    return ScriptedService({**USERS, **OWN, "GET /v2/w1/faxlines": lines, **more})


def test_of_several_fax_lines_one_has_to_be_named(pdf: str) -> None:
    service = fax_lines("Fax", "Other", **{"POST /v2/sessions/fax": {"sessionId": "4711"}})
    with pytest.raises(ItemError, match="has 2 fax lines"):
        told(FAX, V2, service, recipients=[NUMBER], src=pdf)
    assert not service.writes
    assert told(FAX, V2, service, recipients=[NUMBER], src=pdf, fax_line="Other") == {"session_id": "4711"}
    body = service.writes[0].json
    assert (body["faxlineId"], body["recipient"], body["filename"]) == ("f1", NUMBER, "offer.pdf")


def test_a_fax_is_waited_for_where_that_is_wanted(pdf: str) -> None:
    history = {"GET /v2/history/4711": {"faxStatusType": "SENT"}}
    service = fax_lines("Fax", **{"POST /v2/sessions/fax": {"sessionId": "4711"}}, **history)
    sent = told(FAX, V2, service, recipients=[NUMBER], src=pdf, wait=5)
    assert sent == {"session_id": "4711", "status": "sent"}


def test_a_fax_is_sent_again_from_the_line_that_is_named() -> None:
    service = fax_lines("Fax", "Other", **{"POST /v2/sessions/fax/resend": ""})
    told(FAX, V2, service, resend="4711", fax_line="Other")
    told(FAX, V2, service, resend="4711")
    assert [sent.json for sent in service.writes] == [{"faxId": "4711", "faxlineId": "f1"}, {"faxId": "4711"}]


@pytest.mark.parametrize(
    ("given", "query"),
    [
        ({"recipients": [NUMBER, "493023125902"]}, "target=tel%3A493023125901&target=tel%3A493023125902"),
        (
            {"recipients": [NUMBER, "493023125902"], "legacy_targets": True},
            "targets=tel%3A493023125901%2Ctel%3A493023125902",
        ),
        (
            {"extension": "1234567f0", "source": "+493023125001", "send_at": SOON},
            "target=tel%3A493023125901&extension=1234567f0&source=tel%3A493023125001&schedule="
            + SOON.replace(" ", "+").replace(":", "%3A"),
        ),
    ],
)
def test_a_fax_of_v1_says_all_in_its_query(pdf: str, given: dict[str, Any], query: str) -> None:
    service = ScriptedService(
        {
            "GET /my/settings/extensions/1234567f0/": {"extension": {"type": "fax"}},
            "GET /my/events/faxes/": refused(403),
            "POST /my/events/faxes/": "",
        }
    )
    told(FAX, V1, service, **{"recipients": [NUMBER], "src": pdf, **given})
    assert service.writes[0].query == query + "&version=2.41.0"


def test_a_feature_that_is_missing_is_no_source_that_is_not_verified() -> None:
    with pytest.raises(FeatureMissing), fax.source_explained("+493023125001"):
        raise FeatureMissing("POST", "/my/events/faxes/", "was answered 403", 403)


# passwords


def test_a_password_that_is_told_nowhere_is_an_error_and_the_old_one_no_answer(tmp_path: Path) -> None:
    path = "GET /v2/devices/e0"
    shown = [{"type": "REGISTER", "credentials": {"password": word}} for word in ("OLD", "OLD", "NEW")]
    answers = {
        **USERS,
        "GET /v2/w1/devices": {"items": [{"id": "e0", "alias": "Desk"}]},
        "POST /v2/devices/e0/credentials/password": "",
    }
    dest = tmp_path / "desk.json"
    given = {"alias": "Desk", "user": ADA["email"], "dest": str(dest)}
    told(DEVICE_PASSWORD, V2, ScriptedService({**answers, path: shown}), **given)
    assert '"NEW"' in dest.read_text()
    dest.unlink()
    with pytest.raises(RemoteError, match="told nowhere"):
        told(DEVICE_PASSWORD, V2, ScriptedService({**answers, path: {"type": "REGISTER"}}), **given)
    assert not list(tmp_path.iterdir())


# contacts


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "must begin with the line"),
        (b"name,number\nJo,1\n", "must begin with the line"),
        (b"firstname,lastname,number\nJo,Sample\nKim,Sample,1\n", "line 2 has not 3 cells"),
        (b"firstname,lastname,number\n\xff,Sample,1\n", "is not CSV text in UTF-8"),
    ],
)
def test_a_list_of_contacts_that_the_service_cannot_read_is_not_sent(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "contacts.csv").write_bytes(content)
    with pytest.raises(ItemError, match=said):
        told(CONTACT_IMPORT, V2, ScriptedService({}), src=str(tmp_path / "contacts.csv"))


def test_the_contacts_of_a_list_are_counted_without_its_header(tmp_path: Path) -> None:
    (tmp_path / "contacts.csv").write_text("firstname,lastname,number\nJo,Sample,+493023125001\n\n")
    service = ScriptedService({"POST /v2/contacts/import/csv": ""})
    assert told(CONTACT_IMPORT, V2, service, src=str(tmp_path / "contacts.csv")) == {"imported": 1}


# files


def test_a_file_that_is_there_already_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "fax"
    way = media.saving(lambda client, params: Answer("GET", "/", 200, "", {"content-type": "x/y"}, b"%PDF-1.4"))
    assert way.look is not None
    options = {"dest": str(path)}
    seen = way.look(None, options) or {}
    assert (seen["changed"], seen["content_type"], path.exists()) == (True, "application/pdf", False)
    way.act(None, options)
    before = path.stat()
    seen = way.look(None, options) or {}
    assert seen["changed"] is False
    way.act(None, options)
    assert (path.stat().st_ino, path.read_bytes()) == (before.st_ino, b"%PDF-1.4")


@pytest.mark.parametrize(
    ("generation", "given", "said"),
    [
        (V2, {"media": "fax_preview", "page": 1}, "exist only in v1"),
        (V2, {"media": "fax_document", "size": "big"}, "exist only in v1"),
        (V1, {"media": "fax_report"}, "exists only in v2"),
        (V1, {"media": "fax_preview", "page": 1}, "needs both in v1"),
        (V1, {"media": "fax_document", "page": 1, "size": "big"}, "are for media=fax_preview"),
    ],
)
def test_a_page_is_of_a_preview_of_v1(tmp_path: Path, generation: str, given: dict[str, Any], said: str) -> None:
    with pytest.raises(ItemError, match=said):
        told(MEDIA, generation, ScriptedService({}), event="7", dest=str(tmp_path / "x"), **given)


def opened(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The addresses that are opened, and how."""
    asked: list[Any] = []
    monkeypatch.setattr(media, "download", lambda *args, **options: asked.append((args[0], options)))
    return asked


def test_v2_shows_no_credentials_to_the_address_of_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = opened(monkeypatch)
    row = {"type": "FAX", "documentUrl": "https://api.example.com/a.pdf"}
    service = ScriptedService({"GET /v2/history/7": row})
    media._fetch_v2(service.v2(), {"event": "7", "media": "fax_document"})
    assert asked == [("https://api.example.com/a.pdf", {})]
    with pytest.raises(ItemError, match=r"event 7 \(fax\) has no fax_report"):
        media._fetch_v2(service.v2(), {"event": "7", "media": "fax_report"})


def test_only_a_link_below_the_user_is_one_of_the_service(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = opened(monkeypatch)
    service = ScriptedService({"GET /my/events/faxes/7/preview/": b"PNG"})
    media._opened(service.v1(), "https://api.example.com/my/events/faxes/7/preview/")
    assert not asked
    media._opened(service.v1(), "https://api.example.com/mystery/7")
    assert asked == [("https://api.example.com/mystery/7", {"login_at_home": True})]
