# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may call the configuration server: the security filters in front of ``/rest`` and ``/api``.

Follows ``security.beans.xml`` and the filters of Spring Security 3.2 that it arranges: OPTIONS is answered first, a
private key in the URL replaces a login, Digest and Basic are accepted side by side, and the roles are matched on the
whole URL.
"""

from __future__ import annotations

from .filters import NO_CREDENTIALS, account, add_headers, authenticate
from .logins import Logins

__all__ = ["NO_CREDENTIALS", "Logins", "account", "add_headers", "authenticate"]
