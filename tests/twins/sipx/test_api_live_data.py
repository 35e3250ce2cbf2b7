# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Registrations and call records."""

from __future__ import annotations

import json

import pytest

from simulator.sipx.state.registrations import Registration

USER = "200000"
KEYS = ["secondsToExpire", "status", "primary", "uri", "contact", "expires", "instrument", "regCallId", "identity"]


def contacts(answer):
    return [row["contact"] for row in answer.json["registrations"]]


def register(server, number, expires_in, contact=None, user=USER):
    server.pbx.registrations.store(
        Registration(
            user_name=user,
            identity=f"{user}@pbx.example.com",
            uri=f"sip:{user}@pbx.example.com",
            contact=contact or f"<sip:{user}@10.0.0.{number}>",
            call_id=f"c{number}@10.0.0.{number}",
            expires=server.pbx.now() + expires_in,
            primary="192.0.2.10:5070",
            instrument=f"0004f2c0{number:04x}",
        )
    )


class TestRegistrations:
    def test_the_latest_expiry_comes_first(self, demo):
        first, second = demo.get("/registrations").json["registrations"]
        assert list(first) == KEYS
        assert (first["status"], first["identity"], first["primary"]) == (
            "active",
            f"{USER}@pbx.example.com",
            "192.0.2.10:5070",
        )
        assert first["secondsToExpire"] > second["secondsToExpire"] > 0

    def test_time_makes_them_expire(self, demo):
        demo.simulation.clock.offset_s += 1900
        assert len(contacts(demo.get("/registrations"))) == 1
        demo.simulation.clock.offset_s += 1900
        assert contacts(demo.get("/registrations")) == []
        (row,) = demo.get("/registrations/callid/call-44@192.0.2.44").json["registrations"]
        assert (row["status"], row["secondsToExpire"]) == ("expired", 0)

    def test_duplicates_are_left_out_after_the_page_was_cut(self, server):
        register(server, 1, 300, "<sip:a@10.0.0.1>")
        register(server, 2, 200, "<sip:a@10.0.0.1>")
        register(server, 3, 100)
        assert len(contacts(server.get("/registrations"))) == 2
        assert len(contacts(server.get("/registrations?start=0&limit=2"))) == 1

    def test_users_by_id_name_and_alias(self, staffed):
        register(staffed, 1, 100, user="4101")
        for key in ("2", "4101", "1201"):
            assert len(contacts(staffed.get(f"/registrations/user/{key}"))) == 1
        assert staffed.get("/registrations/user/nobody").brief == (404, "User  not found")
        assert staffed.delete("/registrations/user/4101").brief == (200, "")
        assert staffed.delete("/registrations/user/4101").brief == (200, "")
        assert staffed.delete("/registrations/user/nobody").status == 404

    def test_an_internal_id_is_tried_before_the_name(self, staffed):
        staffed.post("/users", {"userName": "3"})
        register(staffed, 1, 100, user="4102")
        register(staffed, 2, 100, user="3")
        assert contacts(staffed.get("/registrations/user/3")) == ["<sip:4102@10.0.0.1>"]

    def test_groups(self, staffed):
        staffed.post("/users/4101/groups/sales")
        register(staffed, 1, 100, user="4101")
        register(staffed, 2, 100, user="4102")
        assert contacts(staffed.get("/registrations/group/sales")) == ["<sip:4101@10.0.0.1>"]
        assert staffed.get("/registrations/group/none").brief == (404, "User  not found")

    def test_phones_must_exist(self, server):
        register(server, 1, 100)
        assert server.get("/registrations/serialNo/0004f2c00001").brief == (404, "Phone not found")
        server.post("/phones", {"serialNo": "0004f2c00001", "model": {"modelId": "acmePhoneStandard"}})
        assert len(contacts(server.get("/registrations/serialNo/0004f2c00001"))) == 1
        assert server.delete("/registrations/serialNo/0004f2c00001").brief == (200, "")
        assert len(server.pbx.registrations) == 0

    def test_addresses_are_regular_expressions(self, server):
        for number in (1, 12, 200):
            register(server, number, 100 + number)
        assert len(contacts(server.get("/registrations/ip/10.0.0.1"))) == 2
        assert len(contacts(server.get("/registrations/ip/10.0.0.2"))) == 1
        assert len(contacts(server.get("/registrations/ip/1..0.0"))) == 3
        assert server.get("/registrations/ip/(").status == 500
        server.configure(registrations_ip_regex=False)
        assert contacts(server.get("/registrations/ip/10.0.0.1")) == [f"<sip:{USER}@10.0.0.1>"]
        assert contacts(server.get("/registrations/ip/1..0.0")) == []

    def test_deletion_by_address_matches_the_same_way(self, server):
        for number in (1, 12):
            register(server, number, 100)
        assert server.delete("/registrations/ip/10.0.0.1").brief == (200, "")
        assert len(server.pbx.registrations) == 0

    @pytest.mark.parametrize("key", ["1", "pbx.example.com"])
    def test_servers(self, demo, key):
        assert len(contacts(demo.get(f"/registrations/server/{key}?start=0&limit=1"))) == 1
        assert demo.get("/registrations/server/none").brief == (404, "Server not found")
        assert demo.delete(f"/registrations/server/{key}").brief == (200, "")
        assert contacts(demo.get("/registrations")) == []

    def test_all_cannot_be_dropped_at_once(self, demo):
        assert demo.delete("/registrations").status == 500


