# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Things of the account, which lose nothing of what was not mentioned: contacts, users, groups and settings."""

from __future__ import annotations

from typing import Any

import pytest
from scripted_service import ADA, USERS, ScriptedService, outcome, refused

from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Record
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError, RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.failures import Forbidden
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.address import AddressAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.contact import ContactAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.event import HistoryAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.fax_line import FaxLineAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.group import GroupAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.oauth_client import OauthClientAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.porting import PortingAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.user import UserAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.webhook_settings import WebhookSettingsAdapter

USER = {"user": "ada.sample@example.com"}

# contacts

JO = {"id": "c1", "name": "Jo Sample", "scope": "SHARED", "givenname": "Jo", "familyname": "Sample"}


def contacts(*rows: dict[str, Any]) -> ScriptedService:
    listing = {"items": list(rows), "totalCount": len(rows)}
    return ScriptedService(
        {"GET /v2/contacts": listing, "PUT /v2/contacts/c1": "", "POST /v2/contacts": "", "DELETE /v2/contacts/c1": ""}
    )


def test_names_that_are_shown_are_compared_and_all_else_is_given_back() -> None:
    shown = {**JO, "numbers": [{"number": "+493023125001", "type": ["work"]}], "note": "n", "websites": ["w"]}
    service = contacts(shown)
    wanted = {"name": "Jo Sample", "scope": "shared"}
    assert outcome(ContactAdapter(service.v2()), **wanted, first_name="Jo")[0] == "unchanged"
    assert outcome(ContactAdapter(service.v2()), **wanted, first_name="Joan")[0] == "updated"
    body = service.writes[0].json
    assert (body["given"], body["family"], body["note"], body["websites"]) == ("Joan", "Sample", "n", ["w"])
    assert body["numbers"] == shown["numbers"]
    assert (body["emails"], body["addresses"], body["organization"]) == ([], [], [])


def test_a_contact_without_an_id_is_not_deleted_because_that_would_empty_the_address_book() -> None:
    service = contacts({**JO, "id": ""})
    with pytest.raises(RemoteError, match="The listing of contacts cannot be understood: it shows a text as id"):
        outcome(ContactAdapter(service.v2()), name="Jo Sample", scope="shared", state="absent")
    with pytest.raises(RemoteError, match="where an id is expected"):
        ContactAdapter(service.v2()).delete(Record({}, ""))
    assert not service.writes


def test_contacts_of_one_name_are_told_apart_by_who_sees_them() -> None:
    service = contacts({**JO, "id": "c0", "scope": "PRIVATE"}, JO, {**JO, "id": "w1", "scope": "INTERNAL"})
    assert [record.identity for record in ContactAdapter(service.v2()).fetch(None)] == ["c0", "c1"]
    assert outcome(ContactAdapter(service.v2()), name="Jo Sample", scope="shared", state="absent")[0] == "deleted"
    assert [sent.line for sent in service.writes] == ["DELETE /v2/contacts/c1"]


def test_the_number_of_a_contact_is_written_in_its_international_form() -> None:
    service = contacts()
    given = {"name": "Jo Sample", "scope": "private", "numbers": [{"number": "0049 30 23125001", "types": ["work"]}]}
    assert outcome(ContactAdapter(service.v2()), **given)[0] == "created"
    assert service.writes[0].json["numbers"] == [{"number": "+493023125001", "type": ["work"]}]


# addresses

HOME = {"addressId": 42, "countrycode": "DE", "state": "BE", "postcode": "10115", "city": "Berlin", "street": "A"}


def addresses() -> ScriptedService:
    return ScriptedService({"GET /v2/addresses": {"items": [HOME]}, "PUT /v2/addresses/42": ""})


@pytest.mark.parametrize("moved", ["country_code", "region", "postcode", "city"])
def test_each_part_of_a_place_needs_a_word_and_none_that_stays(moved: str) -> None:
    place = {"country_code": "DE", "region": "BE", "postcode": "10115", "city": "Berlin"}
    service = addresses()
    status, error = outcome(AddressAdapter(service.v2()), address_id="42", **{**place, moved: "XX"})
    assert status == "failed" and f"another {moved} may" in error
    assert outcome(AddressAdapter(service.v2()), address_id="42", **place, street="B")[0] == "updated"
    body = {name: value for name, value in service.writes[0].json.items() if value not in (None, "")}
    assert body == {**{name: value for name, value in HOME.items() if name != "addressId"}, "street": "B"}


# users

ADMIN = {"id": "w0", "email": "admin@example.com", "admin": True}
SETTINGS = ("role", "busyonbusy", "defaultdevice", "location")


