# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Users: the whole object at each write, the secrets compared and never shown, servers without /api/users."""

from __future__ import annotations

from typing import Any

import pytest
from server import CREATED, NO_ROUTE, UPDATED, ScriptedServer, envelope

from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Record
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError, RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.directory import Directory, rest_users
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.user import UserAdapter

INES = {
    "id": 57,
    "userName": "4101",
    "firstName": "Ines",
    "lastName": "Okafor",
    "aliases": ["ines"],
    "sipPassword": "sip-secret",
    "pintoken": "pin-secret",
    "branchName": "Berlin",
    "userProfile": {"emailAddress": "ines@example.com"},
    "groups": [{"id": 21, "name": "sales"}],
    "permissions": ["Mobile"],
}
NAMES = {
    "GET /rest/user-group": {"user-group": {"groups": [{"id": 21, "name": "sales"}, {"id": 22, "name": "desk"}]}},
    "GET /rest/branch": {"branch": {"branches": [{"id": 12, "name": "Berlin"}]}},
    "GET /rest/permission": {
        "permissions": {
            "permissions": [
                {"name": "Mobile", "label": "Mobile", "builtIn": True},
                {"name": "perm_33", "label": "Door opener", "builtIn": False},
            ]
        }
    },
}


def ines(server: ScriptedServer) -> Record:
    return UserAdapter(server.client()).fetch(frozenset(["4101"]))[0]


def test_an_update_sends_the_whole_user_and_leaves_secrets_alone() -> None:
    server = ScriptedServer({**NAMES, "GET /api/users/4101": INES, "PUT /rest/user/57": UPDATED})
    adapter = UserAdapter(server.client())
    record = adapter.fetch(frozenset(["4101"]))[0]
    adapter.update(record, {**record.values, "last_name": "Weber"}, frozenset(["last_name"]))
    assert server.writes[0].body == (
        b"<?xml version='1.0' encoding='utf-8'?>\n"
        b"<user><userName>4101</userName><lastName>Weber</lastName><firstName>Ines</firstName>"
        b"<pin></pin><sipPassword></sipPassword><emailAddress>ines@example.com</emailAddress>"
        b"<groups><group><id>21</id></group></groups>"
        b"<aliases><alias><alias>ines</alias></alias></aliases>"
        b"<branch><id>12</id></branch></user>"
    )


def test_a_create_carries_the_four_elements_without_which_the_server_fails() -> None:
    server = ScriptedServer({**NAMES, "PUT /rest/user": CREATED})
    values = {"user_name": "4102", "pin": "1234", "sip_password": "x1y2z3"}
    assert UserAdapter(server.client()).create(values) == 57
    body = server.writes[0].body or b""
    for part in (b"<pin>1234</pin>", b"<sipPassword>x1y2z3</sipPassword>", b"<groups/>", b"<aliases/>"):
        assert part in body
    assert b"<branch" not in body


NEW = {"user_name": "4101", "pin": "pin-secret", "sip_password": "sip-secret", "voicemail_pin": "864200"}


def test_a_new_user_whose_answer_is_lost_still_gets_the_voicemail_pin() -> None:
    lost = RequestError("PUT", "/rest/user", "was cut off", outcome=RemoteError.UNKNOWN)
    server = ScriptedServer({**NAMES, "PUT /rest/user": lost, "GET /api/users/4101": INES, "PUT /api/users/4101": ""})
    assert UserAdapter(server.client()).create(NEW) == 57
    assert server.lines[-1] == "PUT /api/users/4101"
    assert server.sent[-1].repeatable is True


@pytest.mark.parametrize("outcome", [RemoteError.REFUSED, RemoteError.UNKNOWN])
def test_a_new_user_does_not_stay_without_the_voicemail_pin_that_no_later_run_would_write(outcome: str) -> None:
    failure = RequestError("PUT", "/api/users/4101", "failed", outcome=outcome)
    server = ScriptedServer(
        {**NAMES, "PUT /rest/user": CREATED, "PUT /api/users/4101": failure, "DELETE /rest/user/57": UPDATED}
    )
    with pytest.raises(RemoteError) as caught:
        UserAdapter(server.client()).create(NEW)
    assert caught.value.outcome == RemoteError.REFUSED
    assert server.lines[-1] == "DELETE /rest/user/57"


def test_permissions_go_to_their_own_call_and_only_those_that_differ() -> None:
    server = ScriptedServer({**NAMES, "GET /api/users/4101": INES, "PUT /rest/user-permission/57": UPDATED})
    adapter = UserAdapter(server.client())
    record = adapter.fetch(frozenset(["4101"]))[0]
    wanted = adapter.translate({"user_name": "4101", "permissions": {"Mobile": True, "Door opener": "yes"}}, record)
    assert wanted["permissions"] == {"Mobile": True, "perm_33": True}
    adapter.update(record, {**record.values, **wanted}, frozenset(["permissions"]))
    assert [sent.line for sent in server.writes] == ["PUT /rest/user-permission/57"]
    assert server.writes[0].body == (
        b"<?xml version='1.0' encoding='utf-8'?>\n"
        b"<user><permissions><setting><name>perm_33</name><value>ENABLE</value></setting></permissions></user>"
    )


