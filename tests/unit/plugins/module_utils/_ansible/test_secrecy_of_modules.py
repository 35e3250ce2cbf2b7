# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever a module does, no secret is in its result, its invocation, its warnings or the system's log."""

from __future__ import annotations

import itertools
import json

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.masking import MASK, UNSHOWN
from ansible_collections.dialtone.voip.plugins.module_utils._ansible.voip_module import VoipModule, run
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError, RemoteError
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._ansible.toy_platform import (
    CONNECTION,
    Toy,
    run_module,
)
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.memory_adapter import LOST

SECRETS = {
    "pin": "Hunter2-pin",
    "code": "Hunter2-code",
    "settings": {"line/secret": "Hunter2-setting", "line/name": "visible"},
    "address": {"street": "visible", "key": "Hunter2-key"},
    "rings": [{"user": "4101", "pin": "Hunter2-ring"}],
}
ITEM = {"name": "a", "model": "acme", "note": "visible", **SECRETS}
STORED = {**ITEM, "pin": "Hunter2-stored", "title": "old", "enabled": True}


def refuse(text):
    return RemoteError(f"PUT /thing was answered 500: {text}", RemoteError.REFUSED)


@pytest.mark.parametrize(
    "params",
    [
        {},
        {"title": "new"},
        {"update_secrets": "always", "update_unreadable": "always"},
        {"state": "absent"},
        {"groups": ["gone"]},
        {"model": "polycom"},
        {"rings": [{"user": "4101", "pin": "Hunter2-other"}, {"delay": 5}]},
        {"enabled": "maybe"},
        {"pni": "Hunter2-typo"},
        {"pin": ["Hunter2-listed"]},
        {"pin": {"a": "Hunter2-mapped"}},
        {"settings": "line/secret=Hunter2-line,line/name=x"},
        {"settings": ["Hunter2-listed"]},
        {"settings": {"line/secret": {"deep": "Hunter2-deep"}}},
        {"address": "key=Hunter2-line"},
        {"address": {"key": ["Hunter2-listed"]}},
        {"address": {"keys": "Hunter2-typo"}},
        {"rings": [{"user": "4101", "pins": "Hunter2-typo"}]},
        {"rings": "pin=Hunter2-line"},
        {"rings": ['{"user": "4101", "pin": "Hunter2-json"}']},
        {"rings": '[{"user": "4101", "pin": "Hunter2-json", "x": 1}]'},
        {"rings": {"user": "4101", "pin": "Hunter2-mapped"}},
        {"url": "https://admin:Hunter2-url@pbx.example.com"},
        {"url": "https://admin:Hunter2/url@pbx.example.com"},
        {"proxy": "http://user:Hunter2-proxy@proxy.example.com:3128"},
        {"proxy": "http://user:Hunter2-proxy@[broken"},
    ],
    ids=str,
)
def test_no_run_of_the_module_for_one_object_tells_a_secret(params):
    for stored, check_mode in itertools.product(([], [STORED]), (False, True)):
        outcome = Toy(*stored).one(**{**ITEM, **params, "_ansible_check_mode": check_mode, "_ansible_diff": True})
        assert "Hunter2" not in outcome.everything
        assert outcome.result["invocation"]["module_args"]["name"] == "a"


@pytest.mark.parametrize(
    "items",
    [
        [ITEM],
        [ITEM, ITEM],
        [{**ITEM, "enabled": "maybe"}],
        [{**ITEM, "pin": ["Hunter2-listed"], "address": {"key": {"x": "Hunter2-deep"}}}],
        [{**ITEM, "settings": "line/secret=Hunter2", "rings": "pin=Hunter2"}],
        ["name=a pin=Hunter2-line"],
        ["Hunter2"],
        [["Hunter2"]],
        [5],
    ],
)
def test_no_run_of_the_module_for_many_objects_tells_a_secret(items):
    for detail in ("changed", "all", "summary"):
        outcome = Toy(STORED).many(*items, result_detail=detail, update_secrets="always", _ansible_diff=True)
        assert "Hunter2" not in outcome.everything


@pytest.mark.parametrize("ending", ["json", "yml"])
def test_the_secrets_of_a_file_are_kept_as_well_as_those_of_options(tmp_path, ending):
    toy = Toy()
    toy.adapter.fail("create", refuse(f"<pin>{ITEM['pin']}</pin> {ITEM['rings']}"))
    source = tmp_path / f"things.{ending}"
    source.write_text(json.dumps([ITEM]))
    outcome = toy.many(src=str(source))
    assert MASK in outcome.result["results"][0]["msg"]
    assert "Hunter2" not in outcome.everything


def test_a_server_that_repeats_the_secrets_does_not_betray_them():
    toy = Toy()
    toy.adapter.fail("create", refuse(f"cannot parse {json.dumps(ITEM)}"))
    outcome = toy.one(**ITEM)
    assert outcome.result["msg"].count(MASK) == 5
    assert "Hunter2" not in outcome.everything


