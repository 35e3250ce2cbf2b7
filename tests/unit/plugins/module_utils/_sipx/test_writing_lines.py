# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a line keeps when it goes to another button, what is put back when that fails, and whose password is whose."""

from __future__ import annotations

import json
from typing import Any

import pytest
from server import ScriptedServer

from ansible_collections.dialtone.voip.plugins.module_utils._engine.policy import Policy
from ansible_collections.dialtone.voip.plugins.module_utils._engine.reconcile import Reconciler
from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Item
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import RemoteError
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


class Phone:
    """Lines of a phone that behaves like the server's: a line is added at the end, and its answer says nothing.

    :param most: lines that the model has.
    :param lost: number of the write whose answer is lost, and whether it is carried out.
    """

    def __init__(self, *rows: dict[str, Any], most: int = 9, lost: tuple[int, bool] | None = None) -> None:
        self.rows = [dict(row) for row in rows]
        self.settings: dict[int, dict[str, str]] = {row["id"]: {} for row in rows}
        self.most = most
        self.lost = lost
        self.writes: list[str] = []

    def api_list(self, path: str, name: str) -> list[dict[str, Any]]:
        if name == "lines":
            return [dict(row) for row in self.rows]
        own = self.settings[int(path.split("/")[4])]
        return [setting(path, own.get(path)) for path in ("a/ring", "a/mode")]

    def api_get(self, path: str) -> dict[str, Any]:
        parts = path.split("/", 6)
        return setting(parts[6], self.settings[int(parts[4])].get(parts[6]))

    def api_send(self, method: str, path: str, bean: Any = None, text: str | None = None) -> None:
        self.writes.append(f"{method} {path}")
        lost, done = self.lost or (0, True)
        if len(self.writes) != lost or done:
            self.carry_out(method, path.split("/", 6)[4:], bean, text)
        if len(self.writes) == lost:
            raise RequestError(method, path, "was cut off", outcome=RemoteError.UNKNOWN)

    def carry_out(self, method: str, place: list[str], bean: Any, text: str | None) -> None:
        if method == "PUT":
            self.settings[int(place[0])][place[2]] = text or ""
        elif method == "DELETE":
            self.rows = [row for row in self.rows if place and row["id"] != int(place[0])]
        elif len(self.rows) == self.most:
            raise RequestError(method, "/lines", "was refused: the model has fewer lines")
        else:
            identity = 900 + len(self.writes)
            self.rows.append({"id": identity, "user": None, **bean})
            self.settings[identity] = {}

    def shown(self) -> list[tuple[str, Any, dict[str, str]]]:
        return [
            (row.get("user") or row["userId"], row.get("password") if not row.get("user") else None, own)
            for row in self.rows
            for own in [self.settings[row["id"]]]
        ]


def phone(**options: Any) -> Phone:
    made = Phone({"id": 87, "user": "4100"}, INES, DOOR, **options)
    made.settings[88]["a/ring"] = "soft"
    made.settings[89]["a/mode"] = "loud"
    return made


BEFORE = [("4100", None, {}), ("4101", None, {"a/ring": "soft"}), ("door", "open-sesame", {"a/mode": "loud"})]
WANTED = [{"user": "4100"}, {"user": "4102", "settings": {"a/mode": "new"}}, {"user_id": "door"}, {"user": "4101"}]
AFTER = [BEFORE[0], ("4102", None, {"a/mode": "new"}), BEFORE[2], BEFORE[1]]


def write(target: Phone, wanted: list[dict[str, Any]]) -> None:
    client: Any = target
    write_lines(client, "/phones/7", wanted, target.api_list("/phones/7/lines", "lines"))


def test_lines_that_change_places_keep_everything() -> None:
    target = phone()
    write(target, WANTED)
    assert target.shown() == AFTER
    assert target.rows[0]["id"] == 87


def test_lines_that_a_model_has_no_room_for_leave_everything_as_it_was() -> None:
    target = phone(most=3)
    with pytest.raises(RemoteError, match=r"fewer lines.*The lines are as before\.") as caught:
        write(target, WANTED)
    assert caught.value.outcome == RemoteError.REFUSED
    assert target.shown() == BEFORE


def test_what_cannot_be_put_back_is_told() -> None:
    target = phone(most=1)
    with pytest.raises(
        RemoteError, match=r"could not be put back: .*fewer lines. What was not mentioned of them is lost"
    ):
        write(target, WANTED)


@pytest.mark.parametrize("done", [True, False])
@pytest.mark.parametrize("number", range(1, 6))
def test_no_answer_that_is_lost_costs_a_line_or_doubles_one(number: int, done: bool) -> None:
    target = phone(lost=(number, done))
    write(target, WANTED)
    assert target.shown() == AFTER


@pytest.mark.parametrize("number", range(6, 9))
def test_a_setting_whose_answer_is_lost_leaves_everything_as_it_was(number: int) -> None:
    target = phone(lost=(number, True))
    with pytest.raises(RemoteError, match=r"cut off.*The lines are as before\."):
        write(target, WANTED)
    assert target.shown() == BEFORE


def test_of_lines_that_only_go_nothing_is_read() -> None:
    target = phone()
    target.api_list = lambda path, name: pytest.fail("read")  # type: ignore[method-assign]
    client: Any = target
    write_lines(client, "/phones/7", [{"user": "4100"}], target.rows)
    assert [name for name, _password, _settings in target.shown()] == ["4100"]


def test_of_a_line_that_stays_only_the_settings_that_differ_are_written() -> None:
    target = phone()
    wanted = [{"user": "4100"}, {"user": "4101", "settings": {"a/ring": "soft", "a/mode": "m"}}, {"user_id": "door"}]
    client: Any = target
    write_lines(client, "/phones/7", with_accounts(wanted, target.rows), target.rows)
    assert target.writes == ["PUT /phones/7/lines/88/settings/a/mode"]


def test_a_line_that_may_still_come_is_not_added_twice() -> None:
    class Slow(Phone):
        def api_send(self, method: str, path: str, bean: Any = None, text: str | None = None) -> None:
            self.writes.append(f"{method} {path}")
            if method == "POST" and self.writes.count(f"{method} {path}") == 1:
                raise RequestError(method, path, "took too long", outcome=RemoteError.UNKNOWN, pending=True)
            self.carry_out(method, path.split("/", 6)[4:], bean, text)

    target = Slow({"id": 87, "user": "4100"}, INES)
    with pytest.raises(RemoteError, match=r"took too long.*The lines are as before"):
        write(target, [{"user": "4100"}, {"user": "4102"}, {"user": "4101"}])
    assert [name for name, _password, _settings in target.shown()] == ["4100", "4101"]
