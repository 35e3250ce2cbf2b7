# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gateways, their ports and the rules they serve."""

from __future__ import annotations

import pytest

from simulator.sipx.state.branches import Branch

TRUNK = {
    "name": "trunk",
    "model": {"modelId": "sipTrunkStandard"},
    "addressTransport": "udp",
    "callerAliasInfo": {},
}
FXO = {**TRUNK, "name": "fxo", "model": {"modelId": "audiocodesMP1X4_4_FXO"}}
NULL_POINTER = (500, "java.lang.NullPointerException")
ENUM = "java.lang.IllegalArgumentException: The Enum name must be unique, '{}' has already been added"


@pytest.fixture
def trunk(server):
    """The id of a SIP trunk."""
    return server.post("/gateways", TRUNK).json


def test_defaults_of_absent_properties(server, trunk):
    assert server.get(f"/gateways/{trunk}").text == (
        f'{{"id":{trunk},"name":"trunk","serialNo":null,"deviceVersion":null,"description":null,'
        '"model":{"modelId":"sipTrunkStandard","label":"SIP trunk","vendor":null,"versions":null},"enabled":false,'
        '"address":null,"addressPort":0,"outboundAddress":null,"outboundPort":0,"addressTransport":"udp",'
        '"prefix":null,"shared":false,"useInternalBridge":false,"branch":null,'
        '"callerAliasInfo":{"defaultCallerAlias":null,"anonymous":false,"ignoreUserInfo":false,'
        '"transformUserExtension":false,"addPrefix":null,"keepDigits":0,"displayName":null,"urlParameters":null}}'
    )


def test_put_replaces_everything(server, trunk):
    full = {
        **TRUNK,
        "description": "x",
        "enabled": True,
        "address": "sip.example.com",
        "addressPort": 5060,
        "shared": True,
    }
    assert server.put(f"/gateways/{trunk}", full).text == str(trunk)
    assert server.put(f"/gateways/{trunk}", TRUNK).status == 200
    gateway = server.get(f"/gateways/{trunk}").json
    assert (gateway["description"], gateway["enabled"], gateway["address"], gateway["addressPort"]) == (
        None,
        False,
        None,
        0,
    )


def test_id_and_serial_number_are_accepted_and_ignored(server):
    gateway_id = server.post("/gateways", {**TRUNK, "id": 77, "serialNo": "0004f2c0ffee"}).json
    assert gateway_id != 77
    assert server.get(f"/gateways/{gateway_id}").json["serialNo"] is None
    assert server.get("/gateways/0004f2c0ffee").status == 500


@pytest.mark.parametrize(
    "change",
    [
        {"serialNo": {}},
        {"serialNo": []},
        {"branch": {"address": 5}},
        {"branch": {"address": {"street": []}}},
        {"branch": {"id": {}}},
        {"branch": {"routes": []}},
        {"branch": {"locations": "x"}},
    ],
)
def test_what_is_ignored_must_be_of_its_kind(server, trunk, change):
    for answer in (
        server.post("/gateways", {**TRUNK, **change}),
        server.put(f"/gateways/{trunk}", {**TRUNK, **change}),
    ):
        assert (answer.status, answer.type) == (500, "text/xml")
        assert answer.text.startswith("org.codehaus.jackson.map.JsonMappingException: Can not deserialize instance of ")


def test_a_branch_with_all_that_can_be_sent(server, trunk):
    branch = {
        "name": "Oslo", "id": 5, "address": {"id": 5, "street": "x"}, "routes": {"domains": []}, "locations": [],
        "locationsList": None, "fallbackBranch": None,
    }  # fmt: skip
    answer = server.put(f"/gateways/{trunk}", {**TRUNK, "serialNo": 5, "branch": branch})
    assert answer.status == 200
    assert server.get(f"/gateways/{trunk}").json["serialNo"] is None


