# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Quirks of single resources of v2: what a PUT would reset, what is addressed how, what must not happen."""

from __future__ import annotations

import pytest
from scripted_service import ADA, LOST, USERS, ScriptedService, outcome, reconciled, refused

from ansible_collections.dialtone.voip.plugins.module_utils._engine.policy import Policy, PruneScope
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import CallError, ItemError
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.info import GATHERERS
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.address import AddressAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.blacklist_entry import BlacklistEntryAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.contact import ContactAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.device import DeviceAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.event import HistoryAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.group import GroupAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.notification import NotificationAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.number import NumberAdapter, QuickDialAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.oauth_client import OauthClientAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.sms import SmsCallerIdAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.user import UserAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.webhook_settings import WebhookSettingsAdapter

DESK = {"id": "e0", "alias": "Desk", "type": "REGISTER", "dnd": False}
OWN = {"GET /v2/authorization/userinfo": {"sub": "w0"}}
ADMIN = {"id": "w0", "email": "admin@example.com", "admin": True}


def test_do_not_disturb_is_written_with_the_address_that_it_stands_beside() -> None:
    service = ScriptedService(
        {
            **USERS,
            "GET /v2/w1/devices": {"items": [DESK]},
            "GET /v2/devices/e0": {**DESK, "emergencyAddressId": "42", "credentials": {"password": "SECRET"}},
            "PUT /v2/devices/e0": "",
        }
    )
    report = reconciled(
        DeviceAdapter(service.v2()), {"alias": "Desk", "user": "ADA.sample@example.com", "do_not_disturb": True}
    )
    assert service.written == [("PUT /v2/devices/e0", {"dnd": True, "emergencyAddressId": 42})]
    assert "SECRET" not in repr(report.outcomes[0].change.record.values)  # type: ignore[union-attr]


def test_a_device_that_cannot_be_set_up_is_taken_back() -> None:
    service = ScriptedService(
        {
            **USERS,
            "GET /v2/w1/devices": {"items": []},
            "POST /v2/w1/devices/register": DESK,
            "GET /v2/devices/e0/callerid": {"value": ""},
            "PUT /v2/devices/e0/callerid": refused(403),
            "DELETE /v2/devices/e0": "",
        }
    )
    status, _error = outcome(
        DeviceAdapter(service.v2()), alias="Desk", user="ada.sample@example.com", caller_id="+493023125001"
    )
    assert status == "failed"
    assert service.writes[-1].line == "DELETE /v2/devices/e0"


def test_routing_a_number_sends_all_fields_and_releases_nothing_by_accident() -> None:
    row = {"id": "9101", "number": "+15550100", "type": "MOBILE", "endpointId": "", "mnpState": {"isReleased": True}}
    service = ScriptedService(
        {
            "GET /v2/numbers": [{"items": [row]}, {"items": []}],
            "GET /v2/groups": {"items": [{"id": "g0", "alias": "Sales"}]},
            "PUT /v2/numbers/9101": "",
        }
    )
    assert outcome(NumberAdapter(service.v2()), number="+1 555-0100", endpoint="group:Sales")[0] == "updated"
    assert service.written == [
        ("PUT /v2/numbers/9101", {"endpointId": "g0", "releaseForMnp": True, "quickDial": False})
    ]


def test_a_number_tells_its_line_without_a_listing_of_lines() -> None:
    row = {
        "id": "9001",
        "number": "+493023125001",
        "type": "LANDLINE",
        "endpointId": "p3",
        "endpointAlias": "Front",
        "endpointUrl": "https://api.example.com/v2/w1/phonelines/p3",
    }
    service = ScriptedService({**USERS, "GET /v2/numbers": [{"items": [row]}, {"items": []}]})
    (record,) = NumberAdapter(service.v2()).fetch(None)
    assert record.values["endpoint"] == "phone_line:ada.sample@example.com/Front"


def test_a_contact_is_replaced_whole_and_its_hidden_names_are_asked_for() -> None:
    row = {"id": "c1", "name": "Jo Sample", "scope": "SHARED", "emails": [], "organization": [["Sample Ltd"]]}
    row["numbers"] = [{"number": "+4930", "type": ["work"]}]
    listing = {"items": [row, {"id": "w1", "name": "Ada", "scope": "INTERNAL"}], "totalCount": 2}
    service = ScriptedService({"GET /v2/contacts": listing, "PUT /v2/contacts/c1": ""})
    wanted = {"name": "Jo Sample", "scope": "shared", "organization": []}
    status, error = outcome(ContactAdapter(service.v2()), **wanted)
    assert status == "failed" and "needs first_name as well" in error
    assert not service.writes
    assert outcome(ContactAdapter(service.v2()), **wanted, first_name="Jo", last_name="Sample")[0] == "updated"
    body = service.writes[0].json
    assert body["numbers"] == [{"number": "+4930", "type": ["work"]}]
    assert (body["id"], body["given"], body["family"], body["scope"]) == ("c1", "Jo", "Sample", "SHARED")
    assert body["organization"] == []


