# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/permission``."""

from __future__ import annotations

import pytest

DIAL = (
    "<permission><label>Dial satellite</label><description>costly</description>"
    "<defaultValue>false</defaultValue></permission>"
)
BUILT_IN = {
    "superadmin": (False, "APPLICATION"), "rest": (False, "APPLICATION"), "dbauth-only": (False, "APPLICATION"),
    "tui-change-pin": (True, "APPLICATION"), "personal-auto-attendant": (True, "APPLICATION"),
    "music-on-hold": (True, "APPLICATION"), "group-music-on-hold": (False, "APPLICATION"),
    "subscribe-to-presence": (True, "APPLICATION"),
    "900Dialing": (False, "CALL"), "AutoAttendant": (False, "CALL"), "InternationalDialing": (True, "CALL"),
    "LocalDialing": (True, "CALL"), "LongDistanceDialing": (True, "CALL"), "Mobile": (True, "CALL"),
    "TollFree": (True, "CALL"), "Voicemail": (True, "CALL"), "RecordSystemPrompts": (False, "CALL"),
    "FreeswitchVoicemailServer": (True, "VOICEMAIL_SERVER"), "ExchangeUMVoicemailServer": (False, "VOICEMAIL_SERVER"),
}  # fmt: skip


def created(server, body=DIAL):
    answer = server.put("/permission", body)
    assert answer.status == 201
    return answer.text.partition("<additionalMessage>")[2].partition("<")[0]


def test_nineteen_are_built_in_and_come_by_name(server):
    listing = server.get_json("/permission")["permissions"]
    assert listing["metadata"]["totalResults"] == 19
    shown = listing["permissions"]
    assert [permission["name"] for permission in shown] == sorted(BUILT_IN)
    for permission in shown:
        name = permission["name"]
        default, kind = BUILT_IN[name]
        assert permission == {"name": name, "label": name, "defaultValue": default, "type": kind, "builtIn": True}


def test_create_and_read(server):
    answer = server.put("/permission", DIAL)
    name = answer.text.partition("<additionalMessage>")[2].partition("<")[0]
    assert answer.is_envelope(201, "SUCCESS_CREATED", "Created", f"<additionalMessage>{name}</additionalMessage>")
    assert server.get(f"/permission/{name}").text == (
        f"<permission>\n  <name>{name}</name>\n  <label>Dial satellite</label>\n  <description>costly</description>\n"
        "  <defaultValue>false</defaultValue>\n  <type>CALL</type>\n  <builtIn>false</builtIn>\n</permission>"
    )


def test_names_come_from_a_sequence(server):
    first = created(server)
    assert first.startswith("perm_")
    server.delete(f"/permission/{first}")
    second = created(server)
    assert int(second[5:]) == int(first[5:]) + 1


def test_what_a_body_may_say_and_what_counts(server):
    body = (
        "<permission><name>mine</name><label>x</label><type>Application</type><builtIn>true</builtIn>"
        "<defaultValue>TRUE</defaultValue></permission>"
    )
    name = created(server, body)
    assert server.get_json(f"/permission/{name}")["permission"] == {
        "name": name, "label": "x", "defaultValue": True, "type": "CALL", "builtIn": False
    }  # fmt: skip


def test_an_update_replaces_and_a_missing_default_is_false(server):
    name = created(server, DIAL.replace("false", "true"))
    answer = server.put(f"/permission/{name}", "<permission><label>Dial moon</label></permission>")
    assert answer.is_envelope(200, "SUCCESS_UPDATED", "Updated", f"<additionalMessage>{name}</additionalMessage>")
    assert server.get_json(f"/permission/{name}")["permission"] == {
        "name": name, "label": "Dial moon", "defaultValue": False, "type": "CALL", "builtIn": False
    }  # fmt: skip


def test_an_unknown_type_is_unreadable(server):
    answer = server.put("/permission", "<permission><label>x</label><type>SMS</type></permission>")
    assert answer.failure.startswith("Internal error: No enum constant")


@pytest.mark.parametrize("path", ["/permission", "/permission/nowhere"])
@pytest.mark.parametrize("body", ["<permission/>", "<permission><label></label></permission>"])
def test_the_label_is_validated_first(server, path, body):
    assert server.put(path, body).is_envelope(
        400, "ERROR_VALIDATION_FAILED", "Failed input validation",
        "<additionalMessage>Label: Cannot be empty</additionalMessage>",
    )  # fmt: skip


