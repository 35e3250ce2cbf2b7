# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers, services, features, jobs, localization, time zone, licence, advisor."""

from __future__ import annotations

import pytest

USER_ERROR = "org.sipfoundry.sipxconfig.common.UserException: "
NULL_POINTER = (500, "java.lang.NullPointerException")
SECOND = {"host": "pbx2.example.com", "ip": "192.0.2.11", "description": "second node"}


class TestServers:
    def test_the_primary_server(self, server):
        assert server.get("/servers").text == (
            '{"servers":[{"id":1,"host":"pbx.example.com","ip":"192.0.2.10","description":"Primary server",'
            '"primary":true,"registered":true}]}'
        )

    def test_create_replace_delete(self, server):
        assert server.post("/servers", {**SECOND, "primary": True}).brief == (200, "")
        shown = server.get("/servers/pbx2.example.com").json
        assert shown == {**SECOND, "id": 2, "primary": False, "registered": False}
        assert server.put("/servers/2", {"host": "pbx3.example.com", "ip": "192.0.2.12"}).brief == (200, "")
        assert server.get("/servers/2").json["description"] is None
        assert server.delete("/servers/pbx3.example.com").brief == (200, "")
        assert server.get("/servers/2").status == 404

    def test_refusals(self, server):
        assert server.get("/servers/none").brief == (404, "Server not found")
        assert server.delete("/servers/1").text == f"{USER_ERROR}&error.delete.primary"
        for duplicate in ({**SECOND, "host": "pbx.example.com"}, {**SECOND, "ip": "192.0.2.10"}):
            assert server.post("/servers", duplicate).text == f"{USER_ERROR}&error.duplicateFqdnOrIp"

    def test_profiles(self, server):
        assert server.put("/servers/profiles").brief == (200, "")
        assert server.put("/servers/1/profiles").brief == (200, "")
        assert server.put("/servers/none/profiles").status == 404

    def test_services(self, server):
        services = server.get("/servers/1/service").json["services"]
        assert {"serviceId": "sipxproxy", "status": "Running"} in services
        assert server.get("/servers/1/service/sipxproxy").json == {
            "services": [{"serviceId": "sipxproxy", "status": "Running"}]
        }

    def test_a_service_is_restarted_by_get(self, server):
        answer = server.get("/servers/1/service/sipxproxy/restart")
        assert answer.brief == (200, "")
        assert (answer.row["write"], answer.row["action"]) == (True, "restart")
        assert server.get("/servers/1/service/none/restart").brief == NULL_POINTER


class TestFeatures:
    def enabled(self, server, path="/servers/features"):
        return {feature["name"] for feature in server.get(path).json["features"] if feature["enabled"]}

    def test_a_feature_of_two_bundles_appears_twice(self, server):
        features = server.get("/servers/features").json["features"]
        assert list(features[0]) == ["name", "bundle", "type", "enabled"]
        assert [feature["bundle"] for feature in features if feature["name"] == "saa"] == [
            "coreTelephony",
            "basicTelephony",
        ]
        assert {feature["type"] for feature in features} == {"global", "location"}

    @pytest.mark.parametrize("body", [None, {}, "x"])
    def test_global_features(self, server, body):
        assert server.put("/servers/features/e911", body).brief == (200, "")
        assert "e911" in self.enabled(server)
        assert server.delete("/servers/features/e911").brief == (200, "")
        assert "e911" not in self.enabled(server)
        assert server.put("/servers/features/anything").brief == (200, "")

    def test_location_features_have_dependencies(self, server):
        server.post("/servers", SECOND)
        assert server.put("/servers/2/features/registrar").status == 500
        assert self.enabled(server, "/servers/2/features") == set()
        server.put("/servers/2/features/proxy")
        assert server.put("/servers/pbx2.example.com/features/registrar").brief == (200, "")
        assert self.enabled(server, "/servers/2/features") == {"proxy", "registrar"}
        assert server.delete("/servers/2/features/proxy").status == 500
        assert server.put("/servers/none/features/proxy").brief == (404, "Server not found")

    def test_bundles(self, server):
        bundle = server.get("/servers/bundles").json["bundles"][0]
        assert list(bundle) == ["name", "globalFeatures", "locationFeatures"]
        assert server.get(f"/servers/bundles/{bundle['name']}").json == bundle
        assert server.get("/servers/bundles/none").brief == (404, "Bundle not found")


class TestJobs:
    def statuses(self, server, path="/servers/jobs"):
        return [job["status"] for job in server.get(path).json["jobs"]]

    def test_time_moves_a_job_on(self, server):
        server.put("/servers/profiles")
        assert self.statuses(server) == ["SCHEDULED"]
        server.simulation.clock.offset_s += 5.5
        assert self.statuses(server) == ["IN_PROGRESS"]
        server.simulation.clock.offset_s += 1
        (job,) = server.get("/servers/jobs").json["jobs"]
        assert list(job) == ["name", "status", "start", "end", "server", "errMsg"]
        assert (job["status"], job["errMsg"], job["server"]["id"]) == ("COMPLETED", None, 1)
        assert job["start"] and job["end"]

    def test_without_delay_a_job_is_done_at_once(self, server):
        server.configure(job_delay_s=0)
        server.put("/servers/profiles")
        assert self.statuses(server) == ["COMPLETED"]

    def test_writes_that_wait_share_one_job(self, server):
        for name in ("a", "b"):
            server.post("/orbits", {"name": name, "extension": f"51{name}", "server": "1"})
        assert self.statuses(server) == ["SCHEDULED"]

    def test_failed_and_completed(self, server):
        server.configure(job_delay_s=0)
        server.put("/phones/sendProfile", {"ids": [99]})
        server.put("/servers/profiles")
        (failed,) = server.get("/servers/jobs/failed").json["jobs"]
        assert (failed["status"], failed["server"]) == ("FAILED", None)
        assert failed["errMsg"]
        assert self.statuses(server, "/servers/jobs/completed") == ["COMPLETED"]
        assert server.delete("/servers/jobs/failed").brief == (200, "")
        assert self.statuses(server) == ["COMPLETED"]
        server.delete("/servers/jobs")
        assert self.statuses(server) == []

    def test_the_jobs_of_a_server_fail_with_any_job_of_none(self, server):
        server.put("/servers/profiles")
        assert self.statuses(server, "/servers/1/jobs") == ["SCHEDULED"]
        server.put("/phones/sendProfile", {"ids": [99]})
        for suffix in ("", "/failed", "/completed"):
            assert server.get(f"/servers/1/jobs{suffix}").status == 500


