# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON bodies of the web interface: unlike elsewhere, the reason phrase of a failure is the parser's message."""

from __future__ import annotations

from functools import partial

from ..representations import read_jackson

read_json = partial(read_jackson, explains=True)
