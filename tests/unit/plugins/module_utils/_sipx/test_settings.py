# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings: paths that exist, values that the server understands, and a look whether it kept them."""

from __future__ import annotations

from typing import Any

import pytest
from server import ScriptedServer, exception

from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.settings import (
    DEFAULT,
    Setting,
    Settings,
    is_secret_path,
    translate,
)


def row(path: str, value: Any = None, default: Any = None, kind: str = "string", options: Any = None) -> dict[str, Any]:
    return {"path": path, "type": kind, "options": options, "value": value, "defaultValue": default}


def boolean(default: str | None = None, value: str | None = None, path: str = "a/b") -> Setting:
    return Setting(path, "boolean", value, default)


@pytest.mark.parametrize(
    ("setting", "wanted", "text"),
    [
        (boolean("1"), True, "1"),
        (boolean("0"), "yes", "1"),
        (boolean("true"), False, "false"),
        (boolean("ENABLE"), False, "DISABLE"),
        (boolean("N"), True, "Y"),
        (boolean(None, "YES"), False, "NO"),
        (boolean(), True, "1"),
        (boolean(path="itsp-account/is-from-itsp"), True, "true"),
        (boolean(path="isn/SIP_REDIRECT.150-ISN.BASE_DOMAIN"), True, "freenum.org"),
        (boolean(path="isn/SIP_REDIRECT.150-ISN.BASE_DOMAIN"), "freenum.org", "freenum.org"),
        (boolean(None, "freenum.org", path="isn/SIP_REDIRECT.150-ISN.BASE_DOMAIN"), "no", ""),
        (Setting("a", "enum", None, "false", ("true", "false")), True, "true"),
        (Setting("a", "integer", None, None), 7, "7"),
        (Setting("a", "integer", None, None), " 7 ", "7"),
        (Setting("a", "real", None, None), 0.5, "0.5"),
        (Setting("a", "string", None, None), "text\n", "text"),
        (Setting("a", "multiEnum", None, None, ("x", "y")), ["x", "y"], "x|y"),
        (Setting("a", "string", "own", "usual"), DEFAULT, "usual"),
        (Setting("a", "string", "own", None), DEFAULT, None),
    ],
)
def test_values_are_said_in_the_settings_own_words(setting: Setting, wanted: Any, text: str | None) -> None:
    assert translate(setting, wanted) == text


@pytest.mark.parametrize(
    ("setting", "wanted", "message"),
    [
        (boolean("1"), "perhaps", "must be true or false, not 'perhaps'"),
        (Setting("a", "integer", None, None), "often", "must be a whole number, not 'often'"),
        (Setting("a", "enum", None, None, ("udp", "tcp")), "sctp", "must be one of: udp, tcp, not 'sctp'"),
        (Setting("a", "string", None, None), ["x"], "takes one value"),
        (Setting("a", "real", None, None), "half", "must be a number, not 'half'"),
        (Setting("itsp/pin", "integer", None, None), "12x", "must be a whole number$"),
    ],
)
def test_values_that_the_server_would_store_without_a_word_are_refused(
    setting: Setting, wanted: Any, message: str
) -> None:
    with pytest.raises(ItemError, match=message):
        translate(setting, wanted)


def test_an_unknown_path_is_an_error_with_a_suggestion() -> None:
    server = ScriptedServer(
        {
            "GET /api/phones/7/settings": {"settings": [row("system/domainName")]},
            "GET /api/phones/7/settings/system/domainNam": exception("", 404),
        }
    )
    with pytest.raises(ItemError, match="did you mean system/domainName"):
        Settings(server.client(), "/phones/7").setting("system/domainNam")


def test_an_unknown_path_that_resembles_none_is_told_where_settings_are() -> None:
    server = ScriptedServer(
        {"GET /api/x/settings": {"settings": [row("dns/a"), row("dns/b"), row("acl/ips")]}, "GET *": exception("", 404)}
    )
    with pytest.raises(ItemError, match=r"no setting PROXY_TTL here.*the settings here are in: acl, dns$"):
        Settings(server.client(), "/x").setting("PROXY_TTL")


def test_a_leaf_that_only_its_group_hides_is_found() -> None:
    server = ScriptedServer(
        {
            "GET /api/phones/7/settings": {"settings": []},
            "GET /api/phones/7/settings/e911/location": row("e911/location", "3", kind="integer"),
        }
    )
    assert Settings(server.client(), "/phones/7").setting("e911/location").value == "3"


def test_a_group_is_no_setting() -> None:
    server = ScriptedServer(
        {"GET /api/phones/7/settings": {"settings": []}, "GET /api/phones/7/settings/system": {"settings": []}}
    )
    with pytest.raises(ItemError, match="is a group of settings"):
        Settings(server.client(), "/phones/7").setting("system")


def test_a_value_that_the_server_did_not_keep_is_an_error() -> None:
    server = ScriptedServer(
        {
            "GET /api/x/settings": {"settings": [row("a[0]", "1", "0")]},
            "PUT /api/x/settings/a%5B0%5D": "",
            "GET /api/x/settings/a%5B0%5D": row("a[0]", "1", "0"),
        }
    )
    with pytest.raises(RequestError, match="did not keep the value"):
        Settings(server.client(), "/x").write("a[0]", "5")


def test_the_default_is_reached_by_reverting() -> None:
    server = ScriptedServer({"GET /api/x/settings": {"settings": [row("a", "1", "0")]}, "DELETE /api/x/settings/a": ""})
    Settings(server.client(), "/x").write("a", "0")
    assert server.lines[-1] == "DELETE /api/x/settings/a"


def test_a_path_of_an_object_without_settings_is_unknown() -> None:
    server = ScriptedServer(
        {
            "GET /api/gateways/3/settings": exception("", 404),
            "GET /api/gateways/3/settings/a/b": exception("java.lang.NullPointerException"),
        }
    )
    with pytest.raises(ItemError, match=r"no setting a/b here.*it has no settings at all"):
        Settings(server.client(), "/gateways/3").setting("a/b")


def test_an_object_without_settings_has_none() -> None:
    server = ScriptedServer({"GET /api/gateways/3/settings": exception("", 404)})
    assert Settings(server.client(), "/gateways/3").overrides() == {}


@pytest.mark.parametrize("path", ["itsp-account/password", "a/passwd", "x/shared-secret", "voicemail/pin", "user-pin"])
def test_secret_paths(path: str) -> None:
    assert is_secret_path(path)


@pytest.mark.parametrize("path", ["itsp-account/user-name", "spinning/wheel", "ping/interval"])
def test_paths_that_are_no_secrets(path: str) -> None:
    assert not is_secret_path(path)