def users(**more: Any) -> ScriptedService:
    ada = {**ADA, "admin": False, "busyOnBusy": False, "addressId": "41", "defaultDevice": "e0"}
    return ScriptedService(
        {
            "GET /v2/authorization/userinfo": {"sub": "w0"},
            "GET /v2/users": {"items": [ADMIN, ada]},
            "GET /v2/w1/devices": {"items": [{"id": "e0", "alias": "Desk"}, {"id": "e1", "alias": "Lab"}]},
            **{f"PUT /v2/users/w1/{name}": "" for name in SETTINGS},
            **more,
        }
    )


def set_user(service: ScriptedService, **wanted: Any) -> tuple[str, str]:
    return outcome(UserAdapter(service.v2()), email_address="Ada.Sample@example.com", **wanted)


@pytest.mark.parametrize(
    ("wanted", "written"),
    [
        ({"admin": True}, ("role", {"admin": True})),
        ({"busy_on_busy": True}, ("busyonbusy", {"enabled": True})),
        ({"default_device": "Lab"}, ("defaultdevice", {"deviceId": "e1"})),
        ({"default_device": "Ada.Sample@example.com/Lab"}, ("defaultdevice", {"deviceId": "e1"})),
        ({"address_id": "42"}, ("location", {"addressId": 42})),
        ({"default_device": "Desk", "address_id": "41", "admin": False}, None),
    ],
)
def test_each_setting_of_a_user_is_written_by_itself(wanted: dict[str, Any], written: Any) -> None:
    service = users()
    assert set_user(service, **wanted) == ("unchanged" if written is None else "updated", "")
    assert service.written == ([(f"PUT /v2/users/w1/{written[0]}", written[1])] if written else [])


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"default_device": "admin@example.com/Desk"}, "must be a device of the user"),
        ({"address_id": "home"}, "must be the number of an address"),
    ],
)
def test_what_no_user_can_have_is_refused(wanted: dict[str, str], said: str) -> None:
    service = users()
    status, error = set_user(service, **wanted)
    assert status == "failed" and said in error
    assert not service.writes


def test_a_default_device_whose_name_is_not_unique_is_known_by_its_id() -> None:
    twice = {"items": [{"id": "e0", "alias": "Desk"}, {"id": "e1", "alias": "Desk"}]}
    service = users(**{"GET /v2/w1/devices": twice})
    assert set_user(service, default_device="e0")[0] == "unchanged"
    assert set_user(service, default_device="e1")[0] == "updated"


def test_only_the_restrictions_that_differ_are_written() -> None:
    shown = {"userId": "w1", "foreignSpecial": True, "charged": True, "roaming": False, "highCostForeignNumbers": True}
    other = {**shown, "userId": "w0", "charged": False}
    place = "/v2/w1/callrestrictions/charged"
    service = users(**{"GET /v2/callrestrictions": [[other, shown]] * 2, f"POST {place}": ""})
    wanted = {"charged": False, "roaming": False, "foreign_special": None}
    assert set_user(service, call_restrictions=wanted) == ("updated", "")
    assert service.written == [(f"POST {place}", {"enabled": False})]


# groups


def test_only_the_devices_that_differ_leave_a_group_and_join_it() -> None:
    sales, support = {"id": "g0", "alias": "Sales"}, {"id": "g1", "alias": "Support"}
    devices = [
        {"id": "e0", "alias": "Desk", "activeGroups": [sales]},
        {"id": "e1", "alias": "Lab", "activeGroups": [sales]},
        {"id": "e2", "alias": "Hall", "activeGroups": [support]},
    ]
    service = ScriptedService(
        {
            **USERS,
            "GET /v2/groups": {"items": [sales, support]},
            "GET /v2/w1/devices": {"items": devices},
            "DELETE /v2/groups/g0/devices/e1": "",
            "POST /v2/groups/g0/devices": "",
        }
    )
    names = [f"ada.sample@example.com/{alias}" for alias in ("Lab", "Desk", "Hall")]
    for same in (names[:2], ["e1", "e0"]):
        assert outcome(GroupAdapter(service.v2()), alias="Sales", devices=same)[0] == "unchanged"
    assert outcome(GroupAdapter(service.v2()), alias="Sales", devices=names[1:])[0] == "updated"
    assert service.written == [
        ("DELETE /v2/groups/g0/devices/e1", None),
        ("POST /v2/groups/g0/devices", {"deviceId": "e2"}),
    ]


# fax lines


def fax_line(**more: Any) -> ScriptedService:
    row = {"id": "f1", "alias": "Fax", "tagline": "Example Ltd"}
    place = "/v2/w1/faxlines/f1/callerid"
    answers = {"GET /v2/w1/faxlines": {"items": [row]}, f"GET {place}": {"value": ""}, f"PUT {place}": ""}
    return ScriptedService({**USERS, **answers, **more})