def test_a_version_that_is_only_remembered_is_not_applied(server):
    refused = {**TRUNK, "deviceVersion": "1", "addressTransport": None}
    answer = server.post("/gateways", refused)
    assert (answer.status, answer.row["applied"]) == (500, False)
    assert server.post("/gateways", {**refused, "addressTransport": "udp"}).brief == (500, ENUM.format("null1"))


def test_names_are_no_keys(server, trunk):
    answer = server.get("/gateways/trunk")
    assert answer.brief == (500, "java.lang.IllegalArgumentException: id to load is required for loading")


@pytest.mark.parametrize(
    ("change", "post", "put"),
    [
        ({"model": None}, (404, "No such phone model defined"), NULL_POINTER),
        (
            {"model": {"modelId": "x"}},
            (500, "java.lang.IllegalArgumentException: No such model with id 'x'"),
            (500, "java.lang.IllegalArgumentException: No such model with id 'x'"),
        ),
    ],
)
def test_the_model_is_required(server, trunk, change, post, put):
    assert server.post("/gateways", {**TRUNK, **change}).brief == post
    assert server.put(f"/gateways/{trunk}", {**TRUNK, **change}).brief == put


@pytest.mark.parametrize(
    "change", [{"addressTransport": None}, {"addressTransport": "sctp"}, {"callerAliasInfo": None}, {"model": {}}]
)
def test_what_the_database_requires(server, trunk, change):
    assert server.put(f"/gateways/{trunk}", {**TRUNK, **change}).status == 500
    assert server.get(f"/gateways/{trunk}").json["addressTransport"] == "udp"


def test_names_are_unique(server, trunk):
    assert server.post("/gateways", TRUNK).brief == (
        500,
        "org.sipfoundry.sipxconfig.gateway.GatewayContextImpl$DuplicateNameException: &error.duplicateNameException",
    )


class TestBranch:
    @pytest.fixture(autouse=True)
    def branch(self, server):
        server.pbx.branches.save(Branch("Oslo", "North"))

    def test_only_the_name_counts_and_the_answer_is_large(self, server):
        gateway_id = server.post("/gateways", {**TRUNK, "branch": {"name": "Oslo", "description": "x"}}).json
        branch = server.get(f"/gateways/{gateway_id}").json["branch"]
        assert (branch["name"], branch["description"], branch["id"], branch["address"]["id"]) == (
            "Oslo",
            "North",
            -1,
            -1,
        )
        assert "entityIdentifier" in branch

    def test_a_branch_cannot_be_sent_back(self, server):
        gateway_id = server.post("/gateways", {**TRUNK, "branch": {"name": "Oslo"}}).json
        body = server.get(f"/gateways/{gateway_id}").json
        answer = server.put(f"/gateways/{gateway_id}", body)
        assert answer.status == 500
        assert "UnrecognizedPropertyException" in answer.text
        assert server.put(f"/gateways/{gateway_id}", {**body, "branch": {"name": "Oslo"}}).status == 200

    @pytest.mark.parametrize("branch", [None, {"name": "nowhere"}, {}])
    def test_an_unknown_or_absent_one_removes_it(self, server, branch):
        gateway_id = server.post("/gateways", {**TRUNK, "branch": {"name": "Oslo"}}).json
        server.put(f"/gateways/{gateway_id}", {**TRUNK, "branch": branch})
        assert server.get(f"/gateways/{gateway_id}").json["branch"] is None