def test_an_entry_of_the_blacklist_is_replaced_and_its_plus_sign_encoded() -> None:
    service = ScriptedService(
        {
            "GET /v2/blacklist/incoming": {"items": [{"phoneNumber": "+4930", "isBlock": False}]},
            "DELETE /v2/blacklist/incoming/%2B4930": "",
            "POST /v2/blacklist/incoming": {},
        }
    )
    assert outcome(BlacklistEntryAdapter(service.v2()), phone_number="4930", block_prefix=True)[0] == "updated"
    assert service.written == [
        ("DELETE /v2/blacklist/incoming/%2B4930", None),
        ("POST /v2/blacklist/incoming", {"phoneNumber": "+4930", "isBlock": True}),
    ]


def blacklist(*listings: list[dict[str, object]], **answers: object) -> ScriptedService:
    listed = [{"items": rows} for rows in listings]
    return ScriptedService({"GET /v2/blacklist/incoming": listed, **answers})


@pytest.mark.parametrize(("prefix", "status"), [(False, "created"), (True, "failed")])
def test_an_entry_that_somebody_else_made_meanwhile_is_there(prefix: bool, status: str) -> None:
    there: dict[str, object] = {"phoneNumber": "4930", "isBlock": prefix}
    service = blacklist([], [there], **{"POST /v2/blacklist/incoming": refused(409)})
    assert outcome(BlacklistEntryAdapter(service.v2()), phone_number="+4930")[0] == status


def test_an_entry_that_somebody_else_deleted_meanwhile_is_gone() -> None:
    there: dict[str, object] = {"phoneNumber": "+4930", "isBlock": False}
    path = "/v2/blacklist/incoming"
    gone = {f"DELETE {path}/%2B4930": refused(404), f"POST {path}": {}}
    service = blacklist([there], **gone)
    assert outcome(BlacklistEntryAdapter(service.v2()), phone_number="+4930", state="absent")[0] == "deleted"
    service = blacklist([there], **gone)
    assert outcome(BlacklistEntryAdapter(service.v2()), phone_number="+4930", block_prefix=True)[0] == "updated"


@pytest.mark.parametrize("refusal", [403, 404])
@pytest.mark.parametrize(("left", "status"), [([], "deleted"), ([DESK], "failed")])
def test_a_device_is_gone_when_the_listing_says_so(refusal: int, left: list[dict[str, object]], status: str) -> None:
    service = ScriptedService(
        {
            **USERS,
            "GET /v2/w1/devices": [{"items": [DESK]}, {"items": left}],
            "DELETE /v2/devices/e0": refused(refusal),
        }
    )
    wanted = {"alias": "Desk", "user": "ada.sample@example.com", "state": "absent"}
    assert outcome(DeviceAdapter(service.v2()), **wanted)[0] == status


def test_devices_of_one_alias_are_told_apart_in_a_group() -> None:
    group = [{"id": "g0", "alias": "Sales"}]
    devices = [{**DESK, "activeGroups": group}, {**DESK, "id": "e1", "activeGroups": group}, {**DESK, "id": "e2"}]
    service = ScriptedService(
        {
            **USERS,
            "GET /v2/groups": {"items": group},
            "GET /v2/w1/devices": {"items": devices},
            "DELETE /v2/groups/g0/devices/e1": "",
        }
    )
    same = {"alias": "Sales", "devices": ["e1", "e0"]}
    assert reconciled(GroupAdapter(service.v2()), same).outcomes[0].status == "unchanged"
    assert outcome(GroupAdapter(service.v2()), alias="Sales", devices=["e0"])[0] == "updated"
    assert service.written == [("DELETE /v2/groups/g0/devices/e1", None)]


def test_the_history_is_written_with_all_four_fields() -> None:
    row = {"id": "401", "type": "CALL", "read": True, "starred": True, "archived": False, "note": "n"}
    service = ScriptedService({"GET /v2/history/401": row, "PUT /v2/history/401": ""})
    assert outcome(HistoryAdapter(service.v2()), id="401", archived=True)[0] == "updated"
    assert service.writes[0].json == {"note": "n", "read": True, "starred": True, "archived": True}


