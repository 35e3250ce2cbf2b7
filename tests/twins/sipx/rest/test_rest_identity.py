# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Login details, portal password, keep-alive, time, fax; calls and active calls."""

from __future__ import annotations

import re

import pytest


def test_login_details_show_the_sip_password(demo):
    assert demo.get("/my/logindetails").text == (
        "<login-details>\n  <userName>200000</userName>\n  <imId>200000</imId>\n  <ldapImAuth>false</ldapImAuth>\n"
        "  <sipPassword>rehearsal</sipPassword>\n</login-details>"
    )
    assert demo.get_json("/my/logindetails") == {
        "login-details": {"userName": "200000", "imId": "200000", "ldapImAuth": False, "sipPassword": "rehearsal"}
    }


def test_the_other_form_adds_servers_and_no_pin(demo):
    details = demo.get_json("/my/logindetailsunite")["login-details"]
    assert "pin" not in details
    assert (details["im-locations"], details["wrtc-locations"]) == ([], [])
    location = demo.pbx.locations.primary()
    location.features.append("instantMessage")
    assert demo.get_json("/my/logindetailsunite")["login-details"]["im-locations"] == [{"fqdn": "pbx.example.com"}]
    assert "<im-location>\n      <fqdn>pbx.example.com</fqdn>" in demo.get("/my/logindetailsunite").text


def test_logout_redirects(demo):
    answer = demo.get("/my/logoutunite")
    assert (answer.status, answer.headers["Location"]) == (302, "https://pbx.example.com")
    assert answer.headers["Connection"] == "close"


def test_keepalive_is_an_empty_text(demo):
    answer = demo.get("/my/keepalive")
    assert (answer.status, answer.body, answer.content_type) == (200, b"", "text/plain; charset=ISO-8859-1")
    assert demo.get("/my/keepalive", Accept="text/plain").is_page(406)


def test_the_time_follows_the_clock(demo):
    answer = demo.get("/my/time")
    assert answer.content_type == "text/plain"
    assert re.fullmatch(r"[A-Z][a-z]{2} \d{1,2}, \d{4} \d{1,2}:\d\d:\d\d [AP]M", answer.text)
    demo.clock.offset_s += 3600 * 24 * 400
    assert demo.get("/my/time").text[-16:] != answer.text


def test_fax_preferences(demo):
    assert demo.get("/my/faxprefs").text == '{"extension":"","did":""}'
    draft = demo.pbx.users.draft(demo.pbx.users.named("200000").id)
    draft.settings.update({"voicemail/fax/extension": "4199", "voicemail/fax/did": "+4930231250"})
    demo.pbx.users.store(draft)
    assert demo.get("/my/faxprefs").text == '{"extension":"4199","did":"+4930231250"}'


def test_a_new_portal_password_counts_from_the_next_request_on(demo):
    answer = demo.put("/my/portal/password/n%C3%A9w+password")
    assert (answer.status, answer.body) == (200, b"")
    assert demo.get("/my/keepalive").status == 401
    demo.user = ("200000", "néw password")
    assert demo.get("/my/keepalive").status == 200


def test_a_short_portal_password(demo):
    assert demo.put("/my/portal/password/1234567").is_page(400, "Password must be at least 8 characters long")
    assert demo.get("/my/portal/password/12345678").is_page(405)
    assert demo.post("/my/portal/password/12345678").is_page(405)
    assert demo.delete("/my/portal/password/12345678").is_page(405)


@pytest.mark.parametrize("number", ["4100", "%2B33155501234", "+33155501234", "(555)", "555-01.00", "a*b!'c;d,e%3Ff"])
@pytest.mark.parametrize("path", ["/call/", "/my/call/"])
def test_numbers_that_are_called(demo, number, path):
    answer = demo.put(f"{path}{number}")
    assert (answer.status, answer.body) == (200, b"")


@pytest.mark.parametrize("number", ["4100@pbx.example.com", "sip:4100", "--", "a%20b", "%C3%A9"])
def test_numbers_that_are_not(demo, number):
    assert demo.put(f"/call/{number}").is_page(400)


def test_calls_are_only_put(demo):
    for method in ("GET", "POST", "DELETE"):
        assert demo.send(method, "/rest/call/4100").is_page(405)


def test_active_calls_of_the_caller(demo):
    (call,) = demo.get_json("/my/activecdrs")["cdrs"]
    assert list(call) == ["from", "from-aor", "to", "to-aor", "direction", "internal", "type", "start-time", "duration"]
    assert (call["from"], call["direction"], call["internal"], call["type"]) == ("200000", "INCOMING", False, "Unknown")
    assert call["start-time"] > 1_600_000_000_000


def test_active_calls_of_anybody_are_for_administrators(demo):
    assert demo.get("/activecdrs/200000").status == 403
    demo.user = ("superadmin", "rehearsal")
    assert len(demo.get_json("/activecdrs/200000")["cdrs"]) == 1
    assert demo.get("/activecdrs/nobody").text == "<cdrs/>"
    assert demo.get("/activecdrs").is_page(404)


@pytest.mark.parametrize(
    ("path", "status"),
    [("/mailbox/200000", 1001), ("/media/x", 1001), ("/cdr/200000", 1001), ("/cdr/4101", 401),
     ("/callcontroller/4101/4102", 401), ("/callcontroller/200000/4102", 1001)],
)  # fmt: skip
def test_the_proxy_looks_at_the_caller_and_finds_no_service(demo, path, status):
    for method in ("GET", "PUT", "POST", "DELETE"):
        answer = demo.send(method, f"/rest/my/redirect{path}", b"x")
        assert (answer.status, answer.call.write) == (status, False)
        assert "WWW-Authenticate" not in answer.headers


def test_the_proxy_knows_four_services(demo):
    assert demo.get("/my/redirect/other/x").is_page(404, "No known resource was requested")


def test_active_calls_without_their_resolver(demo):
    demo.take_down("callresolver")
    assert demo.get("/my/activecdrs").is_page(500)