class TestDeviceVersion:
    def body(self, version, vendor="acme"):
        return {**TRUNK, "model": {"modelId": "acmeGatewayStandard", "vendor": vendor}, "deviceVersion": version}

    def test_the_second_use_of_a_pair_fails(self, server):
        gateway_id = server.post("/gateways", self.body("1")).json
        assert server.get(f"/gateways/{gateway_id}").json["deviceVersion"] == "acme1"
        assert server.put(f"/gateways/{gateway_id}", self.body("1")).brief == (500, ENUM.format("acme1"))
        assert server.put(f"/gateways/{gateway_id}", self.body("1", None)).status == 200
        assert server.put(f"/gateways/{gateway_id}", self.body(None)).status == 200
        assert server.get(f"/gateways/{gateway_id}").json["deviceVersion"] == "null1"

    def test_a_friendlier_server_keeps_the_version(self, server):
        server.configure(gateway_device_version_enum_500=False)
        gateway_id = server.post("/gateways", self.body("1")).json
        assert server.put(f"/gateways/{gateway_id}", self.body("1")).status == 200
        assert server.get(f"/gateways/{gateway_id}").json["deviceVersion"] == "1"


class TestRules:
    def rule(self, server, name):
        return next(rule for rule in server.get("/rules").json["rules"] if rule["name"] == name)

    def available(self, server, trunk):
        return {rule["name"] for rule in server.get(f"/gateways/{trunk}/availablerules").json["rules"]}

    def test_attaching_and_detaching(self, server, trunk):
        everything = {"Emergency", "International", "Local", "Long Distance", "Restricted", "Toll free"}
        assert self.available(server, trunk) == everything
        rule_id = self.rule(server, "Local")["id"]
        for _unused in range(2):
            assert server.put(f"/gateways/{trunk}/rules/{rule_id}").brief == (200, "")
        assert server.pbx.rules.get(rule_id).gateway_ids == [trunk]
        assert self.available(server, trunk) == everything - {"Local"}
        assert server.delete(f"/gateways/{trunk}/rules/{rule_id}").brief == (200, "")
        assert self.available(server, trunk) == everything
        assert server.put(f"/gateways/{trunk}/rules/99").status == 404

    def test_a_rule_without_gateways_is_switched_off(self, server, trunk):
        other = server.post("/gateways", {**TRUNK, "name": "other"}).json
        rule = self.rule(server, "Local")
        for gateway_id in (trunk, other):
            server.put(f"/gateways/{gateway_id}/rules/{rule['id']}")
        assert (
            server.put(f"/rules/{rule['id']}", {"name": "Local", "type": "Long_Distance", "enabled": True}).status
            == 200
        )
        server.delete(f"/gateways/{trunk}/rules/{rule['id']}")
        assert self.rule(server, "Local")["enabled"] is True
        server.delete(f"/gateways/{other}/rules/{rule['id']}")
        assert self.rule(server, "Local")["enabled"] is False

    def test_a_gateway_in_use_cannot_be_deleted(self, server, trunk):
        rule_id = self.rule(server, "Local")["id"]
        server.put(f"/gateways/{trunk}/rules/{rule_id}")
        assert server.delete(f"/gateways/{trunk}").status == 500
        server.delete(f"/gateways/{trunk}/rules/{rule_id}")
        assert server.delete(f"/gateways/{trunk}").brief == (200, "")
        assert server.get(f"/gateways/{trunk}").status == 404


