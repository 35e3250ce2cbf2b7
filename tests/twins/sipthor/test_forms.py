# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The form actions: whole pages, and whole lists that a missing parameter clears."""

from __future__ import annotations

from typing import Any

import pytest

ALIASES = ["info@example.com", "sales@example.com"]


@pytest.fixture
def with_aliases(thor: Any) -> Any:
    for alias in ("sales", "info"):
        thor.json("add_alias", {"username": alias})
    return thor


FORMS = [
    "set aliases",
    "set reject",
    "set barring",
    "set accept rules",
    "set diversions",
    "save settings",
    "send email",
]


@pytest.mark.parametrize("action", FORMS)
def test_forms_answer_a_page(thor: Any, action: str) -> None:
    parameters = {"aliases[]": "", "mailto": "alice@example.com"}
    text = thor.text(action, parameters, method="POST")
    assert text.startswith("<!DOCTYPE html>")
    assert "<form" in text
    assert "alert" not in text
    assert "<form" not in thor.text(action, {**parameters, "export": "1"}, method="POST")


def _set_aliases(thor: Any, *aliases: str) -> str:
    return thor.text("set aliases", {"aliases[]": list(aliases)}, method="POST")


def test_aliases_are_replaced(with_aliases: Any) -> None:
    assert "alert" not in _set_aliases(with_aliases, "info@example.com", "New@elsewhere.example", "no spaces")
    assert with_aliases.json("get_aliases") == ["info@example.com", "new@example.com"]


def test_one_empty_element_deletes_all_aliases(with_aliases: Any) -> None:
    _set_aliases(with_aliases, "")
    assert with_aliases.json("get_aliases") == []


@pytest.mark.parametrize("same", ["info", "INFO@example.com"])
def test_aliases_are_told_apart_by_exact_text(with_aliases: Any, same: str) -> None:
    text = _set_aliases(with_aliases, same)
    # Added again, refused as a duplicate, and nothing is deleted.
    assert 'class="alert alert-error">Error (SipPort)' in text
    assert with_aliases.json("get_aliases") == ALIASES


def test_additions_before_the_first_error_stay(with_aliases: Any) -> None:
    _set_aliases(with_aliases, "new", "alice", "newer")
    assert with_aliases.json("get_aliases") == ["info@example.com", "new@example.com", "sales@example.com"]


@pytest.mark.parametrize("body", [b"", b"aliases=info@example.com"])
def test_aliases_without_a_list_die(with_aliases: Any, body: bytes) -> None:
    assert with_aliases.raw("action=set%20aliases&realm=example.com", "POST", body).status == 500
    assert with_aliases.json("get_aliases") == ALIASES


def test_only_the_first_twenty_aliases_are_compared(thor: Any) -> None:
    for number in range(22):
        thor.json("add_alias", {"username": f"a{number:02d}"})
    _set_aliases(thor, "")
    assert thor.json("get_aliases") == ["a20@example.com", "a21@example.com"]


def test_reject_rules_are_replaced(thor: Any) -> None:
    thor.text("set reject", {"rejectMembers[]": ["spam@example.com", "", "sip:a@example.com"]}, method="POST")
    assert thor.json("get_reject_rules") == ["sip:spam@example.com", "sip:a@example.com"]
    thor.text("set reject", method="POST")
    assert thor.json("get_reject_rules") == []


def test_barring_keeps_international_prefixes_only(thor: Any) -> None:
    prefixes = ["+49", "+0", "0049", "+1a", "", "+882"]
    thor.text("set barring", {"barring_prefixes[]": prefixes}, method="POST")
    assert thor.account()["barring_prefixes"] == ["+49", "+882"]
    thor.text("set barring", method="POST")
    assert thor.account()["barring_prefixes"] == []


def _hours(mask: int, start: str, stop: str, mode: int = 0) -> dict[str, Any]:
    return {f"radio_persistent_{mask}": mode, f"start_{mask}": start, f"stop_{mask}": stop}


def test_accept_rules_are_replaced(thor: Any) -> None:
    form = {
        **_hours(31, "08:00", "18:00"),
        **_hours(96, "10:00", "12:00", 1),
        **_hours(1, "00:00", "00:00"),
        **_hours(2, "8:00", "18:00"),
        **_hours(4, "08:00", "24:30"),
        **_hours(8, "08:00", "18:00", 2),
        **_hours(16, "08:00", "18:00", 2),
        "groups_16[]": ["friends", "vip"],
        **_hours(3, "08:00", "18:00"),
        "radio_temporary": 1,
        "duration": "15",
    }
    thor.text("set accept rules", form, method="POST")
    rules = thor.json("get_accept_rules")
    assert rules["persistent"] == {
        "31": {"start": "08:00", "stop": "18:00", "groups": ["everybody"]},
        "96": {"start": "10:00", "stop": "12:00", "groups": ["nobody"]},
        "16": {"start": "08:00", "stop": "18:00", "groups": ["friends", "vip"]},
    }
    assert rules["temporary"] == {"groups": ["nobody"], "duration": 15}
    thor.text("set accept rules", method="POST")
    assert thor.text("get_accept_rules") == ('{"temporary":{"groups":[],"duration":0},"groups":["everybody","nobody"]}')


