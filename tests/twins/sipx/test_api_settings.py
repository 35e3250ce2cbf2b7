# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings sub-protocol: values, defaults, hidden leaves and the missing validation."""

from __future__ import annotations

import pytest

LEAF = "/saa/settings/saa-config/SIP_SAA_TCP_PORT"
UNSUPPORTED = "java.lang.UnsupportedOperationException"


def value(server, path):
    setting = server.get(path).json
    return setting["value"], setting["defaultValue"]


def test_a_setting_shows_all_keys_in_order(server):
    answer = server.get("/proxy/settings/proxy-configuration/SIPX_PROXY_DEFAULT_EXPIRES")
    assert answer.text == (
        '{"path":"proxy-configuration/SIPX_PROXY_DEFAULT_EXPIRES","type":"integer","options":null,"value":"300",'
        '"defaultValue":"300","label":"Default expires","description":null}'
    )


def test_a_list_has_the_visible_leaves_depth_first(server):
    for path in ("/saa/settings", "/saa/settings/"):
        paths = [setting["path"] for setting in server.get(path).json["settings"]]
        assert paths == [
            "saa-config/SIP_SAA_UDP_PORT",
            "saa-config/SIP_SAA_TCP_PORT",
            "saa-config/SIP_SAA_LOG_LEVEL",
            "resource-limits/fd-soft",
            "resource-limits/fd-hard",
            "resource-limits/core-enabled",
        ]


def test_a_group_lists_what_is_below_it(server):
    paths = [setting["path"] for setting in server.get("/dns/settings/named-config").json["settings"]]
    assert paths == [f"named-config/forwarders/forwarder_{number}" for number in range(5)]


def test_options_of_an_enum(server):
    setting = server.get("/moh/settings/moh-config/MOH_SOURCE").json
    assert (setting["type"], list(setting["options"])) == ("enum", ["FILES_SRC", "SOUNDCARD_SRC", "NONE"])


def test_put_stores_the_raw_text(server):
    for text in ("notanumber", " 5171\n", "żółw"):
        assert server.put(LEAF, text).brief == (200, "")
        assert value(server, LEAF) == (text, "5170")


def test_the_charset_of_the_request_counts(server):
    server.put(LEAF, "café".encode("latin-1"), content_type="text/plain; charset=ISO-8859-1")
    assert value(server, LEAF) == ("café", "5170")


def test_put_of_the_default_removes_the_override(server):
    server.put(LEAF, "5171")
    server.put(LEAF, "5170")
    assert "saa" not in server.pbx.system.service_settings


def test_an_empty_override_reads_as_null(server):
    assert server.put(LEAF, "").status == 200
    assert value(server, LEAF) == (None, "5170")


def test_delete_reverts_and_can_be_repeated(server):
    server.put(LEAF, "5171")
    assert server.delete(LEAF).brief == (200, "")
    assert server.delete(LEAF).brief == (200, "")
    assert value(server, LEAF) == ("5170", "5170")


@pytest.mark.parametrize(
    ("method", "path", "status", "text"),
    [
        ("GET", "/saa/settings/saa-config/NOTHING", 404, ""),
        ("PUT", "/saa/settings/saa-config/NOTHING", 200, ""),
        ("DELETE", "/saa/settings/saa-config/NOTHING", 500, "java.lang.NullPointerException"),
        ("PUT", "/saa/settings/saa-config", 500, UNSUPPORTED),
        ("DELETE", "/saa/settings/saa-config", 500, UNSUPPORTED),
        ("GET", f"{LEAF}/deeper", 500, UNSUPPORTED),
        ("PUT", f"{LEAF}/deeper", 500, UNSUPPORTED),
        ("DELETE", f"{LEAF}/deeper", 500, UNSUPPORTED),
    ],
)
def test_paths_that_are_no_leaves(server, method, path, status, text):
    body = "x" if method == "PUT" else None
    assert server.api(method, path, body).brief == (status, text)


