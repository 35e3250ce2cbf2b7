# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds names in a declared site that nothing declares."""

from __future__ import annotations

import typing as t

from ansible.errors import AnsibleFilterError

from ansible_collections.dialtone.voip.plugins.module_utils._engine.references import mentions
from ansible_collections.dialtone.voip.plugins.module_utils._onsip import resources as onsip
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate import resources as sipgate
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor import resources as sipthor
from ansible_collections.dialtone.voip.plugins.module_utils._sipx import resources as sipx

_PLATFORMS = {"onsip": onsip, "sipx": sipx, "sipthor": sipthor, "sipgate": sipgate}


def unresolved_references(
    site: t.Mapping[str, t.Any], server: t.Mapping[str, t.Any] | None = None, platform: str = "sipx"
) -> list[dict[str, str]]:
    """The references of the site's objects to names that neither the site nor the server has.

    :param site: plural resource name to list of items.
    :param server: the same, as the platform's info module returns it.
    :param platform: prefix of the platform's modules.
    :returns: maps with ``object``, ``option``, ``kind`` and ``name``, in the site's order.
    """
    if platform not in _PLATFORMS:
        raise AnsibleFilterError(f"unresolved_references: unknown platform {platform}")
    declarations = _PLATFORMS[platform]
    # What an object brings along under other kinds, and how names are compared; None is left to the server.
    also_declared = getattr(declarations, "also_declared", lambda resource, item: ())
    spelled = getattr(declarations, "spelled", lambda kind, name: name)
    known: dict[str, set[str]] = {}
    for resource in declarations.RESOURCES:
        names = known.setdefault(resource.name, set())
        for source in (server or {}, site):
            for item in source.get(resource.plural) or []:
                if isinstance(item, t.Mapping) and item.get("state") != "absent":
                    names.update(declarations.names_of(resource, item))
                    for kind, name in also_declared(resource, item):
                        known.setdefault(kind, set()).add(name)
    return [
        {"object": f"{resource.title} {item.get(resource.key)}", "option": option, "kind": kind, "name": name}
        for resource in declarations.RESOURCES
        for item in site.get(resource.plural) or []
        if isinstance(item, t.Mapping) and item.get("state") != "absent"
        for option, kind, name in mentions(resource.fields, item)
        if spelled(kind, name) not in {None, *known.get(kind, ())}
    ]


class FilterModule:
    """The collection's filters."""

    def filters(self) -> dict[str, t.Callable[..., t.Any]]:
        return {"unresolved_references": unresolved_references}