def test_labels_of_custom_permissions_are_unique(server):
    first, second = created(server), created(server, DIAL.replace("satellite", "moon"))
    message = "<additionalMessage>&amp;message.duplicatePermission</additionalMessage>"
    assert server.put("/permission", DIAL).is_envelope(500, "ERROR_CREATE_FAILED", "Create failed", message)
    assert server.put(f"/permission/{second}", DIAL).is_envelope(
        500, "ERROR_UPDATE_FAILED", "Update failed", f"<string>{second}</string>{message}"
    )
    assert server.put(f"/permission/{first}", DIAL).status == 200
    assert server.put("/permission", DIAL.replace("Dial satellite", "Voicemail")).status == 201


@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_an_unknown_name(server, method):
    body = (DIAL,) if method == "put" else ()
    assert getattr(server, method)("/permission/perm_99", *body).is_envelope(
        400, "ERROR_OBJECT_NOT_FOUND", "Could not retrieve object using ID",
        "<additionalMessage>perm_99</additionalMessage>",
    )  # fmt: skip


def test_built_in_permissions_are_neither_changed_nor_deleted(server):
    update = server.put("/permission/Voicemail", "<permission><label>Voicemail</label></permission>")
    assert update.status == 500
    assert "<code>ERROR_UPDATE_FAILED</code>" in update.text
    assert "<data><string>Voicemail</string><additionalMessage>" in update.text
    delete = server.delete("/permission/Voicemail")
    assert delete.status == 500
    assert "<code>ERROR_DELETE_FAILED</code>" in delete.text
    assert server.get_json("/permission/Voicemail")["permission"]["defaultValue"] is True


def test_delete(server):
    name = created(server)
    assert server.delete(f"/permission/{name}").is_envelope(
        200, "SUCCESS_DELETED", "Deleted", f"<additionalMessage>{name}</additionalMessage>"
    )
    assert server.get(f"/permission/{name}").status == 400


def test_a_new_permission_appears_with_every_user_and_group(server):
    user = server.add_user("4101")
    name = created(server, DIAL.replace("false", "true"))
    setting = {"name": name, "label": "Dial satellite", "value": "ENABLE", "defaultValue": True}
    assert setting in server.get_json(f"/user-permission/{user}")["user"]["permissions"]
    assert setting in server.get_json("/user-group-permission/1")["group"]["permissions"]


@pytest.mark.parametrize(
    ("escaped", "label"),
    [(r"a\ud83d\ude00b", "a\U0001f600b"), (r"a\ud83db", "a\ufffdb"), (r"a\ude00", "a\ufffd")],
)
def test_labels_with_escapes(server, escaped, label):
    name = created(server)
    body = f'{{"permission":{{"label":"{escaped}"}}}}'
    assert server.put(f"/permission/{name}", body, Content_Type="application/json").status == 200
    assert server.get_json(f"/permission/{name}")["permission"]["label"] == label
    assert label in server.get(f"/permission/{name}").text


def test_a_label_too_long_for_the_database(server):
    name = created(server)
    too_long = f"<permission><label>{'x' * 256}</label></permission>"
    for answer, code in (
        (server.put("/permission", too_long), "ERROR_CREATE_FAILED"),
        (server.put(f"/permission/{name}", too_long), "ERROR_UPDATE_FAILED"),
    ):
        assert (answer.status, answer.call.applied, f"<code>{code}</code>" in answer.text) == (500, False, True)
    assert server.put(f"/permission/{name}", too_long.replace("xx", "x", 1)).status == 200


@pytest.mark.parametrize(
    ("content_type", "opening", "closing"), [("application/json", '{"a":', "}"), ("text/xml", "<a>", "</a>")]
)
@pytest.mark.parametrize("depth", [500, 3000])
def test_a_body_nested_too_deeply_is_unreadable(server, content_type, opening, closing, depth):
    body = opening * depth + ("1" if opening == '{"a":' else "") + closing * depth
    assert server.put("/permission/perm_1001", body, Content_Type=content_type).failure.startswith("Internal error: ")
