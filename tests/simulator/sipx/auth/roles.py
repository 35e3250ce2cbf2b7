# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Roles, where they come from, and which URL asks for which (``UserRole``, ``security.beans.xml``)."""

from __future__ import annotations

import re

from ..state.users import User, Users

USER, ADMIN, REST, ATTENDANT_ADMIN = "ROLE_USER", "ROLE_ADMIN", "ROLE_REST", "ROLE_ATTENDANT_ADMIN"

#: The permission behind each role; every user has ROLE_USER.
ROLE_PERMISSIONS = {"superadmin": ADMIN, "rest": REST, "RecordSystemPrompts": ATTENDANT_ADMIN}
#: Permissions that are read during a login; one that has lost its value lets the login crash.
LOGIN_PERMISSIONS = (*ROLE_PERMISSIONS, "dbauth-only")

#: Open to everybody, whatever credentials come along.
ANYBODY: frozenset[str] = frozenset()
ADMINISTRATION = frozenset((ADMIN, REST))
ATTENDANTS = frozenset((ADMIN, ATTENDANT_ADMIN))
ANY_USER = frozenset((USER,))

#: The private key in the URL is the credential.
PRIVATE_KEY = re.compile(r"/rest/private/([^/?]{32})/")

#: Tried top-down on the lower-cased URL below the context, query string included; the first match decides.
_RULES = tuple(
    (re.compile(pattern), roles)
    for pattern, roles in (
        (r"/rest/auto-attendant/[^/]*/special", ATTENDANTS),
        (r"/rest/auto-attendant/specialmode", ATTENDANTS),
        (r"/rest/auto-attendant", ATTENDANTS),
        (r"/rest/call(/.*)?", ANY_USER),
        (r"/rest/my(/.*)?", ANY_USER),
        (r"/rest/avatar(/.*)?", ANYBODY),
        (r"/rest/private/[^/?]{32}/.*", ANY_USER),
        (r"/api/my(/.*)?", ANY_USER),
        (r".*", ADMINISTRATION),
    )
)


def roles_asked(url: str) -> frozenset[str]:
    """The roles of which a caller needs one.

    :param url: path below the context and query string, e.g. ``/rest/my/time?x=1``
    :return: ``ANYBODY`` where no login is needed
    """
    lowered = url.lower()
    return next(roles for pattern, roles in _RULES if pattern.fullmatch(lowered))


def roles_of(user: User, users: Users) -> frozenset[str]:
    """The roles a user gets at login, from the effective permissions.

    :param user: who logs in
    :param users: the user table
    :raises ValueError: when a permission that is read here has no value, which the server does not survive
    """
    settings = users.settings(user)
    for name in LOGIN_PERMISSIONS:
        permission = users.permissions.named(name)
        if permission is not None and settings.effective(permission.path) is None:
            raise ValueError(name)
    held = set(users.permission_names(user))
    return frozenset({USER, *(role for name, role in ROLE_PERMISSIONS.items() if name in held)})