@pytest.mark.parametrize("treatment", ["drop", "refuse"])
def test_accept_rules_form_sends_the_days(thor: Any, treatment: str) -> None:
    thor.knob(dnd_persistent=treatment)
    thor.text("set accept rules", _hours(127, "08:00", "18:00"), method="POST")
    assert list(thor.json("get_accept_rules")["persistent"]) == ["127"]


def test_diversions_by_index(demo: Any) -> None:
    # 0 none, 1 voicemail, 2 and 3 the owner's numbers, 4 mobile, 5 other
    form = {"FUNC_select": 0, "FNOL_select": 1, "FBUS_select": 2, "FNOA_select": 4, "FUNV_select": 5, "FUNV": "bob"}
    demo.text("set diversions", form, method="POST", user="user0001")
    assert demo.json("get_call_forwarding", user="user0001") == {
        "FUNC": None,
        "FNOL": "<voice-mailbox>",
        "FBUS": "+493023125001@example.com",
        "FNOA": "+493023125901@example.com",
        "FUNV": "bob@example.com",
    }


def test_diversions_of_a_bare_account_and_invalid_uri(thor: Any) -> None:
    thor.text("set diversions", {"FUNC_select": 1, "FUNC": "+493023125030"}, method="POST")
    assert thor.forwarding()["FUNC"] == "+493023125030@example.com"
    text = thor.text("set diversions", {"FUNC_select": 1, "FUNC": "not a uri"}, method="POST")
    assert '<div class="alert alert-error">Error: invalid SIP URI not a uri</div>' in text
    assert thor.forwarding()["FUNC"] == "+493023125030@example.com"


@pytest.mark.parametrize("treatment", ["works", "ignored", "refused"])
def test_diversions_form_never_sends_an_empty_set(thor: Any, treatment: str) -> None:
    thor.text("set_call_forwarding", {"FUNC": "ben"})
    thor.knob(clear_all_forwarding=treatment)
    thor.text("set diversions", method="POST")
    assert thor.account()["diversions"] == {}


def test_absolute_voicemail_in_the_diversions_form(demo: Any) -> None:
    demo.knob(absolute_voicemail="on")
    demo.text("set diversions", {"FUNC_select": 1}, method="POST", user="user0001")
    assert demo.json("get_call_forwarding", user="user0001")["FUNC"] == "2201@vm.example.com"


def _save(thor: Any, user: str = "alice", **fields: Any) -> str:
    return thor.text("save settings", {"mailto": "new@example.com", **fields}, method="POST", user=user)


def test_save_settings_takes_what_is_missing_for_emptied(demo: Any) -> None:
    demo.change(
        "user0001",
        diversions={"FUNC": "<voice-mailbox>", "FBUS": "sip:bob@example.com", "FNOA": "sip:2201@vm.example.com"},
        ring_timeout=20,
        quick_dial="49",
        mobile_number="+493023125777",
        groups=["free-pstn", "anonymous", "missed-calls"],
        show_barring_tab=True,
    )
    before = demo.account("user0001")
    _save(demo, "user0001")
    emptied = {
        "email": "new@example.com",
        "ring_timeout": 0,
        "quick_dial": "",
        "mobile_number": "",
        "groups": ["free-pstn"],
        "show_barring_tab": False,
        "mailbox": None,
        "diversions": {"FBUS": "bob@example.com"},
    }
    assert demo.account("user0001") == {**before, **emptied}
    assert demo.json("get_voicemail", user="user0001") is None


def test_save_settings_stores_everything_that_was_sent(thor: Any) -> None:
    fields = {
        "timezone": "Europe/Brussels",
        "timeout": "1000",
        "quickdial": "49",
        "mobile_number": "+493023125777",
        "language": "de",
        "region": "DE",
        "voicemail": "1",
        "voicemail_password": "4711",
        "delete_voicemail": "1",
        "anonymous": "1",
        "show_barring_tab": "1",
    }
    before = thor.account()
    _save(thor, **fields)
    changed = {
        "email": "new@example.com",
        "timezone": "Europe/Brussels",
        "ring_timeout": 900,
        "quick_dial": "49",
        "mobile_number": "+493023125777",
        "language": "de",
        "region": "DE",
        "groups": ["free-pstn", "anonymous"],
        "show_barring_tab": True,
        "mailbox": {
            "mailbox": "2201",
            "account": "2201@vm.example.com",
            "password": "4711",
            "name": "Alice Example",
            "email": "alice@example.com",
            "info": "",
            "delete": True,
        },
    }
    assert thor.account() == {**before, **changed}
    _save(thor, voicemail="1")
    assert (thor.account()["mailbox"]["password"], thor.account()["mailbox"]["delete"]) == ("4711", False)