def test_only_the_setting_of_a_fax_line_that_differs_is_written() -> None:
    service = fax_line()
    wanted = {**USER, "alias": "Fax", "tagline": "Example Ltd", "caller_id": "+493023125001"}
    assert outcome(FaxLineAdapter(service.v2()), **wanted)[0] == "updated"
    assert service.written == [("PUT /v2/w1/faxlines/f1/callerid", {"value": "+493023125001"})]


def test_fax_lines_that_may_not_be_listed_are_no_missing_feature() -> None:
    service = fax_line(**{"GET /v2/w1/faxlines": refused(403)})
    with pytest.raises(Forbidden) as caught:
        outcome(FaxLineAdapter(service.v2()), **USER, alias="Fax")
    assert caught.type is Forbidden


# settings of the account

SHOWN = {"incomingUrl": "https://hook.example.com/in", "outgoingUrl": "", "log": True, "whitelist": None}


def test_a_whitelist_that_is_null_is_everybody() -> None:
    service = ScriptedService({"GET /v2/settings/sipgateio": SHOWN, "PUT /v2/settings/sipgateio": ""})
    assert outcome(WebhookSettingsAdapter(service.v2()), whitelist=["all"])[0] == "unchanged"
    assert outcome(WebhookSettingsAdapter(service.v2()), log=False)[0] == "updated"
    assert service.writes[0].json == {**SHOWN, "log": False}
    assert outcome(WebhookSettingsAdapter(service.v2()), whitelist=["p0"])[0] == "updated"
    assert service.writes[1].json == {**SHOWN, "whitelist": ["p0"]}


@pytest.mark.parametrize(
    "wanted", [{"incoming_url": "hook.example.com"}, {"outgoing_url": "ftp://hook.example.com"}, {"whitelist": ["e0"]}]
)
def test_what_the_webhook_cannot_have_is_refused_before_anything_is_read(wanted: dict[str, Any]) -> None:
    service = ScriptedService({})
    with pytest.raises(ItemError):
        outcome(WebhookSettingsAdapter(service.v2()), **wanted)
    assert not service.sent


@pytest.mark.parametrize(("revocable", "status"), [(True, "deleted"), (False, "failed")])
def test_a_porting_is_revoked_with_a_word_only_and_while_it_can_be(revocable: bool, status: str) -> None:
    listing = {"items": [{"id": 7, "revocable": revocable, "pending": True}]}
    service = ScriptedService({"GET /v2/portings": listing, "DELETE /v2/portings/7": ""})
    with pytest.raises(ItemError, match="confirm_delete=true"):
        outcome(PortingAdapter(service.v2()), id="7", state="absent")
    assert outcome(PortingAdapter(service.v2()), id="7", state="absent", confirm_delete=True)[0] == status
    assert len(service.writes) == revocable


CLIENTS = "/v2/authorization/oauth2/clients"
APP = {
    "clientId": "c1",
    "name": "App",
    "description": "one",
    "redirectUris": ["https://app.example.com/back"],
    "webOrigins": [],
    "privacyUrl": "https://app.example.com/privacy",
    "termsUrl": "https://app.example.com/terms",
}


def test_a_client_that_stays_is_no_client_that_was_deleted() -> None:
    service = ScriptedService({f"GET {CLIENTS}": {"data": [APP]}, f"DELETE {CLIENTS}/c1": "", f"GET {CLIENTS}/c1": APP})
    pauses: list[float] = []
    adapter = OauthClientAdapter(service.v2(), pauses.append)
    status, error = outcome(adapter, name="App", state="absent")
    assert status == "failed" and "still there after 30 seconds" in error
    assert sum(pauses) >= 30 and max(pauses) <= 2
    assert len(service.writes) == 1


def test_a_client_is_replaced_whole() -> None:
    service = ScriptedService({f"GET {CLIENTS}": {"data": [APP]}, f"PUT {CLIENTS}/c1": ""})
    assert outcome(OauthClientAdapter(service.v2()), name="App", description="two")[0] == "updated"
    written = {**APP, "description": "two"}
    del written["clientId"]
    assert service.writes[0].json == written


# the history


def test_an_entry_of_the_history_that_is_gone_needs_no_deletion() -> None:
    service = ScriptedService({"GET /v2/history/401": refused(404)})
    assert outcome(HistoryAdapter(service.v2()), id="401", state="absent")[0] == "unchanged"
    assert "cannot be created" in outcome(HistoryAdapter(service.v2()), id="401", read=True)[1]


def test_labels_are_not_written_where_they_would_be_lost() -> None:
    row = {"id": "401", "type": "CALL", "labels": ["sales"], "read": True}
    service = ScriptedService({"GET /v2/history/401": row})
    status, error = outcome(HistoryAdapter(service.v2()), id="401", labels=["urgent"])
    assert status == "failed" and "labels can be read, but not written" in error
