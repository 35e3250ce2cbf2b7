# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bulk creation of phones, their profiles, and the avatar of a user."""

from __future__ import annotations

import pytest

PHONE = "<phone><serialNumber>{}</serialNumber><model>{}</model><description>lobby</description>{}</phone>"
VERSION = "<version>4.0</version>"
BOUNDARY = "multipart/form-data; boundary=b"


def phones(*rows: str) -> str:
    return f"<phones>{''.join(rows)}</phones>"


def serials(server) -> list[str]:
    return [phone.serial_number for phone in server.pbx.phones]


def test_a_phone_is_created(server):
    answer = server.post("/phone", phones(PHONE.format("0004f2aa01bc", "polycom331", VERSION)))
    assert (answer.status, answer.body, answer.call.applied) == (200, b"", True)
    (phone,) = server.pbx.phones
    assert (phone.serial_number, phone.model_id, phone.description) == ("0004f2aa01bc", "polycom331", "lobby")
    assert "4.0" in phone.device_version


def test_what_cannot_be_created_is_passed_over(server):
    answer = server.post(
        "/phones",
        phones(
            PHONE.format("0004f2aa01bc", "polycom331", VERSION),
            PHONE.format("0004f2aa01bd", "nonsense", VERSION),
            PHONE.format("00:04:f2:aa:01:be", "polycom331", VERSION),
            PHONE.format("0004f2aa01bc", "polycom331", VERSION),
            PHONE.format("0004f2aa01bf", "polycom331", VERSION),
        ),
    )
    assert answer.status == 200
    assert serials(server) == ["0004f2aa01bc", "0004f2aa01bf"]


def test_a_missing_version_ends_the_request(server):
    rows = [PHONE.format(f"0004f2aa01b{digit}", "polycom331", VERSION if digit != 2 else "") for digit in (1, 2, 3)]
    assert server.post("/phone", phones(*rows)).failure == "Internal error: null"
    assert serials(server) == ["0004f2aa01b1"]


def test_the_last_version_that_contains_the_text_wins(server):
    server.post("/phone", phones(PHONE.format("0004f2aa01bc", "polycom321", "<version>.1</version>")))
    (phone,) = server.pbx.phones
    assert phone.device_version == [version for version in phone.model.versions if ".1" in version][-1]


def test_json_needs_the_item_name(server):
    row = {"serialNumber": "0004f2aa01bc", "model": "polycom331", "version": "4.0"}
    assert server.post_json("/phone", {"phones": [row]}).status == 500
    assert server.post_json("/phone", {"phones": {"phone": [row]}}).status == 200
    assert serials(server) == ["0004f2aa01bc"]


def test_other_methods(server):
    assert server.get("/phone").is_page(404)
    assert server.put("/phone").is_page(500)
    assert server.delete("/phone").is_page(500)


def test_a_profile(server):
    server.post("/phone", phones(PHONE.format("0004f2aa01bc", "polycom331", VERSION)))
    for accept in ("*/*", "text/plain", "application/json"):
        answer = server.get("/phone/0004f2aa01bc/profile/0004f2aa01bc%2Ecfg", Accept=accept)
        assert answer.status == 200
        assert "serial=0004f2aa01bc" in answer.text
    assert server.get("/phone/0004f2aa01bc/profile/other.cfg").is_page(404)
    assert server.get("/phone/0004f2aa01bd/profile/0004f2aa01bd.cfg").is_page(404)
    assert server.get("/phones/0004f2aa01bc/profile/0004f2aa01bc.cfg").is_page(404)


def upload(*contents: bytes) -> bytes:
    head = b'--b\r\nContent-Disposition: form-data; name="f"; filename="a.png"\r\n\r\n'
    return b"".join(head + content + b"\r\n" for content in contents) + b"--b--\r\n"


def test_everybody_sees_and_replaces_pictures(server):
    server.user = None
    before = server.get("/avatar/4101")
    assert (before.status, before.content_type) == (200, "image/png")
    assert before.body.startswith(b"\x89PNG\r\n\x1a\n")
    assert server.post("/avatar/4101", upload(b"GIF89a..."), Content_Type=BOUNDARY).status == 200
    after = server.get("/avatar/4101")
    assert after.body.startswith(b"\x89PNG\r\n\x1a\n")
    assert after.body != before.body
    assert server.get("/avatar/4102").body == before.body


def test_a_picture_goes_with_its_user(server):
    default = server.get("/avatar/4101").body
    server.add_user("4101")
    server.post("/avatar/4101", upload(b"GIF89a..."), Content_Type=BOUNDARY)
    assert server.get("/avatar/4101").body != default
    server.delete("/user/2")
    assert server.get("/avatar/4101").body == default


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (upload(), BOUNDARY, 417),
        (upload(b"GIF89a", b"GIF89a"), BOUNDARY, 417),
        (upload(b"no picture"), BOUNDARY, 400),
        (b"no picture", "image/png", 200),
    ],
)
def test_uploads_that_do_nothing(server, body, content_type, status):
    answer = server.post("/avatar/4101", body, Content_Type=content_type)
    assert (answer.status, answer.call.applied) == (status, False)


@pytest.mark.parametrize(
    ("accept", "status"), [("*/*", 200), ("text/html", 406), ("application/octet-stream", 200), ("image/png", 406)]
)
def test_a_picture_is_not_negotiated_as_one(server, accept, status):
    assert server.get("/avatar/4101", Accept=accept).status == status


def test_pictures_are_not_put_or_deleted(server):
    for method in ("PUT", "DELETE"):
        assert server.send(method, "/rest/avatar/4101", b"x").is_page(405)