def test_a_whitelist_of_everybody_is_null_and_unknown_settings_survive() -> None:
    shown = {"incomingUrl": "https://a", "outgoingUrl": "", "log": True, "whitelist": ["w0"], "pushApiVersion": 2}
    service = ScriptedService({"GET /v2/settings/sipgateio": shown, "PUT /v2/settings/sipgateio": ""})
    assert outcome(WebhookSettingsAdapter(service.v2()), whitelist=["all"])[0] == "updated"
    assert service.writes[0].json == {**shown, "whitelist": None}


def test_an_address_does_not_move_without_a_word() -> None:
    row = {"addressId": 42, "countrycode": "DE", "postcode": "10115", "city": "Berlin", "street": "A", "number": "1"}
    service = ScriptedService({"GET /v2/addresses": {"items": [row]}, "PUT /v2/addresses/42": ""})
    status, error = outcome(AddressAdapter(service.v2()), address_id="42", city="Hamburg")
    assert status == "failed" and "force=true" in error
    assert outcome(AddressAdapter(service.v2()), address_id="42", city="Hamburg", force=True)[0] == "updated"
    assert service.writes[0].json["street"] == "A"


def test_users_are_deleted_with_a_word_only_and_never_pruned() -> None:
    service = ScriptedService({**OWN, "GET /v2/users": {"items": [ADMIN, ADA]}, "DELETE /v2/users/w1": {}})
    with pytest.raises(ItemError, match="confirm_delete=true"):
        reconciled(UserAdapter(service.v2()), {"email_address": "ada.sample@example.com", "state": "absent"})
    gone = {"email_address": "Ada.Sample@example.com", "state": "absent", "confirm_delete": True}
    assert reconciled(UserAdapter(service.v2()), gone).outcomes[0].status == "deleted"
    assert not UserAdapter(service.v2()).resource.prunable
    with pytest.raises(CallError, match="pruned"):
        scope = Policy(prune=True, scope=PruneScope(all=True))
        reconciled(UserAdapter(service.v2()), {"email_address": "admin@example.com"}, policy=scope)


def test_the_owner_of_the_token_keeps_role_and_life() -> None:
    service = ScriptedService({**OWN, "GET /v2/users": {"items": [ADMIN, ADA]}})
    status, error = outcome(
        UserAdapter(service.v2()), email_address="admin@example.com", state="absent", confirm_delete=True
    )
    assert status == "failed" and "owns the token" in error
    status, error = outcome(UserAdapter(service.v2()), email_address="admin@example.com", admin=False)
    assert status == "failed" and "keeps the role" in error


def test_call_restrictions_come_as_an_object_or_a_list() -> None:
    shown = {
        "userId": "w1",
        "charged": True,
        "roaming": False,
        "foreignSpecial": False,
        "highCostForeignNumbers": False,
    }
    other = {**shown, "userId": "w0", "charged": False}
    for answer in (shown, {"items": [other, shown]}, [[other, shown]]):
        service = ScriptedService({**OWN, "GET /v2/users": {"items": [ADMIN, ADA]}, "GET /v2/callrestrictions": answer})
        wanted = {"email_address": "ada.sample@example.com", "call_restrictions": {"charged": True}}
        assert reconciled(UserAdapter(service.v2()), wanted).outcomes[0].status == "unchanged"


def test_a_client_is_waited_for_until_it_is_gone() -> None:
    client = {"clientId": "c1", "clientSecret": "SECRET", "name": "App"}
    url = "/v2/authorization/oauth2/clients"
    service = ScriptedService(
        {
            f"GET {url}": {"data": [client]},
            f"DELETE {url}/c1": "",
            f"GET {url}/c1": [client, client, refused(404)],
        }
    )
    pauses: list[float] = []
    adapter = OauthClientAdapter(service.v2(), pauses.append)
    assert reconciled(adapter, {"name": "App", "state": "absent"}).outcomes[0].status == "deleted"
    assert pauses == [0.25, 0.5]
    assert "SECRET" not in repr(adapter.fetch(None))


def mobile(*listings: list[dict[str, object]], answer: object = LOST) -> ScriptedService:
    rows = [{"items": rows} for rows in listings]
    return ScriptedService({**USERS, "GET /v2/w1/devices": rows, "POST /v2/w1/devices/mobile": answer})


