# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds for each module, whatever it manages."""

from __future__ import annotations

from pathlib import Path

import pytest
from module_run import run_module

MODULES = sorted(path.stem for path in (Path(__file__).resolve().parents[4] / "plugins" / "modules").glob("*.py"))


@pytest.mark.parametrize("module", MODULES)
def test_a_typing_error_in_an_option_is_told_before_anything_is_asked(module: str) -> None:
    result = run_module(module, url="http://192.0.2.1", usrname="ann")
    assert result["failed"] is True
    # Ansible tells of one mistake at a time, and begins with what is missing.
    assert "usrname" in result["msg"] or "required" in result["msg"]
    assert "exception" not in result
