# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a line keeps when it goes to another button, and whether its password is the wanted one."""

from __future__ import annotations

import json
from typing import Any

import pytest
from server import ScriptedServer

from ansible_collections.dialtone.voip.plugins.module_utils._engine.policy import Policy
from ansible_collections.dialtone.voip.plugins.module_utils._engine.reconcile import Reconciler
from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Item
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.phone import PhoneAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.phone_lines import with_accounts, write_lines

BASE = "/api/phones/7/lines"
DOOR = {
    "id": 89,
    "user": None,
    "userId": "door",
    "displayName": "Door",
    "password": "open-sesame",
    "registrationServer": "pbx2.example.com",
    "registrationServerPort": "5061",
}
INES = {"id": 88, "user": "4101", "userId": "4101", "displayName": "Ines", "password": "of-ines"}


def setting(path: str, value: str | None, default: str | None = None) -> dict[str, Any]:
    return {"path": path, "type": "string", "value": value, "defaultValue": default}


def written(
    wanted: list[dict[str, Any]], rows: list[dict[str, Any]], before: list[Any], after: list[Any]
) -> tuple[list[Any], dict[str, str]]:
    """The bodies of the lines that were added, and the settings that were written below the first of them."""
    kept: dict[str, str] = {}
    server = ScriptedServer(
        {
            **{f"GET {BASE}/{row['id']}/settings": {"settings": before} for row in rows},
            f"GET {BASE}": {"lines": [{"id": 90 + place} for place in range(len(wanted))]},
            **{f"GET {BASE}/{90 + place}/settings": {"settings": after} for place in range(len(wanted))},
            **{
                f"GET {BASE}/{90 + place}/settings/{row['path']}": row for row in before for place in range(len(wanted))
            },
            "POST *": "",
            "PUT *": "",
            "DELETE *": "",
        }
    )
    write_lines(server.client(), "/phones/7", with_accounts(wanted, rows), rows)
    prefix = f"PUT {BASE}/90/settings/"
    for sent in server.writes:
        if sent.line.startswith(prefix):
            kept[sent.line.removeprefix(prefix)] = (sent.body or b"").decode()
    return [json.loads(sent.body or b"") for sent in server.writes if sent.method == "POST"], kept


def test_a_line_that_moves_keeps_the_account_and_the_settings_that_nobody_mentioned() -> None:
    before = [setting("a/ring", "loud", "soft"), setting("a/plain", "x", "x")]
    after = [setting("a/ring", "soft", "soft"), setting("a/plain", "x", "x")]
    posted, kept = written([{"user_id": "door"}, {"user": "4101"}], [INES, DOOR], before, after)
    assert posted == [
        {
            "userId": "door",
            "displayName": "Door",
            "password": "open-sesame",
            "registrationServer": "pbx2.example.com",
            "registrationServerPort": "5061",
        },
        # Whatever belongs to the user comes from the user.
        {"user": "4101"},
    ]
    assert kept == {"a/ring": "loud"}


def test_what_nobody_mentioned_of_an_account_is_no_difference() -> None:
    assert written([{"user_id": "door"}], [DOOR], [], []) == ([], {})
    assert verified({"user": "4101"}, {"user_id": "door"}).change.action == "none"


def test_what_is_mentioned_wins_over_what_the_line_had() -> None:
    before = [setting("a/label", "Door", "door"), setting("a/ring", "loud", "soft"), setting("a/mode", "old", "none")]
    after = [setting("a/label", "Gate", "door"), setting("a/ring", "soft", "soft"), setting("a/mode", "none", "none")]
    wanted = {"user_id": "door", "display_name": "Gate", "password": "new", "settings": {"a/mode": "old"}}
    posted, kept = written([wanted], [DOOR], before, after)
    assert (posted[0]["displayName"], posted[0]["password"]) == ("Gate", "new")
    assert kept == {"a/ring": "loud", "a/mode": "old"}


def test_what_is_cleared_does_not_come_back_from_the_settings() -> None:
    before = [setting("a/label", "Door"), setting("a/ring", "loud")]
    posted, kept = written([{"user_id": "door", "display_name": ""}], [DOOR], before, [setting("a/label", None)] * 1)
    assert posted[0]["displayName"] == ""
    assert kept == {}


def test_a_password_never_reaches_another_server_than_the_one_it_is_for() -> None:
    wanted = {"user_id": "door", "registration_server": "elsewhere.example.net"}
    posted, kept = written([wanted], [DOOR], [setting("a/ring", "loud")], [setting("a/ring", None)])
    assert posted == [{"userId": "door", "registrationServer": "elsewhere.example.net"}]
    assert kept == {}


def test_two_lines_of_one_user_keep_their_own_settings() -> None:
    other = {**INES, "id": 89}
    server = ScriptedServer(
        {
            f"GET {BASE}/88/settings": {"settings": [setting("a/ring", "one")]},
            f"GET {BASE}/89/settings": {"settings": [setting("a/ring", "two")]},
            f"GET {BASE}": {"lines": [{"id": 90}, {"id": 91}, {"id": 92}]},
            "GET *": {"settings": [setting("a/ring", None)], **setting("a/ring", "one")},
            "POST *": "",
            "PUT *": "",
            "DELETE *": "",
        }
    )
    with pytest.raises(Exception, match="did not keep"):  # the scripted answer is the first line's
        write_lines(server.client(), "/phones/7", [{"user": "4102"}, {"user": "4101"}, {"user": "4101"}], [INES, other])
    puts = [(sent.line, sent.body) for sent in server.writes if sent.method == "PUT"]
    assert puts == [(f"PUT {BASE}/91/settings/a/ring", b"one"), (f"PUT {BASE}/92/settings/a/ring", b"two")]


PHONE_ROW = {
    "id": 7,
    "serialNo": "0004f2c0ffee",
    "model": {"modelId": "snom370"},
    "groups": None,
    "lines": [INES, DOOR],
}


def verified(*lines: dict[str, Any], rows: list[dict[str, Any]] | None = None) -> Any:
    row = {**PHONE_ROW, "lines": PHONE_ROW["lines"] if rows is None else rows}
    adapter = PhoneAdapter(ScriptedServer({"GET /api/phones?start=0&limit=1000": {"phones": [row]}}).client())
    item = Item(0, "phone", "0004f2c0ffee", values={"serial_number": "0004f2c0ffee", "lines": list(lines)})
    policy = Policy(update_secrets="verify")
    return Reconciler(adapter, policy).run([item], check_mode=True, everything=False).outcomes[0]


@pytest.mark.parametrize(("password", "changed"), [("open-sesame", ()), ("new", ("lines.password",))])
def test_verify_compares_the_password_of_a_line(password: str, changed: tuple[str, ...]) -> None:
    outcome = verified({"user": "4101"}, {"user_id": "door", "password": password})
    assert outcome.change.changed == changed
    assert outcome.change.unverified == ()


def test_the_password_of_a_line_to_come_is_no_question() -> None:
    outcome = verified({"user": "4101"}, {"user_id": "gate", "password": "new"})
    assert outcome.change.changed == ("lines",)


def test_verify_is_refused_where_the_server_shows_no_password() -> None:
    outcome = verified({"user_id": "door", "password": "new"}, rows=[{**DOOR, "password": None}])
    assert "shows no password of this line" in outcome.change.error
    assert "on_create or always" in outcome.change.error
