# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which twins are found, and which of them a path belongs to."""

from __future__ import annotations

import sys
import types

import pytest

from simulator.core import registry
from simulator.core.interface import Clock, Twin
from simulator.core.registry import load_twins, owner_of


def twin_class(twin_name, *paths):
    class SomeTwin(Twin):
        name = twin_name

        def owns(self, path):
            return any(path.startswith(prefix) for prefix in paths)

        def describe(self, request, call):
            raise AssertionError("is not called here")

        def handle(self, request, call):
            raise AssertionError("is not called here")

        def load(self, seed, scale):
            raise AssertionError("is not called here")

        def state(self):
            raise AssertionError("is not called here")

    return SomeTwin


@pytest.fixture
def folders(monkeypatch):
    """Lets a test say what the folders of the twins hold, whatever they hold in truth."""
    monkeypatch.setattr(registry, "TWIN_FOLDERS", ())

    def define(folder, **contents):
        package, module = types.ModuleType(f"simulator.{folder}"), types.ModuleType(f"simulator.{folder}.twin")
        package.__path__ = []
        for name, value in contents.items():
            setattr(module, name, value)
            if value.__module__ == __name__ and not hasattr(value, "elsewhere"):
                value.__module__ = module.__name__
        monkeypatch.setitem(sys.modules, package.__name__, package)
        monkeypatch.setitem(sys.modules, module.__name__, module)
        monkeypatch.setattr(registry, "TWIN_FOLDERS", (*registry.TWIN_FOLDERS, folder))

    return define


def test_a_twin_is_the_one_twin_class_its_module_defines(folders):
    imported = twin_class("imported")
    imported.elsewhere = True
    folders("toy_a", NotATwin=dict, Twin=Twin, Imported=imported, A=twin_class("a"))
    folders("toy_b", B=twin_class("b"))
    clock = Clock()
    twins = load_twins(clock)
    assert [twin.name for twin in twins] == ["a", "b"]
    assert all(twin.clock is clock for twin in twins)


def test_a_module_can_name_its_twin(folders):
    folders("toy", Base=twin_class("base"), Real=twin_class("real"), TWIN=twin_class("named"))
    assert [twin.name for twin in load_twins(Clock())] == ["named"]


def test_a_module_with_two_twins_or_none_is_an_error(folders):
    folders("toy", A=twin_class("a"), B=twin_class("b"))
    with pytest.raises(ImportError, match=r"simulator\.toy\.twin must define one Twin.* it defines 2"):
        load_twins(Clock())


def test_a_platform_that_does_not_exist_yet_is_left_out(folders, monkeypatch):
    folders("toy", A=twin_class("a"))
    monkeypatch.setattr(registry, "TWIN_FOLDERS", ("nonesuch", "toy", "core"))
    assert [twin.name for twin in load_twins(Clock())] == ["a"]


def test_a_twin_that_fails_to_import_something_is_not_left_out(tmp_path, monkeypatch):
    folder = tmp_path / "broken_toy"
    folder.mkdir()
    (folder / "twin.py").write_text("import a_module_that_does_not_exist\n")
    monkeypatch.setattr(sys.modules["simulator"], "__path__", [*sys.modules["simulator"].__path__, str(tmp_path)])
    monkeypatch.setattr(registry, "TWIN_FOLDERS", ("broken_toy",))
    with pytest.raises(ModuleNotFoundError, match="a_module_that_does_not_exist"):
        load_twins(Clock())


def test_the_platforms_are_asked_in_an_order_that_leaves_user_ids_to_the_last():
    assert registry.TWIN_FOLDERS == ("sipx", "onsip", "sipgate_v2", "sipthor", "sipgate_v1")


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("/sipxconfig/rest/user", "sipx"),
        ("/api", "onsip"),
        ("/api/settings/", None),
        ("/webapi/settings/", None),
        ("/restapi/settings/", None),
        ("/v2/devices", "sipgate_v2"),
        ("/v2", None),
        ("/sipxconfig", None),
        ("/my/settings/", "sipgate_v1"),
        ("/API/settings/", "sipgate_v1"),
        ("//api", "sipgate_v1"),
        ("*", None),
        ("", None),
    ],
)
def test_a_reserved_first_segment_belongs_to_its_platform_alone(path, owner):
    owned = {
        "sipx": ["/sipxconfig/"],
        "onsip": ["/api"],
        "sipgate_v2": ["/v2/"],
        "sipgate_v1": ["/"],
    }
    twins = [twin_class(name, *paths)(Clock()) for name, paths in owned.items()]
    if path == "/api/settings/":
        twins[1].owns = lambda path: path == "/api"
    found = owner_of(twins, path)
    assert (found.name if found else None) == owner
