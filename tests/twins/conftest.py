# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the package ``simulator`` importable, and hypothesis find the same examples at every run."""

from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import HealthCheck, settings

_TESTS_FOLDER = str(Path(__file__).resolve().parents[1])
if _TESTS_FOLDER not in sys.path:
    sys.path.insert(0, _TESTS_FOLDER)

settings.register_profile(
    "repeatable", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("repeatable")
