# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from tools import installer
from tools.environment import fingerprint

PYTHON = Path("/venv/bin/python")


@pytest.fixture
def pip_config(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    listed = """global.index-url='https://mirror.example/simple'
global.extra-index-url='https://more.example/simple file:///media/wheels'
:env:.index-url='https://nearer.example/simple'
a line of another kind
"""
    for name in ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "UV_INDEX", "UV_EXTRA_INDEX_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(installer.subprocess, "run", lambda command, **options: SimpleNamespace(stdout=listed))


@pytest.mark.usefixtures("pip_config")
def test_uv_gets_the_index_that_pip_uses() -> None:
    settings = installer.uv_settings(PYTHON)
    assert settings["UV_DEFAULT_INDEX"] == "https://nearer.example/simple"
    assert settings["UV_INDEX"] == "https://more.example/simple"


@pytest.mark.usefixtures("pip_config")
def test_what_the_user_told_uv_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UV_DEFAULT_INDEX", "https://mine.example/simple")
    assert "UV_DEFAULT_INDEX" not in installer.uv_settings(PYTHON)


@pytest.mark.parametrize(("uv_exit_code", "programs"), [(0, ["uv"]), (2, ["uv", "python"])])
def test_pip_installs_what_uv_cannot(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, uv_exit_code: int, programs: list[str]
) -> None:
    uv = tmp_path / "uv"
    uv.touch()
    started = []

    def run(command: list[str], **options: object) -> SimpleNamespace:
        started.append(Path(command[0]).name)
        return SimpleNamespace(returncode=uv_exit_code, stdout="")

    monkeypatch.setattr(installer, "uv_settings", lambda python: {})
    monkeypatch.setattr(installer.subprocess, "run", run)
    installer.install(uv, PYTHON, ["requests"])
    assert started == programs


def test_a_change_in_an_included_file_is_a_change(tmp_path: Path) -> None:
    requirements, included = tmp_path / "all.txt", tmp_path / "some.txt"
    requirements.write_text("-r some.txt\n")
    included.write_text("requests\n")
    before = fingerprint(requirements, PYTHON)
    assert fingerprint(requirements, PYTHON) == before
    included.write_text("requests >= 2\n")
    assert fingerprint(requirements, PYTHON) != before