class TestRegion:
    def test_localization(self, server):
        assert server.get("/localization").text == '{"id":1,"language":"en","region":"na"}'
        assert server.put("/localization", {"language": "fr", "region": "na"}).text == "1"
        assert server.get("/localization").json["language"] == "fr"

    def test_an_omitted_value_breaks_the_next_call(self, server):
        assert server.put("/localization", {"language": "fr"}).status == 200
        assert server.get("/localization").json["region"] is None
        assert server.put("/localization", {"language": "fr", "region": "na"}).brief == NULL_POINTER

    def test_another_region_resets_the_dial_plan(self, server):
        fresh = [rule["name"] for rule in server.get("/rules").json["rules"]]
        kept = server.post("/rules", {"name": "National", "type": "Long_Distance"}).json
        server.delete("/rules/1")
        assert server.put("/localization", {"language": "fr", "region": "na"}).status == 200
        assert kept in [rule["id"] for rule in server.get("/rules").json["rules"]]
        answer = server.put("/localization", {"language": "fr", "region": "pl"})
        assert (answer.status, answer.row["applied"]) == (200, True)
        rules = server.get("/rules").json["rules"]
        assert [rule["name"] for rule in rules] == fresh
        assert min(rule["id"] for rule in rules) > kept
        answer = server.put("/localization", {"language": "fr", "region": "pl"})
        assert (answer.status, answer.row["applied"]) == (200, False)

    def test_time_zone(self, server):
        zones = server.get("/timezone").json
        assert zones["selectedTimezone"] == "UTC"
        assert "Europe/Oslo" in zones["timezoneList"]
        assert server.put("/timezone", {"selectedTimezone": "Europe/Oslo"}).text == "Europe/Oslo"
        assert server.get("/timezone").json["selectedTimezone"] == "Europe/Oslo"
        assert server.put("/timezone", {}).brief == NULL_POINTER

    def test_ntp_settings_in_bulk(self, server):
        body = {
            "settings": [{"path": "ntp-config/server-0", "value": "ntp.example.com"}, {"path": "ntp-config/server-1"}]
        }
        assert server.put("/timezone/settings", body).brief == (200, "")
        values = {setting["path"]: setting["value"] for setting in server.get("/timezone/settings").json["settings"]}
        assert (values["ntp-config/server-0"], values["ntp-config/server-1"]) == ("ntp.example.com", None)
        assert "ntp-sysconfig/timezone" not in values
        assert server.get("/timezone/settings/ntp-config/server-0").status == 500


class TestLicense:
    @pytest.mark.parametrize("method", ["GET", "PUT", "POST", "DELETE"])
    @pytest.mark.parametrize("path", ["/license", "/license/", "/license/uid-1", "/license/uid-1/x"])
    @pytest.mark.parametrize("accept", ["application/json", "text/xml", "image/png"])
    def test_the_community_edition_has_none(self, server, method, path, accept):
        answer = server.api(method, path, accept=accept)
        assert answer.brief == (500, "javax.ws.rs.NotFoundException: HTTP 404 Not Found")
        assert (answer.row["route"], answer.row["write"]) == (None, False)

    @pytest.mark.parametrize(
        ("method", "path"), [("PUT", "/license"), ("DELETE", "/license"), ("GET", "/license/uid-1")]
    )
    def test_what_neither_edition_has(self, server, method, path):
        assert server.api(method, path).brief == (500, "javax.ws.rs.NotFoundException: HTTP 404 Not Found")
        server.configure(edition="commercial")
        assert server.api(method, path).brief == (500, "javax.ws.rs.ClientErrorException: HTTP 405 Method Not Allowed")

    def test_the_commercial_edition(self, server):
        server.configure(edition="commercial")
        shown = server.get("/license/").json
        assert list(shown) == [
            "uid", "domain", "version", "expire", "support", "licenseType", "users", "mobileDevices", "company",
            "contactEmail", "contactName", "contactPhone",
        ]  # fmt: skip
        assert (shown["uid"], shown["domain"], shown["users"]) == (None, "pbx.example.com", -1)
        assert server.post("/license/uid-1").json == {**shown, "uid": "uid-1"}
        assert server.put("/license", {}).status == 500


def test_the_dns_advisor_is_text_alone(server):
    answer = server.get("/dns/advisor/server/1", accept="text/plain")
    assert answer.brief == (200, "")
    assert server.get("/dns/advisor/server/1").status == 500