def test_a_hidden_leaf_is_404_but_can_be_written(server):
    path = "/ivr/settings/ivr/ivr.nameDialPrefix"
    assert server.get(path).brief == (404, "")
    assert server.put(path, "12").status == 200
    assert server.get(path).brief == (404, "")
    assert server.pbx.system.service_settings["ivr"] == {"ivr/ivr.nameDialPrefix": "12"}
    assert not any("nameDialPrefix" in setting["path"] for setting in server.get("/ivr/settings").json["settings"])


def test_the_flag_of_a_hidden_group_is_not_inherited(staffed):
    base = "/users/4101/settings"
    assert staffed.get(f"{base}/conference/enabled").json["value"] == "false"
    assert staffed.get(f"{base}/conference").brief == (404, "")
    assert staffed.get(f"{base}/voicemail/mailbox").brief == (404, "")
    listed = {setting["path"] for setting in staffed.get(base).json["settings"]}
    assert not any(path.startswith(("conference/", "voicemail/mailbox/", "phantom/")) for path in listed)
    below = {setting["path"] for setting in staffed.get(f"{base}/voicemail").json["settings"]}
    assert below == {
        "voicemail/security/auto-enter-pin-extension",
        "voicemail/security/auto-enter-pin-external",
        "voicemail/security/days-to-keep-vm",
    }


def test_a_leaf_hidden_itself_below_a_visible_group(staffed):
    assert staffed.get("/users/4101/settings/voicemail/security/force-pin-change").brief == (404, "")


def test_computed_defaults(server):
    assert value(server, "/dns/settings/sys/unmanaged") == ("0", "0")
    assert value(server, "/dns/settings/acl/ips")[0] == "192.0.2.10,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,127.0.0.0/8"
    server.post("/servers", {"host": "pbx2.example.com", "ip": "192.0.2.11"})
    assert list(server.get("/ivr/settings/ivr/ivr.backup_host").json["options"]) == ["pbx2.example.com"]


@pytest.mark.parametrize(
    ("sent", "status"), [("192.0.2.0/24, 10.1.1.1", 200), ("", 200), ("10.1.1", 500), ("10.0.0.0/40", 500)]
)
def test_every_save_of_a_dns_setting_checks_the_acl(server, sent, status):
    answer = server.put("/dns/settings/acl/ips", sent)
    assert answer.status == status
    if status == 500:
        assert answer.text == "org.sipfoundry.sipxconfig.common.UserException: &msg.invalidcidr"
        assert "dns" not in server.pbx.system.service_settings or not server.pbx.system.service_settings["dns"]


def test_the_sip_diagram_forces_the_log_level_of_the_proxy(server):
    level, other = "/proxy/settings/proxy-configuration/SIPX_PROXY_LOG_LEVEL", "/proxy/settings/alert-info/ON_EXISTING"
    server.put(other, "1")
    assert value(server, level)[0] == "NOTICE"
    server.put("/servers/features/callDiagram")
    server.put(other, "0")
    assert value(server, level)[0] == "INFO"
    server.put(level, "DEBUG")
    assert value(server, level)[0] == "DEBUG"


@pytest.mark.parametrize(
    "base", ["/dns", "/ivr", "/mwi", "/moh", "/imbot", "/proxy", "/registrar", "/restserver", "/saa"]
)
def test_services_have_settings_and_nothing_else(server, base):
    assert server.get(f"{base}/settings").json["settings"]
    assert server.get(f"{base}/other").status == 500