def test_a_short_pin_in_a_servers_words_is_hidden_and_an_extension_of_the_same_digits_is_not():
    toy = Toy()
    toy.adapter.fail("create", refuse('{"userName": "1234", "pin": "1234"} pin=1234 for 12345'))
    outcome = toy.one(name="1234", model="acme", pin="1234", title="Extension 12345", note="1234")
    message = outcome.result["msg"]
    assert message.endswith(f'{{"userName": "1234", "pin": "{MASK}"}} pin={MASK} for 12345')
    arguments = outcome.result["invocation"]["module_args"]
    assert (arguments["name"], arguments["title"], arguments["pin"]) == ("1234", "Extension 12345", UNSHOWN)


@pytest.mark.parametrize("pin", ["1234", 1234, "1", "a"])
def test_a_short_pin_hides_nothing_else_anywhere(pin):
    outcome = Toy().one(name="1234", model="acme", pin=pin, title="12345 aa 11", groups=["sales"])
    result = outcome.result
    assert result["small_thing"] == {
        "name": "1234",
        "title": "12345 aa 11",
        "model": "acme",
        "enabled": True,
        "groups": ["sales"],
    }
    assert MASK not in outcome.everything
    assert "title=12345 aa 11" in outcome.log[0]


def test_the_log_line_of_a_plural_module_counts_its_items():
    outcome = Toy().many({"name": "a", "model": "acme", "pin": "1"}, {"name": "e", "model": "acme", "pin": "0"})
    assert len(outcome.log) == 1
    assert "small_things=2 items" in outcome.log[0]
    assert "max_deletes=10" in outcome.log[0]
    assert MASK not in outcome.everything


def test_the_invocation_shows_what_is_no_secret():
    arguments = Toy().one(**ITEM).result["invocation"]["module_args"]
    assert arguments["password"] == arguments["pin"] == UNSHOWN
    assert arguments["settings"] == {"line/secret": UNSHOWN, "line/name": "visible"}
    assert arguments["address"]["street"] == "visible"
    assert arguments["rings"] == [{"user": "4101", "delay": 30, "pin": UNSHOWN}]
    assert (arguments["name"], arguments["note"], arguments["username"]) == ("a", "visible", "admin")


def test_the_password_of_a_proxy_is_hidden_wherever_it_is_repeated():
    toy = Toy()
    toy.adapter.fail("fetch", refuse("Hunter2-proxy"))
    outcome = toy.one(name="a", proxy="http://office:Hunter2-proxy@proxy.example.com:3128")
    assert outcome.result["msg"].endswith(f": {MASK}")
    assert "Hunter2" not in outcome.everything


def test_the_invocation_hides_the_password_of_a_proxy_however_short():
    outcome = Toy().one(name="a", proxy="http://office:1357@proxy.example.com:3128")
    assert outcome.result["invocation"]["module_args"]["proxy"] == "…@proxy.example.com:3128"
    assert "1357" not in outcome.everything


def test_a_password_from_the_environment_is_kept_too(monkeypatch):
    monkeypatch.setenv("TOY_PASSWORD", "Hunter2-environment")
    monkeypatch.delitem(CONNECTION, "password")
    toy = Toy()
    toy.adapter.fail("fetch", refuse("Hunter2-environment"))
    outcome = toy.one(name="a")
    assert toy.connections[0].password == "Hunter2-environment"
    assert outcome.result["msg"].endswith(f": {MASK}")
    assert "Hunter2" not in outcome.everything


def test_a_secret_that_is_a_word_of_every_result_does_not_ruin_the_result():
    outcome = Toy().one(name="a", model="acme", pin="changed", code="action")
    assert outcome.result["changed"] is True
    assert outcome.result["action"] == "created"


@pytest.mark.parametrize(
    "error", [ItemError, lambda text: RemoteError(text, RemoteError.UNKNOWN), ValueError, KeyError]
)
def test_no_error_tells_a_secret(error):
    def main():
        module = VoipModule({"pin": {"type": "str", "no_log": True}})
        module.hide(["Hunter2-hidden"])

        def work(module):
            module.warn("Hunter2-hidden and Hunter2-pin")
            raise error("Hunter2-hidden and Hunter2-pin")

        run(module, work)

    outcome = run_module(main, {"pin": "Hunter2-pin"}, connection=False)
    assert "Hunter2" not in outcome.everything
    assert len(outcome.warnings) == 1
    assert MASK in outcome.result["msg"]


def test_an_ambiguous_write_tells_no_secret():
    toy = Toy()
    toy.adapter.fail("create", LOST, times=2)
    assert "Hunter2" not in toy.one(**ITEM).everything


def test_the_secrets_reach_the_server_as_they_were_given():
    toy = Toy()
    toy.one(**ITEM)
    (stored,) = toy.adapter.state().values()
    assert (stored["pin"], stored["code"]) == ("Hunter2-pin", "Hunter2-code")
    assert stored["settings"]["line/secret"] == "Hunter2-setting"
    assert stored["rings"][0]["pin"] == "Hunter2-ring"
    assert toy.connections[0].password == CONNECTION["password"]
