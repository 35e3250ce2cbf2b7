# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

import pytest

from tools import integration_targets
from tools.integration_targets import UnknownTargetError, all_targets, chosen_targets, remember_seconds, spread


@pytest.fixture(autouse=True)
def targets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "targets"
    monkeypatch.setattr(integration_targets, "TARGETS", folder)
    monkeypatch.setattr(integration_targets, "workspace", lambda: tmp_path)
    for name, size in {"sipx_user": 100, "sipx_phone": 100, "sipx_branch": 9000, "setup_site": 1, "hidden": 1}.items():
        (folder / name / "tasks").mkdir(parents=True)
        (folder / name / "tasks" / "main.yml").write_text("#" * size)
    (folder / "hidden" / "aliases").write_text("hidden\n")
    return folder


def test_every_folder_but_the_helpers_is_a_target() -> None:
    assert all_targets() == ["sipx_branch", "sipx_phone", "sipx_user"]


def test_targets_are_chosen_by_name_or_pattern() -> None:
    assert chosen_targets([]) == all_targets()
    assert chosen_targets(["sipx_user", "*_phone"]) == ["sipx_phone", "sipx_user"]


def test_a_name_without_a_target_is_refused() -> None:
    with pytest.raises(UnknownTargetError, match="sipx_usr"):
        chosen_targets(["sipx_usr"])


def test_shards_share_the_work_and_not_the_names() -> None:
    assert sorted(map(sorted, spread(all_targets(), 2))) == [["sipx_branch"], ["sipx_phone", "sipx_user"]]


def test_measured_seconds_outrank_sizes() -> None:
    remember_seconds({"sipx_user": 60, "sipx_branch": 1, "sipx_phone": 1})
    assert sorted(map(sorted, spread(all_targets(), 2))) == [["sipx_branch", "sipx_phone"], ["sipx_user"]]


def test_no_shard_is_empty() -> None:
    assert spread(["sipx_user"], 2) == [["sipx_user"]]