class TestPorts:
    def test_up_to_the_maximum_of_the_model(self, server):
        gateway_id = server.post("/gateways", FXO).json
        for _unused in range(4):
            assert server.post(f"/gateways/{gateway_id}/ports").brief == (200, "")
        ports = server.get(f"/gateways/{gateway_id}/ports").json["ports"]
        assert [list(port) for port in ports] == [["id"]] * 4
        assert server.post(f"/gateways/{gateway_id}/ports").brief == (
            500,
            "org.sipfoundry.sipxconfig.gateway.Gateway$MaxPortsException: Maximum number of ports is 4",
        )

    def test_trunks_have_none(self, server, trunk):
        answer = server.post(f"/gateways/{trunk}/ports")
        assert answer.text.endswith("Maximum number of ports is 0")

    def test_deletion(self, server, trunk):
        gateway_id = server.post("/gateways", FXO).json
        server.post(f"/gateways/{gateway_id}/ports")
        (port,) = server.get(f"/gateways/{gateway_id}/ports").json["ports"]
        assert server.delete(f"/gateways/{trunk}/ports/{port['id']}").brief == (200, "")
        assert server.get(f"/gateways/{gateway_id}/ports").json["ports"] == [port]
        assert server.delete(f"/gateways/{gateway_id}/ports/99").status == 404
        assert server.delete(f"/gateways/{gateway_id}/ports/{port['id']}").brief == (200, "")
        assert server.get(f"/gateways/{gateway_id}/ports").json == {"ports": []}

    def test_settings(self, server):
        gateway_id = server.post("/gateways", FXO).json
        server.post(f"/gateways/{gateway_id}/ports")
        (port,) = server.pbx.ports
        base = f"/gateways/{gateway_id}/ports/{port.id}/settings"
        paths = [setting["path"] for setting in server.get(base).json["settings"]]
        assert server.put(f"{base}/{paths[-1]}", "4101").status == 200
        assert server.get(f"{base}/{paths[-1]}").json["value"] == "4101"
        assert server.delete(f"{base}/{paths[-1]}").status == 200
        assert server.delete(f"{base}/no/such").brief == (200, "")

    def test_settings_of_a_port_whose_model_has_none(self, server):
        gateway_id = server.post("/gateways", FXO).json
        server.post(f"/gateways/{gateway_id}/ports")
        server.put(f"/gateways/{gateway_id}", {**FXO, "model": {"modelId": "sipTrunkStandard"}})
        base = f"/gateways/{gateway_id}/ports/1/settings"
        assert server.get(base).status == 500
        assert server.get(f"{base}/a").status == 500
        assert server.put(f"{base}/a", "x").brief == (200, "")
        assert server.delete(f"{base}/a").brief == (200, "")


class TestSettings:
    def test_a_trunk_has_the_tree_of_its_template(self, server, trunk):
        path = f"/gateways/{trunk}/settings/itsp-account/register-on-initialization"
        assert server.put(path, "true").brief == (200, "")
        assert server.get(path).json["value"] == "true"
        listed = server.get(f"/gateways/{trunk}/settings").json["settings"]
        assert len(listed) == 21
        assert server.get(f"/gateways/{trunk}/settings/itsp-account/itsp-transport").brief == (404, "")

    def test_the_proxy_defaults_to_the_address(self, server, trunk):
        server.put(f"/gateways/{trunk}", {**TRUNK, "address": "sip.example.com"})
        setting = server.get(f"/gateways/{trunk}/settings/itsp-account/itsp-proxy-address").json
        assert setting["defaultValue"] == "sip.example.com"

    def test_an_unmanaged_gateway_has_none(self, server):
        gateway_id = server.post("/gateways", {**TRUNK, "model": {"modelId": "genericGatewayStandard"}}).json
        base = f"/gateways/{gateway_id}/settings"
        assert server.get(base).brief == (404, "")
        assert server.get(f"{base}/a").brief == NULL_POINTER
        assert server.put(f"{base}/a", "x").brief == (404, "")
        assert server.delete(f"{base}/a").brief == (404, "")


def test_models_without_trunk_templates(server):
    models = server.get("/gateways/models").json["models"]
    assert [model["modelId"] for model in models] == [
        "sipTrunkStandard",
        "genericGatewayStandard",
        "acmeGatewayStandard",
        "audiocodesTP260",
        "audiocodesMediant1000",
        "audiocodesMediant2000",
        "audiocodesMediant3000",
        "audiocodesMediantBRI",
        "audiocodesMP1X4_4_FXO",
        "audiocodesMP1X8_8_FXO",
    ]
    assert server.post("/gateways", {**TRUNK, "model": {"modelId": "itspBT"}}).status == 200


def test_a_write_queues_a_deployment(server, trunk):
    assert [job["name"] for job in server.get("/servers/jobs").json["jobs"]] == [
        "Configuration deployment: pbx.example.com"
    ]