def test_a_device_that_may_cost_a_sim_card_is_never_asked_for_twice() -> None:
    sim = {"id": "y0", "alias": "Mobile", "type": "MOBILE"}
    wanted = {"alias": "Mobile", "user": "ada.sample@example.com", "type": "mobile"}
    service = mobile([], [])
    status, error = outcome(DeviceAdapter(service.v2()), **wanted)
    assert status == "failed" and "It is not sent again" in error
    assert len(service.writes) == 1
    for answer in (LOST, ""):
        service = mobile([], [sim], answer=answer)
        report = reconciled(DeviceAdapter(service.v2()), wanted)
        assert (report.outcomes[0].status, report.outcomes[0].identity) == ("created", "y0")
        assert len(service.writes) == 1


@pytest.mark.parametrize(
    ("restrictions", "said"),
    [
        ({"items": [{"restriction": "CAN_CREATE_REGISTER_DEVICE", "value": False}]}, "no further device"),
        ({"items": [{"restriction": "CAN_CREATE_REGISTER_DEVICE", "value": True}]}, "lacks a scope"),
        ({"items": [{"restriction": "CAN_CREATE_MOBILE_DEVICE", "value": False}]}, "lacks a scope"),
        (refused(403), "lacks a scope"),
    ],
)
def test_a_refused_device_says_whether_a_limit_is_reached(restrictions: object, said: str) -> None:
    service = mobile([])
    service.answers.update({"POST /v2/w1/devices/register": refused(403), "GET /v2/restrictions": restrictions})
    status, error = outcome(DeviceAdapter(service.v2()), alias="Desk", user="ada.sample@example.com")
    assert status == "failed" and said in error


def test_what_the_token_may_not_ask_is_unknown() -> None:
    service = ScriptedService({**OWN, "GET /v2/restrictions": refused(403)})
    assert GATHERERS["restrictions"](service.v2(), {}) is None


def test_a_sender_is_not_added_twice_because_each_time_costs() -> None:
    place = "/v2/w1/sms/s1/callerids"
    added = {"id": 5, "phonenumber": "+493023125902", "verified": False, "defaultNumber": False}
    wanted = {"phone_number": "+49 30 23125902", "user": "ada.sample@example.com"}
    extensions = {**USERS, "GET /v2/w1/sms": {"items": [{"id": "s1"}]}, f"POST {place}": LOST}
    service = ScriptedService({**extensions, f"GET {place}": {"items": []}})
    status, error = outcome(SmsCallerIdAdapter(service.v2()), **wanted)
    assert status == "failed" and "not added again" in error
    assert len(service.writes) == 1
    there = {"items": [added]}
    service = ScriptedService({**extensions, f"GET {place}": [{"items": []}, there, there]})
    report = reconciled(SmsCallerIdAdapter(service.v2()), wanted)
    assert (report.outcomes[0].status, report.outcomes[0].identity) == ("created", 5)


def test_an_id_that_is_not_told_is_looked_up_for_one_and_not_for_many() -> None:
    code = {"id": "9007", "number": "11", "type": "QUICKDIAL"}
    empty, full = {"items": []}, {"items": [code]}
    calls = {**USERS, "GET /v2/numbers/quickdial/validation/11": "", "POST /v2/numbers/quickdial": ""}
    wanted = {"number": "11", "user": "ada.sample@example.com"}
    service = ScriptedService({**calls, "GET /v2/w1/numbers": [empty, full]})
    assert reconciled(QuickDialAdapter(service.v2()), wanted).outcomes[0].identity == "9007"
    service = ScriptedService({**calls, "GET /v2/w1/numbers": [empty, LOST]})
    assert reconciled(QuickDialAdapter(service.v2()), wanted).outcomes[0].status == "created"
    other = {**wanted, "number": "12"}
    service = ScriptedService({**calls, "GET /v2/w1/numbers": [empty], "GET /v2/numbers/quickdial/validation/12": ""})
    assert [one.identity for one in reconciled(QuickDialAdapter(service.v2()), wanted, other).outcomes] == [None, None]


@pytest.mark.parametrize(
    ("event", "channel", "endpoint", "kind"),
    [
        ("fax", "report", "p0", "fax_line"),
        ("fax", "report", "phone_line:Front", "fax_line"),
        ("voicemail", "email", "phone_line:Front", "voicemail"),
        ("voicemail", "email", "f0", "voicemail"),
    ],
)
def test_a_notification_is_for_its_own_kind_of_endpoint(event: str, channel: str, endpoint: str, kind: str) -> None:
    service = ScriptedService({**USERS, "GET /v2/w1/notifications": {}})
    wanted = {"recipient": "ops@example.com", "user": "ada.sample@example.com", "event": event, "channel": channel}
    status, error = outcome(NotificationAdapter(service.v2()), **wanted, endpoint=endpoint)
    assert status == "failed" and f"endpoint must be a {kind}" in error
    assert not service.writes


