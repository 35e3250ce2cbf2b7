# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""All resources of SIP Thor, in the order in which they depend on each other."""

from __future__ import annotations

import typing as t

from .._model.resource import Resource
from .account import ACCOUNT, CALL_FORWARDING
from .alias import ALIAS
from .journal import ENTRY

RESOURCES: tuple[Resource, ...] = (ACCOUNT, CALL_FORWARDING, ALIAS, ENTRY)


def names_of(resource: Resource, item: t.Mapping[str, t.Any]) -> set[str]:
    """All names under which other objects may refer to an object."""
    name = item.get(resource.key)
    return {str(name)} if name else set()
