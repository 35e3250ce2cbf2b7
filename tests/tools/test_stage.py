# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tools import layout, stage


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "a clone"
    (folder / "plugins").mkdir(parents=True)
    subprocess.run(["git", "init", "--quiet", folder], check=True)
    (folder / ".gitignore").write_text("/ignored\n")
    (folder / "galaxy.yml").write_text("name: voip\n")
    (folder / "plugins" / "old.py").write_text("old = True\n")
    (folder / "ignored").write_text("")
    monkeypatch.setattr(stage, "CLONE", folder)
    monkeypatch.setattr(stage, "workspace", lambda: tmp_path)
    return folder


def files_of(target: Path) -> set[str]:
    return {str(path.relative_to(target)) for path in target.rglob("*") if path.is_file() and ".git" not in path.parts}


def test_the_stage_holds_what_git_would_commit(clone: Path) -> None:
    with stage.staged() as staged:
        assert staged.collection.parts[-3:] == ("ansible_collections", "dialtone", "voip")
        assert files_of(staged.collection) == {".gitignore", "galaxy.yml", "plugins/old.py"}
        assert (staged.collection / ".git").is_dir()


def test_the_stage_follows_the_clone(clone: Path) -> None:
    with stage.staged() as staged:
        target = staged.collection
    (clone / "plugins" / "old.py").unlink()
    (clone / "plugins").rmdir()
    (clone / "galaxy.yml").write_text("name: VOIP\n")
    (clone / "new.py").write_text("")
    (target / "plugins" / "__pycache__").mkdir()
    (target / "plugins" / "__pycache__" / "old.pyc").write_text("")
    with stage.staged() as staged:
        assert staged.collection == target
        assert files_of(target) == {".gitignore", "galaxy.yml", "new.py"}
        assert (target / "galaxy.yml").read_text() == "name: VOIP\n"
        assert not (target / "plugins").exists()


def test_results_of_ansible_test_are_kept_and_strays_are_not(clone: Path) -> None:
    with stage.staged() as staged:
        results = staged.output / ".tmp" / "delegation"
        results.mkdir(parents=True)
        (results / "marker.txt").write_text("")
        (staged.collection / "tests" / "stray.yml").write_text("")
    with stage.staged() as staged:
        assert (results / "marker.txt").exists()
        assert not (staged.collection / "tests" / "stray.yml").exists()


def test_two_users_at_a_time_get_two_stages(clone: Path) -> None:
    with stage.staged() as first, stage.staged() as second:
        assert first.folder != second.folder
    with stage.staged() as third:
        assert third.folder == first.folder


def test_ansible_settings_of_the_caller_are_left_out(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSIBLE_VAULT_PASSWORD_FILE", "mine")
    monkeypatch.setenv("NO_PROXY", "intranet.example")
    with stage.staged() as staged:
        environment = staged.environment()
    assert "ANSIBLE_VAULT_PASSWORD_FILE" not in environment
    assert environment["ANSIBLE_COLLECTIONS_PATH"] == str(staged.folder)
    assert environment["NO_PROXY"] == "intranet.example,127.0.0.1,localhost"


def test_a_workspace_of_somebody_else_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    prepared = tmp_path / "prepared"
    prepared.symlink_to(elsewhere)
    monkeypatch.setattr(layout, "workspace_path", lambda: prepared)
    with pytest.raises(layout.WorkspaceError):
        layout.workspace()