@pytest.mark.parametrize("mailto", ["", "nobody", "a b@example.com"])
def test_save_settings_needs_a_mail_address(demo: Any, mailto: str) -> None:
    before = demo.twin.state()
    text = _save(demo, "user0001", mailto=mailto, timeout="20")
    assert "<p><font color=red>Error: invalid e-mail address</font>" in text
    assert demo.twin.state() == before


def test_new_passwords_with_clear_storage(thor: Any) -> None:
    _save(thor, sip_password="second")
    assert thor.json("get_aliases", password="second") == []
    thor.text("save settings", {"mailto": "a@example.com", "web_password": "web"}, method="POST", password="second")
    # Stored unhashed, it can never log in; and it shuts out the SIP password.
    assert [thor.call("get_aliases", password=password).status for password in ("web", "second")] == [401, 401]


def test_new_passwords_with_hashed_storage(demo: Any) -> None:
    _save(demo, "user0004", web_password="web")
    assert demo.json("get_aliases", user="user0004", password="web") == []
    fields = {"mailto": "a@example.com", "web_password_reset": "1", "sip_password": "second"}
    demo.text("save settings", fields, method="POST", user="user0004", password="web")
    assert demo.json("get_aliases", user="user0004", password="second") == []
    assert "second" not in str(demo.twin.state())


def test_save_settings_shows_a_failed_back_end(thor: Any) -> None:
    thor.fault("exception", "save settings", "SipPort.updateAccount")
    assert '<div class="alert alert-error">Error (SipPort): ' in _save(thor)
    assert thor.account()["email"] == "alice@example.com"


def test_send_email(thor: Any) -> None:
    thor.text("send email")
    mails = thor.twin.state()["mails"]
    assert [mail["to"] for mail in mails] == ["alice@example.com"]
    assert "rehearsal" not in mails[0]["body"]
    assert (thor.journal()[-1]["write"], thor.journal()[-1]["applied"]) == (False, False)


def _delete_id(thor: Any) -> str:
    return str(thor.account()["deletion_request"]["id"])


def test_deletion_is_confirmed_by_a_mailed_link(thor: Any) -> None:
    thor.json("add_alias", {"username": "sales"})
    thor.text("delete account")
    mail = thor.twin.state()["mails"][0]["body"]
    assert f"/settings.phtml?action=delete_account&realm=example.com&delete_id={_delete_id(thor)}" in mail
    text = thor.text("delete_account", {"delete_id": _delete_id(thor)})
    assert text == "<p>The account alice@example.com has been removed</p>\n"
    assert thor.call("get_aliases").status == 401
    assert thor.twin.state()["aliases"] == []


def test_asking_for_deletion_damages_settings(thor: Any) -> None:
    _save(thor, timeout="20", quickdial="49", voicemail="1", anonymous="1")
    thor.text("delete account")
    account = thor.account()
    assert [account[key] for key in ("email", "ring_timeout", "quick_dial", "mailbox", "groups")] == [
        "new@example.com",
        0,
        "",
        None,
        ["free-pstn"],
    ]


def test_deletion_is_silently_ignored_with_a_balance_history(demo: Any) -> None:
    before = demo.twin.state()
    demo.text("delete account", user="user0001")
    assert demo.twin.state() == before


@pytest.mark.parametrize("delete_id", [None, "", "wrong"])
def test_wrong_deletion_id(thor: Any, delete_id: str | None) -> None:
    refusal = "<p><font color=red>Error: there is no such request to remove this account</font>\n"
    parameters = {} if delete_id is None else {"delete_id": delete_id}
    assert thor.text("delete_account", parameters) == refusal
    thor.text("delete account")
    assert thor.text("delete_account", parameters) == refusal
    assert thor.json("get_aliases") == []


@pytest.mark.parametrize(
    ("action", "operation"), [("delete account", "updateAccount"), ("delete_account", "deleteAccount")]
)
def test_deletion_with_a_failed_back_end(thor: Any, action: str, operation: str) -> None:
    thor.text("delete account")
    thor.fault("exception", action, f"SipPort.{operation}")
    assert '<div class="alert alert-error">Error (SipPort): ' in thor.text(action, {"delete_id": _delete_id(thor)})
    assert thor.json("get_aliases") == []


def test_deletion_request_expires(thor: Any) -> None:
    thor.text("delete account")
    thor.advance(3 * 24 * 3600)
    text = thor.text("delete_account", {"delete_id": _delete_id(thor)})
    assert text == "<p><font color=red>Error: the request to remove this account has expired</font>\n"
    assert thor.json("get_aliases") == []
