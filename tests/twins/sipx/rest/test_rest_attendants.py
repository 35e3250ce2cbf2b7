# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Auto attendants, the state machine of the special mode, the live attendant."""

from __future__ import annotations

import pytest

from simulator.sipx.state.attendants import Attendant

CONFLICT = "The request could not be completed due to a conflict with the current state of the resource"


@pytest.fixture
def pbx(server):
    """A server with a third attendant, made by an administrator."""
    server.holiday = server.pbx.attendants.store(Attendant("Holiday menu")).id
    return server


def state(server):
    """Whether the mode is on, and the name of the selected attendant as the state knows it."""
    mode = server.pbx.system.special_mode
    selected = server.pbx.attendants.find(mode.attendant_id)
    return mode.enabled, selected.name if selected else None


def test_the_list(pbx):
    assert pbx.get("/auto-attendant").text == (
        "<autoAttendants>\n  <autoAttendant>\n    <name>Operator</name>\n    <systemId>operator</systemId>\n"
        "    <specialSelected>false</specialSelected>\n  </autoAttendant>\n"
        "  <autoAttendant>\n    <name>After hours</name>\n    <systemId>afterhour</systemId>\n"
        "    <specialSelected>false</specialSelected>\n  </autoAttendant>\n"
        "  <autoAttendant>\n    <name>Holiday menu</name>\n    <specialSelected>false</specialSelected>\n"
        "  </autoAttendant>\n</autoAttendants>"
    )
    assert pbx.get_json("/auto-attendant/")["autoAttendants"][2] == {"name": "Holiday menu", "specialSelected": False}


def test_the_switch(server):
    path = "/auto-attendant/specialmode"
    assert server.get(path).text == "<specialAttendant>\n  <specialMode>false</specialMode>\n</specialAttendant>"
    answer = server.put(path, "<specialAttendant><specialMode>false</specialMode></specialAttendant>")
    assert (answer.status, answer.body) == (204, b"")
    assert server.get_json(path) == {"specialAttendant": {"specialMode": True}}
    assert server.delete(path).status == 204
    assert server.get_json(path) == {"specialAttendant": {"specialMode": False}}


@pytest.mark.parametrize("path", ["/auto-attendant/specialmode", "/auto-attendant/operator/special"])
def test_post_is_allowed_only_with_the_permission_to_record_prompts(server, path):
    assert server.post(path).is_page(405)
    server.permit(1, "RecordSystemPrompts")
    assert server.post(path).is_page(500)


def test_a_selection_while_off_is_stored_and_invisible(pbx):
    assert pbx.put("/auto-attendant/operator/special").status == 204
    assert state(pbx) == (False, "Operator")
    assert not any(shown["specialSelected"] for shown in pbx.get_json("/auto-attendant")["autoAttendants"])


def test_switching_on_selects_after_hours_only_when_nothing_was_selected(pbx):
    pbx.put("/auto-attendant/specialmode")
    assert state(pbx) == (True, "After hours")
    pbx.put("/auto-attendant/specialmode")
    assert state(pbx) == (True, None)
    pbx.put("/auto-attendant/specialmode")
    assert state(pbx) == (True, "After hours")


def test_select_and_switch_on_ends_with_nothing_selected(pbx):
    pbx.put("/auto-attendant/operator/special")
    pbx.put("/auto-attendant/specialmode")
    assert state(pbx) == (True, None)


def test_selecting_while_on(pbx):
    pbx.put("/auto-attendant/specialmode")
    pbx.put(f"/auto-attendant/xcf-{pbx.holiday}/special")
    assert state(pbx) == (True, "Holiday menu")
    shown = pbx.get_json("/auto-attendant")["autoAttendants"]
    assert [row["name"] for row in shown if row["specialSelected"]] == ["Holiday menu"]


def test_selecting_while_on_with_nothing_selected_selects_after_hours(pbx):
    pbx.put("/auto-attendant/operator/special")
    pbx.put("/auto-attendant/specialmode")
    pbx.put("/auto-attendant/operator/special")
    assert state(pbx) == (True, "After hours")
    pbx.put("/auto-attendant/operator/special")
    assert state(pbx) == (True, "Operator")


def test_switching_off_forgets_the_selection(pbx):
    pbx.put("/auto-attendant/specialmode")
    pbx.put("/auto-attendant/operator/special")
    pbx.delete("/auto-attendant/specialmode")
    assert state(pbx) == (False, None)


def test_deselecting(pbx):
    pbx.put("/auto-attendant/operator/special")
    assert pbx.delete("/auto-attendant/afterhour/special").status == 204
    assert state(pbx) == (False, None)
    pbx.put("/auto-attendant/specialmode")
    assert pbx.delete("/auto-attendant/afterhour/special").is_page(409, CONFLICT)
    assert state(pbx) == (True, "After hours")


@pytest.mark.parametrize("method", ["put", "delete"])
def test_attendants_by_name_and_by_misparsed_id(pbx, method):
    send = getattr(pbx, method)
    assert send("/auto-attendant/reception/special").is_page(400)
    assert send("/auto-attendant/xcf-99/special").failure.startswith("Internal error: No row with the given identifier")
    assert send("/auto-attendant/xcf5/special").failure == 'Internal error: For input string: ""'
    assert send("/auto-attendant/xcfab/special").failure == 'Internal error: For input string: "b"'


def test_the_character_after_xcf_is_swallowed(pbx):
    pbx.put(f"/auto-attendant/xcf1{pbx.holiday}/special")
    assert state(pbx) == (False, "Holiday menu")


def test_selecting_cannot_be_read(server):
    assert server.get("/auto-attendant/operator/special").is_page(405)


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_attendants_are_not_changed_here(server, method):
    assert server.send(method, "/rest/auto-attendant", b"x").is_page(405)


def test_the_live_attendant(server):
    rule = next(rule for rule in server.pbx.rules if rule.kind == "attendant")
    draft = server.pbx.rules.draft(rule.id)
    draft.details["liveAttendantCode"] = "77"
    server.pbx.rules.store(draft)
    extension = rule.details["extension"]
    for method in (server.put, server.delete, server.delete, server.put):
        answer = method(f"/auto-attendant/livemode/{extension}77")
        assert (answer.status, answer.body) == (200, b"")
    assert server.put(f"/auto-attendant/livemode/{extension}").is_page(404)
    assert server.delete("/auto-attendant/livemode/1").is_page(404)
    assert server.get(f"/auto-attendant/livemode/{extension}77").is_page(404)
    assert server.post(f"/auto-attendant/livemode/{extension}77").is_page(500)
    returns = {"liveAttendant/expireTime": "30"}
    server.pbx.system.service_settings["live-attendant"] = returns
    assert server.delete(f"/auto-attendant/livemode/{extension}77").status == 200
    assert server.pbx.rules.get(rule.id).details["liveAttendantReturns"] == pytest.approx(server.clock.now() + 1800, 9)
    returns["liveAttendant/expireTime"] = "soon"
    answer = server.delete(f"/auto-attendant/livemode/{extension}77")
    assert answer.is_page(404)
    assert not answer.call.applied
