# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The stack behind ``/sipxconfig/rest``: routes, resources, and the servlet adapter around them."""

from __future__ import annotations

from .servlet import describe, exception, handle

__all__ = ["describe", "exception", "handle"]