class TestCallRecords:
    @pytest.fixture(autouse=True)
    def noon(self, demo):
        """Set the calls into a window that does not depend on the time of day."""
        self.window = "fromDate=202601010000&toDate=209901010000"

    def test_what_is_shown(self, demo):
        history = demo.get(f"/cdrs/history?{self.window}").json
        assert history["total"] is None
        record = history["cdrs"][0]
        assert list(record) == [
            "callId", "caller", "callerAor", "callee", "calleeAor", "recipient", "termination", "duration", "startTime",
            "startAt", "connectAt", "extendedCdrY", "extendedCdrN",
        ]  # fmt: skip
        assert (record["caller"], record["callee"], record["duration"]) == (USER, "5550101", "00:01:07")
        assert (record["termination"], record["connectAt"] is None) == ("COMPLETED", False)

    def test_the_extended_list_has_a_total(self, demo):
        assert demo.get(f"/extendedcdrs/history?{self.window}&limit=1").json["total"] == 2

    def test_active_calls(self, demo):
        assert [record["callee"] for record in demo.get("/cdrs/active").json["cdrs"]] == ["5001"]
        assert len(demo.get(f"/cdrs/user/{USER}/active").json["cdrs"]) == 1
        assert demo.get("/cdrs/user/superadmin/active").json["cdrs"] == []
        assert demo.get("/cdrs/user/nobody/active").status == 404

    @pytest.mark.parametrize(
        ("query", "callees"),
        [
            ("", ["5550101", USER]),
            ("from=200000", ["5550101"]),
            ("to=200000", [USER]),
            ("from=200000&to=200000", ["5550101", USER]),
            ("from=5550102&to=5550101", []),
            ("limit=1", ["5550101"]),
            ("limit=1&offset=1", [USER]),
            ("offset=1", [USER]),
            ("orderBy=startTime&orderDirection=asc", [USER, "5550101"]),
            ("orderBy=callee&orderDirection=asc", [USER, "5550101"]),
            ("orderBy=duration&orderDirection=down", ["5550101", USER]),
        ],
    )
    def test_selection_and_order(self, demo, query, callees):
        found = demo.get(f"/cdrs/history?{self.window}&{query}").json["cdrs"]
        assert [record["callee"] for record in found] == callees

    def test_the_default_window_is_today(self, demo):
        demo.simulation.clock.offset_s += 2 * 86400
        assert demo.get("/cdrs/history").json["cdrs"] == []

    @pytest.mark.parametrize(
        ("query", "text"),
        [
            ("fromDate=2026-01-01", "Bad date format"),
            ("toDate=x", "Bad date format"),
            ("orderBy=x", "Unknown order by criteria"),
        ],
    )
    def test_bad_parameters_are_400(self, demo, query, text):
        assert demo.get(f"/cdrs/history?{query}").brief == (400, text)

    def test_prefixes_and_users(self, demo):
        assert len(demo.get(f"/cdrs/prefix/5550101/history?{self.window}").json["cdrs"]) == 1
        assert len(demo.get(f"/cdrs/prefix/555/history?{self.window}").json["cdrs"]) == 2
        assert len(demo.get(f"/cdrs/user/{USER}/history?{self.window}").json["cdrs"]) == 2

    def test_reports(self, demo):
        assert list(demo.get("/cdrs/reports").json) == ["files"]
        for path in ("/cdrs/reports/cdr-table", f"/cdrs/user/{USER}/reports/cdr-table"):
            answer = demo.get(path, accept="*/*")
            assert (answer.type, answer.body[:5]) == ("application/pdf", b"%PDF-")
            assert demo.get(path).status == 500

    def test_quality_records(self, demo):
        answer = demo.post("/extendedcdrs", {"callId": "x", "any": 1})
        assert (answer.status, len(answer.text), answer.text.startswith('"')) == (200, 24, False)
        assert demo.post("/cdrs", {}).status == 500

    @pytest.mark.parametrize("body", [[], 5, "text", True, None])
    def test_a_quality_record_is_an_object(self, demo, body):
        answer = demo.post("/extendedcdrs", json.dumps(body).encode(), content_type="application/json")
        expected = "java.lang.NullPointerException" if body is None else "org.codehaus.jackson.map.JsonMappingException"
        assert (answer.status, answer.text.partition(":")[0]) == (500, expected)
        assert (len(demo.pbx.quality_records), answer.row["applied"]) == (0, False)

    def test_a_quality_record_that_is_nested_deeply_can_be_saved_and_copied(self, demo):
        for depth, status in ((200, 200), (201, 500)):
            body = b'{"a":' * depth + b"1" + b"}" * depth
            assert demo.post("/extendedcdrs", body, content_type="application/json").status == status
        assert demo.delete("/extendedcdrs/delete/9").status == 200
        assert demo.twin.state()["quality_records"]["rows"]

    def test_deletion_by_prefix(self, demo):
        assert demo.delete("/extendedcdrs/delete/5550101").text == "1"
        assert len(demo.get(f"/cdrs/history?{self.window}").json["cdrs"]) == 1