@pytest.mark.parametrize("base", ["/cdrs", "/extendedcdrs"])
@pytest.mark.parametrize("accept", ["*/*", None])
def test_call_resolver_settings_prefer_xml(server, base, accept):
    answer = server.get(f"{base}/settings/callresolver/CSV_LIMIT", accept=accept)
    assert answer.type == "application/xml"
    assert answer.text == (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Setting><path>callresolver/CSV_LIMIT</path>'
        "<type>integer</type><value>25000</value><defaultValue>25000</defaultValue></Setting>"
    )
    assert server.get(f"{base}/settings/callresolver", accept=accept).text.count("<Setting>") == 18
    assert server.get(f"{base}/settings/callresolver/CSV_LIMIT").json["value"] == "25000"
    server.configure(cdr_settings_default_xml=False)
    assert server.get(f"{base}/settings/callresolver/CSV_LIMIT", accept=accept).json["value"] == "25000"


@pytest.mark.parametrize(
    ("path", "bad", "good"),
    [
        (LEAF, "80", "5171"),
        (LEAF, "x", ""),
        ("/moh/settings/moh-config/MOH_SOURCE", "TAPE", "NONE"),
        ("/saa/settings/resource-limits/core-enabled", "1", "true"),
    ],
)
def test_strict_settings_refuse_what_the_real_server_stores(server, path, bad, good):
    server.configure(strict_settings=True)
    assert server.put(path, bad).status == 500
    assert server.put(path, good).status == 200
    server.configure(strict_settings=False)
    assert server.put(path, bad).status == 200


def test_saving_a_setting_queues_a_deployment(server):
    server.put(LEAF, "5171")
    (job,) = server.get("/servers/jobs").json["jobs"]
    assert (job["status"], job["server"]["host"]) == ("SCHEDULED", "pbx.example.com")


def test_boolean_vocabularies(server, staffed):
    for path, literal in (
        ("/ftp/settings/vsftp-config/syslog_enable", "NO"),
        ("/cdrs/settings/callresolver/SIP_CALLRESOLVER_PURGE", "ENABLE"),
        ("/registrar/settings/userparam/SIP_REDIRECT.090-USERPARAM.STRIP_ALL", "N"),
        ("/saa/settings/resource-limits/core-enabled", "false"),
        ("/proxy/settings/alert-info/EXTERNAL_ENABLED", "1"),
    ):
        setting = server.get(path).json
        assert (setting["type"], setting["defaultValue"]) == ("boolean", literal)


def test_only_the_exact_literal_counts_as_true(staffed):
    path = "/users/4101/settings/permission/application/rest"
    staffed.put(path, "true")
    assert staffed.get(path).json["value"] == "true"
    assert "rest" not in staffed.get("/users/4101").json["permissions"]
    staffed.put(path, "ENABLE")
    assert "rest" in staffed.get("/users/4101").json["permissions"]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("PUT", "/saa/settings/saa-config/NOTHING", "x"),
        ("PUT", "/saa/settings/saa-config", "x"),
        ("PUT", LEAF, "5170"),
        ("DELETE", LEAF, None),
        ("DELETE", "/saa/settings/saa-config/NOTHING", None),
        ("DELETE", "/saa/settings/saa-config", None),
        ("PUT", "/pagegroups/settings/page-config/prefix", " "),
        ("PUT", "/timezone/settings", {"settings": []}),
    ],
)
def test_what_changes_nothing_is_not_applied(server, method, path, body):
    row = server.api(method, path, body).row
    assert (row["write"], row["applied"]) == (True, False)


def test_what_changes_something_is_applied_once(server):
    assert [server.put(LEAF, "5171").row["applied"] for _time in range(2)] == [True, False]
    assert [server.delete(LEAF).row["applied"] for _time in range(2)] == [True, False]


@pytest.mark.parametrize("text", ["a\x01b", "a\ufffeb"])
def test_a_character_that_xml_has_not(server, text):
    path = "/cdrs/settings/callresolver/CSV_LIMIT"
    server.put(path, text)
    for shown in (path, "/cdrs/settings"):
        answer = server.get(shown, accept="*/*")
        assert answer.brief == (500, "javax.ws.rs.InternalServerErrorException: HTTP 500 Internal Server Error")
        assert answer.type == "text/xml"
    assert server.get(path).json["value"] == text
