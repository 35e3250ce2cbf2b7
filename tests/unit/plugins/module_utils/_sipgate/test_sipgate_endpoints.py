# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How endpoints are written, and what names stand for."""

from __future__ import annotations

import pytest
from scripted_service import ADA, ScriptedService, refused

from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.resources import (
    DEVICE,
    PHONE_LINE,
    also_declared,
    names_of,
    spelled,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.directory import Directory
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.endpoints import expanded, may_be_device

BEN = {"id": "w2", "email": "ben@example.com"}
ACCOUNT = {
    "GET /v2/users": {"items": [ADA, BEN]},
    "GET /v2/w1/phonelines": {"items": [{"id": "p0", "alias": "Reception"}, {"id": "p1", "alias": "Twice"}]},
    "GET /v2/w2/phonelines": {"items": [{"id": "p2", "alias": "Twice"}, {"id": "p3", "alias": "Twice"}]},
    "GET /v2/groups": {"items": [{"id": "g0", "alias": "Sales"}]},
    "GET /v2/voicemails": {"items": [{"id": "v0", "belongsToEndpoint": {"extension": "p0", "type": "PHONELINE"}}]},
}


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("phone_line:Reception", "phone_line:ada@example.com/Reception"),
        ("phone_line:Ben@Example.com/A/B", "phone_line:ben@example.com/A/B"),
        ("group:Sales", "group:Sales"),
        ("user:Ben@Example.com", "user:ben@example.com"),
        ("voicemail", "voicemail:phone_line:ada@example.com/Front"),
        ("voicemail:phone_line:Reception", "voicemail:phone_line:ada@example.com/Reception"),
        ("p3", "p3"),
        ("+493023125001", "+493023125001"),
        ("", ""),
    ],
)
def test_an_endpoint_has_one_full_form(text: str, full: str) -> None:
    assert expanded(text, "Ada@example.com", "Front") == full


@pytest.mark.parametrize("text", ["Reception", "queue:1", "group:", "030 23125001"])
def test_what_is_no_endpoint_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="must be like phone_line"):
        expanded(text, "ada@example.com")


def test_without_a_user_a_line_needs_one() -> None:
    with pytest.raises(ValueError, match="needs the user as well"):
        expanded("phone_line:Reception")


def test_names_become_ids_with_the_listings_that_it_takes() -> None:
    service = ScriptedService(ACCOUNT)
    directory = Directory(service.v2())
    assert directory.endpoint_id("phone_line:ada.sample@example.com/Reception") == "p0"
    assert directory.endpoint_id("voicemail:phone_line:ada.sample@example.com/Reception") == "v0"
    assert directory.endpoint_id("phone_line:ada.sample@example.com/Nowhere") is None
    assert "GET /v2/w2/phonelines" not in service.lines
    assert len(service.lines) == len(set(service.lines))


def test_a_mailbox_of_nobody_is_not_that_of_a_line_that_does_not_exist() -> None:
    directory = Directory(ScriptedService({**ACCOUNT, "GET /v2/voicemails": {"items": [{"id": "v9"}]}}).v2())
    assert directory.endpoint_id("voicemail:phone_line:ada.sample@example.com/Nowhere") is None


def test_a_name_that_two_have_is_no_name() -> None:
    directory = Directory(ScriptedService(ACCOUNT).v2())
    with pytest.raises(ItemError, match="p2 and p3"):
        directory.endpoint_id("phone_line:ben@example.com/Twice")
    assert directory.endpoint_name("p3") == "p3"
    assert directory.endpoint_name("p1") == "phone_line:ada.sample@example.com/Twice"


def test_ids_become_names() -> None:
    directory = Directory(ScriptedService(ACCOUNT).v2())
    assert directory.endpoint_name("v0") == "voicemail:phone_line:ada.sample@example.com/Reception"
    assert directory.endpoint_name("g0") == "group:Sales"
    assert directory.endpoint_name("w2") == "user:ben@example.com"
    assert directory.endpoint_name("h7") == "h7"
    assert directory.endpoint_name("p0", "w2") == "phone_line:ada.sample@example.com/Reception"


def test_nobody_of_that_address_is_told_how_to_come_into_being() -> None:
    with pytest.raises(ItemError, match="created by a person"):
        Directory(ScriptedService(ACCOUNT).v2()).user_id("nobody@example.com")


def test_a_token_that_shows_nobody_else_says_so() -> None:
    service = ScriptedService(
        {
            "GET /v2/users": refused(403),
            "GET /v2/authorization/userinfo": {"sub": "w1"},
            "GET /v2/users/w1": ADA,
        }
    )
    directory = Directory(service.v2())
    assert directory.user_id(ADA["email"]) == "w1"
    with pytest.raises(ItemError, match="token of an administrator"):
        directory.user_id("ben@example.com")


@pytest.mark.parametrize("endpoint", ["group:Nobody", "voicemail:group:Nobody", "user:nobody@example.com"])
def test_what_only_a_person_makes_is_missed_with_a_word_who(endpoint: str) -> None:
    directory = Directory(ScriptedService(ACCOUNT).v2())
    with pytest.raises(ItemError, match="created by a person, in the web portal"):
        directory.check_people(endpoint)
    for there in ("", "p9", "group:Sales", "phone_line:ben@example.com/Nowhere"):
        directory.check_people(there)


def test_the_id_of_something_else_is_no_device() -> None:
    directory = Directory(ScriptedService(ACCOUNT).v2())
    assert directory.device_id("e0") == "e0"
    assert may_be_device("a0")  # a kind that the reference does not know
    for other in ("p0", "f0", "g0", "+493023125001"):
        assert other not in directory.known("device")
        with pytest.raises(ItemError, match="is not the id of a device"):
            directory.device_id(other)


def test_a_site_declares_a_line_with_its_mailbox_under_both_of_its_names() -> None:
    line = {"alias": "Front", "user": "Ada@example.com"}
    assert names_of(PHONE_LINE, line) == {"Front", "ada@example.com/Front"}
    assert ("endpoint", "voicemail:phone_line:ada@example.com/Front") in also_declared(PHONE_LINE, line)
    assert ("endpoint", "device:Desk") in also_declared(DEVICE, {"alias": "Desk", "user": "ada@example.com"})
    assert spelled("endpoint", "phone_line:Ada@Example.com/Front") == "phone_line:ada@example.com/Front"
    assert spelled("endpoint", "voicemail") is None
    assert spelled("endpoint", "p3") is None
    assert spelled("device", "Ada@example.com/Desk") == "ada@example.com/Desk"