def test_a_number_leads_to_no_group_that_nobody_made() -> None:
    number = {"id": "9001", "number": "+493023125001", "type": "LANDLINE", "endpointId": ""}
    service = ScriptedService(
        {**USERS, "GET /v2/numbers": {"items": [number], "totalCount": 1}, "GET /v2/groups": {"items": []}}
    )
    report = reconciled(
        NumberAdapter(service.v2()), {"number": number["number"], "endpoint": "group:Sales"}, check_mode=True
    )
    assert "created by a person, in the web portal" in str(report.outcomes[0].error)


def test_a_notification_is_known_by_all_it_says() -> None:
    target = {"id": "71", "email": "ops@example.com", "direction": "INCOMING", "cause": "MISSED"}
    listing = {"call": [{"endpointId": "p0", "emails": [target], "sms": []}], "fax": [], "voicemail": [], "sms": []}
    service = ScriptedService(
        {
            **USERS,
            "GET /v2/w1/notifications": listing,
            "GET /v2/w1/phonelines": {"items": [{"id": "p0", "alias": "Front"}]},
            "POST /v2/w1/notifications/call/email": "",
        }
    )
    wanted = {"recipient": "OPS@example.com", "user": "ada.sample@example.com", "event": "call", "channel": "email"}
    wanted.update(endpoint="phone_line:Front", direction="incoming", cause="missed")
    assert reconciled(NotificationAdapter(service.v2()), wanted).outcomes[0].status == "unchanged"
    assert outcome(NotificationAdapter(service.v2()), **{**wanted, "cause": "successful"})[0] == "created"
    assert service.writes[0].json == {
        "endpointId": "p0",
        "email": "ops@example.com",
        "direction": "INCOMING",
        "cause": "SUCCESSFUL",
    }


OPEN: dict[str, object] = {"phoneNumber": "+4930", "isBlock": False}
SHUT = {"phoneNumber": "+4930", "isBlock": True}


def test_a_number_that_is_blocked_in_another_way_stays_blocked_when_that_is_refused() -> None:
    path = "/v2/blacklist/incoming"
    service = blacklist([OPEN], **{f"DELETE {path}/%2B4930": "", f"POST {path}": [refused(500), {}]})
    assert outcome(BlacklistEntryAdapter(service.v2()), phone_number="+4930", block_prefix=True)[0] == "failed"
    assert [bean for line, bean in service.written if line.startswith("POST")] == [SHUT, OPEN]


def test_lost_answers_leave_a_number_blocked_in_the_wanted_way() -> None:
    path = "/v2/blacklist/incoming"
    lost = {f"DELETE {path}/%2B4930": [LOST, ""], f"POST {path}": [LOST, {}]}
    service = blacklist([OPEN], [OPEN], [], **lost)
    assert outcome(BlacklistEntryAdapter(service.v2()), phone_number="+4930", block_prefix=True)[0] == "updated"
    assert [line.split()[0] for line, _bean in service.written] == ["DELETE", "DELETE", "POST", "POST"]
    service = blacklist([OPEN], [], [SHUT], **{f"DELETE {path}/%2B4930": LOST, f"POST {path}": LOST})
    assert outcome(BlacklistEntryAdapter(service.v2()), phone_number="+4930", block_prefix=True)[0] == "updated"
    assert [line.split()[0] for line, _bean in service.written] == ["DELETE", "POST"]


def test_a_number_that_is_not_blocked_at_all_any_more_is_told() -> None:
    path = "/v2/blacklist/incoming"
    service = blacklist([OPEN], **{f"DELETE {path}/%2B4930": "", f"POST {path}": [refused(500), refused(500)]})
    _status, error = outcome(BlacklistEntryAdapter(service.v2()), phone_number="+4930", block_prefix=True)
    assert "The number is not blocked at all now" in (error or "")


def test_no_failure_of_a_look_afterwards_undoes_what_is_done() -> None:
    adapter = SmsCallerIdAdapter(ScriptedService({**USERS, "GET /v2/w1/sms": {"items": [{}]}}).v2())
    adapter._alone = True
    values = {"user": "ada.sample@example.com", "phone_number": "+493023125901"}
    with pytest.raises(KeyError):
        adapter.fetch(None)
    assert adapter.told(values) is None