@pytest.mark.parametrize("value", ["ENABLE", "on", 1, ""])
def test_a_permission_is_true_or_false_and_nothing_else(value: Any) -> None:
    adapter = UserAdapter(ScriptedServer(NAMES).client())
    with pytest.raises(ItemError, match="permissions: Mobile must be true or false"):
        adapter.translate({"user_name": "4101", "permissions": {"Mobile": value}}, None)


def test_a_hit_by_alias_is_not_the_user() -> None:
    server = ScriptedServer({"GET /api/users/ines": INES})
    assert UserAdapter(server.client()).fetch(frozenset(["ines"])) == []


def test_a_name_that_no_path_can_carry_is_looked_for_in_the_listing() -> None:
    server = ScriptedServer({"GET /api/users?start=0&limit=1000": {"users": [{**INES, "userName": "a/b"}]}})
    assert UserAdapter(server.client()).fetch(frozenset(["a/b"]))[0].identity == 57
    assert UserAdapter(server.client()).fetch(frozenset(["email"]))[0].identity == 57


def test_secrets_are_compared_and_not_among_the_values() -> None:
    server = ScriptedServer({"GET /api/users/4101": INES})
    adapter = UserAdapter(server.client())
    record = adapter.fetch(frozenset(["4101"]))[0]
    assert "secret" not in repr(record)
    assert adapter.works(record, {"pin": "pin-secret", "sip_password": "other"}) == {"pin"}


def test_the_administrator_stays_an_administrator() -> None:
    adapter = UserAdapter(ScriptedServer({}).client())
    with pytest.raises(ItemError, match="must contain administrators"):
        adapter.translate({"user_name": "superadmin", "groups": []}, None)
    adapter.translate({"user_name": "superadmin", "groups": ["administrators", "sales"]}, None)


def test_an_older_server_is_read_through_rest_with_the_user_that_its_listing_hides() -> None:
    shown = {"id": 3, "userName": "4101", "groups": [], "aliases": [{"alias": "ines"}], "pin": "", "sipPassword": ""}
    hidden = {"id": 2, "userName": "superadmin", "groups": [], "aliases": []}
    server = ScriptedServer(
        {
            "GET /api/users?start=0&limit=1000": NO_ROUTE,
            "GET /rest/user": {"user": {"users": [shown]}},
            "GET /rest/user/1": envelope(
                "ERROR_OBJECT_NOT_FOUND", "Could not retrieve object using ID", "<id>1</id>", 400
            ),
            "GET /rest/user/2": {"user": hidden},
            "GET /rest/user-permission": {
                "user-permission": {"users": [{"id": 3, "permissions": [{"name": "Mobile", "value": "ENABLE"}]}]}
            },
            "GET /rest/user-permission/2": {
                "user": {"id": 2, "permissions": [{"name": "superadmin", "value": "ENABLE"}]}
            },
        }
    )
    adapter = UserAdapter(server.client())
    records = {record.values["user_name"]: record for record in adapter.fetch(None)}
    assert set(records) == {"4101", "superadmin"}
    assert records["4101"].values["permissions"] == {"Mobile": True}
    assert records["superadmin"].values["permissions"] == {"superadmin": True}
    assert Directory(server.client()).user_ids() == {"4101": 3, "ines": 3, "superadmin": 2}
    with pytest.raises(ItemError, match="verify needs pin as well"):
        adapter.works(records["4101"], {"sip_password": "sip-secret"})


@pytest.mark.parametrize("hidden", [1, 7, 50, 960, 998])
def test_the_hidden_user_is_looked_for_at_the_beginning_and_right_below_the_others(hidden: int) -> None:
    row = {"id": hidden, "userName": "superadmin"}
    server = ScriptedServer(
        {
            "GET /rest/user": {"user": {"users": [{"id": 999, "userName": "4101"}]}},
            f"GET /rest/user/{hidden}": {"user": row},
            "GET *": envelope("ERROR_OBJECT_NOT_FOUND", "Could not retrieve object using ID", "<id>1</id>", 400),
        }
    )
    assert rest_users(server.client())[1:] == [row]


@pytest.mark.parametrize(
    ("details", "proven"),
    [
        (None, set()),
        ({"userName": "4101", "sipPassword": "sip-secret"}, {"pin", "sip_password"}),
        ({"userName": "4101", "sipPassword": "another"}, {"pin"}),
    ],
)
def test_an_older_server_tells_a_user_what_it_does_not_tell_the_administrator(
    monkeypatch: pytest.MonkeyPatch, details: dict[str, str] | None, proven: set[str]
) -> None:
    server = ScriptedServer({"GET *": NO_ROUTE})
    client = server.client()
    monkeypatch.setattr(client, "login_details", lambda user_name, password: details)
    adapter = UserAdapter(client)
    adapter._secrets_shown = False
    record = Record({"user_name": "4101"}, 3)
    assert adapter.works(record, {"pin": "1234", "sip_password": "sip-secret"}) == proven
