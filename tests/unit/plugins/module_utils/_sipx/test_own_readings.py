# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ``sipx_my_info`` makes of answers that the demo server does not give."""

from __future__ import annotations

from typing import Any

import pytest
from server import ScriptedServer

from ansible_collections.dialtone.voip.plugins.module_utils._http.answer import Answer
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import CallError, ItemError
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.info import GATHERERS

NOTHING: dict[str, Any] = {"search": None, "filter": None, "conference": None, "folder": "inbox"}


def read(server: ScriptedServer, name: str, **params: Any) -> Any:
    return GATHERERS[name](server.client(), {**NOTHING, **params})


def test_a_filtered_phonebook_is_read_to_its_end() -> None:
    def part(numbers: range) -> dict[str, Any]:
        return {"phonebook": {"filtered-size": 101, "entries": [{"id": "-1", "number": str(n)} for n in numbers]}}

    server = ScriptedServer(
        {
            "GET /rest/my/pagedphonebook?start=0&end=100&filter=a%26b": part(range(100)),
            "GET /rest/my/pagedphonebook?start=100&end=200&filter=a%26b": part(range(100, 101)),
        }
    )
    assert [row["number"] for row in read(server, "phonebook", filter="a&b")] == [str(n) for n in range(101)]


def test_a_phonebook_that_shrinks_meanwhile_is_no_endless_loop() -> None:
    server = ScriptedServer({"GET *": [{"phonebook": {"filtered-size": 5, "entries": []}}]})
    assert read(server, "phonebook", filter="a") == []


def test_a_search_is_one_parameter_and_is_needed() -> None:
    server = ScriptedServer({"GET /rest/my/search/phonebook?query=a%26b": {"phonebook": []}})
    assert read(server, "phonebook_search", search="a&b") == []
    with pytest.raises(CallError, match="needs search"):
        read(server, "phonebook_search")


def test_a_conference_without_anybody_is_not_active_and_a_strange_one_is_an_error() -> None:
    idle = ScriptedServer({"GET *": Answer("", "", 406, "Not active")})
    assert read(idle, "conference_details", conference="standup") == {"active": False, "members": []}
    with pytest.raises(RequestError):
        read(ScriptedServer({"GET *": Answer("", "", 404, "No")}), "conference_details", conference="standup")
    unasked = ScriptedServer({})
    for name in ("../callfwd", None):
        with pytest.raises(ItemError, match="must consist of letters"):
            read(unasked, "conference_details", conference=name)
    assert unasked.sent == []


def test_who_is_in_a_conference() -> None:
    content = {"conference": {"locked": True, "extension": "5001", "members": [{"id": 2, "name": "4155"}]}}
    details = read(ScriptedServer({"GET *": content}), "conference_details", conference="standup")
    assert (details["active"], details["locked"], details["members"][0]["number"]) == (True, True, "4155")


def test_the_feed_keeps_the_users_private_key_to_itself() -> None:
    item = "<item><guid>https://pbx.example.com/feed/k3y/0017</guid><title>Voicemail</title></item>"
    server = ScriptedServer({"GET *": f"<rss><channel>{item}</channel></rss>"})
    (message,) = read(server, "voicemail_messages")
    assert message["id"] == "0017"
    assert "k3y" not in str(message)


def test_login_details_leave_the_sip_password_out_and_sort_the_servers() -> None:
    server = ScriptedServer(
        {
            "GET /rest/my/logindetails": {"login-details": {"userName": "4101", "sipPassword": "s3cret"}},
            "GET /rest/my/logindetailsunite": {
                "login-details": {"im-locations": [{"fqdn": name} for name in ("b.example.com", "a.example.com")]}
            },
        }
    )
    details = read(server, "login_details")
    assert details["im_servers"] == ["a.example.com", "b.example.com"]
    assert details["user_name"] == "4101"
    assert "s3cret" not in str(details)
