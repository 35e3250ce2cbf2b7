# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from tools.integration import output_by_target


def test_output_is_told_apart_by_target() -> None:
    output = """WARNING: something about all
Running sipx_user integration test role
ok: user
Running runme integration test script
ok: script
"""
    assert output_by_target(output) == {
        "": "WARNING: something about all",
        "sipx_user": "Running sipx_user integration test role\nok: user",
        "runme": "Running runme integration test script\nok: script",
    }
